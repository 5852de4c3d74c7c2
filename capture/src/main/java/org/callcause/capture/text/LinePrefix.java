package org.callcause.capture.text;

/**
 * What stands before each line of a message: indentation, quote marks, table bars, or the prefix that a log puts
 * before every line. Learnt from the message's first two lines.
 */
final class LinePrefix {

    private final String first;
    private final boolean decoration;
    private boolean learnt;
    private int logPrefixLength;

    /** The prefix of a message whose start line stands behind this text. */
    LinePrefix(String first) {
        this.first = first;
        this.decoration = isDecoration(first);
        this.learnt = decoration;
    }

    private static boolean isDecoration(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '>' || c == '|');
    }

    /** The line without the prefix. */
    String strip(String line) {
        if (first.isEmpty()) {
            return line;
        }
        if (!learnt) {
            learn(line);
        }
        if (decoration) {
            return stripDecoration(line);
        }
        return line.length() >= logPrefixLength ? line.substring(logPrefixLength) : "";
    }

    /** A log prefix is as long on the second line as on the first; other text stands before the first line only. */
    private void learn(String second) {
        learnt = true;
        boolean repeated = !HeaderLines.isHeader(second)
                && second.length() > first.length()
                && HeaderLines.isHeader(second.substring(first.length()));
        logPrefixLength = repeated ? first.length() : 0;
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
