#!/usr/bin/env bash
# Calls for a while: SIPp through Kamailio, whose HEP goes to `callcause listen`; two calls in a hundred fail, in ten ways.
# At the end every call must have been reported once with its disposition, nothing lost, and the heap not grown. With
# --kill the process is killed in the middle and started again: then only what was open may be lost, and it must say so.
# Loopback only; stops by itself. Needs the packages kamailio (with siptrace) and sip-tester.
#
#   benchmarks/soak.sh [--kill] SECONDS CALLS_PER_SECOND [COMMAND ...]      the command, if not ./callcause
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=capture/kamailio/calls.sh
source "$root/capture/kamailio/calls.sh"
have_packages || { echo "skipped: needs the packages kamailio and sip-tester"; exit 0; }

killing=no
if [[ ${1:-} == --kill ]]; then killing=yes; shift; fi
seconds=${1:?how many seconds} rate=${2:?how many calls a second}
shift 2
callcause=("$@")
((${#callcause[@]})) || callcause=("$root/callcause")
hep=${HEP_PORT:-25093} metrics=${METRICS_PORT:-25094}
work=$(mktemp -d)
trap 'stop_all; rm -rf "$work"' EXIT

listen() {
    "${callcause[@]}" listen --hep "udp:127.0.0.1:$hep" --metrics "$metrics" --output "$work/calls.ndjson" \
        2>>"$work/listen.log" &
    listener=$!
    started+=("$listener")
    until figure callcause_messages_total >/dev/null 2>&1; do
        kill -0 "$listener" || { cat "$work/listen.log"; return 1; }
        sleep 0.1
    done
}

figures() { curl -sf "http://127.0.0.1:$metrics/metrics" || true; }
figure() { figures | awk -v name="$1" '$1 == name { print $2; found = 1 } END { exit !found }'; }

# What is alive after a full collection, so that garbage does not count.
live_heap() {
    jcmd "$listener" GC.run >/dev/null
    figure 'jvm_memory_used_bytes{area="heap"}'
}

look() {
    printf '%s  %4ds  messages %s  calls %s  open %s  queued %s  heap %s MB  cpu %s\n' "$(date -u +%H:%M:%S)" "$1" \
        "$(figure callcause_messages_total)" "$(figures | awk '/^callcause_calls_total/ { n += $2 } END { print n + 0 }')" \
        "$(figure callcause_calls_open)" "$(figure callcause_messages_queued)" \
        "$(($(live_heap) / 1000000))" "$(ps -o cputime= -p "$listener" | tr -d ' ')"
}

listen
start_proxy "$work" "$hep" 3 "" udp
start_called "$work"
callers=()
call "$work" answered 200 $((seconds * rate * 98 / 100)) $((rate * 98)) 100000
for entry in "${kinds[@]}"; do
    read -r kind status _ <<<"$entry"
    # Each kind is one call in five hundred; the slow ones must have ended when the others do.
    call "$work" "$kind" "$status" $((seconds * rate / 500)) 1 $((500000 / rate))
done

begin=$SECONDS killed_open=0
until ! kill -0 "${callers[@]}" 2>/dev/null || ((SECONDS - begin > seconds + 120)); do
    sleep $((seconds < 600 ? 15 : 60))
    look $((SECONDS - begin))
    if [[ $killing == yes ]] && ((SECONDS - begin >= seconds / 2)); then
        killing=done
        killed_open=$(figure callcause_calls_open)
        echo "killing the process, with $killed_open calls open"
        kill -KILL "$listener"
        wait "$listener" 2>/dev/null || true
        sleep 1
        listen
        grep 'did not end in order' "$work/listen.log" || { echo "it does not say what was lost"; exit 1; }
    fi
done
# Callers that wait for an answer that was lost would wait for ever; their calls count as made, not as planned.
kill "${callers[@]}" 2>/dev/null || true
wait "${callers[@]}" || true
echo "waiting for the last calls to be over"
sleep 40
look $((SECONDS - begin))
figures | grep -E 'dropped|lost|unwritten|faults|failures|malformed|wrong' | grep -v '^#'
kill -TERM "$listener"
wait "$listener" || true
tail -1 "$work/listen.log"

counts=(answered="$(made "$work/answered.csv")")
for entry in "${kinds[@]}"; do
    read -r kind _ <<<"$entry"
    counts+=("$kind=$(made "$work/$kind.csv")")
done
if [[ $killing == done ]]; then
    # Open were also the calls that came in the second or two without a process, and since the last look.
    allowed=$((killed_open + 5 * rate))
    python3 "$root/capture/kamailio/judge.py" "$work/calls.ndjson" "$work" --at-least-but "$allowed" "${counts[@]}"
else
    python3 "$root/capture/kamailio/judge.py" "$work/calls.ndjson" "$work" --exactly "${counts[@]}"
fi
