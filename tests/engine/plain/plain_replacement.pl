% SPDX-License-Identifier: Apache-2.0
:- module(plain_replacement,
          [ plain_start/3,              % +Terms, +Transport, -World
            plain_event/3,              % +Event, +World0, -World
            plain_replace/4,            % +Terms0, +Terms, +World0, -World
            plain_rows/2                % +World, -Rows
          ]).
:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(library(pairs)).
:- use_module(plain_match).

/** <module> The replacement of specs, written as plainly as it can be

Beside plain_match.pl, with its world and its descriptions; written from the
rules, as that is. Terms are all of the language that the session knows of, from
one file without events; replacing is going from one list of terms to another.
*/

%!  plain_start(+Terms, +Transport, -World) is det.

plain_start(Terms, Transport, World) :-
    known(Terms),
    plain_match:empty_world(Transport, World).

known(Terms) :-
    exact(Terms, Exact),
    plain_match:forget_descriptions,
    plain_match:tell(Exact).

%!  plain_event(+Event, +World0, -World) is det.

plain_event(Event, World0, World) :-
    plain_match:happen(Event, World0, World),
    !.

%!  plain_replace(+Terms0, +Terms, +World0, -World) is det.
%
%   The session knows Terms0, and Terms afterwards.

plain_replace(Terms0, Terms, World0, World) :-
    known(Terms0),
    spec_contents(Terms0, Contents0),
    spec_contents(Terms, Contents),
    findall(Spec,
            ( member(Spec-Content, Contents),
              memberchk(Spec-Content0, Contents0),
              Content \=@= Content0
            ),
            Replaced),
    first_state_list(Replaced, States0),
    findall(Match, match_with(Replaced, World0, Match), Matches),
    known(Terms),
    states_carried(Replaced, States0, World0, Tried),
    partition(holds(Tried), Matches, Holding0, Broken),
    maplist(again(Tried), Holding0, Holding),
    known(Terms0),
    findall(R-O, member(match(R, O, _, _, _, _), Broken), Cancelled),
    foldl(plain_match:cancel_outlet, Cancelled, World0, World1),
    known(Terms),
    states_carried(Replaced, States0, World1, World2),
    put_in_place(Replaced, Holding, World2, World3),
    (   takes_part(Replaced, World3)
    ->  plain_match:perform_match(World3, World)
    ;   World = World3
    ),
    !.

%!  takes_part(+Specs, +World) is semidet.

takes_part(Specs, World) :-
    World = world(_, _, Devices, Requesters),
    (   member(device(_, Spec, System, _, _), Devices)
    ;   member(requester(_, Spec, System, _, _), Requesters)
    ),
    memberchk(Spec, Specs),
    plain_match:connected(World, System),
    !.

                /*******************************
                *      WHAT A SPEC SAYS        *
                *******************************/

%   Contents are Spec-Content for each spec: what it says, form by form. Where
%   in a list an annotation stands means nothing.

spec_contents(Terms0, Contents) :-
    exact(Terms0, Terms),
    of_specs(Terms, none, Keyed),
    findall(Spec, ( member(Term, Terms), plain_match:declares(Term, Spec) ), Specs),
    findall(Spec-Content,
            ( member(Spec, Specs),
              findall(Key-Said,
                      ( member(Spec-Term, Keyed),
                        said(Term, Keyed, Spec, Key, Said)
                      ),
                      Pairs),
              keysort(Pairs, Content)
            ),
            Contents).

of_specs([], _, []).
of_specs([Term|Terms], Spec0, Keyed) :-
    (   plain_match:declares(Term, Spec)
    ->  Keyed = [Spec-Term|Keyed1],
        of_specs(Terms, Spec, Keyed1)
    ;   (   plain_match:body_clause(Term, Of)
        ->  true
        ;   plain_match:language_fact(Term)
        ->  arg(1, Term, Of)
        ;   Of = Spec0
        ),
        Keyed = [Of-Term|Keyed1],
        of_specs(Terms, Spec0, Keyed1)
    ).

%   Clauses of one predicate in order; facts of one form in order.

said((Head :- Body), _, _, Key, (Head :- Body)) :-
    !,
    head_key(Head, Key).
