% SPDX-License-Identifier: Apache-2.0
:- module(narration,
          [ narrate/2                   % +ContextOrNarrator, +Step
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(library(apply), [maplist/3]).
:- use_module(knowledge_base,
              [ device/5,
                requester/5,
                outlet/4,
                outlet_status/3,
                match_transaction/3,
                spec_unit/3,
                unit_taken/2,
                state_value/3,
                system/3
              ]).
:- use_module(values, [value_text/2, number_text/2]).

/** <module> The transcript: the match process told in the thesis's words

The modules of the process call narrate/2 with what they just did. A narrator
is `silent`, or to(Closure), which is called with each line as

    call(Closure, Depth, Kind, Text)

Depth is how deep the line stands, 0 the event; Kind what sort of line it is
(programs colour by it); Text has no line break.
*/

%!  narrate(+ContextOrNarrator, +Step) is det.

narrate(context(_, Narrator, _, Device), Step) :-
    (   Narrator == silent
    ->  true
    ;   tell(Narrator, Device, Step)
    ).
narrate(silent, _).
narrate(to(Closure), Step) :-
    tell(to(Closure), none, Step).

tell(to(Closure), Participant, Step) :-
    told_device(Participant, Device),
    forall(line(Step, Device, Depth, Kind, Format-Arguments),
           ( format(string(Text), Format, Arguments),
             call(Closure, Depth, Kind, Text)
           )).

told_device(participant(Key, _), device(Device)) :-
    device(_, Key, Device, _, _),
    !.
told_device(_, none).

%   line(+Step, +Device, -Depth, -Kind, -Text) is nondet.
%
%   The lines of Step, in order. Device is device(Name) where the step is
%   about one.

line(event(Event), _, 0, event, Text) :-
    event_text(Event, Text).
line(match_begins, _, 1, heading, 'match process begins'-[]).
line(match_ends, _, 1, heading, 'match process ends'-[]).
line(match_again, _, 1, heading, 'resources came free: perform match again'-[]).
line(no_match_process, _, 1, heading, 'nothing more became possible: no match process'-[]).
line(outlet(System, Requester, Outlet, Active, _), _, 2, outlet,
     'outlet ~w of requester ~w on ~w: ~w'-[Outlet, Requester, System, Status]) :-
    active_text(Active, Status).
line(outlet(_, _, _, _, Alternatives), _, 3, outlet, 'alternatives: ~w'-[Text]) :-
    maplist(alternative_text, Alternatives, Texts),
    listing(Texts, Text).
line(pool(Session, Pool), _, 3, pool, 'devices with resources available: ~w'-[Text]) :-
    findall(Name,
            ( member(participant(Key, _), Pool),
              device(Session, Key, Device, _, System),
              format(atom(Name), '~w ~w', [System, Device])
            ),
            Names),
    listing(Names, Text).
line(nothing_better(Outlet, Active), _, 3, outlet, 'outlet ~w: ~w'-[Outlet, Text]) :-
    (   Active == none
    ->  Text = 'no alternative can be satisfied'
    ;   Active = active(Alternative, _),
        format(atom(Text), 'nothing better than ~w', [Alternative])
    ).
line(alternative(Name, Priority, Requests), _, 3, alternative,
     'try alternative ~w at priority ~w: requests ~w'-[Name, PriorityText, Text]) :-
    number_text(Priority, PriorityText),
    findall(Request, member(request(Request, _), Requests), Names),
    listing(Names, Text).
line(alternative_outcome(Name, satisfied), _, 3, accepted, 'alternative ~w is satisfied'-[Name]).
line(alternative_outcome(Name, failed(Request)), _, 3, refused,
     'alternative ~w fails: no match for request ~w'-[Name, Request]).
line(request(Name, Groups), _, 4, request, 'request ~w: request groups ~w'-[Name, Text]) :-
    listing(Groups, Text).
line(request_outcome(Name, satisfied), device(Device), 4, accepted,
     'request ~w is satisfied by ~w'-[Name, Device]).
line(request_outcome(Name, failed), _, 4, refused, 'request ~w: no match'-[Name]).
line(device, device(Device), 5, device, 'try device ~w'-[Device]).
line(device_failed(Group), device(Device), 5, refused,
     'no match for request group ~w on ~w'-[Group, Device]).
line(request_group(Group, Accept), _, 6, request_group,
     'request group ~w, which accepts ~w'-[Group, Text]) :-
    number_text(Accept, Text).
line(device_group(Group), device(Device), 7, device_group,
     'try device group ~w of ~w'-[Group, Device]).
line(unit_checked(Unit, available), _, 8, unit_free, 'registration unit ~w is available'-[Unit]).
line(unit_checked(Unit, unavailable), _, 8, unit_taken, 'registration unit ~w is taken'-[Unit]).
line(leaf_matched(Name, Value), _, 11, term, 'aspect ~w matched: ~s'-[Name, Codes]) :-
    value_text(Value, Text),
    string_codes(Text, Codes).
line(branch_matched(tag(Id, Level, _), Name), _, Depth, term, Text) :-
    Depth is 7 + Level,
    level_name(Level, LevelName),
    (   Id == Name
    ->  Text = '~w ~w matched'-[LevelName, Name]
    ;   Text = '~w ~w ~w matched'-[LevelName, Name, Id]
    ).
line(threshold(met, Sum, Accept, Tag, Name), _, Depth, threshold_met,
     '~w reaches ~w of ~w'-[Branch, SumText, AcceptText]) :-
    threshold_numbers(Tag, Name, Sum, Accept, Depth, Branch, SumText, AcceptText).
line(threshold(missed, Sum, Accept, Tag, Name), _, Depth, threshold_missed,
     '~w reaches only ~w of ~w'-[Branch, SumText, AcceptText]) :-
    threshold_numbers(Tag, Name, Sum, Accept, Depth, Branch, SumText, AcceptText).
line(condition(Name, participant(_, Spec), held), _, 8, condition_held,
     'match condition ~w of ~w holds'-[Name, Spec]).
line(condition(Name, participant(_, Spec), refused), _, 8, condition_refused,
     'match condition ~w of ~w refuses'-[Name, Spec]).
line(group_outcome(accepted, Factor, Accept), _, 7, accepted,
     'accepted: match factor ~w, needed ~w'-[FactorText, AcceptText]) :-
    number_text(Factor, FactorText),
    number_text(Accept, AcceptText).
line(group_outcome(refused, Factor, Accept), _, 7, refused,
     'refused: match factor ~w, needed ~w'-[FactorText, AcceptText]) :-
    number_text(Factor, FactorText),
    number_text(Accept, AcceptText).
line(applying_with_device(Group, DeviceGroup), device(Device), 6, apply,
     'apply the match of ~w with ~w of ~w'-[Group, DeviceGroup, Device]).
line(applying_with_requester(Group), device(Device), 3, apply,
     'apply the match of ~w, found on ~w, with the requester'-[Group, Device]).
line(unit_now(Key, Unit, Now), _, 8, unit,
     'registration unit ~w of ~w becomes ~w'-[Unit, Device, Now]) :-
    participant_name(Key, Device).
line(state_now(Key, State, Before, Now), _, 8, state,
     'state ~w of ~w changes from ~s to ~s'-[State, Participant, BeforeCodes, NowCodes]) :-
    participant_name(Key, Participant),
    value_codes(Before, BeforeCodes),
    value_codes(Now, NowCodes).
line(undoing, _, 5, undo, 'undo what was applied so far'-[]).
line(settled(Name, Status), _, 3, accepted, 'the active alternative is ~w: ~w'-[Name, Text]) :-
    status_text(Status, Text).
line(code_entered(Asked, Had, Operations), device(Device), 4, apply,
     'code interface ~w is ~w of ~w: ~w'-[Asked, Had, Device, Text]) :-
    listing(Operations, Text).
line(data_entered(Interface, Aspect, Value), _, 4, apply,
     'data interface ~w: ~w is ~s'-[Interface, Aspect, Codes]) :-
    value_codes(Value, Codes).
line(cancelling(Requester, Outlet, active(Alternative, _)), _, 3, cancel,
     'cancel the match of ~w for outlet ~w of requester ~w'-[Alternative, Outlet, Requester]).
line(giving_up(Group, DeviceGroup), device(Device), 4, cancel,
     'remove the match of ~w with ~w of ~w'-[Group, DeviceGroup, Device]).
line(results(Session), _, 1, Kind, Text) :-
    result_line(Session, Kind, Text).

participant_name(Key, Name) :-
    (   device(_, Key, Name0, _, _)
    ->  Name = Name0
    ;   requester(_, Key, Name, _, _)
    ->  true
    ).

threshold_numbers(tag(Id, Level, _), Name, Sum, Accept, Depth, Branch, SumText, AcceptText) :-
    Depth is 7 + Level,
    (   Id == Name
    ->  Branch = Name
    ;   atomic_list_concat([Name, Id], ' ', Branch)
    ),
    number_text(Sum, SumText),
    number_text(Accept, AcceptText).

level_name(1, module).
level_name(2, category).
level_name(3, subcategory).

event_text(system_connect(S), 'system ~w connects'-[S]).
event_text(system_disconnect(S), 'system ~w disconnects'-[S]).
event_text(device_connect(S, D, Spec), 'device ~w, a ~w, connects on ~w'-[D, Spec, S]).
event_text(device_disconnect(D), 'device ~w disconnects'-[D]).
event_text(requester_create(S, R, Spec), 'requester ~w, a ~w, arrives on ~w'-[R, Spec, S]).
event_text(requester_cancel(R), 'requester ~w is cancelled'-[R]).

active_text(none, inactive).
active_text(active(Alternative, Priority), Text) :-
    number_text(Priority, PriorityText),
    format(atom(Text), '~w at priority ~w is active', [Alternative, PriorityText]).

alternative_text(alternative(Name, Priority, _), Text) :-
    number_text(Priority, PriorityText),
    format(atom(Text), '~w (~w)', [Name, PriorityText]).

status_text(threshold, 'threshold reached').
status_text(partial, 'partial, a higher one is still wanted').

listing([], none) :- !.
listing(Names, Text) :-
    atomic_list_concat(Names, ', ', Text).

value_codes(Value, Codes) :-
    value_text(Value, Text),
    string_codes(Text, Codes).

                 /*******************************
                 *          The results         *
                 *******************************/

result_line(_, table_heading, 'transactions'-[]).
result_line(Session, table,
            '~w~t~16|~w~t~28|~w~t~44|~w~t~56|~w~t~68|~w~t~84|~w~t~96|~w'-
            [Requester, Outlet, Alternative, Request, Group, Device, DeviceGroup, FactorText]) :-
    outlet(Session, Key, RequesterKey, Outlet),
    requester(Session, RequesterKey, Requester, _, _),
    match_transaction(Key, transaction(Alternative, Request, Group, DeviceKey, DeviceGroup, Factor), _),
    device(Session, DeviceKey, Device, _, _),
    number_text(Factor, FactorText).
result_line(_, table_heading, 'requesters'-[]).
result_line(Session, table, '~w~t~16|~w~t~28|~w~t~44|~w~t~56|~w'-
            [Requester, Outlet, Alternative, Status, System]) :-
    outlet(Session, Key, RequesterKey, Outlet),
    requester(Session, RequesterKey, Requester, _, System0),
    outlet_status(Key, Active, Status),
    (   Active = active(Alternative, _)
    ->  true
    ;   Alternative = '-'
    ),
    system_text(Session, System0, System).
result_line(_, table_heading, 'devices'-[]).
result_line(Session, table, '~w~t~16|~w~t~44|~w~t~56|~w'-[Device, Unit, Availability, System]) :-
    device(Session, Key, Device, Spec, System0),
    system_text(Session, System0, System),
    spec_unit(Session, Spec, Unit),
    (   unit_taken(Key, Unit)
    ->  Availability = taken
    ;   Availability = available
    ).
result_line(Session, table, '~w~t~16|~w~t~44|~s'-[Device, State, Codes]) :-
    device(Session, Key, Device, _, _),
    state_value(Key, State, Value),
    value_codes(Value, Codes).

system_text(Session, System, Text) :-
    (   system(Session, System, connected)
    ->  Text = System
    ;   format(atom(Text), '~w (disconnected)', [System])
    ).
