% SPDX-License-Identifier: Apache-2.0
:- module(builtin_words, []).

/** <module> The words that every session starts with

Facts only, asserted by vocabulary.pl when the engine is built and never changed
after that, so that all sessions, on all threads, can read them at once.
*/

:- dynamic
    taxonomy_word/3,                    % Layer, Name, Version
    module_word/3,                      % Layer, Name, Doc
    category_word/4,                    % Layer, Name, Modules, Doc
    subcategory_word/4,                 % Layer, Category, Name, Doc
    aspect_word/6,                      % Layer, Category, Subcategory, Name, Kind, Doc
    value_word/6,                       % Layer, Category, Subcategory, Aspect, Name, Doc
    quantity_word/4,                    % Layer, Name, BaseUnit, Doc
    unit_word/6,                        % Layer, Name, Quantity, Factor, Symbol, Prefixable
    prefix_word/4.                      % Layer, Name, Symbol, Factor
