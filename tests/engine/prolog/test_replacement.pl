% SPDX-License-Identifier: Apache-2.0
:- module(test_replacement, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(option)).
:- use_module(library(pairs)).
:- use_module(library(prolog_wrap)).
:- use_module(library(aggregate)).
:- use_module(engine_under_test).
:- use_module(loading, [session_dump/2]).
:- use_module('../../../engine/prolog/replacement', [load_again/3]).

/** <module> Specs replaced while their devices are connected

The world: a converter with one or two channels, and a recorder that wants one.
*/

%   converter(+Options, -Text): the device spec, as Options have it.

converter(Options, Text) :-
    option(rates(Rates), Options, '[44.1, 48]*kilohertz'),
    option(operations(Operations), Options, '[set_rate]'),
    option(rate(Initial), Options, '44.1*kilohertz'),
    option(group(Group), Options, in),
    option(units(Units), Options, [u1]),
    option(note(Note), Options, 'code_interface(control)'),
    option(extra(Extra), Options, ''),
    option(direction(Direction), Options, analog_to_digital),
    findall(Line,
            ( member(Unit, Units),
              format(atom(Line), 'registration_unit(converter, ~w).~n', [Unit])
            ),
            Lines),
    atomic_list_concat(Lines, UnitText),
    findall(Term,
            ( member(Unit, Units),
              format(atom(Term),
                     'task_element([~w, task([registration_unit(~w), function([~n    direction(~w),~n    sampling_rate(~w, state(rate))])])])',
                     [Note, Unit, Direction, Rates])
            ),
            Terms),
    atomic_list_concat(Terms, ',\n  ', TermText),
    format(string(Text),
           'device(converter, "in").~n~wcode_interface(converter, control, ~w).~nstate(converter, rate, ~w).~n~wdevice_group(converter, ~w, [~w]).~n',
           [UnitText, Operations, Initial, Extra, Group, TermText]).

%   recorder(+Options, -Text): the requester spec.

recorder(Options, Text) :-
    option(outlets(Outlets), Options, [main-'[good-10]']),
    option(rate(Rate), Options, '48*kilohertz'),
    option(accept(Accept), Options, 3),
    option(weight(Weight), Options, 2),
    option(requests(Requests), Options, '[input]'),
    option(extra(Extra), Options, ''),
    option(note(Note), Options, 'code_interface(adjust)'),
    findall(Line,
            ( member(Outlet-Alternatives, Outlets),
              format(atom(Line), 'outlet(recorder, ~w, ~w).~n', [Outlet, Alternatives])
            ),
            Lines),
    atomic_list_concat(Lines, OutletText),
    format(string(Text),
           'requester(recorder, "records").~n~wcomposite_request(recorder, good, ~w).~nrequest(recorder, input, [signal]).~n~wrequest_group(recorder, signal, taskflow, accept(~w), [task_element([~w, task([function([~n    direction(analog_to_digital, weight(~w)),~n    sampling_rate(~w, weight(2), data_interface(settings))])])])]).~n',
           [OutletText, Requests, Extra, Accept, Note, Weight, Rate]).

%   world(-Session): both are loaded, nothing is connected.

world(Session) :-
    world([], [], Session).

world(Converter, Recorder, Session) :-
    converter(Converter, Device),
    recorder(Recorder, Requester),
    fresh_session(Session),
    load_named(Session, 'converter.pl', Device),
    load_named(Session, 'recorder.pl', Requester).

load_named(Session, Name, Text) :-
    once(engine_api:api_load(Session, [text(Name, Text, description)], [])).

%   matched(+Converter, +Recorder, -Session): a recorder has a converter.

matched(Session) :-
    matched([], [], Session).

matched(Converter, Recorder, Session) :-
    world(Converter, Recorder, Session),
    connect(Session, c1),
    record(Session, r1).

connect(Session, Device) :-
    happens(Session, device_connect(red, Device, converter)).

record(Session, Requester) :-
    happens(Session, requester_create(blue, Requester, recorder)).

%   replace(+Session, +Text, -Changes): without a diagnostic; Changes in short.

replace(Session, Text, Changes) :-
    replace(Session, Text, Changes, []).

replace(Session, Text, Changes, Diagnostics) :-
    replace_sources(Session, [text('new.pl', Text, description)], Changes0, Diagnostics),
    maplist(short, Changes0, Changes).

replace_sources(Session, Sources, Changes, Diagnostics) :-
    once(engine_api:api_replace(Session, Sources, silent, Changes, Diagnostics)).

