device(device_spec1,"device_spec1").
registration_unit(device_spec1,unit1).
registration_unit(device_spec1,unit2).
code_interface(device_spec1,interface1,[set_interface1,get_interface1]).
code_interface(device_spec1,interface2,[set_interface2,get_interface2]).
state(device_spec1,count1,0).
state_adjust(device_spec1, adjust1, count1, apply, A, B) :-
    B is A+1.
state_adjust(device_spec1, adjust1, count1, remove, A, B) :-
    B is max(0, A-1).
state(device_spec1,dma_state1,true).
state(device_spec1,interrupt_state2,1).
state(device_spec1,memory_region_state3,25*bit).
match_condition(device_spec1, condition1, A) :-
    submatch_value(A, [interrupt], _).
state(device_spec1,signal_lines_state4,2).
state(device_spec1,signal_lines_state5,2).
state(device_spec1,direction_state6,bidirectional).
match_condition(device_spec1, condition2, A) :-
    findall(B, submatch_value(A, [direction], B), C),
    length(C, D),
    D<2.
match_condition(device_spec1, condition3, A) :-
    submatch_value(A, [structures, signal_lines], _).
state(device_spec1,memory_region_state7,15*bit).
state(device_spec1,synchronisation_state8,synchronous).
match_condition(device_spec1, condition4, _) :-
    current_state(count1, A),
    \+ A==busy,
    A\==apply.
state(device_spec1,rate_state9,360*revolution_per_minute).
match_condition(device_spec1, condition5, A) :-
    submatch_value(A, [rate], B),
    submatch_value(A, [rate], C),
    B\==C.
state(device_spec1,rate_state10,720*revolution_per_minute).
state(device_spec1,synchronisation_state11,adaptive).
match_condition(device_spec1, condition6, A) :-
    (   submatch_value(A, [clock, rate], B)
    ->  (   in_unit(B, fps, C),
            number(C)
        ->  C=<9
        ;   true
        )
    ;   true
    ).
device_group(device_spec1,group1,[task_element([logical_requirements([system_resource([state_adjust(adjust1),dma(false)]),system_resource([match_condition(condition1),interrupt([3,2,4],state(interrupt_state2)),memory_region(above(9.5367431640625e-6*mebibit),state(memory_region_state3)),memory_region([20,10,25,5]*bit)]),registration_unit(unit1)]),logical_requirements([code_interface(interface2),system_resource([dma(false,state(dma_state1)),dma(true)])]),timing([clock([rate(9*fps),synchronisation([synchronous,asynchronous])]),state_adjust(adjust1)])]),electrical_interface(id1,[registration_unit(unit1),mechanical_structure([structures([direction([input,bidirectional],state(direction_state6)),signal_lines(at_least(1))])]),mechanical_structure([structures([code_interface(interface2),signal_lines(4,state(signal_lines_state4),state(signal_lines_state5)),code_interface(interface1)]),structures([code_interface(interface1),direction([output,input,bidirectional],state(direction_state6))])])]),electrical_interface([mechanical_structure([code_interface(interface1),match_condition(condition3),structures(id2,[code_interface(interface1),code_interface(interface2),match_condition(condition2),direction(output),signal_lines([3])])])])]).
device_group(device_spec1,group2,[task_element(id3,[timing([clock([rate(15*fps),synchronisation(adaptive),synchronisation([asynchronous,adaptive])])]),registration_unit(unit1),logical_requirements([system_resource([interrupt([4,1,5],state(interrupt_state2)),memory_region([25,20,10,5]*bit,state(memory_region_state7))])])]),task_element(id4,[registration_unit(unit1),logical_requirements([code_interface(interface2),code_interface(interface1),system_resource([interrupt([4,5]),memory_region(20*bit,state(memory_region_state3))])]),timing([clock([registration_unit(unit2),rate([3,9,12,6]*fps),synchronisation(synchronous,state(synchronisation_state8),state(synchronisation_state8))])])]),task_element(id6,[timing([match_condition(condition4),state_adjust(adjust1),clock([rate(above(12*fps)),synchronisation([adaptive])])]),timing([match_condition(condition6),clock(id5,[match_condition(condition5),registration_unit(unit2),rate([3,15]*fps,state(rate_state9)),synchronisation(adaptive)]),clock([code_interface(interface1),rate(3*fps,state(rate_state10)),synchronisation(asynchronous,state(synchronisation_state11))])])])]).
device(device_spec2,"device_spec2").
registration_unit(device_spec2,unit3).
registration_unit(device_spec2,unit4).
registration_unit(device_spec2,unit5).
registration_unit(device_spec2,unit6).
code_interface(device_spec2,interface3,[set_interface3,get_interface3]).
code_interface(device_spec2,interface4,[set_interface4,get_interface4]).
state(device_spec2,signal_lines_state12,4).
state(device_spec2,signal_lines_state13,2).
match_condition(device_spec2, condition7, A) :-
    submatch_value(A, [structures, direction], _).
state(device_spec2,synchronisation_state14,synchronous).
state(device_spec2,synchronisation_state15,adaptive).
state(device_spec2,memory_region_state16,10*bit).
state(device_spec2,memory_region_state17,10*bit).
state(device_spec2,signal_lines_state18,3).
match_condition(device_spec2, condition8, A) :-
    submatch_value(A, [dma], _).
match_condition(device_spec2, condition9, A) :-
    submatch_value(A, [logical_requirements, system_resource, dma], _).
