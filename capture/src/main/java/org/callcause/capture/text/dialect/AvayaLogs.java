package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;
import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;
import static org.callcause.capture.text.dialect.RemoteDialect.address;

import java.util.List;

/** Avaya Session Manager: what traceSM saves shows the near end (L) and the far end (R) of the way in and the way out. */
final class AvayaLogs {

    private AvayaLogs() {}

    static List<LogFormat> formats() {
        String ends = ": \\{ ?L" + address("local") + "/R" + ADDRESS + "/" + TRANSPORT;
        return List.of(LogFormat.of(
                "Avaya Session Manager traceSM",
                "ingress: { L192.0.2.1:5060/R192.0.2.10:5060/TCP/0x1a }",
                RemoteDialect.of("gress: ", "egress" + ends, "ingress" + ends)));
    }
}
