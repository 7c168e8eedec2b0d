% SPDX-License-Identifier: Apache-2.0
:- module(test_word_search, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/word_search').
:- use_module('../../../engine/prolog/vocabulary', [word/2]).

found(Words, Entries) :-
    layers(Layers),
    found_words(Layers, Words, Entries).

paths(Words, Paths) :-
    found(Words, Entries),
    findall(Path, member(entry(_, Path, _, _), Entries), Paths).

:- begin_tests(word_search).

test('without words everything is found', Missing == []) :-
    paths([], Paths0),
    sort(Paths0, Paths),
    layers(Layers),
    findall(Path,
            ( a_path(Layers, Path),
              \+ memberchk(Path, Paths)
            ),
            Missing).

a_path(Layers, Path) :- word(Layers, module(Name, _)), atom_string(Name, Path).
a_path(Layers, Path) :- word(Layers, category(Name, _, _)), atom_string(Name, Path).
a_path(Layers, Path) :- word(Layers, subcategory(C, S, _)), joined([C, S], Path).
a_path(Layers, Path) :- word(Layers, aspect(C, S, A, _, _)), joined([C, S, A], Path).
a_path(Layers, Path) :- word(Layers, value(C, S, A, V, _)), joined([C, S, A, V], Path).
a_path(Layers, Path) :- word(Layers, quantity(Name, _, _)), atom_string(Name, Path).
a_path(Layers, Path) :- word(Layers, unit(Name, _, _, _, _)), atom_string(Name, Path).
a_path(Layers, Path) :- word(Layers, prefix(Name, _, _)), atom_string(Name, Path).

joined(Names, Path) :-
    atomic_list_concat(Names, /, Atom),
    atom_string(Atom, Path).

%   first(Words, Entry): what comes first.

first(["sampling_rate"], entry(aspect, "task/function/sampling_rate", "quantity(frequency)",
                               "samples a second in each channel")).
first(["task/function/sampling_rate"], entry(aspect, "task/function/sampling_rate", _, _)).
first(["SAMPLING_RATE"], entry(aspect, "task/function/sampling_rate", _, _)).
first(["task"], entry(category, "task", "in task_element", _)).
first(["task_element"], entry(module, "task_element", _, _)).
first(["task/function"], entry(subcategory, "task/function", _, _)).
first(["analog_to_digital"], entry(value, "task/function/direction/analog_to_digital", _, _)).
first(["hertz"], entry(unit, "hertz", "frequency, symbol Hz, takes prefixes", "1 hertz = 1 hertz")).
first(["inch"], entry(unit, "inch", "length, symbol in", "1 inch = 0.0254 metre")).
first(["byte_per_second"], entry(unit, _, _, "1 byte_per_second = 8 bit_per_second")).
first(["kibi"], entry(prefix, "kibi", "symbol Ki, 2^10", "")).
first(["milli"], entry(prefix, "milli", "symbol m, 10^-3", "")).
first(["deca"], entry(prefix, "deca", "symbol da, 10^1", "")).
first(["frequency"], entry(quantity, "frequency", "base unit hertz", _)).
first(["degree_celsius"], entry(unit, "degree_celsius", _,
                                "x degree_celsius = 1 * x + 273.15 kelvin")).
first(["degree"], entry(unit, "degree", _, "1 degree = 1r180 * pi radian")).

test('an exact name or path comes first',
     [forall(first(Words, Expected)), true(Entry = Expected)]) :-
    found(Words, [Entry|_]).

test('a part of a name is enough', true(memberchk("task/function/sampling_rate", Paths))) :-
    paths(["ampling_ra"], Paths).

test('a part of the documentation is enough',
     true(memberchk("task/function/sampling_rate", Paths))) :-
    paths(["samples a second"], Paths).

test('capitals do not matter', Paths == Expected) :-
    paths(["SaMpLiNg"], Paths),
    paths(["sampling"], Expected),
    Expected \== [].

test('each of several words must be found', Wrong == []) :-
    found(["direction", "analog"], Entries),
    Entries \== [],
    findall(Path,
            ( member(entry(_, Path, _, Doc), Entries),
              member(Word, ["direction", "analog"]),
              string_lower(Path, LowerPath),
              string_lower(Doc, LowerDoc),
              \+ sub_string(LowerPath, _, _, _, Word),
              \+ sub_string(LowerDoc, _, _, _, Word)
            ),
            Wrong).

test('names come before documentation', Ranks == Sorted) :-
    found(["channel"], Entries),
    findall(Rank,
            ( member(entry(_, Path, _, _), Entries),
              (   sub_string(Path, _, _, _, "channel")
              ->  Rank = 1
              ;   Rank = 2
              )
            ),
            Ranks),
    msort(Ranks, Sorted),
    memberchk(2, Sorted).

test('where nothing is found the nearest name is', [forall(member(Word-Near, [
         "sampling_rat3"-sampling_rate, "hetrz"-hertz, "kilohurtz"-kilohertz])),
      Found == [Near]]) :-
    found([Word], Entries),
    findall(Name, ( member(entry(nearest, Path, "", ""), Entries), atom_string(Name, Path) ), Found).

test('a prefixed unit is known', true(Entries \== [])) :-
    found(["kilohertz"], Entries).

test('where nothing is near there is nothing', Entries == []) :-
    found(["qqqqqqqqqqqqqqqqqqqq"], Entries).

test('texts are texts', Wrong == []) :-
    found([], Entries),
    findall(Entry,
            ( member(Entry, Entries),
              Entry = entry(Kind, Path, Type, Doc),
              \+ ( atom(Kind), string(Path), string(Type), string(Doc) )
            ),
            Wrong).

test('words of a session are found in it', Type == "boolean") :-
    session_of("io_aspect(task/function/warmth, boolean, \"warm\").", Session),
    once(engine_api:api_taxonomy(Session, ["warmth"], [entry(aspect, _, Type, "warm")|_])).

:- end_tests(word_search).
