% SPDX-License-Identifier: Apache-2.0
:- module(equivalence,
          [ spec_difference/4           % +Session, +Spec1, +Spec2, -Difference
          ]).
:- use_module(library(apply), [foldl/4]).
:- use_module(library(assoc), [empty_assoc/1, get_assoc/3, put_assoc/4]).
:- use_module(library(lists), [member/2, memberchk/2, append/3]).
:- use_module(knowledge_base,
              [ session/4,
                spec_unit/3,
                spec_code_interface/4,
                spec_state/4,
                spec_body/6,
                device_group/4,
                connection/4
              ]).
:- use_module(bodies, [body_clauses/5, helper_call/5]).
:- use_module(value_writer, [value_text/2]).

/** <module> When two device specs are of the same structural type

Two specs are equivalent where no requester can tell a device of one from a
device of the other, but by names that the describer made up. So

  - groups correspond in their order, and so do terms of one name on one level:
    both are tried in order, and the first that fits is taken
  - terms of different names may stand in any order: the request's order counts
  - values are equal as exact numbers, in whatever unit they are written. The
    order of a list counts, because a match keeps it
  - registration units, code interfaces, states, conditions, adjustments, helpers
    and the ids of elements correspond one to one, whatever their names. Notes of
    one kind on one term correspond in written order
  - a code interface has the same operations, in any order; a state starts with
    the same value
  - bodies are the same clause by clause, up to the names of variables and the
    names above. An atom that names a state is taken for that state wherever it
    stands in a body
  - connections go between corresponding elements
  - of what no group uses: as many units, interfaces with the same operations,
    states with the same values; conditions and adjustments in order

The text of device/2 and the USB identity say which product it is, not what it is
made of: they are not compared.

The walk carries a _pairing_ of names and ends at the first difference. Each step
is called with a pairing and gives same(Pairing) or differ(Difference).
*/

%!  spec_difference(+Session, +Spec1, +Spec2, -Difference) is det.
%
%   Difference is `none`, or the first one in the order in which Spec1 is
%   written: difference(Kind, Path1, Path2, Has1, Has2). Kind is `group`,
%   `term`, `value`, `element`, `registration_unit`, `code_interface`, `state`,
%   `match_condition`, `state_adjust` or `connection`; paths are names from
%   the inside out; what each has is a text, '' for nothing.

spec_difference(Session, Spec1, Spec2, Difference) :-
    empty_pairing(Pairing),
    Specs = specs(Session, Spec1, Spec2),
    step(same(Pairing), groups(Specs), Outcome1),
    step(Outcome1, units(Specs), Outcome2),
    step(Outcome2, unused_bodies(condition, match_condition, Specs), Outcome3),
    step(Outcome3, unused_bodies(adjustment, state_adjust, Specs), Outcome4),
    step(Outcome4, unused(code_interface, Specs), Outcome5),
    step(Outcome5, unused(state, Specs), Outcome6),
    step(Outcome6, connections(Specs), Outcome),
    (   Outcome = differ(Difference)
    ->  true
    ;   Difference = none
    ).

:- meta_predicate
    step(+, 2, -),
    steps(3, +, +, -).

%   step(+Outcome0, :Step, -Outcome) is det.
%   steps(:Step, +Items, +Pairing, -Outcome) is det.
%
%   One step more, or one for each of Items, as long as nothing differs.

step(differ(Difference), _, differ(Difference)).
step(same(Pairing), Step, Outcome) :-
    call(Step, Pairing, Outcome).

steps(_, [], Pairing, same(Pairing)).
steps(Step, [Item|Items], Pairing, Outcome) :-
    call(Step, Item, Pairing, Outcome0),
    (   Outcome0 = same(Pairing1)
    ->  steps(Step, Items, Pairing1, Outcome)
    ;   Outcome = Outcome0
    ).

                 /*******************************
                 *            Names             *
                 *******************************/

%   A pairing is pairing(Count, Forth, Back): Forth has Kind-Name1 to Name2,
%   Back has Kind-Name2 to Name1. Count numbers elements without an id.

