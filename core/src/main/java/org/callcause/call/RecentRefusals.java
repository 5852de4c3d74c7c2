package org.callcause.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.hashing.FingerprintNumbers;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.jspecify.annotations.Nullable;

/** Remembers which callee refused which caller a short while ago, within a fixed number of refusals. */
final class RecentRefusals {

    private static final int MOST_REFUSALS = 10_000;

    private static final int FEWEST = 10;

    /** Beyond it a new call is a new wish, not a retry. */
    private static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    private record Pair(String caller, String callee) {}

    private record Refusal(long partiesHash, String callId, TrackedMessage response, Endpoint caller) {
        Pair pair() {
            return pairOf(response.message());
        }
    }

    /**
     * Their numbers, by {@link SipMessage#partiesHash}: every call asks, and hardly one needs more of its two addresses than
     * that.
     */
    private final FingerprintNumbers latest = new FingerprintNumbers();

    /** By number; those that another of the same parties has replaced are still among them. */
    private Refusal[] ring = new Refusal[FEWEST];

    private long next = 1;

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
        int at = at(next);
        if (next > MOST_REFUSALS) {
            latest.remove(ring[at].partiesHash(), next - MOST_REFUSALS);
        } else if (at == ring.length) {
            ring = Arrays.copyOf(ring, Math.min(2 * at, MOST_REFUSALS));
        }
        ring[at] = refusal;
        latest.put(refusal.partiesHash(), next);
        next++;
    }

    private static int at(long number) {
        return (int) ((number - 1) % MOST_REFUSALS);
    }

    /** Whether a call with this {@link SipMessage#partiesHash} may follow on one. */
    boolean mayHave(long partiesHash) {
        return latest.get(partiesHash) != FingerprintNumbers.NONE;
    }

    /** The refusal that a call with this {@link SipMessage#partiesHash} and these attempts follows on. */
    Optional<EarlierRefusal> before(long partiesHash, List<Transaction> attempts) {
        long number = latest.get(partiesHash);
        TrackedMessage invite = number == FingerprintNumbers.NONE ? null : invite(attempts);
        if (invite == null) {
            return Optional.empty();
        }
        Refusal refusal = ring[at(number)];
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
