# shellcheck shell=sh
# SPDX-License-Identifier: Apache-2.0
# Read by the examples over USB devices, in $here. DDB_USB and DDB_MATCH are the commands; without
# them, they are built. DDB_CORPUS is a folder of recorded devices; without it, it is that of the tests.
set -eu

top=$(cd "$here/../.." && pwd)
if [ -z "${DDB_USB-}" ] || [ -z "${DDB_MATCH-}" ]; then
  (cd "$top" && cmake --preset release && cmake --build --preset release --target ddb-usb ddb-match) >&2
  DDB_USB=$top/build/release/bridges/usb/command/ddb-usb
  DDB_MATCH=$top/build/release/engine/match/ddb-match
fi
pool=$(mktemp -d)
trap 'rm -r "$pool"' EXIT

# hid_interfaces FILE: the number of each interface that has a HID descriptor.
hid_interfaces() {
  od -An -v -tu1 -w1 "$1" | awk '
    { byte[NR] = $1 + 0 }
    END {
      for (at = 1; at + 1 <= NR && byte[at] >= 2; at += byte[at]) {
        if (byte[at + 1] == 4) { number = byte[at + 2]; is_hid = byte[at + 5] == 3 }
        if (byte[at + 1] == 33 && is_hid) print number
      }
    }'
}

# recorded_devices FOLDER: makes the recorded devices look as in /sys/bus/usb/devices.
recorded_devices() {
  port=0
  for recording in "${DDB_CORPUS:-$top/tests/bridges/usb/corpus}"/*/*/descriptors; do
    port=$((port + 1))
    recording=${recording%/descriptors}
    device=$1/1-$port
    mkdir -p "$device"
    cp "$recording/descriptors" "$device"
    for name in manufacturer product speed; do
      sed -n "s/^$name=//p" "$recording/attributes" >"$device/$name"
    done
    set -- "$1" "$recording"/report_descriptor*
    [ -e "$2" ] || continue
    for interface in $(hid_interfaces "$recording/descriptors"); do
      [ $# -ge 2 ] || break
      mkdir -p "$device/1-$port:1.$interface/report"
      printf '%02x\n' "$interface" >"$device/1-$port:1.$interface/bInterfaceNumber"
      cp "$2" "$device/1-$port:1.$interface/report/report_descriptor"
      first=$1
      shift 2
      set -- "$first" "$@"
    done
  done
}

# names FOLDER: of the specs in it.
names() {
  cat "$1"/*.pl | sed -n 's/^device(\([^,]*\),.*/\1/p'
}
