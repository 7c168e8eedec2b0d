% SPDX-License-Identifier: Apache-2.0
:- module(json_terms,
          [ fact_json/3,                % +Fact, -Type, -Json
            json_fact//4,               % +Json, +Position, -Fact, -FactPosition
            json_type/2                 % +Json, -Type
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, nth1/3]).
:- use_module(library(apply), [maplist/3]).
:- use_module(json_shapes, [fact_shape/3, object_shape/3, annotation_shape/4]).
:- use_module(exact_numbers, [number_text/2]).

/** <module> Terms of the language as JSON values, both ways

json_shapes.pl has the objects; here are the kinds of their parts:

  - `name`: an atom, a string
  - `text`: a text, a string
  - `number`: an exact number; a fraction has its numerator and denominator
  - `value`: a word is a string, a text an object
  - `term`: a branch, a leaf, or an annotation of a group
  - `usb_number`: four hexadecimal digits in a string
  - `prefixable`: true or false
  - list(Kind) and pair(Kind): an array, of two values if a pair

What is said of JSON values and positions: see json_text.pl. Positions of terms
are those of read_term/2. Mistakes are those of json_source.pl.
*/

                 /*******************************
                 *         Term to JSON         *
                 *******************************/

%!  fact_json(+Fact, -Type, -Json) is semidet.
%
%   Json is the object of Fact, with its Type. Fails for a term that no row of
%   the table covers.

fact_json(Fact, Type, object([type-string(TypeText)|Members])) :-
    ground(Fact),
    fact_shape(Type, Fact, Row),
    !,
    row_members(Row, Members),
    atom_string(Type, TypeText).

row_members([], []).
row_members([Key:Kind-Part|Row], [Key-Json|Members]) :-
    term_json(Kind, Part, Json),
    row_members(Row, Members).

%   term_json(+Kind, +Term, -Json) is semidet.

term_json(name, Name, string(Text)) :-
    atom(Name),
    Name \== [],
    atom_string(Name, Text).
term_json(text, Text, string(Text)) :-
    string(Text).
term_json(number, Number, Json) :-
    number_json(Number, Json).
term_json(usb_number, Number, string(Text)) :-
    integer(Number),
    between(0, 0xFFFF, Number),
    format(string(Text), '~|~`0t~16r~4+', [Number]).
term_json(prefixable, Word, Json) :-
    prefixable_json(Word, Json).
term_json(list(Kind), Terms, array(Values)) :-
    is_list(Terms),
    maplist(term_json(Kind), Terms, Values).
term_json(pair(Kind), [Term1, Term2], array([Value1, Value2])) :-
    term_json(Kind, Term1, Value1),
    term_json(Kind, Term2, Value2).
term_json(aspect_kind, Kind, Json) :-
    first_json([name, object(aspect_kind)], Kind, Json).
term_json(factor, Factor, Json) :-
    first_json([number, object(factor)], Factor, Json).
term_json(alternative, Alternative, Json) :-
    first_json([object(alternative)], Alternative, Json).
term_json(value, Value, Json) :-
    first_json([truth, name, number, list(value), object(value)], Value, Json).
term_json(truth, Word, Word) :-
    memberchk(Word, [true, false]).
term_json(object(Kind), Term, object(Members)) :-
    object_shape(Kind, Term, Row),
    row_members(Row, Members),
    !.
term_json(term, Term, object([name-Name|Members])) :-
    compound(Term),
    compound_name_arguments(Term, Name0, Arguments),
    Name0 \== '[|]',
    term_json(name, Name0, Name),
    (   leaf_members(Arguments, Members)
    ->  true
    ;   branch_members(Arguments, Members)
    ).

prefixable_json(prefixable, true).
prefixable_json(plain, false).

first_json([Kind|Kinds], Term, Json) :-
    (   term_json(Kind, Term, Json0)
    ->  Json = Json0
    ;   first_json(Kinds, Term, Json)
    ).

%   A JSON number has no fractions, and what reads it may have a limit of digits;
%   what has more than the reader takes has no form at all.

number_json(Number, Json) :-
    rational(Number, Numerator, Denominator),
    abs(Numerator) < 10**20_000,
    Denominator < 10**20_000,
    (   decimal(Number)
    ->  Json = number(Number)
    ;   Json = object([numerator-number(Numerator), denominator-number(Denominator)])
    ).

decimal(Number) :-
    integer(Number),
    !.
