% SPDX-License-Identifier: Apache-2.0
:- module(body_library,
          [ allowed_goal/4,             % +Name, +Arity, -Cost, -Arguments
            allowed_names/1,            % -Names
            allowed_function/2,         % +Name, +Arity
            current_state/3,            % +Circumstances, +State, -Value
            submatch_value/4,           % +Circumstances, +SubMatch, +Path, -Value
            in_unit/4,                  % +Circumstances, +Value, +Unit, -Number
            charged/1,                  % :Goal
            texts/1,                    % :Goal
            by_product/1,               % :Goal
            calculate/2,                % ?Number, +Expression
            compare_numbers/3,          % +X, +Relation, +Y
            collect/3,                  % +Template, :Goal, -List
            collect/4,                  % +Template, :Goal, -List, ?Tail
            aggregate/3,                % +What, :Goal, -Result
            closure/4,                  % +Circumstances, +Cost, +Closure, ?X1
            closure/5,                  % as closure/4, more arguments
            closure/6,
            closure/7,
            wrapped/5                   % +Cost, +Circumstances, +Name, +Arguments, -Goal
          ]).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(pairs)).
:- use_module(exact_numbers, [is_rational/1]).
:- use_module(units, [resolve_unit/3, to_base/3, from_base/3, unit_space/2]).
:- use_module(knowledge_base, [state_value/3]).
:- use_module(value_writer, [value_term/2]).
:- use_module(submatch, [matched_value/3]).

/** <module> What the body of a condition or an adjustment may call

A body is run under a limit of inferences. That bounds its time only if one
inference is bounded too, so what takes time in proportion to a term is
charged for the size of the term (charged/1), whole numbers and texts have a
largest size, and what depends on time, chance or anything outside the
description is not here at all. bodies.pl refuses every other goal when a
file is loaded, and puts the wrappers of this module in the place of the
goals that need one.
*/

:- meta_predicate
    charged(0),
    texts(0),
    by_product(0),
    collect(-, 0, -),
    collect(-, 0, -, ?),
    aggregate(+, 0, -).

%!  allowed_goal(+Name, +Arity, -Cost, -Arguments) is semidet.
%
%   Bodies may call Name/Arity. Cost says how it is called:
%
%     - `native`: as it is; every step of it is an inference
%     - `charged`, `texts`, `by_product`: through the predicate of that name
%     - instead(Wrapper): Wrapper, a predicate of this module, in its place
%     - comparison: compare_numbers/3 in its place
%     - asked: a predicate of this module with the circumstances put first
%
%   Arguments says what each argument is: 0 a goal, N > 0 a closure that is
%   called with N more arguments, `-` data.

allowed_goal(Name, Arity, Cost, Arguments) :-
    functor(Head, Name, Arity),
    (   meta(Head, Cost)
    ->  Head =.. [_|Arguments]
    ;   plain(Arity, Cost, Names),
        memberchk(Name, Names)
    ->  length(Arguments, Arity),
        maplist(=(-), Arguments)
    ).

%!  allowed_names(-Names) is det.

allowed_names(Names) :-
    findall(Name,
            (   meta(Head, _),
                functor(Head, Name, _)
            ;   plain(_, _, Plain),
                member(Name, Plain)
            ),
            Names0),
    sort(Names0, Names).

meta(findall(-, 0, -), instead(collect)).
meta(findall(-, 0, -, -), instead(collect)).
meta(aggregate_all(-, 0, -), instead(aggregate)).
meta(forall(0, 0), native).
meta(once(0), native).
meta(ignore(0), native).
meta(call(0), native).
meta(call(1, -), native).
meta(call(2, -, -), native).
meta(call(3, -, -, -), native).
meta(maplist(1, -), native).
meta(maplist(2, -, -), native).
meta(maplist(3, -, -, -), native).
meta(foldl(3, -, -, -), native).
meta(foldl(4, -, -, -, -), native).
meta(include(1, -, -), native).
meta(exclude(1, -, -), native).
meta(partition(1, -, -, -), native).

plain(1, native, [var, nonvar, atom, number, integer, float, atomic, compound, string]).
plain(1, instead(is_rational), [rational]).
plain(1, charged, [is_list, ground]).
plain(2, native, [member, last, sumlist, permutation, pairs_keys, pairs_values]).
plain(2, by_product, [subset]).
plain(2, charged, [(=), (\=), (==), (\==), (@<), (@>), (@=<), (@>=), (=..), copy_term,
                   sort, msort, keysort, memberchk, append, reverse, list_to_set, flatten,
                   max_member, min_member, term_variables]).
