# To be sourced: a Kamailio that mirrors what it forwards as HEP, and SIPp on both sides of it, all on loopback.
# Everything that is started is remembered by its process id, and ended by it.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
proxy_port=${PROXY_PORT:-25060}
called_port=${CALLED_PORT:-25070}
caller_port=${CALLER_PORT:-25100}
started=()
# A busy machine must not make SIPp give up, nor lose what waits for it.
patient=(-watchdog_interval 0 -buff_size 4000000)

have_packages() {
    command -v kamailio >/dev/null && command -v sipp >/dev/null && [[ -n $(module_folder) ]]
}

module_folder() {
    local found
    found=$(find /usr/lib -name siptrace.so -path '*kamailio*' -print -quit 2>/dev/null)
    [[ -n $found ]] && dirname "$found"
}

# The kinds of calls, the status that ends them, and the disposition that must be reported.
# answered is apart: it is the rule, these are the exceptions.
kinds=(
    "busy 486 BUSY"
    "declined 603 DECLINED"
    "unknown 404 NOT_FOUND"
    "forbidden 403 REJECTED"
    "away 480 UNAVAILABLE"
    "unanswered 480 NO_ANSWER"
    "cancelled 487 CANCELLED"
    "broken 500 FAILED"
    "moved 302 REDIRECTED"
    "silent 408 UNREACHABLE"
)

# start_proxy WORK HEP_PORT HEP_VERSION KEY [tcp]
start_proxy() {
    local work=$1 transport=${5:-udp}
    sed -e "s/@PROXY@/$proxy_port/; s/@CALLED@/$called_port/; s/@VERSION@/$3/; s/@KEY@/$4/" \
        -e "s#@MODULES@#$(module_folder)#" \
        -e "s/@HEP@/$2$([[ $transport == tcp ]] && echo ';transport=tcp')/" \
        -e "s/@NO_TCP@/$([[ $transport == tcp ]] && echo no || echo yes)/" \
        -e "s/@LISTEN_TCP@/$([[ $transport == tcp ]] && echo "listen=tcp:127.0.0.1:$proxy_port")/" \
        "$here/kamailio.cfg" >"$work/kamailio.cfg"
    # Without a pid file and with -DD it stays our child.
    kamailio -DD -E -f "$work/kamailio.cfg" -Y "$work" -m 256 >"$work/kamailio.log" 2>&1 &
    started+=($!)
    sleep 2
    kill -0 "${started[-1]}" || { cat "$work/kamailio.log" >&2; return 1; }
}

start_called() {
    local work=$1
    (cd "$work" && exec sipp -sf "$here/called.xml" -i 127.0.0.1 -p "$called_port" -nostdin -l 100000 \
        "${patient[@]}" -recv_timeout 120000 >"$work/called.log" 2>&1) &
    started+=($!)
    sleep 1
    kill -0 "${started[-1]}" || { cat "$work/called.log" >&2; return 1; }
}

# call WORK KIND STATUS COUNT RATE PERIOD_MS: makes calls, in the background. Their Call-IDs begin with the kind, and those
# of the calls that end as planned are written to WORK/KIND.planned.
call() {
    local work=$1 kind=$2 status=$3 count=$4 rate=$5 period=$6 scenario=$1/$2.xml
    case $kind in
        answered | cancelled) cp "$here/$kind.xml" "$scenario" ;;
        *) sed "s/@STATUS@/$status/" "$here/refused.xml" >"$scenario" ;;
    esac
    caller_port=$((caller_port + 1))
    (cd "$work" && exec sipp -sf "$scenario" -i 127.0.0.1 -p "$caller_port" -s "$kind" -cid_str "$kind-%u-%p@%s" \
        -m "$count" -r "$rate" -rp "$period" -l 100000 -nostdin -trace_stat -stf "$work/$kind.csv" -fd 5 \
        -trace_logs -log_file "$work/$kind.planned" "${patient[@]}" \
        "127.0.0.1:$proxy_port" >"$work/$kind.log" 2>&1) &
    callers+=($!)
    started+=($!)
}

# The calls that one kind of caller made so far, by SIPp's own statistics.
made() {
    awk -F';' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "TotalCallCreated") c = i } END { print $c + 0 }' "$1"
}

stop_all() {
    local pid
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
    started=()
}
