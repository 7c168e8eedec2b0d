% SPDX-License-Identifier: Apache-2.0
:- module(test_selection, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).

%   channels(+Spec, +Units, -Text): a device with one element for each of
%   Units, a list of Unit-Channels, each in a group of its own.

channels(Spec, Units, Text) :-
    findall(Part,
            ( nth1(I, Units, Unit-Channels),
              format(atom(Part),
                     'registration_unit(~w, ~w).
                      device_group(~w, g~w, [task_element(te~w, [task([registration_unit(~w),
                          function([data_channels(~w)])])])]).~n',
                     [Spec, Unit, Spec, I, I, Unit, Channels])
            ),
            Parts),
    format(atom(Head), 'device(~w, "a device").~n', [Spec]),
    atomic_list_concat([Head|Parts], Text).

%   wants(+Spec, +Alternatives, -Text): a requester with outlet `o`.
%   Alternatives are Name-Priority-Requests, Requests a list of lists of
%   channels: one request group for each number.

wants(Spec, Alternatives, Text) :-
    findall(Name-Priority, member(Name-Priority-_, Alternatives), Listed),
    format(atom(Head), 'requester(~w, "a requester").~noutlet(~w, o, ~q).~n', [Spec, Spec, Listed]),
    findall(Part, ( member(Name-_-Requests, Alternatives), alternative(Spec, Name, Requests, Part) ),
            Parts),
    atomic_list_concat([Head|Parts], Text).

alternative(Spec, Alternative, Requests, Text) :-
    findall(Name-Groups,
            ( nth1(I, Requests, Numbers),
              atomic_list_concat([Alternative, '_q', I], Name),
              findall(Group-Number,
                      ( nth1(J, Numbers, Number),
                        atomic_list_concat([Name, '_g', J], Group)
                      ),
                      Groups)
            ),
            Named),
    findall(Name, member(Name-_, Named), Names),
    format(atom(Head), 'composite_request(~w, ~w, ~q).~n', [Spec, Alternative, Names]),
    findall(Part,
            ( member(Name-Groups, Named),
              findall(Group, member(Group-_, Groups), GroupNames),
              format(atom(Request), 'request(~w, ~w, ~q).~n', [Spec, Name, GroupNames]),
              findall(GroupText,
                      ( member(Group-Number, Groups),
                        format(atom(GroupText),
                               'request_group(~w, ~w, taskflow, accept(1), [task_element([task([
                                    function([data_channels(~w, weight(1))])])])]).~n',
                               [Spec, Group, Number])
                      ),
                      GroupTexts),
              atomic_list_concat([Request|GroupTexts], Part)
            ),
            Parts),
    atomic_list_concat([Head|Parts], Text).

scene(Texts, Session) :-
    scene(Texts, [], Session).

scene(Texts, Options, Session) :-
    atomic_list_concat(Texts, '\n', Atom),
    atom_string(Atom, Text),
    fresh_session(Options, Session),
    load_text(Session, Text).

%   got(+Session, -Got): Requester-Alternative-[Device/Group, ...] of each
%   outlet with a match, in order of creation.

got(Session, Got) :-
    outlets(Session, Outlets),
    transactions(Session, Transactions),
    findall(Requester-Active-Groups,
            ( member(outlet(Requester, Outlet, Active, _), Outlets),
              Active \== '',
              findall(Device/Group, member(t(Requester, Outlet, Active, _, _, Device, Group, _), Transactions),
                      Groups)
            ),
            Got).

status(Session, Requester, Status) :-
    outlets(Session, Outlets),
    memberchk(outlet(Requester, o, _, Status), Outlets).

%   pools(+Lines, -Pools): the lines that name a pool.

pools(Lines, Pools) :-
    findall(Text,
            ( member(line(_, _, Text), Lines),
              sub_string(Text, 0, _, _, "devices with resources available")
            ),
            Pools).

:- begin_tests(order).

