% SPDX-License-Identifier: Apache-2.0
:- module(trials,
          [ holdings/3,                 % +Session, +Devices, -Holdings
            holders/2,                  % +Holdings, -Outlets
            trial/5,                    % +Case, +Trees, +Open, +GivenUp, ?Outcome
            giving_up/3,                % +Outlets, +Context, -Journal
            supposing/4,                % +Context0, +Trees, +Open, -Context
            asked_group/4,              % +Group, +Context, -Accept, -Terms
            candidates/5                % +Case, +GivenUp, +Copies, -Available, -Barred
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(knowledge_base,
              [ device/5,
                requester/5,
                outlet/4,
                request_group/6,
                unit_taken/2,
                state_value/3,
                match_transaction/3
              ]).
:- use_module(selection, [available_to/4, could_satisfy/4]).
:- use_module(allocation, [undo/2, remove_with_device/3, remove_with_requester/3]).
:- use_module(suppositions, [fresh_notes/1, noted/2]).

/** <module> Trying the match process as it would be

A case is case(Requests, Devices, Context, Holdings): what is to be satisfied, by
which devices, for whom, and who holds what of them. A trial runs the process
itself on it, in a world (suppositions.pl) where the matches of some outlets are
given up. Afterwards everything is as it was.
*/

%!  holdings(+Session, +Devices, -Holdings) is det.
%
%   Holdings are held(DeviceKey, Outlet, Units) for each device of Devices and
%   each outlet that is matched with it.

holdings(Session, Devices, Holdings) :-
    findall(held(Key, Outlet),
            ( match_transaction(Outlet, transaction(_, _, _, Key, _, _), _),
              device(Session, Key, _, Spec, _),
              memberchk(participant(Key, Spec), Devices)
            ),
            Pairs0),
    sort(Pairs0, Pairs),
    findall(held(Key, Outlet, Units),
            ( member(held(Key, Outlet), Pairs),
              findall(Unit,
                      ( match_transaction(Outlet, transaction(_, _, _, Key, _, _),
                                          effects(Effects, _)),
                        member(take(Unit), Effects)
                      ),
                      Units0),
              sort(Units0, Units)
            ),
            Holdings).

%!  holders(+Holdings, -Outlets) is det.

holders(Holdings, Outlets) :-
    findall(Outlet, member(held(_, Outlet, _), Holdings), Outlets0),
    sort(Outlets0, Outlets).

%!  asked_group(+Group, +Context, -Accept, -Terms) is det.
%
%   What the requester of Context asks for by Group.

asked_group(Group, context(Session, _, participant(_, Spec), _), Accept, Terms) :-
    request_group(Session, Spec, Group, _, Accept, Terms),
    !.

%!  trial(+Case, +Trees, +Open, +GivenUp, ?Outcome) is semidet.
%
%   Outcome is bound(Bindings) as selection.pl has them, or failed(Obstacles),
%   what suppositions.pl notes, and barred(DeviceKey) for each device that has
%   nothing left for the requester.

trial(Case, Trees, Open, GivenUp, Outcome) :-
    Case = case(Requests, _, Context0, _),
    supposing(Context0, Trees, Open, Context),
    giving_up(GivenUp, Context0, Journal),
    length(Requests, Copies),
    candidates(Case, GivenUp, Copies, Available, Barred),
    (   Available \== [],
        could_satisfy(Requests, Available, Context, Bindings)
    ->  Found = bound(Bindings)
    ;   Context = context(_, supposing(_, Notes), _, _),
        noted(Notes, Obstacles),
        findall(barred(Key), member(participant(Key, _), Barred), Bars),
        append(Obstacles, Bars, All),
        Found = failed(All)
    ),
    undo(Journal, Context0),
    Outcome = Found.

%!  supposing(+Context0, +Trees, +Open, -Context) is det.

supposing(context(Session, _, Requester, Device), Trees, Open,
          context(Session, supposing(world(Trees, Open), Notes), Requester, Device)) :-
    fresh_notes(Notes).

%!  giving_up(+Outlets, +Context, -Journal) is det.
%
%   As cancel_match/3 does it with devices and requesters; undo/2 puts Journal
%   back. What is recorded of the matches stays.

giving_up(Outlets, context(Session, Narrator, _, _), Journal) :-
    findall(gone(participant(Key, Spec), participant(Device, DeviceSpec), Effects),
            ( member(Outlet, Outlets),
              outlet(Session, Outlet, Key, _),
              requester(Session, Key, _, Spec, _),
              match_transaction(Outlet, transaction(_, _, _, Device, _, _), Effects),
              device(Session, Device, _, DeviceSpec, _)
            ),
            Gone),
    giving_up_each(Gone, Session, Narrator, [], Journal).

giving_up_each([], _, _, Journal, Journal).
giving_up_each([gone(Requester, Device, effects(DeviceEffects, RequesterEffects))|Gone], Session,
               Narrator, Journal0, Journal) :-
    Context = context(Session, Narrator, Requester, Device),
    remove_with_device(DeviceEffects, Context, Journal1),
    remove_with_requester(RequesterEffects, Context, Journal2),
    append(Journal1, Journal0, Journal3),
    append(Journal2, Journal3, Journal4),
    giving_up_each(Gone, Session, Narrator, Journal4, Journal).

%!  candidates(+Case, +GivenUp, +Copies, -Available, -Barred) is det.
%
%   Devices of one spec, with the same units taken and the same states, do the same
%   in a trial. As many of each kind as there are requests are as good as all
%   of them, for every request leaves the others as they are: the first that a
%   request could be satisfied by is always among them. The kinds are told apart by
%   the matches that are left, too, and by whether the requester may have them.

candidates(case(_, Devices, Context, Holdings), GivenUp, Copies, Available, Barred) :-
    Context = context(Session, _, participant(Key, _), _),
    requester(Session, Key, _, _, System),
    findall(Kind-Device,
            ( member(Device, Devices),
              (   available_to(Session, System, Device, GivenUp)
              ->  Access = available
              ;   Access = barred
              ),
              kind(Device, Access, Holdings, GivenUp, Kind)
            ),
            Kinds),
    first_of_each_kind(Kinds, Copies, [], Chosen),
    findall(Device, member(available-Device, Chosen), Available),
    findall(Device, member(barred-Device, Chosen), Barred).

first_of_each_kind([], _, _, []).
first_of_each_kind([Kind-Device|Kinds], Copies, Seen0, Chosen) :-
    seen(Seen0, Kind, Count, Seen),
    (   Count > Copies
    ->  Chosen = Chosen1
    ;   Kind = kind(Access, _, _, _, _),
        Chosen = [Access-Device|Chosen1]
    ),
    first_of_each_kind(Kinds, Copies, Seen, Chosen1).

kind(participant(Key, Spec), Access, Holdings, GivenUp, kind(Access, Spec, Units, States, Held)) :-
    findall(Unit, unit_taken(Key, Unit), Units0),
    msort(Units0, Units),
    findall(State-Value, state_value(Key, State, Value), States0),
    msort(States0, States),
    findall(HeldUnits,
            ( member(held(Key, Outlet, HeldUnits), Holdings),
              \+ memberchk(Outlet, GivenUp)
            ),
            Held0),
    msort(Held0, Held).

%   seen(+Seen0, +Kind, -Count, -Seen) is det.

seen([], Kind, 1, [Kind-1]).
seen([Kind0-Count0|Seen0], Kind, Count, Seen) :-
    (   Kind0 == Kind
    ->  Count is Count0 + 1,
        Seen = [Kind-Count|Seen0]
    ;   Seen = [Kind0-Count0|Seen1],
        seen(Seen0, Kind, Count, Seen1)
    ).
