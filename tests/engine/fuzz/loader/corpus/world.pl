device(converter, "two channels in").
registration_unit(converter, stream).
code_interface(converter, configure, [set_sample_rate, set_channels]).
state(converter, rate, 44.1*kilohertz).
match_condition(converter, fits, Sub) :- submatch_value(Sub, [task, function, direction], analog_to_digital).
state_adjust(converter, twice, rate, apply, _, New) :- double(24000*hertz, New).
state_adjust(converter, twice, rate, remove, Old, Old).
double(A*U, B*U) :- B is 2*A.
connects(converter, te, ei).
device_group(converter, in, [
    task_element(te, [code_interface(configure), match_condition(fits), state_adjust(twice),
        task([registration_unit(stream), function([
            direction(analog_to_digital), sampling_rate([32, 44.1, 48]*kilohertz, state(rate))])])]),
    electrical_interface(ei, [])
]).
requester(recorder, "records").
outlet(recorder, main, [good-10, plain-5]).
composite_request(recorder, good, [input, input2]).
composite_request(recorder, plain, [input]).
request(recorder, input, [signal]).
request(recorder, input2, [signal]).
request_group(recorder, signal, taskflow, accept(3), [
    task_element([accept(1), code_interface(adjust), task([function([
        direction(analog_to_digital, weight(2)),
        sampling_rate(at_least(40*kilohertz), weight(1.5), data_interface(settings))])])])
]).
event(device_connect(red, c1, converter)).
event(requester_create(blue, r1, recorder)).
event(requester_create(green, r2, recorder)).
event(device_connect(blue, c2, converter)).
event(system_disconnect(red)).
event(system_connect(red)).
event(requester_cancel(r1)).
event(device_disconnect(c1)).
%%load
device(other, "loaded later").
registration_unit(other, u).
device_group(other, g, [task_element(te, [task([registration_unit(u), function([direction(analog_to_digital)])])])]).
event(device_connect(red, o1, other)).
