% SPDX-License-Identifier: Apache-2.0
:- module(test_body_library, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(occurs), [sub_term/2]).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/body_library', [allowed_names/1]).

/** <module> What bodies may call does what it is known to do

Each of the goals below is the body of a match condition; the match is made where
it holds.
*/

%   holds(?Body), fails(?Body)

holds("var(_), nonvar(a), atom(a), number(1r3), integer(2), rational(0.5), X is sqrt(4), float(X)").
holds("atomic(\"a\"), compound(f(a)), string(\"a\"), is_list([a]), ground(f(a))").
holds("\\+ is_list([a|_]), \\+ ground(f(_)), \\+ X == a, X = a, X == a, X \\== b, X \\= b").
holds("a @< b, b @> a, a @=< a, b @>= a, compare(<, a, b)").
holds("X is 2 + 3 * 4 - 1, X =:= 13, X =\\= 12, X < 14, X > 12, X =< 13, X >= 13").
holds("X is 1/3, X == 1r3, Y is 7 // 2, Y == 3, Z is 2 ** 10, Z == 1024, Z is 2 ^ 10").
holds("X is 1 << 10, X == 1024, Y is X >> 3, Y == 128, Z is 5 >> 100, Z == 0, V is -5 >> 100, V == -1").
holds("X is 5 >> (1 << 40), X == 0, Y is 5 << -1, Y == 2, Z is 5 >> -1, Z == 10, V is 0 << 4096, V == 0").
holds("X is max(1, min(2, 3)) + abs(-1) + sign(-2) + 7 mod 4 + gcd(4, 6), X == 7").
holds("succ(1, X), X == 2, succ(Y, 2), Y == 1, plus(1, 2, Z), Z == 3, plus(A, 2, 3), A == 1").
holds("between(1, 3, X), X =:= 3, findall(Y, between(1, 3, Y), L), L == [1, 2, 3]").
holds("length([a, b], N), N == 2, length(L, 2), L = [x, y], \\+ length([a], 2000000)").
holds("functor(f(a, b), N, A), N/A == f/2, functor(T, g, 2), T = g(_, _), \\+ functor(f(a), f, 2000000)").
holds("T =.. [f, a], T == f(a), arg(1, T, X), X == a, copy_term(f(V), C), C = f(a), var(V)").
holds("term_variables(f(X, Y), Vs), Vs == [X, Y]").
holds("member(b, [a, b]), memberchk(b, [a, b]), append([a], [b], L), L == [a, b], append([[a], [b]], L)").
holds("last([a, b], X), X == b, nth0(0, [a, b], Y), Y == a, nth1(2, [a, b], Z), Z == b").
holds("reverse([a, b], L), L == [b, a], delete([a, b, a], a, M), M == [b], select(a, [a, b], N), N == [b]").
holds("selectchk(a, [a, b], L), L == [b], subtract([a, b], [a], M), M == [b], subset([a], [b, a])").
holds("intersection([a, b], [b], L), L == [b], union([a], [b], M), M == [a, b], list_to_set([a, a], [a])").
holds("sort([b, a, b], L), L == [a, b], msort([b, a, b], M), M == [a, b, b], sort(0, @>=, [a, b], [b, a])").
holds("keysort([2-a, 1-b], L), L == [1-b, 2-a], pairs_keys(L, K), K == [1, 2], pairs_values(L, V), V == [b, a]").
holds("pairs_keys_values(L, [a], [1]), L == [a-1], flatten([[a], b], M), M == [a, b], permutation([a, b], [b, a])").
holds("numlist(1, 3, L), sum_list(L, S), S == 6, sumlist(L, S), max_list(L, A), A == 3, min_list(L, B), B == 1").
holds("max_member(X, [a, b]), X == b, min_member(Y, [a, b]), Y == a").
holds("findall(X, member(X, [b, a]), L), L == [b, a], findall(X, member(X, [b]), M, [c]), M == [b, c]").
holds("aggregate_all(count, member(_, [a, b]), C), C == 2, aggregate_all(max(X), member(X, [1, 2]), M), M == 2").
holds("aggregate_all(sum(X), member(X, [1, 2]), 3), aggregate_all(bag(X), member(X, [b, a]), [b, a])").
holds("aggregate_all(min(X), member(X, [1, 2]), 1), aggregate_all(set(X), member(X, [b, a]), [a, b])").
holds("forall(member(X, [1, 2]), X > 0), once(member(_, [a, b])), ignore(fail), call(atom, a)").
holds("maplist(atom, [a]), maplist(succ, [1, 2], L), L == [2, 3], maplist(plus, [1], [2], [3]), call(succ, 1, 2)").
holds("foldl(plus, [1, 2], 0, S), S == 3, foldl(add_product, [1, 2], [3, 4], 0, T), T == 11, call(plus, 1, 2, 3)").
holds("include(atom, [a, 1], L), L == [a], exclude(atom, [a, 1], M), M == [1], partition(atom, [a, 1], [a], [1])").
holds("atom_length(abc, N), N == 3, atom_codes(A, [97, 98]), A == ab, atom_codes(ab, L), L == [97, 98]").
holds("atom_chars(A, [a, b]), A == ab, char_code(C, 97), C == a, number_codes(N, [49, 50]), N == 12").
holds("atom_number('12', N), N == 12, atom_string(A, \"ab\"), A == ab, number_string(M, \"12\"), M == 12").
holds("string_length(\"abc\", N), N == 3, string_chars(S, [a, b]), S == \"ab\", string_codes(\"a\", L), L == [97]").
holds("string_lower(\"AB\", L), L == \"ab\", string_upper(L, U), U == \"AB\"").
holds("upcase_atom(ab, U), U == 'AB', downcase_atom(U, D), D == ab").
holds("atom_concat(a, b, C), C == ab, findall(X-Y, atom_concat(X, Y, ab), L), length(L, 3)").
holds("string_concat(\"a\", \"b\", C), C == \"ab\", string_concat(X, \"b\", \"ab\"), X == \"a\"").
holds("atomic_list_concat([a, 1, \"b\"], A), A == a1b, atomic_list_concat([a, b], -, B), B == 'a-b'").
holds("atomic_list_concat(L, -, 'a-b'), L == [a, b], split_string(\"a, b\", \",\", \" \", P), P == [\"a\", \"b\"]").
holds("sub_atom(abcd, 1, 2, A, S), A-S == 1-bc, findall(T, sub_atom(ab, _, 1, _, T), L), L == [a, b]").
holds("sub_string(\"abcd\", 1, 2, _, S), S == \"bc\", \\+ sub_atom(ab, _, _, _, c)").
holds("current_state(s, V), V == 48000*hertz, in_unit(V, kilohertz, N), N == 48").
holds("submatch_value(SubMatch, [function, direction], V), V == analog_to_digital").

