package org.callcause.capture.text;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.callcause.capture.packet.FrameDecoder;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.RawMessageSink;

/** The packets that {@code tcpdump -X} and {@code tshark -x} print in hexadecimal; their link type is guessed. */
final class HexDump {

    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int LINUX_COOKED = 113;
    private static final int LINUX_COOKED_2 = 276;

    private static final int BYTES_A_LINE = 16;
    private static final int MAX_LENGTH = 1 << 18;

    // tshark repeats reassembled and decoded data under a title of its own, after the frame itself.
    private static final Pattern TITLE = Pattern.compile("^(\\S.*) \\(\\d+ bytes\\):$");

    private final FrameDecoder decoder;
    private byte[] frame = new byte[2048];
    private int length;
    private long nanos = RawMessageSink.NO_TIME;
    private boolean wanted = true;

    HexDump(RawMessageSink sink) {
        this.decoder = new FrameDecoder(sink, new Losses());
    }

    /**
     * Takes a line; false when it is not part of a dump.
     *
     * @param lineNanos the time that was told last
     */
    boolean takes(String line, long lineNanos) {
        int at = skip(line, 0, ' ', '\t');
        int digits = line.startsWith("0x", at) ? at + 2 : at;
        int offsetEnd = digits;
        while (offsetEnd < line.length() && Character.digit(line.charAt(offsetEnd), 16) >= 0) {
            offsetEnd++;
        }
        boolean isDump = offsetEnd - digits >= 4
                && offsetEnd - digits <= 8
                && offsetEnd < line.length()
                && (line.charAt(offsetEnd) == ':' || line.startsWith("  ", offsetEnd));
        if (!isDump) {
            endFrame();
            wanted |= line.isBlank();
            if (TITLE.matcher(line).matches()) {
                wanted = line.startsWith("Frame ");
            }
            return false;
        }
        long offset = Long.parseLong(line.substring(digits, offsetEnd), 16);
        if (offset == 0) {
            endFrame();
            nanos = lineNanos;
        }
        if (offset != length || length > MAX_LENGTH) {
            return length > 0;
        }
        return addBytes(line, skip(line, offsetEnd, ':', ' ')) || length > 0;
    }

    /** Whether the line has the form of the first line of a dump. */
    static boolean begins(String line) {
        int at = skip(line, 0, ' ', '\t');
        int digits = line.startsWith("0x", at) ? at + 2 : at;
        return line.startsWith("0000:  ", digits) || line.startsWith("0000  ", digits);
    }

    private static int skip(String line, int from, char one, char other) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == one || line.charAt(at) == other)) {
            at++;
        }
        return at;
    }

    /** Adds pairs of digits, with or without a space between them, until two spaces or the bytes of a line. */
    private boolean addBytes(String line, int from) {
        if (length + BYTES_A_LINE > frame.length) {
            frame = Arrays.copyOf(frame, 2 * frame.length);
        }
        int at = from;
        int count = 0;
        while (count < BYTES_A_LINE && at + 1 < line.length()) {
            int high = Character.digit(line.charAt(at), 16);
            int low = Character.digit(line.charAt(at + 1), 16);
            if (high < 0 || low < 0) {
                break;
            }
            frame[length++] = (byte) (high << 4 | low);
            count++;
            at += 2;
            if (at < line.length() && line.charAt(at) == ' ') {
                at++;
            }
        }
        return count > 0;
    }

    private void endFrame() {
        if (length > 0 && wanted) {
            // A dump does not tell how long the frame was on the wire; what its IP header says has to do.
            decoder.frame(linkType(), nanos, frame, 0, length, true);
        }
        length = 0;
    }

    private int linkType() {
        int version = frame[0] >> 4 & 0xF;
        int totalLength = word(2);
        if (version == 4 && (frame[0] & 0xF) >= 5 && totalLength >= 20 && totalLength <= length + 64) {
            return RAW_IP;
        }
        if (version == 6 && word(4) + 40 <= length + 64) {
            return RAW_IP;
        }
        if (isNetworkType(word(14)) && !isNetworkType(word(12))) {
            return LINUX_COOKED;
        }
        return isNetworkType(word(0)) ? LINUX_COOKED_2 : ETHERNET;
    }

    private int word(int offset) {
        return offset + 1 < length ? ((frame[offset] & 0xFF) << 8) | (frame[offset + 1] & 0xFF) : 0;
    }

    private static boolean isNetworkType(int type) {
        return type == 0x0800 || type == 0x86DD;
    }

    /** Hands over what is still waiting. */
    void finish() {
        endFrame();
        decoder.finish();
    }
}
