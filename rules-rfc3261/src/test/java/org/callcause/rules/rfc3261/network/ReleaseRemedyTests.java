package org.callcause.rules.rfc3261.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Remedy;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to do first about a Q.850 cause is about that cause. */
class ReleaseRemedyTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static Diagnosis diagnosis(String script) {
        return STANDARD.analyze(CallScript.of(script).messages())
                .get(0)
                .diagnosis()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 404 | number sent",
                "3 | 404 | Add the route",
                "18 | 408 | called equipment",
                "27 | 502 | line and the equipment at the far end",
                "28 | 484 | number length",
                "34 | 503 | Count the calls on the trunk",
                "38 | 503 | Find the trunk or switch",
                "41 | 503 | another route",
                "42 | 503 | Slow down",
                "47 | 503 | short of",
                "57 | 403 | bearer capability",
                "58 | 503 | bearer capability",
                "79 | 501 | bearer capability",
                "102 | 504 | which timer ran out",
                "111 | 500 | protocol variants"
            })
    void theFirstRemedyOfTheAdministratorFitsTheCause(int cause, int status, String words) {
        Diagnosis first = diagnosis("""
            0.000 caller -> gateway INVITE
            1.500 gateway -> caller %d | Reason: Q.850;cause=%d
            1.510 caller -> gateway ACK
            """.formatted(status, cause));

        assertThat(first.remedies())
                .filteredOn(remedy -> remedy.audience() == Audience.ADMIN)
                .first()
                .extracting(Remedy::text)
                .asString()
                .contains(words);
    }

    @Test
    void aRejectionAfterRingingIsAPersons() {
        Diagnosis first = diagnosis("""
            0.000 caller -> gateway INVITE
            0.500 gateway -> caller 180
            3.500 gateway -> caller 403 | Reason: Q.850;cause=21
            3.510 caller -> gateway ACK
            """);

        assertThat(first.cause()).isEqualTo(Cause.DECLINED);
    }
}
