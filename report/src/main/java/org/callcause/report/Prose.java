package org.callcause.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of a text that is filled as it grows. */
final class Prose {

    private final int width;
    private final StringBuilder text = new StringBuilder(1024);

    Prose(int width) {
        this.width = width;
    }

    /** A line as it is. */
    Prose line(String line) {
        text.append(line.stripTrailing()).append('\n');
        return this;
    }

    Prose blank() {
        text.append('\n');
        return this;
    }

    /** A paragraph wrapped at the width, every line indented. */
    Prose paragraph(String indent, String content) {
        return paragraph(indent, indent, content);
    }

    /** A paragraph whose first line begins with another indent, such as one with a label. */
    Prose paragraph(String first, String indent, String content) {
        String lead = first;
        for (String line : wrap(content, width - indent.length())) {
            line(lead + line);
            lead = indent;
        }
        return this;
    }

    /** A quoted line of a message, wrapped at the width even where it has no spaces. */
    Prose quote(String first, String indent, String content) {
        int room = width - indent.length();
        String lead = first;
        for (String line : wrap(content, room)) {
            for (int from = 0; from == 0 || from < line.length(); from += room) {
                line(lead + line.substring(from, Math.min(line.length(), from + room)));
                lead = indent;
            }
        }
        return this;
    }

    static List<String> wrap(String content, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : Wording.printable(content).strip().split(" +", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (line.length() > 0) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
