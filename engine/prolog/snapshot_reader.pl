% SPDX-License-Identifier: Apache-2.0
:- module(snapshot_reader,
          [ snapshot_transport/2,       % +Node, -Transport
            restore/2                   % +Node, +Session
          ]).
:- use_module(library(lists), [member/2, memberchk/2, nth0/3]).
:- use_module(library(apply), [maplist/2, maplist/3]).
:- use_module(library(assoc), [empty_assoc/1, get_assoc/3, put_assoc/4]).
:- use_module(exact_numbers, [is_rational/1]).
:- use_module(knowledge_base,
              [ session/4,
                store_facts/2,
                spec/4,
                spec_unit/3,
                spec_code_interface/4,
                spec_state/4,
                spec_body/6,
                spec_outlet/4,
                device_group/4,
                request_group/6,
                system/3,
                set_system/3,
                device/5,
                add_device/5,
                requester/5,
                add_requester/6,
                outlet/4,
                set_outlet_status/3,
                unit_taken/2,
                take_unit/2,
                set_state/3,
                match_transaction/3,
                record_transaction/3,
                enter_code/5,
                enter_data/4,
                count_changes_from/2
              ]).
:- use_module(replacement, [load_again/3]).
:- use_module(selection, [match_status/3]).
:- use_module(snapshot_writer, [event_keys/2]).
:- use_module(json_nodes).
:- use_module(snapshot_values, [json_values/3]).

/** <module> From a snapshot to the session that it was taken of

The form is told in snapshot_writer.pl. Everything is looked at before it is
believed: names must be known, each once; and what is written must fit together
as a session's knowledge does. So an outlet's transactions are exactly the
request groups of its alternative, in order, and no unit is taken by two of
them. What does not fit is thrown as json_nodes.pl tells.
*/

%!  snapshot_transport(+Node, -Transport) is det.
%
%   Node is a whole snapshot, of a form that this engine knows.

snapshot_transport(Node, Transport) :-
    snapshot_members(Node, [TransportNode|_]),
    node_choice(TransportNode, [shared, whole_device], Transport).

snapshot_members(Node, Nodes) :-
    (   node_has_key(Node, ddb_snapshot)
    ->  node_fields(Node, Fields),
        memberchk(ddb_snapshot-VersionNode, Fields),
        node_number(VersionNode, Version),
        (   Version =:= 1
        ->  true
        ;   bad_node(VersionNode, snapshot_version(Version))
        )
    ;   bad_node(Node, no_snapshot)
    ),
    node_members(Node,
                 [transport, outlet_changes, loads, scenario, systems, devices, requesters],
                 [ddb_snapshot], Nodes).

%!  restore(+Node, +Session) is det.
%
%   Session is new and has the snapshot's transport. Where this throws, it is
%   to be closed.

restore(Node, Session) :-
    snapshot_members(Node, [_, Changes, Loads, Scenario, Systems, Devices, Requesters]),
    restore_change_count(Changes, Session),
    each(Loads, restore_load(Session)),
    each(Scenario, restore_scenario_event(Session)),
    each(Systems, restore_system(Session)),
    session(Session, _, Layers, _),
    maplist(node_value, [Devices, Requesters], Jsons),
    json_values(array(Jsons), Layers, Values),
    each(Devices, restore_device(Session, Values)),
    each(Requesters, restore_requester(Session, Values)).

%   The numbers that follow must have room in 64 bits; the largest here is the
%   largest whole number that all readers of JSON take exactly (2**53-1).

restore_change_count(Node, Session) :-
    node_number(Node, Count),
    (   integer(Count),
        between(0, 9_007_199_254_740_991, Count)
    ->  count_changes_from(Session, Count)
    ;   bad_node(Node, expected_json(count))
    ).

:- meta_predicate each(+, 1).

each(Node, Goal) :-
    node_elements(Node, Nodes),
    maplist(Goal, Nodes).

                 /*******************************
                 *       What was loaded        *
                 *******************************/

