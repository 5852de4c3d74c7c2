package org.callcause.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callcause.capture.source.InputBuffer;

/** The beginning of an input, to show what it is when nothing else is known of it. */
final class FirstLines {

    private static final int BYTES = 600;
    private static final int LINES = 3;
    private static final int LONGEST = 70;

    private FirstLines() {}

    /** One line for a person: the first lines in quotes, or that it is no text. */
    static String of(InputBuffer input) throws IOException {
        input.require(BYTES);
        int length = Math.min(BYTES, input.available());
        String head = new String(input.bytes(), input.position(), length, StandardCharsets.UTF_8);
        long odd = head.chars()
                .filter(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != 27) || c == 0xFFFD)
                .count();
        if (odd * 10 > head.length()) {
            return "it begins with bytes that are no text";
        }
        List<String> lines = head.lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .map(line -> '"' + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + '"')
                .toList();
        return lines.isEmpty() ? "it begins with blank lines" : "it begins " + String.join(" ", lines);
    }
}