empty_pairing(pairing(0, Empty, Empty)) :-
    empty_assoc(Empty).

paired(pairing(_, Forth, _), Kind, Name1, Name2) :-
    get_assoc(Kind-Name1, Forth, Name2).

paired_back(pairing(_, _, Back), Kind, Name2, Name1) :-
    get_assoc(Kind-Name2, Back, Name1).

%   name_pair(+Kind, +Where, +Names, +Pairing, -Outcome) is det.
%
%   Names is Name1-Name2. Names that meet for the first time are paired, and
%   what they stand for is compared. Where is where(Path1, Path2, Specs).

name_pair(Kind, Where, Name1-Name2, Pairing0, Outcome) :-
    (   paired(Pairing0, Kind, Name1, Partner2)
    ->  true
    ;   Partner2 = none
    ),
    (   paired_back(Pairing0, Kind, Name2, Partner1)
    ->  true
    ;   Partner1 = none
    ),
    (   Partner1 == none,
        Partner2 == none
    ->  Pairing0 = pairing(Count, Forth0, Back0),
        put_assoc(Kind-Name1, Forth0, Name2, Forth),
        put_assoc(Kind-Name2, Back0, Name1, Back),
        meaning(Kind, Name1, Name2, Where, pairing(Count, Forth, Back), Outcome)
    ;   Partner1 == Name1,
        Partner2 == Name2
    ->  Outcome = same(Pairing0)
    ;   partner_text(Name1, Partner2, Has1),
        partner_text(Name2, Partner1, Has2),
        kind_of_difference(Kind, Shown),
        differ(Shown, Where, Has1, Has2, Outcome)
    ).

partner_text(Name, Partner, Text) :-
    name_text(Name, Shown),
    (   ( Partner == none ; Partner = unnamed(_) )
    ->  Text = Shown
    ;   name_text(Partner, ShownPartner),
        format(string(Text), "~w, elsewhere ~w", [Shown, ShownPartner])
    ).

name_text(unnamed(_), "an element without an id") :- !.
name_text(Name/Arity0, Text) :-
    !,
    Arity is Arity0 - 1,
    format(string(Text), "~w/~w", [Name, Arity]).
name_text(Name, Name).

kind_of_difference(helper(Kind), Kind) :- !.
kind_of_difference(condition, match_condition) :- !.
kind_of_difference(adjustment, state_adjust) :- !.
kind_of_difference(Kind, Kind).

differ(Kind, where(Path1, Path2, _), Has1, Has2,
       differ(difference(Kind, Path1, Path2, Has1, Has2))).

%   meaning(+Kind, +Name1, +Name2, +Where, +Pairing, -Outcome) is det.

