#!/bin/sh
# Starts a mock for every server of a configuration on this machine, and the balancer before them. Ctrl-C ends all of them.
#   sh examples/many-processes/start.sh [haproxy.cfg]
# MOCK is the command that starts a mock, without its port. STATE is a folder in which each mock keeps its worlds.
set -eu

config=${1:-$(dirname "$0")/haproxy.cfg}
mock=${MOCK:-node_modules/.bin/wuts-mock --open --quiet}
# Debian keeps it where only root looks for commands.
PATH=$PATH:/usr/sbin

if ! command -v haproxy >/dev/null; then
  echo "There is no HAProxy here. Install it: apt-get install haproxy" >&2
  exit 2
fi
if ! command -v "${mock%% *}" >/dev/null; then
  echo "There is no ${mock%% *} here. Install it: npm install wuts-mock; or say in MOCK what starts a mock." >&2
  exit 2
fi
haproxy -c -q -f "$config"

# The addresses in the lines of one kind, with the variables of the environment filled in.
addresses() {
  eval "echo $(sed -n "s/^ *$1 *\"\{0,1\}\([^ \"]*\).*/\1/p" "$config" | tr '\n' ' ')"
}

started=
# It ends all processes that it started, and waits until they are gone.
trap 'kill $started 2>/dev/null || :; wait' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

for address in $(addresses 'server *[^ ]*'); do
  port=${address#127.0.0.1:}
  [ "$port" != "$address" ] || continue
  # The command has several words, so it has no quotes.
  $mock --port "$port" ${STATE:+--state "$STATE/$port.json"} >/dev/null &
  started="$started $!"
  echo "mock on port $port, process $!"
done
haproxy -db -f "$config" &
balancer=$!
started="$started $balancer"
echo "balancer on $(addresses bind), process $balancer"
wait "$balancer"