restore_load(Session, Node) :-
    node_members(Node, [sources], [], [SourcesNode]),
    node_elements(SourcesNode, SourceNodes),
    maplist(source, SourceNodes, Sources),
    load_again(Session, Sources, Diagnostics),
    (   memberchk(diagnostic(error, Name, Line, Column, Path, Sentence), Diagnostics)
    ->  (   nth0(I, Sources, text(Name, _, _))
        ->  nth0(I, SourceNodes, BadNode)
        ;   BadNode = Node
        ),
        bad_node(BadNode, refused_source(Name, Line, Column, Path, Sentence))
    ;   true
    ).

source(Node, text(Name, Text, Role)) :-
    node_members(Node, [name, role, text], [], [NameNode, RoleNode, TextNode]),
    node_name(NameNode, Name),
    node_choice(RoleNode, [description, taxonomy, units], Role),
    node_text(TextNode, Text).

restore_scenario_event(Session, Node) :-
    node_fields(Node, Fields),
    (   memberchk(type-TypeNode, Fields)
    ->  findall(Known, event_keys(Known, _), Types),
        node_choice(TypeNode, Types, Type)
    ;   bad_node(Node, no_json_key(type))
    ),
    event_keys(Type, Keys),
    node_members(Node, Keys, [type], Nodes),
    maplist(node_name, Nodes, Names),
    Event =.. [Type|Names],
    (   described(Type, Kind)
    ->  memberchk(spec-SpecNode, Fields),
        known_spec(SpecNode, Session, Kind, _)
    ;   true
    ),
    store_facts(Session, [scenario_event(Event)]).

described(device_connect, device).
described(requester_create, requester).

                 /*******************************
                 *        Who takes part        *
                 *******************************/

restore_system(Session, Node) :-
    node_members(Node, [system, status], [], [SystemNode, StatusNode]),
    node_name(SystemNode, System),
    (   system(Session, System, _)
    ->  bad_node(SystemNode, named_twice(system, System))
    ;   true
    ),
    node_choice(StatusNode, [connected, disconnected], Status),
    set_system(Session, System, Status).

restore_device(Session, Values, Node) :-
    node_members(Node, [device, spec, system, states], [],
                 [DeviceNode, SpecNode, SystemNode, StatesNode]),
    node_name(DeviceNode, Device),
    (   device(Session, _, Device, _, _)
    ->  bad_node(DeviceNode, named_twice(device, Device))
    ;   true
    ),
    known_spec(SpecNode, Session, device, Spec),
    known_system(SystemNode, Session, System),
    add_device(Session, System, Device, Spec, Key),
    restore_states(StatesNode, Session, Values, Spec, Key).

known_spec(Node, Session, Kind, Spec) :-
    node_name(Node, Spec),
    (   spec(Session, Spec, Kind, _)
    ->  true
    ;   findall(Known, spec(Session, Known, Kind, _), Knowns),
        atom_concat(Kind, ' spec', What),
        bad_node(Node, not_in_snapshot(What, Spec, Knowns))
    ).

known_system(Node, Session, System) :-
    node_name(Node, System),
    (   system(Session, System, _)
    ->  true
    ;   findall(Known, system(Session, Known, _), Knowns),
        bad_node(Node, not_in_snapshot(system, System, Knowns))
    ).

%   restore_states(+Node, +Session, +Values, +Spec, +Key) is det.
%
%   Exactly the states that Spec declares.

restore_states(Node, Session, Values, Spec, Key) :-
    findall(State, spec_state(Session, Spec, State, _), States),
    node_members(Node, States, [], ValueNodes),
    maplist(restore_state(Key, Values), States, ValueNodes).

restore_state(Key, Values, State, Node) :-
    value(Node, Values, Value),
    set_state(Key, State, Value).

value(Node, Values, Value) :-
    node_value(Node, Json),
    (   get_assoc(Json, Values, Value0)
    ->  Value = Value0
    ;   bad_node(Node, no_snapshot_value)
    ).

