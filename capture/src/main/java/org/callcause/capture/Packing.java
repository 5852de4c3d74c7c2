package org.callcause.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.callcause.capture.text.Utf16Input;

/** How an input is packed: gzip and UTF-16 are undone, others are named so that a person can undo them. */
final class Packing {

    /** How many bytes tell the packings apart. */
    static final int HEAD_LENGTH = 8;

    private static final int BUFFER = 1 << 16;
    private static final int BYTE_ORDER_MARK = 3;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private static final List<Packing> FOREIGN = List.of(
            new Packing("PK\u0003\u0004", "zip"),
            new Packing("BZh", "bzip2"),
            new Packing("\u00FD7zXZ", "xz"),
            new Packing("7z\u00BC\u00AF", "7z"),
            new Packing("(\u00B5/\u00FD", "zstd"));

    private final String start;
    private final String name;

    private Packing(String start, String name) {
        this.start = start;
        this.name = name;
    }

    /** The input without its packing. */
    static InputStream undo(String inputName, InputStream input) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(input, BUFFER);
        buffered.mark(BYTE_ORDER_MARK);
        int first = buffered.read();
        int second = buffered.read();
        int third = buffered.read();
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            // Windows writes it before UTF-8 too, where it says nothing.
            return buffered;
        }
        buffered.reset();
        if (Utf16Input.recognises(first, second)) {
            return Utf16Input.inUtf8(buffered);
        }
        if (first != GZIP_FIRST || second != GZIP_SECOND) {
            return buffered;
        }
        try {
            return new GZIPInputStream(buffered, BUFFER);
        } catch (IOException e) {
            throw new UnreadableCaptureException(inputName + ": begins like gzip but is not");
        }
    }

    /** The name of the packing that is not undone here, if an input that begins with these bytes has one. */
    static Optional<String> foreign(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return FOREIGN.stream()
                .filter(packing -> text.startsWith(packing.start))
                .map(packing -> packing.name)
                .findFirst();
    }
}
