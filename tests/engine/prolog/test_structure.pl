% SPDX-License-Identifier: Apache-2.0
:- module(test_structure, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/engine_api').

/** <module> What a device spec is made of */

:- set_prolog_flag(double_quotes, string).

imic2(Session) :-
    fresh_session(Session),
    load_descriptions(Session,
                      ['descriptions/devices/imic2.pl', 'descriptions/devices/imic2_usb.pl']).

:- begin_tests(structure).

test(groups, Names == [dgroup1, dgroup2, dgroup3, dgroup4]) :-
    imic2(Session),
    api_structure(Session, imic2, structure("Griffin iMic v2", Groups, _)),
    findall(Name, member(group(Name, _), Groups), Names).

test(element) :-
    imic2(Session),
    api_structure(Session, imic2, structure(_, Groups, _)),
    memberchk(group(dgroup2, Elements), Groups),
    memberchk(element(task_element, te_dac, Role, Aspects), Elements),
    assertion(Role == "convert digital_to_analog"),
    Aspects = [Direction, Rate|_],
    assertion(Direction == aspect('task/function/direction', "digital_to_analog", false)),
    assertion(Rate == aspect('task/function/sampling_rate', "[32, 44.1, 48]*kilohertz", true)).

test(connections, From-To-Last == ei_usb_port-cl_usb-[cl_analog_to_adc-te_adc]) :-
    imic2(Session),
    api_structure(Session, imic2, structure(_, _, Connections)),
    member(From-To, Connections),
    From == ei_usb_port,
    !,
    findall(cl_analog_to_adc-X, member(cl_analog_to_adc-X, Connections), Last).

test(no_id, [Id, Role] == ['', ""]) :-
    fresh_session(Session),
    load_text(Session, "device(d, \"D\").
                        device_group(d, g, [general([power([management([self_powered(true)])])])])."),
    api_structure(Session, d, structure(_, [group(g, [element(general, Id, Role, _)])], [])).

test(unknown, Sentence == "no device/2 declares `imic`; did you mean `imic2`?") :-
    imic2(Session),
    api_structure(Session, imic, problem(Sentence)).

test(device_specs, Specs == [device_spec(imic2, "Griffin iMic v2", [0x077d-0x07af])]) :-
    imic2(Session),
    api_device_specs(Session, Specs).

:- end_tests(structure).
