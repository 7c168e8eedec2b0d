% SPDX-License-Identifier: Apache-2.0
:- module(test_mistakes, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test, []).
:- use_module(loading).
:- use_module(mistakes).
:- use_module('../../../engine/prolog/engine_api').

/** <module> Every mistake is reported where it is, once, in words that help

The mistakes themselves stand in mistakes.pl. Here are the frames they stand in,
and what a table cannot say: files that are no text, many mistakes at once, and
a load that fails changing nothing.
*/

%   source_text(+Source, -Text) is det.

source_text(Lines, Text) :-
    is_list(Lines),
    !,
    lines_text(Lines, Text).
source_text(device(Lines), Text) :-
    append([ "device(d, \"x\").",
             "registration_unit(d, stream).",
             "code_interface(d, adjust, [set_rate]).",
             "state(d, rate, 44.1*kilohertz).",
             "match_condition(d, fits, _) :- true.",
             "state_adjust(d, count, rate, apply, Old, Old)."
           ], Lines, All),
    lines_text(All, Text).
source_text(requester(Lines), Text) :-
    append([ "requester(r, \"x\").",
             "outlet(r, out, [best-1]).",
             "composite_request(r, best, [rq]).",
             "request(r, rq, [rg]).",
             "request_group(r, rg, taskflow, accept(1), [task_element([task([role([principal(convert, weight(1))])])])])."
           ], Lines, All),
    lines_text(All, Text).
source_text(group(Term), Text) :-
    string_concat("    ", Term, Line),
    source_text(device(["device_group(d, g, [", Line, "])."]), Text).
source_text(element(Term), Text) :-
    format(string(Element), 'task_element(te, [~n        ~w~n    ])', [Term]),
    source_text(group(Element), Text).
source_text(task(Term), Text) :-
    format(string(Task), 'task([~n            ~w~n        ])', [Term]),
    source_text(element(Task), Text).
source_text(function(Term), Text) :-
    format(string(Function), 'function([~n                ~w~n            ])', [Term]),
    source_text(task(Function), Text).
source_text(condition(Body), Text) :-
    format(string(Clause), 'match_condition(d, c2, _) :-~n    ~w.', [Body]),
    source_text(device([Clause]), Text).
source_text(request_group(Term), Text) :-
    format(string(Group), 'request_group(r, g2, taskflow, accept(1), [~n    ~w~n]).', [Term]),
    source_text(requester([Group]), Text).
source_text(asked_element(Term), Text) :-
    format(string(Element), 'task_element([~n        ~w~n    ])', [Term]),
    source_text(request_group(Element), Text).
source_text(asked(Term), Text) :-
    format(string(Task),
           'task([~n            function([~n                ~w~n            ])~n        ])', [Term]),
    source_text(asked_element(Task), Text).

reported(Source, Reported) :-
    source_text(Source, Text),
    text_diagnostics(Text, Diagnostics),
    maplist(short, Diagnostics, Reported).

short(diagnostic(Severity, _, Line, Column, Path, Sentence), Short) :-
    Short =.. [Severity, Line, Column, Path, Sentence].

places(Diagnostics, Places) :-
    findall(Line-Column, member(diagnostic(_, _, Line, Column, _, _), Diagnostics), Places).

sentences(Diagnostics, Sentences) :-
    findall(Sentence, member(diagnostic(_, _, _, _, _, Sentence), Diagnostics), Sentences).

ten_mistakes([ "device(a, \"x\").",
               "registration_unit(a u).",
               "registration_units(a, u).",
               "state(a, s, 1*hertzz).",
               "state(a, \"t\", 1).",
               "code_interface(a, i, o).",
               "usb_identity(a, 0x10000, 1).",
               "outlet(a, o, [c-1]).",
               "device_group(a, g, [task_element([task([function([direction(sideways)])])])]).",
               "event(system_disconnect(never)).",
               "match_condition(a, c, _) :- halt."
             ]).

good_text("device(good, \"fine\").\nevent(device_connect(s, one, good)).\n").

:- begin_tests(mistakes).

test(there_are_mistakes_enough) :-
    aggregate_all(count, mistake(_, _, _), Count),
    Count >= 80.

