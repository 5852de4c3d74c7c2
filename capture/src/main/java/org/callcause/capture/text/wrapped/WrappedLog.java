package org.callcause.capture.text.wrapped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.text.line.LineReader;

/** The text of a log that is kept entry by entry, as if it had been kept as text. */
public final class WrappedLog extends InputStream {

    // A container may wrap a log that a program has written as JSON.
    private static final int DEEPEST = 3;

    private static final int BEGINNING = 1 << 14;

    private final LineReader lines;
    private final EntryQueue queue;
    private final EntrySource source;
    private byte[] text = {};
    private int position;
    private boolean ended;

    private WrappedLog(LineReader lines, EntryQueue queue, EntrySource source) {
        this.lines = lines;
        this.queue = queue;
        this.source = source;
    }

    /** The text within; the input itself where it is no such log. */
    public static InputBuffer unwrapped(InputBuffer input) throws IOException {
        InputBuffer log = input;
        for (int depth = 0; depth < DEEPEST; depth++) {
            LineReader lines = new LineReader(log);
            EntryQueue queue = new EntryQueue();
            Optional<EntrySource> source = source(lines.ahead(BEGINNING), queue);
            if (source.isEmpty()) {
                return log;
            }
            log = new InputBuffer(new WrappedLog(lines, queue, source.get()));
        }
        return log;
    }

    private static Optional<EntrySource> source(String beginning, EntryQueue queue) {
        if (ContainerEntries.recognises(beginning)) {
            return Optional.of(new ContainerEntries(queue::add));
        }
        if (JsonEntries.recognises(beginning)) {
            return Optional.of(new JsonEntries(queue::add));
        }
        return TableEntries.of(beginning, queue::add).map(table -> table);
    }

    @Override
    public int read() throws IOException {
        return fill() ? text[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, text.length - position);
        System.arraycopy(text, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == text.length) {
            if (ended) {
                return false;
            }
            String line = lines.next(false);
            if (line == null) {
                source.finish();
                queue.finish();
                ended = true;
            } else {
                source.add(lines.endedInCarriageReturn() ? line + '\r' : line, !lines.isCut());
            }
            text = queue.release().getBytes(StandardCharsets.ISO_8859_1);
            position = 0;
        }
        return true;
    }
}
