package org.callcause.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** One line on standard error that says how far a long input is read. Nothing without a terminal. */
final class Progress {

    private static final long FIRST_AFTER_NANOS = 1_000_000_000L;
    private static final long EVERY_NANOS = 250_000_000L;
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final double MEGABYTE = 1e6;

    private final Console console;
    private final String name;
    private final long size;
    private long position;
    private long next = System.nanoTime() + FIRST_AFTER_NANOS;
    private boolean shown;

    private Progress(Console console, String name, long size) {
        this.console = console;
        this.name = name;
        this.size = size;
    }

    /** Of an input of so many bytes; 0 when that is not known. */
    static Progress of(Console console, String name, long size) {
        return new Progress(console, name, size);
    }

    InputStream watch(InputStream input) {
        return console.errorIsTerminal() ? new Watched(input) : input;
    }

    void clear() {
        if (shown) {
            shown = false;
            console.error().print(CLEAR_LINE);
            console.error().flush();
        }
    }

    private void advance(int bytes) {
        position += Math.max(0, bytes);
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + EVERY_NANOS;
        shown = true;
        String far = size > 0
                ? Math.min(100, position * 100 / size) + " %"
                : String.format(Locale.ROOT, "%.0f MB", position / MEGABYTE);
        console.error().print(CLEAR_LINE + OneLine.of(name) + ": " + far);
        console.error().flush();
    }

    private final class Watched extends FilterInputStream {

        Watched(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            advance(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            advance(read);
            return read;
        }
    }
}
