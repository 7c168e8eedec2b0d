% SPDX-License-Identifier: Apache-2.0
:- module(candidates,
          [ none_in/2,                  % +Pool, +Session
            candidate/5,                % +Pool, +Groups, +Context, -Device, -Trial
            tried_in_vain/1,            % +Trial
            with_touched/3,             % +Pool0, +Bindings, -Pool
            remembered_group/6,         % +Group, +Context, -DeviceGroup, -Factor, -DeviceEffects, -RequesterEffects
            remember_group/7,           % +Group, +Context, +Since, +DeviceGroup, +Factor, +DeviceEffects, +RequesterEffects
            outlet_sleeps/2,            % +Session, +Outlet
            outlet_in_vain/3            % +Session, +Outlet, +Since
          ]).
:- use_module(library(lists), [member/2]).
:- use_module(knowledge_base,
              [ session/4,
                requester/5,
                outlet/4,
                outlet_status/3,
                state_value/3,
                has_bodies/2,
                request_group/6,
                warning_count/1
              ]).
:- use_module(pool).
:- use_module(reach, [within_reach/3]).
:- use_module(sketches, [request_sketch/2]).

/** <module> Which devices and outlets are worth a try

The match process tries the devices of a pool one after the other, and outlets one
after the other. Nothing here decides what comes of a try: it only leaves out tries
of which it is known that they fail, and that change nothing.

What a request comes to on a device depends on the specs of both, on which of the
device's registration units are taken, on the states of the device as far as bodies of
its spec read them, and on those of the requester likewise. Bodies have nothing else
to look at (body_library.pl). So what was tried with one device in vain fails with all
devices like it, as long as they are like it: same spec, same units taken, same
states. Which are, the pool knows (pool.pl). A try that left a warning is not
remembered: the next one is to warn as well.

A pool is a list of devices, participant(Key, Spec) each, and all are tried: so it is
where the transcript tells of each. Or it is offered(System, Touched): the devices that
are offered to a requester on System, and those of Touched, which the alternative was
applied with and which may have nothing left.

In the same way an outlet that was tried in vain speaks for all outlets like it, until
a device comes to be like none that was tried (engine/src/waiting_outlets.hpp).
*/

%!  none_in(+Pool, +Session) is semidet.

none_in([], _).
none_in(offered(System, _), Session) :-
    \+ pool_has_device(Session, System).

%!  candidate(+Pool, +Groups, +Context, -Device, -Trial) is nondet.
%
%   The devices of Pool, in order of connection, that may satisfy all of Groups. Where one
%   does not, and everything is as it was before, call tried_in_vain(Trial).

candidate([Each|Pool], _, _, Device, listed) :-
    member(Device, [Each|Pool]).
candidate(offered(System, Touched), Groups, Context, participant(Key, Spec),
          trial(Ask, Key, Since)) :-
    ask(Groups, Context, Ask),
    sketched(Ask, Groups, Context),
    offered(0, Ask, System, Touched, Groups, Context, Key, Spec),
    warning_count(Since).

%   sketched(+Ask, +Groups, +Context) is det.
%
%   The pool can rule out specs that have nothing of the kind.

sketched(Ask, Groups, context(Session, _, participant(_, Spec), _)) :-
    (   pool_is_sketched(Session, Ask)
    ->  true
    ;   findall(Accept-Terms,
                ( member(Group, Groups),
                  request_group(Session, Spec, Group, _, Accept, Terms)
                ),
                Wanted),
        request_sketch(Wanted, Sketch)
    ->  pool_sketch_ask(Session, Ask, Sketch)
    ;   true
    ).

%   offered(+After, +Ask, +System, +Touched, +Groups, +Context, -Key, -Spec) is nondet.

