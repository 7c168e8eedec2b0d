% SPDX-License-Identifier: Apache-2.0
:- module(test_allocation, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/allocation').
:- use_module('../../../engine/prolog/group_match', [group_match/5]).
:- use_module('../../../engine/prolog/knowledge_base',
              [ device/5, requester/5, outlet/4, unit_taken/2, state_value/3, take_unit/2,
                set_state/3, device_group/4, request_group/6, code_entry/5, data_entry/4,
                take_warnings/2 ]).
:- use_module('../../../engine/prolog/value_writer', [value_term/2]).

%   A device and a requester that are there and not matched: the requester is
%   on a disconnected system.

scene("device(d, \"d\").
       registration_unit(d, u1). registration_unit(d, u2). registration_unit(d, u3).
       code_interface(d, c1, [start, stop]). code_interface(d, c2, [set_rate]).
       code_interface(d, c3, [mute]).
       state(d, rate, 48*kilohertz). state(d, channels, 1). state(d, links, 0).
       state(d, mode, idle). state(d, name, \"none\").
       state_adjust(d, count, links, apply, Old, New) :- New is Old + 1.
       state_adjust(d, count, links, remove, Old, New) :- New is Old - 1.
       state_adjust(d, both, links, _, Old, New) :- New is Old + 10.
       state_adjust(d, mode, mode, apply, _, busy).
       state_adjust(d, mode, mode, remove, _, idle).
       state_adjust(d, two, links, apply, Old, New) :- New is Old * 2.
       state_adjust(d, two, channels, apply, Old, New) :- New is Old + 1.
       state_adjust(d, only_remove, links, remove, _, 99).
       state_adjust(d, fails, links, apply, _, _) :- fail.
       state_adjust(d, throws, links, apply, Old, New) :- arg(Old, a_name, New).
       state_adjust(d, open, links, apply, _, [_]).
       state_adjust(d, no_value, links, apply, _, f(1)).
       state_adjust(d, endless, links, apply, Old, New) :- forever(Old), New = 1.
       state_adjust(d, several, links, apply, _, New) :- member(New, [7, 8]).
       state_adjust(d, clauses, links, apply, 5, 50).
       state_adjust(d, clauses, links, apply, _, 60).
       state_adjust(d, sum, rate, apply, _, N*hertz) :- N is 0.1 + 0.2.
       state_adjust(d, root, rate, apply, _, [N, 1]*hertz) :- N is sqrt(2).
       state_adjust(d, rate, rate, apply, Old, N*kilohertz) :- in_unit(Old, kilohertz, N0), N is N0 / 3.
       state_adjust(d, sees, mode, apply, _, New) :- current_state(links, L), ( L > 0 -> New = linked ; New = alone ).
       forever(X) :- forever(X).
       requester(r, \"r\").
       outlet(r, o, [a-1]). composite_request(r, a, [q]). request(r, q, [rg]).
       state(r, wishes, 0).
       state_adjust(r, wish, wishes, apply, Old, New) :- New is Old + 1.
       state_adjust(r, wish, wishes, remove, Old, New) :- New is Old - 1.
       ").

scene(Extra, Session, Context, Device, Requester) :-
    scene(Scene),
    string_concat(Scene, Extra, Text),
    session_of(Text, Session),
    all_happen(Session, [ system_connect(away), system_disconnect(away),
                          device_connect(here, d1, d), requester_create(away, r1, r) ]),
    device(Session, Device, d1, d, _),
    requester(Session, Requester, r1, r, _),
    Context = context(Session, silent, participant(Requester, r), participant(Device, d)).

simple("device_group(d, g, [task_element([task([role([principal(convert)])])])]).
        request_group(r, rg, taskflow, accept(0), [task_element([task([role([principal(convert)])])])]).").

simple_scene(Session, Context, Device, Requester) :-
    simple(Text),
    scene(Text, Session, Context, Device, Requester).

state(Participant, State, Term) :-
    once(( state_value(Participant, State, Value),
           value_term(Value, Term)
         )).

%   matched(+Session, +Context, -DeviceEffects, -RequesterEffects): of the
%   groups rg and g.

matched(Session, Context, DeviceEffects, RequesterEffects) :-
    request_group(Session, r, rg, _, _, RequestTerms),
    device_group(Session, d, g, DeviceTerms),
    group_match(RequestTerms, DeviceTerms, Context, Match, _),
    match_effects(Match, DeviceEffects, RequesterEffects),
    !.

:- begin_tests(effects).

test('effects come in the order of the walk, a branch before what is below it',
     Effects == [adjust(count), take(u1), adjust(mode), take(u2), set(rate, R), set(channels, C)]) :-
    scene("device_group(d, g, [task_element([state_adjust(count), registration_unit(u1),
               task([registration_unit(u2), state_adjust(mode),
                     function([data_channels(2, state(channels)),
                               sampling_rate(48*kilohertz, state(rate))])])])]).
           request_group(r, rg, taskflow, accept(0), [task_element([
               task([function([sampling_rate(48000*hertz), data_channels(2)])])])]).",
          Session, Context, _, _),
    matched(Session, Context, Effects, _),
    memberchk(set(rate, R), Effects),
    memberchk(set(channels, C), Effects).

test('a leaf may set several states', Terms == [rate-44100*hertz, rate2-44100*hertz]) :-
    scene("state(d, rate2, 1*hertz).
           device_group(d, g, [task_element([task([function([
               sampling_rate([44.1, 48]*kilohertz, state(rate), state(rate2))])])])]).
           request_group(r, rg, taskflow, accept(0), [task_element([
               task([function([sampling_rate(44100*hertz)])])])]).",
          Session, Context, _, _),
    matched(Session, Context, Effects, _),
    findall(State-Term, ( member(set(State, V), Effects), once(value_term(V, Term)) ), Terms).

test('an element that was not matched has no effect', Effects == [take(u2)]) :-
    scene("device_group(d, g, [task_element([registration_unit(u1), task([function([data_channels(8)])])]),
                               task_element([registration_unit(u2), task([function([data_channels(2)])])])]).
           request_group(r, rg, taskflow, accept(0), [task_element([task([function([data_channels(2)])])])]).",
          Session, Context, _, _),
    matched(Session, Context, Effects, _).

