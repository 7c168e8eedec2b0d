% SPDX-License-Identifier: Apache-2.0
io_category(logical_requirements, [general, task_element, user_interface, communications_link],
    "what the computer must provide").

io_subcategory(logical_requirements/environment, "the software around it").
io_aspect(logical_requirements/environment/operating_system, text, "operating system needed").
io_aspect(logical_requirements/environment/driver, text, "driver needed").

io_subcategory(logical_requirements/system_resource, "resources of the computer").
io_aspect(logical_requirements/system_resource/interrupt, count, "interrupt lines").
io_aspect(logical_requirements/system_resource/memory_region, quantity(information), "memory reserved for registers and buffers").
io_aspect(logical_requirements/system_resource/dma, boolean, "whether it reads and writes memory by itself").
io_aspect(logical_requirements/system_resource/bandwidth, quantity(data_rate), "capacity reserved on the interconnect").
