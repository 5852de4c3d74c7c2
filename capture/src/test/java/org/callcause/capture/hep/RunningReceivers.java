package org.callcause.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Receivers on the loopback address, and what they hand over. */
final class RunningReceivers {

    static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    static final Instant WHEN = Instant.parse("2020-09-13T12:26:40.250Z");

    private final BlockingQueue<HepMessage> received = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    /** Starts a receiver that is closed at the end of the test. */
    HepReceiver start(HepReceiver.Builder builder) throws IOException {
        HepReceiver receiver = builder.start();
        open.add(receiver);
        return receiver;
    }

    /** A receiver that keeps its messages for {@link #next}, and whose clock stands a little later than the packets. */
    HepReceiver.Builder receiver() {
        return HepReceiver.to(received::add).clock(Clock.fixed(WHEN.plusMillis(3), ZoneOffset.UTC));
    }

    Socket connect(HepReceiver receiver) throws IOException {
        Socket socket = new Socket();
        socket.connect(receiver.addresses().get(0));
        open.add(socket);
        return socket;
    }

    BlockingQueue<HepMessage> received() {
        return received;
    }

    HepMessage next() throws InterruptedException {
        HepMessage message = received.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message within 20 s").isNotNull();
        return message;
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 2_000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    static void datagram(HepReceiver receiver, byte[] packet) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(
                    packet, packet.length, receiver.addresses().get(0)));
        }
    }
}
