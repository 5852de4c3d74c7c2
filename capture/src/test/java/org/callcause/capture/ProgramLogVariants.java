package org.callcause.capture;

import static org.callcause.capture.LogSamples.prefixed;
import static org.callcause.capture.SampleCall.PHONE;

import java.util.stream.Stream;
import org.callcause.capture.LogSamples.Ends;
import org.callcause.capture.LogVariantTests.Variant;

/** Layouts of the logs of free programs and libraries, and of what prints packets. */
final class ProgramLogVariants {

    private ProgramLogVariants() {}

    static Stream<Variant> all() {
        return Stream.of(clients(), servers(), packets()).flatMap(variants -> variants);
    }

    private static Stream<Variant> clients() {
        return Stream.of(
                new Variant(
                        "pjsua in another program's log",
                        Ends.FAR,
                        true,
                        step -> "DEBUG   " + step.at("HH:mm:ss.SSS")
                                + " [Endpoint void log(int, const char *, int):582]           pjsua_core.c !....TX 640 bytes"
                                        .replace("TX", step.way("RX", "TX"))
                                + " Request msg INVITE/cseq=1 (tdta0x7f86) " + step.way("from", "to") + " udp " + PHONE
                                + ":\n"
                                + step.lines() + "\n\n--end msg--\n"),
                new Variant(
                        "JsSIP, earlier",
                        Ends.NONE,
                        false,
                        step -> "JsSIP | TRANSPORT | "
                                + step.way("received WebSocket text message:", "sending WebSocket message:") + "\n\n"
                                + step.lines() + "\n"),
                new Variant(
                        "JsSIP in Firefox",
                        Ends.NONE,
                        true,
                        step -> step.at("EEE, dd MMM yyyy HH:mm:ss.SSS")
                                + " GMT JsSIP:Transport " + step.way("received text message:", "sending message:")
                                + "\n\n"
                                + step.lines() + "\n"),
                new Variant(
                        "SIP.js, earlier",
                        Ends.NONE,
                        true,
                        step -> "sip-0.6.3.min.js:36 "
                                + step.at("EEE MMM dd yyyy HH:mm:ss.SSS")
                                + " GMT+0000 (Some Standard Time) | sip.transport | "
                                + step.way("received WebSocket text message:", "sending WebSocket message:") + "\n\n"
                                + step.lines() + "\n"),
                new Variant(
                        "a Go program",
                        Ends.NONE,
                        true,
                        step -> "--- " + step.at("HH:mm:ss.SSS") + " SIP " + step.way("recv", "send") + " ---\n"
                                + step.lines() + "\n"),
                new Variant(
                        "a program on Windows",
                        Ends.FAR,
                        true,
                        step -> step.at("M/d/yyyy h:mm:ss.SSS a")
                                + "\tINFO\tSIP message " + step.way("received from ", "sent to ") + "udp:" + PHONE
                                + "\n"
                                + step.lines() + "\n"));
    }

    private static Stream<Variant> servers() {
        return Stream.of(
                new Variant(
                        "FreeSWITCH, earlier time",
                        Ends.FAR,
                        true,
                        step -> step.way("recv ", "send ")
                                + step.message().length() + " bytes " + step.way("from", "to")
                                + " udp/[192.0.2.10]:5060 at "
                                + step.at("HH:mm:ss.SSSSSS") + ":\n" + "-".repeat(72) + "\n" + step.lines()
                                + "-".repeat(72)
                                + "\n"),
                new Variant(
                        "Asterisk console in full",
                        Ends.FAR,
                        true,
                        step -> "[" + step.at("yyyy-MM-dd HH:mm:ss.SSS")
                                + "] VERBOSE[2413][C-00000012] res_pjsip_logger.c: <--- "
                                + step.way(
                                        "Received SIP request (640 bytes) from",
                                        "Transmitting SIP response (420 bytes) to")
                                + " UDP:" + PHONE + " --->\n" + step.lines() + "\n"),
                new Variant(
                        "Asterisk chan_sip, reliably",
                        Ends.FAR,
                        true,
                        step -> "[" + step.at("MMM d HH:mm:ss.SSS")
                                + "] VERBOSE[412][C-0000002a] chan_sip.c: "
                                + step.way(
                                        "\n<--- SIP read from UDP:" + PHONE + " --->\n",
                                        "Reliably Transmitting (no NAT) to " + PHONE + ":\n")
                                + step.lines() + "\n" + step.way("<------------->\n", "---\n")),
                new Variant(
                        "Kamailio xlog behind journald",
                        Ends.FAR,
                        true,
                        step -> prefixed(
                                step.at("MMM dd HH:mm:ss")
                                        + " sip1 kamailio[412]: 12(431) INFO: {1 1 INVITE busy-1} <script>: ",
                                step.way("received message from udp:", "sending message to udp:") + PHONE + "\n"
                                        + step.lines())),
                new Variant(
                        "OpenSIPS xlog, message behind words",
                        Ends.NONE,
                        true,
                        step -> step.at("MMM d HH:mm:ss") + " sip1 opensips[1619]: message buffer: [" + step.lines()
                                + "]\n"),
                new Variant(
                        "SIPp, tabs and seconds",
                        Ends.NONE,
                        true,
                        step -> "-".repeat(47) + " "
                                + step.at("yyyy-MM-dd\tHH:mm:ss.SSSSSS") + "\t"
                                + step.time().getEpochSecond() + ".120000\n"
                                + "UDP message " + step.way("received [640] bytes :", "sent (640 bytes):") + "\n\n"
                                + step.lines()),
                new Variant(
                        "JAIN-SIP trace on one line",
                        Ends.BOTH,
                        true,
                        step -> "<message from=\"" + step.from() + "\" to=\""
                                + step.to() + "\" time=\"" + step.time().toEpochMilli() + "\" isSender=\""
                                + !step.received()
                                + "\" transactionId=\"z9hg4bk-a1\" callId=\"busy-1@192.0.2.10\" firstLine=\""
                                + step.firstLine() + "\" >\n<![CDATA[" + step.lines() + "]]>\n</message>\n"));
    }

