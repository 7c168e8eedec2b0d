# SPDX-License-Identifier: Apache-2.0
# fish completion of ddb-usb

set -l commands list describe watch dump
set -l placed list describe dump
complete -c ddb-usb -f
complete -c ddb-usb -n "not __fish_seen_subcommand_from $commands" -a list \
    -d 'Show which devices are there'
complete -c ddb-usb -n "not __fish_seen_subcommand_from $commands" -a describe \
    -d 'Write the description of a device'
complete -c ddb-usb -n "not __fish_seen_subcommand_from $commands" -a watch \
    -d 'Tell which devices come and go'
complete -c ddb-usb -n "not __fish_seen_subcommand_from $commands" -a dump \
    -d 'Show every descriptor of a device'
complete -c ddb-usb -n "not __fish_seen_subcommand_from $commands" -l version \
    -d 'Print the version'
complete -c ddb-usb -s h -l help -d 'Print help'
# Ports: the first column, but for its title.
complete -c ddb-usb -n "__fish_seen_subcommand_from describe dump" \
    -a "(ddb-usb list --hubs 2>/dev/null | sed -n '2,\$s/ .*//p')" -d 'Port'
complete -c ddb-usb -n "__fish_seen_subcommand_from $commands" -l json -d 'Print JSON'
complete -c ddb-usb -n "__fish_seen_subcommand_from list" -l hubs -d 'Hubs as well'
complete -c ddb-usb -n "__fish_seen_subcommand_from describe" -l graph -x -a 'svg dot' -d 'Draw it'
complete -c ddb-usb -n "__fish_seen_subcommand_from describe dump" -l open \
    -d 'Open the device and ask it'
complete -c ddb-usb -n "__fish_seen_subcommand_from describe" -l descriptions -x \
    -a '(__fish_complete_directories)' -d 'Look for descriptions here'
complete -c ddb-usb -n "__fish_seen_subcommand_from describe" -l derived \
    -d 'Derive it although there is a description'
complete -c ddb-usb -n "__fish_seen_subcommand_from describe" -s o -l output -r -F \
    -d 'Write this file'
complete -c ddb-usb -n "__fish_seen_subcommand_from describe" -l all \
    -d 'Every device but hubs, into a folder'
complete -c ddb-usb -n "__fish_seen_subcommand_from $placed" -l sysfs -x \
    -a '(__fish_complete_directories)' -d 'Look into this tree instead of /sys'
complete -c ddb-usb -n "__fish_seen_subcommand_from $placed" -l descriptors -r -F \
    -d 'Take the bytes of a device from this file'
complete -c ddb-usb -n "__fish_seen_subcommand_from $placed" -l report-descriptor -r -F \
    -d 'Its HID report descriptor'
complete -c ddb-usb -n "__fish_seen_subcommand_from $placed" -l bos -r -F \
    -d 'Its binary device object store'
