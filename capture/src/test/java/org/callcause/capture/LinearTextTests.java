package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sixteen times the text takes about as many times the time, however it was chosen. */
class LinearTextTests {

    // The longest line that is read as one.
    private static final int SIZE = 1 << 20;
    private static final int ROUNDS = 20;
    private static final int FACTOR = 16;

    /** Quadratic work takes 256 times as long; the bound stands in the middle of the two ratios. */
    private static final double MOST = 64;

    /** Below this a time says more of the machine than of the text. */
    private static final long LEAST = 2_000_000;

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
        byte[] whole = growing.bytes(SIZE);
        byte[] part = growing.bytes(SIZE / FACTOR);
        long shortest = Long.MAX_VALUE;
        long shortestOfPart = Long.MAX_VALUE;
        // What else the machine does can only add to a time; so the shortest ones are compared, and more are taken as
        // long as they do not convince.
        for (int round = 0; round < ROUNDS && (round < 2 || shortest > MOST * shortestOfPart); round++) {
            shortestOfPart = Math.min(shortestOfPart, Math.max(nanoseconds(part), LEAST));
            shortest = Math.min(shortest, nanoseconds(whole));
        }

        assertThat((double) shortest / shortestOfPart).isLessThan(MOST);
    }

    private static long nanoseconds(byte[] text) {
        long start = System.nanoTime();
        try {
            CaptureReader.create().read("text", new ByteArrayInputStream(text), message -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return System.nanoTime() - start;
    }
}
