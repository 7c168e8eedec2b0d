% SPDX-License-Identifier: Apache-2.0
:- module(narration,
          [ narrate/2                   % +ContextOrNarrator, +Step
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(library(apply), [maplist/3, maplist/4, foldl/4]).
:- use_module(knowledge_base,
              [ device/5,
                requester/5,
                outlet/4,
                outlet_status/3,
                match_transaction/3,
                spec_unit/3,
                spec_state/4,
                unit_taken/2,
                state_value/3,
                system/3
              ]).
:- use_module(value_writer, [value_text/2]).
:- use_module(exact_numbers, [number_text/2]).
:- use_module(one_line, [one_line/2]).
:- use_module(suppositions, [note_obstacle/3]).

/** <module> The transcript: the match process told in the thesis's words

The modules of the process call narrate/2 with what they just did. A narrator
is `silent`; supposing(World, Notes), see suppositions.pl, which only notes what
refused; or to(Closure), which is called with each line as

    call(Closure, Depth, Kind, Text)

Depth is how deep the line stands, 0 the event; Kind what sort of line it is
(programs colour by it); Text has no line break.
*/

%!  narrate(+ContextOrNarrator, +Step) is det.

narrate(context(_, Narrator, _, Device), Step) :-
    (   Narrator == silent
    ->  true
    ;   Narrator = supposing(_, _)
    ->  note_obstacle(Step, Device, Narrator)
    ;   tell(Narrator, Device, Step)
    ).
narrate(silent, _).
narrate(to(Closure), Step) :-
    tell(to(Closure), none, Step).

tell(to(Closure), Participant, Step) :-
    told_device(Participant, Device),
    forall(line(Step, Device, Depth, Kind, Line),
           ( atomic_list_concat(Line, Text0),
             one_line(Text0, Text),
             call(Closure, Depth, Kind, Text)
           )).



told_device(participant(Key, _), device(Device)) :-
    device(_, Key, Device, _, _),
    !.
told_device(_, none).

%   line(+Step, +Device, -Depth, -Kind, -Line) is nondet.
%
%   The lines of Step, in order, each a list of pieces of text. Device is device(Name) where the step is
%   about one.

line(event(Event), _, 0, event, Text) :-
    event_text(Event, Text).
line(replacement(Kind, Specs), _, 0, event, ['specs ', Kind, ': ', Text]) :-
    listing(Specs, Text).
line(judging_begins, _, 1, heading, ['do the matches of these specs still hold?']).
line(judging(Session, participant(Key, _), Outlet, Alternative), _, 2, outlet,
     ['match of ', Alternative, ' for outlet ', Outlet, ' of requester ', Requester]) :-
    requester(Session, Key, Requester, _, _).
line(judged(holds), _, 3, accepted, ['the match holds, and stays']).
line(judged(broken(Why)), _, 3, refused, ['the match does not hold: ', Why]).
line(updated(Session, Outlet, active(Alternative, _), Status), _, 2, accepted,
     ['outlet ', Name, ' of requester ', Requester, ': the active alternative is still ',
      Alternative, ': ', Text]) :-
    outlet(Session, Outlet, Key, Name),
    requester(Session, Key, Requester, _, _),
    status_text(Status, Text).
line(match_begins, _, 1, heading, ['match process begins']).
line(match_ends, _, 1, heading, ['match process ends']).
line(match_again, _, 1, heading, ['resources came free: perform match again']).
line(no_match_process, _, 1, heading, ['nothing more became possible: no match process']).
line(outlet(System, Requester, Outlet, Active, _), _, 2, outlet,
     ['outlet ', Outlet, ' of requester ', Requester, ' on ', System, ': ', Status]) :-
    active_text(Active, Status).
line(outlet(_, _, _, _, Alternatives), _, 3, outlet, ['alternatives: ', Text]) :-
    maplist(alternative_text, Alternatives, Texts),
    listing(Texts, Text).
line(pool(Session, Pool), _, 3, outlet, ['devices with resources available: ', Text]) :-
    findall(Name,
            ( member(participant(Key, _), Pool),
              device(Session, Key, Device, _, System),
              format(atom(Name), '~w ~w', [System, Device])
            ),
            Names),
    listing(Names, Text).
line(nothing_better(Outlet, Active), _, 3, outlet, ['outlet ', Outlet, ': ', Text]) :-
    (   Active == none
    ->  Text = 'no alternative can be satisfied'
    ;   Active = active(Alternative, _),
        format(atom(Text), 'nothing better than ~w', [Alternative])
    ).
line(alternative(Name, Priority, Requests), _, 3, alternative,
     ['try alternative ', Name, ' at priority ', PriorityText, ': requests ', Text]) :-
    number_text(Priority, PriorityText),
    findall(Request, member(request(Request, _), Requests), Names),
    listing(Names, Text).
line(alternative_outcome(Name, satisfied), _, 3, accepted, ['alternative ', Name, ' is satisfied']).
line(alternative_outcome(Name, failed(Request)), _, 3, refused,
     ['alternative ', Name, ' fails: no match for request ', Request]).
line(request(Name, Groups), _, 4, request, ['request ', Name, ': request groups ', Text]) :-
    listing(Groups, Text).
line(request_outcome(Name, satisfied), device(Device), 4, accepted,
     ['request ', Name, ' is satisfied by ', Device]).
line(request_outcome(Name, failed), _, 4, refused, ['request ', Name, ': no match']).
line(device, device(Device), 5, device, ['try device ', Device]).
line(device_failed(Group), device(Device), 5, refused,
     ['no match for request group ', Group, ' on ', Device]).
line(request_group(Group, Accept), _, 6, request_group,
     ['request group ', Group, ', which accepts ', Text]) :-
    number_text(Accept, Text).
line(device_group(Group), device(Device), 7, device_group,
     ['try device group ', Group, ' of ', Device]).
line(unit_checked(Unit, available), _, 8, unit_free, ['registration unit ', Unit, ' is available']).
line(unit_checked(Unit, unavailable), _, 8, unit_taken, ['registration unit ', Unit, ' is taken']).
line(leaf_matched(Name, Value), _, 11, term, ['aspect ', Name, ' matched: ', Text]) :-
    value_text(Value, Text).
line(branch_matched(tag(Id, Level, _), Name), _, Depth, term, Text) :-
    Depth is 7 + Level,
    level_name(Level, LevelName),
    (   Id == Name
    ->  Text = [LevelName, ' ', Name, ' matched']
    ;   Text = [LevelName, ' ', Name, ' ', Id, ' matched']
    ).
line(threshold(met, Sum, Accept, Tag, Name), _, Depth, threshold_met,
     [Branch, ' reaches ', SumText, ' of ', AcceptText]) :-
    threshold_numbers(Tag, Name, Sum, Accept, Depth, Branch, SumText, AcceptText).
line(threshold(missed, Sum, Accept, Tag, Name), _, Depth, threshold_missed,
     [Branch, ' reaches only ', SumText, ' of ', AcceptText]) :-
    threshold_numbers(Tag, Name, Sum, Accept, Depth, Branch, SumText, AcceptText).
line(condition(Name, participant(_, Spec), held), _, 8, condition_held,
     ['match condition ', Name, ' of ', Spec, ' holds']).
line(condition(Name, participant(_, Spec), refused), _, 8, condition_refused,
     ['match condition ', Name, ' of ', Spec, ' refuses']).
line(group_outcome(accepted, Factor, Accept), _, 7, accepted,
     ['accepted: match factor ', FactorText, ', needed ', AcceptText]) :-
    number_text(Factor, FactorText),
    number_text(Accept, AcceptText).
line(group_outcome(refused, Factor, Accept), _, 7, refused,
     ['refused: match factor ', FactorText, ', needed ', AcceptText]) :-
    number_text(Factor, FactorText),
    number_text(Accept, AcceptText).
line(applying_with_device(Group, DeviceGroup), device(Device), 6, apply,
     ['apply the match of ', Group, ' with ', DeviceGroup, ' of ', Device]).
line(applying_with_requester(Group), device(Device), 3, apply,
     ['apply the match of ', Group, ', found on ', Device, ', with the requester']).
line(unit_now(Key, Unit, Now), _, 8, unit,
     ['registration unit ', Unit, ' of ', Device, ' becomes ', Now]) :-
    participant_name(Key, Device).
line(state_now(Key, State, Before, Now), _, 8, state,
     ['state ', State, ' of ', Participant, ' changes from ', BeforeText, ' to ', NowText]) :-
    participant_name(Key, Participant),
    value_text(Before, BeforeText),
    value_text(Now, NowText).
line(undoing, _, 5, undo, ['undo what was applied so far']).
line(settled(Name, Status), _, 3, accepted, ['the active alternative is ', Name, ': ', Text]) :-
    status_text(Status, Text).
line(code_entered(Asked, Had, Operations), device(Device), 4, apply,
     ['code interface ', Asked, ' is ', Had, ' of ', Device, ': ', Text]) :-
    listing(Operations, Text).
line(data_entered(Interface, Aspect, Value), _, 4, apply,
     ['data interface ', Interface, ': ', Aspect, ' is ', Text]) :-
    value_text(Value, Text).
line(cancelling(Requester, Outlet, active(Alternative, _)), _, 3, cancel,
     ['cancel the match of ', Alternative, ' for outlet ', Outlet, ' of requester ', Requester]).
line(giving_up(Group, DeviceGroup), device(Device), 4, cancel,
     ['remove the match of ', Group, ' with ', DeviceGroup, ' of ', Device]).
line(results(Session), _, Depth, Kind, Text) :-
    result_line(Session, Kind, Text),
    (   Kind == result
    ->  Depth = 1
    ;   Depth = 2
    ).

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

event_text(system_connect(S), ['system ', S, ' connects']).
event_text(system_disconnect(S), ['system ', S, ' disconnects']).
event_text(device_connect(S, D, Spec), ['device ', D, ' (', Spec, ') connects on ', S]).
event_text(device_disconnect(D), ['device ', D, ' disconnects']).
event_text(requester_create(S, R, Spec), ['requester ', R, ' (', Spec, ') arrives on ', S]).
event_text(requester_cancel(R), ['requester ', R, ' is cancelled']).

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

                 /*******************************
                 *          The results         *
                 *******************************/

%   result_line(+Session, -Kind, -Line) is nondet.
%
%   Tables: each a heading, then its rows in columns. A table with no rows is
%   left out.

result_line(Session, Kind, Line) :-
    result_table(Table, Header),
    findall(Row, result_row(Table, Session, Row), Rows),
    Rows \== [],
    (   Kind = result,
        Line = [Table]
    ;   widths([Header|Rows], Widths),
        Kind = (table),
        member(Row, [Header|Rows]),
        padded(Row, Widths, Line)
    ).

result_table(transactions,
             [requester, outlet, alternative, request, 'request group', device, 'device group',
              'match factor']).
result_table(requesters, [requester, outlet, active, status, system]).
result_table('registration units', [device, unit, availability, system]).
result_table(states, [device, state, value]).

result_row(transactions, Session,
           [Requester, Outlet, Alternative, Request, Group, Device, DeviceGroup, FactorText]) :-
    outlet(Session, Key, RequesterKey, Outlet),
    requester(Session, RequesterKey, Requester, _, _),
    match_transaction(Key,
                      transaction(Alternative, Request, Group, DeviceKey, DeviceGroup, Factor),
                      _),
    device(Session, DeviceKey, Device, _, _),
    number_text(Factor, FactorText).
result_row(requesters, Session, [Requester, Outlet, Alternative, Status, System]) :-
    outlet(Session, Key, RequesterKey, Outlet),
    requester(Session, RequesterKey, Requester, _, System0),
    outlet_status(Key, Active, Status),
    (   Active = active(Alternative, _)
    ->  true
    ;   Alternative = '-'
    ),
    system_text(Session, System0, System).
result_row('registration units', Session, [Device, Unit, Availability, System]) :-
    device(Session, Key, Device, Spec, System0),
    system_text(Session, System0, System),
    spec_unit(Session, Spec, Unit),
    (   unit_taken(Key, Unit)
    ->  Availability = taken
    ;   Availability = available
    ).
result_row(states, Session, [Device, State, Text]) :-
    device(Session, Key, Device, Spec, _),
    spec_state(Session, Spec, State, _),
    state_value(Key, State, Value),
    value_text(Value, Text).

system_text(Session, System, Text) :-
    (   system(Session, System, connected)
    ->  Text = System
    ;   format(atom(Text), '~w (disconnected)', [System])
    ).

%   widths(+Rows, -Widths) is det.
%
%   The width of each column is that of its widest cell.

widths([Row|Rows], Widths) :-
    maplist(atom_length, Row, Widths0),
    foldl(wider, Rows, Widths0, Widths).

wider(Row, Widths0, Widths) :-
    maplist(atom_length, Row, Lengths),
    maplist(greater, Widths0, Lengths, Widths).

greater(A, B, Max) :-
    Max is max(A, B).

%   padded(+Row, +Widths, -Pieces) is det.

padded([Cell], _, [Cell]) :- !.
padded([Cell|Cells], [Width|Widths], [Cell, Space|Pieces]) :-
    atom_length(Cell, Length),
    Spaces is Width - Length + 2,
    format(atom(Space), '~*c', [Spaces, 0'\s]),
    padded(Cells, Widths, Pieces).
