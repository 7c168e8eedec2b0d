% SPDX-License-Identifier: Apache-2.0
:- module(allocation,
          [ match_effects/3,            % +Match, -DeviceEffects, -RequesterEffects
            apply_with_device/3,        % +DeviceEffects, +Context, -Journal
            undo/2,                     % +Journal, +Context
            remove_with_device/2,       % +DeviceEffects, +Context
            remove_with_device/3,       % +DeviceEffects, +Context, -Journal
            apply_with_requester/3,     % +RequesterEffects, +Outlet, +Context
            remove_with_requester/2,    % +RequesterEffects, +Context
            remove_with_requester/3     % +RequesterEffects, +Context, -Journal
          ]).
:- use_module(library(lists), [member/2, append/3, list_to_set/2]).
:- use_module(library(apply), [maplist/3, foldl/4]).
:- use_module(knowledge_base,
              [ spec_adjusts/5,
                spec_code_interface/4,
                unit_taken/2,
                take_unit/2,
                free_unit/2,
                state_value/3,
                set_state/3,
                enter_code/5,
                enter_data/4
              ]).
:- use_module(conditions, [adjusted_state/6]).
:- use_module(narration, [narrate/2]).

/** <module> Applying a match, undoing it, giving it up

A match has effects, in the order of the walk, a branch before what is below
it:

  - with the device: adjust(Adjustment), take(Unit), set(State, Value)
  - with the requester: adjust(Adjustment), code(Asked, Had) for each pair of
    code interfaces, data(Interface, Aspect, Value)

They are worked out once, when the match is made, and recorded with it.

Applying with the device happens at once, before it is known whether the whole
alternative can be satisfied, so that what comes later in the alternative sees
it. The journal says what was there before: undo/2 puts exactly that back.
Giving up a recorded match is something else: its adjustments run in mode
`remove`, its units are available again, and states that leaves have set stay.
*/

%!  match_effects(+Match, -DeviceEffects, -RequesterEffects) is det.

match_effects(Match, DeviceEffects, RequesterEffects) :-
    device_effects(Match, DeviceEffects, []),
    requester_effects(Match, RequesterEffects, []).

device_effects([], Effects, Effects).
device_effects([Found|Match], Effects0, Effects) :-
    device_effects_of(Found, Effects0, Effects1),
    device_effects(Match, Effects1, Effects).

device_effects_of(branch_match(_, _, has(Units, _, _, Adjustments), Below), Effects0, Effects) :-
    maplist(adjust, Adjustments, Adjusts),
    maplist(take, Units, Takes),
    append(Adjusts, Effects1, Effects0),
    append(Takes, Effects2, Effects1),
    device_effects(Below, Effects2, Effects).
device_effects_of(leaf_match(_, Value, _, has(States)), Effects0, Effects) :-
    maplist(set(Value), States, Sets),
    append(Sets, Effects, Effects0).

adjust(Adjustment, adjust(Adjustment)).
take(Unit, take(Unit)).
set(Value, State, set(State, Value)).

requester_effects([], Effects, Effects).
requester_effects([Found|Match], Effects0, Effects) :-
    requester_effects_of(Found, Effects0, Effects1),
    requester_effects(Match, Effects1, Effects).

requester_effects_of(branch_match(_, wants(_, _, Asked, _, Adjustments), has(_, Had, _, _), Below),
                     Effects0, Effects) :-
    maplist(adjust, Adjustments, Adjusts),
    code_pairs(Asked, Had, Codes),
    append(Adjusts, Effects1, Effects0),
    append(Codes, Effects2, Effects1),
    requester_effects(Below, Effects2, Effects).
requester_effects_of(leaf_match(Aspect, Value, wants(_, Interfaces), _), Effects0, Effects) :-
    maplist(data(Aspect, Value), Interfaces, Datas),
    append(Datas, Effects, Effects0).

%   Code interfaces are paired in order; a surplus on either side is ignored.

code_pairs([Asked|Askeds], [Had|Hads], [code(Asked, Had)|Codes]) :-
    !,
    code_pairs(Askeds, Hads, Codes).
code_pairs(_, _, []).

data(Aspect, Value, Interface, data(Interface, Aspect, Value)).

                 /*******************************
                 *        With the device       *
                 *******************************/

%!  apply_with_device(+DeviceEffects, +Context, -Journal) is det.
%
%   Journal lists what was there before, newest change first.

apply_with_device(Effects, Context, Journal) :-
    apply_effects(Effects, Context, [], Journal).

apply_effects([], _, Journal, Journal).
apply_effects([Effect|Effects], Context, Journal0, Journal) :-
    apply_effect(Effect, Context, Journal0, Journal1),
    apply_effects(Effects, Context, Journal1, Journal).

apply_effect(adjust(Adjustment), Context, Journal0, Journal) :-
    Context = context(_, _, _, Device),
    adjust_states(Adjustment, apply, Device, Context, Journal0, Journal).
apply_effect(take(Unit), Context, Journal0, Journal) :-
    Context = context(_, _, _, participant(Device, _)),
    (   unit_taken(Device, Unit)
    ->  Journal = Journal0
    ;   take_unit(Device, Unit),
        narrate(Context, unit_now(Device, Unit, unavailable)),
        Journal = [was_available(Device, Unit)|Journal0]
    ).