replaced_converter(Session, Options, Changes) :-
    converter(Options, Text),
    replace(Session, Text, Changes).

replaced_recorder(Session, Options, Changes) :-
    recorder(Options, Text),
    replace(Session, Text, Changes).

short(change(_, Requester, Outlet, Kind, _, Active, Status, _, _, _, _, _),
      Requester/Outlet-Kind-Active-Status).

reasons(Session, Text, Reasons) :-
    replace_sources(Session, [text('new.pl', Text, description)], Changes, []),
    findall(Reason, member(change(_, _, _, _, _, _, _, _, _, _, _, Reason), Changes), Reasons).

state(Session, Name, Text) :-
    states(Session, States),
    memberchk(state(_, Name, Text), States).

told(Session, Text, Lines) :-
    retractall(engine_under_test:told(_, _, _)),
    once(engine_api:api_replace(Session, [text('new.pl', Text, description)], host, _, _)),
    findall(Line, retract(engine_under_test:told(_, _, Line)), Lines).

%   facts(+Session, -Facts): what files said, without keys.

facts(Session, Facts) :-
    findall(Fact,
            ( knowledge_base:spec_fact(Session, _, Head),
              call(knowledge_base:Head),
              Head =.. [Name, _|Arguments],
              Fact =.. [Name|Arguments]
            ),
            Facts0),
    findall(Word, vocabulary:word([Session], Word), Words),
    knowledge_base:session(Session, _, _, Home),
    findall(Key-Plain,
            ( body_store:stored_body(Home, _, Key0, Clause),
              without_home(Key0-Clause, Home, Key-Plain)
            ),
            Clauses0),
    keysort(Clauses0, Clauses),
    append([Facts0, Words, Clauses], Facts).

%   without_home(+Body0, +Home, -Body): keys begin with the home that they are of.

without_home(Term, _, Term) :-
    var(Term),
    !.
without_home(Key, Home, Rest) :-
    atom(Key),
    atom_concat(Home, Rest, Key),
    !.
without_home(Term0, Home, Term) :-
    Term0 =.. [Name|Arguments0],
    maplist(without_home_(Home), Arguments0, Arguments),
    Term =.. [Name|Arguments].

without_home_(Home, Term0, Term) :-
    without_home(Term0, Home, Term).

:- begin_tests(nothing_new).

test('the same text again changes nothing at all', Changes-After =@= []-Before) :-
    matched(Session),
    session_dump(Session, Before),
    converter([], Text),
    replace_sources(Session, [text('converter.pl', Text, description)], Changes, []),
    session_dump(Session, After).
test('the same text again says that nothing is to be matched', Lines == []) :-
    matched(Session),
    recorder([], Text),
    once(engine_api:api_replace(Session, [text('recorder.pl', Text, description)], host, [], [])),
    findall(Text1,
            ( retract(engine_under_test:told(_, Kind, Text1)),
              \+ memberchk(Kind, [table, result])
            ),
            Lines).
test('bodies that are the same are no news', Changes-After =@= []-Before) :-
    Extra = 'match_condition(converter, c, M) :- wanted(M, X), X > 1.\nwanted(M, N) :- submatch_value(M, [task, function, sampling_rate], V), in_unit(V, hertz, N).\n',
    Options = [extra(Extra), note('match_condition(c)')],
    matched(Options, [], Session),
    transactions(Session, [_]),
    session_dump(Session, Before),
    converter(Options, Text),
    replace_sources(Session, [text('converter.pl', Text, description)], Changes, []),
    session_dump(Session, After).
test('what stands elsewhere now is not replaced, but its place is known', Changes-After-Line == []-Before-5) :-
    matched([extra('state(converter, spare, 1).\n')], [], Session),
    live_facts(Before),
    converter([extra('state(converter, spare, 1).\n')], Text0),
    string_concat("\n", Text0, Text),
    replace_sources(Session, [text('converter.pl', Text, description)], Changes, []),
    live_facts(After),
    once(engine_api:api_check(Session, Diagnostics)),
    once(( member(diagnostic(warning, 'converter.pl', Line0, _, Path, _), Diagnostics),
           Path == 'converter/spare'
         )),
    Line is Line0 - 1.
test('a match that a condition would not allow twice stays where nothing is new', Changes == []) :-
    Options = [ extra('state(converter, busy, false).\nmatch_condition(converter, idle, _) :- current_state(busy, false).\nstate_adjust(converter, occupy, busy, apply, _, true).\n'),
                note('match_condition(idle), state_adjust(occupy)')
              ],
    matched(Options, [], Session),
    state(Session, busy, "true"),
    converter(Options, Text0),
    string_concat("% edited\n", Text0, Text),
    replace(Session, Text, Changes).

