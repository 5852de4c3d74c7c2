package org.callcause.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.junit.jupiter.api.Test;

/** An incident that does not say when and how often is a fault of its rule. */
class IncidentFindingTests {

    private static final IncidentRule RULE = IncidentRule.named("test/outage", IncidentKind.OUTAGE)
            .title("All calls fail")
            .watch(() -> new IncidentWatch() {
                @Override
                public void ended(EndedCall call) {}

                @Override
                public void review(Instant now, IncidentFindings findings) {}
            });

    private final IncidentFindings findings = new IncidentFindings(RULE);

    private IncidentFinding found() {
        return findings.incident(Cause.SERVER_ERROR, Likelihood.LIKELY);
    }

    @Test
    void withoutTimesItIsRefused() {
        found().count(3);

        assertThatIllegalStateException().isThrownBy(findings::incidents).withMessage("an incident without its times");
    }

    @Test
    void withoutACountItIsRefused() {
        found().between(1, 2);

        assertThatIllegalStateException().isThrownBy(findings::incidents).withMessageContaining("its count is 0");
    }

    @Test
    void withBothItIsTold() {
        found().count(3).between(1_000_000_000, 2_000_000_000);

        assertThat(findings.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.count()).isEqualTo(3);
            assertThat(incident.firstTime()).isEqualTo(Instant.ofEpochSecond(1));
            assertThat(incident.lastTime()).isEqualTo(Instant.ofEpochSecond(2));
        });
    }
}
