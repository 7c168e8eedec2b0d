% SPDX-License-Identifier: Apache-2.0
io_category(logical_structure, [general, task_element, user_interface, electrical_interface, communications_link],
    "how elements of a device hang together").

io_subcategory(logical_structure/connection, "the elements on either side").
io_aspect(logical_structure/connection/source, text, "element that the signal comes from").
io_aspect(logical_structure/connection/sink, text, "element that the signal goes to").

io_subcategory(logical_structure/relation, "place within the whole").
io_aspect(logical_structure/relation/device_boundary, boolean, "whether it lies on the outside of the device").
io_aspect(logical_structure/relation/location, text, "where on the device it is").
io_aspect(logical_structure/relation/part_of, text, "larger element that it belongs to").
