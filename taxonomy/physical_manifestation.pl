% SPDX-License-Identifier: Apache-2.0
io_category(physical_manifestation, [general, user_interface, electrical_interface],
    "what can be measured of its body").

io_subcategory(physical_manifestation/physical_dimensions, "its size").
io_aspect(physical_manifestation/physical_dimensions/length, quantity(length), "longest horizontal extent").
io_aspect(physical_manifestation/physical_dimensions/breadth, quantity(length), "horizontal extent across the length").
io_aspect(physical_manifestation/physical_dimensions/height, quantity(length), "vertical extent").
io_aspect(physical_manifestation/physical_dimensions/width, quantity(length), "extent of a face or an opening, such as a connector's").

io_subcategory(physical_manifestation/physical_weight, "its weight").
io_aspect(physical_manifestation/physical_weight/weight, quantity(mass), "mass").

io_subcategory(physical_manifestation/appearance, "what it looks like").
io_aspect(physical_manifestation/appearance/colour, enumeration, "colour by which people tell it").
io_value(physical_manifestation/appearance/colour, red, "red").
io_value(physical_manifestation/appearance/colour, orange, "orange").
io_value(physical_manifestation/appearance/colour, yellow, "yellow").
io_value(physical_manifestation/appearance/colour, green, "green").
io_value(physical_manifestation/appearance/colour, blue, "blue").
io_value(physical_manifestation/appearance/colour, violet, "violet").
io_value(physical_manifestation/appearance/colour, pink, "pink").
io_value(physical_manifestation/appearance/colour, brown, "brown").
io_value(physical_manifestation/appearance/colour, black, "black").
io_value(physical_manifestation/appearance/colour, white, "white").
io_value(physical_manifestation/appearance/colour, grey, "grey").
io_value(physical_manifestation/appearance/colour, silver, "silver").
io_value(physical_manifestation/appearance/colour, gold, "gold").
io_value(physical_manifestation/appearance/colour, transparent, "seen through").
