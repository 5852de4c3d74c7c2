package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.callcause.call.Call;
import org.callcause.call.CallLimits;
import org.callcause.call.CallTracker;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.message.SipParser;
import org.junit.jupiter.api.Test;

/** What is left of a trigger must match a call exactly where the whole trigger does. */
class KnownTriggerTests {

    private static final Endpoint CALLER = new Endpoint("192.0.2.1", 5060);
    private static final Endpoint CALLEE = new Endpoint("192.0.2.2", 5060);
    private static final Trigger OPEN = where("somebody looks at the call itself", call -> true);

    private final SipParser parser = new SipParser();
    private final List<Call> calls = new ArrayList<>();
    private final CallTracker tracker = new CallTracker(CallLimits.DEFAULT, calls::add);
    private long index;

    private void send(Endpoint from, Endpoint to, String startLine, String method) {
        String text = startLine + """

                Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1
                From: <sip:alice@example.com>;tag=a
                To: <sip:bob@example.com>%s
                Call-ID: 1@192.0.2.1
                CSeq: 1 %s
                Content-Length: 0

                """.formatted(startLine.startsWith("INVITE") ? "" : ";tag=b", method);
        tracker.add(CapturedMessage.of(
                ++index,
                Instant.ofEpochSecond(index),
                from,
                to,
                Transport.UDP,
                parser.parse(text).orElseThrow()));
    }

    private Call refusedCall() {
        send(CALLER, CALLEE, "INVITE sip:bob@example.com SIP/2.0", "INVITE");
        send(CALLEE, CALLER, "SIP/2.0 404 Not Found", "INVITE");
        send(CALLER, CALLEE, "ACK sip:bob@example.com SIP/2.0", "ACK");
        tracker.finish();
        return calls.get(0);
    }

    @Test
    void whatTheFactsDecideIsNotAskedAgain() {
        CallFacts facts = CallFacts.of(refusedCall());

        assertThat(KnownTrigger.open(status(404).and(method(Method.INVITE)), facts))
                .isSameAs(KnownTrigger.ALWAYS);
        assertThat(KnownTrigger.open(status(404).and(OPEN), facts)).isSameAs(OPEN);
        assertThat(KnownTrigger.open(status(486).or(OPEN), facts)).isSameAs(OPEN);
        assertThat(KnownTrigger.open(OPEN.needs(Trait.REFUSAL), facts)).isSameAs(OPEN);
        assertThat(KnownTrigger.open(not(status(486)), facts)).isSameAs(KnownTrigger.ALWAYS);
    }

    @Test
    void whatTheFactsExcludeLeavesNothingToAsk() {
        CallFacts facts = CallFacts.of(refusedCall());

        assertThat(KnownTrigger.open(OPEN.and(status(486)), facts)).isSameAs(KnownTrigger.NEVER);
        assertThat(KnownTrigger.open(OPEN.needs(Trait.CANCEL), facts)).isSameAs(KnownTrigger.NEVER);
        assertThat(KnownTrigger.open(responded(503).and(OPEN), facts)).isSameAs(KnownTrigger.NEVER);
        assertThat(KnownTrigger.open(not(Trigger.always()), facts)).isSameAs(KnownTrigger.NEVER);
    }

    @Test
    void whateverIsPutTogetherMatchesAsTheWholeDoes() {
        Call call = refusedCall();
        CallFacts facts = CallFacts.of(call);
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Trigger whole = any(random, 4);

            assertThat(KnownTrigger.open(whole, facts).matches(call))
                    .as(whole.describe())
                    .isEqualTo(whole.matches(call));
        }
    }

    private static Trigger any(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 8 : 12);
        return switch (choice) {
            case 0 -> status(404, 480);
            case 1 -> status(503);
            case 2 -> statusClass(4);
            case 3 -> ended(Disposition.Kind.BUSY);
            case 4 -> has(Trait.REFUSAL);
            case 5 -> responded(404);
            case 6 -> OPEN;
            case 7 -> where("nobody says so", call -> false);
            case 8 -> any(random, depth - 1).and(any(random, depth - 1));
            case 9 -> any(random, depth - 1).or(any(random, depth - 1));
            case 10 -> not(any(random, depth - 1));
            default -> any(random, depth - 1).needs(any(random, depth - 1));
        };
    }
}
