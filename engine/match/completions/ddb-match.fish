# SPDX-License-Identifier: Apache-2.0
# fish completion of ddb-match

set -l commands run watch check explain taxonomy equal compare graph convert
set -l loading run watch check explain taxonomy equal compare graph
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a run \
    -d 'Replay the events of a scenario'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a watch \
    -d 'Replay whenever a file is saved'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a check \
    -d 'Look for mistakes in files'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a explain \
    -d 'Tell why an outlet does not get what it asks for'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a taxonomy \
    -d 'Show the words of the taxonomy and the units'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a equal \
    -d 'Are two device specs the same but for names'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a compare \
    -d 'Device specs side by side'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a graph \
    -d 'Draw the elements of a device spec and its signals'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -f -a convert \
    -d 'Write a file as JSON, or back as terms'
complete -c ddb-match -n "not __fish_seen_subcommand_from $commands" -l version \
    -d 'Print the version'
complete -c ddb-match -s h -l help -d 'Print help'
complete -c ddb-match -n "__fish_seen_subcommand_from $loading" -l taxonomy -r \
    -d 'Take this instead of the built-in taxonomy'
complete -c ddb-match -n "__fish_seen_subcommand_from $loading" -l units -r \
    -d 'Take this instead of the built-in units'
complete -c ddb-match -n "__fish_seen_subcommand_from run watch explain" -l json -d 'One JSON object a line'
complete -c ddb-match -n "__fish_seen_subcommand_from explain" -l outlet -x -d 'This outlet only'
complete -c ddb-match -n "__fish_seen_subcommand_from explain" -l alternative -x \
    -d 'This alternative only'
complete -c ddb-match -n "__fish_seen_subcommand_from explain" -l device -x -d 'This device only'
complete -c ddb-match -n "__fish_seen_subcommand_from equal compare" -l json -d 'One JSON object'
complete -c ddb-match -n "__fish_seen_subcommand_from convert" -l to -x -a 'json pl' \
    -d 'The form that is wanted'
complete -c ddb-match -n "__fish_seen_subcommand_from graph" -l svg -d 'Lay the picture out as SVG'
complete -c ddb-match -n "__fish_seen_subcommand_from graph convert" -s o -l output -r \
    -d 'Write this file'
complete -c ddb-match -n "__fish_seen_subcommand_from run" -s q -l quiet \
    -d 'Only events and tables'
complete -c ddb-match -n "__fish_seen_subcommand_from run watch explain" -l transport -x \
    -a 'shared whole_device' -d 'How a device can be divided among systems'
complete -c ddb-match -n "__fish_seen_subcommand_from taxonomy" -f