%   pairs(Asked, Had, Pairs)

pairs("code_interface(a1),", "code_interface(c1),", [code(a1, c1)]).
pairs("code_interface(a1), code_interface(a2),", "code_interface(c2), code_interface(c1),",
      [code(a1, c2), code(a2, c1)]).
pairs("code_interface(a1), code_interface(a2), code_interface(a3),", "code_interface(c1),",
      [code(a1, c1)]).
pairs("code_interface(a1),", "code_interface(c1), code_interface(c2), code_interface(c3),",
      [code(a1, c1)]).
pairs("", "code_interface(c1),", []).
pairs("code_interface(a1),", "", []).

test('code interfaces are paired in order, a surplus on either side is ignored',
     [forall(pairs(Asked, Had, Expected)), Effects == Expected]) :-
    atomics([ "device_group(d, g, [task_element([", Had, " task([role([principal(convert)])])])]).\n",
              "request_group(r, rg, taskflow, accept(0), [task_element([", Asked,
              " task([role([principal(convert)])])])])." ], Text),
    scene(Text, Session, Context, _, _),
    matched(Session, Context, _, Effects).

test('a leaf may be told through several data interfaces',
     Told == [data(in, data_channels), data(out, data_channels)]) :-
    scene("device_group(d, g, [task_element([task([function([data_channels(2)])])])]).
           request_group(r, rg, taskflow, accept(0), [task_element([task([function([
               data_channels(2, data_interface(in), data_interface(out))])])])]).",
          Session, Context, _, _),
    matched(Session, Context, _, Effects),
    findall(data(D, A), member(data(D, A, _), Effects), Told).

