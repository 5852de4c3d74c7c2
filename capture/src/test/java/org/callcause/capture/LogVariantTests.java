package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.SampleCall.PHONE;
import static org.callcause.capture.SampleCall.SERVER;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.capture.LogSamples.Ends;
import org.callcause.capture.SampleCall.Step;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layouts in which people paste the logs of each format, other than the one that its sample has. */
class LogVariantTests {

    /** One layout: how it writes a message. */
    record Variant(String name, Ends ends, boolean timed, Function<Step, String> frame) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Variant> variants() {
        return Stream.of(
                        linphone(),
                        audioCodes(),
                        avaya(),
                        cisco(),
                        borderControllers(),
                        clients(),
                        servers(),
                        packets())
                .flatMap(variants -> variants);
    }

    private static Stream<Variant> linphone() {
        return Stream.of(
                new Variant(
                        "Linphone on Android, logcat",
                        Ends.FAR,
                        true,
                        step -> prefixed(
                                step.at("MM-dd HH:mm:ss.SSS") + "  3103  3104 I example_phone: ",
                                belleSip(step) + step.lines())),
                new Variant(
                        "Linphone on Android, seconds since 1970",
                        Ends.FAR,
                        true,
                        step -> prefixed(
                                step.time().getEpochSecond() + "." + step.at("SSS")
                                        + " 1724-1725/org.example.phone I/Phone: ",
                                belleSip(step) + withoutBlankLines(step))),
                new Variant("Linphone on iOS, unified log", Ends.FAR, true, step -> {
                    String prefix = step.at("yyyy-MM-dd HH:mm:ss.SSSSSS") + "+0000 linphone[546:142062] [Message] ";
                    return prefix + belleSip(step) + prefixed(prefix + "\t", withoutBlankLines(step));
                }),
                new Variant(
                        "Linphone on iOS, syslog",
                        Ends.FAR,
                        true,
                        step -> step.at("MMM d HH:mm:ss") + "  linphone[3434] <Notice>: bel/" + belleSip(step)
                                + step.lines()),
                new Variant(
                        "Linphone, every line end doubled",
                        Ends.FAR,
                        true,
                        step -> step.at("yyyy-MM-dd HH:mm:ss:SSS") + " belle-sip-message- " + belleSip(step)
                                + step.lines().replace("\n", "\n\n") + "\n"));
    }

    private static String belleSip(Step step) {
        int length = step.message().length();
        return "channel [0x7f7d863000]: "
                + step.way(
                        "received [" + length + "] new bytes from [UDP://::ffff:" + PHONE + "]:",
                        "message sent to [UDP://" + PHONE + "], size: [" + length + "] bytes")
                + "\n";
    }

    private static Stream<Variant> audioCodes() {
        return Stream.of(
                new Variant(
                        "AudioCodes, a packet a message",
                        Ends.FAR,
                        true,
                        step -> "<133>[S=1718543] [SID=b9027c:24:198]  " + announcement(step) + " #012" + packed(step)
                                + " [Time:" + step.at("dd-MM@HH:mm:ss.SSS") + "]\n"),
                new Variant(
                        "AudioCodes, line ends kept",
                        Ends.FAR,
                        true,
                        step -> step.at("MMM d HH:mm:ss")
                                + " 192.0.2.1 [S=1718543] [SID=b9027c:24:198]  " + announcement(step) + " \n"
                                + step.lines()
                                + " [Time:" + step.at("dd-MM@HH:mm:ss.SSS") + "]\n"),
                new Variant(
                        "AudioCodes, announced in another packet",
                        Ends.FAR,
                        true,
                        step -> "<133>[S=1718543] [SID=b9027c:24:198]"
                                + "  (N  6891950) UdpRtxMngr::Transmit 2 INVITE Rtx Left: 6 #012" + announcement(step)
                                + " #012 [Time:" + step.at("dd-MM@HH:mm:ss.SSS") + "]\n"
                                + "<133>[S=1718544] [SID=b9027c:24:198]  " + packed(step) + " [Time:"
                                + step.at("dd-MM@HH:mm:ss.SSS") + "]\n"),
                new Variant("AudioCodes, a message in two packets", Ends.FAR, true, step -> {
                    String text = packed(step);
                    int half = text.indexOf("Call-ID") + 10;
                    String time = " [Time:" + step.at("dd-MM@HH:mm:ss.SSS") + "]\n";
                    return step.at("MMM d HH:mm:ss") + " sbc [S=1718543] [SID=b9027c:24:198]  " + announcement(step)
                            + " #012" + text.substring(0, half) + time + step.at("MMM d HH:mm:ss")
                            + " sbc [S=1718544] [SID=b9027c:24:198] " + text.substring(half) + time;
                }),
                new Variant(
                        "AudioCodes Syslog Viewer, in columns",
                        Ends.FAR,
                        true,
                        step -> step.at("HH:mm:ss.SSS")
                                + "  192.0.2.1  local0.notice  [S=16] [SID=b9027c:24:198] " + announcement(step) + "\n"
                                + prefixed(" ".repeat(60), withoutBlankLines(step))
                                + " ".repeat(60) + "(N  5725376) (#4):Call Setup Rules Set ID 2\n"),
                new Variant(
                        "AudioCodes gateway",
                        Ends.FAR,
                        true,
                        step -> step.at("HH:mm:ss.SSS")
                                + " : 192.0.2.1 : NOTICE :( sip_stack)(1968 ) ---- "
                                + step.way("Incoming SIP Message from ", "Outgoing SIP Message to ") + PHONE + " ----\n"
                                + step.lines()));
    }

