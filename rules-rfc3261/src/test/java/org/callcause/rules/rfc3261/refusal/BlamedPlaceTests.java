package org.callcause.rules.rfc3261.refusal;

import org.callcause.diagnosis.Cause;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallAssertions;
import org.callcause.testkit.CallScript;
import org.callcause.testkit.DiagnosisAssertion;
import org.junit.jupiter.api.Test;

/** Who answered is not always who is to blame. */
class BlamedPlaceTests {

    private static final RuleSet STANDARD =
            RuleSet.builder().add(new StandardRules()).build();

    private static DiagnosisAssertion found(String rule, String script) {
        return CallAssertions.assertThat(CallScript.of(script))
                .examinedBy(STANDARD)
                .isFoundBy(rule);
    }

    @Test
    void aProxyThatSignedACallIsToBlameForTheSignature() {
        found("rfc3261/identity-refused", """
                0.000 caller -> proxy   INVITE
                0.005 proxy  -> carrier INVITE | Identity: eyJhbGciOiJFUzI1NiJ9.e30.c2ln;info=<https://cert.example.net/a.pem>
                0.300 carrier -> proxy  438
                0.301 proxy  -> carrier ACK
                0.302 proxy  -> caller  438
                0.310 caller -> proxy   ACK
                """).pointsAt("proxy");
    }

    @Test
    void aCallerThatSignedItsCallIsToBlameForTheSignature() {
        found("rfc3261/identity-refused", """
                0.000 caller -> proxy   INVITE | Identity: eyJhbGciOiJFUzI1NiJ9.e30.c2ln;info=<https://cert.example.net/a.pem>
                0.005 proxy  -> carrier INVITE | Identity: eyJhbGciOiJFUzI1NiJ9.e30.c2ln;info=<https://cert.example.net/a.pem>
                0.300 carrier -> proxy  438
                0.301 proxy  -> carrier ACK
                0.302 proxy  -> caller  438
                0.310 caller -> proxy   ACK
                """).pointsAt("caller");
    }

    @Test
    void whoseContactLedTheAckIntoNowhereIsToBlame() {
        CallAssertions.assertThat(CallScript.of("""
                        party caller  = 203.0.113.10:5060
                        party callee  = 198.51.100.77:5060
                        party nowhere = 192.168.1.77:5060
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        2.000 callee -> caller 200 | Contact: <sip:bob@192.168.1.77:5060>
                        2.010 caller -> nowhere ACK
                        2.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.77:5060>
                        2.510 caller -> nowhere ACK
                        3.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.77:5060>
                        3.510 caller -> nowhere ACK
                        5.500 callee -> caller 200 | Contact: <sip:bob@192.168.1.77:5060>
                        5.510 caller -> nowhere ACK
                        34.00 callee -> caller BYE
                        34.01 caller -> callee 200
                        """))
                .examinedBy(STANDARD)
                .isDiagnosedAs(Cause.NAT_SIGNALLING)
                .isFoundBy("rfc3261/contact-unreachable")
                .pointsAt("callee");
    }

    @Test
    void aPhoneThatRangOutIsThePlaceWhoeverStoppedWaiting() {
        found("rfc3261/408-rang-out", """
                0.000 caller -> proxy  INVITE
                0.005 proxy  -> callee INVITE
                0.100 callee -> proxy  180
                0.105 proxy  -> caller 180
                30.10 proxy  -> callee CANCEL
                30.11 callee -> proxy  200
                30.12 callee -> proxy  487
                30.13 proxy  -> callee ACK
                30.14 proxy  -> caller 408
                30.15 caller -> proxy  ACK
                """).pointsAt("callee");
    }

    @Test
    void ofSeveralPhonesThatRangNoneIsThePlace() {
        found("rfc3261/408-rang-out", """
                0.000 caller -> proxy  INVITE
                0.005 proxy  -> desk   INVITE
                0.006 proxy  -> mobile INVITE
                0.100 desk   -> proxy  180
                0.105 proxy  -> caller 180
                0.200 mobile -> proxy  180
                30.14 proxy  -> caller 408
                30.15 caller -> proxy  ACK
                """).pointsAt("proxy");
    }

    @Test
    void aCallerThatDoesNotTakeOverTheLongerTimerIsToBlame() {
        found("rfc3261/422-interval-too-small", """
                0.000 caller -> proxy  INVITE | Session-Expires: 90
                0.030 proxy  -> caller 422 | Min-SE: 600
                0.035 caller -> proxy  ACK
                """).pointsAt("caller");
    }

    @Test
    void aServerThatRefusesATimerAsLongAsItWantsIsToBlame() {
        found("rfc3261/422-interval-too-small", """
                0.000 caller -> proxy  INVITE | Session-Expires: 900
                0.030 proxy  -> caller 422 | Min-SE: 600
                0.035 caller -> proxy  ACK
                """).pointsAt("proxy");
    }

    @Test
    void aClientThatDoesNotWaitAsLongAsItWasToldIsToBlame() {
        found("rfc3261/503-says-why", """
                0.000 caller -> proxy  REGISTER
                0.004 proxy  -> caller 503 Slow down | Retry-After: 120
                0.400 caller -> proxy  REGISTER
                0.404 proxy  -> caller 503 Slow down | Retry-After: 120
                """).pointsAt("caller");
    }

    @Test
    void aServerThatIsAskedOnceIsThePlaceOfItsLimit() {
        found("rfc3261/503-says-why", """
                0.000 caller -> proxy  REGISTER
                0.004 proxy  -> caller 503 Slow down | Retry-After: 120
                """).pointsAt("proxy");
    }

    @Test
    void aPhoneThatIsGoneBehindAProxyIsThePlaceAndNotTheProxy() {
        found("rfc3261/change-unknown-dialog", """
                0.000 caller -> proxy  INVITE
                0.005 proxy  -> callee INVITE
                2.000 callee -> proxy  200
                2.005 proxy  -> caller 200
                2.010 caller -> proxy  ACK
                2.015 proxy  -> callee ACK
                60.000 caller -> proxy  INVITE
                60.005 proxy  -> callee INVITE
                60.505 proxy  -> callee INVITE
                61.505 proxy  -> callee INVITE
                92.000 proxy  -> caller 408
                92.010 caller -> proxy  ACK
                92.050 caller -> proxy  BYE
                92.055 proxy  -> callee BYE
                """).pointsAt("callee");
    }
}