decimal(Number) :-
    abs(Number) < 10**300,
    number_text(Number, Text),
    \+ sub_atom(Text, _, _, _, r),
    atom_length(Text, Length),
    Length =< 300.

%   leaf_members(+Arguments, -Members) is semidet.
%
%   A list of words, numbers or truth values is a value; one of compound terms
%   is what stands below a branch.

leaf_members([Value|Annotations], [value-Json|Members]) :-
    \+ below_branch(Value),
    \+ Annotations = [[_|_]|_],
    term_json(value, Value, Json),
    annotated(Annotations, Members0, Rest),
    maplist(annotation_json, Rest, Items),
    (   Items == []
    ->  Members = Members0
    ;   append(Members0, [terms-array(Items)], Members)
    ).

below_branch([Term|_]) :-
    compound(Term).

%   branch_members(+Arguments, -Members) is semidet.

branch_members(Arguments, Members) :-
    (   Arguments = [Terms]
    ->  terms_members(Terms, Members)
    ;   Arguments = [Id, Terms],
        term_json(name, Id, Json),
        terms_members(Terms, Members0),
        Members = [id-Json|Members0]
    ).

terms_members(Terms, Members) :-
    is_list(Terms),
    annotated(Terms, Members0, Rest),
    maplist(item_json, Rest, Items),
    append(Members0, [terms-array(Items)], Members).

item_json(Term, Json) :-
    (   annotation_json(Term, Json0)
    ->  Json = Json0
    ;   term_json(term, Term, Json)
    ).

annotation_json(Term, object([annotation-string(Text), value-Json])) :-
    annotation_of(Term, Name, _, Kind, _, Value),
    term_json(Kind, Value, Json),
    atom_string(Name, Text).

annotation_of(Term, Name, Key, Kind, Number, Value) :-
    compound(Term),
    compound_name_arguments(Term, Name, [Value]),
    annotation_shape(Name, Key, Kind, Number).

%   annotated(+Terms, -Members, -Rest) is det.
%
%   Members stand for the annotations that Terms begin with, as far as keys can
%   keep their order: each key once, repeated annotations in a row.

annotated(Terms, Members, Rest) :-
    annotated(Terms, [], Members, Rest).

annotated([Term|Terms], Keys, [Key-Json|Members], Rest) :-
    annotation_of(Term, Name, Key, Kind, Number, Value),
    \+ memberchk(Key, Keys),
    term_json(Kind, Value, First),
    !,
    (   Number == many
    ->  same_annotations(Terms, Name, Kind, Values, Terms1),
        Json = array([First|Values])
    ;   Json = First,
        Terms1 = Terms
    ),
    annotated(Terms1, [Key|Keys], Members, Rest).
annotated(Terms, _, [], Terms).

same_annotations([Term|Terms], Name, Kind, [Json|Values], Rest) :-
    compound(Term),
    compound_name_arguments(Term, Name, [Value]),
    term_json(Kind, Value, Json),
    !,
    same_annotations(Terms, Name, Kind, Values, Rest).
same_annotations(Terms, _, _, [], Terms).

                 /*******************************
                 *         JSON to term         *
                 *******************************/

%!  json_fact(+Json, +Position, -Fact, -FactPosition)// is det.
%
%   The mistakes are mistake(Offset, Message); where there are any, Fact has no
%   meaning. Json is an object whose `type` is one of fact_shape/3.

json_fact(object(Members), Position, Fact, FactPosition) -->
    { memberchk(type-string(TypeText), Members),
      atom_string(Type, TypeText),
      fact_shape(Type, Fact, Row),
      !,
      copy_term(Fact-Row, Places-PlacesRow)
    },
    row_terms(Row, PlacesRow, Members, Position, Type),
    unknown_keys(Members, Position, [type|Row]),
    { template_position(Places, Position, FactPosition) }.

%   row_terms(+Row, +PlacesRow, +Members, +Position, +What)// is det.
%
%   Binds the parts in Row to terms, those in PlacesRow to place(Position).

row_terms([], [], _, _, _) --> [].
row_terms([Key:Kind-Term|Row], [_:_-Place|PlacesRow], Members, Position, What) -->
    (   { key_value(Key, Members, Position, Json, P) }
    ->  json_term(Kind, Json, P, Term, TermP),
        { placed_part(Kind, TermP, Place) }
    ;   { arg(1, Position, Offset) },
        [ mistake(Offset, json_key_missing(Key, What)) ]
    ),
    row_terms(Row, PlacesRow, Members, Position, What).

