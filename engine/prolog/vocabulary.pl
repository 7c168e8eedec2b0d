% SPDX-License-Identifier: Apache-2.0
:- module(vocabulary,
          [ store_word/2,               % +Layer, +Word
            forget_layer/1,             % +Layer
            rename_layer/2,             % +Layer0, +Layer
            word/2,                     % +Layers, ?Word
            module_name/2,              % +Layers, ?Module
            category_of/3,              % +Layers, +Module, ?Category
            subcategory_of/3,           % +Layers, +Category, ?Subcategory
            aspect_of/5,                % +Layers, +Category, +Subcategory, ?Aspect, ?Kind
            value_of_aspect/3,          % +Layers, +Path, ?Value
            unit_of_name/5,             % +Layers, ?Name, ?Quantity, -Factor, ?Prefixable
            unit_of_symbol/5            % +Layers, ?Symbol, ?Quantity, -Factor, ?Prefixable
          ]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(builtin_words, []).
:- use_module(session_words, []).

/** <module> The words that descriptions are written in

A _layer_ is a set of words that came together: the built-in taxonomy and
units are the layers `taxonomy` and `units`; the words of a session's own files
are a layer named by the session. Words are looked up in a list of layers, first
layer first.

A word is one of

  - taxonomy(Name, Version)
  - module(Name, Doc)
  - category(Name, Modules, Doc)
  - subcategory(Category, Name, Doc)
  - aspect(Category, Subcategory, Name, Kind, Doc), where Kind is
    quantity(Quantity), `quantity`, `count`, `boolean`, `text` or
    `enumeration`
  - value(Category, Subcategory, Aspect, Name, Doc)
  - quantity(Name, BaseUnit, Doc)
  - unit(Name, Quantity, Factor, Symbol, Prefixable)
  - prefix(Name, Symbol, Factor)
*/

%   facts(+Layer, -Module) is det.
%
%   The words of Layer are facts of Module. Those of sessions change while
%   other sessions read the built-in ones: they are kept apart.

facts(taxonomy, builtin_words) :- !.
facts(units, builtin_words) :- !.
facts(_, session_words).

%!  stored(+Layer, ?Word, ?Fact) is nondet.
%
%   Fact is how Word is kept for Layer.

stored(L, taxonomy(N, V), taxonomy_word(L, N, V)).
stored(L, module(N, D), module_word(L, N, D)).
stored(L, category(N, Ms, D), category_word(L, N, Ms, D)).
stored(L, subcategory(C, N, D), subcategory_word(L, C, N, D)).
stored(L, aspect(C, S, N, K, D), aspect_word(L, C, S, N, K, D)).
stored(L, value(C, S, A, N, D), value_word(L, C, S, A, N, D)).
stored(L, quantity(N, B, D), quantity_word(L, N, B, D)).
stored(L, unit(N, Q, F, S, P), unit_word(L, N, Q, F, S, P)).
stored(L, prefix(N, S, F), prefix_word(L, N, S, F)).

%!  store_word(+Layer, +Word) is det.

store_word(Layer, Word) :-
    stored(Layer, Word, Fact),
    !,
    facts(Layer, Facts),
    assertz(Facts:Fact).

%!  forget_layer(+Layer) is det.

forget_layer(Layer) :-
    facts(Layer, Facts),
    forall(stored(Layer, _, Fact), retractall(Facts:Fact)).

%!  rename_layer(+Layer0, +Layer) is det.
%
%   The words of Layer0 become words of Layer, after those it has.

rename_layer(Layer0, Layer) :-
    forall(word([Layer0], Word), store_word(Layer, Word)),
    forget_layer(Layer0).

%!  word(+Layers, ?Word) is nondet.
%
%   Word is a word of one of the Layers.

word(Layers, Word) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    stored(Layer, Word, Fact),
    call(Facts:Fact).

%!  module_name(+Layers, ?Module) is nondet.

module_name(Layers, Module) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    Facts:module_word(Layer, Module, _).

%!  category_of(+Layers, +Module, ?Category) is nondet.
%
%   Category may stand in Module.

category_of(Layers, Module, Category) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    Facts:category_word(Layer, Category, Modules, _),
    memberchk(Module, Modules).

%!  subcategory_of(+Layers, +Category, ?Subcategory) is nondet.

subcategory_of(Layers, Category, Subcategory) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    Facts:subcategory_word(Layer, Category, Subcategory, _).

%!  aspect_of(+Layers, +Category, +Subcategory, ?Aspect, ?Kind) is nondet.

aspect_of(Layers, Category, Subcategory, Aspect, Kind) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    Facts:aspect_word(Layer, Category, Subcategory, Aspect, Kind, _).

%!  value_of_aspect(+Layers, +Path, ?Value) is nondet.
%
%   Value is listed for the enumeration at Path, a term
%   Category/Subcategory/Aspect.

value_of_aspect(Layers, Category/Subcategory/Aspect, Value) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    Facts:value_word(Layer, Category, Subcategory, Aspect, Value, _).

%!  unit_of_name(+Layers, ?Name, ?Quantity, -Factor, ?Prefixable) is nondet.
%!  unit_of_symbol(+Layers, ?Symbol, ?Quantity, -Factor, ?Prefixable) is nondet.

unit_of_name(Layers, Name, Quantity, Factor, Prefixable) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    Facts:unit_word(Layer, Name, Quantity, Factor, _, Prefixable).

unit_of_symbol(Layers, Symbol, Quantity, Factor, Prefixable) :-
    member(Layer, Layers),
    facts(Layer, Facts),
    Facts:unit_word(Layer, _, Quantity, Factor, Symbol, Prefixable).
