% SPDX-License-Identifier: Apache-2.0
:- module(plain_match,
          [ plain_lines/3,              % +Files, +Transport, -Lines
            plain_lines_of_terms/3,     % +Terms, +Transport, -Lines
            plain_trail/3,              % +Terms, +Transport, -Steps
            read_terms/2,               % +File, -Terms
            exact/2,                    % +Term, -Exact
            overlap/3,                  % +RequestValue, +DeviceValue, -Matched
            value_text/2,               % +Value, -Text
            unit_meaning/3,             % +Unit, -Quantity, -Form
            submatch_value/3,           % +SubMatch, +Path, -Value
            current_state/2,            % +State, -Value
            in_unit/3                   % +Value, +Unit, -Number
          ]).

/** <module> The match process, written as plainly as it can be

The second implementation of the process, to compare the engine with. It was
written from the specification alone and knows nothing of the engine.

The input is taken to be valid. The descriptions are kept as facts; all that
changes during a replay is one term:

    world(Transport, Systems, Devices, Requesters)

    Systems     [Name-connected or Name-disconnected, ...]
    Devices     [device(Name, Spec, System, [Unit-available or Unit-taken, ...],
                        [State-Value, ...]), ...]     in order of connection
    Requesters  [requester(Name, Spec, System, [Outlet, ...],
                           [State-Value, ...]), ...]  in order of creation
    Outlet      outlet(Name, inactive or partial or threshold,
                       none or Alternative, [Group, ...])
    Group       group(Request, RequestGroup, Device, DeviceGroup, Factor, Match)
    Match       [Node, ...] in match order, with a Node one of
                branch(Name, RequestNotes, DeviceNotes, Match)
                leaf(Name, RequestNotes, DeviceNotes, MatchedValue)

Each step takes a world and gives a world, so undoing is nothing but going on
with the older one.
*/

:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(library(main)).
:- use_module(library(option)).

% Loaded by another file, this one is a library only.
:- if(( prolog_load_context(source, File),
        source_file_property(File, load_context(_, user, _))
      )).
:- initialization(main, main).
:- endif.

% The descriptions, as the files give them.
:- dynamic
    taxonomy_unit/5,            % Name, Quantity, Form, Symbol, prefixable or plain
    taxonomy_prefix/3,          % Name, Symbol, Factor
    told/1,                     % a fact of the files
    body_module/2,              % Spec, Module of its clauses
    body_head/2.                % Module, head of a predicate in it

opt_type(transport, transport, oneof([shared, whole_device])).

opt_help(help(usage), " -- [--transport shared|whole_device] FILE...").
opt_help(transport, "How a device can be divided among systems").

%!  main(+Arguments) is det.
%
%   Print the JSON lines for the files named. They stand after `--`, for
%   swipl would consult them otherwise.

main(Arguments) :-
    argv_options(Arguments, Files, Options),
    (   Files == []
    ->  argv_usage([]),
        halt(2)
    ;   true
    ),
    option(transport(Transport), Options, shared),
    plain_lines(Files, Transport, Lines),
    set_stream(user_output, encoding(utf8)),
    forall(member(Line, Lines), format("~s~n", [Line])).


                /*******************************
                *            READING           *
                *******************************/

%!  plain_lines(+Files, +Transport, -Lines) is det.
%
%   Lines are the JSON objects, one an event, each as a list of codes.

plain_lines(Files, Transport, Lines) :-
    maplist(read_terms, Files, TermLists),
    forget_descriptions,
    forall(member(Terms, TermLists), tell(Terms)),
    findall(Event, told(event(Event)), Events),
    empty_world(Transport, World),
    replay(Events, World, Steps),
    maplist(step_line, Steps, Lines).

%!  plain_lines_of_terms(+Terms, +Transport, -Lines) is det.
%
%   The same for the terms of one file that is not written anywhere.

plain_lines_of_terms(Terms, Transport, Lines) :-
    plain_trail(Terms, Transport, Steps),
    maplist(step_line, Steps, Lines).

%!  plain_trail(+Terms, +Transport, -Steps) is det.
%
%   Steps is a list of step(Event, World), World as it is after Event.

plain_trail(Terms, Transport, Steps) :-
    exact(Terms, Exact),
    forget_descriptions,
    tell(Exact),
    findall(Event, told(event(Event)), Events),
    empty_world(Transport, World),
    replay(Events, World, Steps).

step_line(step(Event, World), Codes) :-
    phrase(json_line(Event, World), Codes).

%!  read_terms(+File, -Terms) is det.
%
%   All terms of a file; the decimals in them are exact rationals.

read_terms(File, Terms) :-
    setup_call_cleanup(
        open(File, read, Stream, [encoding(utf8)]),
        read_all(Stream, Terms),
        close(Stream)).

read_all(Stream, Terms) :-
    read_term(Stream, Term, [double_quotes(string), module(plain_syntax)]),
    (   Term == end_of_file
    ->  Terms = []
    ;   exact(Term, Exact),
        Terms = [Exact|Rest],
        read_all(Stream, Rest)
    ).

%!  exact(+Term, -Exact) is det.
%
%   Exact is Term with each float replaced by the decimal that it prints as.

exact(Term, Exact) :-
    (   var(Term)
    ->  Exact = Term
    ;   float(Term)
    ->  decimal(Term, Exact)
    ;   compound(Term)
    ->  compound_name_arguments(Term, Name, Arguments),
        maplist(exact, Arguments, ExactArguments),
        compound_name_arguments(Exact, Name, ExactArguments)
    ;   Exact = Term
    ).

decimal(Float, Exact) :-
    format(string(Text), "~w", [Float]),
    split_string(Text, "e", "+", [Digits|Exponent]),
    split_string(Digits, ".", "", [Whole, Fraction]),
    string_concat(Whole, Fraction, AllDigits),
    number_string(Number, AllDigits),
    string_length(Fraction, Places),
    (   Exponent = [Power]
    ->  number_string(Shift, Power)
    ;   Shift = 0
    ),
    Ten is Shift - Places,
    (   Ten >= 0
    ->  Exact is Number * 10**Ten
    ;   Down is -Ten,
        Exact is Number rdiv 10**Down
    ).

forget_descriptions :-
    retractall(told(_)),
    forall(body_head(Module, Head), retractall(Module:Head)),
    retractall(body_head(_, _)).

%   The terms of one file. A clause that is no fact of the language is a
%   helper of the spec declared last.

tell(Terms) :-
    tell(Terms, none).

