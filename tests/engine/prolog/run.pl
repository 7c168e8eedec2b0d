% SPDX-License-Identifier: Apache-2.0

/** <module> Run Prolog tests of the engine

    swipl -f none --no-packs run.pl -- Top Pool test File
    swipl -f none --no-packs run.pl -- Top Pool check

Top is the root of the source tree, Pool the library with the predicates of the
module pool, which the build makes: build/release/engine/ddb_pool.so. `test` loads the modules of the engine,
compiles the built-in taxonomy and runs the plunit tests of File; `check`
runs library(check) over the modules. A failed test, an error or a warning
makes the exit status 1.
*/

:- module(run_engine_tests, []).
:- use_module(library(plunit), [run_tests/0]).
:- use_module(library(check), [check/0]).
:- use_module(library(lists), [append/3]).

% Whatever the locale, sources are UTF-8.
:- set_prolog_flag(encoding, utf8).

:- initialization(main, main).

:- dynamic complaint/0.
:- multifile user:message_hook/3.

user:message_hook(_, Kind, _) :-
    memberchk(Kind, [error, warning]),
    \+ complaint,
    assertz(run_engine_tests:complaint),
    fail.

main :-
    current_prolog_flag(argv, [Top, Pool, Action|Arguments]),
    load_foreign_library(Pool),
    load_engine(Top),
    run(Action, Arguments),
    (   complaint
    ->  halt(1)
    ;   halt(0)
    ).

load_engine(Top) :-
    files(Top, 'engine/prolog', Modules),
    load_files(user:Modules, [if(not_loaded), imports([])]),
    files(Top, taxonomy, Taxonomy),
    builtin:compile_builtin(Taxonomy).

files(Top, Folder, Files) :-
    atomic_list_concat([Top, /, Folder, '/*.pl'], Pattern),
    expand_file_name(Pattern, Files).

run(test, [File]) :-
    load_files(user:File, []),
    (   run_tests
    ->  true
    ;   assertz(complaint)
    ).
run(check, []) :-
    check.
