% SPDX-License-Identifier: Apache-2.0
:- module(plain_event, []).

/** <module> How long the plain procedure takes for one event

    swipl plain_event.pl -- FILE

FILE holds descriptions and events. All but the last event connect devices; then the
seconds that the last one takes are printed. benchmarks/engine/pool.cpp compares the
engine with it.

The plain procedure looks for a device in the list of all, each time, so what it takes
grows with the square of their number. That is no part of the match process: the
devices are divided into worlds of 100, the event happens in each, and the sum of
all is printed. It is less than what one world of all devices takes.
*/

:- use_module(library(apply), [foldl/4]).
:- use_module(library(lists), [append/3]).
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
    seconds_in_worlds(Before, Last, World0, 0, Seconds),
    format("~f~n", [Seconds]).

seconds_in_worlds([], _, _, Seconds, Seconds) :- !.
seconds_in_worlds(Connects, Event, World0, Seconds0, Seconds) :-
    length(First, 100),
    (   append(First, Rest, Connects)
    ->  true
    ;   First = Connects,
        Rest = []
    ),
    foldl(plain_match:happen, First, World0, World),
    statistics(cputime, Start),
    plain_match:happen(Event, World, _),
    statistics(cputime, End),
    Seconds1 is Seconds0 + End - Start,
    seconds_in_worlds(Rest, Event, World0, Seconds1, Seconds).
