% SPDX-License-Identifier: Apache-2.0
:- module(test_explanation, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/engine_api').
:- use_module('../plain/generate', [generate/2]).

%   A device with two codecs, and requesters that want one, at a rate each.

world("device(d, \"d\"). registration_unit(d, u1). registration_unit(d, u2).
       state(d, busy, 0).
       match_condition(d, quiet, _) :- current_state(busy, 0).
       device_group(d, g1, [task_element(te1, [registration_unit(u1), task([function([
           direction(analog_to_digital), sampling_rate([44.1, 48]*kilohertz)])])])]).
       device_group(d, g2, [task_element(te2, [registration_unit(u2), match_condition(never),
           task([function([direction(digital_to_analog)])])])]).
       match_condition(d, never, _) :- fail.
       requester(adc48, \"a\"). outlet(adc48, o, [x-1]). composite_request(adc48, x, [q]).
       request(adc48, q, [rg]).
       request_group(adc48, rg, taskflow, accept(7), [task_element([task([function([
           direction(analog_to_digital, weight(5)), sampling_rate(48*kilohertz, weight(2))])])])]).
       requester(adc96, \"a\"). outlet(adc96, o, [x-1]). composite_request(adc96, x, [q]).
       request(adc96, q, [rg]).
       request_group(adc96, rg, taskflow, accept(7), [task_element([task([function([
           direction(analog_to_digital, weight(5)), sampling_rate(96*kilohertz, weight(2)),
           data_channels(2, weight(1))])])])]).
       requester(dac, \"a\"). outlet(dac, o, [x-1]). composite_request(dac, x, [q]).
       request(dac, q, [rg]).
       request_group(dac, rg, taskflow, accept(5), [task_element([task([function([
           direction(digital_to_analog, weight(5))])])])]).
       requester(pair, \"a\"). outlet(pair, o, [x-1]). composite_request(pair, x, [q]).
       request(pair, q, [rg, rg]).
       request_group(pair, rg, taskflow, accept(5), [task_element([task([function([
           direction(analog_to_digital, weight(5))])])])]).").

:- begin_tests(explanation).

test('what could not be with everything free is never, with the fewest changes',
     Explanation == explanation(never, [alternative(x, never, [request(q, never, [Group])])])) :-
    after([device_connect(s, d1, d), requester_create(s, r1, adc96)], Session),
    Group = group(rg, d1, g1, 5/1, 7/1, within,
                  [other_value('te1/task/function/sampling_rate', "96*kilohertz",
                               "[44.1, 48]*kilohertz")]),
    explanation(Session, r1, [], Explanation).

test('a device that is held is not now, and says who holds it',
     Explanation == explanation(not_now,
                                [alternative(x, not_now, [request(q, not_now, [Group])])])) :-
    after([device_connect(s, d1, d), requester_create(s, r1, adc48),
           requester_create(s, r2, adc48)], Session),
    Group = group(rg, d1, g1, 0/1, 7/1, within, [unit_taken(te1, u1, [holder(r1, o)])]),
    explanation(Session, r2, [], Explanation).

test('a condition that refuses is not allowed',
     Explanation == explanation(not_allowed,
                                [alternative(x, not_allowed,
                                             [request(q, not_allowed, [Group])])])) :-
    after([device_connect(s, d1, d), requester_create(s, r1, dac)], Session),
    Group = group(rg, d1, g2, 0/1, 5/1, within, [condition_refuses(te2, never, d)]),
    explanation(Session, r1, [], Explanation).

test('the active alternative says so',
     Explanation == explanation(active, [alternative(x, active, [])])) :-
    after([device_connect(s, d1, d), requester_create(s, r1, adc48)], Session),
    explanation(Session, r1, [], Explanation).

test('an outlet without a device has no group to look at',
     Explanation == explanation(never,
                                [alternative(x, never,
                                             [request(q, never,
                                                      [group(rg, '', none, 0/1, 7/1, within, [])])])])) :-
    after([requester_create(s, r1, adc48)], Session),
    explanation(Session, r1, [], Explanation).

test('of groups that want the same unit the later one needs it, too',
     Verdict-Changes == never-[[], [unit_needed_twice(te1, u1, rg)]]) :-
    after([device_connect(s, d1, d), requester_create(s, r1, pair)], Session),
    explanation(Session, r1, [],
                explanation(Verdict, [alternative(x, _, [request(q, _, Groups)])])),
    findall(Each, member(group(_, _, _, _, _, _, Each), Groups), Changes).

test('of two devices the one with fewer changes is looked at', Device == d2) :-
    after([device_connect(s, d1, d), device_connect(s, d2, d), requester_create(s, r1, adc48),
           requester_create(s, r2, adc96)], Session),
    explanation(Session, r2, [],
                explanation(_, [alternative(x, _, [request(q, _, [group(_, Device, _, _, _, _, _)])])])).

test('one device is looked at where one is asked for', Device == d1) :-
    after([device_connect(s, d1, d), device_connect(s, d2, d), requester_create(s, r1, adc96)],
          Session),
    explanation(Session, r1, [device(d1)],
                explanation(_, [alternative(x, _, [request(q, _, [group(_, Device, _, _, _, _, _)])])])).

test('an unknown name is said, with the nearest', Unknowns == [unknown(requester, r2, r1),
                                                               unknown(outlet, p, ''),
                                                               unknown(alternative, y, ''),
                                                               unknown(device, d2, d1)]) :-
    after([device_connect(s, d1, d), requester_create(s, r1, adc96)], Session),
    findall(Unknown,
            ( member(Requester-Outlet-Restrictions,
                     [r2-o-[], r1-p-[], r1-o-[alternative(y)], r1-o-[device(d2)]]),
              engine_api:api_explain(Session, outlet(Requester, Outlet), Restrictions, Unknown)
            ),
            Unknowns).

%   What the process does is greedy: the first element that can be taken is.

test('the element that is taken is the one to be changed',
     Changes == [other_value('te1/task/function/sampling_rate', "48*kilohertz",
                             "44.1*kilohertz"),
                 absent('te1/task/function/data_channels', "2")]) :-
    session_of("device(d, \"d\"). registration_unit(d, u1). registration_unit(d, u2).
        device_group(d, g, [
            task_element(te1, [registration_unit(u1), task([function([
                direction(analog_to_digital), sampling_rate(44.1*kilohertz)])])]),
            task_element(te2, [registration_unit(u2), task([function([
                direction(analog_to_digital), sampling_rate(48*kilohertz), data_channels(2)])])])]).
        requester(r, \"r\"). outlet(r, o, [x-1]). composite_request(r, x, [q]). request(r, q, [rg]).
        request_group(r, rg, taskflow, accept(8), [task_element([task([function([
            direction(analog_to_digital, weight(5)), sampling_rate(48*kilohertz, weight(2)),
            data_channels(2, weight(2))])])])]).", Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    explanation(Session, r1, [], Explanation),
    changes(Explanation, Changes).

test('a path tells elements without an id apart',
     Changes == [absent('task_element[2]/task/function/data_channels', "2")]) :-
    session_of("device(d, \"d\"). registration_unit(d, u1).
        device_group(d, g, [
            task_element([registration_unit(u1), task([function([data_channels(1)])])]),
            task_element([task([function([direction(analog_to_digital)])])])]).
        requester(r, \"r\"). outlet(r, o, [x-1]). composite_request(r, x, [q]). request(r, q, [rg]).
        request_group(r, rg, taskflow, accept(6), [task_element([task([function([
            direction(analog_to_digital, weight(5)), data_channels(2, weight(1))])])])]).", Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    explanation(Session, r1, [], Explanation),
    changes(Explanation, Changes).

%   A device whose states and units stand in each other's way.

mixer("device(m, \"m\"). registration_unit(m, u1). registration_unit(m, u2). state(m, busy, 0).
       state_adjust(m, occupy, busy, apply, _, 1). state_adjust(m, occupy, busy, remove, _, 0).
       match_condition(m, idle, _) :- current_state(busy, 0).
       device_group(m, g1, [task_element(te1, [registration_unit(u1), state_adjust(occupy),
           task([function([direction(analog_to_digital)])])])]).
       device_group(m, g2, [task_element(te2, [registration_unit(u2), match_condition(idle),
           task([function([direction(digital_to_analog)])])])]).
       device_group(m, g3, [task_element(te3, [task([role([principal(convert)])])])]).
       requester(in, \"i\"). outlet(in, o, [x-1]). composite_request(in, x, [q]). request(in, q, [rg]).
       request_group(in, rg, taskflow, accept(5), [task_element([task([function([
           direction(analog_to_digital, weight(5))])])])]).
       requester(out, \"o\"). outlet(out, o, [x-1]). composite_request(out, x, [q]).
       request(out, q, [rg]).
       request_group(out, rg, taskflow, accept(5), [task_element([task([function([
           direction(digital_to_analog, weight(5))])])])]).
       requester(role, \"r\"). outlet(role, o, [x-1]). composite_request(role, x, [q]).
       request(role, q, [rg]).
       request_group(role, rg, taskflow, accept(1), [task_element([task([role([
           principal(convert, weight(1))])])])]).
       requester(greedy, \"g\"). outlet(greedy, o, [x-1]). composite_request(greedy, x, [q]).
       request(greedy, q, [rg, more]).
       request_group(greedy, rg, taskflow, accept(5), [task_element([task([function([
           direction(analog_to_digital, weight(5))])])])]).
       request_group(greedy, more, taskflow, accept(9), [task_element([task([role([
           principal(convert, weight(1))])])])]).").

test('a match that keeps a condition from holding is named',
     Explanation == explanation(not_now,
                                [alternative(x, not_now, [request(q, not_now, [Group])])])) :-
    mixed([], [device_connect(s, m1, m), requester_create(s, r1, in),
               requester_create(s, r2, out)], Session),
    Group = group(rg, m1, g2, 0/1, 5/1, within, [device_taken([holder(r1, o)])]),
    explanation(Session, r2, [], Explanation).

test('a device without a unit left is no device, whatever is asked of it',
     Explanation == explanation(not_now,
                                [alternative(x, not_now, [request(q, not_now, [Group])])])) :-
    mixed([], [device_connect(s, m1, m), requester_create(s, r0, out),
               requester_create(s, r1, in), requester_create(s, r2, role)], Session),
    Group = group(rg, m1, g3, 1/1, 1/1, within, [device_taken([holder(r0, o)])]),
    explanation(Session, r2, [], Explanation).

test('a device that another system has imported as a whole is named with who uses it',
     Explanation == explanation(not_now,
                                [alternative(x, not_now, [request(q, not_now, [Group])])])) :-
    mixed([transport(whole_device)],
          [device_connect(s, m1, m), requester_create(s, r1, in), requester_create(t, r2, role)],
          Session),
    Group = group(rg, m1, g3, 1/1, 1/1, within, [device_taken([holder(r1, o)])]),
    explanation(Session, r2, [], Explanation).

test('a group that accepts more than all its weights is beyond reach, the rest is explained',
     Explanation == explanation(never, [alternative(x, never, [request(q, never, Groups)])])) :-
    mixed([], [device_connect(s, m1, m), requester_create(s, r1, in),
               requester_create(s, r2, greedy)], Session),
    Groups = [ group(rg, m1, g1, 0/1, 5/1, within, [unit_taken(te1, u1, [holder(r1, o)])]),
               group(more, m1, g3, 1/1, 9/1, beyond, [])
             ],
    explanation(Session, r2, [], Explanation).

mixed(Options, Events, Session) :-
    mixer(Text),
    fresh_session(Options, Session),
    load_text(Session, Text),
    all_happen(Session, Events).

changes(explanation(_, [alternative(_, _, [request(_, _, [group(_, _, _, _, _, _, Changes)])])]),
        Changes).

%   On random scenarios: nothing changes by asking; what is said to be possible, or
%   to wait for units alone, does match once the units are there.

test('nothing changes by asking', [forall(between(1, 15, Seed)), After == Before]) :-
    random_world(Seed, Session),
    live_facts(Before0),
    msort(Before0, Before),
    forall(outlet_of(Session, Requester, Outlet),
           engine_api:api_explain(Session, outlet(Requester, Outlet), [], _)),
    live_facts(After0),
    msort(After0, After).

test('each answer is of the agreed form',
     [forall(member(Seed, [1045, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40])), Wrong == []]) :-
    random_world(Seed, Session),
    findall(Explanation,
            ( outlet_of(Session, Requester, Outlet),
              engine_api:api_explain(Session, outlet(Requester, Outlet), [], Explanation),
              \+ well_formed(Explanation)
            ),
            Wrong).

after(Events, Session) :-
    world(Text),
    session_of(Text, Session),
    all_happen(Session, Events).

explanation(Session, Requester, Restrictions, Explanation) :-
    engine_api:api_explain(Session, outlet(Requester, o), Restrictions, Explanation).

outlet_of(Session, Requester, Outlet) :-
    engine_api:api_outlets(Session, Outlets),
    member(outlet(Requester, Outlet, _, _), Outlets).

random_world(Seed, Session) :-
    generate(Seed, Terms),
    with_output_to(string(Text),
                   forall(member(Term, Terms), portray_clause(Term))),
    fresh_session(Session),
    engine_api:api_load(Session, [text(generated, Text, description)], Diagnostics),
    \+ memberchk(diagnostic(error, _, _, _, _, _), Diagnostics),
    engine_api:api_scenario(Session, Events),
    forall(member(Event, Events), engine_api:api_event(Session, Event, silent, _, _)).

%   Only groups that no change can help are without changes where the factor is too
%   little. What comes later in an alternative may be helped by what comes earlier:
%   a match sets states, which conditions look at.

well_formed(explanation(Verdict, Alternatives)) :-
    memberchk(Verdict, [active, possible, not_now, not_allowed, never]),
    forall(member(alternative(_, Each, Requests), Alternatives),
           ( memberchk(Each, [active, possible, not_now, not_allowed, never]),
             forall(member(request(_, Request, _), Requests),
                    memberchk(Request, [possible, not_now, not_allowed, never])),
             (   Requests = [request(_, First, Groups)|_]
             ->  sooner_alone(First, Each),
                 Groups = [Group|_],
                 told_why(Group)
             ;   true
             )
           )).

told_why(group(_, Device, _, N1/D1, N2/D2, Reach, Changes)) :-
    (   Changes \== []
    ;   N1*D2 >= N2*D1
    ;   Reach == beyond
    ;   Device == ''
    ),
    !.

%   An alternative is never kinder than its first request alone.

sooner_alone(First, Alternative) :-
    nth0(I, [possible, not_now, not_allowed, never], First),
    nth0(J, [possible, not_now, not_allowed, never], Alternative),
    I =< J.

:- end_tests(explanation).
