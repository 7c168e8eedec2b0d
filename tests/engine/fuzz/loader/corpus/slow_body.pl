device(d, "its condition does not end").
registration_unit(d, u).
match_condition(d, endless, _) :- round(1).
match_condition(d, throws, _) :- atom_length(X, L), L > 0.
round(N) :- M is N + 1, round(M).
device_group(d, g, [task_element(te, [match_condition(endless), task([registration_unit(u), function([direction(analog_to_digital)])])])]).
device_group(d, h, [task_element(te2, [match_condition(throws), task([registration_unit(u), function([direction(analog_to_digital)])])])]).
requester(r, "r").
outlet(r, o, [a-1]).
composite_request(r, a, [q]).
request(r, q, [rg]).
request_group(r, rg, taskflow, accept(1), [task_element([task([function([direction(analog_to_digital, weight(1))])])])]).
event(requester_create(s, r1, r)).
event(device_connect(s, d1, d)).
