package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;
import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;

import java.util.List;

/** Softphones and their stacks: Linphone's belle-sip, pjsua, baresip, Twinkle. */
final class SoftphoneLogs {

    private SoftphoneLogs() {}

    static List<LogFormat> formats() {
        String belleSip = "\\[" + TRANSPORT + "://(?<address>[^\\]\\s]+\\]?:[^\\]\\s]+)\\]";
        return List.of(
                LogFormat.of(
                        "Linphone, belle-sip",
                        "channel [0x55d0c8]: received [640] new bytes from [UDP://192.0.2.10:5060]:",
                        RemoteDialect.of(
                                "channel [",
                                "message sent to " + belleSip,
                                "received \\[\\d+\\] new bytes from " + belleSip)),
                LogFormat.of(
                        "PJSIP, pjsua",
                        "09:14:05.120   pjsua_core.c  .RX 640 bytes Request msg INVITE/cseq=1 (rdata0x1f) from UDP"
                                + " 192.0.2.10:5060:",
                        RemoteDialect.of(
                                " bytes ",
                                "\\bTX \\d+ bytes .*? to " + TRANSPORT + " " + ADDRESS,
                                "\\bRX \\d+ bytes .*? from " + TRANSPORT + " " + ADDRESS)),
                LogFormat.of("baresip -s", "UDP 192.0.2.10:5060 -> 192.0.2.1:5060"),
                LogFormat.of(
                        "Twinkle",
                        "Received from: udp:192.0.2.10:5060",
                        RemoteDialect.of("end to: ", "^Send to: (?:" + TRANSPORT + ":)?" + ADDRESS, "(?!)"),
                        RemoteDialect.of(
                                "Received from: ", "(?!)", "^Received from: (?:" + TRANSPORT + ":)?" + ADDRESS)));
    }
}
