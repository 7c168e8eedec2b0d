% SPDX-License-Identifier: Apache-2.0
:- module(edits,
          [ edited/2                    % +Terms0, -Terms
          ]).
:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(library(random)).

/** <module> Another version of descriptions, as somebody could have edited them

One edit at random: a term, an annotation or a value of a list goes, moves or
gets another name, a number or an initial value changes, a whole clause goes or
changes places with the next. What comes out may be wrong: then a load refuses it.
*/

%!  edited(+Terms0, -Terms) is det.

edited(Terms0, Terms) :-
    repeat,
    random_member(Edit, [without, without, swap, number, number, number, rename, initial, outlet,
                         clause, clauses]),
    once(edited(Edit, Terms0, Terms)),
    Terms \== Terms0,
    !.

edited(clause, Terms0, Terms) :-
    random_select(Term, Terms0, Terms),
    \+ functor(Term, device, 2),
    \+ functor(Term, requester, 2).
edited(clauses, Terms0, Terms) :-
    random_select(Term, Terms0, _),
    append(Before, [Term, Next|After], Terms0),
    append(Before, [Next, Term|After], Terms).
edited(Edit, Terms0, Terms) :-
    memberchk(Edit, [without, swap, number, rename, initial, outlet]),
    findall(Term, ( member(Term, Terms0), suits(Edit, Term) ), Suitable),
    random_member(Term0, Suitable),
    findall(Term, rewritten(Edit, Term0, Term), Rewritten),
    random_member(Term, Rewritten),
    append(Before, [Same|After], Terms0),
    Same == Term0,
    !,
    append(Before, [Term|After], Terms).

suits(without, Term) :- group(Term).
suits(swap, Term) :- group(Term).
suits(number, Term) :- group(Term).
suits(number, (_ :- _)).
suits(number, outlet(_, _, _)).
suits(rename, device_group(_, _, _)).
suits(rename, code_interface(_, _, _)).
suits(initial, state(_, _, _)).
suits(outlet, outlet(_, _, _)).

group(device_group(_, _, _)).
group(request_group(_, _, _, _, _)).

%   rewritten(+Edit, +Term0, -Term) is nondet.

rewritten(without, Term0, Term) :-
    somewhere(Term0, List0, List, Term),
    is_list(List0),
    select(_, List0, List).
rewritten(swap, Term0, Term) :-
    somewhere(Term0, List0, List, Term),
    is_list(List0),
    append(Before, [X, Y|After], List0),
    append(Before, [Y, X|After], List).
rewritten(number, Term0, Term) :-
    somewhere(Term0, Number0, Number, Term),
    number(Number0),
    (   Number is Number0 + 1
    ;   Number0 >= 1,
        Number is Number0 - 1
    ;   Number = 0
    ).
rewritten(rename, device_group(Spec, Name0, Terms), device_group(Spec, Name, Terms)) :-
    atom_concat(Name0, '_of_old', Name).
rewritten(rename, code_interface(Spec, Name, Operations), code_interface(Spec, Name, [another|Operations])).
rewritten(initial, state(Spec, State, _), state(Spec, State, Value)) :-
    member(Value, [3, true, [true, false], "text", word, 5*metre, at_least(2), 20*'°C']).
rewritten(outlet, outlet(Spec, Name, Alternatives0), outlet(Spec, Name, Alternatives)) :-
    (   append(Before, [A-P, B-Q|After], Alternatives0),
        append(Before, [A-Q, B-P|After], Alternatives)
    ;   append(Before, [A-P|After], Alternatives0),
        More is P + 100,
        append(Before, [A-More|After], Alternatives)
    ;   select(_, Alternatives0, Alternatives)
    ).

%   somewhere(+Term0, -Part0, -Part, -Term) is nondet.
%
%   Term is Term0 with one Part0 of it replaced by Part; never a tail of a list.

somewhere(Term0, Part0, Part, Term) :-
    nonvar(Term0),
    (   Part0 = Term0,
        Part = Term
    ;   is_list(Term0)
    ->  append(Before, [Element0|After], Term0),
        somewhere(Element0, Part0, Part, Element),
        append(Before, [Element|After], Term)
    ;   compound(Term0),
        Term0 =.. [Name|Arguments0],
        append(Before, [Argument0|After], Arguments0),
        somewhere(Argument0, Part0, Part, Argument),
        append(Before, [Argument|After], Arguments),
        Term =.. [Name|Arguments]
    ).
