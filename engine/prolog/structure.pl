% SPDX-License-Identifier: Apache-2.0
:- module(structure,
          [ spec_structure/3            % +Session, +Spec, -Structure
          ]).
:- use_module(library(apply), [maplist/3]).
:- use_module(library(lists), [member/2, reverse/2]).
:- use_module(knowledge_base, [spec/4, device_group/4, connection/4]).
:- use_module(comparison, [element_aspects/2, element_role/2]).
:- use_module(value_writer, [value_text/2]).

/** <module> What a device spec is made of, for drawing it

Its groups, their elements with what they do, and the ways of its signals, all
in the order in which they are written.
*/

%!  spec_structure(+Session, +Spec, -Structure) is det.
%
%   Structure is structure(Text, Groups, Connections), Text what the spec says
%   of itself:
%
%     - Groups are group(Name, Elements)
%     - Elements are element(Module, Id, Role, Aspects), Id '' for one that has
%       none, Role as in comparison:aspect_tables/3
%     - Aspects are aspect(Path, Value, Changeable), texts and `true` or `false`
%     - Connections are From-To, ids of elements
%
%   An element that several groups share is in each of them.

spec_structure(Session, Spec, structure(Text, Groups, Connections)) :-
    spec(Session, Spec, device, Text),
    findall(group(Name, Elements),
            ( device_group(Session, Spec, Name, Tree),
              maplist(element, Tree, Elements)
            ),
            Groups),
    findall(From-To, connection(Session, Spec, From, To), Connections),
    !.

element(branch(Module, tag(Name, _, _), _, Below), element(Module, Id, Role, Aspects)) :-
    (   Name == Module
    ->  Id = ''
    ;   Id = Name
    ),
    element_aspects(Below, Found),
    element_role(Found, Role),
    findall(Aspect, aspect(Below, [], Aspect), Aspects).

aspect(Tree, Above, Aspect) :-
    member(Node, Tree),
    (   Node = leaf(Name, Value, has(States)),
        value_text(Value, Text),
        path_text([Name|Above], Path),
        changeable(States, Changeable),
        Aspect = aspect(Path, Text, Changeable)
    ;   Node = branch(Name, _, _, Below),
        aspect(Below, [Name|Above], Aspect)
    ).

path_text(Reversed, Path) :-
    reverse(Reversed, Names),
    atomic_list_concat(Names, /, Path).

changeable([], false).
changeable([_|_], true).
