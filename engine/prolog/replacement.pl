% SPDX-License-Identifier: Apache-2.0
:- module(replacement,
          [ replace_specs/6,            % +Session, +Sources, :Progress, +Narrator, -Cause, -Diagnostics
            load_again/3                % +Session, +Sources, -Diagnostics
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(library(apply), [maplist/3, maplist/4]).
:- use_module(knowledge_base,
              [ session/4,
                store_load/4,
                forget_spent_load/2,
                store_spec/4,
                spec_facts/3,
                take_spec/4,
                spec/4,
                spec_outlet/4,
                system/3,
                device/5,
                requester/5,
                outlet/4,
                remove_outlet/2,
                arrange_outlets/4,
                state_value/3,
                set_states/2,
                take_warnings/2
              ]).
:- use_module(loader, [check_sources/6, keep_words/3]).
:- use_module(bodies, [store_bodies/2, take_bodies/3, same_bodies/3]).
:- use_module(group_checks, [without_places/2]).
:- use_module(values, [value_space/2, same_kind/2]).
:- use_module(selection, [perform_match/2, cancel_match/3]).
:- use_module(kept_matches, [matches_of_specs/3, match_verdict/4, why_broken/2, keep_match/3]).
:- use_module(outlet_changes, [note_created_outlet/2, note_removed_outlet/2]).
:- use_module(session_texts, [placed_findings/3]).
:- use_module(narration, [narrate/2]).

/** <module> Specs that take the place of others, while devices of them are connected

Every spec that the sources declare takes the place of the loaded one of that
name, whole; one that is not loaded is added. A spec keeps its kind: a
requester never takes the place of a device. Sources are checked as in a load,
and where one has an error nothing changes.

A spec that says what it said before is not replaced, wherever in the sources it
now stands: it is the same facts and bodies, but for places and names of
variables. Sources may say the words again that the session has, as they are,
and bring new ones. Events that they hold are left out, with a warning.

Devices and requesters of replaced specs stay, and their order. What becomes of
them:

  1. Each match with a replaced spec on either side is judged, by the new specs
     and the states as they now are, whether it still holds (kept_matches.pl).
  2. Those that do not are cancelled, as the old specs say.
  3. The new specs take their place. A state keeps its value if it is declared
     of the same kind as before, else it has its initial value. Outlets that a
     requester's spec no longer has are forgotten, new ones are inactive, and all
     are in order of declaration.
  4. Matches that hold are brought up to date: factors, priority, status.
  5. Perform match runs, if a participant of a replaced spec takes part: more
     may be possible now, even where nothing was cancelled.

A session remembers its loads in order, and each spec belongs to the last one
that declares it. A load of which nothing is left is forgotten; where nothing at
all is new, there is no load. So the loads that are left, each with its specs
taking the place of those before, give the session's facts again, in the same
order: load_again/3.
*/

:- meta_predicate
    replace_specs(+, +, 2, +, -, -).

%!  replace_specs(+Session, +Sources, :Progress, +Narrator, -Cause, -Diagnostics) is det.
%
%   Sources, Progress and Diagnostics are as in load_sources/4; Diagnostics may
%   also have warnings of bodies that were run. Cause is what take_outlet_changes/3
%   takes, replacement(Specs, Broken).

replace_specs(Session, Sources, Progress, Narrator, Cause, Diagnostics) :-
    check_sources(Session, replacing, Sources, Progress, Checked, Diagnostics0),
    (   Checked == none
    ->  Cause = replacement([], []),
        Diagnostics = Diagnostics0
    ;   take_place(Checked, Session, Narrator, Cause, Warnings),
        append(Diagnostics0, Warnings, Diagnostics)
    ).

%!  load_again(+Session, +Sources, -Diagnostics) is det.
%
%   Sources are those of one load of another session. Taken in its order, in a
%   session without participants, they give the same facts. Events are left out:
%   what has happened since decides which of them are still to come.

load_again(Session, Sources, Diagnostics) :-
    check_sources(Session, again, Sources, replacement:no_progress, Checked, Diagnostics),
    (   Checked == none
    ->  true
    ;   Checked = checked(_, Kept, Described, _),
        keep_words(Session, Checked, Came),
        store_load(Session, Kept, Came, Load),
        maplist(loaded(Load), Described, New),
        exchange(New, Session, Old),
        forget_spent_loads(Old, Session)
    ).

no_progress(_, _).

%   take_place(+Checked, +Session, +Narrator, -Cause, -Warnings) is det.

take_place(Checked, Session, Narrator, replacement(Replaced, Broken), Warnings) :-
    Checked = checked(_, Sources, Described0, _),
    session(Session, _, _, Home),
    findall(Novelty-Each,
            ( member(Each, Described0),
              novelty(Each, Session, Home, Novelty)
            ),
            Described),
    findall(Each, member(replaced-Each, Described), Changed),
    specs(Changed, Replaced),
    keep_words(Session, Checked, Came),
    tell_novelties(Described, Narrator),
    (   Came == no_words,
        \+ ( member(Novelty-_, Described), Novelty \== same )
    ->  Broken = [],
        Warnings = []
    ;   store_load(Session, Sources, Came, Load),
        maplist(loaded(Load), Described0, New),
        maplist(loaded(Load), Changed, NewChanged),
        exchanged(Session, Narrator, Replaced, NewChanged, New, Broken, Warnings)
    ),
    narrate(Narrator, results(Session)).

loaded(Load, described(Spec, Facts, Bodies), loaded(Spec, Load, Facts, Bodies)).

specs(Described, Specs) :-
    findall(Spec, member(described(Spec, _, _), Described), Specs).

tell_novelties(Described, Narrator) :-
    forall(( member(Novelty-Word, [replaced-replaced, new-added, moved-'as they were']),
             findall(Spec, member(Novelty-described(Spec, _, _), Described), Specs),
             Specs \== []
           ),
           narrate(Narrator, replacement(Word, Specs))).

                 /*******************************
                 *         What is new          *
                 *******************************/

%   novelty(+Described, +Session, +Home, -Novelty) is det.
%
%   Novelty is `new` for a spec that is not loaded; else `same` or, where only
%   places differ, `moved`; else `replaced`.

novelty(described(Spec, Facts, Bodies), Session, Home, Novelty) :-
    (   \+ spec(Session, Spec, _, _)
    ->  Novelty = new
    ;   same_bodies(Home, Spec, Bodies),
        spec_facts(Session, Spec, Loaded),
        facts_novelty(Facts, Loaded, Novelty0)
    ->  Novelty = Novelty0
    ;   Novelty = replaced
    ).

facts_novelty(Facts, Loaded, Novelty) :-
    by_form(Facts, Sorted),
    by_form(Loaded, LoadedSorted),
    (   Sorted == LoadedSorted
    ->  Novelty = same
    ;   said(Sorted, Said),
        said(LoadedSorted, Said),
        Novelty = moved
    ).

%   Facts of one form stay in their order.

by_form(Facts, Sorted) :-
    findall(Form-Fact,
            ( member(Fact, Facts),
              functor(Fact, Form, _)
            ),
            Keyed),
    keysort(Keyed, Sorted).

said(Facts, Said) :-
    findall(What, ( member(_-Fact, Facts), without_place(Fact, What) ), Said).

without_place(Fact, What) :-
    (   Fact = place(_, _, _, _, _)
    ->  fail
    ;   Fact = spec_body(Spec, Kind, Name, _, _)
    ->  What = spec_body(Spec, Kind, Name)
    ;   Fact = device_group(Spec, Group, Tree0)
    ->  without_places(Tree0, Tree),
        What = device_group(Spec, Group, Tree)
    ;   Fact = request_group(Spec, Group, Kind, Accept, Tree0)
    ->  without_places(Tree0, Tree),
        What = request_group(Spec, Group, Kind, Accept, Tree)
    ;   What = Fact
    ).

                 /*******************************
                 *        The exchange          *
                 *******************************/

%   exchanged(+Session, +Narrator, +Replaced, +NewChanged, +New, -Broken, -Warnings) is det.
%
%   New are all specs to be stored, NewChanged those whose matches are judged,
%   loaded(Spec, Load, Facts, Bodies) each; Replaced are the names of the latter.

exchanged(Session, Narrator, Replaced, NewChanged, New, Broken, Warnings) :-
    matches_of_specs(Session, Replaced, Matches),
    verdicts(Matches, Session, Narrator, NewChanged, Verdicts, Warnings1),
    findall(Outlet-Why, member(broken(Outlet, Why), Verdicts), BrokenOutlets),
    maplist(broken_names(Session), BrokenOutlets, Broken),
    forall(member(Outlet-_, BrokenOutlets), cancel_match(Session, Narrator, Outlet)),
    placed_warnings(Session, Warnings2),
    forall(( member(Spec, Replaced),
             requester(Session, Key, _, Spec, _)
           ),
           forget_outlets(Session, Key, Spec, NewChanged)),
    exchange(New, Session, Old),
    carry_states(NewChanged, Old, Session, _),
    forget_spent_loads(Old, Session),
    forall(member(holds(Kept), Verdicts), keep_match(Kept, Session, Narrator)),
    forall(( requester(Session, Key, _, Spec, _),
             memberchk(Spec, Replaced)
           ),
           declare_outlets(Session, Key, Spec)),
    (   takes_part(Session, Replaced)
    ->  narrate(Narrator, match_begins),
        perform_match(Session, Narrator),
        narrate(Narrator, match_ends)
    ;   narrate(Narrator, no_match_process)
    ),
    placed_warnings(Session, Warnings3),
    append(Warnings1, Warnings2, Warnings0),
    append(Warnings0, Warnings3, Warnings).

forget_spent_loads(Old, Session) :-
    forall(member(loaded(_, Load, _, _), Old), forget_spent_load(Session, Load)).

broken_names(Session, Outlet-Why, broken(Requester, Name, Sentence)) :-
    outlet(Session, Outlet, Key, Name),
    requester(Session, Key, Requester, _, _),
    why_broken(Why, Sentence).

%   A place belongs to the text that is loaded when the warning comes.

placed_warnings(Session, Warnings) :-
    take_warnings(Session, Found),
    placed_findings(Session, Found, Warnings).

takes_part(Session, Specs) :-
    (   device(Session, _, _, Spec, System)
    ;   requester(Session, _, _, Spec, System)
    ),
    memberchk(Spec, Specs),
    system(Session, System, connected),
    !.

%   verdicts(+Matches, +Session, +Narrator, +New, -Verdicts, -Warnings) is det.
%
%   The new specs are tried on, and taken off again: what does not hold is
%   cancelled as the old ones say.

verdicts([], _, _, _, [], []) :- !.
verdicts(Matches, Session, Narrator, New, Verdicts, Warnings) :-
    narrate(Narrator, judging_begins),
    setup_call_cleanup(
        ( exchange(New, Session, Old),
          carry_states(New, Old, Session, States)
        ),
        ( findall(Verdict,
                  ( member(Match, Matches),
                    match_verdict(Match, Session, Narrator, Verdict)
                  ),
                  Verdicts),
          placed_warnings(Session, Warnings)
        ),
        ( exchange(Old, Session, _),
          forall(member(Key-Values, States), set_states(Key, Values))
        )).

%   exchange(+New, +Session, -Old) is det.
%
%   Each spec takes the place of the one of its name: Old is what was there.

exchange(New, Session, Old) :-
    session(Session, _, _, Home),
    maplist(exchange_spec(Session, Home), New, Old).

exchange_spec(Session, Home, loaded(Spec, Load, Facts, Bodies),
              loaded(Spec, OldLoad, OldFacts, OldBodies)) :-
    take_spec(Session, Spec, OldLoad, OldFacts),
    take_bodies(Home, Spec, OldBodies),
    store_bodies(Home, Bodies),
    store_spec(Session, Spec, Load, Facts).

%   carry_states(+New, +Old, +Session, -Before) is det.
%
%   Before is a list of Participant-States as they were.

carry_states(New, Old, Session, Before) :-
    findall(Key-States-Carried,
            ( member(loaded(Spec, _, Facts, _), New),
              memberchk(loaded(Spec, _, OldFacts, _), Old),
              participant_of(Session, Spec, Key),
              findall(State-Value, state_value(Key, State, Value), States),
              findall(State-Value,
                      ( member(spec_state(_, State, Initial), Facts),
                        carried(State, Initial, OldFacts, States, Value)
                      ),
                      Carried)
            ),
            All),
    forall(member(Key-_-Carried, All), set_states(Key, Carried)),
    findall(Key-States, member(Key-States-_, All), Before).

participant_of(Session, Spec, Key) :-
    device(Session, Key, _, Spec, _).
participant_of(Session, Spec, Key) :-
    requester(Session, Key, _, Spec, _).

carried(State, Initial, OldFacts, States, Value) :-
    (   memberchk(spec_state(_, State, OldInitial), OldFacts),
        value_space(OldInitial, OldSpace),
        value_space(Initial, Space),
        same_kind(OldSpace, Space)
    ->  memberchk(State-Value, States)
    ;   Value = Initial
    ).

                 /*******************************
                 *           Outlets            *
                 *******************************/

%   forget_outlets(+Session, +Requester, +Spec, +New) is det.
%
%   Outlets that Requester has and the new Spec has not; their matches were
%   cancelled.

forget_outlets(Session, Key, Spec, New) :-
    memberchk(loaded(Spec, _, Facts, _), New),
    forall(( outlet(Session, Outlet, Key, Name),
             \+ memberchk(spec_outlet(_, Name, _), Facts)
           ),
           ( note_removed_outlet(Session, Outlet),
             remove_outlet(Session, Outlet)
           )).

%   declare_outlets(+Session, +Requester, +Spec) is det.

declare_outlets(Session, Key, Spec) :-
    findall(Name, spec_outlet(Session, Spec, Name, _), Names),
    arrange_outlets(Session, Key, Names, New),
    forall(member(Outlet, New), note_created_outlet(Session, Outlet)).