test('the adjustments of a request branch come before its code interfaces',
     Effects == [adjust(wish), code(a1, c1)]) :-
    scene("device_group(d, g, [task_element([code_interface(c1), task([role([principal(convert)])])])]).
           request_group(r, rg, taskflow, accept(0), [task_element([code_interface(a1), state_adjust(wish),
               task([role([principal(convert)])])])]).",
          Session, Context, _, _),
    matched(Session, Context, _, Effects).

atomics(Parts, Text) :-
    atomic_list_concat(Parts, Atom),
    atom_string(Atom, Text).

:- end_tests(effects).

:- begin_tests(adjustments).

%   adjusted(Adjustment, Mode, State, Before, After)

adjusted(count, apply, links, 0, 1).
adjusted(count, remove, links, 5, 4).
adjusted(both, apply, links, 0, 10).
adjusted(both, remove, links, 0, 10).
adjusted(mode, apply, mode, idle, busy).
adjusted(mode, remove, mode, busy, idle).
adjusted(two, apply, links, 4, 8).
adjusted(two, apply, channels, 1, 2).
adjusted(two, remove, links, 4, 4).
adjusted(only_remove, apply, links, 3, 3).
adjusted(only_remove, remove, links, 3, 99).
adjusted(several, apply, links, 0, 7).
adjusted(clauses, apply, links, 5, 50).
adjusted(clauses, apply, links, 6, 60).
adjusted(rate, apply, rate, 48*kilohertz, 16*kilohertz).
adjusted(rate, apply, rate, 49000*hertz, 49r3*kilohertz).
adjusted(sees, apply, mode, idle, alone).
% Decimals are exact; what only floating point can compute is what it prints.
adjusted(sum, apply, rate, 1*hertz, 3r10*hertz).
adjusted(root, apply, rate, 1*hertz, [14142135623730951r10000000000000000, 1]*hertz).
% What fails leaves the state as it was.
adjusted(fails, apply, links, 3, 3).
adjusted(throws, apply, links, 3, 3).
adjusted(open, apply, links, 3, 3).
adjusted(no_value, apply, links, 3, 3).
adjusted(endless, apply, links, 3, 3).

test('an adjustment makes of a state what it says, in its mode',
     [forall(adjusted(Adjustment, Mode, State, Before, Expected)), After == Expected]) :-
    simple_scene(_, Context, Device, _),
    value(Before, free, Value),
    set_state(Device, State, Value),
    run(Mode, [adjust(Adjustment)], Context),
    state(Device, State, After).

run(apply, Effects, Context) :-
    once(apply_with_device(Effects, Context, _)).
run(remove, Effects, Context) :-
    once(remove_with_device(Effects, Context)).

%   warns(Adjustment, Mode, Reason)

warns(fails, apply, failed(links, apply)).
warns(throws, apply, threw(error(type_error(_, _), _))).
warns(open, apply, no_value(links)).
warns(no_value, apply, no_value(links)).
warns(endless, apply, inference_limit).

test('an adjustment that fails is reported once, with its place and reason',
     [forall(warns(Adjustment, Mode, Reason)), true(Reports = [broken_body(adjustment, Reason)])]) :-
    simple_scene(Session, Context, _, _),
    run(Mode, [adjust(Adjustment)], Context),
    take_warnings(Session, Warnings),
    findall(Message,
            ( member(diagnostic(warning, Source, Offset, [Adjustment, d], Message), Warnings),
              Source \== '',
              integer(Offset)
            ),
            Reports).

test('an adjustment without a clause for the mode is not reported', Warnings == []) :-
    simple_scene(Session, Context, _, _),
    run(remove, [adjust(two), adjust(fails)], Context),
    run(apply, [adjust(only_remove)], Context),
    take_warnings(Session, Warnings).

test('effects run in order: a later adjustment sees what an earlier one did',
     Mode-Links == linked-1) :-
    simple_scene(_, Context, Device, _),
    run(apply, [adjust(count), adjust(sees)], Context),
    state(Device, mode, Mode),
    state(Device, links, Links).

