% SPDX-License-Identifier: Apache-2.0
:- module(test_reader, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/reader').
:- use_module('../../../engine/prolog/positions').

items(Text, Items) :-
    read_source(text(t, Text), _, Items).

terms(Text, Terms) :-
    items(Text, Items),
    findall(Term, member(clause(Term, _, _, _), Items), Terms).

%   term_of(+Text, -Term): Text is one clause.

term_of(Text, Term) :-
    items(Text, [clause(Term, _, _, _)]).

mistakes(Text, Mistakes) :-
    items(Text, Items),
    findall(Mistake, ( member(Item, Items), Item = mistake(_, _), Mistake = Item ), Mistakes).

%   with_file(+Codes, :Goal): Goal is called with the name of a file that
%   holds the bytes Codes.

:- meta_predicate with_file(+, 1).

with_file(Codes, Goal) :-
    setup_call_cleanup(
        tmp_file_stream(Path, Stream, [encoding(octet)]),
        ( format(Stream, '~s', [Codes]), close(Stream), call(Goal, Path) ),
        delete_file(Path)).

:- begin_tests(terms).

test('an empty text has no items',
     [forall(member(Text, ["", " \n", "% only a comment\n", "/* a\n b */"])), Items == []]) :-
    items(Text, Items).

test('terms come in the order of the file', Terms == [a, b(1), c-d]) :-
    terms("a. b(1).\n\nc - d.\n", Terms).

test('comments of both kinds are no terms', Terms == [a, b]) :-
    terms("% a comment.\na. /* another. */ b. % last.", Terms).

test('a text in double quotes is a string', Doc == "imic") :-
    term_of("device(imic2, \"imic\").", device(imic2, Doc)).

test('a variable has its name in the bindings', Names == ['Old', 'New']) :-
    items("state_adjust(d, a, s, apply, Old, New) :- New is Old + 1.", [clause(_, _, Bindings, _)]),
    findall(Name, member(Name=_, Bindings), Names).

test('a variable that stands once is named', Names == ['Nwe']) :-
    items("f(Old, New) :- g(Old, New, Nwe).", [clause(_, _, _, Singletons)]),
    findall(Name, member(Name=_, Singletons), Names).

test('a variable that is meant to stand once is not named', Singletons == []) :-
    items("f(_Old, _) :- true.", [clause(_, _, _, Singletons)]).

:- end_tests(terms).

:- begin_tests(nothing_is_run).

dangerous(":- initialization(throw(run)).").
dangerous(":- throw(run).").
dangerous("?- throw(run).").
dangerous(":- op(700, xfx, ===>).").
dangerous(":- set_prolog_flag(double_quotes, codes).").
dangerous(":- module(evil, []).").
dangerous(":- use_module(library(process)).").
dangerous(":- encoding(iso_latin_1).").
dangerous("term_expansion(a, b).").
dangerous("user:term_expansion(_, _) :- throw(run).").
dangerous("a --> b.").

test('a term of any form is only read', [forall(dangerous(Text)), Count == 2]) :-
    string_concat(Text, "\na(\"text\").", Whole),
    terms(Whole, Terms),
    length(Terms, Count),
    last(Terms, a("text")).

test('an operator that a file declares is none') :-
    mistakes(":- op(700, xfx, ===>).\na ===> b.", [_]).

test('quasi quotations, dicts and embedded goals are not run', [forall(member(Text, [
         "a({|string(X)||x|}).", "a(_{b: 1}.b).", "a(#(1)).", "a({b}).", "a(`x`)."]))]) :-
    % Whatever it reads as, reading it ends and does nothing.
    items(Text, Items),
    is_list(Items).

test('reading leaves the flags as they are', Before == After) :-
    flags(Before),
    items(":- set_prolog_flag(double_quotes, atom). a(\"x\").", _),
    flags(After).

flags(Flags) :-
    findall(Flag-Value, ( member(Flag, [double_quotes, rational_syntax, character_escapes]),
                          current_prolog_flag(Flag, Value) ), Flags).

:- end_tests(nothing_is_run).

:- begin_tests(numbers).

%   A decimal is exact wherever it stands.

exact("f(44.1).", f(441r10)).
exact("f(a, b, 0.5).", f(a, b, 1r2)).
exact("f([8, 11.025, 16]).", f([8, 11025r1000, 16])).
exact("f([8, 11.025, 16]*kilohertz).", f([8, 11025r1000, 16]*kilohertz)).
exact("f((44.1)).", f(441r10)).
exact("f(((44.1))).", f(441r10)).
exact("f((44.1)*kilohertz).", f(441r10*kilohertz)).
exact("f([(44.1)]).", f([441r10])).
exact("f({44.1}).", f({441r10})).
exact("f(g(h(-0.25))).", f(g(h(-1r4)))).
exact("f(- 0.25).", f(-(1r4))).
exact("f(1.0).", f(1)).
exact("f(0.1, 0.2).", f(1r10, 2r10)).
exact("f(x) :- g(X, 0.1), X > 2.5.", (f(x) :- g(_, 1r10), _ > 5r2)).
exact("f(\"é\", 0.5).", f("é", 1r2)).
exact("f(\"😀\", [0.5, 'é', 1.5]).", f("😀", [1r2, 'é', 3r2])).
exact("/* é */ f(0.1).", f(1r10)).
exact("a:0.5.", a:1r2).
exact("f(1.0e3).", f(1000)).
exact("f(0.12345678901234567890).", f(12345678901234567890r100000000000000000000)).

test('a decimal is exact wherever it stands',
     [forall(exact(Text, Expected)), true(Term = Expected)]) :-
    term_of(Text, Term).

test('no float is left in anything that is read', [forall(exact(Text, _))]) :-
    term_of(Text, Term),
    \+ ( sub_term(Part, Term), float(Part) ).

sub_term(Term, Term).
sub_term(Part, Term) :-
    nonvar(Term),
    compound(Term),
    arg(_, Term, Argument),
    sub_term(Part, Argument).

test('whole numbers and fractions are as they are written', Terms == [48000, 0x77d, 1r3, -5]) :-
    term_of("f(48000, 0x77d, 1r3, -5).", Term),
    Term =.. [_|Terms].

test('a decimal of many digits is each of its digits') :-
    for_random(200, 51, many_digits).

many_digits :-
    random_between(1, 30, Places),
    random_between(1, 20, WholePlaces),
    digits(WholePlaces, Whole),
    digits(Places, Fraction),
    atomic_list_concat(['f(', 1, Whole, '.', Fraction, ').'], Atom),
    atom_string(Atom, Text),
    term_of(Text, f(Number)),
    atomic_list_concat([1, Whole, Fraction], All),
    atom_number(All, Digits),
    Number =:= Digits rdiv 10**Places.

digits(Count, Digits) :-
    length(List, Count),
    maplist(random_between(0, 9), List),
    atomic_list_concat(List, Digits).

:- end_tests(numbers).

:- begin_tests(mistakes).

%   broken(Text, Good): a text with one mistake, and the terms that are good.

broken("a. b(. c.", [a, c]).
broken("a. b c. d.", [a, d]).
broken("a.\nb(c d).\ne.\n", [a, e]).
broken("a. b(c, ]). d.", [a, d]).
broken("a. b :- . d.", [a, d]).
broken("a. b(1", [a]).
broken("a. b", [a]).
broken("a. \"text", [a]).
broken("a. 'text", [a]).
broken("a. /* comment", [a]).
broken("a. b(\"\\y\"). c.", [a, c]).

test('a mistake is reported once, and what comes after it is read',
     [forall(broken(Text, Good)), Count-Terms == 1-Good]) :-
    terms(Text, Terms),
    mistakes(Text, Mistakes),
    length(Mistakes, Count).

test('every mistake of a text is reported', Count == 3) :-
    mistakes("a(. b. c(d e). f. g(]). h.", Mistakes),
    length(Mistakes, Count).

test('a mistake is placed where it is', [forall(broken(Text, _))]) :-
    mistakes(Text, [mistake(Offset, syntax(_))]),
    integer(Offset),
    string_length(Text, Length),
    Offset >= 2,
    Offset =< Length.

test('reading any text ends, with items only') :-
    for_random(300, 53, any_text).

any_text :-
    random_between(0, 40, Length),
    length(Codes, Length),
    maplist(any_code, Codes),
    string_codes(Text, Codes),
    items(Text, Items),
    forall(member(Item, Items),
           (   Item = clause(_, _, _, _)
           ;   Item = mistake(_, _)
           )).

any_code(Code) :-
    one_of([0'a, 0'B, 0'_, 0'., 0'., 0',, 0'(, 0'), 0'[, 0'], 0'{, 0'}, 0'|, 0'", 0'', 0'`, 0'\\, 0'0,
            0'1, 0'e, 0'r, 0':, 0'-, 0'*, 0'/, 0'%, 0' , 0'\n, 0'é, 0x1F600], Code).

