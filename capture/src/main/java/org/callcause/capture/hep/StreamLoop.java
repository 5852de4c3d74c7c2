package org.callcause.capture.hep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts streams on one port and reads them all on one thread, however many there are and however slow. */
final class StreamLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamLoop.class);

    private static final long LOOK_MILLIS = 500;
    private static final int READ_BUFFER = 1 << 16;

    private final ServerSocketChannel server;
    private final Selector selector;
    private final Optional<SSLContext> tls;
    private final HepIntake intake;
    private final HepLimits limits;
    private final HepCounters counters;
    /** Every open stream, the one first that was silent longest. */
    private final Map<SelectionKey, HepStream> streams = new LinkedHashMap<>(16, 0.75f, true);

    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BUFFER);
    private long lastLook = System.nanoTime();
    private volatile boolean closing;

    StreamLoop(
            InetSocketAddress address,
            Optional<SSLContext> tls,
            HepIntake intake,
            HepLimits limits,
            HepCounters counters)
            throws IOException {
        this.tls = tls;
        this.intake = intake;
        this.limits = limits;
        this.counters = counters;
        this.selector = Selector.open();
        this.server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, 1_024);
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
        } catch (IOException | RuntimeException failed) {
            server.close();
            selector.close();
            throw failed;
        }
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) server.getLocalAddress();
    }

    @Override
    public void run() {
        try (selector;
                server) {
            while (!closing) {
                selector.select(LOOK_MILLIS);
                serveReady();
                giveUpSlow();
            }
            // What had arrived before it was closed.
            selector.selectNow();
            serveReady();
        } catch (IOException failed) {
            LOG.error("Waiting for streams failed; none are received any more", failed);
        } finally {
            new ArrayList<>(streams.keySet()).forEach(this::forget);
        }
    }

    private void serveReady() {
        Set<SelectionKey> ready = selector.selectedKeys();
        ready.forEach(this::serve);
        ready.clear();
    }

    private void serve(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.isAcceptable()) {
            accept();
            return;
        }
        HepStream stream = streams.get(key);
        if (stream == null) {
            return;
        }
        try {
            if (!stream.serve(key, buffer)) {
                forget(key);
            }
        } catch (NotHepException | SSLException broken) {
            counters.broken.increment();
            LOG.debug("A stream was closed", broken);
            forget(key);
        } catch (IOException gone) {
            LOG.debug("A stream broke", gone);
            forget(key);
        }
    }

    private void accept() {
        try {
            SocketChannel channel = server.accept();
            if (channel == null) {
                return;
            }
            open(channel);
            if (streams.size() > limits.connections()) {
                counters.evicted.increment();
                forget(streams.keySet().iterator().next());
            }
        } catch (IOException refused) {
            // Out of file descriptors, for instance: the one silent longest makes room.
            LOG.warn("A stream could not be accepted: {}", refused.toString());
            if (!streams.isEmpty()) {
                counters.evicted.increment();
                forget(streams.keySet().iterator().next());
            }
        }
    }

    private void open(SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            Optional<TlsLayer> layer = tls.isPresent() ? Optional.of(new TlsLayer(tls.get())) : Optional.empty();
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            streams.put(key, new HepStream(channel, layer, intake));
            counters.connections.increment();
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private void giveUpSlow() {
        long now = System.nanoTime();
        if (now - lastLook < LOOK_MILLIS * 1_000_000) {
            return;
        }
        lastLook = now;
        List<SelectionKey> slow = new ArrayList<>();
        streams.forEach((key, stream) -> {
            if (stream.waitsSince(now) > limits.packetTime().toNanos()) {
                slow.add(key);
            }
        });
        slow.forEach(key -> {
            counters.slow.increment();
            forget(key);
        });
    }

    private void forget(SelectionKey key) {
        if (streams.remove(key) != null) {
            counters.connections.decrement();
        }
        key.cancel();
        try {
            key.channel().close();
        } catch (IOException gone) {
            LOG.debug("A stream was gone already", gone);
        }
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
    }
}