key_value(Key, Members, object(_, _, Positions), Json, P) :-
    nth1(I, Members, Key-Json),
    !,
    nth1(I, Positions, member(_, P)).

%   The two parts of a pair have a position each.

placed_part(pair(_), list_position(_, _, [P1, P2], none), [place(P1), place(P2)]) :-
    !.
placed_part(_, P, place(P)).

%   unknown_keys(+Members, +Position, +Known)// is det.
%
%   Known holds keys and the entries of a row.

unknown_keys(Members, object(_, _, Positions), Known0) -->
    { known_keys(Known0, Known) },
    unknown_keys_(Members, Positions, Known).

unknown_keys_([], [], _) --> [].
unknown_keys_([Key-_|Members], [member(Offset-_, _)|Positions], Known) -->
    (   { memberchk(Key, Known) }
    ->  []
    ;   [ mistake(Offset, json_unknown_key(Key, Known)) ]
    ),
    unknown_keys_(Members, Positions, Known).

known_keys([], []).
known_keys([Entry|Entries], [Key|Keys]) :-
    (   Entry = Key0:_
    ->  Key = Key0
    ;   Key = Entry
    ),
    known_keys(Entries, Keys).

%   template_position(+Places, +Whole, -Position) is det.
%
%   Places is the term with place(Position) for each part that has one; what the
%   object only implies stands where the object does.

template_position(Places, Whole, Position) :-
    arg(1, Whole, From),
    arg(2, Whole, To),
    template_position(Places, From, To, Position).

template_position(Places, From, To, Position) :-
    (   nonvar(Places),
        Places = place(Position0)
    ->  Position = Position0
    ;   compound(Places)
    ->  Places =.. [_|Arguments],
        Position = term_position(From, To, From, From, Positions),
        template_positions(Arguments, From, To, Positions)
    ;   Position = From-To
    ).

template_positions([], _, _, []).
template_positions([Place|Places], From, To, [Position|Positions]) :-
    template_position(Place, From, To, Position),
    template_positions(Places, From, To, Positions).

%   json_term(+Kind, +Json, +Position, -Term, -TermPosition)// is det.

json_term(Kind, Json, P, Term, TermP) -->
    (   { scalar_term(Kind, Json, Term0) }
    ->  { Term = Term0,
          span(P, TermP)
        }
    ;   { Json = array(Values),
          P = array(From, To, Ps),
          elements_kind(Kind, Values, Kind1)
        }
    ->  json_terms(Values, Ps, Kind1, Terms, TermPs),
        { Term = Terms,
          (   Terms == []
          ->  TermP = From-To
          ;   TermP = list_position(From, To, TermPs, none)
          )
        }
    ;   { Json = object(Members) },
        object_term(Kind, Members, P, Term, TermP)
    ->  []
    ;   { arg(1, P, Offset),
          json_type(Json, Found)
        },
        [ mistake(Offset, json_expected(Kind, Found)) ]
    ).

span(P, From-To) :-
    arg(1, P, From),
    arg(2, P, To).

json_terms([], [], _, [], []) --> [].
json_terms([Json|Jsons], [P|Ps], Kind, [Term|Terms], [TermP|TermPs]) -->
    json_term(Kind, Json, P, Term, TermP),
    json_terms(Jsons, Ps, Kind, Terms, TermPs).

%!  json_type(+Json, -Type) is det.
%
%   What messages call the type of Json.

json_type(object(_), object).
json_type(array(_), array).
json_type(string(_), string).
json_type(number(_), number).
json_type(true, true).
json_type(false, false).
json_type(null, null).

elements_kind(list(Kind), _, Kind).
elements_kind(pair(Kind), [_, _], Kind).
elements_kind(value, _, value).

scalar_term(name, string(Text), Name) :-
    atom_string(Name, Text).
scalar_term(text, string(Text), Text).
scalar_term(number, number(Number), Number).
scalar_term(whole, number(Number), Number) :-
    integer(Number).
scalar_term(positive, number(Number), Number) :-
    integer(Number),
    Number > 0.
scalar_term(usb_number, string(Text), Number) :-
    string_length(Text, 4),
    string_codes(Text, Codes),
    hexadecimal(Codes, 0, Number).
scalar_term(prefixable, Json, Word) :-
    prefixable_json(Word, Json).
