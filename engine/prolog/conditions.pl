% SPDX-License-Identifier: Apache-2.0
:- module(conditions,
          [ condition_holds/4,          % +Condition, +Participant, +SubMatch, +Context
            adjusted_state/6            % +Adjustment, +State, +Mode, +Participant, +Context, -Value
          ]).
:- use_module(knowledge_base,
              [session/4, state_value/3, spec_body/6, add_warning/2]).
:- use_module(bodies, [condition_outcome/5, adjustment_outcome/5]).
:- use_module(value_reader, [read_value/4]).
:- use_module(value_writer, [value_term/2]).
:- use_module(suppositions, [supposed_to_hold/3]).
:- use_module(exact_numbers, [float_rational/2]).
:- use_module(library(apply), [maplist/3]).

/** <module> Match conditions and state adjustments of a participant

Both are bodies that a description brings (bodies.pl). One that throws, runs
past its limit or gives no value counts as failed, and the session is warned.
*/

%!  condition_holds(+Condition, +Participant, +SubMatch, +Context) is semidet.
%
%   Participant is participant(Key, Spec), whose condition it is.

condition_holds(Condition, participant(_, Spec), _, Context) :-
    supposed_to_hold(Condition, Spec, Context),
    !.
condition_holds(Condition, participant(Key, Spec), SubMatch, context(Session, _, _, _)) :-
    session(Session, _, Layers, Home),
    condition_outcome(Home, Spec, Condition,
                      call(circumstances(Layers, Key), SubMatch), Outcome),
    (   Outcome = broken(Reason)
    ->  warn(Session, Spec, condition, Condition, Reason),
        fail
    ;   Outcome == true
    ).

%!  adjusted_state(+Adjustment, +State, +Mode, +Participant, +Context, -Value) is semidet.
%
%   Value is what Adjustment makes of State in Mode, `apply` or `remove`.
%   Where the body fails, the state stays, with a warning.

adjusted_state(Adjustment, State, Mode, participant(Key, Spec), context(Session, _, _, _),
               Value) :-
    session(Session, _, Layers, Home),
    state_value(Key, State, OldValue),
    value_term(OldValue, Old),
    adjustment_outcome(Home, Spec, Adjustment,
                       call(circumstances(Layers, Key), State, Mode, Old, New), Outcome),
    (   Outcome == true
    ->  (   written_value(New, Layers, Value)
        ->  true
        ;   warn(Session, Spec, adjustment, Adjustment, no_value(State)),
            fail
        )
    ;   (   Outcome = broken(Reason)
        ->  true
        ;   Reason = failed(State, Mode)
        ),
        warn(Session, Spec, adjustment, Adjustment, Reason),
        fail
    ).

written_value(New, Layers, Value) :-
    ground(New),
    exact(New, Exact),
    read_value(Exact, free, Layers, ok(Value)).

%   What a body computed in floating point becomes the decimal that it prints.

exact(Term, Exact) :-
    (   float(Term)
    ->  float_rational(Term, Exact)
    ;   compound(Term)
    ->  compound_name_arguments(Term, Name, Arguments),
        maplist(exact, Arguments, ExactArguments),
        compound_name_arguments(Exact, Name, ExactArguments)
    ;   Exact = Term
    ).

warn(Session, Spec, Kind, Name, Reason) :-
    (   spec_body(Session, Spec, Kind, Name, Source, Offset)
    ->  true
    ;   Source = '',
        Offset = none
    ),
    add_warning(Session,
                diagnostic(warning, Source, Offset, [Name, Spec], broken_body(Kind, Reason))).
