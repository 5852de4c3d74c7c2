package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallSigns;
import org.callcause.incident.Circumstance;
import org.callcause.incident.CircumstanceWatch;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentWatch;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.callcause.testkit.IncidentExamination;
import org.callcause.testkit.TrafficScript;
import org.junit.jupiter.api.Test;

/** How rules about many calls are run. */
class IncidentEngineTests {

    private static final TrafficScript TRAFFIC = TrafficScript.of("""
        0    20 calls every 2: answered 30
        100  5 calls every 2: 503
        """);

    /** Finds every refusal, and that it is over once two minutes have passed without one. */
    private static final class Refusals implements IncidentWatch {

        private final Exemplars exemplars = new Exemplars();
        private long count;
        private long first;
        private long last;

        @Override
        public void ended(EndedCall call) {
            if (call.status() >= 300) {
                first = count == 0 ? call.moments().settled() : first;
                last = call.moments().settled();
                count++;
                exemplars.add(call.id());
            }
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            if (count > 0) {
                boolean over = now.getEpochSecond() - last / 1_000_000_000L > 120;
                findings.incident(Cause.SERVER_ERROR, Likelihood.LIKELY)
                        .between(first, last)
                        .count(count)
                        .exemplars(exemplars)
                        .ongoing(!over)
                        .because(count + " calls were refused");
                count = over ? 0 : count;
            }
        }
    }

    /** Knows of a call how many were refused before it. */
    private static final class RefusedBefore implements CircumstanceWatch {

        private int refused;

        @Override
        public Optional<String> circumstance(EndedCall call) {
            return refused == 0 ? Optional.empty() : Optional.of(refused + " were refused before");
        }

        @Override
        public void ended(EndedCall call) {
            refused += call.status() >= 300 ? 1 : 0;
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {}
    }

    private static final IncidentRule REFUSED_BEFORE = rule("refused-before", RefusedBefore::new);

    private static List<List<Circumstance>> circumstances(RuleSet.Builder rules) {
        Callcause callcause = Callcause.with(rules.build());
        List<List<Circumstance>> known = new ArrayList<>();
        try (CallStream calls =
                callcause.stream(report -> known.add(report.circumstances()), callcause.incidents(incident -> {}))) {
            TrafficScript.of("""
                0   3 calls every 2: 503
                60  1 call: answered 30
                """).messages().forEach(calls::add);
        }
        return known;
    }

    @Test
    void aCallIsToldWithWhatRulesKnewBeforeItUnlessItWasAnswered() {
        assertThat(circumstances(RuleSet.builder().add(REFUSED_BEFORE)))
                .containsExactly(
                        List.of(),
                        List.of(new Circumstance("test/refused-before", "1 were refused before")),
                        List.of(new Circumstance("test/refused-before", "2 were refused before")),
                        List.of());
    }

    @Test
    void aSuppressedRuleSaysNothingOfCallsEither() {
        assertThat(circumstances(RuleSet.builder().add(REFUSED_BEFORE).suppress("test/refused-before", "known")))
                .allMatch(List::isEmpty);
    }