tell([], _).
tell([Term|Terms], Spec) :-
    (   declares(Term, Declared)
    ->  assertz(told(Term)),
        tell(Terms, Declared)
    ;   body_clause(Term, Of)
    ->  add_body(Of, Term),
        tell(Terms, Spec)
    ;   language_fact(Term)
    ->  assertz(told(Term)),
        tell(Terms, Spec)
    ;   add_body(Spec, Term),
        tell(Terms, Spec)
    ).

declares(device(Spec, _), Spec).
declares(requester(Spec, _), Spec).

body_clause((Head :- _), Spec) :-
    !,
    body_clause(Head, Spec).
body_clause(state_adjust(Spec, _, _, _, _, _), Spec).
body_clause(match_condition(Spec, _, _), Spec).

language_fact(registration_unit(_, _)).
language_fact(code_interface(_, _, _)).
language_fact(state(_, _, _)).
language_fact(device_group(_, _, _)).
language_fact(connects(_, _, _)).
language_fact(usb_identity(_, _, _)).
language_fact(outlet(_, _, _)).
language_fact(composite_request(_, _, _)).
language_fact(request(_, _, _)).
language_fact(request_group(_, _, _, _, _)).
language_fact(event(_)).
language_fact(unit(_, _, _, _, _)).
language_fact(prefix(_, _, _)).
language_fact(quantity(_, _, _)).
language_fact(taxonomy(_, _)).
language_fact(io_module(_, _)).
language_fact(io_category(_, _, _)).
language_fact(io_subcategory(_, _)).
language_fact(io_aspect(_, _, _)).
language_fact(io_value(_, _, _)).

%   Each spec's conditions, adjustments and helpers go to a module of its own.

add_body(Spec, Clause) :-
    spec_module(Spec, Module),
    (   Clause = (Head :- _)
    ->  true
    ;   Head = Clause
    ),
    functor(Head, Name, Arity),
    functor(General, Name, Arity),
    (   body_head(Module, General)
    ->  true
    ;   assertz(body_head(Module, General)),
        dynamic(Module:Name/Arity)
    ),
    assertz(Module:Clause).

spec_module(Spec, Module) :-
    body_module(Spec, Module),
    !.
spec_module(Spec, Module) :-
    atom_concat('plain body of ', Spec, Module),
    @(import(plain_match:submatch_value/3), Module),
    @(import(plain_match:current_state/2), Module),
    @(import(plain_match:in_unit/3), Module),
    assertz(body_module(Spec, Module)).

%   The units are read once; they lie beside the tests in the repository.

:- initialization(read_taxonomy).

read_taxonomy :-
    module_property(plain_match, file(This)),
    file_directory_name(This, Here),
    atom_concat(Here, '/../../../taxonomy/*.pl', Pattern),
    expand_file_name(Pattern, Files),
    forall(( member(File, Files),
             read_terms(File, Terms),
             member(Term, Terms)
           ),
           read_unit(Term)).

read_unit(Term) :-
    (   Term = unit(Name, Quantity, Form, Symbol, Prefixable)
    ->  assertz(taxonomy_unit(Name, Quantity, Form, Symbol, Prefixable))
    ;   Term = prefix(Name, Symbol, Factor)
    ->  assertz(taxonomy_prefix(Name, Symbol, Factor))
    ;   true
    ).


                /*******************************
                *             UNITS            *
                *******************************/

%!  unit_meaning(+Unit, -Quantity, -Form) is semidet.
%
%   Unit is a name or a symbol, with or without a prefix. Form is
%   form(Family, Factor, Offset): the number in the base of Family is
%   Factor * Number + Offset. Numbers of different families never compare: a
%   level has a family for each reference, and multiples of pi are their own.

unit_meaning(Unit, Quantity, Form) :-
    unit_taken_apart(Unit, Quantity0, Written, Multiple),
    !,
    unit_form(Written, Multiple, Form0),
    Quantity = Quantity0,
    Form = Form0.

unit_taken_apart(Unit, Quantity, Written, 1) :-
    known_unit(Unit, Quantity, Written, _, _).
unit_taken_apart(Unit, Quantity, Written, 1) :-
    known_unit(_, Quantity, Written, Unit, _).
unit_taken_apart(Unit, Quantity, Written, Multiple) :-
    prefixed_taxonomy_unit(Unit, Quantity, Written, Multiple).
unit_taken_apart(Unit, Quantity, Written, Multiple) :-
    known_prefix(PrefixName, PrefixSymbol, Multiple),
    told(unit(Name, Quantity, Written, Symbol, prefixable)),
    prefixed(Unit, PrefixName-PrefixSymbol, Name-Symbol).

%   Taking a word apart is far the slowest of all that is done here, and the
%   taxonomy does not change.
:- table prefixed_taxonomy_unit/4.

prefixed_taxonomy_unit(Unit, Quantity, Written, Multiple) :-
    taxonomy_prefix(PrefixName, PrefixSymbol, Multiple),
    taxonomy_unit(Name, Quantity, Written, Symbol, prefixable),
    prefixed(Unit, PrefixName-PrefixSymbol, Name-Symbol).

prefixed(Unit, PrefixName-_, Name-_) :-
    atom_concat(PrefixName, Name, Unit).
prefixed(Unit, _-PrefixSymbol, _-Symbol) :-
    atom_concat(PrefixSymbol, Symbol, Unit).

known_unit(Name, Quantity, Form, Symbol, Prefixable) :-
    taxonomy_unit(Name, Quantity, Form, Symbol, Prefixable).
known_unit(Name, Quantity, Form, Symbol, Prefixable) :-
    told(unit(Name, Quantity, Form, Symbol, Prefixable)).

known_prefix(Name, Symbol, Factor) :-
    taxonomy_prefix(Name, Symbol, Factor).
known_prefix(Name, Symbol, Factor) :-
    told(prefix(Name, Symbol, Factor)).

unit_form(offset(Factor, Offset), Multiple, form(plain, F, Offset)) :-
    !,
    F is Factor * Multiple.
unit_form(level(Scale, Reference), Multiple,
          form(level(Scale, Reference), Multiple, 0)) :-
    !.
unit_form(times_pi(Factor), Multiple, form(pi, F, 0)) :-
    !,
    F is Factor * Multiple.
unit_form(Factor, Multiple, form(plain, F, 0)) :-
    F is Factor * Multiple.

to_base(count, Number, Number).
to_base(unit(Unit), Number, Base) :-
    unit_meaning(Unit, _, form(_, Factor, Offset)),
    Base is Factor * Number + Offset.

