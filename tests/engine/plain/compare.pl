% SPDX-License-Identifier: Apache-2.0
:- module(compare, []).

/** <module> The plain procedure against ddb-match, on generated scenarios

For each seed the scenario is run by both, with each transport, and the JSON
text compared byte for byte. At the first difference the scenario is made as
small as it goes while the two still differ.

Without --binary the plain procedure runs alone.
*/

:- use_module(library(apply)).
:- use_module(library(filesex)).
:- use_module(library(lists)).
:- use_module(library(main)).
:- use_module(library(option)).
:- use_module(library(process)).
:- use_module(library(readutil)).
:- use_module(library(time)).
:- use_module(coverage).
:- use_module(generate).
:- use_module(generate_pool).
:- use_module(plain_match).

:- initialization(main, main).

opt_type(binary, binary, file(execute)).
opt_type(count, count, nonneg).
opt_type(seed, seed, integer).
opt_type(transport, transport, oneof([shared, whole_device])).
opt_type(stats, stats, boolean).
opt_type(keep, keep, atom).
opt_type(all, all, boolean).
opt_type(pools, pools, boolean).

opt_help(help(usage),
         " -- --binary PATH [--count N] [--seed S] [--transport T] [--no-stats]").
opt_help(binary, "The ddb-match to compare with").
opt_help(count, "Number of scenarios (100)").
opt_help(seed, "Seed of the first one (1)").
opt_help(transport, "Only this transport; else both").
opt_help(stats, "Print what every fifth scenario covered (default)").
opt_help(all, "Only list the differences, do not stop at the first one").
opt_help(pools, "Scenarios of many devices of few specs: generate_pool.pl").
opt_help(keep, "Folder for the files of a difference (.)").

main(Arguments) :-
    argv_options(Arguments, Rest, Options),
    (   Rest == []
    ->  true
    ;   argv_usage([]),
        halt(2)
    ),
    option(count(Count), Options, 100),
    option(seed(First), Options, 1),
    (   option(transport(Transport), Options)
    ->  Transports = [Transport]
    ;   Transports = [shared, whole_device]
    ),
    Last is First + Count - 1,
    tmp_file_stream(File, Stream, [encoding(utf8), extension(pl)]),
    close(Stream),
    set_stream(user_output, encoding(utf8)),
    (   option(stats(true), Options, true)
    ->  start_coverage
    ;   true
    ),
    call_cleanup(
        compare_seeds(First, Last, Transports, File, Options),
        catch(delete_file(File), _, true)),
    (   option(stats(true), Options, true)
    ->  print_summary
    ;   true
    ),
    flag(compare_differences, Differences, Differences),
    format("seeds ~d to ~d: ~d differences~n", [First, Last, Differences]),
    (   Differences =:= 0
    ->  true
    ;   halt(1)
    ).

compare_seeds(Seed, Last, _, _, _) :-
    Seed > Last,
    !.
compare_seeds(Seed, Last, Transports, File, Options) :-
    (   option(pools(true), Options)
    ->  generate_pool(Seed, Terms)
    ;   generate(Seed, Terms)
    ),
    write_scenario(File, Terms),
    (   option(stats(true), Options, true),
        Seed mod 5 =:= 0
    ->  cover(Terms)
    ;   true
    ),
    forall(member(Transport, Transports),
           compare_run(Seed, Terms, Transport, File, Options)),
    Next is Seed + 1,
    compare_seeds(Next, Last, Transports, File, Options).

compare_run(Seed, Terms, Transport, File, Options) :-
    plain_text(Terms, Transport, Plain),
    (   option(binary(Binary), Options)
    ->  binary_text(Binary, Transport, File, Exit, Fast, Messages),
        (   Exit == exit(0),
            Fast == Plain
        ->  true
        ;   option(all(true), Options)
        ->  format("seed ~d, transport ~w: the two differ (~w)~n~s",
                   [Seed, Transport, Exit, Messages]),
            first_difference(Plain, Fast),
            flag(compare_differences, Number, Number + 1)
        ;   difference(Seed, Terms, Transport, Plain, Exit, Fast, Messages, Binary,
                       File, Options)
        )
    ;   true
    ).

plain_text(Terms, Transport, Text) :-
    plain_lines_of_terms(Terms, Transport, Lines),
    findall([Line, "\n"], ( member(Codes, Lines), string_codes(Line, Codes) ), Parts),
    append(Parts, Strings),
    atomics_to_string(Strings, Text).

atomics_to_string(Strings, Text) :-
    atomic_list_concat(Strings, Atom),
    atom_string(Atom, Text).

%   Messages are read after the output, which is safe for as many as fit into a
%   pipe; generated scenarios warn a few times at most.

binary_text(Binary, Transport, File, Exit, Text, Messages) :-
    tmp_file_stream(MessageFile, MessageStream, [encoding(utf8)]),
    setup_call_cleanup(
        process_create(Binary, [run, '--json', '--transport', Transport, File],
                       [ stdout(pipe(Out, [encoding(utf8)])),
                         stderr(stream(MessageStream)),
                         process(Process)
                       ]),
        read_string(Out, _, Text),
        ( close(Out),
          close(MessageStream)
        )),
    process_wait(Process, Exit),
    read_file_to_string(MessageFile, Messages, [encoding(utf8)]),
    delete_file(MessageFile).


                /*******************************
                *          DIFFERENCES         *
                *******************************/

