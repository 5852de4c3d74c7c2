package org.callcause.capture.hep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.hep.HepPackets.SIP;
import static org.callcause.capture.hep.HepPackets.text;
import static org.callcause.capture.hep.HepPackets.usualPacket;
import static org.callcause.capture.hep.HepPackets.v2;
import static org.callcause.capture.hep.RunningReceivers.ANY;
import static org.callcause.capture.hep.RunningReceivers.await;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receivers of TCP and TLS streams. */
class HepStreamTests {

    private final RunningReceivers hep = new RunningReceivers();

    @AfterEach
    void closeEverything() throws Exception {
        hep.closeAll();
    }

    @Test
    void aStreamIsCutIntoPacketsWhereverItsSegmentsEnd() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().tcp(ANY));
        Socket socket = hep.connect(receiver);

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
            assertThat(hep.next().message().message().text()).isEqualTo(SIP);
        }
        assertThat(receiver.counts().malformed()).isZero();
    }

    @Test
    void aStreamThatIsNotHepIsClosed() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().tcp(ANY));
        Socket socket = hep.connect(receiver);

        socket.getOutputStream().write(text("GET / HTTP/1.1\r\n\r\n"));

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().broken()).isEqualTo(1);
    }

    @Test
    void aMessageThatClaimsTwoGigabytesIsTakenToEndWithItsHeaders() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().tcp(ANY));
        Socket socket = hep.connect(receiver);

        byte[] packet = v2("192.0.2.1", "192.0.2.2", false);
        byte[] claim = text(SIP.replace("Content-Length: 0", "Content-Length: 2147483648"));
        socket.getOutputStream().write(packet, 0, packet.length - SIP.length());
        socket.getOutputStream().write(claim);
        socket.getOutputStream().write(usualPacket());

        assertThat(hep.next().message().message().text()).contains("2147483648");
        assertThat(hep.next().message().message().text()).isEqualTo(SIP);
    }

    @Test
    void aPacketThatNeverEndsIsGivenUpAfterItsTime() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().tcp(ANY).limits(new HepLimits(10, Duration.ofMillis(50))));
        Socket slow = hep.connect(receiver);
        Socket idle = hep.connect(receiver);

        slow.getOutputStream().write(usualPacket(), 0, 40);

        assertThat(slow.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().slow()).isEqualTo(1);
        idle.getOutputStream().write(usualPacket());
        hep.next();
    }

    @Test
    void aThousandIdleStreamsDoNotHinderTheOneThatSends() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().tcp(ANY).limits(new HepLimits(1_100, Duration.ofSeconds(30))));
        for (int i = 0; i < 1_000; i++) {
            hep.connect(receiver);
        }

        Socket socket = hep.connect(receiver);
        socket.getOutputStream().write(usualPacket());

        hep.next();
        assertThat(receiver.counts().connections()).isEqualTo(1_001);
        assertThat(receiver.counts().evicted()).isZero();
    }

    @Test
    void ofTooManyStreamsTheOneSilentLongestMakesRoom() throws Exception {
        HepReceiver receiver = hep.start(hep.receiver().tcp(ANY).limits(new HepLimits(2, Duration.ofSeconds(30))));
        Socket silent = hep.connect(receiver);
        await(() -> receiver.counts().connections() == 1);
        Socket busy = hep.connect(receiver);
        busy.getOutputStream().write(usualPacket());
        hep.next();

        hep.connect(receiver);

        assertThat(silent.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().evicted()).isEqualTo(1);
        busy.getOutputStream().write(usualPacket());
        hep.next();
    }

    @Test
    void tlsIsOpenedBeforeHepIsRead() throws Exception {
        SelfSigned identity = SelfSigned.create();
        HepReceiver receiver = hep.start(hep.receiver().tls(ANY, identity.server()));
        SSLSocketFactory client = identity.client().getSocketFactory();
        InetSocketAddress address = receiver.addresses().get(0);
        try (Socket socket = client.createSocket(address.getAddress(), address.getPort())) {
            byte[] packet = usualPacket();
            for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write(packet, 0, 100);
                socket.getOutputStream().write(packet, 100, packet.length - 100);
            }
            for (int i = 0; i < 100; i++) {
                hep.next();
            }
        }
        await(() -> receiver.counts().connections() == 0);
    }

    @Test
    void whatSpeaksNoTlsToATlsPortIsClosed() throws Exception {
        HepReceiver receiver =
                hep.start(hep.receiver().tls(ANY, SelfSigned.create().server()));
        Socket socket = hep.connect(receiver);

        socket.getOutputStream().write(usualPacket());

        assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(100);
        await(() -> receiver.counts().broken() == 1);
    }

    @Test
    void aTlsHandshakeThatNeverEndsIsGivenUp() throws Exception {
        HepReceiver receiver = hep.start(
                hep.receiver().tls(ANY, SelfSigned.create().server()).limits(new HepLimits(10, Duration.ofMillis(50))));
        Socket socket = hep.connect(receiver);

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertThat(receiver.counts().slow()).isEqualTo(1);
    }
}
