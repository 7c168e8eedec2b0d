# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# How the devices of world.sh are used, and what is seen of it. To be sourced behind it.

has_status() { # DEVICE STATUS; "" for no entry
  until_in "$STORE_MACHINE" 30 "test \"\$(redis-cli --raw -h $STORE get ${KEY[$1]})\" = '$2'"
}

# Past what a machine may remember of a disk that has gone.
reads_text() { # MACHINE
  until_in "$1" 20 "test -b /dev/sda &&
    test \"\$(dd if=/dev/sda bs=512 count=1 iflag=direct 2>/dev/null | head -c ${#text})\" = '$text'"
}

# All statuses of a port so far, in order.
statuses_are() { # DEVICE STATUS...
  local key=${KEY[$1]} lines
  shift
  lines=$(history_of_statuses | sed -n "s/^$key *//p" | tr '\n' ' ')
  [ "$lines" = "$* " ] || { echo "$key: $lines"; return 1; }
}

# become STATE DEVICE...   until it is so, and nothing else has changed
become() {
  local device
  for device in "${@:2}"; do WANTED[$device]=$1; done
  await_rest 30
}

imports() { # DEVICE
  add_port "$1" && become imported "$1"
}

# A line each way over the serial line.
line_goes_there() {
  in_machine second 'stty -F /dev/ttyUSB0 raw -echo && echo "from the master" >/dev/ttyUSB0' &&
    IFS= read -r -t 10 words <>"$running/line.out" && [ "$words" = "from the master" ]
}
# Sent more than once: what comes while the line is being opened is thrown away by its driver.
line_comes_back() {
  in_machine second 'grep -m 1 -x "to the master" /dev/ttyUSB0 >/run/line &' || return 1
  for _ in {1..10}; do
    printf '\nto the master\n' 1<>"$running/line.in"
    ! until_in second 1 'test -s /run/line' || return 0
  done
  return 1
}

keyboard_has_events() {
  until_in master 10 "grep -A 5 'USB Keyboard' /proc/bus/input/devices |
    grep -o 'event[0-9]*' | head -n 1 >/run/event && test -c /dev/input/\$(cat /run/event)" &&
    in_machine master 'head -c 24 /dev/input/$(cat /run/event) >/run/key &'
}
press() { monitor provider "sendkey a" && until_in master 2 "test -s /run/key"; }

# Two seconds of frames, none of which is like those near it, nor silence.
make_sound() {
  perl -e 'print pack "s<2", $_ * 7 % 60000 - 30000, 100 + $_ % 20000 for 0 .. 95999' \
    >"$running/sound.raw"
  gzip -c "$running/sound.raw" | base64 -w 1000 >"$running/sound.text"
  while IFS= read -r words; do
    in_machine master "echo $words >>/run/sound.text" || return 1
  done <"$running/sound.text"
  in_machine master "base64 -d /run/sound.text | gunzip >/run/sound.raw"
}
# QEMU's file has what was played, frame by frame, before and after what is silence. QEMU's sound card
# begins with a volume of 240 of 255, and counts in floating point.
sound_arrived() {
  perl -e 'local $/; open my $played, "<:raw", $ARGV[0]; open my $file, "<:raw", $ARGV[1];
    my @wanted = unpack "(a4)*", <$played>;
    my @heard = grep { $_ ne "\0\0\0\0" } unpack "(a4)*", substr <$file>, 44;
    my $right = 0;
    for (; $right < @wanted && $right < @heard; ++$right) {
      my @samples = map { unpack "s<2", $_ } $wanted[$right], $heard[$right];
      last if grep { abs($samples[$_] * 240 / 255 - $samples[$_ + 2]) > 1 } 0, 1;
    }
    print scalar @heard, " frames, of which the first $right of ", scalar @wanted, " are right\n";
    print join(" ", map { unpack "s<2", $_ } @heard[$right .. $right + 3]), "\n" if $right < @heard;
    exit !($right == @wanted && @heard == @wanted)' "$running/sound.raw" "$running/played.wav"
}
sound_arrives() {
  for _ in {1..25}; do
    ! sound_arrived || return 0
    sleep 0.2
  done
  return 1
}
