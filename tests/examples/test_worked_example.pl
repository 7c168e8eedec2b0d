% SPDX-License-Identifier: Apache-2.0
:- module(test_worked_example, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module('../engine/prolog/engine_under_test').
:- use_module('../../engine/prolog/engine_api').

/** <module> The worked example gives the numbers of the thesis's transcript

The tables below are written from the specification, not from what the engine
prints.
*/

%   tried(Event, Tries): every device group tried for the event, in order, as
%   Alternative/Group-[DeviceGroup=Factor, ...] a device.

tried(requester_create(white_4, requester2_1, requester2), []).
tried(device_connect(green_2, us224_1, us224),
      [ us224_1-composite_rq1/rqgroup1-[dgroup21=0, dgroup22=0, dgroup23=28] ]).
tried(requester_create(black_5, requester_1, requester),
      [ us224_1-composite_rq1/rqgroup1-[dgroup21=0, dgroup22=40, dgroup23=26],
        us224_1-composite_rq2/rqgroup1-[dgroup21=0, dgroup22=40, dgroup23=26],
        us224_1-composite_rq3/rqgroup3-[dgroup21=0, dgroup22=26],
        us224_1-composite_rq3/rqgroup4-[dgroup21=0, dgroup22=12, dgroup23=12],
        us224_1-composite_rq4/rqgroup3-[dgroup21=0, dgroup22=26]
      ]).
tried(device_connect(red_1, imic2_1, imic2),
      [ imic2_1-composite_rq1/rqgroup1-[dgroup1=0, dgroup2=26, dgroup3=26],
        imic2_1-composite_rq2/rqgroup1-[dgroup1=0, dgroup2=26, dgroup3=26],
        imic2_1-composite_rq3/rqgroup3-[dgroup1=0, dgroup2=12, dgroup3=26],
        imic2_1-composite_rq3/rqgroup4-[dgroup1=0, dgroup2=26],
        us224_1-composite_rq1/rqgroup1-[dgroup21=0, dgroup22=40, dgroup23=26],
        us224_1-composite_rq2/rqgroup1-[dgroup21=0, dgroup22=40, dgroup23=26]
      ]).
tried(device_connect(blue_3, audiophile_1, audiophile),
      [ us224_1-composite_rq1/rqgroup1-[dgroup21=0, dgroup22=40, dgroup23=26],
        audiophile_1-composite_rq1/rqgroup1-[dgroup11=26, dgroup12=54],
        audiophile_1-composite_rq1/rqgroup2-[dgroup11=40]
      ]).

%   status(Event, Outlets): requester=Active/Status after the event.

status(1, [requester2_1= ''/inactive]).
status(2, [requester2_1=composite_rq1/threshold]).
status(3, [requester2_1=composite_rq1/threshold, requester_1=composite_rq4/partial]).
status(4, [requester2_1=composite_rq1/threshold, requester_1=composite_rq3/partial]).
status(5, [requester2_1=composite_rq1/threshold, requester_1=composite_rq1/threshold]).

:- begin_tests(worked_example, [cleanup(true)]).

test('every factor of every device group tried, in order', Tried == Expected) :-
    worked_example(Session, Events),
    findall(Event-Tries, tried(Event, Tries), Expected),
    findall(Event-Tries,
            ( member(Event, Events),
              transcript(Session, Event, Lines),
              tries(Lines, Tries)
            ),
            Tried).

test('the status of each outlet after each event', Statuses == Expected) :-
    worked_example(Session, Events),
    findall(N-Status, status(N, Status), Expected),
    findall(N-Status,
            ( nth1(N, Events, Event),
              happens(Session, Event),
              engine_api:api_outlets(Session, Outlets),
              findall(Requester=Active/State, member(outlet(Requester, _, Active, State), Outlets),
                      Status)
            ),
            Statuses).

test('the transactions at the end', Transactions == Expected) :-
    after_all(Session),
    Expected = [ transaction(requester2_1, outlet1, composite_rq1, rq1, rqgroup1, us224_1,
                             dgroup23, 28, 1),
                 transaction(requester_1, outlet1, composite_rq1, rq1, rqgroup1, audiophile_1,
                             dgroup12, 54, 1),
                 transaction(requester_1, outlet1, composite_rq1, rq1, rqgroup2, audiophile_1,
                             dgroup11, 40, 1)
               ],
    engine_api:api_transactions(Session, Transactions).

test('the registration units at the end', Units == Expected) :-
    after_all(Session),
    Expected = [ audiophile_1/analog_audio_stream_in-false,
                 audiophile_1/analog_audio_stream_out-false,
                 imic2_1/audio_stream_in-true,
                 imic2_1/audio_stream_out-true,
                 us224_1/analog_audio_stream_in-true,
                 us224_1/analog_audio_stream_out-false
               ],
    engine_api:api_units(Session, Units0),
    findall(Device/Unit-Available, member(unit(Device, Unit, Available), Units0), Units1),
    msort(Units1, Units).

test('the rate that the first stage sets', [Before, After] == ["44.1*kilohertz", "44100*hertz"]) :-
    worked_example(Session, [First, Second|_]),
    happens(Session, First),
    happens(Session, device_connect(elsewhere, us224_0, us224)),
    rate(Session, us224_0, After),
    happens(Session, Second),
    rate(Session, us224_1, Before).

rate(Session, Device, Text) :-
    states(Session, States),
    memberchk(state(Device, dac_sample_rate, Text), States).

%   reached(Text): thresholds that the thesis's transcript shows, reached and
%   needed, wherever they stand in ours.

reached('function reaches 9 of 9').
reached('task_element te_dac reaches 14 of 14').
reached('link reaches 6 of 4').
reached('channel reaches 6 of 5').
reached('communications_link cl_digital_from_adc reaches 12 of 9').
reached('task_element te_adc_mute reaches 14 of 10').
reached('electrical reaches 4 of 2').
reached('electrical reaches 3 of 2').
reached('structures reaches 8 of 7').
reached('structures reaches only 5 of 7').
reached('electrical_interface ei_analog_in_rca reaches 14 of 9').

test('the thresholds of the transcript are there', Missing == []) :-
    worked_example(Session, Events),
    findall(Text,
            ( member(Event, Events),
              transcript(Session, Event, Lines),
              member(line(_, _, Text0), Lines),
              atom_string(Text, Text0)
            ),
            Texts),
    findall(Text, ( reached(Text), \+ memberchk(Text, Texts) ), Missing).

worked_example(Session, Events) :-
    fresh_session(Session),
    repository_file('examples/worked_example/*.pl', Pattern),
    expand_file_name(Pattern, Files),
    findall(file(File, description), member(File, Files), Sources),
    engine_api:api_load(Session, Sources, []),
    engine_api:api_scenario(Session, Events).

after_all(Session) :-
    worked_example(Session, Events),
    all_happen(Session, Events).

%   tries(+Lines, -Tries): from the lines of a transcript, what was tried.

tries(Lines, Tries) :-
    phrase(tries_(none, none, none, Tries), Lines).

tries_(_, Device, Group, Tries) -->
    [line(_, alternative, Text)],
    { word_after("alternative", Text, Alternative) },
    !,
    tries_(Alternative, Device, Group, Tries).
tries_(Alternative, _, Group, Tries) -->
    [line(_, device, Text)],
    { word_after("device", Text, Device) },
    !,
    tries_(Alternative, Device, Group, Tries).
tries_(Alternative, Device, _, Tries) -->
    [line(_, request_group, Text)],
    { word_after("group", Text, Group) },
    !,
    device_groups(Factors),
    { Tries = [Device-Alternative/Group-Factors|Tries1] },
    tries_(Alternative, Device, Group, Tries1).
tries_(Alternative, Device, Group, Tries) -->
    [_],
    !,
    tries_(Alternative, Device, Group, Tries).
tries_(_, _, _, []) --> [].

device_groups(Factors) -->
    [line(_, device_group, Text)],
    { word_after("group", Text, Group) },
    !,
    factor(Factor),
    { Factors = [Group=Factor|Factors1] },
    device_groups(Factors1).
device_groups([]) --> [].

factor(Factor) -->
    [line(_, _, Text)],
    (   { sub_string(Text, _, _, _, ": match factor "),
          word_after("factor", Text, Word),
          atom_concat(Number, ',', Word)
        }
    ->  { atom_number(Number, Factor) }
    ;   factor(Factor)
    ).

%   word_after(+Word, +Text, -Next): Next follows Word in Text, without a comma
%   unless it is a number's.

word_after(Word, Text, Next) :-
    split_string(Text, " ", "", Words),
    append(_, [Word, Next0|_], Words),
    !,
    (   string_concat(Next1, ",", Next0),
        \+ number_string(_, Next1)
    ->  atom_string(Next, Next1)
    ;   atom_string(Next, Next0)
    ).

:- end_tests(worked_example).
