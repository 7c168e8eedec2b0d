% SPDX-License-Identifier: Apache-2.0
:- module(test_comparison, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/engine_api').

/** <module> Device specs side by side */

:- set_prolog_flag(double_quotes, string).

three_devices(Tables) :-
    fresh_session(Session),
    load_descriptions(Session,
                      [ 'descriptions/devices/imic2.pl',
                        'descriptions/devices/audiophile.pl',
                        'descriptions/devices/us224.pl'
                      ]),
    api_compare(Session, [imic2, audiophile, us224], tables(Tables)).

%   figures(?Table, ?Aspect, -Unit, -Cells): table A.1.4 of the thesis; Table
%   is the id of its first element.

figures(te_dac, direction, '', [digital_to_analog, digital_to_analog, digital_to_analog]).
figures(te_dac, sampling_rate, kilohertz, ['[32, 44.1, 48]', '[32, 44.1, 48, 96]', '[44.1, 48]']).
figures(te_dac, data_channels, '', ['[1, 2]', '[1, 2]', '[1, 2]']).
figures(te_dac, bit_resolution, bit, ['[8, 16]', '[16, 24]', '[16, 24]']).
figures(te_dac, dynamic_range, decibel, ['93', '107', '96']).
figures(te_dac, signal_to_noise_ratio, decibel, ['96', '109', '97']).
figures(te_dac, total_harmonic_distortion, percent, ['0.005', '0.002512', '0.007']).
figures(te_adc, direction, '', [analog_to_digital, analog_to_digital, analog_to_digital]).
figures(te_adc, sampling_rate, kilohertz,
        ['[8, 11.025, 22.05, 44.1, 48]', '[8, 11.025, 22.05, 44.1, 48, 96]', '[44.1, 48]']).
figures(te_adc, data_channels, '', ['[1, 2]', '[1, 2]', '[1, 2]']).
figures(te_adc, bit_resolution, bit, ['[8, 16]', '[16, 24]', '[16, 24]']).
figures(te_adc, dynamic_range, decibel, ['89', '', '']).
figures(te_adc, signal_to_noise_ratio, decibel, ['89', '108', '97']).
figures(te_adc, total_harmonic_distortion, percent, ['0.01', '0.002512', '0.007']).

%   interface(-Ids, -Path, -Unit, -Cells): likewise, of its electrical interfaces.

interface([ei_audio_out, ei_analog_out_rca, ei_analog_out_rca], Path, Unit, Cells) :-
    member(row(Path, Unit, Cells),
           [ row('characteristics/electrical/impedance', kiloohm, ['10', '10', '']),
             row('characteristics/electrical/signal_ended', '',
                 [unbalanced, unbalanced, unbalanced]),
             row('characteristics/electrical/connection_establish', '',
                 [hot_pluggable, hot_pluggable, hot_pluggable]),
             row('mechanical_structure/structures/classification', '',
                 [external, external, external]),
             row('mechanical_structure/structures/connector', '',
                 [ mini_stereo_socket, '[rca_connector, rca_connector]',
                   '[rca_connector, rca_connector]'
                 ]),
             row('physical_manifestation/physical_dimensions/width', millimetre,
                 ['', '8.3', '8.3'])
           ]).
interface([ei_audio_in, ei_analog_in_phone, ei_analog_in_phone_a],
          'characteristics/electrical/impedance', kiloohm, ['', '', '[22, 680]']).

%   compared(+Texts, -Tables): of specs a, b ..., each with the modules of a text.

compared(Texts, Tables) :-
    findall(Spec-Fact,
            ( nth1(N, Texts, Text),
              nth1(N, [a, b, c], Spec),
              format(string(Fact), "device(~w, \"\"). device_group(~w, g, [~w]).~n",
                     [Spec, Spec, Text])
            ),
            Pairs),
    findall(Spec, member(Spec-_, Pairs), Specs),
    findall(Fact, member(_-Fact, Pairs), Facts),
    atomic_list_concat(Facts, All),
    session_of(All, Session),
    api_compare(Session, Specs, tables(Tables0)),
    findall(Module-Ids-Rows,
            ( member(table(Module, _, Ids, Rows0), Tables0),
              findall(row(Aspect, Unit, Cells),
                      ( member(row(Aspect, Unit, Cells0), Rows0),
                        atoms(Cells0, Cells)
                      ),
                      Rows)
            ),
            Tables).

atoms(Texts, Atoms) :-
    findall(Atom, ( member(Text, Texts), atom_string(Atom, Text) ), Atoms).

rate(Rate, Text) :-
    format(string(Text), "task_element([task([function([sampling_rate(~w)])])])", [Rate]).

rates(Rates, Unit, Cells) :-
    findall(Text, ( member(Rate, Rates), rate(Rate, Text) ), Texts),
    compared(Texts, [_-_-[row('task/function/sampling_rate', Unit, Cells)]]).

:- begin_tests(comparison).

test('the tables of appendix A.1.4 come out',
     [ forall(figures(Element, Aspect, Unit, Expected)),
       Unit0-Cells == Unit-Expected
     ]) :-
    three_devices(Tables),
    memberchk(table(task_element, _, [Element, Element, Element], Rows), Tables),
    atomic_list_concat([task, function, Aspect], /, Path),
    memberchk(row(Path, Unit0, Cells0), Rows),
    atoms(Cells0, Cells).

test('the electrical interfaces of appendix A.1.4 come out',
     [ forall(interface(Ids, Path, Unit, Expected)),
       Unit0-Cells == Unit-Expected
     ]) :-
    three_devices(Tables),
    memberchk(table(electrical_interface, _, Ids, Rows), Tables),
    memberchk(row(Path, Unit0, Cells0), Rows),
    atoms(Cells0, Cells).

test('converters to analog come before converters to digital', Roles ==
     ["convert digital_to_analog", "convert analog_to_digital"]) :-
    three_devices(Tables),
    findall(Role,
            ( member(table(task_element, Role, _, _), Tables),
              sub_string(Role, 0, _, _, "convert")
            ),
            Roles).

test('no element of a spec stands twice or is left out', Ids == Expected) :-
    three_devices(Tables),
    findall(Id,
            ( member(table(_, _, [_, _, Id], _), Tables),
              Id \== ''
            ),
            Ids0),
    msort(Ids0, Ids),
    findall(Id,
            ( knowledge_base:device_group(_, us224, _, Tree),
              member(branch(_, tag(Id, _, _), _, _), Tree)
            ),
            Expected0),
    msort(Expected0, Expected).

test('what converts to digital is not beside what converts to analog', Wrong == []) :-
    three_devices(Tables),
    findall(Ids,
            ( member(table(_, _, Ids, _), Tables),
              once(( member(Id1, Ids), sub_atom(Id1, _, _, _, from_dac) )),
              once(( member(Id2, Ids), sub_atom(Id2, _, _, _, to_adc) ))
            ),
            Wrong).

test('an element that two groups share stands there once', Ids == [[shared], [own]]) :-
    session_of("device(a, \"\").
                device_group(a, g1, [general(shared, [])]).
                device_group(a, g2, [general(shared, []), general(own, [])]).", Session),
    api_compare(Session, [a], tables(Tables)),
    findall(Id, member(table(_, _, Id, _), Tables), Ids).

test('values are in the unit of the first device, exactly', Unit-Cells ==
     kilohertz-['[44.1, 48]', '[44.1, 96]', '0.000001']) :-
    rates(["[44.1, 48]*kilohertz", "[44100, 96000]*hertz", "1*millihertz"], Unit, Cells).

test('ranges are in the unit of the first device too', Unit-Cells ==
     hertz-['between(500, 1000)', 'at_least(500)', 'and(above(500), below(44100))']) :-
    rates([ "between(500*hertz, 1*kilohertz)", "at_least(0.5*kilohertz)",
            "and(above(0.5*kilohertz), below(44.1*kilohertz))" ], Unit, Cells).

test('the first device that has a unit gives it', Unit-Cells == kilohertz-['', '48']) :-
    compared(["task_element([task([function([data_channels(2)])])])",
              "task_element([task([function([data_channels(2), sampling_rate(48*kilohertz)])])])"],
             [_-_-Rows]),
    memberchk(row('task/function/sampling_rate', Unit, Cells), Rows).

test('a level of another reference says its own unit', Cells == ['4', '1*dBV']) :-
    Level = "electrical_interface([characteristics([electrical([line_level(~w)])])])",
    format(string(A), Level, ["4*dBu"]),
    format(string(B), Level, ["1*dBV"]),
    compared([A, B], [_-_-[row('characteristics/electrical/line_level', dBu, Cells)]]).

test('a term that stands twice has two rows', Aspects ==
     ['task/function/sampling_rate', 'task/function/sampling_rate (2)']) :-
    Text = "task_element([task([function([sampling_rate(1*hertz), sampling_rate(2*hertz)])])])",
    compared([Text, Text], [_-_-Rows]),
    findall(Aspect, member(row(Aspect, _, _), Rows), Aspects).

test('elements that do other things have tables of their own', Ids == [[x, ''], ['', y]]) :-
    compared([ "task_element(x, [task([function([direction(analog_to_digital),
                data_channels(2), sampling_rate(1*hertz)])])])",
               "task_element(y, [task([function([direction(digital_to_analog),
                data_channels(2), sampling_rate(1*hertz)])])])" ],
             Tables),
    findall(Id, member(_-Id-_, Tables), Ids).

test('names do not decide, what elements do decides', Ids == [[x, y], [y, x]]) :-
    Both = "task_element(~w, [task([function([direction(digital_to_analog), data_channels(2)])])]),
            task_element(~w, [task([function([data_format(digital), signal_mute(true)])])])",
    format(string(A), Both, [x, y]),
    format(string(B), Both, [y, x]),
    compared([A, B], Tables),
    findall(Id, member(_-Id-_, Tables), Ids).

test('aspects that only a later device has stand with their subcategory', Aspects ==
     ['task/function/data_channels', 'task/function/sampling_rate', 'task/role/principal']) :-
    compared([ "task_element([task([function([data_channels(2)]), role([principal(convert)])])])",
               "task_element([task([function([data_channels(2), sampling_rate(1*hertz)]),
                role([principal(convert)])])])" ],
             [_-_-Rows]),
    findall(Aspect, member(row(Aspect, _, _), Rows), Aspects).

test('an unknown spec is named with the nearest',
     Sentence == "no device/2 declares `mixr`; did you mean `mixer`?") :-
    session_of("device(mixer, \"\").", Session),
    api_compare(Session, [mixer, mixr], problem(Sentence)).

:- end_tests(comparison).
