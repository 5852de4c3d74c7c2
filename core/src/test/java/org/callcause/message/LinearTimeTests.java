package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One message takes about as long as thirty-two of the same kind that are together as long, whatever is in them. */
class LinearTimeTests {
    private static final int SIZE = 1 << 20;
    private static final int ROUNDS = 40;

    private static final int PARTS = 32;

    /**
     * Linear work takes as long for the one as for the 32, and quadratic work 32 times as long. The bound stands in the
     * middle of the two ratios, because caches and what a collection finds alive make the one dearer on some machines.
     */
    private static final double MOST = 5.6;

    /** No limit may hide what the parser would do without it. */
    private static final ParserLimits NONE = new ParserLimits(0xFFFFFF, 1 << 23, 1 << 23);

    /** A message whose one part grows: what comes before it, what is repeated, what ends it. */
    record Growing(String before, String piece, String after) {
        byte[] bytes(int size) {
            String text = before + piece.repeat((size - before.length() - after.length()) / piece.length()) + after;
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            String text = before.substring(before.indexOf('\n') + 1) + "{" + piece + "}" + after;
            return text.replace("\r", "").replace("\n", "\\n");
        }
    }

    static Stream<Growing> headerValues() {
        String[] names = {
            "From", "Via", "Contact", "Reason", "Retry-After", "Warning", "WWW-Authenticate", "CSeq", "Content-Type"
        };
        String[] pieces = {
            "\r\n ", "\r\n\t,", ",", "\"", "\\\"", "a=\"b\",", "(", "((a)", " ", ";", ";a=b", "<", "<,", "<>,", "@", "1"
        };
        return Stream.of(names).flatMap(name -> Stream.of(pieces).map(piece -> header(name, piece)));
    }

    private static Growing header(String name, String piece) {
        return new Growing("BYE sip:x SIP/2.0\r\n" + name + ": ", piece, "\r\n\r\n");
    }

    static Stream<Growing> otherParts() {
        String start = "BYE sip:x SIP/2.0\r\n";
        String sdp = start + "c: application/sdp\r\n\r\nv=0\r\n";
        String dashes = "-".repeat(SIZE / PARTS / 2);
        return Stream.of(
                new Growing(start, "a:\r\n", "\r\n"),
                new Growing(start, "v:\r\n", "\r\n"),
                new Growing(start, "v: SIP/2.0/UDP a;branch=b\r\n", "\r\n"),
                new Growing(start, "m: <\r\n", "\r\n"),
                new Growing(start, "t: \"\r\n", "\r\n"),
                new Growing(start, "l: 1\r\n", "\r\n"),
                new Growing(start, "l: x\r\n", "\r\n"),
                new Growing(start, "X-Extension: 1\r\n", "\r\n"),
                new Growing(start, "no colon\r\n", "\r\n"),
                new Growing(start, "\u00ff", ""),
                new Growing(start, "x\r\n :\r\n", "\r\n"),
                new Growing(start, "\r", ""),
                new Growing(start, "\n", ""),
                new Growing(start, "\r\n\r\n" + start, ""),
                new Growing("", "\r\n", start),
                new Growing("BYE ", " ", " SIP/2.0\r\n\r\n"),
                new Growing("BYE sip:", "@", " SIP/2.0\r\n\r\n"),
                new Growing("BYE sip:", "a:", " SIP/2.0\r\n\r\n"),
                new Growing("BYE sip:x;", ";", " SIP/2.0\r\n\r\n"),
                new Growing("BYE sip:x", "\r\n ", " SIP/2.0\r\n\r\n"),
                new Growing("BYE ", "sip:x SIP/2.0 ", "\r\n\r\n"),
                new Growing("SIP/2.0 200 ", "\r\n ", "\r\n\r\n"),
                new Growing("SIP/2.0 2", "0", "\r\n\r\n"),
                new Growing("", "a", ""),
                new Growing(sdp, "m=audio 1 RTP/AVP 0\r\n", ""),
                new Growing(sdp + "m=audio 1 RTP/AVP", " 99", "\r\n"),
                new Growing(sdp + "m=audio 1 RTP/AVP 96\r\n", "a=rtpmap:96 x/8000\r\n", ""),
                new Growing(sdp, "a=", ""),
                new Growing(sdp, "\r\n", ""),
                new Growing(start + "c: multipart/mixed;boundary=b\r\n\r\n", "--b\r\n", ""),
                new Growing(start + "c: multipart/mixed;boundary=b\r\n\r\n--b\r\n", "a: b\r\n", ""),
                new Growing(
                        start + "c: multipart/mixed;boundary=b\r\n\r\n",
                        "--b\r\nc: multipart/mixed;boundary=b\r\n\r\n--b\r\n",
                        ""),
                new Growing(start + "c: multipart/mixed;boundary=" + dashes + "a\r\n\r\n", "-", ""));
    }

    @ParameterizedTest
    @MethodSource({"headerValues", "otherParts"})
    void timeGrowsWithTheLength(Growing growing) {
        byte[][] whole = {growing.bytes(SIZE)};
        byte[][] parts =
                Stream.generate(() -> growing.bytes(SIZE / PARTS)).limit(PARTS).toArray(byte[][]::new);
        long shortest = Long.MAX_VALUE;
        long shortestOfParts = Long.MAX_VALUE;
        // What else the machine does can only add to a time; so the shortest ones are compared, and more are
        // taken as long as they do not convince.
        for (int round = 0; round < ROUNDS && (round < 2 || shortest > MOST * shortestOfParts); round++) {
            shortestOfParts = Math.min(shortestOfParts, nanoseconds(parts));
            shortest = Math.min(shortest, nanoseconds(whole));
        }

        assertThat((double) shortest / shortestOfParts).isLessThan(MOST);
    }

    private static long nanoseconds(byte[]... messages) {
        long start = System.nanoTime();
        long answers = 0;
        for (byte[] bytes : messages) {
            SipFraming.messageLength(bytes, 0, bytes.length, NONE);
            SipFraming.startOfMessage(bytes, 0, bytes.length);
            answers += new SipParser(NONE)
                    .parse(bytes).stream().flatMap(ReadEverything::answers).count();
        }
        long time = System.nanoTime() - start;
        assertThat(answers).isNotNegative();
        return time;
    }
}
