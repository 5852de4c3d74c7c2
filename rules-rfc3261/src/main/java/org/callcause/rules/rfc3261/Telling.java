package org.callcause.rules.rfc3261;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;

/** Clauses that several rules tell a call with. */
final class Telling {

    private Telling() {}

    /** {@code 16 ms}, {@code 4.1 s}, {@code 46 s}, {@code 12 min 3 s}. */
    static String time(Duration duration) {
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

    /** {@code 603 Decline}, or the bare code where the phrase is empty. */
    static String answer(Call call) {
        return (call.finalStatus() + " " + call.finalPhrase()).strip();
    }

    /** {@code 16 ms after the INVITE}, or {@code at an unknown time} where the source gave no times. */
    static String after(Call call) {
        return call.responseTime()
                .map(delay -> time(delay) + " after the " + call.method().name())
                .orElse("after an unknown time");
    }

    /** {@code after 4.1 s of ringing}, or what else is known of the ringing. */
    static String ringing(Call call) {
        if (call.ringTime().isPresent()) {
            return "after " + time(call.ringTime().get()) + " of ringing";
        }
        return call.ringing().isPresent() ? "after ringing for an unknown time" : "without any ringing";
    }

    /** {@code PCMU, PCMA and G722}. */
    static String list(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** {@code message 12}. */
    static String numbered(TrackedMessage message) {
        return "message " + message.index();
    }
}
