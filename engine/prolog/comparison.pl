% SPDX-License-Identifier: Apache-2.0
:- module(comparison,
          [ aspect_tables/3,            % +Session, +Specs, -Tables
            element_aspects/2,          % +Tree, -Aspects
            element_role/2              % +Aspects, -Role
          ]).
:- use_module(library(apply), [maplist/3, foldl/4]).
:- use_module(library(assoc), [empty_assoc/1, get_assoc/3, put_assoc/4]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, nth0/3, max_list/2, sum_list/2]).
:- use_module(knowledge_base, [session/4, device_group/4]).
:- use_module(vocabulary, [module_name/2]).
:- use_module(values, [overlap/3]).
:- use_module(units, [unit_space/2, unit_written/2, from_base/3]).
:- use_module(value_writer, [value_text/2]).

/** <module> Device specs side by side, aspect by aspect

An element of a spec is a module of one of its groups; one that several groups
share counts once. Elements of different specs stand in one table where they
do the same thing:

  - they are of the same module
  - no aspect that tells their role, such as the way of a conversion, has values
    that exclude each other (role_aspect/1)
  - the functions of task elements have something else in common, where both
    have something else
  - they share more than half of the aspects of the one that has fewer

Of all pairs that may be made, those with most values in common, less those that
exclude each other, are made first; with equally many, those that are written
first. An id that both have counts for a little.
*/

%!  aspect_tables(+Session, +Specs, -Tables) is det.
%
%   Tables are table(Module, Role, Ids, Rows), in the order of the modules of
%   the taxonomy, then of the elements of the first spec, then of those that
%   only the next ones have. Role says in values what the first element does.
%   Rows are row(Aspect, Unit, Cells), Aspect the path of an aspect below the
%   module. Ids and Cells have a text for each of Specs, '' where it has no such
%   element or aspect. Cells are in Unit, exactly, and without it; it is the
%   unit of the first spec that has one. A cell that cannot be expressed in it
%   says its own.

aspect_tables(Session, Specs, Tables) :-
    findall(Elements,
            ( member(Spec, Specs),
              spec_elements(Session, Spec, Elements)
            ),
            PerSpec),
    foldl(placed, PerSpec, 0-[], _-Places0),
    session(Session, _, Layers, _),
    findall(Module, module_name(Layers, Module), Modules),
    findall(Table,
            ( member(Module, Modules),
              member(place(Module, Members), Places0),
              table(Module, Members, Specs, Table)
            ),
            Tables).

                 /*******************************
                 *           Elements           *
                 *******************************/

%   spec_elements(+Session, +Spec, -Elements) is det.
%
%   Elements are element(Module, Id, Ways, Aspects): Ways the values of the ways
%   in which its group converts, Aspects a list of Path-N-Value in written order:
%   the N-th value at Path, a list of names.

spec_elements(Session, Spec, Elements) :-
    findall(element(Module, Id, Ways, Below),
            ( device_group(Session, Spec, _, Tree),
              ways(Tree, Ways),
              member(branch(Module, tag(Id, _, _), _, Below), Tree)
            ),
            Found),
    each_once(Found, [], Different),
    maplist(with_aspects, Different, Elements).

ways(Tree, Ways) :-
    findall(Value,
            ( member(branch(task_element, _, _, Below), Tree),
              aspect_value(Below, [], [task, function, direction], Value)
            ),
            Ways).

%   An element that has no id has its module's name, and is its own.

each_once([], _, []).
each_once([Element|Elements], Seen, Different) :-
    Element = element(Module, Id, _, _),
    (   Id \== Module,
        memberchk(Id, Seen)
    ->  Different = Different1
    ;   Different = [Element|Different1]
    ),
    each_once(Elements, [Id|Seen], Different1).

with_aspects(element(Module, Id, Ways, Tree), element(Module, Id, Ways, Aspects)) :-
    element_aspects(Tree, Aspects).

%!  element_aspects(+Tree, -Aspects) is det.
%
%   Aspects are Path-N-Value in written order: the N-th value at Path, a list of
%   names, of the element that holds Tree.

element_aspects(Tree, Aspects) :-
    findall(Path-Value, aspect_value(Tree, [], Path, Value), Found),
    numbered(Found, [], Aspects).

aspect_value(Tree, Above, Path, Value) :-
    member(Node, Tree),
    (   Node = leaf(Name, Value, _),
        append(Above, [Name], Path)
    ;   Node = branch(Name, _, _, Below),
        append(Above, [Name], Here),
        aspect_value(Below, Here, Path, Value)
    ).

numbered([], _, []).
numbered([Path-Value|Found], Seen, [Path-N-Value|Aspects]) :-
    findall(Path, member(Path, Seen), Earlier),
    length([Path|Earlier], N),
    numbered(Found, [Path|Seen], Aspects).

                 /*******************************
                 *           Pairing            *
                 *******************************/

%   placed(+Elements, +Places0, -Places) is det.
%
%   Places0 is Index-Places, Places a list of place(Module, Members), Members
%   Index-Element of the specs that have one there; Elements are of the spec
%   of Index.

