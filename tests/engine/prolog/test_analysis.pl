% SPDX-License-Identifier: Apache-2.0
:- module(test_analysis, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/analysis').

%   findings(+Parts, -Findings): Path-Message of the specs that Parts are.

findings(Parts, Findings) :-
    atomic_list_concat(Parts, '\n', Atom),
    atom_string(Atom, Text),
    session_of(Text, Session),
    session_findings(Session, Found),
    findall(Path-Message, member(diagnostic(warning, _, _, Path, Message), Found), Findings0),
    msort(Findings0, Findings).

%   A device and a requester of which there is nothing to say.

good_device("device(d, \"d\"). registration_unit(d, u).
             device_group(d, g, [task_element([task([registration_unit(u),
                 function([data_channels([1, 2])])])])]).").
good_requester("requester(r, \"r\"). outlet(r, o, [a-1]). composite_request(r, a, [q]).
                request(r, q, [rg]).
                request_group(r, rg, taskflow, accept(2), [task_element([accept(2),
                    task([function([data_channels(2, weight(2))])])])]).").

:- begin_tests(analysis).

test('of specs that fit there is nothing to say', Findings == []) :-
    good_device(Device),
    good_requester(Requester),
    findings([Device, Requester], Findings).

test('of a device alone there is nothing to say', Findings == []) :-
    good_device(Device),
    findings([Device], Findings).

test('of a requester alone there is nothing to say', Findings == []) :-
    good_requester(Requester),
    findings([Requester], Findings).

test('of the descriptions of the worked example nothing is said of what never matches',
     Findings == []) :-
    fresh_session(Session),
    load_descriptions(Session,
                      [ 'descriptions/devices/imic2.pl', 'descriptions/devices/us224.pl',
                        'descriptions/devices/audiophile.pl',
                        'descriptions/requesters/requester.pl',
                        'descriptions/requesters/requester2.pl' ]),
    session_findings(Session, Found),
    findall(Message,
            ( member(diagnostic(warning, _, _, _, Message), Found),
              functor(Message, Name, _),
              memberchk(Name, [unreachable, device_never_matched, group_matches_no_device,
                               nothing_below, no_registration_unit])
            ),
            Findings).

%   unused(Fact, Path, Kind, Name): Fact, added to the good device or requester,
%   declares what nothing uses.

unused("registration_unit(d, u2).", [u2, d], registration_unit, u2).
unused("code_interface(d, c, [op]).", [c, d], code_interface, c).
unused("state(d, s, 1).", [s, d], state, s).
unused("match_condition(d, c, _) :- true.", [c, d], condition, c).
unused("state(d, s, 1). state_adjust(d, a, s, _, _, 2).", [a, d], adjustment, a).
unused("composite_request(r, b, [q]).", [b, r], composite_request, b).
unused("request(r, q2, [rg]).", [q2, r], request, q2).
unused("request_group(r, rg2, taskflow, accept(1), [task_element([task([function([
            data_channels(2, weight(1))])])])]).", [rg2, r], request_group, rg2).

test('what is declared and never used is named',
     [forall(unused(Fact, Path, Kind, Name)),
      true(memberchk(Path-unused(Kind, Name), Findings))]) :-
    good_device(Device),
    good_requester(Requester),
    findings([Device, Requester, Fact], Findings).

%   used(Fact, Group): what a group or another fact uses is not named.

used("state(d, s, 1). state_adjust(d, a, s, apply, _, 2).
      device_group(d, g2, [task_element([state_adjust(a), task([function([data_channels(2)])])])]).").
used("state(d, s, 1).
      device_group(d, g2, [task_element([task([function([data_channels(2, state(s))])])])]).").
used("state(d, s, 1). match_condition(d, c, _) :- current_state(s, 1).
      device_group(d, g2, [task_element([match_condition(c), task([function([data_channels(2)])])])]).").
used("code_interface(d, c, [op]).
      device_group(d, g2, [task_element([code_interface(c), task([function([data_channels(2)])])])]).").

test('what is used is not named', [forall(used(Fact)), Findings == []]) :-
    good_device(Device),
    good_requester(Requester),
    findings([Device, Requester, Fact], Findings).

test('an accept above all weights below it is named, with both numbers',
     true(memberchk([task_element, rg2, r]-unreachable(5, 3), Findings))) :-
    good_requester(Requester),
    findings([ Requester,
               "request_group(r, rg2, taskflow, accept(1), [task_element([accept(5),
                    task([weight(1), function([data_channels(2, weight(2))])])])])." ], Findings).

test('an accept of a group above all weights is named',
     true(memberchk([rg2, r]-unreachable(4, 3), Findings))) :-
    good_requester(Requester),
    findings([ Requester,
               "request_group(r, rg2, taskflow, accept(4), [task_element([weight(1),
                    task([function([data_channels(2, weight(2))])])])])." ], Findings).

test('an accept that all weights just reach is not named', Unreachable == []) :-
    good_requester(Requester),
    findings([ Requester,
               "request_group(r, rg2, taskflow, accept(0.3), [task_element([accept(0.3),
                    task([function([data_channels(2, weight(0.1)), signal_mute(true, weight(0.2))])])])])." ],
             Findings),
    findall(M, ( member(_-M, Findings), M = unreachable(_, _) ), Unreachable).

test('a branch that asks for nothing is named',
     true(memberchk([role, task, task_element, rg2, r]-nothing_below(role), Findings))) :-
    good_requester(Requester),
    findings([ Requester,
               "request_group(r, rg2, taskflow, accept(1), [task_element([task([role([]),
                    function([data_channels(2, weight(1))])])])])." ], Findings).

