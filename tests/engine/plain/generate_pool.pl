% SPDX-License-Identifier: Apache-2.0
:- module(generate_pool,
          [ generate_pool/2             % +Seed, -Terms
          ]).
:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(generate, []).

/** <module> Scenarios of many devices of few specs

They aim at what the engine does to be fast (engine/prolog/candidates.pl): devices that
are alike until one is used; a unit that, once taken, leads the walk to another
branch, which may count more or less; conditions on states that adjustments change,
of devices and of requesters; branches that need no unit, so that a device that is
used up is of use to the same alternative; outlets that wait in vain, many of them
alike, while devices, requesters and systems come and go.
*/

%!  generate_pool(+Seed, -Terms) is det.

generate_pool(Seed, Terms) :-
    start_choices(Seed),
    choice(1, 3, DeviceSpecs),
    choice(2, 4, RequesterSpecs),
    numbered(DeviceSpecs, box, Boxes),
    numbered(RequesterSpecs, user, Users),
    maplist(device_terms, Boxes, DeviceTerms),
    maplist(requester_terms, Users, RequesterTerms),
    choice(30, 60, Count),
    events(Count, world([], [], [], []), Boxes, Users, 1, Events),
    append([DeviceTerms, RequesterTerms, [Events]], Lists),
    append(Lists, Terms),
    !.

%   The choices of generate.pl; exported there, their names would be in the way of other tests.

start_choices(Seed) :-
    generate:start_choices(Seed).

choice(Low, High, Chosen) :-
    generate:choice(Low, High, Chosen).

chance(Percent) :-
    generate:chance(Percent).

one_of(List, Element) :-
    generate:one_of(List, Element).

numbered(Count, Name, Names) :-
    findall(Each, ( between(1, Count, N), atom_concat(Name, N, Each) ), Names).

                /*******************************
                *            SPECS             *
                *******************************/

device_terms(Spec, Terms) :-
    choice(1, 3, UnitCount),
    numbered(UnitCount, in, Units),
    findall(registration_unit(Spec, Unit), member(Unit, Units), UnitTerms),
    maplist(task_of_unit, Units, Tasks),
    choice(1, 3, Most),
    task_without_unit(Free),
    (   chance(50)
    ->  Groups = [ device_group(Spec, main, [task_element(Tasks)]),
                   device_group(Spec, aside, [task_element([Free])])
                 ]
    ;   append(Tasks, [Free], All),
        Groups = [device_group(Spec, main, [task_element(All)])]
    ),
    append([ [ device(Spec, "a box"),
               state(Spec, used, 0),
               state(Spec, rate, 8*kilohertz),
               (match_condition(Spec, light, _) :- current_state(used, Used1), Used1 < Most),
               (match_condition(Spec, heavy, _) :- current_state(used, Used2), Used2 >= 1),
               (state_adjust(Spec, use, used, apply, Old1, New1) :- New1 is Old1 + 1),
               (state_adjust(Spec, use, used, remove, Old2, New2) :- New2 is Old2 - 1)
             ],
             UnitTerms,
             Groups
           ],
           Terms).

%   Tasks have the same terms: which the walk takes is a matter of units, conditions
%   and rates.

task_of_unit(Unit, task([registration_unit(Unit)|Rest])) :-
    annotations(Annotations),
    functions(Functions),
    append(Annotations, [function(Functions)], Rest).

task_without_unit(task(Terms)) :-
    annotations(Annotations),
    functions(Functions),
    append(Annotations, [function(Functions)], Terms).

annotations(Annotations) :-
    findall(Annotation,
            ( member(Percent-Annotation, [ 60-state_adjust(use),
                                           30-match_condition(light),
                                           20-match_condition(heavy)
                                         ]),
              chance(Percent)
            ),
            Annotations).

functions(Functions) :-
    one_of([analog_to_digital, digital_to_analog], Direction),
    rates(Rates),
    (   chance(50)
    ->  Functions = [direction(Direction), sampling_rate(Rates, state(rate))]
    ;   Functions = [direction(Direction), sampling_rate(Rates), data_channels([1, 2])]
    ).

rates(Rates) :-
    one_of([8, [8, 16], [16, 32], 32], Numbers),
    Rates = Numbers*kilohertz.

