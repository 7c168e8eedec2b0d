% SPDX-License-Identifier: Apache-2.0
:- module(loader,
          [ load_sources/4,             % +Session, +Sources, :Progress, -Diagnostics
            check_sources/6,            % +Session, +Manner, +Sources, :Progress, -Checked, -Diagnostics
            keep_words/3,               % +Session, +Checked, -Came
            load_builtin/1,             % +Files
            placed/3,                   % +Diagnostic0, +Texts, -Diagnostic
            path_text/2                 % +Steps, -Path
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, reverse/2, nextto/3]).
:- use_module(vocabulary, [store_word/2, forget_layer/1, rename_layer/2, word/2]).
:- use_module(reader, [clause_names/3]).
:- use_module(sources, [source_items/3]).
:- use_module(positions, [argument_position/3, line_and_column/4, moved/4]).
:- use_module(diagnostics, [mistake//3, warning//3]).
:- use_module(language, [is_name/1, form/4]).
:- use_module(library(assoc),
              [empty_assoc/1, get_assoc/3, put_assoc/4, list_to_assoc/2]).
:- use_module(library(apply), [exclude/3, maplist/3]).
:- use_module(word_checks, [read_words//2, check_words//2, unsaid_words/3]).
:- use_module(spec_checks, [check_specs//5]).
:- use_module(scenario_checks, [check_events//3]).
:- use_module(bodies, [store_bodies/2]).
:- use_module(worlds, [session_world/2, with_specs/3]).
:- use_module(knowledge_base,
              [ session/4,
                changing/1,
                set_layers/2,
                spec/4,
                store_load/4,
                store_spec/4,
                store_facts/2
              ]).
:- use_module(messages, [message_sentence/2]).
:- use_module(one_line, [one_line/2]).

/** <module> Loading: everything of a load is checked, then all of it stored or nothing

A source is file(Path, Role), text(Name, Text, Role) or json(Name, Text, Role),
Role one of `taxonomy`, `units` and `description`; see sources.pl for its form. A source of the first two roles stands
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
    catch(changing(load(Session, Sources, Progress, Diagnostics)),
          error(resource_error(What), _),
          too_large(Session, Sources, What, Diagnostics)).

%   What is checked takes more memory than what is kept, and it is kept last.

too_large(Session, Sources, What, [Diagnostic]) :-
    forget_layer(loading(Session)),
    (   Sources = [Source]
    ->  readable(Source, Name, _)
    ;   Name = ''
    ),
    placed(diagnostic(error, Name, none, [], load_too_large(What)), [], Diagnostic).

load(Session, Sources, Progress, Diagnostics) :-
    checked_sources(Session, adding, Sources, Progress, Checked, Diagnostics),
    (   Checked == none
    ->  true
    ;   Checked = checked(_, Kept, Described, Events),
        keep_words(Session, Checked, Came),
        store_load(Session, Kept, Came, Load),
        session(Session, _, _, Home),
        forall(member(described(Spec, Facts, Bodies), Described),
               ( store_spec(Session, Spec, Load, Facts),
                 store_bodies(Home, Bodies)
               )),
        store_facts(Session, Events)
    ).

%!  check_sources(+Session, +Manner, +Sources, :Progress, -Checked, -Diagnostics) is det.
%
%   As load_sources/4 does, but nothing is stored. Checked is `none` where a
%   diagnostic is an error, else
%
%       checked(Layers, Sources, Described, Events)
%
%   Layers are those of the session afterwards; their new words are kept as the
%   layer loading(Session), until keep_words/3. Sources are source(Role, Name,
%   Text), Described described(Spec, Facts, Bodies) in order of declaration, Facts
%   without the session and Bodies for bodies.pl, Events scenario_event(Event).

check_sources(Session, Manner, Sources, Progress, Checked, Diagnostics) :-
    catch(checked_sources(Session, Manner, Sources, Progress, Checked, Diagnostics),
          error(resource_error(What), _),
          ( Checked = none,
            too_large(Session, Sources, What, Diagnostics)
          )).

checked_sources(Session, Manner, Sources, Progress, Checked, Diagnostics) :-
    session(Session, _, Layers0, Home),
    replaced_layers(Sources, Layers0, Layers1),
    append(Layers1, [loading(Session)], Layers),
    length(Sources, Total),
    read_all(Sources, 1, Total, Progress, Texts, Items),
    (   two_of_one_name(Texts, Name)
    ->  Found = [diagnostic(error, Name, 0, [], two_sources_of_one_name(Name))]
    ;   phrase(check_all(Items, Manner, Session, Layers, Home, Described, Events), Found)
    ),
    placed_in_order(Found, Texts, Diagnostics),
    (   memberchk(diagnostic(error, _, _, _, _, _), Diagnostics)
    ->  forget_layer(loading(Session)),
        Checked = none
    ;   kept_sources(Sources, Texts, Kept),
        Checked = checked(Layers1, Kept, Described, Events)
    ).

%   two_of_one_name(+Texts, -Name) is semidet.
%
%   A place in one of them could be taken for one in the other.

two_of_one_name(Texts, Name) :-
    findall(Name0-Text, member(text(Name0, _, Text), Texts), Named),
    sort(Named, Different),
    nextto(Name-_, Name-_, Different),
    !.

%!  keep_words(+Session, +Checked, -Came) is det.
%
%   The words of Checked become words of the session. Came is `words`, or
%   `no_words` where it has all of them already.

keep_words(Session, checked(Layers, _, _, _), Came) :-
    session(Session, _, Layers0, _),
    (   Layers == Layers0,
        \+ word([loading(Session)], _)
    ->  Came = no_words
    ;   Came = words,
        rename_layer(loading(Session), Session),
        set_layers(Session, Layers)
    ).

replaced_layers([], Layers, Layers).
replaced_layers([Source|Sources], Layers0, Layers) :-
    source_role(Source, Role),
    findall(Layer, ( member(Layer, Layers0), Layer \== Role ), Layers1),
    replaced_layers(Sources, Layers1, Layers).

source_role(file(_, Role), Role).
source_role(text(_, _, Role), Role).
source_role(json(_, _, Role), Role).

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
    source_items(Readable, Text, Items),
    call(Progress, N, Total),
    N1 is N + 1,
    read_all(Sources, N1, Total, Progress, Texts, Rest).

no_progress(_, _).

readable(file(Path, _), Path, file(Path)).
readable(text(Name, Text, _), Name, text(Name, Text)).
readable(json(Name, Text, _), Name, json(Name, Text)).

kept_sources([], [], []).
kept_sources([Source|Sources], [text(Name, _, Text)|Texts], [source(Role, Name, Text)|Kept]) :-
    source_role(Source, Role),
    kept_sources(Sources, Texts, Kept).

                 /*******************************
                 *           Checking           *
                 *******************************/

%   check_all(+Items, +Manner, +Session, +Layers, +Home, -Described, -Events)// is det.

check_all(Sources, Manner, Session, Layers, Home, Described, Events) -->
    sort_out_sources(Sources, Words0, Declarations0, SpecFacts, EventFacts0),
    { new_words(Manner, Session, Words0, Words) },
    read_words(Words, Read),
    { forall(member(Word, Read), store_word(loading(Session), Word)) },
    check_words(Words, Layers),
    { findall(Spec-Kind, spec(Session, Spec, Kind, _), Loaded0),
      staying(Manner, Declarations0, Loaded0, Loaded)
    },
    declared_once(Declarations0, Loaded, Declarations),
    facts_of_new_specs(SpecFacts, Loaded, NewFacts),
    check_specs(Declarations, NewFacts, Layers, Home, Checked),
    { maplist(described, Checked, Described) },
    events_of_manner(Manner, EventFacts0, EventFacts),
    { findall(Spec-Kind, member(declared(Spec, Kind, _, _), Declarations), Here),
      session_world(Session, World0),
      with_specs(World0, Here, World)
    },
    check_events(EventFacts, World, Events).

described(Spec-Checked, described(Spec, Facts, Bodies)) :-
    split_bodies(Checked, Facts, Bodies).

split_bodies([], [], []).
split_bodies([Item|Items], Facts, Bodies) :-
    (   Item = body(Clause)
    ->  Bodies = [Clause|Bodies1],
        Facts = Facts1
    ;   Facts = [Item|Facts1],
        Bodies = Bodies1
    ),
    split_bodies(Items, Facts1, Bodies1).

new_words(adding, _, Words, Words) :-
    !.
new_words(_, Session, Words0, Words) :-
    unsaid_words(Words0, [Session], Words).

%   staying(+Manner, +Declarations, +Loaded0, -Loaded) is det.
%
%   Loaded, a list of Spec-Kind, is what Declarations do not take the place of.

staying(adding, _, Loaded, Loaded) :-
    !.
staying(_, Declarations, Loaded0, Loaded) :-
    findall((Spec-Kind)-true, member(declared(Spec, Kind, _, _), Declarations), Replacing0),
    sort(Replacing0, Replacing1),
    list_to_assoc(Replacing1, Replacing),
    exclude(replaced_by(Replacing), Loaded0, Loaded).

replaced_by(Replacing, Spec) :-
    get_assoc(Spec, Replacing, _).

%   events_of_manner(+Manner, +Facts0, -Facts)// is det.

events_of_manner(adding, Facts, Facts) --> !.
events_of_manner(again, _, []) --> !.
events_of_manner(replacing, Facts, []) -->
    { empty_assoc(Seen) },
    events_left_out(Facts, Seen).

%   The first of each source is reported.

events_left_out([], _) --> [].
events_left_out([fact(Source, _, P)|Facts], Seen0) -->
    (   { get_assoc(Source, Seen0, _) }
    ->  { Seen = Seen0 }
    ;   { put_assoc(Source, Seen0, true, Seen) },
        warning(where(Source, [event]), P, event_in_replacement)
    ),
    events_left_out(Facts, Seen).

%   declared_once(+Declarations0, +Loaded, -Declarations)// is det.

declared_once(Declarations0, Loaded, Declarations) -->
    { list_to_assoc(Loaded, Seen) },
    declared_once_(Declarations0, Seen, Declarations).

declared_once_([], _, []) --> [].
declared_once_([Declaration|Declarations0], Seen, Declarations) -->
    { Declaration = declared(Spec, Kind, Source, P) },
    (   { get_assoc(Spec, Seen, Other) }
    ->  { argument_position(P, 1, SpecP),
          Declarations = Declarations1
        },
        mistake(where(Source, [Spec]), SpecP, spec_declared_again(Spec, Other)),
        declared_once_(Declarations0, Seen, Declarations1)
    ;   { Declarations = [Declaration|Declarations1],
          put_assoc(Spec, Seen, Kind, Seen1)
        },
        declared_once_(Declarations0, Seen1, Declarations1)
    ).

%   facts_of_new_specs(+Facts0, +Loaded, -Facts)// is det.
%
%   A spec is loaded whole: what was declared in an earlier load takes no more
%   facts. A second declaration of it was reported already.

facts_of_new_specs(Facts, [], Facts) -->
    !.
facts_of_new_specs(Facts0, Loaded, Facts) -->
    { list_to_assoc(Loaded, LoadedKinds) },
    new_facts(Facts0, LoadedKinds, Facts).

new_facts([], _, []) --> [].
new_facts([Fact|Facts0], Loaded, Facts) -->
    { Fact = fact(Spec, Form, clause(Source, _, P, _, _)) },
    (   { get_assoc(Spec, Loaded, _) }
    ->  { Facts = Facts1 },
        (   { memberchk(Form, [device, requester, helper]) }
        ->  []
        ;   mistake(where(Source, [Form, Spec]), P, spec_loaded_before(Spec))
        )
    ;   { Facts = [Fact|Facts1] }
    ),
    new_facts(Facts0, Loaded, Facts1).

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
sorted(mistake(Offset, Message, Path), at(Source, Spec), at(Source, Spec), nothing) -->
    mistake(where(Source, Path), Offset, Message).
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
sorted_term((_, _), P, At, At, nothing) -->
    !,
    { At = at(Source, _) },
    mistake(where(Source, []), P, facts_joined).
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
    { At = at(Source, Spec),
      functor(Head, Name, Arity),
      (   Spec == none
      ;   form(Name, _, word, _)
      )
    },
    !,
    mistake(where(Source, []), P, clause_of_no_spec(Name/Arity)).
headed(Head, P, Body, BodyP, At, At, spec(fact(Spec, helper, clause(Source, Head, P, Body, BodyP)))) -->
    { At = at(Source, Spec) }.

formed(Kind, Name, clause(Source, Head, P, _, BodyP), Source, At0, At, Sort) -->
    { Kind \== body,
      BodyP \== none
    },
    !,
    { arg(1, Head, First),
      (   Kind \== word,
          Kind \== event,
          atom(First)
      ->  Path = [Name, First]
      ;   Path = [Name]
      )
    },
    mistake(where(Source, Path), P, fact_with_body(Name)),
    formed(Kind, Name, clause(Source, Head, P, true, none), Source, At0, At, Sort).
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
    (   { \+ is_name(First) }
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
          functor(Head, Form, Arity),
          (   form(Form, Arity, body, _),
              arg(2, Head, Name),
              atom(Name)
          ->  true
          ;   Name = Form
          ),
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

placed_in_order(Found0, Texts, Diagnostics) :-
    without_consequences(Found0, Texts, Found),
    findall(key(N, Order)-Each,
            ( member(Each, Found),
              Each = diagnostic(_, Source, Offset, _, _),
              (   memberchk(text(Source, N, _), Texts)
              ->  true
              ;   N = 0
              ),
              (   integer(Offset)
              ->  Order = Offset
              ;   Order = -1
              )
            ),
            Keyed),
    sort(1, @=<, Keyed, Sorted),
    placed_each(Sorted, none, place(0, 1, 1), none, Texts, Diagnostics).

%   placed_each(+Keyed, +Number, +Place, +Before, +Texts, -Diagnostics)
%
%   In the order of their places, so that each text is gone through once; of
%   two that are the same only one is kept.

placed_each([], _, _, _, _, []).
placed_each([key(N, Offset)-Each|Keyed], N0, Place0, Before, Texts, Diagnostics) :-
    (   N == N0
    ->  Place1 = Place0
    ;   Place1 = place(0, 1, 1)
    ),
    (   Offset >= 0,
        Each = diagnostic(_, Source, _, _, _),
        memberchk(text(Source, _, Text), Texts)
    ->  moved(Text, Place1, Offset, Place),
        Place = place(_, Line, Column)
    ;   Place = Place1,
        Line = 0,
        Column = 0
    ),
    worded(Each, Texts, Line, Column, Diagnostic),
    (   Diagnostic == Before
    ->  Diagnostics = Diagnostics1
    ;   Diagnostics = [Diagnostic|Diagnostics1]
    ),
    placed_each(Keyed, N, Place, Diagnostic, Texts, Diagnostics1).

%   without_consequences(+Found0, +Texts, -Found) is det.
%
%   A clause that could not be taken as it stands may be what declares a name:
%   that the name is not declared then says nothing new.

without_consequences(Found0, Texts, Found) :-
    findall(Name-true,
            ( member(diagnostic(error, Source, Offset, _, Message), Found0),
              (   Message = unknown_word(quantity, Quantity, _)
              ->  Name = quantity(Quantity)
              ;   clause_lost(Message),
                  integer(Offset),
                  memberchk(text(Source, _, Text), Texts),
                  clause_names(Text, Offset, Names),
                  member(Name, Names)
              )
            ),
            Lost0),
    (   Lost0 == []
    ->  Found = Found0
    ;   sort(Lost0, Lost),
        list_to_assoc(Lost, LostNames),
        kept(Found0, LostNames, Found)
    ).

kept([], _, []).
kept([Each|Found0], Lost, Found) :-
    (   Each = diagnostic(error, _, _, _, Message),
        missing_name(Message, Name),
        get_assoc(Name, Lost, _)
    ->  Found = Found1
    ;   Found = [Each|Found1]
    ),
    kept(Found0, Lost, Found1).

clause_lost(syntax(_)).
clause_lost(empty_parentheses).
clause_lost(dict).
clause_lost(nested_too_deeply).
clause_lost(too_many_brackets).
clause_lost(resource(_)).
clause_lost(json_key_missing(_, _)).
clause_lost(json_unknown_key(_, _)).
clause_lost(json_expected(_, _)).
clause_lost(json_unknown_annotation(_, _)).
clause_lost(json_unknown_type(_, _)).
clause_lost(json_no_fact(_)).
clause_lost(json_one_clause).
clause_lost(json_clause_of_type(_)).
clause_lost(facts_joined).
clause_lost(grammar_rule).
clause_lost(not_a_fact(_)).
clause_lost(clause_of_no_spec(_)).
clause_lost(misspelt_form(_, _, _)).
clause_lost(form_of_other_kind(_, _, _, _)).
clause_lost(variable_in_fact(_)).
clause_lost(expected_argument(_, _)).
clause_lost(expected_name(_)).

missing_name(undeclared_spec(Name, _), Name).
missing_name(undeclared(_, Name, _), Name).
missing_name(unknown_element(Name, _), Name).
missing_name(unknown_word(_, Name, _), Name).
missing_name(unlisted_value(Name, _, _), Name).
missing_name(unknown_term(Name, _, _, _), Name).
missing_name(bad_value(unknown_unit(Name, _, _), _), Name).
missing_name(bad_value(other_quantity(_, _, Quantity), _), quantity(Quantity)).
missing_name(impossible_event(unknown_spec(Name, _, _)), Name).
missing_name(impossible_event(unknown_device(Name, _)), Name).
missing_name(impossible_event(unknown_requester(Name, _)), Name).
missing_name(impossible_event(unknown_system(Name, _)), Name).
missing_name(forbidden_goal(Name/_, _), Name).

%!  placed(+Diagnostic0, +Texts, -Diagnostic) is det.
%
%   From offset and message to line, column and sentence.

placed(Diagnostic0, Texts, Diagnostic) :-
    Diagnostic0 = diagnostic(_, Source, Offset, _, _),
    (   integer(Offset),
        memberchk(text(Source, _, Text), Texts)
    ->  line_and_column(Text, Offset, Line, Column)
    ;   Line = 0,
        Column = 0
    ),
    worded(Diagnostic0, Texts, Line, Column, Diagnostic).

worded(diagnostic(Severity, Source, _, Path0, Message0), Texts, Line, Column,
       diagnostic(Severity, Source, Line, Column, Path, Sentence)) :-
    path_text(Path0, Path),
    placed_message(Message0, Texts, Message),
    message_sentence(Message, Sentence).

%   What refers to another place says its line.

placed_message(declared_again(Form, Identity, Source, Offset), Texts,
               declared_again(Form, Identity, Source, Line)) :-
    memberchk(text(Source, _, Text), Texts),
    !,
    line_and_column(Text, Offset, Line, _).
placed_message(Message, _, Message).

%!  path_text(+Steps, -Path) is det.
%
%   Steps are names from the inside out. A name can be of any length; 80
%   characters of it say where to look.

path_text(Steps, Path) :-
    findall(Step,
            ( member(Step0, Steps),
              atomic(Step0),
              Step0 \== [],
              (   sub_atom(Step0, 0, 80, After, Begin),
                  After > 0
              ->  atom_concat(Begin, '...', Step)
              ;   Step = Step0
              )
            ),
            Named),
    reverse(Named, Ordered),
    atomic_list_concat(Ordered, /, Path0),
    one_line(Path0, Path).
