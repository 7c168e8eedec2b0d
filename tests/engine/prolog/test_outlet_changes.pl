% SPDX-License-Identifier: Apache-2.0
:- module(test_outlet_changes, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(assoc)).
:- use_module(engine_under_test).
:- use_module('../plain/generate').

/** <module> What happens to outlets, change by change

The small worlds here have devices with one group each element of which
samples at another rate, and requesters that prefer some rates to others.
*/

%   rates(+Spec, +Rates, -Text)
%
%   A device with a group and a registration unit for each rate.

rates(Spec, Rates, Text) :-
    findall(Part, rate_part(Spec, Rates, Part), Parts),
    format(string(Head), "device(~w, \"~w\").~n", [Spec, Spec]),
    atomics_to_string([Head|Parts], Text).

rate_part(Spec, Rates, Part) :-
    member(Rate, Rates),
    format(string(Part),
           "registration_unit(~w, u~w). code_interface(~w, c~w, [set~w]).~n\c
            device_group(~w, g~w, [task_element([code_interface(c~w), task([registration_unit(u~w), \c
            function([sampling_rate(~w*kilohertz)])])])]).~n",
           [Spec, Rate, Spec, Rate, Rate, Spec, Rate, Rate, Rate, Rate]).

%   wants(+Spec, +Rates, -Text)
%
%   A requester with one outlet, which wants the first rate most.

wants(Spec, Rates, Text) :-
    length(Rates, Count),
    findall(a(Rate, Priority),
            ( nth1(I, Rates, Rate),
              Priority is Count - I + 1
            ),
            Alternatives),
    findall(Name-Priority,
            ( member(a(Rate, Priority), Alternatives),
              atom_concat(at, Rate, Name)
            ),
            Pairs),
    format(string(Head), "requester(~w, \"~w\"). outlet(~w, out, ~q).~n", [Spec, Spec, Spec, Pairs]),
    findall(Part, wanted_part(Spec, Rates, Part), Parts),
    atomics_to_string([Head|Parts], Text).

wanted_part(Spec, Rates, Part) :-
    member(Rate, Rates),
    format(string(Part),
           "composite_request(~w, at~w, [q~w]). request(~w, q~w, [r~w]).~n\c
            request_group(~w, r~w, taskflow, accept(1), [task_element([code_interface(control), \c
            task([function([sampling_rate(~w*kilohertz, weight(1), data_interface(data))])])])]).~n",
           [Spec, Rate, Rate, Spec, Rate, Rate, Spec, Rate, Rate]).

atomics_to_string(Parts, String) :-
    atomic_list_concat(Parts, Atom),
    atom_string(Atom, String).

%   world(-Session): devices plain, good and combo; requesters modest and greedy.

world(Session) :-
    fresh_session(Session),
    forall(( member(Spec-Rates, [plain-[44], good-[48], combo-[44, 96]]),
             rates(Spec, Rates, Text)
           ; member(Spec-Rates, [modest-[48, 44], greedy-[96, 48]]),
             wants(Spec, Rates, Text)
           ),
           load_text(Session, Text)).

%   changes(+Session, +Event, -Changes): Event happens.

changes(Session, Event, Changes) :-
    once(engine_api:api_event(Session, Event, silent, Changes, [])).

%   told(+Changes, -Short): number, outlet, kind, alternatives, status, devices.

told(Changes, Short) :-
    maplist(short, Changes, Short).

short(change(Number, Requester, _, Kind, Before, Active, Status, Lost, Now, _, _, _),
      Number-Requester-Kind-(Before->Active)-Status-(Had->Has)) :-
    findall(Device, member(transaction(_, _, _, _, _, Device, _, _, _), Lost), Had),
    findall(Device, member(transaction(_, _, _, _, _, Device, _, _, _), Now), Has).

reasons(Changes, Reasons) :-
    findall(Reason, member(change(_, _, _, _, _, _, _, _, _, _, _, Reason), Changes), Reasons).

:- begin_tests(kinds).

test('an event that no outlet feels', Changes == []) :-
    world(Session),
    changes(Session, device_connect(s, p1, plain), Changes).
test('a new outlet waits',
     Short-Reasons == [1-m-created-(''->'')-inactive-([]->[])]-['requester m was created on s']) :-
    world(Session),
    changes(Session, requester_create(s, m, modest), Changes),
    told(Changes, Short),
    reasons(Changes, Reasons).
test('a new outlet on a disconnected system waits too',
     Short == [1-m-created-(''->'')-inactive-([]->[])]) :-
    world(Session),
    all_happen(Session, [ device_connect(s, p1, plain), system_connect(t), system_disconnect(t) ]),
    changes(Session, requester_create(t, m, modest), Changes),
    told(Changes, Short).
test('created, then matched, in one event',
     Short == [ 1-m-created-(''->'')-inactive-([]->[]),
                2-m-matched-(''->at44)-partial-([]->[p1]) ]) :-
    world(Session),
    happens(Session, device_connect(s, p1, plain)),
    changes(Session, requester_create(s, m, modest), Changes),
    told(Changes, Short).
