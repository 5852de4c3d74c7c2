package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;
import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;

import java.util.List;

/** Asterisk: {@code sip set debug on} of chan_sip, {@code pjsip set logger on} of chan_pjsip. */
final class AsteriskLogs {

    private AsteriskLogs() {}

    static List<LogFormat> formats() {
        // A terminal may have cut the line within the port.
        String peer = "(?:" + TRANSPORT + ":)?" + ADDRESS + "(?=[^0-9])";
        return List.of(
                LogFormat.of(
                        "Asterisk PJSIP logger",
                        "<--- Received SIP request (640 bytes) from UDP:192.0.2.10:5060 --->",
                        RemoteDialect.of(
                                "<--- ",
                                "<--- Transmitting SIP (?:request|response) [^<]*?to " + peer,
                                "<--- Received SIP (?:request|response) [^<]*?from " + peer)),
                LogFormat.of(
                        "Asterisk chan_sip, sip set debug on",
                        "<--- SIP read from UDP:192.0.2.10:5060 --->",
                        RemoteDialect.of(
                                "ransmitting ", "(?:Ret|T)ransmitting (?:#\\d+ )?\\((?:no )?NAT\\) to " + peer, "(?!)"),
                        RemoteDialect.of("<--- SIP read from", "(?!)", "<--- SIP read from " + peer)));
    }
}
