% SPDX-License-Identifier: Apache-2.0
:- module(json_terms,
          [ json_fact//4,               % +Json, +Position, -Fact, -FactPosition
            json_type/2                 % +Json, -Type
          ]).
:- use_module(library(lists), [member/2, memberchk/2, append/3, nth1/3]).
:- use_module(json_shapes, [fact_shape/3, object_shape/3, annotation_shape/4, prefixable_json/2]).

/** <module> JSON values to terms of the language

json_shapes.pl has the objects; here and, the other way, in term_json.pl are the
kinds of their parts:

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
        { (   nonvar(ItemsP),
              ItemsP = list_position(_, _, ItemPs0, none)
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
    { (   nonvar(P0),
          P0 = list_position(_, _, ValuePs0, none)
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
