% SPDX-License-Identifier: Apache-2.0
:- module(generate,
          [ generate/2,                 % +Seed, -Terms
            write_terms/2,              % +Stream, +Terms
            write_scenario/2            % +File, +Terms
          ]).

/** <module> Random scenarios, all of them valid

A scenario is the terms of one file: device specs, requesters and events. The
same seed gives the same scenario. A few prototypes, each a small part of the
taxonomy with a few values for each aspect, are drawn first; the groups of
devices and of requests are then both made from them, so that they often meet
and often just miss.

What a spec declares on the way (states, conditions, adjustments) is noted
with emit/1 and collected when the spec is complete.
*/

:- use_module(library(apply)).
:- use_module(library(lists)).
:- use_module(library(listing)).
:- use_module(library(main)).
:- use_module(plain_match).

% Loaded by another file, this one is a library only.
:- if(( prolog_load_context(source, File),
        source_file_property(File, load_context(_, user, _))
      )).
:- initialization(main, main).
:- endif.

:- dynamic
    taxonomy_fact/1,            % a term of the taxonomy's files
    emitted/1,                  % a term of the spec that is being made
    stands_for/3,               % Spec, State, path of the aspect
    counter/2.                  % Kind of name, last number given

%!  main(+Arguments) is det.
%
%   Print the scenario of a seed, or with `--stats N` what N scenarios cover.

main(['--stats', Count|Arguments]) :-
    !,
    (   Arguments = [First]
    ->  true
    ;   First = '1'
    ),
    use_module(coverage),
    atom_number(Count, N),
    atom_number(First, S),
    coverage:print_coverage(S, N).
main([Argument]) :-
    atom_number(Argument, Seed),
    !,
    generate(Seed, Terms),
    set_stream(user_output, encoding(utf8)),
    write_terms(user_output, Terms).
main(_) :-
    format(user_error, "usage: swipl generate.pl SEED~n", []),
    format(user_error, "       swipl generate.pl -- --stats N [FIRST_SEED]~n", []),
    halt(2).

%!  write_scenario(+File, +Terms) is det.

write_scenario(File, Terms) :-
    setup_call_cleanup(
        open(File, write, Stream, [encoding(utf8)]),
        write_terms(Stream, Terms),
        close(Stream)).

%!  write_terms(+Stream, +Terms) is det.

write_terms(Stream, Terms) :-
    forall(member(Term, Terms), write_clause(Stream, Term)).

%   A fact without variables needs no layout.
write_clause(Stream, Term) :-
    (   ground(Term),
        Term \= (_ :- _)
    ->  format(Stream, "~q.~n", [Term])
    ;   portray_clause(Stream, Term)
    ).

%!  generate(+Seed, -Terms) is det.

generate(Seed, Terms) :-
    read_taxonomy,
    start_choices(Seed),
    retractall(counter(_, _)),
    retractall(stands_for(_, _, _)),
    scenario(Terms),
    !.


                /*******************************
                *            CHOICES           *
                *******************************/

%!  start_choices(+Seed) is det.
%!  choice(+Low, +High, -Choice) is det.
%!  chance(+Percent) is semidet.
%!  one_of(+List, -Element) is det.
%
%   A linear congruential generator of 64 bits (the constants are Knuth's, from
%   MMIX), so that a seed means the same for every release of Prolog.

start_choices(Seed) :-
    nb_setval(generate_choice, Seed),
    forall(between(1, 3, _), choice(2, _)).

%!  choice(+N, -Choice) is det.
%
%   Choice is from 0 to N-1.

choice(N, Choice) :-
    nb_getval(generate_choice, Old),
    New is (Old * 6364136223846793005 + 1442695040888963407) mod 18446744073709551616,
    nb_setval(generate_choice, New),
    Choice is (New >> 33) mod N.

choice(Low, High, Choice) :-
    N is High - Low + 1,
    choice(N, Offset),
    Choice is Low + Offset.

chance(Percent) :-
    choice(100, Choice),
    Choice < Percent.

one_of(List, Element) :-
    length(List, Length),
    choice(Length, Index),
    nth0(Index, List, Element).

shuffled(List, Shuffled) :-
    maplist(with_key, List, Keyed),
    keysort(Keyed, Sorted),
    pairs_values(Sorted, Shuffled).

with_key(Element, Key-Element) :-
    choice(1000000, Key).

%   So many different ones, at most as many as there are.
some_of(List, Low, High, Some) :-
    choice(Low, High, Wanted),
    shuffled(List, Shuffled),
    length(List, Length),
    Number is min(Wanted, Length),
    length(Some, Number),
    append(Some, _, Shuffled).

%   Each with the chance given, at least one.
most_of(List, Percent, Most) :-
    findall(Element, ( member(Element, List), chance(Percent) ), Some),
    (   Some == []
    ->  one_of(List, One),
        Most = [One]
    ;   Most = Some
    ).

times(Low, High, Goal, Results) :-
    choice(Low, High, Number),
    findall(Result, ( between(1, Number, _), once(call(Goal, Result)) ), Results).

%   New names: st1, st2, ...
fresh(Kind, Name) :-
    (   retract(counter(Kind, Last))
    ->  true
    ;   Last = 0
    ),
    Next is Last + 1,
    assertz(counter(Kind, Next)),
    atom_concat(Kind, Next, Name).

