# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Two machines in QEMU, a provider and a master of a device bus, for scripts of bash. To be sourced.
#
#   DDB_MACHINES  folder for the images; those of make_images
#   DDB_ACCEL     tcg or kvm; else kvm if it can start the kernel, and tcg if not
#   DDB_AGENT     the programs that
#   DDB_BUS         the machines run
#
# The addresses are those of the thesis, appendix A.2. They are in the machines only: the two talk over
# a socket of QEMU's. The store is on the provider, at an address of its own.
here_machines=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top_machines=$(cd "$here_machines/../.." && pwd)
DDB_MACHINES=${DDB_MACHINES:-$top_machines/build/machines}
DDB_AGENT=${DDB_AGENT:-$top_machines/build/release/bridges/agent/command/ddb-agent}
DDB_BUS=${DDB_BUS:-$top_machines/build/release/bridges/bus/command/ddb-bus}
PROVIDER=128.194.131.66
MASTER=128.194.131.52
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

# start_qemu NAME ADDRESS ACCEL WORD...
start_qemu() {
  local name=$1 address=$2 accel=$3 folder=$running/$1
  shift 3
  mkdir -p "$folder"
  mkfifo "$folder"/{control,monitor}.{in,out}
  with_me qemu-system-x86_64 -accel "$accel" -M q35 -m 256 -smp 1 \
    -nodefaults -no-user-config -display none -no-reboot \
    -kernel "$DDB_MACHINES/vmlinuz" -initrd "$DDB_MACHINES/initrd.gz" \
    -append "console=ttyS0 panic=-1 address=$address" \
    -serial "file:$folder/console.log" \
    -chardev "pipe,id=control,path=$folder/control" \
    -device virtio-serial-pci -device virtserialport,chardev=control \
    -chardev "pipe,id=monitor,path=$folder/monitor" -mon chardev=monitor,mode=readline \
    "$@" </dev/null >"$folder/qemu.log" 2>&1 &
  pids+=($!)
  with_me cat "$folder/monitor.out" >"$folder/monitor.log" &
  pids+=($!)
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
      start_qemu probe 192.0.2.1 kvm
      ! wait_for_shell probe 6 || DDB_ACCEL=kvm
      stop_machines
    fi
  fi
}

# start_machines WORD...   with these words of QEMU's for the provider; its USB controller is "xhci",
# with eight ports, of which the first two have SuperSpeed: bus 1 is USB 2, bus 2 is USB 3.
# Afterwards both shells answer, the drivers are loaded and the store runs.
start_machines() {
  local link=unix,addr.path=$running/link name network=virtio-net-pci,netdev=net,romfile=
  choose_accel
  start_qemu provider "$PROVIDER" "$DDB_ACCEL" \
    -netdev stream,id=net,server=on,addr.type="$link" -device "$network,mac=52:54:00:00:00:01" \
    -device qemu-xhci,id=xhci,p2=8,p3=2 "$@"
  until [ -S "$running/link" ]; do
    kill -0 "${pids[0]}" 2>/dev/null || { cat "$running/provider/qemu.log" >&2; return 1; }
    sleep 0.1
  done
  start_qemu master "$MASTER" "$DDB_ACCEL" \
    -netdev stream,id=net,server=off,addr.type="$link" -device "$network,mac=52:54:00:00:00:02"
  for name in provider master; do
    wait_for_shell "$name" 120 || {
      echo "the machine $name does not start:" >&2
      tail -n 20 "$running/$name/qemu.log" "$running/$name/console.log" >&2
      return 1
    }
  done
  in_machine provider "ip address add $STORE/32 dev eth0 && modprobe usbip_host" &&
    in_machine master "ip route add $STORE dev eth0 && modprobe vhci_hcd" &&
    start_store &&
    in_machine provider "ddb-bus watch --json --store redis://$STORE >/run/history 2>/run/watch.log &" &&
    until_in provider 20 "redis-cli -h $STORE client list | grep -q cmd=xread"
}

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
  in_machine provider "redis-server --bind $STORE --protected-mode no --dir /run --save ''
    --appendonly yes --appendfsync always --daemonize yes >/dev/null" &&
    until_in provider 20 "redis-cli -h $STORE ping | grep -q PONG"
}

# monitor NAME COMMAND   to QEMU; its answer is in monitor.log
monitor() { printf '%s\n' "$2" 1<>"$running/$1/monitor.in"; }

# start_agent NAME   without any right of root's that is not the file's owner's
start_agent() {
  local address=$MASTER
  [ "$1" = master ] || address=$PROVIDER
  # By its path: a plain "setpriv" is what busybox has of it.
  in_machine "$1" "/usr/bin/setpriv --bounding-set=-all --inh-caps=-all ddb-agent --node $address
    --store redis://$STORE --insecure >>/run/agent.log 2>&1 & echo \$! >/run/agent.pid"
}

# Each status so far, in order, as the thesis prints entries; an entry that has gone has no status.
history_of_statuses() {
  in_machine provider "cat /run/history" | sed -n '/"event": *"noted"/d
    s/.*"event": *"removed".*"key": *"\([^"]*\)".*/\1/p; t
    s/.*"key": *"\([^"]*\)".*"status": *"\([^"]*\)".*/\1 \2/p'
}
