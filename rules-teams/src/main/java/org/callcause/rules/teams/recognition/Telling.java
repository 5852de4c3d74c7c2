package org.callcause.rules.teams.recognition;

import java.time.Duration;
import java.util.Locale;
import org.callcause.call.Call;

/** Clauses that several rules tell a call with. */
public final class Telling {

    private Telling() {}

    /** {@code 16 ms}, {@code 4.1 s}, {@code 46 s}, {@code 12 min 3 s}. */
    public static String time(Duration duration) {
        long millis = Math.round(duration.toNanos() / 1e6);
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long seconds = Math.round(millis / 1_000.0);
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** {@code 603 Decline}. */
    public static String answer(Call call) {
        return (call.finalStatus() + " " + call.finalPhrase()).strip();
    }

    /** {@code Microsoft's side answered 603 Decline after 3.1 s of ringing}. */
    public static String ending(TeamsCall teams) {
        Call call = teams.call();
        String who = teams.answerer().party();
        return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1) + " answered " + answer(call) + " "
                + ringing(call);
    }

    private static String ringing(Call call) {
        return call.ringTime()
                .map(time -> "after " + time(time) + " of ringing")
                .orElseGet(() -> call.ringing().isPresent()
                        ? "after ringing for an unknown time"
                        : call.responseTime()
                                .map(time -> time(time) + " after the INVITE, without any ringing")
                                .orElse("without any ringing"));
    }
}