test('a better alternative takes the place of another',
     Short-Reasons == [2-m-replaced-(at44->at48)-threshold-([p1]->[g1])]-
                      ['device g1 was connected to t; alternative at48 is satisfied, and better than at44']) :-
    world(Session),
    happens(Session, requester_create(s, m, modest), _),
    changes(Session, device_connect(t, p1, plain), [Matched]),
    reasons([Matched], ['device p1 was connected to t; alternative at44 is satisfied']),
    changes(Session, device_connect(t, g1, good), Changes0),
    maplist(renumbered(1), Changes0, Changes),
    told(Changes, Short),
    reasons(Changes, Reasons).
test('everything that one needs to act is in the change',
     Change == change(2, m, out, matched, '', at48, threshold, [],
                      [transaction(m, out, at48, q48, r48, g1, g48, 1, 1)],
                      [code_interface(m, out, control, g1, c48, [set48])],
                      [data_interface(m, out, data, sampling_rate,
                                      value(quantity, "48*kilohertz", Kilohertz, single(48/1)))],
                      'device g1 was connected to s; alternative at48 is satisfied')) :-
    world(Session),
    happens(Session, requester_create(s, m, modest)),
    Kilohertz = unit(kilohertz, kilohertz, frequency, linear, 1000/1, 0/1),
    changes(Session, device_connect(s, g1, good), [Change]).
test('a device that goes is named, and what was lost with it',
     Short-Reasons == [3-m-lost-(at48->'')-inactive-([g1]->[])]-['device g1 was disconnected']) :-
    world(Session),
    all_happen(Session, [requester_create(s, m, modest), device_connect(s, g1, good)]),
    changes(Session, device_disconnect(g1), Changes),
    told(Changes, Short),
    reasons(Changes, Reasons).
test('a loss and a new match in one event',
     Short == [ 3-m-lost-(at48->'')-inactive-([g1]->[]),
                4-m-matched-(''->at44)-partial-([]->[p1]) ]) :-
    world(Session),
    all_happen(Session, [ requester_create(s, m, modest), device_connect(s, g1, good),
                          device_connect(s, p1, plain) ]),
    changes(Session, device_disconnect(g1), Changes),
    told(Changes, Short).
test('a requester that goes loses what it had first',
     Short-Reasons == [ 3-m-lost-(at48->'')-inactive-([g1]->[]),
                        4-m-removed-(''->'')-inactive-([]->[]) ]-
                      ['requester m was cancelled', 'requester m was cancelled']) :-
    world(Session),
    all_happen(Session, [requester_create(s, m, modest), device_connect(s, g1, good)]),
    changes(Session, requester_cancel(m), Changes),
    told(Changes, Short),
    reasons(Changes, Reasons).
test('the system of a device goes',
     Reasons == ['system t was disconnected, and device g1 with it']) :-
    world(Session),
    all_happen(Session, [requester_create(s, m, modest), device_connect(t, g1, good)]),
    changes(Session, system_disconnect(t), Changes),
    reasons(Changes, Reasons).
test('the system of a requester goes',
     Reasons == ['system s was disconnected, and requester m with it']) :-
    world(Session),
    all_happen(Session, [requester_create(s, m, modest), device_connect(t, g1, good)]),
    changes(Session, system_disconnect(s), Changes),
    reasons(Changes, Reasons).
test('a system comes back',
     Reasons == ['system t was connected; alternative at48 is satisfied']) :-
    world(Session),
    all_happen(Session, [ requester_create(s, m, modest), device_connect(t, g1, good),
                          system_disconnect(t) ]),
    changes(Session, system_connect(t), Changes),
    reasons(Changes, Reasons).

%   m stands before g in the queue, but what it wants most is g's until g gets
%   something better in the same event.

test('an outlet changes twice in an event, and each change is as it was then',
     Short == [ 4-m-matched-(''->at44)-partial-([]->[c1]),
                5-g-replaced-(at48->at96)-threshold-([g1]->[c1]),
                6-m-replaced-(at44->at48)-threshold-([c1]->[g1]) ]) :-
    world(Session),
    all_happen(Session, [ requester_create(s, m, modest), system_disconnect(s),
                          requester_create(t, g, greedy), device_connect(t, g1, good),
                          system_connect(s) ]),
    changes(Session, device_connect(t, c1, combo), Changes),
    told(Changes, Short).

:- end_tests(kinds).

renumbered(By, Change0, Change) :-
    Change0 =.. [change, Number0|Rest],
    Number is Number0 - By,
    Change =.. [change, Number|Rest].

:- begin_tests(numbers).

test('an event that cannot happen has no changes and uses no number', Number == 1) :-
    world(Session),
    once(engine_api:api_event(Session, requester_cancel(nobody), silent, [],
                              [diagnostic(error, _, _, _, _, _)])),
    changes(Session, requester_create(s, m, modest), [Change]),
    arg(1, Change, Number).
