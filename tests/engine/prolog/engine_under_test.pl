% SPDX-License-Identifier: Apache-2.0
:- module(engine_under_test,
          [ repository_file/2,          % +Relative, -Path
                                        % Sessions
            fresh_session/1,            % -Session
            fresh_session/2,            % +Options, -Session
            in_place_of/2,              % +Session0, +Session
            session_of/2,               % +Text, -Session
            load_text/2,                % +Session, +Text
            load_text/3,                % +Session, +Text, -Diagnostics
            load_descriptions/2,        % +Session, +RelativeFiles
            happens/2,                  % +Session, +Event
            happens/3,                  % +Session, +Event, -Diagnostics
            all_happen/2,               % +Session, +Events
            transcript/3,               % +Session, +Event, -Lines
                                        % What a session shows
            transactions/2,             % +Session, -Transactions
            outlets/2,                  % +Session, -Outlets
            units/2,                    % +Session, -Units
            states/2,                   % +Session, -States
            live_facts/1,               % -Facts
            participants/3,             % +Session, +Requester, -Devices
                                        % Values
            layers/1,                   % -Layers
            value/3,                    % +Term, +Kind, -Value
            written/2,                  % +Value, -Text
                                        % Properties
            for_random/3,               % +Count, +Seed, :Goal
            random_rational/1,          % -Rational
            one_of/2                    % +List, -Element
          ]).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module('../../../engine/prolog/engine_api').
:- use_module('../../../engine/prolog/builtin').
:- use_module('../../../engine/prolog/knowledge_base', []).
:- use_module('../../../engine/prolog/value_reader', []).
:- use_module('../../../engine/prolog/value_writer', []).
:- use_module('../../../engine/prolog/vocabulary', []).

/** <module> The engine as the tests see it

Loads the engine from its source and makes the built-in taxonomy and units
ready once. What fails here throws, so that a test does not go on with a
session that is not what it says.
*/

:- prolog_load_context(directory, Directory),
   directory_file_path(Directory, '../../..', Top0),
   absolute_file_name(Top0, Top, [file_type(directory)]),
   assertz(top(Top)).

%   Whoever runs several test files has made them ready already.

:- (   vocabulary:word([taxonomy], taxonomy(_, _))
   ->  true
   ;   top(Top),
       directory_file_path(Top, 'taxonomy/*.pl', Pattern),
       expand_file_name(Pattern, Files),
       builtin:compile_builtin(Files)
   ).

%!  repository_file(+Relative, -Path) is det.

repository_file(Relative, Path) :-
    top(Top),
    directory_file_path(Top, Relative, Path).

                 /*******************************
                 *           Sessions           *
                 *******************************/

%!  fresh_session(-Session) is det.
%!  fresh_session(+Options, -Session) is det.
%
%   A session with nothing loaded. The one before it is closed, so that
%   live_facts/1 shows one session only.

:- dynamic open_session/1.

fresh_session(Session) :-
    fresh_session([], Session).

fresh_session(Options, Session) :-
    forall(retract(open_session(Open)), api_close(Open)),
    api_open(Options, Session),
    assertz(open_session(Session)).

%!  in_place_of(+Session0, +Session) is det.
%
%   The fresh session Session0 is closed, and Session is the one to be closed by
%   the next fresh_session/1.

in_place_of(Session0, Session) :-
    retract(open_session(Session0)),
    api_close(Session0),
    assertz(open_session(Session)).

%!  session_of(+Text, -Session) is det.
%
%   A fresh session with Text loaded.

session_of(Text, Session) :-
    fresh_session(Session),
    load_text(Session, Text).

%!  load_text(+Session, +Text) is det.
%!  load_text(+Session, +Text, -Diagnostics) is det.
%
%   Text is a description. The first throws what is wrong with it.

load_text(Session, Text) :-
    load_text(Session, Text, Diagnostics),
    must_be_fine(Diagnostics).

load_text(Session, Text, Diagnostics) :-
    flag(loaded_text, N, N + 1),
    atom_concat(text, N, Name),
    once(api_load(Session, [text(Name, Text, description)], Diagnostics)).

%!  load_descriptions(+Session, +RelativeFiles) is det.

load_descriptions(Session, Files) :-
    findall(file(Path, description),
            ( member(File, Files),
              repository_file(File, Path)
            ),
            Sources),
    once(api_load(Session, Sources, Diagnostics)),
    must_be_fine(Diagnostics).

must_be_fine(Diagnostics) :-
    (   member(diagnostic(error, _, _, _, _, _), Diagnostics)
    ->  throw(refused(Diagnostics))
    ;   true
    ).

%!  happens(+Session, +Event) is det.
%!  happens(+Session, +Event, -Diagnostics) is det.
%!  all_happen(+Session, +Events) is det.

