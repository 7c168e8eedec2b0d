% SPDX-License-Identifier: Apache-2.0
:- module(loader,
          [ load_sources/4,             % +Session, +Sources, :Progress, -Diagnostics
            load_builtin/1,             % +Files
            placed/3                    % +Diagnostic0, +Texts, -Diagnostic
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, reverse/2]).
:- use_module(vocabulary, [store_word/2, forget_layer/1, rename_layer/2]).
:- use_module(reader,
              [ read_source/3,
                argument_position/3,
                line_and_column/4
              ]).
:- use_module(diagnostics, [mistake//3, warning//3]).
:- use_module(language, [form/4]).
:- use_module(word_checks, [read_words//2, check_words//2]).
:- use_module(spec_checks, [check_specs//5]).
:- use_module(scenario_checks, [check_events//3]).
:- use_module(bodies, [store_bodies/2]).
:- use_module(worlds, [session_world/2, with_specs/3]).
:- use_module(knowledge_base,
              [session/4, set_layers/2, spec/4, store_facts/2]).
:- use_module(messages, [message_sentence/2]).

/** <module> Loading: everything of a load is checked, then all of it stored or nothing

A source is file(Path, Role) or text(Name, Text, Role), Role one of
`taxonomy`, `units` and `description`. A source of the first two roles stands
in the place of the built-in taxonomy or units.

Terms are sorted out by their form (language.pl): words first, since everything
else is written in them, then specs, then events.
*/

:- meta_predicate
    load_sources(+, +, 2, -).

%!  load_sources(+Session, +Sources, :Progress, -Diagnostics) is det.
%
%   call(Progress, Done, Total) is called as each source has been read.
%
%   Diagnostics are diagnostic(Severity, Source, Line, Column, Path, Sentence)
%   in the order of sources and lines. The load took place if none of them has
%   severity `error`; else the session is as it was.

load_sources(Session, Sources, Progress, Diagnostics) :-
    session(Session, _, Layers0, Home),
    replaced_layers(Sources, Layers0, Layers1),
    append(Layers1, [loading(Session)], Layers),
    length(Sources, Total),
    read_all(Sources, 1, Total, Progress, Texts, Items),
    phrase(check_all(Items, Session, Layers, Home, Facts, Bodies), Found),
    placed_in_order(Found, Texts, Diagnostics),
    (   memberchk(diagnostic(error, _, _, _, _, _), Diagnostics)
    ->  forget_layer(loading(Session))
    ;   rename_layer(loading(Session), Session),
        set_layers(Session, Layers1),
        source_facts(Texts, SourceFacts),
        store_facts(Session, SourceFacts),
        store_facts(Session, Facts),
        store_bodies(Home, Bodies)
    ).

replaced_layers([], Layers, Layers).
replaced_layers([Source|Sources], Layers0, Layers) :-
    source_role(Source, Role),
    findall(Layer, ( member(Layer, Layers0), Layer \== Role ), Layers1),
    replaced_layers(Sources, Layers1, Layers).

source_role(file(_, Role), Role).
source_role(text(_, _, Role), Role).

%!  load_builtin(+Files) is det.
%
%   Make Files the built-in taxonomy and units. Used when the engine is
%   built; throws ddb_builtin(Diagnostics) if a file has an error.

load_builtin(Files) :-
    findall(file(File, description), member(File, Files), Sources),
    read_all(Sources, 1, 0, loader:no_progress, Texts, Items),
    phrase(sort_out_sources(Items, Words, [], [], []), Found0),
    phrase(( read_words(Words, Read), check_builtin(Read, Words) ), Found1),
    append(Found0, Found1, Found),
    placed_in_order(Found, Texts, Diagnostics),
    (   Diagnostics == []
    ->  true
    ;   throw(ddb_builtin(Diagnostics))
    ).

check_builtin(Read, Words) -->
    { forall(member(Word, Read),
             ( builtin_layer(Word, Layer),
               store_word(Layer, Word)
             ))
    },
    check_words(Words, [taxonomy, units]).

builtin_layer(Word, Layer) :-
    functor(Word, Name, _),
    (   memberchk(Name, [quantity, unit, prefix])
    ->  Layer = units
    ;   Layer = taxonomy
    ).

%   read_all(+Sources, +Number, +Total, :Progress, -Texts, -Items) is det.
%
%   Texts are text(Name, Number, Text); Items are source(Name, Items).

read_all([], _, _, _, [], []).
read_all([Source|Sources], N, Total, Progress, [text(Name, N, Text)|Texts],
         [source(Name, Items)|Rest]) :-
    readable(Source, Name, Readable),
    read_source(Readable, Text, Items),
    call(Progress, N, Total),
    N1 is N + 1,
    read_all(Sources, N1, Total, Progress, Texts, Rest).

no_progress(_, _).

readable(file(Path, _), Path, file(Path)).
readable(text(Name, Text, _), Name, text(Name, Text)).

source_facts([], []).
source_facts([text(Name, _, Text)|Texts], [source_text(Name, Text)|Facts]) :-
    source_facts(Texts, Facts).

                 /*******************************
                 *           Checking           *
                 *******************************/

%   check_all(+Items, +Session, +Layers, +Home, -Facts, -Bodies)// is det.

check_all(Sources, Session, Layers, Home, Facts, Bodies) -->
    sort_out_sources(Sources, Words, Declarations0, SpecFacts, Events),
    read_words(Words, Read),
    { forall(member(Word, Read), store_word(loading(Session), Word)) },
    check_words(Words, Layers),
    { findall(Spec-Kind, spec(Session, Spec, Kind, _), Loaded) },
    declared_once(Declarations0, Loaded, Declarations),
    check_specs(Declarations, SpecFacts, Layers, Home, Checked),
    { findall(Spec-Kind, member(declared(Spec, Kind, _, _), Declarations), Here),
      session_world(Session, World0),
      with_specs(World0, Here, World)
    },
    check_events(Events, World, EventFacts),
    { split_bodies(Checked, Facts0, Bodies),
      append(Facts0, EventFacts, Facts)
    }.

split_bodies([], [], []).
split_bodies([Item|Items], Facts, Bodies) :-
    (   Item = body(Clause)
    ->  Bodies = [Clause|Bodies1],
        Facts = Facts1
    ;   Facts = [Item|Facts1],
        Bodies = Bodies1
    ),
    split_bodies(Items, Facts1, Bodies1).

%   declared_once(+Declarations0, +Loaded, -Declarations)// is det.

declared_once([], _, []) --> [].
declared_once([Declaration|Declarations0], Seen, Declarations) -->
    { Declaration = declared(Spec, Kind, Source, P) },
    (   { memberchk(Spec-Other, Seen) }
    ->  { argument_position(P, 1, SpecP),
          Declarations = Declarations1
        },
        mistake(where(Source, [Spec]), SpecP, spec_declared_again(Spec, Other)),
        declared_once(Declarations0, Seen, Declarations1)
    ;   { Declarations = [Declaration|Declarations1] },
        declared_once(Declarations0, [Spec-Kind|Seen], Declarations1)
    ).

                 /*******************************
                 *         Sorting out          *
                 *******************************/

sort_out_sources([], [], [], [], []) --> [].
sort_out_sources([source(Name, Items)|Sources], Words, Declarations, Facts, Events) -->
    sort_out(Items, at(Name, none), Words0, Declarations0, Facts0, Events0),
    sort_out_sources(Sources, Words1, Declarations1, Facts1, Events1),
    { append(Words0, Words1, Words),
      append(Declarations0, Declarations1, Declarations),
      append(Facts0, Facts1, Facts),
      append(Events0, Events1, Events)
    }.

%   sort_out(+Items, +At, -Words, -Declarations, -Facts, -Events)// is det.
%
%   At is at(Source, Spec): the spec declared last in this source, `none`
%   before the first.

sort_out([], _, [], [], [], []) --> [].
sort_out([Item|Items], At, Words, Declarations, Facts, Events) -->
    sorted(Item, At, At1, Sort),
    { sort_into(Sort, Words, Words1, Declarations, Declarations1, Facts, Facts1,
                Events, Events1)
    },
    sort_out(Items, At1, Words1, Declarations1, Facts1, Events1).

sort_into(word(Fact), [Fact|Ws], Ws, Ds, Ds, Fs, Fs, Es, Es).
sort_into(declaration(D, Fact), Ws, Ws, [D|Ds], Ds, [Fact|Fs], Fs, Es, Es).
sort_into(spec(Fact), Ws, Ws, Ds, Ds, [Fact|Fs], Fs, Es, Es).
sort_into(event(Event), Ws, Ws, Ds, Ds, Fs, Fs, [Event|Es], Es).
sort_into(nothing, Ws, Ws, Ds, Ds, Fs, Fs, Es, Es).

sorted(mistake(Offset, Message), at(Source, Spec), at(Source, Spec), nothing) -->
    mistake(where(Source, []), Offset, Message).
sorted(clause(Term, P, Bindings, Singletons), At0, At, Sort) -->
    sorted_term(Term, P, At0, At, Sort),
    singletons(Singletons, Sort, Bindings, P, At0).

sorted_term(Term, P, At, At, nothing) -->
    { var(Term) },
    !,
    { At = at(Source, _) },
    mistake(where(Source, []), P, variable_term).
sorted_term((:- _), P, At, At, nothing) -->
    !,
    { At = at(Source, _) },
    mistake(where(Source, []), P, directive).
sorted_term((?- _), P, At, At, nothing) -->
    !,
    { At = at(Source, _) },
    mistake(where(Source, []), P, directive).
sorted_term((_ --> _), P, At, At, nothing) -->
    !,
    { At = at(Source, _) },
    mistake(where(Source, []), P, grammar_rule).
sorted_term((Head :- Body), P, At0, At, Sort) -->
    !,
    { argument_position(P, 1, HeadP),
      argument_position(P, 2, BodyP)
    },
    headed(Head, HeadP, Body, BodyP, At0, At, Sort).
sorted_term(Head, P, At0, At, Sort) -->
    headed(Head, P, true, none, At0, At, Sort).

%   headed(+Head, +HeadPosition, +Body, +BodyPosition, +At0, -At, -Sort)// is det.

headed(Head, P, _, _, At, At, nothing) -->
    { \+ callable(Head) ; Head = _:_ ; is_list(Head) },
    !,
    { At = at(Source, _) },
    mistake(where(Source, []), P, not_a_fact(Head)).
headed(Head, P, Body, BodyP, At0, At, Sort) -->
    { functor(Head, Name, Arity),
      form(Name, Arity, Kind, _)
    },
    !,
    formed(Kind, Name, clause(Source, Head, P, Body, BodyP), Source, At0, At, Sort).
headed(Head, P, _, _, At, At, nothing) -->
    { At = at(Source, none) },
    !,
    { functor(Head, Name, Arity),
      findall(Form, form(Form, _, _, _), Forms)
    },
    mistake(where(Source, []), P, clause_of_no_spec(Name/Arity, Forms)).
headed(Head, P, Body, BodyP, At, At, spec(fact(Spec, helper, clause(Source, Head, P, Body, BodyP)))) -->
    { At = at(Source, Spec) }.

formed(Kind, Name, clause(Source, _, P, Body, _), Source, At, At, nothing) -->
    { Kind \== body,
      Body \== true
    },
    !,
    { At = at(Source, _) },
    mistake(where(Source, [Name]), P, fact_with_body(Name)).
formed(word, _, clause(Source, Head, P, _, _), Source, At, At, word(fact(Source, Head, P))) -->
    !,
    { At = at(Source, _) }.
formed(event, _, clause(Source, Head, P, _, _), Source, At, At, event(fact(Source, Head, P))) -->
    !,
    { At = at(Source, _) }.
formed(Kind, Name, Clause, Source, at(Source, Spec0), at(Source, Spec), Sort) -->
    { memberchk(Kind, [device, requester, participant, body]),
      Clause = clause(Source, Head, P, _, _),
      arg(1, Head, First)
    },
    (   { \+ atom(First) }
    ->  { argument_position(P, 1, FirstP),
          Spec = Spec0,
          Sort = nothing
        },
        mistake(where(Source, [Name]), FirstP, expected_name(Name))
    ;   { memberchk(Name, [device, requester]) }
    ->  { Spec = First,
          Sort = declaration(declared(First, Name, Source, P), fact(First, Name, Clause))
        }
    ;   { Spec = Spec0,
          Sort = spec(fact(First, Name, Clause))
        }
    ).

%   A variable that stands once in a body is a slip more often than not.

singletons(Singletons, Sort, Bindings, P, at(Source, _)) -->
    (   { Singletons \== [],
          Sort = spec(fact(Spec, _, clause(_, Head, _, Body, _))),
          Body \== true,
          functor(Head, Name, _),
          findall(Variable, member(Variable=_, Singletons), Variables),
          Bindings \== []
        }
    ->  warning(where(Source, [Name, Spec]), P, singletons(Variables))
    ;   []
    ).

                 /*******************************
                 *          Reporting           *
                 *******************************/

%   placed_in_order(+Found, +Texts, -Diagnostics) is det.

placed_in_order(Found, Texts, Diagnostics) :-
    findall(key(N, Line, Column)-Diagnostic,
            ( member(Each, Found),
              placed(Each, Texts, Diagnostic),
              Diagnostic = diagnostic(_, Source, Line, Column, _, _),
              (   memberchk(text(Source, N, _), Texts)
              ->  true
              ;   N = 0
              )
            ),
            Keyed),
    sort(0, @=<, Keyed, Sorted),
    distinct_values(Sorted, none, Diagnostics).

distinct_values([], _, []).
distinct_values([_-Diagnostic|Keyed], Before, Diagnostics) :-
    (   Diagnostic == Before
    ->  Diagnostics = Diagnostics1
    ;   Diagnostics = [Diagnostic|Diagnostics1]
    ),
    distinct_values(Keyed, Diagnostic, Diagnostics1).

%!  placed(+Diagnostic0, +Texts, -Diagnostic) is det.
%
%   From offset and message to line, column and sentence.

placed(diagnostic(Severity, Source, Offset, Path0, Message), Texts,
       diagnostic(Severity, Source, Line, Column, Path, Sentence)) :-
    (   integer(Offset),
        memberchk(text(Source, _, Text), Texts)
    ->  line_and_column(Text, Offset, Line, Column)
    ;   Line = 0,
        Column = 0
    ),
    path_text(Path0, Path),
    message_sentence(Message, Sentence).

path_text(Steps, Path) :-
    findall(Step, ( member(Step, Steps), atomic(Step) ), Named),
    reverse(Named, Ordered),
    atomic_list_concat(Ordered, /, Path).
