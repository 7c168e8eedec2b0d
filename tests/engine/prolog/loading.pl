% SPDX-License-Identifier: Apache-2.0
:- module(loading,
          [ with_session/2,             % -Session, :Goal
            text_diagnostics/2,         % +Text, -Diagnostics
            text_diagnostics/3,         % +Session, +Text, -Diagnostics
            file_diagnostics/3,         % +Session, +Files, -Diagnostics
            replay/2,                   % +Session, -Diagnostics
            session_dump/2,             % +Session, -Facts
            repository_files/2,         % +Pattern, -Paths
            with_file/3,                % +Content, -Path, :Goal
            lines_text/2,               % +Lines, -Text
            timed/2                     % :Goal, -Seconds
          ]).
:- use_module(engine_under_test, [repository_file/2]).
:- use_module('../../../engine/prolog/engine_api').
:- use_module('../../../engine/prolog/knowledge_base', []).
:- use_module('../../../engine/prolog/vocabulary', []).
:- use_module(library(lists), [member/2, append/2]).

/** <module> Loading good and bad texts, and seeing what a session remembers

Beside engine_under_test.pl: here a load that has errors is what is wanted.
*/

:- meta_predicate
    with_session(-, 0),
    with_file(+, -, 0),
    timed(0, -).

%!  with_session(-Session, :Goal) is semidet.
%
%   once(Goal) with a new session, which is closed afterwards.

with_session(Session, Goal) :-
    setup_call_cleanup(
        api_open([], Session),
        once(Goal),
        api_close(Session)).

%!  text_diagnostics(+Text, -Diagnostics) is det.
%!  text_diagnostics(+Session, +Text, -Diagnostics) is det.
%
%   What a load of Text, a description named `test.pl`, reports; without
%   Session in one of its own, closed again.

text_diagnostics(Text, Diagnostics) :-
    with_session(Session, text_diagnostics(Session, Text, Diagnostics)).

text_diagnostics(Session, Text, Diagnostics) :-
    api_load(Session, [text('test.pl', Text, description)], Diagnostics).

%!  file_diagnostics(+Session, +Files, -Diagnostics) is det.

file_diagnostics(Session, Files, Diagnostics) :-
    findall(file(File, description), member(File, Files), Sources),
    api_load(Session, Sources, Diagnostics).

%!  replay(+Session, -Diagnostics) is det.
%
%   Hand over the events that were loaded, in order; Diagnostics are theirs.

replay(Session, Diagnostics) :-
    api_scenario(Session, Events),
    findall(Found,
            ( member(Event, Events),
              api_event(Session, Event, silent, _, Found)
            ),
            Founds),
    append(Founds, Diagnostics).

%!  session_dump(+Session, -Facts) is det.
%
%   Every fact that the engine remembers: what files said, the words and
%   bodies of the session, and what events changed. Two dumps are equal iff
%   nothing changed.

session_dump(Session, Facts) :-
    findall(Fact, remembered(Session, Fact), Facts).

remembered(_, Head) :-
    findall(Fact,
            ( current_predicate(_, knowledge_base:Fact),
              predicate_property(knowledge_base:Fact, dynamic),
              \+ predicate_property(knowledge_base:Fact, imported_from(_))
            ),
            Facts0),
    sort(Facts0, Facts),
    member(Head, Facts),
    knowledge_base:Head.
remembered(_, Fact) :-
    of_devices(Fact),
    knowledge_base:Fact.
remembered(Session, Word) :-
    vocabulary:word([Session, loading(Session)], Word).
remembered(Session, body(Key, Clause)) :-
    knowledge_base:session(Session, _, _, Home),
    body_store:stored_body(Home, _, Key, Clause).

%   These are kept outside of the database.

of_devices(device(_, _, _, _, _)).
of_devices(unit_taken(_, _)).
of_devices(state_value(_, _, _)).

%!  repository_files(+Pattern, -Paths) is det.
%
%   Pattern as expand_file_name/2 takes it, relative to the repository.

repository_files(Pattern, Paths) :-
    repository_file(Pattern, Absolute),
    expand_file_name(Absolute, Paths0),
    sort(Paths0, Paths).

%!  with_file(+Content, -Path, :Goal) is semidet.
%
%   once(Goal) with a file of the given text or bytes(Bytes), removed
%   afterwards.

with_file(Content, Path, Goal) :-
    tmp_file(ddb_test, Path),
    setup_call_cleanup(
        write_file(Content, Path),
        once(Goal),
        delete_file(Path)).

write_file(bytes(Bytes), Path) :-
    !,
    setup_call_cleanup(
        open(Path, write, Stream, [type(binary)]),
        forall(member(Byte, Bytes), put_byte(Stream, Byte)),
        close(Stream)).
write_file(Text, Path) :-
    setup_call_cleanup(
        open(Path, write, Stream, [encoding(utf8), newline(posix)]),
        write(Stream, Text),
        close(Stream)).

%!  lines_text(+Lines, -Text:string) is det.
%
%   Each line ends in a line feed.

lines_text(Lines, Text) :-
    with_output_to(string(Text),
                   forall(member(Line, Lines), format('~w~n', [Line]))).

%!  timed(:Goal, -Seconds:float) is det.
%
%   once(Goal), and how long it took on the wall clock.

timed(Goal, Seconds) :-
    get_time(Begin),
    once(Goal),
    get_time(End),
    Seconds is End - Begin.
