% SPDX-License-Identifier: Apache-2.0
:- module(group_checks,
          [ group_terms//6,             % +Side, +Terms, +Position, +Where, +Scope, -Tree
            tree_elements/2,            % +Tree, -Elements
            without_places/2            % +Tree0, -Tree
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(exact_numbers, [is_rational/1]).
:- use_module(vocabulary, [word/2, value_of_aspect/3]).
:- use_module(language, [is_name/1, annotation/2, child_place/5, children_of/3]).
:- use_module(value_reader, [read_value/4]).
:- use_module(values, [value_space/2, same_kind/2]).
:- use_module(positions,
              [argument_position/3, element_positions/2, path_position/3, position_offset/2]).
:- use_module(diagnostics, [mistake//3, warning//3, below/3]).

/** <module> Device groups and request groups: from terms to trees

Checks each term of a group against the taxonomy and makes the tree that
group_match.pl walks (see there). Side is `device` or `request`.

Scope is scope(Layers, Declared): Declared a list of Kind-Name for everything
that the spec declares, Kind one of `registration_unit`, `code_interface`,
`state`, `match_condition` and `state_adjust`, and Kind-Name-Space for a state:
state-Name-Space.
*/

%!  group_terms(+Side, +Terms, +Position, +Where, +Scope, -Tree)// is det.

group_terms(Side, Terms, Position, Where, Scope, Tree) -->
    branch_list(Terms, Position, Side, group, Where, Scope, Tree, Notes),
    misplaced(Notes, Where).

misplaced([], _) --> [].
misplaced([note(Name, _, Position)|Notes], Where) -->
    mistake(Where, Position, annotation_outside_branch(Name)),
    misplaced(Notes, Where).

%   branch_list(+Terms, +Position, +Side, +Place, +Where, +Scope, -Tree, -Notes)// is det.
%
%   Notes are note(Name, Value, Position) for the annotations in the list.

branch_list(Terms, Position, Side, Place, Where, Scope, Tree, Notes) -->
    { is_list(Terms),
      (   element_positions(Position, Positions)
      ->  true
      ;   same_positions(Terms, Position, Positions)
      )
    },
    !,
    elements(Terms, Positions, Side, Place, Where, Scope, Tree, Notes).
branch_list(_, Position, _, _, Where, _, [], []) -->
    mistake(Where, Position, expected_list).

same_positions([], _, []).
same_positions([_|Terms], Position, [Position|Positions]) :-
    same_positions(Terms, Position, Positions).

elements([], [], _, _, _, _, [], []) --> [].
elements([Term|Terms], [P|Ps], Side, Place, Where, Scope, Tree, Notes) -->
    element(Term, P, Side, Place, Where, Scope, Tree, Tree1, Notes, Notes1),
    elements(Terms, Ps, Side, Place, Where, Scope, Tree1, Notes1).

element(Term, P, Side, Place, Where, Scope, Tree, Tree, Notes0, Notes) -->
    { compound(Term),
      compound_name_arguments(Term, Name, [Value]),
      annotation(Side, Name),
      \+ meant_as_aspect(Name, Value, Place, Scope)
    },
    !,
    { argument_position(P, 1, ValueP) },
    annotation_value(Name, Value, ValueP, Where, Scope, Outcome),
    { (   Outcome = value(Known)
      ->  Notes0 = [note(Name, Known, P)|Notes]
      ;   Notes0 = Notes
      )
    }.
element(Term, P, Side, Place, Where, Scope, Tree0, Tree, Notes, Notes) -->
    { callable(Term),
      Scope = scope(Layers, _),
      Term =.. [Name|Arguments],
      child_place(Layers, Place, Name, ChildPlace, Level)
    },
    !,
    child(ChildPlace, Level, Name, Arguments, P, Side, Where, Scope, Tree0, Tree).
element(Term, P, Side, Place, Where, Scope, Tree, Tree, Notes, Notes) -->
    { misplaced_term(Term, Side, Place, Scope, Message),
      (   named_term(Term),
          functor(Term, Name, _)
      ->  below(Where, Name, Where1)
      ;   Where1 = Where
      )
    },
    mistake(Where1, P, Message).

%   `weight` is an aspect of physical_weight and an annotation everywhere: a
%   plain number makes it the annotation.

meant_as_aspect(Name, Value, Place, scope(Layers, _)) :-
    child_place(Layers, Place, Name, aspect(_, _), _),
    \+ number(Value).

misplaced_term(Term, _, _, _, variable_term) :-
    var(Term),
    !.
misplaced_term(Term, _, _, _, not_a_term(Term)) :-
    \+ named_term(Term),
    !.
misplaced_term(Term, Side, _, _, annotation_of_other_side(Name, Side)) :-
    functor(Term, Name, 1),
    annotation(Other, Name),
    Other \== Side,
    \+ annotation(Side, Name),
    !.
misplaced_term(Term, Side, _, _, annotation_arity(Name)) :-
    functor(Term, Name, _),
    annotation(Side, Name),
    !.
misplaced_term(Term, Side, Place, scope(Layers, _), unknown_term(Name, Place, Known, Elsewhere)) :-
    functor(Term, Name, _),
    children_of(Layers, Place, Children),
    findall(Annotation, annotation(Side, Annotation), Annotations),
    append(Children, Annotations, Known),
    findall(Belongs, belongs(Name, Layers, Belongs), Elsewhere0),
    sort(Elsewhere0, Elsewhere).

%   Terms have names of letters; an operator or a list is no term.

named_term(Term) :-
    callable(Term),
    Term \= [_|_],
    Term \== [],
    functor(Term, Name, _),
    atom_codes(Name, [Code|_]),
    \+ code_type(Code, punct).

%   belongs(+Name, +Layers, -Belongs) is nondet.
%
%   What Name is elsewhere: what a writer may have meant.

belongs(Name, Layers, module) :-
    word(Layers, module(Name, _)).
belongs(Name, Layers, category(Modules)) :-
    word(Layers, category(Name, Modules, _)).
belongs(Name, Layers, stands_in(Category)) :-
    word(Layers, subcategory(Category, Name, _)).
belongs(Name, Layers, stands_in(Category/Subcategory)) :-
    word(Layers, aspect(Category, Subcategory, Name, _, _)).
belongs(Name, Layers, value_of(Category/Subcategory/Aspect)) :-
    word(Layers, value(Category, Subcategory, Aspect, Name, _)).

                 /*******************************
                 *           Branches           *
                 *******************************/

child(aspect(Kind, Path), _, Name, Arguments, P, Side, Where0, Scope, Tree0, Tree) -->
    !,
    { below(Where0, Name, Where) },
    leaf(Arguments, Name, Kind, Path, P, Side, Where, Scope, Tree0, Tree).
child(Place, Level, Name, Arguments, P, Side, Where0, Scope, Tree0, Tree) -->
    (   { branch_arguments(Arguments, Name, P, Id, IdPosition, Terms, TermsP) }
    ->  branch_id(Id, IdPosition, Where0),
        { (   atom(Id)
          ->  below(Where0, Id, Where)
          ;   below(Where0, Name, Where)
          ),
          position_offset(P, Offset)
        },
        branch_list(Terms, TermsP, Side, Place, Where, Scope, Below, Notes),
        branch_notes(Side, Notes, Where, Has),
        { Tree0 = [branch(Name, tag(Id, Level, Offset), Has, Below)|Tree] }
    ;   { Tree0 = Tree,
          below(Where0, Name, Where)
        },
        mistake(Where, P, expected_branch(Name))
    ).

branch_arguments([Terms], Name, P, Name, none, Terms, TermsP) :-
    argument_position(P, 1, TermsP).
branch_arguments([Id, Terms], _, P, Id, IdPosition, Terms, TermsP) :-
    argument_position(P, 1, IdPosition),
    argument_position(P, 2, TermsP).

branch_id(Id, Position, Where) -->
    (   { is_name(Id) }
    ->  []
    ;   mistake(Where, Position, expected_id(Id))
    ).

%   branch_notes(+Side, +Notes, +Where, -Record)// is det.

branch_notes(device, [], _, has([], [], [], [])) --> !.
branch_notes(request, [], _, wants(any, 0, [], [], [])) --> !.
branch_notes(device, Notes, Where, has(Units, Codes, Conditions, Adjustments)) -->
    { notes_of(registration_unit, Notes, Units),
      notes_of(code_interface, Notes, Codes),
      notes_of(match_condition, Notes, Conditions),
      notes_of(state_adjust, Notes, Adjustments)
    },
    named_twice(registration_unit, Notes, Where).
branch_notes(request, Notes, Where, wants(Accept, Weight, Codes, Conditions, Adjustments)) -->
    { one_note(accept, Notes, any, Accept),
      one_note(weight, Notes, 0, Weight),
      notes_of(code_interface, Notes, Codes),
      notes_of(match_condition, Notes, Conditions),
      notes_of(state_adjust, Notes, Adjustments)
    },
    only_once(accept, Notes, Where),
    only_once(weight, Notes, Where).

%   notes_of(+Name, +Notes, -Values) is det.

notes_of(_, [], []).
notes_of(Name, [note(Name0, Value, _)|Notes], Values) :-
    (   Name0 == Name
    ->  Values = [Value|Values1]
    ;   Values = Values1
    ),
    notes_of(Name, Notes, Values1).

one_note(Name, Notes, Default, Value) :-
    (   memberchk(note(Name, Value0, _), Notes)
    ->  Value = Value0
    ;   Value = Default
    ).

only_once(_, [], _) --> !.
only_once(_, [_], _) --> !.
only_once(Name, Notes, Where) -->
    { findall(P, member(note(Name, _, P), Notes), Positions) },
    (   { Positions = [_, Second|_] }
    ->  mistake(Where, Second, annotation_twice(Name))
    ;   []
    ).

named_twice(Name, Notes, Where) -->
    (   { repeated(Name, Notes, Value, Position) }
    ->  warning(Where, Position, annotation_value_twice(Name, Value))
    ;   []
    ).

repeated(Name, [note(Name, Value, _)|Notes], Value, Position) :-
    memberchk(note(Name, Value, Position), Notes),
    !.
repeated(Name, [_|Notes], Value, Position) :-
    repeated(Name, Notes, Value, Position).

%   annotation_value(+Name, +Value, +Position, +Where, +Scope, -Outcome)// is det.
%
%   Outcome is value(Value) or `wrong`.

annotation_value(Name, Value, _, _, _, value(Value)) -->
    { amount(Name),
      is_rational(Value),
      Value >= 0
    },
    !.
annotation_value(Name, Value, P, Where, _, wrong) -->
    { amount(Name) },
    !,
    mistake(Where, P, expected_amount(Name, Value)).
annotation_value(Name, Value, P, Where, _, wrong) -->
    { \+ is_name(Value) },
    !,
    mistake(Where, P, expected_name(Name)).
annotation_value(Name, Value, P, Where, scope(_, Declared), Outcome) -->
    (   { memberchk(Name-any, Declared)
        ; memberchk(Name-Value, Declared)
        }
    ->  { Outcome = value(Value) }
    ;   { Outcome = wrong,
          findall(Known, member(Name-Known, Declared), Knowns)
        },
        mistake(Where, P, undeclared(Name, Value, Knowns))
    ).

amount(accept).
amount(weight).

                 /*******************************
                 *            Leaves            *
                 *******************************/

leaf([], Name, Kind, _, P, _, Where, _, Tree, Tree) -->
    mistake(Where, P, leaf_without_value(Name, Kind)).
leaf([Whole, Next|_], _, quantity(_), _, P, _, Where, _, Tree, Tree) -->
    { integer(Whole),
      nonvar(Next),
      Next = Decimals*Unit,
      integer(Decimals),
      atom(Unit)
    },
    !,
    { argument_position(P, 1, ValueP) },
    mistake(Where, ValueP, decimal_comma(Whole, Decimals, Unit)).
leaf([Term|Annotations], Name, Kind, Path, P, Side, Where, Scope,
     Tree0, Tree) -->
    { argument_position(P, 1, ValueP) },
    leaf_value(Term, Kind, Path, ValueP, Side, Where, Scope, Outcome),
    leaf_annotations(Annotations, 2, P, Side, Where, Scope, Outcome, Notes),
    { leaf_notes(Side, Notes, Record) },
    (   { Side == request }
    ->  only_once(weight, Notes, Where)
    ;   []
    ),
    { (   Outcome = value(Value)
      ->  Tree0 = [leaf(Name, Value, Record)|Tree]
      ;   Tree0 = Tree
      )
    }.

leaf_notes(device, Notes, has(States)) :-
    notes_of(state, Notes, States).
leaf_notes(request, Notes, wants(Weight, Interfaces)) :-
    one_note(weight, Notes, 0, Weight),
    notes_of(data_interface, Notes, Interfaces).

leaf_value(Term, _, _, P, Side, Where, _, Outcome) -->
    { Term == any },
    !,
    (   { Side == request }
    ->  { Outcome = value(any) }
    ;   { Outcome = wrong },
        mistake(Where, P, any_in_device)
    ).
leaf_value(Term, Kind, Path, P, _, Where, scope(Layers, _), Outcome) -->
    { read_value(Term, Kind, Layers, Result) },
    (   { Result = ok(Value) }
    ->  unlisted_values(Kind, Value, Path, P, Where, Layers, Outcome)
    ;   { Result = problem(ArgumentPath, Problem),
          path_position(P, ArgumentPath, ProblemP),
          Outcome = wrong
        },
        mistake(Where, ProblemP, bad_value(Problem, Kind))
    ).

%   A value of an enumeration has to be listed in the taxonomy.

unlisted_values(Kind, Value, Path, P, Where, Layers, Outcome) -->
    (   { Kind == enumeration,
          Value = value(_, _, Extent),
          unlisted(Extent, Path, Layers, Unlisted, ArgumentPath)
        }
    ->  { findall(Known, value_of_aspect(Layers, Path, Known), Knowns),
          path_position(P, ArgumentPath, UnlistedP),
          Outcome = wrong
        },
        mistake(Where, UnlistedP, unlisted_value(Unlisted, Path, Knowns))
    ;   { Outcome = value(Value) }
    ).

unlisted(point(Name), Path, Layers, Name, []) :-
    \+ value_of_aspect(Layers, Path, Name).
unlisted(points(Names), Path, Layers, Name, [I]) :-
    nth(1, Names, I, Name),
    \+ value_of_aspect(Layers, Path, Name),
    !.

nth(I, [X|_], I, X).
nth(I0, [_|Xs], I, X) :-
    I1 is I0 + 1,
    nth(I1, Xs, I, X).

leaf_annotations([], _, _, _, _, _, _, []) --> [].
leaf_annotations([Term|Terms], I, P, Side, Where, Scope, Outcome, Notes) -->
    { argument_position(P, I, TermP),
      I1 is I + 1
    },
    leaf_annotation(Term, TermP, Side, Where, Scope, Outcome, Notes, Notes1),
    leaf_annotations(Terms, I1, P, Side, Where, Scope, Outcome, Notes1).

leaf_annotation(Term, P, Side, Where, Scope, Outcome, Notes0, Notes) -->
    { compound(Term),
      Term =.. [Name, Value],
      leaf_side(Side, LeafSide),
      annotation(LeafSide, Name)
    },
    !,
    { argument_position(P, 1, ValueP) },
    annotation_value(Name, Value, ValueP, Where, Scope, NoteOutcome),
    (   { NoteOutcome = value(_) }
    ->  { Notes0 = [note(Name, Value, P)|Notes] },
        state_kind(Name, Value, ValueP, Where, Scope, Outcome)
    ;   { Notes0 = Notes }
    ).
leaf_annotation(Term, P, Side, Where, _, _, Notes, Notes) -->
    { leaf_side(Side, LeafSide),
      (   callable(Term),
          functor(Term, Name, Arity),
          Arity =< 1,
          annotation(_, Name)
      ->  (   annotation(LeafSide, Name)
          ->  Message = annotation_arity(Name)
          ;   annotation(Side, Name)
          ->  Message = branch_annotation_on_leaf(Name)
          ;   Message = annotation_of_other_side(Name, Side)
          )
      ;   findall(Known, annotation(LeafSide, Known), Knowns),
          Message = not_a_leaf_annotation(Term, Side, Knowns)
      )
    },
    mistake(Where, P, Message).

leaf_side(device, device_leaf).
leaf_side(request, request_leaf).

%   A leaf sets its state to matched values, so both are of one quantity.

state_kind(state, State, P, Where, scope(_, Declared), value(Value)) -->
    { memberchk(state-State-StateSpace, Declared),
      value_space(Value, Space),
      StateSpace \== unknown,
      \+ same_kind(StateSpace, Space)
    },
    !,
    warning(Where, P, state_of_other_kind(State, StateSpace, Space)).
state_kind(_, _, _, _, _, _) --> [].

                 /*******************************
                 *        Looking at trees      *
                 *******************************/

%!  tree_elements(+Tree, -Elements) is det.
%
%   Elements are element(Id, Branch) for the branches that have an id of
%   their own.

tree_elements(Tree, Elements) :-
    findall(element(Id, Branch), tree_element(Tree, Id, Branch), Elements).

tree_element(Tree, Id, Branch) :-
    member(branch(Name, Tag, Notes, Below), Tree),
    (   Tag = tag(Id, _, _),
        atom(Id),
        Id \== Name,
        Branch = branch(Name, Tag, Notes, Below)
    ;   tree_element(Below, Id, Branch)
    ).

%!  without_places(+Tree0, -Tree) is det.
%
%   Tree is Tree0 with all offsets 0: two places that say the same give the
%   same tree.

without_places([], []).
without_places([Node0|Nodes0], [Node|Nodes]) :-
    without_place(Node0, Node),
    without_places(Nodes0, Nodes).

without_place(branch(Name, tag(Id, Level, _), Notes, Below0),
              branch(Name, tag(Id, Level, 0), Notes, Below)) :-
    without_places(Below0, Below).
without_place(leaf(Name, Value, Notes), leaf(Name, Value, Notes)).
