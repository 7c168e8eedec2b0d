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

one_line(Text, Line) :-
    control_characters(Controls),
    (   \+ sub_string(Text, _, _, _, "\u0000"),
        split_string(Text, Controls, "", [_])
    ->  atom_string(Line, Text)
    ;   atom_codes(Text, Codes),
        shown_codes(Codes, Shown),
        atom_codes(Line, Shown)
    ).

%   All of them but NUL, which split_string/4 strips from both ends.

control_characters("\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\c
                    \u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\c
                    \u007f\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\c
                    \u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\c
                    \u009b\u009c\u009d\u009e\u009f\u2028\u2029").

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
