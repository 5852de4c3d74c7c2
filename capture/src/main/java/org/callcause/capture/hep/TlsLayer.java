package org.callcause.capture.hep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** The server's end of TLS on a stream that is only read: a handshake, then records to be opened. */
final class TlsLayer {

    /** Takes what was in the records. */
    interface Receiver {
        void take(ByteBuffer clear) throws IOException;
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private ByteBuffer incoming;
    private ByteBuffer clear;
    private ByteBuffer outgoing;
    private boolean ready;

    TlsLayer(SSLContext context) throws SSLException {
        this.engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.beginHandshake();
        int record = engine.getSession().getPacketBufferSize();
        this.incoming = ByteBuffer.allocate(record);
        this.clear = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        this.outgoing = ByteBuffer.allocate(record);
        outgoing.flip();
    }

    /** Whether the handshake is done. */
    boolean isReady() {
        return ready;
    }

    /** Whether a record has begun and not ended. */
    boolean isWithinRecord() {
        return incoming.position() > 0;
    }

    boolean isClosed() {
        return engine.isInboundDone();
    }

    /** Whether something of the handshake is still to be sent. */
    boolean wantsToWrite() {
        return outgoing.hasRemaining();
    }

    /** Takes bytes of the connection, which may be none, and goes on as far as they reach. */
    void received(ByteBuffer bytes, SocketChannel channel, Receiver receiver) throws IOException {
        flush(channel);
        do {
            move(bytes, incoming);
            incoming.flip();
            go(channel, receiver);
            incoming.compact();
            if (!incoming.hasRemaining()) {
                incoming = larger(incoming);
            }
        } while (bytes.hasRemaining() && !engine.isInboundDone());
    }

    private void go(SocketChannel channel, Receiver receiver) throws IOException {
        boolean goOn = true;
        while (goOn) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                runTasks();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                goOn = wrap(channel);
            } else {
                goOn = unwrap(receiver);
            }
        }
    }

    private void runTasks() {
        Runnable task = engine.getDelegatedTask();
        while (task != null) {
            task.run();
            task = engine.getDelegatedTask();
        }
    }

    private boolean wrap(SocketChannel channel) throws IOException {
        if (outgoing.hasRemaining() && !flush(channel)) {
            return false;
        }
        outgoing.clear();
        SSLEngineResult result = engine.wrap(NOTHING.duplicate(), outgoing);
        outgoing.flip();
        note(result);
        return flush(channel) && result.getStatus() == Status.OK;
    }

    private boolean unwrap(Receiver receiver) throws IOException {
        clear.clear();
        SSLEngineResult result = engine.unwrap(incoming, clear);
        note(result);
        if (clear.position() > 0) {
            clear.flip();
            receiver.take(clear);
        }
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            clear = ByteBuffer.allocate(
                    Math.max(2 * clear.capacity(), engine.getSession().getApplicationBufferSize()));
            return true;
        }
        boolean handshake = result.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING
                && result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP;
        return result.getStatus() == Status.OK && (handshake || incoming.hasRemaining());
    }

    private void note(SSLEngineResult result) {
        ready |= result.getHandshakeStatus() == HandshakeStatus.FINISHED
                || result.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    private boolean flush(SocketChannel channel) throws IOException {
        if (outgoing.hasRemaining()) {
            channel.write(outgoing);
        }
        return !outgoing.hasRemaining();
    }

    private static void move(ByteBuffer from, ByteBuffer to) {
        int count = Math.min(from.remaining(), to.remaining());
        to.put(from.array(), from.arrayOffset() + from.position(), count);
        from.position(from.position() + count);
    }

    /** Records are as long as the session says, which it may only know after the handshake. */
    private ByteBuffer larger(ByteBuffer full) throws IOException {
        int most = engine.getSession().getPacketBufferSize();
        if (full.capacity() >= most) {
            throw new IOException("a TLS record is too long");
        }
        ByteBuffer room = ByteBuffer.allocate(most);
        full.flip();
        return room.put(full);
    }
}
