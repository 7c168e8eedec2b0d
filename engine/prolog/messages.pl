% SPDX-License-Identifier: Apache-2.0
:- module(messages,
          [ message_sentence/2          % +Message, -Sentence
          ]).
:- use_module(library(lists), [memberchk/2, member/2]).
:- use_module(nearest, [nearest/3]).
:- use_module(units, [unit_spellings/3]).
:- use_module(values, [value_text/2, number_text/2]).

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
    ;   Pieces = ['~p'-[Message]]
    ),
    findall(Piece, ( member(Format-Arguments, Pieces), format(atom(Piece), Format, Arguments) ),
            Atoms),
    atomic_list_concat(Atoms, Atom),
    atom_string(Atom, Sentence).

                 /*******************************
                 *          Reading             *
                 *******************************/

text(unreadable_file(missing)) -->
    [ 'there is no such file'-[] ].
text(unreadable_file(forbidden)) -->
    [ 'the file may not be read: check its permissions'-[] ].
text(unreadable_file(other)) -->
    [ 'the file cannot be read'-[] ].
text(unreadable_file(Reason)) -->
    { \+ memberchk(Reason, [missing, forbidden, other]) },
    [ 'the file cannot be read: ~w'-[Reason] ].
text(syntax(Message)) -->
    { syntax_text(Message, Text) },
    [ 'syntax error: ~w'-[Text] ].
text(resource(What)) -->
    [ 'the term is too large to be read (~w)'-[What] ].
text(unexpected(Error)) -->
    [ 'the file cannot be read: ~p'-[Error] ].
text(directive) -->
    [ 'a directive is not run: a description is read, never executed; take it out'-[] ].
text(grammar_rule) -->
    [ 'a grammar rule (-->) is not part of the language; write the helper with :-'-[] ].
text(not_a_fact(Term)) -->
    [ 'expected a fact or a helper predicate, found ~p'-[Term] ].
text(fact_with_body(Name)) -->
    [ '`~w` is a fact and takes no body; only match_condition/3, state_adjust/6 and helpers do'-[Name] ].
text(clause_of_no_spec(Name/Arity, Forms)) -->
    [ '`~w/~w` is no fact of the language'-[Name, Arity] ],
    did_you_mean(Name, Forms),
    [ '; a helper predicate comes after the device/2 or requester/2 that it belongs to'-[] ].
text(misspelt_form(Name/Arity, Meant, Usage)) -->
    [ '`~w/~w` is called by no body, so it is no helper; did you mean ~w? It is written ~w'-
      [Name, Arity, Meant, Usage] ].
text(unused_helper(Name/Arity)) -->
    [ 'helper `~w/~w` is called by no body'-[Name, Arity] ].
text(singletons(Variables)) -->
    { atomic_list_concat(Variables, ', ', Text) },
    [ 'variables that stand only once: ~w; a misspelling? Begin their names with _ if meant'-[Text] ].

                 /*******************************
                 *        Taxonomy, units       *
                 *******************************/

text(expected_argument(Kind, Argument)) -->
    { argument_kind(Kind, Text) },
    [ 'expected ~w, found ~p'-[Text, Argument] ].
text(unknown_word(What, Name, Known)) -->
    [ 'unknown ~w `~w`'-[What, Name] ],
    did_you_mean(Name, Known).
text(not_an_enumeration(Path)) -->
    [ '`~w` is no enumeration, so it has no listed values'-[Path] ].
text(unit_spelled_twice(Name)) -->
    [ '`~w` already is the name or symbol of another unit'-[Name] ].
text(declared_twice(Term)) -->
    { functor(Term, Form, _),
      arg(1, Term, Name)
    },
    [ '~w `~w` is declared more than once'-[Form, Name] ].

                 /*******************************
                 *       Specs and facts        *
                 *******************************/

text(spec_declared_again(Spec, Kind)) -->
    [ '`~w` is declared already, as a ~w'-[Spec, Kind] ].
text(undeclared_spec(Spec, Specs)) -->
    [ 'no device/2 or requester/2 declares `~w`'-[Spec] ],
    did_you_mean(Spec, Specs).
text(declared_again(Form, Identity, Source, _)) -->
    { identity_text(Identity, Name) },
    [ '~w ~w is declared already, in ~w'-[Form, Name, Source] ].
text(form_of_other_kind(Form, FormKind, Spec, Kind)) -->
    [ '`~w` belongs to a ~w, and `~w` is a ~w'-[Form, FormKind, Spec, Kind] ].
text(variable_in_fact(Form)) -->
    [ 'a variable cannot stand in ~w: names begin with a small letter'-[Form] ].
text(variable_term) -->
    [ 'expected a term, found a variable: names begin with a small letter'-[] ].
text(expected_name(What)) -->
    [ 'expected a name (~w): letters, digits and _, a small letter first'-[What] ].
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
    [ 'expected taskflow or proximity, found ~p'-[Kind] ].
text(expected_group_accept) -->
    [ 'expected what the group accepts, such as accept(23)'-[] ].
text(unknown_mode(Mode)) -->
    [ 'expected the mode apply or remove, found ~p'-[Mode] ].
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
    [ 'expected a term of the taxonomy, found ~p'-[Term] ].
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
text(annotation_arity(Name)) -->
    [ '`~w` takes one argument'-[Name] ].