from_base(count, Number, Number).
from_base(unit(Unit), Base, Number) :-
    unit_meaning(Unit, _, form(_, Factor, Offset)),
    Number is (Base - Offset) rdiv Factor.


                /*******************************
                *            VALUES            *
                *******************************/

%!  meaning(+Value, -Meaning) is det.
%
%   Meaning is one of
%
%     - words(List)                       terms and booleans
%     - texts(List)
%     - numbers(Of, Unit, List)           List in base units
%     - range(Of, Unit, Lower, Upper)     ends closed(N), open(N) or none
%
%   where Of is what is counted or measured, and Unit is `count` or
%   unit(Name) for the unit as written.

meaning(List, Meaning) :-
    List = [First|_],
    !,
    (   number(First)
    ->  Meaning = numbers(count, count, List)
    ;   string(First)
    ->  Meaning = texts(List)
    ;   Meaning = words(List)
    ).
meaning(Value, Meaning) :-
    range_ends(Value, Lower, Upper),
    !,
    first_end(Lower, Upper, First),
    number_unit(First, _, Unit),
    unit_of(Unit, Of),
    base_end(Lower, BaseLower),
    base_end(Upper, BaseUpper),
    Meaning = range(Of, Unit, BaseLower, BaseUpper).
meaning(Numbers*Name, numbers(Of, Unit, Bases)) :-
    !,
    Unit = unit(Name),
    unit_of(Unit, Of),
    (   is_list(Numbers)
    ->  maplist(to_base(Unit), Numbers, Bases)
    ;   to_base(Unit, Numbers, Base),
        Bases = [Base]
    ).
meaning(Value, Meaning) :-
    meaning([Value], Meaning).

range_ends(at_least(Q), closed(Q), none).
range_ends(above(Q), open(Q), none).
range_ends(at_most(Q), none, closed(Q)).
range_ends(below(Q), none, open(Q)).
range_ends(between(Q1, Q2), closed(Q1), closed(Q2)).
range_ends(and(Low, High), Lower, Upper) :-
    range_ends(Low, Lower, none),
    range_ends(High, none, Upper).

first_end(closed(Q), _, Q).
first_end(open(Q), _, Q).
first_end(none, closed(Q), Q).
first_end(none, open(Q), Q).

number_unit(Number, Number, count) :-
    number(Number).
number_unit(Number*Unit, Number, unit(Unit)).

unit_of(count, count).
unit_of(unit(Unit), quantity(Quantity, Family)) :-
    unit_meaning(Unit, Quantity, form(Family, _, _)).

base_end(none, none).
base_end(closed(Q), closed(Base)) :-
    base_number(Q, Base).
base_end(open(Q), open(Base)) :-
    base_number(Q, Base).

base_number(Q, Base) :-
    number_unit(Q, Number, Unit),
    to_base(Unit, Number, Base).

%!  overlap(+RequestValue, +DeviceValue, -Matched) is semidet.
%
%   Matched is what the two values have in common, in the request's unit.
%   Fails if they do not correspond.

overlap(any, Value, Value) :-
    !.
overlap(RequestValue, DeviceValue, Matched) :-
    meaning(RequestValue, Request),
    meaning(DeviceValue, Device),
    common(Request, Device, Matched).

common(words(Wanted), words(Had), Matched) :-
    common_members(Wanted, Had, Common),
    one_or_list(Common, Matched).
common(texts(Wanted), texts(Had), Matched) :-
    common_members(Wanted, Had, Common),
    one_or_list(Common, Matched).
common(numbers(Of, Unit, Wanted), numbers(Of, _, Had), Matched) :-
    common_members(Wanted, Had, Common),
    write_numbers(Common, Unit, Matched).
common(numbers(Of, Unit, Wanted), range(Of, _, Lower, Upper), Matched) :-
    include(inside(Lower, Upper), Wanted, Common),
    write_numbers(Common, Unit, Matched).
common(range(Of, Unit, Lower, Upper), numbers(Of, _, Had), Matched) :-
    include(inside(Lower, Upper), Had, Common),
    write_numbers(Common, Unit, Matched).
common(range(Of, Unit, Lower1, Upper1), range(Of, _, Lower2, Upper2), Matched) :-
    tighter_lower(Lower1, Lower2, Lower),
    tighter_upper(Upper1, Upper2, Upper),
    has_number(Of, Lower, Upper),
    write_range(Lower, Upper, Unit, Matched).

common_members(Wanted, Had, Common) :-
    findall(Member, ( member(Member, Wanted), memberchk(Member, Had) ), Common).

one_or_list([One], One) :-
    !.
one_or_list([One, Two|More], [One, Two|More]).

inside(Lower, Upper, Number) :-
    over(Lower, Number),
    under(Upper, Number).

over(none, _).
over(closed(Bound), Number) :- Number >= Bound.
over(open(Bound), Number) :- Number > Bound.

under(none, _).
under(closed(Bound), Number) :- Number =< Bound.
under(open(Bound), Number) :- Number < Bound.

tighter_lower(none, End, End) :- !.
tighter_lower(End, none, End) :- !.
tighter_lower(End1, End2, Tighter) :-
    arg(1, End1, Bound1),
    arg(1, End2, Bound2),
    (   Bound1 > Bound2
    ->  Tighter = End1
    ;   Bound1 < Bound2
    ->  Tighter = End2
    ;   tighter_equal(End1, End2, Tighter)
    ).

tighter_upper(none, End, End) :- !.
tighter_upper(End, none, End) :- !.
tighter_upper(End1, End2, Tighter) :-
    arg(1, End1, Bound1),
    arg(1, End2, Bound2),
    (   Bound1 < Bound2
    ->  Tighter = End1
    ;   Bound1 > Bound2
    ->  Tighter = End2
    ;   tighter_equal(End1, End2, Tighter)
    ).

tighter_equal(open(Bound), _, open(Bound)) :- !.
tighter_equal(_, End, End).

%   A count is a whole number from 0 on, so a range of counts may be empty
%   though its ends leave a gap.

has_number(count, Lower, Upper) :-
    !,
    (   Lower = closed(First)
    ->  true
    ;   Lower = open(Bound)
    ->  First is Bound + 1
    ;   First = 0
    ),
    under(Upper, First).
has_number(_, none, _) :- !.
has_number(_, _, none) :- !.
has_number(_, closed(Bound1), closed(Bound2)) :-
    !,
    Bound1 =< Bound2.
