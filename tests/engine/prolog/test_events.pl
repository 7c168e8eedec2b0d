% SPDX-License-Identifier: Apache-2.0
:- module(test_events, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/worlds').

%   A device with two elements, of 1 and of 2 channels; a requester that wants
%   2, else 1; and one that wants a 1 and a 2 of any devices.

scene("device(d, \"d\").
       registration_unit(d, u1). registration_unit(d, u2).
       state(d, links, 0).
       state(d, rate, 44.1*kilohertz).
       state_adjust(d, count, links, apply, O, N) :- N is O + 1.
       state_adjust(d, count, links, remove, O, N) :- N is O - 1.
       device_group(d, g1, [task_element([registration_unit(u1), state_adjust(count),
           task([function([data_channels(1), sampling_rate([44.1, 48]*kilohertz, state(rate))])])])]).
       device_group(d, g2, [task_element([registration_unit(u2), state_adjust(count),
           task([function([data_channels(2)])])])]).
       requester(r, \"r\").
       outlet(r, o, [best-2, lesser-1]).
       composite_request(r, best, [q2]). composite_request(r, lesser, [q1]).
       request(r, q1, [g1]). request(r, q2, [g2]).
       request_group(r, g1, taskflow, accept(1), [task_element([task([function([
           data_channels(1, weight(1)), sampling_rate(48*kilohertz)])])])]).
       request_group(r, g2, taskflow, accept(1), [task_element([task([function([
           data_channels(2, weight(1))])])])]).
       requester(w, \"w\").
       outlet(w, o, [both-1]).
       composite_request(w, both, [q1, q2]).
       request(w, q1, [g1]). request(w, q2, [g2]).
       request_group(w, g1, taskflow, accept(1), [task_element([task([function([
           data_channels(1, weight(1))])])])]).
       request_group(w, g2, taskflow, accept(1), [task_element([task([function([
           data_channels(2, weight(1))])])])]).").

session(Events, Session) :-
    scene(Text),
    session_of(Text, Session),
    all_happen(Session, Events).

%   matched(+Session, -Matched): Requester-Alternative-Device/Group of every
%   transaction.

matched(Session, Matched) :-
    transactions(Session, Transactions),
    findall(R-A-D/G, member(t(R, _, A, _, _, D, G, _), Transactions), Matched).

performs(Session, Event, Performs) :-
    transcript(Session, Event, Lines),
    (   memberchk(line(_, _, "match process begins"), Lines)
    ->  Performs = true
    ;   Performs = false
    ).

:- begin_tests(what_happens).

test('a device that connects has its units available and its states initial',
     Units-States == [unit(d1, u1, true), unit(d1, u2, true)]-[ state(d1, links, "0"), state(d1, rate, "44.1*kilohertz") ]) :-
    session([device_connect(s, d1, d)], Session),
    units(Session, Units),
    states(Session, States).

test('a requester that arrives has its outlets inactive',
     Outlets == [outlet(r1, o, '', inactive)]) :-
    session([requester_create(s, r1, r)], Session),
    outlets(Session, Outlets).

test('a device that disconnects takes its match with it',
     Outlets-Units == [outlet(r1, o, '', inactive)]-[]) :-
    session([device_connect(s, d1, d), requester_create(s, r1, r), device_disconnect(d1)], Session),
    outlets(Session, Outlets),
    units(Session, Units).

%   r0 has d1's 2 channels, so w1 has 1 channel of d1 and 2 of d2. Without d1,
%   r0 comes first and takes what w1 would need.

test('an outlet loses its whole match, on all its devices',
     Outlets-Units-Links == [outlet(r0, o, best, threshold), outlet(w1, o, '', inactive)]-
                            [unit(d2, u1, true), unit(d2, u2, false)]-"1") :-
    session([ device_connect(s, d1, d), requester_create(s, r0, r), device_connect(s, d2, d),
              requester_create(s, w1, w) ], Session),
    matched(Session, [r0-best-d1/g2, w1-both-d1/g1, w1-both-d2/g2]),
    happens(Session, device_disconnect(d1)),
    outlets(Session, Outlets),
    units(Session, Units),
    states(Session, States),
    memberchk(state(d2, links, Links), States).

test('an outlet with nothing on the device keeps what it has', Matched == [r2-best-d2/g2]) :-
    session([ device_connect(s, d1, d), requester_create(s, r1, r), device_connect(s, d2, d),
              requester_create(s, r2, r), requester_cancel(r1), device_disconnect(d1) ], Session),
    matched(Session, Matched).

test('a cancelled requester frees what it had and is forgotten',
     Outlets-Units == []-[unit(d1, u1, true), unit(d1, u2, true)]) :-
    session([device_connect(s, d1, d), requester_create(s, r1, r), requester_cancel(r1)], Session),
    outlets(Session, Outlets),
    units(Session, Units).

test('what a cancelled requester had goes to the next who waits', Matched == [r2-best-d1/g2]) :-
    session([ device_connect(s, d1, d), requester_create(s, r1, r), requester_create(s, r2, r),
              requester_cancel(r1) ], Session),
    matched(Session, Matched).

test('a system that disconnects takes its devices out', Outlets == [outlet(r1, o, '', inactive)]) :-
    session([device_connect(x, d1, d), requester_create(s, r1, r), system_disconnect(x)], Session),
    outlets(Session, Outlets).

test('a system that disconnects takes its requesters out',
     Outlets-Units == [outlet(r1, o, '', inactive)]-[unit(d1, u1, true), unit(d1, u2, true)]) :-
    session([device_connect(x, d1, d), requester_create(s, r1, r), system_disconnect(s)], Session),
    outlets(Session, Outlets),
    units(Session, Units).

test('what is of a disconnected system is remembered',
     Outlets-Units == [outlet(r1, o, '', inactive)]-[unit(d1, u1, true), unit(d1, u2, true)]) :-
    session([device_connect(s, d1, d), requester_create(s, r1, r), system_disconnect(s)], Session),
    outlets(Session, Outlets),
    units(Session, Units).

test('a system that connects again brings its devices and requesters back',
     Matched == [r1-best-d1/g2]) :-
    session([ device_connect(s, d1, d), requester_create(s, r1, r), system_disconnect(s),
              system_connect(s) ], Session),
    matched(Session, Matched).

test('a remembered device keeps its place in the pool', Matched == [r1-best-d1/g2]) :-
    session([ device_connect(x, d1, d), device_connect(s, d2, d), system_disconnect(x),
              system_connect(x), requester_create(s, r1, r) ], Session),
    matched(Session, Matched).

test('a remembered requester keeps its place in the queue',
     Matched == [r1-best-d1/g2, r2-lesser-d1/g1]) :-
    session([ requester_create(x, r1, r), requester_create(s, r2, r), system_disconnect(x),
              system_connect(x), device_connect(s, d1, d) ], Session),
    matched(Session, Matched).

test('a remembered device keeps the states that a match has left',
     Rate == "48*kilohertz") :-
    session([ device_connect(x, d1, d), requester_create(s, r0, r), requester_create(s, r1, r),
              system_disconnect(x), requester_cancel(r0), requester_cancel(r1),
              system_connect(x) ], Session),
    states(Session, States),
    memberchk(state(d1, rate, Rate), States).

test('what comes to a disconnected system takes no part',
     Matched-Outlets == []-[outlet(r1, o, '', inactive)]) :-
    session([ system_connect(x), system_disconnect(x), device_connect(x, d1, d),
              requester_create(s, r1, r) ], Session),
    matched(Session, Matched),
    outlets(Session, Outlets).

test('what came to a disconnected system takes part once it connects',
     Matched == [r1-best-d1/g2]) :-
    session([ system_connect(x), system_disconnect(x), device_connect(x, d1, d),
              requester_create(x, r1, r), system_connect(x) ], Session),
    matched(Session, Matched).

test('what left a disconnected system is not there when it connects', Matched == []) :-
    session([ device_connect(x, d1, d), requester_create(s, r1, r), system_disconnect(x),
              device_disconnect(d1), system_connect(x) ], Session),
    matched(Session, Matched).

test('a match of two devices is given up on the device that stays, too',
     Units == [unit(d2, u1, true), unit(d2, u2, false)]) :-
    session([ device_connect(x, d1, d), requester_create(s, r0, r), device_connect(s, d2, d),
              requester_create(s, w1, w) ], Session),
    matched(Session, [r0-best-d1/g2, w1-both-d1/g1, w1-both-d2/g2]),
    happens(Session, system_disconnect(x)),
    units(Session, All),
    findall(unit(d2, U, A), member(unit(d2, U, A), All), Units).

test('each cancelled match is told in order of requester and outlet', Told == [w1, r2]) :-
    session([ device_connect(x, d1, d), requester_create(s, w1, w), device_connect(x, d2, d),
              requester_create(s, r2, r) ], Session),
    transcript(Session, system_disconnect(x), Lines),
    findall(Requester,
            ( member(line(_, cancel, Text), Lines),
              sub_string(Text, _, _, 0, Word),
              member(Requester, [w1, r2]),
              format(string(Word), 'of requester ~w', [Requester])
            ),
            Told).

:- end_tests(what_happens).

:- begin_tests(names).

test('the name of a device that left may be used again',
     States == [state(d1, links, "0"), state(d1, rate, "44.1*kilohertz")]) :-
    session([ device_connect(s, d1, d), requester_create(s, r0, r), requester_create(s, r1, r),
              requester_cancel(r0), requester_cancel(r1), device_disconnect(d1),
              device_connect(s, d1, d) ], Session),
    states(Session, States).

test('the name of a requester that was cancelled may be used again', Matched == [r1-best-d1/g2]) :-
    session([ device_connect(s, d1, d), requester_create(s, r1, r), requester_cancel(r1),
              requester_create(s, r1, r) ], Session),
    matched(Session, Matched).

test('a device, a requester and a system may have the same name', Matched == [same-best-same/g2]) :-
    session([device_connect(same, same, d), requester_create(same, same, r)], Session),
    matched(Session, Matched).

%   impossible(Before, Event, Problem)

impossible([], device_connect(s, d1, unknown), unknown_spec(unknown, device, [d])).
impossible([], device_connect(s, d1, r), spec_of_other_kind(r, requester, device)).
impossible([], requester_create(s, r1, d), spec_of_other_kind(d, device, requester)).
impossible([], device_disconnect(d1), unknown_device(d1, [])).
impossible([], requester_cancel(r1), unknown_requester(r1, [])).
impossible([], system_disconnect(s), unknown_system(s, [])).
impossible([system_connect(s)], system_connect(s), connected_already(s)).
impossible([device_connect(s, d1, d)], system_connect(s), connected_already(s)).
impossible([requester_create(s, r1, r)], system_connect(s), connected_already(s)).
impossible([system_connect(s), system_disconnect(s)], system_disconnect(s), disconnected_already(s)).
impossible([device_connect(s, d1, d)], device_connect(s, d1, d), device_in_use(d1)).
impossible([device_connect(s, d1, d)], device_connect(t, d1, d), device_in_use(d1)).
impossible([device_connect(s, d1, d), system_disconnect(s)], device_connect(t, d1, d), device_in_use(d1)).
impossible([requester_create(s, r1, r)], requester_create(s, r1, w), requester_in_use(r1)).
impossible([device_connect(s, d1, d), device_disconnect(d1)], device_disconnect(d1), unknown_device(d1, [])).
impossible([requester_create(s, r1, r), requester_cancel(r1)], requester_cancel(r1), unknown_requester(r1, [])).

test('an impossible event is known as such',
     [forall(impossible(Before, Event, Expected)), Problem == Expected]) :-
    session(Before, Session),
    event_problem(Event, live(Session), name(_, Problem)),
    !.

test('an impossible event changes nothing and says one thing',
     [forall(impossible(Before, Event, _)), Count-Facts == 1-Unchanged]) :-
    session(Before, Session),
    live_facts(Unchanged),
    happens(Session, Event, Diagnostics),
    live_facts(Facts),
    aggregate_all(count, member(diagnostic(error, _, _, _, _, _), Diagnostics), Count).

possible([], system_connect(s)).
possible([system_connect(s), system_disconnect(s)], system_connect(s)).
possible([device_connect(s, d1, d)], system_disconnect(s)).
possible([system_connect(s), system_disconnect(s)], device_connect(s, d1, d)).
possible([device_connect(s, d1, d), system_disconnect(s)], device_disconnect(d1)).
possible([requester_create(s, r1, r), system_disconnect(s)], requester_cancel(r1)).
possible([device_connect(s, d1, d)], requester_create(t, d1, r)).

test('a possible event happens', [forall(possible(Before, Event)), Diagnostics == []]) :-
    session(Before, Session),
    happens(Session, Event, Diagnostics).

%   What is said of a scenario without replaying it, and what replaying it
%   leaves, are the same.

test('the world that is foreseen is the world after the replay') :-
    for_random(60, 41, same_world).

same_world :-
    session([], Drawn),
    random_events(Drawn, 12, Events),
    session([], Session),
    foldl(event_world, Events, live(Session), Foreseen),
    problems(Foreseen, Problems),
    all_happen(Session, Events),
    problems(live(Session), Problems).

%   problems(+World, -Problems): of every event that could be thought of.

problems(World, Problems) :-
    findall(Event-Problem,
            ( thinkable(Event),
              (   event_problem(Event, World, name(Index, What))
              ->  functor(What, Name, _),
                  Problem = Index-Name
              ;   Problem = none
              )
            ),
            Problems).

thinkable(Event) :-
    member(System, [x, y]),
    (   member(Event, [system_connect(System), system_disconnect(System)])
    ;   member(Device, [d1, d2, d3]),
        member(Event, [device_connect(System, Device, d), device_disconnect(Device)])
    ;   member(Requester, [r1, r2, r3]),
        member(Event, [requester_create(System, Requester, r), requester_cancel(Requester)])
    ).

random_events(_, 0, []) :- !.
random_events(Session, N, Events) :-
    random_event(Event),
    N1 is N - 1,
    (   event_problem(Event, live(Session), _)
    ->  random_events(Session, N1, Events)
    ;   happens(Session, Event),
        consistent(Session),
        Events = [Event|Events1],
        random_events(Session, N1, Events1)
    ).

random_event(Event) :-
    one_of([x, y], System),
    one_of([d1, d2, d3], Device),
    one_of([r1, r2, r3], Requester),
    one_of([r, w], Spec),
    one_of([ system_connect(System), system_disconnect(System),
             device_connect(System, Device, d), device_connect(System, Device, d),
             device_disconnect(Device), requester_create(System, Requester, Spec),
             requester_create(System, Requester, Spec), requester_cancel(Requester) ], Event).

%   What must hold after any event: a unit is taken exactly where a match has
%   it, links count the matches, and nothing is matched across a system that
%   is not connected.

consistent(Session) :-
    transactions(Session, Transactions),
    units(Session, Units),
    forall(member(unit(Device, Unit, Available), Units),
           (   unit_group(Unit, Group),
               memberchk(t(_, _, _, _, _, Device, Group, _), Transactions)
           ->  Available == false
           ;   Available == true
           )),
    states(Session, States),
    forall(member(state(Device, links, Text), States),
           ( number_string(Links, Text),
             aggregate_all(count, member(t(_, _, _, _, _, Device, _, _), Transactions), Links)
           )),
    outlets(Session, Outlets),
    forall(member(outlet(Requester, Outlet, Active, Status), Outlets),
           (   Status == inactive
           ->  Active == '',
               \+ memberchk(t(Requester, Outlet, _, _, _, _, _, _), Transactions)
           ;   memberchk(t(Requester, Outlet, Active, _, _, _, _, _), Transactions)
           )),
    forall(( member(t(Requester, _, _, _, _, Device, _, _), Transactions),
             ( knowledge_base:requester(Session, _, Requester, _, System)
             ; knowledge_base:device(Session, _, Device, _, System)
             )
           ),
           knowledge_base:system(Session, System, connected)).

unit_group(u1, g1).
unit_group(u2, g2).

test('whatever happens, units, states and matches agree') :-
    for_random(60, 43, ( session([], Session), random_events(Session, 20, _) )).

:- end_tests(names).

:- begin_tests(sessions).

busy(Session) :-
    session([ device_connect(s, d1, d), requester_create(s, r1, r), requester_create(t, w1, w),
              system_disconnect(t) ], Session).

%   facts(-Facts): everything that the knowledge base and the vocabulary hold, but for the prefixes
%   of keys that closed sessions leave to be used again (another test counts atoms).

facts(Facts) :-
    findall(Fact,
            ( member(Module, [knowledge_base, vocabulary]),
              current_predicate(Name/_, Module:Head),
              Name \== free_home,
              predicate_property(Module:Head, dynamic),
              \+ predicate_property(Module:Head, imported_from(_)),
              clause(Module:Head, true),
              Fact = Head
            ),
            Facts0),
    msort(Facts0, Facts).

test('a closed session leaves nothing behind', After == Before) :-
    fresh_session(_),
    facts(Before),
    scene(Text),
    engine_api:api_open([], Session),
    load_text(Session, Text),
    load_text(Session, "unit(foot, length, 0.3048, foot, plain). event(system_connect(s)).", _),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(s, r1, r),
                          requester_create(t, w1, w), system_disconnect(t) ]),
    engine_api:api_close(Session),
    facts(After).

%   A body that is called last in another one's clause: its key would stay for ever (see take_home/2).

one_session :-
    scene(Text),
    engine_api:api_open([], Session),
    load_text(Session, Text),
    load_text(Session, "device(e, \"e\"). device_group(e, g, [task_element([task([function([
                            data_channels(1)])])])]).
                        match_condition(e, g, _) :- outer(2).
                        outer(X) :- middle(X). middle(X) :- inner(X). inner(X) :- X > 1.", Diagnostics),
    assertion(Diagnostics == []),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    engine_api:api_close(Session).

