package org.callcause.capture.text.dialect;

import java.util.List;

/** Exports of systems that store messages. */
final class MessageStores {

    private MessageStores() {}

    static List<LogFormat> formats() {
        return List.of(LogFormat.of(
                "Homer, JSON export",
                "{ \"srcIp\": \"192.0.2.10\", \"srcPort\": 5060, \"dstIp\": \"192.0.2.1\", \"dstPort\": 5060,"
                        + " \"micro_ts\": 1772442845120000, \"raw\": \"INVITE …\" }"));
    }
}
