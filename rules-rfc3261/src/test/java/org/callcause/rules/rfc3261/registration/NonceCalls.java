package org.callcause.rules.rfc3261.registration;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls and registrations whose nonce is refused. */
final class NonceCalls {

    private NonceCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/auth-stale-loop", "Each new nonce is called stale", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401 | stale
                    0.020 phone -> registrar REGISTER
                    0.024 registrar -> phone 401 | stale
                    0.030 phone -> registrar REGISTER
                    0.034 registrar -> phone 401 | stale
                    until 40
                    """),
                silent("rfc3261/auth-stale-loop", "One nonce was stale, and the next is taken", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401 | stale
                    0.020 phone -> registrar REGISTER
                    0.024 registrar -> phone 200
                    """),
                silent("rfc3261/auth-stale-loop", "The phone comes back with a nonce that was called stale", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.014 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n2", stale=true
                    0.020 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.024 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n3", stale=true
                    until 40
                    """),
                fires("rfc3261/auth-old-nonce", "The phone comes back with a nonce that was called stale", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.014 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n2", stale=true
                    0.020 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.024 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n3", stale=true
                    until 40
                    """),
                silent("rfc3261/auth-old-nonce", "The phone takes the new nonce, and its password is wrong", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
                    0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
                    0.014 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n2", stale=true
                    0.020 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="example.com", nonce="n2", uri="sip:example.com", response="ffeeddccbbaa99887766554433221100"
                    0.024 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n3"
                    until 40
                    """),
                fires(
                        "rfc3261/auth-stale-nonce",
                        "The server calls the nonce stale, and the caller does not try again",
                        """
                        0.000 caller -> proxy  INVITE
                        0.003 proxy  -> caller 407
                        0.005 caller -> proxy  ACK
                        0.010 caller -> proxy  INVITE
                        0.014 proxy  -> caller 407 | stale
                        0.016 caller -> proxy  ACK
                        until 40
                        """),
                silent("rfc3261/auth-stale-nonce", "The caller answers the stale nonce with the new one", """
                        0.000 caller -> proxy  INVITE
                        0.003 proxy  -> caller 407
                        0.005 caller -> proxy  ACK
                        0.010 caller -> proxy  INVITE
                        0.014 proxy  -> caller 407 | stale
                        0.016 caller -> proxy  ACK
                        0.020 caller -> proxy  INVITE
                        0.300 proxy  -> caller 180
                        2.000 proxy  -> caller 200
                        2.010 caller -> proxy  ACK
                        8.000 caller -> proxy  BYE
                        8.010 proxy  -> caller 200
                        """),
                fires("rfc3261/auth-nonce-blamed", "The registrar forgot which nonce it gave", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401 Nonce has changed
                    until 40
                    """),
                silent("rfc3261/auth-nonce-blamed", "The password may be wrong as well", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401 Wrong password or nonce
                    until 40
                    """),
                silent("rfc3261/auth-nonce-blamed", "The phone tries again and is taken", """
                    0.000 phone -> registrar REGISTER
                    0.004 registrar -> phone 401
                    0.010 phone -> registrar REGISTER
                    0.014 registrar -> phone 401 Nonce has changed
                    0.020 phone -> registrar REGISTER
                    0.024 registrar -> phone 200
                    """));
    }
}
