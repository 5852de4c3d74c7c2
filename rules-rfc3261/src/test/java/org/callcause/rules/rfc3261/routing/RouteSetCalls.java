package org.callcause.rules.rfc3261.routing;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose requests leave the way that Record-Route asks for. */
final class RouteSetCalls {

    private RouteSetCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/record-route-not-copied", "The callee leaves Record-Route out of its 200", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200 | -Record-Route
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK
                    6.121 proxy  -> callee ACK
                    90.00 caller -> proxy  BYE
                    90.01 proxy  -> callee BYE
                    90.03 callee -> proxy  200
                    90.04 proxy  -> caller 200
                    """),
                silent("rfc3261/record-route-not-copied", "The callee repeats the Record-Route", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK
                    6.121 proxy  -> callee ACK
                    90.00 caller -> proxy  BYE
                    90.01 proxy  -> callee BYE
                    90.03 callee -> proxy  200
                    90.04 proxy  -> caller 200
                    """),
                fires("rfc3261/route-set-lost", "The BYE of the caller has no Route", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK
                    6.121 proxy  -> callee ACK
                    90.00 caller -> proxy  BYE | -Route
                    90.01 proxy  -> callee BYE
                    90.03 callee -> proxy  200
                    90.04 proxy  -> caller 200
                    """),
                fires("rfc3261/route-set-lost", "The BYE of the callee has no Route", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK
                    6.121 proxy  -> callee ACK
                    90.00 callee -> proxy  BYE | -Route
                    90.01 proxy  -> caller BYE
                    90.03 caller -> proxy  200
                    90.04 proxy  -> callee 200
                    """),
                silent("rfc3261/route-set-lost", "The BYE follows the Record-Route", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK
                    6.121 proxy  -> callee ACK
                    90.00 caller -> proxy  BYE
                    90.01 proxy  -> callee BYE
                    90.03 callee -> proxy  200
                    90.04 proxy  -> caller 200
                    """),
                fires("rfc3261/strict-route", "The proxy leaves lr out of its Record-Route", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE | Record-Route: <sip:192.0.2.1:5060>
                    0.250 callee -> proxy  486
                    0.251 proxy  -> callee ACK
                    0.252 proxy  -> caller 486
                    0.260 caller -> proxy  ACK
                    """),
                silent("rfc3261/strict-route", "A name in angle brackets stands for the proxy", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE | Record-Route: <sip:<proxy-ip>;lr>
                    0.250 callee -> proxy  486
                    0.251 proxy  -> callee ACK
                    0.252 proxy  -> caller 486
                    0.260 caller -> proxy  ACK
                    """),
                silent("rfc3261/strict-route", "The proxy routes loosely", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK
                    6.121 proxy  -> callee ACK
                    90.00 caller -> proxy  BYE
                    90.01 proxy  -> callee BYE
                    90.03 callee -> proxy  200
                    90.04 proxy  -> caller 200
                    """),
                fires("rfc3261/wrong-remote-target", "The BYE goes to another address than the Contact", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE sip:bob@203.0.113.99
                    60.01 callee -> caller 200
                    """),
                fires(
                        "rfc3261/wrong-remote-target",
                        "The BYE goes to an address with which the Contact only begins",
                        """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        3.000 callee -> caller 200 | Contact: <sip:bob@203.0.113.99>
                        3.010 caller -> callee ACK
                        60.00 caller -> callee BYE sip:bob@203.0.113.9
                        60.01 callee -> caller 200
                        """),
                silent(
                        "rfc3261/wrong-remote-target",
                        "The BYE goes to the Contact that a re-INVITE of the other side changed",
                        """
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        3.000 callee -> caller 200
                        3.010 caller -> callee ACK
                        20.00 callee -> caller INVITE | Contact: <sip:bob@198.51.100.77:5060>
                        20.01 caller -> callee 200
                        20.02 callee -> caller ACK
                        60.00 caller -> callee BYE sip:bob@198.51.100.77:5060
                        60.01 callee -> caller 200
                        """));
    }
}