restore_requester(Session, Values, Node) :-
    node_members(Node, [requester, spec, system, states, outlets], [],
                 [RequesterNode, SpecNode, SystemNode, StatesNode, OutletsNode]),
    node_name(RequesterNode, Requester),
    (   requester(Session, _, Requester, _, _)
    ->  bad_node(RequesterNode, named_twice(requester, Requester))
    ;   true
    ),
    known_spec(SpecNode, Session, requester, Spec),
    known_system(SystemNode, Session, System),
    node_elements(OutletsNode, OutletNodes),
    maplist(outlet_name, OutletNodes, Names),
    exactly_the_outlets(Names, OutletsNode, Session, Spec),
    add_requester(Session, System, Requester, Spec, Names, Key),
    restore_states(StatesNode, Session, Values, Spec, Key),
    maplist(restore_outlet(Session, Values, participant(Key, Spec)), OutletNodes).

outlet_name(Node, Name) :-
    node_members(Node, [outlet], [active, status, transactions], [NameNode]),
    node_name(NameNode, Name).

exactly_the_outlets(Names, Node, Session, Spec) :-
    findall(Declared, spec_outlet(Session, Spec, Declared, _), Declareds0),
    sort(Declareds0, Declareds),
    (   msort(Names, Declareds)
    ->  true
    ;   bad_node(Node, other_names(outlets, Spec, Declareds0))
    ).

                 /*******************************
                 *            Matches           *
                 *******************************/

restore_outlet(Session, Values, Requester, Node) :-
    Requester = participant(Key, Spec),
    node_members(Node, [outlet, active, status, transactions], [],
                 [NameNode, ActiveNode, StatusNode, TransactionsNode]),
    node_name(NameNode, Name),
    outlet(Session, Outlet, Key, Name),
    spec_outlet(Session, Spec, Name, Alternatives),
    node_choice(StatusNode, [threshold, partial, inactive], Status),
    active_alternative(ActiveNode, Alternatives, Active, Needed),
    match_status(Active, Alternatives, Meant),
    (   Status == Meant
    ->  true
    ;   bad_node(StatusNode, other_status(Status, Meant))
    ),
    set_outlet_status(Outlet, Active, Status),
    node_elements(TransactionsNode, TransactionNodes),
    empty_assoc(Bound),
    restore_transactions(TransactionNodes, Needed, TransactionsNode, Bound,
                         outlet(Session, Values, Outlet, Requester, Active)).

%   active_alternative(+Node, +Alternatives, -Active, -Needed) is det.
%
%   Needed lists needed(N, Request, Group): the Nth request of the alternative
%   needs a device for this group.

active_alternative(Node, Alternatives, Active, Needed) :-
    (   node_value(Node, null)
    ->  Active = none,
        Needed = []
    ;   node_name(Node, Name),
        (   memberchk(alternative(Name, Priority, Requests), Alternatives)
        ->  Active = active(Name, Priority),
            findall(needed(N, Request, Group),
                    ( nth0(N, Requests, request(Request, Groups)),
                      member(Group, Groups)
                    ),
                    Needed)
        ;   findall(Known, member(alternative(Known, _, _), Alternatives), Knowns),
            bad_node(Node, not_in_snapshot(alternative, Name, Knowns))
        )
    ).

%   restore_transactions(+Nodes, +Needed, +Whole, +Bound, +At) is det.
%
%   Bound has the device of each request so far, by its number.

restore_transactions([], [], _, _, _) :-
    !.
restore_transactions([], [needed(_, Request, Group)|_], Whole, _, _) :-
    bad_node(Whole, transaction_missing(Request, Group)).
restore_transactions([Node|_], [], _, _, _) :-
    bad_node(Node, transaction_too_many).
restore_transactions([Node|Nodes], [Needed|Neededs], Whole, Bound0, At) :-
    restore_transaction(Node, Needed, Bound0, Bound, At),
    restore_transactions(Nodes, Neededs, Whole, Bound, At).

