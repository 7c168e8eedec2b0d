% SPDX-License-Identifier: Apache-2.0
:- module(test_hostile, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test, []).
:- use_module(loading).
:- use_module('../../../engine/prolog/engine_api').

/** <module> Bodies that nobody should trust, and data of absurd size

What reaches outside is refused when it is loaded. What is accepted ends soon,
whatever it does, with a warning where it went wrong, and the engine works
afterwards as before.
*/

:- set_prolog_flag(double_quotes, string).

%   refused(?Goal): no body may have it.

refused("open('/tmp/x', write, _)").
refused("see('/etc/passwd')").
refused("consult('/tmp/x.pl')").
refused("['/tmp/x.pl']").
refused("load_files(x, [])").
refused("use_module(library(process))").
refused("ensure_loaded(library(process))").
refused("shell('true')").
refused("process_create(path(true), [], [])").
refused("halt").
refused("halt(1)").
refused("abort").
refused("prolog").
refused("break").
refused("assertz(x)").
refused("asserta(x)").
refused("assert(x)").
refused("retract(x)").
refused("retractall(x(_))").
refused("abolish(x/1)").
refused("dynamic(x/1)").
refused("thread_create(true, _, [])").
refused("thread_send_message(main, x)").
refused("mutex_create(_)").
refused("set_prolog_flag(unknown, fail)").
refused("current_prolog_flag(home, _)").
refused("op(700, xfx, ===>)").
refused("nb_setval(x, 1)").
refused("b_setval(x, 1)").
refused("nb_getval(x, _)").
refused("setarg(1, f(x), y)").
refused("nb_setarg(1, f(x), y)").
refused("write(x)").
refused("print_message(error, x)").
refused("format(\"x\")").
refused("read(_)").
refused("current_output(_)").
refused("set_output(_)").
refused("tmp_file(x, _)").
refused("exists_file('/etc/passwd')").
refused("directory_files('/', _)").
refused("getenv('HOME', _)").
refused("setenv(x, y)").
refused("get_time(_)").
refused("random(_)").
refused("statistics(cputime, _)").
refused("garbage_collect").
refused("sleep(10)").
refused("trace").
refused("current_op(_, _, _)").
refused("current_predicate(_)").
refused("predicate_property(append(_, _, _), _)").
refused("clause(append(_, _, _), _)").
refused("term_to_atom(_, 'halt')").
refused("atom_to_term('halt', _, _)").
refused("read_term_from_atom('halt', _, [])").
refused("sformat(_, x, [])").
refused("with_output_to(string(_), true)").
refused("catch(true, _, true)").
refused("throw(x)").
refused("setup_call_cleanup(true, true, true)").
refused("call_cleanup(true, true)").
refused("call_with_inference_limit(true, 10, _)").
refused("call_with_depth_limit(true, 10, _)").
refused("call_with_time_limit(10, true)").
refused("freeze(_, halt)").
refused("when(true, halt)").
refused("dif(_, _)").
refused("put_attr(_, x, y)").
refused("tnot(x)").
refused("abolish_all_tables").
refused("snapshot(true)").
refused("transaction(true)").
refused("apply(halt, [])").
refused("not(true)").
refused("bagof(X, member(X, [1]), _)").
refused("setof(X, member(X, [1]), _)").
refused("repeat").
refused("numbervars(f(_), 0, _)").
refused("expand_goal(true, _)").
refused("prolog_load_context(_, _)").
refused("source_location(_, _)").
refused("engine_create(x, true, _)").
refused("yall:(>>(x, y))").
refused("[X]>>member(X, [1])").
refused("\\+ halt").
refused("(true ; halt)").
refused("(true -> halt ; true)").
refused("(true *-> halt ; true)").
refused("findall(x, halt, _)").
refused("findall(x, (true, halt), _, [])").
refused("forall(true, halt)").
refused("forall(halt, true)").
refused("aggregate_all(count, halt, _)").
refused("once(halt)").
refused("ignore(halt)").
refused("call(halt)").
refused("call(call, halt)").
refused("call(once, halt)").
refused("call(findall, x, halt, _)").
refused("maplist(call, [halt])").
refused("maplist(assertz, [x])").
refused("maplist(shell, ['true'])").
refused("maplist(ignore, [halt])").
refused("foldl(call, [halt], 1, _)").
refused("include(call, [halt], _)").
refused("exclude(once, [halt], _)").
refused("partition(call, [halt], _, _)").
refused("maplist(maplist(call), [[halt]])").
refused("maplist(findall(_), [halt], _)").
refused("maplist(forall(true), [halt])").
refused("G = halt, G").
refused("G = halt, call(G)").
refused("G = assertz(x), once(G)").
refused("member(G, [halt]), ignore(G)").
refused("G =.. [halt], G").
refused("G =.. [shell, true], call(G)").
refused("functor(G, halt, 0), G").
refused("C = assertz, call(C, x)").
refused("C = shell, maplist(C, ['true'])").
refused("findall(G, member(G, [halt]), [H|_]), call(H)").
refused("system:halt").
refused("user:assertz(x)").
refused("lists:append([], [], _)").
refused("knowledge_base:retractall(session(_, _, _, _))").
refused("M = system, M:halt").
refused("M = system, call(M:halt)").
refused("maplist(system:shell, ['true'])").
refused("call(system:(true, halt))").
refused("@(halt, system)").
refused("X is random(10)").
refused("X is random_float").
refused("X is cputime").
refused("X is realtime").
refused("X is 1 + cputime").
refused("X is inf").
refused("X is nan").
refused("3 < random(10)").
refused("X is cot(1) + walltime").
refused("body_library:charged(halt)").
refused("charged(halt)").
refused("texts(halt)").
refused("collect(x, halt, _)").
refused("closure(c, native, halt, x)").
refused("wrapped(native, c, halt, [], _)").
refused("state_value(_, _, _)").
refused("set_state(0, s, 1)").
refused("api_load(0, [], _)").
refused("load_sources(0, [], x, _)").
refused("store_facts(0, [])").
refused("session(_, _, _, _)").
refused("'d condition c'(c, x)").
refused("body_store:safe_body(k, c)").
refused("safe_body(k, c)").