test(no_two_mistakes_have_one_name, Names == Distinct) :-
    findall(Name, mistake(Name, _, _), Names0),
    msort(Names0, Names),
    sort(Names0, Distinct).

test(every_mistake_is_reported_at_its_place, [forall(mistake(_, Source, Expected)),
                                              Reported == Expected]) :-
    reported(Source, Reported).

test(every_mistake_leaves_a_session_as_it_was, After == Before) :-
    with_session(Session,
                 ( good_text(Good),
                   text_diagnostics(Session, Good, []),
                   session_dump(Session, Before),
                   forall(( mistake(_, Source, Reported),
                            memberchk(error(_, _, _, _), Reported)
                          ),
                          ( source_text(Source, Text),
                            text_diagnostics(Session, Text, _)
                          )),
                   session_dump(Session, After)
                 )).

test(after_a_bad_load_a_good_one_works) :-
    with_session(Session,
                 ( text_diagnostics(Session, "device(a, \"x\").\nstate(a, s, 1*hertzz).", [_]),
                   text_diagnostics(Session, "device(a, \"x\").\nstate(a, s, 1*hertz).", []),
                   text_diagnostics(Session, "event(device_connect(s, one, a)).", []),
                   replay(Session, []),
                   engine_under_test:states(Session, [state(one, s, "1*hertz")])
                 )).

test(words_of_a_bad_load_are_forgotten, Sentences = [_]) :-
    with_session(Session,
                 ( text_diagnostics(Session, "io_aspect(task/function/speed, count, \"fast\").\nx.", [_]),
                   text_diagnostics(Session, "device(d, \"x\").\ndevice_group(d, g, [task_element([task([function([speed(1)])])])]).",
                                    Diagnostics)
                 )),
    sentences(Diagnostics, Sentences).

test(events_of_a_bad_load_are_forgotten, Events == []) :-
    with_session(Session,
                 ( text_diagnostics(Session, "event(system_connect(s)).\nx.", [_]),
                   api_scenario(Session, Events)
                 )).

:- end_tests(mistakes).

:- begin_tests(many_mistakes).

test(ten_mistakes_are_ten_messages, Lines == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) :-
    ten_mistakes(Text0),
    lines_text(Text0, Text),
    text_diagnostics(Text, Diagnostics),
    findall(Line, member(diagnostic(error, _, Line, _, _, _), Diagnostics), Lines).

test(messages_are_in_the_order_of_files_and_lines, Places == ['b.pl'-1, 'b.pl'-2, 'a.pl'-1, 'a.pl'-3]) :-
    with_session(Session,
                 api_load(Session,
                          [ text('b.pl', "x.\nevent(lunch).", description),
                            text('a.pl', "registration_unit(u, v).\ndevice(a, \"x\").\nstate(a, s, 1*hertzz).",
                                 description)
                          ], Diagnostics)),
    findall(Source-Line, member(diagnostic(_, Source, Line, _, _, _), Diagnostics), Places).

test(columns_of_one_line_are_in_order, Places == [1-31, 1-54, 1-69]) :-
    text_diagnostics("device(a, \"x\"). state(a, s, 1*hertzz). state(a, t, 2*metrre). event(lunch).\n",
                     Diagnostics),
    places(Diagnostics, Places).

test(thousands_of_mistakes_take_little_time, [true((Count == 20000, Seconds < 20))]) :-
    numlist(1, 20000, Numbers),
    findall(Line, ( member(N, Numbers), format(string(Line), 'registration_unit(b~w c).', [N]) ),
            Lines),
    lines_text(Lines, Text),
    timed(text_diagnostics(Text, Diagnostics), Seconds),
    length(Diagnostics, Count).

test(a_mistake_far_out_in_a_long_line, Places == [2-300033]) :-
    length(Elements, 100000),
    maplist(=("o1"), Elements),
    atomic_list_concat(Elements, ',', Operations),
    format(string(Text), 'device(a, "x").~ncode_interface(a, operations, [~w, "p"]).~n', [Operations]),
    text_diagnostics(Text, Diagnostics),
    places(Diagnostics, Places).

:- end_tests(many_mistakes).

:- begin_tests(files).

test(a_missing_file, Reported == [diagnostic(error, 'no/such/file.pl', 0, 0, '', "there is no such file")]) :-
    with_session(Session, file_diagnostics(Session, ['no/such/file.pl'], Reported)).