atoms(Count) :-
    garbage_collect,
    garbage_collect_atoms,
    statistics(atoms, Count).

test('sessions that come and go leave no atoms behind', true(Gained < 300)) :-
    forall(between(1, 20, _), one_session),
    atoms(Before),
    forall(between(1, 300, _), one_session),
    atoms(After),
    Gained is After - Before.

test('two sessions know nothing of each other',
     Units1-Units2 == [unit(d1, u1, true), unit(d1, u2, false)]-[unit(d1, u1, true), unit(d1, u2, true)]) :-
    scene(Text),
    engine_api:api_open([], Session1),
    engine_api:api_open([], Session2),
    load_text(Session1, Text),
    load_text(Session2, Text),
    all_happen(Session1, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    all_happen(Session2, [device_connect(s, d1, d)]),
    units(Session1, Units1),
    units(Session2, Units2),
    engine_api:api_close(Session1),
    engine_api:api_close(Session2).

%   wrong(Text): a load that has an error somewhere.

wrong("device(d2, 3).").
wrong("device(d2, \"d\"). device_group(d2, g, [no_such_module([])]).").
wrong("device(d2, \"d\"). registration_unit(d2, u). device(d, \"again\").").
wrong("unit(foot, length, 0.3048, foot, plain). unit(hertz, length, 1, foot2, plain).").
wrong("io_module(new_module, \"new\"). device(.").
wrong("device(d2, \"d\"). event(device_disconnect(nobody)).").
wrong("device(d2, \"d\"). state(d2, s, 1). state_adjust(d2, a, s, _, _, N) :- open(f, read, N).").
wrong("event(device_connect(s, d2, d)). event(device_connect(s, d2, d)).").

test('a load that has an error changes nothing', [forall(wrong(Text)), After == Before]) :-
    busy(Session),
    facts(Before),
    load_text(Session, Text, Diagnostics),
    memberchk(diagnostic(error, _, _, _, _, _), Diagnostics),
    facts(After).

test('what is loaded later is there for what comes later', Matched == [r1-best-d1/g2]) :-
    busy(Session),
    load_text(Session, "device(e, \"e\"). registration_unit(e, u).
                        device_group(e, g, [task_element([registration_unit(u), task([function([
                            data_channels(2)])])])])."),
    happens(Session, device_connect(s, e1, e)),
    matched(Session, Matched).

test('the events of a scenario are those of the files, in order',
     Events == [device_connect(s, d1, d), requester_create(s, r1, r), device_disconnect(d1)]) :-
    session([], Session),
    load_text(Session, "event(device_connect(s, d1, d)). event(requester_create(s, r1, r))."),
    load_text(Session, "event(device_disconnect(d1))."),
    once(engine_api:api_scenario(Session, Events)).

:- end_tests(sessions).

:- begin_tests(when_matched).

%   triggers(Before, Event, Performs)

triggers([], device_connect(s, d1, d), true).
triggers([], requester_create(s, r1, r), true).
triggers([], system_connect(s), true).
triggers([system_connect(s), system_disconnect(s)], system_connect(s), true).
triggers([system_connect(s), system_disconnect(s)], device_connect(s, d1, d), false).
triggers([system_connect(s), system_disconnect(s)], requester_create(s, r1, r), false).
% Something went: only if a match was cancelled by it.
triggers([device_connect(s, d1, d)], device_disconnect(d1), false).
triggers([device_connect(s, d1, d), requester_create(s, r1, r)], device_disconnect(d1), true).
triggers([device_connect(s, d1, d), requester_create(s, r1, r), device_connect(s, d2, d)], device_disconnect(d2), false).
triggers([requester_create(s, r1, r)], requester_cancel(r1), false).
triggers([device_connect(s, d1, d), requester_create(s, r1, r)], requester_cancel(r1), true).
triggers([system_connect(s)], system_disconnect(s), false).
triggers([device_connect(s, d1, d), requester_create(t, r1, r)], system_disconnect(s), true).
triggers([device_connect(s, d1, d), requester_create(t, r1, r)], system_disconnect(t), true).
triggers([device_connect(s, d1, d), system_connect(x)], system_disconnect(x), false).
triggers([device_connect(s, d1, d), requester_create(s, r1, r), system_disconnect(s)], device_disconnect(d1), false).

test('perform match runs when more became possible, and only then',
     [forall(triggers(Before, Event, Expected)), Performs == Expected]) :-
    session(Before, Session),
    performs(Session, Event, Performs).

test('what C++ calls leaves no choice', Left == []) :-
    scene(Text),
    fresh_session(Session),
    findall(Call,
            ( member(Call, [ api_load(Session, [text(t, Text, description)], _),
                             api_check(Session, _),
                             api_scenario(Session, _),
                             api_event(Session, device_connect(s, d1, d), silent, _, _),
                             api_event(Session, requester_create(s, r1, r), silent, _, _),
                             api_event(Session, requester_create(s, r2, r), silent, _, _),
                             api_event(Session, requester_cancel(r1), silent, _, _),
                             api_event(Session, requester_cancel(r1), silent, _, _),
                             api_event(Session, system_disconnect(s), silent, _, _),
                             api_event(Session, system_connect(s), silent, _, _),
                             api_event(Session, device_disconnect(d1), silent, _, _),
                             api_transactions(Session, _), api_outlets(Session, _),
                             api_units(Session, _), api_states(Session, _),
                             api_code_interfaces(Session, _), api_data_interfaces(Session, _),
                             api_taxonomy(Session, ["rate"], _) ]),
              leaves_choice(engine_api:Call)
            ),
            Calls),
    maplist(name_of, Calls, Left).

name_of(Call, Name/Argument) :-
    functor(Call, Name, _),
    (   arg(2, Call, Argument),
        nonvar(Argument),
        Name == api_event
    ->  true
    ;   Argument = ''
    ).

leaves_choice(Goal) :-
    call_cleanup(Goal, Det = true),
    (   Det == true
    ->  !,
        fail
    ;   true
    ),
    !.

:- end_tests(when_matched).
