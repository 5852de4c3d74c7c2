package org.callcause.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.hep.HepPackets.SIP;
import static org.callcause.capture.hep.HepPackets.text;
import static org.callcause.capture.hep.HepPackets.usual;
import static org.callcause.capture.hep.HepPackets.usualPacket;
import static org.callcause.capture.hep.HepPackets.v2;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Senders over TCP that take more than their share: bounded, counted, and no matter to the others. */
class HostileSenderTests {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final int MEBIBYTE = 1 << 20;
    private static final int STREAMED = 64 * MEBIBYTE;

    private final AtomicLong messages = new AtomicLong();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeEverything() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private HepReceiver start(HepLimits limits, String... key) throws IOException {
        HepReceiver.Builder builder =
                HepReceiver.to(hep -> messages.incrementAndGet()).tcp(ANY).limits(limits);
        HepReceiver receiver = (key.length == 0 ? builder : builder.key(key[0])).start();
        open.add(receiver);
        return receiver;
    }

    private Socket connect(HepReceiver receiver) throws IOException {
        Socket socket = new Socket();
        socket.connect(receiver.addresses().get(0));
        socket.setSoTimeout(20_000);
        open.add(socket);
        return socket;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 2_000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private void assertThatOthersAreServed(HepReceiver receiver) throws Exception {
        long before = messages.get();
        connect(receiver).getOutputStream().write(usualPacket());
        await(() -> messages.get() == before + 1);
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private static long heapInUse() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** How many bytes the socket took before the other side closed it. */
    private static long write(Socket socket, byte[] block, long total) {
        long written = 0;
        try {
            while (written < total) {
                socket.getOutputStream().write(block);
                written += block.length;
            }
        } catch (IOException closed) {
            return written;
        }
        return written;
    }

    @Test
    void aMessageWhoseHeadersNeverEndIsCutOffAtTheLongestPacket() throws Exception {
        HepReceiver receiver = start(HepLimits.DEFAULT);
        Socket sender = connect(receiver);
        byte[] packet = v2("192.0.2.1", "192.0.2.2", false);
        sender.getOutputStream().write(packet, 0, packet.length - 2);

        byte[] header = text("X-More: " + "a".repeat(1_000) + "\r\n");
        long written = write(sender, header, STREAMED);

        assertThat(written).isLessThan(STREAMED);
        await(() -> receiver.counts().connections() == 0);
        assertThat(receiver.counts().broken()).isEqualTo(1);
        assertThatOthersAreServed(receiver);
    }

    @Test
    void aMessageSentInPacketsWithoutEndTakesNoMoreMemoryThanOneOfThem() throws Exception {
        HepReceiver receiver = start(HepLimits.DEFAULT);
        Socket sender = connect(receiver);
        byte[] part = usual().chunk(15, text("a".repeat(65_000))).bytes();
        long before = heapInUse();

        long written = write(sender, part, STREAMED);

        long packets = written / part.length;
        await(() -> receiver.counts().notSip() == packets);
        assertThat(written).isGreaterThanOrEqualTo(STREAMED);
        assertThat(heapInUse() - before).isLessThan(STREAMED / 4);
        assertThat(messages).hasValue(0);
        assertThatOthersAreServed(receiver);
    }

    @Test
    void aSenderOfOneByteAtATimeIsClosedWhenAPacketTakesTooLong() throws Exception {
        HepReceiver receiver = start(new HepLimits(10, Duration.ofMillis(600)));
        Socket sender = connect(receiver);
        sender.setTcpNoDelay(true);
        byte[] packet = usualPacket();

        int sent = 0;
        while (sent < packet.length && write(sender, Arrays.copyOfRange(packet, sent, sent + 1), 1) == 1) {
            sent++;
            Thread.sleep(20);
        }

        assertThat(sent).as("bytes before it was closed").isLessThan(packet.length);
        await(() -> receiver.counts().slow() == 1);
        assertThat(messages).hasValue(0);
        assertThatOthersAreServed(receiver);
    }

    @Test
    void ofAThousandIdleStreamsAsManyStayAsAreAllowed() throws Exception {
        HepReceiver receiver = start(new HepLimits(100, Duration.ofSeconds(30)));
        for (int i = 0; i < 1_000; i++) {
            connect(receiver);
        }

        await(() -> receiver.counts().evicted() == 900);

        assertThat(receiver.counts().connections()).isEqualTo(100);
        assertThatOthersAreServed(receiver);
    }

    @Test
    void aWrongKeyIsCountedForEachPacketAndTheStreamGoesOn() throws Exception {
        HepReceiver receiver = start(HepLimits.DEFAULT, "secret");
        Socket sender = connect(receiver);

        for (String key : List.of("", "secre", "secrets", "SECRET")) {
            sender.getOutputStream()
                    .write(usual().chunk(14, text(key)).chunk(15, text(SIP)).bytes());
        }
        sender.getOutputStream()
                .write(usual().chunk(14, text("secret")).chunk(15, text(SIP)).bytes());

        await(() -> messages.get() == 1);
        assertThat(receiver.counts().wrongKey()).isEqualTo(4);
    }

    @Test
    void lengthsThatLieCostTheSenderItsPacketOrItsStream() throws Exception {
        HepReceiver receiver = start(new HepLimits(10, Duration.ofMillis(300)));

        Socket beyondThePacket = connect(receiver);
        beyondThePacket
                .getOutputStream()
                .write(usual().chunk(0, 15, 60_000, text(SIP)).bytes());
        await(() -> receiver.counts().malformed() == 1);
        beyondThePacket.getOutputStream().write(usualPacket());
        await(() -> messages.get() == 1);

        Socket shorterThanAHeader = connect(receiver);
        shorterThanAHeader.getOutputStream().write(usual().chunk(15, text(SIP)).bytes(5));
        assertThat(isClosed(shorterThanAHeader)).isTrue();
        assertThat(receiver.counts().broken()).isEqualTo(1);

        Socket longerThanSent = connect(receiver);
        longerThanSent.getOutputStream().write(usual().chunk(15, text(SIP)).bytes(65_535));
        assertThat(isClosed(longerThanSent)).isTrue();
        assertThat(receiver.counts().slow()).isEqualTo(1);
    }
}
