% SPDX-License-Identifier: Apache-2.0
:- module(source_writer,
          [ entries_text/2              % +Entries, -Text
          ]).
:- use_module(library(lists), [memberchk/2, append/3]).
:- use_module(library(apply), [maplist/3]).
:- use_module(exact_numbers, [is_rational/1, number_text/2]).
:- use_module(value_writer, [unit_text/2]).

/** <module> Descriptions as files of Prolog terms: written for people

What entries are: see json_source.pl. A term stands on one line where 100
columns are enough; else each element of its last list has lines of its own, as
in the files of descriptions/ and taxonomy/.
*/

width(100).

%!  entries_text(+Entries, -Text:string) is det.
%
%   Entries have no mistake.

entries_text(Entries, Text) :-
    phrase(entries(Entries, begin), Pieces),
    atomics_to_string(Pieces, Text).

%   entries(+Entries, +Before)//
%
%   Before is what stands above: `begin`, `comment`, or the name of a form.

entries([], _) --> [].
entries([comment(Text)|Entries], Before) -->
    !,
    (   { Before == begin }
    ->  []
    ;   [ '\n' ]
    ),
    { split_string(Text, "\n", "", Lines) },
    comment_lines(Lines),
    %   What opens a file is no comment on its first term.
    (   { Before == begin,
          Entries = [Entry|_],
          Entry \= comment(_)
        }
    ->  [ '\n' ]
    ;   []
    ),
    entries(Entries, comment).
entries([Entry|Entries], Before) -->
    { entry_form(Entry, Form) },
    (   { stands_apart(Before, Form) }
    ->  [ '\n' ]
    ;   []
    ),
    entry(Entry),
    (   { Entries = [beside(Text)|Entries1] }
    ->  [ '  ' ],
        comment_line(Text)
    ;   { Entries1 = Entries },
        [ '\n' ]
    ),
    entries(Entries1, Form).

entry_form(fact(clause(Fact, _, _, _)), Form) :-
    functor(Fact, Form, _).
entry_form(rule(_, clause(Term, _, _, _), _), Form) :-
    (   nonvar(Term),
        Term = (Head :- _)
    ->  true
    ;   Head = Term
    ),
    (   callable(Head)
    ->  functor(Head, Name, Arity),
        Form = Name/Arity
    ;   Form = other
    ).

%   stands_apart(+Before, +Form) is semidet.
%
%   An empty line comes before Form. Facts of one form stand together.

stands_apart(begin, _) :- !, fail.
stands_apart(comment, _) :- !, fail.
stands_apart(_, Form) :-
    memberchk(Form, [io_category, io_subcategory, device_group, request_group]),
    !.
stands_apart(Before, Form) :-
    together(Before, Form),
    !,
    fail.
stands_apart(Before, Form) :-
    Before \== Form.

together(io_subcategory, io_aspect).
together(io_aspect, io_value).
together(io_value, io_aspect).
together(device, usb_identity).
together(requester, outlet).
together(match_condition/3, match_condition/3).

comment_lines([]) --> [].
comment_lines([Line|Lines]) -->
    comment_line(Line),
    comment_lines(Lines).

comment_line(Line) -->
    (   { Line == "" }
    ->  [ '%\n' ]
    ;   [ '% ', Line, '\n' ]
    ).

entry(rule(_, _, Text)) -->
    [ Text ].
entry(fact(clause(Fact, _, _, _))) -->
    { laid_out_term(Fact, Laid),
      %   The full stop takes a column.
      width(Width0),
      Width is Width0 - 1
    },
    lines(Laid, 0, 0, Width),
    [ '.' ].

                 /*******************************
                 *            Terms             *
                 *******************************/

%   laid_out_term(+Term, -Laid) is det.
%
%   Laid is whole(Text, Length); arguments(Open, Elements, Length), a term that
%   can be broken between its arguments; or list(Open, Kind, Elements, Close,
%   Length), one that ends in a list: Open and Close are texts, Elements are laid
%   out; Kind is `filled` where several stand on a line, `notes(N)` where the
%   first N do, which are annotations.

laid_out_term(usb_identity(Spec, Vendor, Product), whole(Text, Length)) :-
    !,
    atom_text(Spec, SpecText),
    format(string(Text), 'usb_identity(~w, 0x~|~`0t~16r~4+, 0x~|~`0t~16r~4+)',
           [SpecText, Vendor, Product]),
    string_length(Text, Length).
