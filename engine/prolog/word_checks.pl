% SPDX-License-Identifier: Apache-2.0
:- module(word_checks,
          [ read_words//2,              % +Facts, -Words
            check_words//2              % +Facts, +Layers
          ]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(vocabulary, [word/2]).
:- use_module(units, [resolve_unit/3]).
:- use_module(reader, [argument_position/3, path_position/3]).
:- use_module(diagnostics, [mistake//3]).

/** <module> Taxonomy and unit facts: well formed, and consistent

Two passes, so that the order of facts and files does not matter: read_words//2
takes each fact by itself; once all words are known, check_words//2 looks at
what they refer to.

A fact is fact(Source, Term, Position).
*/

%!  read_words(+Facts, -Words)// is det.
%
%   Words as vocabulary.pl has them; a fact that is not well formed is
%   reported and left out.

read_words([], []) --> [].
read_words([Fact|Facts], Words) -->
    { Fact = fact(Source, Term, Position),
      Term =.. [Form|Arguments],
      word_arguments(Form, Kinds)
    },
    word_mistakes(Kinds, Arguments, 1, where(Source, [Form]), Position, Outcome),
    { (   Outcome == fine
      ->  made_word(Term, Word),
          Words = [Word|Words1]
      ;   Words = Words1
      )
    },
    read_words(Facts, Words1).

word_arguments(taxonomy, [name, version]).
word_arguments(io_module, [name, doc]).
word_arguments(io_category, [name, names, doc]).
word_arguments(io_subcategory, [path(2), doc]).
word_arguments(io_aspect, [path(3), kind, doc]).
word_arguments(io_value, [path(3), name, doc]).
word_arguments(quantity, [name, name, doc]).
word_arguments(unit, [name, name, factor, name, prefixable]).
word_arguments(prefix, [name, name, positive]).

made_word(taxonomy(N, V), taxonomy(N, V)).
made_word(io_module(N, D), module(N, D)).
made_word(io_category(N, Ms, D), category(N, Ms, D)).
made_word(io_subcategory(C/N, D), subcategory(C, N, D)).
made_word(io_aspect(C/S/N, K, D), aspect(C, S, N, K, D)).
made_word(io_value(C/S/A, N, D), value(C, S, A, N, D)).
made_word(quantity(N, B, D), quantity(N, B, D)).
made_word(unit(N, Q, F, S, P), unit(N, Q, F, S, P)).
made_word(prefix(N, S, F), prefix(N, S, F)).

word_mistakes([], [], _, _, _, Outcome) -->
    { ignore(Outcome = fine) }.
word_mistakes([Kind|Kinds], [Argument|Arguments], I, Where, Position, Outcome) -->
    (   { well_formed(Kind, Argument) }
    ->  []
    ;   { argument_position(Position, I, P),
          Outcome = broken
        },
        mistake(Where, P, expected_argument(Kind, Argument))
    ),
    { I1 is I + 1 },
    word_mistakes(Kinds, Arguments, I1, Where, Position, Outcome).

well_formed(Kind, Argument) :-
    nonvar(Argument),
    well_formed_(Kind, Argument).

well_formed_(name, Name) :-
    atom(Name),
    Name \== [].
well_formed_(names, Names) :-
    is_list(Names),
    Names \== [],
    \+ ( member(Name, Names), \+ well_formed(name, Name) ).
well_formed_(doc, Doc) :-
    string(Doc).
well_formed_(version, Version) :-
    atom(Version),
    atomic_list_concat([Major, Minor, Patch], '.', Version),
    \+ ( member(Part, [Major, Minor, Patch]), \+ digits(Part) ).
well_formed_(path(2), Category/Name) :-
    well_formed(name, Category),
    well_formed(name, Name).
well_formed_(path(3), Path/Name) :-
    well_formed(path(2), Path),
    well_formed(name, Name).
well_formed_(kind, quantity(Quantity)) :-
    atom(Quantity).
well_formed_(kind, Kind) :-
    memberchk(Kind, [quantity, count, boolean, text, enumeration]).
well_formed_(factor, Factor) :-
    factor(Factor).
well_formed_(positive, Factor) :-
    rational(Factor),
    Factor > 0.
well_formed_(prefixable, Prefixable) :-
    memberchk(Prefixable, [prefixable, plain]).

digits(Text) :-
    atom_codes(Text, Codes),
    Codes \== [],
    \+ ( member(Code, Codes), \+ code_type(Code, digit) ).

factor(Factor) :-
    rational(Factor),
    Factor > 0.
factor(offset(Factor, Offset)) :-
    rational(Factor),
    Factor > 0,
    rational(Offset).
factor(times_pi(Factor)) :-
    rational(Factor),
    Factor > 0.
factor(level(Scale, Reference)) :-
    atom(Scale),
    ground(Reference).

                 /*******************************
                 *        Second pass           *
                 *******************************/

%!  check_words(+Facts, +Layers)// is det.
%
%   The words of Facts are among those of Layers already.

check_words([], _) --> [].
check_words([fact(Source, Term, Position)|Facts], Layers) -->
    (   { functor(Term, Form, _),
          word_arguments(Form, Kinds),
          Term =.. [_|Arguments],
          all_well_formed(Kinds, Arguments)
        }
    ->  { findall(Index-Problem, word_problem(Term, Layers, Index, Problem), Problems) },
        report(Problems, where(Source, [Form]), Position)
    ;   []
    ),
    check_words(Facts, Layers).

all_well_formed([], []).
all_well_formed([Kind|Kinds], [Argument|Arguments]) :-
    well_formed(Kind, Argument),
    all_well_formed(Kinds, Arguments).

report([], _, _) --> [].
report([Path-Problem|Problems], Where, Position) -->
    { path_position(Position, Path, P) },
    mistake(Where, P, Problem),
    report(Problems, Where, Position).

%   word_problem(+Term, +Layers, -ArgumentPath, -Problem) is nondet.

word_problem(io_category(_, Modules, _), Layers, [2, I], unknown_word(module, Module, Known)) :-
    nth_element(I, Modules, Module),
    \+ word(Layers, module(Module, _)),
    findall(M, word(Layers, module(M, _)), Known).
word_problem(io_subcategory(Category/_, _), Layers, [1, 1], Problem) :-
    unknown_category(Layers, Category, Problem).
word_problem(io_aspect(Category/Subcategory/_, _, _), Layers, [1, 1], Problem) :-
    unknown_subcategory(Layers, Category, Subcategory, Problem).
word_problem(io_aspect(_, quantity(Quantity), _), Layers, [2, 1],
             unknown_word(quantity, Quantity, Known)) :-
    \+ word(Layers, quantity(Quantity, _, _)),
    findall(Q, word(Layers, quantity(Q, _, _)), Known).
word_problem(io_value(Category/Subcategory/Aspect, _, _), Layers, [1], Problem) :-
    (   unknown_subcategory(Layers, Category, Subcategory, Problem)
    ->  true
    ;   word(Layers, aspect(Category, Subcategory, Aspect, Kind, _))
    ->  Kind \== enumeration,
        Problem = not_an_enumeration(Category/Subcategory/Aspect)
    ;   findall(A, word(Layers, aspect(Category, Subcategory, A, _, _)), Known),
        Problem = unknown_word(aspect, Aspect, Known)
    ).
word_problem(quantity(_, Base, _), Layers, [2],
             bad_value(unknown_unit(Base, _, Layers), quantity)) :-
    \+ resolve_unit(Layers, Base, _).
word_problem(unit(_, Quantity, _, _, _), Layers, [2], unknown_word(quantity, Quantity, Known)) :-
    \+ word(Layers, quantity(Quantity, _, _)),
    findall(Q, word(Layers, quantity(Q, _, _)), Known).
word_problem(unit(Name, _, _, Symbol, _), Layers, [1], unit_spelled_twice(Name)) :-
    findall(x, ( word(Layers, unit(Name, _, _, _, _))
               ; word(Layers, unit(_, _, _, Name, _)),
                 Name \== Symbol
               ), [_, _|_]).
word_problem(unit(Name, _, _, Symbol, _), Layers, [4], unit_spelled_twice(Symbol)) :-
    Symbol \== Name,
    findall(x, ( word(Layers, unit(_, _, _, Symbol, _))
               ; word(Layers, unit(Symbol, _, _, _, _))
               ), [_, _|_]).
word_problem(Term, Layers, [1], declared_twice(Term)) :-
    distinguished(Term, Word),
    findall(x, word(Layers, Word), [_, _|_]).

unknown_category(Layers, Category, unknown_word(category, Category, Known)) :-
    \+ word(Layers, category(Category, _, _)),
    findall(C, word(Layers, category(C, _, _)), Known).

unknown_subcategory(Layers, Category, Subcategory, Problem) :-
    (   unknown_category(Layers, Category, Problem)
    ->  true
    ;   \+ word(Layers, subcategory(Category, Subcategory, _)),
        findall(S, word(Layers, subcategory(Category, S, _)), Known),
        Problem = unknown_word(subcategory, Subcategory, Known)
    ).

nth_element(1, [X|_], X).
nth_element(I, [_|Xs], X) :-
    nth_element(I0, Xs, X),
    I is I0 + 1.

%   Word is the part of Term's word that no other word may have.

distinguished(io_module(N, _), module(N, _)).
distinguished(io_category(N, _, _), category(N, _, _)).
distinguished(io_subcategory(C/N, _), subcategory(C, N, _)).
distinguished(io_aspect(C/S/N, _, _), aspect(C, S, N, _, _)).
distinguished(io_value(C/S/A, N, _), value(C, S, A, N, _)).
distinguished(quantity(N, _, _), quantity(N, _, _)).
distinguished(prefix(N, S, _), prefix(N, S, _)).
