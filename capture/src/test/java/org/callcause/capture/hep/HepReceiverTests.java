package org.callcause.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callcause.capture.hep.HepPackets.SIP;
import static org.callcause.capture.hep.HepPackets.text;
import static org.callcause.capture.hep.HepPackets.usual;
import static org.callcause.capture.hep.HepPackets.usualPacket;
import static org.callcause.capture.hep.HepPackets.v2;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HepReceiverTests {

    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Instant WHEN = Instant.parse("2020-09-13T12:26:40.250Z");

    private final BlockingQueue<HepMessage> received = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeEverything() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private HepReceiver start(HepReceiver.Builder builder) throws IOException {
        HepReceiver receiver = builder.start();
        open.add(receiver);
        return receiver;
    }

    private HepReceiver.Builder receiver() {
        return HepReceiver.to(received::add).clock(Clock.fixed(WHEN.plusMillis(3), ZoneOffset.UTC));
    }

    private Socket connect(HepReceiver receiver) throws IOException {
        Socket socket = new Socket();
        socket.connect(receiver.addresses().get(0));
        open.add(socket);
        return socket;
    }

    private HepMessage next() throws InterruptedException {
        HepMessage message = received.poll(20, TimeUnit.SECONDS);
        assertThat(message).as("a message within 20 s").isNotNull();
        return message;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 2_000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void datagram(HepReceiver receiver, byte[] packet) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(
                    packet, packet.length, receiver.addresses().get(0)));
        }
    }

    @Test
    void aDatagramBecomesAMessageWithTheTimeAndTheEndpointsOfItsAgent() throws Exception {
        HepReceiver receiver = start(receiver().udp(ANY));

        datagram(receiver, usual().chunk(17, text("leg-a")).chunk(15, text(SIP)).bytes());

        HepMessage hep = next();
        assertThat(hep.message().message().callId()).hasValue("hep-1");
        assertThat(hep.message().from()).isEqualTo(new Endpoint("192.0.2.1", 5070));
        assertThat(hep.message().to()).isEqualTo(new Endpoint("192.0.2.2", 5080));
        assertThat(hep.message().time()).isEqualTo(WHEN);
        assertThat(hep.captureAgent()).isEqualTo(2_001);
        assertThat(hep.correlationId()).hasValue("leg-a");
    }

    @Test
    void whatTheKernelDroppedIsStillToldWhenThePortIsClosed() throws Exception {
        CountDownLatch readsOn = new CountDownLatch(1);
        HepReceiver receiver =
                start(HepReceiver.to(message -> awaitQuietly(readsOn)).udp(ANY));
        byte[] packet = new byte[1_400];
        byte[] first = usual().chunk(15, text(SIP)).bytes();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(receiver.addresses().get(0));
            socket.send(new DatagramPacket(first, first.length));
            for (int i = 0; i < 100_000 && (i % 1_000 > 0 || receiver.counts().lostByKernel() == 0); i++) {
                socket.send(new DatagramPacket(packet, packet.length));
            }
        }
        long lost = receiver.counts().lostByKernel();
        assumeTrue(lost > 0, "this system does not tell");

        readsOn.countDown();
        receiver.close();

        assertThat(receiver.counts().lostByKernel()).isGreaterThanOrEqualTo(lost);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whereTheAgentHidesTheTransportTheMessageTells() throws Exception {
        HepReceiver receiver = start(receiver().udp(ANY));

        datagram(receiver, HepPackets.v3().chunk(2, 22).chunk(15, text(SIP)).bytes());

        assertThat(next().message().transport()).isEqualTo(Transport.TLS);
    }

    @Test
    void whatCannotBeReadIsCountedAndTheNextPacketIsRead() throws Exception {
        HepReceiver receiver = start(receiver().udp(ANY).key("secret"));

        datagram(receiver, text("hello"));
        datagram(receiver, usual().chunk(15, text(SIP)).bytes(65_000));
        datagram(receiver, usualPacket());
        datagram(
                receiver,
                usual().chunk(14, text("secret")).chunk(15, text("nonsense")).bytes());
        datagram(receiver, usual().chunk(14, text("secret")).chunk(16, 1, 2, 3).bytes());
        datagram(receiver, HepPackets.v3().chunk(14, text("secret")).bytes());
        datagram(
                receiver, usual().chunk(14, text("secret")).chunk(15, text(SIP)).bytes());

        assertThat(next().message().message().callId()).hasValue("hep-1");
        HepCounts counts = receiver.counts();
        assertThat(counts.malformed()).isEqualTo(2);
        assertThat(counts.wrongKey()).isEqualTo(1);
        assertThat(counts.notSip()).isEqualTo(1);
        assertThat(counts.notUnpacked()).isEqualTo(1);
        assertThat(counts.other()).isEqualTo(1);
        assertThat(counts.messages()).isEqualTo(1);
    }

    @Test
    void aReceiverOfMessagesThatThrowsDoesNotStopTheReceiving() throws Exception {
        HepReceiver receiver = start(HepReceiver.to(hep -> {
                    received.add(hep);
                    throw new IllegalStateException("planted");
                })
                .udp(ANY));

        datagram(receiver, usualPacket());
        datagram(receiver, usualPacket());

        next();
        next();
        await(() -> receiver.counts().failures() == 2);
    }

    @Test
    void anAgentWhoseClockIsWrongKeepsItsDistancesAndGetsOurTime() throws Exception {
        Instant ours = WHEN.plusSeconds(3_600);
        HepReceiver receiver = start(HepReceiver.to(received::add)
                .clock(Clock.fixed(ours, ZoneOffset.UTC))
                .udp(ANY));

        datagram(receiver, usualPacket());
        datagram(receiver, usualPacket());

        assertThat(next().message().time()).isEqualTo(ours);
        assertThat(next().message().time()).isEqualTo(ours);
        assertThat(receiver.counts().wrongClock()).isEqualTo(2);
    }

    @Test
    void aStreamIsCutIntoPacketsWhereverItsSegmentsEnd() throws Exception {
        HepReceiver receiver = start(receiver().tcp(ANY));
        Socket socket = connect(receiver);

        byte[] third = usualPacket();
        byte[] second = v2("192.0.2.1", "192.0.2.2", false);
        for (byte octet : third) {
            socket.getOutputStream().write(octet);
            socket.getOutputStream().flush();
        }
        socket.getOutputStream().write(second);
        byte[] both = Arrays.copyOf(third, third.length + second.length);
        System.arraycopy(second, 0, both, third.length, second.length);
        socket.getOutputStream().write(both);

        for (int i = 0; i < 4; i++) {
            assertThat(next().message().message().text()).isEqualTo(SIP);
        }
        assertThat(receiver.counts().malformed()).isZero();
    }

    @Test
    void aStreamThatIsNotHepIsClosed() throws Exception {
        HepReceiver receiver = start(receiver().tcp(ANY));
        Socket socket = connect(receiver);

        socket.getOutputStream().write(text("GET / HTTP/1.1\r\n\r\n"));

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().broken()).isEqualTo(1);
    }

    @Test
    void aMessageThatClaimsTwoGigabytesIsTakenToEndWithItsHeaders() throws Exception {
        HepReceiver receiver = start(receiver().tcp(ANY));
        Socket socket = connect(receiver);

        byte[] packet = v2("192.0.2.1", "192.0.2.2", false);
        byte[] claim = text(SIP.replace("Content-Length: 0", "Content-Length: 2147483648"));
        socket.getOutputStream().write(packet, 0, packet.length - SIP.length());
        socket.getOutputStream().write(claim);
        socket.getOutputStream().write(usualPacket());

        assertThat(next().message().message().text()).contains("2147483648");
        assertThat(next().message().message().text()).isEqualTo(SIP);
    }

    @Test
    void aPacketThatNeverEndsIsGivenUpAfterItsTime() throws Exception {
        HepReceiver receiver = start(receiver().tcp(ANY).limits(new HepLimits(10, Duration.ofMillis(50))));
        Socket slow = connect(receiver);
        Socket idle = connect(receiver);

        slow.getOutputStream().write(usualPacket(), 0, 40);

        assertThat(slow.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().slow()).isEqualTo(1);
        idle.getOutputStream().write(usualPacket());
        next();
    }

    @Test
    void aThousandIdleStreamsDoNotHinderTheOneThatSends() throws Exception {
        HepReceiver receiver = start(receiver().tcp(ANY).limits(new HepLimits(1_100, Duration.ofSeconds(30))));
        for (int i = 0; i < 1_000; i++) {
            connect(receiver);
        }

        Socket socket = connect(receiver);
        socket.getOutputStream().write(usualPacket());

        next();
        assertThat(receiver.counts().connections()).isEqualTo(1_001);
        assertThat(receiver.counts().evicted()).isZero();
    }

    @Test
    void ofTooManyStreamsTheOneSilentLongestMakesRoom() throws Exception {
        HepReceiver receiver = start(receiver().tcp(ANY).limits(new HepLimits(2, Duration.ofSeconds(30))));
        Socket silent = connect(receiver);
        await(() -> receiver.counts().connections() == 1);
        Socket busy = connect(receiver);
        busy.getOutputStream().write(usualPacket());
        next();

        connect(receiver);

        assertThat(silent.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().evicted()).isEqualTo(1);
        busy.getOutputStream().write(usualPacket());
        next();
    }

    @Test
    void tlsIsOpenedBeforeHepIsRead() throws Exception {
        SelfSigned identity = SelfSigned.create();
        HepReceiver receiver = start(receiver().tls(ANY, identity.server()));
        SSLSocketFactory client = identity.client().getSocketFactory();
        InetSocketAddress address = receiver.addresses().get(0);
        try (Socket socket = client.createSocket(address.getAddress(), address.getPort())) {
            byte[] packet = usualPacket();
            for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write(packet, 0, 100);
                socket.getOutputStream().write(packet, 100, packet.length - 100);
            }
            for (int i = 0; i < 100; i++) {
                next();
            }
        }
        await(() -> receiver.counts().connections() == 0);
    }

    @Test
    void whatSpeaksNoTlsToATlsPortIsClosed() throws Exception {
        HepReceiver receiver = start(receiver().tls(ANY, SelfSigned.create().server()));
        Socket socket = connect(receiver);

        socket.getOutputStream().write(usualPacket());

        assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(100);
        await(() -> receiver.counts().broken() == 1);
    }

    @Test
    void aTlsHandshakeThatNeverEndsIsGivenUp() throws Exception {
        HepReceiver receiver = start(
                receiver().tls(ANY, SelfSigned.create().server()).limits(new HepLimits(10, Duration.ofMillis(50))));
        Socket socket = connect(receiver);

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().slow()).isEqualTo(1);
    }

    @Test
    void aPortThatIsTakenIsNamedAndNothingIsLeftOpen() throws Exception {
        HepReceiver first = start(receiver().udp(ANY));
        InetSocketAddress taken = first.addresses().get(0);

        assertThatThrownBy(() -> receiver().tcp(ANY).udp(taken).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UDP port " + taken.getPort() + " cannot be opened");
    }

    @Test
    void whatArrivedBeforeItIsClosedIsStillHandedOver() throws Exception {
        HepReceiver receiver = start(receiver().udp(ANY));
        for (int i = 0; i < 200; i++) {
            datagram(receiver, usualPacket());
        }

        receiver.close();

        assertThat(received).hasSize(200);
    }
}
