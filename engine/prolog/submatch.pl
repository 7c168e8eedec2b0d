% SPDX-License-Identifier: Apache-2.0
:- module(submatch,
          [ matched_value/3             % +SubMatch, +Path, -Value
          ]).
:- use_module(library(lists), [member/2]).

/** <module> Looking into a match

A match is a list of what was taken at one level, in the request's order:

  - branch_match(Name, Asked, Had, Below): a branch, with the notes of the
    request's branch and of the device's, and the match below it
  - leaf_match(Name, Value, Asked, Had): a leaf and the matched value
*/

%!  matched_value(+SubMatch, +Path, -Value) is nondet.
%
%   Value was matched at Path, a list of names; in the order of the match.

matched_value(Matches, [Name|Path], Value) :-
    member(Match, Matches),
    matched_at(Match, Name, Path, Value).

matched_at(leaf_match(Name, Value, _, _), Name, [], Value).
matched_at(branch_match(Name, _, _, Below), Name, [Next|Path], Value) :-
    matched_value(Below, [Next|Path], Value).
