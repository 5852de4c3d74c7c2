package org.callcause.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callcause.capture.hep.HepPackets.SIP;
import static org.callcause.capture.hep.HepPackets.text;
import static org.callcause.capture.hep.HepPackets.usual;
import static org.callcause.capture.hep.HepPackets.usualPacket;
import static org.callcause.capture.hep.RunningReceivers.ANY;
import static org.callcause.capture.hep.RunningReceivers.WHEN;
import static org.callcause.capture.hep.RunningReceivers.await;
import static org.callcause.capture.hep.RunningReceivers.datagram;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a receiver makes of the packets that come. */
class HepReceiverTests {

    private final RunningReceivers hep = new RunningReceivers();

    @AfterEach
    void closeEverything() throws Exception {
        hep.closeAll();
    }

    @Test
    void aDatagramBecomesAMessageWithTheTimeAndTheEndpointsOfItsAgent() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().udp(ANY));

        datagram(receiver, usual().chunk(17, text("leg-a")).chunk(15, text(SIP)).bytes());

        HepMessage message = hep.next();
        assertThat(message.message().message().callId()).hasValue("hep-1");
        assertThat(message.message().from()).isEqualTo(new Endpoint("192.0.2.1", 5070));
        assertThat(message.message().to()).isEqualTo(new Endpoint("192.0.2.2", 5080));
        assertThat(message.message().time()).isEqualTo(WHEN);
        assertThat(message.captureAgent()).isEqualTo(2_001);
        assertThat(message.correlationId()).hasValue("leg-a");
    }

    @Test
    void whatTheKernelDroppedIsStillToldWhenThePortIsClosed() throws Exception {
        CountDownLatch readsOn = new CountDownLatch(1);
        HepReceiver receiver =
                hep.start(HepReceiver.to(message -> awaitQuietly(readsOn)).udp(ANY));
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
        HepReceiver receiver = hep.start(hep.receiver().udp(ANY));

        datagram(receiver, HepPackets.v3().chunk(2, 22).chunk(15, text(SIP)).bytes());

        assertThat(hep.next().message().transport()).isEqualTo(Transport.TLS);
    }

    @Test
    void whatCannotBeReadIsCountedAndTheNextPacketIsRead() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().udp(ANY).key("secret"));

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

        assertThat(hep.next().message().message().callId()).hasValue("hep-1");
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
        HepReceiver receiver = hep.start(HepReceiver.to(message -> {
                    hep.received().add(message);
                    throw new AssertionError("planted");
                })
                .udp(ANY));

        datagram(receiver, usualPacket());
        datagram(receiver, usualPacket());

        hep.next();
        hep.next();
        await(() -> receiver.counts().failures() == 2);
    }

    @Test
    void anAgentWhoseClockIsWrongKeepsItsDistancesAndGetsOurTime() throws Exception {
        Instant ours = WHEN.plusSeconds(3_600);
        HepReceiver receiver = hep.start(HepReceiver.to(hep.received()::add)
                .clock(Clock.fixed(ours, ZoneOffset.UTC))
                .udp(ANY));

        datagram(receiver, usualPacket());
        datagram(receiver, usualPacket());

        assertThat(hep.next().message().time()).isEqualTo(ours);
        assertThat(hep.next().message().time()).isEqualTo(ours);
        assertThat(receiver.counts().wrongClock()).isEqualTo(2);
    }

    @Test
    void aPortThatIsTakenIsNamedAndNothingIsLeftOpen() throws Exception {
        HepReceiver first = hep.start(hep.receiver().udp(ANY));
        InetSocketAddress taken = first.addresses().get(0);

        assertThatThrownBy(() -> hep.receiver().tcp(ANY).udp(taken).start())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UDP port " + taken.getPort() + " cannot be opened");
    }

    @Test
    void whatArrivedBeforeItIsClosedIsStillHandedOver() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().udp(ANY));
        for (int i = 0; i < 200; i++) {
            datagram(receiver, usualPacket());
        }

        receiver.close();

        assertThat(hep.received()).hasSize(200);
    }

    @Test
    void aReceiverWithoutAPortIsNotBegun() {
        assertThatThrownBy(() -> hep.receiver().start())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no port");
    }
}
