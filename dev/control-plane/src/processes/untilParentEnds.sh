#!/bin/sh
# Runs a program until it ends, or until standard input does: `untilParentEnds.sh TERM program arguments…`
# The first argument is the signal that asks the program to end.
#
# The launcher holds the other end of standard input and never writes. Closing it is how the launcher stops the
# program, and the kernel closes it however the launcher ends, kill -9 included. So there is one way to stop, no
# daemon, and no process id that could belong to somebody else by now.
#
# To be started as the leader of its own process group: Ctrl+C in a terminal then reaches the launcher alone, which
# stops the programs in their order, and the last line can end what is left of the group.
exec 3<&0 </dev/null
signal=$1
shift

"$@" 3<&- &
program=$!

(
  cat <&3 >/dev/null
  kill -"$signal" "$program"
  sleep 20
  kill -KILL "$program"
) 2>/dev/null &
exec 3<&-

trap ':' TERM
wait "$program"
code=$?
kill -TERM 0
exit "$code"
