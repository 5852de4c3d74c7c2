package org.callcause.call;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;

/** Remembers which callee refused which caller a short while ago, within a fixed number of pairs. */
final class RecentRefusals {

    private static final int MOST_PAIRS = 10_000;

    /** Beyond it a new call is a new wish, not a retry. */
    private static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    private record Pair(String caller, String callee) {}

    private record Refusal(String callId, TrackedMessage response, Endpoint caller) {}

    private final Map<Pair, Refusal> latest = new LinkedHashMap<>();

    void remember(Call call) {
        if (!call.method().equals(Method.INVITE) || call.finalStatus() < 300) {
            return;
        }
        call.finalResponse().filter(TrackedMessage::hasTime).ifPresent(response -> {
            Pair pair = pairOf(response.message());
            latest.remove(pair);
            latest.put(pair, new Refusal(call.legs().get(0).callId(), response, call.caller()));
            if (latest.size() > MOST_PAIRS) {
                Iterator<Pair> oldest = latest.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        });
    }

    /** The refusal that a call with these attempts follows on. */
    Optional<EarlierRefusal> before(List<Transaction> attempts) {
        Optional<TrackedMessage> invite = attempts.stream()
                .filter(attempt -> attempt.method().equals(Method.INVITE))
                .flatMap(attempt -> attempt.request().stream())
                .filter(TrackedMessage::hasTime)
                .findFirst();
        return invite.flatMap(request -> Optional.ofNullable(latest.get(pairOf(request.message())))
                .map(refusal -> new EarlierRefusal(
                        refusal.callId(),
                        refusal.response().index(),
                        refusal.response().status(),
                        refusal.caller(),
                        Duration.ofNanos(request.nanos() - refusal.response().nanos())))
                .filter(refusal -> !refusal.gap().isNegative() && refusal.gap().compareTo(LONGEST_GAP) <= 0));
    }

    private static Pair pairOf(SipMessage message) {
        return new Pair(
                message.from().map(RecentRefusals::who).orElse(""),
                message.to().map(RecentRefusals::who).orElse(""));
    }

    private static String who(NameAddress address) {
        return address.uri().user().orElseGet(() -> address.uri().raw());
    }
}
