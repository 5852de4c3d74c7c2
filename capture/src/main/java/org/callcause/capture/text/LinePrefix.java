package org.callcause.capture.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the lines of a message: indentation, quote marks, table bars, or what a log puts before every
 * line. Learnt from the message's first two lines. Two log prefixes are alike when they differ in their numbers only.
 */
final class LinePrefix {

    // AudioCodes numbers what it sends to syslog, and cuts long messages between two of them.
    private static final Pattern NUMBERED =
            Pattern.compile("^[^\\[]{0,80}\\[S=\\d+\\] ?(?:\\[[SB]ID=[^\\]]{1,40}\\] ?)?(?:\\(N +\\d+\\) ?)?");

    private static final String CDATA = "<![CDATA[";

    private static final int LONGEST = 400;

    private static final int OTHER = 0;
    private static final int DIGIT = 1;
    private static final int BLANK = 2;

    private final String first;
    private final boolean decoration;
    private boolean learnt;
    private boolean repeated;

    /** The prefix of a message whose start line stands behind this text. */
    LinePrefix(String first) {
        this.first = beforeMark(first);
        this.decoration = isDecoration(this.first);
        this.learnt = decoration;
    }

    /** Without what stands before the first line only: a mark, or the bytes of a packet's headers. */
    private static String beforeMark(String first) {
        if (first.length() > LONGEST) {
            return "";
        }
        if (first.endsWith(CDATA)) {
            return first.substring(0, first.length() - CDATA.length());
        }
        int packet = StartLines.packetStart(first, first.length());
        return packet < 0 ? first : first.substring(0, packet);
    }

    private static boolean isDecoration(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '>' || c == '|');
    }

    /** The line without the prefix; empty when it has the prefix of another log line and is not of this message. */
    Optional<String> strip(String line) {
        if (first.isEmpty()) {
            return Optional.of(line);
        }
        if (decoration) {
            return Optional.of(stripDecoration(line));
        }
        if (!learnt) {
            int end = endIn(line);
            if (end < 0 && LogClock.begins(line)) {
                return Optional.empty();
            }
            learnt = true;
            repeated = end >= 0 && HeaderLines.isHeader(line.substring(end));
        }
        if (!repeated || line.isBlank()) {
            return Optional.of(line);
        }
        int end = endIn(line);
        return end < 0 ? Optional.empty() : Optional.of(line.substring(end));
    }

    boolean isRepeated() {
        return repeated;
    }

    /** What a log goes on with in a new line of its own, behind the prefix that the first line had or a number. */
    Optional<String> continuation(String line) {
        if (repeated || (decoration && !first.isEmpty())) {
            return Optional.empty();
        }
        int end = first.chars().anyMatch(Character::isDigit) ? endIn(line) : -1;
        if (end < 0) {
            Matcher matcher = NUMBERED.matcher(line);
            end = line.contains("[S=") && matcher.find() ? matcher.end() : -1;
        }
        return end < 0 ? Optional.empty() : Optional.of(line.substring(end));
    }

    /** Where a line goes on behind a prefix like the first one, or -1. */
    private int endIn(String line) {
        int at = 0;
        int i = 0;
        while (i < first.length()) {
            char c = first.charAt(i);
            int run = endOfRun(first, i);
            int lineRun = at < line.length() && kind(line.charAt(at)) == kind(c) ? endOfRun(line, at) : at;
            if (kind(c) == OTHER) {
                if (at >= line.length() || line.charAt(at) != c) {
                    return -1;
                }
                at++;
                i++;
            } else if (lineRun > at) {
                at = kind(c) == BLANK && run == first.length() ? Math.min(lineRun, at + run - i) : lineRun;
                i = run;
            } else if (kind(c) == BLANK && at == line.length()) {
                // Blanks at the end of a line get lost.
                i = run;
            } else {
                return -1;
            }
        }
        return at;
    }

    private static int kind(char c) {
        return c >= '0' && c <= '9' ? DIGIT : c == ' ' || c == '\t' ? BLANK : OTHER;
    }

    private static int endOfRun(String text, int from) {
        int at = from;
        while (at < text.length() && kind(text.charAt(at)) == kind(text.charAt(from))) {
            at++;
        }
        return at;
    }

    private String stripDecoration(String line) {
        if (line.startsWith(first)) {
            return line.substring(first.length());
        }
        // Editors drop the blanks at the end of a line, and people indent the lines of a message unevenly.
        int at = 0;
        while (at < line.length() && at < first.length() && isDecoration(line.substring(at, at + 1))) {
            at++;
        }
        return line.substring(at);
    }
}
