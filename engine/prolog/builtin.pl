% SPDX-License-Identifier: Apache-2.0
:- module(builtin,
          [ compile_builtin/1           % +Files
          ]).
:- use_module(loader, [load_builtin/1]).

/** <module> The built-in taxonomy and units

Called once, when the engine is built: the words of taxonomy/ become part of
the saved state, and a session starts with them ready.
*/

%!  compile_builtin(+Files) is det.
%
%   @throws ddb_builtin(Diagnostics) if a file has an error.

compile_builtin(Files) :-
    load_builtin(Files).
