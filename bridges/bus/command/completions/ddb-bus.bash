# SPDX-License-Identifier: Apache-2.0
# bash completion of ddb-bus

# Member NAME of the ports that are there.
_ddb_bus_members() {
  ddb-bus list --json "${store[@]}" 2>/dev/null | sed -n "s/.*\"$1\": \"\([^\"]*\)\".*/\1/p" | sort -u
}

_ddb_bus() {
  local current previous words cword
  # Colons are parts of words here: of nodes, keys and URLs.
  if declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref -n : cur prev words cword
    current=${cur-} previous=${prev-}
  else
    current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    words=("${COMP_WORDS[@]}") cword=$COMP_CWORD
  fi
  local command= word i store=()
  for ((i = 1; i < cword; ++i)); do
    word=${words[i]}
    case $word in
      --store) store=(--store "${words[i + 1]-}") ;;
      add | delete | list | watch | show | apply | graph) [[ -n $command ]] || command=$word ;;
    esac
  done
  COMPREPLY=()
  case $previous in
    --store)
      mapfile -t COMPREPLY < <(compgen -W 'sqlite: redis://' -- "$current")
      compopt -o nospace
      ;;
    --bus) mapfile -t COMPREPLY < <(compgen -W "$(_ddb_bus_members bus)" -- "$current") ;;
    --master) mapfile -t COMPREPLY < <(compgen -W "$(_ddb_bus_members master)" -- "$current") ;;
    --provider) mapfile -t COMPREPLY < <(compgen -W "$(_ddb_bus_members provider)" -- "$current") ;;
    --node)
      mapfile -t COMPREPLY < <(compgen -W "$(_ddb_bus_members master; _ddb_bus_members provider)" -- "$current")
      ;;
    --port) mapfile -t COMPREPLY < <(compgen -W "$(_ddb_bus_members port)" -- "$current") ;;
    --protocol) mapfile -t COMPREPLY < <(compgen -W usbip -- "$current") ;;
    --grace) mapfile -t COMPREPLY < <(compgen -W never -- "$current") ;;
    --wait) ;;
    --where | --output | -o)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      ;;
    *)
      if [[ $current == -* ]]; then
        local options='--help' which='--bus --master --provider --port --protocol'
        case $command in
          add) options+=" $which --grace --json --store" ;;
          delete) options+=" $which --yes --json --store" ;;
          list | watch) options+=" $which --node --json --store" ;;
          show) options+=" $which --json --store" ;;
          apply) options+=' --where --dry-run --wait --json --store' ;;
          graph) options+=' --svg --output' ;;
          *) options+=' --version --store' ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
      else
        case $command in
          '')
            mapfile -t COMPREPLY < <(compgen -W 'add delete list watch show apply graph' -- "$current")
            ;;
          show) mapfile -t COMPREPLY < <(compgen -W "$(_ddb_bus_members key)" -- "$current") ;;
          apply)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            ;;
        esac
      fi
      ;;
  esac
  if declare -F __ltrim_colon_completions >/dev/null; then __ltrim_colon_completions "$current"; fi
}

complete -F _ddb_bus ddb-bus