    @Test
    void aRuleThatThrowsWhenItIsAskedOfACallHurtsNoReport() {
        IncidentRule broken = rule("broken", () -> new CircumstanceWatch() {
            @Override
            public Optional<String> circumstance(EndedCall call) {
                throw new IllegalStateException("on purpose");
            }

            @Override
            public void ended(EndedCall call) {}

            @Override
            public void review(Instant now, IncidentFindings findings) {}
        });

        assertThat(circumstances(RuleSet.builder().add(broken).add(REFUSED_BEFORE)))
                .extracting(List::size)
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void anAckOfWhatCameBeforeTheCaptureIsNoWayThatWasTried() {
        List<EndedCall> ended = new ArrayList<>();
        IncidentRule listening = rule("listening", () -> new IncidentWatch() {
            @Override
            public void ended(EndedCall call) {
                ended.add(call);
            }

            @Override
            public void review(Instant now, IncidentFindings findings) {}
        });
        Callcause callcause = Callcause.with(RuleSet.builder().add(listening).build());
        Incidents incidents = callcause.incidents(incident -> {});
        try (CallStream calls = callcause.stream(report -> {}, incidents)) {
            CallScript.of("""
                0.000 caller -> proxy  INVITE | not captured
                0.004 proxy  -> callee INVITE | not captured
                0.900 callee -> proxy  200    | not captured
                0.902 proxy  -> caller 200    | not captured
                0.950 caller -> callee ACK
                1.400 callee -> proxy  200
                1.402 proxy  -> caller 200
                """).messages().forEach(calls::add);
        }
        incidents.finish();

        assertThat(ended)
                .singleElement()
                .satisfies(call -> assertThat(call.signs().routes())
                        .extracting(CallSigns.Route::status)
                        .containsExactly(200, 200));
    }

    private static IncidentRule rule(String name, Supplier<IncidentWatch> watch) {
        return IncidentRule.named("test/" + name, IncidentKind.SIGNATURE)
                .title("Calls are refused")
                .when("there is one")
                .cites("RFC 3261 21")
                .watch(watch);
    }

    private static final IncidentRule REFUSALS = rule("refusals", Refusals::new);

    private static IncidentExamination examine(RuleSet.Builder rules, String... more) {
        return IncidentExamination.of(TrafficScript.of(TRAFFIC + String.join("\n", more)), rules.build());
    }

    @Test
    void anIncidentIsToldWhenItIsFoundAndWhenItIsOver() {
        IncidentExamination found = examine(
                RuleSet.builder().add(REFUSALS), "150 1 call: answered 30", "200 1 call: answered 5", "until 600");

        assertThat(found.told()).extracting(Incident::ongoing).containsExactly(true, false);
        assertThat(found.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.count()).isEqualTo(5);
            assertThat(incident.firstTime()).isEqualTo(Instant.parse("2026-01-01T00:01:40.060Z"));
            assertThat(incident.exemplars()).hasSize(3);
        });
    }

    @Test
    void whatStillGoesOnIsToldAtTheEnd() {
        IncidentExamination found = examine(RuleSet.builder().add(REFUSALS));

        assertThat(found.incidents()).singleElement().matches(Incident::ongoing);
        assertThat(found.told()).last().isEqualTo(found.incidents().get(0));
    }

    @Test
    void whatIsFoundOnlyAtTheEndIsToldOnce() {
        assertThat(IncidentExamination.of(
                                TrafficScript.of("0 2 calls every 2: 503"),
                                RuleSet.builder().add(REFUSALS).build())
                        .told())
                .hasSize(1);
    }

    @Test
    void theEndIsToldOnceHoweverOftenItIsAskedFor() {
        List<Incident> told = new ArrayList<>();
        Callcause callcause = Callcause.with(RuleSet.builder().add(REFUSALS).build());
        Incidents incidents = callcause.incidents(told::add);
        CallStream late = callcause.stream(report -> {}, incidents);
        try (CallStream calls = callcause.stream(report -> {}, incidents)) {
            TRAFFIC.messages().forEach(calls::add);
        }

        List<Incident> found = incidents.finish();
        int toldBefore = told.size();
        TRAFFIC.messages().forEach(late::add);
        late.close();

        assertThat(incidents.finish()).isEqualTo(found).hasSize(1);
        assertThat(told).hasSize(toldBefore);
    }