:- end_tests(nothing_new).

:- begin_tests(matches).

test('a match that holds is not disturbed', Changes-After == []-Before) :-
    matched(Session),
    live_facts(Before),
    replaced_converter(Session, [rates('[44.1, 48, 96]*kilohertz'), units([u1, u2])], Changes),
    live_facts(After).
test('one that gets less is cancelled',
     Changes == [r1/main-lost-''-inactive]) :-
    matched(Session),
    replaced_converter(Session, [rates('44.1*kilohertz')], Changes),
    units(Session, Units),
    assertion(Units == [unit(c1, u1, true)]),
    assertion(transactions(Session, [])).
test('another device serves instead',
     Changes-Devices == [r1/main-lost-''-inactive, r1/main-matched-good-threshold]-[other1]) :-
    matched(Session),
    converter([], Text0),
    atomic_list_concat(Parts, converter, Text0),
    atomic_list_concat(Parts, other, Other),
    load_text(Session, Other),
    happens(Session, device_connect(red, other1, other)),
    participants(Session, r1, [c1]),
    replaced_converter(Session, [rates('44.1*kilohertz')], Changes),
    participants(Session, r1, Devices).
test('the reason says what was replaced and what does not hold',
     Reasons == ['spec converter was replaced; request group signal is not accepted any more']) :-
    matched(Session),
    converter([rates('44.1*kilohertz')], Text),
    reasons(Session, Text, Reasons).
test('a device group of another name',
     Changes-Group == [r1/main-lost-''-inactive, r1/main-matched-good-threshold]-input) :-
    matched(Session),
    replaced_converter(Session, [group(input)], Changes),
    transactions(Session, [t(_, _, _, _, _, _, Group, _)]).
test('another unit is another match',
     Changes == [r1/main-lost-''-inactive, r1/main-matched-good-threshold]) :-
    matched(Session),
    replaced_converter(Session, [units([stream])], Changes),
    units(Session, Units),
    assertion(Units == [unit(c1, stream, false)]).
test('other operations are another match',
     Changes-Operations ==
     [r1/main-lost-''-inactive, r1/main-matched-good-threshold]-[set_rate, mute]) :-
    matched(Session),
    replaced_converter(Session, [operations('[set_rate, mute]')], Changes),
    once(engine_api:api_code_interfaces(Session, [code_interface(_, _, adjust, c1, control, Operations)])).
test('another value for the requester is another match',
     Changes-Text == [r1/main-lost-''-inactive, r1/main-matched-good-threshold]-"44.1*kilohertz") :-
    matched(Session),
    replaced_recorder(Session, [rate('44.1*kilohertz')], Changes),
    once(engine_api:api_data_interfaces(Session, [data_interface(_, _, settings, sampling_rate, Value)])),
    Value = value(quantity, Text, _, _).
test('the same value in another unit is told the requester',
     Changes-Text == [r1/main-lost-''-inactive, r1/main-matched-good-threshold]-"48000*hertz") :-
    matched(Session),
    replaced_recorder(Session, [rate('48000*hertz')], Changes),
    once(engine_api:api_data_interfaces(Session, [data_interface(_, _, settings, sampling_rate, Value)])),
    Value = value(quantity, Text, _, _).
test('weights change the factor, not the match',
     Changes-Factor == [r1/main-updated-good-threshold]-7) :-
    matched(Session),
    live_facts(Before),
    replaced_recorder(Session, [weight(5)], Changes),
    transactions(Session, [t(_, _, _, _, _, c1, in, Factor)]),
    live_facts(After),
    forall(( member(Fact, [unit_taken(_, _), state_value(_, _, _), code_entry(_, _, _, _, _),
                           data_entry(_, _, _, _)]),
             member(Fact, Before)
           ),
           assertion(memberchk(Fact, After))).
test('more is asked for than there is', Changes == [r1/main-lost-''-inactive]) :-
    matched(Session),
    replaced_recorder(Session, [accept(5)], Changes).
test('a higher alternative makes a match partial',
     Changes == [r1/main-updated-good-partial]) :-
    matched(Session),
    replaced_recorder(Session,
                      [ outlets([main-'[best-20, good-10]']),
                        extra('composite_request(recorder, best, [input2]).\nrequest(recorder, input2, [signal2]).\nrequest_group(recorder, signal2, taskflow, accept(1), [task_element([task([function([direction(digital_to_analog, weight(1))])])])]).\n')
                      ], Changes).
