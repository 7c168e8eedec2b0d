% SPDX-License-Identifier: Apache-2.0
io_category(information, [general, task_element, user_interface, electrical_interface, communications_link],
    "what is said of a thing for people and registries").

io_subcategory(information/description, "how people name and look it up").
io_aspect(information/description/name, text, "name that people use").
io_aspect(information/description/manufacturer, text, "name of the maker").
io_aspect(information/description/product, text, "product or model name").
io_aspect(information/description/serial_number, text, "serial number of the single thing").
io_aspect(information/description/manual, text, "where the manual is found").

io_subcategory(information/specification, "the standard that it follows").
io_aspect(information/specification/standard, text, "name of the standard or class specification").
io_aspect(information/specification/version, text, "version of the standard").
io_aspect(information/specification/registry, text, "registry that assigned the code").
io_aspect(information/specification/code, text, "code assigned by the registry, such as a vendor or product number").

io_subcategory(information/task_domain, "the field of use").
io_aspect(information/task_domain/domain, enumeration, "field of use").
io_value(information/task_domain/domain, audio, "recording, processing and playing sound").
io_value(information/task_domain/domain, midi, "musical control and performance data").
io_value(information/task_domain/domain, video, "moving pictures").
io_value(information/task_domain/domain, imaging, "still pictures, scanning and photography").
io_value(information/task_domain/domain, display, "presenting text and graphics").
io_value(information/task_domain/domain, printing, "marks on paper and other material").
io_value(information/task_domain/domain, storage, "keeping data").
io_value(information/task_domain/domain, networking, "data exchange between computers").
io_value(information/task_domain/domain, telephony, "voice and data calls").
io_value(information/task_domain/domain, serial_communication, "characters over a serial line").
io_value(information/task_domain/domain, human_interface, "input from people and feedback to them").
io_value(information/task_domain/domain, gaming, "game control").
io_value(information/task_domain/domain, haptics, "feedback by force and vibration").
io_value(information/task_domain/domain, sensing, "measuring the surroundings").
io_value(information/task_domain/domain, positioning, "place, time and motion").
io_value(information/task_domain/domain, measurement, "test and measurement instruments").
io_value(information/task_domain/domain, biometrics, "recognising people by body features").
io_value(information/task_domain/domain, smart_card, "cards with an integrated circuit").
io_value(information/task_domain/domain, security, "authentication and keys").
io_value(information/task_domain/domain, lighting, "lamps and stage light").
io_value(information/task_domain/domain, automation, "control of buildings and machines").
io_value(information/task_domain/domain, power_supply, "batteries, chargers and uninterruptible supplies").
io_value(information/task_domain/domain, health, "personal healthcare").
io_value(information/task_domain/domain, interconnection, "hubs, bridges and docks").
io_value(information/task_domain/domain, firmware_update, "replacing a device's own program").
io_value(information/task_domain/domain, diagnostics, "debugging and tracing of other equipment").

io_subcategory(information/dictionary, "the vocabulary of the description").
io_aspect(information/dictionary/taxonomy, text, "name of the taxonomy").
io_aspect(information/dictionary/version, text, "version of the taxonomy").
