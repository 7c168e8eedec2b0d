% SPDX-License-Identifier: Apache-2.0
:- module(diagnostics,
          [ mistake//3,                 % +Where, +Position, +Message
            warning//3,                 % +Where, +Position, +Message
            below/3                     % +Where0, +Step, -Where
          ]).
:- use_module(positions, [position_offset/2]).

/** <module> Collecting what is wrong

Checking never stops at the first mistake: the rules that check are grammar
rules (DCG) whose terminals are diagnostics, so everything wrong with a load
comes out as one list.

Where is where(Source, Path): the name of the source, and the names that lead
to the place, innermost first. A diagnostic is

    diagnostic(Severity, Source, Offset, Path, Message)

with Offset in characters, or `none`, and Message a term that messages.pl
puts into words.
*/

%!  mistake(+Where, +Position, +Message)// is det.
%!  warning(+Where, +Position, +Message)// is det.
%
%   Position is one of read_term/2's positions, an offset, or `none`.

mistake(Where, Position, Message) -->
    diagnostic(error, Where, Position, Message).

warning(Where, Position, Message) -->
    diagnostic(warning, Where, Position, Message).

diagnostic(Severity, where(Source, Path), Position, Message) -->
    { offset(Position, Offset) },
    [ diagnostic(Severity, Source, Offset, Path, Message) ].

offset(Position, Offset) :-
    (   position_offset(Position, Offset0)
    ->  Offset = Offset0
    ;   Offset = Position
    ).

%!  below(+Where0, +Step, -Where) is det.

below(where(Source, Path), Step, where(Source, [Step|Path])).
