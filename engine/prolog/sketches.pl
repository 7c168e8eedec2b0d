% SPDX-License-Identifier: Apache-2.0
:- module(sketches,
          [ request_sketch/2,           % +Groups, -Sketch
            device_sketch/2             % +Groups, -Sketch
          ]).
:- use_module(library(apply), [maplist/3]).

/** <module> Groups as the pool compares them

reach.pl tells what a request can come to at best on a device spec. With a
thousand specs that takes long, and nearly all of them have nothing of the kind. So
the pool, which is in C++, looks first, at a sketch of both: see engine/src/sketch.hpp.
There, the names of terms are vertices of a graph of the taxonomy
(taxonomy_graph.hpp), and the terms of all groups are another graph. Of values, words are
hashes and numbers are floats; whatever is lost speaks for the request. Where the pool
rules out a spec, so would reach.pl.

A sketch is a list of group(Accept, Terms), and the terms are

    branch(Name, Weight, Accept, Below)
    leaf(Name, Weight, Value)

A value is `any`, value(Hash, Points), each point a float or the hash of a word, or
value(Hash, Lower, Upper). A device's sketch has the same form; its numbers mean
nothing. Accept is -inf where a branch does not say.
*/

%!  request_sketch(+Groups, -Sketch) is semidet.
%!  device_sketch(+Groups, -Sketch) is semidet.
%
%   Groups are Accept-Terms of a request, or Terms of a device, as loader.pl makes
%   them. Fails where something has no hash: there is no sketch then.

request_sketch(Groups, Sketch) :-
    maplist(request_group_sketch, Groups, Sketch).

request_group_sketch(Accept0-Terms0, group(Accept, Terms)) :-
    float_of(Accept0, Accept),
    maplist(term_sketch, Terms0, Terms).

device_sketch(Groups, Sketch) :-
    maplist(device_group_sketch, Groups, Sketch).

device_group_sketch(Terms0, group(0.0, Terms)) :-
    maplist(term_sketch, Terms0, Terms).

%   term_sketch(+Term, -Sketch) is semidet.

term_sketch(branch(Name, _, Notes, Below0), branch(Name, Weight, Accept, Below)) :-
    branch_numbers(Notes, Weight, Accept),
    maplist(term_sketch, Below0, Below).
term_sketch(leaf(Name, Value0, Notes), leaf(Name, Weight, Value)) :-
    leaf_weight(Notes, Weight),
    value_sketch(Value0, Value).

branch_numbers(wants(Accept0, Weight0, _, _, _), Weight, Accept) :-
    float_of(Weight0, Weight),
    (   Accept0 == any
    ->  Accept is -inf
    ;   float_of(Accept0, Accept)
    ).
branch_numbers(has(_, _, _, _), 0.0, 0.0).

leaf_weight(wants(Weight0, _), Weight) :-
    float_of(Weight0, Weight).
leaf_weight(has(_), 0.0).

%   value_sketch(+Value, -Sketch) is semidet.

value_sketch(any, any).
value_sketch(value(Space, _, Extent), Sketch) :-
    hash(Space, Hash),
    extent_sketch(Extent, Hash, Sketch).

extent_sketch(point(Point0), Hash, value(Hash, [Point])) :-
    point_sketch(Point0, Point).
extent_sketch(points(Points0), Hash, value(Hash, Points)) :-
    maplist(point_sketch, Points0, Points).
extent_sketch(interval(Lower0, Upper0), Hash, value(Hash, Lower, Upper)) :-
    Unbounded is inf,
    end_sketch(Lower0, -Unbounded, Lower),
    end_sketch(Upper0, Unbounded, Upper).
extent_sketch(joined(Lower, Upper), Hash, Sketch) :-
    extent_sketch(interval(Lower, Upper), Hash, Sketch).

point_sketch(Point, Sketch) :-
    (   number(Point)
    ->  float_of(Point, Sketch)
    ;   hash(Point, Sketch)
    ).

end_sketch(unbounded, Unbounded, End) :-
    End is Unbounded.
end_sketch(closed(Point, _), _, End) :-
    float_of(Point, End).
end_sketch(open(Point, _), _, End) :-
    float_of(Point, End).

%   float_of(+Number, -Float) is det.
%
%   Infinite where it is too large for a float.

float_of(Number, Float) :-
    catch(Float is float(Number), error(evaluation_error(_), _), true),
    (   nonvar(Float)
    ->  true
    ;   Number > 0
    ->  Float is inf
    ;   Float is -inf
    ).

%   hash(+Ground, -Hash) is semidet.

hash(Ground, Hash) :-
    term_hash(Ground, Hash),
    integer(Hash).
