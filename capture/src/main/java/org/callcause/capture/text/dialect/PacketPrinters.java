package org.callcause.capture.text.dialect;

import java.util.List;

/** Plain messages, and what the tools print that look at packets. Those lines show both ends with an arrow. */
final class PacketPrinters {

    private PacketPrinters() {}

    static List<LogFormat> formats() {
        return List.of(
                LogFormat.of("plain SIP messages", "INVITE sip:bob@example.com SIP/2.0"),
                LogFormat.of("sngrep, saved as text", "2026/03/02 09:14:05.120000 192.0.2.10:5060 -> 192.0.2.1:5060"),
                LogFormat.of("ngrep -W byline", "U 2026/03/02 09:14:05.120000 192.0.2.10:5060 -> 192.0.2.1:5060 #1"),
                LogFormat.of(
                        "ngrep without -W byline",
                        "INVITE sip:bob@example.com SIP/2.0..Via: SIP/2.0/UDP"
                                + " 192.0.2.10:5060;branch=z9hG4bK-a1..Max-Fo"),
                LogFormat.of(
                        "tcpdump -A",
                        "09:14:05.120000 IP 192.0.2.10.5060 > 192.0.2.1.5060: SIP: INVITE sip:bob@example.com SIP/2.0"),
                LogFormat.of(
                        "tcpdump -X, tshark -x, ngrep -x and other hex dumps",
                        "0x0000:  4500 0238 0001 4000 4011 b4a2 c000 020a  E..8..@.@......."),
                LogFormat.of(
                        "tshark -V, Wireshark \"Export Packet Dissections\"", "Session Initiation Protocol (INVITE)"),
                LogFormat.of(
                        "tshark -T json",
                        "\"_source\": { \"layers\": { \"frame\": { \"frame.time_epoch\": \"1772442845.120000000\""),
                LogFormat.of(
                        "tshark -T pdml",
                        "<field name=\"sip.Method\" showname=\"Method: INVITE\" show=\"INVITE\""
                                + " value=\"494e56495445\"/>"));
    }
}
