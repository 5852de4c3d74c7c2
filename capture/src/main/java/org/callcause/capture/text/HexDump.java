package org.callcause.capture.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.callcause.capture.packet.FrameDecoder;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.PacketTally;
import org.callcause.capture.text.dialect.Announcement;
import org.callcause.capture.text.line.LinePrefix;

/**
 * What {@code tcpdump -X}, {@code tshark -x}, {@code ngrep -x} and others print in hexadecimal: packets, of which the link
 * type is guessed, or messages alone.
 */
final class HexDump {

    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;
    private static final int LINUX_COOKED = 113;
    private static final int LINUX_COOKED_2 = 276;

    private static final int MAX_LENGTH = 1 << 18;
    private static final int LONGEST_START_LINE = 1000;

    // tshark repeats reassembled and decoded data under a title of its own, after the frame itself.
    private static final Pattern TITLE = Pattern.compile("^(\\S.*) \\(\\d+ bytes\\):$", Pattern.UNIX_LINES);

    private final LoggedMessageSink sink;
    private final FrameDecoder decoder;
    private LinePrefix prefix = LinePrefix.NONE;
    private byte[] frame = new byte[2048];
    private int length;
    private Announcement announced = Announcement.NONE;
    private boolean wanted = true;

    HexDump(LoggedMessageSink sink) {
        this.sink = sink;
        this.decoder = new FrameDecoder(sink, new Losses(), new PacketTally());
    }

    /**
     * Takes a line; false when it is not part of a dump.
     *
     * @param told gives what was told last, to one dump alone; of the ends, a packet has more to say itself
     */
    boolean takes(String line, Supplier<Announcement> told) {
        Optional<HexRow> unnumbered = HexRow.unnumbered(line, length);
        if (unnumbered.isPresent()) {
            if (length == 0) {
                prefix = LinePrefix.NONE;
                begin(told);
            }
            take(unnumbered.get());
            return true;
        }
        int end = Math.max(prefix.endIn(line), 0);
        Optional<HexRow> first = HexRow.first(line);
        if (first.isPresent()) {
            endFrame();
            prefix = new LinePrefix(line.substring(0, first.get().start()));
            begin(told);
            add(first.get().bytes());
            return true;
        }
        Optional<HexRow> row = HexRow.at(line, end);
        if (row.isEmpty()) {
            if (isCut() && LogClock.begins(line)) {
                // A line of others between those of the packet.
                return false;
            }
            endFrame();
            title(line.substring(end));
            return false;
        }
        take(row.get());
        return length > 0;
    }

    private void begin(Supplier<Announcement> told) {
        if (wanted) {
            announced = told.get();
        }
    }

    private void take(HexRow row) {
        if (row.offset() == length && length <= MAX_LENGTH) {
            add(row.bytes());
        }
    }

    private void title(String text) {
        wanted |= text.isBlank();
        if (text.endsWith(" bytes):") && TITLE.matcher(text).matches()) {
            wanted = text.startsWith("Frame ");
        }
    }

    /** Whether the line has the form of the first line of a dump. */
    static boolean begins(String line) {
        return HexRow.first(line).isPresent();
    }

    private void add(byte[] bytes) {
        if (length + bytes.length > frame.length) {
            frame = Arrays.copyOf(frame, Math.max(2 * frame.length, length + bytes.length));
        }
        System.arraycopy(bytes, 0, frame, length, bytes.length);
        length += bytes.length;
    }

    private void endFrame() {
        if (length > 0 && wanted) {
            if (isMessage()) {
                sink.message(
                        announced.direction(),
                        announced.nanos(),
                        announced.from(),
                        announced.to(),
                        announced.transport(),
                        Arrays.copyOf(frame, length));
            } else {
                // A dump does not tell how long the frame was on the wire; what its IP header says has to do.
                decoder.frame(linkType(), announced.nanos(), frame, 0, length, true);
            }
        }
        length = 0;
    }

    /** Whether no headers of a packet stand before the message. */
    private boolean isMessage() {
        String start = new String(frame, 0, Math.min(length, LONGEST_START_LINE), StandardCharsets.ISO_8859_1);
        int end = start.indexOf('\r') < 0 ? start.indexOf('\n') : start.indexOf('\r');
        return end > 0 && StartLines.find(start.substring(0, end), 0) == 0;
    }

    /** Whether the headers of the packet say that more of it has to follow. */
    private boolean isCut() {
        int header = length == 0 ? 0 : networkHeader();
        int version = header < length ? frame[header] >> 4 & 0xF : 0;
        int end = version == 4 ? header + word(header + 2) : version == 6 ? header + 40 + word(header + 4) : 0;
        return length < end;
    }

    private int networkHeader() {
        return switch (linkType()) {
            case RAW_IP -> 0;
            case LINUX_COOKED -> 16;
            case LINUX_COOKED_2 -> 20;
            default -> 14;
        };
    }

    private int linkType() {
        int version = frame[0] >> 4 & 0xF;
        int totalLength = word(2);
        boolean version4 = version == 4 && (frame[0] & 0xF) >= 5 && totalLength >= 20;
        if (version4 && totalLength <= length + 64) {
            return RAW_IP;
        }
        if (version == 6 && word(4) + 40 <= length + 64) {
            return RAW_IP;
        }
        if (isNetworkType(word(14)) && !isNetworkType(word(12))) {
            return LINUX_COOKED;
        }
        if (isNetworkType(word(0))) {
            return LINUX_COOKED_2;
        }
        return version4 && !isNetworkType(word(12)) ? RAW_IP : ETHERNET;
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