test('a higher alternative that can be had is taken',
     Changes == [r1/main-updated-good-partial, r1/main-replaced-best-threshold]) :-
    matched([units([u1, u2])], [], Session),
    replaced_recorder(Session,
                      [ outlets([main-'[best-20, good-10]']),
                        extra('composite_request(recorder, best, [input2]).\nrequest(recorder, input2, [signal2]).\nrequest_group(recorder, signal2, taskflow, accept(1), [task_element([task([function([direction(analog_to_digital, weight(1))])])])]).\n')
                      ], Changes).
test('a priority changes alone, and nobody is told', Changes == []) :-
    matched(Session),
    replaced_recorder(Session, [outlets([main-'[good-30]'])], Changes),
    assertion(knowledge_base:outlet_status(_, active(good, 30), threshold)).
test('the alternative is gone', Reasons == ['spec recorder was replaced; the outlet has no such alternative any more',
                                           'spec recorder was replaced; alternative fine is satisfied']) :-
    matched(Session),
    recorder([ outlets([main-'[fine-10]']),
               extra('composite_request(recorder, fine, [input]).\n')
             ], Text),
    reasons(Session, Text, Reasons).
test('the alternative asks for more', Reasons == ['spec recorder was replaced; the alternative asks for other requests or request groups']) :-
    matched(Session),
    recorder([ requests('[input, input2]'),
               extra('request(recorder, input2, [signal]).\n')
             ], Text),
    reasons(Session, Text, Reasons).
test('terms in another order are no other match', Changes-After == []-Before) :-
    matched(Session),
    units(Session, Before),
    converter([], Text0),
    atomic_list_concat([A, B], 'direction(analog_to_digital),\n    sampling_rate([44.1, 48]*kilohertz, state(rate))', Text0),
    atomic_list_concat([A, 'sampling_rate([44.1, 48]*kilohertz, state(rate)), direction(analog_to_digital)', B], Text),
    replace(Session, Text, Changes),
    units(Session, After).
test('the units of others count as taken', Changes-Units == []-[unit(c1, u1, false), unit(c1, u2, false)]) :-
    matched([units([u1, u2])], [], Session),
    record(Session, r2),
    transactions(Session, [_, _]),
    replaced_converter(Session, [units([u1, u2]), rates('[44.1, 48, 96]*kilohertz')], Changes),
    units(Session, Units).
test('a unit that another match takes now is not taken twice',
     Changes-Units == [r2/main-lost-''-inactive]-[unit(c1, u1, false)]) :-
    matched([units([u1, u2])], [], Session),
    record(Session, r2),
    replaced_converter(Session, [units([u1])], Changes),
    units(Session, Units).
test('something free before what a match has: it would be made otherwise', Changes-Units ==
     [r2/main-lost-''-inactive, r2/main-matched-good-threshold]-[unit(c1, u1, false), unit(c1, u2, true)]) :-
    matched([units([u1, u2])], [], Session),
    record(Session, r2),
    happens(Session, requester_cancel(r1)),
    replaced_converter(Session, [units([u1, u2]), rates('[44.1, 48, 96]*kilohertz')], Changes),
    units(Session, Units).
test('more is possible, though nothing was cancelled',
     Changes-Requesters == [r2/main-matched-good-threshold]-[r1, r2]) :-
    matched(Session),
    record(Session, r2),
    replaced_converter(Session, [units([u1, u2])], Changes),
    transactions(Session, Transactions),
    findall(R, member(t(R, _, _, _, _, _, _, _), Transactions), Requesters).
test('several specs at once: neither alone would do',
     Changes == [r1/main-lost-''-inactive, r1/main-matched-good-threshold]) :-
    matched(Session),
    converter([rates('96*kilohertz')], Device),
    recorder([rate('96*kilohertz')], Requester),
    string_concat(Device, Requester, Text),
    replace(Session, Text, Changes).
test('a match without a replaced spec is not looked at', Lines == []) :-
    matched(Session),
    converter([], Text0),
    atomic_list_concat(Parts, converter, Text0),
    atomic_list_concat(Parts, other, Other),
    load_text(Session, Other),
    happens(Session, device_connect(red, other1, other)),
    atomic_list_concat([Other, 'state(other, spare, 1).\n'], NewOther),
    told(Session, NewOther, Told),
    findall(Line,
            ( member(Line, Told),
              sub_string(Line, _, _, _, "the match")
            ),
            Lines).