match_condition(device_spec2, condition10, A) :-
    submatch_value(A, [clock, rate], B),
    B\=at_most(540*revolution_per_minute).
device_group(device_spec2,group3,[electrical_interface(id8,[registration_unit(unit6),mechanical_structure([match_condition(condition7),structures(id7,[code_interface(interface4),code_interface(interface3),direction([output]),signal_lines([3,1],state(signal_lines_state12),state(signal_lines_state13)),signal_lines(between(1,1))])])])]).
device_group(device_spec2,group4,[electrical_interface(id8,[registration_unit(unit6),mechanical_structure([match_condition(condition7),structures(id7,[code_interface(interface4),code_interface(interface3),direction([output]),signal_lines([3,1],state(signal_lines_state12),state(signal_lines_state13)),signal_lines(between(1,1))])])]),task_element([code_interface(interface4),code_interface(interface3),logical_requirements([system_resource(id9,[interrupt(at_least(5)),memory_region([25,5]*bit)])]),timing([clock([code_interface(interface4),rate(12*fps),synchronisation([synchronous,asynchronous])])]),registration_unit(unit6)])]).
device_group(device_spec2,group5,[task_element(id12,[timing([clock([synchronisation(synchronous,state(synchronisation_state14),state(synchronisation_state15))])]),logical_requirements(id11,[code_interface(interface4),code_interface(interface3),system_resource([dma(false)]),system_resource(id10,[registration_unit(unit5),interrupt(and(at_least(1),at_most(4))),memory_region([2.5,1.875]*'B',state(memory_region_state16),state(memory_region_state17))])])]),electrical_interface([mechanical_structure([registration_unit(unit3),structures([direction([bidirectional]),signal_lines(between(2,4))]),structures([direction(input),signal_lines(at_least(3)),direction([bidirectional,input,output])])])]),electrical_interface(id13,[mechanical_structure([structures([direction(input),signal_lines(5,state(signal_lines_state18)),signal_lines(2)])])])]).
device_group(device_spec2,group6,[task_element(id14,[registration_unit(unit3),match_condition(condition9),logical_requirements([system_resource([match_condition(condition8),dma([false])]),system_resource([interrupt(and(above(3),at_most(5))),memory_region(15*bit)])])]),task_element(id16,[registration_unit(unit4),code_interface(interface3),timing([match_condition(condition10),registration_unit(unit3),clock(id15,[rate(12*fps),synchronisation(asynchronous,state(synchronisation_state15))])]),logical_requirements([system_resource([dma([false,true])]),code_interface(interface4),system_resource([interrupt([3]),memory_region([20,5,10]*bit)]),code_interface(interface3)])])]).
requester(requester_spec1,"requester_spec1").
outlet(requester_spec1,outlet1,[alternative4-10]).
composite_request(requester_spec1,alternative1,[request1]).
composite_request(requester_spec1,alternative2,[request1]).
composite_request(requester_spec1,alternative3,[request2,request1,request1]).
composite_request(requester_spec1,alternative4,[request2]).
request(requester_spec1,request1,[request_group1]).
request(requester_spec1,request2,[request_group2]).
request_group(requester_spec1,request_group1,proximity,accept(13.2),[task_element([timing([clock([rate(between(3*fps,15*fps),weight(3)),synchronisation([asynchronous,synchronous],data_interface(settings),weight(2))])]),logical_requirements([match_condition(condition11),system_resource([code_interface(play),weight(2),code_interface(record),dma(false,weight(1)),dma(false,weight(0.2))]),match_condition(condition12),system_resource([interrupt(between(3,4),data_interface(settings),weight(5)),memory_region(above(2.5*byte),weight(0))])])])]).
request_group(requester_spec1,request_group2,proximity,accept(6.405),[electrical_interface([weight(2),mechanical_structure([structures([accept(0.05),direction([output,input,bidirectional],weight(0.2))])]),mechanical_structure([accept(0),structures([direction(input,weight(2.5)),signal_lines([2,1],data_interface(settings),weight(1.25))])])]),electrical_interface([match_condition(condition13),mechanical_structure([structures([code_interface(play),weight(0.5),direction(input,weight(2.5)),signal_lines([3],weight(0.2))])])])]).
match_condition(requester_spec1, condition11, A) :-
    submatch_value(A, [system_resource, memory_region], _).
match_condition(requester_spec1, condition12, A) :-
    submatch_value(A, [system_resource, interrupt], _).
match_condition(requester_spec1, condition13, A) :-
    submatch_value(A,
                   [mechanical_structure, structures, direction],
                   _).
event(requester_create(red,requester_1,requester_spec1)).
event(requester_create(red,requester_3,requester_spec1)).
event(requester_cancel(requester_3)).
event(requester_create(white,requester_4,requester_spec1)).
event(requester_create(white,requester_3,requester_spec1)).
event(requester_create(blue,requester_2,requester_spec1)).
event(device_connect(white,device_4,device_spec2)).
event(device_connect(blue,device_5,device_spec1)).
event(device_connect(blue,device_1,device_spec2)).
event(device_connect(blue,device_2,device_spec1)).
event(device_connect(green,device_3,device_spec2)).
event(system_disconnect(blue)).
event(requester_cancel(requester_2)).
event(system_connect(blue)).
event(device_disconnect(device_1)).
event(device_connect(blue,device_1,device_spec1)).
event(system_disconnect(red)).
event(requester_create(red,requester_2,requester_spec1)).