has_number(_, Lower, Upper) :-
    arg(1, Lower, Bound1),
    arg(1, Upper, Bound2),
    Bound1 < Bound2.

write_numbers(Bases, Unit, Written) :-
    maplist(from_base(Unit), Bases, Numbers),
    one_or_list(Numbers, OneOrList),
    with_unit(OneOrList, Unit, Written).

with_unit(Numbers, count, Numbers).
with_unit(Numbers, unit(Unit), Numbers*Unit).

write_end(End, Unit, Written) :-
    arg(1, End, Base),
    from_base(Unit, Base, Number),
    with_unit(Number, Unit, Written).

write_range(closed(Bound), closed(Bound), Unit, Written) :-
    !,
    write_end(closed(Bound), Unit, Written).
write_range(closed(Bound1), closed(Bound2), Unit, between(Written1, Written2)) :-
    !,
    write_end(closed(Bound1), Unit, Written1),
    write_end(closed(Bound2), Unit, Written2).
write_range(Lower, none, Unit, Written) :-
    !,
    write_lower(Lower, Unit, Written).
write_range(none, Upper, Unit, Written) :-
    !,
    write_upper(Upper, Unit, Written).
write_range(Lower, Upper, Unit, and(Written1, Written2)) :-
    write_lower(Lower, Unit, Written1),
    write_upper(Upper, Unit, Written2).

write_lower(closed(Bound), Unit, at_least(Written)) :-
    write_end(closed(Bound), Unit, Written).
write_lower(open(Bound), Unit, above(Written)) :-
    write_end(open(Bound), Unit, Written).

write_upper(closed(Bound), Unit, at_most(Written)) :-
    write_end(closed(Bound), Unit, Written).
write_upper(open(Bound), Unit, below(Written)) :-
    write_end(open(Bound), Unit, Written).

%!  is_value(@Term) is semidet.
%
%   True if Term is a ground value of the language, as a state may have it.

is_value(Term) :-
    ground(Term),
    (   Term = [_|_]
    ->  is_list(Term),
        (   maplist(is_count, Term)
        ;   maplist(atom, Term)
        ;   maplist(string, Term)
        )
    ;   range_ends(Term, Lower, Upper)
    ->  first_end(Lower, Upper, _),
        forall(( member(End, [Lower, Upper]), first_end(End, none, Q) ),
               ( Q = Number*Unit
               ->  rational(Number, _, _),
                   unit_meaning(Unit, _, _)
               ;   is_count(Q)
               ))
    ;   Term = Numbers*Unit
    ->  atom(Unit),
        unit_meaning(Unit, _, _),
        (   rational(Numbers, _, _)
        ;   Numbers = [_|_],
            maplist(rational, Numbers)
        )
    ;   is_count(Term)
    ;   string(Term)
    ;   atom(Term),
        Term \== []
    ),
    !.

is_count(Number) :-
    integer(Number),
    Number >= 0.


                /*******************************
                *           THE WORLD          *
                *******************************/

empty_world(Transport, world(Transport, [], [], [])).

in_list(Old, New, List, NewList) :-
    append(Before, [Old|After], List),
    !,
    append(Before, [New|After], NewList).

connected(world(_, Systems, _, _), System) :-
    memberchk(System-connected, Systems).

device_of(world(_, _, Devices, _), Name, Device) :-
    Device = device(Name, _, _, _, _),
    memberchk(Device, Devices).

put_device(New, world(T, S, Devices, R), world(T, S, NewDevices, R)) :-
    New = device(Name, _, _, _, _),
    in_list(device(Name, _, _, _, _), New, Devices, NewDevices).

requester_of(world(_, _, _, Requesters), Name, Requester) :-
    Requester = requester(Name, _, _, _, _),
    memberchk(Requester, Requesters).

put_requester(New, world(T, S, D, Requesters), world(T, S, D, NewRequesters)) :-
    New = requester(Name, _, _, _, _),
    in_list(requester(Name, _, _, _, _), New, Requesters, NewRequesters).

outlet_of(World, RequesterName, OutletName, Outlet) :-
    requester_of(World, RequesterName, requester(_, _, _, Outlets, _)),
    Outlet = outlet(OutletName, _, _, _),
    memberchk(Outlet, Outlets).

put_outlet(RequesterName, New, World0, World) :-
    New = outlet(OutletName, _, _, _),
    requester_of(World0, RequesterName, requester(_, Spec, System, Outlets0, States)),
    in_list(outlet(OutletName, _, _, _), New, Outlets0, Outlets),
    put_requester(requester(RequesterName, Spec, System, Outlets, States),
                  World0, World).

%   A participant is device(Name) or requester(Name).

participant(World, device(Name), Spec, States) :-
    device_of(World, Name, device(_, Spec, _, _, States)).
participant(World, requester(Name), Spec, States) :-
    requester_of(World, Name, requester(_, Spec, _, _, States)).

state_value(World, Participant, State, Value) :-
    participant(World, Participant, _, States),
    memberchk(State-Value, States).

put_state(device(Name), State, Value, World0, World) :-
    device_of(World0, Name, device(_, Spec, System, Units, States0)),
    in_list(State-_, State-Value, States0, States),
    put_device(device(Name, Spec, System, Units, States), World0, World).
put_state(requester(Name), State, Value, World0, World) :-
    requester_of(World0, Name, requester(_, Spec, System, Outlets, States0)),
    in_list(State-_, State-Value, States0, States),
    put_requester(requester(Name, Spec, System, Outlets, States), World0, World).

put_unit(DeviceName, Unit, Availability, World0, World) :-
    device_of(World0, DeviceName, device(_, Spec, System, Units0, States)),
    in_list(Unit-_, Unit-Availability, Units0, Units),
    put_device(device(DeviceName, Spec, System, Units, States), World0, World).


                /*******************************
                *             EVENTS           *
                *******************************/

replay([], _, []).
replay([Event|Events], World0, [step(Event, World)|Steps]) :-
    happen(Event, World0, World),
    !,
    replay(Events, World, Steps).

%!  happen(+Event, +World0, -World) is det.

happen(device_connect(System, Name, Spec), World0, World) :-
    know_system(System, World0, World1),
    first_states(Spec, States),
    findall(Unit-available, told(registration_unit(Spec, Unit)), Units),
    World1 = world(T, Systems, Devices, Requesters),
    append(Devices, [device(Name, Spec, System, Units, States)], NewDevices),
    came(System, world(T, Systems, NewDevices, Requesters), World).