test('whatever takes no part starts nothing', Last == "nothing more became possible: no match process") :-
    world(Session),
    connect(Session, c1),
    happens(Session, system_disconnect(red)),
    converter([units([u1, u2])], Text),
    told(Session, Text, Told),
    once(( member(Last, Told), sub_string(Last, 0, _, _, "nothing more") )).

:- end_tests(matches).

:- begin_tests(bodies).

conditional(Body, Options) :-
    format(atom(Extra),
           'state(converter, mode, idle).~nmatch_condition(converter, c, M) :- ~w.~nstate_adjust(converter, a, mode, apply, _, busy).~nstate_adjust(converter, a, mode, remove, _, old_idle).~n',
           [Body]),
    Options = [extra(Extra), note('code_interface(control), match_condition(c), state_adjust(a)')].

test('a condition that holds now', Changes == []) :-
    conditional('M \\== [], current_state(mode, idle)', Before),
    conditional('M \\== [], current_state(mode, busy)', After),
    matched(Before, [], Session),
    replaced_converter(Session, After, Changes).
test('a condition that does not hold now: cancelled as the old spec says, before the new one',
     Changes-Mode == [r1/main-lost-''-inactive]-"old_idle") :-
    conditional('M \\== []', Before),
    Extra = 'state(converter, mode, off).\nmatch_condition(converter, c, _) :- current_state(mode, off).\nstate_adjust(converter, a, mode, apply, _, new_busy).\nstate_adjust(converter, a, mode, remove, _, new_idle).\n',
    matched(Before, [], Session),
    replaced_converter(Session,
                       [extra(Extra), note('code_interface(control), match_condition(c), state_adjust(a)')],
                       Changes),
    state(Session, mode, Mode).
test('what stays is later cancelled as the new spec says', Mode == "new_idle") :-
    conditional('M \\== []', Before),
    matched(Before, [], Session),
    Extra = 'state(converter, mode, idle).\nmatch_condition(converter, c, _).\nstate_adjust(converter, a, mode, apply, _, busy).\nstate_adjust(converter, a, mode, remove, _, New) :- rest(New).\nrest(new_idle).\n',
    replaced_converter(Session,
                       [extra(Extra), note('code_interface(control), match_condition(c), state_adjust(a)')],
                       Changes),
    assertion(Changes == []),
    state(Session, mode, Busy),
    assertion(Busy == "busy"),
    happens(Session, requester_cancel(r1)),
    state(Session, mode, Mode).
test('conditions of a requester', Changes == [r1/main-lost-''-inactive]) :-
    matched([], [extra('match_condition(recorder, c, _).\n'), note('match_condition(c)')], Session),
    replaced_recorder(Session, [extra('match_condition(recorder, c, _) :- fail.\n'), note('match_condition(c)')],
                      Changes).
test('the clauses of the old spec are gone', Clauses == 1) :-
    conditional('M \\== []', Before),
    matched(Before, [], Session),
    replaced_converter(Session, [extra('match_condition(converter, c, M) :- M \\== [], 1 < 2.\n'),
                                 note('match_condition(c)')], _),
    knowledge_base:session(Session, _, _, Home),
    aggregate_all(count, body_store:stored_body(Home, _, _, _), Clauses).
test('a broken body of the new spec is reported in the new text', Found == ['new.pl'-6]) :-
    matched(Session),
    converter([ extra('match_condition(converter, c, _) :-\n    current_state(rate, X), X > 1.\n'),
                note('match_condition(c)')
              ], Text0),
    string_concat("% new\n", Text0, Text),
    replace(Session, Text, _, Diagnostics),
    findall(Source-Line, member(diagnostic(warning, Source, Line, _, _, _), Diagnostics), Found0),
    sort(Found0, Found).
test('a broken body of the old spec is reported in the old text', Found == ['converter.pl'-5]) :-
    matched([ extra('state_adjust(converter, a, rate, remove, Old, New) :-\n    New is Old + 1.\n'),
              note('state_adjust(a)')
            ], [], Session),
    converter([rates('44.1*kilohertz')], Text0),
    string_concat("\n\n\n", Text0, Text),
    replace_sources(Session, [text('converter.pl', Text, description)], _, Diagnostics),
    findall(Source-Line, member(diagnostic(warning, Source, Line, _, _, _), Diagnostics), Found).

:- end_tests(bodies).

:- begin_tests(states).