%   Report, write the scenario, make it small, write that, and stop.

difference(Seed, Terms, Transport, Plain, Exit, Fast, Messages, Binary, File,
           Options) :-
    option(keep(Folder), Options, '.'),
    make_directory_path(Folder),
    format(atom(Name), "difference_~d_~w", [Seed, Transport]),
    directory_file_path(Folder, Name, Base),
    keep(Base, '.pl', Terms),
    format("seed ~d, transport ~w: the two differ~n", [Seed, Transport]),
    (   Exit == exit(0)
    ->  smaller(Terms, Transport, Binary, File, Small),
        keep(Base, '_small.pl', Small),
        format("~nthe smallest scenario found that still differs:~n~n", []),
        write_terms(user_output, Small),
        write_scenario(File, Small),
        plain_text(Small, Transport, SmallPlain),
        binary_text(Binary, Transport, File, _, SmallFast, SmallMessages),
        format("~nwarnings of ddb-match:~n~s", [SmallMessages]),
        first_difference(SmallPlain, SmallFast)
    ;   format("ddb-match ended with ~w and said~n~s", [Exit, Messages]),
        first_difference(Plain, Fast)
    ),
    halt(1).

keep(Base, Extension, Terms) :-
    atom_concat(Base, Extension, File),
    write_scenario(File, Terms),
    format("written: ~w~n", [File]).

first_difference(Plain, Fast) :-
    split_string(Plain, "\n", "", PlainLines),
    split_string(Fast, "\n", "", FastLines),
    first_difference_at(1, PlainLines, FastLines).

first_difference_at(Number, [Line|Plain], [Line|Fast]) :-
    !,
    Next is Number + 1,
    first_difference_at(Next, Plain, Fast).
first_difference_at(Number, Plain, Fast) :-
    first_line(Plain, PlainLine),
    first_line(Fast, FastLine),
    format("~nfirst difference at event ~d~nplain:     ~s~nddb-match: ~s~n",
           [Number, PlainLine, FastLine]).

first_line([], "(nothing)").
first_line([Line|_], Line).

%!  smaller(+Terms, +Transport, +Binary, +File, -Small) is det.
%
%   Leave out as much as possible. A scenario that ddb-match refuses does not
%   count as one that differs, so what is left is valid.

smaller(Terms, Transport, Binary, File, Small) :-
    length(Terms, Length),
    smaller_by(Length, Terms, Transport, Binary, File, Fewer),
    smaller_inside(Fewer, Transport, Binary, File, Small).

%   Leave out runs of so many terms, then of half as many, down to one.

smaller_by(0, Terms, _, _, _, Terms) :-
    !.
smaller_by(Size, Terms, Transport, Binary, File, Small) :-
    drop_runs(Terms, [], Size, Transport, Binary, File, Fewer),
    Half is Size // 2,
    (   Half =:= 0,
        Fewer \== Terms
    ->  smaller_by(1, Fewer, Transport, Binary, File, Small)
    ;   smaller_by(Half, Fewer, Transport, Binary, File, Small)
    ).

drop_runs([], Kept, _, _, _, _, Terms) :-
    !,
    reverse(Kept, Terms).
drop_runs(Terms, Kept, Size, Transport, Binary, File, Small) :-
    take_run(Size, Terms, Run, Rest),
    reverse(Kept, Before),
    append(Before, Rest, Candidate),
    (   still_differs(Candidate, Transport, Binary, File)
    ->  drop_runs(Rest, Kept, Size, Transport, Binary, File, Small)
    ;   reverse(Run, Back),
        append(Back, Kept, KeptMore),
        drop_runs(Rest, KeptMore, Size, Transport, Binary, File, Small)
    ).

take_run(0, Terms, [], Terms) :-
    !.
take_run(_, [], [], []) :-
    !.
take_run(Size, [Term|Terms], [Term|Run], Rest) :-
    Less is Size - 1,
    take_run(Less, Terms, Run, Rest).

%   Leave out elements of the lists in the terms, the outermost ones first.

smaller_inside(Terms, Transport, Binary, File, Small) :-
    (   append(Before, [Term|After], Terms),
        without_an_element(Term, Less),
        append(Before, [Less|After], Candidate),
        still_differs(Candidate, Transport, Binary, File)
    ->  smaller_inside(Candidate, Transport, Binary, File, Small)
    ;   Small = Terms
    ).

without_an_element(Term, _) :-
    Term = (_ :- _),
    !,
    fail.
without_an_element(Term, Less) :-
    is_list(Term),
    select(_, Term, Less).
without_an_element(Term, Less) :-
    compound(Term),
    Term =.. [Name|Arguments],
    append(Before, [Argument|After], Arguments),
    without_an_element(Argument, LessArgument),
    append(Before, [LessArgument|After], LessArguments),
    Less =.. [Name|LessArguments].
still_differs(Terms, Transport, Binary, File) :-
    write_scenario(File, Terms),
    binary_text(Binary, Transport, File, exit(0), Fast, _),
    catch(call_with_time_limit(5, plain_text(Terms, Transport, Plain)), _, fail),
    Plain \== Fast.
