% SPDX-License-Identifier: Apache-2.0
% What a control of a human interface device is for: the usages of the HID Usage Tables, by the names
% in bridges/usb/data/hid_usages.txt. The word is the name in small letters and digits, with an
% underscore for anything else; keys are called by what they give alone.

io_aspect(mechanical_structure/operation/usage, enumeration, "what it is for, by the HID Usage Tables").
io_value(mechanical_structure/operation/usage, pointer, "Generic Desktop: Pointer").
io_value(mechanical_structure/operation/usage, mouse, "Generic Desktop: Mouse").
io_value(mechanical_structure/operation/usage, joystick, "Generic Desktop: Joystick").
io_value(mechanical_structure/operation/usage, gamepad, "Generic Desktop: Gamepad").
io_value(mechanical_structure/operation/usage, keyboard, "Generic Desktop: Keyboard").
io_value(mechanical_structure/operation/usage, keypad, "Generic Desktop: Keypad").
io_value(mechanical_structure/operation/usage, multi_axis_controller, "Generic Desktop: Multi-axis Controller").
io_value(mechanical_structure/operation/usage, tablet_pc_system_controls, "Generic Desktop: Tablet PC System Controls").
io_value(mechanical_structure/operation/usage, water_cooling_device, "Generic Desktop: Water Cooling Device").
io_value(mechanical_structure/operation/usage, computer_chassis_device, "Generic Desktop: Computer Chassis Device").
io_value(mechanical_structure/operation/usage, wireless_radio_controls, "Generic Desktop: Wireless Radio Controls").
io_value(mechanical_structure/operation/usage, portable_device_control, "Generic Desktop: Portable Device Control").
io_value(mechanical_structure/operation/usage, system_multi_axis_controller, "Generic Desktop: System Multi-Axis Controller").
io_value(mechanical_structure/operation/usage, spatial_controller, "Generic Desktop: Spatial Controller").
io_value(mechanical_structure/operation/usage, assistive_control, "Generic Desktop: Assistive Control").
io_value(mechanical_structure/operation/usage, device_dock, "Generic Desktop: Device Dock").
io_value(mechanical_structure/operation/usage, dockable_device, "Generic Desktop: Dockable Device").
io_value(mechanical_structure/operation/usage, x, "Generic Desktop: X").
io_value(mechanical_structure/operation/usage, y, "Generic Desktop: Y").
io_value(mechanical_structure/operation/usage, z, "Generic Desktop: Z").
io_value(mechanical_structure/operation/usage, rx, "Generic Desktop: Rx").
io_value(mechanical_structure/operation/usage, ry, "Generic Desktop: Ry").
io_value(mechanical_structure/operation/usage, rz, "Generic Desktop: Rz").
io_value(mechanical_structure/operation/usage, slider, "Generic Desktop: Slider").
io_value(mechanical_structure/operation/usage, dial, "Generic Desktop: Dial").
io_value(mechanical_structure/operation/usage, wheel, "Generic Desktop: Wheel").
io_value(mechanical_structure/operation/usage, hat_switch, "Generic Desktop: Hat Switch").
io_value(mechanical_structure/operation/usage, counted_buffer, "Generic Desktop: Counted Buffer").
io_value(mechanical_structure/operation/usage, byte_count, "Generic Desktop: Byte Count").
io_value(mechanical_structure/operation/usage, motion_wakeup, "Generic Desktop: Motion Wakeup").
io_value(mechanical_structure/operation/usage, start, "Generic Desktop: Start").
io_value(mechanical_structure/operation/usage, select, "Generic Desktop: Select").
io_value(mechanical_structure/operation/usage, vx, "Generic Desktop: Vx").
io_value(mechanical_structure/operation/usage, vy, "Generic Desktop: Vy").
io_value(mechanical_structure/operation/usage, vz, "Generic Desktop: Vz").
io_value(mechanical_structure/operation/usage, vbrx, "Generic Desktop: Vbrx").
io_value(mechanical_structure/operation/usage, vbry, "Generic Desktop: Vbry").
io_value(mechanical_structure/operation/usage, vbrz, "Generic Desktop: Vbrz").
io_value(mechanical_structure/operation/usage, vno, "Generic Desktop: Vno").
io_value(mechanical_structure/operation/usage, feature_notification, "Generic Desktop: Feature Notification").
io_value(mechanical_structure/operation/usage, resolution_multiplier, "Generic Desktop: Resolution Multiplier").
io_value(mechanical_structure/operation/usage, qx, "Generic Desktop: Qx").
io_value(mechanical_structure/operation/usage, qy, "Generic Desktop: Qy").
io_value(mechanical_structure/operation/usage, qz, "Generic Desktop: Qz").
io_value(mechanical_structure/operation/usage, qw, "Generic Desktop: Qw").
io_value(mechanical_structure/operation/usage, system_control, "Generic Desktop: System Control").
io_value(mechanical_structure/operation/usage, system_power_down, "Generic Desktop: System Power Down").
io_value(mechanical_structure/operation/usage, system_sleep, "Generic Desktop: System Sleep").
io_value(mechanical_structure/operation/usage, system_wake_up, "Generic Desktop: System Wake Up").
io_value(mechanical_structure/operation/usage, system_context_menu, "Generic Desktop: System Context Menu").
io_value(mechanical_structure/operation/usage, system_main_menu, "Generic Desktop: System Main Menu").
io_value(mechanical_structure/operation/usage, system_app_menu, "Generic Desktop: System App Menu").
io_value(mechanical_structure/operation/usage, system_menu_help, "Generic Desktop: System Menu Help").
io_value(mechanical_structure/operation/usage, system_menu_exit, "Generic Desktop: System Menu Exit").
io_value(mechanical_structure/operation/usage, system_menu_select, "Generic Desktop: System Menu Select").
io_value(mechanical_structure/operation/usage, system_menu_right, "Generic Desktop: System Menu Right").
io_value(mechanical_structure/operation/usage, system_menu_left, "Generic Desktop: System Menu Left").
io_value(mechanical_structure/operation/usage, system_menu_up, "Generic Desktop: System Menu Up").
io_value(mechanical_structure/operation/usage, system_menu_down, "Generic Desktop: System Menu Down").
io_value(mechanical_structure/operation/usage, system_cold_restart, "Generic Desktop: System Cold Restart").
io_value(mechanical_structure/operation/usage, system_warm_restart, "Generic Desktop: System Warm Restart").
io_value(mechanical_structure/operation/usage, d_pad_up, "Generic Desktop: D-pad Up").
io_value(mechanical_structure/operation/usage, d_pad_down, "Generic Desktop: D-pad Down").
io_value(mechanical_structure/operation/usage, d_pad_right, "Generic Desktop: D-pad Right").
io_value(mechanical_structure/operation/usage, d_pad_left, "Generic Desktop: D-pad Left").
io_value(mechanical_structure/operation/usage, index_trigger, "Generic Desktop: Index Trigger").
io_value(mechanical_structure/operation/usage, palm_trigger, "Generic Desktop: Palm Trigger").
io_value(mechanical_structure/operation/usage, thumbstick, "Generic Desktop: Thumbstick").
io_value(mechanical_structure/operation/usage, system_function_shift, "Generic Desktop: System Function Shift").
io_value(mechanical_structure/operation/usage, system_function_shift_lock, "Generic Desktop: System Function Shift Lock").
io_value(mechanical_structure/operation/usage, system_function_shift_lock_indicator, "Generic Desktop: System Function Shift Lock Indicator").
io_value(mechanical_structure/operation/usage, system_dismiss_notification, "Generic Desktop: System Dismiss Notification").
io_value(mechanical_structure/operation/usage, system_do_not_disturb, "Generic Desktop: System Do Not Disturb").
io_value(mechanical_structure/operation/usage, system_dock, "Generic Desktop: System Dock").
io_value(mechanical_structure/operation/usage, system_undock, "Generic Desktop: System Undock").
io_value(mechanical_structure/operation/usage, system_setup, "Generic Desktop: System Setup").
io_value(mechanical_structure/operation/usage, system_break, "Generic Desktop: System Break").
io_value(mechanical_structure/operation/usage, system_debugger_break, "Generic Desktop: System Debugger Break").
io_value(mechanical_structure/operation/usage, application_break, "Generic Desktop: Application Break").
io_value(mechanical_structure/operation/usage, application_debugger_break, "Generic Desktop: Application Debugger Break").
io_value(mechanical_structure/operation/usage, system_speaker_mute, "Generic Desktop: System Speaker Mute").
io_value(mechanical_structure/operation/usage, system_hibernate, "Generic Desktop: System Hibernate").
io_value(mechanical_structure/operation/usage, system_microphone_mute, "Generic Desktop: System Microphone Mute").
io_value(mechanical_structure/operation/usage, system_display_invert, "Generic Desktop: System Display Invert").
io_value(mechanical_structure/operation/usage, system_display_internal, "Generic Desktop: System Display Internal").
io_value(mechanical_structure/operation/usage, system_display_external, "Generic Desktop: System Display External").
io_value(mechanical_structure/operation/usage, system_display_both, "Generic Desktop: System Display Both").
io_value(mechanical_structure/operation/usage, system_display_dual, "Generic Desktop: System Display Dual").
io_value(mechanical_structure/operation/usage, system_display_toggle_internal_external, "Generic Desktop: System Display Toggle Internal/External").
io_value(mechanical_structure/operation/usage, system_display_swap_primary_secondary, "Generic Desktop: System Display Swap Primary/Secondary").
io_value(mechanical_structure/operation/usage, system_display_toggle_lcd_autoscale, "Generic Desktop: System Display Toggle LCD Autoscale").
io_value(mechanical_structure/operation/usage, wireless_radio_button, "Generic Desktop: Wireless Radio Button").
io_value(mechanical_structure/operation/usage, wireless_radio_led, "Generic Desktop: Wireless Radio LED").
io_value(mechanical_structure/operation/usage, wireless_radio_slider_switch, "Generic Desktop: Wireless Radio Slider Switch").
io_value(mechanical_structure/operation/usage, flight_simulation_device, "Simulation Controls: Flight Simulation Device").
io_value(mechanical_structure/operation/usage, automobile_simulation_device, "Simulation Controls: Automobile Simulation Device").
io_value(mechanical_structure/operation/usage, tank_simulation_device, "Simulation Controls: Tank Simulation Device").
io_value(mechanical_structure/operation/usage, spaceship_simulation_device, "Simulation Controls: Spaceship Simulation Device").
io_value(mechanical_structure/operation/usage, submarine_simulation_device, "Simulation Controls: Submarine Simulation Device").
io_value(mechanical_structure/operation/usage, sailing_simulation_device, "Simulation Controls: Sailing Simulation Device").
io_value(mechanical_structure/operation/usage, motorcycle_simulation_device, "Simulation Controls: Motorcycle Simulation Device").
io_value(mechanical_structure/operation/usage, sports_simulation_device, "Simulation Controls: Sports Simulation Device").
io_value(mechanical_structure/operation/usage, airplane_simulation_device, "Simulation Controls: Airplane Simulation Device").
io_value(mechanical_structure/operation/usage, helicopter_simulation_device, "Simulation Controls: Helicopter Simulation Device").
io_value(mechanical_structure/operation/usage, magic_carpet_simulation_device, "Simulation Controls: Magic Carpet Simulation Device").
io_value(mechanical_structure/operation/usage, bicycle_simulation_device, "Simulation Controls: Bicycle Simulation Device").
io_value(mechanical_structure/operation/usage, flight_control_stick, "Simulation Controls: Flight Control Stick").
io_value(mechanical_structure/operation/usage, flight_stick, "Simulation Controls: Flight Stick").
io_value(mechanical_structure/operation/usage, cyclic_control, "Simulation Controls: Cyclic Control").
io_value(mechanical_structure/operation/usage, cyclic_trim, "Simulation Controls: Cyclic Trim").
io_value(mechanical_structure/operation/usage, flight_yoke, "Simulation Controls: Flight Yoke").
io_value(mechanical_structure/operation/usage, track_control, "Simulation Controls: Track Control").
io_value(mechanical_structure/operation/usage, aileron, "Simulation Controls: Aileron").
io_value(mechanical_structure/operation/usage, aileron_trim, "Simulation Controls: Aileron Trim").
io_value(mechanical_structure/operation/usage, anti_torque_control, "Simulation Controls: Anti-Torque Control").
io_value(mechanical_structure/operation/usage, autopilot_enable, "Simulation Controls: Autopilot Enable").
io_value(mechanical_structure/operation/usage, chaff_release, "Simulation Controls: Chaff Release").
io_value(mechanical_structure/operation/usage, collective_control, "Simulation Controls: Collective Control").
io_value(mechanical_structure/operation/usage, dive_brake, "Simulation Controls: Dive Brake").
io_value(mechanical_structure/operation/usage, electronic_countermeasures, "Simulation Controls: Electronic Countermeasures").
io_value(mechanical_structure/operation/usage, elevator, "Simulation Controls: Elevator").
io_value(mechanical_structure/operation/usage, elevator_trim, "Simulation Controls: Elevator Trim").
io_value(mechanical_structure/operation/usage, rudder, "Simulation Controls: Rudder").
io_value(mechanical_structure/operation/usage, throttle, "Simulation Controls: Throttle").
io_value(mechanical_structure/operation/usage, flight_communications, "Simulation Controls: Flight Communications").
io_value(mechanical_structure/operation/usage, flare_release, "Simulation Controls: Flare Release").
io_value(mechanical_structure/operation/usage, landing_gear, "Simulation Controls: Landing Gear").
io_value(mechanical_structure/operation/usage, toe_brake, "Simulation Controls: Toe Brake").
io_value(mechanical_structure/operation/usage, trigger, "Simulation Controls: Trigger").
io_value(mechanical_structure/operation/usage, weapons_arm, "Simulation Controls: Weapons Arm").
io_value(mechanical_structure/operation/usage, weapons_select, "Simulation Controls: Weapons Select").
io_value(mechanical_structure/operation/usage, wing_flaps, "Simulation Controls: Wing Flaps").
io_value(mechanical_structure/operation/usage, accelerator, "Simulation Controls: Accelerator").
io_value(mechanical_structure/operation/usage, brake, "Simulation Controls: Brake").
io_value(mechanical_structure/operation/usage, clutch, "Simulation Controls: Clutch").
io_value(mechanical_structure/operation/usage, shifter, "Simulation Controls: Shifter").
io_value(mechanical_structure/operation/usage, steering, "Simulation Controls: Steering").
io_value(mechanical_structure/operation/usage, turret_direction, "Simulation Controls: Turret Direction").
io_value(mechanical_structure/operation/usage, barrel_elevation, "Simulation Controls: Barrel Elevation").
io_value(mechanical_structure/operation/usage, dive_plane, "Simulation Controls: Dive Plane").
io_value(mechanical_structure/operation/usage, ballast, "Simulation Controls: Ballast").
io_value(mechanical_structure/operation/usage, bicycle_crank, "Simulation Controls: Bicycle Crank").
io_value(mechanical_structure/operation/usage, handle_bars, "Simulation Controls: Handle Bars").
io_value(mechanical_structure/operation/usage, front_brake, "Simulation Controls: Front Brake").
io_value(mechanical_structure/operation/usage, rear_brake, "Simulation Controls: Rear Brake").
io_value(mechanical_structure/operation/usage, belt, "VR Controls: Belt").
io_value(mechanical_structure/operation/usage, body_suit, "VR Controls: Body Suit").
io_value(mechanical_structure/operation/usage, flexor, "VR Controls: Flexor").
io_value(mechanical_structure/operation/usage, glove, "VR Controls: Glove").
io_value(mechanical_structure/operation/usage, head_tracker, "VR Controls: Head Tracker").
io_value(mechanical_structure/operation/usage, head_mounted_display, "VR Controls: Head Mounted Display").
io_value(mechanical_structure/operation/usage, hand_tracker, "VR Controls: Hand Tracker").
io_value(mechanical_structure/operation/usage, oculometer, "VR Controls: Oculometer").
io_value(mechanical_structure/operation/usage, vest, "VR Controls: Vest").
io_value(mechanical_structure/operation/usage, animatronic_device, "VR Controls: Animatronic Device").
io_value(mechanical_structure/operation/usage, stereo_enable, "VR Controls: Stereo Enable").
io_value(mechanical_structure/operation/usage, display_enable, "VR Controls: Display Enable; Auxiliary Display: Display Enable").
io_value(mechanical_structure/operation/usage, baseball_bat, "Sport Controls: Baseball Bat").
io_value(mechanical_structure/operation/usage, golf_club, "Sport Controls: Golf Club").
io_value(mechanical_structure/operation/usage, rowing_machine, "Sport Controls: Rowing Machine").
io_value(mechanical_structure/operation/usage, treadmill, "Sport Controls: Treadmill").
io_value(mechanical_structure/operation/usage, oar, "Sport Controls: Oar").
io_value(mechanical_structure/operation/usage, slope, "Sport Controls: Slope").
io_value(mechanical_structure/operation/usage, rate, "Sport Controls: Rate").
io_value(mechanical_structure/operation/usage, stick_speed, "Sport Controls: Stick Speed").
io_value(mechanical_structure/operation/usage, stick_face_angle, "Sport Controls: Stick Face Angle").
io_value(mechanical_structure/operation/usage, stick_heel_toe, "Sport Controls: Stick Heel/Toe").
io_value(mechanical_structure/operation/usage, stick_follow_through, "Sport Controls: Stick Follow Through").
io_value(mechanical_structure/operation/usage, stick_tempo, "Sport Controls: Stick Tempo").
io_value(mechanical_structure/operation/usage, stick_type, "Sport Controls: Stick Type").
io_value(mechanical_structure/operation/usage, stick_height, "Sport Controls: Stick Height").
io_value(mechanical_structure/operation/usage, usage_3d_game_controller, "Game Controls: 3D Game Controller").
io_value(mechanical_structure/operation/usage, pinball_device, "Game Controls: Pinball Device").
io_value(mechanical_structure/operation/usage, gun_device, "Game Controls: Gun Device").
io_value(mechanical_structure/operation/usage, point_of_view, "Game Controls: Point of View").
io_value(mechanical_structure/operation/usage, turn_right_left, "Game Controls: Turn Right/Left").
io_value(mechanical_structure/operation/usage, pitch_forward_backward, "Game Controls: Pitch Forward/Backward").
io_value(mechanical_structure/operation/usage, roll_right_left, "Game Controls: Roll Right/Left").
io_value(mechanical_structure/operation/usage, move_right_left, "Game Controls: Move Right/Left").
io_value(mechanical_structure/operation/usage, move_forward_backward, "Game Controls: Move Forward/Backward").
io_value(mechanical_structure/operation/usage, move_up_down, "Game Controls: Move Up/Down").
io_value(mechanical_structure/operation/usage, lean_right_left, "Game Controls: Lean Right/Left").
io_value(mechanical_structure/operation/usage, lean_forward_backward, "Game Controls: Lean Forward/Backward").
io_value(mechanical_structure/operation/usage, height_of_pov, "Game Controls: Height of POV").
io_value(mechanical_structure/operation/usage, flipper, "Game Controls: Flipper").
io_value(mechanical_structure/operation/usage, secondary_flipper, "Game Controls: Secondary Flipper").
io_value(mechanical_structure/operation/usage, bump, "Game Controls: Bump").
io_value(mechanical_structure/operation/usage, new_game, "Game Controls: New Game").
io_value(mechanical_structure/operation/usage, shoot_ball, "Game Controls: Shoot Ball").
io_value(mechanical_structure/operation/usage, player, "Game Controls: Player").
io_value(mechanical_structure/operation/usage, gun_bolt, "Game Controls: Gun Bolt").
io_value(mechanical_structure/operation/usage, gun_clip, "Game Controls: Gun Clip").
io_value(mechanical_structure/operation/usage, gun_selector, "Game Controls: Gun Selector").
io_value(mechanical_structure/operation/usage, gun_single_shot, "Game Controls: Gun Single Shot").
io_value(mechanical_structure/operation/usage, gun_burst, "Game Controls: Gun Burst").
io_value(mechanical_structure/operation/usage, gun_automatic, "Game Controls: Gun Automatic").
io_value(mechanical_structure/operation/usage, gun_safety, "Game Controls: Gun Safety").
io_value(mechanical_structure/operation/usage, gamepad_fire_jump, "Game Controls: Gamepad Fire/Jump").
io_value(mechanical_structure/operation/usage, gamepad_trigger, "Game Controls: Gamepad Trigger").
io_value(mechanical_structure/operation/usage, background_nonuser_controls, "Generic Device Controls: Background/Nonuser Controls").
io_value(mechanical_structure/operation/usage, battery_strength, "Generic Device Controls: Battery Strength; Digitizers: Battery Strength").
io_value(mechanical_structure/operation/usage, wireless_channel, "Generic Device Controls: Wireless Channel").
io_value(mechanical_structure/operation/usage, wireless_id, "Generic Device Controls: Wireless ID").
io_value(mechanical_structure/operation/usage, discover_wireless_control, "Generic Device Controls: Discover Wireless Control").
io_value(mechanical_structure/operation/usage, security_code_character_entered, "Generic Device Controls: Security Code Character Entered").
io_value(mechanical_structure/operation/usage, security_code_character_erased, "Generic Device Controls: Security Code Character Erased").
io_value(mechanical_structure/operation/usage, security_code_cleared, "Generic Device Controls: Security Code Cleared").
io_value(mechanical_structure/operation/usage, sequence_id, "Generic Device Controls: Sequence ID").
io_value(mechanical_structure/operation/usage, sequence_id_reset, "Generic Device Controls: Sequence ID Reset").
io_value(mechanical_structure/operation/usage, rf_signal_strength, "Generic Device Controls: RF Signal Strength").
io_value(mechanical_structure/operation/usage, software_version, "Generic Device Controls: Software Version").
io_value(mechanical_structure/operation/usage, protocol_version, "Generic Device Controls: Protocol Version").
io_value(mechanical_structure/operation/usage, hardware_version, "Generic Device Controls: Hardware Version").
io_value(mechanical_structure/operation/usage, major, "Generic Device Controls: Major").
io_value(mechanical_structure/operation/usage, minor, "Generic Device Controls: Minor").
io_value(mechanical_structure/operation/usage, revision, "Generic Device Controls: Revision").
io_value(mechanical_structure/operation/usage, handedness, "Generic Device Controls: Handedness").
io_value(mechanical_structure/operation/usage, either_hand, "Generic Device Controls: Either Hand").
io_value(mechanical_structure/operation/usage, left_hand, "Generic Device Controls: Left Hand").
io_value(mechanical_structure/operation/usage, right_hand, "Generic Device Controls: Right Hand").
io_value(mechanical_structure/operation/usage, both_hands, "Generic Device Controls: Both Hands").
io_value(mechanical_structure/operation/usage, key_errorrollover, "Keyboard: ErrorRollOver").
io_value(mechanical_structure/operation/usage, key_postfail, "Keyboard: POSTFail").
io_value(mechanical_structure/operation/usage, key_errorundefined, "Keyboard: ErrorUndefined").
io_value(mechanical_structure/operation/usage, key_a, "Keyboard: A").
io_value(mechanical_structure/operation/usage, key_b, "Keyboard: B").
io_value(mechanical_structure/operation/usage, key_c, "Keyboard: C").
io_value(mechanical_structure/operation/usage, key_d, "Keyboard: D").
io_value(mechanical_structure/operation/usage, key_e, "Keyboard: E").
io_value(mechanical_structure/operation/usage, key_f, "Keyboard: F").
io_value(mechanical_structure/operation/usage, key_g, "Keyboard: G").
io_value(mechanical_structure/operation/usage, key_h, "Keyboard: H").
io_value(mechanical_structure/operation/usage, key_i, "Keyboard: I").
io_value(mechanical_structure/operation/usage, key_j, "Keyboard: J").
io_value(mechanical_structure/operation/usage, key_k, "Keyboard: K").
io_value(mechanical_structure/operation/usage, key_l, "Keyboard: L").
io_value(mechanical_structure/operation/usage, key_m, "Keyboard: M").
io_value(mechanical_structure/operation/usage, key_n, "Keyboard: N").
io_value(mechanical_structure/operation/usage, key_o, "Keyboard: O").
io_value(mechanical_structure/operation/usage, key_p, "Keyboard: P").
io_value(mechanical_structure/operation/usage, key_q, "Keyboard: Q").
io_value(mechanical_structure/operation/usage, key_r, "Keyboard: R").
io_value(mechanical_structure/operation/usage, key_s, "Keyboard: S").
io_value(mechanical_structure/operation/usage, key_t, "Keyboard: T").
io_value(mechanical_structure/operation/usage, key_u, "Keyboard: U").
io_value(mechanical_structure/operation/usage, key_v, "Keyboard: V").
io_value(mechanical_structure/operation/usage, key_w, "Keyboard: W").
io_value(mechanical_structure/operation/usage, key_x, "Keyboard: X").
io_value(mechanical_structure/operation/usage, key_y, "Keyboard: Y").
io_value(mechanical_structure/operation/usage, key_z, "Keyboard: Z").
io_value(mechanical_structure/operation/usage, key_1, "Keyboard: 1 and !").
io_value(mechanical_structure/operation/usage, key_2, "Keyboard: 2 and @").
io_value(mechanical_structure/operation/usage, key_3, "Keyboard: 3 and #").
io_value(mechanical_structure/operation/usage, key_4, "Keyboard: 4 and $").
io_value(mechanical_structure/operation/usage, key_5, "Keyboard: 5 and %").
io_value(mechanical_structure/operation/usage, key_6, "Keyboard: 6 and ^").
io_value(mechanical_structure/operation/usage, key_7, "Keyboard: 7 and &").
io_value(mechanical_structure/operation/usage, key_8, "Keyboard: 8 and *").
io_value(mechanical_structure/operation/usage, key_9, "Keyboard: 9 and (").
io_value(mechanical_structure/operation/usage, key_0, "Keyboard: 0 and )").
io_value(mechanical_structure/operation/usage, key_enter, "Keyboard: Enter").
io_value(mechanical_structure/operation/usage, key_escape, "Keyboard: Escape").
io_value(mechanical_structure/operation/usage, key_backspace, "Keyboard: Backspace").
io_value(mechanical_structure/operation/usage, key_tab, "Keyboard: Tab").
io_value(mechanical_structure/operation/usage, key_space, "Keyboard: Space").
io_value(mechanical_structure/operation/usage, key_minus, "Keyboard: - and _").
io_value(mechanical_structure/operation/usage, key_equals, "Keyboard: = and +").
io_value(mechanical_structure/operation/usage, key_left_bracket, "Keyboard: [ and {").
io_value(mechanical_structure/operation/usage, key_right_bracket, "Keyboard: ] and }").
io_value(mechanical_structure/operation/usage, key_backslash, "Keyboard: \\ and |").
io_value(mechanical_structure/operation/usage, key_non_us_number_sign, "Keyboard: Non-US # and ~").
io_value(mechanical_structure/operation/usage, key_semicolon, "Keyboard: ; and :").
io_value(mechanical_structure/operation/usage, key_apostrophe, "Keyboard: ' and \"").
io_value(mechanical_structure/operation/usage, key_grave, "Keyboard: ` and ~").
io_value(mechanical_structure/operation/usage, key_comma, "Keyboard: , and <").
io_value(mechanical_structure/operation/usage, key_period, "Keyboard: . and >").
io_value(mechanical_structure/operation/usage, key_slash, "Keyboard: / and ?").
io_value(mechanical_structure/operation/usage, key_caps_lock, "Keyboard: Caps Lock").
io_value(mechanical_structure/operation/usage, key_f1, "Keyboard: F1").
io_value(mechanical_structure/operation/usage, key_f2, "Keyboard: F2").
io_value(mechanical_structure/operation/usage, key_f3, "Keyboard: F3").
io_value(mechanical_structure/operation/usage, key_f4, "Keyboard: F4").
io_value(mechanical_structure/operation/usage, key_f5, "Keyboard: F5").
io_value(mechanical_structure/operation/usage, key_f6, "Keyboard: F6").
io_value(mechanical_structure/operation/usage, key_f7, "Keyboard: F7").
io_value(mechanical_structure/operation/usage, key_f8, "Keyboard: F8").
io_value(mechanical_structure/operation/usage, key_f9, "Keyboard: F9").
io_value(mechanical_structure/operation/usage, key_f10, "Keyboard: F10").
io_value(mechanical_structure/operation/usage, key_f11, "Keyboard: F11").
io_value(mechanical_structure/operation/usage, key_f12, "Keyboard: F12").
io_value(mechanical_structure/operation/usage, key_print_screen, "Keyboard: Print Screen").
io_value(mechanical_structure/operation/usage, key_scroll_lock, "Keyboard: Scroll Lock").
io_value(mechanical_structure/operation/usage, key_pause, "Keyboard: Pause").
io_value(mechanical_structure/operation/usage, key_insert, "Keyboard: Insert").
io_value(mechanical_structure/operation/usage, key_home, "Keyboard: Home").
io_value(mechanical_structure/operation/usage, key_page_up, "Keyboard: Page Up").
io_value(mechanical_structure/operation/usage, key_delete, "Keyboard: Delete").
io_value(mechanical_structure/operation/usage, key_end, "Keyboard: End").
io_value(mechanical_structure/operation/usage, key_page_down, "Keyboard: Page Down").
io_value(mechanical_structure/operation/usage, key_right_arrow, "Keyboard: Right Arrow").
io_value(mechanical_structure/operation/usage, key_left_arrow, "Keyboard: Left Arrow").
io_value(mechanical_structure/operation/usage, key_down_arrow, "Keyboard: Down Arrow").
io_value(mechanical_structure/operation/usage, key_up_arrow, "Keyboard: Up Arrow").
io_value(mechanical_structure/operation/usage, keypad_num_lock, "Keyboard: Keypad Num Lock").
io_value(mechanical_structure/operation/usage, keypad_slash, "Keyboard: Keypad /").
io_value(mechanical_structure/operation/usage, keypad_asterisk, "Keyboard: Keypad *").
io_value(mechanical_structure/operation/usage, keypad_minus, "Keyboard: Keypad -").
io_value(mechanical_structure/operation/usage, keypad_plus, "Keyboard: Keypad +").
io_value(mechanical_structure/operation/usage, keypad_enter, "Keyboard: Keypad Enter").
io_value(mechanical_structure/operation/usage, keypad_1, "Keyboard: Keypad 1").
io_value(mechanical_structure/operation/usage, keypad_2, "Keyboard: Keypad 2").
io_value(mechanical_structure/operation/usage, keypad_3, "Keyboard: Keypad 3").
io_value(mechanical_structure/operation/usage, keypad_4, "Keyboard: Keypad 4").
io_value(mechanical_structure/operation/usage, keypad_5, "Keyboard: Keypad 5").
io_value(mechanical_structure/operation/usage, keypad_6, "Keyboard: Keypad 6").
io_value(mechanical_structure/operation/usage, keypad_7, "Keyboard: Keypad 7").
io_value(mechanical_structure/operation/usage, keypad_8, "Keyboard: Keypad 8").
io_value(mechanical_structure/operation/usage, keypad_9, "Keyboard: Keypad 9").
io_value(mechanical_structure/operation/usage, keypad_0, "Keyboard: Keypad 0").
io_value(mechanical_structure/operation/usage, keypad_period, "Keyboard: Keypad .").
io_value(mechanical_structure/operation/usage, key_non_us_backslash, "Keyboard: Non-US \\ and |").
io_value(mechanical_structure/operation/usage, key_application, "Keyboard: Application").
io_value(mechanical_structure/operation/usage, key_power, "Keyboard: Power").
io_value(mechanical_structure/operation/usage, keypad_equals, "Keyboard: Keypad =").
io_value(mechanical_structure/operation/usage, key_f13, "Keyboard: F13").
io_value(mechanical_structure/operation/usage, key_f14, "Keyboard: F14").
io_value(mechanical_structure/operation/usage, key_f15, "Keyboard: F15").
io_value(mechanical_structure/operation/usage, key_f16, "Keyboard: F16").
io_value(mechanical_structure/operation/usage, key_f17, "Keyboard: F17").
io_value(mechanical_structure/operation/usage, key_f18, "Keyboard: F18").
io_value(mechanical_structure/operation/usage, key_f19, "Keyboard: F19").
io_value(mechanical_structure/operation/usage, key_f20, "Keyboard: F20").
io_value(mechanical_structure/operation/usage, key_f21, "Keyboard: F21").
io_value(mechanical_structure/operation/usage, key_f22, "Keyboard: F22").
io_value(mechanical_structure/operation/usage, key_f23, "Keyboard: F23").
io_value(mechanical_structure/operation/usage, key_f24, "Keyboard: F24").
io_value(mechanical_structure/operation/usage, key_execute, "Keyboard: Execute").
io_value(mechanical_structure/operation/usage, key_help, "Keyboard: Help").
io_value(mechanical_structure/operation/usage, key_menu, "Keyboard: Menu").
io_value(mechanical_structure/operation/usage, key_select, "Keyboard: Select").
io_value(mechanical_structure/operation/usage, key_stop, "Keyboard: Stop").
io_value(mechanical_structure/operation/usage, key_again, "Keyboard: Again").
io_value(mechanical_structure/operation/usage, key_undo, "Keyboard: Undo").
io_value(mechanical_structure/operation/usage, key_cut, "Keyboard: Cut").
io_value(mechanical_structure/operation/usage, key_copy, "Keyboard: Copy").
io_value(mechanical_structure/operation/usage, key_paste, "Keyboard: Paste").
io_value(mechanical_structure/operation/usage, key_find, "Keyboard: Find").
io_value(mechanical_structure/operation/usage, key_mute, "Keyboard: Mute").
io_value(mechanical_structure/operation/usage, key_volume_up, "Keyboard: Volume Up").
io_value(mechanical_structure/operation/usage, key_volume_down, "Keyboard: Volume Down").
io_value(mechanical_structure/operation/usage, key_locking_caps_lock, "Keyboard: Locking Caps Lock").
io_value(mechanical_structure/operation/usage, key_locking_num_lock, "Keyboard: Locking Num Lock").
io_value(mechanical_structure/operation/usage, key_locking_scroll_lock, "Keyboard: Locking Scroll Lock").
io_value(mechanical_structure/operation/usage, keypad_comma, "Keyboard: Keypad Comma").
io_value(mechanical_structure/operation/usage, keypad_equal_sign, "Keyboard: Keypad Equal Sign").
io_value(mechanical_structure/operation/usage, key_international1, "Keyboard: International1").
io_value(mechanical_structure/operation/usage, key_international2, "Keyboard: International2").
io_value(mechanical_structure/operation/usage, key_international3, "Keyboard: International3").
io_value(mechanical_structure/operation/usage, key_international4, "Keyboard: International4").
io_value(mechanical_structure/operation/usage, key_international5, "Keyboard: International5").
io_value(mechanical_structure/operation/usage, key_international6, "Keyboard: International6").
io_value(mechanical_structure/operation/usage, key_international7, "Keyboard: International7").
io_value(mechanical_structure/operation/usage, key_international8, "Keyboard: International8").
io_value(mechanical_structure/operation/usage, key_international9, "Keyboard: International9").
io_value(mechanical_structure/operation/usage, key_lang1, "Keyboard: LANG1").
io_value(mechanical_structure/operation/usage, key_lang2, "Keyboard: LANG2").
io_value(mechanical_structure/operation/usage, key_lang3, "Keyboard: LANG3").
io_value(mechanical_structure/operation/usage, key_lang4, "Keyboard: LANG4").
io_value(mechanical_structure/operation/usage, key_lang5, "Keyboard: LANG5").
io_value(mechanical_structure/operation/usage, key_lang6, "Keyboard: LANG6").
io_value(mechanical_structure/operation/usage, key_lang7, "Keyboard: LANG7").
io_value(mechanical_structure/operation/usage, key_lang8, "Keyboard: LANG8").
io_value(mechanical_structure/operation/usage, key_lang9, "Keyboard: LANG9").
io_value(mechanical_structure/operation/usage, key_alternate_erase, "Keyboard: Alternate Erase").
io_value(mechanical_structure/operation/usage, key_sysreq_attention, "Keyboard: SysReq/Attention").
io_value(mechanical_structure/operation/usage, key_cancel, "Keyboard: Cancel").
io_value(mechanical_structure/operation/usage, key_clear, "Keyboard: Clear").
io_value(mechanical_structure/operation/usage, key_prior, "Keyboard: Prior").
io_value(mechanical_structure/operation/usage, key_return, "Keyboard: Return").
io_value(mechanical_structure/operation/usage, key_separator, "Keyboard: Separator").
io_value(mechanical_structure/operation/usage, key_out, "Keyboard: Out").
io_value(mechanical_structure/operation/usage, key_oper, "Keyboard: Oper").
io_value(mechanical_structure/operation/usage, key_clear_again, "Keyboard: Clear/Again").
io_value(mechanical_structure/operation/usage, key_crsel_props, "Keyboard: CrSel/Props").
io_value(mechanical_structure/operation/usage, key_exsel, "Keyboard: ExSel").
io_value(mechanical_structure/operation/usage, key_left_control, "Keyboard: Left Control").
io_value(mechanical_structure/operation/usage, key_left_shift, "Keyboard: Left Shift").
io_value(mechanical_structure/operation/usage, key_left_alt, "Keyboard: Left Alt").
io_value(mechanical_structure/operation/usage, key_left_gui, "Keyboard: Left GUI").
io_value(mechanical_structure/operation/usage, key_right_control, "Keyboard: Right Control").
io_value(mechanical_structure/operation/usage, key_right_shift, "Keyboard: Right Shift").
io_value(mechanical_structure/operation/usage, key_right_alt, "Keyboard: Right Alt").
io_value(mechanical_structure/operation/usage, key_right_gui, "Keyboard: Right GUI").
io_value(mechanical_structure/operation/usage, num_lock, "LED: Num Lock").
io_value(mechanical_structure/operation/usage, caps_lock, "LED: Caps Lock").
io_value(mechanical_structure/operation/usage, scroll_lock, "LED: Scroll Lock").
io_value(mechanical_structure/operation/usage, compose, "LED: Compose").
io_value(mechanical_structure/operation/usage, kana, "LED: Kana").
io_value(mechanical_structure/operation/usage, power, "LED: Power; Consumer: Power").
io_value(mechanical_structure/operation/usage, shift, "LED: Shift").
io_value(mechanical_structure/operation/usage, do_not_disturb, "LED: Do Not Disturb; Telephony: Do Not Disturb").
io_value(mechanical_structure/operation/usage, mute, "LED: Mute; Consumer: Mute").
io_value(mechanical_structure/operation/usage, tone_enable, "LED: Tone Enable").
io_value(mechanical_structure/operation/usage, high_cut_filter, "LED: High Cut Filter").
io_value(mechanical_structure/operation/usage, low_cut_filter, "LED: Low Cut Filter").
io_value(mechanical_structure/operation/usage, equalizer_enable, "LED: Equalizer Enable").
io_value(mechanical_structure/operation/usage, sound_field_on, "LED: Sound Field On").
io_value(mechanical_structure/operation/usage, surround_on, "LED: Surround On").
io_value(mechanical_structure/operation/usage, repeat, "LED: Repeat; Consumer: Repeat").
io_value(mechanical_structure/operation/usage, stereo, "LED: Stereo").
io_value(mechanical_structure/operation/usage, sampling_rate_detect, "LED: Sampling Rate Detect").
io_value(mechanical_structure/operation/usage, spinning, "LED: Spinning").
io_value(mechanical_structure/operation/usage, cav, "LED: CAV").
io_value(mechanical_structure/operation/usage, clv, "LED: CLV").
io_value(mechanical_structure/operation/usage, recording_format_detect, "LED: Recording Format Detect").
io_value(mechanical_structure/operation/usage, off_hook, "LED: Off-Hook").
io_value(mechanical_structure/operation/usage, ring, "LED: Ring").
io_value(mechanical_structure/operation/usage, message_waiting, "LED: Message Waiting").
io_value(mechanical_structure/operation/usage, data_mode, "LED: Data Mode").
io_value(mechanical_structure/operation/usage, battery_operation, "LED: Battery Operation").
io_value(mechanical_structure/operation/usage, battery_ok, "LED: Battery OK").
io_value(mechanical_structure/operation/usage, battery_low, "LED: Battery Low").
io_value(mechanical_structure/operation/usage, speaker, "LED: Speaker").
io_value(mechanical_structure/operation/usage, headset, "LED: Headset; Telephony: Headset").
io_value(mechanical_structure/operation/usage, hold, "LED: Hold; Telephony: Hold").
io_value(mechanical_structure/operation/usage, microphone, "LED: Microphone; Consumer: Microphone").
io_value(mechanical_structure/operation/usage, coverage, "LED: Coverage").
io_value(mechanical_structure/operation/usage, night_mode, "LED: Night Mode").
io_value(mechanical_structure/operation/usage, send_calls, "LED: Send Calls").
io_value(mechanical_structure/operation/usage, call_pickup, "LED: Call Pickup").
io_value(mechanical_structure/operation/usage, conference, "LED: Conference; Telephony: Conference").
io_value(mechanical_structure/operation/usage, stand_by, "LED: Stand-by").
io_value(mechanical_structure/operation/usage, camera_on, "LED: Camera On").
io_value(mechanical_structure/operation/usage, camera_off, "LED: Camera Off").
io_value(mechanical_structure/operation/usage, on_line, "LED: On-Line").
io_value(mechanical_structure/operation/usage, off_line, "LED: Off-Line").
io_value(mechanical_structure/operation/usage, busy, "LED: Busy").
io_value(mechanical_structure/operation/usage, ready, "LED: Ready").
io_value(mechanical_structure/operation/usage, paper_out, "LED: Paper-Out").
io_value(mechanical_structure/operation/usage, paper_jam, "LED: Paper-Jam").
io_value(mechanical_structure/operation/usage, remote, "LED: Remote").
io_value(mechanical_structure/operation/usage, forward, "LED: Forward").
io_value(mechanical_structure/operation/usage, reverse, "LED: Reverse").
io_value(mechanical_structure/operation/usage, stop, "LED: Stop; Consumer: Stop").
io_value(mechanical_structure/operation/usage, rewind, "LED: Rewind; Consumer: Rewind").
io_value(mechanical_structure/operation/usage, fast_forward, "LED: Fast Forward; Consumer: Fast Forward").
io_value(mechanical_structure/operation/usage, play, "LED: Play; Consumer: Play").
io_value(mechanical_structure/operation/usage, pause, "LED: Pause; Consumer: Pause").
io_value(mechanical_structure/operation/usage, record, "LED: Record; Consumer: Record").
io_value(mechanical_structure/operation/usage, error, "LED: Error").
io_value(mechanical_structure/operation/usage, usage_selected_indicator, "LED: Usage Selected Indicator").
io_value(mechanical_structure/operation/usage, usage_in_use_indicator, "LED: Usage In Use Indicator").
io_value(mechanical_structure/operation/usage, usage_multi_mode_indicator, "LED: Usage Multi Mode Indicator").
io_value(mechanical_structure/operation/usage, indicator_on, "LED: Indicator On").
io_value(mechanical_structure/operation/usage, indicator_flash, "LED: Indicator Flash").
io_value(mechanical_structure/operation/usage, indicator_slow_blink, "LED: Indicator Slow Blink").
io_value(mechanical_structure/operation/usage, indicator_fast_blink, "LED: Indicator Fast Blink").
io_value(mechanical_structure/operation/usage, indicator_off, "LED: Indicator Off").
io_value(mechanical_structure/operation/usage, flash_on_time, "LED: Flash On Time").
io_value(mechanical_structure/operation/usage, slow_blink_on_time, "LED: Slow Blink On Time").
io_value(mechanical_structure/operation/usage, slow_blink_off_time, "LED: Slow Blink Off Time").
io_value(mechanical_structure/operation/usage, fast_blink_on_time, "LED: Fast Blink On Time").
io_value(mechanical_structure/operation/usage, fast_blink_off_time, "LED: Fast Blink Off Time").
io_value(mechanical_structure/operation/usage, usage_indicator_color, "LED: Usage Indicator Color").
io_value(mechanical_structure/operation/usage, indicator_red, "LED: Indicator Red").
io_value(mechanical_structure/operation/usage, indicator_green, "LED: Indicator Green").
io_value(mechanical_structure/operation/usage, indicator_amber, "LED: Indicator Amber").
io_value(mechanical_structure/operation/usage, generic_indicator, "LED: Generic Indicator").
io_value(mechanical_structure/operation/usage, system_suspend, "LED: System Suspend").
io_value(mechanical_structure/operation/usage, external_power_connected, "LED: External Power Connected").
io_value(mechanical_structure/operation/usage, phone, "Telephony: Phone").
io_value(mechanical_structure/operation/usage, answering_machine, "Telephony: Answering Machine").
io_value(mechanical_structure/operation/usage, message_controls, "Telephony: Message Controls").
io_value(mechanical_structure/operation/usage, handset, "Telephony: Handset").
io_value(mechanical_structure/operation/usage, telephony_key_pad, "Telephony: Telephony Key Pad").
io_value(mechanical_structure/operation/usage, programmable_button, "Telephony: Programmable Button").
io_value(mechanical_structure/operation/usage, hook_switch, "Telephony: Hook Switch").
io_value(mechanical_structure/operation/usage, flash, "Telephony: Flash").
io_value(mechanical_structure/operation/usage, feature, "Telephony: Feature").
io_value(mechanical_structure/operation/usage, redial, "Telephony: Redial").
io_value(mechanical_structure/operation/usage, transfer, "Telephony: Transfer").
io_value(mechanical_structure/operation/usage, drop, "Telephony: Drop").
io_value(mechanical_structure/operation/usage, park, "Telephony: Park").
io_value(mechanical_structure/operation/usage, forward_calls, "Telephony: Forward Calls").
io_value(mechanical_structure/operation/usage, alternate_function, "Telephony: Alternate Function").
io_value(mechanical_structure/operation/usage, line, "Telephony: Line").
io_value(mechanical_structure/operation/usage, speaker_phone, "Telephony: Speaker Phone").
io_value(mechanical_structure/operation/usage, ring_enable, "Telephony: Ring Enable").
io_value(mechanical_structure/operation/usage, ring_select, "Telephony: Ring Select").
io_value(mechanical_structure/operation/usage, phone_mute, "Telephony: Phone Mute").
io_value(mechanical_structure/operation/usage, caller_id, "Telephony: Caller ID").
io_value(mechanical_structure/operation/usage, send, "Telephony: Send").
io_value(mechanical_structure/operation/usage, speed_dial, "Telephony: Speed Dial").
io_value(mechanical_structure/operation/usage, store_number, "Telephony: Store Number").
io_value(mechanical_structure/operation/usage, recall_number, "Telephony: Recall Number").
io_value(mechanical_structure/operation/usage, phone_directory, "Telephony: Phone Directory").
io_value(mechanical_structure/operation/usage, voice_mail, "Telephony: Voice Mail").
io_value(mechanical_structure/operation/usage, screen_calls, "Telephony: Screen Calls").
io_value(mechanical_structure/operation/usage, message, "Telephony: Message").
io_value(mechanical_structure/operation/usage, answer_on_off, "Telephony: Answer On/Off").
io_value(mechanical_structure/operation/usage, inside_dial_tone, "Telephony: Inside Dial Tone").
io_value(mechanical_structure/operation/usage, outside_dial_tone, "Telephony: Outside Dial Tone").
io_value(mechanical_structure/operation/usage, inside_ring_tone, "Telephony: Inside Ring Tone").
io_value(mechanical_structure/operation/usage, outside_ring_tone, "Telephony: Outside Ring Tone").
io_value(mechanical_structure/operation/usage, priority_ring_tone, "Telephony: Priority Ring Tone").
io_value(mechanical_structure/operation/usage, inside_ringback, "Telephony: Inside Ringback").
io_value(mechanical_structure/operation/usage, priority_ringback, "Telephony: Priority Ringback").
io_value(mechanical_structure/operation/usage, line_busy_tone, "Telephony: Line Busy Tone").
io_value(mechanical_structure/operation/usage, reorder_tone, "Telephony: Reorder Tone").
io_value(mechanical_structure/operation/usage, call_waiting_tone, "Telephony: Call Waiting Tone").
io_value(mechanical_structure/operation/usage, confirmation_tone_1, "Telephony: Confirmation Tone 1").
io_value(mechanical_structure/operation/usage, confirmation_tone_2, "Telephony: Confirmation Tone 2").
io_value(mechanical_structure/operation/usage, tones_off, "Telephony: Tones Off").
io_value(mechanical_structure/operation/usage, outside_ringback, "Telephony: Outside Ringback").
io_value(mechanical_structure/operation/usage, ringer, "Telephony: Ringer").
io_value(mechanical_structure/operation/usage, phone_key_0, "Telephony: Phone Key 0").
io_value(mechanical_structure/operation/usage, phone_key_1, "Telephony: Phone Key 1").
io_value(mechanical_structure/operation/usage, phone_key_2, "Telephony: Phone Key 2").
io_value(mechanical_structure/operation/usage, phone_key_3, "Telephony: Phone Key 3").
io_value(mechanical_structure/operation/usage, phone_key_4, "Telephony: Phone Key 4").
io_value(mechanical_structure/operation/usage, phone_key_5, "Telephony: Phone Key 5").
io_value(mechanical_structure/operation/usage, phone_key_6, "Telephony: Phone Key 6").
io_value(mechanical_structure/operation/usage, phone_key_7, "Telephony: Phone Key 7").
io_value(mechanical_structure/operation/usage, phone_key_8, "Telephony: Phone Key 8").
io_value(mechanical_structure/operation/usage, phone_key_9, "Telephony: Phone Key 9").
io_value(mechanical_structure/operation/usage, phone_key_star, "Telephony: Phone Key Star").
io_value(mechanical_structure/operation/usage, phone_key_pound, "Telephony: Phone Key Pound").
io_value(mechanical_structure/operation/usage, phone_key_a, "Telephony: Phone Key A").
io_value(mechanical_structure/operation/usage, phone_key_b, "Telephony: Phone Key B").
io_value(mechanical_structure/operation/usage, phone_key_c, "Telephony: Phone Key C").
io_value(mechanical_structure/operation/usage, phone_key_d, "Telephony: Phone Key D").
io_value(mechanical_structure/operation/usage, consumer_control, "Consumer: Consumer Control").
io_value(mechanical_structure/operation/usage, numeric_key_pad, "Consumer: Numeric Key Pad").
io_value(mechanical_structure/operation/usage, programmable_buttons, "Consumer: Programmable Buttons").
io_value(mechanical_structure/operation/usage, headphone, "Consumer: Headphone").
io_value(mechanical_structure/operation/usage, graphic_equalizer, "Consumer: Graphic Equalizer").
io_value(mechanical_structure/operation/usage, plus_10, "Consumer: +10").
io_value(mechanical_structure/operation/usage, plus_100, "Consumer: +100").
io_value(mechanical_structure/operation/usage, am_pm, "Consumer: AM/PM").
io_value(mechanical_structure/operation/usage, reset, "Consumer: Reset").
io_value(mechanical_structure/operation/usage, sleep, "Consumer: Sleep").
io_value(mechanical_structure/operation/usage, sleep_after, "Consumer: Sleep After").
io_value(mechanical_structure/operation/usage, sleep_mode, "Consumer: Sleep Mode").
io_value(mechanical_structure/operation/usage, illumination, "Consumer: Illumination").
io_value(mechanical_structure/operation/usage, function_buttons, "Consumer: Function Buttons").
io_value(mechanical_structure/operation/usage, menu, "Consumer: Menu").
io_value(mechanical_structure/operation/usage, menu_pick, "Consumer: Menu Pick").
io_value(mechanical_structure/operation/usage, menu_up, "Consumer: Menu Up").
io_value(mechanical_structure/operation/usage, menu_down, "Consumer: Menu Down").
io_value(mechanical_structure/operation/usage, menu_left, "Consumer: Menu Left").
io_value(mechanical_structure/operation/usage, menu_right, "Consumer: Menu Right").
io_value(mechanical_structure/operation/usage, menu_escape, "Consumer: Menu Escape").
io_value(mechanical_structure/operation/usage, menu_value_increase, "Consumer: Menu Value Increase").
io_value(mechanical_structure/operation/usage, menu_value_decrease, "Consumer: Menu Value Decrease").
io_value(mechanical_structure/operation/usage, data_on_screen, "Consumer: Data On Screen").
io_value(mechanical_structure/operation/usage, closed_caption, "Consumer: Closed Caption").
io_value(mechanical_structure/operation/usage, closed_caption_select, "Consumer: Closed Caption Select").
io_value(mechanical_structure/operation/usage, vcr_tv, "Consumer: VCR/TV").
io_value(mechanical_structure/operation/usage, broadcast_mode, "Consumer: Broadcast Mode").
io_value(mechanical_structure/operation/usage, snapshot, "Consumer: Snapshot").
io_value(mechanical_structure/operation/usage, still, "Consumer: Still").
io_value(mechanical_structure/operation/usage, display_brightness_increment, "Consumer: Display Brightness Increment").
io_value(mechanical_structure/operation/usage, display_brightness_decrement, "Consumer: Display Brightness Decrement").
io_value(mechanical_structure/operation/usage, selection, "Consumer: Selection").
io_value(mechanical_structure/operation/usage, assign_selection, "Consumer: Assign Selection").
io_value(mechanical_structure/operation/usage, mode_step, "Consumer: Mode Step").
io_value(mechanical_structure/operation/usage, recall_last, "Consumer: Recall Last").
io_value(mechanical_structure/operation/usage, enter_channel, "Consumer: Enter Channel").
io_value(mechanical_structure/operation/usage, order_movie, "Consumer: Order Movie").
io_value(mechanical_structure/operation/usage, channel, "Consumer: Channel").
io_value(mechanical_structure/operation/usage, media_selection, "Consumer: Media Selection").
io_value(mechanical_structure/operation/usage, media_select_computer, "Consumer: Media Select Computer").
io_value(mechanical_structure/operation/usage, media_select_tv, "Consumer: Media Select TV").
io_value(mechanical_structure/operation/usage, media_select_www, "Consumer: Media Select WWW").
io_value(mechanical_structure/operation/usage, media_select_dvd, "Consumer: Media Select DVD").
io_value(mechanical_structure/operation/usage, media_select_telephone, "Consumer: Media Select Telephone").
io_value(mechanical_structure/operation/usage, media_select_program_guide, "Consumer: Media Select Program Guide").
io_value(mechanical_structure/operation/usage, media_select_video_phone, "Consumer: Media Select Video Phone").
io_value(mechanical_structure/operation/usage, media_select_games, "Consumer: Media Select Games").
io_value(mechanical_structure/operation/usage, media_select_messages, "Consumer: Media Select Messages").
io_value(mechanical_structure/operation/usage, media_select_cd, "Consumer: Media Select CD").
io_value(mechanical_structure/operation/usage, media_select_vcr, "Consumer: Media Select VCR").
io_value(mechanical_structure/operation/usage, media_select_tuner, "Consumer: Media Select Tuner").
io_value(mechanical_structure/operation/usage, quit, "Consumer: Quit").
io_value(mechanical_structure/operation/usage, help, "Consumer: Help").
io_value(mechanical_structure/operation/usage, media_select_tape, "Consumer: Media Select Tape").
io_value(mechanical_structure/operation/usage, media_select_cable, "Consumer: Media Select Cable").
io_value(mechanical_structure/operation/usage, media_select_satellite, "Consumer: Media Select Satellite").
io_value(mechanical_structure/operation/usage, media_select_security, "Consumer: Media Select Security").
io_value(mechanical_structure/operation/usage, media_select_home, "Consumer: Media Select Home").
io_value(mechanical_structure/operation/usage, media_select_call, "Consumer: Media Select Call").
io_value(mechanical_structure/operation/usage, channel_increment, "Consumer: Channel Increment").
io_value(mechanical_structure/operation/usage, channel_decrement, "Consumer: Channel Decrement").
io_value(mechanical_structure/operation/usage, media_select_sap, "Consumer: Media Select SAP").
io_value(mechanical_structure/operation/usage, vcr_plus, "Consumer: VCR Plus").
io_value(mechanical_structure/operation/usage, once, "Consumer: Once").
io_value(mechanical_structure/operation/usage, daily, "Consumer: Daily").
io_value(mechanical_structure/operation/usage, weekly, "Consumer: Weekly").
io_value(mechanical_structure/operation/usage, monthly, "Consumer: Monthly").
io_value(mechanical_structure/operation/usage, scan_next_track, "Consumer: Scan Next Track").
io_value(mechanical_structure/operation/usage, scan_previous_track, "Consumer: Scan Previous Track").
io_value(mechanical_structure/operation/usage, eject, "Consumer: Eject").
io_value(mechanical_structure/operation/usage, random_play, "Consumer: Random Play").
io_value(mechanical_structure/operation/usage, select_disc, "Consumer: Select Disc").
io_value(mechanical_structure/operation/usage, enter_disc, "Consumer: Enter Disc").
io_value(mechanical_structure/operation/usage, tracking, "Consumer: Tracking").
io_value(mechanical_structure/operation/usage, track_normal, "Consumer: Track Normal").
io_value(mechanical_structure/operation/usage, slow_tracking, "Consumer: Slow Tracking").
io_value(mechanical_structure/operation/usage, frame_forward, "Consumer: Frame Forward").
io_value(mechanical_structure/operation/usage, frame_back, "Consumer: Frame Back").
io_value(mechanical_structure/operation/usage, mark, "Consumer: Mark").
io_value(mechanical_structure/operation/usage, clear_mark, "Consumer: Clear Mark").
io_value(mechanical_structure/operation/usage, repeat_from_mark, "Consumer: Repeat From Mark").
io_value(mechanical_structure/operation/usage, return_to_mark, "Consumer: Return To Mark").
io_value(mechanical_structure/operation/usage, search_mark_forward, "Consumer: Search Mark Forward").
io_value(mechanical_structure/operation/usage, search_mark_backwards, "Consumer: Search Mark Backwards").
io_value(mechanical_structure/operation/usage, counter_reset, "Consumer: Counter Reset").
io_value(mechanical_structure/operation/usage, show_counter, "Consumer: Show Counter").
io_value(mechanical_structure/operation/usage, tracking_increment, "Consumer: Tracking Increment").
io_value(mechanical_structure/operation/usage, tracking_decrement, "Consumer: Tracking Decrement").
io_value(mechanical_structure/operation/usage, stop_eject, "Consumer: Stop/Eject").
io_value(mechanical_structure/operation/usage, play_pause, "Consumer: Play/Pause").
io_value(mechanical_structure/operation/usage, play_skip, "Consumer: Play/Skip").
io_value(mechanical_structure/operation/usage, voice_command, "Consumer: Voice Command").
io_value(mechanical_structure/operation/usage, volume, "Consumer: Volume").
io_value(mechanical_structure/operation/usage, balance, "Consumer: Balance").
io_value(mechanical_structure/operation/usage, bass, "Consumer: Bass").
io_value(mechanical_structure/operation/usage, treble, "Consumer: Treble").
io_value(mechanical_structure/operation/usage, bass_boost, "Consumer: Bass Boost").
io_value(mechanical_structure/operation/usage, surround_mode, "Consumer: Surround Mode").
io_value(mechanical_structure/operation/usage, loudness, "Consumer: Loudness").
io_value(mechanical_structure/operation/usage, mpx, "Consumer: MPX").
io_value(mechanical_structure/operation/usage, volume_increment, "Consumer: Volume Increment").
io_value(mechanical_structure/operation/usage, volume_decrement, "Consumer: Volume Decrement").
io_value(mechanical_structure/operation/usage, speed_select, "Consumer: Speed Select").
io_value(mechanical_structure/operation/usage, playback_speed, "Consumer: Playback Speed").
io_value(mechanical_structure/operation/usage, standard_play, "Consumer: Standard Play").
io_value(mechanical_structure/operation/usage, long_play, "Consumer: Long Play").
io_value(mechanical_structure/operation/usage, extended_play, "Consumer: Extended Play").
io_value(mechanical_structure/operation/usage, slow, "Consumer: Slow").
io_value(mechanical_structure/operation/usage, fan_enable, "Consumer: Fan Enable").
io_value(mechanical_structure/operation/usage, fan_speed, "Consumer: Fan Speed").
io_value(mechanical_structure/operation/usage, light_enable, "Consumer: Light Enable").
io_value(mechanical_structure/operation/usage, light_illumination_level, "Consumer: Light Illumination Level").
io_value(mechanical_structure/operation/usage, climate_control_enable, "Consumer: Climate Control Enable").
io_value(mechanical_structure/operation/usage, room_temperature, "Consumer: Room Temperature").
io_value(mechanical_structure/operation/usage, security_enable, "Consumer: Security Enable").
io_value(mechanical_structure/operation/usage, fire_alarm, "Consumer: Fire Alarm").
io_value(mechanical_structure/operation/usage, police_alarm, "Consumer: Police Alarm").
io_value(mechanical_structure/operation/usage, proximity, "Consumer: Proximity").
io_value(mechanical_structure/operation/usage, motion, "Consumer: Motion; Sensors: Motion").
io_value(mechanical_structure/operation/usage, duress_alarm, "Consumer: Duress Alarm").
io_value(mechanical_structure/operation/usage, holdup_alarm, "Consumer: Holdup Alarm").
io_value(mechanical_structure/operation/usage, medical_alarm, "Consumer: Medical Alarm").
io_value(mechanical_structure/operation/usage, balance_right, "Consumer: Balance Right").
io_value(mechanical_structure/operation/usage, balance_left, "Consumer: Balance Left").
io_value(mechanical_structure/operation/usage, bass_increment, "Consumer: Bass Increment").
io_value(mechanical_structure/operation/usage, bass_decrement, "Consumer: Bass Decrement").
io_value(mechanical_structure/operation/usage, treble_increment, "Consumer: Treble Increment").
io_value(mechanical_structure/operation/usage, treble_decrement, "Consumer: Treble Decrement").
io_value(mechanical_structure/operation/usage, speaker_system, "Consumer: Speaker System").
io_value(mechanical_structure/operation/usage, channel_left, "Consumer: Channel Left").
io_value(mechanical_structure/operation/usage, channel_right, "Consumer: Channel Right").
io_value(mechanical_structure/operation/usage, channel_center, "Consumer: Channel Center").
io_value(mechanical_structure/operation/usage, channel_front, "Consumer: Channel Front").
io_value(mechanical_structure/operation/usage, channel_center_front, "Consumer: Channel Center Front").
io_value(mechanical_structure/operation/usage, channel_side, "Consumer: Channel Side").
io_value(mechanical_structure/operation/usage, channel_surround, "Consumer: Channel Surround").
io_value(mechanical_structure/operation/usage, channel_low_frequency_enhancement, "Consumer: Channel Low Frequency Enhancement").
io_value(mechanical_structure/operation/usage, channel_top, "Consumer: Channel Top").
io_value(mechanical_structure/operation/usage, channel_unknown, "Consumer: Channel Unknown").
io_value(mechanical_structure/operation/usage, sub_channel, "Consumer: Sub-channel").
io_value(mechanical_structure/operation/usage, sub_channel_increment, "Consumer: Sub-channel Increment").
io_value(mechanical_structure/operation/usage, sub_channel_decrement, "Consumer: Sub-channel Decrement").
io_value(mechanical_structure/operation/usage, alternate_audio_increment, "Consumer: Alternate Audio Increment").
io_value(mechanical_structure/operation/usage, alternate_audio_decrement, "Consumer: Alternate Audio Decrement").
io_value(mechanical_structure/operation/usage, application_launch_buttons, "Consumer: Application Launch Buttons").
io_value(mechanical_structure/operation/usage, al_launch_button_configuration_tool, "Consumer: AL Launch Button Configuration Tool").
io_value(mechanical_structure/operation/usage, al_programmable_button_configuration, "Consumer: AL Programmable Button Configuration").
io_value(mechanical_structure/operation/usage, al_consumer_control_configuration, "Consumer: AL Consumer Control Configuration").
io_value(mechanical_structure/operation/usage, al_word_processor, "Consumer: AL Word Processor").
io_value(mechanical_structure/operation/usage, al_text_editor, "Consumer: AL Text Editor").
io_value(mechanical_structure/operation/usage, al_spreadsheet, "Consumer: AL Spreadsheet").
io_value(mechanical_structure/operation/usage, al_graphics_editor, "Consumer: AL Graphics Editor").
io_value(mechanical_structure/operation/usage, al_presentation_app, "Consumer: AL Presentation App").
io_value(mechanical_structure/operation/usage, al_database_app, "Consumer: AL Database App").
io_value(mechanical_structure/operation/usage, al_email_reader, "Consumer: AL Email Reader").
io_value(mechanical_structure/operation/usage, al_newsreader, "Consumer: AL Newsreader").
io_value(mechanical_structure/operation/usage, al_voicemail, "Consumer: AL Voicemail").
io_value(mechanical_structure/operation/usage, al_contacts_address_book, "Consumer: AL Contacts/Address Book").
io_value(mechanical_structure/operation/usage, al_calendar_schedule, "Consumer: AL Calendar/Schedule").
io_value(mechanical_structure/operation/usage, al_task_project_manager, "Consumer: AL Task/Project Manager").
io_value(mechanical_structure/operation/usage, al_log_journal_timecard, "Consumer: AL Log/Journal/Timecard").
io_value(mechanical_structure/operation/usage, al_checkbook_finance, "Consumer: AL Checkbook/Finance").
io_value(mechanical_structure/operation/usage, al_calculator, "Consumer: AL Calculator").
io_value(mechanical_structure/operation/usage, al_a_v_capture_playback, "Consumer: AL A/V Capture/Playback").
io_value(mechanical_structure/operation/usage, al_local_machine_browser, "Consumer: AL Local Machine Browser").
io_value(mechanical_structure/operation/usage, al_lan_wan_browser, "Consumer: AL LAN/WAN Browser").
io_value(mechanical_structure/operation/usage, al_internet_browser, "Consumer: AL Internet Browser").
io_value(mechanical_structure/operation/usage, al_remote_networking_isp_connect, "Consumer: AL Remote Networking/ISP Connect").
io_value(mechanical_structure/operation/usage, al_network_conference, "Consumer: AL Network Conference").
io_value(mechanical_structure/operation/usage, al_network_chat, "Consumer: AL Network Chat").
io_value(mechanical_structure/operation/usage, al_telephony_dialer, "Consumer: AL Telephony/Dialer").
io_value(mechanical_structure/operation/usage, al_logon, "Consumer: AL Logon").
io_value(mechanical_structure/operation/usage, al_logoff, "Consumer: AL Logoff").
io_value(mechanical_structure/operation/usage, al_logon_logoff, "Consumer: AL Logon/Logoff").
io_value(mechanical_structure/operation/usage, al_terminal_lock_screensaver, "Consumer: AL Terminal Lock/Screensaver").
io_value(mechanical_structure/operation/usage, al_control_panel, "Consumer: AL Control Panel").
io_value(mechanical_structure/operation/usage, al_command_line_processor_run, "Consumer: AL Command Line Processor/Run").
io_value(mechanical_structure/operation/usage, al_process_task_manager, "Consumer: AL Process/Task Manager").
io_value(mechanical_structure/operation/usage, al_select_task_application, "Consumer: AL Select Task/Application").
io_value(mechanical_structure/operation/usage, al_next_task_application, "Consumer: AL Next Task/Application").
io_value(mechanical_structure/operation/usage, al_previous_task_application, "Consumer: AL Previous Task/Application").
io_value(mechanical_structure/operation/usage, al_preemptive_halt_task_application, "Consumer: AL Preemptive Halt Task/Application").
io_value(mechanical_structure/operation/usage, al_integrated_help_center, "Consumer: AL Integrated Help Center").
io_value(mechanical_structure/operation/usage, al_documents, "Consumer: AL Documents").
io_value(mechanical_structure/operation/usage, al_thesaurus, "Consumer: AL Thesaurus").
io_value(mechanical_structure/operation/usage, al_dictionary, "Consumer: AL Dictionary").
io_value(mechanical_structure/operation/usage, al_desktop, "Consumer: AL Desktop").
io_value(mechanical_structure/operation/usage, al_spell_check, "Consumer: AL Spell Check").
io_value(mechanical_structure/operation/usage, al_grammar_check, "Consumer: AL Grammar Check").
io_value(mechanical_structure/operation/usage, al_wireless_status, "Consumer: AL Wireless Status").
io_value(mechanical_structure/operation/usage, al_keyboard_layout, "Consumer: AL Keyboard Layout").
io_value(mechanical_structure/operation/usage, al_virus_protection, "Consumer: AL Virus Protection").
io_value(mechanical_structure/operation/usage, al_encryption, "Consumer: AL Encryption").
io_value(mechanical_structure/operation/usage, al_screen_saver, "Consumer: AL Screen Saver").
io_value(mechanical_structure/operation/usage, al_alarms, "Consumer: AL Alarms").
io_value(mechanical_structure/operation/usage, al_clock, "Consumer: AL Clock").
io_value(mechanical_structure/operation/usage, al_file_browser, "Consumer: AL File Browser").
io_value(mechanical_structure/operation/usage, al_power_status, "Consumer: AL Power Status").
io_value(mechanical_structure/operation/usage, al_image_browser, "Consumer: AL Image Browser").
io_value(mechanical_structure/operation/usage, al_audio_browser, "Consumer: AL Audio Browser").
io_value(mechanical_structure/operation/usage, al_movie_browser, "Consumer: AL Movie Browser").
io_value(mechanical_structure/operation/usage, al_digital_rights_manager, "Consumer: AL Digital Rights Manager").
io_value(mechanical_structure/operation/usage, al_digital_wallet, "Consumer: AL Digital Wallet").
io_value(mechanical_structure/operation/usage, generic_gui_application_controls, "Consumer: Generic GUI Application Controls").
io_value(mechanical_structure/operation/usage, ac_new, "Consumer: AC New").
io_value(mechanical_structure/operation/usage, ac_open, "Consumer: AC Open").
io_value(mechanical_structure/operation/usage, ac_close, "Consumer: AC Close").
io_value(mechanical_structure/operation/usage, ac_exit, "Consumer: AC Exit").
io_value(mechanical_structure/operation/usage, ac_maximize, "Consumer: AC Maximize").
io_value(mechanical_structure/operation/usage, ac_minimize, "Consumer: AC Minimize").
io_value(mechanical_structure/operation/usage, ac_save, "Consumer: AC Save").
io_value(mechanical_structure/operation/usage, ac_print, "Consumer: AC Print").
io_value(mechanical_structure/operation/usage, ac_properties, "Consumer: AC Properties").
io_value(mechanical_structure/operation/usage, ac_undo, "Consumer: AC Undo").
io_value(mechanical_structure/operation/usage, ac_copy, "Consumer: AC Copy").
io_value(mechanical_structure/operation/usage, ac_cut, "Consumer: AC Cut").
io_value(mechanical_structure/operation/usage, ac_paste, "Consumer: AC Paste").
io_value(mechanical_structure/operation/usage, ac_select_all, "Consumer: AC Select All").
io_value(mechanical_structure/operation/usage, ac_find, "Consumer: AC Find").
io_value(mechanical_structure/operation/usage, ac_find_and_replace, "Consumer: AC Find and Replace").
io_value(mechanical_structure/operation/usage, ac_search, "Consumer: AC Search").
io_value(mechanical_structure/operation/usage, ac_go_to, "Consumer: AC Go To").
io_value(mechanical_structure/operation/usage, ac_home, "Consumer: AC Home").
io_value(mechanical_structure/operation/usage, ac_back, "Consumer: AC Back").
io_value(mechanical_structure/operation/usage, ac_forward, "Consumer: AC Forward").
io_value(mechanical_structure/operation/usage, ac_stop, "Consumer: AC Stop").
io_value(mechanical_structure/operation/usage, ac_refresh, "Consumer: AC Refresh").
io_value(mechanical_structure/operation/usage, ac_previous_link, "Consumer: AC Previous Link").
io_value(mechanical_structure/operation/usage, ac_next_link, "Consumer: AC Next Link").
io_value(mechanical_structure/operation/usage, ac_bookmarks, "Consumer: AC Bookmarks").
io_value(mechanical_structure/operation/usage, ac_history, "Consumer: AC History").
io_value(mechanical_structure/operation/usage, ac_subscriptions, "Consumer: AC Subscriptions").
io_value(mechanical_structure/operation/usage, ac_zoom_in, "Consumer: AC Zoom In").
io_value(mechanical_structure/operation/usage, ac_zoom_out, "Consumer: AC Zoom Out").
io_value(mechanical_structure/operation/usage, ac_zoom, "Consumer: AC Zoom").
io_value(mechanical_structure/operation/usage, ac_full_screen_view, "Consumer: AC Full Screen View").
io_value(mechanical_structure/operation/usage, ac_normal_view, "Consumer: AC Normal View").
io_value(mechanical_structure/operation/usage, ac_view_toggle, "Consumer: AC View Toggle").
io_value(mechanical_structure/operation/usage, ac_scroll_up, "Consumer: AC Scroll Up").
io_value(mechanical_structure/operation/usage, ac_scroll_down, "Consumer: AC Scroll Down").
io_value(mechanical_structure/operation/usage, ac_scroll, "Consumer: AC Scroll").
io_value(mechanical_structure/operation/usage, ac_pan_left, "Consumer: AC Pan Left").
io_value(mechanical_structure/operation/usage, ac_pan_right, "Consumer: AC Pan Right").
io_value(mechanical_structure/operation/usage, ac_pan, "Consumer: AC Pan").
io_value(mechanical_structure/operation/usage, ac_new_window, "Consumer: AC New Window").
io_value(mechanical_structure/operation/usage, ac_tile_horizontally, "Consumer: AC Tile Horizontally").
io_value(mechanical_structure/operation/usage, ac_tile_vertically, "Consumer: AC Tile Vertically").
io_value(mechanical_structure/operation/usage, ac_format, "Consumer: AC Format").
io_value(mechanical_structure/operation/usage, digitizer, "Digitizers: Digitizer").
io_value(mechanical_structure/operation/usage, pen, "Digitizers: Pen").
io_value(mechanical_structure/operation/usage, light_pen, "Digitizers: Light Pen").
io_value(mechanical_structure/operation/usage, touch_screen, "Digitizers: Touch Screen").
io_value(mechanical_structure/operation/usage, touch_pad, "Digitizers: Touch Pad").
io_value(mechanical_structure/operation/usage, whiteboard, "Digitizers: Whiteboard").
io_value(mechanical_structure/operation/usage, coordinate_measuring_machine, "Digitizers: Coordinate Measuring Machine").
io_value(mechanical_structure/operation/usage, usage_3d_digitizer, "Digitizers: 3D Digitizer").
io_value(mechanical_structure/operation/usage, stereo_plotter, "Digitizers: Stereo Plotter").
io_value(mechanical_structure/operation/usage, articulated_arm, "Digitizers: Articulated Arm").
io_value(mechanical_structure/operation/usage, armature, "Digitizers: Armature").
io_value(mechanical_structure/operation/usage, multiple_point_digitizer, "Digitizers: Multiple Point Digitizer").
io_value(mechanical_structure/operation/usage, free_space_wand, "Digitizers: Free Space Wand").
io_value(mechanical_structure/operation/usage, device_configuration, "Digitizers: Device Configuration").
io_value(mechanical_structure/operation/usage, stylus, "Digitizers: Stylus").
io_value(mechanical_structure/operation/usage, puck, "Digitizers: Puck").
io_value(mechanical_structure/operation/usage, finger, "Digitizers: Finger").
io_value(mechanical_structure/operation/usage, device_settings, "Digitizers: Device Settings").
io_value(mechanical_structure/operation/usage, tip_pressure, "Digitizers: Tip Pressure").
io_value(mechanical_structure/operation/usage, barrel_pressure, "Digitizers: Barrel Pressure").
io_value(mechanical_structure/operation/usage, in_range, "Digitizers: In Range").
io_value(mechanical_structure/operation/usage, touch, "Digitizers: Touch").
io_value(mechanical_structure/operation/usage, untouch, "Digitizers: Untouch").
io_value(mechanical_structure/operation/usage, tap, "Digitizers: Tap").
io_value(mechanical_structure/operation/usage, quality, "Digitizers: Quality").
io_value(mechanical_structure/operation/usage, data_valid, "Digitizers: Data Valid").
io_value(mechanical_structure/operation/usage, transducer_index, "Digitizers: Transducer Index").
io_value(mechanical_structure/operation/usage, tablet_function_keys, "Digitizers: Tablet Function Keys").
io_value(mechanical_structure/operation/usage, program_change_keys, "Digitizers: Program Change Keys").
io_value(mechanical_structure/operation/usage, invert, "Digitizers: Invert").
io_value(mechanical_structure/operation/usage, x_tilt, "Digitizers: X Tilt").
io_value(mechanical_structure/operation/usage, y_tilt, "Digitizers: Y Tilt").
io_value(mechanical_structure/operation/usage, azimuth, "Digitizers: Azimuth").
io_value(mechanical_structure/operation/usage, altitude, "Digitizers: Altitude").
io_value(mechanical_structure/operation/usage, twist, "Digitizers: Twist").
io_value(mechanical_structure/operation/usage, tip_switch, "Digitizers: Tip Switch").
io_value(mechanical_structure/operation/usage, secondary_tip_switch, "Digitizers: Secondary Tip Switch").
io_value(mechanical_structure/operation/usage, barrel_switch, "Digitizers: Barrel Switch").
io_value(mechanical_structure/operation/usage, eraser, "Digitizers: Eraser").
io_value(mechanical_structure/operation/usage, tablet_pick, "Digitizers: Tablet Pick").
io_value(mechanical_structure/operation/usage, touch_valid, "Digitizers: Touch Valid").
io_value(mechanical_structure/operation/usage, width, "Digitizers: Width").
io_value(mechanical_structure/operation/usage, height, "Digitizers: Height").
io_value(mechanical_structure/operation/usage, contact_identifier, "Digitizers: Contact Identifier").
io_value(mechanical_structure/operation/usage, device_mode, "Digitizers: Device Mode").
io_value(mechanical_structure/operation/usage, device_identifier, "Digitizers: Device Identifier").
io_value(mechanical_structure/operation/usage, contact_count, "Digitizers: Contact Count").
io_value(mechanical_structure/operation/usage, contact_count_maximum, "Digitizers: Contact Count Maximum").
io_value(mechanical_structure/operation/usage, scan_time, "Digitizers: Scan Time").
io_value(mechanical_structure/operation/usage, surface_switch, "Digitizers: Surface Switch").
io_value(mechanical_structure/operation/usage, button_switch, "Digitizers: Button Switch").
io_value(mechanical_structure/operation/usage, pad_type, "Digitizers: Pad Type").
io_value(mechanical_structure/operation/usage, secondary_barrel_switch, "Digitizers: Secondary Barrel Switch").
io_value(mechanical_structure/operation/usage, transducer_serial_number, "Digitizers: Transducer Serial Number").
io_value(mechanical_structure/operation/usage, preferred_color, "Digitizers: Preferred Color").
io_value(mechanical_structure/operation/usage, latency_mode, "Digitizers: Latency Mode").
io_value(mechanical_structure/operation/usage, simple_haptic_controller, "Haptics: Simple Haptic Controller").
io_value(mechanical_structure/operation/usage, waveform_list, "Haptics: Waveform List").
io_value(mechanical_structure/operation/usage, duration_list, "Haptics: Duration List").
io_value(mechanical_structure/operation/usage, auto_trigger, "Haptics: Auto Trigger").
io_value(mechanical_structure/operation/usage, manual_trigger, "Haptics: Manual Trigger").
io_value(mechanical_structure/operation/usage, auto_trigger_associated_control, "Haptics: Auto Trigger Associated Control").
io_value(mechanical_structure/operation/usage, intensity, "Haptics: Intensity").
io_value(mechanical_structure/operation/usage, repeat_count, "Haptics: Repeat Count").
io_value(mechanical_structure/operation/usage, retrigger_period, "Haptics: Retrigger Period").
io_value(mechanical_structure/operation/usage, waveform_vendor_page, "Haptics: Waveform Vendor Page").
io_value(mechanical_structure/operation/usage, waveform_vendor_id, "Haptics: Waveform Vendor ID").
io_value(mechanical_structure/operation/usage, waveform_cutoff_time, "Haptics: Waveform Cutoff Time").
io_value(mechanical_structure/operation/usage, physical_input_device, "Physical Input Device: Physical Input Device").
io_value(mechanical_structure/operation/usage, normal, "Physical Input Device: Normal").
io_value(mechanical_structure/operation/usage, set_effect_report, "Physical Input Device: Set Effect Report").
io_value(mechanical_structure/operation/usage, effect_parameter_block_index, "Physical Input Device: Effect Parameter Block Index").
io_value(mechanical_structure/operation/usage, parameter_block_offset, "Physical Input Device: Parameter Block Offset").
io_value(mechanical_structure/operation/usage, rom_flag, "Physical Input Device: ROM Flag").
io_value(mechanical_structure/operation/usage, effect_type, "Physical Input Device: Effect Type").
io_value(mechanical_structure/operation/usage, et_constant_force, "Physical Input Device: ET Constant-Force").
io_value(mechanical_structure/operation/usage, et_ramp, "Physical Input Device: ET Ramp").
io_value(mechanical_structure/operation/usage, et_custom_force, "Physical Input Device: ET Custom-Force").
io_value(mechanical_structure/operation/usage, et_square, "Physical Input Device: ET Square").
io_value(mechanical_structure/operation/usage, et_sine, "Physical Input Device: ET Sine").
io_value(mechanical_structure/operation/usage, et_triangle, "Physical Input Device: ET Triangle").
io_value(mechanical_structure/operation/usage, et_sawtooth_up, "Physical Input Device: ET Sawtooth Up").
io_value(mechanical_structure/operation/usage, et_sawtooth_down, "Physical Input Device: ET Sawtooth Down").
io_value(mechanical_structure/operation/usage, et_spring, "Physical Input Device: ET Spring").
io_value(mechanical_structure/operation/usage, et_damper, "Physical Input Device: ET Damper").
io_value(mechanical_structure/operation/usage, et_inertia, "Physical Input Device: ET Inertia").
io_value(mechanical_structure/operation/usage, et_friction, "Physical Input Device: ET Friction").
io_value(mechanical_structure/operation/usage, duration, "Physical Input Device: Duration").
io_value(mechanical_structure/operation/usage, sample_period, "Physical Input Device: Sample Period").
io_value(mechanical_structure/operation/usage, gain, "Physical Input Device: Gain").
io_value(mechanical_structure/operation/usage, trigger_button, "Physical Input Device: Trigger Button").
io_value(mechanical_structure/operation/usage, trigger_repeat_interval, "Physical Input Device: Trigger Repeat Interval").
io_value(mechanical_structure/operation/usage, alphanumeric_display, "Auxiliary Display: Alphanumeric Display").
io_value(mechanical_structure/operation/usage, auxiliary_display, "Auxiliary Display: Auxiliary Display").
io_value(mechanical_structure/operation/usage, display_attributes_report, "Auxiliary Display: Display Attributes Report").
io_value(mechanical_structure/operation/usage, ascii_character_set, "Auxiliary Display: ASCII Character Set").
io_value(mechanical_structure/operation/usage, data_read_back, "Auxiliary Display: Data Read Back").
io_value(mechanical_structure/operation/usage, font_read_back, "Auxiliary Display: Font Read Back").
io_value(mechanical_structure/operation/usage, display_control_report, "Auxiliary Display: Display Control Report").
io_value(mechanical_structure/operation/usage, clear_display, "Auxiliary Display: Clear Display").
io_value(mechanical_structure/operation/usage, screen_saver_delay, "Auxiliary Display: Screen Saver Delay").
io_value(mechanical_structure/operation/usage, screen_saver_enable, "Auxiliary Display: Screen Saver Enable").
io_value(mechanical_structure/operation/usage, vertical_scroll, "Auxiliary Display: Vertical Scroll").
io_value(mechanical_structure/operation/usage, horizontal_scroll, "Auxiliary Display: Horizontal Scroll").
io_value(mechanical_structure/operation/usage, character_report, "Auxiliary Display: Character Report").
io_value(mechanical_structure/operation/usage, display_data, "Auxiliary Display: Display Data").
io_value(mechanical_structure/operation/usage, display_status, "Auxiliary Display: Display Status").
io_value(mechanical_structure/operation/usage, sensor, "Sensors: Sensor").
io_value(mechanical_structure/operation/usage, biometric, "Sensors: Biometric").
io_value(mechanical_structure/operation/usage, biometric_human_presence, "Sensors: Biometric: Human Presence").
io_value(mechanical_structure/operation/usage, biometric_human_proximity, "Sensors: Biometric: Human Proximity").
io_value(mechanical_structure/operation/usage, biometric_human_touch, "Sensors: Biometric: Human Touch").
io_value(mechanical_structure/operation/usage, electrical, "Sensors: Electrical").
io_value(mechanical_structure/operation/usage, electrical_capacitance, "Sensors: Electrical: Capacitance").
io_value(mechanical_structure/operation/usage, electrical_current, "Sensors: Electrical: Current").
io_value(mechanical_structure/operation/usage, electrical_power, "Sensors: Electrical: Power").
io_value(mechanical_structure/operation/usage, electrical_inductance, "Sensors: Electrical: Inductance").
io_value(mechanical_structure/operation/usage, electrical_resistance, "Sensors: Electrical: Resistance").
io_value(mechanical_structure/operation/usage, electrical_voltage, "Sensors: Electrical: Voltage").
io_value(mechanical_structure/operation/usage, electrical_potentiometer, "Sensors: Electrical: Potentiometer").
io_value(mechanical_structure/operation/usage, electrical_frequency, "Sensors: Electrical: Frequency").
io_value(mechanical_structure/operation/usage, electrical_period, "Sensors: Electrical: Period").
io_value(mechanical_structure/operation/usage, environmental, "Sensors: Environmental").
io_value(mechanical_structure/operation/usage, environmental_atmospheric_pressure, "Sensors: Environmental: Atmospheric Pressure").
io_value(mechanical_structure/operation/usage, environmental_humidity, "Sensors: Environmental: Humidity").
io_value(mechanical_structure/operation/usage, environmental_temperature, "Sensors: Environmental: Temperature").
io_value(mechanical_structure/operation/usage, environmental_wind_direction, "Sensors: Environmental: Wind Direction").
io_value(mechanical_structure/operation/usage, environmental_wind_speed, "Sensors: Environmental: Wind Speed").
io_value(mechanical_structure/operation/usage, light, "Sensors: Light").
io_value(mechanical_structure/operation/usage, light_ambient_light, "Sensors: Light: Ambient Light").
io_value(mechanical_structure/operation/usage, light_consumer_infrared, "Sensors: Light: Consumer Infrared").
io_value(mechanical_structure/operation/usage, location, "Sensors: Location").
io_value(mechanical_structure/operation/usage, location_broadcast, "Sensors: Location: Broadcast").
io_value(mechanical_structure/operation/usage, location_dead_reckoning, "Sensors: Location: Dead Reckoning").
io_value(mechanical_structure/operation/usage, location_gps, "Sensors: Location: GPS").
io_value(mechanical_structure/operation/usage, location_lookup, "Sensors: Location: Lookup").
io_value(mechanical_structure/operation/usage, location_other, "Sensors: Location: Other").
io_value(mechanical_structure/operation/usage, location_static, "Sensors: Location: Static").
io_value(mechanical_structure/operation/usage, location_triangulation, "Sensors: Location: Triangulation").
io_value(mechanical_structure/operation/usage, mechanical, "Sensors: Mechanical").
io_value(mechanical_structure/operation/usage, mechanical_boolean_switch, "Sensors: Mechanical: Boolean Switch").
io_value(mechanical_structure/operation/usage, mechanical_boolean_switch_array, "Sensors: Mechanical: Boolean Switch Array").
io_value(mechanical_structure/operation/usage, mechanical_multivalue_switch, "Sensors: Mechanical: Multivalue Switch").
io_value(mechanical_structure/operation/usage, mechanical_force, "Sensors: Mechanical: Force").
io_value(mechanical_structure/operation/usage, mechanical_pressure, "Sensors: Mechanical: Pressure").
io_value(mechanical_structure/operation/usage, mechanical_strain, "Sensors: Mechanical: Strain").
io_value(mechanical_structure/operation/usage, mechanical_weight, "Sensors: Mechanical: Weight").
io_value(mechanical_structure/operation/usage, mechanical_haptic_vibrator, "Sensors: Mechanical: Haptic Vibrator").
io_value(mechanical_structure/operation/usage, mechanical_hall_effect_switch, "Sensors: Mechanical: Hall Effect Switch").
io_value(mechanical_structure/operation/usage, motion_accelerometer_1d, "Sensors: Motion: Accelerometer 1D").
io_value(mechanical_structure/operation/usage, motion_accelerometer_2d, "Sensors: Motion: Accelerometer 2D").
io_value(mechanical_structure/operation/usage, motion_accelerometer_3d, "Sensors: Motion: Accelerometer 3D").
io_value(mechanical_structure/operation/usage, motion_gyrometer_1d, "Sensors: Motion: Gyrometer 1D").
io_value(mechanical_structure/operation/usage, motion_gyrometer_2d, "Sensors: Motion: Gyrometer 2D").
io_value(mechanical_structure/operation/usage, motion_gyrometer_3d, "Sensors: Motion: Gyrometer 3D").
io_value(mechanical_structure/operation/usage, motion_motion_detector, "Sensors: Motion: Motion Detector").
io_value(mechanical_structure/operation/usage, motion_speedometer, "Sensors: Motion: Speedometer").
io_value(mechanical_structure/operation/usage, motion_accelerometer, "Sensors: Motion: Accelerometer").
io_value(mechanical_structure/operation/usage, motion_gyrometer, "Sensors: Motion: Gyrometer").
io_value(mechanical_structure/operation/usage, orientation, "Sensors: Orientation").
io_value(mechanical_structure/operation/usage, orientation_compass_1d, "Sensors: Orientation: Compass 1D").
io_value(mechanical_structure/operation/usage, orientation_compass_2d, "Sensors: Orientation: Compass 2D").
io_value(mechanical_structure/operation/usage, orientation_compass_3d, "Sensors: Orientation: Compass 3D").
io_value(mechanical_structure/operation/usage, orientation_inclinometer_1d, "Sensors: Orientation: Inclinometer 1D").
io_value(mechanical_structure/operation/usage, orientation_inclinometer_2d, "Sensors: Orientation: Inclinometer 2D").
io_value(mechanical_structure/operation/usage, orientation_inclinometer_3d, "Sensors: Orientation: Inclinometer 3D").
io_value(mechanical_structure/operation/usage, orientation_distance_1d, "Sensors: Orientation: Distance 1D").
io_value(mechanical_structure/operation/usage, orientation_distance_2d, "Sensors: Orientation: Distance 2D").
io_value(mechanical_structure/operation/usage, orientation_distance_3d, "Sensors: Orientation: Distance 3D").
io_value(mechanical_structure/operation/usage, orientation_device_orientation, "Sensors: Orientation: Device Orientation").
io_value(mechanical_structure/operation/usage, lamp_array, "Lighting and Illumination: Lamp Array").
io_value(mechanical_structure/operation/usage, monitor_control, "Monitor: Monitor Control").
io_value(mechanical_structure/operation/usage, edid_information, "Monitor: EDID Information").
io_value(mechanical_structure/operation/usage, vdif_information, "Monitor: VDIF Information").
io_value(mechanical_structure/operation/usage, vesa_version, "Monitor: VESA Version").
io_value(mechanical_structure/operation/usage, brightness, "VESA Virtual Controls: Brightness").
io_value(mechanical_structure/operation/usage, contrast, "VESA Virtual Controls: Contrast").
io_value(mechanical_structure/operation/usage, iname, "Power: iName").
io_value(mechanical_structure/operation/usage, present_status, "Power: Present Status").
io_value(mechanical_structure/operation/usage, changed_status, "Power: Changed Status").
io_value(mechanical_structure/operation/usage, ups, "Power: UPS").
io_value(mechanical_structure/operation/usage, power_supply, "Power: Power Supply").
io_value(mechanical_structure/operation/usage, battery_system, "Power: Battery System").
io_value(mechanical_structure/operation/usage, battery_system_id, "Power: Battery System ID").
io_value(mechanical_structure/operation/usage, battery, "Power: Battery").
io_value(mechanical_structure/operation/usage, battery_id, "Power: Battery ID").
io_value(mechanical_structure/operation/usage, charger, "Power: Charger").
io_value(mechanical_structure/operation/usage, charger_id, "Power: Charger ID").
io_value(mechanical_structure/operation/usage, power_converter, "Power: Power Converter").
io_value(mechanical_structure/operation/usage, power_converter_id, "Power: Power Converter ID").
io_value(mechanical_structure/operation/usage, outlet_system, "Power: Outlet System").
io_value(mechanical_structure/operation/usage, outlet_system_id, "Power: Outlet System ID").
io_value(mechanical_structure/operation/usage, input, "Power: Input").
io_value(mechanical_structure/operation/usage, input_id, "Power: Input ID").
io_value(mechanical_structure/operation/usage, output, "Power: Output").
io_value(mechanical_structure/operation/usage, output_id, "Power: Output ID").
io_value(mechanical_structure/operation/usage, flow, "Power: Flow").
io_value(mechanical_structure/operation/usage, flow_id, "Power: Flow ID").
io_value(mechanical_structure/operation/usage, outlet, "Power: Outlet").
io_value(mechanical_structure/operation/usage, outlet_id, "Power: Outlet ID").
io_value(mechanical_structure/operation/usage, gang, "Power: Gang").
io_value(mechanical_structure/operation/usage, gang_id, "Power: Gang ID").
io_value(mechanical_structure/operation/usage, power_summary, "Power: Power Summary").
io_value(mechanical_structure/operation/usage, power_summary_id, "Power: Power Summary ID").
io_value(mechanical_structure/operation/usage, voltage, "Power: Voltage").
io_value(mechanical_structure/operation/usage, current, "Power: Current").
io_value(mechanical_structure/operation/usage, frequency, "Power: Frequency").
io_value(mechanical_structure/operation/usage, apparent_power, "Power: Apparent Power").
io_value(mechanical_structure/operation/usage, active_power, "Power: Active Power").
io_value(mechanical_structure/operation/usage, percent_load, "Power: Percent Load").
io_value(mechanical_structure/operation/usage, temperature, "Power: Temperature").
io_value(mechanical_structure/operation/usage, humidity, "Power: Humidity").
io_value(mechanical_structure/operation/usage, bad_count, "Power: Bad Count").
io_value(mechanical_structure/operation/usage, config_voltage, "Power: Config Voltage").
io_value(mechanical_structure/operation/usage, config_current, "Power: Config Current").
io_value(mechanical_structure/operation/usage, config_frequency, "Power: Config Frequency").
io_value(mechanical_structure/operation/usage, config_apparent_power, "Power: Config Apparent Power").
io_value(mechanical_structure/operation/usage, config_active_power, "Power: Config Active Power").
io_value(mechanical_structure/operation/usage, config_percent_load, "Power: Config Percent Load").
io_value(mechanical_structure/operation/usage, config_temperature, "Power: Config Temperature").
io_value(mechanical_structure/operation/usage, config_humidity, "Power: Config Humidity").
io_value(mechanical_structure/operation/usage, switch_on_control, "Power: Switch On Control").
io_value(mechanical_structure/operation/usage, switch_off_control, "Power: Switch Off Control").
io_value(mechanical_structure/operation/usage, toggle_control, "Power: Toggle Control").
io_value(mechanical_structure/operation/usage, low_voltage_transfer, "Power: Low Voltage Transfer").
io_value(mechanical_structure/operation/usage, high_voltage_transfer, "Power: High Voltage Transfer").
io_value(mechanical_structure/operation/usage, delay_before_reboot, "Power: Delay Before Reboot").
io_value(mechanical_structure/operation/usage, delay_before_startup, "Power: Delay Before Startup").
io_value(mechanical_structure/operation/usage, delay_before_shutdown, "Power: Delay Before Shutdown").
io_value(mechanical_structure/operation/usage, test, "Power: Test").
io_value(mechanical_structure/operation/usage, module_reset, "Power: Module Reset").
io_value(mechanical_structure/operation/usage, audible_alarm_control, "Power: Audible Alarm Control").
io_value(mechanical_structure/operation/usage, present, "Power: Present").
io_value(mechanical_structure/operation/usage, good, "Power: Good").
io_value(mechanical_structure/operation/usage, internal_failure, "Power: Internal Failure").
io_value(mechanical_structure/operation/usage, voltage_out_of_range, "Power: Voltage Out Of Range").
io_value(mechanical_structure/operation/usage, frequency_out_of_range, "Power: Frequency Out Of Range").
io_value(mechanical_structure/operation/usage, overload, "Power: Overload").
io_value(mechanical_structure/operation/usage, over_charged, "Power: Over Charged").
io_value(mechanical_structure/operation/usage, over_temperature, "Power: Over Temperature").
io_value(mechanical_structure/operation/usage, shutdown_requested, "Power: Shutdown Requested").
io_value(mechanical_structure/operation/usage, shutdown_imminent, "Power: Shutdown Imminent").
io_value(mechanical_structure/operation/usage, switch_on_off, "Power: Switch On/Off").
io_value(mechanical_structure/operation/usage, switchable, "Power: Switchable").
io_value(mechanical_structure/operation/usage, used, "Power: Used").
io_value(mechanical_structure/operation/usage, boost, "Power: Boost").
io_value(mechanical_structure/operation/usage, buck, "Power: Buck").
io_value(mechanical_structure/operation/usage, initialized, "Power: Initialized").
io_value(mechanical_structure/operation/usage, tested, "Power: Tested").
io_value(mechanical_structure/operation/usage, awaiting_power, "Power: Awaiting Power").
io_value(mechanical_structure/operation/usage, communication_lost, "Power: Communication Lost").
io_value(mechanical_structure/operation/usage, imanufacturer, "Power: iManufacturer").
io_value(mechanical_structure/operation/usage, iproduct, "Power: iProduct").
io_value(mechanical_structure/operation/usage, iserialnumber, "Power: iSerialNumber").
io_value(mechanical_structure/operation/usage, manufacturer_access, "Battery System: Manufacturer Access").
io_value(mechanical_structure/operation/usage, remaining_capacity_limit, "Battery System: Remaining Capacity Limit").
io_value(mechanical_structure/operation/usage, remaining_time_limit, "Battery System: Remaining Time Limit").
io_value(mechanical_structure/operation/usage, capacity_mode, "Battery System: Capacity Mode").
io_value(mechanical_structure/operation/usage, below_remaining_capacity_limit, "Battery System: Below Remaining Capacity Limit").
io_value(mechanical_structure/operation/usage, remaining_time_limit_expired, "Battery System: Remaining Time Limit Expired").
io_value(mechanical_structure/operation/usage, charging, "Battery System: Charging").
io_value(mechanical_structure/operation/usage, discharging, "Battery System: Discharging").
io_value(mechanical_structure/operation/usage, fully_charged, "Battery System: Fully Charged").
io_value(mechanical_structure/operation/usage, fully_discharged, "Battery System: Fully Discharged").
io_value(mechanical_structure/operation/usage, conditioning_flag, "Battery System: Conditioning Flag").
io_value(mechanical_structure/operation/usage, need_replacement, "Battery System: Need Replacement").
io_value(mechanical_structure/operation/usage, relative_state_of_charge, "Battery System: Relative State Of Charge").
io_value(mechanical_structure/operation/usage, absolute_state_of_charge, "Battery System: Absolute State Of Charge").
io_value(mechanical_structure/operation/usage, remaining_capacity, "Battery System: Remaining Capacity").
io_value(mechanical_structure/operation/usage, full_charge_capacity, "Battery System: Full Charge Capacity").
io_value(mechanical_structure/operation/usage, run_time_to_empty, "Battery System: Run Time To Empty").
io_value(mechanical_structure/operation/usage, average_time_to_empty, "Battery System: Average Time To Empty").
io_value(mechanical_structure/operation/usage, average_time_to_full, "Battery System: Average Time To Full").
io_value(mechanical_structure/operation/usage, cycle_count, "Battery System: Cycle Count").
io_value(mechanical_structure/operation/usage, design_capacity, "Battery System: Design Capacity").
io_value(mechanical_structure/operation/usage, manufacture_date, "Battery System: Manufacture Date").
io_value(mechanical_structure/operation/usage, idevice_chemistry, "Battery System: iDevice Chemistry").
io_value(mechanical_structure/operation/usage, rechargeable, "Battery System: Rechargeable").
io_value(mechanical_structure/operation/usage, warning_capacity_limit, "Battery System: Warning Capacity Limit").
io_value(mechanical_structure/operation/usage, capacity_granularity_1, "Battery System: Capacity Granularity 1").
io_value(mechanical_structure/operation/usage, capacity_granularity_2, "Battery System: Capacity Granularity 2").
io_value(mechanical_structure/operation/usage, ioem_information, "Battery System: iOEM Information").
io_value(mechanical_structure/operation/usage, ac_present, "Battery System: AC Present").
io_value(mechanical_structure/operation/usage, battery_present, "Battery System: Battery Present").
io_value(mechanical_structure/operation/usage, terminate_charge, "Battery System: Terminate Charge").
io_value(mechanical_structure/operation/usage, camera_auto_focus, "Camera Control: Camera Auto-focus").
io_value(mechanical_structure/operation/usage, camera_shutter, "Camera Control: Camera Shutter").
io_value(mechanical_structure/operation/usage, u2f_authenticator_device, "FIDO Alliance: U2F Authenticator Device").
io_value(mechanical_structure/operation/usage, input_report_data, "FIDO Alliance: Input Report Data").
io_value(mechanical_structure/operation/usage, output_report_data, "FIDO Alliance: Output Report Data").