test('an adjustment of two states runs on each, in the order of their first clauses',
     Links-Channels == 0-2) :-
    simple_scene(_, Context, Device, _),
    run(apply, [adjust(two)], Context),
    state(Device, links, Links),
    state(Device, channels, Channels).

test('the adjustments of the requester are of its own states', Wishes == [1, 0]) :-
    simple_scene(Session, Context, _, Requester),
    outlet(Session, Outlet, Requester, o),
    once(apply_with_requester([adjust(wish)], Outlet, Context)),
    state(Requester, wishes, Wishes1),
    once(remove_with_requester([adjust(wish)], Context)),
    state(Requester, wishes, Wishes2),
    Wishes = [Wishes1, Wishes2].

:- end_tests(adjustments).

:- begin_tests(apply_and_undo).

test('apply then undo leaves everything as it was, whatever there was') :-
    simple_scene(_, Context, Device, _),
    for_random(300, 23, undone(Context, Device)).

undone(Context, Device) :-
    random_state_of(Device),
    random_effects(Effects),
    live_facts(Before),
    once(apply_with_device(Effects, Context, Journal)),
    once(undo(Journal, Context)),
    live_facts(After),
    same_facts(Before, After).

test('several groups are undone newest first') :-
    simple_scene(_, Context, Device, _),
    for_random(150, 29, all_undone(Context, Device)).

all_undone(Context, Device) :-
    random_state_of(Device),
    live_facts(Before),
    random_between(1, 4, Groups),
    length(Journals, Groups),
    foldl(apply_one(Context), Journals, [], Journal),
    once(undo(Journal, Context)),
    live_facts(After),
    same_facts(Before, After).

apply_one(Context, Journal1, Journal0, Journal) :-
    random_effects(Effects),
    once(apply_with_device(Effects, Context, Journal1)),
    append(Journal1, Journal0, Journal).

same_facts(Before, After) :-
    (   Before == After
    ->  true
    ;   ord_subtract(Before, After, Gone),
        ord_subtract(After, Before, New),
        format(user_error, "gone: ~p~nnew: ~p~n", [Gone, New]),
        fail
    ).

test('cancel frees exactly what apply took', true(Seen > 100)) :-
    simple_scene(_, Context, Device, _),
    flag(took_something, _, 0),
    for_random(300, 31, freed(Context, Device)),
    flag(took_something, Seen, Seen).

%   What was taken before is not in a match: the walk passes it over.

freed(Context, Device) :-
    random_state_of(Device),
    taken(Device, Before),
    random_effects(Effects0),
    exclude(takes_one_of(Before), Effects0, Effects),
    once(apply_with_device(Effects, Context, _)),
    taken(Device, Between),
    findall(U, member(take(U), Effects), Us),
    append(Before, Us, Should0),
    sort(Should0, Should),
    Between == Should,
    once(remove_with_device(Effects, Context)),
    taken(Device, After),
    After == Before,
    (   Us == []
    ->  true
    ;   flag(took_something, N, N + 1)
    ).

takes_one_of(Taken, take(Unit)) :-
    memberchk(Unit, Taken).

taken(Device, Units) :-
    findall(Unit, unit_taken(Device, Unit), Units0),
    msort(Units0, Units).

test('cancel leaves the states that leaves have set', Rate == 44100*hertz) :-
    simple_scene(_, Context, Device, _),
    value(44100*hertz, free, Value),
    run([set(rate, Value)], Context),
    once(remove_with_device([set(rate, Value)], Context)),
    state(Device, rate, Rate).

run(Effects, Context) :-
    once(apply_with_device(Effects, Context, _)).

test('cancel of a match in whose apply an adjustment counted up counts down', Links == 0) :-
    simple_scene(_, Context, Device, _),
    Effects = [adjust(count), take(u1), adjust(count)],
    run(Effects, Context),
    once(remove_with_device(Effects, Context)),
    state(Device, links, Links).

