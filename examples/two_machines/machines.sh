# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Machines in QEMU that share devices over a network of their own, for scripts of bash. To be sourced.
#
#   DDB_MACHINES  folder for the images; those of make_images
#   DDB_ACCEL     tcg or kvm; else kvm if it can start the kernel, and tcg if not
#   DDB_AGENT     the programs that
#   DDB_BUS         the machines run
#   DDB_AGENT_SECURITY  words for every agent: "--insecure", or where its keys are
#   DDB_AGENT_FILES     a folder with one folder for each address, whose files each machine has in
#                       /etc/ddb-agent; else they have none
#   DDB_AGENT_MODULES   modules of the kernel that those words need
#
# Without more, there are a provider and a master with the addresses of the thesis, appendix A.2, and the
# store is on the provider, at an address of its own. A script may change these three:
declare -A ADDRESS=([provider]=128.194.131.66 [master]=128.194.131.52)
MACHINES=(provider master)
STORE_MACHINE=provider

here_machines=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top_machines=$(cd "$here_machines/../.." && pwd)
DDB_MACHINES=${DDB_MACHINES:-$top_machines/build/machines}
DDB_AGENT=${DDB_AGENT:-$top_machines/build/release/bridges/agent/command/ddb-agent}
DDB_BUS=${DDB_BUS:-$top_machines/build/release/bridges/bus/command/ddb-bus}
DDB_AGENT_SECURITY=${DDB_AGENT_SECURITY:---insecure}
PROVIDER=${ADDRESS[provider]}
MASTER=${ADDRESS[master]}
STORE=10.201.133.212

running=$(mktemp -d) # of each machine: pipes and logs
pids=()

stop_machines() {
  [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
  wait
  pids=()
}
# shellcheck disable=SC2064  # as it is now
trap "stop_machines; rm -rf '$running'" EXIT
trap 'exit 130' INT TERM

# Killed when this script ends, even if that is killed itself.
with_me() { setpriv --pdeathsig KILL "$@"; }

# start_qemu NAME WORD...
start_qemu() {
  local folder=$running/$1
  shift
  mkdir -p "$folder"
  mkfifo "$folder/monitor".{in,out}
  with_me qemu-system-x86_64 -nodefaults -no-user-config -display none \
    -chardev "pipe,id=monitor,path=$folder/monitor" -mon chardev=monitor,mode=readline \
    "$@" </dev/null >"$folder/qemu.log" 2>&1 &
  pids+=($!)
  with_me cat "$folder/monitor.out" >"$folder/monitor.log" &
  pids+=($!)
}

# start_machine NAME ACCEL WORD...
# Without "no_timer_check" the kernel panics now and then on a computer that is busy: it counts interrupts
# of a timer that QEMU is late with.
start_machine() {
  local name=$1 accel=$2 folder=$running/$1
  shift 2
  mkdir -p "$folder"
  mkfifo "$folder/control".{in,out}
  start_qemu "$name" -accel "$accel" -M q35 -m 256 -smp 1 \
    -kernel "$DDB_MACHINES/vmlinuz" -initrd "$DDB_MACHINES/initrd.gz" \
    -append "console=ttyS0 no_timer_check address=${ADDRESS[$name]-192.0.2.1}" \
    -serial "file:$folder/console.log" -device virtio-serial-pci \
    -chardev "pipe,id=control,path=$folder/control" -device virtserialport,chardev=control,nr=1 \
    -chardev "file,id=log,path=$folder/agent.log" -device virtserialport,chardev=log,nr=2 "$@"
}

# wait_for_shell NAME SECONDS
wait_for_shell() {
  local line
  while IFS= read -r -t "$2" line; do
    [[ $line != @@READY* ]] || return 0
  done <>"$running/$1/control.out"
  return 1
}

# /dev/kvm may be there and unable to start a stock kernel.
choose_accel() {
  if [ -z "${DDB_ACCEL-}" ]; then
    DDB_ACCEL=tcg
    if [ -w /dev/kvm ]; then
      start_machine probe kvm
      ! wait_for_shell probe 6 || DDB_ACCEL=kvm
      stop_machines
    fi
  fi
}

# A process that is nothing but the network: a hub with a cable to each machine.
start_network() {
  local name words=()
  for name in "${MACHINES[@]}"; do
    words+=(-netdev "stream,id=$name,server=on,addr.type=unix,addr.path=$running/cable.$name"
      -netdev "hubport,id=hub.$name,hubid=0,netdev=$name")
  done
  start_qemu network -M none "${words[@]}"
  for name in "${MACHINES[@]}"; do
    until [ -S "$running/cable.$name" ]; do
      kill -0 "${pids[0]}" 2>/dev/null || { cat "$running/network/qemu.log" >&2; return 1; }
      sleep 0.1
    done
  done
}

# cable NAME on|off   what is sent while it is off is lost, and nobody is told
cable() { monitor network "set_link $1 $2"; }

# start_machines   with the words for QEMU in the array words_NAME, if there is one. Each has a USB
# controller "xhci" with eight ports, of which the first two have SuperSpeed: bus 1 is USB 2, bus 2 is
# USB 3. Afterwards all shells answer, the drivers are loaded and the store runs.
#
# Behind each cable is a hub of one machine's with a port that leads nowhere: what comes while the machine
# starts anew is lost there. Else it would hold up what the others send each other.
start_machines() {
  local name number=0
  choose_accel
  start_network || return 1
  for name in "${MACHINES[@]}"; do
    local -n words=words_$name
    number=$((number + 1))
    start_machine "$name" "$DDB_ACCEL" \
      -netdev "stream,id=cable,server=off,addr.type=unix,addr.path=$running/cable.$name" \
      -netdev hubport,id=plug,hubid=0,netdev=cable -netdev hubport,id=drain,hubid=0 \
      -netdev hubport,id=net,hubid=0 \
      -device "virtio-net-pci,netdev=net,romfile=,mac=52:54:00:00:00:0$number" \
      -device qemu-xhci,id=xhci,p2=8,p3=2 ${words[@]+"${words[@]}"}
  done
  for name in "${MACHINES[@]}"; do
    await_machine "$name" || return 1
  done
  start_store &&
    in_machine "$STORE_MACHINE" \
      "ddb-bus watch --json --store redis://$STORE >/run/history 2>/run/watch.log &" &&
    until_in "$STORE_MACHINE" 20 "redis-cli -h $STORE client list | grep -q cmd=xread"
}

# await_machine NAME   until it has started, and all is there that an agent needs
await_machine() {
  local file route="ip route add $STORE dev eth0"
  [ "$1" != "$STORE_MACHINE" ] || route="ip address add $STORE/32 dev eth0"
  wait_for_shell "$1" 120 || {
    echo "the machine $1 does not start:" >&2
    tail -n 20 "$running/$1/qemu.log" "$running/$1/console.log" >&2
    return 1
  }
  in_machine "$1" "$route && modprobe -a usbip_host vhci_hcd ${DDB_AGENT_MODULES-} && mkdir -p /etc/ddb-agent" || return 1
  [ -n "${DDB_AGENT_FILES-}" ] || return 0
  for file in "$DDB_AGENT_FILES/${ADDRESS[$1]}"/*; do
    in_machine "$1" "echo $(base64 -w 0 "$file") | base64 -d >'/etc/ddb-agent/${file##*/}' &&
      chmod 600 '/etc/ddb-agent/${file##*/}'" || return 1
  done
}

