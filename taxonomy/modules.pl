% SPDX-License-Identifier: Apache-2.0
taxonomy(io, '1.1.0').

io_module(general, "the device as a whole").
io_module(task_element, "an element that performs a task").
io_module(user_interface, "an element that a person works or perceives").
io_module(electrical_interface, "a place where electric or optical signals enter or leave").
io_module(communications_link, "a link that carries data or signals between elements").