scalar_term(value, Json, Term) :-
    (   memberchk(Json, [true, false])
    ->  Term = Json
    ;   scalar_term(name, Json, Term)
    ->  true
    ;   scalar_term(number, Json, Term)
    ).
scalar_term(aspect_kind, Json, Term) :-
    scalar_term(name, Json, Term).
scalar_term(factor, Json, Term) :-
    scalar_term(number, Json, Term).

hexadecimal([], Number, Number).
hexadecimal([Code|Codes], Number0, Number) :-
    Code < 128,
    code_type(Code, xdigit(Digit)),
    Number1 is Number0 * 16 + Digit,
    hexadecimal(Codes, Number1, Number).

%   object_term(+Kind, +Members, +Position, -Term, -TermPosition)// is semidet.
%
%   Fails where an object is not what Kind can be.

object_term(term, Members, P, Term, TermP) -->
    !,
    group_term(Members, P, Term, TermP).
object_term(Kind, Members, P, Term, TermP) -->
    { meant_shape(Kind, Members, Term, Row) },
    !,
    { copy_term(Term-Row, Places-PlacesRow) },
    row_terms(Row, PlacesRow, Members, P, Kind),
    unknown_keys(Members, P, Row),
    { template_position(Places, P, TermP) }.
object_term(Kind, Members, P, Number, TermP) -->
    { memberchk(Kind, [number, factor, value]),
      Row = [numerator:whole-Numerator, denominator:positive-Denominator],
      first_key_of(Row, Members)
    },
    row_terms(Row, _, Members, P, fraction),
    unknown_keys(Members, P, Row),
    { span(P, TermP),
      (   integer(Numerator),
          integer(Denominator)
      ->  Number is Numerator rdiv Denominator
      ;   true
      )
    }.

%   meant_shape(+Kind, +Members, -Term, -Row) is semidet.
%
%   The row whose first key is there, or else one with any key that is.

meant_shape(Kind, Members, Term, Row) :-
    object_shape(Kind, Term, Row),
    first_key_of(Row, Members),
    !.
meant_shape(Kind, Members, Term, Row) :-
    object_shape(Kind, Term, Row),
    member(Key:_, Row),
    memberchk(Key-_, Members),
    !.

first_key_of([Key:_|_], Members) :-
    memberchk(Key-_, Members).

                 /*******************************
                 *    JSON to terms of groups   *
                 *******************************/

%   group_term(+Members, +Position, -Term, -TermPosition)// is det.

group_term(Members, P, Term, TermP) -->
    { memberchk(annotation-_, Members) },
    !,
    annotation_item(Members, P, Term, TermP).
group_term(Members, P, Term, TermP) -->
    { memberchk(value-_, Members),
      !,
      Row = [name:name-Name, value:value-Value],
      copy_term(Row, PlacesRow)
    },
    row_terms(Row, PlacesRow, Members, P, leaf),
    annotations(Members, P, Notes, NotePs),
    below(Members, P, Items, ItemPs),
    term_keys(Members, P, [name, value, terms]),
    { PlacesRow = [_:_-NamePlace, _:_-ValuePlace],
      placed(ValuePlace, ValueP),
      append(Notes, Items, More),
      append(NotePs, ItemPs, MorePs),
      made_term(Name, NamePlace, [Value|More], [ValueP|MorePs], P, Term, TermP)
    }.
group_term(Members, P, Term, TermP) -->
    { (   memberchk(id-_, Members)
      ->  Row = [name:name-Name, id:name-Id],
          Arguments = [Id, Terms],
          ArgumentPs = [IdP, TermsP]
      ;   Row = [name:name-Name],
          Arguments = [Terms],
          ArgumentPs = [TermsP]
      ),
      copy_term(Row, PlacesRow)
    },
    row_terms(Row, PlacesRow, Members, P, branch),
    annotations(Members, P, Notes, NotePs),
    (   { key_value(terms, Members, P, _, P1) }
    ->  below(Members, P, Items, ItemPs)
    ;   { arg(1, P, Offset),
          P1 = P,
          Items = [],
          ItemPs = []
        },
        [ mistake(Offset, json_key_missing(terms, branch)) ]
    ),
    term_keys(Members, P, [name, id, terms]),
    { PlacesRow = [_:_-NamePlace|IdRow],
      (   IdRow = [_:_-IdPlace]
      ->  placed(IdPlace, IdP)
      ;   true
      ),
      append(Notes, Items, Terms),
      append(NotePs, ItemPs, TermPs),
      span(P1, From-To),
      TermsP = list_position(From, To, TermPs, none),
      made_term(Name, NamePlace, Arguments, ArgumentPs, P, Term, TermP)
    }.

