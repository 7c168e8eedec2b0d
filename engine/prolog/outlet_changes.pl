% SPDX-License-Identifier: Apache-2.0
:- module(outlet_changes,
          [ outlet_holding/3,           % +Session, +Outlet, -Holding
            note_change/3,              % +Session, +Outlet, +Before
            note_created/2,             % +Session, +Requester
            note_removed/2,             % +Session, +Requester
            note_created_outlet/2,      % +Session, +Outlet
            note_removed_outlet/2,      % +Session, +Outlet
            take_outlet_changes/3       % +Session, +Cause, -Changes
          ]).
:- use_module(library(lists), [member/2, memberchk/2]).
:- use_module(library(pairs), [pairs_values/2]).
:- use_module(one_line, [one_line/2]).
:- use_module(knowledge_base,
              [ device/5,
                requester/5,
                outlet/4,
                outlet_status/3,
                record_change/2,
                take_changes/2
              ]).
:- use_module(outlet_tables,
              [ outlet_transaction/3, outlet_code_interface/3, outlet_data_interface/3 ]).

/** <module> What happens to outlets, one change after the other

Whoever changes what an outlet has looks at it before and notes the change
after:

    outlet_holding(Session, Outlet, Before), ..., note_change(Session, Outlet, Before)

A change is change(Number, Requester, Outlet, Kind, Before, After), with what
the outlet had and has as a _holding_, or `nothing` where there was or is no
outlet. It keeps names and values, no keys: it says the same when the event
goes on and more changes, or the device is forgotten.

Kind is

  - `created`: the outlet is new, and waits
  - `matched`: it had nothing, and has an alternative
  - `replaced`: another alternative took the place of the one it had
  - `updated`: it still has what it had, but specs were replaced and give it
    another status or other factors
  - `lost`: what it had was cancelled; it waits again
  - `removed`: the outlet, which waited, is gone with its requester, or from the
    spec that took the place of its requester's

A holding is holding(Active, Status, Transactions, CodeInterfaces,
DataInterfaces): the alternative or `none`, its status, and the rows of
outlet_tables.pl.
*/

%!  outlet_holding(+Session, +Outlet, -Holding) is det.

outlet_holding(Session, Outlet, Holding) :-
    outlet_status(Outlet, Active, Status),
    holding(Active, Status, Session, Outlet, Holding).

%   An outlet without an active alternative has nothing.

holding(none, Status, _, _, holding(none, Status, [], [], [])).
holding(active(Active, _), Status, Session, Outlet,
        holding(Active, Status, Transactions, Codes, Datas)) :-
    findall(Row, outlet_transaction(Session, Outlet, Row), Transactions),
    findall(Row, outlet_code_interface(Session, Outlet, Row), Codes),
    findall(Row, outlet_data_interface(Session, Outlet, Row), Datas).

%!  note_change(+Session, +Outlet, +Before) is det.
%
%   Outlet, which had what Before says, has now what it has.

note_change(Session, Outlet, Before) :-
    outlet_holding(Session, Outlet, After),
    kind(Before, After, Kind),
    note(Session, Outlet, Kind, Before, After).

kind(holding(Active0, _, _, _, _), holding(Active, _, _, _, _), Kind) :-
    (   Active0 == none
    ->  Kind = matched
    ;   Active == Active0
    ->  Kind = updated
    ;   Active == none
    ->  Kind = lost
    ;   Kind = replaced
    ).

%!  note_created(+Session, +Requester) is det.
%!  note_removed(+Session, +Requester) is det.
%
%   All outlets of the requester with this key came; or are about to go, with
%   nothing matched.

note_created(Session, Requester) :-
    forall(outlet(Session, Outlet, Requester, _), note_created_outlet(Session, Outlet)).

note_removed(Session, Requester) :-
    forall(outlet(Session, Outlet, Requester, _), note_removed_outlet(Session, Outlet)).

%!  note_created_outlet(+Session, +Outlet) is det.
%!  note_removed_outlet(+Session, +Outlet) is det.

note_created_outlet(Session, Outlet) :-
    outlet_holding(Session, Outlet, After),
    note(Session, Outlet, created, nothing, After).

note_removed_outlet(Session, Outlet) :-
    outlet_holding(Session, Outlet, Before),
    note(Session, Outlet, removed, Before, nothing).