said(outlet(_, Outlet, Written), Keyed, Spec, outlet, outlet(Outlet, Alternatives)) :-
    !,
    sort(2, @>=, Written, Ranked),
    findall(alternative(Name, Priority, Asked),
            ( member(Name-Priority, Ranked),
              memberchk(Spec-composite_request(_, Name, Requests), Keyed),
              findall(Request-Groups,
                      ( member(Request, Requests),
                        memberchk(Spec-request(_, Request, Groups), Keyed)
                      ),
                      Asked)
            ),
            Alternatives).
said(composite_request(_, _, _), _, _, _, _) :-
    !,
    fail.
said(request(_, _, _), _, _, _, _) :-
    !,
    fail.
said(device_group(_, Group, Terms), _, _, device_group, Group-Tidy) :-
    !,
    tidy(device, Terms, Tidy).
said(request_group(_, Group, Kind, Accept, Terms), _, _, request_group, Group-Kind-Accept-Tidy) :-
    !,
    tidy(requester, Terms, Tidy).
said(Term, _, _, Key, Term) :-
    head_key(Term, Key).

head_key(state_adjust(_, Name, _, _, _, _), state_adjust/Name) :- !.
head_key(match_condition(_, Name, _), match_condition/Name) :- !.
head_key(Head, Name/Arity) :-
    functor(Head, Name, Arity).

tidy(Side, Terms0, Terms) :-
    maplist(tidy_branch(Side, 1), Terms0, Terms).

tidy_branch(Side, Level, Term, branch(Name, Id, Notes, Children)) :-
    (   Term =.. [Name, List]
    ->  Id = none
    ;   Term =.. [Name, Id, List]
    ),
    plain_match:notes_and_children(Side, List, Notes0, Children0),
    by_name(Notes0, Notes),
    (   Level < 3
    ->  Next is Level + 1,
        maplist(tidy_branch(Side, Next), Children0, Children)
    ;   maplist(tidy_leaf, Children0, Children)
    ).

tidy_leaf(Term, leaf(Name, Value, Notes)) :-
    Term =.. [Name, Value|Notes0],
    by_name(Notes0, Notes).

by_name(Notes, Sorted) :-
    findall(Name-Note, ( member(Note, Notes), functor(Note, Name, _) ), Keyed),
    keysort(Keyed, Sorted).

                /*******************************
                *      DO THEY STILL HOLD      *
                *******************************/

%   match(Requester, Outlet, Active, Asked, Groups, Effects) is a match with one
%   of Specs on either side; Asked and Effects by the specs that are known now.

match_with(Specs, World, match(Requester, Outlet, Active, Asked, Groups, Effects)) :-
    World = world(_, _, _, Requesters),
    member(requester(Requester, Spec, _, Outlets, _), Requesters),
    member(outlet(Outlet, _, Active, Groups), Outlets),
    Active \== none,
    (   memberchk(Spec, Specs)
    ->  true
    ;   member(group(_, _, Device, _, _, _), Groups),
        plain_match:device_of(World, Device, device(_, DeviceSpec, _, _, _)),
        memberchk(DeviceSpec, Specs)
    ->  true
    ),
    asked(Spec, Active, Asked),
    maplist(group_effects(World), Groups, Effects).

asked(Spec, Alternative, Asked) :-
    plain_match:told(composite_request(Spec, Alternative, Requests)),
    !,
    findall(Request-Groups,
            ( member(Request, Requests),
              once(plain_match:told(request(Spec, Request, Groups)))
            ),
            Asked).

group_effects(World, group(_, _, Device, _, _, Match), Effects) :-
    plain_match:device_of(World, Device, device(_, Spec, _, _, _)),
    effects(Match, Spec, Effects).

effects(Match, Spec, Effects) :-
    findall(Effect, effect(Match, Spec, Effect), Effects0),
    msort(Effects0, Effects).

effect(Match, Spec, Effect) :-
    member(Node, Match),
    node_effect(Node, Spec, Effect).

node_effect(leaf(_, _, DeviceNotes, Value), _, set(State, Value)) :-
    member(state(State), DeviceNotes).
node_effect(leaf(Name, Notes, _, Value), _, data(Interface, Name, Value)) :-
    member(data_interface(Interface), Notes).