restore_transaction(Node, needed(N, Request, Group), Bound0, Bound, At) :-
    At = outlet(Session, Values, Outlet, Requester, active(Alternative, _)),
    node_members(Node,
                 [ request, request_group, device, device_group, match_factor,
                   device_effects, requester_effects
                 ],
                 [],
                 [ RequestNode, GroupNode, DeviceNode, DeviceGroupNode, FactorNode,
                   DeviceEffectsNode, RequesterEffectsNode
                 ]),
    must_be_next(RequestNode, Request, Request, Group),
    must_be_next(GroupNode, Group, Request, Group),
    known_device(DeviceNode, Session, Device),
    same_device(N, Device, DeviceNode, Request, Bound0, Bound),
    may_be_matched(Requester, Device, DeviceNode, Session),
    Device = participant(DeviceKey, DeviceSpec),
    known_group(DeviceGroupNode, Session, DeviceSpec, DeviceGroup),
    match_factor(FactorNode, Session, Requester, Group, Factor),
    node_elements(DeviceEffectsNode, DeviceEffectNodes),
    maplist(device_effect(Session, Values, DeviceSpec), DeviceEffectNodes, DeviceEffects),
    node_elements(RequesterEffectsNode, RequesterEffectNodes),
    Requester = participant(_, RequesterSpec),
    maplist(requester_effect(Session, Values, RequesterSpec, DeviceSpec), RequesterEffectNodes,
            RequesterEffects),
    take_units(DeviceEffects, DeviceEffectNodes, DeviceKey),
    enter(RequesterEffects, Outlet, Session, Device),
    record_transaction(Outlet,
                       transaction(Alternative, Request, Group, DeviceKey, DeviceGroup, Factor),
                       effects(DeviceEffects, RequesterEffects)).

must_be_next(Node, Name, Request, Group) :-
    (   node_name(Node, Name)
    ->  true
    ;   bad_node(Node, expected_transaction(Request, Group))
    ).

known_device(Node, Session, participant(Key, Spec)) :-
    node_name(Node, Device),
    (   device(Session, Key0, Device, Spec0, _)
    ->  Key = Key0,
        Spec = Spec0
    ;   findall(Known, device(Session, _, Known, _, _), Knowns),
        bad_node(Node, not_in_snapshot(device, Device, Knowns))
    ).

%   All groups of a request are on one device.

same_device(N, participant(Key, _), Node, Request, Bound0, Bound) :-
    (   get_assoc(N, Bound0, Other)
    ->  (   Other == Key
        ->  Bound = Bound0
        ;   bad_node(Node, request_on_two_devices(Request))
        )
    ;   put_assoc(N, Bound0, Key, Bound)
    ).

%   Both are on connected systems; and a device that is imported as a whole
%   serves one system.

may_be_matched(participant(RequesterKey, _), participant(DeviceKey, _), Node, Session) :-
    requester(Session, RequesterKey, _, _, RequesterSystem),
    device(Session, DeviceKey, _, _, DeviceSystem),
    (   member(System, [RequesterSystem, DeviceSystem]),
        system(Session, System, disconnected)
    ->  bad_node(Node, matched_with_disconnected(System))
    ;   session(Session, whole_device, _, _),
        match_transaction(Outlet, transaction(_, _, _, DeviceKey, _, _), _),
        outlet(Session, Outlet, Other, _),
        requester(Session, Other, _, _, OtherSystem),
        OtherSystem \== RequesterSystem
    ->  bad_node(Node, whole_device_on_two_systems(RequesterSystem, OtherSystem))
    ;   true
    ).

known_group(Node, Session, Spec, Group) :-
    node_name(Node, Group),
    (   device_group(Session, Spec, Group, _)
    ->  true
    ;   findall(Known, device_group(Session, Spec, Known, _), Knowns),
        bad_node(Node, not_in_snapshot('device group', Group, Knowns))
    ).

%   match_factor(+Node, +Session, +Requester, +Group, -Factor) is det.

match_factor(Node, Session, participant(_, Spec), Group, Factor) :-
    node_factor(Node, Factor),
    request_group(Session, Spec, Group, _, Accept, _),
    (   Factor >= Accept
    ->  true
    ;   bad_node(Node, below_accept(Factor, Accept))
    ).

