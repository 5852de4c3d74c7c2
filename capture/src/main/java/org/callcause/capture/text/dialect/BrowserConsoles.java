package org.callcause.capture.text.dialect;

import java.util.List;

/** The consoles of browsers in which JsSIP or SIP.js runs. They name neither end and may show no time. */
final class BrowserConsoles {

    private BrowserConsoles() {}

    static List<LogFormat> formats() {
        return List.of(
                LogFormat.of(
                        "JsSIP in a browser console",
                        "JsSIP:Transport received text message:",
                        RemoteDialect.of(
                                "JsSIP:",
                                "JsSIP:Transport sending message:",
                                "JsSIP:Transport received (?:text|binary) message:")),
                LogFormat.of(
                        "SIP.js in a browser console",
                        "Mon Mar 02 2026 09:14:05 GMT+0100 (CET) | sip.Transport | Received WebSocket text message:",
                        RemoteDialect.of(
                                " WebSocket ",
                                "Sending WebSocket message:",
                                "Received WebSocket (?:text |binary )?message")));
    }
}
