package org.callcause.capture.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Turns UTF-16 with a byte order mark, as Windows tools write it, into UTF-8. */
public final class Utf16Input extends InputStream {

    private static final int CHARS = 4096;

    private final Reader reader;
    private final char[] chars = new char[CHARS];
    private int carried;
    private byte[] encoded = {};
    private int position;

    public Utf16Input(InputStream input) {
        this.reader = new InputStreamReader(input, StandardCharsets.UTF_16);
    }

    /** Whether an input that begins with these two bytes is UTF-16. */
    public static boolean recognises(int first, int second) {
        return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    }

    @Override
    public int read() throws IOException {
        return fill() ? encoded[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, encoded.length - position);
        System.arraycopy(encoded, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == encoded.length) {
            int count = reader.read(chars, carried, CHARS - carried);
            if (count < 0 && carried == 0) {
                return false;
            }
            int length = carried + Math.max(count, 0);
            // The first half of a surrogate pair waits for the second.
            carried = count > 0 && Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
            encoded = new String(chars, 0, length - carried).getBytes(StandardCharsets.UTF_8);
            position = 0;
            if (carried == 1) {
                chars[0] = chars[length - 1];
            }
        }
        return true;
    }
}
