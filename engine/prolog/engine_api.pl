% SPDX-License-Identifier: Apache-2.0
:- module(engine_api,
          [ api_open/2,                 % +Options, -Session
            api_close/1,                % +Session
            api_snapshot/2,             % +Session, -Text
            api_restore/2,              % +Text, -Outcome
            api_load/3,                 % +Session, +Sources, -Diagnostics
            api_replace/5,              % +Session, +Sources, +Narrator, -Changes, -Diagnostics
            api_check/2,                % +Session, -Diagnostics
            api_scenario/2,             % +Session, -Events
            api_event/5,                % +Session, +Event, +Narrator, -Changes, -Diagnostics
            api_transactions/2,         % +Session, -Transactions
            api_outlets/2,              % +Session, -Outlets
            api_units/2,                % +Session, -Units
            api_states/2,               % +Session, -States
            api_code_interfaces/2,      % +Session, -Entries
            api_data_interfaces/2,      % +Session, -Entries
            api_explain/4,              % +Session, +Outlet, +Restrictions, -Explanation
            api_taxonomy/3,             % +Session, +Words, -Entries
            api_unit/3,                 % +Session, +Spelling, -Outcome
            api_equal/4,                % +Session, +Spec1, +Spec2, -Outcome
            api_compare/3,              % +Session, +Specs, -Outcome
            api_structure/3,            % +Session, +Spec, -Outcome
            api_device_specs/2,         % +Session, -Specs
            api_convert/3,              % +Source, +To, -Outcome
            api_rest/0
          ]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(library(apply), [maplist/3]).
:- use_module(builtin, []).
:- use_module(knowledge_base).
:- use_module(body_store, [forget_bodies/1]).
:- use_module(loader, [load_sources/4, path_text/2]).
:- use_module(replacement, [replace_specs/6]).
:- use_module(session_texts, [placed_findings/3]).
:- use_module(analysis, [session_findings/2]).
:- use_module(events, [handle_event/3]).
:- use_module(outlet_changes, [take_outlet_changes/3]).
:- use_module(outlet_tables,
              [ outlet_transaction/3, outlet_code_interface/3, outlet_data_interface/3 ]).
:- use_module(worlds, [event_problem/3]).
:- use_module(value_rows, [value_row/2, unit_row/2]).
:- use_module(units, [resolve_unit/3]).
:- use_module(explanation, [explain/4]).
:- use_module(nearest, [nearest/3]).
:- use_module(word_search, [found_words/3]).
:- use_module(equivalence, [spec_difference/4]).
:- use_module(comparison, [aspect_tables/3]).
:- use_module(structure, [spec_structure/3]).
:- use_module(conversion, [converted/3]).
:- use_module(snapshot_writer, [snapshot_text/2]).
:- use_module(snapshot_reader, [snapshot_transport/2, restore/2]).
:- use_module(json_nodes, [json_root/2]).
:- use_module(positions, [line_and_column/4]).
:- use_module(messages, [message_sentence/2]).

/** <module> The only module that C++ calls

Nothing but terms crosses: no goal is built from text and no printed term is
parsed. All predicates are det. What a caller can do wrong comes back as
diagnostics; an exception is a fault of the engine.

A diagnostic is diagnostic(Severity, Source, Line, Column, Path, Sentence),
Severity `error` or `warning`, Line and Column from 1 or 0 where unknown.

What changes a session runs in changing/1, a transaction: an exception, wherever it comes
from, leaves every fact of the session as it was and where it was. An
explanation, which tries things out, runs in trying/1: it changes nothing even
where it is cut short.
*/

%!  api_open(+Options, -Session:integer) is det.
%
%   Options: transport(shared) or transport(whole_device).

api_open(Options, Session) :-
    (   memberchk(transport(Transport), Options)
    ->  true
    ;   Transport = shared
    ),
    open_session(Transport, Session).

%!  api_close(+Session) is det.

api_close(Session) :-
    session(Session, _, _, Home),
    forget_bodies(Home),
    close_session(Session).

%!  api_snapshot(+Session, -Text:string) is det.
%
%   Everything that the session knows, as JSON: see snapshot_writer.pl.

api_snapshot(Session, Text) :-
    snapshot_text(Session, Text).

%!  api_restore(+Text:string, -Outcome) is det.
%
%   Outcome is session(Session), a new one that is as the one was that
%   api_snapshot/2 gave Text for; or invalid(Line, Column, Place, Sentence),
%   Place such as `devices[2].spec` or '' for all of Text. There is no session
%   then, nor after an exception.

api_restore(Text, Outcome) :-
    catch(restored(Text, Session), bad_json(Offset, Place, What), true),
    (   var(What)
    ->  Outcome = session(Session)
    ;   line_and_column(Text, Offset, Line, Column),
        message_sentence(snapshot(What), Sentence),
        Outcome = invalid(Line, Column, Place, Sentence)
    ),
    !.

restored(Text, Session) :-
    json_root(Text, Node),
    snapshot_transport(Node, Transport),
    api_open([transport(Transport)], Session),
    catch(restore(Node, Session), Error, true),
    (   var(Error)
    ->  true
    ;   api_close(Session),
        throw(Error)
    ).

%!  api_load(+Session, +Sources, -Diagnostics) is det.
%
%   Sources are file(Path, Role), text(Name, Text, Role) and json(Name, Text,
%   Role), Role `taxonomy`, `units` or `description`. All or nothing: nothing
%   where a diagnostic is an error. Where the host defines user:host_progress(Done, Total), it is called
%   as each source has been read.

api_load(Session, Sources, Diagnostics) :-
    load_sources(Session, Sources, engine_api:progress, Diagnostics),
    !.

progress(Done, Total) :-
    Goal =.. [host_progress, Done, Total],
    (   predicate_property(user:Goal, foreign)
    ->  call(user:Goal)
    ;   true
    ).

%!  api_replace(+Session, +Sources, +Narrator, -Changes, -Diagnostics) is det.
%
%   As api_load/3, but specs that are loaded are replaced by those of Sources:
%   see replacement.pl. Narrator, Changes and Diagnostics are as in api_event/5,
%   and an error in Diagnostics means that nothing has changed. So does an
%   exception, wherever it comes from.

api_replace(Session, Sources, Narrator, Changes, Diagnostics) :-
    changing(replaced(Session, Sources, Narrator, Changes, Diagnostics)).

replaced(Session, Sources, Narrator, Changes, Diagnostics) :-
    narrator(Narrator, Closure),
    replace_specs(Session, Sources, engine_api:progress, Closure, Cause, Diagnostics),
    take_outlet_changes(Session, Cause, Changes0),
    maplist(change_row, Changes0, Changes),
    !.

%!  api_check(+Session, -Diagnostics) is det.
%
%   What is suspicious in the specs that are loaded, as warnings.

api_check(Session, Diagnostics) :-
    session_findings(Session, Found),
    placed_findings(Session, Found, Diagnostics).

%!  api_scenario(+Session, -Events) is det.
%
%   The events that were loaded and have not been replayed, in order.

api_scenario(Session, Events) :-
    findall(Event, scenario_event(Session, Event), Events).

%!  api_event(+Session, +Event, +Narrator, -Changes, -Diagnostics) is det.
%
%   Narrator is `silent`, or `host`: each line of the transcript then goes to
%   user:host_line(Depth, Kind, Text), which the host defines. Changes are those
%   of outlets, in the order in which they happened, each
%
%       change(Number, Requester, Outlet, Kind, Before, Active, Status, Lost,
%              Transactions, CodeInterfaces, DataInterfaces, Reason)
%
%   Number counts from 1 in the session; Kind is as in outlet_changes.pl; Before
%   and Active are alternatives, '' where there is none; Lost is what it had
%   before the change, the other lists what it has after it, as the predicates
%   below have them. Diagnostics are warnings from bodies, or one error where the
%   event cannot happen: then nothing has changed. Nor has anything where this
%   throws: see the notes on transactions above.

api_event(Session, Event, Narrator, Changes, Diagnostics) :-
    changing(event(Session, Event, Narrator, Changes, Diagnostics)).

event(Session, Event, Narrator, Changes, Diagnostics) :-
    (   event_problem(Event, live(Session), name(_, Problem))
    ->  Found = [diagnostic(error, '', none, [], impossible_event(Problem))],
        Changes = []
    ;   narrator(Narrator, Closure),
        handle_event(Session, Closure, Event),
        take_outlet_changes(Session, Event, Changes0),
        maplist(change_row, Changes0, Changes),
        take_warnings(Session, Found)
    ),
    placed_findings(Session, Found, Diagnostics),
    !.

change_row(reasoned(change(Number, Requester, Outlet, Kind, Before, After), Reason),
           change(Number, Requester, Outlet, Kind, Active0, Active, Status, Lost, Transactions,
                  Codes, Datas, Reason)) :-
    holding_row(Before, Active0, _, Lost, _, _),
    holding_row(After, Active, Status, Transactions, Codes, Datas).

holding_row(nothing, '', inactive, [], [], []).
holding_row(holding(Active0, Status, Transactions, Codes, Datas0),
            Active, Status, Transactions, Codes, Datas) :-
    (   Active0 == none
    ->  Active = ''
    ;   Active = Active0
    ),
    maplist(data_row, Datas0, Datas).

data_row(data_interface(Requester, Outlet, Interface, Aspect, Value),
         data_interface(Requester, Outlet, Interface, Aspect, Row)) :-
    value_row(Value, Row).

narrator(silent, silent).
narrator(host, to(user:host_line)).

%!  api_transactions(+Session, -Transactions) is det.
%
%   transaction(Requester, Outlet, Alternative, Request, RequestGroup, Device,
%   DeviceGroup, Numerator, Denominator) of the match factor, in no order.

api_transactions(Session, Transactions) :-
    findall(Transaction, outlet_transaction(Session, _, Transaction), Transactions).

%!  api_outlets(+Session, -Outlets) is det.
%
%   outlet(Requester, Outlet, Active, Status), Active '' where none is.

api_outlets(Session, Outlets) :-
    findall(outlet(Requester, Outlet, Active, Status),
            ( outlet(Session, OutletKey, RequesterKey, Outlet),
              requester(Session, RequesterKey, Requester, _, _),
              outlet_status(OutletKey, Active0, Status),
              active_name(Active0, Active)
            ),
            Outlets).

active_name(none, '').
active_name(active(Alternative, _), Alternative).

%!  api_units(+Session, -Units) is det.
%
%   unit(Device, Unit, Available), Available `true` or `false`.

api_units(Session, Units) :-
    findall(unit(Device, Unit, Available),
            ( device(Session, Key, Device, Spec, _),
              spec_unit(Session, Spec, Unit),
              (   unit_taken(Key, Unit)
              ->  Available = false
              ;   Available = true
              )
            ),
            Units).

%!  api_states(+Session, -States) is det.
%
%   state(Device, State, Value), Value as value_rows.pl has it.

api_states(Session, States) :-
    findall(state(Device, State, Row),
            ( device(Session, Key, Device, _, _),
              state_value(Key, State, Value),
              value_row(Value, Row)
            ),
            States).

%!  api_code_interfaces(+Session, -Entries) is det.
%
%   code_interface(Requester, Outlet, Asked, Device, Had, Operations).

api_code_interfaces(Session, Entries) :-
    findall(Entry, outlet_code_interface(Session, _, Entry), Entries).

%!  api_data_interfaces(+Session, -Entries) is det.
%
%   data_interface(Requester, Outlet, Interface, Aspect, Value), Value as
%   value_rows.pl has it.

api_data_interfaces(Session, Entries) :-
    findall(Entry, outlet_data_interface(Session, _, Entry), Entries0),
    maplist(data_row, Entries0, Entries).

%!  api_explain(+Session, +Outlet, +Restrictions, -Explanation) is det.
%
%   Why Outlet, outlet(Requester, Name), does not get what it asks for.
%   Restrictions may hold alternative(Name) and device(Name); without them, all
%   alternatives and all devices on connected systems are meant. Explanation is
%   as explanation.pl has it, with names for keys, a list of
%   holder(Requester, Outlet) for holders, and each factor a Numerator/Denominator;
%   or unknown(Kind, Name, Nearest), Kind `requester`, `outlet`, `alternative` or
%   `device`, Nearest '' where there is none. Nothing changes.

api_explain(Session, outlet(Requester, Name), Restrictions, Explanation) :-
    asked_about(Session, Requester, Name, Restrictions, Outlet, Question, Unknown),
    (   nonvar(Unknown)
    ->  Explanation = Unknown
    ;   trying(explain(Session, Outlet, Question, Explanation0)),
        named_explanation(Explanation0, Session, Explanation)
    ).

asked_about(Session, Requester, Name, Restrictions, Outlet, Question, Unknown) :-
    (   \+ requester(Session, _, Requester, _, _)
    ->  findall(Known, requester(Session, _, Known, _, _), Knowns),
        unknown(requester, Requester, Knowns, Unknown)
    ;   requester(Session, Key, Requester, _, _),
        \+ outlet(Session, _, Key, Name)
    ->  findall(Known, outlet(Session, _, Key, Known), Knowns),
        unknown(outlet, Name, Knowns, Unknown)
    ;   requester(Session, Key, Requester, Spec, _),
        outlet(Session, Outlet, Key, Name),
        spec_outlet(Session, Spec, Name, Alternatives0),
        asked_alternatives(Restrictions, Alternatives0, Alternatives, Unknown),
        asked_devices(Restrictions, Session, Devices, Unknown),
        (   memberchk(device(_), Restrictions)
        ->  Whole = some
        ;   Whole = all
        ),
        Question = question(Alternatives, Devices, Whole)
    ),
    !.

asked_alternatives(Restrictions, Alternatives0, Alternatives, Unknown) :-
    (   memberchk(alternative(Name), Restrictions)
    ->  (   memberchk(alternative(Name, Priority, Requests), Alternatives0)
        ->  Alternatives = [alternative(Name, Priority, Requests)]
        ;   Alternatives = [],
            findall(Known, member(alternative(Known, _, _), Alternatives0), Knowns),
            unknown(alternative, Name, Knowns, Unknown)
        )
    ;   Alternatives = Alternatives0
    ).

asked_devices(Restrictions, Session, Devices, Unknown) :-
    (   memberchk(device(Name), Restrictions)
    ->  (   device(Session, Key, Name, Spec, _)
        ->  Devices = [participant(Key, Spec)]
        ;   Devices = [],
            findall(Known, device(Session, _, Known, _, _), Knowns),
            ignore(unknown(device, Name, Knowns, Unknown))
        )
    ;   findall(participant(Key, Spec),
                ( device(Session, Key, _, Spec, System),
                  system(Session, System, connected)
                ),
                Devices)
    ).

unknown(Kind, Name, Knowns, unknown(Kind, Name, Nearest)) :-
    (   nearest(Name, Knowns, Nearest0)
    ->  Nearest = Nearest0
    ;   Nearest = ''
    ).

named_explanation(explanation(Verdict, Alternatives0), Session,
                  explanation(Verdict, Alternatives)) :-
    findall(alternative(Name, Each, Requests),
            ( member(alternative(Name, Each, Requests0), Alternatives0),
              named_requests(Requests0, Session, Requests)
            ),
            Alternatives).

named_requests(Requests0, Session, Requests) :-
    findall(request(Name, Verdict, Groups),
            ( member(request(Name, Verdict, Groups0), Requests0),
              findall(Group,
                      ( member(Group0, Groups0),
                        named_group(Group0, Session, Group)
                      ),
                      Groups)
            ),
            Requests).

named_group(group(Name, Key, DeviceGroup, Reached, Needed, Reach, Changes0), Session,
            group(Name, Device, DeviceGroup, N1/D1, N2/D2, Reach, Changes)) :-
    (   device(Session, Key, Device0, _, _)
    ->  Device = Device0
    ;   Device = ''
    ),
    rational(Reached, N1, D1),
    rational(Needed, N2, D2),
    findall(Change,
            ( member(Change0, Changes0),
              named_change(Change0, Session, Change)
            ),
            Changes).

named_change(absent(Path0, Asked), _, absent(Path, Asked)) :-
    atomic_list_concat(Path0, /, Path).
named_change(other_value(Path0, Asked, Had), _, other_value(Path, Asked, Had)) :-
    atomic_list_concat(Path0, /, Path).
named_change(unit_needed_twice(Path0, Unit, Group), _, unit_needed_twice(Path, Unit, Group)) :-
    atomic_list_concat(Path0, /, Path).
named_change(unit_taken(Path0, Unit, Outlets), Session, unit_taken(Path, Unit, Holders)) :-
    atomic_list_concat(Path0, /, Path),
    named_holders(Outlets, Session, Holders).
named_change(device_taken(Outlets), Session, device_taken(Holders)) :-
    named_holders(Outlets, Session, Holders).
named_change(condition_refuses(Path0, Condition, Spec), _,
             condition_refuses(Path, Condition, Spec)) :-
    atomic_list_concat(Path0, /, Path).

named_holders(Outlets, Session, Holders) :-
    findall(holder(Requester, Name),
            ( member(Outlet, Outlets),
              outlet(Session, Outlet, Key, Name),
              requester(Session, Key, Requester, _, _)
            ),
            Holders).

%!  api_taxonomy(+Session, +Words, -Entries) is det.
%
%   See word_search.pl. Words are texts; [] finds everything.

api_taxonomy(Session, Words, Entries) :-
    session(Session, _, Layers, _),
    found_words(Layers, Words, Entries).

%!  api_unit(+Session, +Spelling, -Outcome) is det.
%
%   Outcome is the unit of this name or symbol, an atom, as value_rows.pl has
%   it, or problem(Sentence) where the session has none.

api_unit(Session, Spelling, Outcome) :-
    session(Session, _, Layers, _),
    (   resolve_unit(Layers, Spelling, Unit)
    ->  unit_row(Unit, Outcome)
    ;   message_sentence(bad_value(unknown_unit(Spelling, _, Layers), quantity), Sentence),
        Outcome = problem(Sentence)
    ),
    !.

%!  api_equal(+Session, +Spec1, +Spec2, -Outcome) is det.
%
%   Outcome is `equivalent`; difference(Kind, Path1, Path2, Has1, Has2), texts,
%   the last two '' where there is nothing; or problem(Sentence) where one is no
%   device spec. See equivalence.pl.

api_equal(Session, Spec1, Spec2, Outcome) :-
    (   not_a_device(Session, [Spec1, Spec2], Sentence)
    ->  Outcome = problem(Sentence)
    ;   spec_difference(Session, Spec1, Spec2, Difference),
        equal_outcome(Difference, Outcome)
    ),
    !.

equal_outcome(none, equivalent).
equal_outcome(difference(Kind, Path1, Path2, Has1, Has2),
              difference(Kind, Text1, Text2, Has1, Has2)) :-
    path_text(Path1, Text1),
    path_text(Path2, Text2).

%!  api_compare(+Session, +Specs, -Outcome) is det.
%
%   Outcome is tables(Tables), see comparison.pl, or problem(Sentence) where one
%   is no device spec.

api_compare(Session, Specs, Outcome) :-
    (   not_a_device(Session, Specs, Sentence)
    ->  Outcome = problem(Sentence)
    ;   aspect_tables(Session, Specs, Tables),
        Outcome = tables(Tables)
    ),
    !.

%!  api_structure(+Session, +Spec, -Outcome) is det.
%
%   Outcome is structure(Text, Groups, Connections), see structure.pl, or
%   problem(Sentence) where Spec is no device spec.

api_structure(Session, Spec, Outcome) :-
    (   not_a_device(Session, [Spec], Sentence)
    ->  Outcome = problem(Sentence)
    ;   spec_structure(Session, Spec, Outcome)
    ),
    !.

%!  api_device_specs(+Session, -Specs) is det.
%
%   Specs are device_spec(Spec, Text, Identities) in the order of their
%   loading, Identities Vendor-Product.

api_device_specs(Session, Specs) :-
    findall(device_spec(Spec, Text, Identities),
            ( spec(Session, Spec, device, Text),
              findall(Vendor-Product, usb_identity(Session, Spec, Vendor, Product), Identities)
            ),
            Specs).

not_a_device(Session, Specs, Sentence) :-
    member(Spec, Specs),
    \+ spec(Session, Spec, device, _),
    !,
    (   spec(Session, Spec, Other, _)
    ->  Problem = spec_of_other_kind(Spec, Other, device)
    ;   findall(Known, spec(Session, Known, device, _), Knowns),
        Problem = unknown_spec(Spec, device, Knowns)
    ),
    message_sentence(impossible_event(Problem), Sentence).

%!  api_convert(+Source, +To, -Outcome) is det.
%
%   Source is text(Name, Text) or json(Name, Text); To is `json`, `prolog` or
%   `other`. Outcome is converted(Text) or refused(Diagnostics). See
%   conversion.pl.

api_convert(Source, To, Outcome) :-
    converted(Source, To, Outcome).

%!  api_rest is det.
%
%   To be called after each call that was not short. Stacks grow with what a call needs, and would
%   stay as large for ever: a process would keep what the largest call of its life
%   took, up to the limit of 1 GiB for each of its engines. Up to 32 MiB are
%   kept, so that common calls do not have to ask for them again.

api_rest :-
    statistics(global, Global),
    statistics(trail, Trail),
    statistics(local, Local),
    (   Global + Trail + Local > 33_554_432
    ->  garbage_collect,
        trim_stacks
    ;   true
    ).
