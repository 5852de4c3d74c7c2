package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.call.CallLimits;
import org.callcause.call.EarlierRefusal;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.TrafficScript;
import org.junit.jupiter.api.Test;

/** A call knows of the one that the same caller made to the same callee shortly before, if that was refused. */
class EarlierRefusalTests {

    @Test
    void theLatestRefusalOfTheSamePartiesIsKnown() {
        Call last = lastOf("""
            0   1 calls from phone1 to desk over trunk: 486
            10  1 calls from phone1 to desk over trunk: 503
            20  1 calls from phone1 to desk over trunk: answered 60
            """);

        assertThat(last.earlierRefusal()).map(EarlierRefusal::status).hasValue(503);
    }

    @Test
    void theRefusalOfAnotherCallerIsNone() {
        Call last = lastOf("""
            0   1 calls from phone1 to desk over trunk: 486
            20  1 calls from phone2 to desk over trunk: answered 60
            """);

        assertThat(last.earlierRefusal()).isEmpty();
    }

    @Test
    void theCallOfALineToItselfIsToldFromThoseOfOtherLines() {
        Call last = lastOf("""
            0   9 calls every 1 from phone*9 to phone*9 over trunk: 486
            20  1 calls from phone4 to phone4 over trunk: answered 60
            """);

        assertThat(last.earlierRefusal()).map(EarlierRefusal::message).hasValue(15L);
    }

    @Test
    void tenThousandRefusalsAreKnownAndTheOldestIsForgottenFirst() {
        String refusals = "0   10001 calls every 0.001 from phone*10001 to desk over trunk: 486\n";

        assertThat(refusalBefore(refusals + "20  1 calls from phone1 to desk over trunk: answered 60"))
                .isEmpty();
        assertThat(refusalBefore(refusals + "20  1 calls from phone2 to desk over trunk: answered 60"))
                .isPresent();
        assertThat(refusalBefore(refusals + "20  1 calls from phone10001 to desk over trunk: answered 60"))
                .isPresent();
    }

    private static Optional<EarlierRefusal> refusalBefore(String traffic) {
        return lastOf(traffic).earlierRefusal();
    }

    private static Call lastOf(String traffic) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(RuleSet.builder().build(), CallLimits.DEFAULT).stream(reports::add)) {
            TrafficScript.of(traffic).messages().forEach(stream::add);
        }
        return reports.get(reports.size() - 1).call();
    }
}
