% SPDX-License-Identifier: Apache-2.0
:- module(one_line,
          [ one_line/2                  % +Text, -Line
          ]).
:- use_module(library(lists), [memberchk/2, append/3]).

/** <module> What people read is of one line, whatever names are in it

A name may be any text. One with a line break would make two lines of a message
or of the transcript, and other control characters can move the cursor of a
terminal: so they are shown as they would be written, `\n` or `\u001b`.
*/

%!  one_line(+Text:atomic, -Line:atom) is det.
%
%   Nearly all texts are of one line: has_control(+Text), which tells so, is defined by the
%   host (engine/src/text_predicates.cpp).

one_line(Text, Line) :-
    (   has_control(Text)
    ->  atom_codes(Text, Codes),
        shown_codes(Codes, Shown),
        atom_codes(Line, Shown)
    ;   atom_string(Line, Text)
    ).

shown_codes([], []).
shown_codes([Code|Codes], Shown) :-
    (   is_control(Code)
    ->  control_text(Code, Text),
        string_codes(Text, Begin),
        append(Begin, Shown1, Shown)
    ;   Shown = [Code|Shown1]
    ),
    shown_codes(Codes, Shown1).

is_control(Code) :-
    (   Code < 0x20
    ;   Code >= 0x7f,
        Code =< 0x9f
    ;   memberchk(Code, [0x2028, 0x2029])
    ),
    !.

control_text(0'\n, "\\n") :- !.
control_text(0'\r, "\\r") :- !.
control_text(0'\t, "\\t") :- !.
control_text(Code, Text) :-
    format(string(Text), '\\u~|~`0t~16r~4+', [Code]).
