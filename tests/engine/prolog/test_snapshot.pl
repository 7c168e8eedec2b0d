% SPDX-License-Identifier: Apache-2.0
:- module(test_snapshot, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../plain/generate').
:- use_module('../../../engine/prolog/json_text', [read_json/3, json_text/2]).

/** <module> A session restored from its snapshot is the session that it was

What is compared is everything that a session remembers (memory/2), the
transcript of every event that follows, and the snapshot itself.
*/

                 /*******************************
                 *      What is remembered      *
                 *******************************/

%   memory(+Session, -Memory): everything, with names for keys, in order where
%   the order means something.

memory(Session, Memory) :-
    findall(Fact, remembered(Session, Fact), Memory).

remembered(S, transport(Transport)) :-
    knowledge_base:session(S, Transport, _, _).
remembered(S, layers(Layers)) :-
    knowledge_base:session(S, _, Layers0, _),
    findall(Layer, ( member(Layer0, Layers0), ( Layer0 == S -> Layer = own ; Layer = Layer0 ) ),
            Layers).
remembered(S, loads(Loads)) :-
    findall(Load-source(R, N, T), knowledge_base:source(S, Load, R, N, T), Pairs),
    group_pairs_by_key(Pairs, Groups),
    pairs_values(Groups, Loads).
remembered(S, Fact) :-
    knowledge_base:fact_of(S, Head),
    \+ functor(Head, source, 5),
    knowledge_base:Head,
    Head =.. [Name, _|Arguments0],
    arguments_without_load(Name, S, Arguments0, Arguments),
    Fact =.. [Name|Arguments].
remembered(S, word(Word)) :-
    vocabulary:word([S], Word).
remembered(S, body(Key, Clause)) :-
    knowledge_base:session(S, _, _, Home),
    body_store:stored_body(Home, _, Key0, Clause0),
    without_home(Key0-Clause0, Home, Key-Clause),
    numbervars(Clause, 0, _).
remembered(S, system(System, Status)) :-
    knowledge_base:system(S, System, Status).
remembered(S, device(Device, Spec, System, Taken, States)) :-
    knowledge_base:device(S, Key, Device, Spec, System),
    findall(Unit, knowledge_base:unit_taken(Key, Unit), Taken0),
    msort(Taken0, Taken),
    states_of(Key, States).
remembered(S, requester(Requester, Spec, System, States)) :-
    knowledge_base:requester(S, Key, Requester, Spec, System),
    states_of(Key, States).
remembered(S, outlet(Requester, Name, Active, Status, Transactions, Codes, Datas)) :-
    knowledge_base:outlet(S, Outlet, Key, Name),
    knowledge_base:requester(S, Key, Requester, _, _),
    knowledge_base:outlet_status(Outlet, Active, Status),
    findall(transaction(A, Q, G, Device, DG, F, Effects),
            ( knowledge_base:match_transaction(Outlet, transaction(A, Q, G, DeviceKey, DG, F),
                                               Effects),
              knowledge_base:device(S, DeviceKey, Device, _, _)
            ),
            Transactions),
    findall(code(Asked, Device, Had, Operations),
            ( knowledge_base:code_entry(Outlet, Asked, DeviceKey, Had, Operations),
              knowledge_base:device(S, DeviceKey, Device, _, _)
            ),
            Codes),
    findall(data(I, A, V), knowledge_base:data_entry(Outlet, I, A, V), Datas).
remembered(S, changes(Count)) :-
    knowledge_base:change_count(S, Count).

arguments_without_load(spec_load, S, [Spec, Load], [Spec, N]) :-
    !,
    load_number(S, Load, N).
arguments_without_load(word_load, S, [Load], [N]) :-
    !,
    load_number(S, Load, N).
arguments_without_load(_, _, Arguments, Arguments).

%   load_number(+Session, +Load, -N): the place of Load among those before it.

load_number(S, Load, N) :-
    findall(Each, knowledge_base:source(S, Each, _, _, _), Loads0),
    list_to_set(Loads0, Loads),
    nth1(N, Loads, Load).

states_of(Key, States) :-
    findall(State-Value, knowledge_base:state_value(Key, State, Value), States0),
    msort(States0, States).

%   Bodies call helpers in their session's own module.

without_home(Key, Home, Rest) :-
    atom(Key),
    atom_concat(Home, Rest, Key),
    !.
without_home(Term0, Home, Term) :-
    compound(Term0),
    !,
    compound_name_arguments(Term0, Name, Arguments0),
    maplist([A0, A]>>without_home(A0, Home, A), Arguments0, Arguments),
    compound_name_arguments(Term, Name, Arguments).
without_home(Term, _, Term).

                 /*******************************
                 *          Restoring           *
                 *******************************/

snapshot(Session, Text) :-
    engine_api:api_snapshot(Session, Text).

restored(Text, Session) :-
    engine_api:api_restore(Text, Outcome),
    (   Outcome = session(Session)
    ->  true
    ;   throw(not_restored(Outcome))
    ).

end(Session) :-
    engine_api:api_close(Session).

%   restores(+Session): the restored session is the same, and closed again.

restores(Session) :-
    snapshot(Session, Text),
    restored(Text, Copy),
    memory(Session, Memory),
    memory(Copy, CopyMemory),
    snapshot(Copy, CopyText),
    end(Copy),
    same(Memory, CopyMemory),
    Text == CopyText.

%   The first difference says more than two memories.

same(Memory, Memory) :-
    !.
same([Fact|Facts], [Copied|Copies]) :-
    (   Fact == Copied
    ->  same(Facts, Copies)
    ;   throw(differ(Fact, Copied))
    ).

%   happening(+Session, +Event, -All): lines, changes and warnings.

happening(Session, Event, lines(Lines, Changes, Warnings)) :-
    retractall(engine_under_test:told(_, _, _)),
    once(engine_api:api_event(Session, Event, host, Changes, Warnings)),
    findall(line(Depth, Kind, Text), retract(engine_under_test:told(Depth, Kind, Text)), Lines).

%   goes_on(+Seed, +Transport): one session lives through all events, another
%   is restored after each.

goes_on(Seed, Transport) :-
    random_text(Seed, Text),
    engine_api:api_open([transport(Transport)], Session),
    engine_api:api_load(Session, [text(world, Text, description)], _),
    engine_api:api_scenario(Session, Events),
    engine_api:api_open([transport(Transport)], Copy),
    engine_api:api_load(Copy, [text(world, Text, description)], _),
    foldl(step(Session), Events, Copy, Last),
    end(Session),
    end(Last).

step(Session, Event, Copy0, Copy) :-
    snapshot(Copy0, Before),
    end(Copy0),
    restored(Before, Copy),
    snapshot(Copy, Again),
    Again == Before,
    happening(Session, Event, All),
    happening(Copy, Event, CopyAll),
    All == CopyAll,
    memory(Session, Memory),
    memory(Copy, CopyMemory),
    same(Memory, CopyMemory).

random_text(Seed, Text) :-
    generate(Seed, Terms),
    with_output_to(string(Text),
                   ( current_output(Stream),
                     write_terms(Stream, Terms)
                   )).

:- begin_tests(snapshot).

test('restored after each event of random worlds, a session goes on as it would have',
     [ forall(( between(1, 15, Seed),
                member(Transport, [shared, whole_device])
              )) ]) :-
    goes_on(Seed, Transport).

test('the worked example') :-
    worked_example(Session),
    engine_api:api_scenario(Session, Events),
    forall(member(Event, Events),
           ( happens(Session, Event),
             restores(Session)
           )).

test('a new session') :-
    fresh_session([transport(whole_device)], Session),
    restores(Session).

test('loads stay apart, and one name may be loaded twice') :-
    fresh_session(Session),
    forall(member(Sources,
                  [ [text(a, "device(d1, \"\").\nregistration_unit(d1, u).", description)],
                    [],
                    [text(a, "device(d2, \"\").\nregistration_unit(d2, u).", description),
                     text(b, "% nothing", description)]
                  ]),
           engine_api:api_load(Session, Sources, _)),
    restores(Session).

test('other units: what was there before keeps its own') :-
    world(Text),
    session_of(Text, Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    engine_api:api_load(Session, [text(units, "quantity(length, metre, \"\").\n\c
                                               unit(metre, length, 1, m, prefixable).\n\c
                                               prefix(kilo, k, 1000).", units)], Diagnostics),
    assertion(Diagnostics == []),
    snapshot(Session, Snapshot),
    assertion(once(sub_string(Snapshot, _, _, _, "{\"exact\": \"value(space(frequency"))),
    restores(Session).

test('other taxonomy and units from the start') :-
    repository_file('taxonomy/*.pl', Pattern),
    expand_file_name(Pattern, Files),
    findall(file(File, Role),
            ( member(File, Files),
              (   sub_atom(File, _, _, 0, 'units.pl')
              ->  Role = units
              ;   Role = taxonomy
              )
            ),
            Sources),
    fresh_session(Session),
    engine_api:api_load(Session, Sources, Diagnostics),
    assertion(Diagnostics == []),
    world(Text),
    load_text(Session, Text),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    restores(Session).

test('what is left of a scenario') :-
    world(Text),
    string_concat(Text, "event(device_connect(s, d1, d)).\n\c
                         event(system_disconnect(s)).\n\c
                         event(system_connect(s)).\n\c
                         event(requester_create(s, r1, r)).\n\c
                         event(requester_cancel(r1)).\n\c
                         event(device_disconnect(d1)).\n", Whole),
    session_of(Whole, Session),
    engine_api:api_scenario(Session, Events),
    forall(member(Event, Events),
           ( restores(Session),
             happens(Session, Event)
           )),
    restores(Session).

test('a scenario that was loaded when its devices were there') :-
    world(Text),
    session_of(Text, Session),
    happens(Session, device_connect(s, d1, d)),
    load_text(Session, "event(device_disconnect(d1))."),
    happens(Session, device_disconnect(d1)),
    restores(Session).

test('names of any characters') :-
    world(Text),
    session_of(Text, Session),
    all_happen(Session, [ device_connect(' ', 'd "1"\\', d),
                          requester_create('gr\u00fcn \U0001F600', 'a\tb\u0001\n', r)
                        ]),
    restores(Session).

test('disconnected systems keep what they had') :-
    world(Text),
    session_of(Text, Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(t, r1, r),
                          system_disconnect(s), device_connect(s, d2, d)
                        ]),
    restores(Session).

test('a match factor without a decimal, and a word that looks like a truth value') :-
    session_of("
taxonomy(more, '1.0.0').
io_value(task/function/direction, true, \"a word\").
device(d, \"\").
registration_unit(d, u).
state(d, way, analog_to_digital).
device_group(d, g, [task_element(te, [task([registration_unit(u),
    function([direction([true, analog_to_digital], state(way))])])])]).
requester(r, \"\").
outlet(r, o, [a-1]).
composite_request(r, a, [q]).
request(r, q, [h]).
request_group(r, h, taskflow, accept(1r3), [task_element([task([
    function([direction(true, weight(1r3), data_interface(settings))])])])]).
", Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    snapshot(Session, Snapshot),
    assertion(once(sub_string(Snapshot, _, _, _, "\"match_factor\": \"1r3\""))),
    assertion(once(sub_string(Snapshot, _, _, _, "{\"exact\": \"value(term, none, point(true))\"}"))),
    restores(Session).

test('a restored session takes more loads') :-
    world(Text),
    session_of(Text, Session),
    snapshot(Session, Snapshot),
    restored(Snapshot, Copy),
    load_text(Copy, "device(another, \"\").\nregistration_unit(another, u)."),
    happens(Copy, device_connect(s, x, another)),
    restores(Copy),
    end(Copy).

:- end_tests(snapshot).

worked_example(Session) :-
    fresh_session(Session),
    load_descriptions(Session,
                      [ 'examples/worked_example/audiophile.pl',
                        'examples/worked_example/imic2.pl',
                        'examples/worked_example/us224.pl',
                        'examples/worked_example/requester.pl',
                        'examples/worked_example/requester2.pl',
                        'examples/worked_example/scenario.pl'
                      ]).

%   A device and a requester that has states and adjusts them.

world("
device(d, \"\").
registration_unit(d, u).
code_interface(d, c, [op1, op2]).
state(d, rate, 44.1*kilohertz).
device_group(d, g, [task_element(te, [code_interface(c), task([registration_unit(u),
    function([direction(analog_to_digital), sampling_rate([32, 44.1, 48]*kilohertz, state(rate))])])])]).
requester(r, \"\").
state(r, matches, 0).
state_adjust(r, count, matches, apply, Old, New) :- New is Old + 1.
state_adjust(r, count, matches, remove, Old, New) :- New is Old - 1.
outlet(r, o, [good-10, fair-5]).
outlet(r, o2, [fair-5]).
composite_request(r, good, [q1, q2]).
composite_request(r, fair, [q1]).
request(r, q1, [h]).
request(r, q2, [h]).
request_group(r, h, taskflow, accept(2), [task_element([code_interface(ask), state_adjust(count), task([
    function([direction(analog_to_digital, weight(2)),
              sampling_rate(at_least(32*kilohertz), weight(1), data_interface(settings))])])])]).
").

                 /*******************************
                 *           Refusals           *
                 *******************************/

%   matched(-Json): a snapshot of a device that is matched, as JSON.

matched(Json) :-
    matched(shared, Json).

matched(Transport, Json) :-
    fresh_session([transport(Transport)], Session),
    world(Text),
    engine_api:api_load(Session, [text('world.pl', Text, description)], _),
    all_happen(Session, [ device_connect(s, d1, d), device_connect(s, d2, d),
                          requester_create(s, r1, r), device_connect(s, d3, d)
                        ]),
    snapshot(Session, Snapshot),
    read_json(Snapshot, Json, _).

%   edited(+Edit, +Json0, -Json): Edit is Path=New, Path-(delete), or Path+New
%   (one more element), Path a list of keys and numbers.

edited([]=New, _, New) :- !.
edited([Key|Path]=New, object(Members0), object(Members)) :-
    atom(Key),
    !,
    (   append(Before, [Key-Value0|After], Members0)
    ->  edited(Path=New, Value0, Value),
        append(Before, [Key-Value|After], Members)
    ;   append(Members0, [Key-New], Members)
    ).
edited([I|Path]=New, array(Values0), array(Values)) :-
    !,
    nth0(I, Values0, Value0, Rest),
    edited(Path=New, Value0, Value),
    nth0(I, Values, Value, Rest).
edited([Key]-delete, object(Members0), object(Members)) :-
    !,
    selectchk(Key-_, Members0, Members).
edited([I]-delete, array(Values0), array(Values)) :-
    integer(I),
    !,
    nth0(I, Values0, _, Values).
edited([Step|Path]-delete, Json0, Json) :-
    part(Json0, Step, Part0),
    edited(Path-delete, Part0, Part),
    edited([Step]=Part, Json0, Json).
edited(Path+New, Json0, Json) :-
    foldl([Step, Whole, Part]>>part(Whole, Step, Part), Path, Json0, array(Values0)),
    append(Values0, [New], Values),
    edited(Path=array(Values), Json0, Json).

part(object(Members), Key, Value) :-
    memberchk(Key-Value, Members).
part(array(Values), I, Value) :-
    nth0(I, Values, Value).

%   refused(+Edits, ?Place, ?Part): Part stands in the sentence.

refused(Edits, Place, Part) :-
    matched(Json0),
    refused_of(Json0, Edits, Place, Part).

refused_of(Json0, Edits, Place, Part) :-
    foldl(edited, Edits, Json0, Json),
    json_text(Json, Text),
    sessions(Before),
    engine_api:api_restore(Text, Outcome),
    sessions(After),
    assertion(Before == After),
    Outcome = invalid(Line, Column, Place0, Sentence),
    assertion(Line == 1),
    assertion(Column > 0),
    assertion(Place0 == Place),
    (   sub_string(Sentence, _, _, _, Part)
    ->  true
    ;   throw(other_sentence(Sentence))
    ).

sessions(Sessions) :-
    findall(S, knowledge_base:session(S, _, _, _), Sessions).

refusal([[ddb_snapshot]-delete], '', "no snapshot").
refusal([[ddb_snapshot]=number(2)], ddb_snapshot, "version 2").
refusal([[ddb_snapshot]=string("1")], ddb_snapshot, "expected a number").
refusal([[]=array([])], '', "no snapshot").
refusal([[devices]-delete], '', "`devices` is missing").
refusal([[divices]=array([])], divices, "did you mean `devices`").
refusal([[transport]=string("split")], transport, "none of shared, whole_device").
refusal([[outlet_changes]=number(-1)], outlet_changes, "whole number").
refusal([[outlet_changes]=number(9_007_199_254_740_992)], outlet_changes, "whole number").
refusal([[loads, 0, sources, 0, text]=string("device(d).")], 'loads[0].sources[0]',
        "world.pl:1:").
refusal([[loads, 0, sources, 0, role]=string("device")], 'loads[0].sources[0].role', "none of").
refusal([[loads]=array([])], 'devices[0].spec', "no device spec `d`").
refusal([[scenario]+object([type-string("sytem_connect"), system-string("s")])],
        'scenario[0].type', "none of").
refusal([[scenario]+object([system-string("s")])], 'scenario[0]', "`type` is missing").
refusal([[scenario]+object([type-string("requester_create"), system-string("s"),
                            requester-string("x"), spec-string("d")])],
        'scenario[0].spec', "no requester spec `d`").
refusal([[systems]-delete, [systems]=array([])], 'devices[0].system', "no system `s`").
refusal([[systems]+object([system-string("s"), status-string("connected")])],
        'systems[1].system', "already").
refusal([[systems, 0, status]=string("gone")], 'systems[0].status', "none of").
refusal([[systems, 0, status]=string("disconnected")],
        'requesters[0].outlets[0].transactions[0].device', "disconnected").
refusal([[devices, 1, device]=string("d1")], 'devices[1].device', "already").
refusal([[devices, 0, device]=number(1)], 'devices[0].device', "expected a string").
refusal([[devices, 0, spec]=string("e")], 'devices[0].spec', "no device spec `e`").
refusal([[devices, 0, states]=object([])], 'devices[0].states', "`rate` is missing").
refusal([[devices, 0, states, more]=string("1")], 'devices[0].states.more', "does not belong").
refusal([[devices, 0, states, rate]=string("44.1*kilohert")], 'devices[0].states.rate',
        "no value").
refusal([[devices, 0, states, rate]=string("X")], 'devices[0].states.rate', "no value").
refusal([[devices, 0, states, rate]=object([exact-string("value(term, none, point(1))")])],
        'devices[0].states.rate', "no value").
refusal([[devices]-delete, [devices]=array([])],
        'requesters[0].outlets[0].transactions[0].device', "no device `d1`").
refusal([[requesters, 0, outlets, 0]-delete], 'requesters[0].outlets', "o, o2, each once").
refusal([[requesters, 0, outlets, 0, active]=null], 'requesters[0].outlets[0].status',
        "makes it inactive").
refusal([[requesters, 0, outlets, 0, active]=string("goof")], 'requesters[0].outlets[0].active',
        "did you mean `good`").
refusal([[requesters, 0, outlets, 0, status]=string("partial")],
        'requesters[0].outlets[0].status', "makes it threshold").
refusal([[requesters, 0, outlets, 0, transactions, 1]-delete],
        'requesters[0].outlets[0].transactions', "request `q2`, request group `h`, is missing").
refusal([[requesters, 0, outlets, 0, transactions, 0]-delete],
        'requesters[0].outlets[0].transactions[0].request', "the next transaction").
refusal([[requesters, 0, outlets, 0, transactions, 1, device]=string("d1")],
        'requesters[0].outlets[0].transactions[1].device_effects[0]', "another transaction").
refusal([[requesters, 0, outlets, 0, transactions, 0, device_group]=string("gg")],
        'requesters[0].outlets[0].transactions[0].device_group', "no device group").
refusal([[requesters, 0, outlets, 0, transactions, 0, match_factor]=number(1)],
        'requesters[0].outlets[0].transactions[0].match_factor', "accepts from 2 on").
refusal([[requesters, 0, outlets, 0, transactions, 0, match_factor]=string("many")],
        'requesters[0].outlets[0].transactions[0].match_factor', "expected a number").
refusal([[requesters, 0, outlets, 0, transactions, 0, device_effects, 0, registration_unit]=string("v")],
        'requesters[0].outlets[0].transactions[0].device_effects[0].registration_unit',
        "no registration unit `v`").
refusal([[requesters, 0, outlets, 0, transactions, 0, requester_effects, 0, state_adjust]=string("cuont")],
        'requesters[0].outlets[0].transactions[0].requester_effects[0].state_adjust',
        "did you mean `count`").
refusal([[requesters, 0, outlets, 0, transactions]+object([])],
        'requesters[0].outlets[0].transactions[2]', "no transaction after").
refusal([[requesters, 0, requester]=string("")],
        'requesters[0].requester', "a name, which is never empty").
refusal([[requesters]+object([requester-string("r1"), spec-string("r"), system-string("s"),
                              states-object([]), outlets-array([])])],
        'requesters[1].requester', "already").

:- begin_tests(refused_snapshot).

test('each thing that does not fit is named with its place',
     [ forall(refusal(Edits, Place, Part)) ]) :-
    refused(Edits, Place, Part).

test('two groups of one request are on one device') :-
    session_of("
device(d, \"\").
registration_unit(d, u).
registration_unit(d, v).
device_group(d, g, [task_element(te, [task([registration_unit(u), function([direction(analog_to_digital)])])])]).
device_group(d, h, [task_element(tf, [task([registration_unit(v), function([direction(analog_to_digital)])])])]).
requester(r, \"\").
outlet(r, o, [a-1]).
composite_request(r, a, [q]).
request(r, q, [i, j]).
request_group(r, i, taskflow, accept(1), [task_element([task([function([direction(any, weight(1))])])])]).
request_group(r, j, taskflow, accept(1), [task_element([task([function([direction(any, weight(1))])])])]).
", Session),
    all_happen(Session, [ device_connect(s, d1, d), device_connect(s, d2, d),
                          requester_create(s, r1, r) ]),
    snapshot(Session, Snapshot),
    read_json(Snapshot, Json, _),
    refused_of(Json, [[requesters, 0, outlets, 0, transactions, 1, device]=string("d2")],
               'requesters[0].outlets[0].transactions[1].device', "on one device").

test('a device that is imported as a whole serves one system') :-
    fresh_session([transport(shared)], Session),
    world(Text),
    load_text(Session, Text),
    load_text(Session, "
device(two, \"\").
registration_unit(two, u).
registration_unit(two, v).
device_group(two, g, [task_element(te, [task([registration_unit(u), function([direction(analog_to_digital)])])])]).
device_group(two, h, [task_element(tf, [task([registration_unit(v), function([direction(analog_to_digital)])])])]).
requester(one, \"\").
outlet(one, o, [a-1]).
composite_request(one, a, [q]).
request(one, q, [i]).
request_group(one, i, taskflow, accept(1), [task_element([task([function([direction(any, weight(1))])])])]).
"),
    all_happen(Session, [ device_connect(s, t1, two), requester_create(s, r1, one),
                          requester_create(t, r2, one) ]),
    snapshot(Session, Snapshot),
    read_json(Snapshot, Json, _),
    refused_of(Json, [[transport]=string("whole_device")],
               'requesters[1].outlets[0].transactions[0].device', "serves one system").

test('what is cut off is no snapshot') :-
    worked_example(Session),
    engine_api:api_scenario(Session, Events),
    all_happen(Session, Events),
    snapshot(Session, Text),
    string_length(Text, Length),
    sessions(Before),
    forall(( between(0, 60, I),
             Cut is (Length - 3) * I // 60
           ),
           ( sub_string(Text, 0, Cut, _, Begin),
             engine_api:api_restore(Begin, Outcome),
             assertion(Outcome = invalid(_, _, '', _))
           )),
    sessions(After),
    assertion(Before == After).

test('what was changed at random is refused, or is the session that it tells of') :-
    set_random(seed(77)),
    forall(member(Seed, [3, 7, 11, 20]),
           ( random_session(Seed, Json),
             forall(between(1, 60, _), changed_at_random(Json))
           )).

:- end_tests(refused_snapshot).

random_session(Seed, Json) :-
    random_text(Seed, Text),
    session_of(Text, Session),
    engine_api:api_scenario(Session, Events),
    all_happen(Session, Events),
    snapshot(Session, Snapshot),
    read_json(Snapshot, Json, _).

changed_at_random(Json0) :-
    findall(Path, place_in(Json0, Path), Paths),
    random_member(Path, Paths),
    random_change(Path, Json0, Json),
    json_text(Json, Text),
    sessions(Before),
    engine_api:api_restore(Text, Outcome),
    (   Outcome = session(Session)
    ->  snapshot(Session, Back),
        end(Session),
        read_json(Back, BackJson, _),
        (   BackJson == Json
        ->  true
        ;   same_values(BackJson, Json)
        ->  true
        ;   throw(silently_changed(Path, Text, Back))
        )
    ;   Outcome = invalid(_, _, _, Sentence),
        string(Sentence)
    ),
    sessions(After),
    assertion(Before == After).

%   Beyond the sources: their text is a language of its own.

place_in(Json, Path) :-
    place_below(Json, Path),
    Path \= [loads|_],
    Path \== [].

place_below(_, []).
place_below(object(Members), [Key|Path]) :-
    member(Key-Value, Members),
    place_below(Value, Path).
place_below(array(Values), [I|Path]) :-
    nth0(I, Values, Value),
    place_below(Value, Path).

random_change(Path, Json0, Json) :-
    random_between(1, 4, How),
    (   How =:= 1
    ->  edited(Path-delete, Json0, Json)
    ;   How =:= 2,
        foldl([Step, Whole, Part]>>part(Whole, Step, Part), Path, Json0, array(Values0)),
        Values0 \== []
    ->  random_permutation(Values0, Values),
        edited(Path=array(Values), Json0, Json)
    ;   How =:= 3,
        foldl([Step, Whole, Part]>>part(Whole, Step, Part), Path, Json0, array([First|Values]))
    ->  edited(Path=array([First, First|Values]), Json0, Json)
    ;   findall(Value, ( place_in(Json0, Other), at(Json0, Other, Value) ), Values),
        random_member(Value, Values),
        edited(Path=Value, Json0, Json)
    ).

at(Json, [], Json).
at(Json0, [Step|Path], Json) :-
    part(Json0, Step, Part),
    at(Part, Path, Json).

%   Members of an object have no order, and a value can be written in other
%   ways: what is read back is what is meant.

same_values(object(Members0), object(Members1)) :-
    !,
    msort(Members0, Sorted0),
    msort(Members1, Sorted1),
    maplist([Key-Value0, Key-Value1]>>same_values(Value0, Value1), Sorted0, Sorted1).
same_values(array(Values0), array(Values1)) :-
    !,
    maplist(same_values, Values0, Values1).
same_values(Json, Json).