placed(Elements, Index0-Places0, Index-Places) :-
    Index is Index0 + 1,
    number_all(Places0, 0, NumberedPlaces),
    number_all(Elements, 0, NumberedElements),
    findall(Loss-(P-E),
            ( member(P-place(Module, Members), NumberedPlaces),
              member(E-Element, NumberedElements),
              Element = element(Module, _, _, _),
              most_likeness(Members, Element, Likeness),
              Loss is -Likeness
            ),
            Losses0),
    msort(Losses0, Losses),
    made_pairs(Losses, Pairs),
    findall(Place,
            ( member(P-Place0, NumberedPlaces),
              (   memberchk(P-E, Pairs)
              ->  memberchk(E-Element, NumberedElements),
                  joined_by(Place0, Index0-Element, Place)
              ;   Place = Place0
              )
            ),
            Places1),
    findall(place(Module, [Index0-Element]),
            ( member(E-Element, NumberedElements),
              \+ memberchk(_-E, Pairs),
              Element = element(Module, _, _, _)
            ),
            New),
    append(Places1, New, Places).

number_all([], _, []).
number_all([X|Xs], N0, [N0-X|Numbered]) :-
    N is N0 + 1,
    number_all(Xs, N, Numbered).

joined_by(place(Module, Members0), Member, place(Module, Members)) :-
    append(Members0, [Member], Members).

%   made_pairs(+Losses, -Pairs) is det.
%
%   The first of all pairs, then the first of those that have nothing to do
%   with it, and so on.

made_pairs(Losses, Pairs) :-
    empty_assoc(Taken),
    made_pairs(Losses, Taken, Pairs).

made_pairs([], _, []).
made_pairs([_-(P-E)|Losses], Taken0, Pairs) :-
    (   ( get_assoc(place(P), Taken0, _) ; get_assoc(element(E), Taken0, _) )
    ->  made_pairs(Losses, Taken0, Pairs)
    ;   Pairs = [P-E|Pairs1],
        put_assoc(place(P), Taken0, true, Taken1),
        put_assoc(element(E), Taken1, true, Taken),
        made_pairs(Losses, Taken, Pairs1)
    ).

%   most_likeness(+Members, +Element, -Likeness) is semidet.
%
%   To the one of Members that Element is most like; fails if it does something
%   else than one of them.

most_likeness(Members, Element, Most) :-
    \+ ( member(_-Member, Members),
         other_role(Member, Element)
       ),
    findall(Likeness,
            ( member(_-Member, Members),
              likeness(Member, Element, Likeness)
            ),
            Likenesses),
    Likenesses \== [],
    max_list(Likenesses, Most).

other_role(element(_, _, Ways1, _), element(_, _, Ways2, _)) :-
    Ways1 \== [],
    Ways2 \== [],
    \+ ( member(Way1, Ways1),
         member(Way2, Ways2),
         overlap(Way1, Way2, _)
       ),
    !.
other_role(element(_, _, _, Aspects1), element(_, _, _, Aspects2)) :-
    role_aspect(Path),
    member(Path-N-Value1, Aspects1),
    memberchk(Path-N-Value2, Aspects2),
    \+ overlap(Value1, Value2, _),
    !.

%   likeness(+Element1, +Element2, -Likeness) is semidet.

likeness(element(_, Id1, _, Aspects1), element(_, Id2, _, Aspects2), Likeness) :-
    common_function(Aspects1, Aspects2),
    findall(Alike,
            ( member(Path-N-Value1, Aspects1),
              memberchk(Path-N-Value2, Aspects2),
              (   overlap(Value1, Value2, _)
              ->  Alike = 1
              ;   Alike = -1
              )
            ),
            Shared),
    length(Aspects1, Count1),
    length(Aspects2, Count2),
    length(Shared, Both),
    2*Both > min(Count1, Count2),
    (   Id1 == Id2
    ->  Named = 1r4
    ;   Named = 0
    ),
    sum_list([Named|Shared], Likeness).

%   role_aspect(?Path) is nondet.
%
%   The value of the aspect tells what the element does, in the order in which
%   people say it.

role_aspect([task, role, principal]).
role_aspect([task, function, direction]).
role_aspect([task, function, data_format]).
role_aspect([mechanical_structure, operation, element]).
role_aspect([mechanical_structure, structures, direction]).
role_aspect([characteristics, electrical, data_format]).
role_aspect([primitives, link, signal_format]).

common_function(Aspects1, Aspects2) :-
    functions(Aspects1, Functions1),
    functions(Aspects2, Functions2),
    (   ( Functions1 == [] ; Functions2 == [] )
    ->  true
    ;   member(Path, Functions1),
        memberchk(Path, Functions2)
    ->  true
    ).

functions(Aspects, Paths) :-
    findall(Path,
            ( member(Path-_-_, Aspects),
              Path = [task, function|_],
              \+ role_aspect(Path)
            ),
            Paths).

                 /*******************************
                 *            Tables            *
                 *******************************/