# reset_machine NAME   as its button does; await_machine tells when it is back
reset_machine() { monitor "$1" system_reset; }

# in_machine NAME COMMAND [SECONDS]   what it prints, and its status; 124 if it takes longer
in_machine() {
  local token=$RANDOM$RANDOM line
  printf '%s %s\n' "$token" "${2//$'\n'/ }" 1<>"$running/$1/control.in" # "<>" waits for nobody
  while IFS= read -r -t "${3:-60}" line; do
    if [[ $line == *"@@$token "* ]]; then # perhaps behind the last line, which has no end
      [[ $line == @@* ]] || printf '%s\n' "${line%%@@"$token" *}"
      return "${line##*@@"$token" }"
    fi
    printf '%s\n' "$line"
  done <>"$running/$1/control.out"
  echo "the machine $1 gives no answer to: $2" >&2
  return 124
}

# until_in NAME SECONDS COMMAND   again and again, until it succeeds
until_in() {
  in_machine "$1" "end=\$(($2 + \$(cut -d. -f1 /proc/uptime))); until ( $3 ); do
    [ \$(cut -d. -f1 /proc/uptime) -lt \$end ] || exit 1; usleep 100000; done" $(($2 + 60))
}

# Again, with what it had, if it was killed.
start_store() {
  in_machine "$STORE_MACHINE" "redis-server --bind $STORE --protected-mode no --dir /run --save ''
    --appendonly yes --appendfsync always --daemonize yes >/dev/null" &&
    until_in "$STORE_MACHINE" 20 "redis-cli -h $STORE ping | grep -q PONG"
}

# monitor NAME COMMAND   to QEMU; its answer is in monitor.log
monitor() { printf '%s\n' "$2" 1<>"$running/$1/monitor.in"; }

# start_agent NAME   without any right of root's that is not the file's owner's; what it writes is in
# $running/NAME/agent.log
start_agent() {
  # By its path: a plain "setpriv" is what busybox has of it.
  in_machine "$1" "/usr/bin/setpriv --bounding-set=-all --inh-caps=-all ddb-agent
    --node ${ADDRESS[$1]} --store redis://$STORE $DDB_AGENT_SECURITY >&3 2>&1 &
    echo \$! >/run/agent.pid"
}

# Each status so far, in order, as the thesis prints entries; an entry that has gone has no status.
history_of_statuses() {
  in_machine "$STORE_MACHINE" "cat /run/history" | sed -n '/"event": *"noted"/d
    s/.*"event": *"removed".*"key": *"\([^"]*\)".*/\1/p; t
    s/.*"key": *"\([^"]*\)".*"status": *"\([^"]*\)".*/\1 \2/p'
}
