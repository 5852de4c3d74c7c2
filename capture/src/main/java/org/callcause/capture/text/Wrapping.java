package org.callcause.capture.text;

/**
 * The width at which a mail program or a terminal broke the lines of a text. A mail breaks at a blank, which is lost; a
 * terminal breaks at a column, so that many lines are as long as the longest and nothing is lost.
 */
final class Wrapping {

    /** Of lines that nobody broke. */
    static final Wrapping NONE = new Wrapping();

    // Nobody breaks lines that are shorter.
    private static final int NARROWEST = 60;
    private static final int LONG = 50;

    private int longest;
    private int asLong;
    private int before;
    private int current;

    /** Learns from the beginning of the text. */
    void lookAhead(String beginning) {
        beginning.lines().mapToInt(String::length).forEach(this::count);
    }

    private void count(int length) {
        asLong = length > longest ? 1 : length == longest ? asLong + 1 : asLong;
        longest = Math.max(longest, length);
    }

    /** Takes the length of each line as it stands in the text. */
    void next(int length) {
        before = current;
        current = length;
    }

    /** Whether a line that stands behind another may be the rest of it: the two, up to a blank, are longer than a line. */
    boolean isRest(String line) {
        int blank = line.indexOf(' ');
        return before + (blank < 0 ? line.length() : blank) >= NARROWEST;
    }

    /** Whether the line before is long by itself. */
    boolean isBehindLongLine() {
        return before >= LONG;
    }

    /** The line before and its rest in one. */
    String joined(String line, String rest) {
        boolean atColumn = before == longest && asLong > 1;
        return atColumn || line.endsWith(" ") ? line + rest : line + " " + rest;
    }
}
