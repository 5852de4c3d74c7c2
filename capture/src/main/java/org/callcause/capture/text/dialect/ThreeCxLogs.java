package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;

import java.util.List;

/**
 * 3CX: a log of the phone system that shows messages. What it sends it gives the source 0.0.0.0:0, which is no address.
 * The event of a call that it cannot identify shows the INVITE, and is the only one of which logs are published; {@link
 * EventLogs} knows the documented events.
 */
final class ThreeCxLogs {

    private ThreeCxLogs() {}

    static List<LogFormat> formats() {
        String kind = "(?:Req \\w+|Resp \\d+/\\w+|\\d+/\\w+)";
        return List.of(LogFormat.of(
                "3CX phone system log, where it holds messages",
                "[CM503012]: Recv Req INVITE from 192.0.2.10:5060 tid=29a1 Call-ID=7f2c41d0:",
                RemoteDialect.of(
                        " tid=",
                        "\\b(?:Send|Sent|Sending) " + kind + " (?:to " + ADDRESS + "|from )",
                        "\\b(?:Recv|Received) " + kind + " from " + ADDRESS),
                RemoteDialect.of("incoming", "(?!)", "Info on incoming INVITE:\\s*$"),
                RemoteDialect.of("Review INVITE", "(?!)", "Review INVITE and adjust source identification:")));
    }
}
