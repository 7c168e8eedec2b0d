% SPDX-License-Identifier: Apache-2.0

:- module(save_state, []).

/** <module> Save the engine as a small state for the library to embed

Usage: swipl -f none --no-packs save_state.pl -- Out SwiplLibrary Pool Api Taxonomy...

Api is the path of engine_api.pl, Taxonomy the files of the built-in
taxonomy and units, SwiplLibrary the path of libswipl.so, Pool that of a library
with the predicates that the host defines when it starts.
Out becomes a zip archive for PL_set_resource_db_mem().

qsave_program/2 would save everything that happens to be loaded, itself
included, and compress it. Reading such a state is the largest part of a
cold start, so this file saves only what can be called:

  - every predicate of the modules of the engine;
  - of the libraries, what the engine imports and what that calls in turn;
  - of the Prolog part of the system, what any of these call, and what the
    C part of SWI-Prolog calls by name.

A predicate is called by another if its name occurs in a clause of the
other and is visible there. That finds closures too, and keeps a few
predicates too many. Nothing is autoloaded at run time.
*/

:- use_module(library(qsave), []).

% Whatever the locale, sources are UTF-8.
:- set_prolog_flag(encoding, utf8).

:- initialization(save_state:main, main).

:- dynamic
    complaint/0,
    engine_module/1,            % Module
    kept/3,                     % Module, Name, Arity
    kept_module/1,              % Module
    system_name/3,              % Name, Module, Arity
    waiting/3.                  % Module, Name, Arity

main :-
    current_prolog_flag(argv, [Out, Library, Pool, Api0|Taxonomy]),
    absolute_file_name(Api0, Api),
    load_foreign_library(Pool),
    catch_with_backtrace(save(Out, Library, Api, Taxonomy), Error,
                         ( print_message(error, Error),
                           halt(1)
                         )).

save(Out, Library, Api, Taxonomy) :-
    load_engine(Api),
    builtin:compile_builtin(Taxonomy),
    set_prolog_flag(autoload, explicit),
    set_prolog_flag(access_level, system),
    set_prolog_flag(protect_static_code, false),
    keep_engine(Api),
    keep_called_by_c(Library),
    keep_called,
    must_be_prolog,
    must_be_complete,
    replace_system_predicates,
    write_state(Out).


                /********************************
                *            LOADING            *
                ********************************/

:- multifile user:message_hook/3.

user:message_hook(_, Kind, _) :-
    ( Kind == error ; Kind == warning ),
    \+ complaint,
    assertz(complaint),
    fail.

%   A warning while the engine is compiled fails the build: it is cheaper to
%   read there than to find as a wrong match later.

load_engine(Api) :-
    load_files(Api, []),
    (   complaint
    ->  throw(error(permission_error(save, state, Api),
                    context(_, 'the engine does not load cleanly')))
    ;   true
    ).

%!  replace_system_predicates is det.
%
%   PL_initialise() ends by calling '$initialise'/0, which looks for
%   initialisation files, attaches packs and sets up a toplevel; an unknown
%   predicate makes the system look through its library; and messages go to
%   standard error. A library inside somebody's process does none of this.
%   Nor does it care for the names of its source files or for licences.

replace_system_predicates :-
    forall(replaced(Module, Head),
           replace(Module, Head)).

replaced('$toplevel', '$initialise').
replaced('$toplevel', '$thread_init').
replaced(system, '$undefined_procedure'(_, _, _, error)).
replaced(system, '$translated_source'(_, _)).
replaced('$messages', print_message(_, _)).
replaced(license, license(_, _)).

replace(Module, Head) :-
    functor(Head, Name, Arity),
    functor(General, Name, Arity),
    '$set_predicate_attribute'(Module:General, system, false),
    abolish(Module:Name/Arity),
    assertz(Module:Head),
    compile_predicates([Module:Name/Arity]).


                /********************************
                *       WHAT CAN BE CALLED      *
                ********************************/

keep_engine(Api) :-
    file_directory_name(Api, Folder),
    forall(( module_property(Module, file(File)),
             file_directory_name(File, Folder)
           ),
           assertz(engine_module(Module))),
    forall(( engine_module(Module),
             defined_in(Module, Name, Arity)
           ),
           keep(Module, Name, Arity)),
    forall(( engine_module(Module),
             predicate_property(Module:Head, imported_from(_)),
             functor(Head, Name, Arity)
           ),
           keep_visible(Module, Name, Arity)).

%!  keep_called_by_c(+Library) is det.
%
%   C finds a predicate by a string, and the linker lets one string end in
%   another: so a name counts if a string of the library ends in it.