laid_out_term(Term, list(Open, Kind, Elements, Close, Length)) :-
    compound(Term),
    compound_name_arguments(Term, Name, Arguments),
    last_list(Arguments, Before, List, After),
    !,
    atom_text(Name, NameText),
    ended_texts(Before, BeforeText),
    started_texts(After, AfterText),
    atomics_to_string([NameText, '(', BeforeText, '['], Open),
    atomics_to_string([']', AfterText, ')'], Close),
    elements_kind(List, Kind),
    maplist(laid_out_term, List, Elements),
    string_length(Open, OpenLength),
    string_length(Close, CloseLength),
    elements_length(Elements, OpenLength + CloseLength, Length).
laid_out_term(Term, arguments(Open, Elements, Length)) :-
    compound(Term),
    \+ infix(Term, _, _, _),
    Term \= [_|_],
    !,
    compound_name_arguments(Term, Name, Arguments),
    atom_text(Name, NameText),
    string_concat(NameText, "(", Open),
    maplist(whole_term, Arguments, Elements),
    string_length(Open, OpenLength),
    elements_length(Elements, OpenLength + 1, Length).
laid_out_term(Term, Laid) :-
    whole_term(Term, Laid).

whole_term(Term, whole(Text, Length)) :-
    term_text(Term, Text),
    string_length(Text, Length).

%   last_list(+Arguments, -Before, -List, -After) is semidet.
%
%   List is the last argument that is a list with elements.

last_list([Argument|Arguments], Before, List, After) :-
    (   last_list(Arguments, Before1, List0, After0)
    ->  Before = [Argument|Before1],
        List = List0,
        After = After0
    ;   Argument = [_|_],
        Before = [],
        List = Argument,
        After = Arguments
    ).

elements_kind([First|List], Kind) :-
    (   \+ compound(First)
    ->  Kind = filled
    ;   First = _-_
    ->  Kind = filled
    ;   notes([First|List], 0, Count),
        Kind = notes(Count)
    ).

notes([Term|Terms], Count0, Count) :-
    compound(Term),
    compound_name_arguments(Term, Name, [Value]),
    \+ compound(Value),
    memberchk(Name, [ accept, weight, registration_unit, code_interface, match_condition,
                      state_adjust ]),
    !,
    Count1 is Count0 + 1,
    notes(Terms, Count1, Count).
notes(_, Count, Count).

ended_texts([], "").
ended_texts([Term|Terms], Text) :-
    term_text(Term, Text0),
    ended_texts(Terms, Text1),
    atomics_to_string([Text0, ', ', Text1], Text).

started_texts([], "").
started_texts([Term|Terms], Text) :-
    term_text(Term, Text0),
    started_texts(Terms, Text1),
    atomics_to_string([', ', Text0, Text1], Text).

elements_length([Element|Elements], Sum, Length) :-
    laid_length(Element, ElementLength),
    (   Elements == []
    ->  Length is Sum + ElementLength
    ;   elements_length(Elements, Sum + ElementLength + 2, Length)
    ).

laid_length(whole(_, Length), Length).
laid_length(arguments(_, _, Length), Length).
laid_length(list(_, _, _, _, Length), Length).

%   lines(+Laid, +Indentation, +Column, +Width)//
%
%   Column is where the text begins, Width what is left for it, its comma and
%   what closes it.

lines(whole(Text, _), _, _, _) -->
    [ Text ].
lines(arguments(Open, Elements, Length), _, Column, Width) -->
    [ Open ],
    (   { Column + Length =< Width }
    ->  in_line(Elements)
    ;   { string_length(Open, OpenLength),
          Column1 is Column + OpenLength
        },
        filled(Elements, Column1, Column1, Width)
    ),
    [ ')' ].
lines(list(Open, Kind, Elements, Close, Length), Indentation, Column, Width) -->
    (   { Column + Length =< Width }
    ->  [ Open ],
        in_line(Elements),
        [ Close ]
    ;   { Indentation1 is Indentation + 4 },
        [ Open ],
        element_lines(Kind, Elements, Indentation1, Width),
        new_line(Indentation),
        [ Close ]
    ).

in_line([Element|Elements]) -->
    lines(Element, 0, 0, inf),
    (   { Elements == [] }
    ->  []
    ;   [ ', ' ],
        in_line(Elements)
    ).

