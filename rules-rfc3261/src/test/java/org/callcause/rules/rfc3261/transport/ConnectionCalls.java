package org.callcause.rules.rfc3261.transport;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Connections, flows and the transport in use. */
final class ConnectionCalls {

    private ConnectionCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/430-flow-failed", "The edge proxy lost the connection of the phone", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 430
                    0.022 caller -> proxy ACK
                    """),
                silent("rfc3261/430-flow-failed", "The phone is not registered at all", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 480
                    0.022 caller -> proxy ACK
                    """),
                fires("rfc3261/idle-connection-dropped", "The firewall forgot the connection during a long talk", """
                    transport TCP
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3600.000 caller -> callee BYE
                    until 3700
                    """),
                fires(
                        "rfc3261/idle-connection-dropped",
                        "The connection of the caller was forgotten while that of the callee was in use",
                        """
                        transport TCP
                        0.000 caller -> proxy  INVITE
                        0.010 proxy  -> callee INVITE
                        0.300 callee -> proxy  180
                        0.310 proxy  -> caller 180
                        2.000 callee -> proxy  200
                        2.010 proxy  -> caller 200
                        2.020 caller -> proxy  ACK
                        2.030 proxy  -> callee ACK
                        3590.000 callee -> proxy  OPTIONS
                        3590.010 proxy  -> callee 200
                        3600.000 caller -> proxy  BYE
                        until 3700
                        """),
                silent("rfc3261/idle-connection-dropped", "The BYE after a long talk is answered", """
                    transport TCP
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3600.000 caller -> callee BYE
                    3600.010 callee -> caller 200
                    until 3700
                    """),
                fires("rfc3261/via-transport", "A datagram says that it is TCP", """
                    0.000 caller -> callee INVITE | Via: SIP/2.0/TCP 192.0.2.1:5060;branch=z9hG4bKa
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/via-transport", "The Via says UDP, as it is", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/sips-without-tls", "A secure address is called over UDP", """
                    0.000 caller -> callee INVITE sips:bob@example.com
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/sips-without-tls", "The callee has no secure address", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 480 | Warning: 380 proxy "SIPS Not Allowed"
                    0.022 caller -> proxy ACK
                    """),
                silent("rfc3261/sips-without-tls", "A secure address is called over TLS", """
                    transport TLS
                    0.000 caller -> callee INVITE sips:bob@example.com
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """));
    }
}
