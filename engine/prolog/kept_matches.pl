% SPDX-License-Identifier: Apache-2.0
:- module(kept_matches,
          [ matches_of_specs/3,         % +Session, +Specs, -Matches
            match_verdict/4,            % +Match, +Session, +Narrator, -Verdict
            why_broken/2,               % +Why, -Sentence
            keep_match/3                % +Kept, +Session, +Narrator
          ]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(knowledge_base,
              [ device/5,
                requester/5,
                outlet/4,
                outlet_status/3,
                set_outlet_status/3,
                spec_outlet/4,
                spec_code_interface/4,
                request_group/6,
                device_group/4,
                unit_taken/2,
                take_unit/2,
                free_unit/2,
                match_transaction/3,
                record_transaction/3,
                forget_transactions/1,
                code_entry/5,
                enter_code/5,
                enter_data/4,
                forget_entries/1
              ]).
:- use_module(selection, [match_status/3]).
:- use_module(group_match, [group_match/5]).
:- use_module(allocation, [match_effects/3]).
:- use_module(outlet_changes, [outlet_holding/3, note_change/3]).
:- use_module(narration, [narrate/2]).

/** <module> Does a match still hold?

When specs take the place of others, a match that they are part of still holds
if it would be made again from the same parts:

  - its alternative is still there, with the same requests and request groups
  - each of its request groups, walked against the same device group of the same
    device, in the order in which they were recorded, is accepted, with the same
    effects: units taken, states set, adjustments run, code interfaces with their
    operations, data interfaces with their values

The registration units of the match itself count as available, those of its
earlier groups as taken, just as when it was made. Everything else is as it is:
the units that others hold, and the states, which match conditions may look at.

Nothing is applied: a match that holds is not disturbed. Only its factors, its
priority and its status are brought up to date.

A match is match(Outlet, Requester, Name, Alternative, Requests, Entries):
Outlet a key, Requester participant(Key, Spec), Name the outlet's, Requests
those of Alternative when it was made, Entries a list of Transaction-Effects as
they are recorded.
*/

%!  matches_of_specs(+Session, +Specs, -Matches) is det.
%
%   Matches are all that have a requester or a device of one of Specs, in order
%   of requester creation, then of declaration.

matches_of_specs(Session, Specs, Matches) :-
    findall(Match, match_of_specs(Session, Specs, Match), Matches).

match_of_specs(Session, Specs,
               match(Outlet, participant(Key, Spec), Name, Alternative, Requests, Entries)) :-
    outlet(Session, Outlet, Key, Name),
    outlet_status(Outlet, active(Alternative, _), _),
    requester(Session, Key, _, Spec, _),
    findall(Transaction-Effects, match_transaction(Outlet, Transaction, Effects), Entries),
    (   memberchk(Spec, Specs)
    ->  true
    ;   member(transaction(_, _, _, Device, _, _)-_, Entries),
        device(Session, Device, _, DeviceSpec, _),
        memberchk(DeviceSpec, Specs)
    ->  true
    ),
    spec_outlet(Session, Spec, Name, Alternatives),
    memberchk(alternative(Alternative, _, Requests), Alternatives).

%!  match_verdict(+Match, +Session, +Narrator, -Verdict) is det.
%
%   With the specs as they now are in the session, Verdict is
%   holds(kept(Outlet, Active, Status, Entries)), for keep_match/3, or
%   broken(Outlet, Why), Why
%
%     - no_outlet, no_alternative or other_requests
%     - no_device_group(Group), Group the device group
%     - refused(RequestGroup): not accepted any more
%     - other_effects(RequestGroup): accepted, but something else would come of it

match_verdict(Match, Session, Narrator, Verdict) :-
    Match = match(Outlet, Requester, Name, Alternative, Requests, Entries),
    narrate(Narrator, judging(Session, Requester, Name, Alternative)),
    alternative_verdict(Session, Requester, Name, Alternative, Requests, Verdict0),
    (   Verdict0 = same(Active, Status)
    ->  entries_verdict(Entries, Outlet, context(Session, Narrator, Requester, none), Verdict1),
        (   Verdict1 = holds(Entries1)
        ->  Verdict = holds(kept(Outlet, Active, Status, Entries1))
        ;   Verdict1 = broken(Why),
            Verdict = broken(Outlet, Why)
        )
    ;   Verdict0 = broken(Why),
        Verdict = broken(Outlet, Why)
    ),
    (   Verdict = broken(_, _)
    ->  why_broken(Why, Sentence),
        narrate(Narrator, judged(broken(Sentence)))
    ;   narrate(Narrator, judged(holds))
    ).

%!  why_broken(+Why, -Sentence) is det.

why_broken(Why, Sentence) :-
    broken_pieces(Why, Pieces),
    atomic_list_concat(Pieces, Sentence).

broken_pieces(no_outlet, ['the requester has no such outlet any more']).
broken_pieces(no_alternative, ['the outlet has no such alternative any more']).
broken_pieces(other_requests, ['the alternative asks for other requests or request groups']).
broken_pieces(no_device_group(Group), ['the device has no device group ', Group, ' any more']).
broken_pieces(refused(Group), ['request group ', Group, ' is not accepted any more']).
broken_pieces(other_effects(Group),
              ['request group ', Group,
               ' would take other units, set other states or get other interfaces']).

%   alternative_verdict(+Session, +Requester, +Name, +Alternative, +Requests, -Verdict) is det.
%
%   Verdict is same(Active, Status), as the outlet's status now is, or broken(Why).

alternative_verdict(Session, participant(_, Spec), Name, Alternative, Requests, Verdict) :-
    (   \+ spec_outlet(Session, Spec, Name, _)
    ->  Verdict = broken(no_outlet)
    ;   spec_outlet(Session, Spec, Name, Alternatives),
        (   memberchk(alternative(Alternative, Priority, Asked), Alternatives)
        ->  (   Asked == Requests
            ->  Verdict = same(Active, Status),
                Active = active(Alternative, Priority),
                match_status(Active, Alternatives, Status)
            ;   Verdict = broken(other_requests)
            )
        ;   Verdict = broken(no_alternative)
        )
    ),
    !.

%   entries_verdict(+Entries0, +Outlet, +Context, -Verdict) is det.
%
%   Verdict is holds(Entries) or broken(Why).

entries_verdict(Entries0, Outlet, Context, Verdict) :-
    own_units(Entries0, Units),
    setup_call_cleanup(
        forall(member(Device-Unit, Units), free_unit(Device, Unit)),
        once(groups_verdict(Entries0, Outlet, Context, Entries, Why)),
        forall(member(Device-Unit, Units), take_again(Device, Unit))),
    (   var(Why)
    ->  Verdict = holds(Entries)
    ;   Verdict = broken(Why)
    ).

own_units(Entries, Units) :-
    findall(Device-Unit,
            ( member(transaction(_, _, _, Device, _, _)-effects(DeviceEffects, _), Entries),
              member(take(Unit), DeviceEffects),
              unit_taken(Device, Unit)
            ),
            Units0),
    sort(Units0, Units).

take_again(Device, Unit) :-
    (   unit_taken(Device, Unit)
    ->  true
    ;   take_unit(Device, Unit)
    ).

%   groups_verdict(+Entries0, +Outlet, +Context, -Entries, -Why) is det.
%
%   Why is left unbound where all hold. Units of groups that do are taken.

groups_verdict([], _, _, [], _).
groups_verdict([Entry0|Entries0], Outlet, Context0, Entries, Why) :-
    Entry0 = transaction(_, _, _, Key, _, _)-_,
    Context0 = context(Session, Narrator, Requester, _),
    device(Session, Key, _, Spec, _),
    Context = context(Session, Narrator, Requester, participant(Key, Spec)),
    group_verdict(Entry0, Outlet, Context, Entry, Why),
    (   nonvar(Why)
    ->  Entries = []
    ;   Entry = _-effects(DeviceEffects, _),
        forall(member(take(Unit), DeviceEffects), take_again(Key, Unit)),
        Entries = [Entry|Entries1],
        groups_verdict(Entries0, Outlet, Context0, Entries1, Why)
    ).

group_verdict(Transaction0-effects(DeviceEffects0, RequesterEffects0), Outlet, Context,
              Entry, Why) :-
    Transaction0 = transaction(Alternative, Request, Group, Key, DeviceGroup, _),
    Context = context(Session, _, participant(_, RequesterSpec), participant(_, Spec)),
    request_group(Session, RequesterSpec, Group, _, Accept, RequestTerms),
    narrate(Context, request_group(Group, Accept)),
    (   device_group(Session, Spec, DeviceGroup, DeviceTerms)
    ->  narrate(Context, device_group(DeviceGroup)),
        group_match(RequestTerms, DeviceTerms, Context, Match, Factor),
        (   Match \== [],
            Factor >= Accept
        ->  narrate(Context, group_outcome(accepted, Factor, Accept)),
            match_effects(Match, DeviceEffects, RequesterEffects),
            (   same_effects(DeviceEffects0, DeviceEffects),
                same_effects(RequesterEffects0, RequesterEffects),
                same_operations(RequesterEffects, Session, Outlet, Key, Spec)
            ->  Entry = transaction(Alternative, Request, Group, Key, DeviceGroup, Factor)
                        -effects(DeviceEffects, RequesterEffects)
            ;   Why = other_effects(Group)
            )
        ;   narrate(Context, group_outcome(refused, Factor, Accept)),
            Why = refused(Group)
        )
    ;   Why = no_device_group(DeviceGroup)
    ).

%   The order in which a spec writes its terms is no effect.

same_effects(Effects0, Effects) :-
    msort(Effects0, Sorted),
    msort(Effects, Sorted).

same_operations(RequesterEffects, Session, Outlet, Device, Spec) :-
    \+ ( member(code(Asked, Had), RequesterEffects),
         spec_code_interface(Session, Spec, Had, Operations),
         \+ code_entry(Outlet, Asked, Device, Had, Operations)
       ).

%!  keep_match(+Kept, +Session, +Narrator) is det.
%
%   The match of an outlet that holds is brought up to date, and a change is
%   noted where there is one to tell.

keep_match(kept(Outlet, Active, Status, Entries), Session, Narrator) :-
    findall(Transaction-Effects, match_transaction(Outlet, Transaction, Effects), Entries0),
    (   outlet_status(Outlet, Active, Status),
        Entries0 == Entries
    ->  true
    ;   outlet_holding(Session, Outlet, Before),
        set_outlet_status(Outlet, Active, Status),
        forget_transactions(Outlet),
        forget_entries(Outlet),
        forall(member(Transaction-Effects, Entries),
               ( record_transaction(Outlet, Transaction, Effects),
                 enter_again(Transaction, Effects, Session, Outlet)
               )),
        outlet_holding(Session, Outlet, After),
        (   After == Before
        ->  true
        ;   narrate(Narrator, updated(Session, Outlet, Active, Status)),
            note_change(Session, Outlet, Before)
        )
    ).

%   The tables say what they said: the effects are the same.

enter_again(transaction(_, _, _, Key, _, _), effects(_, RequesterEffects), Session, Outlet) :-
    device(Session, Key, _, Spec, _),
    forall(member(Effect, RequesterEffects), enter_effect(Effect, Session, Outlet, Key, Spec)).

enter_effect(adjust(_), _, _, _, _).
enter_effect(code(Asked, Had), Session, Outlet, Key, Spec) :-
    spec_code_interface(Session, Spec, Had, Operations),
    enter_code(Outlet, Asked, Key, Had, Operations).
enter_effect(data(Interface, Aspect, Value), _, Outlet, _, _) :-
    enter_data(Outlet, Interface, Aspect, Value).
