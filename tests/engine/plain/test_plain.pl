% SPDX-License-Identifier: Apache-2.0
:- module(test_plain, []).

/** <module> Hand-worked cases of the plain procedure */

:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(library(plunit)).
:- use_module(library(prolog_wrap)).
:- use_module(plain_match).

:- dynamic tried/1.             % event, or the factor of a device group

% Decimals stand in the tests as in the files.
met(Request, Device, Text) :-
    exact(Request-Device, Request1-Device1),
    once(overlap(Request1, Device1, Matched)),
    value_text(Matched, Text).

:- begin_tests(values).

test(a_quantity_in_another_unit, Text == "44100*hertz") :-
    met(44100*hertz, [32, 44.1, 48]*kilohertz, Text).
test(a_symbol_stays_as_it_was_written, Text == "44.1*kHz") :-
    met(44.1*kHz, [44100, 48000]*'Hz', Text).
test(a_symbol_is_quoted_where_needed, Text == "48000*'Hz'") :-
    met([48000, 96000]*'Hz', 48*kilohertz, Text).
test(list_with_list_in_the_requests_order, Text == "[48, 44.1]*kilohertz") :-
    met([48, 96, 44.1]*kilohertz, [44100, 48000]*hertz, Text).
test(a_repeated_value_stays, Text == "[rca_connector, rca_connector]") :-
    met([rca_connector, rca_connector], rca_connector, Text).
test(one_that_is_left_has_no_brackets, Text == "rca_connector") :-
    met([rca_connector], [din_5_socket, rca_connector], Text).
test(list_with_range, Text == "[48, 96]*kilohertz") :-
    met([44.1, 48, 96]*kilohertz, above(44100*hertz), Text).
test(range_with_list, Text == "[44100, 48000]*hertz") :-
    met(at_least(40000*hertz), [8, 44.1, 48]*kilohertz, Text).
test(range_with_range_closed, Text == "between(1, 2)") :-
    met(at_least(1), between(0, 2), Text).
test(range_with_range_open, Text == "and(above(1*kilohertz), at_most(2*kilohertz))") :-
    met(above(1*kilohertz), between(500*hertz, 2000*hertz), Text).
test(the_unit_of_the_first_bound, Text == "between(1*kilohertz, 2*kilohertz)") :-
    met(between(1*kilohertz, 2000*hertz), at_least(1*hertz), Text).
test(the_open_one_of_equal_ends, Text == "above(2)") :-
    met(at_least(2), above(2), Text).
test(one_point, Text == "5*metre") :-
    met(at_least(5*metre), at_most(500*centimetre), Text).
test(no_point_at_an_open_end, fail) :-
    met(at_least(5*metre), below(500*centimetre), _).
test(no_count_between, fail) :-
    met(above(1), below(2), _).
test(one_count_between_keeps_the_form, Text == "and(above(1), below(3))") :-
    met(above(1), below(3), Text).
test(a_decimal_that_never_ends, Text == "at_least(1r3*hour)") :-
    met(at_least(0*hour), at_least(20*minute), Text).
test(celsius_and_kelvin, Text == "20*degree_celsius") :-
    met([20, 30]*degree_celsius, at_most(293.15*kelvin), Text).
test(celsius_and_fahrenheit, Text == "25*'°C'") :-
    met(25*'°C', 77*degree_fahrenheit, Text).
test(degrees_and_turns, Text == "90*degree") :-
    met(90*degree, 0.25*turn, Text).
test(degrees_are_no_radians, fail) :-
    met(at_least(1*degree), at_least(1*radian), _).
test(levels_of_two_references, fail) :-
    met(0*dBu, 0*dBV, _).
test(levels_of_one_reference, Text == "-10*dB") :-
    met(-10*dB, at_most(-10*decibel), Text).
test(binary_prefixes, Text == "8192*bit") :-
    met(8192*bit, 1*kibibyte, Text).
