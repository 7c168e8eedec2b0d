% SPDX-License-Identifier: Apache-2.0
:- module(test_one_line, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(engine_under_test).
:- use_module(loading).
:- use_module('../../../engine/prolog/engine_api').
:- use_module('../../../engine/prolog/one_line').

/** <module> Names with control characters make no second line of what people read */

:- begin_tests(one_line).

test(most_texts_stay, Line == 'na\u00efve \u2192 text') :-
    one_line("na\u00efve \u2192 text", Line).
test(control_characters_are_shown, Line == 'a\\nb\\tc\\rd\\u001be\\u0085f\\u2028g\\u007f') :-
    one_line('a\nb\tc\rd\u001be\u0085f\u2028g\u007f', Line).
test(nul_is_shown_at_either_end, Lines == ['\\u0000a', 'a\\u0000', '\\u0000', 'a\\u0000b']) :-
    findall(Line,
            ( member(Text, ["\u0000a", "a\u0000", "\u0000", "a\u0000b"]),
              one_line(Text, Line)
            ),
            Lines).
test(nothing_stays_nothing, Line == '') :-
    one_line("", Line).

:- end_tests(one_line).

:- begin_tests(lines_of_sessions).

test(a_diagnostic_is_one_line, Found == ['a\\nb/c\\nd'-"request `e\\nf` is not declared (declared: rq)"]) :-
    with_session(Session,
                 api_load(Session,
                          [json(test,
                                "{\"ddb\": 1, \"facts\": [
{\"type\": \"requester\", \"spec\": \"a\\nb\", \"title\": \"x\"},
{\"type\": \"outlet\", \"spec\": \"a\\nb\", \"outlet\": \"o\", \"alternatives\": [{\"alternative\": \"c\\nd\", \"priority\": 1}]},
{\"type\": \"composite_request\", \"spec\": \"a\\nb\", \"alternative\": \"c\\nd\", \"requests\": [\"rq\", \"e\\nf\"]},
{\"type\": \"request\", \"spec\": \"a\\nb\", \"request\": \"rq\", \"request_groups\": [\"rg\"]},
{\"type\": \"request_group\", \"spec\": \"a\\nb\", \"request_group\": \"rg\", \"kind\": \"taskflow\", \"accept\": 1, \"terms\": []}
]}", description)],
                          Diagnostics)),
    findall(Path-Sentence, member(diagnostic(error, _, _, _, Path, Sentence), Diagnostics), Found).
test(a_line_of_the_transcript_is_one,
     Text == "requester a\\nb (r) arrives on c\\nd") :-
    wanting(Session),
    transcript(Session, requester_create('c\nd', 'a\nb', r), [line(0, event, Text)|_]).
test(a_reason_is_one_line, Reason == 'requester a\\nb was created on c\\nd') :-
    wanting(Session),
    api_event(Session, requester_create('c\nd', 'a\nb', r), silent, [Change|_], _),
    arg(12, Change, Reason).

wanting(Session) :-
    session_of("requester(r, \"wants what nobody has\").
outlet(r, o, [c-1]).
composite_request(r, c, [q]).
request(r, q, [g]).
request_group(r, g, taskflow, accept(1), [task_element([task([function([
    direction(analog_to_digital)])])])]).
", Session).

:- end_tests(lines_of_sessions).
