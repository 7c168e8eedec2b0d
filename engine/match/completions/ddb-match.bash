# SPDX-License-Identifier: Apache-2.0
# bash completion of ddb-match

_ddb_match() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command= word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      run | watch | check | explain | taxonomy | equal | compare | graph | convert)
        command=$word
        break
        ;;
    esac
  done
  COMPREPLY=()
  case $previous in
    --transport)
      mapfile -t COMPREPLY < <(compgen -W 'shared whole_device' -- "$current")
      return
      ;;
    --to)
      mapfile -t COMPREPLY < <(compgen -W 'json pl' -- "$current")
      return
      ;;
  esac
  if [[ $current == -* ]]; then
    local options='--help'
    case $command in
      run) options+=' --json --quiet --transport --taxonomy --units' ;;
      watch) options+=' --json --transport --taxonomy --units' ;;
      explain)
        options+=' --outlet --alternative --device --json --transport --taxonomy --units'
        ;;
      equal | compare) options+=' --json --taxonomy --units' ;;
      graph) options+=' --svg --output --taxonomy --units' ;;
      convert) options+=' --to --output' ;;
      check | taxonomy) options+=' --taxonomy --units' ;;
      *) options+=' --version' ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    return
  fi
  if [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'run watch check explain taxonomy equal compare graph convert' -- "$current")
    return
  fi
  if [[ $command != taxonomy || $previous == --taxonomy || $previous == --units ]]; then
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -X '!*.@(pl|json)' -- "$current"; compgen -d -- "$current")
  fi
}

complete -F _ddb_match ddb-match
