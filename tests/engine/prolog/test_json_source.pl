% SPDX-License-Identifier: Apache-2.0
:- module(test_json_source, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).
:- use_module(loading).
:- use_module('../../../engine/prolog/engine_api').
:- use_module('../../../engine/prolog/conversion').
:- use_module('../../../engine/prolog/reader', [read_source/3]).

%   found(+Lines, -Found): what a load of a JSON document with a fact a line reports, as
%   Line:Column:Path:Sentence. The document begins in the line before.

found(Lines, Found) :-
    atomic_list_concat(Lines, ',\n', Facts),
    format(string(Text), '{"ddb": 1, "facts": [~n~w~n]}', [Facts]),
    reported(Text, Found).

reported(Text, Found) :-
    with_session(Session, api_load(Session, [json(test, Text, description)], Diagnostics)),
    findall(Line:Column:Path:Sentence,
            member(diagnostic(_, test, Line, Column, Path, Sentence), Diagnostics),
            Found).

:- begin_tests(mistakes_of_form).

%   mistake(Fact, At, Path, Sentence): At is what stands at the place.

mistake("{\"type\": \"device\", \"spec\": \"a\"}", "{\"type\": \"devi", 'a/device',
        "the key \"title\" is missing: {\"type\": ..., \"spec\": ..., \"title\": ...}").
mistake("{\"type\": \"device\", \"spec\": \"a\", \"titel\": \"t\", \"title\": \"t\"}", "\"titel\": \"t\", ", 'a/device',
        "unknown key \"titel\"; did you mean \"title\"?").
mistake("{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\", \"weight\": 3}", "\"weight\": 3}", 'a/device',
        "unknown key \"weight\"; the keys here: type, spec, title").
mistake("{\"spec\": \"a\"}", "{\"spec\": \"a\"}", '', "the key \"type\" is missing").
mistake("{\"type\": \"devise\", \"spec\": \"a\"}", "\"devise\", \"spe", 'a/devise',
        "there is no fact of type \"devise\"; did you mean \"device\"?").
mistake("[]", "[]", '', "expected an object, a fact, found an array").
mistake("{\"type\": \"device\", \"spec\": 7, \"title\": \"t\"}", "7, \"title\": \"t", device,
        "expected a name, in double quotes, found a number").
mistake("{\"type\": \"device\", \"spec\": \"a\", \"title\": null}", "null}", 'a/device',
        "expected a text in double quotes, found null").
mistake("{\"type\": \"usb_identity\", \"spec\": \"a\", \"vendor\": 1917, \"product\": \"07af\"}", "1917, \"product",
        'a/usb_identity',
        "expected four hexadecimal digits in double quotes, such as \"077d\", found a number").
mistake("{\"type\": \"usb_identity\", \"spec\": \"a\", \"vendor\": \"77d\", \"product\": \"07af\"}", "\"77d\", \"produc",
        'a/usb_identity',
        "expected four hexadecimal digits in double quotes, such as \"077d\", found a string").
mistake("{\"type\": \"code_interface\", \"spec\": \"a\", \"interface\": \"i\", \"operations\": [\"b\", true]}",
        "true]}", 'a/code_interface', "expected a name, in double quotes, found true").
mistake("{\"type\": \"outlet\", \"spec\": \"a\", \"outlet\": \"o\", \"alternatives\": [{\"alternative\": \"b\"}]}",
        "{\"alternative", 'a/outlet', "the key \"priority\" is missing: {\"alternative\": ..., \"priority\": ...}").
mistake("{\"type\": \"unit\", \"name\": \"u\", \"quantity\": \"q\", \"factor\": {\"factr\": 1}, \"symbol\": \"u\", \"prefixable\": true}",
        "{\"factr\": 1}, ", unit,
        "expected a number, {\"factor\": ..., \"offset\": ...}, {\"times_pi\": ...} or {\"level\": ..., \"reference\": ...}, found an object with other keys").
mistake("{\"type\": \"state\", \"spec\": \"a\", \"state\": \"s\", \"value\": {\"between\": [1]}}", "[1]}}", 'a/state',
        "expected an array of two, found an array").
