%%taxonomy
taxonomy(mine, '2.0.1').
io_module(part, "a part").
io_category(work, [part], "what it does").
io_subcategory(work/how, "how").
io_aspect(work/how/speed, quantity(rate), "how fast").
io_aspect(work/how/often, count, "how often").
io_aspect(work/how/quiet, boolean, "whether it is quiet").
io_aspect(work/how/label, text, "what is written on it").
io_aspect(work/how/colour, enumeration, "its colour").
io_value(work/how/colour, red, "like blood").
io_value(work/how/colour, green, "like grass").
%%units
quantity(rate, turn, "turns a second").
unit(turn, rate, 1, tn, prefixable).
unit(dozen, rate, 12, dz, plain).
prefix(kilo, k, 1000).
prefix(micro, 'µ', 1r1000000).
%%description
device(d, "a device of other words").
registration_unit(d, u).
state(d, s, [1, 2]*kiloturn).
device_group(d, g, [part(p, [work([registration_unit(u), how([
    speed(between(1*dozen, 2*ktn), state(s)), often([1, 2, 3]), quiet([true, false]),
    label("Größe"), colour([red, green])])])])]).
requester(r, "who wants it").
outlet(r, o, [a-1r3]).
composite_request(r, a, [q]).
request(r, q, [rg]).
request_group(r, rg, proximity, accept(2), [part([work([how([
    speed(and(above(10*turn), below(13*turn)), weight(1)), often(3, weight(1)),
    quiet(true), label(any, weight(1)), colour(green, weight(0.5))])])])]).
event(requester_create(s, r1, r)).
event(device_connect(s, d1, d)).
