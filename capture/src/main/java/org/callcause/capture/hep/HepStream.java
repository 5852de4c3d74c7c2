package org.callcause.capture.hep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;

/** One open stream: cuts what comes into packets, and keeps no more than the one that is not complete. */
final class HepStream {

    private static final byte[] NOTHING = {};
    private static final int READS_IN_ONE_TURN = 16;

    private final SocketChannel channel;
    private final Optional<TlsLayer> tls;
    private final HepIntake intake;
    private byte[] pending = NOTHING;
    private int length;
    private long incompleteSince = System.nanoTime();

    HepStream(SocketChannel channel, Optional<TlsLayer> tls, HepIntake intake) {
        this.channel = channel;
        this.tls = tls;
        this.intake = intake;
    }

    /**
     * Reads what is there, in turns, so that a fast sender does not keep the others waiting.
     *
     * @return whether the stream goes on
     */
    boolean serve(SelectionKey key, ByteBuffer buffer) throws IOException {
        if (!isWaiting()) {
            incompleteSince = System.nanoTime();
        }
        for (int turn = 0; turn < READS_IN_ONE_TURN; turn++) {
            buffer.clear();
            int read = channel.read(buffer);
            if (read < 0) {
                return false;
            }
            buffer.flip();
            if (tls.isPresent()) {
                tls.get().received(buffer, channel, this::take);
                key.interestOps(
                        tls.get().wantsToWrite() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
                if (tls.get().isClosed()) {
                    return false;
                }
            } else {
                take(buffer);
            }
            if (read < buffer.capacity()) {
                return true;
            }
        }
        return true;
    }

    /** How many nanoseconds the rest of a packet or of a handshake has been waited for; 0 between packets. */
    long waitsSince(long now) {
        return isWaiting() ? now - incompleteSince : 0;
    }

    private boolean isWaiting() {
        return length > 0
                || (tls.isPresent() && (!tls.get().isReady() || tls.get().isWithinRecord()));
    }

    private void take(ByteBuffer more) throws NotHepException {
        if (length == 0) {
            int rest = packets(more.array(), more.arrayOffset() + more.position(), more.arrayOffset() + more.limit());
            keep(more.array(), rest, more.arrayOffset() + more.limit());
        } else {
            append(more.array(), more.arrayOffset() + more.position(), more.arrayOffset() + more.limit());
            int rest = packets(pending, 0, length);
            if (rest > 0) {
                keep(pending, rest, length);
            }
        }
        more.position(more.limit());
    }

    private int packets(byte[] bytes, int offset, int end) throws NotHepException {
        int at = offset;
        int packet = HepFraming.packetLength(bytes, at, end);
        while (packet > 0) {
            intake.packet(bytes, at, at + packet);
            at += packet;
            packet = HepFraming.packetLength(bytes, at, end);
        }
        if (packet == HepFraming.NOT_HEP || end - at > HepFraming.LONGEST) {
            throw new NotHepException();
        }
        return at;
    }

    /** Keeps the beginning of the next packet, and gives the room back when there is none. */
    private void keep(byte[] bytes, int offset, int end) {
        pending = offset == end ? NOTHING : Arrays.copyOfRange(bytes, offset, end);
        length = end - offset;
        incompleteSince = System.nanoTime();
    }

    private void append(byte[] bytes, int offset, int end) {
        int needed = length + end - offset;
        if (needed > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(needed, 2 * pending.length));
        }
        System.arraycopy(bytes, offset, pending, length, end - offset);
        length = needed;
    }
}
