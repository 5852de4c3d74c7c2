package org.callcause.rules.teams.decline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * Whether refusals with 603 of calls from Teams are spread over many callees in a short time: then the carrier blocks, by a
 * fraud filter or a limit of concurrent calls; one callee who always refuses is that callee's own doing. Feed it calls in
 * the order of their ends; {@value #MOST_REMEMBERED} refusals are kept.
 */
public final class RefusalSpread {

    /** So many callees do not decline within minutes of their own. */
    private static final int MANY_CALLEES = 5;

    private static final int MOST_REMEMBERED = 1_000;

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private record Refusal(Instant time, String callee, boolean rang) {}

    /**
     * What the refusals of the last five minutes look like.
     *
     * @param refusals how many
     * @param callees of how many callees
     * @param withoutRinging how many of them before anything rang
     */
    public record Spread(int refusals, int callees, int withoutRinging) {

        /** Whether they speak for a block of the carrier. */
        public boolean isBlock() {
            return callees >= MANY_CALLEES && withoutRinging * 2 > refusals;
        }
    }

    private final Deque<Refusal> recent = new ArrayDeque<>();

    /** Takes a call; only one from Teams that ended with 603 counts. */
    public void add(Call call) {
        if (call.finalStatus() != 603 || call.end().isEmpty()) {
            return;
        }
        TeamsCall.of(call).filter(TeamsCall::isRefusedToMicrosoft).ifPresent(teams -> {
            String callee = call.to().flatMap(to -> to.uri().user()).orElse("");
            recent.addLast(new Refusal(call.end().get(), callee, call.ringing().isPresent()));
            if (recent.size() > MOST_REMEMBERED) {
                recent.removeFirst();
            }
        });
    }

    /** The refusals of the five minutes up to this time; absent without any. */
    public Optional<Spread> at(Instant time) {
        List<Refusal> within = recent.stream()
                .filter(refusal -> !refusal.time().isAfter(time)
                        && refusal.time().plus(WINDOW).isAfter(time))
                .toList();
        return within.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spread(
                        within.size(),
                        (int) within.stream().map(Refusal::callee).distinct().count(),
                        (int) within.stream().filter(refusal -> !refusal.rang()).count()));
    }
}