    private static String announcement(Step step) {
        return "(N  6891937) ---- " + step.way("Incoming SIP Message from ", "Outgoing SIP Message to ") + PHONE
                + step.way(" to", " from") + " SIPInterface #2 (Teams) UDP TO(#138) SocketID(204) ----";
    }

    private static String packed(Step step) {
        return step.message().replace("\r\n", "#012");
    }

    private static Stream<Variant> avaya() {
        return Stream.of(
                new Variant(
                        "Avaya telephone",
                        Ends.FAR,
                        true,
                        step -> "<166>" + step.at("MMM d HH:mm:ss")
                                + " 192.0.2.1 SIPMESSAGE: +00:00 2026 " + step.at("SSS") + " 1 .TEL | 0 "
                                + step.way(
                                        "CNetworkInputManager::ProcessInput(): Inbound SIP message from ip ="
                                                + " 192.0.2.10 port: 5060\n"
                                                + "RX ",
                                        "CSIPServer::SendToNetwork(): Outbound SIP message to " + PHONE + "\nTX ")
                                + step.lines()),
                new Variant(
                        "Avaya one-X",
                        Ends.FAR,
                        true,
                        step -> "[" + step.at("MM/dd/yyyy HH:mm:ss:SSS")
                                + "] DBH:     SIGNAL: [5f70] " + step.way("RECEIVED from ", "SENT to ") + PHONE
                                + ". Length= "
                                + step.message().length() + ".\n{\n[5f70] " + step.lines() + "\n[5f70] }\n"),
                new Variant(
                        "Avaya Workplace",
                        Ends.FAR,
                        true,
                        step -> step.at("yyyy-MM-dd HH:mm:ss.SSS")
                                + " D [21480] [CSDK::SIP] " + step.way("RECEIVED ", "SENDING ")
                                + step.message().length()
                                + " bytes " + step.way("from ", "to ") + PHONE + " {\n\n" + step.lines() + "\n}\n"),
                new Variant(
                        "Avaya Voice Portal",
                        Ends.FAR,
                        true,
                        step -> step.at("'@'yyyy-MM-dd HH:mm:ss,SSS") + "||FINEST|Tele|8513|FileName=sip/"
                                + step.way(
                                        "UDP.cpp,LineNumber=408|received from " + PHONE + ": <",
                                        "UAInterface.cpp,LineNumber=476|cUAInterface::SendToNetwork: To " + PHONE
                                                + "[71:0] <^")
                                + step.lines().replace("\n", "^M\n") + ">|mpp1####\n"),
                new Variant(
                        "Avaya Session Manager by Kiwi",
                        Ends.BOTH,
                        true,
                        step -> step.at("yyyy-MM-dd HH:mm:ss")
                                + "\tLocal4.Info\t192.0.2.1\tAasSipMgr[4021]: com.avaya.asm  SIPMSGT"
                                + " --------------------<010>"
                                + step.at("dd/MM/yyyy HH:mm:ss.SSS") + step.way(" -->", " <--")
                                + "<010><009>octets: 640, Body"
                                + " Length: 0<010><009>"
                                + step.way("ingress", "egress") + ": { L" + SERVER + "/R" + PHONE
                                + "/TLS/0xa }<010>--------------------<010>"
                                + step.message().replace("\r\n", "<013><010>")
                                + "--------------------\n"));
    }

