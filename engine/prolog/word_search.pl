% SPDX-License-Identifier: Apache-2.0
:- module(word_search,
          [ found_words/3               % +Layers, +Words, -Entries
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(vocabulary, [word/2]).
:- use_module(units, [unit_spellings/3, resolve_unit/3, unit_space/2, convert/4]).
:- use_module(exact_numbers, [number_text/2]).
:- use_module(nearest, [nearest/3]).

/** <module> Finding words of the taxonomy and units, as a writer looks them up

An entry is entry(Kind, Path, Type, Doc): Kind `module`, `category`,
`subcategory`, `aspect`, `value`, `quantity`, `unit` or `prefix`; Path as it is
written in a fact; Type says what may be written there.
*/

%!  found_words(+Layers, +Words, -Entries) is det.
%
%   Entries whose name, path or documentation contains each of Words, capitals
%   or not; those named exactly so come first. Where nothing is found, Entries
%   are entry(nearest, Name, '', '') with the nearest name, if there is one.
%   No words: everything.

found_words(Layers, Words0, Entries) :-
    lower_all(Words0, Words),
    findall(Rank-Entry,
            (   entry(Layers, Name, Entry),
                rank(Words, Name, Entry, Rank)
            ;   member(Word, Words0),
                prefixed_unit(Layers, Word, Entry),
                Rank = 0
            ),
            Ranked),
    (   Ranked == []
    ->  nearest_entries(Layers, Words, Entries)
    ;   keysort(Ranked, Sorted),
        findall(Entry, member(_-Entry, Sorted), Entries)
    ).

lower_all([], []).
lower_all([Word|Words], [Lower|Lowers]) :-
    string_lower(Word, Lower),
    lower_all(Words, Lowers).

rank([], _, _, 0) :- !.
rank(Words, Name, entry(_, Path, _, Doc), Rank) :-
    string_lower(Path, LowerPath),
    string_lower(Doc, LowerDoc),
    string_lower(Name, LowerName),
    \+ ( member(Word, Words),
         \+ contains(LowerPath, Word),
         \+ contains(LowerDoc, Word),
         \+ contains(LowerName, Word)
       ),
    (   member(Word, Words),
        ( Word == LowerName ; Word == LowerPath )
    ->  Rank = 0
    ;   member(Word, Words),
        contains(LowerPath, Word)
    ->  Rank = 1
    ;   Rank = 2
    ).

contains(Text, Part) :-
    sub_string(Text, _, _, _, Part),
    !.

%   entry(+Layers, -Name, -Entry) is nondet.

entry(Layers, Name, entry(module, Path, "categories stand in it", Doc)) :-
    word(Layers, module(Name, Doc)),
    atom_string(Name, Path).
entry(Layers, Name, entry(category, Path, Type, Doc)) :-
    word(Layers, category(Name, Modules, Doc)),
    atom_string(Name, Path),
    atomic_list_concat(Modules, ', ', Names),
    string_concat("in ", Names, Type).
entry(Layers, Name, entry(subcategory, Path, "aspects stand in it", Doc)) :-
    word(Layers, subcategory(Category, Name, Doc)),
    path([Category, Name], Path).
entry(Layers, Name, entry(aspect, Path, Type, Doc)) :-
    word(Layers, aspect(Category, Subcategory, Name, Kind, Doc)),
    path([Category, Subcategory, Name], Path),
    format(string(Type), '~w', [Kind]).
entry(Layers, Name, entry(value, Path, "a value", Doc)) :-
    word(Layers, value(Category, Subcategory, Aspect, Name, Doc)),
    path([Category, Subcategory, Aspect, Name], Path).
entry(Layers, Name, entry(quantity, Path, Type, Doc)) :-
    word(Layers, quantity(Name, Base, Doc)),
    atom_string(Name, Path),
    format(string(Type), 'base unit ~w', [Base]).
entry(Layers, Name, entry(unit, Path, Type, Doc)) :-
    word(Layers, unit(Name, Quantity, Factor, Symbol, Prefixable)),
    atom_string(Name, Path),
    (   word(Layers, quantity(Quantity, Base, _))
    ->  true
    ;   Base = '?'
    ),
    (   Prefixable == prefixable
    ->  PrefixText = ", takes prefixes"
    ;   PrefixText = ""
    ),
    format(string(Type), '~w, symbol ~w~s', [Quantity, Symbol, PrefixText]),
    factor_text(Factor, Name, Base, Doc).
entry(Layers, Name, entry(prefix, Path, Type, "")) :-
    word(Layers, prefix(Name, Symbol, Factor)),
    atom_string(Name, Path),
    prefix_text(Factor, FactorText),
    format(string(Type), 'symbol ~w, ~w', [Symbol, FactorText]).

%   prefixed_unit(+Layers, +Word, -Entry) is semidet.
%
%   Word is a prefix and a unit in one word, which is no fact of its own.

prefixed_unit(Layers, Word, entry(unit, Path, Type, Doc)) :-
    atom_string(Written, Word),
    \+ word(Layers, unit(Written, _, _, _, _)),
    \+ word(Layers, unit(_, _, _, Written, _)),
    resolve_unit(Layers, Written, Unit),
    unit_space(Unit, space(Quantity, _)),
    word(Layers, quantity(Quantity, Base, _)),
    resolve_unit(Layers, Base, BaseUnit),
    atom_string(Written, Path),
    format(string(Type), '~w, with a prefix', [Quantity]),
    (   convert(1, Unit, BaseUnit, Number)
    ->  number_text(Number, NumberText),
        format(string(Doc), '1 ~w = ~w ~w', [Written, NumberText, Base])
    ;   Doc = ""
    ).

path(Names, Path) :-
    atomic_list_concat(Names, /, Atom),
    atom_string(Atom, Path).

factor_text(offset(Factor, Offset), Name, Base, Text) :-
    !,
    number_text(Factor, FactorText),
    number_text(Offset, OffsetText),
    format(string(Text), 'x ~w = ~w * x + ~w ~w', [Name, FactorText, OffsetText, Base]).
factor_text(times_pi(Factor), Name, Base, Text) :-
    !,
    number_text(Factor, FactorText),
    format(string(Text), '1 ~w = ~w * pi ~w', [Name, FactorText, Base]).
factor_text(level(Scale, Reference), Name, _, Text) :-
    !,
    format(string(Text), '~w: a level on the scale ~w, reference ~w', [Name, Scale, Reference]).
factor_text(Factor, Name, Base, Text) :-
    number_text(Factor, FactorText),
    format(string(Text), '1 ~w = ~w ~w', [Name, FactorText, Base]).

prefix_text(Factor, Text) :-
    power(Factor, 10, Exponent),
    !,
    format(atom(Text), '10^~w', [Exponent]).
prefix_text(Factor, Text) :-
    power(Factor, 2, Exponent),
    !,
    format(atom(Text), '2^~w', [Exponent]).
prefix_text(Factor, Text) :-
    number_text(Factor, Text).

%   power(+Number, +Base, -Exponent) is semidet.

power(Number, Base, Exponent) :-
    (   Number < 1
    ->  Inverse is 1 rdiv Number,
        power(Inverse, Base, Positive),
        Exponent is -Positive
    ;   Number =:= 1
    ->  Exponent = 0
    ;   integer(Number),
        Number mod Base =:= 0,
        Number1 is Number // Base,
        power(Number1, Base, Exponent1),
        Exponent is Exponent1 + 1
    ).

nearest_entries(Layers, Words, Entries) :-
    findall(Name, entry(Layers, Name, _), Names0),
    unit_spellings(Layers, _, Spellings),
    append(Names0, Spellings, Names),
    findall(entry(nearest, Near, "", ""),
            ( member(Word, Words),
              atom_string(Atom, Word),
              (   memberchk(Atom, Names)
              ->  Near = Atom
              ;   nearest(Atom, Names, Near)
              )
            ),
            Entries).