mistake("{\"type\": \"state\", \"spec\": \"a\", \"state\": \"s\", \"value\": {\"unit\": \"hertz\"}}", "{\"unit\": \"hert", 'a/state',
        "the key \"value\" is missing").
mistake("{\"type\": \"state\", \"spec\": \"a\", \"state\": \"s\", \"value\": {\"value\": {\"numerator\": 1, \"denominator\": 0}, \"unit\": \"u\"}}",
        "0}, \"unit\": \"u", 'a/state', "expected a whole number above 0, found a number").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"general\"}]}", "{\"name\": \"gen",
        'a/device_group', "the key \"terms\" is missing: {\"name\": ..., \"terms\": ...}").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"terms\": []}]}", "{\"terms\": []}",
        'a/device_group', "the key \"name\" is missing: {\"name\": ..., \"terms\": ...}").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"b\", \"code_interface\": \"i\", \"terms\": []}]}",
        "\"code_interfac", 'a/device_group', "unknown key \"code_interface\"; did you mean \"code_interfaces\"?").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"b\", \"code_interfaces\": \"i\", \"terms\": []}]}",
        "\"i\", \"terms\": ", 'a/device_group', "expected an array, found a string").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"b\", \"value\": 1, \"weight\": 2, \"terms\": \"c\"}]}",
        "\"c\"}]}", 'a/device_group', "expected an array, found a string").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"b\", \"value\": 1, \"states\": 3}]}",
        "3}]}", 'a/device_group', "expected an array, found a number").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"annotation\": \"stat\", \"value\": \"s\"}]}",
        "\"stat\", \"value", 'a/device_group', "there is no annotation \"stat\"; did you mean \"state\"?").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"annotation\": \"weight\", \"value\": \"s\"}]}",
        "\"s\"}]}", 'a/device_group', "expected a number, found a string").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"b\", \"value\": 1, \"terms\": [{\"name\": \"c\", \"value\": 1}]}]}",
        "{\"type\"", 'a/device_group',
        "a \"device_group\" is not made of such parts: below a leaf stand annotations only, in a list of values no quantities").
mistake("{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"[|]\", \"id\": \"b\", \"terms\": []}]}",
        "{\"type\"", 'a/device_group',
        "a \"device_group\" is not made of such parts: below a leaf stand annotations only, in a list of values no quantities").
mistake("{\"type\": \"helper\", \"clause\": \"f(X :- g(X).\"}", ".\"}", helper,
        "syntax error: the term ends here, and a bracket or parenthesis before it is not closed").
mistake("{\"type\": \"helper\", \"clause\": \"f(1). f(2).\"}", "\"f(1). f(2).\"}", helper,
        "expected one clause, from its first letter to its full stop").
mistake("{\"type\": \"helper\", \"clause\": \"f(1). % one\"}", "\"f(1). % one\"}", helper,
        "expected one clause, from its first letter to its full stop").
mistake("{\"type\": \"helper\", \"clause\": \"\"}", "\"\"}", helper,
        "expected one clause, from its first letter to its full stop").
mistake("{\"type\": \"helper\", \"clause\": \"device(a, \\\"t\\\").\"}", "\"device(a, \\\"t", helper,
        "this clause is of type \"device\": {\"type\": ..., \"spec\": ..., \"title\": ...}").
mistake("{\"type\": \"match_condition\", \"clause\": \"f(a).\"}", "\"f(a).\"}", match_condition,
        "this clause is of type \"helper\"").
mistake("{\"type\": \"comment\"}", "{\"type\": \"comm", comment, "the key \"text\" is missing: {\"type\": ..., \"text\": ...}").
mistake("{\"type\": \"comment\", \"text\": \"a\", \"beside\": true}", "\"a\", \"beside\":", comment,
        "a comment with \"beside\" stands beside the fact before it, and there is none").
mistake("{\"type\": \"comment\", \"text\": \"a\\rb\"}", "\"a\\rb\"}", comment,
        "the lines of a comment end in line feeds: it has no carriage return or NUL").

