package org.callcause.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.callcause.capture.packet.FrameDecoder;
import org.callcause.capture.pcap.PcapReader;
import org.callcause.capture.pcap.PcapngReader;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.PacketTally;
import org.callcause.capture.text.TextReader;
import org.callcause.capture.text.dialect.EventLogs;
import org.callcause.capture.text.wrapped.WrappedLog;
import org.callcause.message.SipParser;

/**
 * Reads SIP messages from capture files (pcap, pcapng) and from text (pasted messages, the output of ngrep and sngrep,
 * logs of SIP servers), each of them plain or compressed by gzip. What an input is shows in its content, not in its
 * name. SIP is recognised by content as well, on any port.
 *
 * <p>Input is read as a stream, with memory bounded whatever it holds. Messages come in the order of the capture,
 * except those that had to be saved from incomplete IP packets or TCP streams: they may come a few seconds of capture
 * time late. Times without a zone are taken as UTC; times of a log that shows no year, or times of day without dates, are
 * {@linkplain org.callcause.dialog.PartialTime partial}.
 *
 * <p>One reader numbers the messages of all inputs it reads, one after another. It is not for several threads at once.
 */
public final class CaptureReader {

    private final SipParser parser = new SipParser();
    private long messages;

    private CaptureReader() {}

    /** A reader that has read nothing yet. */
    public static CaptureReader create() {
        return new CaptureReader();
    }

    /**
     * Reads one input to its end, or to the place where it is cut off or damaged.
     *
     * @param name what the summary and exceptions call it
     * @param input left open
     * @param listener takes each message as it is found, and whatever else it wants to hear of
     * @throws UnreadableCaptureException if the input is empty, ends inside the header of a capture file, or is neither a
     *     capture file nor text with a SIP message
     * @throws IOException if reading fails
     */
    public CaptureSummary read(String name, InputStream input, CaptureListener listener) throws IOException {
        InputBuffer buffer = new InputBuffer(Packing.undo(name, input));
        if (!buffer.require(1)) {
            throw new UnreadableCaptureException(name + ": the input is empty");
        }
        boolean longEnough = buffer.require(Packing.HEAD_LENGTH);
        int headLength = longEnough ? Packing.HEAD_LENGTH : buffer.available();
        byte[] head = Arrays.copyOfRange(buffer.bytes(), buffer.position(), buffer.position() + headLength);
        FirstLines beginning = FirstLines.of(buffer);
        Losses losses = new Losses();
        PacketTally tally = new PacketTally();
        CaptureKind kind = kindOf(buffer);
        Delivery delivery = new Delivery(parser, losses, listener, kind != CaptureKind.TEXT, messages);
        if (!hasHeader(kind, buffer)) {
            throw new UnreadableCaptureException(name + ": ends inside the header of the capture file");
        }
        boolean whole;
        try {
            whole = read(kind, buffer, delivery, losses, tally);
        } finally {
            delivery.finish();
            messages += delivery.messages();
        }
        if (kind == CaptureKind.TEXT && delivery.messages() == 0) {
            throw unreadable(name, head, beginning);
        }
        List<Undecoded> undecoded = undecoded(losses);
        return new CaptureSummary(
                name,
                kind,
                delivery.messages(),
                undecoded.stream()
                        .filter(entry -> !entry.isUnrelated())
                        .mapToLong(Undecoded::count)
                        .sum(),
                delivery.firstTime(),
                delivery.lastTime(),
                delivery.observedUntil(),
                undecoded,
                !whole,
                delivery.failedConnections(),
                kind == CaptureKind.TEXT || delivery.messages() > 0
                        ? Optional.empty()
                        : Optional.of(WithoutSip.hint(tally, undecoded, delivery.failedConnections())));
    }

    private static List<Undecoded> undecoded(Losses losses) {
        List<Undecoded> undecoded = new ArrayList<>();
        losses.visit((loss, number, count) -> {
            String detail = number < 0 ? loss.phrase().strip() : loss.phrase() + number;
            undecoded.add(new Undecoded(loss.word(), detail, count, loss.unit(), loss.advice()));
        });
        return undecoded;
    }

    private static UnreadableCaptureException unreadable(String name, byte[] head, FirstLines beginning) {
        Optional<String> packing = Packing.foreign(head);
        if (packing.isPresent()) {
            return new UnreadableCaptureException(name + ": packed with " + packing.get() + ", unpack it first");
        }
        String problem = name + ": "
                + EventLogs.advice(beginning.text())
                        .orElse("no SIP message found, tried as pcap, as pcapng and as "
                                + TextFormat.all().size() + " kinds of text; " + beginning);
        return beginning.isText()
                ? UnreadableCaptureException.ofTextWithoutSip(problem)
                : new UnreadableCaptureException(problem);
    }

    private static CaptureKind kindOf(InputBuffer buffer) throws IOException {
        if (buffer.require(PcapReader.MAGIC_LENGTH)) {
            if (PcapReader.recognises(buffer.bytes(), buffer.position())) {
                return CaptureKind.PCAP;
            }
            if (PcapngReader.recognises(buffer.bytes(), buffer.position())) {
                return CaptureKind.PCAPNG;
            }
        }
        return CaptureKind.TEXT;
    }

    private static boolean hasHeader(CaptureKind kind, InputBuffer buffer) throws IOException {
        return switch (kind) {
            case PCAP -> PcapReader.hasHeader(buffer);
            case PCAPNG -> PcapngReader.hasHeader(buffer);
            case TEXT -> true;
        };
    }

    private static boolean read(
            CaptureKind kind, InputBuffer buffer, Delivery delivery, Losses losses, PacketTally tally)
            throws IOException {
        if (kind == CaptureKind.TEXT) {
            boolean whole = new TextReader(WrappedLog.unwrapped(buffer), delivery, losses).read();
            return whole && !buffer.isBroken();
        }
        FrameDecoder decoder = new FrameDecoder(delivery, losses, tally);
        boolean whole = kind == CaptureKind.PCAP
                ? new PcapReader(buffer, decoder, losses).read()
                : new PcapngReader(buffer, decoder, losses).read();
        decoder.finish();
        return whole;
    }
}
