package org.callcause.leg;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.message.CallId;
import org.callcause.message.Fingerprint;

/**
 * The invitations of the last two seconds by the last digits of both numbers: where the element that one reached sent a like
 * one, and no third is like them, the two may be one call.
 */
final class RecentInvitations<R> {

    private static final long WINDOW = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 4_096;

    private final Map<Long, Invitation<R>> latest = new LinkedHashMap<>();

    private record Invitation<R>(
            long nanos, Endpoint from, Endpoint to, CallId callId, OpenLeg<R> leg, boolean ambiguous) {}

    void add(CapturedMessage captured, OpenLeg<R> leg) {
        long digits = captured.hasTime() && captured.to().isKnown()
                ? Fingerprint.ofLastDigits(captured.message())
                : Fingerprint.NONE;
        if (digits == Fingerprint.NONE) {
            return;
        }
        Invitation<R> before = latest.remove(digits);
        boolean near = before != null && Math.abs(captured.nanos() - before.nanos()) <= WINDOW;
        boolean onward = near && before != null && goesOn(before, captured);
        if (onward && before != null && !before.ambiguous()) {
            guess(before, captured, leg);
        }
        Invitation<R> invitation = new Invitation<>(
                captured.nanos(),
                captured.from(),
                captured.to(),
                captured.message().callIdKey().detach(),
                leg,
                near && (!onward || (before != null && before.ambiguous())));
        latest.put(digits, invitation);
        forgetOld(captured.nanos());
    }

    /** Whether the element that got the earlier one sent this one. */
    private static <R> boolean goesOn(Invitation<R> earlier, CapturedMessage later) {
        return earlier.to().host().equals(later.from().host())
                && !earlier.from().equals(later.from())
                && !earlier.to().equals(later.to());
    }

    private static <R> void guess(Invitation<R> earlier, CapturedMessage later, OpenLeg<R> leg) {
        Duration gap = Duration.ofNanos(Math.abs(later.nanos() - earlier.nanos()));
        leg.guess(new LegGuess(earlier.callId().toString(), false, gap));
        earlier.leg().guess(new LegGuess(later.message().callId().orElse(""), true, gap));
    }

    private void forgetOld(long now) {
        Iterator<Invitation<R>> oldest = latest.values().iterator();
        while (oldest.hasNext()) {
            if (oldest.next().nanos() >= now - WINDOW && latest.size() <= MOST) {
                return;
            }
            oldest.remove();
        }
    }
}
