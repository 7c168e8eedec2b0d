# SPDX-License-Identifier: Apache-2.0
# bash completion of ddb-agent

_ddb_agent() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  case $previous in
    --run | --sysfs | --tls)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --log-level)
      mapfile -t COMPREPLY < <(compgen -W 'error warning notice info' -- "$current")
      return
      ;;
    --node | --store | --port | --grace | --metrics | --key-limit) return ;;
  esac
  if [[ $current != -* ]]; then
    [ "$COMP_CWORD" -gt 1 ] || mapfile -t COMPREPLY < <(compgen -W status -- "$current")
    return
  fi
  local words='--node --store --tls --insecure --key-limit --once --port --grace --metrics --run --sysfs
    --log-level --help --version'
  [ "${COMP_WORDS[1]}" != status ] || words='--json --metrics --run --help'
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _ddb_agent ddb-agent
