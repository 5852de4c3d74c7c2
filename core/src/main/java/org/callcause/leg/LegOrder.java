package org.callcause.leg;

import java.time.Duration;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.dialog.TrackedMessage;

/** What happened first on two legs of a call, which may have been captured at two places with clocks of their own. */
final class LegOrder {

    /** How far two clocks may be apart: as far as a capture agent's is believed. */
    static final long CLOCKS_DIFFER = Duration.ofSeconds(2).toNanos();

    private LegOrder() {}

    /**
     * Whether the failure of this leg may be what made the element before it fail: it came first, and the element had not
     * given the leg up by then. A phone may answer a CANCEL with any refusal.
     */
    static boolean failedBefore(Call leg, Call failed) {
        if (isWithdrawn(leg)) {
            return false;
        }
        return leg.finalResponse().isEmpty()
                || failed.finalResponse().isEmpty()
                || end(leg) <= end(failed) + CLOCKS_DIFFER;
    }

    private static boolean isWithdrawn(Call leg) {
        return leg.cancel()
                .map(LegOrder::moment)
                .filter(cancel -> cancel < end(leg))
                .isPresent();
    }

    /** Its time, or its number where the source gives no times. */
    private static long moment(TrackedMessage message) {
        return message.hasTime() ? message.nanos() : message.index();
    }

    /** Whether the element before both tried the other leg after this one had failed, or let it go on for long. */
    static boolean wentOnAfter(Call failed, Call other) {
        return start(other) >= end(failed) || endOfTrying(other) > end(failed) + CLOCKS_DIFFER;
    }

    /** Whether a phone rang at its end, or it was answered: it failed for no lack of a way. */
    static boolean reachedSomebody(Call leg) {
        return leg.ringing().isPresent() || leg.disposition().kind() == Disposition.Kind.ANSWERED;
    }

    private static long start(Call leg) {
        return leg.initialRequest().map(LegOrder::moment).orElse(0L);
    }

    /** When it was refused, answered or given up. */
    static long end(Call leg) {
        return leg.finalResponse()
                .or(() -> leg.messages().stream().reduce((earlier, later) -> later))
                .map(LegOrder::moment)
                .orElse(0L);
    }

    private static long endOfTrying(Call leg) {
        return leg.cancel().map(LegOrder::moment).orElseGet(() -> end(leg));
    }
}
