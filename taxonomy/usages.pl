% SPDX-License-Identifier: Apache-2.0
% What a control of a human interface device is for: the usages of the HID Usage Tables, by the names
% in bridges/usb/data/hid_usages.txt, with their pages in brackets. The word is the name in small letters
% and digits, with an underscore for anything else; keys are called by what they give alone.

io_aspect(mechanical_structure/operation/usage, enumeration, "what it is for, by the HID Usage Tables").
io_value(mechanical_structure/operation/usage, pointer, "Pointer (Generic Desktop)").
io_value(mechanical_structure/operation/usage, mouse, "Mouse (Generic Desktop)").
io_value(mechanical_structure/operation/usage, joystick, "Joystick (Generic Desktop)").
io_value(mechanical_structure/operation/usage, gamepad, "Gamepad (Generic Desktop)").
io_value(mechanical_structure/operation/usage, keyboard, "Keyboard (Generic Desktop)").
io_value(mechanical_structure/operation/usage, keypad, "Keypad (Generic Desktop)").
io_value(mechanical_structure/operation/usage, multi_axis_controller, "Multi-axis Controller (Generic Desktop)").
io_value(mechanical_structure/operation/usage, tablet_pc_system_controls, "Tablet PC System Controls (Generic Desktop)").
io_value(mechanical_structure/operation/usage, water_cooling_device, "Water Cooling Device (Generic Desktop)").
io_value(mechanical_structure/operation/usage, computer_chassis_device, "Computer Chassis Device (Generic Desktop)").
io_value(mechanical_structure/operation/usage, wireless_radio_controls, "Wireless Radio Controls (Generic Desktop)").
io_value(mechanical_structure/operation/usage, portable_device_control, "Portable Device Control (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_multi_axis_controller, "System Multi-Axis Controller (Generic Desktop)").
io_value(mechanical_structure/operation/usage, spatial_controller, "Spatial Controller (Generic Desktop)").
io_value(mechanical_structure/operation/usage, assistive_control, "Assistive Control (Generic Desktop)").
io_value(mechanical_structure/operation/usage, device_dock, "Device Dock (Generic Desktop)").
io_value(mechanical_structure/operation/usage, dockable_device, "Dockable Device (Generic Desktop)").
io_value(mechanical_structure/operation/usage, x, "X (Generic Desktop)").
io_value(mechanical_structure/operation/usage, y, "Y (Generic Desktop)").
io_value(mechanical_structure/operation/usage, z, "Z (Generic Desktop)").
io_value(mechanical_structure/operation/usage, rx, "Rx (Generic Desktop)").
io_value(mechanical_structure/operation/usage, ry, "Ry (Generic Desktop)").
io_value(mechanical_structure/operation/usage, rz, "Rz (Generic Desktop)").
io_value(mechanical_structure/operation/usage, slider, "Slider (Generic Desktop)").
io_value(mechanical_structure/operation/usage, dial, "Dial (Generic Desktop)").
io_value(mechanical_structure/operation/usage, wheel, "Wheel (Generic Desktop)").
io_value(mechanical_structure/operation/usage, hat_switch, "Hat Switch (Generic Desktop)").
io_value(mechanical_structure/operation/usage, counted_buffer, "Counted Buffer (Generic Desktop)").
io_value(mechanical_structure/operation/usage, byte_count, "Byte Count (Generic Desktop)").
io_value(mechanical_structure/operation/usage, motion_wakeup, "Motion Wakeup (Generic Desktop)").
io_value(mechanical_structure/operation/usage, start, "Start (Generic Desktop)").
io_value(mechanical_structure/operation/usage, select, "Select (Generic Desktop)").
io_value(mechanical_structure/operation/usage, vx, "Vx (Generic Desktop)").
io_value(mechanical_structure/operation/usage, vy, "Vy (Generic Desktop)").
io_value(mechanical_structure/operation/usage, vz, "Vz (Generic Desktop)").
io_value(mechanical_structure/operation/usage, vbrx, "Vbrx (Generic Desktop)").
io_value(mechanical_structure/operation/usage, vbry, "Vbry (Generic Desktop)").
io_value(mechanical_structure/operation/usage, vbrz, "Vbrz (Generic Desktop)").
io_value(mechanical_structure/operation/usage, vno, "Vno (Generic Desktop)").
io_value(mechanical_structure/operation/usage, feature_notification, "Feature Notification (Generic Desktop)").
io_value(mechanical_structure/operation/usage, resolution_multiplier, "Resolution Multiplier (Generic Desktop)").
io_value(mechanical_structure/operation/usage, qx, "Qx (Generic Desktop)").
io_value(mechanical_structure/operation/usage, qy, "Qy (Generic Desktop)").
io_value(mechanical_structure/operation/usage, qz, "Qz (Generic Desktop)").
io_value(mechanical_structure/operation/usage, qw, "Qw (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_control, "System Control (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_power_down, "System Power Down (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_sleep, "System Sleep (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_wake_up, "System Wake Up (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_context_menu, "System Context Menu (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_main_menu, "System Main Menu (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_app_menu, "System App Menu (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_menu_help, "System Menu Help (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_menu_exit, "System Menu Exit (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_menu_select, "System Menu Select (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_menu_right, "System Menu Right (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_menu_left, "System Menu Left (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_menu_up, "System Menu Up (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_menu_down, "System Menu Down (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_cold_restart, "System Cold Restart (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_warm_restart, "System Warm Restart (Generic Desktop)").
io_value(mechanical_structure/operation/usage, d_pad_up, "D-pad Up (Generic Desktop)").
io_value(mechanical_structure/operation/usage, d_pad_down, "D-pad Down (Generic Desktop)").
io_value(mechanical_structure/operation/usage, d_pad_right, "D-pad Right (Generic Desktop)").
io_value(mechanical_structure/operation/usage, d_pad_left, "D-pad Left (Generic Desktop)").
io_value(mechanical_structure/operation/usage, index_trigger, "Index Trigger (Generic Desktop)").
io_value(mechanical_structure/operation/usage, palm_trigger, "Palm Trigger (Generic Desktop)").
io_value(mechanical_structure/operation/usage, thumbstick, "Thumbstick (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_function_shift, "System Function Shift (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_function_shift_lock, "System Function Shift Lock (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_function_shift_lock_indicator, "System Function Shift Lock Indicator (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_dismiss_notification, "System Dismiss Notification (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_do_not_disturb, "System Do Not Disturb (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_dock, "System Dock (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_undock, "System Undock (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_setup, "System Setup (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_break, "System Break (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_debugger_break, "System Debugger Break (Generic Desktop)").
io_value(mechanical_structure/operation/usage, application_break, "Application Break (Generic Desktop)").
io_value(mechanical_structure/operation/usage, application_debugger_break, "Application Debugger Break (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_speaker_mute, "System Speaker Mute (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_hibernate, "System Hibernate (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_microphone_mute, "System Microphone Mute (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_invert, "System Display Invert (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_internal, "System Display Internal (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_external, "System Display External (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_both, "System Display Both (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_dual, "System Display Dual (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_toggle_internal_external, "System Display Toggle Internal/External (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_swap_primary_secondary, "System Display Swap Primary/Secondary (Generic Desktop)").
io_value(mechanical_structure/operation/usage, system_display_toggle_lcd_autoscale, "System Display Toggle LCD Autoscale (Generic Desktop)").
io_value(mechanical_structure/operation/usage, wireless_radio_button, "Wireless Radio Button (Generic Desktop)").
io_value(mechanical_structure/operation/usage, wireless_radio_led, "Wireless Radio LED (Generic Desktop)").
io_value(mechanical_structure/operation/usage, wireless_radio_slider_switch, "Wireless Radio Slider Switch (Generic Desktop)").
io_value(mechanical_structure/operation/usage, flight_simulation_device, "Flight Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, automobile_simulation_device, "Automobile Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, tank_simulation_device, "Tank Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, spaceship_simulation_device, "Spaceship Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, submarine_simulation_device, "Submarine Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, sailing_simulation_device, "Sailing Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, motorcycle_simulation_device, "Motorcycle Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, sports_simulation_device, "Sports Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, airplane_simulation_device, "Airplane Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, helicopter_simulation_device, "Helicopter Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, magic_carpet_simulation_device, "Magic Carpet Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, bicycle_simulation_device, "Bicycle Simulation Device (Simulation Controls)").
io_value(mechanical_structure/operation/usage, flight_control_stick, "Flight Control Stick (Simulation Controls)").
io_value(mechanical_structure/operation/usage, flight_stick, "Flight Stick (Simulation Controls)").
io_value(mechanical_structure/operation/usage, cyclic_control, "Cyclic Control (Simulation Controls)").
io_value(mechanical_structure/operation/usage, cyclic_trim, "Cyclic Trim (Simulation Controls)").
io_value(mechanical_structure/operation/usage, flight_yoke, "Flight Yoke (Simulation Controls)").
io_value(mechanical_structure/operation/usage, track_control, "Track Control (Simulation Controls)").
io_value(mechanical_structure/operation/usage, aileron, "Aileron (Simulation Controls)").
io_value(mechanical_structure/operation/usage, aileron_trim, "Aileron Trim (Simulation Controls)").
io_value(mechanical_structure/operation/usage, anti_torque_control, "Anti-Torque Control (Simulation Controls)").
io_value(mechanical_structure/operation/usage, autopilot_enable, "Autopilot Enable (Simulation Controls)").
io_value(mechanical_structure/operation/usage, chaff_release, "Chaff Release (Simulation Controls)").
io_value(mechanical_structure/operation/usage, collective_control, "Collective Control (Simulation Controls)").
io_value(mechanical_structure/operation/usage, dive_brake, "Dive Brake (Simulation Controls)").
io_value(mechanical_structure/operation/usage, electronic_countermeasures, "Electronic Countermeasures (Simulation Controls)").
io_value(mechanical_structure/operation/usage, elevator, "Elevator (Simulation Controls)").
io_value(mechanical_structure/operation/usage, elevator_trim, "Elevator Trim (Simulation Controls)").
io_value(mechanical_structure/operation/usage, rudder, "Rudder (Simulation Controls)").
io_value(mechanical_structure/operation/usage, throttle, "Throttle (Simulation Controls)").
io_value(mechanical_structure/operation/usage, flight_communications, "Flight Communications (Simulation Controls)").
io_value(mechanical_structure/operation/usage, flare_release, "Flare Release (Simulation Controls)").
io_value(mechanical_structure/operation/usage, landing_gear, "Landing Gear (Simulation Controls)").
io_value(mechanical_structure/operation/usage, toe_brake, "Toe Brake (Simulation Controls)").
io_value(mechanical_structure/operation/usage, trigger, "Trigger (Simulation Controls)").
io_value(mechanical_structure/operation/usage, weapons_arm, "Weapons Arm (Simulation Controls)").
io_value(mechanical_structure/operation/usage, weapons_select, "Weapons Select (Simulation Controls)").
io_value(mechanical_structure/operation/usage, wing_flaps, "Wing Flaps (Simulation Controls)").
io_value(mechanical_structure/operation/usage, accelerator, "Accelerator (Simulation Controls)").
io_value(mechanical_structure/operation/usage, brake, "Brake (Simulation Controls)").
io_value(mechanical_structure/operation/usage, clutch, "Clutch (Simulation Controls)").
io_value(mechanical_structure/operation/usage, shifter, "Shifter (Simulation Controls)").
io_value(mechanical_structure/operation/usage, steering, "Steering (Simulation Controls)").
io_value(mechanical_structure/operation/usage, turret_direction, "Turret Direction (Simulation Controls)").
io_value(mechanical_structure/operation/usage, barrel_elevation, "Barrel Elevation (Simulation Controls)").
io_value(mechanical_structure/operation/usage, dive_plane, "Dive Plane (Simulation Controls)").
io_value(mechanical_structure/operation/usage, ballast, "Ballast (Simulation Controls)").
io_value(mechanical_structure/operation/usage, bicycle_crank, "Bicycle Crank (Simulation Controls)").
io_value(mechanical_structure/operation/usage, handle_bars, "Handle Bars (Simulation Controls)").
io_value(mechanical_structure/operation/usage, front_brake, "Front Brake (Simulation Controls)").
io_value(mechanical_structure/operation/usage, rear_brake, "Rear Brake (Simulation Controls)").
io_value(mechanical_structure/operation/usage, belt, "Belt (VR Controls)").
io_value(mechanical_structure/operation/usage, body_suit, "Body Suit (VR Controls)").
io_value(mechanical_structure/operation/usage, flexor, "Flexor (VR Controls)").
io_value(mechanical_structure/operation/usage, glove, "Glove (VR Controls)").
io_value(mechanical_structure/operation/usage, head_tracker, "Head Tracker (VR Controls)").
io_value(mechanical_structure/operation/usage, head_mounted_display, "Head Mounted Display (VR Controls)").
io_value(mechanical_structure/operation/usage, hand_tracker, "Hand Tracker (VR Controls)").
io_value(mechanical_structure/operation/usage, oculometer, "Oculometer (VR Controls)").
io_value(mechanical_structure/operation/usage, vest, "Vest (VR Controls)").
io_value(mechanical_structure/operation/usage, animatronic_device, "Animatronic Device (VR Controls)").
io_value(mechanical_structure/operation/usage, stereo_enable, "Stereo Enable (VR Controls)").
io_value(mechanical_structure/operation/usage, display_enable, "Display Enable (VR Controls); Display Enable (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, baseball_bat, "Baseball Bat (Sport Controls)").
io_value(mechanical_structure/operation/usage, golf_club, "Golf Club (Sport Controls)").
io_value(mechanical_structure/operation/usage, rowing_machine, "Rowing Machine (Sport Controls)").
io_value(mechanical_structure/operation/usage, treadmill, "Treadmill (Sport Controls)").
io_value(mechanical_structure/operation/usage, oar, "Oar (Sport Controls)").
io_value(mechanical_structure/operation/usage, slope, "Slope (Sport Controls)").
io_value(mechanical_structure/operation/usage, rate, "Rate (Sport Controls)").
io_value(mechanical_structure/operation/usage, stick_speed, "Stick Speed (Sport Controls)").
io_value(mechanical_structure/operation/usage, stick_face_angle, "Stick Face Angle (Sport Controls)").
io_value(mechanical_structure/operation/usage, stick_heel_toe, "Stick Heel/Toe (Sport Controls)").
io_value(mechanical_structure/operation/usage, stick_follow_through, "Stick Follow Through (Sport Controls)").
io_value(mechanical_structure/operation/usage, stick_tempo, "Stick Tempo (Sport Controls)").
io_value(mechanical_structure/operation/usage, stick_type, "Stick Type (Sport Controls)").
io_value(mechanical_structure/operation/usage, stick_height, "Stick Height (Sport Controls)").
io_value(mechanical_structure/operation/usage, usage_3d_game_controller, "3D Game Controller (Game Controls)").
io_value(mechanical_structure/operation/usage, pinball_device, "Pinball Device (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_device, "Gun Device (Game Controls)").
io_value(mechanical_structure/operation/usage, point_of_view, "Point of View (Game Controls)").
io_value(mechanical_structure/operation/usage, turn_right_left, "Turn Right/Left (Game Controls)").
io_value(mechanical_structure/operation/usage, pitch_forward_backward, "Pitch Forward/Backward (Game Controls)").
io_value(mechanical_structure/operation/usage, roll_right_left, "Roll Right/Left (Game Controls)").
io_value(mechanical_structure/operation/usage, move_right_left, "Move Right/Left (Game Controls)").
io_value(mechanical_structure/operation/usage, move_forward_backward, "Move Forward/Backward (Game Controls)").
io_value(mechanical_structure/operation/usage, move_up_down, "Move Up/Down (Game Controls)").
io_value(mechanical_structure/operation/usage, lean_right_left, "Lean Right/Left (Game Controls)").
io_value(mechanical_structure/operation/usage, lean_forward_backward, "Lean Forward/Backward (Game Controls)").
io_value(mechanical_structure/operation/usage, height_of_pov, "Height of POV (Game Controls)").
io_value(mechanical_structure/operation/usage, flipper, "Flipper (Game Controls)").
io_value(mechanical_structure/operation/usage, secondary_flipper, "Secondary Flipper (Game Controls)").
io_value(mechanical_structure/operation/usage, bump, "Bump (Game Controls)").
io_value(mechanical_structure/operation/usage, new_game, "New Game (Game Controls)").
io_value(mechanical_structure/operation/usage, shoot_ball, "Shoot Ball (Game Controls)").
io_value(mechanical_structure/operation/usage, player, "Player (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_bolt, "Gun Bolt (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_clip, "Gun Clip (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_selector, "Gun Selector (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_single_shot, "Gun Single Shot (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_burst, "Gun Burst (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_automatic, "Gun Automatic (Game Controls)").
io_value(mechanical_structure/operation/usage, gun_safety, "Gun Safety (Game Controls)").
io_value(mechanical_structure/operation/usage, gamepad_fire_jump, "Gamepad Fire/Jump (Game Controls)").
io_value(mechanical_structure/operation/usage, gamepad_trigger, "Gamepad Trigger (Game Controls)").
io_value(mechanical_structure/operation/usage, background_nonuser_controls, "Background/Nonuser Controls (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, battery_strength, "Battery Strength (Generic Device Controls); Battery Strength (Digitizers)").
io_value(mechanical_structure/operation/usage, wireless_channel, "Wireless Channel (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, wireless_id, "Wireless ID (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, discover_wireless_control, "Discover Wireless Control (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, security_code_character_entered, "Security Code Character Entered (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, security_code_character_erased, "Security Code Character Erased (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, security_code_cleared, "Security Code Cleared (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, sequence_id, "Sequence ID (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, sequence_id_reset, "Sequence ID Reset (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, rf_signal_strength, "RF Signal Strength (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, software_version, "Software Version (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, protocol_version, "Protocol Version (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, hardware_version, "Hardware Version (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, major, "Major (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, minor, "Minor (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, revision, "Revision (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, handedness, "Handedness (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, either_hand, "Either Hand (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, left_hand, "Left Hand (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, right_hand, "Right Hand (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, both_hands, "Both Hands (Generic Device Controls)").
io_value(mechanical_structure/operation/usage, key_errorrollover, "ErrorRollOver (Keyboard)").
io_value(mechanical_structure/operation/usage, key_postfail, "POSTFail (Keyboard)").
io_value(mechanical_structure/operation/usage, key_errorundefined, "ErrorUndefined (Keyboard)").
io_value(mechanical_structure/operation/usage, key_a, "A (Keyboard)").
io_value(mechanical_structure/operation/usage, key_b, "B (Keyboard)").
io_value(mechanical_structure/operation/usage, key_c, "C (Keyboard)").
io_value(mechanical_structure/operation/usage, key_d, "D (Keyboard)").
io_value(mechanical_structure/operation/usage, key_e, "E (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f, "F (Keyboard)").
io_value(mechanical_structure/operation/usage, key_g, "G (Keyboard)").
io_value(mechanical_structure/operation/usage, key_h, "H (Keyboard)").
io_value(mechanical_structure/operation/usage, key_i, "I (Keyboard)").
io_value(mechanical_structure/operation/usage, key_j, "J (Keyboard)").
io_value(mechanical_structure/operation/usage, key_k, "K (Keyboard)").
io_value(mechanical_structure/operation/usage, key_l, "L (Keyboard)").
io_value(mechanical_structure/operation/usage, key_m, "M (Keyboard)").
io_value(mechanical_structure/operation/usage, key_n, "N (Keyboard)").
io_value(mechanical_structure/operation/usage, key_o, "O (Keyboard)").
io_value(mechanical_structure/operation/usage, key_p, "P (Keyboard)").
io_value(mechanical_structure/operation/usage, key_q, "Q (Keyboard)").
io_value(mechanical_structure/operation/usage, key_r, "R (Keyboard)").
io_value(mechanical_structure/operation/usage, key_s, "S (Keyboard)").
io_value(mechanical_structure/operation/usage, key_t, "T (Keyboard)").
io_value(mechanical_structure/operation/usage, key_u, "U (Keyboard)").
io_value(mechanical_structure/operation/usage, key_v, "V (Keyboard)").
io_value(mechanical_structure/operation/usage, key_w, "W (Keyboard)").
io_value(mechanical_structure/operation/usage, key_x, "X (Keyboard)").
io_value(mechanical_structure/operation/usage, key_y, "Y (Keyboard)").
io_value(mechanical_structure/operation/usage, key_z, "Z (Keyboard)").
io_value(mechanical_structure/operation/usage, key_1, "1 and ! (Keyboard)").
io_value(mechanical_structure/operation/usage, key_2, "2 and @ (Keyboard)").
io_value(mechanical_structure/operation/usage, key_3, "3 and # (Keyboard)").
io_value(mechanical_structure/operation/usage, key_4, "4 and $ (Keyboard)").
io_value(mechanical_structure/operation/usage, key_5, "5 and % (Keyboard)").
io_value(mechanical_structure/operation/usage, key_6, "6 and ^ (Keyboard)").
io_value(mechanical_structure/operation/usage, key_7, "7 and & (Keyboard)").
io_value(mechanical_structure/operation/usage, key_8, "8 and * (Keyboard)").
io_value(mechanical_structure/operation/usage, key_9, "9 and ( (Keyboard)").
io_value(mechanical_structure/operation/usage, key_0, "0 and ) (Keyboard)").
io_value(mechanical_structure/operation/usage, key_enter, "Enter (Keyboard)").
io_value(mechanical_structure/operation/usage, key_escape, "Escape (Keyboard)").
io_value(mechanical_structure/operation/usage, key_backspace, "Backspace (Keyboard)").
io_value(mechanical_structure/operation/usage, key_tab, "Tab (Keyboard)").
io_value(mechanical_structure/operation/usage, key_space, "Space (Keyboard)").
io_value(mechanical_structure/operation/usage, key_minus, "- and _ (Keyboard)").
io_value(mechanical_structure/operation/usage, key_equals, "= and + (Keyboard)").
io_value(mechanical_structure/operation/usage, key_left_bracket, "[ and { (Keyboard)").
io_value(mechanical_structure/operation/usage, key_right_bracket, "] and } (Keyboard)").
io_value(mechanical_structure/operation/usage, key_backslash, "\\ and | (Keyboard)").
io_value(mechanical_structure/operation/usage, key_non_us_number_sign, "Non-US # and ~ (Keyboard)").
io_value(mechanical_structure/operation/usage, key_semicolon, "; and : (Keyboard)").
io_value(mechanical_structure/operation/usage, key_apostrophe, "' and \" (Keyboard)").
io_value(mechanical_structure/operation/usage, key_grave, "` and ~ (Keyboard)").
io_value(mechanical_structure/operation/usage, key_comma, ", and < (Keyboard)").
io_value(mechanical_structure/operation/usage, key_period, ". and > (Keyboard)").
io_value(mechanical_structure/operation/usage, key_slash, "/ and ? (Keyboard)").
io_value(mechanical_structure/operation/usage, key_caps_lock, "Caps Lock (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f1, "F1 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f2, "F2 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f3, "F3 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f4, "F4 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f5, "F5 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f6, "F6 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f7, "F7 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f8, "F8 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f9, "F9 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f10, "F10 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f11, "F11 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f12, "F12 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_print_screen, "Print Screen (Keyboard)").
io_value(mechanical_structure/operation/usage, key_scroll_lock, "Scroll Lock (Keyboard)").
io_value(mechanical_structure/operation/usage, key_pause, "Pause (Keyboard)").
io_value(mechanical_structure/operation/usage, key_insert, "Insert (Keyboard)").
io_value(mechanical_structure/operation/usage, key_home, "Home (Keyboard)").
io_value(mechanical_structure/operation/usage, key_page_up, "Page Up (Keyboard)").
io_value(mechanical_structure/operation/usage, key_delete, "Delete (Keyboard)").
io_value(mechanical_structure/operation/usage, key_end, "End (Keyboard)").
io_value(mechanical_structure/operation/usage, key_page_down, "Page Down (Keyboard)").
io_value(mechanical_structure/operation/usage, key_right_arrow, "Right Arrow (Keyboard)").
io_value(mechanical_structure/operation/usage, key_left_arrow, "Left Arrow (Keyboard)").
io_value(mechanical_structure/operation/usage, key_down_arrow, "Down Arrow (Keyboard)").
io_value(mechanical_structure/operation/usage, key_up_arrow, "Up Arrow (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_num_lock, "Keypad Num Lock (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_slash, "Keypad / (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_asterisk, "Keypad * (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_minus, "Keypad - (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_plus, "Keypad + (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_enter, "Keypad Enter (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_1, "Keypad 1 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_2, "Keypad 2 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_3, "Keypad 3 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_4, "Keypad 4 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_5, "Keypad 5 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_6, "Keypad 6 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_7, "Keypad 7 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_8, "Keypad 8 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_9, "Keypad 9 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_0, "Keypad 0 (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_period, "Keypad . (Keyboard)").
io_value(mechanical_structure/operation/usage, key_non_us_backslash, "Non-US \\ and | (Keyboard)").
io_value(mechanical_structure/operation/usage, key_application, "Application (Keyboard)").
io_value(mechanical_structure/operation/usage, key_power, "Power (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_equals, "Keypad = (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f13, "F13 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f14, "F14 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f15, "F15 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f16, "F16 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f17, "F17 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f18, "F18 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f19, "F19 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f20, "F20 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f21, "F21 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f22, "F22 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f23, "F23 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_f24, "F24 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_execute, "Execute (Keyboard)").
io_value(mechanical_structure/operation/usage, key_help, "Help (Keyboard)").
io_value(mechanical_structure/operation/usage, key_menu, "Menu (Keyboard)").
io_value(mechanical_structure/operation/usage, key_select, "Select (Keyboard)").
io_value(mechanical_structure/operation/usage, key_stop, "Stop (Keyboard)").
io_value(mechanical_structure/operation/usage, key_again, "Again (Keyboard)").
io_value(mechanical_structure/operation/usage, key_undo, "Undo (Keyboard)").
io_value(mechanical_structure/operation/usage, key_cut, "Cut (Keyboard)").
io_value(mechanical_structure/operation/usage, key_copy, "Copy (Keyboard)").
io_value(mechanical_structure/operation/usage, key_paste, "Paste (Keyboard)").
io_value(mechanical_structure/operation/usage, key_find, "Find (Keyboard)").
io_value(mechanical_structure/operation/usage, key_mute, "Mute (Keyboard)").
io_value(mechanical_structure/operation/usage, key_volume_up, "Volume Up (Keyboard)").
io_value(mechanical_structure/operation/usage, key_volume_down, "Volume Down (Keyboard)").
io_value(mechanical_structure/operation/usage, key_locking_caps_lock, "Locking Caps Lock (Keyboard)").
io_value(mechanical_structure/operation/usage, key_locking_num_lock, "Locking Num Lock (Keyboard)").
io_value(mechanical_structure/operation/usage, key_locking_scroll_lock, "Locking Scroll Lock (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_comma, "Keypad Comma (Keyboard)").
io_value(mechanical_structure/operation/usage, keypad_equal_sign, "Keypad Equal Sign (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international1, "International1 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international2, "International2 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international3, "International3 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international4, "International4 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international5, "International5 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international6, "International6 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international7, "International7 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international8, "International8 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_international9, "International9 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang1, "LANG1 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang2, "LANG2 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang3, "LANG3 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang4, "LANG4 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang5, "LANG5 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang6, "LANG6 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang7, "LANG7 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang8, "LANG8 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_lang9, "LANG9 (Keyboard)").
io_value(mechanical_structure/operation/usage, key_alternate_erase, "Alternate Erase (Keyboard)").
io_value(mechanical_structure/operation/usage, key_sysreq_attention, "SysReq/Attention (Keyboard)").
io_value(mechanical_structure/operation/usage, key_cancel, "Cancel (Keyboard)").
io_value(mechanical_structure/operation/usage, key_clear, "Clear (Keyboard)").
io_value(mechanical_structure/operation/usage, key_prior, "Prior (Keyboard)").
io_value(mechanical_structure/operation/usage, key_return, "Return (Keyboard)").
io_value(mechanical_structure/operation/usage, key_separator, "Separator (Keyboard)").
io_value(mechanical_structure/operation/usage, key_out, "Out (Keyboard)").
io_value(mechanical_structure/operation/usage, key_oper, "Oper (Keyboard)").
io_value(mechanical_structure/operation/usage, key_clear_again, "Clear/Again (Keyboard)").
io_value(mechanical_structure/operation/usage, key_crsel_props, "CrSel/Props (Keyboard)").
io_value(mechanical_structure/operation/usage, key_exsel, "ExSel (Keyboard)").
io_value(mechanical_structure/operation/usage, key_left_control, "Left Control (Keyboard)").
io_value(mechanical_structure/operation/usage, key_left_shift, "Left Shift (Keyboard)").
io_value(mechanical_structure/operation/usage, key_left_alt, "Left Alt (Keyboard)").
io_value(mechanical_structure/operation/usage, key_left_gui, "Left GUI (Keyboard)").
io_value(mechanical_structure/operation/usage, key_right_control, "Right Control (Keyboard)").
io_value(mechanical_structure/operation/usage, key_right_shift, "Right Shift (Keyboard)").
io_value(mechanical_structure/operation/usage, key_right_alt, "Right Alt (Keyboard)").
io_value(mechanical_structure/operation/usage, key_right_gui, "Right GUI (Keyboard)").
io_value(mechanical_structure/operation/usage, num_lock, "Num Lock (LED)").
io_value(mechanical_structure/operation/usage, caps_lock, "Caps Lock (LED)").
io_value(mechanical_structure/operation/usage, scroll_lock, "Scroll Lock (LED)").
io_value(mechanical_structure/operation/usage, compose, "Compose (LED)").
io_value(mechanical_structure/operation/usage, kana, "Kana (LED)").
io_value(mechanical_structure/operation/usage, power, "Power (LED); Power (Consumer)").
io_value(mechanical_structure/operation/usage, shift, "Shift (LED)").
io_value(mechanical_structure/operation/usage, do_not_disturb, "Do Not Disturb (LED); Do Not Disturb (Telephony)").
io_value(mechanical_structure/operation/usage, mute, "Mute (LED); Mute (Consumer)").
io_value(mechanical_structure/operation/usage, tone_enable, "Tone Enable (LED)").
io_value(mechanical_structure/operation/usage, high_cut_filter, "High Cut Filter (LED)").
io_value(mechanical_structure/operation/usage, low_cut_filter, "Low Cut Filter (LED)").
io_value(mechanical_structure/operation/usage, equalizer_enable, "Equalizer Enable (LED)").
io_value(mechanical_structure/operation/usage, sound_field_on, "Sound Field On (LED)").
io_value(mechanical_structure/operation/usage, surround_on, "Surround On (LED)").
io_value(mechanical_structure/operation/usage, repeat, "Repeat (LED); Repeat (Consumer)").
io_value(mechanical_structure/operation/usage, stereo, "Stereo (LED)").
io_value(mechanical_structure/operation/usage, sampling_rate_detect, "Sampling Rate Detect (LED)").
io_value(mechanical_structure/operation/usage, spinning, "Spinning (LED)").
io_value(mechanical_structure/operation/usage, cav, "CAV (LED)").
io_value(mechanical_structure/operation/usage, clv, "CLV (LED)").
io_value(mechanical_structure/operation/usage, recording_format_detect, "Recording Format Detect (LED)").
io_value(mechanical_structure/operation/usage, off_hook, "Off-Hook (LED)").
io_value(mechanical_structure/operation/usage, ring, "Ring (LED)").
io_value(mechanical_structure/operation/usage, message_waiting, "Message Waiting (LED)").
io_value(mechanical_structure/operation/usage, data_mode, "Data Mode (LED)").
io_value(mechanical_structure/operation/usage, battery_operation, "Battery Operation (LED)").
io_value(mechanical_structure/operation/usage, battery_ok, "Battery OK (LED)").
io_value(mechanical_structure/operation/usage, battery_low, "Battery Low (LED)").
io_value(mechanical_structure/operation/usage, speaker, "Speaker (LED)").
io_value(mechanical_structure/operation/usage, headset, "Headset (LED); Headset (Telephony)").
io_value(mechanical_structure/operation/usage, hold, "Hold (LED); Hold (Telephony)").
io_value(mechanical_structure/operation/usage, microphone, "Microphone (LED); Microphone (Consumer)").
io_value(mechanical_structure/operation/usage, coverage, "Coverage (LED)").
io_value(mechanical_structure/operation/usage, night_mode, "Night Mode (LED)").
io_value(mechanical_structure/operation/usage, send_calls, "Send Calls (LED)").
io_value(mechanical_structure/operation/usage, call_pickup, "Call Pickup (LED)").
io_value(mechanical_structure/operation/usage, conference, "Conference (LED); Conference (Telephony)").
io_value(mechanical_structure/operation/usage, stand_by, "Stand-by (LED)").
io_value(mechanical_structure/operation/usage, camera_on, "Camera On (LED)").
io_value(mechanical_structure/operation/usage, camera_off, "Camera Off (LED)").
io_value(mechanical_structure/operation/usage, on_line, "On-Line (LED)").
io_value(mechanical_structure/operation/usage, off_line, "Off-Line (LED)").
io_value(mechanical_structure/operation/usage, busy, "Busy (LED)").
io_value(mechanical_structure/operation/usage, ready, "Ready (LED)").
io_value(mechanical_structure/operation/usage, paper_out, "Paper-Out (LED)").
io_value(mechanical_structure/operation/usage, paper_jam, "Paper-Jam (LED)").
io_value(mechanical_structure/operation/usage, remote, "Remote (LED)").
io_value(mechanical_structure/operation/usage, forward, "Forward (LED)").
io_value(mechanical_structure/operation/usage, reverse, "Reverse (LED)").
io_value(mechanical_structure/operation/usage, stop, "Stop (LED); Stop (Consumer)").
io_value(mechanical_structure/operation/usage, rewind, "Rewind (LED); Rewind (Consumer)").
io_value(mechanical_structure/operation/usage, fast_forward, "Fast Forward (LED); Fast Forward (Consumer)").
io_value(mechanical_structure/operation/usage, play, "Play (LED); Play (Consumer)").
io_value(mechanical_structure/operation/usage, pause, "Pause (LED); Pause (Consumer)").
io_value(mechanical_structure/operation/usage, record, "Record (LED); Record (Consumer)").
io_value(mechanical_structure/operation/usage, error, "Error (LED)").
io_value(mechanical_structure/operation/usage, usage_selected_indicator, "Usage Selected Indicator (LED)").
io_value(mechanical_structure/operation/usage, usage_in_use_indicator, "Usage In Use Indicator (LED)").
io_value(mechanical_structure/operation/usage, usage_multi_mode_indicator, "Usage Multi Mode Indicator (LED)").
io_value(mechanical_structure/operation/usage, indicator_on, "Indicator On (LED)").
io_value(mechanical_structure/operation/usage, indicator_flash, "Indicator Flash (LED)").
io_value(mechanical_structure/operation/usage, indicator_slow_blink, "Indicator Slow Blink (LED)").
io_value(mechanical_structure/operation/usage, indicator_fast_blink, "Indicator Fast Blink (LED)").
io_value(mechanical_structure/operation/usage, indicator_off, "Indicator Off (LED)").
io_value(mechanical_structure/operation/usage, flash_on_time, "Flash On Time (LED)").
io_value(mechanical_structure/operation/usage, slow_blink_on_time, "Slow Blink On Time (LED)").
io_value(mechanical_structure/operation/usage, slow_blink_off_time, "Slow Blink Off Time (LED)").
io_value(mechanical_structure/operation/usage, fast_blink_on_time, "Fast Blink On Time (LED)").
io_value(mechanical_structure/operation/usage, fast_blink_off_time, "Fast Blink Off Time (LED)").
io_value(mechanical_structure/operation/usage, usage_indicator_color, "Usage Indicator Color (LED)").
io_value(mechanical_structure/operation/usage, indicator_red, "Indicator Red (LED)").
io_value(mechanical_structure/operation/usage, indicator_green, "Indicator Green (LED)").
io_value(mechanical_structure/operation/usage, indicator_amber, "Indicator Amber (LED)").
io_value(mechanical_structure/operation/usage, generic_indicator, "Generic Indicator (LED)").
io_value(mechanical_structure/operation/usage, system_suspend, "System Suspend (LED)").
io_value(mechanical_structure/operation/usage, external_power_connected, "External Power Connected (LED)").
io_value(mechanical_structure/operation/usage, phone, "Phone (Telephony)").
io_value(mechanical_structure/operation/usage, answering_machine, "Answering Machine (Telephony)").
io_value(mechanical_structure/operation/usage, message_controls, "Message Controls (Telephony)").
io_value(mechanical_structure/operation/usage, handset, "Handset (Telephony)").
io_value(mechanical_structure/operation/usage, telephony_key_pad, "Telephony Key Pad (Telephony)").
io_value(mechanical_structure/operation/usage, programmable_button, "Programmable Button (Telephony)").
io_value(mechanical_structure/operation/usage, hook_switch, "Hook Switch (Telephony)").
io_value(mechanical_structure/operation/usage, flash, "Flash (Telephony)").
io_value(mechanical_structure/operation/usage, feature, "Feature (Telephony)").
io_value(mechanical_structure/operation/usage, redial, "Redial (Telephony)").
io_value(mechanical_structure/operation/usage, transfer, "Transfer (Telephony)").
io_value(mechanical_structure/operation/usage, drop, "Drop (Telephony)").
io_value(mechanical_structure/operation/usage, park, "Park (Telephony)").
io_value(mechanical_structure/operation/usage, forward_calls, "Forward Calls (Telephony)").
io_value(mechanical_structure/operation/usage, alternate_function, "Alternate Function (Telephony)").
io_value(mechanical_structure/operation/usage, line, "Line (Telephony)").
io_value(mechanical_structure/operation/usage, speaker_phone, "Speaker Phone (Telephony)").
io_value(mechanical_structure/operation/usage, ring_enable, "Ring Enable (Telephony)").
io_value(mechanical_structure/operation/usage, ring_select, "Ring Select (Telephony)").
io_value(mechanical_structure/operation/usage, phone_mute, "Phone Mute (Telephony)").
io_value(mechanical_structure/operation/usage, caller_id, "Caller ID (Telephony)").
io_value(mechanical_structure/operation/usage, send, "Send (Telephony)").
io_value(mechanical_structure/operation/usage, speed_dial, "Speed Dial (Telephony)").
io_value(mechanical_structure/operation/usage, store_number, "Store Number (Telephony)").
io_value(mechanical_structure/operation/usage, recall_number, "Recall Number (Telephony)").
io_value(mechanical_structure/operation/usage, phone_directory, "Phone Directory (Telephony)").
io_value(mechanical_structure/operation/usage, voice_mail, "Voice Mail (Telephony)").
io_value(mechanical_structure/operation/usage, screen_calls, "Screen Calls (Telephony)").
io_value(mechanical_structure/operation/usage, message, "Message (Telephony)").
io_value(mechanical_structure/operation/usage, answer_on_off, "Answer On/Off (Telephony)").
io_value(mechanical_structure/operation/usage, inside_dial_tone, "Inside Dial Tone (Telephony)").
io_value(mechanical_structure/operation/usage, outside_dial_tone, "Outside Dial Tone (Telephony)").
io_value(mechanical_structure/operation/usage, inside_ring_tone, "Inside Ring Tone (Telephony)").
io_value(mechanical_structure/operation/usage, outside_ring_tone, "Outside Ring Tone (Telephony)").
io_value(mechanical_structure/operation/usage, priority_ring_tone, "Priority Ring Tone (Telephony)").
io_value(mechanical_structure/operation/usage, inside_ringback, "Inside Ringback (Telephony)").
io_value(mechanical_structure/operation/usage, priority_ringback, "Priority Ringback (Telephony)").
io_value(mechanical_structure/operation/usage, line_busy_tone, "Line Busy Tone (Telephony)").
io_value(mechanical_structure/operation/usage, reorder_tone, "Reorder Tone (Telephony)").
io_value(mechanical_structure/operation/usage, call_waiting_tone, "Call Waiting Tone (Telephony)").
io_value(mechanical_structure/operation/usage, confirmation_tone_1, "Confirmation Tone 1 (Telephony)").
io_value(mechanical_structure/operation/usage, confirmation_tone_2, "Confirmation Tone 2 (Telephony)").
io_value(mechanical_structure/operation/usage, tones_off, "Tones Off (Telephony)").
io_value(mechanical_structure/operation/usage, outside_ringback, "Outside Ringback (Telephony)").
io_value(mechanical_structure/operation/usage, ringer, "Ringer (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_0, "Phone Key 0 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_1, "Phone Key 1 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_2, "Phone Key 2 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_3, "Phone Key 3 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_4, "Phone Key 4 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_5, "Phone Key 5 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_6, "Phone Key 6 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_7, "Phone Key 7 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_8, "Phone Key 8 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_9, "Phone Key 9 (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_star, "Phone Key Star (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_pound, "Phone Key Pound (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_a, "Phone Key A (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_b, "Phone Key B (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_c, "Phone Key C (Telephony)").
io_value(mechanical_structure/operation/usage, phone_key_d, "Phone Key D (Telephony)").
io_value(mechanical_structure/operation/usage, consumer_control, "Consumer Control (Consumer)").
io_value(mechanical_structure/operation/usage, numeric_key_pad, "Numeric Key Pad (Consumer)").
io_value(mechanical_structure/operation/usage, programmable_buttons, "Programmable Buttons (Consumer)").
io_value(mechanical_structure/operation/usage, headphone, "Headphone (Consumer)").
io_value(mechanical_structure/operation/usage, graphic_equalizer, "Graphic Equalizer (Consumer)").
io_value(mechanical_structure/operation/usage, plus_10, "+10 (Consumer)").
io_value(mechanical_structure/operation/usage, plus_100, "+100 (Consumer)").
io_value(mechanical_structure/operation/usage, am_pm, "AM/PM (Consumer)").
io_value(mechanical_structure/operation/usage, reset, "Reset (Consumer)").
io_value(mechanical_structure/operation/usage, sleep, "Sleep (Consumer)").
io_value(mechanical_structure/operation/usage, sleep_after, "Sleep After (Consumer)").
io_value(mechanical_structure/operation/usage, sleep_mode, "Sleep Mode (Consumer)").
io_value(mechanical_structure/operation/usage, illumination, "Illumination (Consumer)").
io_value(mechanical_structure/operation/usage, function_buttons, "Function Buttons (Consumer)").
io_value(mechanical_structure/operation/usage, menu, "Menu (Consumer)").
io_value(mechanical_structure/operation/usage, menu_pick, "Menu Pick (Consumer)").
io_value(mechanical_structure/operation/usage, menu_up, "Menu Up (Consumer)").
io_value(mechanical_structure/operation/usage, menu_down, "Menu Down (Consumer)").
io_value(mechanical_structure/operation/usage, menu_left, "Menu Left (Consumer)").
io_value(mechanical_structure/operation/usage, menu_right, "Menu Right (Consumer)").
io_value(mechanical_structure/operation/usage, menu_escape, "Menu Escape (Consumer)").
io_value(mechanical_structure/operation/usage, menu_value_increase, "Menu Value Increase (Consumer)").
io_value(mechanical_structure/operation/usage, menu_value_decrease, "Menu Value Decrease (Consumer)").
io_value(mechanical_structure/operation/usage, data_on_screen, "Data On Screen (Consumer)").
io_value(mechanical_structure/operation/usage, closed_caption, "Closed Caption (Consumer)").
io_value(mechanical_structure/operation/usage, closed_caption_select, "Closed Caption Select (Consumer)").
io_value(mechanical_structure/operation/usage, vcr_tv, "VCR/TV (Consumer)").
io_value(mechanical_structure/operation/usage, broadcast_mode, "Broadcast Mode (Consumer)").
io_value(mechanical_structure/operation/usage, snapshot, "Snapshot (Consumer)").
io_value(mechanical_structure/operation/usage, still, "Still (Consumer)").
io_value(mechanical_structure/operation/usage, display_brightness_increment, "Display Brightness Increment (Consumer)").
io_value(mechanical_structure/operation/usage, display_brightness_decrement, "Display Brightness Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, selection, "Selection (Consumer)").
io_value(mechanical_structure/operation/usage, assign_selection, "Assign Selection (Consumer)").
io_value(mechanical_structure/operation/usage, mode_step, "Mode Step (Consumer)").
io_value(mechanical_structure/operation/usage, recall_last, "Recall Last (Consumer)").
io_value(mechanical_structure/operation/usage, enter_channel, "Enter Channel (Consumer)").
io_value(mechanical_structure/operation/usage, order_movie, "Order Movie (Consumer)").
io_value(mechanical_structure/operation/usage, channel, "Channel (Consumer)").
io_value(mechanical_structure/operation/usage, media_selection, "Media Selection (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_computer, "Media Select Computer (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_tv, "Media Select TV (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_www, "Media Select WWW (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_dvd, "Media Select DVD (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_telephone, "Media Select Telephone (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_program_guide, "Media Select Program Guide (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_video_phone, "Media Select Video Phone (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_games, "Media Select Games (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_messages, "Media Select Messages (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_cd, "Media Select CD (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_vcr, "Media Select VCR (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_tuner, "Media Select Tuner (Consumer)").
io_value(mechanical_structure/operation/usage, quit, "Quit (Consumer)").
io_value(mechanical_structure/operation/usage, help, "Help (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_tape, "Media Select Tape (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_cable, "Media Select Cable (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_satellite, "Media Select Satellite (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_security, "Media Select Security (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_home, "Media Select Home (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_call, "Media Select Call (Consumer)").
io_value(mechanical_structure/operation/usage, channel_increment, "Channel Increment (Consumer)").
io_value(mechanical_structure/operation/usage, channel_decrement, "Channel Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, media_select_sap, "Media Select SAP (Consumer)").
io_value(mechanical_structure/operation/usage, vcr_plus, "VCR Plus (Consumer)").
io_value(mechanical_structure/operation/usage, once, "Once (Consumer)").
io_value(mechanical_structure/operation/usage, daily, "Daily (Consumer)").
io_value(mechanical_structure/operation/usage, weekly, "Weekly (Consumer)").
io_value(mechanical_structure/operation/usage, monthly, "Monthly (Consumer)").
io_value(mechanical_structure/operation/usage, scan_next_track, "Scan Next Track (Consumer)").
io_value(mechanical_structure/operation/usage, scan_previous_track, "Scan Previous Track (Consumer)").
io_value(mechanical_structure/operation/usage, eject, "Eject (Consumer)").
io_value(mechanical_structure/operation/usage, random_play, "Random Play (Consumer)").
io_value(mechanical_structure/operation/usage, select_disc, "Select Disc (Consumer)").
io_value(mechanical_structure/operation/usage, enter_disc, "Enter Disc (Consumer)").
io_value(mechanical_structure/operation/usage, tracking, "Tracking (Consumer)").
io_value(mechanical_structure/operation/usage, track_normal, "Track Normal (Consumer)").
io_value(mechanical_structure/operation/usage, slow_tracking, "Slow Tracking (Consumer)").
io_value(mechanical_structure/operation/usage, frame_forward, "Frame Forward (Consumer)").
io_value(mechanical_structure/operation/usage, frame_back, "Frame Back (Consumer)").
io_value(mechanical_structure/operation/usage, mark, "Mark (Consumer)").
io_value(mechanical_structure/operation/usage, clear_mark, "Clear Mark (Consumer)").
io_value(mechanical_structure/operation/usage, repeat_from_mark, "Repeat From Mark (Consumer)").
io_value(mechanical_structure/operation/usage, return_to_mark, "Return To Mark (Consumer)").
io_value(mechanical_structure/operation/usage, search_mark_forward, "Search Mark Forward (Consumer)").
io_value(mechanical_structure/operation/usage, search_mark_backwards, "Search Mark Backwards (Consumer)").
io_value(mechanical_structure/operation/usage, counter_reset, "Counter Reset (Consumer)").
io_value(mechanical_structure/operation/usage, show_counter, "Show Counter (Consumer)").
io_value(mechanical_structure/operation/usage, tracking_increment, "Tracking Increment (Consumer)").
io_value(mechanical_structure/operation/usage, tracking_decrement, "Tracking Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, stop_eject, "Stop/Eject (Consumer)").
io_value(mechanical_structure/operation/usage, play_pause, "Play/Pause (Consumer)").
io_value(mechanical_structure/operation/usage, play_skip, "Play/Skip (Consumer)").
io_value(mechanical_structure/operation/usage, voice_command, "Voice Command (Consumer)").
io_value(mechanical_structure/operation/usage, volume, "Volume (Consumer)").
io_value(mechanical_structure/operation/usage, balance, "Balance (Consumer)").
io_value(mechanical_structure/operation/usage, bass, "Bass (Consumer)").
io_value(mechanical_structure/operation/usage, treble, "Treble (Consumer)").
io_value(mechanical_structure/operation/usage, bass_boost, "Bass Boost (Consumer)").
io_value(mechanical_structure/operation/usage, surround_mode, "Surround Mode (Consumer)").
io_value(mechanical_structure/operation/usage, loudness, "Loudness (Consumer)").
io_value(mechanical_structure/operation/usage, mpx, "MPX (Consumer)").
io_value(mechanical_structure/operation/usage, volume_increment, "Volume Increment (Consumer)").
io_value(mechanical_structure/operation/usage, volume_decrement, "Volume Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, speed_select, "Speed Select (Consumer)").
io_value(mechanical_structure/operation/usage, playback_speed, "Playback Speed (Consumer)").
io_value(mechanical_structure/operation/usage, standard_play, "Standard Play (Consumer)").
io_value(mechanical_structure/operation/usage, long_play, "Long Play (Consumer)").
io_value(mechanical_structure/operation/usage, extended_play, "Extended Play (Consumer)").
io_value(mechanical_structure/operation/usage, slow, "Slow (Consumer)").
io_value(mechanical_structure/operation/usage, fan_enable, "Fan Enable (Consumer)").
io_value(mechanical_structure/operation/usage, fan_speed, "Fan Speed (Consumer)").
io_value(mechanical_structure/operation/usage, light_enable, "Light Enable (Consumer)").
io_value(mechanical_structure/operation/usage, light_illumination_level, "Light Illumination Level (Consumer)").
io_value(mechanical_structure/operation/usage, climate_control_enable, "Climate Control Enable (Consumer)").
io_value(mechanical_structure/operation/usage, room_temperature, "Room Temperature (Consumer)").
io_value(mechanical_structure/operation/usage, security_enable, "Security Enable (Consumer)").
io_value(mechanical_structure/operation/usage, fire_alarm, "Fire Alarm (Consumer)").
io_value(mechanical_structure/operation/usage, police_alarm, "Police Alarm (Consumer)").
io_value(mechanical_structure/operation/usage, proximity, "Proximity (Consumer)").
io_value(mechanical_structure/operation/usage, motion, "Motion (Consumer)").
io_value(mechanical_structure/operation/usage, duress_alarm, "Duress Alarm (Consumer)").
io_value(mechanical_structure/operation/usage, holdup_alarm, "Holdup Alarm (Consumer)").
io_value(mechanical_structure/operation/usage, medical_alarm, "Medical Alarm (Consumer)").
io_value(mechanical_structure/operation/usage, balance_right, "Balance Right (Consumer)").
io_value(mechanical_structure/operation/usage, balance_left, "Balance Left (Consumer)").
io_value(mechanical_structure/operation/usage, bass_increment, "Bass Increment (Consumer)").
io_value(mechanical_structure/operation/usage, bass_decrement, "Bass Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, treble_increment, "Treble Increment (Consumer)").
io_value(mechanical_structure/operation/usage, treble_decrement, "Treble Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, speaker_system, "Speaker System (Consumer)").
io_value(mechanical_structure/operation/usage, channel_left, "Channel Left (Consumer)").
io_value(mechanical_structure/operation/usage, channel_right, "Channel Right (Consumer)").
io_value(mechanical_structure/operation/usage, channel_center, "Channel Center (Consumer)").
io_value(mechanical_structure/operation/usage, channel_front, "Channel Front (Consumer)").
io_value(mechanical_structure/operation/usage, channel_center_front, "Channel Center Front (Consumer)").
io_value(mechanical_structure/operation/usage, channel_side, "Channel Side (Consumer)").
io_value(mechanical_structure/operation/usage, channel_surround, "Channel Surround (Consumer)").
io_value(mechanical_structure/operation/usage, channel_low_frequency_enhancement, "Channel Low Frequency Enhancement (Consumer)").
io_value(mechanical_structure/operation/usage, channel_top, "Channel Top (Consumer)").
io_value(mechanical_structure/operation/usage, channel_unknown, "Channel Unknown (Consumer)").
io_value(mechanical_structure/operation/usage, sub_channel, "Sub-channel (Consumer)").
io_value(mechanical_structure/operation/usage, sub_channel_increment, "Sub-channel Increment (Consumer)").
io_value(mechanical_structure/operation/usage, sub_channel_decrement, "Sub-channel Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, alternate_audio_increment, "Alternate Audio Increment (Consumer)").
io_value(mechanical_structure/operation/usage, alternate_audio_decrement, "Alternate Audio Decrement (Consumer)").
io_value(mechanical_structure/operation/usage, application_launch_buttons, "Application Launch Buttons (Consumer)").
io_value(mechanical_structure/operation/usage, al_launch_button_configuration_tool, "AL Launch Button Configuration Tool (Consumer)").
io_value(mechanical_structure/operation/usage, al_programmable_button_configuration, "AL Programmable Button Configuration (Consumer)").
io_value(mechanical_structure/operation/usage, al_consumer_control_configuration, "AL Consumer Control Configuration (Consumer)").
io_value(mechanical_structure/operation/usage, al_word_processor, "AL Word Processor (Consumer)").
io_value(mechanical_structure/operation/usage, al_text_editor, "AL Text Editor (Consumer)").
io_value(mechanical_structure/operation/usage, al_spreadsheet, "AL Spreadsheet (Consumer)").
io_value(mechanical_structure/operation/usage, al_graphics_editor, "AL Graphics Editor (Consumer)").
io_value(mechanical_structure/operation/usage, al_presentation_app, "AL Presentation App (Consumer)").
io_value(mechanical_structure/operation/usage, al_database_app, "AL Database App (Consumer)").
io_value(mechanical_structure/operation/usage, al_email_reader, "AL Email Reader (Consumer)").
io_value(mechanical_structure/operation/usage, al_newsreader, "AL Newsreader (Consumer)").
io_value(mechanical_structure/operation/usage, al_voicemail, "AL Voicemail (Consumer)").
io_value(mechanical_structure/operation/usage, al_contacts_address_book, "AL Contacts/Address Book (Consumer)").
io_value(mechanical_structure/operation/usage, al_calendar_schedule, "AL Calendar/Schedule (Consumer)").
io_value(mechanical_structure/operation/usage, al_task_project_manager, "AL Task/Project Manager (Consumer)").
io_value(mechanical_structure/operation/usage, al_log_journal_timecard, "AL Log/Journal/Timecard (Consumer)").
io_value(mechanical_structure/operation/usage, al_checkbook_finance, "AL Checkbook/Finance (Consumer)").
io_value(mechanical_structure/operation/usage, al_calculator, "AL Calculator (Consumer)").
io_value(mechanical_structure/operation/usage, al_a_v_capture_playback, "AL A/V Capture/Playback (Consumer)").
io_value(mechanical_structure/operation/usage, al_local_machine_browser, "AL Local Machine Browser (Consumer)").
io_value(mechanical_structure/operation/usage, al_lan_wan_browser, "AL LAN/WAN Browser (Consumer)").
io_value(mechanical_structure/operation/usage, al_internet_browser, "AL Internet Browser (Consumer)").
io_value(mechanical_structure/operation/usage, al_remote_networking_isp_connect, "AL Remote Networking/ISP Connect (Consumer)").
io_value(mechanical_structure/operation/usage, al_network_conference, "AL Network Conference (Consumer)").
io_value(mechanical_structure/operation/usage, al_network_chat, "AL Network Chat (Consumer)").
io_value(mechanical_structure/operation/usage, al_telephony_dialer, "AL Telephony/Dialer (Consumer)").
io_value(mechanical_structure/operation/usage, al_logon, "AL Logon (Consumer)").
io_value(mechanical_structure/operation/usage, al_logoff, "AL Logoff (Consumer)").
io_value(mechanical_structure/operation/usage, al_logon_logoff, "AL Logon/Logoff (Consumer)").
io_value(mechanical_structure/operation/usage, al_terminal_lock_screensaver, "AL Terminal Lock/Screensaver (Consumer)").
io_value(mechanical_structure/operation/usage, al_control_panel, "AL Control Panel (Consumer)").
io_value(mechanical_structure/operation/usage, al_command_line_processor_run, "AL Command Line Processor/Run (Consumer)").
io_value(mechanical_structure/operation/usage, al_process_task_manager, "AL Process/Task Manager (Consumer)").
io_value(mechanical_structure/operation/usage, al_select_task_application, "AL Select Task/Application (Consumer)").
io_value(mechanical_structure/operation/usage, al_next_task_application, "AL Next Task/Application (Consumer)").
io_value(mechanical_structure/operation/usage, al_previous_task_application, "AL Previous Task/Application (Consumer)").
io_value(mechanical_structure/operation/usage, al_preemptive_halt_task_application, "AL Preemptive Halt Task/Application (Consumer)").
io_value(mechanical_structure/operation/usage, al_integrated_help_center, "AL Integrated Help Center (Consumer)").
io_value(mechanical_structure/operation/usage, al_documents, "AL Documents (Consumer)").
io_value(mechanical_structure/operation/usage, al_thesaurus, "AL Thesaurus (Consumer)").
io_value(mechanical_structure/operation/usage, al_dictionary, "AL Dictionary (Consumer)").
io_value(mechanical_structure/operation/usage, al_desktop, "AL Desktop (Consumer)").
io_value(mechanical_structure/operation/usage, al_spell_check, "AL Spell Check (Consumer)").
io_value(mechanical_structure/operation/usage, al_grammar_check, "AL Grammar Check (Consumer)").
io_value(mechanical_structure/operation/usage, al_wireless_status, "AL Wireless Status (Consumer)").
io_value(mechanical_structure/operation/usage, al_keyboard_layout, "AL Keyboard Layout (Consumer)").
io_value(mechanical_structure/operation/usage, al_virus_protection, "AL Virus Protection (Consumer)").
io_value(mechanical_structure/operation/usage, al_encryption, "AL Encryption (Consumer)").
io_value(mechanical_structure/operation/usage, al_screen_saver, "AL Screen Saver (Consumer)").
io_value(mechanical_structure/operation/usage, al_alarms, "AL Alarms (Consumer)").
io_value(mechanical_structure/operation/usage, al_clock, "AL Clock (Consumer)").
io_value(mechanical_structure/operation/usage, al_file_browser, "AL File Browser (Consumer)").
io_value(mechanical_structure/operation/usage, al_power_status, "AL Power Status (Consumer)").
io_value(mechanical_structure/operation/usage, al_image_browser, "AL Image Browser (Consumer)").
io_value(mechanical_structure/operation/usage, al_audio_browser, "AL Audio Browser (Consumer)").
io_value(mechanical_structure/operation/usage, al_movie_browser, "AL Movie Browser (Consumer)").
io_value(mechanical_structure/operation/usage, al_digital_rights_manager, "AL Digital Rights Manager (Consumer)").
io_value(mechanical_structure/operation/usage, al_digital_wallet, "AL Digital Wallet (Consumer)").
io_value(mechanical_structure/operation/usage, generic_gui_application_controls, "Generic GUI Application Controls (Consumer)").
io_value(mechanical_structure/operation/usage, ac_new, "AC New (Consumer)").
io_value(mechanical_structure/operation/usage, ac_open, "AC Open (Consumer)").
io_value(mechanical_structure/operation/usage, ac_close, "AC Close (Consumer)").
io_value(mechanical_structure/operation/usage, ac_exit, "AC Exit (Consumer)").
io_value(mechanical_structure/operation/usage, ac_maximize, "AC Maximize (Consumer)").
io_value(mechanical_structure/operation/usage, ac_minimize, "AC Minimize (Consumer)").
io_value(mechanical_structure/operation/usage, ac_save, "AC Save (Consumer)").
io_value(mechanical_structure/operation/usage, ac_print, "AC Print (Consumer)").
io_value(mechanical_structure/operation/usage, ac_properties, "AC Properties (Consumer)").
io_value(mechanical_structure/operation/usage, ac_undo, "AC Undo (Consumer)").
io_value(mechanical_structure/operation/usage, ac_copy, "AC Copy (Consumer)").
io_value(mechanical_structure/operation/usage, ac_cut, "AC Cut (Consumer)").
io_value(mechanical_structure/operation/usage, ac_paste, "AC Paste (Consumer)").
io_value(mechanical_structure/operation/usage, ac_select_all, "AC Select All (Consumer)").
io_value(mechanical_structure/operation/usage, ac_find, "AC Find (Consumer)").
io_value(mechanical_structure/operation/usage, ac_find_and_replace, "AC Find and Replace (Consumer)").
io_value(mechanical_structure/operation/usage, ac_search, "AC Search (Consumer)").
io_value(mechanical_structure/operation/usage, ac_go_to, "AC Go To (Consumer)").
io_value(mechanical_structure/operation/usage, ac_home, "AC Home (Consumer)").
io_value(mechanical_structure/operation/usage, ac_back, "AC Back (Consumer)").
io_value(mechanical_structure/operation/usage, ac_forward, "AC Forward (Consumer)").
io_value(mechanical_structure/operation/usage, ac_stop, "AC Stop (Consumer)").
io_value(mechanical_structure/operation/usage, ac_refresh, "AC Refresh (Consumer)").
io_value(mechanical_structure/operation/usage, ac_previous_link, "AC Previous Link (Consumer)").
io_value(mechanical_structure/operation/usage, ac_next_link, "AC Next Link (Consumer)").
io_value(mechanical_structure/operation/usage, ac_bookmarks, "AC Bookmarks (Consumer)").
io_value(mechanical_structure/operation/usage, ac_history, "AC History (Consumer)").
io_value(mechanical_structure/operation/usage, ac_subscriptions, "AC Subscriptions (Consumer)").
io_value(mechanical_structure/operation/usage, ac_zoom_in, "AC Zoom In (Consumer)").
io_value(mechanical_structure/operation/usage, ac_zoom_out, "AC Zoom Out (Consumer)").
io_value(mechanical_structure/operation/usage, ac_zoom, "AC Zoom (Consumer)").
io_value(mechanical_structure/operation/usage, ac_full_screen_view, "AC Full Screen View (Consumer)").
io_value(mechanical_structure/operation/usage, ac_normal_view, "AC Normal View (Consumer)").
io_value(mechanical_structure/operation/usage, ac_view_toggle, "AC View Toggle (Consumer)").
io_value(mechanical_structure/operation/usage, ac_scroll_up, "AC Scroll Up (Consumer)").
io_value(mechanical_structure/operation/usage, ac_scroll_down, "AC Scroll Down (Consumer)").
io_value(mechanical_structure/operation/usage, ac_scroll, "AC Scroll (Consumer)").
io_value(mechanical_structure/operation/usage, ac_pan_left, "AC Pan Left (Consumer)").
io_value(mechanical_structure/operation/usage, ac_pan_right, "AC Pan Right (Consumer)").
io_value(mechanical_structure/operation/usage, ac_pan, "AC Pan (Consumer)").
io_value(mechanical_structure/operation/usage, ac_new_window, "AC New Window (Consumer)").
io_value(mechanical_structure/operation/usage, ac_tile_horizontally, "AC Tile Horizontally (Consumer)").
io_value(mechanical_structure/operation/usage, ac_tile_vertically, "AC Tile Vertically (Consumer)").
io_value(mechanical_structure/operation/usage, ac_format, "AC Format (Consumer)").
io_value(mechanical_structure/operation/usage, digitizer, "Digitizer (Digitizers)").
io_value(mechanical_structure/operation/usage, pen, "Pen (Digitizers)").
io_value(mechanical_structure/operation/usage, light_pen, "Light Pen (Digitizers)").
io_value(mechanical_structure/operation/usage, touch_screen, "Touch Screen (Digitizers)").
io_value(mechanical_structure/operation/usage, touch_pad, "Touch Pad (Digitizers)").
io_value(mechanical_structure/operation/usage, whiteboard, "Whiteboard (Digitizers)").
io_value(mechanical_structure/operation/usage, coordinate_measuring_machine, "Coordinate Measuring Machine (Digitizers)").
io_value(mechanical_structure/operation/usage, usage_3d_digitizer, "3D Digitizer (Digitizers)").
io_value(mechanical_structure/operation/usage, stereo_plotter, "Stereo Plotter (Digitizers)").
io_value(mechanical_structure/operation/usage, articulated_arm, "Articulated Arm (Digitizers)").
io_value(mechanical_structure/operation/usage, armature, "Armature (Digitizers)").
io_value(mechanical_structure/operation/usage, multiple_point_digitizer, "Multiple Point Digitizer (Digitizers)").
io_value(mechanical_structure/operation/usage, free_space_wand, "Free Space Wand (Digitizers)").
io_value(mechanical_structure/operation/usage, device_configuration, "Device Configuration (Digitizers)").
io_value(mechanical_structure/operation/usage, stylus, "Stylus (Digitizers)").
io_value(mechanical_structure/operation/usage, puck, "Puck (Digitizers)").
io_value(mechanical_structure/operation/usage, finger, "Finger (Digitizers)").
io_value(mechanical_structure/operation/usage, device_settings, "Device Settings (Digitizers)").
io_value(mechanical_structure/operation/usage, tip_pressure, "Tip Pressure (Digitizers)").
io_value(mechanical_structure/operation/usage, barrel_pressure, "Barrel Pressure (Digitizers)").
io_value(mechanical_structure/operation/usage, in_range, "In Range (Digitizers)").
io_value(mechanical_structure/operation/usage, touch, "Touch (Digitizers)").
io_value(mechanical_structure/operation/usage, untouch, "Untouch (Digitizers)").
io_value(mechanical_structure/operation/usage, tap, "Tap (Digitizers)").
io_value(mechanical_structure/operation/usage, quality, "Quality (Digitizers)").
io_value(mechanical_structure/operation/usage, data_valid, "Data Valid (Digitizers)").
io_value(mechanical_structure/operation/usage, transducer_index, "Transducer Index (Digitizers)").
io_value(mechanical_structure/operation/usage, tablet_function_keys, "Tablet Function Keys (Digitizers)").
io_value(mechanical_structure/operation/usage, program_change_keys, "Program Change Keys (Digitizers)").
io_value(mechanical_structure/operation/usage, invert, "Invert (Digitizers)").
io_value(mechanical_structure/operation/usage, x_tilt, "X Tilt (Digitizers)").
io_value(mechanical_structure/operation/usage, y_tilt, "Y Tilt (Digitizers)").
io_value(mechanical_structure/operation/usage, azimuth, "Azimuth (Digitizers)").
io_value(mechanical_structure/operation/usage, altitude, "Altitude (Digitizers)").
io_value(mechanical_structure/operation/usage, twist, "Twist (Digitizers)").
io_value(mechanical_structure/operation/usage, tip_switch, "Tip Switch (Digitizers)").
io_value(mechanical_structure/operation/usage, secondary_tip_switch, "Secondary Tip Switch (Digitizers)").
io_value(mechanical_structure/operation/usage, barrel_switch, "Barrel Switch (Digitizers)").
io_value(mechanical_structure/operation/usage, eraser, "Eraser (Digitizers)").
io_value(mechanical_structure/operation/usage, tablet_pick, "Tablet Pick (Digitizers)").
io_value(mechanical_structure/operation/usage, touch_valid, "Touch Valid (Digitizers)").
io_value(mechanical_structure/operation/usage, width, "Width (Digitizers)").
io_value(mechanical_structure/operation/usage, height, "Height (Digitizers)").
io_value(mechanical_structure/operation/usage, contact_identifier, "Contact Identifier (Digitizers)").
io_value(mechanical_structure/operation/usage, device_mode, "Device Mode (Digitizers)").
io_value(mechanical_structure/operation/usage, device_identifier, "Device Identifier (Digitizers)").
io_value(mechanical_structure/operation/usage, contact_count, "Contact Count (Digitizers)").
io_value(mechanical_structure/operation/usage, contact_count_maximum, "Contact Count Maximum (Digitizers)").
io_value(mechanical_structure/operation/usage, scan_time, "Scan Time (Digitizers)").
io_value(mechanical_structure/operation/usage, surface_switch, "Surface Switch (Digitizers)").
io_value(mechanical_structure/operation/usage, button_switch, "Button Switch (Digitizers)").
io_value(mechanical_structure/operation/usage, pad_type, "Pad Type (Digitizers)").
io_value(mechanical_structure/operation/usage, secondary_barrel_switch, "Secondary Barrel Switch (Digitizers)").
io_value(mechanical_structure/operation/usage, transducer_serial_number, "Transducer Serial Number (Digitizers)").
io_value(mechanical_structure/operation/usage, preferred_color, "Preferred Color (Digitizers)").
io_value(mechanical_structure/operation/usage, latency_mode, "Latency Mode (Digitizers)").
io_value(mechanical_structure/operation/usage, simple_haptic_controller, "Simple Haptic Controller (Haptics)").
io_value(mechanical_structure/operation/usage, waveform_list, "Waveform List (Haptics)").
io_value(mechanical_structure/operation/usage, duration_list, "Duration List (Haptics)").
io_value(mechanical_structure/operation/usage, auto_trigger, "Auto Trigger (Haptics)").
io_value(mechanical_structure/operation/usage, manual_trigger, "Manual Trigger (Haptics)").
io_value(mechanical_structure/operation/usage, auto_trigger_associated_control, "Auto Trigger Associated Control (Haptics)").
io_value(mechanical_structure/operation/usage, intensity, "Intensity (Haptics)").
io_value(mechanical_structure/operation/usage, repeat_count, "Repeat Count (Haptics)").
io_value(mechanical_structure/operation/usage, retrigger_period, "Retrigger Period (Haptics)").
io_value(mechanical_structure/operation/usage, waveform_vendor_page, "Waveform Vendor Page (Haptics)").
io_value(mechanical_structure/operation/usage, waveform_vendor_id, "Waveform Vendor ID (Haptics)").
io_value(mechanical_structure/operation/usage, waveform_cutoff_time, "Waveform Cutoff Time (Haptics)").
io_value(mechanical_structure/operation/usage, physical_input_device, "Physical Input Device (Physical Input Device)").
io_value(mechanical_structure/operation/usage, normal, "Normal (Physical Input Device)").
io_value(mechanical_structure/operation/usage, set_effect_report, "Set Effect Report (Physical Input Device)").
io_value(mechanical_structure/operation/usage, effect_parameter_block_index, "Effect Parameter Block Index (Physical Input Device)").
io_value(mechanical_structure/operation/usage, parameter_block_offset, "Parameter Block Offset (Physical Input Device)").
io_value(mechanical_structure/operation/usage, rom_flag, "ROM Flag (Physical Input Device)").
io_value(mechanical_structure/operation/usage, effect_type, "Effect Type (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_constant_force, "ET Constant-Force (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_ramp, "ET Ramp (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_custom_force, "ET Custom-Force (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_square, "ET Square (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_sine, "ET Sine (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_triangle, "ET Triangle (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_sawtooth_up, "ET Sawtooth Up (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_sawtooth_down, "ET Sawtooth Down (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_spring, "ET Spring (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_damper, "ET Damper (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_inertia, "ET Inertia (Physical Input Device)").
io_value(mechanical_structure/operation/usage, et_friction, "ET Friction (Physical Input Device)").
io_value(mechanical_structure/operation/usage, duration, "Duration (Physical Input Device)").
io_value(mechanical_structure/operation/usage, sample_period, "Sample Period (Physical Input Device)").
io_value(mechanical_structure/operation/usage, gain, "Gain (Physical Input Device)").
io_value(mechanical_structure/operation/usage, trigger_button, "Trigger Button (Physical Input Device)").
io_value(mechanical_structure/operation/usage, trigger_repeat_interval, "Trigger Repeat Interval (Physical Input Device)").
io_value(mechanical_structure/operation/usage, alphanumeric_display, "Alphanumeric Display (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, auxiliary_display, "Auxiliary Display (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, display_attributes_report, "Display Attributes Report (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, ascii_character_set, "ASCII Character Set (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, data_read_back, "Data Read Back (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, font_read_back, "Font Read Back (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, display_control_report, "Display Control Report (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, clear_display, "Clear Display (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, screen_saver_delay, "Screen Saver Delay (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, screen_saver_enable, "Screen Saver Enable (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, vertical_scroll, "Vertical Scroll (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, horizontal_scroll, "Horizontal Scroll (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, character_report, "Character Report (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, display_data, "Display Data (Auxiliary Display)").
io_value(mechanical_structure/operation/usage, display_status, "Display Status (Auxiliary Display)").
