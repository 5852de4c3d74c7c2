package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;

import java.util.List;

/**
 * SIPp's message log ({@code -trace_msg}): a line of dashes with the time, then what was sent or received. It names
 * neither end.
 */
final class SippLogs {

    private SippLogs() {}

    static List<LogFormat> formats() {
        return List.of(LogFormat.of(
                "SIPp -trace_msg",
                "UDP message sent (600 bytes):",
                RemoteDialect.of(
                        " message ",
                        "^" + TRANSPORT + " message sent [(\\[]\\d+",
                        "^" + TRANSPORT + " message received [(\\[]\\d+")));
    }
}
