package org.callcause.capture;

import static org.callcause.capture.LogSamples.prefixed;
import static org.callcause.capture.SampleCall.PHONE;
import static org.callcause.capture.SampleCall.SERVER;

import java.util.stream.Stream;
import org.callcause.capture.LogSamples.Ends;
import org.callcause.capture.LogVariantTests.Variant;
import org.callcause.capture.SampleCall.Step;

/** Layouts of vendors' logs: telephones, servers, border elements. */
final class ProductLogVariants {

    private ProductLogVariants() {}

    static Stream<Variant> all() {
        return Stream.of(linphone(), audioCodes(), avaya(), cisco(), borderControllers())
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
                                belleSip(step) + step.linesWithoutBlankOnes())),
                new Variant("Linphone on iOS, unified log", Ends.FAR, true, step -> {
                    String prefix = step.at("yyyy-MM-dd HH:mm:ss.SSSSSS") + "+0000 linphone[546:142062] [Message] ";
                    return prefix + belleSip(step) + prefixed(prefix + "\t", step.linesWithoutBlankOnes());
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
                                + prefixed(" ".repeat(60), step.linesWithoutBlankOnes())
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
                                + step.linesWithoutBlankOnes()),
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
                        "a base station for cordless phones by syslog, line ends escaped",
                        Ends.FAR,
                        true,
                        step -> "<133>1 " + step.at("yyyy-MM-dd'T'HH:mm:ss'Z'")
                                + " 192.0.2.1 00087b000001 Base 00000 03920 -[SIP message "
                                + step.way("Received from", "Sent to") + " udp:" + PHONE + " at "
                                + step.at("dd/MM/yyyy HH:mm:ss") + "  ("
                                + step.message().length() + " bytes)\\n\\n"
                                + step.message().replace("\r\n", "\\r\\n") + "]\n"),
                new Variant(
                        "Avaya SBC, tracesbc",
                        Ends.BOTH,
                        true,
                        step -> "-".repeat(88) + "\n[" + step.at("dd-MM-yyyy:HH.mm.ss.SSSSSS") + "]\nSIP "
                                + step.way("IN", "OUT") + ": " + step.from() + " --> " + step.to() + " (UDP)\n"
                                + step.lines() + "\n"),
                new Variant(
                        "Sonus, SipFe",
                        Ends.NONE,
                        true,
                        step -> "167 " + step.at("MMddyyyy HHmmss.SSSSSS")
                                + ":1.01.00.11743.Info    .SIPFE: *SipFeSocket" + step.way("Recv", "Send")
                                + " - msg = \n"
                                + step.lines()));
    }
}