test('a state of the same kind keeps its value', Rate == "48*kilohertz") :-
    matched(Session),
    state(Session, rate, "48*kilohertz"),
    replaced_converter(Session, [rate('8000*hertz'), units([u1, u2])], []),
    state(Session, rate, Rate).
test('a state of another kind starts again', Spare == "[true, false]") :-
    matched([extra('state(converter, spare, 2).\n')], [], Session),
    replaced_converter(Session, [extra('state(converter, spare, [true, false]).\n')], []),
    state(Session, spare, Spare).
test('new states are there, old ones are not', Names == [fresh, rate]) :-
    matched([extra('state(converter, spare, 2).\n')], [], Session),
    replaced_converter(Session, [extra('state(converter, fresh, 2).\n')], []),
    states(Session, States),
    findall(Name, member(state(_, Name, _), States), Names).
test('states of requesters', Values == [3, 7]) :-
    matched([], [ extra('state(recorder, tapes, 3).\nstate_adjust(recorder, a, tapes, apply, X, Y) :- Y is X - 1.\nstate(recorder, spare, 1).\n'),
                  note('state_adjust(a)')
                ], Session),
    replaced_recorder(Session,
                      [ extra('state(recorder, tapes, 30).\nstate_adjust(recorder, a, tapes, apply, X, Y) :- Y is X + 1.\nstate(recorder, more, 7).\n'),
                        note('state_adjust(a), code_interface(adjust)')
                      ], _),
    findall(N,
            ( knowledge_base:requester(Session, Key, r1, _, _),
              knowledge_base:state_value(Key, _, value(count, none, point(N)))
            ),
            Values0),
    msort(Values0, Values).

:- end_tests(states).

:- begin_tests(outlets).

test('an outlet is gone, another is new',
     Changes-Outlets == [ r1/main-lost-''-inactive, r1/main-removed-''-inactive,
                          r1/side-created-''-inactive, r1/side-matched-good-threshold ]
                        -[outlet(r1, side, good, threshold)]) :-
    matched(Session),
    replaced_recorder(Session, [outlets([side-'[good-10]'])], Changes),
    outlets(Session, Outlets).
test('outlets stand in order of creation, then of the new declaration',
     Names == [r1/late, r1/main, r1/side, r2/late, r2/main, r2/side]) :-
    matched([], [outlets([main-'[good-10]', side-'[good-10]'])], Session),
    record(Session, r2),
    replaced_recorder(Session, [outlets([late-'[good-10]', main-'[good-10]', side-'[good-10]'])], Changes),
    assertion(Changes == [r1/late-created-''-inactive, r2/late-created-''-inactive]),
    findall(R/Name,
            ( knowledge_base:outlet(Session, _, Key, Name),
              knowledge_base:requester(Session, Key, R, _, _)
            ),
            Names).
test('the first declared is the first served',
     Changes == [ r1/main-lost-''-inactive, r1/late-created-''-inactive,
                  r1/late-matched-good-threshold ]) :-
    matched(Session),
    converter([group(other)], Device),
    recorder([outlets([late-'[good-10]', main-'[good-10]'])], Requester),
    string_concat(Device, Requester, Text),
    replace(Session, Text, Changes).
test('a gone outlet leaves nothing behind', Facts == []) :-
    matched(Session),
    replaced_recorder(Session, [outlets([side-'[good-10]']), accept(99)], _),
    findall(Fact,
            ( member(Fact, [unit_taken(_, _), match_transaction(_, _, _), code_entry(_, _, _, _, _),
                            data_entry(_, _, _, _)]),
              call(knowledge_base:Fact)
            ),
            Facts).

:- end_tests(outlets).

:- begin_tests(refused).

%   refused(+Text, -Sentences): nothing changes.

refused(Text, Sentences) :-
    matched([extra('match_condition(converter, c, _).\n')], [], Session),
    load_text(Session, "io_aspect(task/function/test_colour, enumeration, \"of nothing\"). io_value(task/function/test_colour, red, \"red\")."),
    session_dump(Session, Before),
    replace(Session, Text, Changes, Diagnostics),
    assertion(Changes == []),
    session_dump(Session, After),
    assertion(After =@= Before),
    findall(Sentence, member(diagnostic(error, _, _, _, _, Sentence), Diagnostics), Sentences).

test('an error anywhere changes nothing', Sentences = [_]) :-
    converter([units([u1, u2])], Good),
    recorder([rate('48*kilogram')], Bad),
    string_concat(Good, Bad, Text),
    refused(Text, Sentences).
