% SPDX-License-Identifier: Apache-2.0
:- module(test_nearest, []).
:- use_module(library(plunit)).
:- use_module(library(lists)).
:- use_module(library(apply)).
:- use_module(library(random)).
:- use_module(engine_under_test).
:- use_module('../../../engine/prolog/nearest').

:- begin_tests(nearest).

%   meant(Written, Candidates, Meant)

meant(sampling_rat, [sampling_rate, data_channels], sampling_rate).
meant(sampling_ratee, [sampling_rate, data_channels], sampling_rate).
meant(sampling_rqte, [sampling_rate, data_channels], sampling_rate).
meant(smapling_rate, [sampling_rate, data_channels], sampling_rate).
meant(asmpling_rate, [sampling_rate, data_channels], sampling_rate).
meant(sampling_raet, [sampling_rate, data_channels], sampling_rate).
meant('Sampling_Rate', [sampling_rate, data_channels], sampling_rate).
meant(kilohurtz, [kilohertz, hertz], kilohertz).
meant(digial, [analog, digital], digital).
meant(rca_conector, [rca_connector, xlr_socket], rca_connector).
% The fewest edits; among equals the first in the standard order.
meant(abcd, [abcx, abyx], abcx).
meant(abcd, [abyx, abcx], abcx).
meant(abcd, [xbcd, abcx], abcx).
meant(link, [lint, line], line).

test('the nearest name is the one that is meant',
     [forall(meant(Written, Candidates, Meant)), Nearest == Meant]) :-
    nearest(Written, Candidates, Nearest).

%   too_far(Written, Candidates)

too_far(sampling_rate, [data_channels, bit_resolution]).
too_far(x, [y]).
too_far(ab, [cd]).
too_far(digital, [analog]).
too_far(task, []).
too_far(task, [task]).
too_far(short, [short_but_much_longer]).

test('a name too far away is not meant', [forall(too_far(Written, Candidates)), fail]) :-
    nearest(Written, Candidates, _).

test('what was written is not its own correction', Nearest == hertz2) :-
    nearest(hertz, [hertz, hertz2], Nearest).

test('the nearest is one of the candidates, and no candidate is nearer') :-
    for_random(400, 61, none_is_nearer).

none_is_nearer :-
    random_word(Word),
    random_between(0, 6, Count),
    length(Candidates0, Count),
    maplist(random_word, Candidates0),
    sort(Candidates0, Candidates1),
    exclude(==(Word), Candidates1, Candidates),
    (   nearest(Word, Candidates, Nearest)
    ->  memberchk(Nearest, Candidates),
        edits(Word, Nearest, Distance),
        findall(D-C,
                ( member(C, Candidates),
                  edits(Word, C, D),
                  keeps_a_letter(Word, C, D)
                ),
                Pairs),
        msort(Pairs, [Distance-Nearest|_])
    ;   true
    ).

%   Where every letter of the longer word was edited, nothing was kept.

keeps_a_letter(Word, Candidate, Distance) :-
    atom_length(Word, Length1),
    atom_length(Candidate, Length2),
    Distance < max(Length1, Length2).

test('one edit away is always near enough, if a letter is left') :-
    for_random(300, 67, one_edit_is_near).

one_edit_is_near :-
    random_between(3, 8, Length),
    length(Codes, Length),
    maplist(one_of(`abc`), Codes),
    one_edit(Codes, Edited),
    atom_codes(Word, Codes),
    atom_codes(Other, Edited),
    (   Word == Other
    ->  true
    ;   nearest(Other, [Word], Word)
    ).

one_edit(Codes, Edited) :-
    one_of([put_in, left_out, changed, swapped], How),
    length(Codes, Length),
    Last is Length - 1,
    random_between(0, Last, At),
    length(Before, At),
    append(Before, [Code|After], Codes),
    edited(How, Code, After, New),
    append(Before, New, Edited).

edited(put_in, Code, After, [0'x, Code|After]).
edited(left_out, _, After, After).
edited(changed, _, After, [0'x|After]).
edited(swapped, Code, After, New) :-
    (   After = [Next|Rest]
    ->  New = [Next, Code|Rest]
    ;   New = [Code]
    ).

random_word(Word) :-
    random_between(1, 6, Length),
    length(Codes, Length),
    maplist(one_of(`abc`), Codes),
    atom_codes(Word, Codes).

%   edits(+Word1, +Word2, -Distance): by its definition, from the last letters
%   on. A swap counts one, and nothing is edited twice.

:- table edit_distance/3.

edits(Word1, Word2, Distance) :-
    atom_codes(Word1, Codes1),
    atom_codes(Word2, Codes2),
    reverse(Codes1, Reversed1),
    reverse(Codes2, Reversed2),
    edit_distance(Reversed1, Reversed2, Distance).

edit_distance([], Codes, Distance) :-
    !,
    length(Codes, Distance).
edit_distance(Codes, [], Distance) :-
    !,
    length(Codes, Distance).
edit_distance([X|Xs], [Y|Ys], Distance) :-
    edit_distance(Xs, Ys, D1),
    (   X == Y
    ->  Changed = D1
    ;   Changed is D1 + 1
    ),
    edit_distance(Xs, [Y|Ys], D2),
    edit_distance([X|Xs], Ys, D3),
    Best is min(Changed, min(D2, D3) + 1),
    (   Xs = [X2|Xs2],
        Ys = [Y2|Ys2],
        X == Y2,
        Y == X2
    ->  edit_distance(Xs2, Ys2, D4),
        Distance is min(Best, D4 + 1)
    ;   Distance = Best
    ).

:- end_tests(nearest).