happen(device_disconnect(Name), World0, World) :-
    cancel_where(uses_device(Name), World0, World1, Cancelled),
    World1 = world(T, Systems, Devices, Requesters),
    selectchk(device(Name, _, _, _, _), Devices, NewDevices),
    went(Cancelled, world(T, Systems, NewDevices, Requesters), World).
happen(requester_create(System, Name, Spec), World0, World) :-
    know_system(System, World0, World1),
    first_states(Spec, States),
    findall(outlet(Outlet, inactive, none, []), told(outlet(Spec, Outlet, _)), Outlets),
    World1 = world(T, Systems, Devices, Requesters),
    append(Requesters, [requester(Name, Spec, System, Outlets, States)], NewRequesters),
    came(System, world(T, Systems, Devices, NewRequesters), World).
happen(requester_cancel(Name), World0, World) :-
    cancel_where(of_requester(Name), World0, World1, Cancelled),
    World1 = world(T, Systems, Devices, Requesters),
    selectchk(requester(Name, _, _, _, _), Requesters, NewRequesters),
    went(Cancelled, world(T, Systems, Devices, NewRequesters), World).
happen(system_connect(System), World0, World) :-
    know_system(System, World0, world(T, Systems0, Devices, Requesters)),
    in_list(System-_, System-connected, Systems0, Systems),
    came(System, world(T, Systems, Devices, Requesters), World).
happen(system_disconnect(System), World0, World) :-
    cancel_where(on_system(System), World0, World1, Cancelled),
    World1 = world(T, Systems0, Devices, Requesters),
    in_list(System-_, System-disconnected, Systems0, Systems),
    went(Cancelled, world(T, Systems, Devices, Requesters), World).

know_system(System, world(T, Systems, D, R), world(T, NewSystems, D, R)) :-
    (   memberchk(System-_, Systems)
    ->  NewSystems = Systems
    ;   append(Systems, [System-connected], NewSystems)
    ).

first_states(Spec, States) :-
    findall(State-Value, told(state(Spec, State, Value)), States).

came(System, World0, World) :-
    (   connected(World0, System)
    ->  perform_match(World0, World)
    ;   World = World0
    ).

went(Cancelled, World0, World) :-
    (   Cancelled == []
    ->  World = World0
    ;   perform_match(World0, World)
    ).

%   Which matches an event gives up.

uses_device(Device, _, _, Groups) :-
    memberchk(group(_, _, Device, _, _, _), Groups).

of_requester(Name, _, requester(Name, _, _, _, _), _).

on_system(System, _, requester(_, _, System, _, _), _) :-
    !.
on_system(System, World, _, Groups) :-
    member(group(_, _, Device, _, _, _), Groups),
    device_of(World, Device, device(_, _, System, _, _)),
    !.

%!  cancel_where(:Which, +World0, -World, -Cancelled) is det.
%
%   Give up every match for which call(Which, World0, Requester, Groups)
%   holds, in order of requester creation, then of outlet declaration.

cancel_where(Which, World0, World, Cancelled) :-
    World0 = world(_, _, _, Requesters),
    findall(RequesterName-OutletName,
            ( member(Requester, Requesters),
              Requester = requester(RequesterName, _, _, Outlets, _),
              member(outlet(OutletName, _, Active, Groups), Outlets),
              Active \== none,
              call(Which, World0, Requester, Groups)
            ),
            Cancelled),
    foldl(cancel_outlet, Cancelled, World0, World).

%!  cancel_outlet(+RequesterAndOutlet, +World0, -World) is det.
%
%   Give up the outlet's match; the outlet is inactive then.

cancel_outlet(RequesterName-OutletName, World0, World) :-
    outlet_of(World0, RequesterName, OutletName, outlet(_, _, _, Groups)),
    foldl(cancel_group(RequesterName), Groups, World0, World1),
    put_outlet(RequesterName, outlet(OutletName, inactive, none, []), World1, World).

cancel_group(RequesterName, group(_, _, Device, _, _, Match), World0, World) :-
    remove_with_device(Match, Device, World0, World1),
    remove_with_requester(Match, RequesterName, World1, World).


                /*******************************
                *         PERFORM MATCH        *
                *******************************/

%!  perform_match(+World0, -World) is det.

perform_match(World0, World) :-
    World0 = world(_, _, _, Requesters),
    findall(RequesterName-OutletName,
            ( member(requester(RequesterName, _, System, Outlets, _), Requesters),
              connected(World0, System),
              member(outlet(OutletName, Status, _, _), Outlets),
              Status \== threshold
            ),
            Queue),
    serve(Queue, World0, World1, nothing, Given),
    (   Given == something
    ->  perform_match(World1, World)
    ;   World = World1
    ).

%   Given is `something` if a pre-existing match was given up on the way.

serve([], World, World, Given, Given).
serve([RequesterName-OutletName|Queue], World0, World, Given0, Given) :-
    requester_of(World0, RequesterName, requester(_, Spec, System, _, _)),
    outlet_of(World0, RequesterName, OutletName, outlet(_, _, Active, _)),
    pool(World0, System, Pool),
    better_alternatives(Spec, OutletName, Active, Alternatives),
    (   Pool \== [],
        member(Alternative, Alternatives),
        satisfy_alternative(Spec, RequesterName, Alternative, Pool, World0, World1,
                            Groups)
    ->  (   Active == none
        ->  World2 = World1,
            Given1 = Given0
        ;   cancel_outlet(RequesterName-OutletName, World1, World2),
            Given1 = something
        ),
        reached_status(Spec, OutletName, Alternative, Status),
        put_outlet(RequesterName, outlet(OutletName, Status, Alternative, []),
                   World2, World3),
        foldl(record_group(RequesterName, OutletName), Groups, World3, World4)
    ;   World4 = World0,
        Given1 = Given0
    ),
    serve(Queue, World4, World, Given1, Given).

%!  pool(+World, +System, -Pool) is det.
%
%   Pool is the names of the devices that an outlet on System may use.

pool(World, System, Pool) :-
    World = world(Transport, _, Devices, _),
    findall(Name,
            ( member(device(Name, _, DeviceSystem, Units, _), Devices),
              connected(World, DeviceSystem),
              memberchk(_-available, Units),
              \+ ( Transport == whole_device,
                   held_elsewhere(World, Name, System)
                 )
            ),
            Pool).

held_elsewhere(world(_, _, _, Requesters), Device, System) :-
    member(requester(_, _, OtherSystem, Outlets, _), Requesters),
    OtherSystem \== System,
    member(outlet(_, _, _, Groups), Outlets),
    memberchk(group(_, _, Device, _, _, _), Groups).

