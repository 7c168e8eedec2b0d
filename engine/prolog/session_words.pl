% SPDX-License-Identifier: Apache-2.0
:- module(session_words, []).

/** <module> The words that a session's own files bring

Facts only, kept by vocabulary.pl in the forms of builtin_words.pl. They are
local to the engine that asserts them, as all that a session knows is: see
knowledge_base.pl.
*/

:- thread_local
    taxonomy_word/3,
    module_word/3,
    category_word/4,
    subcategory_word/4,
    aspect_word/6,
    value_word/6,
    quantity_word/4,
    unit_word/6,
    prefix_word/4.
