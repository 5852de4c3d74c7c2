package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.call.Disposition;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentWatch;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** A call of several legs counts once for the incident rules, where it failed. */
class IncidentsOfLegsTests {

    // A script gives addresses to those that have no well-known name in the order in which they come up.
    private static final String SBC = "192.0.2.31";
    private static final String TRUNK = "192.0.2.32";
    private static final String SECOND_TRUNK = "192.0.2.33";

    /** Remembers the calls that failed. */
    private static final class Failures implements IncidentWatch {

        private final List<String> heard;

        private Failures(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void ended(EndedCall call) {
            if (call.isCall() && call.outcome() != Disposition.Kind.ANSWERED) {
                heard.add(call.status() + " at " + call.parties().peer().host());
            }
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {}
    }

    private static List<String> failuresHeard(String script) {
        List<String> heard = new ArrayList<>();
        IncidentRule rule = IncidentRule.named("test/failures", IncidentKind.FAILING_PARTY)
                .title("Calls fail")
                .when("they fail")
                .cites("RFC 3261 21")
                .watch(() -> new Failures(heard));
        incidents(script, Callcause.with(RuleSet.builder().discover().add(rule).build()));
        return heard;
    }

    private static List<Incident> incidents(String script, Callcause callcause) {
        Incidents incidents = callcause.incidents(incident -> {});
        CallScript trace = CallScript.of(script);
        try (CallStream stream = callcause.stream(report -> {}, incidents)) {
            trace.messages().forEach(stream::add);
            trace.observedUntil().ifPresent(stream::advanceTo);
        }
        return incidents.finish();
    }

    /** So many calls of two legs each, one every four seconds from this second on. */
    private static String calls(int from, int count, String legs) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < count; i++) {
            double start = from + 4.0 * i;
            String session = String.format(Locale.ROOT, "Session-ID: %032x;remote=%032x", from * 1_000 + i + 1, 0);
            String who = "From: <sip:user" + i % 7 + "@example.com>;tag=f" + from + i + " | To: <sip:+4930555"
                    + (1_000 + i % 11) + "@example.com>";
            for (String line : legs.lines().toList()) {
                if (line.startsWith("call ")) {
                    script.append(line).append(from).append("x").append(i);
                } else {
                    String[] parts = line.split(" ", 2);
                    script.append(String.format(Locale.ROOT, "%.3f ", start + Double.parseDouble(parts[0])))
                            .append(parts[1].replace("WHO", who).replace("SESSION", session));
                }
                script.append('\n');
            }
        }
        return script.toString();
    }

    private static final String ANSWERED = """
        call a
        0.000 phone -> sbc INVITE | WHO | SESSION | no sdp
        call b
        0.010 sbc -> trunk INVITE | WHO | SESSION | no sdp
        0.500 trunk -> sbc 200
        0.510 sbc -> trunk ACK
        call a
        0.520 sbc -> phone 200
        0.530 phone -> sbc ACK
        20.000 phone -> sbc BYE
        20.010 sbc -> phone 200
        call b
        20.020 sbc -> trunk BYE
        20.030 trunk -> sbc 200
        """;

    private static final String REFUSED = """
        call a
        0.000 phone -> sbc INVITE | WHO | SESSION | no sdp
        call b
        0.010 sbc -> trunk INVITE | WHO | SESSION | no sdp
        0.200 trunk -> sbc 503
        0.210 sbc -> trunk ACK
        call a
        0.220 sbc -> phone 500
        0.230 phone -> sbc ACK
        """;

    @Test
    void aTrunkBehindABorderElementIsNamedWithTheNumberOfItsCallsAndNotOfTheirLegs() {
        List<Incident> found =
                incidents(calls(0, 30, ANSWERED) + calls(130, 20, REFUSED) + "until 300\n", Callcause.create());

        assertThat(found).hasSize(1);
        assertThat(found.get(0).rule()).isEqualTo("rfc3261/sudden-outage");
        assertThat(found.get(0).scope().toString()).isEqualTo("peer " + TRUNK + ":5060");
        assertThat(found.get(0).count()).isEqualTo(20);
    }

    @Test
    void aCallThatFailedOnBothLegsCountsOnceAtTheLegWhereItBegan() {
        assertThat(failuresHeard(calls(0, 1, REFUSED) + "until 60\n")).containsExactly("503 at " + TRUNK);
    }

    @Test
    void twoCallsThatFailIndependentlyCountAsTwo() {
        String apart = REFUSED.replace(" | SESSION", "").replaceFirst("WHO", "To: <sip:+4989777@example.com>");

        assertThat(failuresHeard(calls(0, 1, apart) + "until 60\n"))
                .containsExactlyInAnyOrder("503 at " + TRUNK, "500 at " + SBC);
    }

