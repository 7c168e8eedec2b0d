% SPDX-License-Identifier: Apache-2.0
io_category(interface, [user_interface, electrical_interface], "where an interface stands").

io_subcategory(interface/physicality, "its place among others and in the world").
io_aspect(interface/physicality/discreteness, enumeration, "whether it is complete by itself").
io_value(interface/physicality/discreteness, self, "complete by itself").
io_value(interface/physicality/discreteness, shared, "part of an interface shared with other devices").

io_aspect(interface/physicality/environment, enumeration, "surroundings that it is made for").
io_value(interface/physicality/environment, desktop, "on a desk").
io_value(interface/physicality/environment, rack, "in an equipment rack").
io_value(interface/physicality/environment, wall, "on or in a wall").
io_value(interface/physicality/environment, portable, "carried about").
io_value(interface/physicality/environment, hand_held, "held in the hand").
io_value(interface/physicality/environment, wearable, "worn on the body").
io_value(interface/physicality/environment, floor, "on the floor, as pedals are").
io_value(interface/physicality/environment, vehicle, "in a vehicle").
io_value(interface/physicality/environment, embedded, "built into other equipment").
io_value(interface/physicality/environment, indoor, "rooms").
io_value(interface/physicality/environment, outdoor, "the open air").
io_value(interface/physicality/environment, studio, "recording or broadcast studio").
io_value(interface/physicality/environment, stage, "performance").
io_value(interface/physicality/environment, workshop, "dust, oil and knocks").
io_value(interface/physicality/environment, clinical, "hospital and laboratory").
io_value(interface/physicality/environment, home, "living rooms").