emit(Term) :-
    assertz(emitted(Term)).

%   A decimal is written as a float whose shortest form is that decimal.
literal(Number, Literal) :-
    (   integer(Number)
    ->  Literal = Number
    ;   Literal is float(Number),
        exact(Literal, Number)
    ).


                /*******************************
                *           TAXONOMY           *
                *******************************/

read_taxonomy :-
    taxonomy_fact(_),
    !.
read_taxonomy :-
    module_property(generate, file(This)),
    file_directory_name(This, Here),
    atom_concat(Here, '/../../../taxonomy/*.pl', Pattern),
    expand_file_name(Pattern, Files),
    forall(( member(File, Files),
             read_terms(File, Terms),
             member(Term, Terms)
           ),
           assertz(taxonomy_fact(Term))).

%!  prototype(-Prototype) is det.
%
%   Prototype is module(Name, [category(Name, [subcategory(Name, [Space, ...]),
%   ...]), ...]); a Space is space(Path, Aspect, Values).

prototype(module(Module, Categories)) :-
    findall(Name, taxonomy_fact(io_module(Name, _)), Modules),
    one_of([task_element, task_element, communications_link|Modules], Module),
    findall(Category,
            ( taxonomy_fact(io_category(Category, In, _)),
              memberchk(Module, In),
              taxonomy_fact(io_subcategory(Category/_, _)),
              ( Category \== information ; chance(15) )
            ),
            All0),
    sort(All0, All),
    some_of(All, 1, 2, Chosen),
    maplist(prototype_category, Chosen, Categories).

prototype_category(Category, category(Category, Subcategories)) :-
    findall(Subcategory,
            ( taxonomy_fact(io_subcategory(Category/Subcategory, _)),
              taxonomy_fact(io_aspect(Category/Subcategory/_, _, _))
            ),
            All),
    some_of(All, 1, 2, Chosen),
    maplist(prototype_subcategory(Category), Chosen, Subcategories).

prototype_subcategory(Category, Subcategory, subcategory(Subcategory, Spaces)) :-
    findall(Aspect-Kind,
            taxonomy_fact(io_aspect(Category/Subcategory/Aspect, Kind, _)),
            All),
    include(numeric_aspect, All, Numeric),
    (   Numeric \== [],
        chance(60)
    ->  some_of(Numeric, 1, 3, Chosen1),
        some_of(All, 0, 1, Chosen2),
        append(Chosen1, Chosen2, Chosen3),
        sort(Chosen3, Chosen)
    ;   some_of(All, 1, 3, Chosen)
    ),
    maplist(space(Category/Subcategory), Chosen, Spaces).

numeric_aspect(_-count).
numeric_aspect(_-quantity).
numeric_aspect(_-quantity(_)).

space(Above, Aspect-Kind, space(Above/Aspect, Aspect, Values)) :-
    values(Kind, Above/Aspect, Values).

%   The values that the groups of this scenario choose from.

values(enumeration, Path, words(Chosen)) :-
    findall(Value, taxonomy_fact(io_value(Path, Value, _)), All),
    some_of(All, 1, 3, Chosen).
values(boolean, _, words([true, false])).
values(text, _, texts(Chosen)) :-
    some_of(["one", "two", "a \"quoted\" one", "back\\slash", "Größe 3 µm", ""], 1, 2,
            Chosen).
values(count, _, counts).
values(quantity(Quantity), _, quantity(Quantity, Unit, Step)) :-
    some_unit(Quantity, Unit),
    one_of([1, 1, 5, 1r2, 441r40, 8, 3], Step).
values(quantity, Path, Values) :-
    one_of([temperature, temperature, angle, length, level], Quantity),
    values(quantity(Quantity), Path, Values).

%!  some_unit(+Quantity, -Unit) is det.
%
%   Any unit of the quantity, by name or by symbol, often with a prefix.

some_unit(Quantity, Unit) :-
    findall(Name-Symbol-Prefixable,
            taxonomy_fact(unit(Name, Quantity, _, Symbol, Prefixable)),
            Units),
    repeat,
    one_of(Units, Name-Symbol-Prefixable),
    (   Prefixable == prefixable,
        chance(60)
    ->  findall(PrefixName-PrefixSymbol,
                usable_prefix(Quantity, PrefixName, PrefixSymbol),
                Prefixes),
        one_of(Prefixes, PrefixName-PrefixSymbol)
    ;   PrefixName-PrefixSymbol = ''-''
    ),
    (   chance(60)
    ->  atom_concat(PrefixName, Name, Unit)
    ;   atom_concat(PrefixSymbol, Symbol, Unit)
    ),
    means(Unit, Quantity, Name, PrefixName),
    !.

usable_prefix(Quantity, Name, Symbol) :-
    taxonomy_fact(prefix(Name, Symbol, Factor)),
    Factor < 1000000000000000000,
    Factor > 1r1000000000000000000,
    (   sub_atom(Name, _, 2, 0, bi)
    ->  memberchk(Quantity, [information, data_rate])
    ;   true
    ).
usable_prefix(_, Name, Symbol) :-
    member(Name, [kilo, milli, mega, centi, deci]),
    taxonomy_fact(prefix(Name, Symbol, _)).

