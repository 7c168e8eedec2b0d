% SPDX-License-Identifier: Apache-2.0
:- module(outlet_tables,
          [ outlet_transaction/3,       % +Session, ?Outlet, -Transaction
            outlet_code_interface/3,    % +Session, ?Outlet, -Entry
            outlet_data_interface/3     % +Session, ?Outlet, -Entry
          ]).
:- use_module(knowledge_base,
              [ device/5,
                requester/5,
                outlet/4,
                match_transaction/3,
                code_entry/5,
                data_entry/4
              ]).

/** <module> What outlets have, as it is told to those outside

The rows of an outlet's tables, with the names of participants where the
session has keys, so that they still say what they say when a participant is
gone.
*/

%!  outlet_transaction(+Session, ?Outlet, -Transaction) is nondet.
%
%   transaction(Requester, Outlet, Alternative, Request, RequestGroup, Device,
%   DeviceGroup, Numerator, Denominator) of the match factor, in the order of
%   the match.

outlet_transaction(Session, Outlet,
                   transaction(Requester, Name, Alternative, Request, Group, Device, DeviceGroup,
                               Numerator, Denominator)) :-
    outlet(Session, Outlet, RequesterKey, Name),
    match_transaction(Outlet,
                      transaction(Alternative, Request, Group, DeviceKey, DeviceGroup, Factor),
                      _),
    requester(Session, RequesterKey, Requester, _, _),
    device(Session, DeviceKey, Device, _, _),
    rational(Factor, Numerator, Denominator).

%!  outlet_code_interface(+Session, ?Outlet, -Entry) is nondet.
%
%   code_interface(Requester, Outlet, Asked, Device, Had, Operations).

outlet_code_interface(Session, Outlet,
                      code_interface(Requester, Name, Asked, Device, Had, Operations)) :-
    outlet(Session, Outlet, RequesterKey, Name),
    code_entry(Outlet, Asked, DeviceKey, Had, Operations),
    requester(Session, RequesterKey, Requester, _, _),
    device(Session, DeviceKey, Device, _, _).

%!  outlet_data_interface(+Session, ?Outlet, -Entry) is nondet.
%
%   data_interface(Requester, Outlet, Interface, Aspect, Value), Value as
%   values.pl has it.

outlet_data_interface(Session, Outlet,
                      data_interface(Requester, Name, Interface, Aspect, Value)) :-
    outlet(Session, Outlet, RequesterKey, Name),
    data_entry(Outlet, Interface, Aspect, Value),
    requester(Session, RequesterKey, Requester, _, _).