test(booleans, Text == "[false, true]") :-
    met([false, true], [true, false], Text).
test(text_to_the_letter, Text == "\"a\"") :-
    met("a", "a", Text).
test(text_of_another_case, fail) :-
    met("a", "A", _).
test(any_as_it_stands, Text == "[48]*kHz") :-
    met(any, [48]*kHz, Text).
test(a_count_is_no_quantity, fail) :-
    met(2, 2*one, _).
test(digits_of_a_decimal, Text == "0.00000044*second") :-
    met(any, 4.4e-7*second, Text).

test(a_state_may_have_a_range_with_one_end, [forall(member(Value, [at_least(2), below(3*metre)]))]) :-
    plain_match:is_value(Value).
test(but_not_of_anything, [forall(member(Term, [at_least(two), below(3*furlongs_a_day)])), fail]) :-
    plain_match:is_value(Term).

:- end_tests(values).

%   A device with two inputs and a requester that wants two, or else one.

device_terms([ device(box, "box"),
               registration_unit(box, in_1),
               registration_unit(box, in_2),
               state(box, rate, 8*kilohertz),
               state(box, used, 0),
               device_group(box, first, [Element1]),
               device_group(box, second, [Element2]),
               ( state_adjust(box, use, used, apply, Old1, New1) :- New1 is Old1 + 1 ),
               ( state_adjust(box, use, used, remove, Old2, New2) :- New2 is Old2 - 1 )
             ]) :-
    Element1 = task_element([registration_unit(in_1), state_adjust(use)|Task]),
    Element2 = task_element([registration_unit(in_2), state_adjust(use)|Task]),
    Task = [task([function([sampling_rate([44.1, 48]*kilohertz, state(rate))])])].

requester_terms(Rate, [ requester(player, "player"),
                        outlet(player, sound, [one-10, three-30, two-20]),
                        composite_request(player, one, [rq]),
                        composite_request(player, two, [rq, rq]),
                        composite_request(player, three, [rq, rq, rq]),
                        request(player, rq, [rg]),
                        request_group(player, rg, taskflow, accept(0.3),
                                      [ task_element(
                                            [ weight(0.1),
                                              task([function([sampling_rate(
                                                  Rate, weight(0.2))])])
                                            ])
                                      ])
                      ]).

%   What is left after the events: each outlet's alternative and status, the
%   used devices, and the states of all devices.
after(Events, Transport, Outlets, Devices, States) :-
    device_terms(Terms1),
    requester_terms(48000*hertz, Terms2),
    findall(event(Event), member(Event, Events), Terms3),
    append([Terms1, Terms2, Terms3], Terms),
    plain_trail(Terms, Transport, Steps),
    last(Steps, step(_, world(_, _, DeviceList, Requesters))),
    findall(Name-Active-Status,
            ( member(requester(Name, _, _, List, _), Requesters),
              member(outlet(_, Status, Active, _), List)
            ),
            Outlets),
    findall(Device-Group,
            ( member(requester(_, _, _, List, _), Requesters),
              member(outlet(_, _, _, Groups), List),
              member(group(_, _, Device, Group, _, _), Groups)
            ),
            Devices),
    findall(Device-Shown,
            ( member(device(Device, _, _, _, List), DeviceList),
              findall(Text, ( member(_-Value, List), value_text(Value, Text) ), Shown)
            ),
            States).

:- begin_tests(process).

test(undo_restores_before_the_lesser_alternative,
     Outlets-Devices-States == [p-two-partial]-[d-first, d-second]-
                               [d-["48000*hertz", "2"]]) :-
    after([device_connect(s, d, box), requester_create(s, p, player)], shared,
          Outlets, Devices, States).
test(an_upgrade_cancels_what_was,
     Outlets-Devices == [p-three-threshold]-[e-first, e-second, f-first]) :-
    after([ requester_create(s, p, player), device_connect(s, d, box),
            device_connect(s, e, box), device_connect(s, f, box)
          ], shared, Outlets, Devices, _).