test('a spec keeps its kind', Sentences == ["`converter` is declared already, as a device"]) :-
    refused("requester(converter, \"no\").", Sentences).
test('facts of a spec that the sources do not declare',
     Sentences == ["`converter` was loaded before, and a spec is loaded whole: it takes no more facts"]) :-
    refused("registration_unit(converter, u2).", Sentences).
test('a word that changes',
     Sentences == ["aspect `task/function/test_colour` is declared already"]) :-
    refused("io_aspect(task/function/test_colour, count, \"of nothing\").", Sentences).
test('a spec declared twice', Sentences == ["`converter` is declared already, as a device"]) :-
    converter([units([u1, u2])], Text),
    atomic_list_concat([Text, 'device(converter, "again").\n'], Twice),
    refused(Twice, Sentences).

:- end_tests(refused).

:- begin_tests(interrupted).

%   interrupted_at(+N, +Session, +Text, -Outcome): what the host is told the Nth
%   time is more than it can take.

interrupted_at(N, Session, Text, Outcome) :-
    flag(lines_told, _, 0),
    setup_call_cleanup(
        wrap_predicate(user:host_line(_, _, _), interrupted, Told,
                       ( flag(lines_told, Before, Before + 1),
                         (   Before + 1 =:= N
                         ->  throw(error(resource_error(test), _))
                         ;   Told
                         )
                       )),
        catch(( once(engine_api:api_replace(Session, [text(new, Text, description)], host, _, _)),
                Outcome = done
              ),
              error(resource_error(test), _),
              Outcome = thrown),
        unwrap_predicate(user:host_line/3, interrupted)).

%   Lost, removed, created, matched; states carried and reset; words; bodies.

test('thrown out at any line, everything is as before', Outcomes == [done, thrown]) :-
    Before = [ extra('state(converter, spare, 2).\nstate_adjust(converter, a, spare, remove, X, Y) :- Y is X + 1.\nmatch_condition(converter, c, M) :- M \\== [].\n'),
               note('match_condition(c), state_adjust(a)'), units([u1, u2])
             ],
    After = [ extra('state(converter, spare, true).\nstate(converter, fresh, 1).\nmatch_condition(converter, c, M) :- some(M).\nsome([_|_]).\n'),
              note('match_condition(c)'), units([u2])
            ],
    converter(After, Device),
    recorder([outlets([side-'[good-10]'])], Requester),
    word(Words),
    atomic_list_concat([Words, Device, Requester], Text),
    findall(N-Outcome,
            ( between(1, 200, N),
              matched(Before, [], Session),
              record(Session, r2),
              transactions(Session, [_, _]),
              session_dump(Session, Dump),
              interrupted_at(N, Session, Text, Outcome),
              (   Outcome == thrown
              ->  session_dump(Session, Left),
                  assertion(Left =@= Dump),
                  replace(Session, Text, Changes),
                  assertion(Changes = [_, _|_])
              ;   !
              )
            ),
            Results),
    findall(Outcome, member(_-Outcome, Results), Outcomes0),
    sort(Outcomes0, Outcomes),
    length(Results, Count),
    assertion(Count > 40).

:- end_tests(interrupted).

word("io_aspect(task/function/test_colour, enumeration, \"of nothing\").\nio_value(task/function/test_colour, red, \"red\").\n").

:- begin_tests(what_else_sources_hold).

test('words may be said again as they are', After =@= Before) :-
    matched(Session),
    word(Words),
    load_named(Session, 'words.pl', Words),
    session_dump(Session, Before),
    replace(Session, Words, []),
    session_dump(Session, After).
test('words may be new, and the new specs may use them', Values == 1) :-
    matched(Session),
    word(Words),
    converter([], Text0),
    atomic_list_concat(Parts, 'direction(analog_to_digital)', Text0),
    atomic_list_concat(Parts, 'test_colour(red), direction(analog_to_digital)', Text),
    atomic_list_concat([Words, Text], Both),
    replace(Session, Both, Changes),
    assertion(Changes == []),
    aggregate_all(count, vocabulary:word([Session], value(_, _, test_colour, _, _)), Values).
test('events are left out, and a warning says so', Found-Events == [1, 3]-[device_connect(red, c9, converter)]) :-
    matched(Session),
    load_text(Session, "event(device_connect(red, c9, converter))."),
    replace_sources(Session,
                    [ text(a, "event(device_connect(red, c7, converter)). event(nonsense).", description),
                      text(b, "% b\n\nevent(device_connect(red, c8, converter)).", description)
                    ],
                    [], Diagnostics),
    findall(Line, member(diagnostic(warning, _, Line, _, _, _), Diagnostics), Found),
    once(engine_api:api_scenario(Session, Events)).