test('an alternative that a better one always stands in for is named',
     true(memberchk([o, r]-shadowed_alternative(b, a), Findings))) :-
    good_device(Device),
    findings([ Device,
               "requester(r, \"r\"). outlet(r, o, [b-1, a-2]).
                composite_request(r, a, [q]). composite_request(r, b, [q, q2]).
                request(r, q, [rg]). request(r, q2, [rg]).
                request_group(r, rg, taskflow, accept(2), [task_element([
                    task([function([data_channels(2, weight(2))])])])])." ], Findings).

test('an alternative that asks for less than the better one is not named', Findings == []) :-
    good_device(Device),
    findings([ Device,
               "requester(r, \"r\"). outlet(r, o, [b-1, a-2]).
                composite_request(r, a, [q, q2]). composite_request(r, b, [q]).
                request(r, q, [rg]). request(r, q2, [rg]).
                request_group(r, rg, taskflow, accept(2), [task_element([
                    task([function([data_channels(2, weight(2))])])])])." ], Findings).

test('a device without registration units is named',
     true(memberchk([d2]-no_registration_unit, Findings))) :-
    findings([ "device(d2, \"d\").
                device_group(d2, g, [task_element([task([function([data_channels(2)])])])])." ],
             Findings).

test('a leaf that stands twice with one value is named',
     Path-Message == [data_channels, function, task, task_element, g2, d]-shadowed_leaf(data_channels)) :-
    good_device(Device),
    findings([ Device,
               "device_group(d, g2, [task_element([task([function([data_channels(2),
                    data_channels(4), data_channels(2)])])])])." ], [Path-Message]).

test('a value that stands twice in a list is named',
     true(memberchk([data_channels, function, task, task_element, g2, d]-shadowed_value(data_channels), Findings))) :-
    good_device(Device),
    findings([ Device,
               "device_group(d, g2, [task_element([task([function([data_channels([1, 2, 1])])])])])." ],
             Findings).

test('terms may stand twice: two jacks are two', Findings == []) :-
    good_device(Device),
    findings([ Device,
               "device_group(d, g2, [electrical_interface([mechanical_structure([structures([
                    connector([rca_connector, rca_connector])])])])])." ], Findings).

test('a device that shares nothing with any request is named',
     true(memberchk([d2]-device_never_matched(none), Findings))) :-
    good_requester(Requester),
    good_device(Device),
    findings([ Device, Requester,
               "device(d2, \"d\"). registration_unit(d2, u).
                device_group(d2, g, [task_element([task([registration_unit(u),
                    function([data_channels(8)])])])])." ], Findings).

test('the nearest miss is the one with the least missing',
     true(memberchk([d2]-device_never_matched(nearest(r, rg2, g, 3, 4)), Findings))) :-
    findings([ "requester(r, \"r\"). outlet(r, o, [a-1]). composite_request(r, a, [q]).
                request(r, q, [rg1, rg2]).
                request_group(r, rg1, taskflow, accept(9), [task_element([task([function([
                    data_channels(2, weight(3)), signal_mute(true, weight(6))])])])]).
                request_group(r, rg2, taskflow, accept(4), [task_element([task([function([
                    data_channels(2, weight(3)), signal_mute(true, weight(6))])])])]).
                device(d2, \"d\"). registration_unit(d2, u).
                device_group(d2, g, [task_element([task([registration_unit(u),
                    function([data_channels(2)])])])])." ], Findings).

test('a group that no device reaches is named, with the best there is',
     true(memberchk([rg, r]-group_matches_no_device(4, 3), Findings))) :-
    findings([ "requester(r, \"r\"). outlet(r, o, [a-1]). composite_request(r, a, [q]).
                request(r, q, [rg]).
                request_group(r, rg, taskflow, accept(4), [task_element([task([function([
                    data_channels(2, weight(3)), signal_mute(true, weight(6))])])])]).
                device(d2, \"d\"). registration_unit(d2, u).
                device_group(d2, g, [task_element([task([registration_unit(u),
                    function([data_channels(2)])])])])." ], Findings).

test('a device group that nobody asks for is named',
     true(memberchk([d]-nobody_asks_for([g2]), Findings))) :-
    good_device(Device),
    good_requester(Requester),
    findings([ Device, Requester,
               "device_group(d, g2, [task_element([task([function([data_channels(8)])])])])." ],
             Findings).

test('what is said has a place and a sentence', Wrong == []) :-
    good_device(Device),
    good_requester(Requester),
    findall(Fact, unused(Fact, _, _, _), Facts),
    atomic_list_concat([Device, Requester|Facts], '\n', Atom),
    % Two facts declare the same state; one is enough.
    atomic_list_concat(Parts, 'state(d, s, 1). state_adjust', Atom),
    atomic_list_concat(Parts, 'state_adjust', Atom1),
    atom_string(Atom1, Text),
    session_of(Text, Session),
    once(engine_api:api_check(Session, Diagnostics)),
    Diagnostics \== [],
    findall(Diagnostic,
            ( member(Diagnostic, Diagnostics),
              Diagnostic = diagnostic(Severity, _, Line, Column, Path, Sentence),
              \+ ( Severity == warning, Line > 0, Column > 0, Path \== '', string(Sentence),
                   \+ sub_string(Sentence, _, _, _, "unused(")
                 )
            ),
            Wrong).

test('what is checked changes nothing', Before == After) :-
    good_device(Device),
    good_requester(Requester),
    atomic_list_concat([Device, Requester], '\n', Atom),
    atom_string(Atom, Text),
    session_of(Text, Session),
    all_happen(Session, [device_connect(s, d1, d), requester_create(s, r1, r)]),
    live_facts(Before),
    once(engine_api:api_check(Session, _)),
    live_facts(After).

:- end_tests(analysis).
