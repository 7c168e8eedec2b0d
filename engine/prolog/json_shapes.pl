% SPDX-License-Identifier: Apache-2.0
:- module(json_shapes,
          [ fact_shape/3,               % ?Type, ?Fact, -Row
            object_shape/3,             % +Kind, ?Term, -Row
            annotation_shape/4          % ?Annotation, ?Key, ?Kind, ?Number
          ]).

/** <module> How the terms of the language look in JSON: the one table

Used both ways. A row is a list of Key:Kind-Part: the object has this key, its
value is of this kind (json_terms.pl has the kinds) and stands for this part of
the term.
*/

%!  fact_shape(?Type, ?Fact, -Row) is nondet.
%
%   The object of a Fact has the key `type`, and those of Row. The clauses of
%   bodies and helpers have no row: their text is kept.

% Taxonomy
fact_shape(taxonomy, taxonomy(Name, Version), [name:name-Name, version:name-Version]).
fact_shape(io_module, io_module(Name, Doc), [name:name-Name, doc:text-Doc]).
fact_shape(io_category, io_category(Name, Modules, Doc),
           [name:name-Name, modules:list(name)-Modules, doc:text-Doc]).
fact_shape(io_subcategory, io_subcategory(Category/Name, Doc),
           [category:name-Category, name:name-Name, doc:text-Doc]).
fact_shape(io_aspect, io_aspect(Category/Subcategory/Name, Kind, Doc),
           [ category:name-Category, subcategory:name-Subcategory, name:name-Name,
             kind:aspect_kind-Kind, doc:text-Doc
           ]).
fact_shape(io_value, io_value(Category/Subcategory/Aspect, Name, Doc),
           [ category:name-Category, subcategory:name-Subcategory, aspect:name-Aspect,
             name:name-Name, doc:text-Doc
           ]).

% Units
fact_shape(quantity, quantity(Name, Unit, Doc),
           [name:name-Name, base_unit:name-Unit, doc:text-Doc]).
fact_shape(unit, unit(Name, Quantity, Factor, Symbol, Prefixable),
           [ name:name-Name, quantity:name-Quantity, factor:factor-Factor, symbol:name-Symbol,
             prefixable:prefixable-Prefixable
           ]).
fact_shape(prefix, prefix(Name, Symbol, Factor),
           [name:name-Name, symbol:name-Symbol, factor:number-Factor]).

% Devices
fact_shape(device, device(Spec, Title), [spec:name-Spec, title:text-Title]).
fact_shape(registration_unit, registration_unit(Spec, Unit), [spec:name-Spec, unit:name-Unit]).
fact_shape(code_interface, code_interface(Spec, Interface, Operations),
           [spec:name-Spec, interface:name-Interface, operations:list(name)-Operations]).
fact_shape(device_group, device_group(Spec, Group, Terms),
           [spec:name-Spec, group:name-Group, terms:list(term)-Terms]).
fact_shape(connects, connects(Spec, From, To), [spec:name-Spec, from:name-From, to:name-To]).
fact_shape(usb_identity, usb_identity(Spec, Vendor, Product),
           [spec:name-Spec, vendor:usb_number-Vendor, product:usb_number-Product]).

% Requesters
fact_shape(requester, requester(Spec, Title), [spec:name-Spec, title:text-Title]).
fact_shape(outlet, outlet(Spec, Outlet, Alternatives),
           [spec:name-Spec, outlet:name-Outlet, alternatives:list(alternative)-Alternatives]).
fact_shape(composite_request, composite_request(Spec, Alternative, Requests),
           [spec:name-Spec, alternative:name-Alternative, requests:list(name)-Requests]).
fact_shape(request, request(Spec, Request, Groups),
           [spec:name-Spec, request:name-Request, request_groups:list(name)-Groups]).
fact_shape(request_group, request_group(Spec, Group, Kind, accept(Accept), Terms),
           [ spec:name-Spec, request_group:name-Group, kind:name-Kind, accept:number-Accept,
             terms:list(term)-Terms
           ]).

% Both
fact_shape(state, state(Spec, State, Value), [spec:name-Spec, state:name-State, value:value-Value]).

% Scenarios: the events as `run --json` prints them
fact_shape(system_connect, event(system_connect(System)), [system:name-System]).
fact_shape(system_disconnect, event(system_disconnect(System)), [system:name-System]).
fact_shape(device_connect, event(device_connect(System, Device, Spec)),
           [system:name-System, device:name-Device, spec:name-Spec]).
fact_shape(device_disconnect, event(device_disconnect(Device)), [device:name-Device]).
fact_shape(requester_create, event(requester_create(System, Requester, Spec)),
           [system:name-System, requester:name-Requester, spec:name-Spec]).
fact_shape(requester_cancel, event(requester_cancel(Requester)), [requester:name-Requester]).

%!  object_shape(+Kind, ?Term, -Row) is nondet.
%
%   What a kind of part is where it is an object. No two rows of a kind have
%   the same first key.

% Values
object_shape(value, Number*Unit, [value:number-Number, unit:name-Unit]).
object_shape(value, Numbers*Unit, [values:list(number)-Numbers, unit:name-Unit]).
object_shape(value, at_least(Bound), [at_least:value-Bound]).
object_shape(value, above(Bound), [above:value-Bound]).
object_shape(value, at_most(Bound), [at_most:value-Bound]).
object_shape(value, below(Bound), [below:value-Bound]).
object_shape(value, between(Lower, Upper), [between:pair(value)-[Lower, Upper]]).
object_shape(value, and(Lower, Upper), [and:pair(value)-[Lower, Upper]]).
object_shape(value, Text, [text:text-Text]).

% The kind of an aspect, if it is no word
object_shape(aspect_kind, quantity(Quantity), [quantity:name-Quantity]).

% The factor of a unit, if it is no number
object_shape(factor, offset(Factor, Offset), [factor:number-Factor, offset:number-Offset]).
object_shape(factor, times_pi(Factor), [times_pi:number-Factor]).
object_shape(factor, level(Scale, Reference), [level:name-Scale, reference:name-Reference]).

% One of the alternatives of an outlet
object_shape(alternative, Alternative-Priority,
             [alternative:name-Alternative, priority:number-Priority]).

%!  annotation_shape(?Annotation, ?Key, ?Kind, ?Number) is nondet.
%
%   Key of the object of a branch or leaf holds its Annotation; Number is
%   `one`, or `many` where the key holds an array of values of Kind.

annotation_shape(accept, accept, number, one).
annotation_shape(weight, weight, number, one).
annotation_shape(registration_unit, registration_units, name, many).
annotation_shape(code_interface, code_interfaces, name, many).
annotation_shape(match_condition, match_conditions, name, many).
annotation_shape(state_adjust, state_adjusts, name, many).
annotation_shape(state, states, name, many).
annotation_shape(data_interface, data_interfaces, name, many).
