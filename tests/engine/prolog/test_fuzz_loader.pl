% SPDX-License-Identifier: Apache-2.0
:- module(test_fuzz_loader, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(random)).
:- use_module(library(readutil)).
:- use_module(engine_under_test, []).
:- use_module(loading).
:- use_module('../../../engine/prolog/engine_api').

/** <module> The loader on files that went wrong in every way

Files of the repository are changed at random, in characters or in words, and
loaded. Whatever comes out, nothing is thrown, every place that is reported is
in the file, and a load that fails leaves the session as it was.

    DDB_FUZZ_SEED=42 DDB_FUZZ_COUNT=10000 swipl -g run_tests -t halt test_fuzz_loader.pl
*/

:- set_prolog_flag(double_quotes, string).

wanted(Variable, Default, Number) :-
    (   getenv(Variable, Atom),
        atom_number(Atom, Number)
    ->  true
    ;   Number = Default
    ).

original(Text) :-
    findall(Path,
            ( member(Pattern, ['descriptions/*/*.pl', 'examples/*/*.pl', 'taxonomy/*.pl']),
              repository_files(Pattern, Paths),
              member(Path, Paths)
            ),
            All),
    random_member(Path, All),
    read_file_to_string(Path, Whole, [encoding(utf8)]),
    part(Whole, Text).

%   Some thousand characters of the file, from the begin of a line on: what is
%   checked is small enough to see many of them.

part(Whole, Part) :-
    split_string(Whole, "\n", "", Lines),
    length(Lines, Count),
    (   Count =< 120
    ->  Part = Whole
    ;   Last is Count - 100,
        random_between(0, Last, Skip),
        length(Before, Skip),
        append(Before, Rest, Lines),
        length(Chosen, 100),
        append(Chosen, _, Rest),
        atomics_to_string(Chosen, Part)
    ).

atomics_to_string(Lines, Text) :-
    atomic_list_concat(Lines, '\n', Atom),
    atom_string(Atom, Text).

%   mutated(+Text0, -Text): one to five changes.

mutated(Text0, Text) :-
    random_between(1, 5, Changes),
    mutated(Changes, Text0, Text).

mutated(0, Text, Text) :- !.
mutated(N, Text0, Text) :-
    random_member(Kind, [remove, insert, replace, double, swap, cut, word, word, word, line, join]),
    (   change(Kind, Text0, Text1)
    ->  true
    ;   Text1 = Text0
    ),
    N1 is N - 1,
    mutated(N1, Text1, Text).

change(remove, Text0, Text) :-
    pieces(Text0, Before, _, After),
    string_concat(Before, After, Text).
change(insert, Text0, Text) :-
    pieces(Text0, Before, Piece, After),
    odd(Odd),
    atomics_to_text([Before, Odd, Piece, After], Text).
change(replace, Text0, Text) :-
    pieces(Text0, Before, _, After),
    odd(Odd),
    atomics_to_text([Before, Odd, After], Text).
change(double, Text0, Text) :-
    pieces(Text0, Before, Piece, After),
    atomics_to_text([Before, Piece, Piece, After], Text).
change(swap, Text0, Text) :-
    pieces(Text0, Before, Piece, After),
    sub_string(After, 0, 1, _, Next),
    sub_string(After, 1, _, 0, Rest),
    atomics_to_text([Before, Next, Piece, Rest], Text).
change(cut, Text0, Text) :-
    string_length(Text0, Length),
    random_between(0, Length, Keep),
    sub_string(Text0, 0, Keep, _, Text).
change(word, Text0, Text) :-
    split_string(Text0, " ", "", Words),
    length(Words, Count),
    random_between(1, Count, I),
    random_between(1, Count, J),
    nth1(I, Words, Word, Others),
    nth1(J, Moved, Word, Others),
    atomic_list_concat(Moved, ' ', Atom),
    atom_string(Atom, Text).
change(line, Text0, Text) :-
    split_string(Text0, "\n", "", Lines),
    length(Lines, Count),
    random_between(1, Count, I),
    nth1(I, Lines, Line, Others),
    random_between(1, Count, J),
    nth1(J, Moved, Line, Others),
    atomics_to_string(Moved, Text).