meaning(registration_unit, _, _, _, Pairing, same(Pairing)).
meaning(element, _, _, _, Pairing, same(Pairing)).
meaning(code_interface, Name1, Name2, where(_, _, Specs), Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    operations(Session, Spec1, Name1, Operations1),
    operations(Session, Spec2, Name2, Operations2),
    (   Operations1 == Operations2
    ->  Outcome = same(Pairing)
    ;   names_text(Operations1, Has1),
        names_text(Operations2, Has2),
        differ(code_interface, where([Name1, Spec1], [Name2, Spec2], Specs), Has1, Has2, Outcome)
    ).
meaning(state, Name1, Name2, where(_, _, Specs), Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    spec_state(Session, Spec1, Name1, Value1),
    spec_state(Session, Spec2, Name2, Value2),
    !,
    same_values(state, Value1, Value2, where([Name1, Spec1], [Name2, Spec2], Specs), Pairing,
                Outcome).
meaning(condition, Name1, Name2, where(_, _, Specs), Pairing, Outcome) :-
    same_bodies(condition, match_condition, Name1, Name2, Specs, Pairing, Outcome).
meaning(adjustment, Name1, Name2, where(_, _, Specs), Pairing, Outcome) :-
    same_bodies(adjustment, state_adjust, Name1, Name2, Specs, Pairing, Outcome).
meaning(helper(Kind), Name1, Name2, where(_, _, Specs), Pairing, Outcome) :-
    same_bodies(helper, Kind, Name1, Name2, Specs, Pairing, Outcome).

operations(Session, Spec, Interface, Operations) :-
    spec_code_interface(Session, Spec, Interface, Operations0),
    !,
    msort(Operations0, Operations).

names_text(Names, Text) :-
    findall(Shown, ( member(Name, Names), name_text(Name, Shown) ), Showns),
    atomic_list_concat(Showns, ', ', Atom),
    atom_string(Atom, Text).

same_values(Kind, Value1, Value2, Where, Pairing, Outcome) :-
    (   plain_value(Value1, Plain1),
        plain_value(Value2, Plain2),
        Plain1 == Plain2
    ->  Outcome = same(Pairing)
    ;   value_text(Value1, Has1),
        value_text(Value2, Has2),
        differ(Kind, Where, Has1, Has2, Outcome)
    ).

%   plain_value(+Value, -Plain) is det.
%
%   Two values are the same exactly if Plain is: in base units, a list of one
%   as that one, a range of one point as that point.

plain_value(value(Space, _, Extent), Space-Plain) :-
    plain_extent(Extent, Plain).

plain_extent(point(P), P) :- !.
plain_extent(points([P]), P) :- !.
plain_extent(points(Ps), list(Ps)) :- !.
plain_extent(joined(Lower, Upper), Plain) :-
    !,
    plain_extent(interval(Lower, Upper), Plain).
plain_extent(interval(closed(P, _), closed(P, _)), P) :- !.
plain_extent(interval(Lower0, Upper0), range(Lower, Upper)) :-
    plain_end(Lower0, Lower),
    plain_end(Upper0, Upper).

plain_end(unbounded, unbounded).
plain_end(closed(P, _), closed(P)).
plain_end(open(P, _), open(P)).

                 /*******************************
                 *            Groups            *
                 *******************************/

groups(Specs, Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    findall(Group1-Tree1, device_group(Session, Spec1, Group1, Tree1), Groups1),
    findall(Group2-Tree2, device_group(Session, Spec2, Group2, Tree2), Groups2),
    in_order(Groups1, Groups2, Pairs),
    steps(group_pair(Specs), Pairs, Pairing, Outcome).

in_order([], [], []) :- !.
in_order([X|Xs], [Y|Ys], [both(X, Y)|Pairs]) :-
    !,
    in_order(Xs, Ys, Pairs).
in_order([X|_], [], [left(X)]) :- !.
in_order([], [Y|_], [right(Y)]).

group_pair(Specs, both(Group1-Tree1, Group2-Tree2), Pairing, Outcome) :-
    Specs = specs(_, Spec1, Spec2),
    same_terms(Tree1, Tree2, where([Group1, Spec1], [Group2, Spec2], Specs), Pairing, Outcome).
group_pair(Specs, left(Group-_), _, Outcome) :-
    Specs = specs(_, Spec1, Spec2),
    differ(group, where([Group, Spec1], [Spec2], Specs), Group, '', Outcome).
group_pair(Specs, right(Group-_), _, Outcome) :-
    Specs = specs(_, Spec1, Spec2),
    differ(group, where([Spec1], [Group, Spec2], Specs), '', Group, Outcome).

%   same_terms(+Terms1, +Terms2, +Where, +Pairing, -Outcome) is det.

same_terms(Terms1, Terms2, Where, Pairing, Outcome) :-
    aligned(Terms1, Terms2, Pairs),
    steps(term_pair(Where), Pairs, Pairing, Outcome).

%   aligned(+Terms1, +Terms2, -Pairs) is det.
%
%   The n-th term of a name with the n-th term of that name, in the order of
%   Terms1; then what only Terms2 has.

aligned(Terms1, Terms2, Pairs) :-
    numbered(Terms1, Numbered1),
    numbered(Terms2, Numbered2),
    by_number(Numbered1, Found1),
    by_number(Numbered2, Found2),
    findall(Pair,
            (   member(Key-Term1, Numbered1),
                (   get_assoc(Key, Found2, Term2)
                ->  Pair = both(Term1, Term2)
                ;   Pair = left(Term1)
                )
            ;   member(Key-Term2, Numbered2),
                \+ get_assoc(Key, Found1, _),
                Pair = right(Term2)
            ),
            Pairs).

numbered(Terms, Numbered) :-
    empty_assoc(Counts),
    numbered(Terms, Counts, Numbered).

numbered([], _, []).
numbered([Term|Terms], Counts0, [Name-N-Term|Numbered]) :-
    node_name(Term, Name),
    (   get_assoc(Name, Counts0, N0)
    ->  N is N0 + 1
    ;   N = 1
    ),
    put_assoc(Name, Counts0, N, Counts),
    numbered(Terms, Counts, Numbered).

by_number(Numbered, Found) :-
    empty_assoc(Empty),
    foldl(entered, Numbered, Empty, Found).

entered(Key-Term, Found0, Found) :-
    put_assoc(Key, Found0, Term, Found).

node_name(branch(Name, _, _, _), Name).
node_name(leaf(Name, _, _), Name).

node_id(branch(_, tag(Id, _, _), _, _), Id).
node_id(leaf(Name, _, _), Name).

node_text(branch(Name, _, _, _), Name).
node_text(leaf(_, Value, _), Text) :-
    value_text(Value, Text).

below(where(Path1, Path2, Specs), Id1, Id2, where([Id1|Path1], [Id2|Path2], Specs)).

term_pair(Where0, both(leaf(Name, Value1, has(States1)), leaf(Name, Value2, has(States2))), Pairing,
          Outcome) :-
    below(Where0, Name, Name, Where),
    same_values(value, Value1, Value2, Where, Pairing, Outcome1),
    step(Outcome1, name_lists(state, States1, States2, Where), Outcome).
term_pair(Where0, both(branch(Name, Tag1, Has1, Below1), branch(Name, Tag2, Has2, Below2)), Pairing,
          Outcome) :-
    Tag1 = tag(Id1, _, _),
    Tag2 = tag(Id2, _, _),
    below(Where0, Id1, Id2, Where),
    Has1 = has(Units1, Interfaces1, Conditions1, Adjustments1),
    Has2 = has(Units2, Interfaces2, Conditions2, Adjustments2),
    element_pair(Name, Id1, Id2, Where, Pairing, Outcome1),
    step(Outcome1, name_lists(registration_unit, Units1, Units2, Where), Outcome2),
    step(Outcome2, name_lists(code_interface, Interfaces1, Interfaces2, Where), Outcome3),
    step(Outcome3, name_lists(condition, Conditions1, Conditions2, Where), Outcome4),
    step(Outcome4, name_lists(adjustment, Adjustments1, Adjustments2, Where), Outcome5),
    step(Outcome5, same_terms(Below1, Below2, Where), Outcome).
term_pair(where(Path1, Path2, Specs), left(Term), _, Outcome) :-
    node_id(Term, Id),
    node_text(Term, Has),
    differ(term, where([Id|Path1], Path2, Specs), Has, '', Outcome).
term_pair(where(Path1, Path2, Specs), right(Term), _, Outcome) :-
    node_id(Term, Id),
    node_text(Term, Has),
    differ(term, where(Path1, [Id|Path2], Specs), '', Has, Outcome).

%   A branch that has only its name is an element of its own wherever it
%   stands: it gets a number instead of an id.

element_pair(Name, Name, Name, _, Pairing, same(Pairing)) :- !.
element_pair(Name, Id1, Id2, Where, pairing(Count0, Forth, Back), Outcome) :-
    Count is Count0 + 1,
    own_id(Name, Id1, Count, Own1),
    own_id(Name, Id2, Count, Own2),
    name_pair(element, Where, Own1-Own2, pairing(Count, Forth, Back), Outcome).

own_id(Name, Id, Count, Own) :-
    (   Id == Name
    ->  Own = unnamed(Count)
    ;   Own = Id
    ).

%   name_lists(+Kind, +Names1, +Names2, +Where, +Pairing, -Outcome) is det.

name_lists(Kind, Names1, Names2, Where, Pairing, Outcome) :-
    (   pairs(Names1, Names2, Pairs)
    ->  steps(name_pair(Kind, Where), Pairs, Pairing, Outcome)
    ;   names_text(Names1, Has1),
        names_text(Names2, Has2),
        kind_of_difference(Kind, Shown),
        differ(Shown, Where, Has1, Has2, Outcome)
    ).

pairs([], [], []).
pairs([X|Xs], [Y|Ys], [X-Y|Pairs]) :-
    pairs(Xs, Ys, Pairs).

                 /*******************************
                 *            Bodies            *
                 *******************************/

%   same_bodies(+Kind, +Shown, +Name1, +Name2, +Specs, +Pairing, -Outcome) is det.
%
%   Shown is the kind that a difference has: a helper belongs to the condition
%   or the adjustment that calls it.

same_bodies(Kind, Shown, Name1, Name2, Specs, Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    session(Session, _, _, Home),
    body_clauses(Home, Spec1, Kind, Name1, Clauses1),
    body_clauses(Home, Spec2, Kind, Name2, Clauses2),
    name_text(Name1, Step1),
    name_text(Name2, Step2),
    Where = where([Step1, Spec1], [Step2, Spec2], Specs),
    length(Clauses1, Count1),
    length(Clauses2, Count2),
    (   Count1 =\= Count2
    ->  clauses_text(Count1, Has1),
        clauses_text(Count2, Has2),
        differ(Shown, Where, Has1, Has2, Outcome)
    ;   clause_pairs(Clauses1, Clauses2, 1, Pairs),
        steps(clause_pair(body(Home, Shown, Where)), Pairs, Pairing, Outcome)
    ).

clauses_text(1, "1 clause") :- !.
clauses_text(Count, Text) :-
    format(string(Text), "~w clauses", [Count]).

clause_pairs([], [], _, []).
clause_pairs([Clause1|Clauses1], [Clause2|Clauses2], N0, [pair(N0, Clause1, Clause2)|Pairs]) :-
    N is N0 + 1,
    clause_pairs(Clauses1, Clauses2, N, Pairs).

%   Variables correspond where they are numbered alike, and no atom that a
%   file can write is such a number.

clause_pair(body(Home, Shown, Where), pair(N, Clause1, Clause2), Pairing, Outcome) :-
    numbervars(Clause1, 0, _, [functor_name(' variable')]),
    numbervars(Clause2, 0, _, [functor_name(' variable')]),
    said_pair(body(Home, Shown, N, Where), Clause1-Clause2, Pairing, Outcome).

%   said_pair(+Body, +Said, +Pairing, -Outcome) is det.
%
%   Said is Part1-Part2 of a clause.

said_pair(Body, Part1-Part2, Pairing, Outcome) :-
    (   compound(Part1),
        compound(Part2)
    ->  compound_pair(Part1, Part2, Body, Pairing, Outcome)
    ;   Body = body(_, _, _, Where),
        Where = where(_, _, specs(Session, Spec1, Spec2)),
        names_state(Session, Spec1, Part1, In1),
        names_state(Session, Spec2, Part2, In2),
        memberchk(true, [In1, In2])
    ->  (   In1 == In2
        ->  name_pair(state, Where, Part1-Part2, Pairing, Outcome)
        ;   said_differently(Part1, Part2, Body, Outcome)
        )
    ;   Part1 == Part2
    ->  Outcome = same(Pairing)
    ;   said_differently(Part1, Part2, Body, Outcome)
    ).

%   names_state(+Session, +Spec, +Part, -Names) is det.
%
%   Names is `true` or `false`. An atom that is a state on one side only is
%   none that could correspond.

names_state(Session, Spec, Part, Names) :-
    (   atom(Part),
        spec_state(Session, Spec, Part, _)
    ->  Names = true
    ;   Names = false
    ).

compound_pair(Goal1, Goal2, Body, Pairing, Outcome) :-
    Body = body(Home, Shown, _, Where),
    Where = where(_, _, specs(_, Spec1, Spec2)),
    helper_call(Home, Spec1, Goal1, Helper1, Arguments1),
    helper_call(Home, Spec2, Goal2, Helper2, Arguments2),
    Helper1 = _/Arity,
    Helper2 = _/Arity,
    !,
    name_pair(helper(Shown), Where, Helper1-Helper2, Pairing, Outcome1),
    step(Outcome1, arguments(Arguments1, Arguments2, Body), Outcome).
compound_pair(Module:Goal1, Module:Goal2, Body, Pairing, Outcome) :-
    Module == body_library,
    !,
    said_pair(Body, Goal1-Goal2, Pairing, Outcome).
compound_pair(Part1, Part2, Body, Pairing, Outcome) :-
    compound_name_arguments(Part1, Name1, Arguments1),
    compound_name_arguments(Part2, Name2, Arguments2),
    (   Name1 == Name2,
        pairs(Arguments1, Arguments2, Pairs)
    ->  steps(said_pair(Body), Pairs, Pairing, Outcome)
    ;   said_differently(Part1, Part2, Body, Outcome)
    ).

arguments(Arguments1, Arguments2, Body, Pairing, Outcome) :-
    pairs(Arguments1, Arguments2, Pairs),
    steps(said_pair(Body), Pairs, Pairing, Outcome).

said_differently(Part1, Part2, body(Home, Shown, N, Where), Outcome) :-
    Where = where(_, _, specs(_, Spec1, Spec2)),
    said_text(Part1, Home, Spec1, Said1),
    said_text(Part2, Home, Spec2, Said2),
    format(string(Has1), "clause ~w: ~w", [N, Said1]),
    format(string(Has2), "clause ~w: ~w", [N, Said2]),
    differ(Shown, Where, Has1, Has2, Outcome).

%   said_text(+Part, +Home, +Spec, -Text) is det.
%
%   What Part is of the file, without what made it safe.

said_text(' variable'(_), _, _, Text) :-
    !,
    Text = "a variable".
said_text(Goal, Home, Spec, Text) :-
    helper_call(Home, Spec, Goal, Helper, _),
    !,
    name_text(Helper, Text).
said_text(body_library:Goal, Home, Spec, Text) :-
    !,
    said_text(Goal, Home, Spec, Text).
said_text(Wrapper, Home, Spec, Text) :-
    compound(Wrapper),
    Wrapper =.. [_, Inner],
    compound(Inner),
    Inner = body_library:Goal,
    !,
    said_text(Goal, Home, Spec, Text).
said_text(compare_numbers(_, Name, _), _, _, Text) :-
    !,
    format(string(Text), "~w/2", [Name]).
said_text([_|_], _, _, "a list") :- !.
said_text(Part, _, _, Text) :-
    (   compound(Part)
    ->  compound_name_arity(Part, Name, Arity),
        format(string(Text), "~q/~w", [Name, Arity])
    ;   format(string(Text), "~q", [Part])
    ).

                 /*******************************
                 *     What no group uses       *
                 *******************************/

units(Specs, Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    findall(Unit, spec_unit(Session, Spec1, Unit), Units1),
    findall(Unit, spec_unit(Session, Spec2, Unit), Units2),
    length(Units1, Count1),
    length(Units2, Count2),
    (   Count1 =:= Count2
    ->  Outcome = same(Pairing)
    ;   names_text(Units1, Has1),
        names_text(Units2, Has2),
        differ(registration_unit, where([Spec1], [Spec2], Specs), Has1, Has2, Outcome)
    ).

unused_bodies(Kind, Shown, Specs, Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    findall(Name1,
            ( body_name(Session, Spec1, Kind, Name1),
              \+ paired(Pairing, Kind, Name1, _)
            ),
            Names1),
    findall(Name2,
            ( body_name(Session, Spec2, Kind, Name2),
              \+ paired_back(Pairing, Kind, Name2, _)
            ),
            Names2),
    Where = where([Spec1], [Spec2], Specs),
    (   pairs(Names1, Names2, Pairs)
    ->  steps(name_pair(Kind, Where), Pairs, Pairing, Outcome)
    ;   names_text(Names1, Has1),
        names_text(Names2, Has2),
        differ(Shown, Where, Has1, Has2, Outcome)
    ).

%   body_name(+Session, +Spec, +Kind, -Name) is nondet.
%
%   Each once, in the order of their first clauses.

body_name(Session, Spec, Kind, Name) :-
    findall(Name0, spec_body(Session, Spec, Kind, Name0, _, _), Names),
    append(Before, [Name|_], Names),
    \+ ( member(Earlier, Before), Earlier == Name ).

%   unused(+Kind, +Specs, +Pairing, -Outcome) is det.
%
%   In no order: what they are, without their names.

unused(Kind, Specs, Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    findall(What1-Text1,
            ( declared(Kind, Session, Spec1, Name1, What1, Text1),
              \+ paired(Pairing, Kind, Name1, _)
            ),
            Unused1),
    findall(What2-Text2,
            ( declared(Kind, Session, Spec2, Name2, What2, Text2),
              \+ paired_back(Pairing, Kind, Name2, _)
            ),
            Unused2),
    sorted_whats(Unused1, Whats1, Texts1),
    sorted_whats(Unused2, Whats2, Texts2),
    (   Whats1 == Whats2
    ->  Outcome = same(Pairing)
    ;   names_text(Texts1, Has1),
        names_text(Texts2, Has2),
        differ(Kind, where([Spec1], [Spec2], Specs), Has1, Has2, Outcome)
    ).

declared(code_interface, Session, Spec, Name, Operations, Text) :-
    spec_code_interface(Session, Spec, Name, Operations0),
    msort(Operations0, Operations),
    names_text(Operations, Listed),
    format(string(Text), "~w: ~w", [Name, Listed]).
declared(state, Session, Spec, Name, Plain, Text) :-
    spec_state(Session, Spec, Name, Value),
    plain_value(Value, Plain),
    value_text(Value, Written),
    format(string(Text), "~w: ~w", [Name, Written]).

sorted_whats(Unused, Whats, Texts) :-
    msort(Unused, Sorted),
    findall(What, member(What-_, Sorted), Whats),
    findall(Text, member(_-Text, Sorted), Texts).

                 /*******************************
                 *         Connections          *
                 *******************************/

connections(Specs, Pairing, Outcome) :-
    Specs = specs(Session, Spec1, Spec2),
    findall(Edge1-(From1-To1),
            ( connection(Session, Spec1, From1, To1),
              partner(Pairing, From1, From),
              partner(Pairing, To1, To),
              Edge1 = From-To
            ),
            Edges1),
    findall(From2-To2, connection(Session, Spec2, From2, To2), Edges2),
    Where = where([Spec1], [Spec2], Specs),
    (   member(Edge-(From-To), Edges1),
        \+ has_edge(Edges2, Edge)
    ->  edge_text(From-To, Has),
        differ(connection, Where, Has, '', Outcome)
    ;   member(Edge, Edges2),
        \+ has_edge_of(Edges1, Edge)
    ->  edge_text(Edge, Has),
        differ(connection, Where, '', Has, Outcome)
    ;   Outcome = same(Pairing)
    ).

partner(Pairing, Id1, Id2) :-
    (   paired(Pairing, element, Id1, Id)
    ->  Id2 = Id
    ;   Id2 = Id1
    ).

has_edge(Edges, Edge) :-
    member(Each, Edges),
    Each == Edge,
    !.

has_edge_of(Edges, Edge) :-
    member(Each-_, Edges),
    Each == Edge,
    !.

edge_text(From-To, Text) :-
    format(string(Text), "~w -> ~w", [From, To]).
