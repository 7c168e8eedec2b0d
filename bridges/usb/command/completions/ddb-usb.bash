# SPDX-License-Identifier: Apache-2.0
# bash completion of ddb-usb

_ddb_usb() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command= word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      list | describe | watch | dump)
        command=$word
        break
        ;;
    esac
  done
  COMPREPLY=()
  case $previous in
    --graph)
      mapfile -t COMPREPLY < <(compgen -W 'svg dot' -- "$current")
      return
      ;;
    --sysfs | --descriptions)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --descriptors | --report-descriptor | --bos | --output | -o)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
  esac
  if [[ $current == -* ]]; then
    local options='--help' place='--sysfs --descriptors --report-descriptor --bos'
    case $command in
      list) options+=" --json --hubs $place" ;;
      describe) options+=" --json --graph --open --descriptions --derived --output --all $place" ;;
      watch) options+=' --json' ;;
      dump) options+=" --json --open $place" ;;
      *) options+=' --version' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    return
  fi
  case $command in
    '') mapfile -t COMPREPLY < <(compgen -W 'list describe watch dump' -- "$current") ;;
    describe | dump)
      # Ports: the first column, but for its title.
      mapfile -t COMPREPLY < <(compgen -W "$(ddb-usb list --hubs 2>/dev/null |
        sed -n '2,$s/ .*//p')" -- "$current")
      ;;
  esac
}

complete -F _ddb_usb ddb-usb
