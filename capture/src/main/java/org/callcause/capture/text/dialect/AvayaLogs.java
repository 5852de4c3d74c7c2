package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;
import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;
import static org.callcause.capture.text.dialect.RemoteDialect.address;

import java.util.List;

/**
 * Avaya Session Manager, where what traceSM saves shows the near end (L) and the far end (R) of the way in and the way out;
 * Experience Portal, whose SessionManager.log shows both ends, and the far end of what it sends in its earlier releases.
 */
final class AvayaLogs {

    private AvayaLogs() {}

    static List<LogFormat> formats() {
        String ends = ": \\{ ?L" + address("local") + "/R" + ADDRESS + "/" + TRANSPORT;
        String source = "\\|%s sock=\\S{1,20} src=%s dst=%s ";
        return List.of(
                LogFormat.of(
                        "Avaya Session Manager traceSM",
                        "ingress: { L192.0.2.1:5060/R192.0.2.10:5060/TCP/0x1a }",
                        RemoteDialect.of("gress: ", "egress" + ends, "ingress" + ends)),
                LogFormat.of(
                        "Avaya Experience Portal and Voice Portal, SessionManager.log",
                        "@2026-03-02 09:14:05,120||FINEST|SIP|412|FileName=sip/SIPTCP.cpp,LineNumber=426|RCV sock=136:0"
                                + " src=192.0.2.10:5060 dst=192.0.2.1:5060 <",
                        RemoteDialect.of(
                                " sock=",
                                source.formatted("SND", address("local"), ADDRESS),
                                source.formatted("RCV", ADDRESS, address("local"))),
                        RemoteDialect.of("FileName=sip/", "::SendToNetwork: To " + ADDRESS, "::ProcessRead: ?<")));
    }
}
