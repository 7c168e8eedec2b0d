% SPDX-License-Identifier: Apache-2.0
:- module(messages,
          [ message_sentence/2          % +Message, -Sentence
          ]).
:- use_module(library(lists), [memberchk/2, member/2]).
:- use_module(nearest, [nearest/3]).
:- use_module(one_line, [one_line/2]).
:- use_module(units, [unit_spellings/3, binary_factor/1]).
:- use_module(vocabulary, [word/2]).
:- use_module(language, [meant_form/4]).
:- use_module(value_writer, [value_text/2]).
:- use_module(exact_numbers, [number_text/2]).
:- use_module(json_messages, [json_message//1]).

/** <module> Every sentence that a person reads about a mistake

One clause of text//1 a message: what is wrong, what was expected, and, for a
misspelt name, the nearest known one. Names that a file wrote stand in
backquotes.
*/

:- discontiguous text//1.

%!  message_sentence(+Message, -Sentence:string) is det.

message_sentence(Message, Sentence) :-
    (   phrase(text(Message), Pieces)
    ->  true
    ;   shown(Message, Text),
        Pieces = ['~w'-[Text]]
    ),
    findall(Piece,
            ( member(Format-Arguments0, Pieces),
              shortened(Arguments0, Arguments),
              format(atom(Piece), Format, Arguments)
            ),
            Atoms),
    atomic_list_concat(Atoms, Atom),
    one_line(Atom, Line),
    atom_string(Line, Sentence).

%   Names and terms of a file can be of any size; what is said of them is not.

shortened([], []).
shortened([Argument0|Arguments0], [Argument|Arguments]) :-
    (   atom(Argument0),
        atom_length(Argument0, Length),
        Length > 400
    ->  sub_atom(Argument0, 0, 80, _, Begin),
        atom_concat(Begin, '...', Argument)
    ;   Argument = Argument0
    ),
    shortened(Arguments0, Arguments).

%   shown(+Term, -Text) is det.
%
%   Term as it could be written, cut where it gets long.

shown(Term, Text) :-
    findall(Written, written(Term, Written), [Whole]),
    string_length(Whole, Length),
    (   Length > 80
    ->  sub_string(Whole, 0, 77, _, Begin),
        string_concat(Begin, "...", Text)
    ;   Text = Whole
    ).

written(Term, "a variable") :-
    var(Term),
    !.
written(Term, "a cyclic term") :-
    \+ acyclic_term(Term),
    !.
written(Term, Written) :-
    numbervars(Term, 0, _),
    format(string(Written), '~W',
           [Term, [quoted(true), numbervars(true), max_depth(12), spacing(next_argument)]]).

                 /*******************************
                 *          Reading             *
                 *******************************/

text(unreadable_file(missing)) -->
    [ 'there is no such file'-[] ].
text(unreadable_file(forbidden)) -->
    [ 'the file may not be read: check its permissions'-[] ].
text(unreadable_file(folder)) -->
    [ 'this is a folder: name the files in it'-[] ].
text(unreadable_file(other)) -->
    [ 'the file cannot be read'-[] ].
text(unreadable_file(Reason)) -->
    { \+ memberchk(Reason, [missing, forbidden, folder, other]) },
    [ 'the file cannot be read: ~w'-[Reason] ].
text(syntax(Message)) -->
    { syntax_text(Message, Text) },
    [ 'syntax error: ~w'-[Text] ].
text(resource(What)) -->
    [ 'the term is too large or nested too deeply to be read (~w)'-[What] ].
text(load_too_large(What)) -->
    [ 'what is to be loaded takes more memory than there is (~w); nothing was loaded'-[What] ].
text(not_utf8) -->
    [ 'the file is not in UTF-8 from here on: save it in that encoding'-[] ].
text(nul_character) -->
    [ 'a NUL character: this is no text file'-[] ].
text(immense_number) -->
    [ 'a number of more than 20,000 digits'-[] ].
text(too_many_brackets) -->
    [ 'more than 500,000 brackets in one source: divide it into smaller ones'-[] ].
text(empty_parentheses) -->
    [ 'nothing stands in these parentheses: write the value, or leave them out'-[] ].
text(brackets_as_name) -->
    [ 'a name stands before parentheses, and [] is none'-[] ].
text(dict) -->
    [ 'a name and braces, as in name{...}, are not part of the language'-[] ].
text(nested_too_deeply) -->
    [ 'terms are nested more than 1,000 deep here'-[] ].
text(facts_joined) -->
    [ 'facts are not joined by commas: a full stop ends each of them'-[] ].
text(unexpected(Error)) -->
    [ 'the file cannot be read: '-[] ],
    term_shown(Error).
text(directive) -->
    [ 'a directive is not run: a description is read, never executed; take it out'-[] ].
text(grammar_rule) -->
    [ 'a grammar rule (-->) is not part of the language; write the helper with :-'-[] ].
text(not_a_fact(Term)) -->
    [ 'expected a fact or a helper predicate'-[] ],
    found(Term).
text(fact_with_body(Name)) -->
    [ '`~w` is a fact and takes no body; only match_condition/3, state_adjust/6 and helpers do'-[Name] ].
text(clause_of_no_spec(Name/Arity)) -->
    [ '`~w/~w` is no fact of the language'-[Name, Arity] ],
    (   { meant_form(Name, Arity, MeantName/MeantArity, Usage) }
    ->  [ '; did you mean ~w/~w? It is written ~w'-[MeantName, MeantArity, Usage] ]
    ;   [ '; a helper predicate comes after the device/2 or requester/2 that it belongs to'-[] ]
    ).
text(misspelt_form(Name/Arity, Meant, Usage)) -->
    [ '`~w/~w` is called by no body, so it is no helper; did you mean ~w? It is written ~w'-
      [Name, Arity, Meant, Usage] ].
text(two_sources_of_one_name(Name)) -->
    [ 'two different sources of this load are named `~w`: give each a name of its own'-[Name] ].
text(unused_helper(Name/Arity)) -->
    [ 'helper `~w/~w` is called by no body'-[Name, Arity] ].
text(singletons(Variables)) -->
    { atomic_list_concat(Variables, ', ', Text) },
    [ 'variables that stand only once: ~w; a misspelling? Begin their names with _ if meant'-[Text] ].

                 /*******************************
                 *             JSON             *
                 *******************************/

text(Message) -->
    json_message(Message).

                 /*******************************
                 *          Snapshots           *
                 *******************************/

text(snapshot(What)) -->
    text(What),
    snapshot_remedy(What).
text(no_snapshot) -->
    [ 'this is no snapshot of a session: one has the key "ddb_snapshot"'-[] ].
text(snapshot_version(Version)) -->
    { number_text(Version, Text) },
    [ 'a snapshot of version ~w, and this ddb reads version 1: restore it with the ddb that \c
       wrote it'-[Text] ].
text(expected_json(Kind)) -->
    { json_kind(Kind, Name) },
    [ 'expected ~w'-[Name] ].
text(json_key(Key, Keys)) -->
    [ 'the key `~w` does not belong here'-[Key] ],
    did_you_mean(Key, Keys).
text(no_json_key(Key)) -->
    [ 'the key `~w` is missing'-[Key] ].
text(empty_json_name) -->
    [ 'expected a name, which is never empty'-[] ].
text(json_choice(Name, Choices)) -->
    { atomic_list_concat(Choices, ', ', Text) },
    [ '`~w` is none of ~w'-[Name, Text] ].
text(refused_source(Source, Line, Column, '', Sentence)) -->
    !,
    [ 'the source is refused: ~w:~w:~w: ~w'-[Source, Line, Column, Sentence] ].
text(refused_source(Source, Line, Column, Path, Sentence)) -->
    [ 'the source is refused: ~w:~w:~w: ~w: ~w'-[Source, Line, Column, Path, Sentence] ].
text(named_twice(Kind, Name)) -->
    [ 'there is a ~w `~w` already in this snapshot'-[Kind, Name] ].
text(not_in_snapshot(Kind, Name, Known)) -->
    [ 'this snapshot has no ~w `~w`'-[Kind, Name] ],
    did_you_mean(Name, Known).
text(no_snapshot_value) -->
    [ 'this is no value of the language, such as "48*kilohertz" or "digital"'-[] ].
text(other_names(Kind, Spec, Names)) -->
    { atomic_list_concat(Names, ', ', Text) },
    [ 'the ~w of `~w` are ~w, each once'-[Kind, Spec, Text] ].
text(other_status(Status, Meant)) -->
    [ 'the status is ~w, and what is active makes it ~w'-[Status, Meant] ].
text(transaction_missing(Request, Group)) -->
    [ 'the transaction of request `~w`, request group `~w`, is missing'-[Request, Group] ].
text(transaction_too_many) -->
    [ 'the active alternative asks for no transaction after the ones before'-[] ].
text(expected_transaction(Request, Group)) -->
    [ 'the next transaction is that of request `~w`, request group `~w`'-[Request, Group] ].
text(request_on_two_devices(Request)) -->
    [ 'all groups of request `~w` are on one device'-[Request] ].
text(matched_with_disconnected(System)) -->
    [ 'system `~w` is disconnected, so nothing on it is matched'-[System] ].
text(whole_device_on_two_systems(System, Other)) -->
    [ 'this device serves one system, and is matched from `~w` and `~w`'-[Other, System] ].
text(below_accept(Factor, Accept)) -->
    { number_text(Factor, FactorText),
      number_text(Accept, AcceptText)
    },
    [ 'the request group accepts from ~w on, and this is ~w'-[AcceptText, FactorText] ].
text(unit_taken_twice(Unit)) -->
    [ 'another transaction has taken registration unit `~w` of this device'-[Unit] ].

snapshot_remedy(no_snapshot) -->
    !,
    [ '; give the text that Session::snapshot() gave'-[] ].
snapshot_remedy(snapshot_version(_)) -->
    !,
    [].
snapshot_remedy(refused_source(_, _, _, _, _)) -->
    !,
    [ '; restore it with the ddb that wrote it, or mend the source'-[] ].
snapshot_remedy(_) -->
    [ '; the snapshot is not as it was written: restore the last one that is whole'-[] ].

json_kind(object, 'an object').
json_kind(array, 'an array').
json_kind(string, 'a string').
json_kind(number, 'a number').
json_kind(count, 'a whole number from 0 to 9007199254740991').

                 /*******************************
                 *        Taxonomy, units       *
                 *******************************/

text(expected_argument(Kind, Argument)) -->
    { argument_kind(Kind, Text) },
    [ 'expected ~w'-[Text] ],
    found(Argument).
text(unknown_word(What, Name, Known)) -->
    [ 'unknown ~w `~w`'-[What, Name] ],
    did_you_mean(Name, Known).
text(not_an_enumeration(Path)) -->
    [ '`~w` is no enumeration, so it has no listed values'-[Path] ].
text(unit_spelled_twice(Name)) -->
    [ '`~w` already is the name or symbol of another unit'-[Name] ].
text(declared_twice(Word)) -->
    { word_text(Word, Text) },
    [ '~w is declared already'-[Text] ].
text(any_as_value) -->
    [ '`any` cannot be a value: in a request it stands for whatever the device has'-[] ].
text(reserved_name(Name)) -->
    [ '`~w` is the name of an annotation, so no term can have it'-[Name] ].

                 /*******************************
                 *       Specs and facts        *
                 *******************************/

text(spec_declared_again(Spec, Kind)) -->
    [ '`~w` is declared already, as a ~w'-[Spec, Kind] ].
text(event_in_replacement) -->
    [ 'events are left out where specs are replaced: load them, or make them happen'-[] ].
text(spec_loaded_before(Spec)) -->
    [ '`~w` was loaded before, and a spec is loaded whole: it takes no more facts'-[Spec] ].
text(undeclared_spec(Spec, Specs)) -->
    [ 'no device/2 or requester/2 declares `~w`'-[Spec] ],
    did_you_mean(Spec, Specs).
text(declared_again(Form, Identity, Source, Line)) -->
    { identity_text(Identity, Name),
      (   kind_text(Form, FormText)
      ->  true
      ;   FormText = Form
      )
    },
    [ '~w ~w is declared already, in line ~w of ~w'-[FormText, Name, Line, Source] ].
text(form_of_other_kind(Form, FormKind, Spec, Kind)) -->
    [ '`~w` belongs to a ~w, and `~w` is a ~w'-[Form, FormKind, Spec, Kind] ].
text(variable_in_fact(Form)) -->
    [ 'a variable cannot stand in ~w: names begin with a small letter'-[Form] ].
text(variable_term) -->
    [ 'expected a term, found a variable: names begin with a small letter'-[] ].
text(expected_name(What)) -->
    { (   kind_text(What, Text)
      ->  true
      ;   Text = What
      )
    },
    [ 'expected a name (~w): a small letter, then letters, digits and _; other names stand in single quotes'-[Text] ].
text(expected_text) -->
    [ 'expected a text in double quotes'-[] ].
text(expected_usb_number) -->
    [ 'expected a number from 0 to 0xffff, such as 0x077d'-[] ].
text(undeclared(Kind, Name, Known)) -->
    { kind_text(Kind, Text) },
    [ '~w `~w` is not declared'-[Text, Name] ],
    did_you_mean(Name, Known),
    declared_names(Known).
text(expected_list_of(What)) -->
    { kind_text(What, Text) },
    [ 'expected a list of names (~w) in square brackets'-[Text] ].
text(empty_list_of(What)) -->
    { kind_text(What, Text) },
    [ 'expected at least one ~w'-[Text] ].
text(expected_alternatives) -->
    [ 'expected alternatives with priorities, such as [composite_rq1-100, composite_rq2-50]'-[] ].
text(expected_alternative) -->
    [ 'expected an alternative and its priority, such as composite_rq1-100'-[] ].
text(alternative_twice(Name)) -->
    [ 'alternative `~w` stands twice in this outlet: only the first could ever be chosen'-[Name] ].
text(unknown_group_kind(Kind)) -->
    [ 'expected taskflow or proximity'-[] ],
    found(Kind).
text(expected_group_accept) -->
    [ 'expected what the group accepts, such as accept(23)'-[] ].
text(unknown_mode(Mode)) -->
    [ 'expected the mode apply or remove'-[] ],
    found(Mode).
text(helper_arguments(Name/Arity, Most)) -->
    [ 'a helper takes ~D arguments at most, and `~w` has ~D; a list can hold what belongs together'-[Most, Name, Arity] ].
text(helper_name_taken(Name/Arity)) -->
    [ '`~w/~w` is a predicate of the system; give the helper a name of its own'-[Name, Arity] ].
text(id_twice_in_group(Id)) -->
    [ 'two elements of this group have the id `~w`'-[Id] ].
text(id_of_two_elements(Id, Group)) -->
    [ 'element `~w` is described differently in group `~w`: elements never share an id, and an element that groups share is written the same in each'-[Id, Group] ].
text(unknown_element(Id, Known)) -->
    [ 'no element has the id `~w`'-[Id] ],
    did_you_mean(Id, Known).

                 /*******************************
                 *            Groups            *
                 *******************************/

text(expected_list) -->
    [ 'expected a list of terms in square brackets'-[] ].
text(not_a_term(Term)) -->
    [ 'expected a term of the taxonomy, such as name(value) or name([...])'-[] ],
    found(Term).
text(annotation_outside_branch(Name)) -->
    [ '`~w` annotates a branch: write it in the list of a module or below'-[Name] ].
text(annotation_of_other_side(Name, device)) -->
    { memberchk(Name, [accept, weight, data_interface]) },
    [ '`~w` belongs to requests, and this is a device'-[Name] ].
text(annotation_of_other_side(Name, request)) -->
    { memberchk(Name, [registration_unit, state]) },
    [ '`~w` belongs to devices, and this is a request'-[Name] ].
text(annotation_of_other_side(Name, Side)) -->
    { annotated_leaf(Side, Name) },
    [ '`~w` annotates a leaf: write it after the value, as in sampling_rate(48*kilohertz, ~w(...))'-[Name, Name] ].
text(decimal_comma(Whole, _, Unit)) -->
    [ 'a comma separates arguments: decimals have a point, as in ~w.5*~w'-[Whole, Unit] ].
text(annotation_arity(Name)) -->
    [ '`~w` takes one argument'-[Name] ].
text(unknown_term(Name, Place, Known, Elsewhere)) -->
    { place_text(Place, PlaceText) },
    [ 'unknown term `~w` in ~w'-[Name, PlaceText] ],
    (   { Elsewhere == [] }
    ->  did_you_mean(Name, Known)
    ;   elsewhere(Elsewhere, Name)
    ).
text(expected_branch(Name)) -->
    [ '`~w` is a branch: write ~w([...]) or ~w(id, [...])'-[Name, Name, Name] ].
text(expected_id(Id)) -->
    [ 'expected the id of the element, a name'-[] ],
    found(Id).
text(annotation_twice(Name)) -->
    [ '`~w` stands twice here: one of them is meant'-[Name] ].
text(annotation_value_twice(Name, Value)) -->
    { kind_text(Name, Text) },
    [ '~w `~w` is named twice on one branch'-[Text, Value] ].
text(expected_amount(Name, Value)) -->
    [ '`~w` takes a number, 0 or more'-[Name] ],
    found(Value).
text(leaf_without_value(Name, Kind)) -->
    [ '`~w` is an aspect and needs a value: '-[Name] ],
    text(bad_value(expected(Kind), Kind)).
text(not_a_leaf_annotation(Term, Side, Known)) -->
    { leaf_annotations(Side, Text) },
    [ 'after the value come only annotations (~w)'-[Text] ],
    found(Term),
    (   { callable(Term),
          functor(Term, Name, 1)
        }
    ->  did_you_mean(Name, Known)
    ;   []
    ).
text(branch_annotation_on_leaf(Name)) -->
    [ '`~w` annotates a branch: write it in the list of the branch, not after a value'-[Name] ].
text(any_in_device) -->
    [ '`any` stands only in requests: a device says what it has'-[] ].
text(unlisted_value(Value, Path, Known)) -->
    [ '`~w` is not a listed value of ~w'-[Value, Path] ],
    did_you_mean(Value, Known),
    [ '; a new value is one fact: io_value(~q, ~q, "...")'-[Path, Value] ].
text(state_of_other_kind(State, StateSpace, Space)) -->
    { space_text(StateSpace, StateText),
      space_text(Space, Text)
    },
    [ 'state `~w` begins as ~w and would be set to ~w here'-[State, StateText, Text] ].

                 /*******************************
                 *            Values            *
                 *******************************/

text(bad_value(Problem, Kind)) -->
    value_problem(Problem, Kind).

value_problem(variable_value, _) -->
    [ 'expected a value, found a variable'-[] ].
value_problem(any_alone, _) -->
    [ '`any` stands only in requests, and alone: whatever the device has'-[] ].
value_problem(one_unit_for_all, _) -->
    [ 'a list has one unit, written once behind it, as in [32, 48]*kilohertz'-[] ].
value_problem(one_unit, _) -->
    [ 'a value has one unit; prefix and name are one word, as in 48*kilohertz'-[] ].
value_problem(number_first, _) -->
    [ 'the number comes before the unit, as in 48*kilohertz'-[] ].
value_problem(number_beyond_limits, _) -->
    [ 'this number is too large or too small'-[] ].
value_problem(unit_missing, Kind) -->
    [ 'the unit is missing: '-[] ],
    value_problem(expected(Kind), Kind).
value_problem(expected_form(Name, _), _) -->
    { range_usage(Name, Usage) },
    !,
    [ '`~w` is written ~w; counts have no unit'-[Name, Usage] ].
value_problem(expected_form(Name, Kind), _) -->
    { findall(Range, range_usage(Range, _), Ranges) },
    value_problem(expected(Kind), Kind),
    did_you_mean(Name, Ranges).
value_problem(expected(Kind), _) -->
    { kind_example(Kind, Text) },
    [ 'expected ~w'-[Text] ].
value_problem(expected_element(Space), _) -->
    { element_text(Space, Text) },
    [ 'expected ~w'-[Text] ].
value_problem(empty_list, _) -->
    [ 'expected at least one value in the list'-[] ].
value_problem(empty_range, _) -->
    [ 'nothing lies in this range: the lower end comes first and is below the upper end'-[] ].
value_problem(bounds_of_two_spaces, _) -->
    [ 'the two ends of a range must be comparable: the same quantity and, for levels, the same reference'-[] ].
value_problem(expected_bound(Quantity), _) -->
    [ 'the end of a range is one quantity with its unit'-[] ],
    of_quantity(Quantity).
value_problem(expected_unit, _) -->
    [ 'expected the name or the symbol of a unit'-[] ].
value_problem(expected_number, _) -->
    [ 'expected a number before the unit'-[] ].
value_problem(other_quantity(Written, Quantity0, Quantity), _) -->
    [ '`~w` is a unit of ~w'-[Written, Quantity0] ],
    (   { atom(Quantity) }
    ->  [ ', and a unit of ~w is needed'-[Quantity] ]
    ;   []
    ).
value_problem(unknown_unit(Written, Quantity, Layers), _) -->
    [ 'unknown unit `~w`'-[Written] ],
    of_quantity(Quantity),
    (   why_no_unit(Layers, Written)
    ->  []
    ;   { unit_spellings(Layers, Quantity, Spellings) },
        did_you_mean(Written, Spellings)
    ).

range_usage(at_least, 'at_least(48*kilohertz)').
range_usage(above, 'above(48*kilohertz)').
range_usage(at_most, 'at_most(48*kilohertz)').
range_usage(below, 'below(48*kilohertz)').
range_usage(between, 'between(8*kilohertz, 48*kilohertz)').
range_usage(and, 'and(above(8*kilohertz), at_most(48*kilohertz)), the lower end first').

%   why_no_unit(+Layers, +Written)//
%
%   A prefix that does not go with the unit behind it.

why_no_unit(Layers, Written) -->
    { word(Layers, prefix(Name, Symbol, Factor)),
      (   atom_concat(Name, Rest, Written),
          word(Layers, unit(Rest, _, _, _, Prefixable))
      ;   atom_concat(Symbol, Rest, Written),
          word(Layers, unit(_, _, _, Rest, Prefixable))
      )
    },
    !,
    (   { Prefixable == plain }
    ->  [ ': `~w` takes no prefix'-[Rest] ]
    ;   { binary_factor(Factor) }
    ->  [ ': `~w` goes with units of information and data rate only'-[Name] ]
    ;   []
    ).

of_quantity(Quantity) -->
    (   { atom(Quantity) }
    ->  [ ' (of ~w)'-[Quantity] ]
    ;   []
    ).

                 /*******************************
                 *            Bodies            *
                 *******************************/

text(goal_known_at_run_time) -->
    [ 'a goal that is known only at run time is refused: write out what is called'-[] ].
text(not_a_goal(Goal)) -->
    [ 'expected a goal'-[] ],
    found(Goal).
text(qualified_goal) -->
    [ 'a body calls the helpers of its own spec and pure built-ins, nothing of another module'-[] ].
text(forbidden_goal(Name/Arity, nearest(Near))) -->
    [ 'a body may not call `~w/~w`; did you mean `~w`?'-[Name, Arity, Near] ].
text(forbidden_goal(Name/Arity, other_arities(Arities))) -->
    { findall(PI, ( member(Other, Arities), format(atom(PI), '~w/~w', [Name, Other]) ), PIs),
      atomic_list_concat(PIs, ', ', Text)
    },
    [ 'a body may not call `~w/~w`; there is ~w'-[Name, Arity, Text] ].
text(forbidden_goal(Name/Arity, none)) -->
    [ 'a body may not call `~w/~w`: it may call pure built-ins, helpers of its own spec, submatch_value/3, current_state/2 and in_unit/3'-[Name, Arity] ].
text(forbidden_function(Name/Arity)) -->
    [ '`~w/~w` is no function of pure arithmetic'-[Name, Arity] ].
text(not_a_number(Expression)) -->
    [ 'expected a number or an arithmetic expression'-[] ],
    found(Expression).
text(broken_body(Kind, Reason)) -->
    { kind_text(Kind, Text) },
    [ '~w failed: '-[Text] ],
    broken(Reason).

broken(inference_limit) -->
    [ 'its body ran past 1,000,000 inferences'-[] ].
broken(threw(error(Formal, _))) -->
    !,
    [ 'its body threw '-[] ],
    term_shown(Formal).
broken(threw(Error)) -->
    [ 'its body threw '-[] ],
    term_shown(Error).
broken(failed(State, Mode)) -->
    [ 'its body gives no new value for state `~w` in mode ~w; the state stays as it was'-[State, Mode] ].
broken(no_value(State)) -->
    [ 'what its body gives for state `~w` is no value of the language; the state stays as it was'-[State] ].

                 /*******************************
                 *           Scenarios          *
                 *******************************/

text(unknown_event(Event, Known)) -->
    (   { callable(Event),
          functor(Event, Name, Arity)
        }
    ->  { findall(KnownName, member(KnownName/_, Known), Names) },
        [ 'unknown event `~w/~w`'-[Name, Arity] ],
        (   { memberchk(Name/Right, Known) }
        ->  [ ': ~w takes ~w arguments'-[Name, Right] ]
        ;   { nearest(Name, Names, Near) }
        ->  [ '; did you mean `~w`?'-[Near] ]
        ;   { atomic_list_concat(Names, ', ', NamesText) },
            [ '; events are ~w'-[NamesText] ]
        )
    ;   [ 'expected an event'-[] ],
        found(Event)
    ).
text(impossible_event(Problem)) -->
    event_problem(Problem).

event_problem(connected_already(System)) -->
    [ 'system `~w` is connected already'-[System] ].
event_problem(disconnected_already(System)) -->
    [ 'system `~w` is disconnected already'-[System] ].
event_problem(unknown_system(System, Known)) -->
    [ 'unknown system `~w`: nothing came to it'-[System] ],
    did_you_mean(System, Known).
event_problem(device_in_use(Device)) -->
    [ 'a device `~w` is connected already: names in use cannot be given again'-[Device] ].
event_problem(requester_in_use(Requester)) -->
    [ 'a requester `~w` is there already: names in use cannot be given again'-[Requester] ].
event_problem(unknown_device(Device, Known)) -->
    [ 'no device `~w` is connected here'-[Device] ],
    did_you_mean(Device, Known).
event_problem(unknown_requester(Requester, Known)) -->
    [ 'there is no requester `~w` here'-[Requester] ],
    did_you_mean(Requester, Known).
event_problem(unknown_spec(Spec, Kind, Known)) -->
    [ 'no ~w/2 declares `~w`'-[Kind, Spec] ],
    did_you_mean(Spec, Known).
event_problem(spec_of_other_kind(Spec, Other, Kind)) -->
    [ '`~w` is a ~w, and a ~w is needed'-[Spec, Other, Kind] ].

                 /*******************************
                 *           Analysis           *
                 *******************************/

text(no_registration_unit) -->
    [ 'can never be matched: it has no registration unit, so it never is in the pool'-[] ].
text(device_never_matched(none)) -->
    [ 'can never be matched by the requesters loaded: no request group shares a term with it'-[] ].
text(device_never_matched(nearest(Requester, Group, DeviceGroup, Best, Accept))) -->
    { number_text(Best, BestText),
      number_text(Accept, AcceptText)
    },
    [ 'can never be matched by the requesters loaded; nearest is request group `~w` of `~w` on `~w`, which reaches at most ~w of ~w'-
      [Group, Requester, DeviceGroup, BestText, AcceptText] ].
text(unreachable(Accept, Most)) -->
    { number_text(Accept, AcceptText),
      number_text(Most, MostText),
      Missing is Accept - Most,
      number_text(Missing, MissingText)
    },
    [ 'accept(~w) cannot be reached: all weights below make ~w, ~w too little'-
      [AcceptText, MostText, MissingText] ].
text(group_matches_no_device(Accept, Best)) -->
    { number_text(Accept, AcceptText),
      number_text(Best, BestText),
      Missing is Accept - Best,
      number_text(Missing, MissingText)
    },
    [ 'no device group of the devices loaded can reach accept(~w): the best reaches ~w, ~w too little'-
      [AcceptText, BestText, MissingText] ].
text(nobody_asks_for(Groups)) -->
    { atomic_list_concat(Groups, ', ', Text) },
    [ 'nobody asks for these device groups, no request group loaded can accept them: ~w'-[Text] ].
text(unused(Kind, Name)) -->
    { kind_text(Kind, Text) },
    [ '~w `~w` is declared and never used'-[Text, Name] ].
text(shadowed_alternative(Name, Other)) -->
    [ 'alternative `~w` can never be chosen: whenever it could be satisfied, `~w`, which comes first, is too'-[Name, Other] ].
text(shadowed_leaf(Name)) -->
    [ 'this `~w` can never be taken: one before it in the same branch has the same value'-[Name] ].
text(shadowed_value(Name)) -->
    [ 'a value stands twice in the list of `~w`'-[Name] ].
text(nothing_below(Name)) -->
    [ '`~w` asks for nothing: a branch with no aspect below it never matches'-[Name] ].

                 /*******************************
                 *            Pieces            *
                 *******************************/

found(Term) -->
    [ ', found '-[] ],
    term_shown(Term).

term_shown(Term) -->
    { shown(Term, Text) },
    [ '~w'-[Text] ].

did_you_mean(Name, Known) -->
    (   { nearest(Name, Known, Near) }
    ->  [ '; did you mean `~w`?'-[Near] ]
    ;   []
    ).

declared_names(Known) -->
    (   { Known == [] }
    ->  []
    ;   { length(Known, Length),
          Length =< 8
        }
    ->  { atomic_list_concat(Known, ', ', Text) },
        [ ' (declared: ~w)'-[Text] ]
    ;   []
    ).

%   What Name is in other places; three are enough.

elsewhere([Belongs|More], Name) -->
    { belongs_text(Belongs, Text) },
    [ '; `~w` ~w'-[Name, Text] ],
    more_elsewhere(More, 2).

more_elsewhere([], _) --> !, [].
more_elsewhere(_, 0) --> !, [].
more_elsewhere([Belongs|More], N) -->
    { belongs_text(Belongs, Text),
      N1 is N - 1
    },
    [ ', or ~w'-[Text] ],
    more_elsewhere(More, N1).

belongs_text(module, 'is a module: it stands in the group itself').
belongs_text(category(Modules), Text) :-
    atomic_list_concat(Modules, ', ', ModulesText),
    format(atom(Text), 'stands in ~w', [ModulesText]).
belongs_text(stands_in(Path), Text) :-
    format(atom(Text), 'stands in ~w', [Path]).
belongs_text(value_of(Path), Text) :-
    format(atom(Text), 'is a value of ~w', [Path]).

word_text(module(Name, _), Text) :-
    format(atom(Text), 'module `~w`', [Name]).
word_text(category(Name, _, _), Text) :-
    format(atom(Text), 'category `~w`', [Name]).
word_text(subcategory(Category, Name, _), Text) :-
    format(atom(Text), 'subcategory `~w/~w`', [Category, Name]).
word_text(aspect(Category, Subcategory, Name, _, _), Text) :-
    format(atom(Text), 'aspect `~w/~w/~w`', [Category, Subcategory, Name]).
word_text(value(Category, Subcategory, Aspect, Name, _), Text) :-
    format(atom(Text), 'value `~w` of ~w/~w/~w', [Name, Category, Subcategory, Aspect]).
word_text(quantity(Name, _, _), Text) :-
    format(atom(Text), 'quantity `~w`', [Name]).
word_text(prefix(Name, Symbol, _), Text) :-
    format(atom(Text), 'prefix `~w`, ~w,', [Name, Symbol]).

place_text(group, 'a group: modules stand here').
place_text(module(Module), Text) :-
    format(atom(Text), 'module ~w: categories stand here', [Module]).
place_text(category(Category), Text) :-
    format(atom(Text), 'category ~w: subcategories stand here', [Category]).
place_text(subcategory(Category, Subcategory), Text) :-
    format(atom(Text), '~w/~w: aspects stand here', [Category, Subcategory]).

identity_text(_/spec, 'of this spec') :- !.
identity_text(connects/From/To, Text) :-
    !,
    format(atom(Text), 'from `~w` to `~w`', [From, To]).
identity_text(usb_identity/Vendor/Product, Text) :-
    !,
    format(atom(Text), '~|~`0t~16r~4+:~|~`0t~16r~4+', [Vendor, Product]).
identity_text(_/Name, Text) :-
    format(atom(Text), '`~w`', [Name]).

kind_text(registration_unit, 'registration unit').
kind_text(code_interface, 'code interface').
kind_text(state, state).
kind_text(match_condition, 'match condition').
kind_text(condition, 'match condition').
kind_text(state_adjust, 'state adjustment').
kind_text(adjustment, 'state adjustment').
kind_text(composite_request, 'composite request').
kind_text(request, request).
kind_text(request_group, 'request group').
kind_text(device_group, 'device group').
kind_text(operation, operation).
kind_text(outlet, outlet).
kind_text(data_interface, 'data interface').
kind_text(connects, connection).
kind_text(element, 'id of an element').
kind_text(usb_identity, 'USB identity').
kind_text(participant, 'system, device, requester or spec').

annotated_leaf(device, state).
annotated_leaf(request, data_interface).

leaf_annotations(device, 'state(S)').
leaf_annotations(request, 'weight(N), data_interface(D)').

space_text(term, 'a term').
space_text(boolean, 'true or false').
space_text(text, 'a text').
space_text(count, 'a count').
space_text(unknown, 'no value').
space_text(space(Quantity, _), Text) :-
    format(atom(Text), 'a quantity of ~w', [Quantity]).

kind_example(enumeration, 'a term, or a list of terms').
kind_example(boolean, 'true, false or [true, false]').
kind_example(text, 'a text in double quotes').
kind_example(count, 'a whole number, a list of them, or a range such as at_least(2)').
kind_example(quantity, Text) :-
    kind_example(quantity(_), Text).
kind_example(quantity(Quantity), Text) :-
    (   atom(Quantity)
    ->  (   word([units], quantity(Quantity, Unit, _))
        ->  true
        ;   Unit = 'UNIT'
        ),
        format(atom(Text),
               'a quantity of ~w: a number and its unit as in 48*~w, a list as in [32, 48]*~w, or a range as in at_least(48*~w)',
               [Quantity, Unit, Unit, Unit])
    ;   Text = 'a quantity: a number and a unit such as 48*kilohertz'
    ).
kind_example(free, 'a value: a term, a number, a quantity such as 48*kilohertz, a range, or a text').

element_text(term, 'a term: names begin with a small letter').
element_text(boolean, 'true or false').
element_text(count, 'a whole number, 0 or more').

argument_kind(name, 'a name').
argument_kind(names, 'a list of modules').
argument_kind(doc, 'a sentence in double quotes').
argument_kind(version, 'a version such as \'1.0.0\'').
argument_kind(path(2), 'a path Category/Name').
argument_kind(path(3), 'a path Category/Subcategory/Name').
argument_kind(kind, 'quantity(Q), quantity, count, boolean, text or enumeration').
argument_kind(factor,
              'a positive number, offset(Factor, Offset), times_pi(Factor) or level(Scale, Reference)').
argument_kind(positive, 'a positive number').
argument_kind(prefixable, 'prefixable or plain').

syntax_text(Message, Text) :-
    (   syntax_sentence(Message, Text0)
    ->  Text = Text0
    ;   shown(Message, Text)
    ).

syntax_sentence(quote_not_closed, 'this quote is not closed in its line').
syntax_sentence(bracket_not_closed,
                'the term ends here, and a bracket or parenthesis before it is not closed').
syntax_sentence(blank_before_parenthesis,
                'no blank stands between a name and its parenthesis, and terms are separated by commas').
syntax_sentence(typographic_quote, 'a typographic quote: texts stand in straight ones, "..."').
syntax_sentence(float_overflow, 'this number is too large').
syntax_sentence(illegal_character, 'this character has no meaning here').
syntax_sentence(quoted_punctuation, 'a term cannot start here: a comma or bracket too many?').
syntax_sentence(punct(_, _), 'a term is missing here').
syntax_sentence(unknown_quasi_quotation_syntax(_, _), 'quasi quotations are not part of the language').
syntax_sentence(end_of_clause, 'the term ends too early: something is missing before the full stop').
syntax_sentence(end_of_clause_expected,
                'expected the end of the term: a full stop, a comma or a bracket is missing or too many').
syntax_sentence(end_of_file, 'the file ends within a term: the full stop is missing').
syntax_sentence(end_of_file_in_quoted(_), 'the file ends within quotes: a closing quote is missing').
syntax_sentence(end_of_file_in_block_comment, 'the file ends within a comment: */ is missing').
syntax_sentence(operator_expected, 'expected a comma, a full stop or an operator before this').
syntax_sentence(operator_clash, 'operators clash: put the inner term in parentheses').
syntax_sentence(operator_balance, 'an operator has no argument').
syntax_sentence(cannot_start_term, 'a term cannot start here: a comma or bracket too many?').
syntax_sentence(illegal_number, 'this is no number').
syntax_sentence(undefined_char_escape(Char), Text) :-
    format(atom(Text), 'unknown escape \\~w in quotes', [Char]).
syntax_sentence(cannot_start_term(_), 'a term cannot start here').