%   What has a mistake has no place.

placed(Place, P) :-
    (   nonvar(Place)
    ->  Place = place(P)
    ;   P = 0-0
    ).

made_term(Name, NamePlace, Arguments, ArgumentPs, P, Term, TermP) :-
    (   atom(Name)
    ->  compound_name_arguments(Term, Name, Arguments),
        placed(NamePlace, NameFrom-NameTo),
        span(P, From-To),
        TermP = term_position(From, To, NameFrom, NameTo, ArgumentPs)
    ;   span(P, TermP)
    ).

below(Members, P, Items, ItemPs) -->
    (   { key_value(terms, Members, P, Json, TermsP) }
    ->  json_term(list(term), Json, TermsP, Items0, ItemsP),
        { (   ItemsP = list_position(_, _, ItemPs0, none)
          ->  Items = Items0,
              ItemPs = ItemPs0
          ;   Items = [],
              ItemPs = []
          )
        }
    ;   { Items = [],
          ItemPs = []
        }
    ).

term_keys(Members, P, Known0) -->
    { findall(Key, annotation_shape(_, Key, _, _), Keys),
      append(Known0, Keys, Known)
    },
    unknown_keys(Members, P, Known).

%   annotation_item(+Members, +Position, -Term, -TermPosition)// is det.

annotation_item(Members, P, Term, TermP) -->
    { Row0 = [annotation:name-Name] },
    row_terms(Row0, [_:_-NamePlace], Members, P, annotation),
    (   { atom(Name),
          \+ annotation_shape(Name, _, _, _)
        }
    ->  { placed(NamePlace, Offset-_),
          findall(Known, annotation_shape(Known, _, _, _), Knowns)
        },
        [ mistake(Offset, json_unknown_annotation(Name, Knowns)) ]
    ;   { atom(Name) }
    ->  { annotation_shape(Name, _, Kind, _) },
        row_terms([value:Kind-Value], [_:_-ValuePlace], Members, P, annotation),
        { placed(ValuePlace, ValueP),
          made_term(Name, NamePlace, [Value], [ValueP], P, Term, TermP)
        }
    ;   []
    ),
    unknown_keys(Members, P, [annotation, value]).

%   annotations(+Members, +Position, -Terms, -Positions)// is det.
%
%   What the keys of annotations say, in their order.

annotations(Members, object(_, _, Positions), Terms, TermPs) -->
    annotations_(Members, Positions, Terms, TermPs).

annotations_([], [], [], []) --> [].
annotations_([Key-Json|Members], [member(KeyP, P)|Positions], Terms, TermPs) -->
    (   { annotation_shape(Name, Key, Kind, Number) }
    ->  annotation_values(Number, Json, P, Kind, Values, ValuePs),
        { annotation_terms(Values, ValuePs, Name, KeyP, Terms, Terms1, TermPs, TermPs1) }
    ;   { Terms = Terms1,
          TermPs = TermPs1
        }
    ),
    annotations_(Members, Positions, Terms1, TermPs1).

annotation_values(one, Json, P, Kind, [Value], [ValueP]) -->
    json_term(Kind, Json, P, Value, ValueP).
annotation_values(many, Json, P, Kind, Values, ValuePs) -->
    json_term(list(Kind), Json, P, Values0, P0),
    { (   P0 = list_position(_, _, ValuePs0, none)
      ->  Values = Values0,
          ValuePs = ValuePs0
      ;   Values = [],
          ValuePs = []
      )
    }.

annotation_terms([], [], _, _, Terms, Terms, Positions, Positions).
annotation_terms([Value|Values], [P|Ps], Name, KeyP, [Term|Terms0], Terms,
                 [term_position(From, To, KeyFrom, KeyTo, [P])|Positions0], Positions) :-
    compound_name_arguments(Term, Name, [Value]),
    KeyP = KeyFrom-KeyTo,
    (   nonvar(P)
    ->  span(P, From0-To),
        From = From0
    ;   From-To = KeyP
    ),
    annotation_terms(Values, Ps, Name, KeyP, Terms0, Terms, Positions0, Positions).
