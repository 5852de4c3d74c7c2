package org.callcause.rules.rfc3261.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callcause.incident.Incident;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.IncidentExamination;
import org.callcause.testkit.TrafficScript;
import org.junit.jupiter.api.Test;

/** What calls that fail alike have in common. */
class SignatureTests {

    private static List<Incident> signatures(String refusedFrom) {
        String script = """
            0  90 calls every 5 from phone*30 at desk*30 to +493012340*90: answered 40 | User-Agent: ExamplePhone/4.2
            2  12 calls every 37 from phone*30 at %s to +493012340*90: 488 | User-Agent: ExamplePhone/5.0
            """.formatted(refusedFrom);
        return IncidentExamination.of(
                        TrafficScript.of(script),
                        RuleSet.builder().add(new StandardRules()).build())
                .by("rfc3261/failure-signature");
    }

    @Test
    void softwareThatSeveralDevicesNameIsTold() {
        assertThat(signatures("newdesk*12"))
                .singleElement()
                .satisfies(incident -> assertThat(incident.explanation())
                        .contains("All of them were made by ExamplePhone/5.0, from 12 addresses")
                        .doesNotContain("othing else sets them apart"));
    }

    @Test
    void theNameOfTheOneElementThatSendsAllCallsSetsNothingApart() {
        assertThat(signatures("exchange"))
                .singleElement()
                .satisfies(incident -> assertThat(incident.explanation()).contains("Nothing else sets them apart"));
    }
}