test('sessions count for themselves', Number1-Number2 == 1-1) :-
    wants(modest, [48], Text),
    engine_api:api_open([], One),
    engine_api:api_open([], Two),
    forall(member(Session, [One, Two]), load_text(Session, Text)),
    changes(One, requester_create(s, m, modest), [Change1]),
    changes(Two, requester_create(s, m, modest), [Change2]),
    engine_api:api_close(One),
    engine_api:api_close(Two),
    arg(1, Change1, Number1),
    arg(1, Change2, Number2).
test('a closed session leaves nothing', Left == []) :-
    wants(modest, [48], Text),
    engine_api:api_open([], Session),
    load_text(Session, Text),
    changes(Session, requester_create(s, m, modest), [_]),
    engine_api:api_close(Session),
    findall(Count, knowledge_base:change_count(Session, Count), Left).

:- end_tests(numbers).

                 /*******************************
                 *   The sum of all changes     *
                 *******************************/

%   summed(+Changes, +Number0, -Number, +Table0, -Table) is semidet.
%
%   Table, from Requester-Outlet to has(Active, Status, Transactions), after
%   Changes; fails where a change does not begin with what is there, or has
%   another number than the next.

summed([], Number, Number, Table, Table).
summed([Change|Changes], Number0, Number, Table0, Table) :-
    Change = change(Number1, Requester, Outlet, Kind, Before, Active, Status, Lost, Now, _, _, _),
    Number1 =:= Number0 + 1,
    follows(Kind, Requester-Outlet, Before, Lost, has(Active, Status, Now), Table0, Table1),
    summed(Changes, Number1, Number, Table1, Table).

follows(created, Key, '', [], has('', inactive, []), Table0, Table) :-
    \+ get_assoc(Key, Table0, _),
    put_assoc(Key, Table0, has('', inactive, []), Table).
follows(matched, Key, '', [], Has, Table0, Table) :-
    get_assoc(Key, Table0, has('', inactive, [])),
    Has = has(Active, Status, [_|_]),
    Active \== '',
    Status \== inactive,
    put_assoc(Key, Table0, Has, Table).
follows(replaced, Key, Before, Lost, Has, Table0, Table) :-
    get_assoc(Key, Table0, has(Before, _, Lost)),
    Has = has(Active, Status, [_|_]),
    Active \== Before,
    Status \== inactive,
    put_assoc(Key, Table0, Has, Table).
follows(lost, Key, Before, Lost, has('', inactive, []), Table0, Table) :-
    get_assoc(Key, Table0, has(Before, _, Lost)),
    Before \== '',
    put_assoc(Key, Table0, has('', inactive, []), Table).
follows(removed, Key, '', [], has('', inactive, []), Table0, Table) :-
    del_assoc(Key, Table0, has('', inactive, []), Table).

%   agrees(+Table, +Session): it is what the session says.

agrees(Table, Session) :-
    assoc_to_list(Table, Pairs),
    findall(outlet(Requester, Outlet, Active, Status),
            member((Requester-Outlet)-has(Active, Status, _), Pairs),
            Outlets0),
    findall(Transaction,
            ( member(_-has(_, _, Transactions), Pairs),
              member(Transaction, Transactions)
            ),
            Transactions0),
    msort(Outlets0, Outlets),
    msort(Transactions0, Transactions),
    engine_api:api_outlets(Session, Outlets1),
    msort(Outlets1, Outlets),
    engine_api:api_transactions(Session, Transactions1),
    msort(Transactions1, Transactions).

:- dynamic seen/1.              % a kind of change

%   sum_of(+Seed, +Transport): fails where it is not the tables of the session.

sum_of(Seed, Transport) :-
    generate(Seed, Terms),
    with_output_to(string(Text),
                   ( current_output(Stream),
                     write_terms(Stream, Terms)
                   )),
    fresh_session([transport(Transport)], Session),
    load_text(Session, Text),
    engine_api:api_scenario(Session, Events),
    empty_assoc(Empty),
    foldl(sum_event(Session), Events, 0-Empty, _).

sum_event(Session, Event, Number0-Table0, Number-Table) :-
    once(engine_api:api_event(Session, Event, silent, Changes, _)),
    forall(( member(Change, Changes),
             arg(4, Change, Kind),
             \+ seen(Kind)
           ),
           assertz(seen(Kind))),
    once(summed(Changes, Number0, Number, Table0, Table)),
    agrees(Table, Session).

:- begin_tests(sums, [setup(retractall(test_outlet_changes:seen(_)))]).

test('the changes of random worlds add up to their tables',
     [ forall(( between(1, 60, Seed),
                member(Transport, [shared, whole_device])
              )) ]) :-
    sum_of(Seed, Transport).
test('the random worlds have changes of every kind',
     Kinds == [created, lost, matched, removed, replaced]) :-
    findall(Kind, seen(Kind), Kinds0),
    sort(Kinds0, Kinds).

:- end_tests(sums).