plain(2, texts, [atom_length, atom_codes, atom_chars, char_code, number_codes, atom_number,
                 atom_string, number_string, string_length, string_chars, string_codes,
                 string_lower, string_upper, upcase_atom, downcase_atom, atomic_list_concat]).
plain(2, comparison, [(=:=), (=\=), (<), (>), (=<), (>=)]).
plain(2, instead(calculate), [is]).
plain(2, instead(list_length), [length]).
plain(2, instead(sum), [sum_list]).
plain(2, instead(greatest), [max_list]).
plain(2, instead(least), [min_list]).
plain(2, asked, [current_state]).
plain(3, asked, [submatch_value, in_unit]).
plain(3, native, [arg, between, append, nth0, nth1, numlist, delete, select, pairs_keys_values]).
plain(3, charged, [compare, selectchk]).
plain(3, instead(name_and_arity), [functor]).
plain(3, by_product, [subtract, intersection, union]).
plain(3, texts, [atom_concat, string_concat, atomic_list_concat]).
plain(4, charged, [sort]).
plain(4, texts, [split_string]).
plain(5, texts, [sub_atom, sub_string]).
plain(2, instead(successor), [succ]).
plain(3, instead(sum_of_two), [plus]).

                 /*******************************
                 *      What a body can ask     *
                 *******************************/

%!  current_state(+Circumstances, +State, -Value) is semidet.
%
%   Value, as written in the language, of the state of the participant whose
%   condition or adjustment is run.

current_state(circumstances(_, Participant), State, Value) :-
    atom(State),
    state_value(Participant, State, Internal),
    value_term(Internal, Value).

%!  submatch_value(+Circumstances, +SubMatch, +Path, -Value) is nondet.
%
%   Value that was matched at Path below the branch that bears the condition;
%   in the order of the match.

submatch_value(_, SubMatch, Path, Value) :-
    is_list(Path),
    matched_value(SubMatch, Path, Internal),
    value_term(Internal, Value).

%!  in_unit(+Circumstances, +Value, +Unit, -Number) is semidet.
%
%   Number is how much Value, a quantity, is in Unit; a list for a list.
%   Fails where Unit is of another quantity.

in_unit(circumstances(Layers, _), Numbers*Written, Unit, InUnit) :-
    atom(Written),
    atom(Unit),
    resolve_unit(Layers, Written, From),
    resolve_unit(Layers, Unit, To),
    unit_space(From, Space),
    unit_space(To, Space),
    (   is_rational(Numbers)
    ->  converted(From, To, Numbers, InUnit)
    ;   is_list(Numbers),
        charge(Numbers),
        maplist(converted(From, To), Numbers, InUnit)
    ).

converted(From, To, Number, Converted) :-
    is_rational(Number),
    to_base(From, Number, Base),
    from_base(To, Base, Converted).

                 /*******************************
                 *           Charging           *
                 *******************************/

%!  charged(:Goal) is nondet.
%
%   Goal, a call that takes time in proportion to its arguments, paid for
%   before it runs and, for what it made, after.

charged(Goal) :-
    charge(Goal),
    call(Goal),
    charge(Goal).

%   charge(+Term) is det.
%
%   Spend inferences in proportion to the size of Term.