fails("atom_length(abc, 2)").
fails("atom_concat(a, b, abc)").
fails("X is 5 >> 1, X > 2").
fails("sub_atom(abc, _, _, 0, b)").
fails("length([a, b], 3)").

matched(Body) :-
    format(string(Text), '
device(d, "d").
registration_unit(d, u).
state(d, s, 48000*hertz).
device_group(d, g, [task_element([task([registration_unit(u), match_condition(c),
    function([direction(analog_to_digital)])])])]).
match_condition(d, c, SubMatch) :- same(SubMatch), ~w.
same(_).
add_product(X, Y, Sum0, Sum) :- Sum is Sum0 + X*Y.
requester(r, "r"). outlet(r, o, [x-1]). composite_request(r, x, [q]). request(r, q, [rg]).
request_group(r, rg, taskflow, accept(1), [task_element([task([function([
    direction(analog_to_digital, weight(1))])])])]).
', [Body]),
    session_of(Text, Session),
    happens(Session, device_connect(s, d1, d), []),
    happens(Session, requester_create(s, r1, r), Warnings),
    (   Warnings == []
    ->  transactions(Session, [_])
    ;   throw(warned(Body, Warnings))
    ).

:- begin_tests(body_library).

test('what holds', [forall(holds(Body))]) :-
    matched(Body).

test('what does not', [forall(fails(Body)), fail]) :-
    matched(Body).

%   Every name is in one of the bodies: what nobody calls nobody knows to work.

test('nothing is left out', Missing == []) :-
    findall(Name,
            ( holds(Body),
              term_string(Term, Body),
              sub_term(Part, Term),
              callable(Part),
              functor(Part, Name, _)
            ),
            Used0),
    sort(Used0, Used),
    allowed_names(Names),
    subtract(Names, Used, Missing).

:- end_tests(body_library).
