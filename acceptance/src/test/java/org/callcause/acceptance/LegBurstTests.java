package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegLink;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.Test;

/**
 * A thousand calls at once through one border element, all from one number to one number, from one client to one carrier:
 * only what each invitation carries tells which legs belong together.
 */
class LegBurstTests {

    private static final int CALLS = 1_000;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Endpoint CLIENT = new Endpoint("192.0.2.10", 5060);
    private static final Endpoint BORDER = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint CARRIER = new Endpoint("198.51.100.7", 5060);

    /** What most clients of load tools write, call after call. */
    private static final String CONSTANT_ORIGIN = "o=user1 53655765 2353687637 IN IP4 192.0.2.10";

    /** What the two legs of call {@code i} share. */
    private enum Shared {
        SESSION_ID,
        OTHER_CALL_ID,
        SHARED_VALUE,
        CHARGING_ID,
        SESSION_ORIGIN,
        BRANCH,
        NOTHING
    }

    private record Sending(long micros, Endpoint from, Endpoint to, String text) {}

    private record Figures(int right, int wrong, int possible) {
        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / possible;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "precision %.4f, recall %.4f (%d right joins, %d wrong, %d possible)",
                    precision(),
                    recall(),
                    right,
                    wrong,
                    possible);
        }
    }

    @Test
    void noTwoLegsOfDifferentCallsAreJoinedAndNoJoinIsMissed() {
        Figures figures = figures(messages(2_026, i -> Shared.values()[i % Shared.values().length]));

        System.out.println("Legs of " + CALLS + " look-alike calls at once: " + figures);
        assertThat(figures.precision()).isEqualTo(1.0);
        assertThat(figures.recall()).isEqualTo(1.0);
    }

    @Test
    void callsThatShareNothingButTheirLooksStayApart() {
        Figures figures = figures(messages(7, i -> Shared.NOTHING));

        assertThat(figures.right() + figures.wrong()).isZero();
    }

    @Test
    void anIdentifierThatAllCallsShareIsNone() {
        List<Sending> sendings = messages(11, i -> Shared.NOTHING).stream()
                .map(sending -> new Sending(
                        sending.micros(),
                        sending.from(),
                        sending.to(),
                        sending.text().replaceFirst("\r\n", "\r\nX-CID: 0\r\n")))
                .toList();

        assertThat(figures(sendings).wrong()).isZero();
    }

    private static Figures figures(List<Sending> sendings) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(RuleSet.builder().build()).stream(reports::add)) {
            for (Sending sending : sendings) {
                stream.add(
                        BEGIN.plusNanos(sending.micros() * 1_000),
                        sending.from(),
                        sending.to(),
                        Transport.UDP,
                        sending.text().getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(reports).hasSize(2 * CALLS);
        Set<String> joins = new HashSet<>();
        for (CallReport report : reports) {
            report.joined().ifPresent(joined -> joined.links().forEach(link -> joins.add(join(joined, link))));
        }
        int right = (int) joins.stream().filter(LegBurstTests::isRight).count();
        int possible = (int) sendings.stream()
                .filter(sending ->
                        sending.from().equals(BORDER) && sending.text().startsWith("INVITE"))
                .filter(sending -> !sending.text().contains("Subject: NOTHING"))
                .count();
        return new Figures(right, joins.size() - right, possible);
    }

    private static String join(JoinedCall joined, LegLink link) {
        return callId(joined, link.earlierCall()) + " " + callId(joined, link.laterCall());
    }

    private static String callId(JoinedCall joined, String id) {
        Call leg = joined.legs().get(joined.number(id) - 1);
        return leg.callIds().get(0);
    }

    /** Call {@code i} has the Call-IDs {@code in-i} and {@code out-i}. */
    private static boolean isRight(String join) {
        String[] ends = join.split(" ", 2);
        return ends[0].startsWith("in-") && ends[1].equals("out-" + ends[0].substring(3));
    }

    private interface Kind {
        Shared of(int call);
    }

    private static List<Sending> messages(long seed, Kind kind) {
        Random random = new Random(seed);
        List<Sending> sendings = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            long begin = random.nextInt(1_000_000);
            long onward = begin + 2_000 + random.nextInt(8_000);
            Shared shared = kind.of(i);
            sendings.add(new Sending(begin, CLIENT, BORDER, invite("in-", i, shared)));
            sendings.add(new Sending(onward, BORDER, CARRIER, invite("out-", i, shared)));
            sendings.add(new Sending(onward + 200_000, CARRIER, BORDER, refusal("out-", i, 503)));
            sendings.add(new Sending(onward + 205_000, BORDER, CLIENT, refusal("in-", i, 500)));
        }
        sendings.sort((one, other) -> Long.compare(one.micros(), other.micros()));
        return sendings;
    }

    private static String invite(String leg, int i, Shared shared) {
        boolean onward = leg.equals("out-");
        String via = "Via: SIP/2.0/UDP 192.0.2." + (onward ? 1 : 10) + ";branch=z9hG4bK-" + leg + i + "\r\n";
        String origin = shared == Shared.SESSION_ORIGIN ? "o=- 77" + i + " 1 IN IP4 192.0.2.10" : CONSTANT_ORIGIN;
        String extra = switch (shared) {
            case SESSION_ID -> String.format("Session-ID: %032x;remote=%032x\r\n", i + 1, 0);
            case OTHER_CALL_ID -> onward ? "X-CID: in-" + i + "\r\n" : "";
            case SHARED_VALUE -> "X-Call-ID: call-" + i + "\r\n";
            case CHARGING_ID -> "P-Charging-Vector: icid-value=as1-" + i + "\r\n";
            case BRANCH -> onward ? "Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK-in-" + i + "\r\n" : "";
            case SESSION_ORIGIN, NOTHING -> "";
        };
        String body = "v=0\r\n" + origin + "\r\ns=-\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=audio 4000 RTP/AVP 8\r\n";
        return "INVITE sip:+4940333444@example.com SIP/2.0\r\n" + via + extra + common(leg, i)
                + "Max-Forwards: 70\r\nContact: <sip:a@192.0.2.10>\r\nSubject: " + shared
                + "\r\nContent-Type: application/sdp\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String refusal(String leg, int i, int status) {
        String via =
                "Via: SIP/2.0/UDP 192.0.2." + (leg.equals("out-") ? 1 : 10) + ";branch=z9hG4bK-" + leg + i + "\r\n";
        return "SIP/2.0 " + status + " No\r\n" + via
                + common(leg, i).replace("example.com>\r\nCall", "example.com>;tag=t\r\nCall")
                + "Content-Length: 0\r\n\r\n";
    }

    private static String common(String leg, int i) {
        return "From: <sip:+4930111222@example.com>;tag=" + leg + i
                + "\r\nTo: <sip:+4940333444@example.com>\r\nCall-ID: " + leg + i + "\r\nCSeq: 1 INVITE\r\n";
    }
}
