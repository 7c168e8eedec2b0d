% SPDX-License-Identifier: Apache-2.0
:- module(json_nodes,
          [ json_root/2,                % +Text, -Node
            node_members/4,             % +Node, +Keys, +Optional, -Nodes
            node_elements/2,            % +Node, -Nodes
            node_fields/2,              % +Node, -Fields
            node_text/2,                % +Node, -Text
            node_name/2,                % +Node, -Name
            node_choice/3,              % +Node, +Choices, -Choice
            node_number/2,              % +Node, -Number
            node_has_key/2,             % +Node, +Key
            node_value/2,               % +Node, -Json
            bad_node/2                  % +Node, +What
          ]).
:- use_module(library(lists), [member/2, memberchk/2, reverse/2]).
:- use_module(json_text, [read_json/3]).

/** <module> Taking a JSON text apart, with a place for every complaint

A node, node(Json, Position, Path), is a value of the text: the value and its
position as json_text.pl has them, and the way there from the outermost value,
a list of keys and numbers from the inside out. What a node is taken for and is
not, is thrown as

    bad_json(Offset, Place, What)

Place is for people: `devices[2].spec`. What is a term for messages.pl.
*/

%!  json_root(+Text, -Node) is det.
%
%   Node is all of Text.

json_root(Text, node(Json, Position, [])) :-
    catch(read_json(Text, Json, Position),
          json_error(Offset, What),
          throw(bad_json(Offset, '', json(What)))).

%!  bad_node(+Node, +What)
%
%   Throw What as the mistake at Node.

bad_node(node(_, Position, Path), What) :-
    offset(Position, Offset),
    place(Path, Place),
    throw(bad_json(Offset, Place, What)).

offset(Position, Offset) :-
    arg(1, Position, Offset).

place(Path, Place) :-
    reverse(Path, Steps),
    findall(Piece, ( member(Step, Steps), piece(Step, Piece) ), Pieces0),
    (   Pieces0 = ['.'-First|Pieces]
    ->  Pieces1 = [''-First|Pieces]
    ;   Pieces1 = Pieces0
    ),
    findall(Text,
            ( member(Before-Name, Pieces1),
              atom_concat(Before, Name, Text)
            ),
            Texts),
    atomic_list_concat(Texts, Place).

piece(Step, ''-Piece) :-
    integer(Step),
    !,
    atomic_list_concat(['[', Step, ']'], Piece).
piece(Step, '.'-Step).

                 /*******************************
                 *            Parts             *
                 *******************************/

%!  node_members(+Node, +Keys, +Optional, -Nodes) is det.
%
%   Node is an object that has all of Keys, in any order, and beside them at
%   most keys of Optional. Nodes are the values of Keys.

node_members(Node, Keys, Optional, Nodes) :-
    node_fields(Node, Fields),
    (   member(Key-Field, Fields),
        \+ memberchk(Key, Keys),
        \+ memberchk(Key, Optional)
    ->  bad_node(Field, json_key(Key, Keys))
    ;   true
    ),
    values_of(Keys, Fields, Node, Nodes).

values_of([], _, _, []).
values_of([Key|Keys], Fields, Node, [Value|Values]) :-
    (   memberchk(Key-Value0, Fields)
    ->  Value = Value0
    ;   bad_node(Node, no_json_key(Key))
    ),
    values_of(Keys, Fields, Node, Values).

%!  node_fields(+Node, -Fields) is det.
%
%   Node is an object; Fields are its Key-Node, in order.

node_fields(node(Json, Position, Path), Fields) :-
    (   Json = object(Members)
    ->  Position = object(_, _, Positions),
        fields(Members, Positions, Path, Fields)
    ;   bad_node(node(Json, Position, Path), expected_json(object))
    ).

fields([], [], _, []).
fields([Key-Json|Members], [member(_, Position)|Positions], Path,
       [Key-node(Json, Position, [Key|Path])|Fields]) :-
    fields(Members, Positions, Path, Fields).

%!  node_has_key(+Node, +Key) is semidet.

node_has_key(node(object(Members), _, _), Key) :-
    memberchk(Key-_, Members).

%!  node_elements(+Node, -Nodes) is det.
%
%   Node is an array of Nodes.

node_elements(node(Json, Position, Path), Nodes) :-
    (   Json = array(Values)
    ->  Position = array(_, _, Positions),
        elements(Values, Positions, 0, Path, Nodes)
    ;   bad_node(node(Json, Position, Path), expected_json(array))
    ).

elements([], [], _, _, []).
elements([Json|Values], [Position|Positions], I, Path,
         [node(Json, Position, [I|Path])|Nodes]) :-
    I1 is I + 1,
    elements(Values, Positions, I1, Path, Nodes).

                 /*******************************
                 *            Leaves            *
                 *******************************/

%!  node_value(+Node, -Json) is det.

node_value(node(Json, _, _), Json).

%!  node_text(+Node, -Text:string) is det.
%!  node_name(+Node, -Name:atom) is det.

node_text(Node, Text) :-
    Node = node(Json, _, _),
    (   Json = string(Text0)
    ->  Text = Text0
    ;   bad_node(Node, expected_json(string))
    ).

node_name(Node, Name) :-
    node_text(Node, Text),
    (   Text == ""
    ->  bad_node(Node, empty_json_name)
    ;   atom_string(Name, Text)
    ).

%!  node_choice(+Node, +Choices, -Choice) is det.
%
%   Node is one of these atoms, as a string.

node_choice(Node, Choices, Choice) :-
    node_name(Node, Name),
    (   memberchk(Name, Choices)
    ->  Choice = Name
    ;   bad_node(Node, json_choice(Name, Choices))
    ).

%!  node_number(+Node, -Number:rational) is det.

node_number(Node, Number) :-
    Node = node(Json, _, _),
    (   Json = number(Number0)
    ->  Number = Number0
    ;   bad_node(Node, expected_json(number))
    ).
