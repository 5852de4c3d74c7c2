package org.callcause.rules.rfc3261.nat;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which a request goes to an address that cannot be reached. */
final class ContactAddressCalls {

    private ContactAddressCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/contact-unreachable", "The ACK goes to the private address of the callee", """
                    party caller = 203.0.113.7:5060
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    2.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    3.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    5.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    9.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    13.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    17.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    21.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    25.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    29.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    33.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    34.000 callee -> caller BYE
                    34.010 caller -> callee 200
                    """),
                fires("rfc3261/contact-unreachable", "The BYE goes to the private address of the callee", """
                    party caller = 203.0.113.7:5060
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Contact: <sip:bob@10.0.0.20:5060>
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.500 caller -> callee BYE
                    61.500 caller -> callee BYE
                    63.500 caller -> callee BYE
                    67.500 caller -> callee BYE
                    until 120
                    """),
                silent(
                        "rfc3261/contact-unreachable",
                        "The Contact is private, and every request arrives all the same",
                        """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | Contact: <sip:bob@10.0.0.20:5060>
                        2.010 caller -> callee ACK
                        60.000 caller -> callee BYE
                        60.010 callee -> caller 200
                        """),
                silent("rfc3261/contact-unreachable", "The ACK is seen leaving for where the answer came from", """
                    party caller = 203.0.113.7:5060
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    2.010 caller -> callee ACK
                    2.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    2.510 caller -> callee ACK
                    3.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    3.510 caller -> callee ACK
                    5.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.20:5060>
                    34.000 callee -> caller BYE
                    34.010 caller -> callee 200
                    """));
    }
}
