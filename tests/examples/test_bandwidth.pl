% SPDX-License-Identifier: Apache-2.0
:- module(test_bandwidth, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module('../engine/prolog/engine_under_test').
:- use_module('../../engine/prolog/engine_api').

/** <module> Bandwidth: the fallback comes exactly where the link budget ends

The table is that of examples/bandwidth/README.md.
*/

%   after(Event, Active, Links): the active alternative of each requester that is
%   there, and the count of links in use.

after(device_connect(rack, audiophile_1, audiophile), [], 0).
after(requester_create(studio, analog_in_1, analog_recorder), [analog_in_1=high], 1).
after(requester_create(studio, analog_out_1, analog_player),
      [analog_in_1=high, analog_out_1=high], 2).
after(requester_create(studio, digital_in_1, digital_recorder),
      [analog_in_1=high, analog_out_1=high, digital_in_1=high], 3).
after(requester_create(studio, digital_out_1, digital_player),
      [analog_in_1=high, analog_out_1=high, digital_in_1=high, digital_out_1=low], 4).
after(requester_cancel(analog_in_1),
      [analog_out_1=high, digital_in_1=high, digital_out_1=low], 3).
after(requester_create(studio, analog_in_2, analog_recorder),
      [analog_out_1=high, digital_in_1=high, digital_out_1=low, analog_in_2=high], 4).
after(requester_cancel(analog_in_2),
      [analog_out_1=high, digital_in_1=high, digital_out_1=low], 3).
after(requester_cancel(analog_out_1), [digital_in_1=high, digital_out_1=low], 2).
after(requester_cancel(digital_in_1), [digital_out_1=low], 1).
after(requester_create(lab, fast_1, measurement), [digital_out_1=low, fast_1= ''], 1).
after(requester_cancel(digital_out_1), [fast_1=fast], 1).
after(requester_create(studio, analog_out_2, analog_player), [fast_1=fast, analog_out_2= ''], 1).
after(requester_cancel(fast_1), [analog_out_2=high], 1).

:- begin_tests(bandwidth).

test('each event leaves what the budget allows', Got == Expected) :-
    fresh_session(Session),
    repository_file('examples/bandwidth/*.pl', Pattern),
    expand_file_name(Pattern, Files),
    findall(file(File, description), member(File, Files), Sources),
    engine_api:api_load(Session, Sources, []),
    engine_api:api_scenario(Session, Events),
    findall(after(Event, Active, Links), after(Event, Active, Links), Expected),
    findall(after(Event, Active, Links),
            ( member(Event, Events),
              happens(Session, Event),
              engine_api:api_outlets(Session, Outlets),
              findall(Requester=Alternative, member(outlet(Requester, _, Alternative, _), Outlets),
                      Active),
              links(Session, Links)
            ),
            Got).

links(Session, Links) :-
    states(Session, States),
    memberchk(state(audiophile_1, active_links, Text), States),
    term_string(Links, Text).

:- end_tests(bandwidth).
