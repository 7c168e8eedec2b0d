% SPDX-License-Identifier: Apache-2.0
:- module(body_store,
          [ body_head/3,                % ?Key, ?Arguments, ?Head
            store_body/4,               % +Home, +Spec, +Key, +Clause
            forget_bodies/1,            % +Home
            forget_bodies/2,            % +Home, +Spec
            stored_body/4,              % +Home, +Spec, ?Key, -Clause
            body_clause_of/3,           % +Key, +Arity, -Clause
            most_helper_arguments/1,    % -Most
            kept_form/2                 % +Clause, -Kept
          ]).

/** <module> Where the safe bodies of a session are kept

All bodies are clauses of a few predicates, safe_body(Key, Argument, ...): one
for each number of arguments. Key is an atom that says which session and spec a
body belongs to and what it is; bodies.pl makes it. A predicate of its own for
each condition, adjustment and helper would stay in the process for ever, with
its name, after the session is gone.

Like all that a session knows, the clauses are local to its engine.
*/

:- thread_local
    stored/4,                           % Home, Spec, Key, Arity
    safe_body/1,
    safe_body/2,
    safe_body/3,
    safe_body/4,
    safe_body/5,
    safe_body/6,
    safe_body/7,
    safe_body/8,
    safe_body/9,
    safe_body/10,
    safe_body/11,
    safe_body/12.

%!  body_head(+Key, +Arguments, -Head) is det.
%!  body_head(-Key, -Arguments, +Head) is semidet.
%
%   Head is what the body at Key is called by; to be called in this module.

body_head(Key, Arguments, Head) :-
    (   nonvar(Head)
    ->  compound(Head),
        compound_name_arguments(Head, safe_body, [Key|Arguments])
    ;   compound_name_arguments(Head, safe_body, [Key|Arguments])
    ).

%!  store_body(+Home, +Spec, +Key, +Clause) is det.
%
%   Clause comes after those that are kept at Key. Its head is a body_head/3.

store_body(Home, Spec, Key, (Head :- Body)) :-
    functor(Head, _, Arity),
    declared(Arity),
    (   stored(Home, Spec, Key, Arity)
    ->  true
    ;   assertz(stored(Home, Spec, Key, Arity))
    ),
    assertz((Head :- Body)).

%   declared(+Arity) is det.
%
%   Helpers with more arguments than the predicates above are for are rare.
%   (predicate_property/2 would look for a library that defines the predicate,
%   and there is none in the engine's state.)

declared(Arity) :-
    (   current_predicate(body_store:safe_body/Arity)
    ->  true
    ;   with_mutex(ddb_body_store, thread_local(body_store:safe_body/Arity))
    ).

%!  most_helper_arguments(-Most) is det.
%
%   A predicate has at most 1,024, and two are ours. Since a predicate stays for
%   ever, there must not be too many.

most_helper_arguments(100).

%!  forget_bodies(+Home) is det.
%!  forget_bodies(+Home, +Spec) is det.

forget_bodies(Home) :-
    forget_bodies(Home, _).

forget_bodies(Home, Spec) :-
    forall(retract(stored(Home, Spec, Key, Arity)),
           ( functor(Head, safe_body, Arity),
             arg(1, Head, Key),
             retractall(Head)
           )).

%!  stored_body(+Home, +Spec, ?Key, -Clause) is nondet.
%
%   Clause is clause(Arguments, Body).

stored_body(Home, Spec, Key, Clause) :-
    stored(Home, Spec, Key, Arity0),
    Arity is Arity0 - 1,
    body_clause_of(Key, Arity, Clause).

%!  body_clause_of(+Key, +Arity, -Clause) is nondet.
%
%   Clause is clause(Arguments, Body), with Arity arguments.

body_clause_of(Key, Arity, clause(Arguments, Body)) :-
    length(Arguments, Arity),
    body_head(Key, Arguments, Head),
    functor(Head, Name, HeadArity),
    current_predicate(body_store:Name/HeadArity),
    clause(Head, Body).

%!  kept_form(+Clause, -Kept) is det.
%
%   A clause that is kept is not to the letter the one that was given; so Clause
%   is kept at another key, and forgotten again.

kept_form((Head :- Body), (KeptHead :- KeptBody)) :-
    body_head(Key, Arguments, Head),
    body_head(compared, Arguments, Other),
    functor(Other, _, Arity),
    declared(Arity),
    assertz((Other :- Body), Reference),
    clause(OtherHead, KeptBody, Reference),
    erase(Reference),
    body_head(_, KeptArguments, OtherHead),
    body_head(Key, KeptArguments, KeptHead).
