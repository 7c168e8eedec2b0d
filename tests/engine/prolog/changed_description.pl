% SPDX-License-Identifier: Apache-2.0
:- module(changed_description,
          [ changed_description/5,      % +Terms0, +DeviceSpec, +DeviceGroup, +Change, -Terms
            text_of_terms/2             % +Terms, -Text
          ]).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module('../plain/generate', []).

/** <module> A description as a researcher changes it

Makes the changes that explain names in the terms of a description file, as
the header of the library says they are made. Nothing of the engine is used.
*/

%!  changed_description(+Terms0, +DeviceSpec, +DeviceGroup, +Change, -Terms) is det.
%
%   Change is as api_explain/4 has it, found on DeviceGroup of DeviceSpec. One that
%   is not about a description leaves it as it is.

changed_description(Terms0, Spec, Group, absent(Path, Asked), Terms) :-
    !,
    edited_group(Path, add(Asked), Spec, Group, Terms0, Terms).
changed_description(Terms0, Spec, Group, other_value(Path, Asked, _), Terms) :-
    !,
    edited_group(Path, add(Asked), Spec, Group, Terms0, Terms).
changed_description(Terms0, Spec, Group, unit_needed_twice(Path, Unit, _), Terms) :-
    !,
    edited_group(Path, drop(Unit), Spec, Group, Terms0, Terms).
changed_description(Terms0, _, _, condition_refuses(_, Condition, Spec), Terms) :-
    !,
    exclude(condition_clause(Spec, Condition), Terms0, Terms1),
    append(Terms1, [match_condition(Spec, Condition, _)], Terms).
changed_description(Terms, _, _, _, Terms).

condition_clause(Spec, Condition, Term) :-
    (   Term = (Head :- _)
    ->  true
    ;   Head = Term
    ),
    subsumes_term(match_condition(Spec, Condition, _), Head).

edited_group(Path, Edit, Spec, Group, Terms0, Terms) :-
    atomic_list_concat(Steps, /, Path),
    append(Before, [device_group(Spec, Group, Modules0)|After], Terms0),
    !,
    edited(Steps, Edit, [], Modules0, Modules, Element),
    append(Before, [device_group(Spec, Group, Modules)|After], Terms1),
    maplist(with_element(Element, Spec), Terms1, Terms).

%   edited(+Steps, +Edit, +Names, +List0, -List, -Element): Element is the innermost
%   element with an id that was passed, as it is now, or `none`. Names lead here,
%   the last first.

edited([Aspect], add(Asked), Names, List0, List, none) :-
    !,
    asked_value(Asked, Names, Aspect, Value),
    Leaf =.. [Aspect, Value],
    append(List0, [Leaf], List).
edited([Label|Steps], Edit, Names, List0, List, Element) :-
    labelled(Label, List0, Before, Branch0, After),
    branch(Branch0, Name, Id, Below0),
    (   Steps == []
    ->  Edit = drop(Unit),
        exclude(==(registration_unit(Unit)), Below0, Below),
        Element0 = none
    ;   edited(Steps, Edit, [Name|Names], Below0, Below, Element0)
    ),
    branch(Branch, Name, Id, Below),
    append(Before, [Branch|After], List),
    (   Element0 == none,
        Id \== none
    ->  Element = Branch
    ;   Element = Element0
    ).

branch(Branch, Name, Id, Below) :-
    (   nonvar(Branch)
    ->  Branch =.. [Name|Arguments],
        (   Arguments = [Id, Below]
        ->  true
        ;   Arguments = [Below],
            Id = none
        ),
        is_list(Below)
    ;   Id == none
    ->  Branch =.. [Name, Below]
    ;   Branch =.. [Name, Id, Below]
    ).

%   labelled(+Label, +List, -Before, -Branch, -After): the branch that a path calls
%   Label; a new one at the end where there is none.

labelled(Label, List, Before, Branch, After) :-
    append(Before, [Branch|After], List),
    branch(Branch, _, Id, _),
    Id == Label,
    !.
labelled(Label, List, Before, Branch, After) :-
    numbered(Label, Name, Number),
    (   append(Before, [Branch|After], List),
        branch(Branch, Name, _, _),
        include(named(Name), Before, Same),
        length(Same, Others),
        Number =:= Others + 1
    ->  true
    ;   Before = List,
        Branch =.. [Name, []],
        After = []
    ).

named(Name, Term) :-
    branch(Term, Name, _, _).

numbered(Label, Name, Number) :-
    (   atomic_list_concat([Name, Rest], '[', Label)
    ->  atom_concat(Digits, ']', Rest),
        atom_number(Digits, Number)
    ;   Name = Label,
        Number = 1
    ).

asked_value("any", Names, Aspect, Value) :-
    !,
    (   generate:read_taxonomy,
        Names = [Subcategory, Category|_],
        generate:taxonomy_fact(io_aspect(Category/Subcategory/Aspect, Kind, _)),
        some_value(Kind, Category/Subcategory/Aspect, Value)
    ->  true
    ;   throw(no_value(Names, Aspect))
    ).
asked_value(Text, _, _, Value) :-
    term_string(Value, Text).

some_value(count, _, 987654321).
some_value(boolean, _, true).
some_value(text, _, "something that nobody asks for").
some_value(enumeration, Path, Value) :-
    generate:taxonomy_fact(io_value(Path, Value, _)).
some_value(quantity(Quantity), _, 987654321*Unit) :-
    generate:taxonomy_fact(unit(Unit, Quantity, _, _, _)).
some_value(quantity, _, 987654321*metre).

with_element(none, _, Term, Term) :- !.
with_element(Element, Spec, device_group(Spec, Group, Modules0),
             device_group(Spec, Group, Modules)) :-
    !,
    maplist(with_element_below(Element), Modules0, Modules).
with_element(_, _, Term, Term).

with_element_below(Element, Term, Changed) :-
    (   branch(Term, Name, Id, Below0)
    ->  branch(Element, _, ElementId, _),
        (   Id == ElementId
        ->  Changed = Element
        ;   maplist(with_element_below(Element), Below0, Below),
            branch(Changed, Name, Id, Below)
        )
    ;   Changed = Term
    ).

%!  text_of_terms(+Terms, -Text) is det.

text_of_terms(Terms, Text) :-
    with_output_to(string(Text), generate:write_terms(current_output, Terms)).
