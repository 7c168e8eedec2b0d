# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Three machines in QEMU, four devices on two buses, and what all of it must look like when it is at rest.
# To be sourced, with the top of the sources in $top.
#
#   provider  has a stick, a keyboard and a serial line
#   master    master of bus1: the stick, the keyboard, and the sound card of
#   second    master of bus2: the line; the store is here too
# shellcheck source=examples/two_machines/machines.sh
. "$top/examples/two_machines/machines.sh"
here=$top/tests/bridges/agent/machines
# shellcheck disable=SC2034  # start_machines reads them
ADDRESS[second]=128.194.131.71 MACHINES=(second provider master) STORE_MACHINE=second

DEVICES=(stick keyboard line sound)
declare -A AT=([stick]=provider [keyboard]=provider [line]=provider [sound]=second)
declare -A PORT=([stick]=2-2 [keyboard]=1-3 [line]=1-5 [sound]=1-4)
declare -A ID=([stick]=46f4:0001 [keyboard]=0627:0001 [line]=0403:6001 [sound]=46f4:0002)
declare -A DRIVER=([stick]=usb-storage [keyboard]=usbhid [line]=ftdi_sio [sound]=snd-usb-audio)
declare -A BUS=([stick]=bus1 [keyboard]=bus1 [line]=bus2 [sound]=bus1)
declare -A USER_OF=([stick]=master [keyboard]=master [line]=second [sound]=master)
declare -A PLUG=([stick]=usb-storage,port=2,drive=content [keyboard]=usb-kbd,port=3
  [line]=usb-serial,port=5,chardev=line,always-plugged=on [sound]=usb-audio,port=4,audiodev=wav,buffer=65536)
declare -A KEY=()
for device in "${DEVICES[@]}"; do
  KEY[$device]=${BUS[$device]}:${ADDRESS[${USER_OF[$device]}]}:usbip:${ADDRESS[${AT[$device]}]}:${PORT[$device]}
done

# What is to be: of each device "imported", "unplugged" (its port waits), or "local" (its port is on no bus).
declare -A WANTED=()

now() { echo "${EPOCHREALTIME/./}"; } # in microseconds
seconds() { printf '%d.%02d' $(($1 / 1000000)) $(($1 / 10000 % 100)); }
begin=$(now)

make_machines() { # PROGRAM...
  "$here_machines/make_images" "$DDB_MACHINES" "$DDB_AGENT" "$DDB_BUS" "$here/look" "$@" \
    2>"$running/images.log" && return
  local status=$?
  [ "$status" -ne 77 ] || echo "SKIPPED: machines cannot be started"
  cat "$running/images.log"
  exit "$status"
}

# With all devices plugged in, on no bus.
start_world() {
  head -c 4M /dev/urandom >"$running/stick"
  mkfifo "$running/line".{in,out}
  words_provider=(
    -blockdev "driver=raw,node-name=content,file.driver=file,file.filename=$running/stick"
    -chardev "pipe,id=line,path=$running/line")
  # The rate of what is played: no frame is made from others.
  words_second=(-audiodev "wav,id=wav,path=$running/played.wav,out.frequency=48000")
  local device
  for device in "${DEVICES[@]}"; do
    local -n words=words_${AT[$device]}
    words+=(-device "${PLUG[$device]},id=$device,bus=xhci.0")
    WANTED[$device]=local
  done
  start_machines
}

plug() { monitor "${AT[$1]}" "device_add ${PLUG[$1]},id=$1,bus=xhci.0"; }
unplug() { monitor "${AT[$1]}" "device_del $1"; }
bus() { in_machine "$STORE_MACHINE" "ddb-bus $* --store redis://$STORE"; }
add_port() {
  bus add --bus "${BUS[$1]}" --master "${ADDRESS[${USER_OF[$1]}]}" --provider "${ADDRESS[${AT[$1]}]}" \
    --port "${PORT[$1]}"
}
delete_port() { bus delete --provider "${ADDRESS[${AT[$1]}]}" --port "${PORT[$1]}"; }

# What "look" must print in a machine.
wanted_facts() { # MACHINE
  local device
  for device in "${DEVICES[@]}"; do
    case ${AT[$device]}:${WANTED[$device]} in
      "$1:local") echo "device ${PORT[$device]} ${DRIVER[$device]}" ;;
      "$1:imported") echo "device ${PORT[$device]} lent" ;;
    esac
    [ "${USER_OF[$device]}:${WANTED[$device]}" != "$1:imported" ] ||
      echo "import ${ID[$device]} 006 ${DRIVER[$device]}"
  done
  echo "agent answers"
}