%   True if the word is not taken for another unit: dB is the decibel, not a
%   tenth of a byte.
means(Unit, Quantity, Name, PrefixName) :-
    unit_meaning(Unit, Quantity, Form),
    atom_concat(PrefixName, Name, Word),
    unit_meaning(Word, Quantity, Form).


                /*******************************
                *            VALUES            *
                *******************************/

%!  value(+Side, +Values, -Value) is det.
%
%   Side is `device` or `request`.

value(request, _, any) :-
    chance(8),
    !.
value(Side, words(Words), Value) :-
    !,
    word_value(Side, Words, Value).
value(_, texts(Texts), Value) :-
    !,
    one_of(Texts, Value).
value(Side, Values, Value) :-
    (   Side == device
    ->  one_of([single, list, list, range], Form)
    ;   one_of([single, list, list, range, range], Form)
    ),
    number_value(Form, Side, Values, Value).

word_value(Side, Words, Value) :-
    (   chance(55)
    ->  one_of(Words, Value)
    ;   some_of(Words, 1, 3, Some),
        with_repetition(Side, Some, Value)
    ).

with_repetition(Side, List, Repeated) :-
    (   Side == request,
        chance(20)
    ->  one_of(List, Again),
        append(List, [Again], Repeated)
    ;   Repeated = List
    ).

number_value(single, _, Values, Value) :-
    step(Values, 1, 5, Step),
    quantities(Values, [Step], [Number], Unit),
    with_unit(Number, Unit, Value).
number_value(list, Side, Values, Value) :-
    some_of([1, 2, 3, 4, 5], 1, 4, Some),
    with_repetition(Side, Some, Steps),
    quantities(Values, Steps, Numbers, Unit),
    with_unit(Numbers, Unit, Value).
number_value(range, _, Values, Value) :-
    one_of([at_least, above, at_most, below, between, between, and, and], Form),
    range_value(Form, Values, Value).

range_value(between, Values, between(Low, High)) :-
    !,
    two_steps(0, Step1, Step2),
    two_bounds(Values, Step1, Step2, Low, High).
range_value(and, Values, and(Low, High)) :-
    !,
    two_steps(2, Step1, Step2),
    two_bounds(Values, Step1, Step2, Low0, High0),
    one_of([at_least, above], LowForm),
    one_of([at_most, below], HighForm),
    Low =.. [LowForm, Low0],
    High =.. [HighForm, High0].
range_value(Form, Values, Value) :-
    step(Values, 1, 5, Step),
    quantities(Values, [Step], [Number], Unit),
    with_unit(Number, Unit, Bound),
    Value =.. [Form, Bound].

%   Two steps apart by at least so much.
two_steps(Apart, Step1, Step2) :-
    High is 5 - Apart,
    choice(1, High, Step1),
    Low is Step1 + Apart,
    choice(Low, 5, Step2).

two_bounds(Values, Step1, Step2, Low, High) :-
    (   chance(70)
    ->  quantities(Values, [Step1, Step2], [Number1, Number2], Unit1),
        Unit2 = Unit1
    ;   quantities(Values, [Step1], [Number1], Unit1),
        same_family_quantity(Values, Step2, Unit1, Number2, Unit2)
    ),
    with_unit(Number1, Unit1, Low),
    with_unit(Number2, Unit2, High).

%   Both bounds of a range must be of one family. A step is a number of the
%   scenario's own unit; in a unit of another family it is just that number, so
%   two such units would put the bounds in any order.
same_family_quantity(Values, Step, Unit1, Number, Unit) :-
    in_own_family(Values, Unit1),
    between(1, 8, _),
    quantities(Values, [Step], [Number], Unit),
    same_family(Unit1, Unit),
    !.
same_family_quantity(Values, Step, Unit, Number, Unit) :-
    in_unit_given(Values, Unit, Step, Number).

in_own_family(counts, _).
in_own_family(quantity(_, Own, _), Unit) :-
    same_family(Own, Unit).

same_family(none, none) :- !.
same_family(Unit1, Unit2) :-
    unit_meaning(Unit1, _, form(Family, _, _)),
    unit_meaning(Unit2, _, form(Family, _, _)).

step(counts, _, High, Step) :-
    !,
    choice(1, High, Step).
step(_, Low, High, Step) :-
    choice(Low, High, Step).

%!  quantities(+Values, +Steps, -Numbers, -Unit) is det.
%
%   Numbers of these steps in one unit, with Unit `none` for counts. The unit
%   is often another one than that of the scenario's values.

quantities(counts, Steps, Steps, none) :-
    !.
quantities(Values, Steps, Numbers, Unit) :-
    Values = quantity(Quantity, Own, _),
    (   chance(60),
        between(1, 6, _),
        some_unit(Quantity, Unit),
        foreign_or_same(Own, Unit),
        maplist(in_unit_given(Values, Unit), Steps, Numbers)
    ->  true
    ;   Unit = Own,
        maplist(in_unit_given(Values, Unit), Steps, Numbers)
    ).

%   Only now and then a unit that cannot be compared.
foreign_or_same(Own, Unit) :-
    (   same_family(Own, Unit)
    ->  true
    ;   chance(15)
    ).