    private static Stream<Variant> cisco() {
        return Stream.of(
                new Variant(
                        "Cisco IOS, documents",
                        Ends.NONE,
                        true,
                        step -> step.at("HH:mm:ss.SSS")
                                + ": //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n" + step.way("Received:", "Sent:")
                                + "\n"
                                + withoutBlankLines(step)),
                new Variant(
                        "Cisco IOS by syslog",
                        Ends.NONE,
                        true,
                        step -> prefixed(
                                "<189>4711: router1: 000412: " + step.at("MMM d HH:mm:ss.SSS") + ": ",
                                "//-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n" + step.way("Received:", "Sent:") + " \n"
                                        + step.lines())),
                new Variant(
                        "Cisco Unified CM, layer and handler",
                        Ends.FAR,
                        true,
                        step -> "00412.001 |"
                                + step.at("HH:mm:ss.SSS")
                                + " |AppInfo  |SIPTcp - wait_SdlReadRsp: " + step.way("Incoming", "Outgoing")
                                + " SIP TCP message " + step.way("from", "to")
                                + " 192.0.2.10 on port 5060 index 44 with 640"
                                + " bytes:\n[116,NET]\n" + step.lines()));
    }

    private static Stream<Variant> borderControllers() {
        return Stream.of(
                new Variant(
                        "Oracle, without realm",
                        Ends.BOTH,
                        true,
                        step -> step.at("MMM d HH:mm:ss.SSS") + " On " + SERVER
                                + step.way(" received from ", " sent to ") + PHONE + "\n" + step.lines()
                                + "\n----------------------------------------\n"),
                new Variant(
                        "Ribbon, filtered call",
                        Ends.BOTH,
                        true,
                        step -> "1787 " + step.at("MMddyyyy HHmmss.SSSSSS")
                                + ":1.01.00.38939.MAJOR .SIPSG:FILTER=Example_Call GCID=0x00000DDB: EXTRA INFO: "
                                + step.way("Ingress: received", "Egress: sent")
                                + " msg for CallId:busy-1@192.0.2.10 gcid:0xDDB "
                                + step.way("from", "to")
                                + " IP/port:192.0.2.10/5060, Local IP/port:192.0.2.1/5060\nRAW PDU:\n"
                                + step.lines()),
                new Variant(
                        "Sonus, SipFe",
                        Ends.NONE,
                        true,
                        step -> "167 " + step.at("MMddyyyy HHmmss.SSSSSS")
                                + ":1.01.00.11743.Info    .SIPFE: *SipFeSocket" + step.way("Recv", "Send")
                                + " - msg = \n"
                                + step.lines()));
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
                        "sngrep, call list copied",
                        Ends.BOTH,
                        true,
                        step -> "2026/03/02 "
                                + step.at("HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to() + "\n"
                                + withoutBlankLines(step)));
    }

    private static String withoutBlankLines(Step step) {
        return step.lines()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String prefixed(String prefix, String text) {
        return text.lines().map(line -> prefix + line + "\n").collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aLayoutBecomesTheSameCall(Variant variant) {
        String text = SampleCall.CALL.stream().map(variant.frame()).collect(Collectors.joining());

        assertThat(Reading.of(text).messages())
                .extracting(LogVariantTests::described)
                .containsExactlyElementsOf(SampleCall.CALL.stream()
                        .map(step -> step.firstLine() + ", " + step.from() + " > " + step.to() + ", " + variant.ends()
                                + (variant.timed() ? ", at " + step.at("HH:mm:ss") : ""))
                        .toList());
        assertThat(Reading.of(text).messages())
                .allSatisfy(message -> assertThat(message.message().defects()).isEmpty());
    }

    private static String described(CapturedMessage message) {
        boolean from = message.isFromInferred();
        boolean to = message.isToInferred();
        Ends ends = from && to ? Ends.NONE : from || to ? Ends.FAR : Ends.BOTH;
        return message.message().startLine() + ", " + message.from() + " > " + message.to() + ", " + ends
                + (message.hasTime() ? ", at " + message.time().toString().substring(11, 19) : "");
    }
}
