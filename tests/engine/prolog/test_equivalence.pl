% SPDX-License-Identifier: Apache-2.0
:- module(test_equivalence, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(pairs)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/engine_api').

/** <module> When two device specs are of the same structural type

By hand on a small device, and by chance on the devices of the repository: new
names for everything never make a difference, one edit always does.
*/

:- set_prolog_flag(double_quotes, string).

                 /*******************************
                 *        By hand               *
                 *******************************/

%   small(+Spec, -Text): a device with one of everything.

small(Spec, Text) :-
    atomic_list_concat(Parts, 'SPEC',
                       'device(SPEC, "a device").
registration_unit(SPEC, in).
registration_unit(SPEC, out).
code_interface(SPEC, configure, [set_rate, set_mute]).
state(SPEC, rate, 44.1*kilohertz).
state(SPEC, used, 0).
state_adjust(SPEC, count, used, Mode, Old, New) :- counted(Mode, Old, New).
counted(apply, Old, New) :- New is Old + 1.
counted(remove, Old, New) :- New is Old - 1.
match_condition(SPEC, few, SubMatch) :-
    submatch_value(SubMatch, [function, sampling_rate], _),
    current_state(used, Used),
    Used < 4.
device_group(SPEC, recording, [
    task_element(adc, [
        code_interface(configure),
        task([
            registration_unit(in), match_condition(few), state_adjust(count),
            function([
                direction(analog_to_digital),
                sampling_rate([44.1, 48]*kilohertz, state(rate)),
                dynamic_range(90*decibel)
            ]),
            role([principal(convert)])
        ])
    ]),
    electrical_interface(jack, [
        mechanical_structure([structures([connector([rca_connector, rca_connector])])])
    ]),
    electrical_interface(socket, [
        mechanical_structure([structures([connector(xlr_socket)])])
    ])
]).
device_group(SPEC, playback, [
    task_element(dac, [
        task([registration_unit(out), function([direction(digital_to_analog)])])
    ]),
    electrical_interface(jack, [
        mechanical_structure([structures([connector([rca_connector, rca_connector])])])
    ])
]).
connects(SPEC, jack, adc).
connects(SPEC, dac, jack).
'),
    atomic_list_concat(Parts, Spec, Text).

%   outcome(+Changes, -Outcome): of `left`, and `right` with each Old-New of
%   Changes put in the place of the first Old.

outcome(Changes, Outcome) :-
    small(left, Left),
    small(right, Right0),
    foldl(changed, Changes, Right0, Right),
    session_of(Left, Session),
    load_text(Session, Right),
    api_equal(Session, left, right, Outcome).

changed(Old-New, Text0, Text) :-
    (   sub_atom(Text0, Before, _, After, Old)
    ->  sub_atom(Text0, 0, Before, _, Start),
        sub_atom(Text0, _, After, 0, End),
        atomic_list_concat([Start, New, End], Text)
    ;   throw(nothing_to_change(Old))
    ).

%   harmless(-Changes), harmful(-Changes, -Kind, -Path1, -Path2, -Has1, -Has2).

harmless([]).
harmless(['"a device"'-'"another"']).
harmless(['[44.1, 48]*kilohertz'-'[44100, 48000]*hertz']).
harmless(['state(right, rate, 44.1*kilohertz)'-'state(right, rate, 44100*hertz)']).
harmless(['90*decibel'-'[90]*decibel']).
harmless(['90*decibel'-'between(90*decibel, 90*decibel)']).
harmless(['[set_rate, set_mute]'-'[set_mute, set_rate]']).
harmless(['role([principal(convert)])'-'role(r, [principal(convert)])']).
harmless(['direction(analog_to_digital),'-'',
          'dynamic_range(90*decibel)'-'dynamic_range(90*decibel), direction(analog_to_digital)']).
harmless(['registration_unit(right, in).
registration_unit(right, out).'-'registration_unit(right, out).
registration_unit(right, in).']).
harmless(['connects(right, jack, adc).'-'', 'connects(right, dac, jack).'-
          'connects(right, dac, jack). connects(right, jack, adc).']).
harmless(['(used, Used)'-'(used, Count)', 'Used < 4'-'Count < 4']).
harmless(['device(right, "a device").'-
          'device(right, "a device"). usb_identity(right, 0x1234, 0x5678).']).
harmless(['counted(Mode'-'changed(Mode', 'counted(apply'-'changed(apply',
          'counted(remove'-'changed(remove']).

harmful(['90*decibel'-'91*decibel'], value,
        'left/recording/adc/task/function/dynamic_range',
        'right/recording/adc/task/function/dynamic_range', "90*decibel", "91*decibel").
harmful(['[44.1, 48]'-'[48, 44.1]'], value,
        'left/recording/adc/task/function/sampling_rate',
        'right/recording/adc/task/function/sampling_rate',
        "[44.1, 48]*kilohertz", "[48, 44.1]*kilohertz").
harmful([',
                dynamic_range(90*decibel)'-''], term,
        'left/recording/adc/task/function/dynamic_range', 'right/recording/adc/task/function',
        "90*decibel", '').
harmful(['dynamic_range(90*decibel)'-'dynamic_range(90*decibel), data_channels(2)'], term,
        'left/recording/adc/task/function', 'right/recording/adc/task/function/data_channels',
        '', "2").
harmful(['role([principal(convert)])'-'role([principal(convert)]), role([principal(store)])'], term,
        'left/recording/adc/task', 'right/recording/adc/task/role', '', role).
harmful(['electrical_interface(jack'-'electrical_interface(jack2'], element,
        'left/playback/jack', 'right/playback/jack', "jack, elsewhere jack2", jack).
harmful(['electrical_interface(jack'-'electrical_interface(', '(, ['-'(['], element,
        'left/playback/jack', 'right/playback/jack', jack, jack).
harmful([', state(rate))'-')'], state,
        'left/recording/adc/task/function/sampling_rate',
        'right/recording/adc/task/function/sampling_rate', "rate", "").
harmful(['registration_unit(out),'-'registration_unit(in),'], registration_unit,
        'left/playback/dac/task', 'right/playback/dac/task', out, "in, elsewhere in").
harmful(['registration_unit(right, out).'-'registration_unit(right, out). registration_unit(right, b).'],
        registration_unit, left, right, "in, out", "in, out, b").
harmful(['[set_rate, set_mute]'-'[set_rate, mute]'], code_interface,
        'left/configure', 'right/configure', "set_mute, set_rate", "mute, set_rate").
harmful(['code_interface(right'-'code_interface(right, more, [a]). code_interface(right'],
        code_interface, left, right, "", "more: a").
harmful(['state(right, rate, 44.1'-'state(right, rate, 48'], state, 'left/rate', 'right/rate',
        "44.1*kilohertz", "48*kilohertz").
harmful(['state(right, used, 0)'-'state(right, used, 1)'], state, 'left/used', 'right/used',
        "0", "1").
harmful(['state(right, used, 0).'-'state(right, used, 0). state(right, more, 0).'], state,
        left, right, "", "more: 0").
harmful(['Used < 4'-'Used < 5'], match_condition, 'left/few', 'right/few',
        "clause 1: 4", "clause 1: 5").
harmful(['Used < 4'-'Used =< 4'], match_condition, 'left/few', 'right/few',
        "clause 1: <", "clause 1: =<").
harmful(['current_state(used, Used)'-'current_state(rate, Used)'], state,
        'left/used', 'right/rate', "0", "44.1*kilohertz").
harmful(['(used, Used),'-'(used, Used), Used >= 0,'], match_condition, 'left/few', 'right/few',
        _, _).
harmful(['Old + 1'-'Old + 2'], state_adjust, 'left/counted/3', 'right/counted/3',
        "clause 1: 1", "clause 1: 2").
harmful(['counted(remove, Old, New) :- New is Old - 1.'-''], state_adjust,
        'left/counted/3', 'right/counted/3', "2 clauses", "1 clause").
harmful(['New is Old + 1'-'New is Old + Old'], state_adjust, 'left/counted/3', 'right/counted/3',
        "clause 1: 1", "clause 1: a variable").
harmful(['registration_unit(in), match_condition(few)'-'registration_unit(in)'], match_condition,
        'left/recording/adc/task', 'right/recording/adc/task', "few", "").
harmful(['connects(right, dac, jack).'-''], connection, left, right, "dac -> jack", '').
harmful(['connects(right, dac, jack)'-'connects(right, jack, dac)'], connection, left, right,
        "dac -> jack", '').
harmful(['connects(right, dac, jack).'-'connects(right, dac, jack). connects(right, adc, jack).'],
        connection, left, right, '', "adc -> jack").
harmful(['device_group(right, playback'-'device_group(right, more, [general([])]).
device_group(right, playback'], term, 'left/playback/dac', 'right/more', task_element, '').
harmful(['connects(right, jack'-'device_group(right, more, [general([])]). connects(right, jack'],
        group, left, 'right/more', '', more).

:- begin_tests(equivalence).

test('what requesters cannot see makes no difference',
     [forall(harmless(Changes)), Outcome == equivalent]) :-
    outcome(Changes, Outcome).

test('the first difference is named with what each has',
     [ forall(harmful(Changes, Kind, Path1, Path2, Has1, Has2)),
       true(shown(Outcome) = shown(difference(Kind, Path1, Path2, Shown1, Shown2)))
     ]) :-
    outcome(Changes, Outcome0),
    shown_outcome(Outcome0, Outcome),
    shown_text(Has1, Shown1),
    shown_text(Has2, Shown2).

test('states that take each other\'s part are told apart', Kind-Has2 == state-"two, elsewhere one") :-
    session_of("device(a, \"\"). state(a, one, 1). state(a, two, 1).
                device_group(a, g, [task_element([task([function([
                    data_channels(1, state(one)), bit_resolution(8*bit, state(two))])])])]).
                device(b, \"\"). state(b, one, 1). state(b, two, 1).
                device_group(b, g, [task_element([task([function([
                    data_channels(1, state(two)), bit_resolution(8*bit, state(two))])])])]).",
               Session),
    api_equal(Session, a, b, difference(Kind, _, _, _, Has2)).

test('helpers that call each other are compared to an end', Outcome == equivalent) :-
    findall(Text,
            ( member(Spec, [a, b]),
              format(string(Text),
                     "device(~w, \"\").
                      match_condition(~w, c, S) :- even(S, 4).
                      even(_, 0).
                      even(S, N) :- N > 0, M is N-1, odd(S, M).
                      odd(S, N) :- N > 0, M is N-1, even(S, M).
                      device_group(~w, g, [general([match_condition(c)])]).~n",
                     [Spec, Spec, Spec])
            ),
            Texts),
    atomics_to_string_list(Texts, Text),
    session_of(Text, Session),
    api_equal(Session, a, b, Outcome).

test('an unknown spec is named with the nearest', Sentence == Expected) :-
    session_of("device(mixer, \"\").", Session),
    api_equal(Session, mixer, mixr, problem(Sentence)),
    Expected = "no device/2 declares `mixr`; did you mean `mixer`?".

test('a requester is no device', true(sub_string(Sentence, _, _, _, "is a requester"))) :-
    session_of("requester(r, \"\"). device(d, \"\").", Session),
    api_equal(Session, d, r, problem(Sentence)).

                 /*******************************
                 *   Devices of the repository  *
                 *******************************/

test('every spec is equivalent to itself', Wrong == []) :-
    repository_session(Session, Specs),
    findall(Spec-Outcome,
            ( member(Spec, Specs),
              api_equal(Session, Spec, Spec, Outcome),
              Outcome \== equivalent
            ),
            Wrong).

test('either way the answer is the same', Wrong == []) :-
    repository_session(Session, Specs),
    findall(Spec1-Spec2,
            ( member(Spec1, Specs),
              member(Spec2, Specs),
              api_equal(Session, Spec1, Spec2, Outcome1),
              api_equal(Session, Spec2, Spec1, Outcome2),
              \+ mirrored(Outcome1, Outcome2)
            ),
            Wrong).

test('no two products of the repository are equivalent', Wrong == []) :-
    repository_session(Session, Specs),
    findall(Spec1-Spec2,
            ( append(_, [Spec1|Later], Specs),
              member(Spec2, Later),
              api_equal(Session, Spec1, Spec2, equivalent)
            ),
            Wrong).

test('other names for everything make no difference',
     [forall(repository_device(Spec, Files)), Wrong == []]) :-
    file_terms(Files, Terms),
    findall(Outcome1-Outcome2,
            ( between(1, 3, Seed),
              set_random(seed(Seed)),
              renamed(Spec, Terms, Renamed),
              terms_text(Renamed, Text),
              fresh_session(Session),
              load_descriptions(Session, Files),
              load_text(Session, Text),
              api_equal(Session, Spec, other, Outcome1),
              api_equal(Session, other, Spec, Outcome2),
              Outcome1-Outcome2 \== equivalent-equivalent
            ),
            Wrong).

test('one edit makes a difference, either way',
     [forall(repository_device(Spec, Files)), Wrong == []]) :-
    Seed = 20261122,
    format(user_error, "~w: seed ~w~n", [Spec, Seed]),
    set_random(seed(Seed)),
    file_terms(Files, Terms),
    findall(Edited-Outcome1-Outcome2,
            ( between(1, 60, _),
              renamed(Spec, Terms, Renamed),
              edited(Renamed, Edited, All),
              terms_text(All, Text),
              fresh_session(Session),
              load_descriptions(Session, Files),
              load_text(Session, Text, Diagnostics),
              \+ memberchk(diagnostic(error, _, _, _, _, _), Diagnostics),
              flag(edits_compared, N, N + 1),
              api_equal(Session, Spec, other, Outcome1),
              api_equal(Session, other, Spec, Outcome2),
              \+ ( Outcome1 = difference(_, _, _, _, _),
                   Outcome2 = difference(_, _, _, _, _)
                 )
            ),
            Wrong).

test('enough of the edits could be loaded', true(Count > 60)) :-
    flag(edits_compared, Count, 0).

:- end_tests(equivalence).

shown_outcome(equivalent, equivalent).
shown_outcome(difference(Kind, Path1, Path2, Has1, Has2),
              difference(Kind, Path1, Path2, Shown1, Shown2)) :-
    shown_text(Has1, Shown1),
    shown_text(Has2, Shown2).

shown_text(Text, Shown) :-
    (   var(Text)
    ->  true
    ;   atom_string(Text, Shown)
    ).

mirrored(equivalent, equivalent).
mirrored(difference(_, _, _, _, _), difference(_, _, _, _, _)).

atomics_to_string_list(Texts, Text) :-
    atomic_list_concat(Texts, Atom),
    atom_string(Atom, Text).

repository_device(imic2, ['descriptions/devices/imic2.pl', 'descriptions/devices/imic2_usb.pl']).
repository_device(us224, ['descriptions/devices/us224.pl', 'descriptions/devices/us224_surface.pl']).
repository_device(audiophile, ['descriptions/devices/audiophile.pl',
                               'descriptions/devices/audiophile_usb.pl']).

repository_session(Session, [imic2, us224, audiophile|Others]) :-
    findall(File, ( repository_device(_, Files), member(File, Files) ), All),
    fresh_session(Session),
    load_descriptions(Session, ['examples/channel_strips/surfaces.pl'|All]),
    findall(Spec,
            ( knowledge_base:spec(Session, Spec, device, _),
              \+ repository_device(Spec, _)
            ),
            Others),
    Others \== [].

                 /*******************************
                 *    Other names, one edit     *
                 *******************************/

file_terms(Files, Terms) :-
    findall(Term, ( member(File, Files), file_term(File, Term) ), Terms).

file_term(File, Term) :-
    repository_file(File, Path),
    setup_call_cleanup(open(Path, read, Stream, [encoding(utf8)]),
                       all_terms(Stream, Terms),
                       close(Stream)),
    member(Term, Terms).

all_terms(Stream, Terms) :-
    read_term(Stream, Term, [double_quotes(string)]),
    (   Term == end_of_file
    ->  Terms = []
    ;   Terms = [Term|Terms1],
        all_terms(Stream, Terms1)
    ).

terms_text(Terms, Text) :-
    with_output_to(string(Text),
                   forall(member(Term, Terms),
                          format("~W.~n", [Term, [quoted(true)]]))).

%   renamed(+Spec, +Terms0, -Terms): Spec is `other`; every name that the
%   describer made up is another, drawn at random.

renamed(Spec, Terms0, Terms) :-
    findall(Name, ( member(Term, Terms0), made_up(Term, Name) ), Names0),
    sort(Names0, Names),
    length(Names, Count),
    numlist(1, Count, Numbers0),
    random_permutation(Numbers0, Numbers),
    maplist([Number, New]>>atom_concat(name_, Number, New), Numbers, News),
    pairs_keys_values(Pairs, Names, News),
    maplist(with_names([Spec-other|Pairs]), Terms0, Terms).

made_up(registration_unit(_, Name), Name).
made_up(code_interface(_, Name, _), Name).
made_up(state(_, Name, _), Name).
made_up(device_group(_, Name, _), Name).
made_up(device_group(_, _, Tree), Name) :-
    sub_term_id(Tree, Name).
made_up((state_adjust(_, Name, _, _, _, _) :- _), Name).
made_up((match_condition(_, Name, _) :- _), Name).
made_up((Head :- _), Name) :-
    functor(Head, Name, _),
    \+ memberchk(Name, [state_adjust, match_condition]).
made_up(Head, Name) :-
    functor(Head, Name, _),
    \+ language:form(Name, _, _, _),
    Name \== (:-).

sub_term_id(Tree, Id) :-
    is_list(Tree),
    member(Term, Tree),
    compound(Term),
    (   Term =.. [_, Id, Below],
        is_list(Below)
    ;   Term =.. [_|Arguments],
        last(Arguments, Below),
        sub_term_id(Below, Id)
    ).

with_names(_, Term, Term) :-
    var(Term),
    !.
with_names(Pairs, Term0, Term) :-
    atom(Term0),
    !,
    (   memberchk(Term0-New, Pairs)
    ->  Term = New
    ;   Term = Term0
    ).
with_names(Pairs, Term0, Term) :-
    compound(Term0),
    !,
    compound_name_arguments(Term0, Name0, Arguments0),
    with_names(Pairs, Name0, Name),
    maplist(with_names(Pairs), Arguments0, Arguments),
    compound_name_arguments(Term, Name, Arguments).
with_names(_, Term, Term).

%   edited(+Terms0, -Edited, -Terms): one term of Terms0 is Edited, or gone.

edited(Terms0, Edited, Terms) :-
    findall(Term, ( member(Term, Terms0), structural(Term) ), Structural),
    random_member(Term0, Structural),
    append(Before, [Term1|After], Terms0),
    Term1 == Term0,
    !,
    random_between(1, 8, Choice),
    (   Choice =:= 1
    ->  Edited = without(Term0),
        append(Before, After, Terms)
    ;   findall(Each, edit(Term0, Each), Edits),
        Edits \== [],
        random_member(Edited, Edits),
        append(Before, [Edited|After], Terms)
    ).

structural(Term) :-
    functor(Term, Name, _),
    \+ memberchk(Name, [device, usb_identity]).

%   edit(+Term0, -Term) is nondet: a number is one more, or a list has an
%   element less, or twice.

edit(Term, _) :-
    var(Term),
    !,
    fail.
edit(Number0, Number) :-
    number(Number0),
    !,
    Number is Number0 + 1.
edit(List0, List) :-
    List0 = [_|_],
    is_list(List0),
    append(Before, [Element|After], List0),
    (   append(Before, After, List)
    ;   append(Before, [Element, Element|After], List)
    ;   edit(Element, Edited),
        append(Before, [Edited|After], List)
    ).
edit(Term0, Term) :-
    compound(Term0),
    Term0 \= [_|_],
    Term0 =.. [Name|Arguments0],
    append(Before, [Argument0|After], Arguments0),
    edit(Argument0, Argument),
    append(Before, [Argument|After], Arguments),
    Term =.. [Name|Arguments].
