#!/usr/bin/env bash
# Holds the HEP receiver against a real sender: Kamailio mirrors SIPp calls of every kind to `callcause listen`, over UDP
# and TCP and in versions 2 and 3, and every call must be reported once, with its disposition. Takes about three minutes.
# Skipped where the packages kamailio (with siptrace) and sip-tester are not installed.
#
#   capture/kamailio/check.sh [COMMAND ...]      the command, if not ./callcause
set -euo pipefail
# shellcheck source=capture/kamailio/calls.sh
source "$(dirname "${BASH_SOURCE[0]}")/calls.sh"

have_packages || { echo "skipped: needs the packages kamailio and sip-tester"; exit 0; }
callcause=("$@")
((${#callcause[@]})) || callcause=("$here/../../callcause")
work=$(mktemp -d)
trap 'stop_all; rm -rf "$work"' EXIT

round() {
    local name=$1 feed=$2 version=$3 key=$4 transport=$5
    local folder=$work/$name options=()
    mkdir "$folder"
    if [[ -n $key ]]; then
        echo "$key" >"$folder/key"
        options+=(--hep-key-file "$folder/key")
    fi
    "${callcause[@]}" listen --hep "$feed" --metrics off --output "$folder/calls.ndjson" "${options[@]}" \
        2>"$folder/listen.log" &
    local listener=$!
    started+=("$listener")
    until grep -q 'listening' "$folder/listen.log"; do
        kill -0 "$listener" || { cat "$folder/listen.log"; return 1; }
        sleep 0.2
    done
    start_proxy "$folder" "${feed##*:}" "$version" "$key" "$transport"
    start_called "$folder"
    callers=()
    call "$folder" answered 200 20 10 1000
    local kind status disposition
    for entry in "${kinds[@]}"; do
        read -r kind status disposition <<<"$entry"
        call "$folder" "$kind" "$status" 3 3 1000
    done
    wait "${callers[@]}"
    sleep 1
    kill -TERM "$listener"
    wait "$listener" || true
    stop_all
    tail -1 "$folder/listen.log"
    python3 "$here/judge.py" "$folder/calls.ndjson" "$folder" --exactly answered=20 \
        $(printf '%s=3 ' $(printf '%s\n' "${kinds[@]}" | cut -d' ' -f1))
}

round "HEP3 over UDP, with a key" udp:127.0.0.1:25090 3 secret udp
round "HEP3 over TCP" tcp:127.0.0.1:25091 3 "" tcp
round "HEP2 over UDP" udp:127.0.0.1:25092 2 "" udp
echo "all rounds agree"
