package org.callcause.jainsip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegLink;
import org.callcause.live.LiveCalls;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many calls at once through a real B2BUA on loopback, which says itself which Call-IDs belong together. */
class LegsOfRealCallsTests {

    private static final int CALLS = 120;
    private static final String SERVER_LOGGER = "gov.nist.javax.sip.SERVER_LOGGER";

    private final List<CallReport> reports = new ArrayList<>();
    private final LiveCalls calls = LiveCalls.with(
                    Callcause.with(RuleSet.builder().build()))
            .listener(reports::add)
            .start();

    @BeforeEach
    void listen() {
        System.setProperty(SERVER_LOGGER, CallcauseServerLogger.class.getName());
        JainSipCalls.use(calls);
    }

    @AfterEach
    void clear() {
        System.clearProperty(SERVER_LOGGER);
        calls.close();
    }

    @Test
    void whatIsJoinedBelongsTogetherAndWhatCanBeProvenIsJoined() throws Exception {
        Map<String, String> truth;
        Map<String, Story> stories = new HashMap<>();
        try (Carrier carrier = new Carrier();
                Border border = new Border(carrier.port);
                ManyCallers callers = new ManyCallers(CALLS)) {
            for (int number = 0; number < CALLS; number++) {
                callers.call(border.port, new Story(number));
            }
            callers.awaitEnd();
            Thread.sleep(300);
            truth = border.outgoing;
        }
        calls.close();
        assertThat(truth).hasSize(CALLS);
        assertThat(reports).hasSize(2 * CALLS);
        reports.forEach(report -> stories.put(callId(report.call()), Story.of(report.call())));

        Set<List<String>> joins = new HashSet<>();
        reports.forEach(report ->
                report.joined().ifPresent(joined -> joined.links().forEach(link -> joins.add(ends(joined, link)))));
        long right = joins.stream()
                .filter(join -> join.get(1).equals(truth.get(join.get(0))))
                .count();
        long provable = truth.keySet().stream()
                .filter(callId -> stories.get(callId).shared() != Story.Shared.NOTHING)
                .count();
        System.out.printf(
                "%d calls through a real B2BUA: %d joined, %d rightly (precision %.4f); of %d with proof in the"
                        + " messages recall %.4f, of all %.4f%n",
                CALLS,
                joins.size(),
                right,
                (double) right / joins.size(),
                provable,
                (double) right / provable,
                (double) right / CALLS);

        assertThat(right).isEqualTo(joins.size());
        assertThat(right).isEqualTo(provable);
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.call().finalStatus())
                        .isIn(
                                Story.of(report.call()).answer(),
                                Story.of(report.call()).translated()));
        assertThat(reports.stream()
                        .flatMap(report -> report.joined().stream())
                        .filter(joined -> joined.legs().size() == 2)
                        .filter(joined -> Story.of(joined.origin()).answer() == 503))
                .isNotEmpty()
                .allSatisfy(joined -> assertThat(joined.failurePath(joined.origin()))
                        .extracting(Call::finalStatus)
                        .containsExactly(500, 503));
    }

    private static String callId(Call call) {
        return call.callIds().get(0);
    }

    private static List<String> ends(JoinedCall joined, LegLink link) {
        return List.of(
                callId(joined.legs().get(joined.number(link.earlierCall()) - 1)),
                callId(joined.legs().get(joined.number(link.laterCall()) - 1)));
    }
}