test('a fact of a wrong form says where and what',
     [forall(mistake(Fact, At, Path, Sentence)), Found == [Path:Sentence]]) :-
    found([Fact], Located),
    findall(Path0:Sentence0, member(2:_:Path0:Sentence0, Located), Found),
    Located = [_:Column:_:_],
    Before is Column - 1,
    sub_string(Fact, Before, _, _, At),
    !.

test('all of them are found at once, in order', Columns == Expected) :-
    findall(Fact, ( mistake(Fact, _, _, _), \+ sub_string(Fact, _, _, _, "beside") ), Facts),
    found(Facts, Found),
    findall(Line, member(Line:_:_:_, Found), Columns),
    length(Facts, Count),
    Last is Count + 1,
    findall(Line, between(2, Last, Line), Expected).

test('convert says the same', Diagnostics == Loaded) :-
    findall(Fact, mistake(Fact, _, _, _), Facts),
    atomic_list_concat(Facts, ',\n', Inside),
    format(string(Text), '{"ddb": 1, "facts": [~n~w~n]}', [Inside]),
    converted(json(test, Text), prolog, refused(Diagnostics)),
    with_session(Session, api_load(Session, [json(test, Text, description)], Loaded)).

%   document(Text, Line, Column, Sentence)

document("", 1, 1, "this is no JSON: expected a value: an object, an array, a string, a number, true, false or null").
document("[]", 1, 1, "expected an object {\"ddb\": 1, \"facts\": [...]}").
document("{\"facts\": []}", 1, 1, "the key \"ddb\" is missing: {\"ddb\": ..., \"facts\": ...}").
document("{\"ddb\": 1}", 1, 1, "the key \"facts\" is missing: {\"ddb\": ..., \"facts\": ...}").
document("{\"ddb\": 2, \"facts\": []}", 1, 9, "this is a later form of description than is known here: \"ddb\" is 1").
document("{\"ddb\": 1,\n \"facts\": {}}", 2, 11, "expected an array of facts, found an object with other keys").
document("{\"ddb\": 1, \"fakts\": [], \"facts\": []}", 1, 12, "unknown key \"fakts\"; did you mean \"facts\"?").
document("{\"ddb\": 1,\n\"facts\": [}", 2, 11, "this is no JSON: expected a value: an object, an array, a string, a number, true, false or null").

test('a document of a wrong form says so',
     [forall(document(Text, Line, Column, Sentence)), Found == [Line:Column:'':Sentence]]) :-
    reported(Text, Found).

:- end_tests(mistakes_of_form).

:- begin_tests(checks).

%   Whatever is wrong with what a fact says is told at its place in the JSON text.

test('an unknown unit', Found == [3:77:'a/s':"unknown unit `kilohetz`; did you mean `kilohertz`?"]) :-
    found([ "{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\"}",
            "{\"type\": \"state\", \"spec\": \"a\", \"state\": \"s\", \"value\": {\"value\": 48, \"unit\": \"kilohetz\"}}" ],
          Found).

test('an annotation that refers to nothing', Paths == [3:176:Path]) :-
    Path = 'a/g/te/task/function/data_channels',
    found([ "{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\"}",
            "{\"type\": \"device_group\", \"spec\": \"a\", \"group\": \"g\", \"terms\": [{\"name\": \"task_element\", \"id\": \"te\", \"terms\": [{\"name\": \"task\", \"terms\": [{\"name\": \"function\", \"terms\": [{\"name\": \"data_channels\", \"value\": 2, \"states\": [\"none\"]}]}]}]}]}" ],
          Found),
    findall(Line:176:P, ( member(Line:Column:P:_, Found), Column > 176 ), Paths).

test('a body that may not do what it does',
     Found == [3:Column:'a/c':"a body may not call `halt/0`: it may call pure built-ins, helpers of its own spec, submatch_value/3, current_state/2 and in_unit/3"]) :-
    Fact = "{\"type\": \"match_condition\", \"clause\": \"match_condition(a, c, \\u005fSubMatch) :-\\n    X = \\\"\\\\u00e9\\\", X == X, halt.\"}",
    found([ "{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\"}", Fact ], Found0),
    %   The escapes before it do not lead astray.
    once(sub_string(Fact, Before, _, _, "halt.")),
    Column is Before + 1,
    exclude(unused, Found0, Found).