test('a unit named twice in a match is taken once', Taken == [u1]) :-
    simple_scene(_, Context, Device, _),
    run([take(u1), take(u1)], Context),
    findall(Unit, unit_taken(Device, Unit), Taken).

test('a unit named twice is freed once and then free', Taken == []) :-
    simple_scene(_, Context, Device, _),
    run([take(u1), take(u1)], Context),
    once(remove_with_device([take(u1), take(u1)], Context)),
    findall(Unit, unit_taken(Device, Unit), Taken).

test('undo of a second match leaves the unit that the first took', Taken == [u1]) :-
    simple_scene(_, Context, Device, _),
    run([take(u1)], Context),
    once(apply_with_device([take(u1), take(u2)], Context, Journal)),
    once(undo(Journal, Context)),
    findall(Unit, unit_taken(Device, Unit), Taken).

test('what is done to one device is done to no other of its kind', Other == []-0) :-
    simple_scene(Session, Context, _, _),
    happens(Session, device_connect(here, d2, d)),
    run([take(u1), adjust(count)], Context),
    once(device(Session, Device2, d2, _, _)),
    findall(Unit, unit_taken(Device2, Unit), Taken),
    state(Device2, links, Links),
    Other = Taken-Links.

random_state_of(Device) :-
    forall(member(Unit, [u1, u2, u3]),
           (   maybe
           ->  ( unit_taken(Device, Unit) -> true ; take_unit(Device, Unit) )
           ;   knowledge_base:free_unit(Device, Unit)
           )),
    random_between(0, 20, Links),
    value(Links, free, LinksValue),
    set_state(Device, links, LinksValue),
    one_of([idle, busy, linked], Mode),
    value(Mode, free, ModeValue),
    set_state(Device, mode, ModeValue),
    random_between(1, 8, Channels),
    value(Channels, free, ChannelsValue),
    set_state(Device, channels, ChannelsValue).

random_effects(Effects) :-
    random_between(0, 8, Length),
    length(Effects, Length),
    maplist(random_effect, Effects).

random_effect(Effect) :-
    one_of([take, take, adjust, set], Kind),
    random_effect(Kind, Effect).

random_effect(take, take(Unit)) :-
    one_of([u1, u2, u3], Unit).
random_effect(adjust, adjust(Adjustment)) :-
    one_of([count, both, mode, two, only_remove, fails, throws, open, several, sees], Adjustment).
random_effect(set, set(State, Value)) :-
    one_of([channels-2, channels-[1, 2], rate-44100*hertz, rate-at_least(1*hertz), name-"other"],
           State-Term),
    value(Term, free, Value).

:- end_tests(apply_and_undo).

:- begin_tests(requester_tables).

test('a code interface is entered with the operations of the device',
     Entries == [code(a1, Device, c1, [start, stop])]) :-
    simple_scene(Session, Context, Device, Requester),
    outlet(Session, Outlet, Requester, o),
    once(apply_with_requester([code(a1, c1)], Outlet, Context)),
    findall(code(A, D, H, Os), code_entry(Outlet, A, D, H, Os), Entries).

test('a matched value is entered under its data interface and aspect',
     Entries == [data(settings, sampling_rate, 44100*hertz), data(settings, data_channels, 2)]) :-
    simple_scene(Session, Context, _, Requester),
    outlet(Session, Outlet, Requester, o),
    value(44100*hertz, free, Rate),
    value(2, free, Channels),
    once(apply_with_requester([ data(settings, sampling_rate, Rate),
                                data(settings, data_channels, Channels) ], Outlet, Context)),
    findall(data(D, A, T), ( data_entry(Outlet, D, A, V), once(value_term(V, T)) ), Entries).

test('what is entered for a requester changes nothing of the device', Before == After) :-
    simple_scene(Session, Context, Device, Requester),
    outlet(Session, Outlet, Requester, o),
    findall(S-V, state_value(Device, S, V), Before),
    once(apply_with_requester([adjust(wish), code(a1, c1)], Outlet, Context)),
    findall(S-V, state_value(Device, S, V), After).

:- end_tests(requester_tables).