requester_terms(Spec, Terms) :-
    choice(1, 3, GroupCount),
    numbered(GroupCount, group, Groups),
    maplist(request_group_term(Spec), Groups, GroupTerms),
    choice(1, 3, RequestCount),
    numbered(RequestCount, request, Requests),
    findall(request(Spec, Request, Asked),
            ( member(Request, Requests),
              some_in_a_row(1, 2, Groups, Asked)
            ),
            RequestTerms),
    choice(1, 3, AlternativeCount),
    numbered(AlternativeCount, alternative, Alternatives),
    findall(composite_request(Spec, Alternative, Composed),
            ( member(Alternative, Alternatives),
              some_in_a_row(1, 3, Requests, Composed)
            ),
            AlternativeTerms),
    findall(Alternative-Priority,
            ( member(Alternative, Alternatives),
              choice(1, 3, Priority)
            ),
            Choices),
    append([ [ requester(Spec, "uses boxes"),
               state(Spec, had, 0),
               (match_condition(Spec, modest, _) :- current_state(had, Had), Had < 3),
               (state_adjust(Spec, count, had, apply, Old1, New1) :- New1 is Old1 + 1),
               (state_adjust(Spec, count, had, remove, Old2, New2) :- New2 is Old2 - 1),
               outlet(Spec, first, Choices)
             ],
             AlternativeTerms,
             RequestTerms,
             GroupTerms
           ],
           Terms0),
    (   chance(50)
    ->  Terms = [outlet(Spec, second, Choices)|Terms0]
    ;   Terms = Terms0
    ).

some_in_a_row(Low, High, From, Some) :-
    choice(Low, High, Count),
    findall(Each, ( between(1, Count, _), one_of(From, Each) ), Some).

request_group_term(Spec, Group, request_group(Spec, Group, taskflow, accept(Accept), Terms)) :-
    choice(0, 7, Accept),
    one_of([analog_to_digital, digital_to_analog], Direction),
    rates(Rates),
    choice(0, 3, Weight1),
    choice(0, 3, Weight2),
    choice(0, 3, Weight3),
    findall(Annotation,
            ( member(Percent-Annotation, [40-state_adjust(count), 30-match_condition(modest)]),
              chance(Percent)
            ),
            Annotations),
    append(Annotations,
           [ function([ direction(Direction, weight(Weight1)),
                        sampling_rate(Rates, weight(Weight2)),
                        data_channels(2, weight(Weight3))
                      ])
           ],
           Task),
    Terms = [task_element([task(Task)])].

                /*******************************
                *            EVENTS            *
                *******************************/

%   events(+Count, +World, +Boxes, +Users, +Number, -Events) is det.
%
%   World is world(Devices, Requesters, Connected, Disconnected), names of what is there
%   and of systems that were mentioned.

events(0, _, _, _, _, []) :- !.
events(Count, World0, Boxes, Users, Number, [event(Event)|Events]) :-
    choice(1, 100, Dice),
    (   an_event(Dice, Number, Boxes, Users, World0, World1, Event)
    ->  World = World1
    ;   one_of(Boxes, Box),
        connects(Number, Box, World0, World, Event)
    ),
    Left is Count - 1,
    Next is Number + 1,
    events(Left, World, Boxes, Users, Next, Events).

an_event(Dice, Number, _, Users, World0, World, requester_create(System, Name, User)) :-
    between(31, 60, Dice),
    World0 = world(Devices, Requesters, _, _),
    some_system(World0, World1, System),
    World1 = world(_, _, Connected, Disconnected),
    one_of(Users, User),
    atom_concat(r, Number, Name),
    World = world(Devices, [Name|Requesters], Connected, Disconnected).
an_event(Dice, _, _, _, world([D|Ds], Requesters, Connected, Disconnected),
         world(Devices, Requesters, Connected, Disconnected), device_disconnect(Device)) :-
    between(61, 75, Dice),
    one_of([D|Ds], Device),
    delete([D|Ds], Device, Devices).
an_event(Dice, _, _, _, world(Devices, [R|Rs], Connected, Disconnected),
         world(Devices, Requesters, Connected, Disconnected), requester_cancel(Requester)) :-
    between(76, 90, Dice),
    one_of([R|Rs], Requester),
    delete([R|Rs], Requester, Requesters).
an_event(Dice, _, _, _, world(Devices, Requesters, [C|Cs], Disconnected),
         world(Devices, Requesters, Connected, [System|Disconnected]),
         system_disconnect(System)) :-
    between(91, 94, Dice),
    one_of([C|Cs], System),
    delete([C|Cs], System, Connected).
an_event(Dice, _, _, _, world(Devices, Requesters, Connected, [D|Ds]),
         world(Devices, Requesters, [System|Connected], Disconnected),
         system_connect(System)) :-
    between(93, 100, Dice),
    one_of([D|Ds], System),
    delete([D|Ds], System, Disconnected).

connects(Number, Box, World0, world([Name|Devices], Requesters, Connected, Disconnected),
         device_connect(System, Name, Box)) :-
    some_system(World0, world(Devices, Requesters, Connected, Disconnected), System),
    atom_concat(d, Number, Name).

some_system(World0, World, System) :-
    one_of([red, green, blue], System),
    World0 = world(Devices, Requesters, Connected, Disconnected),
    (   ( memberchk(System, Connected) ; memberchk(System, Disconnected) )
    ->  World = World0
    ;   World = world(Devices, Requesters, [System|Connected], Disconnected)
    ).
