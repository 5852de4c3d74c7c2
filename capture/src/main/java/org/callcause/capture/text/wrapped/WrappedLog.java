package org.callcause.capture.text.wrapped;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.callcause.capture.source.BlockInput;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.text.line.LineReader;

/** The text of a log that is kept entry by entry, as if it had been kept as text. */
public final class WrappedLog {

    // A container may wrap a log that a program has written as JSON.
    private static final int DEEPEST = 3;

    private static final int BEGINNING = 1 << 14;

    private final LineReader lines;
    private final EntryQueue queue;
    private final EntrySource source;
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
            log = new InputBuffer(new BlockInput(new WrappedLog(lines, queue, source.get())::next));
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

    private Optional<byte[]> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        String line = lines.next(false);
        if (line == null) {
            source.finish();
            queue.finish();
            ended = true;
        } else {
            source.add(lines.endedInCarriageReturn() ? line + '\r' : line, !lines.isCut());
        }
        return Optional.of(queue.release().getBytes(StandardCharsets.ISO_8859_1));
    }
}
