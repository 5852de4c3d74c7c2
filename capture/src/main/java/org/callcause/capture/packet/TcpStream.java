package org.callcause.capture.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.jspecify.annotations.Nullable;

/** Brings the segments of one direction of a TCP connection into order and feeds what the stream carries. */
final class TcpStream {

    // A segment further away than this belongs to another connection on the same ports.
    private static final int WINDOW = 1 << 20;
    private static final int MAX_WAITING_BYTES = 1 << 18;
    private static final int MAX_WAITING_SEGMENTS = 256;
    private static final long MAX_WAIT_NANOS = 3_000_000_000L;
    private static final byte[] NOTHING = {};

    private static final class Segment {
        private final int sequence;
        private final long nanos;
        private final byte[] bytes;

        Segment(int sequence, long nanos, byte[] bytes) {
            this.sequence = sequence;
            this.nanos = nanos;
            this.bytes = bytes;
        }
    }

    private final Losses losses;
    private final List<Segment> waiting = new ArrayList<>(0);
    private int waitingBytes;
    private int expected;
    private byte[] pending = NOTHING;
    private int pendingLength;
    private long lastNanos;
    private boolean reset;
    private @Nullable StreamContent content;

    /** A stream whose next byte has the given sequence number; its content is not known yet. */
    TcpStream(int expected, Losses losses) {
        this.expected = expected;
        this.losses = losses;
    }

    /** Whether it is known what the stream carries. */
    boolean isKnown() {
        return content != null;
    }

    /** Whether a segment with this sequence number is the next in order. */
    boolean expects(int sequence) {
        return sequence == expected;
    }

    void carries(StreamContent found) {
        content = found;
    }

    /** Learns that the other side reset the connection; false where it had before, as what was still under way makes it. */
    boolean noteReset() {
        boolean first = !reset;
        reset = true;
        return first;
    }

    boolean isOver() {
        return content != null && content.isOver();
    }

    /** Whether segments wait for earlier ones. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    int heldBytes() {
        return waitingBytes + pending.length;
    }

    /** Whether everything before this sequence number has been read. */
    boolean hasReached(int sequence) {
        return expected - sequence >= 0 && waiting.isEmpty();
    }

    void accept(long nanos, int sequence, byte[] bytes, int offset, int end) {
        int ahead = sequence - expected;
        if (ahead > WINDOW || ahead < -WINDOW) {
            skipAllGaps();
            skipTo(sequence);
            ahead = 0;
        }
        if (ahead <= 0) {
            int start = offset - ahead;
            if (start >= end) {
                return;
            }
            expected += end - start;
            deliver(nanos, bytes, start, end);
            drain();
        } else {
            keep(new Segment(sequence, nanos, Arrays.copyOfRange(bytes, offset, end)));
        }
        boolean tooMuch = waitingBytes > MAX_WAITING_BYTES || waiting.size() > MAX_WAITING_SEGMENTS;
        if (isWaiting() && (tooMuch || nanos - waiting.get(0).nanos > MAX_WAIT_NANOS)) {
            skipGap();
        }
    }

    /** Learns what the other side has received: what lies before it and is missing here will not come any more. */
    void acknowledged(int sequence) {
        while (isWaiting() && sequence - waiting.get(0).sequence > 0) {
            skipGap();
        }
    }

    /** Reads what can still be read when no more segments follow. */
    void finish() {
        skipAllGaps();
        interrupt();
    }

    private void keep(Segment segment) {
        int at = waiting.size();
        while (at > 0 && segment.sequence - waiting.get(at - 1).sequence < 0) {
            at--;
        }
        boolean repeated = at > 0
                && waiting.get(at - 1).sequence == segment.sequence
                && waiting.get(at - 1).bytes.length >= segment.bytes.length;
        if (!repeated) {
            waiting.add(at, segment);
            waitingBytes += segment.bytes.length;
        }
    }

    private void drain() {
        while (isWaiting() && waiting.get(0).sequence - expected <= 0) {
            Segment next = waiting.remove(0);
            waitingBytes -= next.bytes.length;
            int start = expected - next.sequence;
            if (start < next.bytes.length) {
                expected += next.bytes.length - start;
                deliver(next.nanos, next.bytes, start, next.bytes.length);
            }
        }
    }

    private void skipAllGaps() {
        while (isWaiting()) {
            skipGap();
        }
    }

    private void skipGap() {
        skipTo(waiting.get(0).sequence);
        drain();
    }

    private void skipTo(int sequence) {
        losses.count(Loss.TCP_GAP);
        interrupt();
        if (content != null) {
            content.gap();
        }
        expected = sequence;
    }

    private void interrupt() {
        if (content != null && pendingLength > 0) {
            content.interrupted(lastNanos, pending, 0, pendingLength);
        }
        pendingLength = 0;
    }

    private void deliver(long nanos, byte[] bytes, int offset, int end) {
        if (content == null || content.isOver()) {
            return;
        }
        lastNanos = nanos;
        if (pendingLength == 0) {
            int rest = content.consume(nanos, bytes, offset, end);
            append(bytes, rest, end);
        } else {
            append(bytes, offset, end);
            int rest = content.consume(nanos, pending, 0, pendingLength);
            pendingLength -= rest;
            System.arraycopy(pending, rest, pending, 0, pendingLength);
        }
        if (pendingLength == 0) {
            pending = NOTHING;
        }
    }

    private void append(byte[] bytes, int offset, int end) {
        int needed = pendingLength + end - offset;
        if (needed > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(needed, 2 * pending.length));
        }
        System.arraycopy(bytes, offset, pending, pendingLength, end - offset);
        pendingLength = needed;
    }
}
