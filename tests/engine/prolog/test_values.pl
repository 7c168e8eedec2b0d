% SPDX-License-Identifier: Apache-2.0
:- module(test_values, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/values').
:- use_module('../../../engine/prolog/value_reader').
:- use_module('../../../engine/prolog/value_writer').
:- use_module('../../../engine/prolog/exact_numbers').

%   meets(+Asked, +Had, +Kind, -Text): Text is how the overlap is printed,
%   `nothing` where there is none.

meets(Asked, Had, Kind, Text) :-
    value_or_any(Asked, Kind, AskedValue),
    value(Had, Kind, HadValue),
    (   overlap(AskedValue, HadValue, Matched)
    ->  written(Matched, Text)
    ;   Text = nothing
    ).

value_or_any(any, _, any) :- !.
value_or_any(Term, Kind, Value) :-
    value(Term, Kind, Value).

%   As a file would be read: with exact numbers.

read_back(Text, Kind, Value) :-
    term_of(Text, Term),
    value(Term, Kind, Value).

term_of(Text, Term) :-
    string_codes(Text, Codes),
    format(string(Clause), 'term(~s).', [Codes]),
    reader:read_source(text(t, Clause), _, [clause(term(Term), _, _, _)]).

:- begin_tests(what_is_written).

%   row(Term, Kind, Printed): a row of the table "Values" of the language.

row(digital, enumeration, "digital").
row([rca_connector, rca_connector], enumeration, "[rca_connector, rca_connector]").
row([a, b, c], enumeration, "[a, b, c]").
row('Mini DIN', enumeration, "'Mini DIN'").
row(true, boolean, "true").
row(false, boolean, "false").
row([true, false], boolean, "[true, false]").
row([false, true], boolean, "[false, true]").
row(2, count, "2").
row(0, count, "0").
row([1, 2], count, "[1, 2]").
row([2], count, "[2]").
row(48000*hertz, quantity(frequency), "48000*hertz").
row(441r10*kilohertz, quantity(frequency), "44.1*kilohertz").
row(48*kHz, quantity(frequency), "48*kHz").
row(83r10*mm, quantity(length), "8.3*mm").
row([32, 441r10, 48]*kilohertz, quantity(frequency), "[32, 44.1, 48]*kilohertz").
row([32]*kilohertz, quantity(frequency), "[32]*kilohertz").
row(at_least(1*hertz), quantity(frequency), "at_least(1*hertz)").
row(above(1*hertz), quantity(frequency), "above(1*hertz)").
row(at_most(1*hertz), quantity(frequency), "at_most(1*hertz)").
row(below(1*hertz), quantity(frequency), "below(1*hertz)").
row(between(1*hertz, 2*kilohertz), quantity(frequency), "between(1*hertz, 2*kilohertz)").
row(and(above(1*hertz), at_most(2*hertz)), quantity(frequency),
    "and(above(1*hertz), at_most(2*hertz))").
row(and(above(1*hertz), below(2*hertz)), quantity(frequency),
    "and(above(1*hertz), below(2*hertz))").
row(and(at_least(1*hertz), below(2*hertz)), quantity(frequency),
    "and(at_least(1*hertz), below(2*hertz))").
row(and(at_least(1*hertz), at_most(2*hertz)), quantity(frequency),
    "and(at_least(1*hertz), at_most(2*hertz))").
row(at_least(2), count, "at_least(2)").
row(above(2), count, "above(2)").
row(at_most(2), count, "at_most(2)").
row(below(2), count, "below(2)").
row(between(1, 4), count, "between(1, 4)").
row(and(above(1), below(4)), count, "and(above(1), below(4))").
row("a text", text, "\"a text\"").
row("with \"quotes\" and \\", text, "\"with \\\"quotes\\\" and \\\\\"").
row("", text, "\"\"").
row(-3*decibel, quantity(level), "-3*decibel").
row(-1r2*decibel, quantity(level), "-0.5*decibel").
row(1r3*metre, quantity(length), "1r3*metre").

test('a value prints as it was written', [forall(row(Term, Kind, Printed)), Text == Printed]) :-
    value(Term, Kind, Value),
    written(Value, Text).

test('what a value prints means the same value',
     [forall(row(Term, Kind, _)), Back == Value]) :-
    value(Term, Kind, Value),
    written(Value, Text),
    read_back(Text, Kind, Back).

test('a state takes a value by its shape alone',
     [forall(row(Term, _, Printed)), Text == Printed]) :-
    value(Term, free, Value),
    written(Value, Text).

test('closed bounds in an `and` are shared as between is',
     [forall(member(Had, [ between(0*hertz, 9*hertz), at_least(2*hertz), at_most(2*hertz),
                           and(above(1*hertz), below(3*hertz)), 2*hertz ])), Text == Expected]) :-
    meets(and(at_least(1*hertz), at_most(3*hertz)), Had, quantity(frequency), Text),
    meets(between(1*hertz, 3*hertz), Had, quantity(frequency), Expected),
    Expected \== nothing.

:- end_tests(what_is_written).

:- begin_tests(what_is_refused).

%   refused(Term, Kind, Path, Problem): `other_form` where the value is of no
%   form that its kind has.

refused([], enumeration, [], empty_list).
refused([], boolean, [], empty_list).
refused([], count, [], empty_list).
refused([]*hertz, quantity(frequency), [1], empty_list).
refused([a, 2], enumeration, [2], expected_element(term)).
refused([a, "b"], enumeration, [2], expected_element(term)).
refused([true, maybe], boolean, [2], expected_element(boolean)).
refused([1, -1], count, [2], expected_element(count)).
refused([1, 1r2], count, [2], expected_element(count)).
refused(any, enumeration, [], other_form).
refused(2, enumeration, [], other_form).
refused("digital", enumeration, [], other_form).
refused(yes, boolean, [], other_form).
refused(-1, count, [], other_form).
refused(1r2, count, [], other_form).
refused(2*hertz, count, [], other_form).
refused(digital, text, [], other_form).
refused(48000, quantity(frequency), [], other_form).
refused(hertz, quantity(frequency), [], other_form).
refused(48*"hertz", quantity(frequency), [2], expected_unit).
refused(48*second, quantity(frequency), [2], other_quantity(second, time, frequency)).
refused(a*hertz, quantity(frequency), [1], expected_number).
refused([1, a]*hertz, quantity(frequency), [1, 2], expected_number).
refused(at_least(2), quantity(frequency), [1], expected_bound(frequency)).
refused(at_least([1, 2]*hertz), quantity(frequency), [1], expected_bound(frequency)).
refused(between(1*hertz, 2*second), quantity(frequency), [2, 2],
        other_quantity(second, time, frequency)).
refused(at_least(-1), count, [1], expected_element(count)).
refused(between(1, x), count, [2], expected_element(count)).
% Nothing lies in these.
refused(between(2*hertz, 1*hertz), quantity(frequency), [], empty_range).
refused(between(1*kilohertz, 999*hertz), quantity(frequency), [], empty_range).
refused(and(above(1*hertz), at_most(1*hertz)), quantity(frequency), [], empty_range).
refused(and(at_least(1*hertz), below(1*hertz)), quantity(frequency), [], empty_range).
refused(and(above(1*hertz), below(1*hertz)), quantity(frequency), [], empty_range).
refused(between(3, 2), count, [], empty_range).
refused(and(above(2), below(3)), count, [], empty_range).
refused(and(above(2), at_most(2)), count, [], empty_range).
refused(below(0), count, [], empty_range).
% Levels of two references have no order.
refused(between(1*decibel, 2*dBu), quantity(level), [], bounds_of_two_spaces).
refused(between(1*neper, 20*decibel), quantity(level), [], bounds_of_two_spaces).
% Only a lower and an upper bound, in this order, join.
refused(and(at_most(2), at_least(1)), count, [], other_form).
refused(and(at_least(1), at_least(2)), count, [], other_form).
refused(and(between(1, 2), at_most(2)), count, [], other_form).

test('a value that means nothing is refused, with its place and the reason',
     [forall(refused(Term, Kind, Path, Expected)), FoundPath-Problem == Path-Expected]) :-
    layers(Layers),
    read_value(Term, Kind, Layers, problem(FoundPath, Found)),
    (   functor(Found, Name, _),
        memberchk(Name, [expected, expected_form, unit_missing])
    ->  Problem = other_form
    ;   Problem = Found
    ).

test('an unknown unit is refused', Written == kilohurtz) :-
    layers(Layers),
    read_value(48*kilohurtz, quantity(frequency), Layers,
               problem([2], unknown_unit(Written, frequency, Layers))).

variable(_, enumeration).
variable([_], enumeration).
variable(_*hertz, quantity(frequency)).
variable(2*_, quantity(frequency)).
variable([_]*hertz, quantity(frequency)).
variable(at_least(_), quantity(frequency)).
variable(at_least(_), count).
variable(and(_, at_most(2)), count).
variable(_, free).
variable([_], free).
variable([a, _], free).
variable(at_least(_), free).

test('a variable is never a value', [forall(variable(Term, Kind)), Outcome == problem]) :-
    layers(Layers),
    call_with_inference_limit(read_value(Term, Kind, Layers, Result), 10_000, Limit),
    (   Limit == inference_limit_exceeded
    ->  Outcome = does_not_end
    ;   functor(Result, Outcome, _)
    ).

:- end_tests(what_is_refused).

:- begin_tests(overlap).

%   overlap_row(Asked, Had, Kind, Printed): every pair of forms.

% One term or a list of terms.
overlap_row(digital, digital, enumeration, "digital").
overlap_row(digital, analog, enumeration, nothing).
overlap_row(digital, [analog, digital], enumeration, "digital").
overlap_row([analog, digital], digital, enumeration, "digital").
overlap_row([c, a, b], [a, b, c], enumeration, "[c, a, b]").
overlap_row([c, x, a], [a, b, c], enumeration, "[c, a]").
overlap_row([x, b], [a, b, c], enumeration, "b").
overlap_row([x, y], [a, b], enumeration, nothing).
overlap_row([rca, rca], [rca, rca], enumeration, "[rca, rca]").
overlap_row([rca, rca], rca, enumeration, "[rca, rca]").
overlap_row(rca, [rca, rca], enumeration, "rca").
overlap_row([rca], [rca, xlr], enumeration, "rca").
% Booleans.
overlap_row(true, true, boolean, "true").
overlap_row(true, false, boolean, nothing).
overlap_row(true, [false, true], boolean, "true").
overlap_row([true, false], false, boolean, "false").
overlap_row([true, false], [false, true], boolean, "[true, false]").
% Texts, to the letter.
overlap_row("Line", "Line", text, "\"Line\"").
overlap_row("Line", "line", text, nothing).
overlap_row("Line", "Line ", text, nothing).
% Counts: lists.
overlap_row(2, 2, count, "2").
overlap_row(2, [1, 2], count, "2").
overlap_row([2, 1], [1, 2, 4], count, "[2, 1]").
overlap_row([2, 3], [1, 2, 4], count, "2").
overlap_row(3, [1, 2], count, nothing).
% Counts: list with range, range with list.
overlap_row(2, at_least(2), count, "2").
overlap_row(2, above(2), count, nothing).
overlap_row(2, at_most(2), count, "2").
overlap_row(2, below(2), count, nothing).
overlap_row([4, 1, 3], between(2, 4), count, "[4, 3]").
overlap_row([1, 2, 3], and(above(1), below(3)), count, "2").
overlap_row(at_least(2), [4, 1, 2], count, "[4, 2]").
overlap_row(at_least(2), 2, count, "2").
overlap_row(above(2), 2, count, nothing).
overlap_row(below(2), [1, 2, 3], count, "1").
% Counts: range with range, whole numbers only.
overlap_row(at_least(2), at_most(2), count, "2").
overlap_row(above(2), at_most(3), count, "and(above(2), at_most(3))").
overlap_row(above(2), below(3), count, nothing).
overlap_row(above(2), below(4), count, "and(above(2), below(4))").
overlap_row(at_least(3), at_most(2), count, nothing).
overlap_row(below(1), at_most(5), count, "below(1)").
overlap_row(between(1, 4), between(2, 6), count, "between(2, 4)").
overlap_row(between(1, 4), between(4, 6), count, "4").
overlap_row(between(1, 4), between(5, 6), count, nothing).
% Quantities: lists, in the request's unit and order.
overlap_row(48000*hertz, 48*kilohertz, quantity(frequency), "48000*hertz").
overlap_row(48*kilohertz, 48000*hertz, quantity(frequency), "48*kilohertz").
overlap_row(44100*hertz, [32, 441r10, 48]*kilohertz, quantity(frequency), "44100*hertz").
overlap_row([48, 441r10]*kHz, [44100, 48000]*hertz, quantity(frequency), "[48, 44.1]*kHz").
overlap_row([32, 441r10, 48, 96]*kHz, [96000, 44100]*hertz, quantity(frequency),
            "[44.1, 96]*kHz").
overlap_row([96, 441r10]*kHz, [44100]*hertz, quantity(frequency), "44.1*kHz").
overlap_row(44101*hertz, 441r10*kilohertz, quantity(frequency), nothing).
overlap_row(254*millimetre, 10*inch, quantity(length), "254*millimetre").
% Quantities: the request's list with the device's range.
overlap_row(48*kHz, at_least(48000*hertz), quantity(frequency), "48*kHz").
overlap_row(48*kHz, above(48000*hertz), quantity(frequency), nothing).
overlap_row(48*kHz, at_most(48000*hertz), quantity(frequency), "48*kHz").
overlap_row(48*kHz, below(48000*hertz), quantity(frequency), nothing).
overlap_row([96, 32, 48]*kHz, between(32*kHz, 48*kHz), quantity(frequency), "[32, 48]*kHz").
overlap_row([96, 32, 48]*kHz, and(above(32*kHz), below(96*kHz)), quantity(frequency), "48*kHz").
% Quantities: the request's range with the device's list, in the request's unit.
overlap_row(at_least(44100*hertz), [32, 48, 441r10]*kHz, quantity(frequency),
            "[48000, 44100]*hertz").
overlap_row(above(44100*hertz), [32, 48, 441r10]*kHz, quantity(frequency), "48000*hertz").
overlap_row(at_most(1*kHz), 1500*hertz, quantity(frequency), nothing).
overlap_row(between(40*kHz, 45000*hertz), 44100*hertz, quantity(frequency), "44.1*kHz").
% Quantities: range with range. One-sided, the same way.
overlap_row(at_least(1*hertz), at_least(2*hertz), quantity(frequency), "at_least(2*hertz)").
overlap_row(at_least(1*kHz), at_least(2*hertz), quantity(frequency), "at_least(1*kHz)").
overlap_row(at_least(1*kHz), at_least(2500*hertz), quantity(frequency), "at_least(2.5*kHz)").
overlap_row(at_least(1*hertz), above(1*hertz), quantity(frequency), "above(1*hertz)").
overlap_row(above(1*hertz), at_least(1*hertz), quantity(frequency), "above(1*hertz)").
overlap_row(above(1*hertz), above(2*hertz), quantity(frequency), "above(2*hertz)").
overlap_row(at_most(1*hertz), at_most(2*hertz), quantity(frequency), "at_most(1*hertz)").
overlap_row(at_most(1*hertz), below(1*hertz), quantity(frequency), "below(1*hertz)").
overlap_row(below(1*hertz), at_most(1*hertz), quantity(frequency), "below(1*hertz)").
overlap_row(below(1*hertz), below(2*hertz), quantity(frequency), "below(1*hertz)").
% One-sided, facing each other.
overlap_row(at_least(1*hertz), at_most(2*hertz), quantity(frequency), "between(1*hertz, 2*hertz)").
overlap_row(at_least(1*hertz), at_most(1*hertz), quantity(frequency), "1*hertz").
overlap_row(at_least(1*hertz), below(1*hertz), quantity(frequency), nothing).
overlap_row(above(1*hertz), at_most(1*hertz), quantity(frequency), nothing).
overlap_row(at_least(2*hertz), at_most(1*hertz), quantity(frequency), nothing).
overlap_row(above(1*hertz), at_most(2*hertz), quantity(frequency),
            "and(above(1*hertz), at_most(2*hertz))").
overlap_row(at_least(1*hertz), below(2*hertz), quantity(frequency),
            "and(at_least(1*hertz), below(2*hertz))").
overlap_row(above(1*hertz), below(2*hertz), quantity(frequency),
            "and(above(1*hertz), below(2*hertz))").
overlap_row(at_most(2*hertz), above(1*hertz), quantity(frequency),
            "and(above(1*hertz), at_most(2*hertz))").
overlap_row(below(2*kHz), at_least(1500*hertz), quantity(frequency),
            "and(at_least(1.5*kHz), below(2*kHz))").
% With two ends.
overlap_row(between(1*kHz, 3*kHz), between(2000*hertz, 4000*hertz), quantity(frequency),
            "between(2*kHz, 3*kHz)").
overlap_row(between(1*kHz, 3*kHz), between(3000*hertz, 4000*hertz), quantity(frequency), "3*kHz").
overlap_row(between(1*kHz, 3*kHz), between(3001*hertz, 4000*hertz), quantity(frequency), nothing).
overlap_row(between(1*kHz, 3*kHz), and(above(3*kHz), below(4*kHz)), quantity(frequency), nothing).
overlap_row(between(1*kHz, 3*kHz), and(above(1*kHz), below(3*kHz)), quantity(frequency),
            "and(above(1*kHz), below(3*kHz))").
overlap_row(between(1*kHz, 3*kHz), and(above(1*kHz), at_most(3*kHz)), quantity(frequency),
            "and(above(1*kHz), at_most(3*kHz))").
overlap_row(and(above(1*kHz), below(3*kHz)), between(2*kHz, 4*kHz), quantity(frequency),
            "and(at_least(2*kHz), below(3*kHz))").
overlap_row(between(1*kHz, 3*kHz), at_least(2*kHz), quantity(frequency), "between(2*kHz, 3*kHz)").
overlap_row(at_least(2*kHz), between(1*kHz, 3*kHz), quantity(frequency), "between(2*kHz, 3*kHz)").
overlap_row(between(2*kHz, 2*kHz), at_least(1*kHz), quantity(frequency), "2*kHz").
% A range of two units: that of its first-written bound.
overlap_row(between(1*kHz, 3000*hertz), at_least(1*hertz), quantity(frequency),
            "between(1*kHz, 3*kHz)").
overlap_row(between(1000*hertz, 3*kHz), 2*kHz, quantity(frequency), "2000*hertz").
overlap_row(and(above(1*kHz), below(3000*hertz)), at_least(1*hertz), quantity(frequency),
            "and(above(1*kHz), below(3*kHz))").
% Offsets and levels.
overlap_row(0*degree_celsius, 27315r100*kelvin, quantity(temperature), "0*degree_celsius").
overlap_row(between(0*degree_celsius, 40*degree_celsius), at_least(50*degree_fahrenheit),
            quantity(temperature), "between(10*degree_celsius, 40*degree_celsius)").
overlap_row(-10*dBV, -10*decibel_volt, quantity(level), "-10*dBV").
overlap_row(-10*dBV, -10*decibel, quantity(level), nothing).
overlap_row(4*dBu, 4*dBV, quantity(level), nothing).
overlap_row(at_least(0*decibel), at_least(0*neper), quantity(level), nothing).
overlap_row(180*degree, 1r2*turn, quantity(angle), "180*degree").
overlap_row(180*degree, at_least(1*radian), quantity(angle), nothing).
% any: what the device has, as it stands.
overlap_row(any, [32, 441r10]*kHz, quantity(frequency), "[32, 44.1]*kHz").
overlap_row(any, between(1*kHz, 3000*hertz), quantity(frequency), "between(1*kHz, 3000*hertz)").
overlap_row(any, [a, b], enumeration, "[a, b]").
overlap_row(any, [a], enumeration, "[a]").
overlap_row(any, "text", text, "\"text\"").
overlap_row(any, [true, false], boolean, "[true, false]").
overlap_row(any, above(2), count, "above(2)").
% Any quantity will do where the kind names none, but only like meets like.
overlap_row(between(0*degree, 270*degree), 90*degree, quantity, "90*degree").
overlap_row(10*millimetre, 10*second, quantity, nothing).

test('two values share what they should',
     [forall(overlap_row(Asked, Had, Kind, Text)), Found == Text]) :-
    meets(Asked, Had, Kind, Found).

different(1, 1*hertz).
different(1, true).
different(true, a).
different("a", a).
different(1*hertz, 1*second).

test('values of two sorts share nothing', [forall(different(Asked, Had)), Found == nothing]) :-
    meets(Asked, Had, free, Found).

%   A range by its definition, point by point: the common range holds what
%   both hold and nothing else.

test('a common range holds exactly what both ranges hold') :-
    for_random(400, 7, common_range_is_right).

common_range_is_right :-
    random_range(Asked),
    random_range(Had),
    value(Asked, count, AskedValue),
    value(Had, count, HadValue),
    findall(N, ( between(0, 12, N), inside(Asked, N), inside(Had, N) ), Common),
    (   overlap(AskedValue, HadValue, Matched)
    ->  written(Matched, Text),
        read_back(Text, count, _),
        term_string(Shared, Text),
        findall(N, ( between(0, 12, N), inside(Shared, N) ), Common)
    ;   Common == []
    ).

%   Bounds up to 9, so that whatever two ranges share shows below 12.

random_range(Range) :-
    repeat,
    random_between(0, 9, A),
    random_between(0, 9, B),
    one_of([ at_least(A), above(A), at_most(B), below(B), between(A, B),
             and(above(A), below(B)), and(at_least(A), below(B)), and(above(A), at_most(B)) ],
           Range),
    once(( between(0, 12, N), inside(Range, N) )),
    !.

inside(N, M) :- integer(N), M =:= N.
inside(at_least(A), N) :- N >= A.
inside(above(A), N) :- N > A.
inside(at_most(A), N) :- N =< A.
inside(below(A), N) :- N < A.
inside(between(A, B), N) :- N >= A, N =< B.
inside(and(L, U), N) :- inside(L, N), inside(U, N).

:- end_tests(overlap).

:- begin_tests(printing).

test('what is printed means the same value, whatever the value', Seen == 1000) :-
    flag(printed_values, _, 0),
    for_random(1000, 11, printed_means_the_same),
    flag(printed_values, Seen, Seen).

printed_means_the_same :-
    random_value(Kind, Value),
    written(Value, Text),
    (   catch(read_back(Text, Kind, Back), Error,
              ( print_message(error, Error), fail )),
        Back == Value
    ->  true
    ;   format(user_error, "does not read back: ~s~n", [Text]),
        fail
    ),
    flag(printed_values, N, N + 1).

random_value(Kind, Value) :-
    repeat,
    one_of([enumeration, boolean, text, count, quantity], Drawn),
    random_term(Drawn, Term),
    layers(Layers),
    read_value(Term, Drawn, Layers, ok(Value)),
    !,
    Kind = Drawn.

random_term(enumeration, Term) :- alternatives(random_name, Term).
random_term(boolean, Term) :- alternatives(one_of([true, false]), Term).
random_term(count, Term) :-
    (   maybe
    ->  alternatives(random_between(0, 100), Term)
    ;   range(random_between(0, 100), Term)
    ).
random_term(text, Text) :-
    random_between(0, 8, Length),
    length(Codes, Length),
    maplist(random_code, Codes),
    string_codes(Text, Codes).
random_term(quantity, Term) :-
    (   maybe
    ->  alternatives(random_rational, Numbers),
        random_unit(_, Unit),
        Term = Numbers*Unit
    ;   random_unit(Quantity, _),
        range(random_quantity(Quantity), Term)
    ).

random_quantity(Quantity, Number*Unit) :-
    repeat,
    random_unit(Quantity0, Unit),
    Quantity0 == Quantity,
    !,
    random_rational(Number).

alternatives(Draw, Term) :-
    (   maybe
    ->  call(Draw, Term)
    ;   random_between(1, 4, Length),
        length(Term, Length),
        maplist(Draw, Term)
    ).

range(Draw, Range) :-
    call(Draw, A),
    call(Draw, B),
    one_of([ at_least(A), above(A), at_most(B), below(B), between(A, B),
             and(above(A), below(B)), and(at_least(A), below(B)), and(above(A), at_most(B)) ],
           Range).

random_name(Name) :-
    one_of([digital, 'Mini DIN', 'it''s', 'a\\b', '1/4 inch', 'é', 'Ω', '+', '-', '.', ',', '|', '{}',
            ';', '!', is, mod, dynamic, 'line\nbreak', 'ends in \\', '=..', '->', '[', ' ', '°'],
           Name).

random_code(Code) :-
    one_of([0'a, 0'Z, 0' , 0'", 0'\\, 0'\n, 0'\t, 0'', 0'`, 0'~, 0'%, 0'é, 0'Ω, 0x1F600], Code).

%   Every spelling that a unit has, without prefixes.

random_unit(Quantity, Unit) :-
    findall(Q-U, unit_spelling(Q, U), Units),
    one_of(Units, Quantity-Unit).

unit_spelling(Quantity, Unit) :-
    layers(Layers),
    vocabulary:word(Layers, unit(Name, Quantity, _, Symbol, _)),
    \+ memberchk(Quantity, [level, angle, angular_velocity, angular_acceleration]),
    member(Unit, [Name, Symbol]).

test('every name and symbol of a unit reads back from print',
     [forall(every_spelling(Unit)), Back == Value]) :-
    value(5*Unit, quantity, Value),
    written(Value, Text),
    read_back(Text, quantity, Back).

every_spelling(Unit) :-
    layers(Layers),
    vocabulary:word(Layers, unit(Name, _, _, Symbol, _)),
    (   Unit = Name
    ;   Symbol \== Name,
        Unit = Symbol
    ).

%   exact_number(Written, Rational)

exact_number("0.1", 1r10).
exact_number("44.1", 441r10).
exact_number("11.025", 11025r1000).
exact_number("1.0", 1).
exact_number("0.12345678901234567", 12345678901234567r100000000000000000).
exact_number("0.123456789012345678901234567890123", 123456789012345678901234567890123r1000000000000000000000000000000000).
exact_number("12345678901234567890.5", 24691357802469135781r2).
exact_number("9007199254740993.0", 9007199254740993).
exact_number("1.0e3", 1000).
exact_number("1.5e-3", 3r2000).
exact_number("1e10", 10000000000).
exact_number("2.5E2", 250).
exact_number("-0.5", -1r2).
exact_number("-0.05", -1r20).
exact_number("1.0e-30", 1r1000000000000000000000000000000).
exact_number("1.7976931348623157e308", N) :- N is 17976931348623157 * 10**292.
exact_number("441r10", 441r10).
exact_number("(44.1)", 441r10).

test('a decimal is the number that its digits say',
     [forall(exact_number(Written, Exact)), Number =:= Exact]) :-
    string_concat(Written, "*hertz", Text),
    term_of(Text, Number*hertz).

printed_number(0, "0").
printed_number(48000, "48000").
printed_number(-48000, "-48000").
printed_number(441r10, "44.1").
printed_number(1r2, "0.5").
printed_number(-1r8, "-0.125").
printed_number(1r3, "1r3").
printed_number(-22r7, "-22r7").
printed_number(1r1024, "0.0009765625").
printed_number(12345678901234567r100000000000000000, "0.12345678901234567").
printed_number(1r1000000000000000000000000000000, "0.000000000000000000000000000001").
printed_number(1000000000000000000000000000000, "1000000000000000000000000000000").

test('a number prints whole, as a terminating decimal, or as a fraction',
     [forall(printed_number(Number, Printed)), Text == Printed]) :-
    number_text(Number, Atomic),
    atom_string(Atomic, Text).

test('a float becomes the decimal that it prints',
     [forall(member(Float-Exact, [0.1-1r10, 44.1-441r10, -0.5-(-1r2), 1.0e22-10000000000000000000000, 0.30000000000000004-30000000000000004r100000000000000000])),
      Number =:= Exact]) :-
    float_rational(Float, Number).

test('no number is infinite', fail) :-
    Infinite is inf,
    float_rational(Infinite, _).

test('a printed number reads as itself') :-
    for_random(500, 13, number_reads_as_itself).

number_reads_as_itself :-
    random_rational(Number),
    number_text(Number, Atomic),
    atom_string(Atomic, Text),
    term_of(Text, Back),
    Back == Number.

:- end_tests(printing).