happens(Session, Event) :-
    happens(Session, Event, Diagnostics),
    must_be_fine(Diagnostics).

happens(Session, Event, Diagnostics) :-
    once(api_event(Session, Event, silent, _, Diagnostics)).

all_happen(Session, Events) :-
    forall(member(Event, Events), happens(Session, Event)).

%!  transcript(+Session, +Event, -Lines) is det.
%
%   Lines are line(Depth, Kind, Text) of Event, which happens.

:- dynamic told/3.

transcript(Session, Event, Lines) :-
    retractall(told(_, _, _)),
    once(api_event(Session, Event, host, _, Diagnostics)),
    must_be_fine(Diagnostics),
    findall(line(Depth, Kind, Text), retract(told(Depth, Kind, Text)), Lines).

user:host_line(Depth, Kind, Text) :-
    text_to_string(Text, String),
    assertz(engine_under_test:told(Depth, Kind, String)).

                 /*******************************
                 *     What a session shows     *
                 *******************************/

%!  transactions(+Session, -Transactions) is det.
%
%   t(Requester, Outlet, Alternative, Request, RequestGroup, Device,
%   DeviceGroup, Factor), in the order they were made.

transactions(Session, Transactions) :-
    api_transactions(Session, Transactions0),
    findall(t(R, O, A, Q, G, D, DG, F),
            ( member(transaction(R, O, A, Q, G, D, DG, N, Denominator), Transactions0),
              F is N rdiv Denominator
            ),
            Transactions).

%!  outlets(+Session, -Outlets) is det.

outlets(Session, Outlets) :-
    api_outlets(Session, Outlets).

%!  units(+Session, -Units) is det.
%!  states(+Session, -States) is det.
%
%   Sorted; the values of states as texts.

units(Session, Units) :-
    api_units(Session, Units0),
    msort(Units0, Units).

states(Session, States) :-
    api_states(Session, States0),
    findall(state(Device, State, Text),
            member(state(Device, State, value(_, Text, _, _)), States0),
            States1),
    msort(States1, States).

%!  live_facts(-Facts) is det.
%
%   Everything that events change, in the standard order.

live_facts(Facts) :-
    findall(Fact,
            ( live(Fact),
              knowledge_base:Fact
            ),
            Facts0),
    msort(Facts0, Facts).

live(system(_, _, _)).
live(device(_, _, _, _, _)).
live(requester(_, _, _, _, _)).
live(outlet(_, _, _, _)).
live(unit_taken(_, _)).
live(state_value(_, _, _)).
live(outlet_status(_, _, _)).
live(match_transaction(_, _, _)).
live(code_entry(_, _, _, _, _)).
live(data_entry(_, _, _, _)).

%!  participants(+Session, +Requester, -Devices) is det.
%
%   Devices are the names of those that Requester is matched with.

participants(Session, Requester, Devices) :-
    transactions(Session, Transactions),
    findall(Device, member(t(Requester, _, _, _, _, Device, _, _), Transactions), Devices).

                 /*******************************
                 *            Values            *
                 *******************************/

%!  layers(-Layers) is det.

layers([taxonomy, units]).

%!  value(+Term, +Kind, -Value) is det.
%
%   Value that a file means by Term; throws what is wrong with it.

value(Term, Kind, Value) :-
    layers(Layers),
    value_reader:read_value(Term, Kind, Layers, Result),
    (   Result = ok(Value)
    ->  true
    ;   throw(refused(Term, Result))
    ).

%!  written(+Value, -Text) is det.

written(Value, Text) :-
    once(value_writer:value_text(Value, Text)).

                 /*******************************
                 *          Properties          *
                 *******************************/

%!  for_random(+Count, +Seed, :Goal) is semidet.
%
%   Goal, which draws what it needs, holds Count times. The same Seed draws
%   the same; the run that fails is named on standard error.

:- meta_predicate for_random(+, +, 0).

for_random(Count, Seed, Goal) :-
    set_random(seed(Seed)),
    forall(between(1, Count, Run),
           (   \+ \+ call(Goal)
           ->  true
           ;   format(user_error, "run ~w with seed ~w does not hold~n", [Run, Seed]),
               fail
           )).

%!  random_rational(-Rational) is det.
%
%   Of either sign; whole, decimal or neither.

random_rational(Rational) :-
    random_between(-1_000_000, 1_000_000, Numerator),
    one_of([1, 1, 2, 3, 7, 8, 10, 100, 1000, 1024, 360, 999_983], Denominator),
    Rational is Numerator rdiv Denominator.

%!  one_of(+List, -Element) is det.

one_of(List, Element) :-
    random_member(Element, List).
