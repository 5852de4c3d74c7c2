package org.callcause.vantage;

import java.time.Duration;
import java.util.Locale;

/** Says what two captures are to each other. */
record ClockSentence(String first, String second, TwoCaptures together) {

    /** Less than this is told as nothing. */
    private static final Duration NO_TIME = Duration.ofNanos(500_000);

    String text() {
        String clock = clock(together.clockOffset());
        if (!together.areApart() && together.clockOffset().abs().compareTo(NO_TIME) < 0) {
            return first + " and " + second
                    + " hold the same messages at the same times: they were captured at one place,"
                    + " or one is a copy.";
        }
        return together.areApart()
                ? String.format(
                        Locale.ROOT,
                        "%s and %s show the same traffic at two places, %.2f ms apart; the clock of %s is %s.",
                        first,
                        second,
                        together.delay().toNanos() / 1e6,
                        second,
                        clock)
                : String.format(
                        Locale.ROOT,
                        "%s and %s have messages in common, and their times do not tell the places apart; the clock of"
                                + " %s is %s.",
                        first,
                        second,
                        second,
                        clock);
    }

    private static String clock(Duration offset) {
        return String.format(
                Locale.ROOT, "%.3f s %s", offset.abs().toNanos() / 1e9, offset.isNegative() ? "behind" : "ahead");
    }
}
