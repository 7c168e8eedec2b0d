% SPDX-License-Identifier: Apache-2.0
:- module(test_narration, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/narration').
:- use_module('../../../engine/prolog/knowledge_base', [device/5, requester/5]).

:- dynamic told/3.

tell(Depth, Kind, Text0) :-
    text_to_string(Text0, Text),
    assertz(told(Depth, Kind, Text)).

scene("device(d, \"d\").
       registration_unit(d, u).
       code_interface(d, setup, [set_channels, start]).
       state(d, channels, 1).
       device_group(d, g0, [task_element([task([role([principal(convert)])])])]).
       device_group(d, g, [task_element(te, [code_interface(setup), task([registration_unit(u),
           function([data_channels([1, 2], state(channels))])])])]).
       requester(r, \"r\").
       outlet(r, o, [best-10, lesser-2.5]).
       composite_request(r, best, [q1, q2]). composite_request(r, lesser, [q1]).
       request(r, q1, [rg]). request(r, q2, [rg]).
       request_group(r, rg, taskflow, accept(1), [task_element([accept(1), code_interface(configure),
           task([function([data_channels(2, weight(1), data_interface(settings))])])])]).").

scene_session(Session) :-
    scene(Text),
    session_of(Text, Session).

%   lines(+Step, -Lines): about device d1 and requester r1, whose keys stand in
%   the place of their names.

lines(Step, Lines) :-
    scene_session(Session),
    all_happen(Session, [system_connect(away), system_disconnect(away),
                         device_connect(away, d1, d), requester_create(away, r1, r)]),
    device(Session, Key, d1, _, _),
    requester(Session, RequesterKey, r1, _, _),
    keyed(Step, Key, RequesterKey, Keyed),
    retractall(told(_, _, _)),
    once(narrate(context(Session, to(test_narration:tell), participant(RequesterKey, r),
                         participant(Key, d)), Keyed)),
    findall(line(Depth, Kind, Text), retract(told(Depth, Kind, Text)), Lines).

keyed(unit_now(d1, U, N), Key, _, unit_now(Key, U, N)) :- !.
keyed(state_now(d1, S, B, A), Key, _, state_now(Key, S, B, A)) :- !.
keyed(state_now(r1, S, B, A), _, Key, state_now(Key, S, B, A)) :- !.
keyed(Step, _, _, Step).

:- begin_tests(steps).

%   step(Step, Lines)

step(event(system_connect(s)), [line(0, event, "system s connects")]).
step(event(system_disconnect(s)), [line(0, event, "system s disconnects")]).
step(event(device_disconnect(d1)), [line(0, event, "device d1 disconnects")]).
step(event(requester_cancel(r1)), [line(0, event, "requester r1 is cancelled")]).
step(match_begins, [line(1, heading, "match process begins")]).
step(match_ends, [line(1, heading, "match process ends")]).
step(match_again, [line(1, heading, "resources came free: perform match again")]).
step(outlet(s, r1, o, none, [alternative(best, 10, []), alternative(lesser, 5r2, [])]),
     [ line(2, outlet, "outlet o of requester r1 on s: inactive"),
       line(3, outlet, "alternatives: best (10), lesser (2.5)") ]).
step(outlet(s, r1, o, active(lesser, 5r2), []),
     [ line(2, outlet, "outlet o of requester r1 on s: lesser at priority 2.5 is active"),
       line(3, outlet, "alternatives: none") ]).
step(nothing_better(o, none), [line(3, outlet, "outlet o: no alternative can be satisfied")]).
step(nothing_better(o, active(lesser, 1)), [line(3, outlet, "outlet o: nothing better than lesser")]).
step(alternative(best, 10, [request(q1, [rg]), request(q2, [rg])]),
     [line(3, alternative, "try alternative best at priority 10: requests q1, q2")]).
step(alternative_outcome(best, satisfied), [line(3, accepted, "alternative best is satisfied")]).
step(alternative_outcome(best, failed(q2)),
     [line(3, refused, "alternative best fails: no match for request q2")]).
step(request(q1, [rg, rg2]), [line(4, request, "request q1: request groups rg, rg2")]).
step(request_outcome(q1, satisfied), [line(4, accepted, "request q1 is satisfied by d1")]).
step(request_outcome(q1, failed), [line(4, refused, "request q1: no match")]).
step(device, [line(5, device, "try device d1")]).
step(device_failed(rg), [line(5, refused, "no match for request group rg on d1")]).
step(request_group(rg, 1r2), [line(6, request_group, "request group rg, which accepts 0.5")]).
step(device_group(g), [line(7, device_group, "try device group g of d1")]).
step(unit_checked(u, available), [line(8, unit_free, "registration unit u is available")]).
step(unit_checked(u, unavailable), [line(8, unit_taken, "registration unit u is taken")]).
step(branch_matched(tag(te, 1, 0), task_element), [line(8, term, "module task_element te matched")]).
step(branch_matched(tag(task, 2, 0), task), [line(9, term, "category task matched")]).
step(branch_matched(tag(function, 3, 0), function), [line(10, term, "subcategory function matched")]).
step(threshold(met, 14, 14, tag(te, 1, 0), task_element),
     [line(8, threshold_met, "task_element te reaches 14 of 14")]).
step(threshold(missed, 5r2, 7, tag(structures, 3, 0), structures),
     [line(10, threshold_missed, "structures reaches only 2.5 of 7")]).
step(condition(budget, participant(0, d), held),
     [line(8, condition_held, "match condition budget of d holds")]).
step(condition(budget, participant(0, d), refused),
     [line(8, condition_refused, "match condition budget of d refuses")]).
step(group_outcome(accepted, 28, 23), [line(7, accepted, "accepted: match factor 28, needed 23")]).
step(group_outcome(refused, 0, 23), [line(7, refused, "refused: match factor 0, needed 23")]).
step(applying_with_device(rg, g), [line(6, apply, "apply the match of rg with g of d1")]).
step(applying_with_requester(rg),
     [line(3, apply, "apply the match of rg, found on d1, with the requester")]).
step(undoing, [line(5, undo, "undo what was applied so far")]).
step(settled(best, threshold), [line(3, accepted, "the active alternative is best: threshold reached")]).
step(settled(lesser, partial),
     [line(3, accepted, "the active alternative is lesser: partial, a higher one is still wanted")]).
step(code_entered(configure, setup, [set_channels, start]),
     [line(4, apply, "code interface configure is setup of d1: set_channels, start")]).
step(cancelling(r1, o, active(lesser, 1)),
     [line(3, cancel, "cancel the match of lesser for outlet o of requester r1")]).
step(giving_up(rg, g), [line(4, cancel, "remove the match of rg with g of d1")]).

test('a step is told in its lines', [forall(step(Step, Expected)), Lines == Expected]) :-
    lines(Step, Lines).

test('a unit that changes is told',
     [forall(member(Now, [available, unavailable])), Lines == [line(8, unit, Text)]]) :-
    format(string(Text), 'registration unit u of d1 becomes ~w', [Now]),
    lines(unit_now(d1, u, Now), Lines).

test('a state that changes is told with both values, as they are written',
     Lines == [line(8, state, "state rate of d1 changes from 44.1*kilohertz to 44100*hertz")]) :-
    value(441r10*kilohertz, free, Before),
    value(44100*hertz, free, After),
    lines(state_now(d1, rate, Before, After), Lines).

test('a state of a requester is told under its name',
     Lines == [line(8, state, "state wishes of r1 changes from 1 to \"a ~w text\"")]) :-
    value(1, free, Before),
    value("a ~w text", free, After),
    lines(state_now(r1, wishes, Before, After), Lines).

test('a matched aspect is told with its value',
     Lines == [line(11, term, "aspect name matched: \"100 ~s %\"")]) :-
    value("100 ~s %", text, Value),
    lines(leaf_matched(name, Value), Lines).

test('a data interface is told with its aspect and value',
     Lines == [line(4, apply, "data interface settings: data_channels is 2")]) :-
    value(2, count, Value),
    lines(data_entered(settings, data_channels, Value), Lines).

test('an arrival names what arrives, its description and the system',
     [forall(member(Event-Words, [device_connect(s, d1, d)-["d1", "d", "s"],
                                  requester_create(s, r1, r)-["r1", "r", "s"]])), Missing == []]) :-
    lines(event(Event), [line(0, event, Text)]),
    split_string(Text, " ", "(),:", Parts),
    findall(Word, ( member(Word, Words), \+ memberchk(Word, Parts) ), Missing).

test('the silent narrator tells nothing', Told == []) :-
    retractall(test_narration:told(_, _, _)),
    narrate(silent, match_begins),
    once(narrate(context(0, silent, none, none), device_group(g))),
    findall(T, test_narration:told(_, _, T), Told).

:- end_tests(steps).

:- begin_tests(transcript).

%   Up to the tables of results.

process(Lines, Process) :-
    (   append(Process, [line(_, result, _)|_], Lines)
    ->  true
    ;   Process = Lines
    ).

test('the transcript of a requester whose lesser alternative is satisfied', Process == [
        line(0, event, "requester r1 (r) arrives on s"),
        line(1, heading, "match process begins"),
        line(2, outlet, "outlet o of requester r1 on s: inactive"),
        line(3, outlet, "alternatives: best (10), lesser (2.5)"),
        line(3, outlet, "devices with resources available: s d1"),
        line(3, alternative, "try alternative best at priority 10: requests q1, q2"),
        line(4, request, "request q1: request groups rg"),
        line(5, device, "try device d1"),
        line(6, request_group, "request group rg, which accepts 1"),
        line(7, device_group, "try device group g0 of d1"),
        line(7, refused, "refused: match factor 0, needed 1"),
        line(7, device_group, "try device group g of d1"),
        line(8, unit_free, "registration unit u is available"),
        line(11, term, "aspect data_channels matched: 2"),
        line(10, term, "subcategory function matched"),
        line(9, term, "category task matched"),
        line(8, threshold_met, "task_element te reaches 1 of 1"),
        line(8, term, "module task_element te matched"),
        line(7, accepted, "accepted: match factor 1, needed 1"),
        line(6, apply, "apply the match of rg with g of d1"),
        line(8, unit, "registration unit u of d1 becomes unavailable"),
        line(8, state, "state channels of d1 changes from 1 to 2"),
        line(4, accepted, "request q1 is satisfied by d1"),
        line(4, request, "request q2: request groups rg"),
        line(5, device, "try device d1"),
        line(6, request_group, "request group rg, which accepts 1"),
        line(7, device_group, "try device group g0 of d1"),
        line(7, refused, "refused: match factor 0, needed 1"),
        line(7, device_group, "try device group g of d1"),
        line(8, unit_taken, "registration unit u is taken"),
        line(7, refused, "refused: match factor 0, needed 1"),
        line(5, refused, "no match for request group rg on d1"),
        line(4, refused, "request q2: no match"),
        line(3, refused, "alternative best fails: no match for request q2"),
        line(5, undo, "undo what was applied so far"),
        line(8, state, "state channels of d1 changes from 2 to 1"),
        line(8, unit, "registration unit u of d1 becomes available"),
        line(3, alternative, "try alternative lesser at priority 2.5: requests q1"),
        line(4, request, "request q1: request groups rg"),
        line(5, device, "try device d1"),
        line(6, request_group, "request group rg, which accepts 1"),
        line(7, device_group, "try device group g0 of d1"),
        line(7, refused, "refused: match factor 0, needed 1"),
        line(7, device_group, "try device group g of d1"),
        line(8, unit_free, "registration unit u is available"),
        line(11, term, "aspect data_channels matched: 2"),
        line(10, term, "subcategory function matched"),
        line(9, term, "category task matched"),
        line(8, threshold_met, "task_element te reaches 1 of 1"),
        line(8, term, "module task_element te matched"),
        line(7, accepted, "accepted: match factor 1, needed 1"),
        line(6, apply, "apply the match of rg with g of d1"),
        line(8, unit, "registration unit u of d1 becomes unavailable"),
        line(8, state, "state channels of d1 changes from 1 to 2"),
        line(4, accepted, "request q1 is satisfied by d1"),
        line(3, accepted, "alternative lesser is satisfied"),
        line(3, accepted, "the active alternative is lesser: partial, a higher one is still wanted"),
        line(3, apply, "apply the match of rg, found on d1, with the requester"),
        line(4, apply, "code interface configure is setup of d1: set_channels, start"),
        line(4, apply, "data interface settings: data_channels is 2"),
        line(1, heading, "match process ends")
     ]) :-
    scene_session(Session),
    happens(Session, device_connect(s, d1, d)),
    transcript(Session, requester_create(s, r1, r), Lines),
    process(Lines, Process).

test('the transcript of a device that leaves', Process == [
        line(0, event, "device d1 disconnects"),
        line(3, cancel, "cancel the match of lesser for outlet o of requester r1"),
        line(4, cancel, "remove the match of rg with g of d1"),
        line(8, unit, "registration unit u of d1 becomes available"),
        line(1, heading, "match process begins"),
        line(2, outlet, "outlet o of requester r1 on s: inactive"),
        line(3, outlet, "alternatives: best (10), lesser (2.5)"),
        line(3, outlet, "devices with resources available: none"),
        line(3, outlet, "outlet o: no alternative can be satisfied"),
        line(1, heading, "match process ends")
     ]) :-
    scene_session(Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    transcript(Session, device_disconnect(d1), Lines),
    process(Lines, Process).

test('no line has a line break', Broken == []) :-
    scene_session(Session),
    happens(Session, device_connect(s, d1, d)),
    transcript(Session, requester_create(s, r1, r), Lines),
    findall(Text, ( member(line(_, _, Text), Lines), sub_string(Text, _, _, _, "\n") ), Broken).

%   The cells of a table's rows, whatever the widths of the columns.

rows(Lines, Rows) :-
    findall(Cells,
            ( member(line(_, table, Text), Lines),
              split_string(Text, " ", " ", Cells0),
              exclude(==(""), Cells0, Cells)
            ),
            Rows).

row(["r1", "o", "lesser", "q1", "rg", "d1", "g", "1"]).
row(["r1", "o", "lesser", "partial", "s"]).
row(["d1", "u", "taken", "s"]).
row(["d1", "channels", "2"]).

test('the results name every transaction, outlet, unit and state',
     [forall(row(Row)), true(memberchk(Row, Rows))]) :-
    scene_session(Session),
    happens(Session, device_connect(s, d1, d)),
    transcript(Session, requester_create(s, r1, r), Lines),
    rows(Lines, Rows).

test('long names do not run together', true(memberchk([Device, "u", "available", System], Rows))) :-
    Device = "a_device_whose_name_is_longer_than_any_column_would_be",
    System = "a_system_whose_name_is_longer_than_any_column_would_be",
    atom_string(DeviceName, Device),
    atom_string(SystemName, System),
    scene_session(Session),
    transcript(Session, device_connect(SystemName, DeviceName, d), Lines),
    rows(Lines, Rows).

:- end_tests(transcript).
