% SPDX-License-Identifier: Apache-2.0
:- module(suppositions,
          [ device_terms/4,             % +Context, +Spec, ?DeviceGroup, -Terms
            supposed_to_hold/3,         % +Condition, +Spec, +Context
            note_obstacle/3,            % +Step, +Device, +Narrator
            fresh_notes/1,              % -Notes
            noted/2,                    % +Notes, -Obstacles
            changed_trees/3,            % +Session, +Changes, -Trees
            label/4,                    % +Name, +Id, +Number, -Label
            path_of/2                   % +Place, -Path
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, select/4]).
:- use_module(library(apply), [foldl/4, maplist/3, exclude/3]).
:- use_module(knowledge_base, [device_group/4]).

/** <module> What would be: device groups and conditions other than they are

To say what would help, explanation.pl runs the match process as it would be.
The narrator of such a run is supposing(World, Notes): it tells nobody, and the
process reads what World has in the place of what is loaded. World is
world(Trees, Open):

  - Trees are Spec-Groups for each device spec that is changed, Groups all of
    its DeviceGroup-Terms
  - Open are the conditions that are taken to hold, Spec-Condition each, or
    `all`

Notes collect what stood in the way in the run:

  - taken(DeviceKey, Unit)
  - refused(DeviceKey, Spec, Condition), Spec whose condition it is

Nothing of a world is stored: it goes with the context of the run.

A change is made to the description of a spec, so all devices of the spec have
it. It is one of

  - leaf(Place, Name, Value): a leaf is added at the end of Place
  - spare(Place, Unit): the branch Place does not need Unit any more

Place is place(Spec, DeviceGroup, Steps), each step step(Name, Number, Label):
the Number-th of the branches called Name. Where there are only Number-1 of them,
one is added at the end. What is changed inside an element that stands in
several groups is changed in all of them: it is one element.
*/

%!  device_terms(+Context, +Spec, ?DeviceGroup, -Terms) is nondet.
%
%   The device groups of Spec in their order, as they are or as they are
%   supposed to be.

device_terms(context(Session, Narrator, _, _), Spec, DeviceGroup, Terms) :-
    (   Narrator = supposing(world(Trees, _), _),
        memberchk(Spec-Groups, Trees)
    ->  member(DeviceGroup-Terms, Groups)
    ;   device_group(Session, Spec, DeviceGroup, Terms)
    ).

%!  supposed_to_hold(+Condition, +Spec, +Context) is semidet.

supposed_to_hold(Condition, Spec, context(_, supposing(world(_, Open), _), _, _)) :-
    (   Open == all
    ->  true
    ;   memberchk(Spec-Condition, Open)
    ).

                 /*******************************
                 *     What stood in the way    *
                 *******************************/

%!  fresh_notes(-Notes) is det.
%!  noted(+Notes, -Obstacles) is det.
%
%   Notes are written to destructively: the walk backtracks over what refused.

fresh_notes(notes([])).

noted(notes(Obstacles), Obstacles).

%!  note_obstacle(+Step, +Device, +Narrator) is det.
%
%   Step is what narrate/2 is told.

note_obstacle(unit_checked(Unit, unavailable), participant(Key, _), supposing(_, Notes)) :-
    !,
    note(taken(Key, Unit), Notes).
note_obstacle(condition(Condition, participant(_, Spec), refused), participant(Key, _),
              supposing(_, Notes)) :-
    !,
    note(refused(Key, Spec, Condition), Notes).
note_obstacle(_, _, _).

note(Obstacle, Notes) :-
    arg(1, Notes, Obstacles),
    (   memberchk(Obstacle, Obstacles)
    ->  true
    ;   nb_setarg(1, Notes, [Obstacle|Obstacles])
    ).

                 /*******************************
                 *            Changes           *
                 *******************************/

%!  changed_trees(+Session, +Changes, -Trees) is det.

changed_trees(Session, Changes, Trees) :-
    foldl(change_trees(Session), Changes, [], Trees).

change_trees(Session, Change, Trees0, [Spec-Groups|Trees]) :-
    change_place(Change, place(Spec, Group, Steps), Edit),
    (   select_spec(Spec, Trees0, Groups0, Trees)
    ->  true
    ;   findall(Each-Terms, device_group(Session, Spec, Each, Terms), Groups0),
        Trees = Trees0
    ),
    memberchk(Group-Terms0, Groups0),
    edited(Steps, Edit, none, Terms0, Terms, Element),
    (   Element = branch(_, _, _, _)
    ->  element_everywhere(Groups0, Element, Groups)
    ;   once(select(Group-Terms0, Groups0, Group-Terms, Groups))
    ).