text(unknown_term(Name, Place, Known, Elsewhere)) -->
    { place_text(Place, PlaceText) },
    [ 'unknown term `~w` in ~w'-[Name, PlaceText] ],
    elsewhere(Elsewhere, Name, Known).
text(expected_branch(Name)) -->
    [ '`~w` is a branch: write ~w([...]) or ~w(id, [...])'-[Name, Name, Name] ].
text(expected_id(Id)) -->
    [ 'expected the id of the element, a name, found ~p'-[Id] ].
text(annotation_twice(Name)) -->
    [ '`~w` stands twice here: one of them is meant'-[Name] ].
text(annotation_value_twice(Name, Value)) -->
    [ '~w `~w` is named twice on one branch'-[Name, Value] ].
text(expected_amount(Name, Value)) -->
    [ '`~w` takes a number, 0 or more, found ~p'-[Name, Value] ].
text(leaf_without_value(Name, Kind)) -->
    [ '`~w` is an aspect and needs a value: '-[Name] ],
    text(bad_value(expected(Kind), Kind)).
text(not_a_leaf_annotation(Term, Side)) -->
    { leaf_annotations(Side, Text) },
    [ 'after the value come only annotations (~w), found ~p'-[Text, Term] ].
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
value_problem(expected(Kind), _) -->
    { kind_example(Kind, Text) },
    [ 'expected ~w'-[Text] ].
value_problem(expected_element(Space), _) -->
    { element_text(Space, Text) },
    [ 'expected ~w'-[Text] ].
value_problem(empty_list, _) -->
    [ 'expected at least one value in the list'-[] ].
value_problem(empty_range, _) -->
    [ 'nothing lies in this range'-[] ].
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
    ->  [ ', and this is a ~w'-[Quantity] ]
    ;   []
    ).
value_problem(unknown_unit(Written, Quantity, Layers), _) -->
    { unit_spellings(Layers, Quantity, Spellings) },
    [ 'unknown unit `~w`'-[Written] ],
    of_quantity(Quantity),
    did_you_mean(Written, Spellings).

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
    [ 'expected a goal, found ~p'-[Goal] ].
text(qualified_goal) -->
    [ 'a body calls the helpers of its own spec and pure built-ins, nothing of another module'-[] ].
text(forbidden_goal(Name/Arity, nearest(Near))) -->
    [ 'a body may not call `~w/~w`; did you mean `~w`?'-[Name, Arity, Near] ].
text(forbidden_goal(Name/Arity, other_arities(Arities))) -->
    { findall(Name/Other, member(Other, Arities), PIs),
      atomic_list_concat(PIs, ', ', Text)
    },
    [ 'a body may not call `~w/~w`; there is ~w'-[Name, Arity, Text] ].
text(forbidden_goal(Name/Arity, none)) -->
    [ 'a body may not call `~w/~w`: it may call pure built-ins, helpers of its own spec, submatch_value/3, current_state/2 and in_unit/3'-[Name, Arity] ].
text(forbidden_function(Name/Arity)) -->
    [ '`~w/~w` is no function of pure arithmetic'-[Name, Arity] ].
text(not_a_number(Expression)) -->
    [ 'expected a number or an arithmetic expression, found ~p'-[Expression] ].
text(broken_body(Kind, Reason)) -->
    { kind_text(Kind, Text) },
    [ '~w failed: '-[Text] ],
    broken(Reason).

broken(inference_limit) -->
    [ 'its body ran past 1,000,000 inferences'-[] ].
broken(threw(error(Formal, _))) -->
    !,
    [ 'its body threw ~p'-[Formal] ].
broken(threw(Error)) -->
    [ 'its body threw ~p'-[Error] ].
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
        ;   did_you_mean(Name, Names)
        )
    ;   [ 'expected an event, found ~p'-[Event] ]
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

elsewhere([Path|_], Name, _) -->
    !,
    [ '; `~w` belongs at ~w'-[Name, Path] ].
elsewhere([], Name, Known) -->
    did_you_mean(Name, Known).

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
    ->  format(atom(Text),
               'a quantity of ~w: a number and its unit as in 48*kilohertz, a list as in [32, 48]*kilohertz, or a range as in at_least(48*kilohertz)',
               [Quantity])
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
    ;   format(atom(Text), '~p', [Message])
    ).

syntax_sentence(end_of_clause, 'the term ends too early: something is missing before the full stop').
syntax_sentence(end_of_clause_expected,
                'expected the end of the term: a full stop, a comma or a bracket is missing or too many').
syntax_sentence(end_of_file, 'the file ends within a term: the full stop is missing').
syntax_sentence(end_of_file_in_quoted(_), 'the file ends within quotes: a closing quote is missing').
syntax_sentence(end_of_file_in_block_comment, 'the file ends within a comment: */ is missing').
syntax_sentence(operator_expected, 'expected an operator, a comma or a full stop between two terms').
syntax_sentence(operator_clash, 'operators clash: put the inner term in parentheses').
syntax_sentence(operator_balance, 'an operator has no argument').
syntax_sentence(cannot_start_term, 'a term cannot start here: a comma or bracket too many?').
syntax_sentence(illegal_number, 'this is no number').
syntax_sentence(undefined_char_escape(Char), Text) :-
    format(atom(Text), 'unknown escape \\~w in quotes', [Char]).
syntax_sentence(cannot_start_term(_), 'a term cannot start here').