apply_effect(set(State, Value), Context, Journal0, Journal) :-
    Context = context(_, _, _, Device),
    change_state(Device, State, Value, Context, Journal0, Journal).

change_state(participant(Key, _), State, Value, Context, Journal,
             [was_state(Key, State, Before)|Journal]) :-
    state_value(Key, State, Before),
    set_state(Key, State, Value),
    narrate(Context, state_now(Key, State, Before, Value)).

%   adjust_states(+Adjustment, +Mode, +Participant, +Context, +Journal0, -Journal) is det.
%
%   Run Adjustment once on each state that it has clauses for in Mode.

adjust_states(Adjustment, Mode, Participant, Context, Journal0, Journal) :-
    Context = context(Session, _, _, _),
    Participant = participant(_, Spec),
    findall(State, spec_adjusts(Session, Spec, Adjustment, Mode, State), States0),
    list_to_set(States0, States),
    adjust_each(States, Adjustment, Mode, Participant, Context, Journal0, Journal).

adjust_each([], _, _, _, _, Journal, Journal).
adjust_each([State|States], Adjustment, Mode, Participant, Context, Journal0, Journal) :-
    (   adjusted_state(Adjustment, State, Mode, Participant, Context, Value)
    ->  change_state(Participant, State, Value, Context, Journal0, Journal1)
    ;   Journal1 = Journal0
    ),
    adjust_each(States, Adjustment, Mode, Participant, Context, Journal1, Journal).

%!  undo(+Journal, +Context) is det.
%
%   Put back what was there before, newest change first.

undo(Journal, Context) :-
    forall(member(Change, Journal), take_back(Change, Context)).

take_back(was_available(Device, Unit), Context) :-
    free_unit(Device, Unit),
    narrate(Context, unit_now(Device, Unit, available)).
take_back(was_taken(Device, Unit), Context) :-
    take_unit(Device, Unit),
    narrate(Context, unit_now(Device, Unit, unavailable)).
take_back(was_state(Key, State, Before), Context) :-
    state_value(Key, State, Now),
    set_state(Key, State, Before),
    narrate(Context, state_now(Key, State, Now, Before)).

%!  remove_with_device(+DeviceEffects, +Context) is det.
%!  remove_with_device(+DeviceEffects, +Context, -Journal) is det.
%
%   Give up a recorded match.

remove_with_device(Effects, Context) :-
    remove_with_device(Effects, Context, _).

remove_with_device(Effects, Context, Journal) :-
    foldl(remove_effect(Context), Effects, [], Journal).

remove_effect(Context, adjust(Adjustment), Journal0, Journal) :-
    Context = context(_, _, _, Device),
    adjust_states(Adjustment, remove, Device, Context, Journal0, Journal).
remove_effect(Context, take(Unit), Journal0, Journal) :-
    Context = context(_, _, _, participant(Device, _)),
    (   unit_taken(Device, Unit)
    ->  free_unit(Device, Unit),
        narrate(Context, unit_now(Device, Unit, available)),
        Journal = [was_taken(Device, Unit)|Journal0]
    ;   Journal = Journal0
    ).
remove_effect(_, set(_, _), Journal, Journal).

                 /*******************************
                 *      With the requester      *
                 *******************************/

%!  apply_with_requester(+RequesterEffects, +Outlet, +Context) is det.

apply_with_requester(Effects, Outlet, Context) :-
    forall(member(Effect, Effects), tell_requester(Effect, Outlet, Context)).

tell_requester(adjust(Adjustment), _, Context) :-
    Context = context(_, _, Requester, _),
    adjust_states(Adjustment, apply, Requester, Context, [], _).
tell_requester(code(Asked, Had), Outlet, Context) :-
    Context = context(Session, _, _, participant(Device, Spec)),
    spec_code_interface(Session, Spec, Had, Operations),
    enter_code(Outlet, Asked, Device, Had, Operations),
    narrate(Context, code_entered(Asked, Had, Operations)).
tell_requester(data(Interface, Aspect, Value), Outlet, Context) :-
    enter_data(Outlet, Interface, Aspect, Value),
    narrate(Context, data_entered(Interface, Aspect, Value)).

%!  remove_with_requester(+RequesterEffects, +Context) is det.
%!  remove_with_requester(+RequesterEffects, +Context, -Journal) is det.
%
%   The adjustments of the requester run in mode `remove`. Its tables are
%   emptied by whoever gives up the outlet's match as a whole.

remove_with_requester(Effects, Context) :-
    remove_with_requester(Effects, Context, _).

remove_with_requester(Effects, Context, Journal) :-
    Context = context(_, _, Requester, _),
    findall(Adjustment, member(adjust(Adjustment), Effects), Adjustments),
    foldl(remove_adjustment(Requester, Context), Adjustments, [], Journal).

remove_adjustment(Requester, Context, Adjustment, Journal0, Journal) :-
    adjust_states(Adjustment, remove, Requester, Context, Journal0, Journal).
