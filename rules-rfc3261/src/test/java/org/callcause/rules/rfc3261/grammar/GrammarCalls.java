package org.callcause.rules.rfc3261.grammar;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with messages that break the grammar. */
public final class GrammarCalls {

    private GrammarCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/broken-line", "The status line has two blanks", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180 | start: SIP/2.0  180 Ringing
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE
                    9.120 callee -> caller 200
                    """),
                fires("rfc3261/broken-line", "The INVITE has a blank in its version", """
                    0.000 caller -> callee INVITE | start: INVITE sip:bob@example.com SIP /2.0
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE
                    9.120 callee -> caller 200
                    """),
                silent("rfc3261/broken-line", "Every line can be read", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE
                    9.120 callee -> caller 200
                    """),
                fires("rfc3261/broken-value", "The INVITE has an impossible Max-Forwards", """
                    0.000 caller -> proxy  INVITE | Max-Forwards: 999
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/broken-value", "Nobody answers an INVITE with a blank in its request URI", """
                    0.000 caller -> proxy  INVITE | start: INVITE sip: bob@example.com SIP/2.0
                    until 40
                    """),
                silent("rfc3261/broken-value", "The refused INVITE is in order", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 404
                    0.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/broken-value", "The address of the caller was made unreadable", """
                    0.000 caller -> proxy  INVITE | Via: SIP/2.0/UDP ***.***.***.***:5062;branch=z9hG4bK-1
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/broken-value", "A name in angle brackets stands for the address", """
                    0.000 caller -> proxy  INVITE | Contact: <sip:alice@<phone-ip>:5062>
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/broken-value", "A web page took the addresses for tags", """
                    0.000 caller -> proxy  INVITE | From: "Alice" ;tag=a1
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/broken-value", "A web page hid the address as one of a mail", """
                    0.000 caller -> proxy  INVITE | From: <sip:[email protected]>;tag=a1
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/broken-value", "The address became a link of Markdown", """
                    0.000 caller -> proxy  INVITE | From: [sip:alice@example.com](sip:alice@example.com);tag=a1
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/broken-value", "The address has no scheme", """
                    0.000 caller -> proxy  INVITE | From: "Alice" <alice>;tag=a1
                    0.004 proxy  -> caller 400
                    0.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/bare-address", "The Contact names a transport without angle brackets", """
                    0.000 caller -> proxy  INVITE | Contact: sip:alice@192.0.2.1;transport=tcp
                    0.004 proxy  -> caller 404
                    0.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/bare-address", "The To stands bare and has nothing behind it", """
                    0.000 caller -> proxy  INVITE | To: sip:bob@example.com
                    0.004 proxy  -> caller 404
                    0.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/session-id-form", "The Session-ID has capitals", """
                    0.000 caller -> callee INVITE | Session-ID: AB30317F1A784DC48FF824D0D3715D86;remote=00000000000000000000000000000000
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE
                    9.120 callee -> caller 200
                    """),
                silent("rfc3261/session-id-form", "The Session-ID is as it should be", """
                    0.000 caller -> callee INVITE | Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=00000000000000000000000000000000
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE
                    9.120 callee -> caller 200
                    """),
                fires("rfc3261/asserted-identity-form", "A parameter stands behind the asserted identity", """
                    0.000 caller -> callee INVITE | P-Asserted-Identity: <sip:alice@example.com>;screen=yes
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE
                    9.120 callee -> caller 200
                    """),
                silent("rfc3261/asserted-identity-form", "One sip and one tel address are asserted", """
                    0.000 caller -> callee INVITE | P-Asserted-Identity: <sip:alice@example.com>, <tel:+4930123456>
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.110 caller -> callee BYE
                    9.120 callee -> caller 200
                    """));
    }
}