wanted_entries() {
  local device
  for device in "${DEVICES[@]}"; do
    case ${WANTED[$device]} in
      imported) echo "${KEY[$device]} IMPORTED" ;;
      unplugged) echo "${KEY[$device]} ADDED" ;;
    esac
  done
}

# Entries are the keys of Redis that are not the store's own.
entries() {
  in_machine "$STORE_MACHINE" "redis-cli --raw -h $STORE eval \"local all = {}
    for _, key in ipairs(redis.call('keys', '*:usbip:*')) do
      if key:sub(1, 4) ~= 'ddb/' then all[#all + 1] = key .. ' ' .. redis.call('get', key) end
    end return all\" 0" 10 | sed '/^$/d'
}

# Whether all is as it must be. What is not is in $running/differences: "<" what must be, ">" what is.
is_at_rest() {
  local name looks=()
  for name in "${MACHINES[@]}"; do
    {
      in_machine "$name" look 30 >"$running/$name/facts"
      [ "$name" != "$STORE_MACHINE" ] || entries >"$running/entries"
    } 2>&1 &
    looks+=($!)
  done
  wait "${looks[@]}"
  for name in "${MACHINES[@]}"; do
    diff <(wanted_facts "$name" | LC_ALL=C sort) "$running/$name/facts" | sed -n "s/^[<>]/& $name:/p"
  done >"$running/differences"
  diff <(wanted_entries | sort) <(sort "$running/entries") | sed -n '/^[<>]/p' >>"$running/differences"
  [ ! -s "$running/differences" ]
}

# await_rest SECONDS   until all is as it must be and stays so; REST is then how long it took, in
# microseconds
await_rest() {
  local start first
  start=$(now)
  while [ $(($(now) - start)) -lt $(($1 * 1000000)) ]; do
    sleep 0.1
    is_at_rest || continue
    first=$(now)
    is_at_rest || continue
    REST=$((first - start))
    return 0
  done
  cat "$running/differences"
  return 1
}

# The contract's table, of all statuses since the beginning.
only_known_transitions() {
  local key status before
  declare -A last=()
  while read -r key status; do
    before=${last[$key]-}
    case "$before>${status-}" in
      '>ADDED' | 'ADDED>EXPORTED' | 'EXPORTED>IMPORTED' | 'EXPORTED>DISCONNECTED' | \
        'IMPORTED>DISCONNECTED' | 'DISCONNECTED>ADDED' | 'DISCONNECTED>EXPORTED' | \
        'ADDED>TO_DELETE' | 'EXPORTED>TO_DELETE' | 'IMPORTED>TO_DELETE' | \
        'DISCONNECTED>TO_DELETE' | 'TO_DELETE>DELETED' | 'DELETED>') ;;
      *)
        echo "$key: from '$before' to '$status'"
        return 1
        ;;
    esac
    last[$key]=$status
  done < <(history_of_statuses)
  [ ${#last[@]} -ge ${#DEVICES[@]} ]
}

tell_all() {
  local name
  for name in "${MACHINES[@]}"; do
    echo "-- the $name: what its agent wrote, and its kernel"
    tail -n "${1:-40}" "$running/$name/agent.log"
    tail -n 15 "$running/$name/console.log"
  done
  echo "-- the statuses"
  history_of_statuses | tail -n "${1:-40}"
}

# check WHAT COMMAND...   ends the test if it does not succeed
check() {
  local what=$1 start
  shift
  start=$(now)
  if "$@" >"$running/output" 2>&1; then
    printf 'ok  %-66s %s s\n' "$what" "$(seconds $(($(now) - start)))"
    return
  fi
  printf 'FAILED  %s: %s\n' "$what" "$*"
  sed 's/^/    /' "$running/output"
  tell_all
  exit 1
}

# What must hold when all has been deleted and nothing more is done.
check_end() {
  local name complaints='BUG:|WARNING:|Oops|Call Trace|blocked for more'
  check "all statuses came as the contract's table has them" only_known_transitions
  echo "    in $(history_of_statuses | wc -l) changes"
  for name in "${MACHINES[@]}"; do
    check "no port of the $name is left to usbip-host" in_machine "$name" \
      'test -z "$(tr -d " \n" </sys/bus/usb/drivers/usbip-host/match_busid)"'
    check "the agent of the $name stops when told" in_machine "$name" 'kill $(cat /run/agent.pid)'
    check "and is gone" until_in "$name" 5 '! kill -0 $(cat /run/agent.pid) 2>/dev/null'
    check "its kernel has nothing to complain of" in_machine "$name" "! dmesg | grep -E '$complaints'"
    check "nor had it before, if it was reset" eval '! grep -E "$complaints" "$running/$name/console.log"'
  done
  echo "all of it: $(seconds $(($(now) - begin))) s"
}