charge(Term) :-
    '$term_size'(Term, _, Cells),
    spend(Cells // 16).

spend(Expression) :-
    Inferences is Expression,
    (   Inferences > 1
    ->  forall(between(1, Inferences, _), true)
    ;   true
    ).

%!  by_product(:Goal) is nondet.
%
%   Goal, a call that looks for each element of its first argument in the
%   second, a search that is one inference however long it is.

by_product(Goal) :-
    Goal = _:Plain,
    arg(1, Plain, List1),
    arg(2, Plain, List2),
    '$term_size'(List1, _, Cells1),
    '$term_size'(List2, _, Cells2),
    spend(Cells1 * Cells2 // 256),
    charged(Goal).

too_large(What) :-
    throw(error(resource_error(What), _)).

%   list_length(?List, ?Length) is nondet.
%   name_and_arity(?Term, ?Name, ?Arity) is det.
%
%   length/2 and functor/3, which in SWI-Prolog 9.0.4 end the process where they are to make
%   more than they can count the bytes of. A million elements or arguments is the most.

list_length(List, Length) :-
    (   integer(Length),
        Length > 1_000_000,
        \+ charged(body_library:is_list(List))
    ->  too_large(list)
    ;   charged(body_library:length(List, Length))
    ).

name_and_arity(Term, Name, Arity) :-
    (   var(Term),
        integer(Arity),
        Arity > 1_000_000
    ->  too_large(term)
    ;   charged(body_library:functor(Term, Name, Arity))
    ).

%!  texts(:Goal) is nondet.
%
%   Goal with all its texts, lists of texts included, at most 4,096
%   characters together, those that it makes too. They are paid for as
%   terms are.

texts(Goal) :-
    pay_for_texts(Goal),
    call(Goal),
    pay_for_texts(Goal).

pay_for_texts(Goal) :-
    charge(Goal),
    Goal = _:Plain,
    Plain =.. [_|Arguments],
    characters(Arguments, 0, Total),
    spend(Total // 16).

%   characters(+Term, +Total0, -Total) is det.

characters(Term, Total0, Total) :-
    (   nonvar(Term),
        Term = [Part|Parts]
    ->  characters(Part, Total0, Total1),
        characters(Parts, Total1, Total)
    ;   atomic(Term),
        Term \== []
    ->  atom_length(Term, Length),
        Total is Total0 + Length,
        (   Total > 4096
        ->  too_large(text)
        ;   true
        )
    ;   Total = Total0
    ).

%!  closure(+Circumstances, +Cost, +Closure, ?X1, ...) is nondet.
%
%   Closure, a goal of this module short of its last arguments, called with
%   them in the way that its Cost asks for.

closure(C, Cost, Closure, X1) :-
    completed(C, Cost, Closure, [X1]).
closure(C, Cost, Closure, X1, X2) :-
    completed(C, Cost, Closure, [X1, X2]).
closure(C, Cost, Closure, X1, X2, X3) :-
    completed(C, Cost, Closure, [X1, X2, X3]).
closure(C, Cost, Closure, X1, X2, X3, X4) :-
    completed(C, Cost, Closure, [X1, X2, X3, X4]).

completed(C, Cost, Closure, More) :-
    Closure =.. [Name|Arguments0],
    append(Arguments0, More, Arguments),
    wrapped(Cost, C, Name, Arguments, Goal),
    call(Goal).

%!  wrapped(+Cost, +Circumstances, +Name, +Arguments, -Goal) is det.
%
%   Goal, called in this module, does what Name with Arguments stands for.

wrapped(native, _, Name, Arguments, Goal) :-
    Goal =.. [Name|Arguments].
wrapped(charged, _, Name, Arguments, charged(body_library:Goal)) :-
    Goal =.. [Name|Arguments].
wrapped(texts, _, Name, Arguments, texts(body_library:Goal)) :-
    Goal =.. [Name|Arguments].
wrapped(by_product, _, Name, Arguments, by_product(body_library:Goal)) :-
    Goal =.. [Name|Arguments].
wrapped(instead(Wrapper), _, _, Arguments, Goal) :-
    Goal =.. [Wrapper|Arguments].
wrapped(comparison, _, Name, [X, Y], compare_numbers(X, Name, Y)).
wrapped(asked, C, Name, Arguments, Goal) :-
    Goal =.. [Name, C|Arguments].

                 /*******************************
                 *         All solutions        *
                 *******************************/

%!  collect(+Template, :Goal, -List) is det.
%!  collect(+Template, :Goal, -List, ?Tail) is det.
%
%   As findall/3 and findall/4; each solution is paid for.

collect(Template, Goal, List) :-
    findall(Template, ( call(Goal), charge(Template) ), List).

collect(Template, Goal, List, Tail) :-
    findall(Template, ( call(Goal), charge(Template) ), List, Tail).

%!  aggregate(+What, :Goal, -Result) is semidet.
%
%   As aggregate_all/3 with What one of `count`, sum(X), max(X), min(X),
%   bag(X) and set(X).

aggregate(count, Goal, Count) :-
    collect(x, Goal, List),
    length(List, Count).
aggregate(sum(X), Goal, Sum) :-
    collect(X, Goal, List),
    sum(List, Sum).
aggregate(max(X), Goal, Max) :-
    collect(X, Goal, List),
    greatest(List, Max).
aggregate(min(X), Goal, Min) :-
    collect(X, Goal, List),
    least(List, Min).
aggregate(bag(X), Goal, List) :-
    collect(X, Goal, List).
aggregate(set(X), Goal, Set) :-
    collect(X, Goal, List),
    charged(sort(List, Set)).

                 /*******************************
                 *          Arithmetic          *
                 *******************************/

%!  calculate(?Number, +Expression) is semidet.

calculate(Number, Expression) :-
    value(Expression, Number).

%!  compare_numbers(+X, +Relation, +Y) is semidet.

compare_numbers(X, Relation, Y) :-
    value(X, A),
    value(Y, B),
    related(Relation, A, B).

related(=:=, A, B) :- A =:= B.
related(=\=, A, B) :- A =\= B.
related(<, A, B) :- A < B.
related(>, A, B) :- A > B.
related(=<, A, B) :- A =< B.
related(>=, A, B) :- A >= B.

sum(List, Sum) :-
    foldl(add, List, 0, Sum).

add(X, Sum0, Sum) :-
    value(Sum0 + X, Sum).

greatest([X|Xs], Max) :-
    foldl(greater, Xs, X, Max).

greater(X, Max0, Max) :-
    value(max(Max0, X), Max).

least([X|Xs], Min) :-
    foldl(lesser, Xs, X, Min).

lesser(X, Min0, Min) :-
    value(min(Min0, X), Min).

successor(X, Y) :-
    (   var(X)
    ->  value(Y - 1, X),
        X >= 0
    ;   X >= 0,
        value(X + 1, Y)
    ).

sum_of_two(X, Y, Z) :-
    (   var(Z)
    ->  value(X + Y, Z)
    ;   var(Y)
    ->  value(Z - X, Y)
    ;   value(Z - Y, X)
    ).

%   value(+Expression, -Number) is det.
%
%   Numbers stay exact: `/` of rationals is a rational. No whole number
%   has more than 4,096 bits.

value(Expression, _) :-
    var(Expression),
    !,
    throw(error(instantiation_error, _)).
value(Number, Number) :-
    number(Number),
    !.
value([Expression], Number) :-
    !,
    value(Expression, Number).
value(Name, Number) :-
    constant(Name, Number),
    !.
value(Expression, Number) :-
    compound(Expression),
    Expression =.. [Name|Arguments],
    values(Arguments, Numbers),
    operation(Numbers, Name, Number0),
    !,
    bounded(Number0),
    Number = Number0.
value(Expression, _) :-
    throw(error(type_error(evaluable, Expression), _)).

values([], []).
values([Expression|Expressions], [Number|Numbers]) :-
    value(Expression, Number),
    values(Expressions, Numbers).

constant(pi, Pi) :- Pi0 = pi, Pi is Pi0.
constant(e, E) :- E0 = e, E is E0.

operation([X, Y], /, Z) :-
    !,
    (   is_rational(X),
        is_rational(Y),
        Y =\= 0
    ->  Z is X rdiv Y
    ;   Z is X / Y
    ).
operation([X, Y], Power, Z) :-
    memberchk(Power, [**, ^]),
    !,
    power(X, Y, Z).
operation([X, Y], <<, Z) :-
    integer(X),
    integer(Y),
    !,
    shifted(X, Y, Z).
operation([X, Y], >>, Z) :-
    integer(X),
    integer(Y),
    !,
    Left is -Y,
    shifted(X, Left, Z).
operation(Numbers, Name, Z) :-
    length(Numbers, Arity),
    function(Arity, Names),
    memberchk(Name, Names),
    Expression =.. [Name|Numbers],
    Z is Expression.

%!  allowed_function(+Name, +Arity) is semidet.
%
%   An arithmetic function whose value depends on its arguments alone.

allowed_function(Name, 0) :-
    constant(Name, _).
allowed_function(Name, Arity) :-
    function(Arity, Names),
    memberchk(Name, Names).

function(1, [-, +, abs, sign, truncate, integer, round, ceiling, floor, sqrt, sin, cos, tan,
             asin, acos, atan, exp, log, log2, float, numerator, denominator, \, msb, rational,
             rationalize, float_integer_part, float_fractional_part]).
function(2, [+, -, *, /, //, mod, rem, div, min, max, gcd, rdiv, <<, >>, /\, \/, xor, **, ^,
             atan2, atan, copysign, truncate, log]).

power(X, Y, Z) :-
    (   rational(X, N, D),
        integer(Y)
    ->  Exponent is abs(Y),
        Size is (msb(max(abs(N), D)) + 1) * Exponent,
        (   Size > 4096
        ->  too_large(number)
        ;   Y >= 0
        ->  Z is N**Exponent rdiv D**Exponent
        ;   Z is D**Exponent rdiv N**Exponent
        )
    ;   Z is float(X)**Y
    ).

%   shifted(+Number, +Left, -Shifted) is det.
%
%   SWI-Prolog 9.0.4 shifts by the last 32 bits of what is said. By so many bits to the right,
%   nothing but the sign is left of any number.

shifted(X, Left, Z) :-
    (   Left > 4096
    ->  too_large(number)
    ;   Right is min(-Left, 8192),
        Z is X >> Right
    ).

%   bounded(+Number) is det.

bounded(Number) :-
    (   rational(Number, N, D),
        (   large(N)
        ;   large(D)
        )
    ->  too_large(number)
    ;   true
    ).

large(N) :-
    N =\= 0,
    msb(abs(N)) > 4096.