unused(_:_:_:Sentence) :-
    sub_string(Sentence, _, _, _, "never used").

test('an event that cannot happen', Columns == [2:51]) :-
    found([ "{\"type\": \"device_connect\", \"system\": \"red\", \"device\": \"a_1\", \"spec\": \"a\"}" ], Found),
    findall(2:51, member(2:_:'event/device_connect':_, Found), Columns).

:- end_tests(checks).

:- begin_tests(loading).

%   The place of a mistake behind more than a thousand characters with escapes.

test(a_long_clause, Column == Expected) :-
    findall(true, between(1, 600, _), Goals),
    atomic_list_concat(Goals, ',\\n', Body),
    format(string(Before), '{"ddb": 1, "facts": [{"type": "device", "spec": "d", "title": "t"}, \c
                            {"type": "match_condition", "clause": "match_condition(d, c, _) :- ~w, ', [Body]),
    string_concat(Before, "nothing(1).\"}]}", Text),
    string_length(Before, Length),
    Expected is Length + 1,
    with_session(Session, api_load(Session, [json(a, Text, description)], Diagnostics)),
    Diagnostics = [diagnostic(error, a, 1, Column, _, _)].

%   The worked example from JSON is what it is from terms.

example(Files) :-
    repository_files('examples/worked_example/*.pl', Files).

json_text_of(File, Text) :-
    read_source(file(File), Text0, _),
    converted(text(File, Text0), json, converted(Text)).

events_of(Sources, Transcripts) :-
    fresh_session(Session),
    once(api_load(Session, Sources, Diagnostics)),
    \+ member(diagnostic(error, _, _, _, _, _), Diagnostics),
    api_scenario(Session, Events),
    findall(Event-Lines-Transactions,
            ( member(Event, Events),
              transcript(Session, Event, Lines),
              transactions(Session, Transactions)
            ),
            Transcripts).

test('the worked example from JSON runs as from terms', FromJson == FromTerms) :-
    example(Files),
    findall(file(File, description), member(File, Files), Sources1),
    findall(json(File, Text, description),
            ( member(File, Files), json_text_of(File, Text) ),
            Sources2),
    events_of(Sources1, FromTerms),
    events_of(Sources2, FromJson),
    length(FromTerms, 5).

test('the taxonomy and the units from JSON are the built-in ones', Taxonomy == BuiltIn) :-
    findall(text(File, Text, Role),
            ( repository_files('taxonomy/*.pl', Files),
              member(File, Files),
              json_text_of(File, Text),
              (   sub_atom(File, _, _, 0, 'units.pl')
              ->  Role = units
              ;   Role = taxonomy
              )
            ),
            Sources),
    with_session(Session,
                 ( api_load(Session, Sources, Diagnostics),
                   Diagnostics == [],
                   api_taxonomy(Session, [], Taxonomy) )),
    with_session(Session2, api_taxonomy(Session2, [], BuiltIn)).

%   kind(Source): each is JSON, and is read as such.

kind(text('x.json', "{\"ddb\": 1, \"facts\": [{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\"}]}", description)).
kind(text('x.pl', " \r\n\t{\"ddb\": 1, \"facts\": [{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\"}]}", description)).
kind(text('x.pl', "\uFEFF{\"ddb\": 1, \"facts\": [{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\"}]}", description)).
kind(json(x, "{\"ddb\": 1, \"facts\": [{\"type\": \"device\", \"spec\": \"a\", \"title\": \"t\"}]}", description)).

test('JSON is known by its name, its first character, or from who gives it',
     [forall(kind(Source)), Equal == equivalent]) :-
    with_session(Session,
                 ( api_load(Session, [Source], []),
                   api_equal(Session, a, a, Equal) )).

test('an empty file of terms is no JSON', Diagnostics == []) :-
    with_session(Session, api_load(Session, [text('x.pl', "", description)], Diagnostics)).

:- end_tests(loading).