%!  better_alternatives(+Spec, +Outlet, +Active, -Alternatives) is det.
%
%   Alternatives in descending priority, equal ones as written; only those
%   above the active one, if there is one.

better_alternatives(Spec, Outlet, Active, Alternatives) :-
    told(outlet(Spec, Outlet, Written)),
    sort(2, @>=, Written, Ranked),
    (   Active == none
    ->  Better = Ranked
    ;   priority(Active, Written, ActivePriority),
        include(priority_above(ActivePriority), Ranked, Better)
    ),
    findall(Alternative, member(Alternative-_, Better), Alternatives).

priority_above(Bound, _-Priority) :-
    Priority > Bound.

%   An alternative named twice counts with the first priority it is given.
priority(Alternative, Written, Priority) :-
    memberchk(Alternative-Priority, Written).

reached_status(Spec, Outlet, Alternative, Status) :-
    (   better_alternatives(Spec, Outlet, Alternative, [])
    ->  Status = threshold
    ;   Status = partial
    ).

%!  satisfy_alternative(+Spec, +Requester, +Alternative, +Pool,
%!                      +World0, -World, -Groups) is semidet.
%
%   Groups are the results, in order; in World they are applied with the
%   devices.

satisfy_alternative(Spec, Requester, Alternative, Pool, World0, World, Groups) :-
    told(composite_request(Spec, Alternative, Requests)),
    !,
    satisfy_requests(Requests, Spec, Requester, Pool, World0, World, Groups).

satisfy_requests([], _, _, _, World, World, []).
satisfy_requests([Request|Requests], Spec, Requester, Pool, World0, World, Groups) :-
    told(request(Spec, Request, RequestGroups)),
    member(Device, Pool),
    satisfy_groups(RequestGroups, Spec, Requester, Request, Device, World0, World1,
                   Groups1),
    !,
    satisfy_requests(Requests, Spec, Requester, Pool, World1, World, Groups2),
    append(Groups1, Groups2, Groups).

satisfy_groups([], _, _, _, _, World, World, []).
satisfy_groups([Name|Names], Spec, Requester, Request, Device, World0, World,
               [Group|Groups]) :-
    satisfy_group(Name, Spec, Requester, Request, Device, World0, World1, Group),
    satisfy_groups(Names, Spec, Requester, Request, Device, World1, World, Groups).

satisfy_group(Name, Spec, Requester, Request, Device, World0, World, Group) :-
    told(request_group(Spec, Name, _, accept(Accept), Modules)),
    device_of(World0, Device, device(_, DeviceSpec, _, _, _)),
    told(device_group(DeviceSpec, DeviceGroup, DeviceModules)),
    correspond(module, Modules, DeviceModules, in(World0, Requester, Device), Match,
               Factor),
    Match \== [],
    Factor >= Accept,
    !,
    Group = group(Request, Name, Device, DeviceGroup, Factor, Match),
    apply_with_device(Match, Device, World0, World).

record_group(RequesterName, OutletName, Group, World0, World) :-
    Group = group(_, _, _, _, _, Match),
    apply_with_requester(Match, RequesterName, World0, World1),
    outlet_of(World1, RequesterName, OutletName,
              outlet(_, Status, Alternative, Groups0)),
    append(Groups0, [Group], Groups),
    put_outlet(RequesterName, outlet(OutletName, Status, Alternative, Groups),
               World1, World).


                /*******************************
                *         CORRESPONDENCE       *
                *******************************/

%!  correspond(+Level, +RequestTerms, +DeviceTerms, +In, -Match, -Factor) is det.
%
%   Walk the request's terms of one level. Level is `module`, `category`,
%   `subcategory` or `aspect`; In is in(World, Requester, Device).

correspond(_, [], _, _, [], 0).
correspond(Level, [Term|Terms], DeviceTerms, In, Match, Factor) :-
    (   take(Level, Term, DeviceTerms, In, Node, Weight)
    ->  Match = [Node|Match1],
        correspond(Level, Terms, DeviceTerms, In, Match1, Factor1),
        Factor is Weight + Factor1
    ;   correspond(Level, Terms, DeviceTerms, In, Match, Factor)
    ).

%!  take(+Level, +RequestTerm, +DeviceTerms, +In, -Node, -Weight) is nondet.
%
%   Node is RequestTerm with a device's term; the first answer counts.

take(aspect, Term, DeviceTerms, _, leaf(Name, Notes, DeviceNotes, Matched), Weight) :-
    !,
    Term =.. [Name, Value|Notes],
    member(DeviceTerm, DeviceTerms),
    DeviceTerm =.. [Name, DeviceValue|DeviceNotes],
    overlap(Value, DeviceValue, Matched),
    own_weight(Notes, Weight).
take(Level, Term, DeviceTerms, In, branch(Name, Notes, DeviceNotes, Match), Weight) :-
    branch(Term, Name, List),
    notes_and_children(requester, List, Notes, Children),
    member(DeviceTerm, DeviceTerms),
    branch(DeviceTerm, Name, DeviceList),
    notes_and_children(device, DeviceList, DeviceNotes, DeviceChildren),
    In = in(World, Requester, Device),
    units_available(DeviceNotes, World, Device),
    below(Level, Next),
    correspond(Next, Children, DeviceChildren, In, Match, Below),
    Match \== [],
    forall(member(accept(Accept), Notes), Below >= Accept),
    conditions_hold(DeviceNotes, device(Device), World, Match),
    conditions_hold(Notes, requester(Requester), World, Match),
    own_weight(Notes, Own),
    Weight is Own + Below.

below(module, category).
below(category, subcategory).
below(subcategory, aspect).

branch(Term, Name, List) :-
    (   Term =.. [Name, List]
    ;   Term =.. [Name, _Id, List]
    ),
    !.

%   What a branch's list says about the branch, and what is below it. A weight
%   is a note only with a plain number; with a unit it is the aspect.

notes_and_children(Side, List, Notes, Children) :-
    partition(note(Side), List, Notes, Children).

note(device, registration_unit(_)).
note(_, code_interface(_)).
note(_, match_condition(_)).
note(_, state_adjust(_)).
note(requester, accept(_)).
note(requester, weight(Number)) :-
    number(Number).

own_weight(Notes, Weight) :-
    (   memberchk(weight(Weight0), Notes)
    ->  Weight = Weight0
    ;   Weight = 0
    ).

