% SPDX-License-Identifier: Apache-2.0

/** <module> Make the seeds of a fuzz target

    swipl -f none --no-packs make_seeds.pl -- Top Pool Seeds Folder

Top is the root of the source tree, Pool the library with the predicates of the
module pool (build/release/engine/ddb_pool.so), which must be there before the
engine is loaded. Seeds is a target's seeds.pl, whose make_seeds(Top, Folder)
writes files to Folder.
*/

:- module(make_seeds, []).

:- set_prolog_flag(encoding, utf8).
:- initialization(main, main).

main :-
    current_prolog_flag(argv, [Top, Pool, Seeds, Folder]),
    load_foreign_library(Pool),
    load_files(user:Seeds, [imports([])]),
    seeds:make_seeds(Top, Folder).
