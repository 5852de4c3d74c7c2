package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One text takes about as long as thirty-two of the same kind that are together as long, whatever is in them. */
class LinearTextTests {

    // The longest line that is read as one.
    private static final int SIZE = 1 << 20;
    private static final int ROUNDS = 20;
    private static final int PARTS = 32;

    /** Linear work takes as long for the one as for the 32, quadratic work 32 times as long; this is the middle. */
    private static final double MOST = 5.6;

    private static final String ESCAPED =
            "INVITE sip:b@e.com SIP/2.0\\r\\nVia: SIP/2.0/UDP h\\r\\nFrom: <sip:a@e>\\r\\n\\r\\n";

    /** A text of one piece again and again, in one line or each in a line. */
    record Growing(String piece) {
        byte[] bytes(int size) {
            return Octets.text(piece.repeat(size / piece.length()) + "\n" + Sip.invite("last"));
        }

        @Override
        public String toString() {
            return piece.replace("\n", "<line end>");
        }
    }

    static Stream<Growing> texts() {
        return Stream.of(
                        "\\",
                        "\\r\\n",
                        "\\\"",
                        "\\u0041",
                        "\"",
                        "'",
                        "[",
                        "(",
                        "<",
                        "{",
                        "{\"a\":",
                        "[{",
                        "](",
                        "&quot;",
                        "<![CDATA[",
                        "[S=1] ",
                        "\"INVITE a SIP/2.0\\n\" ",
                        "'INVITE a SIP/2.0\\r' ",
                        "\\\"INVITE a SIP/2.0\\n\\\" ",
                        "\"SIP/2.0 200\\n\" ",
                        "\"" + ESCAPED + "\",",
                        "'" + ESCAPED.replace("\\r\\n", "\\r") + "',")
                .flatMap(piece -> Stream.of(new Growing(piece), new Growing(piece + "\n")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void timeGrowsWithTheLength(Growing growing) {
        byte[][] whole = {growing.bytes(SIZE)};
        byte[][] parts =
                Stream.generate(() -> growing.bytes(SIZE / PARTS)).limit(PARTS).toArray(byte[][]::new);
        long shortest = Long.MAX_VALUE;
        long shortestOfParts = Long.MAX_VALUE;
        // What else the machine does can only add to a time; so the shortest ones are compared, and more are taken as
        // long as they do not convince.
        for (int round = 0; round < ROUNDS && (round < 2 || shortest > MOST * shortestOfParts); round++) {
            shortestOfParts = Math.min(shortestOfParts, nanoseconds(parts));
            shortest = Math.min(shortest, nanoseconds(whole));
        }

        assertThat((double) shortest / shortestOfParts).isLessThan(MOST);
    }

    private static long nanoseconds(byte[]... texts) {
        long start = System.nanoTime();
        try {
            for (byte[] text : texts) {
                CaptureReader.create().read("text", new ByteArrayInputStream(text), message -> {});
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - start;
    }
}