test(leaf_states_stay_and_adjustments_go, States == [d-["48000*hertz", "0"]]) :-
    after([ requester_create(s, p, player), device_connect(s, d, box),
            requester_cancel(p)
          ], shared, _, _, States).
test(the_next_one_gets_what_went_free,
     Outlets-Devices == [q-two-partial]-[d-first, d-second]) :-
    after([ device_connect(s, d, box), requester_create(s, p, player),
            requester_create(t, q, player), requester_cancel(p)
          ], shared, Outlets, Devices, _).
test(a_device_is_shared_among_systems,
     Devices == [d-first, d-second, e-first, e-second]) :-
    after([ device_connect(s, d, box), requester_create(s, p, player),
            device_connect(s, e, box), requester_create(t, q, player)
          ], shared, _, Devices, _).
test(a_disconnected_system_is_remembered,
     Outlets-Devices == [p-two-partial]-[e-first, e-second]) :-
    after([ device_connect(s, d, box), system_disconnect(s),
            requester_create(t, p, player), device_connect(s, e, box),
            device_disconnect(d), system_connect(s)
          ], shared, Outlets, Devices, _).

%   Two of three inputs are taken by each of the first requesters' systems.
test(a_whole_device_stays_with_one_system,
     Outlets == [p-three-threshold, q-none-inactive]) :-
    whole_device_events(Events),
    after(Events, whole_device, Outlets, _, _).
test(a_shared_device_does_not,
     Outlets == [p-three-threshold, q-one-partial]) :-
    whole_device_events(Events),
    after(Events, shared, Outlets, _, _).

whole_device_events([ device_connect(s, d, box), device_connect(s, e, box),
                      requester_create(s, p, player), requester_create(t, q, player)
                    ]).

:- end_tests(process).

factors_tried(Factors) :-
    worked_example_files(Files),
    retractall(tried(_)),
    flag(walking, _, 0),
    setup_call_cleanup(
        ( wrap_predicate(plain_match:correspond(Level, _, _, _, _, Factor), test, Walk,
                         test_plain:note_walk(Level, Walk, Factor)),
          wrap_predicate(plain_match:happen(_, _, _), test, Happen,
                         ( assertz(test_plain:tried(event)), Happen ))
        ),
        plain_lines(Files, shared, _),
        ( unwrap_predicate(plain_match:correspond/6, test),
          unwrap_predicate(plain_match:happen/3, test)
        )),
    findall(Entry, tried(Entry), Entries),
    by_event(Entries, All),
    exclude(==([]), All, Factors).

worked_example_files(Files) :-
    module_property(plain_match, file(This)),
    file_directory_name(This, Here),
    atom_concat(Here, '/../../../examples/worked_example/*.pl', Pattern),
    expand_file_name(Pattern, Files).

%   The walk of a whole group, not those of its parts.
note_walk(Level, Walk, Factor) :-
    (   Level == module,
        flag(walking, 0, 1)
    ->  once(Walk),
        flag(walking, _, 0),
        assertz(tried(Factor))
    ;   call(Walk)
    ).

by_event([], []).
by_event([event|Entries], [Factors|Rest]) :-
    append(Factors, Others, Entries),
    ( Others == [] ; Others = [event|_] ),
    !,
    by_event(Others, Rest).

:- begin_tests(worked_example).

%   Factors of all device groups tried, in order; the numbers are those of
%   worked-example.md.
test(every_factor,
     Factors == [ [0, 0, 28],
                  [0, 40, 26, 0, 40, 26, 0, 26, 0, 12, 12, 0, 26],
                  [0, 26, 26, 0, 26, 26, 0, 12, 26, 0, 26, 0, 40, 26, 0, 40, 26],
                  [0, 40, 26, 26, 54, 40]
                ]) :-
    factors_tried(Factors).

:- end_tests(worked_example).