    /** The first route answers 503; then the second one, and the element before them, give these answers. */
    private static String onTwoRoutes(int second, int passedOn) {
        return """
            call a
            0.000 phone -> sbc INVITE | %1$s | no sdp
            call b
            0.010 sbc -> trunk1 INVITE | %1$s | no sdp
            0.200 trunk1 -> sbc 503
            0.210 sbc -> trunk1 ACK
            call c
            0.220 sbc -> trunk2 INVITE | %1$s | no sdp
            0.500 trunk2 -> sbc %2$d
            0.510 sbc -> trunk2 ACK
            call a
            0.520 sbc -> phone %3$d
            0.530 phone -> sbc ACK
            until 50
            """.formatted(JoinedLegs.SESSION, second, passedOn);
    }

    @Test
    void aRouteThatFailsIsHeardOfAtOnceWhereAnotherTakesTheCallForAnHour() {
        assertThat(failuresHeard(onTwoRoutes(200, 200))).containsExactly("503 at " + TRUNK);
    }

    @Test
    void ofTwoRoutesThatBothFailEachIsHeardOfAndTheElementBeforeThemIsNot() {
        assertThat(failuresHeard(onTwoRoutes(500, 503))).containsExactly("503 at " + TRUNK, "500 at " + SECOND_TRUNK);
    }

    @Test
    void ofThreePhonesThatAreAllAwayOneIsHeardOf() {
        String script = """
            call a
            0.000 phone -> sbc INVITE | %1$s | no sdp
            call b
            0.010 sbc -> desk INVITE | %1$s | no sdp
            call c
            0.011 sbc -> mobile INVITE | %1$s | no sdp
            call d
            0.012 sbc -> home INVITE | %1$s | no sdp
            call b
            0.100 desk -> sbc 480
            0.110 sbc -> desk ACK
            call c
            0.120 mobile -> sbc 480
            0.130 sbc -> mobile ACK
            call d
            0.140 home -> sbc 480
            0.150 sbc -> home ACK
            call a
            0.160 sbc -> phone 480
            0.170 phone -> sbc ACK
            until 60
            """.formatted(JoinedLegs.SESSION);

        assertThat(failuresHeard(script)).hasSize(1);
    }

    private static final String REFUSED_BY_BOTH_TRUNKS = """
        call a
        0.000 phone -> sbc INVITE | WHO | SESSION | no sdp
        call b
        0.010 sbc -> trunk INVITE | WHO | SESSION | no sdp
        0.200 trunk -> sbc 503
        0.210 sbc -> trunk ACK
        call c
        0.220 sbc -> second INVITE | WHO | SESSION | no sdp
        0.300 second -> sbc 503
        0.310 sbc -> second ACK
        call a
        0.320 sbc -> phone 500
        0.330 phone -> sbc ACK
        """;

    private static final String ANSWERED_BY_THE_SECOND_TRUNK = """
        call a
        0.000 phone -> sbc INVITE | WHO | SESSION | no sdp
        call b
        0.010 sbc -> trunk INVITE | WHO | SESSION | no sdp
        0.200 trunk -> sbc 503
        0.210 sbc -> trunk ACK
        call c
        0.220 sbc -> second INVITE | WHO | SESSION | no sdp
        0.500 second -> sbc 200
        0.510 sbc -> second ACK
        call a
        0.520 sbc -> phone 200
        0.530 phone -> sbc ACK
        LASTS.000 phone -> sbc BYE
        LASTS.010 sbc -> phone 200
        call c
        LASTS.020 sbc -> second BYE
        LASTS.030 second -> sbc 200
        """;

    @Test
    void callsThatBothTrunksRefusedAreHurtOnceEach() {
        List<Incident> found = incidents(
                calls(0, 30, ANSWERED) + calls(130, 20, REFUSED_BY_BOTH_TRUNKS) + "until 300\n", Callcause.create());

        assertThat(found).extracting(Incident::rule).containsExactly("rfc3261/sudden-outage");
        assertThat(found.get(0).scope().toString()).isEqualTo("all");
        assertThat(found.get(0).callsHurt()).isEqualTo(20);
        assertThat(found.get(0).explanation()).contains("They went over 2 peers");
    }

    @Test
    void aTrunkThatIsOutHurtsNoCallThatTheNextOneTakes() {
        for (String lasts : List.of("20", "300")) {
            List<Incident> found = incidents(
                    calls(0, 30, ANSWERED)
                            + calls(130, 20, ANSWERED_BY_THE_SECOND_TRUNK.replace("LASTS", lasts))
                            + "until 600\n",
                    Callcause.create());

            assertThat(found).extracting(Incident::rule).containsExactly("rfc3261/sudden-outage");
            assertThat(found.get(0).scope().toString()).isEqualTo("peer " + TRUNK + ":5060");
            assertThat(found.get(0).count()).isEqualTo(20);
            assertThat(found.get(0).callsHurt()).isZero();
            assertThat(found.get(0).explanation()).contains("All of them went on by another way");
        }
    }
}
