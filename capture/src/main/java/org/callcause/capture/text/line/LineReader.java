package org.callcause.capture.text.line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.stream.Stream;
import org.callcause.capture.source.InputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines. Each byte becomes one char (ISO 8859-1), so that a message can be put together again byte by byte
 * whatever its character set.
 */
public final class LineReader {

    /** Longer lines are cut: such a line is not text, or holds many messages, each of which fits. */
    public static final int MAX_LINE = 1 << 20;

    private final InputBuffer input;
    private final WebPage page = new WebPage();
    private final Deque<String> shown = new ArrayDeque<>();
    private boolean carriageReturn;
    private boolean cut;

    public LineReader(InputBuffer input) {
        this.input = input;
    }

    /**
     * The next line without its end, or null after the last; of a web page the lines that it shows.
     *
     * @param outside whether it stands outside of messages
     */
    public @Nullable String next(boolean outside) throws IOException {
        while (shown.isEmpty()) {
            String line = nextOfSource();
            if (line == null) {
                return null;
            }
            shown.addAll(page.lines(line, outside));
        }
        return shown.poll();
    }

    private @Nullable String nextOfSource() throws IOException {
        if (!input.require(1)) {
            return null;
        }
        int length = lineLength();
        byte[] bytes = input.bytes();
        int start = input.position();
        boolean terminated = length < input.available();
        int end = start + length;
        int textEnd = withoutCarriageReturn(bytes, start, end);
        carriageReturn = textEnd < end;
        String line = new String(bytes, start, textEnd - start, StandardCharsets.ISO_8859_1);
        boolean lineFeed = terminated && bytes[end] == '\n';
        cut = !lineFeed;
        input.advance(lineFeed ? length + 1 : length);
        return line;
    }

    /** Whether the line just read ended in CR LF. */
    public boolean endedInCarriageReturn() {
        return carriageReturn;
    }

    /** Whether the line just read was cut, or is the last and has no end. */
    public boolean isCut() {
        return cut && shown.isEmpty();
    }

    /** What follows the line just read, up to this many bytes of it. */
    public String ahead(int length) throws IOException {
        input.require(length);
        int count = Math.min(length, input.available());
        String source = new String(input.bytes(), input.position(), count, StandardCharsets.ISO_8859_1);
        return page.hasBegun() ? shownAhead(source, length) : source;
    }

    private String shownAhead(String source, int length) {
        StringBuilder text = new StringBuilder();
        Iterator<String> lines = Stream.concat(
                        shown.stream(), source.lines().flatMap(line -> page.lines(line, false).stream()))
                .iterator();
        while (text.length() < length && lines.hasNext()) {
            text.append(lines.next()).append('\n');
        }
        return text.toString();
    }

    /** Without the carriage return itself, and without {@code ^M}, as some viewers and loggers write it. */
    private static int withoutCarriageReturn(byte[] bytes, int start, int end) {
        int text = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        return text - 1 > start && bytes[text - 1] == 'M' && bytes[text - 2] == '^' ? text - 2 : text;
    }

    private int lineLength() throws IOException {
        int scanned = 0;
        while (true) {
            byte[] bytes = input.bytes();
            int start = input.position();
            int available = Math.min(input.available(), MAX_LINE);
            for (int i = scanned; i < available; i++) {
                if (bytes[start + i] == '\n') {
                    return i;
                }
            }
            scanned = available;
            if (available == MAX_LINE || !input.require(available + 1)) {
                return available;
            }
        }
    }
}
