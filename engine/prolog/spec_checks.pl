% SPDX-License-Identifier: Apache-2.0
:- module(spec_checks,
          [ check_specs//5              % +Declarations, +Facts, +Layers, +Home, -Checked
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, nextto/3]).
:- use_module(library(apply), [maplist/3, foldl/4]).
:- use_module(library(assoc), [empty_assoc/1, list_to_assoc/2, get_assoc/3, put_assoc/4]).
:- use_module(library(pairs), [group_pairs_by_key/2]).
:- use_module(exact_numbers, [is_rational/1]).
:- use_module(group_checks, [group_terms//6, tree_elements/2, without_places/2]).
:- use_module(bodies, [body_clause//6, called_helpers/3]).
:- use_module(body_store, [most_helper_arguments/1]).
:- use_module(value_reader, [read_value/4]).
:- use_module(values, [value_space/2]).
:- use_module(language, [is_name/1, form/4, meant_form/4]).
:- use_module(positions,
              [argument_position/3, element_positions/2, path_position/3, position_offset/2]).
:- use_module(diagnostics, [mistake//3, warning//3, below/3]).

/** <module> Device and requester facts: checked, and made what the engine stores

The facts of one spec may stand in any order and in several files, so a spec is
checked as a whole: first what it declares, then each fact against that.

A declaration is declared(Spec, Kind, Source, Position), Kind `device` or
`requester`. A fact is fact(Spec, Form, Clause): Form is the name of its form or
`helper`, Clause is clause(Source, Head, HeadPosition, Body, BodyPosition).

What is checked of a spec is a list of facts of knowledge_base.pl (without the
session) and of body(Clause) for bodies.pl.
*/

%!  check_specs(+Declarations, +Facts, +Layers, +Home, -Checked)// is det.
%
%   Checked is a list of Spec-SpecChecked, in order of declaration.

check_specs(Declarations, Facts, Layers, Home, Checked) -->
    { findall(Spec-true, member(declared(Spec, _, _, _), Declarations), Specs),
      list_to_assoc(Specs, Known)
    },
    unknown_specs(Facts, Known, Specs),
    { maplist(by_spec, Facts, Keyed),
      keysort(Keyed, Sorted),
      group_pairs_by_key(Sorted, BySpec),
      list_to_assoc(BySpec, FactsOf)
    },
    each_spec(Declarations, FactsOf, Layers, Home, Checked).

by_spec(fact(Spec, Form, Clause), Spec-(Form-Clause)).

%   unknown_specs(+Facts, +Known, +Specs)// is det.
%
%   The first fact of each spec that is declared nowhere is reported.

unknown_specs([], _, _) --> [].
unknown_specs([fact(Spec, Form, clause(Source, _, P, _, _))|Facts], Known, Specs) -->
    (   { Form == helper
        ; get_assoc(Spec, Known, _)
        }
    ->  { Known1 = Known }
    ;   { argument_position(P, 1, SpecP),
          put_assoc(Spec, Known, true, Known1),
          findall(Name, member(Name-_, Specs), Names)
        },
        mistake(where(Source, [Form, Spec]), SpecP, undeclared_spec(Spec, Names))
    ),
    unknown_specs(Facts, Known1, Specs).

each_spec([], _, _, _, []) --> [].
each_spec([Declaration|Declarations], FactsOf, Layers, Home, [Spec-Checked|Checkeds]) -->
    { Declaration = declared(Spec, Kind, _, _),
      get_assoc(Spec, FactsOf, Own)
    },
    check_spec(Kind, Declaration, Own, Layers, Home, Checked),
    each_spec(Declarations, FactsOf, Layers, Home, Checkeds).

%   check_spec(+Kind, +Declaration, +Facts, +Layers, +Home, -Checked)// is det.

check_spec(Kind, declared(Spec, Kind, Source, Position), Facts, Layers, Home, Checked) -->
    { declared_names(Facts, Layers, Kind, Declared),
      helpers(Facts, Helpers),
      Spec0 = spec(Spec, Kind, Layers, Declared, scope(Spec, Home, Helpers)),
      position_offset(Position, Offset)
    },
    { empty_assoc(Nothing) },
    declared_twice(Facts, Nothing, Spec),
    unused_helpers(Helpers, Facts, Spec),
    check_facts(Facts, Spec0, Checked1, []),
    whole(Kind, Spec, Facts, Checked1, Checked2),
    { (   memberchk(Kind-clause(_, Head, _, _, _), Facts),
          arg(2, Head, Text),
          string(Text)
      ->  true
      ;   Text = ""
      ),
      Checked = [spec(Spec, Kind, Text), place(Spec, Kind, Spec, Source, Offset)|Checked2]
    }.

%   declared_names(+Facts, +Layers, +Kind, -Declared) is det.
%
%   As group_checks.pl wants it. The code and data interfaces of a requester
%   are names of its own.

declared_names(Facts, Layers, Kind, Declared) :-
    findall(Name, declared_name(Facts, Layers, Name), Declared0),
    (   Kind == requester
    ->  Declared = ['code_interface'-any, 'data_interface'-any|Declared0]
    ;   Declared = Declared0
    ).

declared_name(Facts, _, Form-Name) :-
    member(Form-clause(_, Head, _, _, _), Facts),
    memberchk(Form, [registration_unit, code_interface, state, match_condition, state_adjust]),
    arg(2, Head, Name),
    atom(Name).
declared_name(Facts, Layers, state-Name-Space) :-
    member(state-clause(_, state(_, Name, Term), _, _, _), Facts),
    atom(Name),
    (   read_value(Term, free, Layers, ok(Value))
    ->  value_space(Value, Space)
    ;   Space = unknown
    ).

helpers(Facts, Helpers) :-
    findall(Name/Arity,
            ( member(helper-clause(_, Head, _, _, _), Facts),
              functor(Head, Name, Arity)
            ),
            Helpers0),
    sort(Helpers0, Helpers).

%   declared_twice(+Facts, +Seen, +Spec)// is det.

declared_twice([], _, _) --> [].
declared_twice([Form-Clause|Facts], Seen, Spec) -->
    (   { identity(Form, Clause, Identity) }
    ->  { Clause = clause(Source, _, P, _, _) },
        (   { get_assoc(Identity, Seen, first(FirstSource, FirstOffset)) }
        ->  mistake(where(Source, [Spec]), P,
                    declared_again(Form, Identity, FirstSource, FirstOffset)),
            { Seen1 = Seen }
        ;   { position_offset(P, Offset),
              put_assoc(Identity, Seen, first(Source, Offset), Seen1)
            }
        )
    ;   { Seen1 = Seen }
    ),
    declared_twice(Facts, Seen1, Spec).

%   identity(+Form, +Clause, -Identity) is semidet.
%
%   No two facts of a spec have the same Identity.

identity(Form, clause(_, Head, _, _, _), Form/Name) :-
    memberchk(Form, [registration_unit, code_interface, state, device_group, outlet,
                     composite_request, request, request_group]),
    arg(2, Head, Name),
    atom(Name).
identity(connects, clause(_, connects(_, From, To), _, _, _), connects/From/To) :-
    ground(From/To).
identity(usb_identity, clause(_, usb_identity(_, V, P), _, _, _), usb_identity/V/P) :-
    \+ nth_bad([V, P], 2, _).

%   unused_helpers(+Helpers, +Facts, +Spec)// is det.
%
%   A fact that is misspelt looks like a helper that nobody calls.

unused_helpers([], _, _) --> !.
unused_helpers(Helpers, Facts, Spec) -->
    { findall(Called,
              ( member(_-clause(_, Head, _, Body, _), Facts),
                Body \== true,
                functor(Head, Name, Arity),
                called_helpers(Body, Helpers, Called0),
                member(Called, Called0),
                Called \== Name/Arity
              ),
              Called1),
      sort(Called1, Called2),
      findall(Each-true, member(Each, Called2), CalledPairs),
      list_to_assoc(CalledPairs, CalledOnes)
    },
    each_unused_helper(Facts, CalledOnes, Spec).

each_unused_helper([], _, _) --> [].
each_unused_helper([Form-clause(Source, Head, P, _, _)|Facts], Called, Spec) -->
    (   { Form == helper,
          functor(Head, Name, Arity),
          \+ get_assoc(Name/Arity, Called, _),
          \+ taken_name(Name, Arity)
        }
    ->  (   { meant_form(Name, Arity, Meant, Usage) }
        ->  (   { Meant = Name/_
              ; speaks_like_a_fact(Head, Spec)
              }
            ->  mistake(where(Source, [Name, Spec]), P, misspelt_form(Name/Arity, Meant, Usage))
            ;   warning(where(Source, [Name, Spec]), P, misspelt_form(Name/Arity, Meant, Usage))
            )
        ;   warning(where(Source, [Name, Spec]), P, unused_helper(Name/Arity))
        )
    ;   []
    ),
    each_unused_helper(Facts, Called, Spec).

%   The first argument of a fact is its spec, or what happens.

speaks_like_a_fact(Head, Spec) :-
    compound(Head),
    arg(1, Head, First),
    (   First == Spec
    ->  true
    ;   nonvar(First),
        possible_event(First)
    ).

possible_event(system_connect(_)).
possible_event(system_disconnect(_)).
possible_event(device_connect(_, _, _)).
possible_event(device_disconnect(_)).
possible_event(requester_create(_, _, _)).
possible_event(requester_cancel(_)).

                 /*******************************
                 *          Each fact           *
                 *******************************/

%   check_facts(+Facts, +Spec, ?Checked, ?Tail)// is det.

check_facts([], _, Checked, Checked) --> [].
check_facts([Form-Clause|Facts], Spec, Checked0, Checked) -->
    { Clause = clause(Source, Head, P, _, _),
      Spec = spec(Name, Kind, _, _, _)
    },
    (   { form(Form, _, FormKind, _),
          other_kind(FormKind, Kind),
          \+ memberchk(Form, [device, requester])
        }
    ->  mistake(where(Source, [Name]), P, form_of_other_kind(Form, FormKind, Name, Kind)),
        { Checked1 = Checked0 }
    ;   { memberchk(Form, [match_condition, state_adjust, helper])
        ; ground(Head)
        ; only_terms_open(Form, Head)
        }
    ->  fact(Form, Clause, Spec, Checked0, Checked1)
    ;   { variable_position(Head, P, VariableP) },
        mistake(where(Source, [Form, Name]), VariableP, variable_in_fact(Form)),
        { Checked1 = Checked0 }
    ),
    check_facts(Facts, Spec, Checked1, Checked).

%   A variable among the terms of a group is reported with its term path.

only_terms_open(Form, Head) :-
    memberchk(Form, [device_group, request_group]),
    functor(Head, _, Arity),
    Last is Arity - 1,
    \+ ( between(1, Last, I),
         arg(I, Head, Argument),
         \+ ground(Argument)
       ).

other_kind(device, requester).
other_kind(requester, device).

variable_position(Term, Position, Position) :-
    var(Term),
    !.
variable_position(Term, Position, VariableP) :-
    compound(Term),
    (   is_list(Term)
    ->  Arguments = Term
    ;   Term =.. [_|Arguments]
    ),
    nonground(Arguments, 1, I, Argument),
    argument_position(Position, I, P),
    variable_position(Argument, P, VariableP).

nonground([Argument|Arguments], I0, I, Found) :-
    (   ground(Argument)
    ->  I1 is I0 + 1,
        nonground(Arguments, I1, I, Found)
    ;   I = I0,
        Found = Argument
    ).

%   fact(+Form, +Clause, +Spec, ?Checked, ?Tail)// is det.

fact(Form, clause(Source, Head, P, _, _), spec(Spec, _, _, _, _), Checked, Checked) -->
    { memberchk(Form, [device, requester]) },
    !,
    (   { arg(2, Head, Text),
          string(Text)
        }
    ->  []
    ;   { argument_position(P, 2, TextP) },
        mistake(where(Source, [Spec]), TextP, expected_text)
    ).
fact(Form, Clause, Spec, Checked0, Checked) -->
    { Clause = clause(Source, Head, P, _, _),
      Spec = spec(SpecName, _, _, _, _),
      compound(Head),
      arg(2, Head, Name),
      form(Form, _, _, _),
      Form \== usb_identity,
      \+ is_name(Name)
    },
    !,
    { argument_position(P, 2, NameP),
      Checked0 = Checked
    },
    { Form == connects
    ->  What = element
    ;   What = Form
    },
    mistake(where(Source, [Form, SpecName]), NameP, expected_name(What)).
fact(registration_unit, Clause, spec(Spec, _, _, _, _),
     [spec_unit(Spec, Unit), Place|Checked], Checked) -->
    { Clause = clause(_, registration_unit(_, Unit), _, _, _),
      place_of(Clause, Spec, registration_unit, Unit, Place)
    }.
fact(code_interface, Clause, spec(Spec, _, _, _, _), Checked0, Checked) -->
    { Clause = clause(Source, code_interface(_, Interface, Operations), P, _, _),
      place_of(Clause, Spec, code_interface, Interface, Place),
      argument_position(P, 3, OperationsP)
    },
    names(Operations, OperationsP, where(Source, [Interface, Spec]), operation, Outcome),
    { (   Outcome == fine
      ->  Checked0 = [spec_code_interface(Spec, Interface, Operations), Place|Checked]
      ;   Checked0 = Checked
      )
    }.
fact(state, Clause, spec(Spec, _, Layers, _, _), Checked0, Checked) -->
    { Clause = clause(Source, state(_, State, Term), P, _, _),
      place_of(Clause, Spec, state, State, Place),
      argument_position(P, 3, ValueP),
      read_value(Term, free, Layers, Result)
    },
    (   { Result = ok(Value) }
    ->  { Checked0 = [spec_state(Spec, State, Value), Place|Checked] }
    ;   { Result = problem(Path, Problem),
          path_position(ValueP, Path, ProblemP),
          Checked0 = Checked
        },
        mistake(where(Source, [State, Spec]), ProblemP, bad_value(Problem, free))
    ).
fact(device_group, Clause, spec(Spec, _, Layers, Declared, _),
     [device_group(Spec, Group, Tree), Place|Checked], Checked) -->
    { Clause = clause(Source, device_group(_, Group, Terms), P, _, _),
      place_of(Clause, Spec, device_group, Group, Place),
      argument_position(P, 3, TermsP)
    },
    group_terms(device, Terms, TermsP, where(Source, [Group, Spec]), scope(Layers, Declared), Tree).
fact(connects, Clause, spec(Spec, _, _, _, _), Checked0, Checked) -->
    { Clause = clause(Source, connects(_, From, To), P, _, _) },
    (   { atom(To) }
    ->  { position_offset(P, Offset),
          Checked0 = [connection(Spec, From, To), place(Spec, connects, From-To, Source, Offset)
                     |Checked]
        }
    ;   { argument_position(P, 3, ToP),
          Checked0 = Checked
        },
        mistake(where(Source, [connects, Spec]), ToP, expected_name(element))
    ).
fact(usb_identity, Clause, spec(Spec, _, _, _, _), Checked0, Checked) -->
    { Clause = clause(Source, usb_identity(_, Vendor, Product), P, _, _) },
    (   { nth_bad([Vendor, Product], 2, I) }
    ->  { argument_position(P, I, BadP),
          Checked0 = Checked
        },
        mistake(where(Source, [usb_identity, Spec]), BadP, expected_usb_number)
    ;   { Checked0 = [usb_identity(Spec, Vendor, Product)|Checked] }
    ).
fact(outlet, Clause, spec(Spec, _, _, _, _), [outlet0(Outlet, Alternatives, Clause)|Checked], Checked) -->
    { Clause = clause(Source, outlet(_, Outlet, Terms), P, _, _),
      argument_position(P, 3, TermsP)
    },
    alternatives(Terms, TermsP, where(Source, [Outlet, Spec]), Alternatives).
fact(composite_request, Clause, spec(Spec, _, _, _, _), Checked0, Checked) -->
    named_list(composite_request, request, Clause, Spec, Checked0, Checked).
fact(request, Clause, spec(Spec, _, _, _, _), Checked0, Checked) -->
    named_list(request, request_group, Clause, Spec, Checked0, Checked).
fact(request_group, Clause, spec(Spec, _, Layers, Declared, _), Checked0, Checked) -->
    { Clause = clause(Source, request_group(_, Group, Kind, Accept0, Terms), P, _, _),
      place_of(Clause, Spec, request_group, Group, Place),
      Where = where(Source, [Group, Spec]),
      argument_position(P, 3, KindP),
      argument_position(P, 4, AcceptP),
      argument_position(P, 5, TermsP)
    },
    (   { memberchk(Kind, [taskflow, proximity]) }
    ->  []
    ;   mistake(Where, KindP, unknown_group_kind(Kind))
    ),
    (   { Accept0 = accept(Accept),
          is_rational(Accept),
          Accept >= 0
        }
    ->  []
    ;   mistake(Where, AcceptP, expected_group_accept),
        { Accept = 0 }
    ),
    group_terms(request, Terms, TermsP, Where, scope(Layers, Declared), Tree),
    { Checked0 = [request_group(Spec, Group, Kind, Accept, Tree), Place|Checked] }.
fact(match_condition, Clause, spec(Spec, _, _, _, Scope), Checked0, Checked) -->
    { Clause = clause(Source, match_condition(_, Name, SubMatch), P, Body, BodyP),
      position_offset(P, Offset)
    },
    body_clause(Scope, where(Source, [Name, Spec]), condition(Name, SubMatch), Body, BodyP, Safe),
    { Checked0 = [body(Safe), spec_body(Spec, condition, Name, Source, Offset)|Checked] }.
fact(state_adjust, Clause, spec(Spec, _, _, Declared, Scope), Checked0, Checked) -->
    { Clause = clause(Source, state_adjust(_, Name, State, Mode, Old, New), P, Body, BodyP),
      position_offset(P, Offset),
      Where = where(Source, [Name, Spec]),
      argument_position(P, 3, StateP),
      argument_position(P, 4, ModeP),
      findall(Known, member(state-Known, Declared), States)
    },
    (   { \+ atom(State) }
    ->  mistake(Where, StateP, expected_name(state))
    ;   { memberchk(State, States) }
    ->  []
    ;   mistake(Where, StateP, undeclared(state, State, States))
    ),
    (   { modes(Mode, Modes) }
    ->  []
    ;   { Modes = [] },
        mistake(Where, ModeP, unknown_mode(Mode))
    ),
    body_clause(Scope, Where, adjustment(Name, State, Mode, Old, New), Body, BodyP, Safe),
    { findall(spec_adjusts(Spec, Name, Each, State), member(Each, Modes), Adjusts),
      append(Adjusts, Checked, Checked1),
      Checked0 = [body(Safe), spec_body(Spec, adjustment, Name, Source, Offset)|Checked1]
    }.
fact(helper, clause(Source, Head, P, Body, BodyP), spec(Spec, _, _, _, Scope),
     Checked0, Checked) -->
    { Head =.. [Name|Arguments],
      length(Arguments, Arity),
      Where = where(Source, [Name, Spec])
    },
    (   { form(Name, Arity, _, _)
        ; taken_name(Name, Arity)
        }
    ->  { Checked0 = Checked },
        mistake(Where, P, helper_name_taken(Name/Arity))
    ;   { most_helper_arguments(Most),
          Arity > Most
        }
    ->  { Checked0 = Checked },
        mistake(Where, P, helper_arguments(Name/Arity, Most))
    ;   body_clause(Scope, Where, helper(Name, Arguments), Body, BodyP, Safe),
        { Checked0 = [body(Safe)|Checked] }
    ).

%   A helper cannot be called by a name that already means something.

taken_name(Name, Arity) :-
    functor(Head, Name, Arity),
    predicate_property(system:Head, iso),
    !.
taken_name(Name, Arity) :-
    memberchk(Name/Arity, [(',')/2, (;)/2, (->)/2, (*->)/2, (\+)/1, (:)/2, (:-)/1, (:-)/2,
                           (-->)/2, !/0, (?-)/1, current_state/2, submatch_value/3, in_unit/3]).

modes(Mode, [apply, remove]) :-
    var(Mode),
    !.
modes(Mode, [Mode]) :-
    memberchk(Mode, [apply, remove]).

nth_bad([X|Xs], I, Bad) :-
    (   integer(X),
        between(0, 0xffff, X)
    ->  I1 is I + 1,
        nth_bad(Xs, I1, Bad)
    ;   Bad = I
    ).

place_of(clause(Source, _, P, _, _), Spec, Kind, Name, place(Spec, Kind, Name, Source, Offset)) :-
    position_offset(P, Offset).

%   names(+Names, +Position, +Where, +What, -Outcome)// is det.

names(Names, P, Where, What, Outcome) -->
    (   { \+ is_list(Names) }
    ->  { Outcome = wrong },
        mistake(Where, P, expected_list_of(What))
    ;   { bad_element(Names, 1, I) }
    ->  { argument_position(P, I, BadP),
          Outcome = wrong
        },
        mistake(Where, BadP, expected_name(What))
    ;   { Outcome = fine }
    ).

bad_element([Name|Names], I0, I) :-
    (   is_name(Name)
    ->  I1 is I0 + 1,
        bad_element(Names, I1, I)
    ;   I = I0
    ).

named_list(Form, What, Clause, Spec, Checked0, Checked) -->
    { Clause = clause(Source, Head, P, _, _),
      Head =.. [_, _, Name, Names],
      place_of(Clause, Spec, Form, Name, Place),
      argument_position(P, 3, NamesP),
      Where = where(Source, [Name, Spec])
    },
    names(Names, NamesP, Where, What, Outcome),
    (   { Names == [] }
    ->  mistake(Where, NamesP, empty_list_of(What))
    ;   []
    ),
    { (   Outcome == fine
      ->  Checked0 = [list0(Form, Name, Names, Clause), Place|Checked]
      ;   Checked0 = [list0(Form, Name, [], Clause), Place|Checked]
      )
    }.

%   alternatives(+Terms, +Position, +Where, -Alternatives)// is det.
%
%   Alternatives are alternative(Name, Priority, Position).

alternatives(Terms, P, Where, Alternatives) -->
    { is_list(Terms),
      Terms \== [],
      element_positions(P, Positions)
    },
    !,
    alternative_list(Terms, Positions, Where, [], Alternatives).
alternatives(_, P, Where, []) -->
    mistake(Where, P, expected_alternatives).

alternative_list([], [], _, _, []) --> [].
alternative_list([Term|Terms], [P|Ps], Where, Seen, Alternatives) -->
    (   { Term = Name-Priority,
          is_name(Name),
          is_rational(Priority)
        }
    ->  (   { memberchk(Name, Seen) }
        ->  mistake(Where, P, alternative_twice(Name)),
            { Alternatives = Alternatives1 }
        ;   { Alternatives = [alternative(Name, Priority, P)|Alternatives1] }
        ),
        { Seen1 = [Name|Seen] }
    ;   mistake(Where, P, expected_alternative),
        { Alternatives = Alternatives1,
          Seen1 = Seen
        }
    ),
    alternative_list(Terms, Ps, Where, Seen1, Alternatives1).

                 /*******************************
                 *       The spec as a whole    *
                 *******************************/

%   whole(+Kind, +Spec, +Facts, +Checked0, -Checked)// is det.

whole(device, Spec, Facts, Checked, Checked) -->
    { findall(Element,
              ( nextto(device_group(_, Group, Tree), place(_, device_group, Group, Source, _),
                       Checked),
                tree_elements(Tree, Ids),
                member(element(Id, Branch), Ids),
                Element = element(Id, Group, Source, Branch)
              ),
              Elements)
    },
    shared_elements(Elements, [], Spec),
    { written_ids(Facts, Ids) },
    connections(Facts, Ids, Spec).
whole(requester, Spec, _, Checked0, Checked) -->
    { findall(Form-Name,
              ( member(place(_, Form, Name, _, _), Checked0),
                memberchk(Form, [composite_request, request, request_group])
              ),
              Known)
    },
    list_references(Checked0, Known, Spec),
    outlets(Checked0, Known, Spec, Checked0, Checked).

%   shared_elements(+Elements, +Seen, +Spec)// is det.
%
%   An element may stand in several groups, but only as the same element. A
%   group that was declared twice, maybe in two sources, is two by one name.

shared_elements([], _, _) --> [].
shared_elements([element(Id, Group, Source, Branch)|Elements], Seen, Spec) -->
    { Branch = branch(_, tag(_, _, Offset), _, _) },
    (   { memberchk(element(Id, Group, _), Seen) }
    ->  mistake(where(Source, [Id, Group, Spec]), Offset, id_twice_in_group(Id)),
        { Seen1 = Seen }
    ;   { memberchk(element(Id, OtherGroup, Other), Seen) }
    ->  { Seen1 = [element(Id, Group, Branch)|Seen] },
        (   { without_places([Branch], Same),
              without_places([Other], Same)
            }
        ->  []
        ;   mistake(where(Source, [Id, Group, Spec]), Offset, id_of_two_elements(Id, OtherGroup))
        )
    ;   { Seen1 = [element(Id, Group, Branch)|Seen] }
    ),
    shared_elements(Elements, Seen1, Spec).

%   written_ids(+Facts, -Ids) is det.
%
%   The ids in device groups as they are written: a mistake around an element
%   does not make its id unknown.

written_ids(Facts, Ids) :-
    findall(Id,
            ( member(device_group-clause(_, device_group(_, _, Terms), _, _, _), Facts),
              written_id(Terms, Id)
            ),
            Ids0),
    sort(Ids0, Ids).

written_id(Terms, Id) :-
    nonvar(Terms),
    Terms = [Term|Rest],
    (   compound(Term),
        compound_name_arguments(Term, _, Arguments),
        (   Arguments = [Id0, Below],
            is_list(Below)
        ->  (   atom(Id0),
                Id = Id0
            ;   written_id(Below, Id)
            )
        ;   Arguments = [Below]
        ->  written_id(Below, Id)
        )
    ;   written_id(Rest, Id)
    ).

connections([], _, _) --> [].
connections([Form-clause(Source, Head, P, _, _)|Facts], Ids, Spec) -->
    (   { Form == connects,
          ground(Head)
        }
    ->  { Head = connects(_, From, To) },
        known_end(From, 2, Ids, P, where(Source, [connects, Spec])),
        known_end(To, 3, Ids, P, where(Source, [connects, Spec]))
    ;   []
    ),
    connections(Facts, Ids, Spec).

known_end(Id, I, Ids, P, Where) -->
    (   { \+ atom(Id)
        ; memberchk(Id, Ids)
        }
    ->  []
    ;   { argument_position(P, I, EndP) },
        mistake(Where, EndP, unknown_element(Id, Ids))
    ).

%   list_references(+Checked, +Known, +Spec)// is det.
%
%   Composite requests name requests, requests name request groups.

list_references([], _, _) --> [].
list_references([Item|Items], Known, Spec) -->
    (   { Item = list0(Form, Name, Names, clause(Source, _, P, _, _)) }
    ->  { listed(Form, What),
          argument_position(P, 3, NamesP)
        },
        references(Names, 1, What, NamesP, where(Source, [Name, Spec]), Known)
    ;   []
    ),
    list_references(Items, Known, Spec).

listed(composite_request, request).
listed(request, request_group).

references([], _, _, _, _, _) --> [].
references([Name|Names], I, What, P, Where, Known) -->
    (   { memberchk(What-Name, Known) }
    ->  []
    ;   { findall(Other, member(What-Other, Known), Others),
          argument_position(P, I, NameP)
        },
        mistake(Where, NameP, undeclared(What, Name, Others))
    ),
    { I1 is I + 1 },
    references(Names, I1, What, P, Where, Known).

%   outlets(+Items, +Known, +Spec, +All, -Checked)// is det.
%
%   Puts the lists together: an outlet with its alternatives in descending
%   priority, each with its requests, each with its request groups.

outlets([], _, _, _, []) --> [].
outlets([Item|Items], Known, Spec, All, Checked) -->
    (   { Item = outlet0(Outlet, Alternatives, Clause) }
    ->  { Clause = clause(Source, _, _, _, _) },
        outlet_references(Alternatives, where(Source, [Outlet, Spec]), Known),
        { by_priority(Alternatives, Sorted),
          findall(alternative(Name, Priority, Requests),
                  ( member(alternative(Name, Priority, _), Sorted),
                    requests_of(Name, All, Requests)
                  ),
                  Whole),
          place_of(Clause, Spec, outlet, Outlet, Place),
          Checked = [spec_outlet(Spec, Outlet, Whole), Place|Checked1]
        }
    ;   { Item = list0(_, _, _, _) }
    ->  { Checked = Checked1 }
    ;   { Checked = [Item|Checked1] }
    ),
    outlets(Items, Known, Spec, All, Checked1).

outlet_references([], _, _) --> [].
outlet_references([alternative(Name, _, P)|Alternatives], Where, Known) -->
    (   { memberchk(composite_request-Name, Known) }
    ->  []
    ;   { findall(Other, member(composite_request-Other, Known), Others) },
        mistake(Where, P, undeclared(composite_request, Name, Others))
    ),
    outlet_references(Alternatives, Where, Known).

%   Equal priorities stay in written order.

by_priority(Alternatives, Sorted) :-
    findall(Descending-Alternative,
            ( member(Alternative, Alternatives),
              Alternative = alternative(_, Priority, _),
              Descending is -Priority
            ),
            Keyed),
    sort_by_number(Keyed, SortedKeyed),
    findall(Alternative, member(_-Alternative, SortedKeyed), Sorted).

%   keysort/2 would take 1 and 1r2 in the standard order of their types.

sort_by_number(Keyed, Sorted) :-
    foldl(insert, Keyed, [], Sorted).

insert(Key-Item, Sorted0, Sorted) :-
    (   Sorted0 = [First-Other|Rest],
        First =< Key
    ->  Sorted = [First-Other|Sorted1],
        insert(Key-Item, Rest, Sorted1)
    ;   Sorted = [Key-Item|Sorted0]
    ).

requests_of(Alternative, All, Requests) :-
    memberchk(list0(composite_request, Alternative, Names, _), All),
    findall(request(Name, Groups),
            ( member(Name, Names),
              memberchk(list0(request, Name, Groups, _), All)
            ),
            Requests).