change_place(leaf(Place, Name, Value), Place, add(Name, Value)).
change_place(spare(Place, Unit), Place, spare(Unit)).

select_spec(Spec, [Spec-Groups|Trees], Groups, Trees) :- !.
select_spec(Spec, [Tree|Trees0], Groups, [Tree|Trees]) :-
    select_spec(Spec, Trees0, Groups, Trees).

%   edited(+Steps, +Edit, +Element0, +Terms0, -Terms, -Element) is det.
%
%   Element is the innermost element with an id on the way, as it is after the
%   edit; Element0 where there is none further in.

edited([], add(Name, Value), Element, Terms0, Terms, Element) :-
    append(Terms0, [leaf(Name, Value, has([]))], Terms).
edited([step(Name, Number, _)], spare(Unit), Element0, Terms0, Terms, Element) :-
    !,
    with_branch(Terms0, Name, Number, Branch0, Branch, Terms),
    Branch0 = branch(Name, Tag, has(Units0, Codes, Conditions, Adjustments), Below),
    exclude(==(Unit), Units0, Units),
    Branch = branch(Name, Tag, has(Units, Codes, Conditions, Adjustments), Below),
    innermost(Branch, Element0, Element).
edited([step(Name, Number, _)|Steps], Edit, Element0, Terms0, Terms, Element) :-
    with_branch(Terms0, Name, Number, branch(Name, Tag, Has, Below0), Branch, Terms),
    Branch = branch(Name, Tag, Has, Below),
    edited(Steps, Edit, none, Below0, Below, Element1),
    (   Element1 == none
    ->  innermost(Branch, Element0, Element)
    ;   Element = Element1
    ).

innermost(Branch, Element0, Element) :-
    Branch = branch(Name, tag(Id, _, _), _, _),
    (   Id == Name
    ->  Element = Element0
    ;   Element = Branch
    ).

%   with_branch(+Terms0, +Name, +Number, -Branch0, ?Branch, -Terms) is det.
%
%   Terms has Branch for Branch0, the Number-th of its name.

with_branch([], Name, _, branch(Name, tag(Name, 0, 0), has([], [], [], []), []), Branch,
            [Branch]).
with_branch([Term|Terms0], Name, Number, Branch0, Branch, Terms) :-
    (   Term = branch(Name, _, _, _)
    ->  (   Number =:= 1
        ->  Branch0 = Term,
            Terms = [Branch|Terms0]
        ;   Next is Number - 1,
            Terms = [Term|Terms1],
            with_branch(Terms0, Name, Next, Branch0, Branch, Terms1)
        )
    ;   Terms = [Term|Terms1],
        with_branch(Terms0, Name, Number, Branch0, Branch, Terms1)
    ).

%   element_everywhere(+Groups0, +Element, -Groups) is det.
%
%   Groups has Element wherever Groups0 has one with its id.

element_everywhere(Groups0, Element, Groups) :-
    maplist(element_in_group(Element), Groups0, Groups).

element_in_group(Element, Group-Terms0, Group-Terms) :-
    maplist(element_in_term(Element), Terms0, Terms).

element_in_term(Element, Term, NewTerm) :-
    (   Term = branch(Name, Tag, Has, Below0)
    ->  Tag = tag(Id, _, _),
        (   Id \== Name,
            Element = branch(Name, tag(Id, _, _), _, _)
        ->  NewTerm = Element
        ;   NewTerm = branch(Name, Tag, Has, Below),
            maplist(element_in_term(Element), Below0, Below)
        )
    ;   NewTerm = Term
    ).

%!  label(+Name, +Id, +Number, -Label) is det.
%
%   What a path calls the Number-th branch called Name: its id, or its name, with
%   the number where it is not the first.

label(Name, Id, Number, Label) :-
    (   Id \== Name
    ->  Label = Id
    ;   Number =:= 1
    ->  Label = Name
    ;   atomic_list_concat([Name, '[', Number, ']'], Label)
    ).

%!  path_of(+Place, -Path) is det.

path_of(place(_, _, Steps), Path) :-
    maplist(step_label, Steps, Path).

step_label(step(_, _, Label), Label).
