% SPDX-License-Identifier: Apache-2.0
:- module(scenario_checks,
          [ check_events//4             % +Facts, +Start, +Specs, -Events
          ]).
:- use_module(library(lists), [memberchk/2]).
:- use_module(events, [event_problem/4, event_world/3]).
:- use_module(reader, [argument_position/3]).
:- use_module(diagnostics, [mistake//3]).

/** <module> Scenarios: every event is possible, before any is replayed
*/

%!  check_events(+Facts, +Start, +Specs, -Events)// is det.
%
%   Facts are fact(Source, event(Event), Position). Start is scenario(World,
%   Earlier): what the session has seen (events.pl), and events that were
%   loaded and not yet replayed. Specs are Name-Kind. Events are
%   scenario_event(Event). An event that cannot happen is reported and taken
%   as not there.

check_events(Facts, scenario(World0, Earlier), Specs, Events) -->
    { later_world(Earlier, World0, World) },
    events(Facts, World, Specs, Events).

later_world([], World, World).
later_world([Event|Events], World0, World) :-
    (   event_world(Event, World0, World1)
    ->  true
    ;   World1 = World0
    ),
    later_world(Events, World1, World).

events([], _, _, []) --> [].
events([fact(Source, event(Event), P)|Facts], World0, Specs, Events) -->
    { argument_position(P, 1, EventP),
      Where = where(Source, [event])
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
        mistake(Where, NameP, expected_name(event)),
        { World = World0,
          Events = Events1
        }
    ;   { event_problem(Event, World0, Specs, name(I, Problem)) }
    ->  { argument_position(EventP, I, NameP) },
        mistake(Where, NameP, impossible_event(Problem)),
        { meant_world(Event, World0, World),
          Events = Events1
        }
    ;   { event_world(Event, World0, World),
          Events = [scenario_event(Event)|Events1]
        }
    ),
    events(Facts, World, Specs, Events1).

%   After an arrival that names an unknown spec its name is in use all the
%   same: one mistake, one message.

meant_world(Event, World0, World) :-
    (   memberchk(Event, [device_connect(_, _, _), requester_create(_, _, _)]),
        event_world(Event, World0, World1)
    ->  World = World1
    ;   World = World0
    ).

bad_name([Name|Names], I0, I) :-
    (   atom(Name),
        Name \== []
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
