% SPDX-License-Identifier: Apache-2.0
:- module(json_layout,
          [ json_lines/3                % +Json, +Width, -Text
          ]).
:- use_module(json_text, [json_text/2]).

/** <module> JSON for people: broken into lines

What Json is: see json_text.pl.
*/

%!  json_lines(+Json, +Width, -Text:string) is det.
%
%   Json for people: an object or array stands on one line where Width
%   characters are enough, else each of its parts on lines of its own.
%   Text ends in a line feed.
%
%   @throws as json_text/2

json_lines(Json, Width, Text) :-
    measured(Json, Measured, _),
    phrase(laid_out(Measured, 0, 0, Width), Pieces),
    atomics_to_string(Pieces, Lines),
    string_concat(Lines, "\n", Text).

%   measured(+Json, -Measured, -Length) is det.
%
%   Measured is whole(Text, Length), or parts(Open, Close, Parts, Length) with
%   Parts a list of part(Label, LabelLength, Measured).

measured(object(Members), parts('{', '}', Parts, Length), Length) :-
    !,
    measured_members(Members, Parts, 2, Length).
measured(array(Values), parts('[', ']', Parts, Length), Length) :-
    !,
    measured_values(Values, Parts, 2, Length).
measured(Json, whole(Text, Length), Length) :-
    json_text(Json, Text),
    string_length(Text, Length).

measured_members([], [], Length, Length).
measured_members([Key-Value|Members], [part(Label, LabelLength, Measured)|Parts], Length0, Length) :-
    json_text(string(Key), Quoted),
    string_concat(Quoted, ": ", Label),
    string_length(Label, LabelLength),
    measured(Value, Measured, ValueLength),
    after_comma(Members, Length0, Length1),
    Length2 is Length1 + LabelLength + ValueLength,
    measured_members(Members, Parts, Length2, Length).

measured_values([], [], Length, Length).
measured_values([Value|Values], [part("", 0, Measured)|Parts], Length0, Length) :-
    measured(Value, Measured, ValueLength),
    after_comma(Values, Length0, Length1),
    Length2 is Length1 + ValueLength,
    measured_values(Values, Parts, Length2, Length).

%   A comma and a blank follow all but the last.

after_comma([], Length, Length).
after_comma([_|_], Length0, Length) :-
    Length is Length0 + 2.

%   laid_out(+Measured, +Indentation, +Column, +Width)//
%
%   Column is where the text begins.

laid_out(whole(Text, _), _, _, _) -->
    [ Text ].
laid_out(parts(Open, Close, Parts, Length), Indentation, Column, Width) -->
    (   { Column + Length =< Width ; Parts == [] }
    ->  [ Open ],
        in_line(Parts),
        [ Close ]
    ;   { Indentation1 is Indentation + 2 },
        [ Open ],
        in_lines(Parts, Indentation1, Width),
        new_line(Indentation),
        [ Close ]
    ).

in_line([]) --> [].
in_line([part(Label, _, Measured)|Parts]) -->
    [ Label ],
    laid_out(Measured, 0, 0, inf),
    (   { Parts == [] }
    ->  []
    ;   [ ', ' ]
    ),
    in_line(Parts).

%   The comma after a part needs a column too.

in_lines([], _, _) --> [].
in_lines([part(Label, LabelLength, Measured)|Parts], Indentation, Width) -->
    new_line(Indentation),
    [ Label ],
    { Column is Indentation + LabelLength + 1 },
    laid_out(Measured, Indentation, Column, Width),
    (   { Parts == [] }
    ->  []
    ;   [ ',' ]
    ),
    in_lines(Parts, Indentation, Width).

new_line(Indentation) -->
    { format(atom(Piece), '~n~*c', [Indentation, 0' ]) },
    [ Piece ].
