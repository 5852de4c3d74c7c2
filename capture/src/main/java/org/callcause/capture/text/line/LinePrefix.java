package org.callcause.capture.text.line;

/**
 * What stands before each line of a text: indentation, quote marks, table bars, or what a log writes before every line.
 * Two prefixes are alike when they differ in their numbers only.
 */
public final class LinePrefix {

    /** Before a line that has none. */
    public static final LinePrefix NONE = new LinePrefix("");

    private static final int OTHER = 0;
    private static final int DIGIT = 1;
    private static final int BLANK = 2;

    private final String text;
    private final boolean numbered;

    /** The prefix that one line has. */
    public LinePrefix(String text) {
        this.text = text;
        this.numbered = text.chars().anyMatch(c -> kind((char) c) == DIGIT);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether it is indentation, quote marks or table bars and not words. */
    public boolean isDecoration() {
        return isDecoration(text);
    }

    /** Whether it has a number, as what a log writes before every line has. */
    public boolean isNumbered() {
        return numbered;
    }

    private static boolean isDecoration(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '>' || c == '|');
    }

    /** Where a line goes on behind a prefix like this one, or -1. */
    public int endIn(String line) {
        return follow(line, true);
    }

    /** Where a line goes on behind as much of this prefix as it has. */
    public int commonEnd(String line) {
        return follow(line, false);
    }

    private int follow(String line, boolean whole) {
        int at = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int run = endOfRun(text, i);
            int lineRun = at < line.length() && kind(line.charAt(at)) == kind(c) ? endOfRun(line, at) : at;
            if (kind(c) == OTHER) {
                if (at >= line.length() || line.charAt(at) != c) {
                    return whole ? -1 : at;
                }
                at++;
                i++;
            } else if (lineRun > at) {
                at = kind(c) == BLANK && run == text.length() ? Math.min(lineRun, at + run - i) : lineRun;
                i = run;
            } else if (kind(c) == BLANK && at == line.length()) {
                // Blanks at the end of a line get lost.
                i = run;
            } else {
                return whole ? -1 : at;
            }
        }
        return at;
    }

    /**
     * The line without as much of the decoration as it has: editors drop the blanks at the end of a line, and people
     * indent the lines of a message unevenly.
     */
    public String stripDecoration(String line) {
        if (line.startsWith(text)) {
            return line.substring(text.length());
        }
        int at = 0;
        while (at < line.length() && at < text.length() && isDecoration(line.substring(at, at + 1))) {
            at++;
        }
        return line.substring(at);
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
}
