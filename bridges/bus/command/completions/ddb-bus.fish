# SPDX-License-Identifier: Apache-2.0
# fish completion of ddb-bus

# A member of the ports that are there.
function __ddb_bus_member
    set -l store
    set -l words (commandline -opc)
    if set -l at (contains -i -- --store $words); and set -q words[(math $at + 1)]
        set store --store $words[(math $at + 1)]
    end
    ddb-bus list --json $store 2>/dev/null | sed -n "s/.*\"$argv[1]\": \"\([^\"]*\)\".*/\1/p" | sort -u
end

set -l commands add delete list watch show graph apply
set -l ports add delete list watch show
set -l stored add delete list watch show apply
complete -c ddb-bus -f
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -a add -d 'Put a port on a bus'
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -a delete \
    -d 'Take a port from its bus, or all ports of a bus'
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -a list \
    -d 'Show ports, a line each'
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -a watch \
    -d 'Tell what happens to ports, live'
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -a show \
    -d 'Show all that is known of a port'
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -a graph \
    -d 'Draw the statuses of a port, and who moves it'
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -a apply \
    -d 'Give each computer the devices matched for it'
complete -c ddb-bus -n "not __fish_seen_subcommand_from $commands" -l version \
    -d 'Print the version'
complete -c ddb-bus -s h -l help -d 'Print help'
complete -c ddb-bus -n "not __fish_seen_subcommand_from graph" -l store -x \
    -a 'sqlite: redis://' -d 'Where the buses are kept'
complete -c ddb-bus -n "__fish_seen_subcommand_from $stored" -l json -d 'Print JSON'
complete -c ddb-bus -n "__fish_seen_subcommand_from $ports" -l bus -x \
    -a '(__ddb_bus_member bus)' -d 'The bus'
complete -c ddb-bus -n "__fish_seen_subcommand_from $ports" -l master -x \
    -a '(__ddb_bus_member master)' -d 'The node that uses the device'
complete -c ddb-bus -n "__fish_seen_subcommand_from $ports" -l provider -x \
    -a '(__ddb_bus_member provider)' -d 'The node that has the port'
complete -c ddb-bus -n "__fish_seen_subcommand_from $ports" -l port -x \
    -a '(__ddb_bus_member port)' -d 'The port, as usbip names it'
complete -c ddb-bus -n "__fish_seen_subcommand_from $ports" -l protocol -x -a usbip \
    -d 'How the device is reached'
complete -c ddb-bus -n "__fish_seen_subcommand_from list watch" -l node -x \
    -a '(__ddb_bus_member master; __ddb_bus_member provider)' -d 'Ports of this node only'
complete -c ddb-bus -n "__fish_seen_subcommand_from add" -l grace -x -a never \
    -d 'How long a master without an agent keeps the devices'
complete -c ddb-bus -n "__fish_seen_subcommand_from delete" -l yes \
    -d 'Do not ask before a whole bus is deleted'
complete -c ddb-bus -n "__fish_seen_subcommand_from show" -a '(__ddb_bus_member key)' -d 'Port'
complete -c ddb-bus -n "__fish_seen_subcommand_from graph" -l svg \
    -d 'Lay the picture out, as SVG'
complete -c ddb-bus -n "__fish_seen_subcommand_from graph" -s o -l output -r -F \
    -d 'Write this file'
complete -c ddb-bus -n "__fish_seen_subcommand_from apply" -F
complete -c ddb-bus -n "__fish_seen_subcommand_from apply" -l where -r -F \
    -d 'Where each device and each system is'
complete -c ddb-bus -n "__fish_seen_subcommand_from apply" -l dry-run \
    -d 'Tell what would be done'
complete -c ddb-bus -n "__fish_seen_subcommand_from apply" -l wait -x \
    -d 'Wait so many seconds for ports that move'
