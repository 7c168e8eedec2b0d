% SPDX-License-Identifier: Apache-2.0
:- module(language,
          [ is_name/1,                  % @Term
            form/4,                     % ?Name, ?Arity, ?Kind, -Usage
            meant_form/4,               % +Name, +Arity, -Meant, -Usage
            annotation/2,               % ?Side, ?Name
            child_place/5,              % +Layers, +Place, +Name, -ChildPlace, -Level
            children_of/3               % +Layers, +Place, -Names
          ]).
:- use_module(vocabulary,
              [module_name/2, category_of/3, subcategory_of/3, aspect_of/5]).
:- use_module(nearest, [nearest/3]).

/** <module> The forms of the language

The one table of what a file may say, and where the words of the taxonomy may
stand. Whatever has another form is a helper predicate.
*/

%!  is_name(@Term) is semidet.
%
%   Term can name something: an atom, but neither '' nor the empty list.

is_name(Term) :-
    atom(Term),
    Term \== [],
    Term \== ''.

%!  form(?Name, ?Arity, ?Kind, -Usage) is nondet.
%
%   Kind says what the term speaks of: `word` (taxonomy and units), `device`,
%   `requester`, `participant` (either), `body` or `event`.

form(taxonomy, 2, word, "taxonomy(Name, 'Major.Minor.Patch')").
form(io_module, 2, word, "io_module(Name, \"doc\")").
form(io_category, 3, word, "io_category(Name, [Module, ...], \"doc\")").
form(io_subcategory, 2, word, "io_subcategory(Category/Name, \"doc\")").
form(io_aspect, 3, word, "io_aspect(Category/Subcategory/Name, Kind, \"doc\")").
form(io_value, 3, word, "io_value(Category/Subcategory/Aspect, Value, \"doc\")").
form(quantity, 3, word, "quantity(Name, BaseUnit, \"doc\")").
form(unit, 5, word, "unit(Name, Quantity, Factor, Symbol, prefixable)").
form(prefix, 3, word, "prefix(Name, Symbol, Factor)").
form(device, 2, device, "device(Spec, \"text\")").
form(registration_unit, 2, device, "registration_unit(Spec, Unit)").
form(code_interface, 3, device, "code_interface(Spec, Interface, [Operation, ...])").
form(device_group, 3, device, "device_group(Spec, Group, [Module, ...])").
form(connects, 3, device, "connects(Spec, From, To)").
form(usb_identity, 3, device, "usb_identity(Spec, VendorId, ProductId)").
form(requester, 2, requester, "requester(Spec, \"text\")").
form(outlet, 3, requester, "outlet(Spec, Outlet, [Alternative-Priority, ...])").
form(composite_request, 3, requester, "composite_request(Spec, Alternative, [Request, ...])").
form(request, 3, requester, "request(Spec, Request, [RequestGroup, ...])").
form(request_group, 5, requester,
     "request_group(Spec, Group, taskflow, accept(N), [Module, ...])").
form(state, 3, participant, "state(Spec, State, InitialValue)").
form(state_adjust, 6, body, "state_adjust(Spec, Adjustment, State, Mode, Old, New) :- Body").
form(match_condition, 3, body, "match_condition(Spec, Condition, SubMatch) :- Body").
form(event, 1, event, "event(device_connect(System, Device, Spec))").

%!  meant_form(+Name, +Arity, -Meant, -Usage) is semidet.
%
%   Name/Arity is no form, but Meant, Name/Arity too, may be what was meant.

meant_form(Name, Arity, Name/Right, Usage) :-
    form(Name, Right, _, Usage),
    Right \== Arity,
    !.
meant_form(Name, _, Near/Right, Usage) :-
    findall(Form, form(Form, _, _, _), Forms),
    nearest(Name, Forms, Near),
    form(Near, Right, _, Usage),
    !.

%!  annotation(?Side, ?Name) is nondet.
%
%   Name(X) annotates a branch (Side `device` or `request`) or a leaf
%   (`device_leaf`, `request_leaf`).

annotation(device, registration_unit).
annotation(device, code_interface).
annotation(device, match_condition).
annotation(device, state_adjust).
annotation(request, accept).
annotation(request, weight).
annotation(request, code_interface).
annotation(request, match_condition).
annotation(request, state_adjust).
annotation(device_leaf, state).
annotation(request_leaf, weight).
annotation(request_leaf, data_interface).

%!  child_place(+Layers, +Place, +Name, -ChildPlace, -Level) is semidet.
%
%   The word Name may stand at Place of a tree. A place is `group`,
%   module(Module), category(Category), subcategory(Category, Subcategory),
%   or aspect(Kind, Path), whose level is 4.

child_place(Layers, group, Name, module(Name), 1) :-
    module_name(Layers, Name),
    !.
child_place(Layers, module(Module), Name, category(Name), 2) :-
    category_of(Layers, Module, Name),
    !.
child_place(Layers, category(Category), Name, subcategory(Category, Name), 3) :-
    subcategory_of(Layers, Category, Name),
    !.
child_place(Layers, subcategory(Category, Subcategory), Name,
            aspect(Kind, Category/Subcategory/Name), 4) :-
    aspect_of(Layers, Category, Subcategory, Name, Kind),
    !.

%!  children_of(+Layers, +Place, -Names) is det.

children_of(Layers, Place, Names) :-
    findall(Name, child_name(Place, Layers, Name), Names).

child_name(group, Layers, Name) :-
    module_name(Layers, Name).
child_name(module(Module), Layers, Name) :-
    category_of(Layers, Module, Name).
child_name(category(Category), Layers, Name) :-
    subcategory_of(Layers, Category, Name).
child_name(subcategory(Category, Subcategory), Layers, Name) :-
    aspect_of(Layers, Category, Subcategory, Name, _).
