package org.callcause.rules.rfc3261.transport;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Messages whose length is not what they say. */
final class ContentLengthCalls {

    private ContentLengthCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/content-length", "The body is shorter than declared, and the callee refuses", """
                    0.000 caller -> callee INVITE | Content-Length: 900
                    0.010 callee -> caller 400 Bad Content-Length
                    0.020 caller -> callee ACK
                    """),
                fires(
                        "rfc3261/content-length",
                        "Somebody put shorter names in the place of addresses, so it is open",
                        """
                    0.000 caller -> callee INVITE | sdp: PCMU; at x.x.x.x | Content-Length: 900
                    0.010 callee -> caller 400 Bad Request
                    0.020 caller -> callee ACK
                    """),
                fires("rfc3261/content-length", "The body is shorter than declared, and nobody minds", """
                    0.000 caller -> callee INVITE | Content-Length: 900
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/content-length", "Content-Length stands there twice", """
                    0.000 caller -> callee INVITE | Content-Length: 5 | +Content-Length: 7
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent(
                        "rfc3261/content-length",
                        "A few bytes follow the body of a datagram, which a receiver passes over",
                        """
                        0.000 caller -> callee OPTIONS | Content-Length: 0 | body: xx
                        0.010 callee -> caller 200
                        """),
                fires("rfc3261/content-length-missing", "A request over TCP has no length", """
                    transport TCP
                    0.000 caller -> callee INVITE | -Content-Length
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/content-length-missing", "A datagram needs no length", """
                    0.000 caller -> callee INVITE | -Content-Length
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/body-cut-by-length", "The audio of the offer is behind the declared end", """
                    0.000 caller -> callee INVITE | Content-Length: 60
                    0.010 callee -> caller 488
                    0.020 caller -> callee ACK
                    """),
                fires("rfc3261/body-cut-by-length", "The last attribute is cut off, and nobody minds", """
                    0.000 caller -> callee INVITE | Content-Length: 140
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/body-cut-by-length", "Somebody put longer names in the place of addresses", """
                    0.000 caller -> callee INVITE | sdp: PCMU; at xxx.xxx.xxx.xxx | Content-Length: 100
                    0.010 callee -> caller 488
                    0.020 caller -> callee ACK
                    """),
                silent("rfc3261/body-cut-by-length", "The descriptions of both sides were made longer", """
                    0.000 caller -> callee INVITE | Content-Length: 140
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Content-Length: 140
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/body-cut-by-length", "What follows the body of another type is padding", """
                    0.000 caller -> callee OPTIONS | Content-Length: 0 | body: xx
                    0.010 callee -> caller 200
                    """));
    }
}