%   Fails if the number would be no handy decimal.
in_unit_given(counts, none, Step, Step) :-
    !.
in_unit_given(quantity(_, Own, Size), Unit, Step, Literal) :-
    unit_meaning(Own, _, form(Family1, Factor1, Offset1)),
    unit_meaning(Unit, _, form(Family2, Factor2, Offset2)),
    (   Family1 == Family2
    ->  Number is (Size*Step*Factor1 + Offset1 - Offset2) rdiv Factor2
    ;   Number is Size*Step
    ),
    abs(Number) =< 1000000000000,
    (   Number =:= 0
    ->  true
    ;   abs(Number) >= 1r1000000000
    ),
    literal(Number, Literal).

with_unit(Number, none, Number) :- !.
with_unit(Number, Unit, Number*Unit).


                /*******************************
                *            SCENARIO          *
                *******************************/

scenario(Terms) :-
    times(1, 2, prototype, Prototypes),
    fresh_list(device_spec, 1, 3, DeviceSpecs),
    fresh_list(requester_spec, 1, 2, RequesterSpecs),
    maplist(device_terms(Prototypes), DeviceSpecs, DeviceTerms),
    maplist(requester_terms(Prototypes), RequesterSpecs, RequesterTerms),
    events(DeviceSpecs, RequesterSpecs, Events),
    (   chance(50)
    ->  append([DeviceTerms, RequesterTerms, [Events]], Lists)
    ;   append([[Events], RequesterTerms, DeviceTerms], Lists)
    ),
    append(Lists, Terms).

fresh_list(Kind, Low, High, Names) :-
    times(Low, High, fresh(Kind), Names).

%   What a participant's description has to offer to its branches:
%   spec(Side, Name, Units, Interfaces, Adjusts, Counters).

device_terms(Prototypes, Name, Terms) :-
    retractall(emitted(_)),
    fresh_list(unit, 1, 4, Units),
    fresh_list(interface, 0, 2, Interfaces),
    counters(Name, Counters),
    adjusts(Name, Counters, Adjusts),
    Spec = spec(device, Name, Units, Interfaces, Adjusts, Counters),
    choice(1, 4, GroupCount),
    device_groups(GroupCount, Spec, Prototypes, [], Groups),
    findall(registration_unit(Name, Unit), member(Unit, Units), UnitTerms),
    findall(code_interface(Name, Interface, [Operation1, Operation2]),
            ( member(Interface, Interfaces),
              atom_concat(set_, Interface, Operation1),
              atom_concat(get_, Interface, Operation2)
            ),
            InterfaceTerms),
    findall(Term, emitted(Term), Emitted),
    connections(Name, Groups, Connections),
    atom_string(Name, Text),
    append([[device(Name, Text)], UnitTerms, InterfaceTerms, Emitted, Groups,
            Connections],
           Terms).

connections(Name, Groups, [connects(Name, From, To)]) :-
    findall(Id,
            ( member(device_group(_, _, Modules), Groups),
              member(Module, Modules),
              Module =.. [_, Id, _]
            ),
            Ids0),
    sort(Ids0, Ids),
    Ids = [_, _|_],
    chance(30),
    !,
    some_of(Ids, 2, 2, [From, To]).
connections(_, _, []).

device_groups(0, _, _, _, []) :-
    !.
device_groups(Count, Spec, Prototypes, Shared, [Group|Groups]) :-
    Spec = spec(_, Name, _, _, _, _),
    fresh(group, GroupName),
    choice(1, 3, ModuleCount),
    device_modules(ModuleCount, Spec, Prototypes, Modules0),
    (   Shared \== [],
        chance(30)
    ->  one_of(Shared, Element),
        Modules = [Element|Modules0]
    ;   Modules = Modules0
    ),
    Group = device_group(Name, GroupName, Modules),
    include(has_id, Modules0, New),
    append(Shared, New, NextShared),
    Next is Count - 1,
    device_groups(Next, Spec, Prototypes, NextShared, Groups).

has_id(Element) :-
    functor(Element, _, 2).

device_modules(0, _, _, []) :-
    !.
device_modules(Count, Spec, Prototypes, [Module|Modules]) :-
    one_of(Prototypes, Prototype),
    branch(Spec, 70, Prototype, Module, _),
    Next is Count - 1,
    device_modules(Next, Spec, Prototypes, Modules).

%!  branch(+Spec, +IdPercent, +Prototype, -Branch, -Most) is det.
%
%   A branch for a device or a request; Most is the weight that can be reached
%   with it.

branch(Spec, IdPercent, Prototype, Branch, Most) :-
    Prototype =.. [_, Name, Parts0],
    repeated_parts(Parts0, Parts),
    maplist(part(Spec), Parts, Children, Weights),
    sum_list(Weights, Below),
    notes(Spec, Prototype, Below, Notes, Own),
    Most is Own + Below,
    append(Notes, Children, List0),
    (   chance(20)
    ->  shuffled(List0, List)
    ;   List = List0
    ),
    (   Spec = spec(device, _, _, _, _, _),
        chance(IdPercent)
    ->  fresh(id, Id),
        Branch =.. [Name, Id, List]
    ;   Branch =.. [Name, List]
    ).

