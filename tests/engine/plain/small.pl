% SPDX-License-Identifier: Apache-2.0
:- module(small,
          [ small_scenario/2            % +Seed, -Terms
          ]).
:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(library(random)).

/** <module> Random scenarios that are small and crowded

Few units, few terms, and states that stand in the way: devices count their uses up
and down, or only up, and remember the last rate; conditions look at both. Requesters
want the same devices, in better and lesser alternatives of one or two requests, with
one or two groups each. So small that all sets of changes can be tried.
*/

%!  small_scenario(+Seed, -Terms) is det.

small_scenario(Seed, Terms) :-
    set_random(seed(Seed)),
    some([d, e], DeviceSpecs),
    some([p, q], RequesterSpecs),
    maplist(device_terms, DeviceSpecs, DeviceTerms),
    maplist(requester_terms, RequesterSpecs, RequesterTerms),
    events(DeviceSpecs, RequesterSpecs, Events),
    append(DeviceTerms, Terms1),
    append(RequesterTerms, Terms2),
    append([Terms1, Terms2, Events], Terms).

%   some(+List, -Some): the first one or more.

some(List, Some) :-
    length(List, Most),
    random_between(1, Most, Count),
    length(Some, Count),
    append(Some, _, List).

%   with(+Chances, -Chosen): of Thing-Chance, those that chance brings.

with(Chances, Chosen) :-
    findall(Thing, ( member(Thing-Chance, Chances), maybe(Chance) ), Chosen).

                 /*******************************
                 *            Devices           *
                 *******************************/

device_terms(Spec, Terms) :-
    some([u1, u2], Units),
    findall(registration_unit(Spec, Unit), member(Unit, Units), UnitTerms),
    random_between(1, 2, Uses),
    with([( state_adjust(Spec, use, uses, remove, Less, Few) :- Few is max(0, Less - 1) )-0.7],
         Removal),
    some([g1, g2, g3], Groups),
    foldl(device_group(Spec, Units), Groups, GroupTerms, 1, _),
    append([ [device(Spec, "small"), state(Spec, uses, 0), state(Spec, rate, 48*kilohertz)],
             UnitTerms,
             [( state_adjust(Spec, use, uses, apply, Old, New) :- New is Old + 1 )],
             Removal,
             [ ( match_condition(Spec, quiet, _) :- current_state(uses, N), N < Uses ),
               ( match_condition(Spec, slow, _) :-
                     current_state(rate, Rate), in_unit(Rate, kilohertz, R), \+ R == 96 ),
               ( match_condition(Spec, shut, _) :- fail )
             ],
             GroupTerms
           ], Terms).

device_group(Spec, Units, Group, device_group(Spec, Group, Elements), Id0, Id) :-
    some([1, 2], Numbers),
    foldl(element(Units), Numbers, Elements, Id0, Id).

element(Units, _, task_element(Name, List), Id0, Id) :-
    atom_concat(te, Id0, Name),
    Id is Id0 + 1,
    random_member(Unit, Units),
    with([registration_unit(Unit)-0.7, state_adjust(use)-0.5, match_condition(quiet)-0.3,
          match_condition(slow)-0.15, match_condition(shut)-0.05], Notes),
    random_member(Direction, [analog_to_digital, analog_to_digital, digital_to_analog]),
    random_member(Rates, [48*kilohertz, 96*kilohertz, [48, 96]*kilohertz, [44.1, 48]*kilohertz]),
    random_member(Channels, [1, 2, [1, 2]]),
    with([direction(Direction)-0.8, sampling_rate(Rates, state(rate))-0.7,
          data_channels(Channels)-0.5], Leaves),
    append(Notes, [task([function(Leaves)])], List).

                 /*******************************
                 *          Requesters          *
                 *******************************/

requester_terms(Spec, Terms) :-
    some([rg1, rg2, rg3], Groups),
    some([q1, q2, q3], Requests),
    maplist(request_group(Spec), Groups, GroupTerms),
    maplist(parts(request, Spec, Groups), Requests, RequestTerms),
    maplist(parts(composite_request, Spec, Requests), [better, lesser], AlternativeTerms),
    append([ [ requester(Spec, "small"), outlet(Spec, o, [better-20, lesser-10]),
               state(Spec, load, 0),
               ( state_adjust(Spec, more, load, apply, Old, New) :- New is Old + 1 ),
               ( state_adjust(Spec, more, load, remove, Less, Few) :- Few is Less - 1 ),
               ( match_condition(Spec, light, _) :- current_state(load, N), N < 1 )
             ],
             AlternativeTerms, RequestTerms, GroupTerms
           ], Terms).

parts(Form, Spec, All, Name, Term) :-
    random_member(Part1, All),
    random_member(Part2, All),
    random_member(Parts, [[Part1], [Part1, Part2]]),
    Term =.. [Form, Spec, Name, Parts].

request_group(Spec, Group, request_group(Spec, Group, taskflow, accept(Accept), Elements)) :-
    some([1, 2], Numbers),
    length(Numbers, Count),
    Most is 5 * Count,
    random_between(1, Most, Accept),
    maplist(wanted, Numbers, Elements).

wanted(_, task_element(List)) :-
    random_member(Direction, [analog_to_digital, digital_to_analog]),
    random_member(Rate, [48*kilohertz, 96*kilohertz, at_least(90*kilohertz), any]),
    random_member(Channels, [1, 2]),
    random_between(1, 5, Below),
    with([accept(Below)-0.2, state_adjust(more)-0.2, match_condition(light)-0.1], Notes),
    append(Notes,
           [task([function([direction(Direction, weight(2)), sampling_rate(Rate, weight(2)),
                            data_channels(Channels, weight(1))])])],
           List).

                 /*******************************
                 *            Events            *
                 *******************************/

events(DeviceSpecs, RequesterSpecs, Events) :-
    some([d1, d2, d3], Devices),
    some([r1, r2, r3], Requesters),
    findall(event(device_connect(System, Device, Spec)),
            ( member(Device, Devices),
              random_member(System, [s, s, t]),
              random_member(Spec, DeviceSpecs)
            ),
            Connects),
    findall(event(requester_create(System, Requester, Spec)),
            ( member(Requester, Requesters),
              random_member(System, [s, t]),
              random_member(Spec, RequesterSpecs)
            ),
            Creates),
    append(Connects, Creates, Events0),
    random_permutation(Events0, Events1),
    with([event(requester_cancel(r1))-0.2], Cancelled),
    append(Events1, Cancelled, Events).
