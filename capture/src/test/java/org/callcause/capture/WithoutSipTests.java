package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ACK;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.TCP;
import static org.callcause.capture.Frames.UDP;

import org.junit.jupiter.api.Test;

/** What is said of a capture file in which no SIP is. */
class WithoutSipTests {

    private static final int ETHERNET = 1;
    private static final int BLUETOOTH = 187;
    private static final byte[] TLS = Octets.of().hex("1703030004 00000000").bytes();
    private static final byte[] RTP =
            Octets.of().hex("8000 0001 00000000 00000001 ffffffff").bytes();

    private static byte[] udp(int port, byte[] payload) {
        return Frames.ethernet(0x0800, Frames.ipv4(ALICE, BOB, UDP, Frames.udp(40_000, port, payload)));
    }

    private static byte[] tcp(int port, byte[] payload) {
        return Frames.ethernet(0x0800, Frames.ipv4(ALICE, BOB, TCP, Frames.tcp(40_000, port, 1, ACK, payload)));
    }

    private static String hint(int linkType, byte[]... frames) {
        return Reading.ofFrames(linkType, frames).summary().hint().orElseThrow();
    }

    @Test
    void aCaptureWithSipNeedsNone() {
        assertThat(Reading.ofFrames(ETHERNET, Frames.udpFrame(Sip.invite("one")), udp(53, TLS))
                        .summary()
                        .hint())
                .isEmpty();
    }

    @Test
    void aFileWithoutPacketsIsToldToBeEmpty() {
        assertThat(hint(ETHERNET)).startsWith("The file holds no packets. Capture while a call is made");
    }

    @Test
    void packetsAreCountedByProtocolAndPort() {
        byte[] arp = Frames.ethernet(0x0806, new byte[28]);

        assertThat(hint(ETHERNET, udp(53, TLS), udp(53, TLS), udp(123, TLS), tcp(22, RTP), arp))
                .isEqualTo("None of its packets holds SIP: 1 TCP (port 22), 3 UDP (ports 53, 123), 1 other without TCP,"
                        + " UDP or SCTP. SIP is recognised on any port: capture where it passes, on the PBX or"
                        + " border element if need be, without a filter on ports.");
    }

    @Test
    void ofManyPortsThoseWithTheMostPacketsAreNamed() {
        assertThat(hint(
                        ETHERNET,
                        udp(1, TLS),
                        udp(2, TLS),
                        udp(2, TLS),
                        udp(3, TLS),
                        udp(3, TLS),
                        udp(4, TLS),
                        udp(4, TLS)))
                .contains("7 UDP (most on ports 2, 3, 4)");
    }

    @Test
    void encryptedSipSaysHowToGetItInClear() {
        assertThat(hint(ETHERNET, tcp(5061, TLS), tcp(5061, TLS)))
                .contains("2 TCP (port 5061)", "There is encrypted SIP on port 5061", "Export PDUs to File");
    }

    @Test
    void aLinkTypeThatIsNotReadIsNamedAsTheReason() {
        assertThat(hint(BLUETOOTH, new byte[20]))
                .contains(
                        "Its one packet holds no SIP: 1 without TCP, UDP or SCTP.", "link type that is not read here");
    }

    @Test
    void mediaAloneAskForTheSignalling() {
        assertThat(hint(ETHERNET, udp(16_384, RTP), udp(16_384, RTP), udp(53, TLS)))
                .contains("look like RTP, the media of calls");
    }
}