units_available(DeviceNotes, World, Device) :-
    device_of(World, Device, device(_, _, _, Units, _)),
    forall(member(registration_unit(Unit), DeviceNotes),
           memberchk(Unit-available, Units)).

conditions_hold(Notes, Participant, World, Match) :-
    forall(member(match_condition(Condition), Notes),
           condition_holds(Condition, Participant, World, Match)).

condition_holds(Condition, Participant, World, Match) :-
    participant(World, Participant, Spec, _),
    run_body(match_condition(Spec, Condition, Match), Spec, Participant, World).


                /*******************************
                *       APPLY AND REMOVE       *
                *******************************/

apply_with_device(Match, Device, World0, World) :-
    foldl(apply_node_with_device(Device), Match, World0, World).

apply_node_with_device(Device, leaf(_, _, Notes, Value), World0, World) :-
    findall(State, member(state(State), Notes), States),
    foldl(set_state(device(Device), Value), States, World0, World).
apply_node_with_device(Device, branch(_, _, Notes, Match), World0, World) :-
    adjust_states(Notes, apply, device(Device), World0, World1),
    set_units(Notes, Device, taken, World1, World2),
    apply_with_device(Match, Device, World2, World).

remove_with_device(Match, Device, World0, World) :-
    foldl(remove_node_with_device(Device), Match, World0, World).

remove_node_with_device(_, leaf(_, _, _, _), World, World).
remove_node_with_device(Device, branch(_, _, Notes, Match), World0, World) :-
    adjust_states(Notes, remove, device(Device), World0, World1),
    set_units(Notes, Device, available, World1, World2),
    remove_with_device(Match, Device, World2, World).

apply_with_requester(Match, Requester, World0, World) :-
    foldl(node_with_requester(apply, Requester), Match, World0, World).

remove_with_requester(Match, Requester, World0, World) :-
    foldl(node_with_requester(remove, Requester), Match, World0, World).

node_with_requester(_, _, leaf(_, _, _, _), World, World).
node_with_requester(Mode, Requester, branch(_, Notes, _, Match), World0, World) :-
    adjust_states(Notes, Mode, requester(Requester), World0, World1),
    foldl(node_with_requester(Mode, Requester), Match, World1, World).

set_state(Participant, Value, State, World0, World) :-
    put_state(Participant, State, Value, World0, World).

set_units(Notes, Device, Availability, World0, World) :-
    findall(Unit, member(registration_unit(Unit), Notes), Units),
    foldl(set_unit(Device, Availability), Units, World0, World).

set_unit(Device, Availability, Unit, World0, World) :-
    put_unit(Device, Unit, Availability, World0, World).

adjust_states(Notes, Mode, Participant, World0, World) :-
    findall(Adjust, member(state_adjust(Adjust), Notes), Adjusts),
    foldl(adjust(Mode, Participant), Adjusts, World0, World).

%   All states that the adjustment has clauses for, in order of the first one.

adjust(Mode, Participant, Adjust, World0, World) :-
    participant(World0, Participant, Spec, _),
    spec_module(Spec, Module),
    Head = state_adjust(Spec, Adjust, State, Mode, _, _),
    findall(State,
            ( body_head(Module, state_adjust(_, _, _, _, _, _)),
              clause(Module:Head, _)
            ),
            Mentioned),
    list_to_set(Mentioned, States),
    foldl(adjust_state(Mode, Participant, Adjust), States, World0, World).

adjust_state(Mode, Participant, Adjust, State, World0, World) :-
    participant(World0, Participant, Spec, _),
    state_value(World0, Participant, State, Old),
    (   run_body(state_adjust(Spec, Adjust, State, Mode, Old, New), Spec, Participant,
                 World0),
        exact(New, Value),
        is_value(Value)
    ->  put_state(Participant, State, Value, World0, World)
    ;   World = World0
    ).


                /*******************************
                *            BODIES            *
                *******************************/

%   Run a condition or an adjustment of a spec. What it may ask about the
%   world is kept in a global variable for as long as it runs.

run_body(Goal, Spec, Participant, World) :-
    spec_module(Spec, Module),
    b_setval(plain_match_context, context(Participant, World)),
    catch(call_with_inference_limit(once(Module:Goal), 1_000_000, Result), _, fail),
    Result \== inference_limit_exceeded.

%!  submatch_value(+SubMatch, +Path, -Value) is nondet.

submatch_value(SubMatch, [Name], Value) :-
    member(leaf(Name, _, _, Value), SubMatch).
submatch_value(SubMatch, [Name|Path], Value) :-
    Path = [_|_],
    member(branch(Name, _, _, Below), SubMatch),
    submatch_value(Below, Path, Value).

%!  current_state(+State, -Value) is semidet.

current_state(State, Value) :-
    b_getval(plain_match_context, context(Participant, World)),
    state_value(World, Participant, State, Value).

%!  in_unit(+Value, +Unit, -Number) is semidet.

in_unit(Written*WrittenUnit, Unit, Number) :-
    rational(Written, _, _),
    unit_of(unit(WrittenUnit), Of),
    unit_of(unit(Unit), Of),
    to_base(unit(WrittenUnit), Written, Base),
    from_base(unit(Unit), Base, Number).


                /*******************************
                *             JSON             *
                *******************************/

json_line(Event, world(_, _, Devices, Requesters)) -->
    { findall([Requester, Outlet, Alternative, Request, RequestGroup, Device,
               DeviceGroup, Factor],
              ( member(requester(Requester, _, _, Outlets, _), Requesters),
                member(outlet(Outlet, _, Alternative, Groups), Outlets),
                member(group(Request, RequestGroup, Device, DeviceGroup, Factor, _),
                       Groups)
              ),
              Transactions0),
      msort(Transactions0, Transactions),
      findall([Requester, Outlet, Active, Status],
              ( member(requester(Requester, _, _, Outlets, _), Requesters),
                member(outlet(Outlet, Status, Active, _), Outlets)
              ),
              Outlets0),
      msort(Outlets0, OutletRows),
      findall([Device, Unit, Availability],
              ( member(device(Device, _, _, Units, _), Devices),
                member(Unit-Availability, Units)
              ),
              Units0),
      msort(Units0, UnitRows),
      findall([Device, State, Value],
              ( member(device(Device, _, _, _, States), Devices),
                member(State-Value, States)
              ),
              States0),
      msort(States0, StateRows)
    },
    "{\"event\": ", json_event(Event),
    ", \"transactions\": [", json_rows(Transactions, json_transaction),
    "], \"outlets\": [", json_rows(OutletRows, json_outlet),
    "], \"registration_units\": [", json_rows(UnitRows, json_unit),
    "], \"states\": [", json_rows(StateRows, json_state),
    "]}".