%   endless(?Name, ?Body, ?Helpers): accepted; it must end soon all the same.

endless('counting for ever', "between(1, inf, X), X < 0", []).
endless('counting inside findall', "findall(X, between(1, inf, X), _)", []).
endless('counting inside forall', "forall(between(1, inf, X), X > 0)", []).
endless('counting inside aggregate_all', "aggregate_all(count, between(1, inf, _), _)", []).
endless('a loop', "loop", ["loop :- loop."]).
endless('a loop of two', "ping", ["ping :- pong.", "pong :- ping."]).
endless('a loop that is not the last call', "deep", ["deep :- deep, true."]).
endless('a loop that grows', "grow(a)", ["grow(X) :- grow(f(X, X))."]).
endless('a loop that grows a list', "grow([])", ["grow(X) :- grow([x|X])."]).
endless('a loop of choice points', "choice", ["choice :- choice.", "choice."]).
endless('left recursion', "left(a)", ["left(X) :- left(Y), Y = X.", "left(b)."]).
endless('a repeat of its own', "rep, fail", ["rep.", "rep :- rep."]).
endless('nested repeats', "rep, rep, fail", ["rep.", "rep :- rep."]).
endless('lists without end', "length(L, _), L = [a|b]", []).
endless('append without end', "append(X, [a], Y), X == Y", []).
endless('append of open lists', "append(_, _, _), fail", []).
endless('member of an open list', "member(x, _), fail", []).
endless('nth1 of an open list', "nth1(_, _, x), fail", []).
endless('select of an open list', "select(x, _, _), fail", []).
endless('permutations', "numlist(1, 12, L), permutation(L, P), P == []", []).
endless('permutations of an open list', "permutation(_, [1, 2, 3]), fail", []).
endless('subset of open lists', "subset([a, b], _), fail", []).
endless('maplist of open lists', "maplist(=(x), _), fail", []).
endless('foldl of open lists', "foldl(h, _, 0, _), fail", ["h(_, X, X)."]).
endless('delete of an open list', "delete(_, x, _), fail", []).
endless('last of an open list', "last(_, x), fail", []).
endless('a long numlist', "numlist(1, 100000000, _)", []).
endless('a longer numlist', "numlist(1, 1000000000000, _)", []).
endless('a long length', "length(_, 100000000)", []).
endless('a huge length', "length(_, 100000000000000)", []).
endless('a huge functor', "functor(_, f, 100000000)", []).
endless('a more than huge functor', "functor(_, f, 100000000000000)", []).
endless('huge functors again and again', "between(1, inf, _), functor(_, f, 100000), fail", []).
endless('a power of powers', "X is 7^7^7^7, X > 0", []).
endless('a power', "X is 2**100000000, X > 0", []).
endless('a negative power', "X is 2** -100000000, X > 0", []).
endless('a shift', "X is 1 << 100000000, X > 0", []).
endless('a shift by a negative number', "X is 1 >> -100000000, X > 0", []).
endless('a shift by a huge number', "X is 1 << (1 << 4000), X > 0", []).
endless('squaring', "square(3)", ["square(X) :- Y is X*X, square(Y)."]).
endless('adding up', "double(3)", ["double(X) :- Y is X+X, double(Y)."]).
endless('fractions', "third(1)", ["third(X) :- Y is X/3 + X, third(Y)."]).
endless('greatest common divisors', "fib(1, 1)", ["fib(X, Y) :- Z is X+Y, _ is gcd(X, Y), fib(Y, Z)."]).
endless('a product of a list', "numlist(1, 5000, L), foldl(times, L, 1, _)", ["times(X, Y, Z) :- Z is X*Y."]).
endless('doubling a term', "double(a, 100)", ["double(X, 0) :- !, ground(X).", "double(X, N) :- N1 is N-1, double(f(X, X), N1)."]).
endless('doubling a term and copying it', "double(a, 100)", ["double(X, 0) :- !, copy_term(X, _).", "double(X, N) :- N1 is N-1, double(f(X, X), N1)."]).
endless('doubling a term with a variable and copying it', "double(_, 40)", ["double(X, 0) :- !, copy_term(X, _).", "double(X, N) :- N1 is N-1, double(f(X, X), N1)."]).
endless('doubling a term and collecting it', "double(a, 40)", ["double(X, 0) :- !, findall(X, true, _).", "double(X, N) :- N1 is N-1, double(f(X, X), N1)."]).
endless('doubling two terms and comparing them', "double(a, X, 60), double(a, Y, 60), X == Y", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and unifying them', "double(a, X, 60), double(a, Y, 60), X = Y", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and unifying them in a head', "double(a, X, 60), double(a, Y, 60), same(X, Y)", ["same(X, X).", "double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and unifying them in the head of a structure', "double(a, X, 60), double(a, Y, 60), same(p(X, Y))", ["same(p(X, X)).", "double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and sorting them', "double(a, X, 60), double(a, Y, 60), msort([X, Y], _)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and looking for one', "double(a, X, 60), double(a, Y, 60), memberchk(X, [Y])", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and looking for one by member', "double(a, X, 60), double(a, Y, 60), member(X, [Y])", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and selecting one', "double(a, X, 60), double(a, Y, 60), select(X, [Y], _)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and deleting one', "double(a, X, 60), double(a, Y, 60), delete([Y], X, _)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and mapping over them', "double(a, X, 60), double(a, Y, 60), maplist(=(X), [Y])", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and finding the place of one', "double(a, X, 60), double(a, Y, 60), nth1(_, [Y], X)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and taking the last', "double(a, X, 60), double(a, Y, 60), last([Y], X)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and taking an argument', "double(a, X, 60), double(a, Y, 60), arg(1, f(Y), X)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and pairing them', "double(a, X, 60), double(a, Y, 60), pairs_keys([X-1], [Y])", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and testing for a subset', "double(a, X, 60), double(a, Y, 60), subset([X], [Y])", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('doubling two terms and counting one', "double(a, X, 60), double(a, Y, 60), aggregate_all(bag(X), true, [Y])", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('a doubled expression', "double(1, X, 100), Y is X, Y > 0", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(X+X, Y, N1)."]).
endless('a doubled list to flatten', "double([a], X, 100), flatten(X, _)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double([X, X], Y, N1)."]).
endless('an atom that doubles', "double(a)", ["double(X) :- atom_concat(X, X, Y), double(Y)."]).
endless('a string that doubles', "double(\"a\")", ["double(X) :- string_concat(X, X, Y), double(Y)."]).
endless('a joined list that doubles', "double(a)", ["double(X) :- atomic_list_concat([X, X], Y), double(Y)."]).
endless('all parts of a text', "findall(S, sub_atom(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, _, _, _, S), L), many(L)", ["many(L) :- findall(X-Y, (member(X, L), member(Y, L)), K), many(K)."]).
endless('many atoms', "between(1, inf, X), atom_number(A, X), atom_length(A, 100)", []).
endless('a cyclic term', "X = f(X), ground(X)", []).
endless('a cyclic list', "X = [a|X], length(X, _)", []).
endless('a cyclic list gone through', "X = [a|X], member(b, X)", []).
endless('a cyclic list mapped', "X = [a|X], maplist(=(a), X)", []).
endless('two cyclic terms', "X = f(X), Y = f(Y), X == Y", []).
endless('a cyclic expression', "X = 1+X, Y is X, Y > 0", []).
endless('a cyclic list added up', "X = [1|X], sum_list(X, _)", []).
endless('a cyclic list of texts', "X = [a|X], atomic_list_concat(X, _)", []).
endless('a cyclic path', "P = [task|P], submatch_value(S, P, _), S = []", []).
endless('a cyclic quantity', "L = [1|L], in_unit(L*hertz, kilohertz, _)", []).
endless('findall in findall', "findall(X, (between(1, 1000, _), findall(Y, between(1, 1000, Y), X)), _)", []).
endless('a sort of much', "numlist(1, 200000, L), again(L)", ["again(L) :- msort(L, M), reverse(M, N), again(N)."]).
endless('a union of much', "numlist(1, 20000, L), union(L, L, _), subtract(L, [], M), intersection(L, M, _)", []).
endless('a search of much', "numlist(1, 100000, L), again(L)", ["again(L) :- memberchk(100000, L), again(L)."]).
endless('exceptions again and again', "atom_length(_, _)", []).
endless('an unknown procedure at run time', "helper(_)", ["helper(X) :- X > 1."]).
endless('texts of texts', "again(\"a,b\")", ["again(X) :- split_string(X, \",\", \" \", L), atomic_list_concat(L, ',', Y), again(Y)."]).
endless('large texts made of codes', "length(L, 1000000), maplist(=(97), L), atom_codes(_, L)", []).
endless('large texts made of a number', "X is 10**1000, number_codes(X, L), again(L)", ["again(L) :- append(L, L, M), again(M)."]).
endless('foldl that grows', "numlist(1, 100000, L), foldl(pair, L, [], _)", ["pair(X, Y, [X, Y, Y])."]).
endless('a list longer than memory', "length(L, 1_000_000_000), L = [_|_]", []).
endless('a list longer than any address', "X is 2**62, length(L, X), L = [_|_]", []).
endless('a list longer than any number of bytes', "X is 2**64 // 24 + 2, maplist(length, [_], [X])", []).
endless('a term with more arguments than memory', "functor(T, f, 1_000_000_000), T = f(_)", []).
endless('a term with more arguments than addresses', "X is 2**62, functor(T, f, X), T = f(_)", []).
endless('a power of a power', "X is 2**(2**40), X > 0", []).
endless('a power of a huge number', "X is 3**(2**4000), X > 0", []).
endless('a power of a small number', "X is 1r3** -(2**40), X > 0", []).
endless('a shift by a huge number', "X is 1<<(2**4000), X > 0", []).
endless('a shift back by a huge negative number', "X is 1>> -(2**40), X > 0", []).
endless('a type error about a doubled term', "double(a, X, 60), atom_length(X, _)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('a doubled term where a number stands', "double(a, X, 60), arg(X, f(a), _)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('a doubled term as a name', "double(a, X, 60), functor(_, X, 3)", ["double(X, X, 0) :- !.", "double(X, Y, N) :- N1 is N-1, double(f(X, X), Y, N1)."]).
endless('a type error about a deep term', "deep(a, X, 100000), atom_length(X, _)", ["deep(X, X, 0) :- !.", "deep(X, Y, N) :- N1 is N-1, deep(f(X), Y, N1)."]).
endless('a type error about a deep list', "deep(a, X, 100000), arg(X, f(a), _)", ["deep(X, X, 0) :- !.", "deep(X, Y, N) :- N1 is N-1, deep([X], Y, N1)."]).
endless('a type error about a long list', "numlist(1, 200000, L), atom_length(f(L), _)", []).
endless('all parts of a long text', "length(L, 1300), maplist(=(97), L), atom_codes(A, L), findall(S, sub_atom(A, _, _, _, S), Ss), length(Ss, 0)", []).
endless('many long texts', "length(L, 1300), maplist(=(97), L), atom_codes(A, L), findall(P, (between(1, 100000, I), atom_concat(A, I, P)), Ps), length(Ps, 0)", []).
endless('many large numbers', "X is 2**2000, findall(Y, (between(1, 100000, I), Y is X + I), Ys), length(Ys, 0)", []).
endless('a large list again and again', "length(L, 1000000), findall(L, between(1, 100, _), Ls), length(Ls, 0)", []).
endless('a float that overflows', "X is 10.0**308 * 10.0, X > 0", []).
endless('a logarithm of nothing', "X is log(0), X > 0", []).
endless('a root of a negative number', "X is sqrt(-1), X > 0", []).
endless('a division by zero', "X is 1/0, X > 0", []).
endless('a float to a whole number', "X is truncate(1.0e300), Y is X**100, Y > 0", []).

%   spoilt(?Name, ?Body): the new value of a state is none of the language.

spoilt('nothing', "true").
spoilt('part of nothing', "New = f(_)").
spoilt('a compound term', "New = f(x)").
spoilt('an empty list', "New = []").
spoilt('a mixed list', "New = [1, a]").
spoilt('an unknown unit', "New = 1*wibble").
spoilt('a negative count', "New = -1").
spoilt('a half', "New is 1/2").
spoilt('any', "New = any").
spoilt('a cyclic term', "New = f(New)").
spoilt('a cyclic list', "New = [1|New]").
spoilt('a cyclic quantity', "L = [1|L], New = L*hertz").
spoilt('a cyclic range', "New = at_least(New)").
spoilt('a goal', "New = (:- halt)").
spoilt('a doubled term', "double(1, New, 60)").
spoilt('an open list', "New = [1|_]").
spoilt('an empty range', "New = between(2, 1)").
spoilt('a number with a variable for a unit', "New = 1*_").
spoilt('failure', "fail").
spoilt('a loop', "double(1, New, -1)").

                 /*******************************
                 *            Frames            *
                 *******************************/

device_text(Body, Helpers, Text) :-
    format(string(Condition), 'match_condition(d, c, SubMatch) :- same_(SubMatch), ~w.', [Body]),
    append([ "device(d, \"hostile\").",
             "registration_unit(d, u).",
             "state(d, s, 1).",
             Condition,
             "same_(_)."
           | Helpers
           ], [ "device_group(d, g, [task_element([task([registration_unit(u), match_condition(c), function([direction(analog_to_digital)])])])])."
              ], Lines),
    lines_text(Lines, Text).

adjusted_text(Body, Text) :-
    format(string(Adjustment), 'state_adjust(d, a, s, apply, _, New) :- same_(New), ~w.', [Body]),
    lines_text([ "device(d, \"hostile\").",
                 "registration_unit(d, u).",
                 "state(d, s, 7).",
                 Adjustment,
                 "same_(_).",
                 "double(X, X, 0) :- !.",
                 "double(X, Y, N) :- N1 is N-1, double([X, X], Y, N1).",
                 "device_group(d, g, [task_element([task([registration_unit(u), state_adjust(a), function([direction(analog_to_digital)])])])])."
               ], Text).

requester_text(Text) :-
    lines_text([ "requester(r, \"x\").",
                 "outlet(r, out, [best-1]).",
                 "composite_request(r, best, [rq]).",
                 "request(r, rq, [rg]).",
                 "request_group(r, rg, taskflow, accept(1), [task_element([task([function([direction(analog_to_digital, weight(1))])])])])."
               ], Text).

%   Another session in the same process: a good device is matched.

works_as_before :-
    device_text("true", [], Device),
    requester_text(Requester),
    with_session(Session,
                 ( text_diagnostics(Session, Device, _),
                   text_diagnostics(Session, Requester, []),
                   api_event(Session, requester_create(s, r1, r), silent, _, []),
                   api_event(Session, device_connect(s, d1, d), silent, _, []),
                   api_transactions(Session, [_])
                 )).

errors(Diagnostics, Errors) :-
    include([diagnostic(error, _, _, _, _, _)]>>true, Diagnostics, Errors).

:- begin_tests(refused).

test(what_reaches_outside_is_refused_where_it_stands,
     [forall(refused(Goal)), true(Errors = [_|_])]) :-
    device_text(Goal, [], Text),
    with_session(Session,
                 ( session_dump(Session, Before),
                   text_diagnostics(Session, Text, Diagnostics),
                   session_dump(Session, After)
                 )),
    Before == After,
    errors(Diagnostics, Errors),
    forall(member(diagnostic(_, _, Line, Column, Path, _), Errors),
           ( Line == 4,
             Column > 30,
             Path == 'd/c'
           )).

test(the_same_in_a_helper, [forall(refused(Goal)), true(Errors = [_|_])]) :-
    format(string(Helper), 'help :- ~w.', [Goal]),
    device_text("help", [Helper], Text),
    text_diagnostics(Text, Diagnostics),
    errors(Diagnostics, Errors).

test(helpers_of_another_spec, Errors = [_]) :-
    text_diagnostics("device(a, \"x\").\nmine(1).\nmatch_condition(a, c, _) :- mine(1).\ndevice(b, \"y\").\nmatch_condition(b, c, _) :- mine(1).\n",
                     Diagnostics),
    errors(Diagnostics, Errors).

test(a_helper_cannot_stand_for_a_control_structure,
     [forall(member(Clause, ["(A , B) :- A = B.", "(A ; B) :- A = B.", "(A -> B) :- A = B.",
                             "\\+ X :- X = 1.", "! :- true.", "A:B :- A = B.",
                             "submatch_value(_, _, 1).", "current_state(_, 1).",
                             "in_unit(_, _, 1).", "X is Y :- X = Y.", "X = Y :- X == Y."])),
      true(Errors = [_|_])]) :-
    device_text("true", [Clause], Text),
    text_diagnostics(Text, Diagnostics),
    errors(Diagnostics, Errors).

test(a_helper_named_like_a_predicate_of_the_engine_is_only_a_helper,
     [forall(member(Name, [charged, texts, collect, value, session, api_load, halt, assertz])),
      true(Errors-Transactions = []-[_])]) :-
    format(string(Call), '~w(1)', [Name]),
    format(string(Helper), '~w(X) :- X == 1.', [Name]),
    (   memberchk(Name, [halt, assertz])
    ->  Body = "true",
        Helpers = []
    ;   Body = Call,
        Helpers = [Helper]
    ),
    device_text(Body, Helpers, Device),
    requester_text(Requester),
    with_session(Session,
                 ( text_diagnostics(Session, Device, Errors),
                   text_diagnostics(Session, Requester, []),
                   api_event(Session, requester_create(s, r1, r), silent, _, []),
                   api_event(Session, device_connect(s, d1, d), silent, _, []),
                   api_transactions(Session, Transactions)
                 )).

test(a_term_to_be_expanded_is_a_helper_and_expands_nothing, Errors == []) :-
    device_text("true", ["goal_expansion(true, halt).", "term_expansion(x, halt).",
                         "user_goal_expansion(true, halt)."], Text),
    text_diagnostics(Text, Diagnostics),
    errors(Diagnostics, Errors),
    works_as_before.

:- end_tests(refused).

:- begin_tests(endless).

test(it_ends_soon_and_is_reported, [forall(endless(_Name, Body, Helpers)),
                                    true((Slowest < 5, Growth < 700_000_000))]) :-
    device_text(Body, Helpers, Device),
    requester_text(Requester),
    with_session(Session,
                 ( text_diagnostics(Session, Device, Diagnostics),
                   errors(Diagnostics, []),
                   text_diagnostics(Session, Requester, []),
                   api_event(Session, requester_create(s, r1, r), silent, _, []),
                   statistics(stack, Stack0),
                   timed(api_event(Session, device_connect(s, d1, d), silent, _, Warnings), Slowest),
                   statistics(stack, Stack),
                   Growth is Stack - Stack0,
                   forall(member(Warning, Warnings),
                          Warning = diagnostic(warning, 'test.pl', 4, 1, 'd/c', _)),
                   api_transactions(Session, Transactions),
                   (   Transactions == []
                   ->  api_units(Session, [unit(d1, u, true)])
                   ;   true
                   ),
                   api_event(Session, device_disconnect(d1), silent, _, [])
                 )),
    works_as_before.

:- end_tests(endless).

:- begin_tests(spoilt).

test(a_state_that_gets_no_value_stays_with_a_warning, [forall(spoilt(_Name, Body)),
                                            true((States == [state(d1, s, "7")], Seconds < 5))]) :-
    adjusted_text(Body, Device),
    requester_text(Requester),
    with_session(Session,
                 ( text_diagnostics(Session, Device, Diagnostics),
                   errors(Diagnostics, []),
                   text_diagnostics(Session, Requester, []),
                   api_event(Session, requester_create(s, r1, r), silent, _, []),
                   timed(api_event(Session, device_connect(s, d1, d), silent, _, Warnings), Seconds),
                   Warnings = [diagnostic(warning, 'test.pl', 4, 1, 'd/a', _)],
                   api_transactions(Session, [_]),
                   engine_under_test:states(Session, States)
                 )),
    works_as_before.

:- end_tests(spoilt).

:- begin_tests(memory).

%   In kibibytes, of everything above.

test(the_most_memory_that_was_used_is_bounded,
     [condition(exists_file('/proc/self/status')), true(Peak < 2_000_000)]) :-
    setup_call_cleanup(
        open('/proc/self/status', read, Stream),
        read_string(Stream, _, Status),
        close(Stream)),
    split_string(Status, "\n", "", Lines),
    member(Line, Lines),
    string_concat("VmHWM:", Rest, Line),
    !,
    split_string(Rest, " \t", " \t", Words),
    member(Word, Words),
    number_string(Peak, Word),
    !.

:- end_tests(memory).

:- begin_tests(size).

%   absurd(?Name, -Text)

absurd(parentheses, Text) :- nested("(", ")", Text).
absurd(lists, Text) :- nested("[", "]", Text).
absurd(open_lists, Text) :- nested("[", "", Text).
absurd(terms, Text) :- nested("f(", ")", Text).
absurd(braces, Text) :- nested("{", "}", Text).
absurd(signs, Text) :- nested("- ", "", Text).
absurd(sums, Text) :- nested("1+", "", Text).
absurd(negations, Text) :-
    repeated("\\+ ", 100000, Many),
    format(string(Text), 'device(a, "x").~nmatch_condition(a, c, _) :- ~wtrue.~n', [Many]).
absurd(conjunctions, Text) :-
    repeated("true, ", 100000, Many),
    format(string(Text), 'device(a, "x").~nmatch_condition(a, c, _) :- ~wtrue.~n', [Many]).
absurd(number, Text) :-
    repeated("1234567890", 100000, Many),
    format(string(Text), 'device(a, "x").~nstate(a, s, ~w*hertz).~n', [Many]).
absurd(exponent, "device(a, \"x\").\nstate(a, s, 1.0e-999999999*hertz).\n").
absurd(unknown_name, Text) :-
    repeated("abcdefghij", 1000000, Many),
    format(string(Text), 'device(a, "x").~nregistration_unit(~w, u).~n', [Many]).
absurd(unknown_term, Text) :-
    repeated("abcdefghij", 1000000, Many),
    format(string(Text), 'device(a, "x").~ndevice_group(a, g, [~w([])]).~n', [Many]).

%   large(?Name, -Text): large, and fine all the same.

large(list, Text) :-
    repeated("1, ", 1000000, Many),
    format(string(Text), 'device(a, "x").~nstate(a, s, [~w 1]).~n', [Many]).
large(name, Text) :-
    repeated("abcdefghij", 1000000, Many),
    format(string(Text), 'device(a, "x").~nregistration_unit(a, ~w).~n', [Many]).
large(text, Text) :-
    repeated("abcdefghij", 1000000, Many),
    format(string(Text), 'device(a, "~w").~n', [Many]).
large(facts, Text) :-
    findall(Line, ( between(1, 10000, N), format(string(Line), 'registration_unit(a, u~w).', [N]) ),
            Lines),
    lines_text(["device(a, \"x\")."|Lines], Text).

nested(Open, Close, Text) :-
    repeated(Open, 100000, Opens),
    repeated(Close, 100000, Closes),
    format(string(Text), 'device(a, "x").~nstate(a, s, ~w1~w).~n', [Opens, Closes]).

repeated(Text, Count, Many) :-
    length(List, Count),
    maplist(=(Text), List),
    atomic_list_concat(List, Many).

test(what_is_absurd_is_reported_in_a_short_sentence,
     [forall(absurd(_Name, Text)), true((Seconds < 20, Error = error, Line == 2, Length < 500))]) :-
    timed(text_diagnostics(Text, Diagnostics), Seconds),
    Diagnostics = [diagnostic(Error, _, Line, _, Path, Sentence)|_],
    string_length(Sentence, Length0),
    atom_length(Path, Length1),
    Length is Length0 + Length1.

test(what_is_too_large_for_the_memory_there_is_changes_nothing, [true(After == Before)]) :-
    large(list, Text),
    current_prolog_flag(stack_limit, Limit),
    with_session(Session,
                 ( session_dump(Session, Before),
                   setup_call_cleanup(
                       set_prolog_flag(stack_limit, 100_000_000),
                       text_diagnostics(Session, Text, Diagnostics),
                       set_prolog_flag(stack_limit, Limit)),
                   memberchk(diagnostic(error, 'test.pl', _, _, _, _), Diagnostics),
                   session_dump(Session, After)
                 )),
    works_as_before.

test(what_is_large_and_fine_is_loaded, [forall(large(_Name, Text)), true((Seconds < 20, Diagnostics == []))]) :-
    timed(text_diagnostics(Text, Diagnostics), Seconds).

:- end_tests(size).
