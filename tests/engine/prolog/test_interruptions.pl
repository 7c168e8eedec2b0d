% SPDX-License-Identifier: Apache-2.0
:- module(test_interruptions, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(readutil), [read_file_to_string/3]).
:- use_module(engine_under_test).
:- use_module(loading).
:- use_module('../../../engine/prolog/engine_api').

/** <module> What is cut short changes nothing

An exception is made to happen at one point after the other of a call: after so
many inferences, or where the stacks are full. Whatever the point, the session
is as it was before, to the order of its facts, and the call can be made again.
*/

:- begin_tests(interruptions).

%   interrupted(:Goal, +Inferences, -Outcome): `cut_short`, or `done` where Goal
%   needs no more than Inferences.

:- meta_predicate interrupted(0, +, -).

interrupted(Goal, Inferences, Outcome) :-
    catch(call_with_inference_limit(Goal, Inferences, Limit),
          inference_limit_exceeded,
          Limit = inference_limit_exceeded),
    (   Limit == inference_limit_exceeded
    ->  Outcome = cut_short
    ;   Outcome = done
    ).

%   unchanged_until_done(+Session, :Goal, +From, +Factor, -Interruptions) is det.
%
%   Cut Goal short after more and more inferences, until it is done.

:- meta_predicate unchanged_until_done(+, 0, +, +, -).

unchanged_until_done(Session, Goal, Inferences, Step, Interruptions) :-
    session_dump(Session, Before),
    interrupted(Goal, Inferences, Outcome),
    (   Outcome == done
    ->  Interruptions = 0
    ;   session_dump(Session, After),
        must_be_same(Before, After, Inferences),
        More is Inferences + Step,
        unchanged_until_done(Session, Goal, More, Step, Interruptions0),
        Interruptions is Interruptions0 + 1
    ).

%   The dumps are long: only the first difference is told.

must_be_same(Before, After, Inferences) :-
    (   Before =@= After
    ->  true
    ;   first_difference(Before, After, Difference),
        throw(changed(after(Inferences), Difference))
    ).

first_difference([Fact1|Facts1], [Fact2|Facts2], Difference) :-
    Fact1 =@= Fact2,
    !,
    first_difference(Facts1, Facts2, Difference).
first_difference([Fact1|_], [Fact2|_], was(Fact1)-is(Fact2)) :- !.
first_difference([], [Fact|_], new(Fact)) :- !.
first_difference([Fact|_], [], gone(Fact)).

worked_example(Session) :-
    repository_files('examples/worked_example/*.pl', Files),
    fresh_session(Session),
    findall(file(File, description), member(File, Files), Sources),
    api_load(Session, Sources, Diagnostics),
    assertion(\+ memberchk(diagnostic(error, _, _, _, _, _), Diagnostics)).

%   Nothing comes after the event that could be cut short when it has happened.

only_event(Session, Event) :-
    api_event(Session, Event, silent, _, _).

test(events, true) :-
    worked_example(Quiet),
    api_scenario(Quiet, Events),
    forall(member(Event, Events), happens(Quiet, Event)),
    transactions(Quiet, Expected),
    states(Quiet, ExpectedStates),
    worked_example(Session),
    findall(Count,
            ( member(Event, Events),
              unchanged_until_done(Session, only_event(Session, Event), 50, 97, Count)
            ),
            Counts),
    sum_list(Counts, Interruptions),
    assertion(Interruptions > 100),
    transactions(Session, Transactions),
    states(Session, States),
    assertion(Transactions == Expected),
    assertion(States == ExpectedStates).

%   A load that is cut short while it reads tells that as an error of the source.

loaded(Session, Text) :-
    load_text(Session, Text, Diagnostics),
    (   Diagnostics = [diagnostic(error, _, _, _, _, _)|_]
    ->  throw(inference_limit_exceeded)
    ;   true
    ).

test(load, true) :-
    repository_file('examples/worked_example/us224.pl', File),
    read_file_to_string(File, Text, [encoding(utf8)]),
    fresh_session(Session),
    unchanged_until_done(Session, loaded(Session, Text), 500, 2003, Interruptions),
    assertion(Interruptions > 3),
    happens(Session, device_connect(green_1, us224_1, us224)).

test(explain, true) :-
    worked_example(Session),
    api_scenario(Session, Events),
    forall(( member(Event, Events),
             \+ functor(Event, requester_cancel, _),
             \+ functor(Event, device_disconnect, _)
           ),
           happens(Session, Event)),
    outlets(Session, Outlets),
    member(outlet(Requester, Outlet, _, _), Outlets),
    !,
    Explain = api_explain(Session, outlet(Requester, Outlet), [], _),
    unchanged_until_done(Session, Explain, 50, 1511, _),
    session_dump(Session, Before),
    call(Explain),
    session_dump(Session, After),
    must_be_same(Before, After, all).

%   A thread has as much room as it is told, and its facts are its own: the whole
%   story is told in it. A filler takes nearly all of the room away.

test(full_stacks, true) :-
    thread_create(narrow_story, Thread, [stack_limit(4000000)]),
    thread_join(Thread, Status),
    assertion(Status = exited(counts(_, _))),
    Status = exited(counts(CutShort, Done)),
    assertion(CutShort > 20),
    assertion(Done > 20).

narrow_story :-
    api_open([], Session),
    load_text(Session, "
device(d, \"a converter\").
registration_unit(d, u).
device_group(d, g, [task_element([task([
    registration_unit(u), function([direction(analog_to_digital)])])])]).
requester(r, \"wants two\").
outlet(r, o, [a-1]).
composite_request(r, a, [q1, q2]).
request(r, q1, [w]).
request(r, q2, [w]).
request_group(r, w, taskflow, accept(1), [task_element([task([
    function([direction(analog_to_digital, weight(1))])])])]).
"),
    forall(between(1, 20, N),
           ( atom_concat(d, N, Device),
             happens(Session, device_connect(red, Device, d))
           )),
    findall(Outcome,
            ( between(0, 120, Step),
              Length is 60000 + Step * 1000,
              squeezed(Session, Length, Outcome)
            ),
            Outcomes),
    aggregate_all(count, member(cut_short, Outcomes), CutShort),
    aggregate_all(count, member(done, Outcomes), Done),
    thread_exit(counts(CutShort, Done)).

squeezed(Session, Length, Outcome) :-
    session_dump(Session, Before),
    (   catch(beside_filler(Length, happens(Session, requester_create(blue, r1, r))),
              error(resource_error(_), _),
              fail)
    ->  Outcome = done,
        garbage_collect,
        transactions(Session, Transactions),
        length(Transactions, Count),
        (   Count =:= 2
        ->  true
        ;   throw(transactions(Count))
        ),
        happens(Session, requester_cancel(r1))
    ;   Outcome = cut_short,
        garbage_collect,
        session_dump(Session, After),
        must_be_same(Before, After, Length)
    ).

beside_filler(Length, Goal) :-
    numlist(1, Length, Filler),
    call(Goal),
    last(Filler, Length).

:- end_tests(interruptions).