node_effect(branch(_, Notes, DeviceNotes, _), Spec, Effect) :-
    (   member(registration_unit(Unit), DeviceNotes),
        Effect = unit(Unit)
    ;   member(state_adjust(Adjust), DeviceNotes),
        Effect = device_adjust(Adjust)
    ;   member(state_adjust(Adjust), Notes),
        Effect = requester_adjust(Adjust)
    ;   findall(I, member(code_interface(I), Notes), Asked),
        findall(I, member(code_interface(I), DeviceNotes), Had),
        nth1(N, Asked, Wanted),
        nth1(N, Had, Given),
        plain_match:told(code_interface(Spec, Given, Operations)),
        Effect = code(Wanted, Given, Operations)
    ).
node_effect(branch(_, _, _, Match), Spec, Effect) :-
    effect(Match, Spec, Effect).

%   By the specs that are known now.

holds(World, Match) :-
    judged(World, Match, _).

again(World, Match, Requester-Outlet-Active-Groups) :-
    Match = match(Requester, Outlet, Active, _, _, _),
    judged(World, Match, Groups).

judged(World0, match(Requester, Outlet, Active, Asked, Groups0, Effects), Groups) :-
    plain_match:requester_of(World0, Requester, requester(_, Spec, _, _, _)),
    plain_match:told(outlet(Spec, Outlet, Alternatives)),
    memberchk(Active-_, Alternatives),
    asked(Spec, Active, Asked),
    foldl(own_units(available), Groups0, World0, World1),
    judged_groups(Groups0, Effects, Requester, Spec, World1, Groups),
    !.

own_units(Availability, group(_, _, Device, _, _, Match), World0, World) :-
    findall(Unit, effect(Match, none, unit(Unit)), Units),
    foldl(own_unit(Device, Availability), Units, World0, World).

%   A unit that the new spec does not have is nobody's.

own_unit(Device, Availability, Unit, World0, World) :-
    (   plain_match:put_unit(Device, Unit, Availability, World0, World1)
    ->  World = World1
    ;   World = World0
    ).

judged_groups([], [], _, _, _, []).
judged_groups([Group0|Groups0], [Effects|Effectss], Requester, Spec, World0, [Group|Groups]) :-
    Group0 = group(Request, Name, Device, DeviceGroup, _, _),
    plain_match:told(request_group(Spec, Name, _, accept(Accept), Modules)),
    plain_match:device_of(World0, Device, device(_, DeviceSpec, _, _, _)),
    plain_match:told(device_group(DeviceSpec, DeviceGroup, DeviceModules)),
    !,
    plain_match:correspond(module, Modules, DeviceModules, in(World0, Requester, Device), Match,
                           Factor),
    Match \== [],
    Factor >= Accept,
    effects(Match, DeviceSpec, Effects),
    Group = group(Request, Name, Device, DeviceGroup, Factor, Match),
    own_units(taken, Group, World0, World1),
    judged_groups(Groups0, Effectss, Requester, Spec, World1, Groups).

                /*******************************
                *         THE EXCHANGE         *
                *******************************/

first_state_list(Specs, States) :-
    findall(Spec-States1,
            ( member(Spec, Specs),
              plain_match:first_states(Spec, States1)
            ),
            States).

%   States and units of participants of Specs, as the specs known now declare
%   them; States0 is what those before did.

states_carried(Specs, States0, world(T, Systems, Devices0, Requesters0),
               world(T, Systems, Devices, Requesters)) :-
    maplist(device_carried(Specs, States0), Devices0, Devices),
    maplist(requester_carried(Specs, States0), Requesters0, Requesters).

device_carried(Specs, States0, device(Name, Spec, System, Units0, Values0),
               device(Name, Spec, System, Units, Values)) :-
    (   memberchk(Spec, Specs)
    ->  values_carried(Spec, States0, Values0, Values),
        findall(Unit-Availability,
                ( plain_match:told(registration_unit(Spec, Unit)),
                  (   memberchk(Unit-Before, Units0)
                  ->  Availability = Before
                  ;   Availability = available
                  )
                ),
                Units)
    ;   Values = Values0,
        Units = Units0
    ).

