% SPDX-License-Identifier: Apache-2.0
:- module(scenario_checks,
          [ check_events//3             % +Facts, +World, -Events
          ]).
:- use_module(library(lists), [memberchk/2]).
:- use_module(language, [is_name/1]).
:- use_module(worlds, [event_problem/3, event_world/3]).
:- use_module(positions, [argument_position/3]).
:- use_module(diagnostics, [mistake//3]).

/** <module> Scenarios: every event is possible, before any is replayed
*/

%!  check_events(+Facts, +World, -Events)// is det.
%
%   Facts are fact(Source, event(Event), Position); World is where the first of
%   them happens. Events are scenario_event(Event). An event that cannot happen
%   is reported and taken as not there.

check_events([], _, []) --> [].
check_events([fact(Source, event(Event), P)|Facts], World0, Events) -->
    { argument_position(P, 1, EventP),
      (   callable(Event),
          functor(Event, Name, _),
          atom(Name)
      ->  Where = where(Source, [Name, event])
      ;   Where = where(Source, [event])
      )
    },
    (   { \+ callable(Event) ; \+ known_event(Event) }
    ->  { known_events(Known) },
        mistake(Where, EventP, unknown_event(Event, Known)),
        { World = World0,
          Events = Events1
        }
    ;   { Event =.. [_|Arguments],
          bad_name(Arguments, 1, I)
        }
    ->  { argument_position(EventP, I, NameP) },
        mistake(Where, NameP, expected_name(participant)),
        { World = World0,
          Events = Events1
        }
    ;   { event_problem(Event, World0, name(I, Problem)) }
    ->  { argument_position(EventP, I, NameP) },
        mistake(Where, NameP, impossible_event(Problem)),
        { meant_world(Event, World0, World),
          Events = Events1
        }
    ;   { event_world(Event, World0, World),
          Events = [scenario_event(Event)|Events1]
        }
    ),
    check_events(Facts, World, Events1).

%   After an arrival that names an unknown spec its name is in use all the
%   same: one mistake, one message.

meant_world(Event, World0, World) :-
    (   memberchk(Event, [device_connect(_, _, _), requester_create(_, _, _)]),
        event_world(Event, World0, World1)
    ->  World = World1
    ;   World = World0
    ).

bad_name([Name|Names], I0, I) :-
    (   is_name(Name)
    ->  I1 is I0 + 1,
        bad_name(Names, I1, I)
    ;   I = I0
    ).

known_event(Event) :-
    functor(Event, Name, Arity),
    known_events(Known),
    memberchk(Name/Arity, Known).

known_events([ system_connect/1,
               system_disconnect/1,
               device_connect/3,
               device_disconnect/1,
               requester_create/3,
               requester_cancel/1
             ]).
