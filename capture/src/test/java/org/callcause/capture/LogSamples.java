package org.callcause.capture;

import static org.callcause.capture.SampleCall.PHONE;
import static org.callcause.capture.SampleCall.SERVER;
import static org.callcause.capture.SampleCall.host;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.capture.SampleCall.Step;

/** One call as every kind of log shows it. */
final class LogSamples {

    /** What a log tells of the ends by itself. */
    enum Ends {
        BOTH,
        FAR,
        NONE
    }

    /**
     * A kind of log.
     *
     * @param format the name in the list of formats
     * @param written how it shows a call
     */
    record Sample(String format, Ends ends, boolean timed, Function<List<Step>, String> written) {

        String text() {
            return written.apply(SampleCall.CALL);
        }

        /** With messages whose last lines were lost before they were written. */
        String cut() {
            return written.apply(SampleCall.CALL.stream().map(Step::cut).toList());
        }

        @Override
        public String toString() {
            return format;
        }
    }

    private LogSamples() {}

    /** Every format in the order of the list. */
    static List<Sample> all() {
        String rule = "-".repeat(72) + "\n";
        return List.of(
                framed("plain SIP messages", Ends.NONE, false, step -> step.lines() + "\n"),
                framed(
                        "sngrep, saved as text",
                        Ends.BOTH,
                        true,
                        step -> step.at("yyyy/MM/dd HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to() + "\n"
                                + step.lines() + "\n"),
                framed(
                        "ngrep -W byline",
                        Ends.BOTH,
                        true,
                        step -> "#\nU " + step.at("yyyy/MM/dd HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to()
                                + " #1\n" + step.message().replace("\r\n", ".\n") + "\n"),
                framed(
                        "ngrep without -W byline",
                        Ends.BOTH,
                        true,
                        step -> "#\nU " + step.at("yyyy/MM/dd HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to()
                                + "\n" + rows(dotted(step), 75)),
                framed(
                        "tcpdump -A",
                        Ends.BOTH,
                        true,
                        step -> step.at("HH:mm:ss.SSSSSS") + " IP " + SampleCall.dotted(step.from()) + " > "
                                + SampleCall.dotted(step.to()) + ": SIP: " + step.firstLine()
                                + "\nE..8....@...........`....." + step.lines() + "\n"),
                framed(
                        "tcpdump -X, tshark -x, ngrep -x and other hex dumps",
                        Ends.BOTH,
                        true,
                        DissectedSamples::hexadecimal),
                framed(
                        "tshark -V, Wireshark \"Export Packet Dissections\"",
                        Ends.BOTH,
                        true,
                        DissectedSamples::details),
                new Sample("tshark -T json", Ends.BOTH, true, steps -> list(steps, DissectedSamples::layers)),
                new Sample(
                        "tshark -T pdml",
                        Ends.BOTH,
                        true,
                        steps -> "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<pdml version=\"0\">\n"
                                + each(steps, DissectedSamples::packet) + "</pdml>\n"),
                framed(
                        "Asterisk PJSIP logger",
                        Ends.FAR,
                        true,
                        step -> step.at("'['MMM d HH:mm:ss.SSS']'") + " VERBOSE[412] res_pjsip_logger.c: <--- "
                                + step.way("Received SIP ", "Transmitting SIP ")
                                + (step.firstLine().startsWith("SIP") ? "response" : "request") + " ("
                                + step.message().length() + " bytes) " + step.way("from", "to") + " UDP:" + PHONE
                                + " --->\n" + step.lines() + "\n"),
                framed(
                        "Asterisk chan_sip, sip set debug on",
                        Ends.FAR,
                        true,
                        step -> step.at("'['MMM d HH:mm:ss.SSS']'") + " VERBOSE[412] chan_sip.c: "
                                + step.way(
                                        "<--- SIP read from UDP:" + PHONE + " --->",
                                        "\n<--- Transmitting (NAT) to " + PHONE + " --->")
                                + "\n" + step.lines() + step.way("<------------->\n", "<------------>\n")),
                framed(
                        "FreeSWITCH sofia siptrace",
                        Ends.FAR,
                        true,
                        step -> step.way("recv ", "send ") + step.message().length() + " bytes "
                                + step.way("from", "to") + " udp/[192.0.2.10]:5060 at "
                                + step.at("HH:mm:ss.SSSSSS") + ":\n   " + rule + prefixed("   ", step.lines()) + "   "
                                + rule),
                framed(
                        "Kamailio and OpenSIPS xlog",
                        Ends.BOTH,
                        true,
                        step -> step.at("MMM d HH:mm:ss.SSS") + " sip1 kamailio[412]: INFO: <script>: from udp:"
                                + step.from() + " to udp:" + step.to() + "\n" + step.lines() + "\n"),
                framed(
                        "Kamailio and OpenSIPS sip_trace rows",
                        Ends.BOTH,
                        true,
                        step -> "*************************** row ***************************\n time_stamp: "
                                + step.at("yyyy-MM-dd HH:mm:ss.SSS") + "\n     fromip: udp:" + step.from()
                                + "\n       toip: udp:" + step.to() + "\n        msg: " + step.lines() + "\n"),
                framed(
                        "SIPp -trace_msg",
                        Ends.NONE,
                        true,
                        step -> rule.strip() + " " + step.at("yyyy-MM-dd HH:mm:ss.SSSSSS") + "\nUDP message "
                                + step.way("received [", "sent (")
                                + step.message().length()
                                + step.way("] bytes :", " bytes):") + "\n\n" + step.lines() + "\n"),
                framed(
                        "Cisco IOS and CUBE, debug ccsip messages",
                        Ends.NONE,
                        true,
                        step -> "000412: *" + step.at("MMM d HH:mm:ss.SSS")
                                + ": //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n" + step.way("Received:", "Sent:")
                                + " \n" + step.lines() + "\n"),
                framed(
                        "Cisco Unified CM SDL trace",
                        Ends.FAR,
                        true,
                        step -> "01234567.002 |" + step.at("HH:mm:ss.SSS") + " |AppInfo  |SIPUdp - "
                                + step.way("Incoming", "Outgoing") + " SIP UDP message " + step.way("from", "to")
                                + " 192.0.2.10 on port 5060 index 12 with "
                                + step.message().length() + " bytes:\n"
                                + "[4711,NET]\n" + step.lines() + "\n"),
                framed(
                        "Cisco IP phones 7800 and 8800, console log; Jabber",
                        Ends.NONE,
                        true,
                        step -> "0611 DEB " + step.at("MMM dd HH:mm:ss.SSSSSS") + " JAVA-sipio-"
                                + step.way("recv<--- ", "sent---> ")
                                + prefixed("\t", step.lines()).strip() + "\n\t\n0612 NOT "
                                + step.at("MMM dd HH:mm:ss.SSSSSS") + " JAVA-SIPCC-CC_API: 1/8, state\n"),
                framed(
                        "Cisco SPA and ATA (Linksys, Sipura) syslog",
                        Ends.FAR,
                        true,
                        step -> prefixed(
                                step.at("MMM d HH:mm:ss.SSS") + " 192.0.2.1 ",
                                "[0:5060]" + step.way("<<", "->") + PHONE + "\n" + step.lines())),
                framed(
                        "Cisco Expressway diagnostic log",
                        Ends.BOTH,
                        true,
                        step -> step.at("yyyy-MM-dd'T'HH:mm:ss.SSS") + "+00:00 exp tvcs: UTCTime=\""
                                + step.at("yyyy-MM-dd HH:mm:ss,SSS")
                                + "\" Module=\"network.sip\" Level=\"DEBUG\":  Action=\""
                                + step.way("Received", "Sent")
                                + "\" Local-ip=\"192.0.2.1\" Local-port=\"5060\" "
                                + step.way("Src", "Dst") + "-ip=\"192.0.2.10\" " + step.way("Src", "Dst")
                                + "-port=\"5060\" Msg-Hash=\"4711\"\n SIPMSG:\n |" + step.lines() + " |\n"),
                framed(
                        "AudioCodes syslog",
                        Ends.FAR,
                        true,
                        step -> step.at("HH:mm:ss.SSS")
                                + "  192.0.2.1  local0.notice  [S=1001] [SID=2ed1c8:96:5] (N  7001)  ---- "
                                + step.way("Incoming SIP Message from ", "Outgoing SIP Message to ") + PHONE
                                + step.way(" to", " from") + " SIPInterface #0 (LAN) UDP TO(#4) SocketID(2) ---- \n"
                                + step.lines() + "\n"),
                framed(
                        "Oracle (Acme Packet) sipmsg.log",
                        Ends.BOTH,
                        true,
                        step -> step.at("MMM d HH:mm:ss.SSS") + " On [0:0]" + SERVER
                                + step.way(" received from ", " sent to ") + PHONE + "\n" + step.lines()
                                + "\n----------------------------------------\n"),
                framed("Oracle (Acme Packet) log.sipd", Ends.BOTH, true, LogSamples::event),
                framed(
                        "Ribbon (Sonus) trace",
                        Ends.BOTH,
                        true,
                        step -> "1787 " + step.at("MMddyyyy HHmmss.SSSSSS")
                                + ":1.01.00.38939.MAJOR .SIPSG: EXTRA INFO: "
                                + step.way(
                                        "Ingress: received msg for CallId:busy-1 gcid:0x1 from",
                                        "Egress: sent msg for CallId:busy-1 gcid:0x1 to")
                                + " IP/port:192.0.2.10/5060, Local IP/port:192.0.2.1/5060\nRAW PDU:\n" + step.lines()
                                + "\n"),
                framed(
                        "Avaya Session Manager traceSM",
                        Ends.BOTH,
                        true,
                        step -> rule + step.at("dd/MM/yyyy HH:mm:ss.SSS") + step.way(" --> ", " <-- ") + "\noctets: "
                                + step.message().length() + ", Body Length: 0\n"
                                + step.way(
                                        "ingress: { L192.0.2.1:5060/R192.0.2.10:5060/UDP/0x1a }\negress: [NO TARGET]\n",
                                        "ingress: [NO SOURCE]\negress: { L192.0.2.1:5060/R192.0.2.10:5060/UDP/0x1a }\n")
                                + "SIPMsgContext: [NONE]\n" + rule + step.lines() + "\n"),
                framed(
                        "Avaya Experience Portal and Voice Portal, SessionManager.log",
                        Ends.BOTH,
                        true,
                        step -> step.at("'@'yyyy-MM-dd HH:mm:ss,SSS")
                                + "||FINEST|SIP|412|FileName=sip/SIPTCP.cpp,LineNumber=426|"
                                + step.way("RCV", "SND") + " sock=136:0 src=" + step.from() + " dst=" + step.to()
                                + " <" + step.way("", "^") + step.lines() + ">|mpp1####\n"),
                framed(
                        "3CX phone system log, where it holds messages",
                        Ends.FAR,
                        true,
                        step -> step.at("HH:mm:ss.SSS") + "|[CM503012]: "
                                + step.way("Recv Req INVITE from " + PHONE, "Send Resp 486/INVITE to " + PHONE)
                                + " tid=29a1 Call-ID=busy-1:\n" + step.lines() + "\n"),
                framed(
                        "Linphone, belle-sip",
                        Ends.FAR,
                        true,
                        step -> step.at("yyyy-MM-dd HH:mm:ss:SSS")
                                + " [linphone/belle-sip] MESSAGE channel [0x55d0c8]: "
                                + step.way(
                                        "received [" + step.message().length()
                                                + "] new bytes from [UDP://::ffff:192.0.2.10:5060]:",
                                        "message sent to [UDP://192.0.2.10:5060], size: ["
                                                + step.message().length() + "] bytes")
                                + "\n" + step.lines() + "\n"),
                framed(
                        "PJSIP, pjsua",
                        Ends.FAR,
                        true,
                        step -> step.at("HH:mm:ss.SSS") + "   pjsua_core.c  " + step.way(".RX ", "...TX ")
                                + step.message().length() + " bytes "
                                + (step.firstLine().startsWith("SIP") ? "Response msg 486" : "Request msg INVITE")
                                + "/INVITE/cseq=1 (rdata0x1f) " + step.way("from", "to") + " UDP " + PHONE + ":\n"
                                + step.lines() + "\n--end msg--\n"),
                framed(
                        "baresip -s",
                        Ends.BOTH,
                        true,
                        step -> "\u001b[36;1m" + step.at("HH:mm:ss.SSS") + "#\nUDP " + step.from() + " -> " + step.to()
                                + "\n" + step.lines() + "\u001b[;m\n"),
                framed(
                        "Twinkle",
                        Ends.FAR,
                        true,
                        step -> "+++ " + step.at("dd-MMM-yyyy HH:mm:ss.SSS") + " INFO SIP ::"
                                + step.way("listen_udp", "send_sip_udp") + "\n"
                                + step.way("Received from: udp:", "Send to: udp:") + PHONE + "\n" + step.lines()
                                + "\n---\n"),
                framed(
                        "JsSIP in a browser console",
                        Ends.NONE,
                        false,
                        step -> "jssip.js:94 JsSIP:Transport "
                                + step.way("received text message:\n\n", "sending message:\n\n") + step.lines()
                                + "\n +2ms\n"),
                framed(
                        "SIP.js in a browser console",
                        Ends.NONE,
                        true,
                        step -> step.at("EEE MMM dd yyyy HH:mm:ss.SSS") + " GMT+0000 (UTC) | sip.Transport | "
                                + step.way("Received WebSocket text message:", "Sending WebSocket message:") + "\n\n"
                                + step.lines() + "\n"),
                framed(
                        "JAIN-SIP trace",
                        Ends.BOTH,
                        true,
                        step -> "<message\nfrom=\"" + step.from() + "\" \nto=\"" + step.to() + "\" \ntime=\""
                                + step.time().toEpochMilli() + "\"\nisSender=\"" + !step.received()
                                + "\" \ntransactionId=\"z9hg4bk-a1\" \ncallId=\"busy-1@192.0.2.10\" \n>\n<![CDATA["
                                + step.lines() + "]]>\n</message>\n\n"),
                new Sample(
                        "Homer, JSON export",
                        Ends.BOTH,
                        true,
                        steps -> "{\"data\":" + list(steps, DissectedSamples::stored) + "}"));
    }

    private static Sample framed(String format, Ends ends, boolean timed, Function<Step, String> frame) {
        return new Sample(format, ends, timed, steps -> each(steps, frame));
    }

    private static String each(List<Step> steps, Function<Step, String> frame) {
        return steps.stream().map(frame).collect(Collectors.joining());
    }

    private static String list(List<Step> steps, Function<Step, String> record) {
        return steps.stream().map(record).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** With a dot for each byte that cannot be printed. */
    static String dotted(Step step) {
        return step.message().replaceAll("[^ -~]", ".");
    }

    /** In rows of the terminal's width. */
    static String rows(String printed, int width) {
        return printed.replaceAll("(.{1," + width + "})", "  $1\n");
    }

    private static String event(Step step) {
        String log = step.at("MMM d HH:mm:ss.SSS") + " [SIP] \t";
        String message = step.message()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r\n", "&#xD;&#xA;");
        return Stream.of(
                        "<eventEntry>",
                        step.at("'<startTime>'yyyy-MM-dd HH:mm:ss.SSS'</startTime>'"),
                        "<eventType>sipEvent</eventType>",
                        "<sourceAddress>" + host(step.from()) + "</sourceAddress>",
                        "<sourcePort>5060</sourcePort>",
                        "<destinationAddress>" + host(step.to()) + "</destinationAddress>",
                        "<destinationPort>5060</destinationPort>",
                        "<direction>" + step.way("RECEIVER", "SENDER") + "</direction>",
                        "<SipMsgSection>" + message + "</SipMsgSection>",
                        "</eventEntry>")
                .map(line -> log + line + "\n")
                .collect(Collectors.joining());
    }

    /** The text with this before each of its lines. */
    static String prefixed(String prefix, String text) {
        return text.lines().map(line -> prefix + line + "\n").collect(Collectors.joining());
    }
}