    @Test
    void aListenerThatThrowsAtTheEndIsToldTheRestThen() {
        List<Incident> told = new ArrayList<>();
        Callcause callcause = Callcause.with(RuleSet.builder()
                .add(rule("some", Refusals::new))
                .add(rule("others", Refusals::new))
                .build());
        Incidents incidents = callcause.incidents(incident -> {
            told.add(incident);
            if (told.size() == 1) {
                throw new IllegalStateException("not in the mood");
            }
        });
        try (CallStream calls = callcause.stream(report -> {}, incidents)) {
            TrafficScript.of("0 2 calls every 2: 503").messages().forEach(calls::add);
        }

        assertThatIllegalStateException().isThrownBy(incidents::finish);
        assertThat(incidents.finish()).hasSize(2);
        assertThat(told).extracting(Incident::rule).containsExactly("test/others", "test/some");
    }

    @Test
    void anAnsweredCallIsToldAtItsAnswerAndAgainAtItsEndInOrderWithTheOthers() {
        List<String> order = new ArrayList<>();
        IncidentRule watching = rule("order", () -> new IncidentWatch() {
            @Override
            public void answered(AnsweredCall call) {
                order.add("answered by " + call.parties().callee());
            }

            @Override
            public void ended(EndedCall call) {
                order.add(call.outcome() + " of " + call.parties().callee());
            }

            @Override
            public void review(Instant now, IncidentFindings findings) {}
        });
        IncidentExamination.of(
                TrafficScript.of("""
                    0   1 call to first: answered 100
                    5   1 call to second: 503
                    20  1 call to third: answered 5
                    """), RuleSet.builder().add(watching).build());

        assertThat(order)
                .containsExactly(
                        "answered by first@example.com",
                        "FAILED of second@example.com",
                        "answered by third@example.com",
                        "ANSWERED of third@example.com",
                        "ANSWERED of first@example.com");
    }

    @Test
    void aRuleThatThrowsIsNamedAndLeftOutAndTheOthersGoOn() {
        IncidentRule broken = rule("broken", () -> new IncidentWatch() {
            @Override
            public void ended(EndedCall call) {
                throw new IllegalStateException("lost");
            }

            @Override
            public void review(Instant now, IncidentFindings findings) {}
        });
        IncidentExamination found = examine(RuleSet.builder().add(broken).add(REFUSALS));

        assertThat(found.incidents()).hasSize(1);
        assertThat(found.failures()).hasSize(5).last().satisfies(failure -> {
            assertThat(failure.rule()).isEqualTo("test/broken");
            assertThat(failure.quarantined()).isTrue();
        });
    }

    @Test
    void anErrorOfTheVirtualMachineIsEverybodys() {
        IncidentRule greedy = rule("greedy", () -> {
            throw new OutOfMemoryError("no more");
        });

        assertThatThrownBy(() -> examine(RuleSet.builder().add(greedy))).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void incidentRulesAreDroppedWeighedAndSuppressedLikeOthers() {
        assertThat(examine(RuleSet.builder().add(REFUSALS).without("test/*")).incidents())
                .isEmpty();
        assertThat(examine(RuleSet.builder().add(REFUSALS).weigh("test/refusals", Likelihood.POSSIBLE))
                        .incidents())
                .extracting(Incident::likelihood)
                .containsExactly(Likelihood.POSSIBLE);
        assertThat(examine(RuleSet.builder().add(REFUSALS).suppress("test/*", "a drill"))
                        .incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.suppressed()).contains("a drill"));
    }

    @Test
    void ofTheSameCallsOnlyTheDeeperIncidentIsTold() {
        IncidentRule deeper = IncidentRule.named("test/deeper", IncidentKind.OUTAGE)
                .title("The trunk is out")
                .when("there is one")
                .cites("RFC 3261 21")
                .supersedes("test/refusals")
                .watch(Refusals::new);

        assertThat(examine(RuleSet.builder().add(REFUSALS).add(deeper)).incidents())
                .extracting(Incident::rule)
                .containsExactly("test/deeper");
        assertThat(examine(RuleSet.builder().add(REFUSALS).add(deeper).suppress("test/deeper", "a drill"))
                        .incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.suppressed()).contains("a drill"));
    }
}
