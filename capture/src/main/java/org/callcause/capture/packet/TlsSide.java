package org.callcause.capture.packet;

import org.callcause.capture.tls.RecordReader;

/** One direction of a TLS handshake. It is over when it is known how the handshake ends. */
final class TlsSide implements StreamContent {

    private final Runnable progress;
    private RecordReader reader = new RecordReader();
    private long lastNanos;
    private long received;
    private int firstAcknowledged;
    private int mostAcknowledged;
    private boolean acknowledged;
    private boolean gap;
    private boolean unread;
    private boolean over;

    /** A direction of which nothing was read yet; it says when something came. */
    TlsSide(Runnable progress) {
        this.progress = progress;
    }

    @Override
    public int consume(long nanos, byte[] bytes, int offset, int end) {
        lastNanos = nanos;
        unread = false;
        received += end - offset;
        reader.accept(bytes, offset, end);
        progress.run();
        return end;
    }

    /** Nothing is left unconsumed. */
    @Override
    public void interrupted(long nanos, byte[] bytes, int offset, int end) {}

    /** Where bytes are missing, nobody knows what they would have said. */
    @Override
    public void gap() {
        gap = true;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    /** Learns that bytes came of which the beginning is missing, and may still come. */
    void unread() {
        unread = true;
    }

    /** Learns that nothing of it is of interest any more, and keeps none of it. */
    void end() {
        over = true;
        reader = new RecordReader();
    }

    RecordReader reader() {
        return reader;
    }

    /** When the last of its bytes came. */
    long lastNanos() {
        return lastNanos;
    }

    /** Learns what the other side says that it has received. */
    void acknowledged(int sequence) {
        if (!acknowledged) {
            acknowledged = true;
            firstAcknowledged = sequence;
            mostAcknowledged = sequence;
        } else if (sequence - mostAcknowledged > 0) {
            mostAcknowledged = sequence;
        }
    }

    /** Whether all that came could be read. */
    boolean isReadable() {
        return !gap && !unread && !reader.isBroken();
    }

    /** Whether all that the other side received came: it counts a FIN as well. */
    boolean isWhole() {
        return mostAcknowledged - firstAcknowledged <= received + 1;
    }
}