%   Most of the parts, sometimes one of them again.
repeated_parts(Parts0, Parts) :-
    most_of(Parts0, 85, Parts1),
    (   chance(15)
    ->  one_of(Parts1, Again),
        append(Parts1, [Again], Parts)
    ;   Parts = Parts1
    ).

part(Spec, Part, Term, Weight) :-
    (   Part = space(Path, Aspect, Values)
    ->  leaf(Spec, Path, Aspect, Values, Term, Weight)
    ;   branch(Spec, 15, Part, Term, Weight)
    ).

leaf(spec(device, Name, _, _, _, _), Path, Aspect, Values, Leaf, 0) :-
    !,
    value(device, Values, Value),
    (   chance(35)
    ->  leaf_state(Name, Path, Values, State1),
        (   chance(10)
        ->  leaf_state(Name, Path, Values, State2),
            Notes = [state(State1), state(State2)]
        ;   Notes = [state(State1)]
        )
    ;   Notes = []
    ),
    Leaf =.. [Aspect, Value|Notes].
leaf(_, _, Aspect, Values, Leaf, Weight) :-
    value(request, Values, Value),
    (   chance(80)
    ->  a_weight(Weight),
        literal(Weight, Literal),
        Notes1 = [weight(Literal)]
    ;   Weight = 0,
        Notes1 = []
    ),
    (   chance(15)
    ->  one_of([settings, other_settings], Interface),
        Notes2 = [data_interface(Interface)|Notes1]
    ;   Notes2 = Notes1
    ),
    Leaf =.. [Aspect, Value|Notes2].

a_weight(Weight) :-
    one_of([1, 1, 2, 2, 3, 5, 0, 1r2, 5r4, 5r2, 1r10, 1r5], Weight).

%   A state of this spec that stands for this aspect, with its path for the
%   conditions that ask for it.
leaf_state(Name, Path, Values, State) :-
    findall(Known, stands_for(Name, Known, Path), States),
    (   States \== [],
        chance(50)
    ->  one_of(States, State)
    ;   fresh(state, Number),
        Path = _/Aspect,
        atomic_list_concat([Aspect, Number], '_', State),
        initial_value(Values, Value),
        assertz(stands_for(Name, State, Path)),
        emit(state(Name, State, Value))
    ).

initial_value(words(Words), Value) :-
    !,
    one_of(Words, Value).
initial_value(texts(Texts), Value) :-
    !,
    one_of(Texts, Value).
initial_value(Values, Value) :-
    number_value(single, device, Values, Value).

%!  notes(+Spec, +Prototype, +Below, -Notes, -OwnWeight) is det.
%
%   The annotations of a branch; Below is what can be reached below it.

notes(Spec, Prototype, Below, Notes, Own) :-
    Spec = spec(Side, _, Units, Interfaces, Adjusts, _),
    functor(Prototype, Level, _),
    (   Side == device
    ->  unit_notes(Level, Units, Notes1),
        interface_notes(Interfaces, Notes2),
        Own = 0
    ;   request_notes(Below, Notes1, Own),
        interface_notes([play, record], Notes2)
    ),
    condition_notes(Spec, Prototype, Notes3),
    (   Adjusts \== [],
        chance(20)
    ->  some_of(Adjusts, 1, 2, Chosen),
        findall(state_adjust(Adjust), member(Adjust, Chosen), Notes4)
    ;   Notes4 = []
    ),
    append([Notes1, Notes2, Notes3, Notes4], Notes0),
    shuffled(Notes0, Notes).

unit_notes(Level, Units, Notes) :-
    unit_percent(Level, Percent),
    (   chance(Percent)
    ->  (   chance(12)
        ->  some_of(Units, 1, 2, Chosen)
        ;   some_of(Units, 1, 1, Chosen)
        ),
        findall(registration_unit(Unit), member(Unit, Chosen), Notes)
    ;   Notes = []
    ).

unit_percent(module, 60).
unit_percent(category, 18).
unit_percent(subcategory, 8).

interface_notes(Interfaces, Notes) :-
    (   Interfaces \== [],
        chance(15)
    ->  some_of(Interfaces, 1, 2, Chosen),
        findall(code_interface(Interface), member(Interface, Chosen), Notes)
    ;   Notes = []
    ).

request_notes(Below, Notes, Own) :-
    (   chance(20)
    ->  a_weight(Own),
        literal(Own, OwnLiteral),
        Notes1 = [weight(OwnLiteral)]
    ;   Own = 0,
        Notes1 = []
    ),
    (   chance(18)
    ->  one_of([0, 1r4, 1r2, 1r2, 3r4, 1, 1, 11r10], Part),
        threshold(Below, Part, Accept),
        Notes = [accept(Accept)|Notes1]
    ;   Notes = Notes1
    ).

threshold(Most, Part, Accept) :-
    Exact is Most * Part,
    literal(Exact, Accept).


                /*******************************
                *    CONDITIONS, ADJUSTMENTS   *
                *******************************/

%   States that are counted up and down, or named after what happened last.

counters(Name, Counters) :-
    fresh_list(count, 0, 2, Numbers),
    findall(Counter-0, member(Counter, Numbers), Counters1),
    (   chance(30)
    ->  fresh(last, Last),
        Counters = [Last-idle|Counters1]
    ;   Counters = Counters1
    ),
    forall(member(Counter-Value, Counters), emit(state(Name, Counter, Value))).

