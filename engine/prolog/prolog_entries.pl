% SPDX-License-Identifier: Apache-2.0
:- module(prolog_entries,
          [ prolog_entries/2            % +Text, -Entries
          ]).
:- use_module(library(lists), [append/3]).
:- use_module(reader, [text_items/2, next_term/3]).
:- use_module(json_source, [clause_entry/3]).

/** <module> Descriptions as files of Prolog terms: clauses and comments

What entries are: see json_source.pl.
*/

%!  prolog_entries(+Text, -Entries) is det.
%
%   If Text has mistakes, Entries are these.

prolog_entries(Text, Entries) :-
    text_items(Text, Items),
    mistakes(Items, Mistakes),
    (   Mistakes == []
    ->  setup_call_cleanup(
            open_string(Text, Stream),
            stream_entries(Items, 0, Stream, Text, Entries),
            close(Stream))
    ;   Entries = Mistakes
    ).

mistakes([], []).
mistakes([Item|Items], Mistakes) :-
    (   Item = mistake(Offset, Message)
    ->  Mistakes = [mistake(Offset, Message, [])|Mistakes1]
    ;   Mistakes = Mistakes1
    ),
    mistakes(Items, Mistakes1).

%   stream_entries(+Items, +Before, +Stream, +Text, -Entries) is det.
%
%   Reads the clauses of Items a second time, for their comments. Before is the
%   offset where the clause before ends.

stream_entries(Items, Before, Stream, Text, Entries) :-
    next_term(Stream, _, [comments(Found), term_position(BeginPosition)]),
    stream_position_data(char_count, BeginPosition, Begin),
    character_count(Stream, End),
    comments(Found, Before, Text, Comments),
    (   Items = [Clause|Items1]
    ->  Length is End - Begin,
        sub_string(Text, Begin, Length, _, ClauseText),
        clause_entry(Clause, ClauseText, Entry),
        comments_kept(Comments, Entry, Begin, Kept),
        append(Kept, [Entry|Entries1], Entries),
        stream_entries(Items1, End, Stream, Text, Entries1)
    ;   comments_kept(Comments, none, none, Entries)
    ).

%   comments_kept(+Comments, +Entry, +Begin, -Kept) is det.
%
%   A rule has the comments inside it in its text; those inside a fact come
%   before it.

comments_kept([], _, _, []).
comments_kept([Offset-Comment|Comments], Entry, Begin, Kept) :-
    (   Entry = rule(_, _, _),
        Offset > Begin
    ->  Kept = Kept1
    ;   Kept = [Comment|Kept1]
    ),
    comments_kept(Comments, Entry, Begin, Kept1).

                 /*******************************
                 *           Comments           *
                 *******************************/

%   comments(+Found, +Before, +Text, -Comments) is det.
%
%   Found is what read_term/2 gives, Comments are Offset-Comment. What stands on
%   the line where the clause before ends is beside it; lines of the rest with
%   nothing between, not even an empty line, are one comment.

comments(Found, Before, Text, Comments) :-
    pieces(Found, Pieces, []),
    (   Before > 0,
        beside(Pieces, Before, Text, Lines, Rest),
        Lines = [_|_]
    ->  atomics_to_string(Lines, Beside),
        Comments = [Before-beside(Beside)|Comments1]
    ;   Rest = Pieces,
        Comments = Comments1
    ),
    joined(Rest, Text, Comments1).

%   pieces(+Found, -Pieces, ?Tail) is det.
%
%   Pieces are piece(From, To, Lines): a line that begins with a percent sign,
%   or all of a comment in /* and */.

pieces([], Pieces, Pieces).
pieces([Position-Comment|Found], Pieces, Tail) :-
    stream_position_data(char_count, Position, From),
    (   sub_string(Comment, 0, _, _, "%")
    ->  split_string(Comment, "\n", "", Lines),
        line_pieces(Lines, From, Pieces, Pieces1)
    ;   string_length(Comment, Length),
        To is From + Length,
        Inside is Length - 4,
        sub_string(Comment, 2, Inside, _, Content0),
        split_string(Content0, "", " \t\r\n", [Content]),
        split_string(Content, "\n", "\r", Lines0),
        plain_lines(Lines0, Lines),
        Pieces = [piece(From, To, Lines)|Pieces1]
    ),
    pieces(Found, Pieces1, Tail).

line_pieces([], _, Pieces, Pieces).
line_pieces([Line0|Lines0], From, [piece(From, To, Lines)|Pieces], Tail) :-
    string_length(Line0, Length),
    To is From + Length,
    split_string(Line0, "", "\r", [Line1]),
    (   string_concat("% ", Line2, Line1)
    ->  true
    ;   string_concat("%", Line2, Line1)
    ),
    plain_lines([Line2], Lines),
    Next is To + 1,
    line_pieces(Lines0, Next, Pieces, Tail).

%   A carriage return within a line would end it for some readers.

plain_lines([], []).
plain_lines([Line0|Lines0], [Line|Lines]) :-
    split_string(Line0, "\r", "", Parts),
    atomic_list_concat(Parts, ' ', Atom),
    atom_string(Atom, Line),
    plain_lines(Lines0, Lines).

%   beside(+Pieces, +Before, +Text, -Lines, -Rest) is det.
%
%   Lines have a blank between them.

beside([piece(From, To, [Line])|Pieces], Before, Text, Lines, Rest) :-
    newlines_between(Before, From, Text, 0),
    !,
    Lines = [Line|Lines1],
    beside(Pieces, To, Text, Lines2, Rest),
    (   Lines2 == []
    ->  Lines1 = []
    ;   Lines1 = [" "|Lines2]
    ).
beside(Rest, _, _, [], Rest).

%   joined(+Pieces, +Text, -Comments) is det.

joined([], _, []).
joined([piece(From, To, Lines0)|Pieces], Text, [From-comment(Comment)|Comments]) :-
    more_lines(Pieces, To, Text, Lines1, Rest),
    append(Lines0, Lines1, Lines),
    atomic_list_concat(Lines, '\n', Atom),
    atom_string(Atom, Comment),
    joined(Rest, Text, Comments).

more_lines([piece(From, To, Lines0)|Pieces], Before, Text, Lines, Rest) :-
    newlines_between(Before, From, Text, Count),
    Count =< 1,
    !,
    more_lines(Pieces, To, Text, Lines1, Rest),
    append(Lines0, Lines1, Lines).
more_lines(Rest, _, _, [], Rest).

%   newlines_between(+From, +To, +Text, -Count) is semidet.
%
%   Fails where there is more than blanks.

newlines_between(From, To, Text, Count) :-
    Length is To - From,
    sub_string(Text, From, Length, _, Between),
    split_string(Between, "\n", " \t\r", Parts),
    blank_parts(Parts, -1, Count).

blank_parts([], Count, Count).
blank_parts([""|Parts], Count0, Count) :-
    Count1 is Count0 + 1,
    blank_parts(Parts, Count1, Count).