keep_called_by_c(Library) :-
    setup_call_cleanup(
        open(Library, read, In, [type(binary)]),
        read_string(In, _, Bytes),
        close(In)),
    forall(system_predicate(Module, Name, Arity),
           assertz(system_name(Name, Module, Arity))),
    split_string(Bytes, "\0", "", Strings),
    forall(( '$member'(String, Strings),
             string_length(String, Length),
             Length < 80,
             sub_atom(String, _, _, 0, Name),
             system_name(Name, Module, Arity)
           ),
           keep(Module, Name, Arity)).

system_predicate(Module, Name, Arity) :-
    current_module(Module),
    module_property(Module, class(system)),
    defined_in(Module, Name, Arity),
    (   ( Module == '$syspreds' ; Module == '$messages' )
    ->  sub_atom(Name, 0, _, _, $)
    ;   true
    ).

%!  development(+Module, +Name, +Arity) is semidet.
%
%   True for what serves to type queries, to load, expand or debug source
%   files, and for tabling and functions on dicts. None of it is kept.

development(Module, Name, Arity) :-
    development_module(Module),
    \+ replaced_name(Module, Name, Arity).
development(system, Name, _) :-
    development_predicate(Name).

development_module('$autoload').
development_module('$dicts').
development_module('$dwim').
development_module('$engines').
development_module('$expand').
development_module('$history').
development_module('$iri').
development_module('$pack').
development_module('$predopts').
development_module('$qlf').
development_module('$rc').
development_module('$tabling').
development_module('$toplevel').
development_module(license).
development_module(toplevel_variables).

development_predicate('$clear_source_admin').
development_predicate('$init_goal').
development_predicate('$load_additional_boot_files').
development_predicate('$load_context_module').
development_predicate('$run_initialization').
development_predicate('$set_source_module').
development_predicate('[|]').
development_predicate(consult).
development_predicate(goal_expansion).
development_predicate(initialization).
development_predicate(load_files).
development_predicate(term_expansion).

replaced_name(Module, Name, Arity) :-
    replaced(Module, Head),
    functor(Head, Name, Arity).

defined_in(Module, Name, Arity) :-
    current_predicate(Name, Module:Head),
    \+ predicate_property(Module:Head, imported_from(_)),
    functor(Head, Name, Arity).

keep(Module, Name, Arity) :-
    kept(Module, Name, Arity),
    !.
keep(Module, Name, Arity) :-
    development(Module, Name, Arity),
    !.
keep(Module, Name, Arity) :-
    assertz(kept(Module, Name, Arity)),
    assertz(waiting(Module, Name, Arity)),
    (   kept_module(Module)
    ->  true
    ;   assertz(kept_module(Module))
    ).

keep_called :-
    retract(waiting(Module, Name, Arity)),
    !,
    functor(Head, Name, Arity),
    (   ( predicate_property(Module:Head, foreign) ; replaced(Module, Head) )
    ->  true
    ;   forall(kept_clause(Module:Head, Clause, Context),
               keep_named(Context, Clause))
    ),
    keep_called.
keep_called.

%   A clause that another library adds to a hook would bring that library
%   along; the engine needs none of these.

kept_clause(Predicate, Clause, Context) :-
    strip_module(Predicate, Module, _),
    nth_clause(Predicate, _, Clause),
    (   clause_property(Clause, module(Context))
    ->  true
    ;   Context = Module
    ),
    (   Context == Module
    ->  true
    ;   engine_module(Context)
    ->  true
    ;   module_property(Context, class(system))
    ).

keep_named(Context, Clause) :-
    clause(_:Head, Body, Clause),
    keep_named_in(Head, Context),
    keep_named_in(Body, Context).

keep_named_in(Term, _) :-
    var(Term),
    !.
keep_named_in(Term, Module) :-
    atom(Term),
    !,
    keep_visible_from(Module, Term, 0).
keep_named_in(Qualifier:Term, Module) :-
    atom(Qualifier),
    current_module(Qualifier),
    !,
    (   module_property(Module, class(system)),
        \+ module_property(Qualifier, class(system))
    ->  true                    % the system's way into its development tools
    ;   keep_qualified(Term, Qualifier)
    ),
    keep_named_in(Term, Module).
keep_named_in(Term, Module) :-
    compound(Term),
    !,
    compound_name_arity(Term, Name, Arity),
    keep_visible_from(Module, Name, Arity),
    forall(arg(_, Term, Argument),
           keep_named_in(Argument, Module)).
keep_named_in(_, _).

keep_qualified(Term, _) :-
    var(Term),
    !.
keep_qualified(Name/_, Module) :-
    atom(Name),
    !,
    keep_visible_from(Module, Name, 0).
keep_qualified(Term, Module) :-
    keep_named_in(Term, Module).

%   A closure is called with more arguments than it is written with.

keep_visible_from(Module, Name, Arity) :-
    Last is Arity+7,
    forall(between(Arity, Last, Called),
           keep_visible(Module, Name, Called)).