requester_carried(Specs, States0, requester(Name, Spec, System, Outlets, Values0),
                  requester(Name, Spec, System, Outlets, Values)) :-
    (   memberchk(Spec, Specs)
    ->  values_carried(Spec, States0, Values0, Values)
    ;   Values = Values0
    ).

values_carried(Spec, States0, Values0, Values) :-
    memberchk(Spec-Before, States0),
    plain_match:first_states(Spec, Initials),
    findall(State-Value,
            ( member(State-Initial, Initials),
              (   memberchk(State-InitialBefore, Before),
                  kind(InitialBefore, Kind),
                  kind(Initial, Kind)
              ->  memberchk(State-Value, Values0)
              ;   Value = Initial
              )
            ),
            Values).

kind(Value, Kind) :-
    (   memberchk(Value, [true, false, [true, false], [false, true], [true], [false]])
    ->  Kind = boolean
    ;   plain_match:meaning(Value, Meaning),
        kind_of(Meaning, Kind)
    ).

kind_of(words(_), words).
kind_of(texts(_), texts).
kind_of(numbers(Of, _, _), Kind) :-
    number_kind(Of, Kind).
kind_of(range(Of, _, _, _), Kind) :-
    number_kind(Of, Kind).

%   Of a quantity; what it is measured from makes no other kind.

number_kind(Of, Kind) :-
    (   compound(Of)
    ->  arg(1, Of, Kind)
    ;   Kind = Of
    ).

%   Outlets in order of declaration; those that hold with what they have now.

put_in_place(Specs, Holding, world(T, Systems, Devices, Requesters0),
             world(T, Systems, Devices, Requesters)) :-
    maplist(declared_outlets(Specs), Requesters0, Requesters1),
    foldl(put_holding, Holding, world(T, Systems, Devices, Requesters1),
          world(T, Systems, Devices, Requesters)).

declared_outlets(Specs, requester(Name, Spec, System, Outlets0, States),
                 requester(Name, Spec, System, Outlets, States)) :-
    (   memberchk(Spec, Specs)
    ->  findall(Outlet,
                ( plain_match:told(outlet(Spec, OutletName, _)),
                  (   Outlet = outlet(OutletName, _, _, _),
                      memberchk(Outlet, Outlets0)
                  ->  true
                  ;   Outlet = outlet(OutletName, inactive, none, [])
                  )
                ),
                Outlets)
    ;   Outlets = Outlets0
    ).

put_holding(Requester-Outlet-Active-Groups, World0, World) :-
    plain_match:requester_of(World0, Requester, requester(_, Spec, _, _, _)),
    plain_match:reached_status(Spec, Outlet, Active, Status),
    plain_match:put_outlet(Requester, outlet(Outlet, Status, Active, Groups), World0, World).

                /*******************************
                *            ROWS              *
                *******************************/

%!  plain_rows(+World, -Rows) is det.
%
%   Rows are rows(Transactions, Outlets, Units, States), each list sorted, as
%   engine_api.pl has them.

plain_rows(world(_, _, Devices, Requesters), rows(Transactions, Outlets, Units, States)) :-
    findall(t(R, O, A, Q, G, D, DG, F),
            ( member(requester(R, _, _, Os, _), Requesters),
              member(outlet(O, _, A, Groups), Os),
              member(group(Q, G, D, DG, F, _), Groups)
            ),
            Transactions0),
    msort(Transactions0, Transactions),
    findall(outlet(R, O, Active, Status),
            ( member(requester(R, _, _, Os, _), Requesters),
              member(outlet(O, Status, Active0, _), Os),
              (   Active0 == none
              ->  Active = ''
              ;   Active = Active0
              )
            ),
            Outlets0),
    msort(Outlets0, Outlets),
    findall(unit(D, Unit, Available),
            ( member(device(D, _, _, Us, _), Devices),
              member(Unit-Availability, Us),
              (   Availability == available
              ->  Available = true
              ;   Available = false
              )
            ),
            Units0),
    msort(Units0, Units),
    findall(state(D, State, Text),
            ( member(device(D, _, _, _, Ss), Devices),
              member(State-Value, Ss),
              value_text(Value, Text)
            ),
            States0),
    msort(States0, States).
