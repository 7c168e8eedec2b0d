% SPDX-License-Identifier: Apache-2.0

/** <module> What the fuzzer of snapshots starts from

make_seeds(Top, Folder), Top the root of the source tree, writes to Folder the
snapshots of sessions of both transports after each event of the examples and of
some small worlds; and the keys and words of snapshots as `words.dict`, a dictionary of libFuzzer.
*/

:- module(seeds,
          [ make_seeds/2                % +Top, +Folder
          ]).
:- use_module(library(lists), [member/2, nth0/3]).
:- use_module(library(readutil), [read_file_to_string/3]).
:- use_module('../seed_files').
:- use_module('../../../../engine/prolog/engine_api').
:- use_module('../../../../engine/prolog/json_text', [read_json/3]).
:- use_module('../../prolog/engine_under_test', []).

:- set_prolog_flag(encoding, utf8).

%!  make_seeds(+Top, +Folder) is det.

make_seeds(Top, Folder) :-
    findall(World-Sources, world(Top, World, Sources), Worlds),
    findall(Text,
            ( member(World-Sources, Worlds),
              member(Transport, [shared, whole_device]),
              snapshot(Transport, Sources, N, Text),
              format(atom(Name), '~w_~w_~|~`0t~d~2+', [World, Transport, N]),
              write_seed(Folder, Name, json, Text)
            ),
            Texts),
    findall(Word, word_of(Texts, Word), Words),
    write_dictionary(Folder, Words).

%   world(+Top, -Name, -Sources)

world(Top, Example, Sources) :-
    member(Example, [worked_example, bandwidth]),
    atomic_list_concat([Top, '/examples/', Example, '/*.pl'], Pattern),
    expand_file_name(Pattern, Paths),
    findall(text(Name, Text, description),
            ( member(Path, Paths),
              file_base_name(Path, Name),
              read_file_to_string(Path, Text, [encoding(utf8)])
            ),
            Sources).
world(_, Name, [text('world.pl', Text, description)]) :-
    small_world(Name, Text).

%   A few lines each: a fuzzer gets further with small inputs.

small_world(states, "device(d, \"counts, and has a rate\").
registration_unit(d, u).
registration_unit(d, v).
code_interface(d, c, [set]).
state(d, rate, 44.1*kilohertz).
state(d, users, 0).
state(d, word, digital).
device_group(d, g, [task_element(t, [code_interface(c), task([registration_unit(u),
    state_adjust(count), function([direction(analog_to_digital),
    sampling_rate([32, 48]*kilohertz, state(rate))])])])]).
device_group(d, h, [task_element(e, [task([registration_unit(v),
    function([direction(digital_to_analog)])])])]).
state_adjust(d, count, users, apply, Old, New) :- New is Old + 1.
state_adjust(d, count, users, remove, Old, New) :- New is Old - 1.
requester(r, \"wants one or two\").
outlet(r, o, [two-2, one-1]).
composite_request(r, one, [q]).
composite_request(r, two, [q, p]).
request(r, q, [qg]).
request(r, p, [pg]).
request_group(r, qg, taskflow, accept(1), [task_element([code_interface(a), task([
    function([direction(analog_to_digital, weight(1)),
    sampling_rate(at_least(40*kilohertz), weight(1.5), data_interface(s))])])])]).
request_group(r, pg, taskflow, accept(1r4), [task_element([task([
    function([direction(digital_to_analog, weight(1r3))])])])]).
event(system_connect(red)).
event(requester_create(red, r1, r)).
event(device_connect(red, d1, d)).
event(system_connect(blue)).
event(device_connect(blue, d2, d)).
event(requester_create(blue, r2, r)).
event(system_disconnect(red)).
event(system_connect(red)).
event(device_disconnect(d1)).
event(requester_cancel(r1)).
").

%   snapshot(+Transport, +Sources, -N, -Text) is nondet.
%
%   Before the first event, and after each.

snapshot(Transport, Sources, N, Text) :-
    setup_call_cleanup(
        ( api_open([transport(Transport)], Session),
          api_load(Session, Sources, Diagnostics)
        ),
        ( (   member(diagnostic(error, _, Line, _, _, Sentence), Diagnostics)
          ->  throw(refused(Line, Sentence))
          ;   true
          ),
          api_scenario(Session, Events),
          findall(Each, moment(Session, Events, Each), Texts)
        ),
        api_close(Session)),
    nth0(N, Texts, Text).

moment(Session, _, Text) :-
    api_snapshot(Session, Text).
moment(Session, Events, Text) :-
    member(Event, Events),
    api_event(Session, Event, silent, _, _),
    api_snapshot(Session, Text).

%   The keys, and all short texts.

word_of(Texts, Word) :-
    member(Text, Texts),
    read_json(Text, Json, _),
    name_in(Json, Name),
    string_length(Name, Length),
    Length < 40,
    \+ sub_string(Name, _, _, _, "\""),
    format(atom(Word), '"~w"', [Name]).

name_in(object(Members), Name) :-
    member(Key-Json, Members),
    (   atom_string(Key, Name)
    ;   name_in(Json, Name)
    ).
name_in(array(Jsons), Name) :-
    member(Json, Jsons),
    name_in(Json, Name).
name_in(string(Name), Name).
