package org.callcause.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.hashing.FingerprintMap;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.jspecify.annotations.Nullable;

/** Remembers which callee refused which caller a short while ago, within a fixed number of refusals. */
final class RecentRefusals {

    private static final int MOST_REFUSALS = 10_000;

    /** Beyond it a new call is a new wish, not a retry. */
    private static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    private record Pair(String caller, String callee) {}

    private record Refusal(long partiesHash, String callId, TrackedMessage response, Endpoint caller) {
        Pair pair() {
            return pairOf(response.message());
        }
    }

    /** By {@link SipMessage#partiesHash}: every call asks, and hardly one needs more of its two addresses than that. */
    private final FingerprintMap<Refusal> latest = new FingerprintMap<>();

    /** Those that another of the same parties has replaced are still among them. */
    private final ArrayDeque<Refusal> oldestFirst = new ArrayDeque<>();

    void remember(long partiesHash, Call call) {
        if (call.finalStatus() < 300 || !call.method().equals(Method.INVITE)) {
            return;
        }
        call.finalResponse()
                .filter(TrackedMessage::hasTime)
                .ifPresent(
                        response -> remember(new Refusal(partiesHash, call.leg().callId(), response, call.caller())));
    }

    private void remember(Refusal refusal) {
        latest.put(refusal.partiesHash(), refusal);
        oldestFirst.add(refusal);
        if (oldestFirst.size() > MOST_REFUSALS) {
            Refusal oldest = oldestFirst.remove();
            latest.remove(oldest.partiesHash(), oldest);
        }
    }

    /** Whether a call with this {@link SipMessage#partiesHash} may follow on one. */
    boolean mayHave(long partiesHash) {
        return latest.has(partiesHash);
    }

    /** The refusal that a call with this {@link SipMessage#partiesHash} and these attempts follows on. */
    Optional<EarlierRefusal> before(long partiesHash, List<Transaction> attempts) {
        Refusal refusal = latest.get(partiesHash);
        TrackedMessage invite = refusal == null ? null : invite(attempts);
        if (refusal == null || invite == null) {
            return Optional.empty();
        }
        Duration gap = Duration.ofNanos(invite.nanos() - refusal.response().nanos());
        return gap.isNegative()
                        || gap.compareTo(LONGEST_GAP) > 0
                        || !refusal.pair().equals(pairOf(invite.message()))
                ? Optional.empty()
                : Optional.of(new EarlierRefusal(
                        refusal.callId(),
                        refusal.response().index(),
                        refusal.response().status(),
                        refusal.response().from(),
                        refusal.caller(),
                        gap));
    }

    private static @Nullable TrackedMessage invite(List<Transaction> attempts) {
        for (Transaction attempt : attempts) {
            if (attempt.method().equals(Method.INVITE)) {
                TrackedMessage request = attempt.request().orElse(null);
                if (request != null && request.hasTime()) {
                    return request;
                }
            }
        }
        return null;
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
