% SPDX-License-Identifier: Apache-2.0
:- module(test_replacement_worlds, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module(loading, [session_dump/2]).
:- use_module('../plain/generate').
:- use_module('../plain/generate_pool').
:- use_module('../plain/edits').
:- use_module('../plain/plain_replacement').

/** <module> Replacing specs at any moment of random worlds

After each event of a random scenario the specs may be replaced by an edited
version of them, or by the first one; and now and then the session goes on as
what was restored from its snapshot. The engine and the plain procedure
(../plain/plain_replacement.pl) must show the same after every step.

A run of the tests takes the worlds of a few seeds, which bring about all that is
counted. Other worlds, as many as the environment variable DDB_REPLACEMENT_WORLDS says,
from the seed DDB_REPLACEMENT_SEED on, or else from one that is new in every run:

    DDB_REPLACEMENT_WORLDS=200 ctest --preset release -R test_replacement_worlds -V
*/

%   Seeds that once showed a mistake are among them. pool(Seed) is a world of many devices
%   of few specs.

seeds([1, 2, 3, 4, 5, 6, 33, 52, 8001, pool(1), pool(2), pool(3)]).

other_seeds(Seeds) :-
    getenv('DDB_REPLACEMENT_WORLDS', Worlds),
    atom_number(Worlds, Count),
    (   getenv('DDB_REPLACEMENT_SEED', Text)
    ->  atom_number(Text, First)
    ;   get_time(Now),
        First is truncate(Now)
    ),
    Last is First + Count - 1,
    format(user_error, "seeds ~w to ~w~n", [First, Last]),
    findall(Seed,
            ( between(First, Last, Number),
              member(Seed, [Number, pool(Number)])
            ),
            Seeds).

text_of(Terms, Text) :-
    with_output_to(string(Text), generate:write_terms(current_output, Terms)).

sources(Terms, [text(world, Text, description)]) :-
    text_of(Terms, Text).

world_holds(Seed, Transport) :-
    generated(Seed, Terms0, Number),
    set_random(seed(Number)),
    partition(event, Terms0, Events, Terms),
    fresh_session([transport(Transport)], Session),
    sources(Terms, Sources),
    once(engine_api:api_load(Session, Sources, Diagnostics)),
    \+ memberchk(diagnostic(error, _, _, _, _, _), Diagnostics),
    plain_start(Terms, Transport, World),
    steps(Events, Session, Terms, Terms, World, []).

event(event(_)).

generated(pool(Number), Terms, Number) :-
    !,
    generate_pool(Number, Terms).
generated(Number, Terms, Number) :-
    generate(Number, Terms).

%   steps(+Events, +Session, +First, +Terms, +World, +Mirror) is semidet.
%
%   Mirror is what a receiver of changes knows: see mirrored/3.

steps([], _, _, _, _, _).
steps([event(Event)|Events], Session, First, Terms0, World0, Mirror0) :-
    once(engine_api:api_event(Session, Event, silent, Changes, _)),
    plain_event(Event, World0, World1),
    mirrored(Changes, Mirror0, Mirror1),
    same(Session, World1, Mirror1, event(Event)),
    (   maybe(0.5)
    ->  version(First, Terms0, Terms1),
        replaced(Session, Terms0, Terms1, Terms, World1, World, Mirror1, Mirror)
    ;   Terms = Terms0,
        World = World1,
        Mirror = Mirror1
    ),
    (   maybe(0.2)
    ->  restored(Session, Next),
        same(Next, World, Mirror, restored)
    ;   Next = Session
    ),
    steps(Events, Next, First, Terms, World, Mirror).

%   Next is what a snapshot of Session gives; Session is closed.

restored(Session, Next) :-
    once(engine_api:api_snapshot(Session, Text)),
    once(engine_api:api_restore(Text, Outcome)),
    agree(Outcome = session(Next), Outcome),
    in_place_of(Session, Next),
    once(engine_api:api_snapshot(Next, Again)),
    agree(Again == Text, snapshot_of_what_was_restored),
    count(restored).

version(First, Terms0, Terms) :-
    (   maybe(0.2)
    ->  Terms = First
    ;   random_between(1, 3, Edits),
        edits(Edits, Terms0, Terms)
    ).

edits(0, Terms, Terms) :- !.
edits(N, Terms0, Terms) :-
    edited(Terms0, Terms1),
    N1 is N - 1,
    edits(N1, Terms1, Terms).

%   A version that is wrong is refused, and changes nothing; so does the one that
%   is there.

replaced(Session, Terms0, Terms1, Terms, World0, World, Mirror0, Mirror) :-
    session_dump(Session, Before),
    live(Session, LiveBefore),
    sources(Terms1, Sources),
    once(engine_api:api_replace(Session, Sources, silent, Changes, Diagnostics)),
    (   memberchk(diagnostic(error, _, _, _, _, _), Diagnostics)
    ->  session_dump(Session, After),
        agree(After =@= Before, refused_changes_nothing),
        Changes == [],
        count(refused),
        Terms = Terms0,
        World = World0,
        Mirror = Mirror0
    ;   Terms = Terms1,
        plain_replace(Terms0, Terms, World0, World),
        mirrored(Changes, Mirror0, Mirror),
        same(Session, World, Mirror, replacement(Terms0, Terms)),
        others_untouched(Session, LiveBefore, Changes),
        sound(Session),
        session_dump(Session, Dump),
        once(engine_api:api_replace(Session, Sources, silent, Again, _)),
        session_dump(Session, DumpAgain),
        agree(Dump =@= DumpAgain, again_changes_nothing),
        Again == [],
        counted(Changes)
    ).

:- meta_predicate agree(0, +).

agree(Goal, What) :-
    (   call(Goal)
    ->  true
    ;   format(user_error, "~w: does not hold~n", [What]),
        fail
    ).

%   same(+Session, +World, +Mirror, +Step): all three show the same.

same(Session, World, Mirror, Step) :-
    session_rows(Session, Rows),
    plain_rows(World, Plain0),
    texts(Plain0, Plain),
    (   Rows == Plain
    ->  true
    ;   format(user_error, "after ~q~nengine ~q~nplain  ~q~n", [Step, Rows, Plain]),
        fail
    ),
    Rows = rows(Transactions, Outlets, _, _),
    findall(Outlet, member(_-has(Outlet, _), Mirror), Outlets0),
    msort(Outlets0, MirrorOutlets),
    agree(MirrorOutlets == Outlets, mirrored_outlets),
    findall(Transaction, ( member(_-has(_, Has), Mirror), member(Transaction, Has) ), Has0),
    msort(Has0, MirrorTransactions),
    agree(MirrorTransactions == Transactions, mirrored_transactions).

session_rows(Session, rows(Transactions, Outlets, Units, States)) :-
    transactions(Session, Transactions0),
    msort(Transactions0, Transactions),
    outlets(Session, Outlets0),
    msort(Outlets0, Outlets),
    units(Session, Units),
    engine_api:api_states(Session, States0),
    findall(state(D, S, Text),
            ( member(state(D, S, value(_, Text0, _, _)), States0),
              atom_string(Text, Text0)
            ),
            States1),
    msort(States1, States).

texts(rows(Transactions, Outlets, Units, States0), rows(Transactions, Outlets, Units, States)) :-
    findall(state(D, S, Text), ( member(state(D, S, Text0), States0), atom_string(Text, Text0) ),
            States1),
    msort(States1, States).

%   mirrored(+Changes, +Mirror0, -Mirror): Mirror is a list of
%   Requester/Outlet-has(OutletRow, Transactions).

mirrored(Changes, Mirror0, Mirror) :-
    foldl(mirrored_change, Changes, Mirror0, Mirror).

mirrored_change(change(_, R, O, Kind, Before, Active, Status, Lost, Transactions, _, _, Reason),
                Mirror0, Mirror) :-
    Reason \== '',
    maplist(row, Lost, LostRows),
    (   Kind == created
    ->  \+ memberchk(R/O-_, Mirror0),
        Mirror1 = Mirror0
    ;   agree(select(R/O-has(outlet(R, O, Before, _), LostRows), Mirror0, Mirror1), before(R/O))
    ),
    (   Kind == removed
    ->  LostRows == [],
        Mirror = Mirror1
    ;   maplist(row, Transactions, Rows),
        Mirror = [R/O-has(outlet(R, O, Active, Status), Rows)|Mirror1]
    ).

row(transaction(R, O, A, Q, G, D, DG, N, Denominator), t(R, O, A, Q, G, D, DG, F)) :-
    F is N rdiv Denominator.

%   live(+Session, -Facts): Outlet-Fact for what is known of each outlet's match.

live(Session, Facts) :-
    findall(R/Name-Fact,
            ( knowledge_base:outlet(Session, Outlet, Key, Name),
              knowledge_base:requester(Session, Key, R, _, _),
              outlet_fact(Outlet, Fact)
            ),
            Facts).

outlet_fact(Outlet, match(Transaction, Codes, Datas)) :-
    knowledge_base:match_transaction(Outlet, Transaction, _),
    findall(code(A, D, H, Os), knowledge_base:code_entry(Outlet, A, D, H, Os), Codes0),
    msort(Codes0, Codes),
    findall(data(I, A, V), knowledge_base:data_entry(Outlet, I, A, V), Datas0),
    msort(Datas0, Datas).

%   Whoever was told of no change has what he had.

others_untouched(Session, Before, Changes) :-
    live(Session, After),
    forall(( member(R/O-Fact, Before),
             \+ memberchk(change(_, R, O, _, _, _, _, _, _, _, _, _), Changes)
           ),
           agree(memberchk(R/O-Fact, After), untouched(R/O))).

%   sound(+Session): what is known fits together.

sound(Session) :-
    findall(Device-Unit,
            ( knowledge_base:outlet(Session, Outlet, _, _),
              knowledge_base:match_transaction(Outlet, transaction(_, _, _, Device, _, _),
                                               effects(Effects, _)),
              setof(U, member(take(U), Effects), Units),
              member(Unit, Units)
            ),
            Held0),
    msort(Held0, Held),
    findall(Device-Unit,
            ( knowledge_base:device(Session, Device, _, _, _),
              knowledge_base:unit_taken(Device, Unit)
            ),
            Taken0),
    msort(Taken0, Taken),
    agree(Held == Taken, units_of_matches),
    sort(Taken, Once),
    agree(Once == Taken, no_unit_twice),
    forall(knowledge_base:outlet(Session, Outlet, _, _), sound_tables(Session, Outlet)),
    forall(participant(Session, Key, Spec), sound_states(Session, Key, Spec)),
    findall(Key-Name,
            ( knowledge_base:requester(Session, Key, _, Spec, _),
              knowledge_base:spec_outlet(Session, Spec, Name, _)
            ),
            Declared),
    findall(Key-Name, knowledge_base:outlet(Session, _, Key, Name), Outlets),
    agree(Declared == Outlets, outlets_as_declared).

participant(Session, Key, Spec) :-
    knowledge_base:device(Session, Key, _, Spec, _).
participant(Session, Key, Spec) :-
    knowledge_base:requester(Session, Key, _, Spec, _).

sound_states(Session, Key, Spec) :-
    findall(State, knowledge_base:spec_state(Session, Spec, State, _), Declared0),
    findall(State, knowledge_base:state_value(Key, State, _), States0),
    msort(Declared0, Declared),
    msort(States0, States),
    agree(Declared == States, states_as_declared).

sound_tables(Session, Outlet) :-
    findall(Entry,
            ( knowledge_base:match_transaction(Outlet, transaction(_, _, _, Device, _, _),
                                               effects(_, Effects)),
              knowledge_base:device(Session, Device, _, Spec, _),
              member(Effect, Effects),
              entry(Effect, Session, Device, Spec, Entry)
            ),
            Entries),
    findall(Entry,
            (   knowledge_base:code_entry(Outlet, Asked, Device, Had, Operations),
                Entry = code(Asked, Device, Had, Operations)
            ;   knowledge_base:data_entry(Outlet, Interface, Aspect, Value),
                Entry = data(Interface, Aspect, Value)
            ),
            Tables0),
    msort(Entries, Sorted),
    msort(Tables0, Tables),
    agree(Sorted == Tables, tables_of_matches).

entry(code(Asked, Had), Session, Device, Spec, code(Asked, Device, Had, Operations)) :-
    knowledge_base:spec_code_interface(Session, Spec, Had, Operations).
entry(data(Interface, Aspect, Value), _, _, _, data(Interface, Aspect, Value)).

                 /*******************************
                 *      What happened           *
                 *******************************/

count(What) :-
    flag(What, N, N + 1).

counted(Changes) :-
    count(replacements),
    forall(member(change(_, _, _, Kind, _, _, _, _, _, _, _, _), Changes), count(Kind)).

counts([replacements, refused, restored, created, matched, replaced, updated, lost, removed]).

%   wrong_worlds(+Seeds, -Wrong, -Counts) is det.

wrong_worlds(Seeds, Wrong, Counts) :-
    counts(Names),
    forall(member(Name, Names), flag(Name, _, 0)),
    findall(Seed-Transport,
            ( member(Seed, Seeds),
              member(Transport, [shared, whole_device]),
              \+ catch(world_holds(Seed, Transport), Error, wrong(Seed, Transport, Error))
            ),
            Wrong),
    findall(Name-Count, ( member(Name, Names), flag(Name, Count, Count) ), Counts).

wrong(Seed, Transport, Error) :-
    format(user_error, "seed ~w, ~w~n", [Seed, Transport]),
    print_message(error, Error),
    fail.

:- begin_tests(replacement_worlds).

test('as the plain procedure, whatever is replaced when', Wrong-Never == []-[]) :-
    seeds(Seeds),
    wrong_worlds(Seeds, Wrong, Counts),
    findall(What, member(What-0, Counts), Never).

test('other worlds, too', [condition(getenv('DDB_REPLACEMENT_WORLDS', _)), Wrong == []]) :-
    other_seeds(Seeds),
    wrong_worlds(Seeds, Wrong, Counts),
    format(user_error, "~q~n", [Counts]).

:- end_tests(replacement_worlds).
