package org.callcause.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callcause.capture.source.InputBuffer;

/**
 * The beginning of an input, to show what it is when nothing else is known of it.
 *
 * @param text more of it than is shown
 */
record FirstLines(String text) {

    private static final int KEPT = 1 << 14;
    private static final int SHOWN = 600;
    private static final int LINES = 3;
    private static final int LONGEST = 70;

    static FirstLines of(InputBuffer input) throws IOException {
        input.require(KEPT);
        int length = Math.min(KEPT, input.available());
        return new FirstLines(new String(input.bytes(), input.position(), length, StandardCharsets.UTF_8));
    }

    /** Whether it is text, as far as the beginning tells. */
    boolean isText() {
        String head = head();
        long odd = head.chars()
                .filter(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 27) || c == 0xFFFD)
                .count();
        return odd * 10 <= head.length();
    }

    private String head() {
        return text.substring(0, Math.min(SHOWN, text.length()));
    }

    /** One line for a person: the first lines in quotes, or that it is no text. */
    @Override
    public String toString() {
        if (!isText()) {
            return "it begins with bytes that are no text";
        }
        List<String> lines = head().lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .map(line -> '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + '"')
                .toList();
        return lines.isEmpty() ? "it begins with blank lines" : "it begins " + String.join(" ", lines);
    }
}
