#!/usr/bin/env bash
# Times whole processes over generated captures: callcause, tshark and sngrep side by side, with resident memory.
# Arguments: numbers of calls; 20000 and 200000 without. Needs GNU time; tshark and sngrep are left out when missing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
folder=$here/target/captures
rounds=${ROUNDS:-3}
if [[ $# -eq 0 ]]; then set -- 20000 200000; fi

if ! [[ -x /usr/bin/time ]]; then
    echo "missing: GNU time (Debian package time)" >&2
    exit 1
fi
if ! [[ -e $here/target/benchmarks.jar ]]; then
    (cd "$root" && mvn -q -pl benchmarks -am package -DskipTests)
fi
mkdir -p "$folder"
# Built before anything is timed.
"$root/callcause" --version >/dev/null

# The best of some rounds: what disturbs a measurement only ever makes it longer.
measure() {
    local name=$1
    shift
    if ! command -v "$1" >/dev/null; then
        printf '%-9s %-24s missing\n' "$calls" "$name"
        return
    fi
    local round
    for ((round = 0; round < rounds; round++)); do
        /usr/bin/time -f '%e %U %S %M' -o "$folder/time" "$@" >/dev/null 2>&1 || true
        tail -1 "$folder/time"
    done | sort -g | awk -v calls="$calls" -v name="$name" '
        NR == 1 { best = $1; processor = $2 + $3 }
        $2 + $3 < processor { processor = $2 + $3 }
        $4 > memory { memory = $4 }
        END { printf "%-9s %-24s %8.2f s %8.2f s of processor %8.0f MiB\n", calls, name, best, processor, memory / 1024 }'
}

for calls in "$@"; do
    capture=$folder/$calls.pcap
    [[ -e $capture ]] ||
        java -cp "$here/target/benchmarks.jar" org.callcause.benchmarks.PcapGenerator "$calls" "$capture" >&2
    measure "callcause --only failed" "$root/callcause" analyze --only failed "$capture"
    measure "tshark -z sip,stat" tshark -q -z sip,stat -r "$capture"
    measure "sngrep -N" sngrep -N -q -I "$capture" -O "$folder/sngrep.pcap"
done