test('the device that connected first comes first', Got == [r1-a-[d1/g1]]) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), device_connect(s, d2, d),
                          requester_create(s, r1, r) ]),
    got(Session, Got).

test('the device that connected first comes first, whatever it is called', Got == [r1-a-[z/g1]]) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [ device_connect(s, z, d), device_connect(s, a, d),
                          requester_create(s, r1, r) ]),
    got(Session, Got).

test('a device that comes back is last', Got == [r1-a-[d2/g1]]) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), device_connect(s, d2, d), device_disconnect(d1),
                          device_connect(s, d1, d), requester_create(s, r1, r) ]),
    got(Session, Got).

test('the requester that was created first is served first', Got == [z-a-[d1/g1]]) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [ requester_create(s, z, r), requester_create(s, a, r),
                          device_connect(s, d1, d) ]),
    got(Session, Got).

test('the outlets of a requester are served in declared order', Outlets == [zoulet, aoutlet]) :-
    channels(d, [u1-1, u2-1], D),
    scene([ D, 'requester(r, "r"). outlet(r, zoulet, [x-1]). outlet(r, aoutlet, [x-1]).
                composite_request(r, x, [q]). request(r, q, [g]).
                request_group(r, g, taskflow, accept(1), [task_element([task([function([
                    data_channels(1, weight(1))])])])]).' ], Session),
    all_happen(Session, [requester_create(s, r1, r), device_connect(s, d1, d)]),
    transactions(Session, Transactions),
    findall(Outlet-Group, member(t(_, Outlet, _, _, _, _, Group, _), Transactions), Pairs),
    Pairs = [_-g1, _-g2],
    findall(Outlet, member(Outlet-_, Pairs), Outlets).

test('device groups are tried in written order', Got == [r1-a-[d1/g2]]) :-
    channels(d, [u1-8, u2-[1, 2], u3-2], D),
    wants(r, [a-1-[[2]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

test('a device whose units are all taken is not in the pool',
     Pools == ["devices with resources available: s d2"]) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(s, r1, r),
                          device_connect(s, d2, d) ]),
    transcript(Session, requester_create(s, r2, r), Lines),
    pools(Lines, Pools).

test('a device without registration units is never in the pool', Got == []) :-
    wants(r, [a-1-[[1]]], R),
    scene([ 'device(d, "d"). device_group(d, g, [task_element([task([function([data_channels(1)])])])]).', R ],
          Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

:- end_tests(order).

:- begin_tests(priorities).

test('the alternative of the highest priority is tried first, wherever it is written',
     Got-Status == [r1-high-[d1/g1]]-threshold) :-
    channels(d, [u1-1], D),
    wants(r, [low-1-[[1]], high-10-[[1]], middle-5-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got),
    status(Session, r1, Status).

test('equal priorities are tried in written order', Got == [r1-first-[d1/g1]]) :-
    channels(d, [u1-1], D),
    wants(r, [first-5-[[1]], second-5-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

test('an equal priority is no reason to change', Got-Status == [r1-second-[d1/g1]]-threshold) :-
    channels(d, [u1-1], D),
    channels(e, [u1-2], E),
    wants(r, [first-5-[[2]], second-5-[[1]]], R),
    scene([D, E, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(s, r1, r),
                          device_connect(s, e1, e) ]),
    got(Session, Got),
    status(Session, r1, Status).

test('priorities compare as numbers', Got == [r1-a-[d1/g1]]) :-
    channels(d, [u1-1], D),
    wants(r, [b-9-[[1]], a-10-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

test('a lesser alternative is partial, the best is the threshold',
     [Status1, Status2] == [partial, threshold]) :-
    channels(d, [u1-1], D),
    channels(e, [u1-2], E),
    wants(r, [best-5-[[2]], lesser-1-[[1]]], R),
    scene([D, E, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    status(Session, r1, Status1),
    happens(Session, device_connect(s, e1, e)),
    status(Session, r1, Status2).

test('an outlet that nothing satisfies is inactive', Status == inactive) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[2]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    status(Session, r1, Status).

test('an outlet that reached its threshold is left alone', fail) :-
    channels(d, [u1-1, u2-1], D),
    wants(r, [a-1-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    transcript(Session, device_connect(s, d2, d), Lines),
    member(line(_, alternative, _), Lines).

test('only alternatives above the active one are tried again', Tried == ["best"]) :-
    channels(d, [u1-1, u2-1], D),
    wants(r, [best-5-[[8]], lesser-3-[[1]], least-1-[[1]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    transcript(Session, device_connect(s, d2, d), Lines),
    findall(Name,
            ( member(line(_, alternative, Text), Lines),
              split_string(Text, " ", "", ["try", "alternative", Name|_])
            ),
            Tried).

:- end_tests(priorities).

:- begin_tests(speculation).

test('all requests must be satisfied', Got-Units == []-[unit(d1, u1, true)]) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1], [2]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got),
    units(Session, Units).

test('a later request sees what an earlier one took', Got == [r1-a-[d1/g1, d2/g1]]) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1], [1]]], R),
    scene([D, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), device_connect(s, d2, d),
                          requester_create(s, r1, r) ]),
    got(Session, Got).

test('a later group sees what an earlier one took', Got == [r1-a-[d1/g1, d1/g2]]) :-
    channels(d, [u1-1, u2-1], D),
    wants(r, [a-1-[[1, 1]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

test('all groups of a request are on one device', Got == [r1-a-[both/g1, both/g2]]) :-
    channels(one, [u1-1], One),
    channels(two, [u1-2], Two),
    channels(both, [u1-1, u2-2], Both),
    wants(r, [a-1-[[1, 2]]], R),
    scene([One, Two, Both, R], Session),
    all_happen(Session, [ device_connect(s, one, one), device_connect(s, two, two),
                          device_connect(s, both, both), requester_create(s, r1, r) ]),
    got(Session, Got).

test('groups on a device that then fails are undone',
     Units == [unit(both, u1, false), unit(both, u2, false), unit(one, u1, true)]) :-
    channels(one, [u1-1], One),
    channels(both, [u1-1, u2-2], Both),
    wants(r, [a-1-[[1, 2]]], R),
    scene([One, Both, R], Session),
    all_happen(Session, [ device_connect(s, one, one), device_connect(s, both, both),
                          requester_create(s, r1, r) ]),
    units(Session, Units).

test('two requests may bind the same device', Got == [r1-a-[d1/g1, d1/g2]]) :-
    channels(d, [u1-1, u2-1], D),
    wants(r, [a-1-[[1], [1]]], R),
    scene([D, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

%   The first request takes the only device that the second could have; with
%   the devices the other way round both would be satisfied.

test('an earlier request is never reconsidered for a later one', Got == [r1-lesser-[d1/g1]]) :-
    channels(d, [u1-[1, 2]], D),
    channels(e, [u1-1], E),
    wants(r, [both-5-[[1], [2]], lesser-1-[[1]]], R),
    scene([D, E, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), device_connect(s, e1, e),
                          requester_create(s, r1, r) ]),
    got(Session, Got).

%   With the device in the pool because of u2 alone, u1 is taken when the
%   second request comes to it: the pool is not looked for again.

test('the pool is found before the alternatives', Pools == 1) :-
    channels(d, [u1-1], D),
    wants(r, [best-5-[[1], [1]], lesser-1-[[1]]], R),
    scene([D, R], Session),
    happens(Session, device_connect(s, d1, d)),
    transcript(Session, requester_create(s, r1, r), Lines),
    pools(Lines, Found),
    length(Found, Pools).

test('states that a failed alternative set are as they were',
     States == [state(d1, channels, "1"), state(d1, links, "0")]) :-
    wants(r, [a-1-[[2], [8]]], R),
    scene([ 'device(d, "d"). registration_unit(d, u). state(d, channels, 1). state(d, links, 0).
             state_adjust(d, count, links, apply, O, N) :- N is O + 1.
             device_group(d, g, [task_element([registration_unit(u), state_adjust(count),
                 task([function([data_channels([1, 2], state(channels))])])])]).', R ], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    states(Session, States).

%   The same state is set twice before the failure: undone in another order
%   than newest first, the value between would be left.

test('what several requests or groups did to one state is undone newest first',
     [forall(member(Requests, [[[1], [1], [8]], [[1, 1, 8]], [[1], [1, 8]]])),
      Links == "0"]) :-
    wants(r, [a-1-Requests], R),
    scene([ 'device(d, "d"). registration_unit(d, u1). registration_unit(d, u2). state(d, links, 0).
             state_adjust(d, count, links, apply, O, N) :- N is O + 1.
             device_group(d, g1, [task_element(te1, [registration_unit(u1), state_adjust(count),
                 task([function([data_channels(1)])])])]).
             device_group(d, g2, [task_element(te2, [registration_unit(u2), state_adjust(count),
                 task([function([data_channels(1)])])])]).', R ], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    states(Session, [state(d1, links, Links)]).

test('a group that matches nothing is not satisfied, though it accepts 0', Got == []) :-
    channels(d, [u1-1], D),
    scene([ D, 'requester(r, "r"). outlet(r, o, [a-1]). composite_request(r, a, [q]). request(r, q, [g]).
                request_group(r, g, taskflow, accept(0), [task_element([task([function([
                    data_channels(2)])])])]).' ], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

test('a group that accepts 0 is satisfied by whatever matches', Got == [r1-a-[d1/g1]]) :-
    channels(d, [u1-1], D),
    scene([ D, 'requester(r, "r"). outlet(r, o, [a-1]). composite_request(r, a, [q]). request(r, q, [g]).
                request_group(r, g, taskflow, accept(0), [task_element([task([function([
                    data_channels(1)])])])]).' ], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    got(Session, Got).

:- end_tests(speculation).

:- begin_tests(upgrade).

%   r1 has the lesser on d1 and wants the best, which needs d1's unit and e1's.

test('the old match is held while a better one is sought', Got == [r1-lesser-[d1/g1]]) :-
    channels(d, [u1-1], D),
    channels(e, [u1-2], E),
    wants(r, [best-5-[[1], [2]], lesser-1-[[1]]], R),
    scene([D, E, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(s, r1, r),
                          device_connect(s, e1, e) ]),
    got(Session, Got).

test('a better match gives up the old one and frees what it had',
     Got-Units == [r1-best-[e1/g1]]-[unit(d1, u1, true), unit(e1, u1, false)]) :-
    channels(d, [u1-1], D),
    channels(e, [u1-2], E),
    wants(r, [best-5-[[2]], lesser-1-[[1]]], R),
    scene([D, E, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(s, r1, r),
                          device_connect(s, e1, e) ]),
    got(Session, Got),
    units(Session, Units).

test('the old match is cancelled after the new one is found and applied with its devices',
     Kinds == [accepted, cancel, settled]) :-
    channels(d, [u1-1], D),
    channels(e, [u1-2], E),
    wants(r, [best-5-[[2]], lesser-1-[[1]]], R),
    scene([D, E, R], Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    transcript(Session, device_connect(s, e1, e), Lines),
    findall(Kind,
            ( member(line(_, _, Text), Lines),
              milestone(Text, Kind)
            ),
            Kinds).

milestone("alternative best is satisfied", accepted).
milestone("cancel the match of lesser for outlet o of requester r1", cancel).
milestone("the active alternative is best: threshold reached", settled).

%   What r1 gives up is what r2, who was served before it in the same round,
%   has waited for: only the second round gives it to r2.

test('perform match starts again when something was given up',
     Got == [r2-a-[d1/g1], r1-best-[e1/g1]]) :-
    channels(d, [u1-1], D),
    channels(e, [u1-2], E),
    wants(r, [best-5-[[2]], lesser-1-[[1]]], R),
    wants(q, [a-1-[[1]]], Q),
    scene([D, E, R, Q], Session),
    % d1 is away when r2 comes, and r1 has it before r2 can.
    all_happen(Session, [ requester_create(away, r2, q), system_disconnect(away),
                          requester_create(s, r1, r), device_connect(s, d1, d),
                          system_connect(away), device_connect(s, e1, e) ]),
    got(Session, Got).

test('perform match does not start again where nothing was given up', Again == 0) :-
    channels(d, [u1-1], D),
    wants(r, [a-1-[[1]]], R),
    scene([D, R], Session),
    happens(Session, device_connect(s, d1, d)),
    transcript(Session, requester_create(s, r1, r), Lines),
    aggregate_all(count, member(line(_, heading, "resources came free: perform match again"), Lines),
                  Again).

test('the tables of an outlet are of its new match alone',
     Entries == [code_interface(r1, o, ask, e1, e_code, [e_operation])]-[data_interface(r1, o, settings, data_channels, "2")]) :-
    scene([ 'device(d, "d"). registration_unit(d, u). code_interface(d, d_code, [d_operation]).
             device_group(d, g, [task_element([code_interface(d_code), task([registration_unit(u),
                 function([data_channels(1)])])])]).
             device(e, "e"). registration_unit(e, u). code_interface(e, e_code, [e_operation]).
             device_group(e, g, [task_element([code_interface(e_code), task([registration_unit(u),
                 function([data_channels(2)])])])]).
             requester(r, "r"). outlet(r, o, [best-2, lesser-1]).
             composite_request(r, best, [q2]). composite_request(r, lesser, [q1]).
             request(r, q1, [g1]). request(r, q2, [g2]).
             request_group(r, g1, taskflow, accept(1), [task_element([code_interface(ask), task([function([
                 data_channels(1, weight(1), data_interface(settings))])])])]).
             request_group(r, g2, taskflow, accept(1), [task_element([code_interface(ask), task([function([
                 data_channels(2, weight(1), data_interface(settings))])])])]).' ], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(s, r1, r),
                          device_connect(s, e1, e) ]),
    engine_api:api_code_interfaces(Session, Codes),
    engine_api:api_data_interfaces(Session, Data0),
    findall(data_interface(Requester, Outlet, Interface, Aspect, Text),
            member(data_interface(Requester, Outlet, Interface, Aspect, value(_, Text, _, _)),
                   Data0),
            Data),
    Entries = Codes-Data.

test('adjustments of the old match are removed, of the new one applied',
     States == [state(d1, links, "0"), state(e1, links, "1")]) :-
    adjusting(d, 1, D),
    adjusting(e, 2, E),
    wants(r, [best-5-[[2]], lesser-1-[[1]]], R),
    scene([D, E, R], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(s, r1, r),
                          device_connect(s, e1, e) ]),
    states(Session, States).

adjusting(Spec, Channels, Text) :-
    format(atom(Text),
           'device(~w, "d"). registration_unit(~w, u). state(~w, links, 0).
            state_adjust(~w, count, links, apply, O, N) :- N is O + 1.
            state_adjust(~w, count, links, remove, O, N) :- N is O - 1.
            device_group(~w, g, [task_element([registration_unit(u), state_adjust(count),
                task([function([data_channels(~w)])])])]).~n',
           [Spec, Spec, Spec, Spec, Spec, Spec, Channels]).

:- end_tests(upgrade).

:- begin_tests(transport).

texts([D, R]) :-
    channels(d, [u1-1, u2-1], D),
    wants(r, [a-1-[[1]]], R).

test('shared: requesters of two systems share a device', Got == [r1-a-[d1/g1], r2-a-[d1/g2]]) :-
    texts(Texts),
    scene(Texts, [transport(shared)], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(x, r1, r),
                          requester_create(y, r2, r) ]),
    got(Session, Got).

test('whole_device: a device serves one system', Got == [r1-a-[d1/g1]]) :-
    texts(Texts),
    scene(Texts, [transport(whole_device)], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(x, r1, r),
                          requester_create(y, r2, r) ]),
    got(Session, Got).

test('whole_device: requesters of one system share a device',
     Got == [r1-a-[d1/g1], r2-a-[d1/g2]]) :-
    texts(Texts),
    scene(Texts, [transport(whole_device)], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(x, r1, r),
                          requester_create(x, r2, r) ]),
    got(Session, Got).

test('whole_device: the system of the device itself counts as any other', Got == [r1-a-[d1/g1]]) :-
    texts(Texts),
    scene(Texts, [transport(whole_device)], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(x, r1, r),
                          requester_create(s, r2, r) ]),
    got(Session, Got).

test('whole_device: a device is free for others once its match is gone', Got == [r2-a-[d1/g1]]) :-
    texts(Texts),
    scene(Texts, [transport(whole_device)], Session),
    all_happen(Session, [ device_connect(s, d1, d), requester_create(x, r1, r),
                          requester_create(y, r2, r), requester_cancel(r1) ]),
    got(Session, Got).

test('whole_device: another device is found', Got == [r1-a-[d1/g1], r2-a-[d2/g1]]) :-
    texts(Texts),
    scene(Texts, [transport(whole_device)], Session),
    all_happen(Session, [ device_connect(s, d1, d), device_connect(s, d2, d),
                          requester_create(x, r1, r), requester_create(y, r2, r) ]),
    got(Session, Got).

:- end_tests(transport).

%   stage(Number, Events, Tried): the factor of every device group that is
%   tried, in order, in each stage of the worked example. A line of Tried is
%   what is tried for one alternative, request group and device.

stage(1, [requester_create(white_4, requester2_1, requester2), device_connect(green_2, us224_1, us224)],
      [ composite_rq1/rqgroup1/us224_1-[dgroup21-0, dgroup22-0, dgroup23-28] ]).
stage(2, [requester_create(black_5, requester_1, requester)],
      [ composite_rq1/rqgroup1/us224_1-[dgroup21-0, dgroup22-40, dgroup23-26],
        composite_rq2/rqgroup1/us224_1-[dgroup21-0, dgroup22-40, dgroup23-26],
        composite_rq3/rqgroup3/us224_1-[dgroup21-0, dgroup22-26],
        composite_rq3/rqgroup4/us224_1-[dgroup21-0, dgroup22-12, dgroup23-12],
        composite_rq4/rqgroup3/us224_1-[dgroup21-0, dgroup22-26] ]).
stage(3, [device_connect(red_1, imic2_1, imic2)],
      [ composite_rq1/rqgroup1/imic2_1-[dgroup1-0, dgroup2-26, dgroup3-26],
        composite_rq2/rqgroup1/imic2_1-[dgroup1-0, dgroup2-26, dgroup3-26],
        composite_rq3/rqgroup3/imic2_1-[dgroup1-0, dgroup2-12, dgroup3-26],
        composite_rq3/rqgroup4/imic2_1-[dgroup1-0, dgroup2-26],
        composite_rq1/rqgroup1/us224_1-[dgroup21-0, dgroup22-40, dgroup23-26],
        composite_rq2/rqgroup1/us224_1-[dgroup21-0, dgroup22-40, dgroup23-26] ]).
stage(4, [device_connect(blue_3, audiophile_1, audiophile)],
      [ composite_rq1/rqgroup1/us224_1-[dgroup21-0, dgroup22-40, dgroup23-26],
        composite_rq1/rqgroup1/audiophile_1-[dgroup11-26, dgroup12-54],
        composite_rq1/rqgroup2/audiophile_1-[dgroup11-40] ]).

%   tried(+Lines, -Tried)

tried(Lines, Tried) :-
    foldl(tried_line, Lines, at(none, none, none)-[], _-Reversed0),
    maplist(in_order, Reversed0, Reversed),
    reverse(Reversed, Tried).

in_order(Where-Groups0, Where-Groups) :-
    reverse(Groups0, Groups).

tried_line(line(_, _, Text), at(A, D, G)-Tried0, At-Tried) :-
    split_string(Text, " ", ",:", Words),
    (   Words = ["try", "alternative", Name|_]
    ->  atom_string(Alternative, Name),
        At = at(Alternative, D, G),
        Tried = Tried0
    ;   Words = ["try", "device", Name]
    ->  atom_string(Device, Name),
        At = at(A, Device, G),
        Tried = Tried0
    ;   Words = ["request", "group", Name, "which", "accepts", _]
    ->  atom_string(Group, Name),
        At = at(A, D, Group),
        Tried = [A/Group/D-[]|Tried0]
    ;   Words = ["try", "device", "group", Name|_]
    ->  atom_string(DeviceGroup, Name),
        Tried0 = [Where-Groups|Rest],
        Tried = [Where-[DeviceGroup-_|Groups]|Rest],
        At = at(A, D, G)
    ;   Words = [_, "match", "factor", Factor, "needed", _]
    ->  Tried0 = [_-[_-Number|_]|_],
        number_string(Number, Factor),
        Tried = Tried0,
        At = at(A, D, G)
    ;   At = at(A, D, G),
        Tried = Tried0
    ).

:- begin_tests(worked_example).

test('the end of the worked example', Transactions-Outlets == [
        t(requester2_1, outlet1, composite_rq1, rq1, rqgroup1, us224_1, dgroup23, 28),
        t(requester_1, outlet1, composite_rq1, rq1, rqgroup1, audiophile_1, dgroup12, 54),
        t(requester_1, outlet1, composite_rq1, rq1, rqgroup2, audiophile_1, dgroup11, 40)
     ]-[ outlet(requester2_1, outlet1, composite_rq1, threshold),
         outlet(requester_1, outlet1, composite_rq1, threshold) ]) :-
    example_session(4, Session, _),
    transactions(Session, Transactions),
    outlets(Session, Outlets).

test('each stage of the worked example tries what the thesis tries',
     [forall(stage(Number, _, Expected)), Tried == Expected]) :-
    example_session(Number, _, Lines),
    tried(Lines, Tried).

%   status_after(Stage, Status, Active): of requester_1.

status_after(2, composite_rq4, partial).
status_after(3, composite_rq3, partial).
status_after(4, composite_rq1, threshold).

test('requester 1 climbs to its threshold',
     [forall(status_after(Stage, Active, Status)),
      true(memberchk(outlet(requester_1, outlet1, Active, Status), Outlets))]) :-
    example_session(Stage, Session, _),
    outlets(Session, Outlets).

test('the units at the end of the worked example', Units == [
        unit(audiophile_1, analog_audio_stream_in, false),
        unit(audiophile_1, analog_audio_stream_out, false),
        unit(imic2_1, audio_stream_in, true),
        unit(imic2_1, audio_stream_out, true),
        unit(us224_1, analog_audio_stream_in, true),
        unit(us224_1, analog_audio_stream_out, false) ]) :-
    example_session(4, Session, _),
    units(Session, Units).

test('the state that stage 1 sets',
     true(memberchk(state(us224_1, dac_sample_rate, "44100*hertz"), States))) :-
    example_session(1, Session, _),
    states(Session, States).

%   example_session(+Stage, -Session, -Lines): after Stage, whose last event is
%   told in Lines.

example_session(Stage, Session, Lines) :-
    fresh_session(Session),
    load_descriptions(Session,
                      [ 'descriptions/devices/imic2.pl', 'descriptions/devices/us224.pl',
                        'descriptions/devices/audiophile.pl',
                        'descriptions/requesters/requester.pl',
                        'descriptions/requesters/requester2.pl' ]),
    findall(Event,
            ( between(1, Stage, Number),
              stage(Number, Events0, _),
              member(Event, Events0)
            ),
            Events),
    append(Before, [Last], Events),
    !,
    all_happen(Session, Before),
    transcript(Session, Last, Lines).

:- end_tests(worked_example).
