# SPDX-License-Identifier: Apache-2.0
# fish completion of ddb-agent

set -l agent "not __fish_seen_subcommand_from status ca"
complete -c ddb-agent -f
complete -c ddb-agent -n $agent -a status -d 'Show what the agent of this computer does'
complete -c ddb-agent -n $agent -a ca -d 'The authority of certificates'
complete -c ddb-agent -n "__fish_seen_subcommand_from ca" \
    -a 'init issue renew revoke publish operator list'
complete -c ddb-agent -n $agent -l store-login -r -F -d 'A file with the login of the store'
complete -c ddb-agent -n $agent -l authorize -r -F -d 'A program that has the last word'
complete -c ddb-agent -n $agent -l state -x -a '(__fish_complete_directories)' \
    -d 'Folder of what must outlive a boot'
complete -c ddb-agent -n $agent -l version -d 'Print the version'
complete -c ddb-agent -s h -l help -d 'Print help'
complete -c ddb-agent -n $agent -l node -x -d 'This computer, as buses name it'
complete -c ddb-agent -n $agent -l store -x -a 'sqlite: redis://' -d 'Where the buses are kept'
complete -c ddb-agent -n $agent -l tls -x -a '(__fish_complete_directories)' \
    -d 'Folder of this node\'s certificate'
complete -c ddb-agent -n $agent -l key-limit -x -d 'What keys that wear out may carry'
complete -c ddb-agent -n $agent -l insecure -d 'Lend and import without encryption'
complete -c ddb-agent -n $agent -l once -d 'Do what there is to do now, and exit'
complete -c ddb-agent -n $agent -l port -x -d 'TCP port of all agents'
complete -c ddb-agent -n $agent -l grace -x \
    -d 'How many seconds a master that is gone keeps its devices'
complete -c ddb-agent -n "not __fish_seen_subcommand_from ca" -l metrics -d 'Metrics for Prometheus'
complete -c ddb-agent -n "not __fish_seen_subcommand_from ca" -l run -x -a '(__fish_complete_directories)' \
    -d 'Folder of what lives until the next boot'
complete -c ddb-agent -n $agent -l sysfs -x -a '(__fish_complete_directories)' \
    -d 'Use this tree instead of /sys'
complete -c ddb-agent -n $agent -l log-level -x -a 'error warning notice info' \
    -d 'What is logged'
complete -c ddb-agent -n "__fish_seen_subcommand_from status" -l json -d 'Print one JSON object'

function __ddb_agent_ca
    __fish_seen_subcommand_from ca; and __fish_seen_subcommand_from $argv
end
complete -c ddb-agent -n "__ddb_agent_ca init issue renew revoke publish operator list" -l dir -x \
    -a '(__fish_complete_directories)' -d 'Folder of the authority'
complete -c ddb-agent -n "__ddb_agent_ca init issue renew" -l days -x -d 'How long it lasts'
complete -c ddb-agent -n "__ddb_agent_ca issue renew operator" -l out -x \
    -a '(__fish_complete_directories)' -d 'Folder for the files'
complete -c ddb-agent -n "__ddb_agent_ca issue renew" -l redis -d 'With a user of the Redis server'
complete -c ddb-agent -n "__ddb_agent_ca renew" -l new-key -d 'With a new key'
complete -c ddb-agent -n "__ddb_agent_ca revoke publish" -l store -x -a 'sqlite: redis://' \
    -d 'Where the buses are kept'
complete -c ddb-agent -n "__ddb_agent_ca publish" -l replace -d 'Also the list of an authority before'
complete -c ddb-agent -n "__ddb_agent_ca list" -l json -d 'Print one JSON object'