note(Session, Outlet, Kind, Before, After) :-
    outlet(Session, Outlet, Key, Name),
    requester(Session, Key, Requester, _, _),
    record_change(Session, change(Requester, Name, Kind, Before, After)).

%!  take_outlet_changes(+Session, +Cause, -Changes) is det.
%
%   Changes are those since the last call, in order, which Cause, an event,
%   brought about: each reasoned(Change, Reason), Reason a sentence for people.
%   Cause may also be replacement(Specs, Broken), Broken a list of
%   broken(Requester, Outlet, Why), Why a sentence for what a match did not survive.

take_outlet_changes(Session, Cause, Changes) :-
    take_changes(Session, Changes0),
    (   Changes0 == []
    ->  Changes = []
    ;   what_happened(Cause, Happened),
        reasoned(Changes0, Cause, Happened, Session, Changes)
    ).

reasoned([], _, _, _, []).
reasoned([Change|Changes0], Cause, Happened, Session, [reasoned(Change, Reason)|Changes]) :-
    Change = change(_, _, _, Kind, _, _),
    further(Kind, Change, Cause, Session, Further),
    atomic_list_concat([Happened|Further], Reason0),
    one_line(Reason0, Reason),
    reasoned(Changes0, Cause, Happened, Session, Changes).

%   further(+Kind, +Change, +Cause, +Session, -Pieces) is det.
%
%   A match that came is explained by what made it possible and what it is, one
%   that went by what took it away.

further(created, _, _, _, []).
further(matched, change(_, _, _, _, _, After), _, _,
        ['; alternative ', Active, ' is satisfied']) :-
    holding_active(After, Active).
further(replaced, change(_, _, _, _, Before, After), _, _,
        ['; alternative ', Better, ' is satisfied, and better than ', Worse]) :-
    holding_active(Before, Worse),
    holding_active(After, Better).
further(updated, _, _, _, []).
further(lost, Change, Cause, Session, Pieces) :-
    (   taken_away(Cause, Change, Session, Pieces0)
    ->  Pieces = Pieces0
    ;   Pieces = []
    ).
further(removed, _, _, _, []).

taken_away(system_disconnect(System), change(_, Requester, _, _, Before, _), Session,
           [', and ', Along, ' with it']) :-
    went_along(Session, System, Requester, Before, Along).
taken_away(replacement(_, Broken), change(_, Requester, Outlet, _, _, _), _, ['; ', Why]) :-
    memberchk(broken(Requester, Outlet, Why), Broken).

holding_active(holding(Active, _, _, _, _), Active).

%   went_along(+Session, +System, +Requester, +Holding, -Text) is det.
%
%   What of a match is on the system: the requester, or devices that it had.

went_along(Session, System, Requester, _, Text) :-
    requester(Session, _, Requester, _, System),
    !,
    atomic_list_concat(['requester ', Requester], Text).
went_along(Session, System, _, holding(_, _, Transactions, _, _), Text) :-
    findall(Key-Device,
            ( member(transaction(_, _, _, _, _, Device, _, _, _), Transactions),
              device(Session, Key, Device, _, System)
            ),
            Keyed),
    sort(Keyed, Ordered),
    pairs_values(Ordered, Devices),
    (   Devices = [_]
    ->  Word = 'device '
    ;   Word = 'devices '
    ),
    atomic_list_concat(Devices, ', ', Listed),
    atomic_list_concat([Word, Listed], Text).

%   what_happened(+Cause, -Sentence) is det.

what_happened(Cause, Sentence) :-
    cause_pieces(Cause, Pieces),
    atomic_list_concat(Pieces, Sentence).

cause_pieces(device_connect(System, Device, _), ['device ', Device, ' was connected to ', System]).
cause_pieces(device_disconnect(Device), ['device ', Device, ' was disconnected']).
cause_pieces(requester_create(System, Requester, _),
             ['requester ', Requester, ' was created on ', System]).
cause_pieces(requester_cancel(Requester), ['requester ', Requester, ' was cancelled']).
cause_pieces(system_connect(System), ['system ', System, ' was connected']).
cause_pieces(system_disconnect(System), ['system ', System, ' was disconnected']).
cause_pieces(replacement([Spec], _), ['spec ', Spec, ' was replaced']) :- !.
cause_pieces(replacement(Specs, _), ['specs ', Names, ' were replaced']) :-
    atomic_list_concat(Specs, ', ', Names).