offered(After, Ask, System, Touched, Groups, Context, Key, Spec) :-
    Context = context(Session, _, _, _),
    pool_candidate(Session, Ask, System, After, Touched, Key0, Spec0, Judged),
    (   Judged == judged
    ->  Next = Key0,
        Worth = true
    ;   within_reach(Groups, Context, Spec0)
    ->  pool_judge_spec(Ask, Key0, true),
        Next = Key0,
        Worth = true
    ;   pool_judge_spec(Ask, Key0, false),
        Next = After,
        Worth = false
    ),
    (   Worth == true,
        Key = Key0,
        Spec = Spec0
    ;   offered(Next, Ask, System, Touched, Groups, Context, Key, Spec)
    ).

%   ask(+What, +Context, -Ask) is det.

ask(What, context(Session, _, Requester, _), Ask) :-
    Requester = participant(_, Spec),
    readable_states(Session, Requester, States),
    pool_ask(Session, Spec, What-States, Ask).

%   readable_states(+Session, +Requester, -States) is det.

readable_states(Session, participant(Key, Spec), States) :-
    (   has_bodies(Session, Spec)
    ->  findall(State-Value, state_value(Key, State, Value), States0),
        sort(States0, States)
    ;   States = []
    ).

%!  tried_in_vain(+Trial) is det.

tried_in_vain(listed).
tried_in_vain(trial(Ask, Key, Since)) :-
    (   warning_count(Since)
    ->  pool_refuse(Ask, Key)
    ;   true
    ).

%!  with_touched(+Pool0, +Bindings, -Pool) is det.
%
%   The devices of Bindings, as selection.pl has them, stay in the pool.

with_touched(offered(System, Touched), Bindings, offered(System, [Key|Touched])) :-
    Bindings = [bound(_, _, participant(Key, _), _, _, _, _)|_],
    !.
with_touched(Pool, _, Pool).

%!  remembered_group(+Group, +Context, -DeviceGroup, -Factor, -DeviceEffects,
%!                   -RequesterEffects) is semidet.
%!  remember_group(+Group, +Context, +Since, +DeviceGroup, +Factor, +DeviceEffects,
%!                 +RequesterEffects) is det.
%
%   What the request group comes to on a device like that of Context, if it is satisfied
%   and nobody is told how. Since is the warning_count/1 from before it was worked out.

remembered_group(Group, Context, DeviceGroup, Factor, DeviceEffects, RequesterEffects) :-
    Context = context(_, silent, _, participant(Device, _)),
    ask(group(Group), Context, Ask),
    pool_result(Ask, Device,
                satisfied(DeviceGroup, Factor, DeviceEffects, RequesterEffects)).

remember_group(Group, Context, Since, DeviceGroup, Factor, DeviceEffects, RequesterEffects) :-
    Context = context(_, Narrator, _, participant(Device, _)),
    (   Narrator == silent,
        warning_count(Since)
    ->  ask(group(Group), Context, Ask),
        pool_remember(Ask, Device,
                      satisfied(DeviceGroup, Factor, DeviceEffects, RequesterEffects))
    ;   true
    ).

%!  outlet_sleeps(+Session, +Outlet) is semidet.
%
%   An outlet like this one was tried in vain, and nothing has come since that could help.

outlet_sleeps(Session, Outlet) :-
    outlet(Session, Outlet, Key, Name),
    requester(Session, Key, _, Spec, System),
    outlet_status(Outlet, Active, _),
    readable_states(Session, participant(Key, Spec), States),
    session(Session, Transport, _, _),
    (   Transport == whole_device
    ->  Where = System
    ;   Where = none
    ),
    pool_outlet_sleeps(Session, Outlet, like(Spec, Name, Active, States, Where), Where).

%!  outlet_in_vain(+Session, +Outlet, +Since) is det.
%
%   Outlet, after outlet_sleeps/2 had failed for it, was tried; where it got something, it
%   does not sleep.

outlet_in_vain(Session, Outlet, Since) :-
    (   warning_count(Since)
    ->  pool_sleep_outlet(Session, Outlet)
    ;   true
    ).