test('a spec that is not loaded is added', Kind == device) :-
    matched(Session),
    replace(Session, "device(newcomer, \"new\"). registration_unit(newcomer, u).\n", Changes),
    assertion(Changes == []),
    knowledge_base:spec(Session, newcomer, Kind, _).

:- end_tests(what_else_sources_hold).

:- begin_tests(loads).

%   again(+Session, -Facts): in another session, from what Session remembers.

again(Session, Facts) :-
    setup_call_cleanup(
        engine_api:api_open([], Other),
        ( findall(Load-text(Name, Text, Role),
                  knowledge_base:source(Session, Load, Role, Name, Text),
                  Pairs),
          group_pairs_by_key(Pairs, Loads),
          forall(member(_-Sources, Loads),
                 ( once(load_again(Other, Sources, Diagnostics)),
                   assertion(\+ memberchk(diagnostic(error, _, _, _, _, _), Diagnostics))
                 )),
          facts(Other, Facts)
        ),
        engine_api:api_close(Other)).

loads(Session, Names) :-
    findall(Name, knowledge_base:source(Session, _, _, Name, _), Names).

test('a load of which nothing is left is forgotten', Names == ['recorder.pl', 'new.pl']) :-
    matched(Session),
    replaced_converter(Session, [units([u1, u2])], _),
    loads(Session, Names).
test('a hundred replacements leave as much as one', Count-Sources == 1-2) :-
    matched(Session),
    forall(between(1, 100, I),
           ( converter([rate(I*hertz)], Text),
             replace(Session, Text, [])
           )),
    aggregate_all(count, knowledge_base:spec(Session, converter, _, _), Count),
    aggregate_all(count, knowledge_base:source(Session, _, _, _, _), Sources).
test('a load with words stays', Names == ['words.pl', 'recorder.pl', 'new.pl']) :-
    fresh_session(Session),
    converter([], Device),
    atomic_list_concat(['quantity(test_loudness, test_sone, "how loud").\nunit(test_sone, test_loudness, 1, sn, plain).\n', Device], Text),
    load_named(Session, 'words.pl', Text),
    recorder([], Requester),
    load_named(Session, 'recorder.pl', Requester),
    replaced_converter(Session, [units([u1, u2])], _),
    loads(Session, Names).
test('the loads that are left give the same facts again', Again =@= Facts) :-
    Extra = 'match_condition(converter, c, M) :- wanted(M).\nwanted(_) :- member(X, [1, 2]), X > 1.\n',
    matched([extra(Extra), note('match_condition(c)')], [], Session),
    converter([], Both0),
    recorder([weight(4)], Both1),
    string_concat(Both0, Both1, Both),
    replace(Session, Both, _),
    converter([extra(Extra), note('match_condition(c)'), units([u1, u2])], Text),
    atomic_list_concat(['event(system_connect(nowhere)).\n', Text], WithEvent),
    replace(Session, WithEvent, _, [_]),
    replace(Session, "device(newcomer, \"new\").\nregistration_unit(newcomer, u).\n", []),
    facts(Session, Facts),
    again(Session, Again).

:- end_tests(loads).

:- begin_tests(told).

test('the transcript',
     Lines == [ "specs replaced: converter",
                "specs added: newcomer",
                "do the matches of these specs still hold?",
                "match of good for outlet main of requester r1",
                "request group signal, which accepts 3",
                "try device group in of c1",
                "registration unit u1 is available",
                "aspect direction matched: analog_to_digital",
                "subcategory function matched",
                "category task matched",
                "module task_element matched",
                "refused: match factor 2, needed 3",
                "the match does not hold: request group signal is not accepted any more",
                "cancel the match of good for outlet main of requester r1",
                "remove the match of signal with in of c1",
                "registration unit u1 of c1 becomes available",
                "match process begins" ]) :-
    matched(Session),
    converter([rates('44.1*kilohertz')], Text0),
    atomic_list_concat([Text0, 'device(newcomer, "new").\nregistration_unit(newcomer, u).\n'], Text),
    told(Session, Text, Told),
    append(Lines, [_|_], Told),
    last(Lines, "match process begins"),
    !.
test('a match that stays', true) :-
    matched(Session),
    converter([units([u1, u2])], Text),
    told(Session, Text, Told),
    assertion(memberchk("the match holds, and stays", Told)).

:- end_tests(told).
