% SPDX-License-Identifier: Apache-2.0
:- module(test_first_request, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module('../engine/prolog/engine_under_test').
:- use_module('../../engine/prolog/engine_api').

/** <module> The first request of the README does what the README says */

:- begin_tests(first_request).

test('first the iMic, then the better device', Got == Expected) :-
    fresh_session(Session),
    repository_file('descriptions/devices/*.pl', Pattern),
    expand_file_name(Pattern, Devices),
    repository_file('examples/first_request/my_request.pl', Request),
    findall(file(File, description), member(File, [Request|Devices]), Sources),
    engine_api:api_load(Session, Sources, []),
    engine_api:api_scenario(Session, Events),
    Expected = [none, plain/partial/imic2_1, studio/threshold/audiophile_1],
    findall(What, ( member(Event, Events), happens(Session, Event), got(Session, What) ), Got).

got(Session, What) :-
    engine_api:api_transactions(Session, Transactions),
    (   Transactions = [transaction(_, _, Alternative, _, _, Device, _, _, _)]
    ->  engine_api:api_outlets(Session, [outlet(_, _, Alternative, Status)]),
        What = Alternative/Status/Device
    ;   What = none
    ).

test('the README shows the file') :-
    repository_file('README.md', Readme),
    repository_file('examples/first_request/my_request.pl', Request),
    read_file_to_string(Readme, ReadmeText, [encoding(utf8)]),
    read_file_to_string(Request, RequestText, [encoding(utf8)]),
    sub_string(RequestText, Before, _, _, "requester(recorder"),
    !,
    sub_string(RequestText, Before, _, 0, Whole),
    split_string(Whole, "\n", "", Lines),
    forall(( member(Line0, Lines),
             code_part(Line0, Line)
           ),
           sub_string(ReadmeText, _, _, _, Line)).

code_part(Line0, Line) :-
    split_string(Line0, "%", " ", [Line|_]),
    Line \== "".

:- end_tests(first_request).
