package org.callcause.rules.rfc3261.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What is said of a refused identity, by what the capture shows of it. */
class IdentityWordsTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static final String SIGNED =
            " | Identity: eyJhbGciOiJFUzI1NiJ9.e30.c2ln;info=<https://cert.example.net/a.pem>";

    private static Diagnosis refused(String invite, int status) {
        String script = """
            0.000 caller -> gateway INVITE%s
            0.030 gateway -> caller 100
            0.900 gateway -> caller %d
            0.910 caller -> gateway ACK
            """.formatted(invite, status);
        return STANDARD.analyze(CallScript.of(script).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();
    }

    @Test
    void aSignatureThatIsThereAndWasRefusedIsCertainlyTheCallersSide() {
        Diagnosis diagnosis = refused(SIGNED, 438);

        assertThat(diagnosis.likelihood()).isEqualTo(Likelihood.CERTAIN);
        assertThat(diagnosis.origin().party()).isEqualTo(Origin.CALLER);
        assertThat(diagnosis.explanation()).endsWith("The INVITE in this capture carries an Identity header.");
    }

    @Test
    void aSignatureThatTheCaptureDoesNotShowWasAddedBehindIt() {
        for (int status : new int[] {436, 437, 438}) {
            Diagnosis diagnosis = refused("", status);

            assertThat(diagnosis.likelihood()).isEqualTo(Likelihood.LIKELY);
            assertThat(diagnosis.origin().party()).isEqualTo(Origin.NETWORK);
            assertThat(diagnosis.explanation()).contains("carries no Identity header, so the one that was refused was");
            assertThat(diagnosis.remedies())
                    .noneMatch(remedy -> remedy.text().contains("Give the carrier the Identity header"));
        }
    }

    @Test
    void anUnsignedInvitationIsCertainlyWhatA428Refuses() {
        Diagnosis diagnosis = refused("", 428);

        assertThat(diagnosis.likelihood()).isEqualTo(Likelihood.CERTAIN);
        assertThat(diagnosis.explanation()).endsWith("The INVITE in this capture carries no Identity header.");
    }

    @Test
    void aSignatureThatDidNotArriveWasTakenOffOnTheWay() {
        Diagnosis diagnosis = refused(SIGNED, 428);

        assertThat(diagnosis.likelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(diagnosis.explanation()).contains("so something on the way took it off");
    }
}