test('a lone word in a description is refused, not an accident of the engine') :-
    fresh_session(Session),
    load_text(Session, "device(d, \"d\").\nword.", Diagnostics),
    is_list(Diagnostics).

test('a lone word before any spec is an error with its place', true(memberchk(2-1, Places))) :-
    fresh_session(Session),
    load_text(Session, "% nothing yet\nword.\ndevice(d, \"d\").", Diagnostics),
    findall(Line-Column, member(diagnostic(error, _, Line, Column, _, _), Diagnostics), Places).

:- end_tests(mistakes).

:- begin_tests(places).

%   place(Text, Offset, Line, Column)

place("abc", 0, 1, 1).
place("abc", 2, 1, 3).
place("abc\ndef", 3, 1, 4).
place("abc\ndef", 4, 2, 1).
place("abc\ndef", 6, 2, 3).
place("\n\n\nx", 3, 4, 1).
place("é😀x", 2, 1, 3).
place("a\r\nb", 3, 2, 1).
place("a\tb", 2, 1, 3).
place("", 0, 1, 1).

test('a line and a column count from 1, in characters',
     [forall(place(Text, Offset, Line, Column)), L-C == Line-Column]) :-
    line_and_column(Text, Offset, L, C).

test('a line and a column lead back to the offset') :-
    for_random(200, 57, leads_back).