change(join, Text0, Text) :-
    pieces(Text0, Before, _, _),
    original(Other),
    string_concat(Before, Other, Text).

pieces(Text, Before, Piece, After) :-
    string_length(Text, Length),
    Length > 1,
    Last is Length - 1,
    random_between(0, Last, At),
    random_between(1, 6, Wanted),
    Size is min(Wanted, Length - At),
    sub_string(Text, 0, At, _, Before),
    sub_string(Text, At, Size, Left, Piece),
    sub_string(Text, _, Left, 0, After).

odd(Odd) :-
    random_member(Odd, [ ".", ",", "(", ")", "[", "]", "{", "}", "|", "\"", "'", "`", "\\", "%", "/*",
                         "*/", ":-", "-->", "()", "[]", "_", "X", "0'", "0x", "1.0e999", "-1",
                         "1r0", "1r3", "9999999999999999999999", "any", "*", " * hertz", "kilo",
                         "=..", ":", ";", "->", "!", "\u0000", "\uFEFF", "\u00E9", "\u97F3",
                         "\U0001D11E", "\r", "\t", "\n", ". ", ".\n", "halt", ":- halt.\n",
                         "event(device_connect(s, d, imic2)).\n", "p{a:1}", "{|x||y|}", "@", "\\+ "
                       ]).

atomics_to_text(Parts, Text) :-
    atomic_list_concat(Parts, Atom),
    atom_string(Atom, Text).

%   checked(+Text, -Fault): Fault is `none`, or what is wrong with the load.

checked(Text, Fault) :-
    with_session(Session,
                 ( session_dump(Session, Before),
                   catch(timed(text_diagnostics(Session, Text, Diagnostics), Seconds), Error, true),
                   (   nonvar(Error)
                   ->  Fault = threw(Error)
                   ;   Seconds > 5
                   ->  Fault = slow(Seconds)
                   ;   lines_of(Text, Lines),
                       member(diagnostic(_, _, Line, Column, _, _), Diagnostics),
                       \+ in_text(Line, Column, Lines)
                   ->  Fault = place(Line, Column)
                   ;   \+ sorted(Diagnostics)
                   ->  Fault = unsorted(Diagnostics)
                   ;   memberchk(diagnostic(error, _, _, _, _, _), Diagnostics),
                       session_dump(Session, After),
                       After \== Before
                   ->  Fault = changed
                   ;   catch(after_load(Session), AfterError, true),
                       nonvar(AfterError)
                   ->  Fault = threw(AfterError)
                   ;   Fault = none
                   )
                 )).

after_load(Session) :-
    api_check(Session, _),
    replay(Session, _).

lines_of(Text0, Lines) :-
    (   sub_string(Text0, 0, 1, _, "\uFEFF")
    ->  sub_string(Text0, 1, _, 0, Text)
    ;   Text = Text0
    ),
    split_string(Text, "\n", "", Lines).

in_text(Line, Column, Lines) :-
    nth1(Line, Lines, Content),
    string_length(Content, Length),
    Column >= 1,
    Column =< Length + 1.

sorted(Diagnostics) :-
    findall(Line-Column, member(diagnostic(_, _, Line, Column, _, _), Diagnostics), Places),
    msort(Places, Places).

:- begin_tests(fuzz_loader).

test(a_file_with_random_mistakes_loads_or_says_why, Faults == []) :-
    wanted('DDB_FUZZ_COUNT', 300, Count),
    wanted('DDB_FUZZ_SEED', 20261122, Seed),
    format(user_error, 'seed ~w, ~w mutations~n', [Seed, Count]),
    set_random(seed(Seed)),
    findall(Fault-Text,
            ( between(1, Count, _),
              original(Original),
              mutated(Original, Text),
              (   checked(Text, Fault)
              ->  true
              ;   Fault = failed
              ),
              Fault \== none
            ),
            Faults).

:- end_tests(fuzz_loader).
