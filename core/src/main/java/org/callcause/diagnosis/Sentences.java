package org.callcause.diagnosis;

import java.time.Duration;
import java.util.List;

/** Words and sentences that all rules tell alike: they need not care for the capital, the full stop and the unit. */
public final class Sentences {

    private Sentences() {}

    /**
     * {@code 16 ms}, {@code 4.1 s}, {@code 46 s}, {@code 46.3 s}, {@code 12 min 3 s}, {@code 15 min}, {@code 1 h 5 min}; {@code less than 1 ms}
     * for what rounds to none.
     */
    public static String time(Duration duration) {
        long millis = Math.round(duration.toNanos() / 1e6);
        if (millis == 0) {
            return "less than 1 ms";
        }
        if (millis < 1_000) {
            return millis + " ms";
        }
        long tenths = Math.round(millis / 100.0);
        boolean whole = tenths >= 100 && tenths % 10 == 0;
        if (tenths < 600) {
            return tenths / 10 + (whole ? "" : "." + tenths % 10) + " s";
        }
        long seconds = Math.round(millis / 1_000.0);
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 3_600 ? units(seconds, " min", " s") : units(Math.round(seconds / 60.0), " h", " min");
    }

    private static String units(long small, String large, String unit) {
        return small / 60 + large + (small % 60 == 0 ? "" : " " + small % 60 + unit);
    }

    /** {@code once}, {@code twice}, {@code 7 times}. */
    public static String times(int count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    /** {@code PCMU, PCMA and G722}. */
    public static String all(List<?> values) {
        return list(values, " and ");
    }

    /** {@code 408, 480 or 503}. */
    public static String either(List<?> values) {
        return list(values, " or ");
    }

    private static String list(List<?> values, String beforeTheLast) {
        List<String> words = values.stream().map(String::valueOf).toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + beforeTheLast + words.get(last);
    }

    /** With a capital first letter, unless a host or address begins the text, and a full stop, where the text has none. */
    public static String finished(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return trimmed;
        }
        char last = trimmed.charAt(trimmed.length() - 1);
        boolean ended = last == '.' || last == '!' || last == '?' || last == ':';
        char first = trimmed.charAt(0);
        if (first == Character.toUpperCase(first) || beginsWithAName(trimmed)) {
            return ended ? trimmed : trimmed + ".";
        }
        // Of the length that it will have: every diagnosis is made of such sentences.
        StringBuilder finished = new StringBuilder(trimmed.length() + 1).append(trimmed);
        finished.setCharAt(0, Character.toUpperCase(first));
        return (ended ? finished : finished.append('.')).toString();
    }

    /** A host or address such as {@code pbx1:5060}, {@code sip:bob@pbx} or {@code pbx.example.com} keeps its small letters. */
    private static boolean beginsWithAName(String text) {
        for (int i = 1; i + 1 < text.length() && text.charAt(i) != ' '; i++) {
            char c = text.charAt(i);
            if ((c == ':' || c == '@' || c == '.') && text.charAt(i + 1) != ' ') {
                return true;
            }
        }
        return false;
    }
}