leads_back :-
    random_between(0, 30, Length),
    length(Codes, Length),
    maplist(one_of([0'a, 0'\n, 0'é]), Codes),
    string_codes(Text, Codes),
    random_between(0, Length, Offset),
    line_and_column(Text, Offset, Line, Column),
    split_string(Text, "\n", "", Lines),
    Before is Line - 1,
    length(Firsts, Before),
    append(Firsts, _, Lines),
    foldl(longer, Firsts, 0, Start),
    Offset =:= Start + Column - 1.

longer(Line, Start0, Start) :-
    string_length(Line, Length),
    Start is Start0 + Length + 1.

%   part(Text, Path, Written): the part of a clause that a path leads to.

part("f(a, b(c, d)).", [2, 1], "c").
part("f(a, b(c, d)).", [2], "b(c, d)").
part("f([x, y, zed]).", [1, 3], "zed").
part("f(48*kilohertz).", [1, 2], "kilohertz").
part("f((a, b)).", [1, 2], "b").
part("f([1, 2.50]*hertz).", [1, 1, 2], "2.50").
part("f({a}).", [1, 1], "a").
part("h :- b, c.", [2, 1], "b").
part("f(\"é\", x).", [2], "x").

test('a part of a term is where its path leads',
     [forall(part(Text, Path, Written)), Found == Written]) :-
    items(Text, [clause(_, Position, _, _)]),
    once(path_position(Position, Path, Part)),
    offset(Part, Offset),
    string_length(Written, Length),
    sub_string(Text, Offset, Length, _, Found).

%   An operator term begins with its first argument.

offset(term_position(From, _, _, _, _), From) :- !.
offset(Position, Offset) :-
    position_offset(Position, Offset).

test('a path that leads nowhere stays at the nearest part', Offset == 2) :-
    items("f(a).", [clause(_, Position, _, _)]),
    once(path_position(Position, [1, 7, 7], Part)),
    position_offset(Part, Offset).

test('a mistake in a value has the line and column of what is wrong in it', Place == 3-21) :-
    fresh_session(Session),
    load_text(Session, "% é\ndevice(d, \"é\").\nstate(d, rate, [48]*nothing).", Diagnostics),
    memberchk(diagnostic(error, _, Line, Column, _, _), Diagnostics),
    Place = Line-Column.

:- end_tests(places).

:- begin_tests(files).

test('a file is read as UTF-8', Name == 'é') :-
    with_file([0'f, 0'(, 0'', 0xC3, 0xA9, 0'', 0'), 0'., 0'\n], read_f(Name)).

read_f(Name, Path) :-
    read_source(file(Path), _, [clause(f(Name), _, _, _)]).

test('a byte order mark is no part of the text', Text-Name == "f(a)."-a) :-
    with_file([0xEF, 0xBB, 0xBF, 0'f, 0'(, 0'a, 0'), 0'.], read_text(Text, Name)).

read_text(Text, Name, Path) :-
    read_source(file(Path), Text, [clause(f(Name), _, _, _)]).

test('the last line needs no line break', Name == a) :-
    with_file(`f(a).`, read_f(Name)).

test('lines may end in carriage return and line feed', Name == a) :-
    with_file([0'f, 0'(, 0'\r, 0'\n, 0'a, 0'), 0'., 0'\r, 0'\n], read_f(Name)).

test('a file that is not there is one mistake',
     Items == [mistake(none, unreadable_file(missing))]) :-
    repository_file('no/such/file.pl', Path),
    read_source(file(Path), _, Items).

test('a folder is one mistake', true(Items = [mistake(none, unreadable_file(_))])) :-
    repository_file('taxonomy', Path),
    read_source(file(Path), _, Items).

test('what cannot be read makes the load fail with the name of the file', Sources == [Path]) :-
    repository_file('no/such/file.pl', Path),
    fresh_session(Session),
    once(engine_api:api_load(Session, [file(Path, description)], Diagnostics)),
    findall(Source, member(diagnostic(error, Source, _, _, _, _), Diagnostics), Sources).

:- end_tests(files).