json_event(Event) -->
    { Event =.. [Type|Values],
      event_keys(Type, Keys)
    },
    "{\"type\": ", json_text(Type), json_event_fields(Keys, Values), "}".

event_keys(device_connect, [system, device, spec]).
event_keys(device_disconnect, [device]).
event_keys(requester_create, [system, requester, spec]).
event_keys(requester_cancel, [requester]).
event_keys(system_connect, [system]).
event_keys(system_disconnect, [system]).

json_event_fields([], []) -->
    [].
json_event_fields([Key|Keys], [Value|Values]) -->
    ", ", json_text(Key), ": ", json_text(Value),
    json_event_fields(Keys, Values).

json_rows([], _) -->
    [].
json_rows([Row|Rows], Kind) -->
    "{", call(Kind, Row), "}",
    (   { Rows == [] }
    ->  []
    ;   ", ",
        json_rows(Rows, Kind)
    ).

json_transaction([Requester, Outlet, Alternative, Request, RequestGroup, Device,
                  DeviceGroup, Factor]) -->
    "\"requester\": ", json_text(Requester),
    ", \"outlet\": ", json_text(Outlet),
    ", \"alternative\": ", json_text(Alternative),
    ", \"request\": ", json_text(Request),
    ", \"request_group\": ", json_text(RequestGroup),
    ", \"device\": ", json_text(Device),
    ", \"device_group\": ", json_text(DeviceGroup),
    ", \"match_factor\": ", shown(Factor).

json_outlet([Requester, Outlet, Active, Status]) -->
    "\"requester\": ", json_text(Requester),
    ", \"outlet\": ", json_text(Outlet),
    ", \"active\": ", json_active(Active, Status),
    ", \"status\": ", json_text(Status).

json_active(_, inactive) -->
    !,
    "null".
json_active(Active, _) -->
    json_text(Active).

json_unit([Device, Unit, Availability]) -->
    "\"device\": ", json_text(Device),
    ", \"unit\": ", json_text(Unit),
    ", \"available\": ",
    (   { Availability == available }
    ->  "true"
    ;   "false"
    ).

json_state([Device, State, Value]) -->
    { value_text(Value, Text) },
    "\"device\": ", json_text(Device),
    ", \"state\": ", json_text(State),
    ", \"value\": ", json_text(Text).

json_text(Text) -->
    { string_codes(Text, Codes) },
    "\"", json_codes(Codes), "\"".

json_codes([]) -->
    [].
json_codes([Code|Codes]) -->
    json_code(Code),
    json_codes(Codes).

json_code(0'") --> !, "\\\"".
json_code(0'\\) --> !, "\\\\".
json_code(0'\n) --> !, "\\n".
json_code(0'\t) --> !, "\\t".
json_code(0'\r) --> !, "\\r".
json_code(Code) -->
    { Code < 32 },
    !,
    { format(codes(Escape), "\\u~|~`0t~16r~4+", [Code]) },
    string_of(Escape).
json_code(Code) -->
    [Code].

string_of([]) -->
    [].
string_of([Code|Codes]) -->
    [Code],
    string_of(Codes).

%!  value_text(+Value, -Text) is det.
%
%   Text is the value as it would be written in the language.

value_text(Value, Text) :-
    phrase(shown(Value), Codes),
    string_codes(Text, Codes).

shown(Number) -->
    { number(Number) },
    !,
    shown_number(Number).
shown([First|Rest]) -->
    !,
    "[", shown(First), shown_rest(Rest), "]".
shown(Number*Unit) -->
    !,
    shown(Number), "*", shown(Unit).
shown(Range) -->
    { compound(Range),
      !,
      Range =.. [Name|Arguments]
    },
    shown(Name), "(", shown_arguments(Arguments), ")".
shown(Text) -->
    { string(Text),
      !,
      format(codes(Codes), "~q", [Text])
    },
    string_of(Codes).
shown(Atom) -->
    { atom_codes(Atom, Codes),
      plain_word(Codes),
      !
    },
    string_of(Codes).
shown(Atom) -->
    % A symbol such as `″` is quoted: `5*″` would be read as one operator.
    { quoted(Atom, Codes) },
    string_of(Codes).

%   A word that begins with a small letter of any alphabet needs no quotes.

plain_word(Codes) :-
    Codes = [First|_],
    code_type(First, prolog_atom_start),
    atom_codes(Atom, Codes),
    format(codes(Codes), "~q", [Atom]).

quoted(Atom, Codes) :-
    format(codes(Written), "~q", [Atom]),
    (   Written = [0'\'|_]
    ->  Codes = Written
    ;   format(codes(Codes), "'~w'", [Atom])
    ).

shown_rest([]) -->
    [].
shown_rest([First|Rest]) -->
    ", ", shown(First), shown_rest(Rest).

shown_arguments([First|Rest]) -->
    shown(First), shown_rest(Rest).

shown_number(Number) -->
    { Number < 0,
      !,
      Positive is -Number
    },
    "-", shown_number(Positive).
shown_number(Number) -->
    { integer(Number),
      !,
      number_codes(Number, Codes)
    },
    string_of(Codes).
shown_number(Number) -->
    { Below is denominator(Number),
      decimal_places(Below, 0, Places),
      !,
      Scaled is Number * 10**Places,
      Whole is Scaled // 10**Places,
      Fraction is Scaled mod 10**Places,
      format(codes(Codes), "~d.~|~`0t~d~*+", [Whole, Fraction, Places])
    },
    string_of(Codes).
shown_number(Number) -->
    { Above is numerator(Number),
      Below is denominator(Number),
      format(codes(Codes), "~dr~d", [Above, Below])
    },
    string_of(Codes).

%   How many places a fraction with this denominator takes; fails if it never
%   ends.

decimal_places(Denominator, Places0, Places) :-
    (   10**Places0 mod Denominator =:= 0
    ->  Places = Places0
    ;   rest_of_twos_and_fives(Denominator, 1),
        Places1 is Places0 + 1,
        decimal_places(Denominator, Places1, Places)
    ).

rest_of_twos_and_fives(Number, Rest) :-
    (   Number mod 2 =:= 0
    ->  Half is Number // 2,
        rest_of_twos_and_fives(Half, Rest)
    ;   Number mod 5 =:= 0
    ->  Fifth is Number // 5,
        rest_of_twos_and_fives(Fifth, Rest)
    ;   Rest = Number
    ).
