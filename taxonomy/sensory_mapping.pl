% SPDX-License-Identifier: Apache-2.0
io_category(sensory_mapping, [user_interface], "senses that a person uses with it").

io_subcategory(sensory_mapping/sense, "the sense and what of it").
io_aspect(sensory_mapping/sense/primary, enumeration, "the sense").
io_value(sensory_mapping/sense/primary, vision, "seeing").
io_value(sensory_mapping/sense/primary, hearing, "hearing").
io_value(sensory_mapping/sense/primary, touch, "feeling by the skin").
io_value(sensory_mapping/sense/primary, smell, "smelling").
io_value(sensory_mapping/sense/primary, taste, "tasting").
io_value(sensory_mapping/sense/primary, orientation, "knowing where one is and faces").
io_value(sensory_mapping/sense/primary, balance, "knowing how one is poised").

io_aspect(sensory_mapping/sense/secondary, enumeration, "division of the sense").
io_value(sensory_mapping/sense/secondary, two_dimensional, "in a plane; vision and balance").
io_value(sensory_mapping/sense/secondary, three_dimensional, "in depth; vision and balance").
io_value(sensory_mapping/sense/secondary, mono, "one channel; hearing").
io_value(sensory_mapping/sense/secondary, stereo, "two channels; hearing").
io_value(sensory_mapping/sense/secondary, quadraphonic, "four channels; hearing").
io_value(sensory_mapping/sense/secondary, environmental, "sound all around; hearing").
io_value(sensory_mapping/sense/secondary, sensation, "what the skin feels; touch").
io_value(sensory_mapping/sense/secondary, texture, "what a surface feels like; touch").
io_value(sensory_mapping/sense/secondary, scent, "smells as such; smell").
io_value(sensory_mapping/sense/secondary, flavour, "tastes as such; taste").
io_value(sensory_mapping/sense/secondary, egocentric, "in relation to oneself; orientation").
io_value(sensory_mapping/sense/secondary, exocentric, "in relation to the surroundings; orientation").

io_aspect(sensory_mapping/sense/aspect, enumeration, "quality perceived").
io_value(sensory_mapping/sense/aspect, monocular, "with one eye; vision").
io_value(sensory_mapping/sense/aspect, binocular, "with two eyes; vision").
io_value(sensory_mapping/sense/aspect, brightness, "light and dark; vision").
io_value(sensory_mapping/sense/aspect, colour, "hue; vision").
io_value(sensory_mapping/sense/aspect, motion, "movement seen; vision").
io_value(sensory_mapping/sense/aspect, shape, "form and letters; vision").
io_value(sensory_mapping/sense/aspect, noise, "sound without a separate source; hearing").
io_value(sensory_mapping/sense/aspect, isolated_sounds, "sounds told apart; hearing").
io_value(sensory_mapping/sense/aspect, pitch, "high and low; hearing").
io_value(sensory_mapping/sense/aspect, loudness, "loud and soft; hearing").
io_value(sensory_mapping/sense/aspect, wetness, "wet and dry; touch").
io_value(sensory_mapping/sense/aspect, temperature, "warm and cold; touch").
io_value(sensory_mapping/sense/aspect, pressure, "weight on the skin; touch").
io_value(sensory_mapping/sense/aspect, vibration, "quick to and fro; touch").
io_value(sensory_mapping/sense/aspect, softness, "soft and hard; touch").
io_value(sensory_mapping/sense/aspect, roughness, "rough and smooth; touch").
io_value(sensory_mapping/sense/aspect, sharpness, "sharp and blunt; touch").
io_value(sensory_mapping/sense/aspect, odor, "smell of a thing; smell").
io_value(sensory_mapping/sense/aspect, aroma, "pleasant smell; smell").
io_value(sensory_mapping/sense/aspect, sour, "sour; taste").
io_value(sensory_mapping/sense/aspect, salt, "salt; taste").
io_value(sensory_mapping/sense/aspect, sweet, "sweet; taste").
io_value(sensory_mapping/sense/aspect, bitter, "bitter; taste").
io_value(sensory_mapping/sense/aspect, immediate, "near surroundings; orientation").
io_value(sensory_mapping/sense/aspect, distant, "far surroundings; orientation").
io_value(sensory_mapping/sense/aspect, radial_symmetry, "alike about a point; balance").
io_value(sensory_mapping/sense/aspect, bilateral_symmetry, "alike on two sides; balance").
io_value(sensory_mapping/sense/aspect, asymmetry, "unlike; balance").
io_value(sensory_mapping/sense/aspect, regularity, "repeated evenly; balance").