adjusts(_, [], []) :-
    !.
adjusts(Name, Counters, Adjusts) :-
    fresh_list(adjust, 1, 3, Adjusts),
    forall(member(Adjust, Adjusts), emit_adjust(Name, Counters, Adjust)).

emit_adjust(Name, Counters, Adjust) :-
    some_of(Counters, 1, 2, Chosen),
    forall(member(Counter-Value, Chosen),
           emit_adjust_state(Value, Name, Counters, Adjust, Counter)).

emit_adjust_state(idle, Name, _, Adjust, State) :-
    choice(4, Choice),
    forall(word_adjust(Choice, Name, Adjust, State, Clause), emit(Clause)).
emit_adjust_state(0, Name, Counters, Adjust, State) :-
    one_of(Counters, Other-_),
    choice(8, Choice),
    forall(count_adjust(Choice, Name, Adjust, State, Other, Clause), emit(Clause)).

%   The last mode by a variable in the head.
word_adjust(0, Name, Adjust, State, state_adjust(Name, Adjust, State, Mode, _, Mode)).
%   A helper that knows no more than two words.
word_adjust(1, Name, Adjust, State,
            ( state_adjust(Name, Adjust, State, apply, Old, New) :-
                  turn(Old, New) )).
word_adjust(1, _, _, _, turn(idle, busy)).
word_adjust(1, _, _, _, turn(busy, idle)).
%   Facts.
word_adjust(2, Name, Adjust, State, state_adjust(Name, Adjust, State, apply, _, busy)).
word_adjust(2, Name, Adjust, State, state_adjust(Name, Adjust, State, remove, _, idle)).
%   One that throws, for the old value is no number.
word_adjust(3, Name, Adjust, State,
            ( state_adjust(Name, Adjust, State, apply, Old, New) :-
                  New is Old + 1 )).

%   Up and down.
count_adjust(0, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, apply, Old, New) :-
                   New is Old + 1 )).
count_adjust(0, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, remove, Old, New) :-
                   New is max(0, Old - 1) )).
%   Up only.
count_adjust(1, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, apply, Old, New) :-
                   New is Old + 1 )).
%   The first solution of several clauses.
count_adjust(2, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, apply, Old, 0) :-
                   Old >= 2 )).
count_adjust(2, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, _, Old, New) :-
                   New is Old + 1 )).
%   Only while a guard holds.
count_adjust(3, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, apply, Old, New) :-
                   Old < 2,
                   New is Old + 1 )).
%   Another state as it stands now.
count_adjust(4, Name, Adjust, State, Other,
             ( state_adjust(Name, Adjust, State, apply, _, New) :-
                   current_state(Other, New) )).
%   A value that is no ground term of the language.
count_adjust(5, Name, Adjust, State, _, state_adjust(Name, Adjust, State, apply, _, _)).
%   A quantity, computed with decimals.
count_adjust(6, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, Mode, Old, New) :-
                   (   number(Old)
                   ->  New = 44.1*kilohertz
                   ;   in_unit(Old, hertz, Number),
                       number(Number),
                       scaled(Mode, Number, Scaled),
                       New = Scaled*hertz
                   ) )).
count_adjust(6, _, _, _, _, ( scaled(apply, Number, Scaled) :-
                                  Scaled is Number * 1.5 )).
count_adjust(6, _, _, _, _, ( scaled(remove, Number, Scaled) :-
                                  Scaled is Number / 2 )).
%   Nothing at all for applying.
count_adjust(7, Name, Adjust, State, _,
             ( state_adjust(Name, Adjust, State, remove, Old, New) :-
                   New is Old + 1 )).

condition_notes(Spec, Prototype, Notes) :-
    (   chance(7)
    ->  a_condition(Spec, Prototype, Condition),
        (   chance(15)
        ->  a_condition(Spec, Prototype, Condition2),
            Notes = [match_condition(Condition), match_condition(Condition2)]
        ;   Notes = [match_condition(Condition)]
        )
    ;   Notes = []
    ).

a_condition(Spec, Prototype, Condition) :-
    Spec = spec(_, Name, _, _, _, _),
    fresh(condition, Condition),
    findall(Path-Values, path_below(Prototype, Path, Values), Paths),
    one_of(Paths, Path-Values),
    choice(12, Choice),
    (   emit_condition(Choice, Spec, Condition, Path, Values)
    ->  true
    ;   emit(( match_condition(Name, Condition, SubMatch) :-
                   submatch_value(SubMatch, Path, _) ))
    ).

path_below(Prototype, Path, Values) :-
    arg(2, Prototype, Parts),
    member(Part, Parts),
    (   Part = space(_, Aspect, Values)
    ->  Path = [Aspect]
    ;   arg(1, Part, Name),
        path_below(Part, Below, Values),
        Path = [Name|Below]
    ).

%!  emit_condition(+Choice, +Spec, +Condition, +Path, +Values) is semidet.

%   A count of a participant is still small.
emit_condition(0, Spec, Condition, _, _) :-
    a_counter(Spec, Name, State),
    choice(1, 3, Bound),
    emit(( match_condition(Name, Condition, _) :-
               current_state(State, Value),
               Value < Bound )).
