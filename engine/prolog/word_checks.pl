% SPDX-License-Identifier: Apache-2.0
:- module(word_checks,
          [ read_words//2,              % +Facts, -Words
            check_words//2,             % +Facts, +Layers
            unsaid_words/3              % +Facts0, +Layers, -Facts
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(library(assoc),
              [empty_assoc/1, list_to_assoc/2, get_assoc/3, put_assoc/4]).
:- use_module(exact_numbers, [is_rational/1]).
:- use_module(vocabulary, [word/2]).
:- use_module(units, [resolve_unit/3, unit_space/2, binary_factor/1]).
:- use_module(language, [is_name/1, annotation/2]).
:- use_module(positions, [argument_position/3, path_position/3]).
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
    { word_path(Term, Path) },
    word_mistakes(Kinds, Arguments, 1, where(Source, Path), Position, Outcome),
    { (   Outcome == fine
      ->  made_word(Term, Word),
          Words = [Word|Words1]
      ;   Words = Words1
      )
    },
    read_words(Facts, Words1).

%!  unsaid_words(+Facts0, +Layers, -Facts) is det.
%
%   Facts are those of Facts0 that do not just say again what a word of Layers
%   is. Said twice among Facts0, the second stays.

unsaid_words([], _, []) :- !.
unsaid_words(Facts0, Layers, Facts) :-
    findall(Word-true, word(Layers, Word), Words0),
    sort(Words0, Words),
    list_to_assoc(Words, Said),
    unsaid(Facts0, Said, Facts).

unsaid([], _, []).
unsaid([Fact|Facts0], Said, Facts) :-
    Fact = fact(_, Term, _),
    (   ground(Term),
        made_word(Term, Word),
        get_assoc(Word, Said, true)
    ->  put_assoc(Word, Said, again, Said1),
        Facts = Facts1
    ;   Said1 = Said,
        Facts = [Fact|Facts1]
    ),
    unsaid(Facts0, Said1, Facts1).

%   word_path(+Term, -Path) is det.
%
%   The form, and the name or path that the fact is about.

word_path(Term, Path) :-
    functor(Term, Form, _),
    arg(1, Term, Name),
    (   path_names(Name, [Form], Names)
    ->  Path = Names
    ;   Path = [Form]
    ).

path_names(Name, Names, [Name|Names]) :-
    atom(Name).
path_names(Path, Names0, [Name|Names]) :-
    nonvar(Path),
    Path = Above/Name,
    atom(Name),
    path_names(Above, Names0, Names).

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
    is_name(Name).
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
    is_rational(Factor),
    Factor > 0.
well_formed_(prefixable, Prefixable) :-
    memberchk(Prefixable, [prefixable, plain]).

digits(Text) :-
    atom_codes(Text, Codes),
    Codes \== [],
    \+ ( member(Code, Codes), \+ code_type(Code, digit) ).

factor(Factor) :-
    is_rational(Factor),
    Factor > 0.
factor(offset(Factor, Offset)) :-
    is_rational(Factor),
    Factor > 0,
    is_rational(Offset).
factor(times_pi(Factor)) :-
    is_rational(Factor),
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

check_words(Facts, Layers) -->
    { findall(fact(Source, Term, Position),
              ( member(fact(Source, Term, Position), Facts),
                functor(Term, Form, _),
                word_arguments(Form, Kinds),
                Term =.. [_|Arguments],
                all_well_formed(Kinds, Arguments)
              ),
              WellFormed),
      findall(Key, ( member(fact(_, Term, _), WellFormed), key(Term, _, Key, _) ), Keys0),
      msort(Keys0, Keys),
      pairs_of_counts(Keys, Counts0),
      list_to_assoc(Counts0, Counts),
      empty_assoc(Nothing)
    },
    check_each(WellFormed, Layers, Counts, Nothing).

pairs_of_counts([], []).
pairs_of_counts([Key|Keys0], [Key-Count|Counts]) :-
    same_keys(Keys0, Key, 1, Count, Keys),
    pairs_of_counts(Keys, Counts).

same_keys([Key0|Keys0], Key, Count0, Count, Keys) :-
    Key0 == Key,
    !,
    Count1 is Count0 + 1,
    same_keys(Keys0, Key, Count1, Count, Keys).
same_keys(Keys, _, Count, Count, Keys).

check_each([], _, _, _) --> [].
check_each([fact(Source, Term, Position)|Facts], Layers, Counts, Seen0) -->
    { word_path(Term, Where),
      findall(Index-Problem, word_problem(Term, Layers, Index, Problem), Problems0),
      findall(key(Index, Key, Pattern), key(Term, Index, Key, Pattern), Keys),
      taken(Keys, Layers, Counts, Seen0, Seen, Taken),
      append(Problems0, Taken, Problems)
    },
    report(Problems, where(Source, Where), Position),
    check_each(Facts, Layers, Counts, Seen).

%   key(+Term, -ArgumentPath, -Key, -Pattern) is nondet.
%
%   No other word has the same Key, which is ground: what it is declared as, or
%   how a unit is spelled. Pattern is what other words with the Key look like.

key(Term, [1], Key, word(Word)) :-
    distinguished(Term, Word),
    copy_term(Word, Key),
    numbervars(Key, 0, _).
key(unit(Name, _, _, _, _), [1], Name, spelling(Name)).
key(unit(Name, _, _, Symbol, _), [4], Symbol, spelling(Symbol)) :-
    Symbol \== Name.

%   taken(+Keys, +Layers, +Counts, +Seen0, -Seen, -Problems) is det.
%
%   A key is taken where a fact before it in this load has it, or a word that
%   was there before the load: one more than all facts of the load.

taken([], _, _, Seen, Seen, []).
taken([key(Index, Key, Pattern)|Keys], Layers, Counts, Seen0, Seen, Problems) :-
    (   (   get_assoc(Key, Seen0, true)
        ;   get_assoc(Key, Counts, Count),
            has_more(Pattern, Layers, Count)
        )
    ->  key_problem(Pattern, Problem),
        Problems = [Index-Problem|Problems1]
    ;   Problems = Problems1
    ),
    put_assoc(Key, Seen0, true, Seen1),
    taken(Keys, Layers, Counts, Seen1, Seen, Problems1).

has_more(word(Word), Layers, Count) :-
    findall(x, word(Layers, Word), Found),
    length(Found, All),
    All > Count.
has_more(spelling(Spelling), Layers, Count) :-
    findall(x, ( word(Layers, unit(Spelling, _, _, _, _))
               ; word(Layers, unit(Name, _, _, Spelling, _)),
                 Name \== Spelling
               ), Found),
    length(Found, All),
    All > Count.

key_problem(word(Word), declared_twice(Word)).
key_problem(spelling(Spelling), unit_spelled_twice(Spelling)).

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
word_problem(io_aspect(Category/Subcategory/_, _, _), Layers, [1, 1, I], Problem) :-
    unknown_subcategory(Layers, Category, Subcategory, I, Problem).
word_problem(io_aspect(_, quantity(Quantity), _), Layers, [2, 1],
             unknown_word(quantity, Quantity, Known)) :-
    \+ word(Layers, quantity(Quantity, _, _)),
    findall(Q, word(Layers, quantity(Q, _, _)), Known).
word_problem(io_value(Category/Subcategory/Aspect, _, _), Layers, [1|Path], Problem) :-
    (   unknown_subcategory(Layers, Category, Subcategory, I, Problem)
    ->  Path = [1, I]
    ;   word(Layers, aspect(Category, Subcategory, Aspect, Kind, _))
    ->  Kind \== enumeration,
        Problem = not_an_enumeration(Category/Subcategory/Aspect),
        Path = []
    ;   findall(A, word(Layers, aspect(Category, Subcategory, A, _, _)), Known),
        Problem = unknown_word(aspect, Aspect, Known),
        Path = [2]
    ).
word_problem(io_value(_, any, _), _, [2], any_as_value).
word_problem(Term, _, Path, reserved_name(Name)) :-
    term_name(Term, Name, Path),
    annotation(Side, Name),
    memberchk(Side, [device, request]),
    (   Name == weight
    ->  \+ functor(Term, io_aspect, _)
    ;   true
    ),
    !.
word_problem(quantity(Quantity, Base, _), Layers, [2], Problem) :-
    (   resolve_unit(Layers, Base, Unit)
    ->  unit_space(Unit, space(Quantity0, _)),
        Quantity0 \== Quantity,
        Problem = bad_value(other_quantity(Base, Quantity0, Quantity), quantity)
    ;   Problem = bad_value(unknown_unit(Base, _, Layers), quantity)
    ).
word_problem(unit(_, Quantity, _, _, _), Layers, [2], unknown_word(quantity, Quantity, Known)) :-
    \+ word(Layers, quantity(Quantity, _, _)),
    findall(Q, word(Layers, quantity(Q, _, _)), Known).
word_problem(unit(Name, _, _, Symbol, _), Layers, [Index], unit_spelled_twice(Spelling)) :-
    memberchk(loading(_), Layers),
    (   Index = 1,
        Spelling = Name
    ;   Index = 4,
        Spelling = Symbol
    ),
    prefixed_before(Spelling, Layers).

%   A new unit must not give another meaning to a prefixed unit of the built-in
%   ones. (Those themselves do in places: dB is no tenth of a byte.)

prefixed_before(Spelling, Layers) :-
    member(Layer, [taxonomy, units]),
    memberchk(Layer, Layers),
    word([Layer], prefix(Name, Symbol, Factor)),
    (   Before = Name
    ;   Before = Symbol
    ),
    atom_concat(Before, Rest, Spelling),
    (   Before == Name
    ->  word([Layer], unit(Rest, Quantity, _, _, prefixable))
    ;   word([Layer], unit(_, Quantity, _, Rest, prefixable))
    ),
    (   binary_factor(Factor)
    ->  memberchk(Quantity, [information, data_rate])
    ;   true
    ),
    !.

term_name(io_module(Name, _), Name, [1]).
term_name(io_category(Name, _, _), Name, [1]).
term_name(io_subcategory(_/Name, _), Name, [1, 2]).
term_name(io_aspect(_/Name, _, _), Name, [1, 2]).

unknown_category(Layers, Category, unknown_word(category, Category, Known)) :-
    \+ word(Layers, category(Category, _, _)),
    findall(C, word(Layers, category(C, _, _)), Known).

unknown_subcategory(Layers, Category, Subcategory, I, Problem) :-
    (   unknown_category(Layers, Category, Problem)
    ->  I = 1
    ;   I = 2,
        \+ word(Layers, subcategory(Category, Subcategory, _)),
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
