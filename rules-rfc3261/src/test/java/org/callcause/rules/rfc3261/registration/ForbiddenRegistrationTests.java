package org.callcause.rules.rfc3261.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callcause.Callcause;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Remedy;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** Whom a registrar's 403 is laid to, by what came before it. */
class ForbiddenRegistrationTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static List<Diagnosis> diagnoses(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0).diagnoses();
    }

    @Test
    void afterALoginItIsTheLoginFirstAndTheAccountNext() {
        List<Diagnosis> diagnoses = diagnoses("""
            0.000 phone -> registrar REGISTER
            0.004 registrar -> phone 401
            0.010 phone -> registrar REGISTER
            0.014 registrar -> phone 403
            until 40
            """);

        assertThat(diagnoses)
                .extracting(Diagnosis::cause)
                .containsExactly(Cause.AUTHENTICATION_FAILED, Cause.REGISTRATION_REJECTED);
        assertThat(diagnoses).extracting(Diagnosis::likelihood).containsExactly(Likelihood.LIKELY, Likelihood.POSSIBLE);
        assertThat(diagnoses.get(0).origin().party()).isEqualTo(Origin.CALLER);
        assertThat(diagnoses.get(0).explanation()).contains("wrong password", "credentials of alice");
        assertThat(diagnoses.get(0).remedies())
                .extracting(Remedy::audience)
                .containsExactly(Audience.USER, Audience.ADMIN, Audience.ADMIN);
        assertThat(diagnoses.get(0).remedies())
                .extracting(Remedy::text)
                .noneMatch(text -> text.contains("destination") || text.contains("call"));
    }

    @Test
    void wordsAboutTheAccountPutItFirst() {
        assertThat(diagnoses("""
            0.000 phone -> registrar REGISTER
            0.004 registrar -> phone 401
            0.010 phone -> registrar REGISTER
            0.014 registrar -> phone 403 Account suspended
            until 40
            """))
                .extracting(Diagnosis::cause)
                .containsExactly(Cause.REGISTRATION_REJECTED, Cause.AUTHENTICATION_FAILED);
    }

    @Test
    void credentialsForAnotherRealmExplainMoreThanTheirRefusal() {
        assertThat(diagnoses("""
            0.000 phone -> registrar REGISTER
            0.004 registrar -> phone 401 | WWW-Authenticate: Digest realm="example.com", nonce="n1"
            0.010 phone -> registrar REGISTER | no credentials | Authorization: Digest username="alice", realm="asterisk", nonce="n1", uri="sip:example.com", response="00112233445566778899aabbccddeeff"
            0.014 registrar -> phone 403
            until 40
            """))
                .extracting(Diagnosis::rule)
                .startsWith("rfc3261/auth-realm-mismatch")
                .doesNotContain("rfc3261/403-registration-credentials");
    }

    @Test
    void aCallThatIsForbiddenAfterItsLoginIsAMatterOfPermission() {
        Diagnosis first = diagnoses("""
            0.000 caller -> proxy  INVITE
            0.003 proxy  -> caller 407
            0.005 caller -> proxy  ACK
            0.010 caller -> proxy  INVITE
            0.014 proxy  -> caller 403
            0.016 caller -> proxy  ACK
            """).get(0);

        assertThat(first.cause()).isEqualTo(Cause.AUTHORIZATION_REFUSED);
        assertThat(first.explanation()).contains("not asked for again");
        assertThat(first.alternatives())
                .filteredOn(other -> other.cause().equals(Cause.AUTHENTICATION_FAILED))
                .singleElement()
                .satisfies(other -> assertThat(other.why()).contains("a few answer it with 403"));
    }
}
