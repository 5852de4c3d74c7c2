package org.callcause.capture.packet;

import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.SipFramer;
import org.callcause.message.SipFraming;

/** SIP messages one after another in a TCP stream (RFC 3261 18.3). */
final class SipStream implements StreamContent {

    // A start line that arrives in pieces; what is not one is thrown away.
    private static final int MAX_PARTIAL_LINE = 4096;
    private static final int MAX_FOREIGN_BYTES = 1 << 20;

    private final SipPayloads payloads;
    private final Losses losses;
    private final Endpoint from;
    private final Endpoint to;
    private final SipFramer framer = new SipFramer();
    private int foreignBytes;

    SipStream(SipPayloads payloads, Losses losses, Endpoint from, Endpoint to) {
        this.payloads = payloads;
        this.losses = losses;
        this.from = from;
        this.to = to;
    }

    @Override
    public int consume(long nanos, byte[] bytes, int offset, int end) {
        int at = offset;
        while (true) {
            at = SipStart.skipLineEnds(bytes, at, end);
            if (at == end) {
                return at;
            }
            int length = framer.messageLength(bytes, at, end - at);
            if (length > 0) {
                payloads.message(nanos, from, to, Transport.TCP, bytes, at, at + length);
                foreignBytes = 0;
                at += length;
            } else if (length == 0 && end - at <= MAX_UNCONSUMED) {
                return at;
            } else {
                framer.forget();
                int next = SipFraming.startOfMessage(bytes, at + 1, end);
                if (next < 0) {
                    int kept = partialLine(bytes, at, end);
                    foreignBytes += kept - at;
                    return kept;
                }
                foreignBytes += next - at;
                at = next;
            }
        }
    }

    /** The last line, when more bytes may make a start line of it. */
    private static int partialLine(byte[] bytes, int offset, int end) {
        int line = end;
        while (line > offset && bytes[line - 1] != '\n') {
            line--;
        }
        boolean possible = end - line <= MAX_PARTIAL_LINE
                && line > offset
                && SipStart.judge(bytes, line, end) == SipStart.Verdict.UNDECIDED;
        return possible ? line : end;
    }

    @Override
    public void interrupted(long nanos, byte[] bytes, int offset, int end) {
        framer.forget();
        if (SipStart.judge(bytes, offset, end) == SipStart.Verdict.SIP) {
            losses.count(Loss.INCOMPLETE_MESSAGE);
            payloads.message(nanos, from, to, Transport.TCP, bytes, offset, end);
        }
    }

    @Override
    public boolean isOver() {
        return foreignBytes > MAX_FOREIGN_BYTES;
    }
}