emit_condition(1, Spec, Condition, _, _) :-
    a_counter(Spec, Name, State),
    emit(( match_condition(Name, Condition, _) :-
               current_state(State, Value),
               \+ Value == busy,
               Value \== apply )).
%   A matched value, by its kind; the else branch for a list or a range.
emit_condition(2, spec(_, Name, _, _, _, _), Condition, Path, quantity(_, Unit, _)) :-
    emit(( match_condition(Name, Condition, SubMatch) :-
               submatch_value(SubMatch, Path, Value),
               in_unit(Value, Unit, Number),
               number(Number),
               Number > 2.5 )).
emit_condition(3, spec(_, Name, _, _, _, _), Condition, Path, Values) :-
    Values = quantity(_, Unit, _),
    in_unit_given(Values, Unit, 3, Bound),
    emit(( match_condition(Name, Condition, SubMatch) :-
               (   submatch_value(SubMatch, Path, Value)
               ->  (   in_unit(Value, Unit, Number),
                       number(Number)
                   ->  Number =< Bound
                   ;   true
                   )
               ;   true
               ) )).
emit_condition(4, spec(_, Name, _, _, _, _), Condition, Path, words([Word|_])) :-
    emit(( match_condition(Name, Condition, SubMatch) :-
               \+ ( submatch_value(SubMatch, Path, Value),
                    Value == Word ) )).
emit_condition(4, spec(_, Name, _, _, _, _), Condition, Path, counts) :-
    emit(( match_condition(Name, Condition, SubMatch) :-
               submatch_value(SubMatch, Path, Value),
               integer(Value),
               Value > 1 )).
%   A literal quantity, written as a request writes it.
emit_condition(5, spec(_, Name, _, _, _, _), Condition, Path, Values) :-
    value(device, Values, Literal),
    emit(( match_condition(Name, Condition, SubMatch) :-
               submatch_value(SubMatch, Path, Value),
               Value \= Literal )).
%   Two of them, which only repeated terms have.
emit_condition(6, spec(_, Name, _, _, _, _), Condition, Path, _) :-
    emit(( match_condition(Name, Condition, SubMatch) :-
               findall(Value, submatch_value(SubMatch, Path, Value), Values),
               length(Values, Number),
               Number < 2 )).
emit_condition(7, spec(_, Name, _, _, _, _), Condition, Path, _) :-
    emit(( match_condition(Name, Condition, SubMatch) :-
               submatch_value(SubMatch, Path, Value1),
               submatch_value(SubMatch, Path, Value2),
               Value1 \== Value2 )).
emit_condition(7, spec(_, Name, _, _, _, _), Condition, _, _) :-
    emit(match_condition(Name, Condition, _)).
%   With a helper; two clauses, of which either may hold.
emit_condition(8, spec(_, Name, _, _, _, _), Condition, Path, Values) :-
    fresh(good, Helper),
    value(device, Values, Value1),
    value(request, Values, Value2),
    Goal =.. [Helper, Value],
    Fact1 =.. [Helper, Value1],
    Fact2 =.. [Helper, Value2],
    emit(( match_condition(Name, Condition, SubMatch) :-
               submatch_value(SubMatch, Path, Value),
               Goal )),
    emit(( match_condition(Name, Condition, SubMatch) :-
               submatch_value(SubMatch, Path, Value),
               \+ Goal,
               \+ number(Value) )),
    emit(Fact1),
    emit(Fact2).
%   One that never holds, by failing or by throwing.
emit_condition(9, spec(_, Name, _, _, _, _), Condition, Path, _) :-
    (   chance(50)
    ->  emit(( match_condition(Name, Condition, _) :-
                   fail ))
    ;   emit(( match_condition(Name, Condition, SubMatch) :-
                   submatch_value(SubMatch, Path, Value),
                   Value > 1 ))
    ).

a_counter(spec(_, Name, _, _, _, Counters), Name, State) :-
    Counters \== [],
    one_of(Counters, State-_).


                /*******************************
                *          REQUESTERS          *
                *******************************/

requester_terms(Prototypes, Name, Terms) :-
    retractall(emitted(_)),
    (   chance(50)
    ->  counters(Name, Counters)
    ;   Counters = []
    ),
    adjusts(Name, Counters, Adjusts),
    Spec = spec(request, Name, [], [], Adjusts, Counters),
    fresh_list(request_group, 2, 4, Groups),
    fresh_list(request, 2, 4, Requests),
    fresh_list(alternative, 2, 4, Alternatives),
    fresh_list(outlet, 1, 3, Outlets),
    maplist(request_group(Spec, Prototypes), Groups, GroupTerms),
    maplist(parts_fact(request, Name, Groups, 2), Requests, RequestTerms),
    alternatives(Name, Requests, Alternatives, AlternativeTerms),
    maplist(outlet(Name, AlternativeTerms), Outlets, OutletTerms),
    findall(Term, emitted(Term), Emitted),
    atom_string(Name, Text),
    append([[requester(Name, Text)], OutletTerms, AlternativeTerms, RequestTerms,
            GroupTerms, Emitted],
           Terms).

