# SPDX-License-Identifier: Apache-2.0
# bash completion of ddb-agent

_ddb_agent() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  case $previous in
    --run | --sysfs | --tls | --state | --dir | --out)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -d -- "$current")
      return
      ;;
    --log-level)
      mapfile -t COMPREPLY < <(compgen -W 'error warning notice info' -- "$current")
      return
      ;;
    --authorize | --store-login)
      compopt -o filenames
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --days | --node | --store | --port | --grace | --metrics | --key-limit) return ;;
  esac
  local words='--node --store --store-login --tls --authorize --state --insecure --key-limit --once
    --port --grace --metrics --run --sysfs --log-level --help --version'
  if [[ $current != -* ]]; then
    words=
    [ "$COMP_CWORD" -gt 1 ] || words='status ca'
    [ "${COMP_WORDS[1]}/$COMP_CWORD" != ca/2 ] ||
      words='init issue renew revoke publish operator list'
  elif [ "${COMP_WORDS[1]}" = status ]; then
    words='--json --metrics --run --help'
  elif [ "${COMP_WORDS[1]}" = ca ]; then
    case ${COMP_WORDS[2]} in
      init) words='--dir --days --help' ;;
      issue) words='--dir --out --days --redis --help' ;;
      renew) words='--dir --out --days --redis --new-key --help' ;;
      revoke) words='--dir --store --help' ;;
      publish) words='--dir --store --replace --help' ;;
      operator) words='--dir --out --help' ;;
      list) words='--dir --json --help' ;;
      *) words='--help' ;;
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _ddb_agent ddb-agent