node_factor(Node, Factor) :-
    node_value(Node, Json),
    (   Json = string(Text),
        catch(number_string(Number, Text), error(syntax_error(_), _), fail),
        is_rational(Number)
    ->  Factor = Number
    ;   node_number(Node, Factor)
    ).

                 /*******************************
                 *            Effects           *
                 *******************************/

%   device_effect(+Session, +Values, +Spec, +Node, -Effect) is det.

device_effect(Session, Values, Spec, Node, Effect) :-
    (   node_has_key(Node, registration_unit)
    ->  node_members(Node, [registration_unit], [], [UnitNode]),
        findall(Known, spec_unit(Session, Spec, Known), Knowns),
        declared(UnitNode, 'registration unit', Knowns, Unit),
        Effect = take(Unit)
    ;   node_has_key(Node, state)
    ->  node_members(Node, [state, value], [], [StateNode, ValueNode]),
        findall(Known, spec_state(Session, Spec, Known, _), Knowns),
        declared(StateNode, state, Knowns, State),
        value(ValueNode, Values, Value),
        Effect = set(State, Value)
    ;   adjustment(Node, Session, Spec, Effect)
    ).

%   requester_effect(+Session, +Values, +Spec, +DeviceSpec, +Node, -Effect) is det.

requester_effect(Session, Values, Spec, DeviceSpec, Node, Effect) :-
    (   node_has_key(Node, code_interface)
    ->  node_members(Node, [code_interface, device_interface], [], [AskedNode, HadNode]),
        node_name(AskedNode, Asked),
        findall(Known, spec_code_interface(Session, DeviceSpec, Known, _), Knowns),
        declared(HadNode, 'code interface', Knowns, Had),
        Effect = code(Asked, Had)
    ;   node_has_key(Node, data_interface)
    ->  node_members(Node, [data_interface, aspect, value], [],
                     [InterfaceNode, AspectNode, ValueNode]),
        node_name(InterfaceNode, Interface),
        node_name(AspectNode, Aspect),
        value(ValueNode, Values, Value),
        Effect = data(Interface, Aspect, Value)
    ;   adjustment(Node, Session, Spec, Effect)
    ).

adjustment(Node, Session, Spec, adjust(Adjustment)) :-
    node_members(Node, [state_adjust], [], [AdjustmentNode]),
    findall(Known, spec_body(Session, Spec, adjustment, Known, _, _), Knowns),
    declared(AdjustmentNode, adjustment, Knowns, Adjustment).

declared(Node, What, Knowns, Name) :-
    node_name(Node, Name),
    (   memberchk(Name, Knowns)
    ->  true
    ;   bad_node(Node, not_in_snapshot(What, Name, Knowns))
    ).

%   take_units(+Effects, +Nodes, +DeviceKey) is det.
%
%   A match may name a unit more than once; two matches may not.

take_units(Effects, Nodes, Device) :-
    findall(Unit-Node,
            ( nth0(I, Effects, take(Unit)),
              nth0(I, Nodes, Node)
            ),
            Units),
    take_each(Units, [], Device).

take_each([], _, _).
take_each([Unit-Node|Units], Own, Device) :-
    (   memberchk(Unit, Own)
    ->  true
    ;   unit_taken(Device, Unit)
    ->  bad_node(Node, unit_taken_twice(Unit))
    ;   take_unit(Device, Unit)
    ),
    take_each(Units, [Unit|Own], Device).

%   enter(+RequesterEffects, +Outlet, +Session, +Device) is det.

enter([], _, _, _).
enter([Effect|Effects], Outlet, Session, Device) :-
    enter_one(Effect, Outlet, Session, Device),
    enter(Effects, Outlet, Session, Device).

enter_one(adjust(_), _, _, _).
enter_one(code(Asked, Had), Outlet, Session, participant(Device, Spec)) :-
    spec_code_interface(Session, Spec, Had, Operations),
    enter_code(Outlet, Asked, Device, Had, Operations).
enter_one(data(Interface, Aspect, Value), Outlet, _, _) :-
    enter_data(Outlet, Interface, Aspect, Value).