request_group(Spec, Prototypes, Group,
              request_group(Name, Group, Form, accept(Accept), Modules)) :-
    Spec = spec(_, Name, _, _, _, _),
    one_of([taskflow, proximity], Form),
    times(1, 2, one_of(Prototypes), Chosen),
    maplist(branch(Spec, 0), Chosen, Modules, Weights),
    sum_list(Weights, Most),
    one_of([0, 1r10, 1r5, 1r5, 3r10, 3r10, 2r5, 1r2, 7r10, 1, 11r10], Part),
    threshold(Most, Part, Accept).

%   Mostly one part, sometimes more, repeated or not.
parts_fact(Functor, Name, All, High, Whole, Fact) :-
    (   chance(55)
    ->  one_of(All, Part),
        Parts = [Part]
    ;   times(2, High, one_of(All), Parts0),
        (   chance(25)
        ->  one_of(All, Part),
            Parts = [Part|Parts0]
        ;   Parts = Parts0
        )
    ),
    Fact =.. [Functor, Name, Whole, Parts].

%   Either any requests, or the same one once, twice, three times ...

alternatives(Name, Requests, Alternatives, Terms) :-
    (   chance(50)
    ->  maplist(parts_fact(composite_request, Name, Requests, 2), Alternatives, Terms)
    ;   one_of(Requests, Request),
        findall(composite_request(Name, Alternative, Repeated),
                ( nth1(Times, Alternatives, Alternative),
                  findall(Request, between(1, Times, _), Repeated)
                ),
                Terms)
    ).

%   Either any priorities, or the more requests the higher.

outlet(Name, All, Outlet, outlet(Name, Outlet, Ranked)) :-
    some_of(All, 1, 4, Chosen),
    (   chance(40)
    ->  findall(Alternative-Priority,
                ( member(composite_request(_, Alternative, _), Chosen),
                  one_of([10, 20, 20, 30, 40, 12.5, 0], Priority)
                ),
                Ranked)
    ;   findall(Alternative-Priority,
                ( member(composite_request(_, Alternative, Requests), Chosen),
                  length(Requests, Length),
                  Priority is 10 * Length
                ),
                Ranked)
    ).


                /*******************************
                *            EVENTS            *
                *******************************/

%   What is there while the events are made up:
%   there(Systems, Devices, Requesters), with Name-connected or
%   Name-disconnected for the systems that were named.

events(DeviceSpecs, RequesterSpecs, Events) :-
    choice(8, 20, Count),
    events(Count, from(DeviceSpecs, RequesterSpecs), there([], [], []), Events).

%   A requester early, so that there is somebody to serve.

event_kind(there(_, _, []), requester_create) :-
    chance(40),
    !.
event_kind(_, Kind) :-
    one_of([device_connect, device_connect, device_connect, device_connect,
            device_connect, requester_create, requester_create, device_disconnect,
            requester_cancel, system_disconnect, system_connect, system_connect],
           Kind).

events(0, _, _, []) :-
    !.
events(Count, From, There0, [event(Event)|Events]) :-
    repeat,
    event_kind(There0, Kind),
    an_event(Kind, From, There0, There, Event),
    !,
    Next is Count - 1,
    events(Next, From, There, Events).

an_event(device_connect, from(Specs, _), there(S0, Devices, R),
         there(S, [Name|Devices], R), device_connect(System, Name, Spec)) :-
    subtract([device_1, device_2, device_3, device_4, device_5], Devices, Free),
    Free \== [],
    one_of(Free, Name),
    one_of(Specs, Spec),
    a_system(S0, S, System).
an_event(device_disconnect, _, there(S, Devices0, R), there(S, Devices, R),
         device_disconnect(Name)) :-
    Devices0 \== [],
    one_of(Devices0, Name),
    selectchk(Name, Devices0, Devices).
an_event(requester_create, from(_, Specs), there(S0, D, Requesters),
         there(S, D, [Name|Requesters]), requester_create(System, Name, Spec)) :-
    subtract([requester_1, requester_2, requester_3, requester_4], Requesters, Free),
    Free \== [],
    one_of(Free, Name),
    one_of(Specs, Spec),
    a_system(S0, S, System).
an_event(requester_cancel, _, there(S, D, Requesters0), there(S, D, Requesters),
         requester_cancel(Name)) :-
    Requesters0 \== [],
    one_of(Requesters0, Name),
    selectchk(Name, Requesters0, Requesters).
an_event(system_disconnect, _, there(Systems0, D, R), there(Systems, D, R),
         system_disconnect(System)) :-
    findall(Name, member(Name-connected, Systems0), Names),
    Names \== [],
    one_of(Names, System),
    selectchk(System-connected, Systems0, System-disconnected, Systems).
an_event(system_connect, _, there(Systems0, D, R), there(Systems, D, R),
         system_connect(System)) :-
    findall(Name, member(Name-disconnected, Systems0), Names),
    (   Names \== []
    ->  one_of(Names, System),
        selectchk(System-disconnected, Systems0, System-connected, Systems)
    ;   chance(20),
        a_system(Systems0, Systems, System),
        Systems \== Systems0
    ).

%   Any system; one that was never named is connected by that.
a_system(Systems0, Systems, System) :-
    one_of([red, green, blue, white], System),
    (   memberchk(System-_, Systems0)
    ->  Systems = Systems0
    ;   Systems = [System-connected|Systems0]
    ).
