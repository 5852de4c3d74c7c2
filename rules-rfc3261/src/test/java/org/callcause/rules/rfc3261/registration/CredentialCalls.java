package org.callcause.rules.rfc3261.registration;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls and registrations whose credentials do not fit. */
final class CredentialCalls {

    private CredentialCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/auth-realm-mismatch", "The account in the phone belongs to another server", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="pbx.example.org", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.014 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n2"
                    until 40
                    """),
                silent("rfc3261/auth-realm-mismatch", "The password is wrong, the realm is right", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401
                    until 40
                    """),
                silent("rfc3261/auth-realm-mismatch", "Somebody made the credentials unreadable", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="XXXX", realm="XXXX", nonce="XXXX", uri="XXXX", response="XXXX"
                    0.014 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n2"
                    until 40
                    """),
                fires("rfc3261/auth-realm-unanswered", "Two servers ask, and the phone has an account for one", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1" | +Proxy-Authenticate: Digest realm="edge.example.com", nonce="p1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.014 registrar -> phone 407 | Proxy-Authenticate: Digest realm="edge.example.com", nonce="p2"
                    until 40
                    """),
                silent("rfc3261/auth-realm-unanswered", "Two servers ask, and the phone answers both", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1" | +Proxy-Authenticate: Digest realm="edge.example.com", nonce="p1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff" | Proxy-Authorization: Digest username="alice", realm="edge.example.com", nonce="p1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.014 registrar -> phone 200
                    """),
                fires("rfc3261/auth-uri-mismatch", "The request line was rewritten on the way", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:10.0.0.9", response="00112233445566778899aabbccddeeff"
                    0.014 registrar -> phone 403
                    until 40
                    """),
                silent("rfc3261/auth-uri-mismatch", "The credentials name the address of the request", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 403
                    until 40
                    """),
                silent("rfc3261/auth-uri-mismatch", "Somebody made the credentials unreadable", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="***", realm="***", nonce="***", uri="***", response="***"
                    0.014 registrar -> phone 403
                    until 40
                    """),
                fires("rfc3261/nonce-count", "The phone uses a nonce again with the same count", """
                    0.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff", qop=auth, nc=00000001, cnonce="c"
                    0.004 registrar -> phone 200
                    20.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="ffeeddccbbaa99887766554433221100", qop=auth, nc=00000001, cnonce="c"
                    20.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n2"
                    20.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n2", uri="sip:example.com", response="00112233445566778899aabbccddeeff", qop=auth, nc=00000001, cnonce="c"
                    20.014 registrar -> phone 200
                    """),
                silent("rfc3261/nonce-count", "The phone counts up", """
                    0.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff", qop=auth, nc=00000001, cnonce="c"
                    0.004 registrar -> phone 200
                    20.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="ffeeddccbbaa99887766554433221100", qop=auth, nc=00000002, cnonce="c"
                    20.004 registrar -> phone 200
                    """),
                fires("rfc3261/auth-repeated", "The refused credentials are sent again", """
                    0.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.004 registrar -> phone 403
                    5.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff" | new
                    5.004 registrar -> phone 403
                    until 60
                    """),
                silent("rfc3261/auth-repeated", "The next request has other credentials", """
                    0.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n2"
                    5.000 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n2", uri="sip:example.com", response="ffeeddccbbaa99887766554433221100"
                    5.004 registrar -> phone 200
                    """));
    }
}
