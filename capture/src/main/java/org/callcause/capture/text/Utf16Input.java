package org.callcause.capture.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.callcause.capture.source.BlockInput;

/** Turns UTF-16 with a byte order mark, as Windows tools write it, into UTF-8. */
public final class Utf16Input {

    private static final int CHARS = 4096;

    private final Reader reader;
    private final char[] chars = new char[CHARS];
    private int carried;

    private Utf16Input(InputStream input) {
        this.reader = new InputStreamReader(input, StandardCharsets.UTF_16);
    }

    /** Whether an input that begins with these two bytes is UTF-16. */
    public static boolean recognises(int first, int second) {
        return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    }

    /** The same text in UTF-8. */
    public static InputStream inUtf8(InputStream input) {
        return new BlockInput(new Utf16Input(input)::next);
    }

    private Optional<byte[]> next() throws IOException {
        int count = reader.read(chars, carried, CHARS - carried);
        if (count < 0 && carried == 0) {
            return Optional.empty();
        }
        int length = carried + Math.max(count, 0);
        // The first half of a surrogate pair waits for the second.
        carried = count > 0 && Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
        byte[] encoded = new String(chars, 0, length - carried).getBytes(StandardCharsets.UTF_8);
        if (carried == 1) {
            chars[0] = chars[length - 1];
        }
        return Optional.of(encoded);
    }
}
