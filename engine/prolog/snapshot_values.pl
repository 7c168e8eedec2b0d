% SPDX-License-Identifier: Apache-2.0
:- module(snapshot_values,
          [ value_json/3,               % +Value, +Layers, -Json
            json_values/3               % +Json, +Layers, -Values
          ]).
:- use_module(exact_numbers, [is_rational/1]).
:- use_module(reader, [read_source/3]).
:- use_module(value_reader, [read_value/4]).
:- use_module(value_writer, [value_text/2]).
:- use_module(units, [unit_space/2]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(library(assoc), [list_to_assoc/2]).

/** <module> Values in a snapshot: as the language writes them, where that is exact

`"48*kilohertz"` is read as any file is, with the words that the session has.
What would not come back as it was, such as a value in a unit that the session
has replaced since, or the word `true` of an enumeration, is written as what it
is inside: `{"exact": "value(term, none, point(true))"}` (values.pl).
*/

%!  value_json(+Value, +Layers, -Json) is det.

value_json(Value, Layers, Json) :-
    value_text(Value, Text),
    (   written_value(Text, Layers, Back),
        Back == Value
    ->  Json = string(Text)
    ;   format(string(Exact), '~W', [Value, [quoted(true), spacing(next_argument)]]),
        Json = object([exact-string(Exact)])
    ).

%!  json_values(+Json, +Layers, -Values) is det.
%
%   Values is an assoc of the JSON of each value that stands anywhere in Json,
%   at the key `value` or in an object `states`, to the value: many participants
%   have few different ones. What is no value is not in it.

json_values(Json, Layers, Values) :-
    findall(ValueJson, value_in(Json, ValueJson), All),
    sort(All, Different),
    findall(ValueJson-Value,
            ( member(ValueJson, Different),
              json_value(ValueJson, Layers, Value)
            ),
            Pairs),
    list_to_assoc(Pairs, Values).

value_in(array(Jsons), Value) :-
    member(Json, Jsons),
    value_in(Json, Value).
value_in(object(Members), Value) :-
    member(Key-Json, Members),
    (   Key == value
    ->  Value = Json
    ;   Key == states,
        Json = object(States)
    ->  member(_-Value, States)
    ;   value_in(Json, Value)
    ).

%   json_value(+Json, +Layers, -Value) is semidet.

json_value(string(Text), Layers, Value) :-
    written_value(Text, Layers, Value).
json_value(object([exact-string(Text)]), _, Value) :-
    text_term(Text, Value),
    exact_value(Value).

written_value(Text, Layers, Value) :-
    text_term(Text, Term),
    read_value(Term, free, Layers, ok(Value)).

%   text_term(+Text, -Term) is semidet.
%
%   Text is one ground term. As an argument, since decimals are made exact
%   inside of terms only.

text_term(Text, Term) :-
    atomics_to_string(["value(", Text, " )."], Clause),
    read_source(text(snapshot, Clause), _, [clause(value(Term), _, _, _)]),
    ground(Term).

                 /*******************************
                 *         Exact terms          *
                 *******************************/

%   exact_value(+Term) is semidet.
%
%   Term is a value as values.pl describes them.

exact_value(value(Space, Unit, Extent)) :-
    space_and_unit(Space, Unit),
    extent(Extent, Space).

space_and_unit(Space, Unit) :-
    (   memberchk(Space, [term, boolean, text, count])
    ->  Unit == none
    ;   resolved_unit(Unit),
        unit_space(Unit, Space)
    ).

resolved_unit(unit(Written, space(Quantity, _), Factor, Offset)) :-
    atom(Written),
    atom(Quantity),
    is_rational(Factor),
    Factor > 0,
    is_rational(Offset).

extent(point(P), Space) :-
    point(Space, P).
extent(points([P|Ps]), Space) :-
    is_list(Ps),
    all_points([P|Ps], Space).
extent(interval(Lower, Upper), Space) :-
    end(Lower, Space),
    end(Upper, Space),
    [Lower, Upper] \== [unbounded, unbounded].
extent(joined(closed(P1, U1), closed(P2, U2)), Space) :-
    end(closed(P1, U1), Space),
    end(closed(P2, U2), Space).

all_points([], _).
all_points([P|Ps], Space) :-
    point(Space, P),
    all_points(Ps, Space).

point(term, P) :-
    !,
    atom(P),
    P \== [].
point(boolean, P) :-
    !,
    memberchk(P, [true, false]).
point(text, P) :-
    !,
    string(P).
point(count, P) :-
    !,
    integer(P),
    P >= 0.
point(_, P) :-
    is_rational(P).

end(unbounded, Space) :-
    \+ memberchk(Space, [term, boolean, text]).
end(closed(P, Unit), Space) :-
    bound(P, Unit, Space).
end(open(P, Unit), Space) :-
    bound(P, Unit, Space).

bound(P, Unit, Space) :-
    \+ memberchk(Space, [term, boolean, text]),
    space_and_unit(Space, Unit),
    point(Space, P).
