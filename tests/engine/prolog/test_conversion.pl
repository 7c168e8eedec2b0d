% SPDX-License-Identifier: Apache-2.0
:- module(test_conversion, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module(loading).
:- use_module('../../../engine/prolog/engine_api').
:- use_module('../../../engine/prolog/conversion').
:- use_module('../../../engine/prolog/json_text').
:- use_module('../../../engine/prolog/json_terms', []).
:- use_module('../../../engine/prolog/reader').

%   to(+Form, +Text0, -Text): Text0, which has no mistakes, as Form.

to(Form, Text0, Text) :-
    converted(text(test, Text0), Form, Outcome),
    (   Outcome = converted(Text)
    ->  true
    ;   throw(refused(Outcome))
    ).

%   objects(+Prolog, -Objects): what a file says in JSON, a text for each fact.

objects(Prolog, Texts) :-
    to(json, Prolog, JsonText),
    read_json(JsonText, object([ddb-number(1), facts-array(Objects)]), _),
    maplist(json_text, Objects, Texts).

%   document(+Objects, -Text)

document(Objects, Text) :-
    atomic_list_concat(Objects, ', ', Inside),
    format(string(Text), '{"ddb": 1, "facts": [~w]}', [Inside]).

%   terms(+Prolog, -Terms): the clauses of a file, variables by their names.

terms(Prolog, Terms) :-
    read_source(text(test, Prolog), _, Items),
    findall(Term-Names,
            ( member(clause(Term, _, Bindings, _), Items),
              findall(Name, member(Name=_, Bindings), Names)
            ),
            Terms),
    \+ member(mistake(_, _), Items).

file_text(File, Text) :-
    read_source(file(File), Text, _).

:- begin_tests(rows).

%   row(Prolog, Json): one fact in both forms, for each row of the table and each kind of
%   part. Json is what is written; Prolog is what a person would write.

row("taxonomy(io, '1.0.0').", "{\"type\": \"taxonomy\", \"name\": \"io\", \"version\": \"1.0.0\"}").
row("io_module(general, \"the whole\").",
    "{\"type\": \"io_module\", \"name\": \"general\", \"doc\": \"the whole\"}").
row("io_category(task, [task_element, general], \"d\").",
    "{\"type\": \"io_category\", \"name\": \"task\", \"modules\": [\"task_element\", \"general\"], \"doc\": \"d\"}").
row("io_subcategory(task/function, \"d\").",
    "{\"type\": \"io_subcategory\", \"category\": \"task\", \"name\": \"function\", \"doc\": \"d\"}").
row("io_aspect(task/function/rate, quantity(frequency), \"d\").",
    "{\"type\": \"io_aspect\", \"category\": \"task\", \"subcategory\": \"function\", \"name\": \"rate\", \"kind\": {\"quantity\": \"frequency\"}, \"doc\": \"d\"}").
row("io_aspect(task/function/rate, quantity, \"d\").",
    "{\"type\": \"io_aspect\", \"category\": \"task\", \"subcategory\": \"function\", \"name\": \"rate\", \"kind\": \"quantity\", \"doc\": \"d\"}").
row("io_value(task/function/direction, up, \"d\").",
    "{\"type\": \"io_value\", \"category\": \"task\", \"subcategory\": \"function\", \"aspect\": \"direction\", \"name\": \"up\", \"doc\": \"d\"}").
row("quantity(frequency, hertz, \"d\").",
    "{\"type\": \"quantity\", \"name\": \"frequency\", \"base_unit\": \"hertz\", \"doc\": \"d\"}").
row("unit(foot, length, 0.3048, foot, plain).",
    "{\"type\": \"unit\", \"name\": \"foot\", \"quantity\": \"length\", \"factor\": 0.3048, \"symbol\": \"foot\", \"prefixable\": false}").
row("unit(degree_celsius, temperature, offset(1, 273.15), '°C', prefixable).",
    "{\"type\": \"unit\", \"name\": \"degree_celsius\", \"quantity\": \"temperature\", \"factor\": {\"factor\": 1, \"offset\": 273.15}, \"symbol\": \"°C\", \"prefixable\": true}").
row("unit(degree, angle, times_pi(1r180), °, plain).",
    "{\"type\": \"unit\", \"name\": \"degree\", \"quantity\": \"angle\", \"factor\": {\"times_pi\": {\"numerator\": 1, \"denominator\": 180}}, \"symbol\": \"°\", \"prefixable\": false}").
row("unit(decibel_volt, level, level(decibel, volt), dBV, plain).",
    "{\"type\": \"unit\", \"name\": \"decibel_volt\", \"quantity\": \"level\", \"factor\": {\"level\": \"decibel\", \"reference\": \"volt\"}, \"symbol\": \"dBV\", \"prefixable\": false}").
row("prefix(milli, m, 0.001).",
    "{\"type\": \"prefix\", \"name\": \"milli\", \"symbol\": \"m\", \"factor\": 0.001}").
row("device(imic2, \"Griffin iMic v2\").",
    "{\"type\": \"device\", \"spec\": \"imic2\", \"title\": \"Griffin iMic v2\"}").
row("registration_unit(imic2, audio_stream_in).",
    "{\"type\": \"registration_unit\", \"spec\": \"imic2\", \"unit\": \"audio_stream_in\"}").
row("code_interface(imic2, adc, [set_rate, set_width]).",
    "{\"type\": \"code_interface\", \"spec\": \"imic2\", \"interface\": \"adc\", \"operations\": [\"set_rate\", \"set_width\"]}").
row("connects(imic2, te1, te2).",
    "{\"type\": \"connects\", \"spec\": \"imic2\", \"from\": \"te1\", \"to\": \"te2\"}").
row("usb_identity(imic2, 0x077d, 0x07af).",
    "{\"type\": \"usb_identity\", \"spec\": \"imic2\", \"vendor\": \"077d\", \"product\": \"07af\"}").
row("requester(r, \"t\").", "{\"type\": \"requester\", \"spec\": \"r\", \"title\": \"t\"}").
row("outlet(r, o, [best-100, other-0.5]).",
    "{\"type\": \"outlet\", \"spec\": \"r\", \"outlet\": \"o\", \"alternatives\": [{\"alternative\": \"best\", \"priority\": 100}, {\"alternative\": \"other\", \"priority\": 0.5}]}").
row("composite_request(r, best, [rq1, rq2]).",
    "{\"type\": \"composite_request\", \"spec\": \"r\", \"alternative\": \"best\", \"requests\": [\"rq1\", \"rq2\"]}").
row("request(r, rq1, [g1]).",
    "{\"type\": \"request\", \"spec\": \"r\", \"request\": \"rq1\", \"request_groups\": [\"g1\"]}").
row("request_group(r, g, taskflow, accept(0.5), [general([])]).",
    "{\"type\": \"request_group\", \"spec\": \"r\", \"request_group\": \"g\", \"kind\": \"taskflow\", \"accept\": 0.5, \"terms\": [{\"name\": \"general\", \"value\": []}]}").
row("state(imic2, rate, 44.1*kilohertz).", Json) :- state_row("{\"value\": 44.1, \"unit\": \"kilohertz\"}", Json).
row("state(imic2, rate, [32, 44.1]*kHz).", Json) :- state_row("{\"values\": [32, 44.1], \"unit\": \"kHz\"}", Json).
row("state(imic2, rate, -1r3*dBu).", Json) :-
    state_row("{\"value\": {\"numerator\": -1, \"denominator\": 3}, \"unit\": \"dBu\"}", Json).
row("state(imic2, rate, at_least(2)).", Json) :- state_row("{\"at_least\": 2}", Json).
row("state(imic2, rate, above(2*metre)).", Json) :- state_row("{\"above\": {\"value\": 2, \"unit\": \"metre\"}}", Json).
row("state(imic2, rate, at_most(2)).", Json) :- state_row("{\"at_most\": 2}", Json).
row("state(imic2, rate, below(2)).", Json) :- state_row("{\"below\": 2}", Json).
row("state(imic2, rate, between(1, 2*metre)).", Json) :-
    state_row("{\"between\": [1, {\"value\": 2, \"unit\": \"metre\"}]}", Json).
row("state(imic2, rate, and(above(1), below(2))).", Json) :-
    state_row("{\"and\": [{\"above\": 1}, {\"below\": 2}]}", Json).
row("state(imic2, rate, \"a text\").", Json) :- state_row("{\"text\": \"a text\"}", Json).
row("state(imic2, rate, [1*metre, \"t\"]).", Json) :-
    state_row("[{\"value\": 1, \"unit\": \"metre\"}, {\"text\": \"t\"}]", Json).
row("state(imic2, rate, digital).", Json) :- state_row("\"digital\"", Json).
row("state(imic2, rate, [a, b]).", Json) :- state_row("[\"a\", \"b\"]", Json).
row("state(imic2, rate, [true, false]).", Json) :- state_row("[true, false]", Json).
row("state(imic2, rate, false).", Json) :- state_row("false", Json).
row("state(imic2, rate, []).", Json) :- state_row("[]", Json).
row("state(imic2, rate, 'null').", Json) :- state_row("\"null\"", Json).
row("event(system_connect(red)).", "{\"type\": \"system_connect\", \"system\": \"red\"}").
row("event(system_disconnect(red)).", "{\"type\": \"system_disconnect\", \"system\": \"red\"}").
row("event(device_connect(red, d_1, d)).",
    "{\"type\": \"device_connect\", \"system\": \"red\", \"device\": \"d_1\", \"spec\": \"d\"}").
row("event(device_disconnect(d_1)).", "{\"type\": \"device_disconnect\", \"device\": \"d_1\"}").
row("event(requester_create(red, r_1, r)).",
    "{\"type\": \"requester_create\", \"system\": \"red\", \"requester\": \"r_1\", \"spec\": \"r\"}").
row("event(requester_cancel(r_1)).", "{\"type\": \"requester_cancel\", \"requester\": \"r_1\"}").
row("match_condition(imic2, fits, SubMatch) :-\n    fits(SubMatch).",
    "{\"type\": \"match_condition\", \"clause\": \"match_condition(imic2, fits, SubMatch) :-\\n    fits(SubMatch).\"}").
row("state_adjust(imic2, a, s, apply, _Old, 1).",
    "{\"type\": \"state_adjust\", \"clause\": \"state_adjust(imic2, a, s, apply, _Old, 1).\"}").
row("counted(apply, Old, New) :- New is Old + 1.    % beside it",
    "{\"type\": \"helper\", \"clause\": \"counted(apply, Old, New) :- New is Old + 1.\"}, {\"type\": \"comment\", \"text\": \"beside it\", \"beside\": true}").

row(Prolog, Json) :-
    term_row(PrologTerms, JsonTerms),
    format(string(Prolog), 'device_group(imic2, g, [~w]).', [PrologTerms]),
    format(string(Json), '{"type": "device_group", "spec": "imic2", "group": "g", "terms": [~w]}',
           [JsonTerms]).
state_row(Value, Json) :-
    format(string(Json), '{"type": "state", "spec": "imic2", "state": "rate", "value": ~w}', [Value]).

%   Terms of group g.

term_row("general([task(te, [])])",
         "{\"name\": \"general\", \"terms\": [{\"name\": \"task\", \"id\": \"te\", \"terms\": []}]}").
term_row("task_element(te, [code_interface(i), code_interface(j), registration_unit(u), task([a(1)])])",
         "{\"name\": \"task_element\", \"id\": \"te\", \"code_interfaces\": [\"i\", \"j\"], \"registration_units\": [\"u\"], \"terms\": [{\"name\": \"task\", \"terms\": [{\"name\": \"a\", \"value\": 1}]}]}").
term_row("task_element([accept(14), weight(1), match_condition(c), state_adjust(s), task([a(b)])])",
         "{\"name\": \"task_element\", \"accept\": 14, \"weight\": 1, \"match_conditions\": [\"c\"], \"state_adjusts\": [\"s\"], \"terms\": [{\"name\": \"task\", \"terms\": [{\"name\": \"a\", \"value\": \"b\"}]}]}").
%   A key is there once: what comes back later, or after a child, is an element.
term_row("task_element([code_interface(i), registration_unit(u), code_interface(j), a(1), weight(2)])",
         "{\"name\": \"task_element\", \"code_interfaces\": [\"i\"], \"registration_units\": [\"u\"], \"terms\": [{\"annotation\": \"code_interface\", \"value\": \"j\"}, {\"name\": \"a\", \"value\": 1}, {\"annotation\": \"weight\", \"value\": 2}]}").
term_row("a(1, state(s), state(t))", "{\"name\": \"a\", \"value\": 1, \"states\": [\"s\", \"t\"]}").
term_row("a(b, data_interface(s), weight(1), data_interface(t))",
         "{\"name\": \"a\", \"value\": \"b\", \"data_interfaces\": [\"s\"], \"weight\": 1, \"terms\": [{\"annotation\": \"data_interface\", \"value\": \"t\"}]}").
%   An aspect may have the name of an annotation.
term_row("physical([weight(2*kilogram)])",
         "{\"name\": \"physical\", \"terms\": [{\"name\": \"weight\", \"value\": {\"value\": 2, \"unit\": \"kilogram\"}}]}").
term_row("a(at_least(1), weight(1))",
         "{\"name\": \"a\", \"value\": {\"at_least\": 1}, \"weight\": 1}").

test('a fact is written in JSON as its row says',
     [forall(row(Prolog, Json)), Written == Document]) :-
    to(json, Prolog, Written),
    document([Json], Text),
    read_json(Text, Value, _),
    json_lines(Value, 100, Document).

test('and is read back as it was', [forall(row(Prolog, Json)), Terms == Expected]) :-
    document([Json], Document),
    to(prolog, Document, Back),
    terms(Back, Terms0),
    terms(Prolog, Expected0),
    numbered(Terms0, Terms),
    numbered(Expected0, Expected).

test('a fact of one line is written as a person would', [forall(one_line(Prolog, Json)), Back == Line]) :-
    string_concat(Prolog, "\n", Line),
    document([Json], Document),
    to(prolog, Document, Back).

one_line(Prolog, Json) :-
    row(Prolog, Json),
    \+ sub_string(Prolog, _, _, _, "%"),
    \+ sub_string(Prolog, _, _, _, "'null'"),
    string_length(Prolog, Length),
    Length < 100.

numbered(Terms0, Terms) :-
    copy_term(Terms0, Terms),
    numbervars(Terms, 0, _).

%   Whatever is no fact of the table keeps its text: loading it says what is wrong.

kept("device(imic2).").
kept("device(imic2, title).").
kept("device(\"imic2\", \"t\").").
kept("state(a, b, f(c)).").
kept("state(a, b, 3*metre*second).").
kept("usb_identity(a, 0x10000, 1).").
kept("usb_identity(a, -1, 1).").
kept("io_subcategory(a, \"d\").").
kept("outlet(a, b, [c, d]).").
kept("device_group(a, b, [c]).").
kept("device_group(a, b, c).").
kept("device_group(a, b, [c(\"d\", e)]).").
kept("device_group(a, b, [X, c(X)]).").
kept("event(eruption(etna)).").
kept("event(device_connect(a, b)).").
kept("registration_unit(a, []).").
kept("device(a, \"b\") :- true.").
kept(":- halt.").
kept("a --> b.").
kept("\"text\".").
kept("12.").
kept("X.").
kept("f(/* inside */ X, 0'a, \"%\", '/*') :- g(X).").

test('what is no fact of the table keeps its text', [forall(kept(Prolog)), Objects == [Json]]) :-
    objects(Prolog, Objects),
    json_text(object([type-string("helper"), clause-string(Prolog)]), Json).

test('and comes back letter by letter', [forall(kept(Prolog)), Back == Line]) :-
    string_concat(Prolog, "\n", Line),
    to(json, Prolog, Json),
    to(prolog, Json, Back).

:- end_tests(rows).

:- begin_tests(comments).

%   comment(Prolog, Objects, Back): a file with comments; what it is in JSON, c(Text) for a
%   comment, b(Text) for one beside a fact, f, g and d for facts; and the file that that makes.

comment("% one\n%  two\n%\n%three\nf.\n", [c("one\n two\n\nthree"), f],
        "% one\n%  two\n%\n% three\n\nf.\n").
comment("% one\n\n% two\nf.\n", [c("one"), c("two"), f], "% one\n\n% two\nf.\n").
comment("/* one\n   two */\nf.\n", [c("one\n   two"), f], "% one\n%    two\n\nf.\n").
comment("% one\n/* two */ % three\nf.\n", [c("one\ntwo\nthree"), f],
        "% one\n% two\n% three\n\nf.\n").
comment("f. % one\n% two\ng.\n", [f, b("one"), c("two"), g], "f.  % one\n\n% two\ng.\n").
comment("f. /* one */ % two\n", [f, b("one two")], "f.  % one two\n").
comment("f. /* one\n two */ g.\n", [f, c("one\n two"), g], "f.\n\n% one\n%  two\ng.\n").
comment("device(% one\n a, /* two */ \"b\" % three\n). % four\n",
        [c("one"), c("two"), c("three"), d, b("four")],
        "% one\n\n% two\n\n% three\ndevice(a, \"b\").  % four\n").
comment("% only\n", [c("only")], "% only\n").
comment("%\n", [c("")], "%\n").
comment("", [], "").
comment("f.\n% last", [f, c("last")], "f.\n\n% last\n").
comment("% win\r\n% dows\r\nf.\r\n", [c("win\ndows"), f], "% win\n% dows\n\nf.\n").
comment("% é \"quoted\" \\ %% 😀\nf.\n", [c("é \"quoted\" \\ %% 😀"), f],
        "% é \"quoted\" \\ %% 😀\n\nf.\n").

test('comments keep their place', [forall(comment(Prolog, Short, _)), Objects == Expected]) :-
    objects(Prolog, Objects),
    maplist(object_of, Short, Expected).

test('and are written again', [forall(comment(Prolog, _, Expected)), Back == Expected]) :-
    to(json, Prolog, Json),
    to(prolog, Json, Back).

test('and stay', [forall(comment(Prolog, _, _)), Again == Json]) :-
    to(json, Prolog, Json),
    to(prolog, Json, Back),
    to(json, Back, Again).

object_of(c(Text), Json) :-
    json_text(object([type-string("comment"), text-string(Text)]), Json).
object_of(b(Text), Json) :-
    json_text(object([type-string("comment"), text-string(Text), beside-true]), Json).
object_of(d, "{\"type\": \"device\", \"spec\": \"a\", \"title\": \"b\"}").
object_of(f, "{\"type\": \"helper\", \"clause\": \"f.\"}").
object_of(g, "{\"type\": \"helper\", \"clause\": \"g.\"}").

:- end_tests(comments).

:- begin_tests(lossless).

repository_source(File) :-
    member(Pattern, [ 'taxonomy/*.pl', 'descriptions/*/*.pl', 'examples/*/*.pl',
                      'tests/engine/*/*.pl', 'tests/*/*.pl' ]),
    repository_files(Pattern, Files),
    member(File, Files),
    %  Tests of the engine have operators and texts that the language has not.
    read_source(file(File), _, Items),
    \+ member(mistake(_, _), Items).

test('there are files to convert') :-
    findall(File, repository_source(File), Files),
    length(Files, Count),
    Count > 50.

test('from terms to JSON, back, and to JSON again: the same bytes',
     [forall(repository_source(File)), Json2 == Json1]) :-
    file_text(File, Text),
    to(json, Text, Json1),
    to(prolog, Json1, Back),
    to(json, Back, Json2).

test('the terms stay, in their order', [forall(repository_source(File))]) :-
    file_text(File, Text),
    to(json, Text, Json),
    to(prolog, Json, Back),
    terms(Text, Terms1),
    terms(Back, Terms2),
    Terms1 =@= Terms2.

test('no line of descriptions and taxonomy gets too long', [forall(described(File))]) :-
    file_text(File, Text),
    to(prolog, Text, Laid),
    split_string(Laid, "\n", "", Lines),
    forall(member(Line, Lines),
           ( string_length(Line, Length),
             (   Length =< 100
             ->  true
             ;   sub_string(Line, _, _, _, "  % ")
             )
           )).

described(File) :-
    repository_files('descriptions/*/*.pl', Files),
    member(File, Files).

test('what is laid out stays as it is', [forall(described(File)), Again == Laid]) :-
    file_text(File, Text),
    to(prolog, Text, Laid),
    to(prolog, Laid, Again).

test('random facts with odd names, texts and numbers') :-
    for_random(400, 4711, facts_stay).

facts_stay :-
    random_between(1, 5, Count),
    findall(Fact, ( between(1, Count, _), random_fact(Fact) ), Facts),
    maplist(json_of_fact, Facts, Objects),
    json_text(object([ddb-number(1), facts-array(Objects)]), Json0),
    to(json, Json0, Json1),
    to(prolog, Json1, Prolog),
    terms(Prolog, Terms),
    findall(Fact-[], member(Fact, Facts), Expected),
    Terms == Expected,
    to(json, Prolog, Json2),
    Json2 == Json1.

json_of_fact(Fact, Json) :-
    once(json_terms:fact_json(Fact, _, Json)).

random_fact(Fact) :-
    one_of([device, state, group, outlet, unit, category, event, usb], Kind),
    random_fact(Kind, Fact).

random_fact(device, device(Name, Text)) :-
    random_name(Name),
    random_text(Text).
random_fact(state, state(Spec, Name, Value)) :-
    random_name(Spec),
    random_name(Name),
    random_value(Value).
random_fact(group, device_group(Spec, Name, Terms)) :-
    random_name(Spec),
    random_name(Name),
    random_terms(3, Terms).
random_fact(outlet, outlet(Spec, Name, Alternatives)) :-
    random_name(Spec),
    random_name(Name),
    random_between(0, 4, Count),
    findall(A-P, ( between(1, Count, _), random_name(A), random_number(P) ), Alternatives).
random_fact(unit, unit(Name, Quantity, Factor, Symbol, Prefixable)) :-
    maplist(random_name, [Name, Quantity, Symbol]),
    random_number(N1),
    random_number(N2),
    random_name(Scale),
    random_name(Reference),
    one_of([N1, offset(N1, N2), times_pi(N1), level(Scale, Reference)], Factor),
    one_of([prefixable, plain], Prefixable).
random_fact(category, io_aspect(A/B/C, Kind, Doc)) :-
    maplist(random_name, [A, B, C, Q]),
    one_of([Q, quantity(Q)], Kind),
    random_text(Doc).
random_fact(event, event(device_connect(A, B, C))) :-
    maplist(random_name, [A, B, C]).
random_fact(usb, usb_identity(Name, V, P)) :-
    random_name(Name),
    random_between(0, 0xFFFF, V),
    random_between(0, 0xFFFF, P).

random_terms(Depth, Terms) :-
    random_between(0, 4, Count),
    findall(Term, ( between(1, Count, _), random_term(Depth, Term) ), Terms).

random_term(Depth, Term) :-
    random_name(Name),
    (   Depth > 0
    ->  one_of([leaf, branch, note], Kind)
    ;   one_of([leaf, note], Kind)
    ),
    random_term(Kind, Depth, Name, Term).

random_term(note, _, _, Term) :-
    random_note(Term).
random_term(leaf, _, Name, Term) :-
    random_value(Value),
    random_between(0, 3, Count),
    findall(Note, ( between(1, Count, _), random_note(Note) ), Notes),
    compound_name_arguments(Term, Name, [Value|Notes]).
random_term(branch, Depth, Name, Term) :-
    Depth1 is Depth - 1,
    random_terms(Depth1, Terms),
    (   maybe
    ->  random_name(Id),
        compound_name_arguments(Term, Name, [Id, Terms])
    ;   compound_name_arguments(Term, Name, [Terms])
    ).

random_note(Note) :-
    one_of([ accept, weight, registration_unit, code_interface, match_condition, state_adjust,
             state, data_interface ], Name),
    (   memberchk(Name, [accept, weight])
    ->  random_number(Value)
    ;   random_name(Value)
    ),
    compound_name_arguments(Note, Name, [Value]).

random_value(Value) :-
    one_of([scalar, list, quantity, quantities, range, text], Kind),
    random_value(Kind, Value).

random_value(scalar, Value) :-
    random_scalar(Value).
random_value(list, Values) :-
    random_between(0, 4, Count),
    findall(Value, ( between(1, Count, _), random_scalar(Value) ), Values).
random_value(quantity, Number*Unit) :-
    random_number(Number),
    random_name(Unit).
random_value(quantities, Numbers*Unit) :-
    random_between(0, 4, Count),
    findall(Number, ( between(1, Count, _), random_number(Number) ), Numbers),
    random_name(Unit).
random_value(range, Range) :-
    random_value(quantity, A),
    random_scalar(B),
    one_of([at_least(A), above(B), at_most(A), below(B), between(A, B), and(above(A), below(B))],
           Range).
random_value(text, Text) :-
    random_text(Text).

random_scalar(Value) :-
    one_of([name, number, true, false, any], Kind),
    (   Kind == name
    ->  random_name(Value)
    ;   Kind == number
    ->  random_number(Value)
    ;   Value = Kind
    ).

random_name(Name) :-
    (   maybe
    ->  one_of([ digital, 'Mini DIN', 'it''s', 'a\\b', '1/4 inch', é, 'Ω', +, -, '.', ',', '|', {},
                 ;, !, is, mod, dynamic, discontiguous, 'line\nbreak', 'ends in \\', =.., ->, :-, '[',
                 '[]', ' ', '', °, *, /, 'a*b', '%', '/*', '"', 'µm', 'true', 'null', 'A', '_', a1,
                 'a.b', '0', '1.5', '\u0001', '\t', '\r', '\u00a0', '\u2028', '\U0001F600',
                 accept, state, weight, \, ^, ?, @, #, &, 'é\u0301' ],
               Name)
    ;   random_text(Text),
        atom_string(Name, Text)
    ).

random_text(Text) :-
    random_between(0, 8, Length),
    length(Codes, Length),
    maplist(random_code, Codes),
    string_codes(Text, Codes).

random_code(Code) :-
    one_of([0'a, 0'Z, 0'0, 0'_, 0' , 0'", 0'\\, 0'\n, 0'\r, 0'\t, 0'', 0'`, 0'~, 0'%, 0'*, 0'/, 0'(,
            0'., 0'é, 0'Ω, 0'°, 0, 1, 0x7f, 0x85, 0x200B, 0x2028, 0xFEFF, 0xFFFF, 0x1F600,
            0x10FFFF], Code).

random_number(Number) :-
    one_of([small, rational, tiny, huge, immense, long], Kind),
    random_number(Kind, Number).

random_number(small, Number) :-
    random_between(-3, 100, Number).
random_number(rational, Number) :-
    random_rational(Number).
random_number(tiny, Number) :-
    random_rational(R),
    Number is R rdiv 10**300.
random_number(huge, Number) :-
    random_rational(R),
    Number is R * 10**320.
random_number(immense, Number) :-
    random_between(1, 9, Digit),
    Number is Digit * 10**4000 + 7.
random_number(long, Number) :-
    random_rational(R),
    Number is R + 1 rdiv 10**40.

:- end_tests(lossless).
