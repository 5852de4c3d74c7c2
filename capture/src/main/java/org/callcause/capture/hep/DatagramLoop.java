package org.callcause.capture.hep;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives datagrams on one port until it is closed. */
final class DatagramLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatagramLoop.class);

    /** What the kernel keeps while we are busy: it takes as much of it as its own limit allows. */
    private static final int KERNEL_BUFFER = 32 << 20;

    private static final int LONGEST_DATAGRAM = 65_535;

    private final DatagramChannel channel;
    private final Selector selector;
    private final HepIntake intake;
    private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST_DATAGRAM);
    private final int port;
    private volatile boolean closing;
    private volatile OptionalLong lostInAll = OptionalLong.empty();

    DatagramLoop(InetSocketAddress address, HepIntake intake) throws IOException {
        this.intake = intake;
        this.selector = Selector.open();
        this.channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, KERNEL_BUFFER);
            channel.bind(address);
            port = address().getPort();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            selector.close();
            throw failed;
        }
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** What the kernel dropped in front of this port, after its end too. */
    long lostByKernel() {
        OptionalLong atTheEnd = lostInAll;
        return atTheEnd.isPresent() ? atTheEnd.getAsLong() : KernelDrops.of(Set.of(port));
    }

    @Override
    public void run() {
        try (selector;
                channel) {
            while (!closing) {
                selector.select();
                selector.selectedKeys().clear();
                receive();
            }
            // What the kernel had before it was closed.
            receive();
            lostInAll = OptionalLong.of(KernelDrops.of(Set.of(port)));
        } catch (IOException failed) {
            LOG.error("Waiting for datagrams failed; none are received any more", failed);
        }
    }

    private void receive() {
        try {
            buffer.clear();
            while (channel.receive(buffer) != null) {
                intake.packet(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        } catch (IOException trouble) {
            // An ICMP error of an earlier packet, for instance: the port goes on.
            LOG.debug("Receiving a datagram failed", trouble);
        }
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
    }
}