table(Module, Members, Specs, table(Module, Role, Ids, Rows)) :-
    Members = [_-element(_, _, _, Aspects)|_],
    element_role(Aspects, Role),
    findall(Id,
            ( nth0(Index, Specs, _),
              (   memberchk(Index-element(_, Id0, _, _), Members)
              ->  Id = Id0
              ;   Id = ''
              )
            ),
            Ids),
    row_keys(Members, Keys),
    findall(Row,
            ( member(Key, Keys),
              row(Key, Members, Specs, Row)
            ),
            Rows).

%!  element_role(+Aspects, -Role:string) is det.
%
%   What the element with these aspects does, in values: "convert
%   digital_to_analog"; "" where they do not say it.

element_role(Aspects, Role) :-
    findall(Text,
            ( role_aspect(Path),
              member(Path-_-Value, Aspects),
              value_text(Value, Text)
            ),
            Texts),
    atomic_list_concat(Texts, ' ', Atom),
    atom_string(Atom, Role).

%   row_keys(+Members, -Keys) is det.
%
%   Keys are Path-N of all members, each once, as the members write them; what a
%   later one adds stands with its category and subcategory.

row_keys(Members, Keys) :-
    findall(Path-N,
            ( member(_-element(_, _, _, Aspects), Members),
              member(Path-N-_, Aspects)
            ),
            Keys0),
    distinct(Keys0, [], Keys1),
    by_beginning(Keys1, 1, Keys).

distinct([], _, []).
distinct([Key|Keys], Seen, Distinct) :-
    (   memberchk(Key, Seen)
    ->  Distinct = Distinct1
    ;   Distinct = [Key|Distinct1]
    ),
    distinct(Keys, [Key|Seen], Distinct1).

%   by_beginning(+Keys0, +Length, -Keys) is det.
%
%   Keys with the same first names of their paths come together, where the
%   first of them stands.

by_beginning([], _, []) :- !.
by_beginning(Keys, Length, Keys) :-
    Length > 2,
    !.
by_beginning([Key|Keys0], Length, Keys) :-
    beginning(Key, Length, Beginning),
    split(Keys0, Length, Beginning, Same, Others),
    Length1 is Length + 1,
    by_beginning([Key|Same], Length1, Keys1),
    by_beginning(Others, Length, Keys2),
    append(Keys1, Keys2, Keys).

split([], _, _, [], []).
split([Key|Keys], Length, Beginning, Same, Others) :-
    beginning(Key, Length, KeyBeginning),
    (   KeyBeginning == Beginning
    ->  Same = [Key|Same1],
        Others = Others1
    ;   Same = Same1,
        Others = [Key|Others1]
    ),
    split(Keys, Length, Beginning, Same1, Others1).

beginning(Path-_, Length, Beginning) :-
    (   length(Beginning, Length),
        append(Beginning, _, Path)
    ->  true
    ;   Beginning = Path
    ).

row(Path-N, Members, Specs, row(Aspect, Unit, Cells)) :-
    atomic_list_concat(Path, /, Joined),
    (   N =:= 1
    ->  Aspect = Joined
    ;   format(atom(Aspect), "~w (~w)", [Joined, N])
    ),
    findall(Value,
            ( nth0(Index, Specs, _),
              (   memberchk(Index-element(_, _, _, Aspects), Members),
                  memberchk(Path-N-Value0, Aspects)
              ->  Value = some(Value0)
              ;   Value = none
              )
            ),
            Values),
    (   member(some(value(_, RowUnit, _)), Values),
        RowUnit \== none
    ->  unit_written(RowUnit, Unit)
    ;   RowUnit = none,
        Unit = ''
    ),
    maplist(cell(RowUnit), Values, Cells).

%   cell(+Unit, +Value, -Text) is det.

cell(_, none, '') :- !.
cell(Unit, some(Value), Text) :-
    (   Unit \== none,
        unit_space(Unit, Space),
        Value = value(Space, _, Extent0)
    ->  numbers(Extent0, Unit, Extent),
        value_text(value(Space, none, Extent), Text)
    ;   value_text(Value, Text)
    ).

%   numbers(+Extent0, +Unit, -Extent) is det.
%
%   Extent has the numbers in Unit where Extent0 has them in base units.

numbers(point(P), Unit, point(N)) :-
    from_base(Unit, P, N).
numbers(points(Ps), Unit, points(Ns)) :-
    maplist(from_base(Unit), Ps, Ns).
numbers(interval(Lower0, Upper0), Unit, interval(Lower, Upper)) :-
    end_number(Lower0, Unit, Lower),
    end_number(Upper0, Unit, Upper).
numbers(joined(Lower0, Upper0), Unit, joined(Lower, Upper)) :-
    end_number(Lower0, Unit, Lower),
    end_number(Upper0, Unit, Upper).

end_number(unbounded, _, unbounded).
end_number(closed(P, _), Unit, closed(N, none)) :-
    from_base(Unit, P, N).
end_number(open(P, _), Unit, open(N, none)) :-
    from_base(Unit, P, N).