    private static Stream<Variant> packets() {
        return Stream.of(
                new Variant(
                        "tshark -T json with the body among the headers",
                        Ends.BOTH,
                        true,
                        step -> DissectedSamples.layersWithBodyAmongHeaders(step) + "\n"),
                new Variant(
                        "ngrep without -t",
                        Ends.BOTH,
                        false,
                        step -> "#\nU " + step.from() + " -> " + step.to() + " #12\n"
                                + step.message().replace("\r\n", ".\n") + "\n"),
                new Variant(
                        "ngrep, all of a message in one line",
                        Ends.BOTH,
                        true,
                        step -> "U "
                                + step.at("yyyy/MM/dd HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to()
                                + "\n  "
                                + step.message().replace("\r\n", "..") + "\n\n"),
                new Variant(
                        "ngrep -x",
                        Ends.BOTH,
                        true,
                        step -> "#\nU " + step.at("yyyy/MM/dd HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to()
                                + "\n" + DumpTests.unnumbered(step.message()) + "\n"),
                new Variant(
                        "ngrep -W single",
                        Ends.BOTH,
                        false,
                        step -> "U " + step.from() + " -> " + step.to() + " " + LogSamples.dotted(step) + "\n"),
                new Variant(
                        "ngrep in a narrow terminal",
                        Ends.BOTH,
                        false,
                        step -> "####\nU " + step.from() + " -> " + step.to() + "\n"
                                + LogSamples.rows(LogSamples.dotted(step), 43)),
                new Variant(
                        "ngrep, blanks at the ends of rows lost",
                        Ends.BOTH,
                        false,
                        step -> "U " + step.from() + " -> " + step.to() + "\n"
                                + LogSamples.rows(LogSamples.dotted(step), 75).replaceAll(" +\n", "\n")),
                new Variant(
                        "FortiGate, diagnose debug application sip",
                        Ends.BOTH,
                        true,
                        step -> step.at("yyyy-MM-dd HH:mm:ss") + " sip port 26 " + step.from() + " -> " + step.to()
                                + "\n" + step.at("yyyy-MM-dd HH:mm:ss") + " sip port 26 read [(0,"
                                + step.message().length() + ")\n(494e56495445207369703a)(" + LogSamples.dotted(step)
                                + ")]\n"),
                new Variant(
                        "tcpdump -A -e, with the Ethernet header",
                        Ends.BOTH,
                        true,
                        step -> step.at("HH:mm:ss.SSSSSS") + " IP "
                                + step.from().replace(':', '.') + " > "
                                + step.to().replace(':', '.') + ": SIP: " + step.firstLine()
                                + "\n..p....O^.....E..Q4L..@................=.." + step.lines() + "\n"),
                new Variant(
                        "tcpdump -v",
                        Ends.BOTH,
                        true,
                        step -> step.at("HH:mm:ss.SSSSSS")
                                + " IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 640)\n    "
                                + step.from().replace(':', '.') + " > "
                                + step.to().replace(':', '.') + ": SIP, length: 612\n"
                                + prefixed("\t", step.lines())),
                new Variant(
                        "tcpdump -v -A, which shows each message twice",
                        Ends.BOTH,
                        true,
                        step -> step.at("HH:mm:ss.SSSSSS")
                                + " IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 640)\n    "
                                + step.from().replace(':', '.') + " > "
                                + step.to().replace(':', '.') + ": SIP, length: 612\n"
                                + prefixed("\t", step.lines())
                                + "E..8....@...........`....." + step.lines() + "\n"),
                new Variant(
                        "sngrep, call list copied",
                        Ends.BOTH,
                        true,
                        step -> "2026/03/02 "
                                + step.at("HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to() + "\n"
                                + step.linesWithoutBlankOnes()));
    }
}
