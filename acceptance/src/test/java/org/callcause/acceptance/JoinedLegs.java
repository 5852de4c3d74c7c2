package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegLink;
import org.callcause.leg.LegSettings;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;

/** Calls of a script, read with those that are legs of one joined. */
final class JoinedLegs {

    static final String SESSION =
            "Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=00000000000000000000000000000000";

    static final String CARRIER_CONGESTED = """
        call one
        0.000 teams -> sbc INVITE | %1$s
        0.003 sbc -> teams 100
        call two
        0.012 sbc -> carrier INVITE | %2$s
        0.040 carrier -> sbc 100
        0.310 carrier -> sbc 503 Service Unavailable | Reason: Q.850;cause=34;text="No circuit available"
        0.312 sbc -> carrier ACK
        call one
        0.322 sbc -> teams 500 Server Internal Error
        0.350 teams -> sbc ACK
        until 60
        """;

    private JoinedLegs() {}

    static List<CallReport> reports(String script, LegSettings settings) {
        return reports(script, Callcause.with(RuleSet.discovered()).joiningLegs(settings));
    }

    static List<CallReport> reports(String script, Callcause callcause) {
        List<CallReport> reports = new ArrayList<>();
        CallScript trace = CallScript.of(script);
        try (CallStream stream = callcause.stream(reports::add)) {
            trace.messages().forEach(stream::add);
            trace.observedUntil().ifPresent(stream::advanceTo);
        }
        return reports;
    }

    static List<CallReport> reports(String script) {
        return reports(script, LegSettings.DEFAULT);
    }

    static JoinedCall joined(List<CallReport> reports) {
        return reports.get(0).joined().orElseThrow();
    }

    static LegLink onlyLink(List<CallReport> reports) {
        assertThat(joined(reports).links()).hasSize(1);
        return joined(reports).links().get(0);
    }

    static boolean areApart(List<CallReport> reports) {
        return reports.stream().map(CallReport::joined).allMatch(Optional::isEmpty);
    }
}
