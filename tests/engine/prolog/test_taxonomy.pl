% SPDX-License-Identifier: Apache-2.0
:- module(test_taxonomy, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/vocabulary').

:- dynamic
    required_modules/1,
    required_category/3.

:- repository_file('tests/taxonomy/required_terms.pl', File),
   load_files(File, []).

term(Word) :-
    layers(Layers),
    word(Layers, Word).

%   required_aspect(-Category, -Subcategory, -Aspect, -Kind, -Values)

required_aspect(Category, Subcategory, Aspect, Kind, Values) :-
    required_category(Category, _, Subcategories),
    member(Subcategory-Aspects, Subcategories),
    member(Kind0-Names, Aspects),
    member(Aspect, Names),
    (   Kind0 = enumeration(Values)
    ->  Kind = enumeration
    ;   Kind = Kind0,
        Values = []
    ).

:- begin_tests(required_terms).

test('there are the five modules and no others', Modules == Expected) :-
    findall(Module, term(module(Module, _)), Modules0),
    msort(Modules0, Modules),
    required_modules(Expected0),
    msort(Expected0, Expected).

test('there are seventeen categories, the required ones', Categories == Expected) :-
    findall(Category, term(category(Category, _, _)), Categories0),
    msort(Categories0, Categories),
    findall(Category, required_category(Category, _, _), Expected0),
    msort(Expected0, Expected),
    length(Expected, 17).

test('a category stands in its modules and no others',
     [forall(required_category(Category, Expected0, _)), Modules == Expected]) :-
    layers(Layers),
    findall(Module, category_in(Layers, Category, Module), Modules0),
    sort(Modules0, Modules),
    sort(Expected0, Expected).

category_in(Layers, Category, Module) :-
    required_modules(Known),
    member(Module, Known),
    category_of(Layers, Module, Category).

test('a category has its subcategories',
     [forall(required_category(Category, _, Subcategories)), Missing == []]) :-
    findall(Subcategory,
            ( member(Subcategory-_, Subcategories),
              \+ term(subcategory(Category, Subcategory, _))
            ),
            Missing).

test('an aspect is there, once, and of its kind',
     [forall(required_aspect(Category, Subcategory, Aspect, Expected, _)), Kinds == [Expected]]) :-
    findall(Kind, term(aspect(Category, Subcategory, Aspect, Kind, _)), Kinds).

test('an enumeration has the values that must be there',
     [forall(( required_aspect(Category, Subcategory, Aspect, enumeration, Values),
               Values \== [] )),
      Missing == []]) :-
    layers(Layers),
    findall(Value,
            ( member(Value, Values),
              \+ value_of_aspect(Layers, Category/Subcategory/Aspect, Value)
            ),
            Missing).

:- end_tests(required_terms).

:- begin_tests(whole).

test('the taxonomy has a name and a version', Names == [io]) :-
    findall(Name, ( term(taxonomy(Name, Version)), atomic_list_concat([_, _, _], '.', Version) ),
            Names).

test('every enumeration has values', Empty == []) :-
    layers(Layers),
    findall(Category/Subcategory/Aspect,
            ( term(aspect(Category, Subcategory, Aspect, enumeration, _)),
              \+ value_of_aspect(Layers, Category/Subcategory/Aspect, _)
            ),
            Empty).

test('only an enumeration has values', Wrong == []) :-
    findall(Category/Subcategory/Aspect/Value,
            ( term(value(Category, Subcategory, Aspect, Value, _)),
              \+ term(aspect(Category, Subcategory, Aspect, enumeration, _))
            ),
            Wrong).

test('every term stands below one that is there', Wrong == []) :-
    findall(Path, orphan(Path), Wrong).

orphan(Category/Subcategory) :-
    term(subcategory(Category, Subcategory, _)),
    \+ term(category(Category, _, _)).
orphan(Category/Subcategory/Aspect) :-
    term(aspect(Category, Subcategory, Aspect, _, _)),
    \+ term(subcategory(Category, Subcategory, _)).

test('every category has subcategories, every subcategory aspects', Empty == []) :-
    findall(Path,
            (   term(category(Path, _, _)),
                \+ term(subcategory(Path, _, _))
            ;   term(subcategory(Category, Subcategory, _)),
                Path = Category/Subcategory,
                \+ term(aspect(Category, Subcategory, _, _, _))
            ),
            Empty).

test('no term is declared twice', Twice == []) :-
    findall(Path, path(Path), Paths0),
    msort(Paths0, Paths),
    findall(Path, append(_, [Path, Path|_], Paths), Twice).

path(module(M)) :- term(module(M, _)).
path(C) :- term(category(C, _, _)).
path(C/S) :- term(subcategory(C, S, _)).
path(C/S/A) :- term(aspect(C, S, A, _, _)).
path(C/S/A-V) :- term(value(C, S, A, V, _)).

test('every quantity that an aspect names is declared', Wrong == []) :-
    findall(Quantity,
            ( term(aspect(_, _, _, quantity(Quantity), _)),
              \+ term(quantity(Quantity, _, _))
            ),
            Wrong).

test('every term is documented in one line without a full stop', Wrong == []) :-
    findall(Doc,
            ( documented(Doc),
              (   Doc == ""
              ;   sub_string(Doc, _, _, 0, ".")
              ;   sub_string(Doc, _, _, _, "\n")
              )
            ),
            Wrong).

documented(Doc) :- term(module(_, Doc)).
documented(Doc) :- term(category(_, _, Doc)).
documented(Doc) :- term(subcategory(_, _, Doc)).
documented(Doc) :- term(aspect(_, _, _, _, Doc)).
documented(Doc) :- term(value(_, _, _, _, Doc)).
documented(Doc) :- term(quantity(_, _, Doc)).

test('a name is of small letters, digits and underscores', Wrong == []) :-
    findall(Name,
            ( named(Name),
              \+ plain_name(Name)
            ),
            Wrong).

%   Standard words of a field are as the field writes them; they are values.

named(Name) :- term(module(Name, _)).
named(Name) :- term(category(Name, _, _)).
named(Name) :- term(subcategory(_, Name, _)).
named(Name) :- term(aspect(_, _, Name, _, _)).
named(Name) :- term(quantity(Name, _, _)).
named(Name) :- term(unit(Name, _, _, _, _)).

plain_name(Name) :-
    atom_codes(Name, [First|Codes]),
    code_type(First, lower),
    forall(member(Code, Codes),
           ( code_type(Code, lower)
           ; code_type(Code, digit)
           ; Code == 0'_
           )).

test('no term is named as an annotation but the weight of a body', Wrong == [weight]) :-
    findall(Name,
            ( language:annotation(_, Name),
              named(Name)
            ),
            Wrong0),
    sort(Wrong0, Wrong).

test('no aspect says a unit where it should say a quantity', Wrong == []) :-
    findall(Name,
            ( term(aspect(_, _, Name, _, _)),
              term(unit(Unit, _, _, _, _)),
              atom_concat('_', Unit, Suffix),
              atom_concat(_, Suffix, Name)
            ),
            Wrong).

:- end_tests(whole).

:- begin_tests(lookup).

test('the same word may stand in several places',
     Paths == [control/commands/link, mechanical_structure/structures/link]) :-
    layers(Layers),
    findall(Category/Subcategory/link, aspect_of(Layers, Category, Subcategory, link, _), Paths0),
    msort(Paths0, Paths),
    subcategory_of(Layers, primitives, link),
    !.

test('words of a session are found before the built-in ones and not without it',
     Found-Lost == [true]-[]) :-
    session_of("io_aspect(task/function/warmth, boolean, \"warm\").", Session),
    knowledge_base:session(Session, _, SessionLayers, _),
    findall(true, aspect_of(SessionLayers, task, function, warmth, boolean), Found),
    layers(Layers),
    findall(true, aspect_of(Layers, task, function, warmth, boolean), Lost).

test('a term of a file may stand where the built-in ones do', Diagnostics == []) :-
    fresh_session(Session),
    load_text(Session,
              "io_value(task/function/direction, light_to_sound, \"as the thing says\").
               device(d, \"d\"). registration_unit(d, u).
               device_group(d, g, [task_element([task([registration_unit(u),
                   function([direction(light_to_sound)])])])]).",
              Diagnostics).

test('a load that has an error leaves no words behind', Left == []) :-
    fresh_session(Session),
    load_text(Session,
              "io_aspect(task/function/warmth, boolean, \"warm\"). device(d, 3).",
              Diagnostics),
    memberchk(diagnostic(error, _, _, _, _, _), Diagnostics),
    findall(Layers, ( knowledge_base:session(Session, _, Layers, _),
                      aspect_of([loading(Session)|Layers], task, function, warmth, _) ), Left).

:- end_tests(lookup).