element_lines(filled, Elements, Indentation, Width) -->
    new_line(Indentation),
    filled(Elements, Indentation, Indentation, Width).
element_lines(notes(Count), Elements, Indentation, Width) -->
    new_line(Indentation),
    { Count > 1,
      length(Notes, Count),
      append(Notes, Rest, Elements),
      elements_length(Notes, Indentation + 1, Length),
      Length =< Width
    },
    !,
    in_line(Notes),
    (   { Rest == [] }
    ->  []
    ;   [ ',' ],
        new_line(Indentation),
        one_each(Rest, Indentation, Width)
    ).
element_lines(notes(_), Elements, Indentation, Width) -->
    new_line(Indentation),
    one_each(Elements, Indentation, Width).

one_each([Element|Elements], Indentation, Width) -->
    { Width1 is Width - 1 },
    lines(Element, Indentation, Indentation, Width1),
    (   { Elements == [] }
    ->  []
    ;   [ ',' ],
        new_line(Indentation),
        one_each(Elements, Indentation, Width)
    ).

filled([Element|Elements], Indentation, Column, Width) -->
    lines(Element, Indentation, 0, inf),
    (   { Elements == [] }
    ->  []
    ;   { laid_length(Element, Length),
          Elements = [Next|_],
          laid_length(Next, NextLength),
          Column1 is Column + Length + 2
        },
        (   { Column1 + NextLength + 1 =< Width }
        ->  [ ', ' ],
            filled(Elements, Indentation, Column1, Width)
        ;   [ ',' ],
            new_line(Indentation),
            filled(Elements, Indentation, Indentation, Width)
        )
    ).

new_line(Indentation) -->
    { format(atom(Piece), '~n~*c', [Indentation, 0' ]) },
    [ Piece ].

                 /*******************************
                 *        Terms as text         *
                 *******************************/

%   term_text(+Term, -Text) is det.
%
%   Text reads as Term, which is ground.

term_text(Term, Text) :-
    phrase(term(Term), Pieces),
    atomics_to_string(Pieces, Text).

term(Number) -->
    { is_rational(Number) },
    !,
    number(Number).
term(Text) -->
    { string(Text),
      !,
      format(string(Quoted), '~q', [Text])
    },
    [ Quoted ].
term([First|Rest]) -->
    !,
    [ '[' ],
    terms([First|Rest]),
    [ ']' ].
term(Term) -->
    { infix(Term, Left, Operator, Right) },
    !,
    operand(Left, Operator),
    [ Operator ],
    operand(Right, none).
term(Term) -->
    { compound(Term),
      !,
      compound_name_arguments(Term, Name, Arguments),
      atom_text(Name, Text)
    },
    [ Text, '(' ],
    terms(Arguments),
    [ ')' ].
term(Atom) -->
    { atom_text(Atom, Text) },
    [ Text ].

terms([Term|Terms]) -->
    term(Term),
    (   { Terms == [] }
    ->  []
    ;   [ ', ' ],
        terms(Terms)
    ).

%   A decimal whose digits are few. One of hundreds of digits would be too large
%   or too small for the reader, which makes a float of it first.

number(Number) -->
    { abs(Number) < 10**300,
      number_text(Number, Text0),
      (   integer(Text0)
      ;   atom_length(Text0, Length),
          Length =< 300
      )
    ->  Text = Text0
    ;   format(atom(Text), '~q', [Number])
    },
    [ Text ].

infix(Left*Right, Left, *, Right).
infix(Left/Right, Left, /, Right).
infix(Left-Right, Left, -, Right).

%   operand(+Term, +Operator)//
%
%   Operator is the one whose left operand Term is, `none` on the right. A name
%   that is an operator itself would take the other operand for its own.

operand(Term, Operator) -->
    { infix(Term, _, Operator, _) },
    !,
    term(Term).
operand(Term, Operator) -->
    { (   infix(Term, _, _, _)
      ;   atom(Term),
          current_op(_, _, Term)
      ;   Operator == none,
          number(Term),
          Term < 0
      ),
      !
    },
    [ '(' ],
    term(Term),
    [ ')' ].
operand(Atom, _) -->
    { atom(Atom),
      Atom \== [],
      !,
      unit_text(Atom, Text)
    },
    [ Text ].
operand(Term, _) -->
    term(Term).

atom_text(Atom, Text) :-
    format(atom(Text), '~q', [Atom]).
