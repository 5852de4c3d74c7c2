package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;
import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;

import java.util.List;

/** FreeSWITCH: {@code sofia global siptrace on}, on the console and in the log file. */
final class FreeSwitchLogs {

    private FreeSwitchLogs() {}

    static List<LogFormat> formats() {
        String peer = TRANSPORT + "/" + ADDRESS;
        return List.of(LogFormat.of(
                "FreeSWITCH sofia siptrace",
                "recv 1109 bytes from udp/[192.0.2.10]:5060 at 09:14:05.120000:",
                RemoteDialect.of(" bytes ", "\\bsend \\d+ bytes to " + peer, "\\brecv \\d+ bytes from " + peer)));
    }
}
