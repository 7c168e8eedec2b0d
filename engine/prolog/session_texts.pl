% SPDX-License-Identifier: Apache-2.0
:- module(session_texts,
          [ placed_findings/3           % +Session, +Found, -Diagnostics
          ]).
:- use_module(library(lists), [member/2, last/2]).
:- use_module(knowledge_base, [source/5, source_text/3, spec_load/3]).
:- use_module(loader, [placed/3]).

/** <module> Where in the loaded texts something is

Two loads may bring sources of the same name, when a file was edited and its
specs took the place of what it said before. A finding about a spec is in the
text that the spec came with last.
*/

%!  placed_findings(+Session, +Found, -Diagnostics) is det.
%
%   Found are diagnostics with offsets and messages (diagnostics.pl), Diagnostics
%   the same with lines, columns and sentences, by source and line.

placed_findings(_, [], []) :- !.
placed_findings(Session, Found, Diagnostics) :-
    findall(Diagnostic,
            ( member(Each, Found),
              text_of(Each, Session, Texts),
              placed(Each, Texts, Diagnostic)
            ),
            Diagnostics0),
    sort(3, @=<, Diagnostics0, Diagnostics1),
    sort(2, @=<, Diagnostics1, Diagnostics).

%   text_of(+Finding, +Session, -Texts) is det.
%
%   A path leads from the inside out: its last name is that of the spec.

text_of(diagnostic(_, Source, _, Path, _), Session, Texts) :-
    (   last(Path, Spec),
        spec_load(Session, Spec, Load),
        source(Session, Load, _, Source, Text)
    ->  Texts = [text(Source, 1, Text)]
    ;   source_text(Session, Source, Text)
    ->  Texts = [text(Source, 1, Text)]
    ;   Texts = []
    ).
