% SPDX-License-Identifier: Apache-2.0
:- module(test_channel_strips, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module('../engine/prolog/engine_under_test').
:- use_module('../../engine/prolog/engine_api').

/** <module> Channel strips: each pool gives what one works out by hand

The tables are those of examples/channel_strips/README.md.
*/

%   pool(Scenario, Active, Status, Strips): Strips are the Device/Strip that the
%   requests get, in order; each stands for its controls and its input.

pool(one_4, composite_rq1, threshold,
     [surface_4_1/1, surface_4_1/2, surface_4_1/3, surface_4_1/4]).
pool(two_2, composite_rq2, partial,
     [surface_2_1/1, surface_2_1/2, surface_2_2/1, surface_2_2/2]).
pool(four_1, composite_rq3, partial,
     [surface_1_1/1, surface_1_2/1, surface_1_3/1, surface_1_4/1]).
pool(mixed_2_4, composite_rq1, threshold,
     [surface_4_1/1, surface_4_1/2, surface_4_1/3, surface_4_1/4]).
pool(mixed_2_1_1, composite_rq3, partial,
     [surface_2_1/1, surface_2_1/2, surface_1_1/1, surface_1_2/1]).
pool(mixed_1_2_2_1, composite_rq2, partial,
     [surface_2_1/1, surface_2_1/2, surface_2_2/1, surface_2_2/2]).
pool(mixed_none, '', inactive, []).
pool(mixed_upgrade, composite_rq1, threshold,
     [surface_4_1/1, surface_4_1/2, surface_4_1/3, surface_4_1/4]).

%   upgrade(Active, Strips): after each event of mixed_upgrade from the mixer's
%   arrival on.

upgrade(composite_rq3, [surface_1_1/1, surface_1_2/1, surface_2_1/1, surface_2_1/2]).
upgrade(composite_rq3, [surface_1_1/1, surface_1_2/1, surface_2_1/1, surface_2_1/2]).
upgrade(composite_rq2, [surface_2_2/1, surface_2_2/2, surface_2_3/1, surface_2_3/2]).
upgrade(composite_rq1, [surface_4_1/1, surface_4_1/2, surface_4_1/3, surface_4_1/4]).

:- begin_tests(channel_strips).

test('a pool gives its alternative and its strips',
     [forall(pool(Pool, Active, Status, Strips)), Got == got(Active, Status, Strips)]) :-
    scenario(Pool, Session, Events),
    all_happen(Session, Events),
    got(Session, Got).

test('a better alternative when it comes', Got == Expected) :-
    scenario(mixed_upgrade, Session, Events),
    append(Before, [requester_create(System, Mixer, Spec)|After], Events),
    !,
    all_happen(Session, Before),
    findall(Active-Strips, upgrade(Active, Strips), Expected),
    findall(Active-Strips,
            ( member(Event, [requester_create(System, Mixer, Spec)|After]),
              happens(Session, Event),
              got(Session, got(Active, _, Strips))
            ),
            Got).

test('the factors of a strip', Factors == [rqg_channelui-22, rqg_channelei-7]) :-
    scenario(one_4, Session, Events),
    all_happen(Session, Events),
    engine_api:api_transactions(Session, Transactions),
    findall(Group-Factor,
            member(transaction(_, _, _, _, Group, _, _, Factor, 1), Transactions), Factors0),
    length(Factors0, 8),
    list_to_set(Factors0, Factors).

test('nothing is left taken where nothing can be satisfied', Taken == []) :-
    scenario(mixed_none, Session, Events),
    all_happen(Session, Events),
    engine_api:api_units(Session, Units),
    Units \== [],
    findall(Unit, member(unit(_, Unit, false), Units), Taken).

scenario(Pool, Session, Events) :-
    fresh_session(Session),
    findall(file(File, description),
            ( member(Name, [surfaces, requester, Pool]),
              atomic_list_concat(['examples/channel_strips/', Name, '.pl'], Relative),
              repository_file(Relative, File)
            ),
            Sources),
    engine_api:api_load(Session, Sources, []),
    engine_api:api_scenario(Session, Events).

%   Both groups of a strip have the strip's number in their names.

got(Session, got(Active, Status, Strips)) :-
    engine_api:api_outlets(Session, [outlet(_, _, Active, Status)]),
    engine_api:api_transactions(Session, Transactions),
    findall(Device/Strip,
            ( member(transaction(_, _, _, _, rqg_channelui, Device, Group, _, _), Transactions),
              atomic_list_concat([strip, Number, ui], '_', Group),
              atom_number(Number, Strip)
            ),
            Strips),
    findall(Device/Strip,
            ( member(transaction(_, _, _, _, rqg_channelei, Device, Group, _, _), Transactions),
              atomic_list_concat([strip, Number, ei], '_', Group),
              atom_number(Number, Strip)
            ),
            Strips).

:- end_tests(channel_strips).
