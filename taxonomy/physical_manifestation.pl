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
