% SPDX-License-Identifier: Apache-2.0
:- module(bodies,
          [ body_clause//6,             % +Scope, +Where, +Head, +Body, +Position, -Clause
            called_helpers/3,           % +Body, +Helpers, -Called
            store_bodies/2,             % +Home, +Bodies
            take_bodies/3,              % +Home, +Spec, -Bodies
            same_bodies/3,              % +Home, +Spec, +Bodies
            spec_mentions/3,            % +Home, +Spec, +Name
            body_clauses/5,             % +Home, +Spec, +Kind, +Name, -Clauses
            helper_call/5,              % +Home, +Spec, +Goal, -Helper, -Arguments
            condition_outcome/5,        % +Home, +Spec, +Condition, +Call, -Outcome
            adjustment_outcome/5        % +Home, +Spec, +Adjustment, +Call, -Outcome
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(library(pairs), [pairs_values/2]).
:- use_module(positions, [argument_position/3]).
:- use_module(diagnostics, [mistake//3]).
:- use_module(nearest, [nearest/3]).
:- use_module(body_store,
              [ body_head/3,
                store_body/4,
                forget_bodies/2,
                stored_body/4,
                body_clause_of/3,
                kept_form/2
              ]).
:- use_module(body_library,
              [ allowed_goal/4,
                allowed_names/1,
                allowed_function/2,
                wrapped/5
              ]).

/** <module> Bodies of conditions and adjustments: refused, or made safe, then run

A body is code from a file that nobody trusts. At load, every goal in it must
be one of body_library.pl or a helper of its own spec; a goal that is known
only at run time (a variable, call/1 of a variable) is refused, for nobody
can tell what it will do. What is accepted is rewritten: each goal is called
by its full name, with the wrapper that bounds it, and helpers get the
_circumstances_ (whose body this is) as an argument of their own, so that no
global variable has to carry them.

The rewritten clauses are kept by body_store.pl under the _home_ of a session.
At run time a body is held to 1,000,000 inferences.

Scope is scope(Spec, Home, Helpers), Helpers a list of Name/Arity.
*/

%!  body_clause(+Scope, +Where, +Head, +Body, +Position, -Clause)// is det.
%
%   Clause is the safe form of `Head :- Body`, as store_bodies/2 takes it;
%   Position is Body's, `none` for a fact. Head is one of
%
%     - condition(Name, SubMatch)
%     - adjustment(Name, State, Mode, Old, New)
%     - helper(Name, Arguments)
%
%   Goals that may not be called are reported, and `fail` stands for them.

body_clause(scope(Spec, Home, Helpers), Where, Head, Body, Position, Clause) -->
    { head(Head, Home, Spec, C, SafeHead0),
      linear_head(SafeHead0, SafeHead, Unifications)
    },
    goal(Body, Position, rewriting(Spec, Home, Helpers, C, Where), Goal),
    { join(Unifications, Goal, SafeBody),
      Clause = body(Spec, (SafeHead :- SafeBody))
    }.

head(condition(Name, SubMatch), Home, Spec, C, Head) :-
    key(Home, Spec, condition, Name, Key),
    body_head(Key, [C, SubMatch], Head).
head(adjustment(Name, State, Mode, Old, New), Home, Spec, C, Head) :-
    key(Home, Spec, adjustment, Name, Key),
    body_head(Key, [C, State, Mode, Old, New], Head).
head(helper(Name, Arguments), Home, Spec, C, Head) :-
    key(Home, Spec, helper, Name, Key),
    body_head(Key, [C|Arguments], Head).

%   key(+Home, +Spec, +Kind, +Name, -Key) is det.

key(Home, Spec, Kind, Name, Key) :-
    spec_prefix(Spec, Prefix),
    atomic_list_concat([Home, ' ', Prefix, Kind, ' ', Name], Key).

%   spec_prefix(+Spec, -Prefix) is det.
%
%   What the keys of Spec have after the home, and no other's: a quoted name may
%   have spaces in it, so the length says where the name of the spec ends.

spec_prefix(Spec, Prefix) :-
    atom_length(Spec, Length),
    atomic_list_concat([Length, ' ', Spec, ' '], Prefix).

%   linear_head(+Head0, -Head, -Unifications) is det.
%
%   A variable that stands twice in a head is unified by the engine at no
%   charge, whatever its size; here it becomes a goal that is charged.

linear_head(Head0, Head, Unifications) :-
    Head0 =.. [Name|Arguments0],
    linear_list(Arguments0, Arguments, Unifications, []),
    Head =.. [Name|Arguments],
    term_variables(Head0, Variables),
    forget_seen(Variables).

forget_seen([]).
forget_seen([Variable|Variables]) :-
    del_attr(Variable, bodies),
    forget_seen(Variables).

linear_list([], [], Us, Us).
linear_list([X0|Xs0], [X|Xs], Us0, Us) :-
    linear(X0, X, Us0, Us1),
    linear_list(Xs0, Xs, Us1, Us).

%   A variable that was seen has an attribute as long as this takes: a list of
%   them would be searched for each.

linear(Var, Term, Us0, Us) :-
    var(Var),
    !,
    (   get_attr(Var, bodies, seen)
    ->  Us0 = [body_library:charged(body_library:(Term = Var))|Us]
    ;   put_attr(Var, bodies, seen),
        Term = Var,
        Us0 = Us
    ).
linear(Term0, Term, Us0, Us) :-
    compound(Term0),
    !,
    compound_name_arguments(Term0, Name, Arguments0),
    linear_list(Arguments0, Arguments, Us0, Us),
    compound_name_arguments(Term, Name, Arguments).
linear(Atomic, Atomic, Us, Us).

join([], Goal, Goal).
join([Unification|Unifications], Goal0, (Unification, Goal)) :-
    join(Unifications, Goal0, Goal).

%   goal(+Goal, +Position, +Rewriting, -Safe)// is det.

goal(Goal, Position, R, Safe) -->
    { var(Goal) },
    !,
    refused(R, Position, goal_known_at_run_time, Safe).
goal(Control, Position, R, Safe) -->
    { control(Control) },
    !,
    { Control =.. [Name|Goals] },
    control_arguments(Goals, 1, Position, R, SafeGoals),
    { Safe =.. [Name|SafeGoals] }.
goal(Goal, Position, R, Safe) -->
    { \+ callable(Goal) },
    !,
    refused(R, Position, not_a_goal(Goal), Safe).
goal(_:_, Position, R, Safe) -->
    !,
    refused(R, Position, qualified_goal, Safe).
goal(Goal, Position, R, Safe) -->
    { Goal =.. [Name|Arguments],
      length(Arguments, Arity)
    },
    call_of(Name, Arity, Arguments, Position, R, Safe).

control(!).
control(true).
control(fail).
control(false).
control((_, _)).
control((_ ; _)).
control((_ -> _)).
control((_ *-> _)).
control(\+ _).

control_arguments([], _, _, _, []) --> [].
control_arguments([Goal|Goals], I, Position, R, [Safe|Safes]) -->
    { argument_position(Position, I, P),
      I1 is I + 1
    },
    goal(Goal, P, R, Safe),
    control_arguments(Goals, I1, Position, R, Safes).

call_of(Name, Arity, Arguments, _, R, body_store:Safe) -->
    { R = rewriting(Spec, Home, Helpers, C, _),
      memberchk(Name/Arity, Helpers)
    },
    !,
    { head(helper(Name, Arguments), Home, Spec, C, Safe) }.
call_of(Name, Arity, Arguments0, Position, R, body_library:Safe) -->
    { allowed_goal(Name, Arity, Cost, Kinds) },
    !,
    call_arguments(Kinds, Arguments0, 1, Position, R, Arguments),
    functions(Name, Arguments, Position, R),
    { R = rewriting(_, _, _, C, _),
      wrapped(Cost, C, Name, Arguments, Safe)
    }.
call_of(Name, Arity, _, Position, R, Safe) -->
    { R = rewriting(_, _, Helpers, _, _),
      near_goal(Name, Helpers, Hint)
    },
    refused(R, Position, forbidden_goal(Name/Arity, Hint), Safe).

near_goal(Name, Helpers, Hint) :-
    allowed_names(Allowed),
    findall(Helper, member(Helper/_, Helpers), Names),
    append(Names, Allowed, Known),
    (   memberchk(Name, Known)
    ->  findall(Arity, arity_of(Name, Helpers, Arity), Arities0),
        sort(Arities0, Arities),
        Hint = other_arities(Arities)
    ;   nearest(Name, Known, Near)
    ->  Hint = nearest(Near)
    ;   Hint = none
    ).

arity_of(Name, Helpers, Arity) :-
    member(Name/Arity, Helpers).
arity_of(Name, _, Arity) :-
    member(Arity, [1, 2, 3, 4, 5]),
    allowed_goal(Name, Arity, _, _).

call_arguments([], [], _, _, _, []) --> [].
call_arguments([Kind|Kinds], [X|Xs], I, Position, R, [Safe|Safes]) -->
    { argument_position(Position, I, P),
      I1 is I + 1
    },
    call_argument(Kind, X, P, R, Safe),
    call_arguments(Kinds, Xs, I1, Position, R, Safes).

call_argument(-, X, _, _, X) --> [].
call_argument(0, Goal, P, R, Safe) -->
    goal(Goal, P, R, Safe).
call_argument(N, Closure, P, R, Safe) -->
    { integer(N),
      N > 0
    },
    closure(Closure, N, P, R, Safe).

closure(Closure, _, P, R, Safe) -->
    { \+ callable(Closure) },
    !,
    refused(R, P, goal_known_at_run_time, Safe).
closure(_:_, _, P, R, Safe) -->
    !,
    refused(R, P, qualified_goal, Safe).
closure(Closure, N, P, R, Safe) -->
    { Closure =.. [Name|Arguments0],
      length(Arguments0, Given),
      Arity is Given + N
    },
    closure_of(Name, Arity, Arguments0, N, P, R, Safe).

closure_of(Name, Arity, Arguments, _, _, R, body_store:Safe) -->
    { R = rewriting(Spec, Home, Helpers, C, _),
      memberchk(Name/Arity, Helpers)
    },
    !,
    { head(helper(Name, Arguments), Home, Spec, C, Safe) }.
closure_of(Name, Arity, Arguments0, _, P, R, Safe) -->
    { allowed_goal(Name, Arity, _, Kinds),
      length(Arguments0, Given),
      length(GivenKinds, Given),
      append(GivenKinds, AddedKinds, Kinds),
      calls_one_of(AddedKinds)
    },
    !,
    refused(R, P, goal_known_at_run_time, Safe).
closure_of(Name, Arity, Arguments0, N, P, R, body_library:closure(C, Cost, Safe)) -->
    { N =< 4,
      allowed_goal(Name, Arity, Cost, Kinds)
    },
    !,
    { R = rewriting(_, _, _, C, _),
      length(Arguments0, Given),
      length(GivenKinds, Given),
      append(GivenKinds, _, Kinds)
    },
    call_arguments(GivenKinds, Arguments0, 1, P, R, Arguments),
    { Safe =.. [Name|Arguments] }.
closure_of(Name, Arity, _, _, P, R, Safe) -->
    { R = rewriting(_, _, Helpers, _, _),
      near_goal(Name, Helpers, Hint)
    },
    refused(R, P, forbidden_goal(Name/Arity, Hint), Safe).

%   What is added to a closure at run time must not be called by it, as in
%   maplist(call, [halt]).

calls_one_of([Kind|Kinds]) :-
    (   Kind == (-)
    ->  calls_one_of(Kinds)
    ;   true
    ).

%   Arithmetic is looked at here as far as it is written out; what a body
%   puts together at run time is checked when it is evaluated.

functions(is, [_, Expression], Position, R) -->
    !,
    { argument_position(Position, 2, P) },
    functions_in(Expression, P, R).
functions(Name, [X, Y], Position, R) -->
    { memberchk(Name, [=:=, =\=, <, >, =<, >=]) },
    !,
    { argument_position(Position, 1, P1),
      argument_position(Position, 2, P2)
    },
    functions_in(X, P1, R),
    functions_in(Y, P2, R).
functions(_, _, _, _) --> [].

functions_in(Expression, _, _) -->
    { ( var(Expression) ; number(Expression) ; is_list(Expression) ) },
    !.
functions_in(Expression, P, R) -->
    { callable(Expression),
      Expression =.. [Name|Arguments],
      length(Arguments, Arity),
      allowed_function(Name, Arity)
    },
    !,
    functions_in_list(Arguments, 1, P, R).
functions_in(Expression, P, R) -->
    { callable(Expression)
    ->  functor(Expression, Name, Arity),
        What = forbidden_function(Name/Arity)
    ;   What = not_a_number(Expression)
    },
    refused(R, P, What, _).

functions_in_list([], _, _, _) --> [].
functions_in_list([X|Xs], I, Position, R) -->
    { argument_position(Position, I, P),
      I1 is I + 1
    },
    functions_in(X, P, R),
    functions_in_list(Xs, I1, Position, R).

refused(rewriting(_, _, _, _, Where), Position, Message, fail) -->
    mistake(Where, Position, Message).

%!  called_helpers(+Body, +Helpers, -Called) is det.
%
%   Called are those of Helpers (Name/Arity) whose name stands anywhere in
%   Body: what is not among them is surely not used.

called_helpers(Body, Helpers, Called) :-
    findall(Name, said(Body, Name), Names0),
    sort(Names0, Names),
    called(Names, Helpers, Called).

said(Term, Name) :-
    atom(Term),
    !,
    Name = Term.
said(Term, Name) :-
    compound(Term),
    (   compound_name_arity(Term, Name, _)
    ;   arg(_, Term, Argument),
        said(Argument, Name)
    ).

%   Both lists are in the standard order.

called([], _, []).
called([_|_], [], []) :- !.
called([Name|Names], [Helper/Arity|Helpers], Called) :-
    compare(Order, Name, Helper),
    (   Order = (<)
    ->  called(Names, [Helper/Arity|Helpers], Called)
    ;   Order = (>)
    ->  called([Name|Names], Helpers, Called)
    ;   Called = [Helper/Arity|Called1],
        called([Name|Names], Helpers, Called1)
    ).

mentions(Term, Name) :-
    atom(Term),
    !,
    Term == Name.
mentions(Term, Name) :-
    compound(Term),
    compound_name_arguments(Term, Functor, Arguments),
    (   Functor == Name
    ->  true
    ;   member(Argument, Arguments),
        mentions(Argument, Name)
    ->  true
    ).

                 /*******************************
                 *            Running           *
                 *******************************/

%!  store_bodies(+Home, +Bodies) is det.
%
%   Bodies are what body_clause//6 made, in order.

store_bodies(Home, Bodies) :-
    forall(( member(body(Spec, Clause), Bodies),
             Clause = (Head :- _),
             body_head(Key, _, Head)
           ),
           store_body(Home, Spec, Key, Clause)).

%!  take_bodies(+Home, +Spec, -Bodies) is det.
%
%   Bodies are all of Spec, as store_bodies/2 takes them; they are forgotten.

take_bodies(Home, Spec, Bodies) :-
    findall(body(Spec, Clause), stored_clause(Home, Spec, Clause), Bodies),
    forget_bodies(Home, Spec).

stored_clause(Home, Spec, (Head :- Body)) :-
    stored_body(Home, Spec, Key, clause(Arguments, Body)),
    body_head(Key, Arguments, Head).

%!  same_bodies(+Home, +Spec, +Bodies) is semidet.
%
%   Storing Bodies would give what is stored of Spec, but for the names of
%   variables.

same_bodies(Home, Spec, Bodies) :-
    findall(Clause, stored_clause(Home, Spec, Clause), Stored),
    findall(Kept, ( member(body(Spec, Clause), Bodies), kept_form(Clause, Kept) ), New),
    by_predicate(Stored, Sorted),
    by_predicate(New, NewSorted),
    Sorted =@= NewSorted.

by_predicate(Clauses, Sorted) :-
    findall((Key/Arity)-(Head :- Body),
            ( member((Head :- Body), Clauses),
              body_head(Key, Arguments, Head),
              length(Arguments, Arity)
            ),
            Keyed),
    keysort(Keyed, SortedKeyed),
    pairs_values(SortedKeyed, Sorted).

%!  spec_mentions(+Home, +Spec, +Name) is semidet.
%
%   A clause of Spec, a helper that is a fact included, has Name in it.

spec_mentions(Home, Spec, Name) :-
    stored_body(Home, Spec, _, clause(Arguments, Body)),
    mentions(said(Arguments, Body), Name),
    !.

%!  body_clauses(+Home, +Spec, +Kind, +Name, -Clauses) is det.
%
%   Clauses are clause(Arguments, Body), in order, of the condition or the
%   adjustment Name, or of the helper Name/Arity; their safe forms, in which
%   everything that a file wrote is still to be told apart.

body_clauses(Home, Spec, Kind, Name0, Clauses) :-
    arity(Kind, Name0, Name, Arity),
    key(Home, Spec, Kind, Name, Key),
    findall(Clause, body_clause_of(Key, Arity, Clause), Clauses).

arity(condition, Name, Name, 2).
arity(adjustment, Name, Name, 5).
arity(helper, Name/Arity, Name, Arity).

%!  helper_call(+Home, +Spec, +Goal, -Helper, -Arguments) is semidet.
%
%   Goal is the safe form of a call to Helper, the Name/Arity of its safe form,
%   of Spec. A stored clause has it without the module where a goal stands, and
%   with it inside a closure.

helper_call(Home, Spec, Goal0, Name/Arity, Arguments) :-
    (   Goal0 = Module:Goal,
        Module == body_store
    ->  true
    ;   Goal = Goal0
    ),
    nonvar(Goal),
    body_head(Key, Arguments, Goal),
    atom(Key),
    key(Home, Spec, helper, '', Prefix),
    atom_concat(Prefix, Name, Key),
    length(Arguments, Arity).

%!  condition_outcome(+Home, +Spec, +Condition, +Call, -Outcome) is det.
%
%   Call is call(Circumstances, SubMatch). Outcome is `true`, `false`, or
%   broken(Reason) where the body threw or ran past its limit.

condition_outcome(Home, Spec, Condition, call(C, SubMatch), Outcome) :-
    head(condition(Condition, SubMatch), Home, Spec, C, Goal),
    run(body_store:Goal, Outcome).

%!  adjustment_outcome(+Home, +Spec, +Adjustment, +Call, -Outcome) is det.
%
%   Call is call(Circumstances, State, Mode, Old, New); New is bound where
%   Outcome is `true`.

adjustment_outcome(Home, Spec, Adjustment, call(C, State, Mode, Old, New), Outcome) :-
    head(adjustment(Adjustment, State, Mode, Old, New), Home, Spec, C, Goal),
    run(body_store:Goal, Outcome0),
    (   Outcome0 == true,
        \+ small(New, 10000)
    ->  Outcome = broken(no_value(State))
    ;   Outcome = Outcome0
    ).

%   small(+Term, +Most) is semidet.
%
%   Term, written out, has at most Most parts. A body can make terms that have
%   no end, or no end in practice: parts that are shared count each time.

small(Term, Most) :-
    acyclic_term(Term),
    parts(Term, Most, _).

parts(Term, Most, Rest) :-
    Most > 0,
    Most1 is Most - 1,
    (   compound(Term)
    ->  compound_name_arity(Term, _, Arity),
        parts_of(1, Arity, Term, Most1, Rest)
    ;   Rest = Most1
    ).

parts_of(I, Arity, Term, Most, Rest) :-
    (   I > Arity
    ->  Rest = Most
    ;   arg(I, Term, Argument),
        parts(Argument, Most, Most1),
        I1 is I + 1,
        parts_of(I1, Arity, Term, Most1, Rest)
    ).

%   showable(+Error, -Showable): what a warning can say of it.

showable(Error, Showable) :-
    (   Error = error(Formal, _)
    ->  (   small(Formal, 1000)
        ->  Showable = error(Formal, _)
        ;   functor(Formal, Name, _),
            Showable = error(Name, _)
        )
    ;   small(Error, 1000)
    ->  Showable = Error
    ;   Showable = error(too_large_to_show, _)
    ).

%   A body is run for its first solution only.

run(Goal, Outcome) :-
    (   catch(call_with_inference_limit(Goal, 1000000, Limit), Error, true)
    ->  (   nonvar(Error)
        ->  showable(Error, Showable),
            Outcome = broken(threw(Showable))
        ;   Limit == inference_limit_exceeded
        ->  Outcome = broken(inference_limit)
        ;   Outcome = true
        )
    ;   Outcome = false
    ).
