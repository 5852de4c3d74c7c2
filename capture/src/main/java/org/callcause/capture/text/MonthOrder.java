package org.callcause.capture.text;

import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Which number of a date such as 02/03/2026 is the month. A number above 12 tells it for the whole log; else the next day
 * behind a midnight, or the same day written with the name of its month, as SIP's Date header has it; else the half of the
 * day, as America writes it. Where nothing tells, it is the second.
 */
final class MonthOrder {

    private static final int MONTHS = 12;

    // The trace of Cisco's Unified CM writes it behind the time, and the month first.
    private static final String UNIFIED_CM = " CCM|";

    private boolean known;
    private boolean monthFirst;
    private int first;
    private int second;

    /** Learns from the beginning of the log. */
    void lookAhead(String beginning) {
        int day = 0;
        int month = 0;
        boolean unifiedCm = false;
        for (String line : (Iterable<String>) beginning.lines()::iterator) {
            Optional<Matcher> date = match(DateForm.YEAR_LAST, line);
            if (date.isPresent()) {
                unifiedCm |= line.contains(UNIFIED_CM);
                learn(number(date.get(), "day"), number(date.get(), "month"));
            } else if (day == 0) {
                Optional<Matcher> named = match(DateForm.DAY_FIRST, line);
                day = named.map(found -> number(found, "day")).orElse(0);
                month = named.map(found -> DateHints.month(found.group("name"))).orElse(0);
            }
            if (known) {
                return;
            }
        }
        if (first != second && first > 0 && day + month == first + second) {
            known = day == first || day == second;
            monthFirst = day == second;
        }
        if (!known && unifiedCm) {
            is(true);
        }
    }

    private static Optional<Matcher> match(DateForm form, String line) {
        return form.hint().test(line)
                ? Optional.of(form.pattern().matcher(line)).filter(Matcher::find)
                : Optional.empty();
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private void learn(int one, int other) {
        if (one > MONTHS || other > MONTHS) {
            is(other > MONTHS);
        } else if (first > 0 && one == first && other == second + 1) {
            is(true);
        } else if (first > 0 && other == second && one == first + 1) {
            is(false);
        }
        first = one;
        second = other;
    }

    private void is(boolean monthFirst) {
        this.known = true;
        this.monthFirst = monthFirst;
    }

    /** Whether the first of these numbers is the month. */
    boolean isMonthFirst(int one, int other, boolean halved) {
        if (!known && (one > MONTHS || other > MONTHS)) {
            is(other > MONTHS);
        }
        return known ? monthFirst : halved;
    }
}
