% SPDX-License-Identifier: Apache-2.0
:- module(plain_event, []).

/** <module> How long the plain procedure takes for one event

    swipl plain_event.pl -- FILE

FILE holds descriptions and events. All but the last event happen; then the seconds
that the last one takes are printed. benchmarks/engine/pool.cpp compares the engine
with it.
*/

:- use_module(library(lists)).
:- use_module(library(main)).
:- use_module(plain_match).

:- initialization(main, main).

main([File]) :-
    read_terms(File, Terms),
    plain_match:exact(Terms, Exact),
    plain_match:forget_descriptions,
    plain_match:tell(Exact),
    findall(Event, plain_match:told(event(Event)), Events),
    append(Before, [Last], Events),
    plain_match:empty_world(shared, World0),
    all_connected(Before, World0, World),
    statistics(cputime, Start),
    plain_match:happen(Last, World, _),
    statistics(cputime, End),
    Seconds is End - Start,
    format("~f~n", [Seconds]).

%   Devices only, and nobody waits: the world is what the events would make of it, but it is
%   made at once. The plain procedure copies a list of all devices for each.

all_connected(Events, World0, World) :-
    World0 = world(Transport, _, _, _),
    findall(System, member(device_connect(System, _, _), Events), Systems0),
    sort(Systems0, Systems),
    findall(System-connected, member(System, Systems), Known),
    findall(Device,
            ( member(Event, Events),
              plain_match:happen(Event, World0, world(_, _, [Device], _))
            ),
            Devices),
    World = world(Transport, Known, Devices, []).