keep_visible(Module, Name, Arity) :-
    functor(Head, Name, Arity),
    (   owner(Module, Head, Owner)
    ->  keep(Owner, Name, Arity)
    ;   autoload_declared(Module, Name, Arity)
    ->  '$autoload'(Module:Name/Arity),
        owner(Module, Head, Owner),
        keep(Owner, Name, Arity)
    ;   true
    ).

%   predicate_property/2 would autoload to find out.

owner(Module, Head, Owner) :-
    default_module(Module, Visible),
    '$c_current_predicate'(_, Visible:Head),
    '$get_predicate_attribute'(Visible:Head, defined, 1),
    !,
    (   '$get_predicate_attribute'(Visible:Head, imported, Imported)
    ->  Owner = Imported
    ;   Owner = Visible
    ).

autoload_declared(Module, Name, Arity) :-
    '$c_current_predicate'(_, Module:'$autoload'(_, _, _)),
    '$autoload':autoload_from(Module:Name/Arity, _, _).


%!  must_be_complete is det.
%
%   @throws existence_error(procedure, PI) if a clause of the engine calls
%   what the state will not have.

must_be_complete :-
    forall(( engine_module(Module),
             kept(Module, Name, Arity),
             functor(Head, Name, Arity),
             \+ predicate_property(Module:Head, foreign),
             kept_clause(Module:Head, Clause, Context),
             '$xr_member'(Clause, Reference),
             nonvar(Reference),
             Reference = Qualifier:Goal,
             callable(Goal),
             functor(Goal, Called, CalledArity),
             \+ in_state(Qualifier, Goal, Called, CalledArity)
           ),
           throw(error(existence_error(procedure, Qualifier:Called/CalledArity),
                       context(Context:Name/Arity, _)))).

in_state(Module, Goal, Name, Arity) :-
    owner(Module, Goal, Owner),
    (   kept(Owner, Name, Arity)
    ->  true
    ;   predicate_property(Owner:Goal, foreign)
    ).

must_be_prolog :-
    forall(( kept(Module, Name, Arity),
             \+ module_property(Module, class(system)),
             \+ defined_by_host(Module, Name, Arity),
             functor(Head, Name, Arity),
             predicate_property(Module:Head, foreign)
           ),
           throw(error(permission_error(save, foreign_predicate,
                                        Module:Name/Arity), _))).

defined_by_host(pool, _, _).
defined_by_host(one_line, has_control, 1).


                /********************************
                *            WRITING            *
                ********************************/

write_state(Out) :-
    setup_call_cleanup(
        open(Out, write, Stream, [type(binary)]),
        setup_call_cleanup(
            zip_open_stream(Stream, Zip, []),
            write_members(Zip),
            zip_close_(Zip, '')),
        close(Stream)).

write_members(Zip) :-
    write_member(Zip, '$prolog/options.txt', write_options),
    write_member(Zip, '$prolog/state.qlf', write_program).

%   Members are stored, not deflated: inflating takes longer than reading.

write_member(Zip, Name, Writer) :-
    setup_call_cleanup(
        zipper_open_new_file_in_zip(Zip, Name, Stream, [method(store), time(0)]),
        call(Writer, Stream),
        close(Stream)).

write_options(Stream) :-
    format(Stream,
           'nosignals=true~ninit_file=none~nsystem_init_file=none~ntoplevel=halt~n',
           []).

write_program(Stream) :-
    '$set_source_files'(system),
    setup_call_cleanup(
        '$open_wic'(Stream, []),
        ( forall(( Module = system ; Module = user ),
                 write_module(Module)),
          forall(( kept_module(Module), Module \== system, Module \== user ),
                 write_module(Module)),
          write_imports,
          write_operators,
          '$add_directive_wic'(set_prolog_flag(autoload, false))
        ),
        '$close_wic').

write_module(Module) :-
    '$qlf_start_module'(Module),
    forall(kept(Module, Name, Arity),
           ( functor(Head, Name, Arity),
             write_predicate(Module:Head)
           )),
    '$qlf_end_part'.

write_predicate(Predicate) :-
    predicate_property(Predicate, foreign),
    !.
write_predicate(Predicate) :-
    qsave:save_attributes(Predicate),
    (   predicate_property(Predicate, volatile)
    ->  true
    ;   forall(kept_clause(Predicate, Clause, _),
               '$qlf_assert_clause'(Clause, runtime))
    ).

write_imports :-
    forall(( kept_module(Module),
             predicate_property(Module:Head, imported_from(Owner)),
             functor(Head, Name, Arity),
             kept(Owner, Name, Arity),
             \+ default_module(Module, Owner)
           ),
           '$add_directive_wic'(Module:import(Owner:Name/Arity))).

write_operators :-
    forall(( kept_module(Module),
             Module \== system,
             '$local_op'(Priority, Type, Module:Name)
           ),
           '$add_directive_wic'(op(Priority, Type, Module:Name))).