test(a_folder, Sentences == ["this is a folder: name the files in it"]) :-
    with_session(Session, file_diagnostics(Session, ['/'], Diagnostics)),
    sentences(Diagnostics, Sentences).

test(a_file_that_may_not_be_read,
     [condition(\+ access_file('/proc/1/mem', read)), Sentences = [_]]) :-
    with_session(Session, file_diagnostics(Session, ['/proc/1/mem'], Diagnostics)),
    sentences(Diagnostics, Sentences).

test(an_empty_file, Diagnostics == []) :-
    with_file("", Path, with_session(Session, file_diagnostics(Session, [Path], Diagnostics))).

test(bytes_that_are_no_utf8,
     Reported == [error(2, 15, '', "the file is not in UTF-8 from here on: save it in that encoding")]) :-
    append_bytes("device(a, \"x\").\n% in Latin-1: ", [0xE9, 0x0A], Bytes),
    bytes_reported(Bytes, Reported).

test(bytes_that_are_no_utf8_behind_ones_that_are, Places == [2-5]) :-
    append_bytes("% \u00E9\u97F3\U0001D11E\n% \u00E9 ", [0xC3, 0x28, 0x0A], Bytes),
    bytes_reported(Bytes, [error(Line, Column, _, _)]),
    Places = [Line-Column].

test(an_overlong_encoding, Places == [1-3]) :-
    append_bytes("% ", [0xC0, 0xAF, 0x0A], Bytes),
    bytes_reported(Bytes, [error(Line, Column, _, _)]),
    Places = [Line-Column].

test(a_sequence_cut_off_at_the_end, Places == [1-3]) :-
    append_bytes("% ", [0xE2, 0x82], Bytes),
    bytes_reported(Bytes, [error(Line, Column, _, _)]),
    Places = [Line-Column].

test(what_is_no_utf8_does_not_hide_other_mistakes, Count == 2) :-
    append_bytes("event(lunch).\n% ", [0xE9, 0x0A], Bytes),
    bytes_reported(Bytes, Reported),
    length(Reported, Count).

test(a_nul_byte, Reported == [error(1, 13, '', "a NUL character: this is no text file")]) :-
    append_bytes("device(a, \"x", [0, 0'", 0'), 0'., 0x0A], Bytes),
    bytes_reported(Bytes, Reported).

test(a_byte_order_mark_counts_for_nothing, Reported == [error(1, 7, 'event/lunch', Sentence)]) :-
    append_bytes("\uFEFFevent(lunch).\n", [], Bytes),
    bytes_reported(Bytes, Reported),
    Reported = [error(_, _, _, Sentence)].

test(a_byte_order_mark_is_fine, Reported == []) :-
    append_bytes("\uFEFFdevice(a, \"gr\u00FC\u00DF\").\n", [], Bytes),
    bytes_reported(Bytes, Reported).

test(letters_beyond_ascii_are_fine, Reported == []) :-
    append_bytes("device('gr\u00F6\u00DFe', \"\u97F3\U0001D11E\").\n", [], Bytes),
    bytes_reported(Bytes, Reported).

test(lines_that_end_in_carriage_return_are_fine, Reported == []) :-
    append_bytes("device(a, \"x\").\r\nstate(a, s, 1).\r\n", [], Bytes),
    bytes_reported(Bytes, Reported).

text_bytes(Text, Bytes) :-
    with_file(Text, Path,
              setup_call_cleanup(
                  open(Path, read, Stream, [type(binary)]),
                  read_stream(Stream, Bytes),
                  close(Stream))).

read_stream(Stream, Bytes) :-
    get_byte(Stream, Byte),
    (   Byte == -1
    ->  Bytes = []
    ;   Bytes = [Byte|Rest],
        read_stream(Stream, Rest)
    ).

append_bytes(Text, More, Bytes) :-
    text_bytes(Text, Begin),
    append(Begin, More, Bytes).

bytes_reported(Bytes, Reported) :-
    with_file(bytes(Bytes), Path,
              with_session(Session, file_diagnostics(Session, [Path], Diagnostics))),
    maplist(short, Diagnostics, Reported).

:- end_tests(files).
