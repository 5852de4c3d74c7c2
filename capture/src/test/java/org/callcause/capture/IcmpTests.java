package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ACK;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.TCP;
import static org.callcause.capture.Frames.UDP;
import static org.callcause.capture.Frames.ethernet;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.ipv6;
import static org.callcause.capture.Frames.part;
import static org.callcause.capture.Frames.tcp;
import static org.callcause.capture.Frames.udp;
import static org.callcause.capture.Frames.udpPacket;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpTests {

    private static final int RAW = 101;
    private static final int ICMP = 1;
    private static final int ICMP_VERSION_6 = 58;
    private static final int SCTP = 132;
    private static final String ROUTER = "198.51.100.254";
    private static final String OUTSIDE = "203.0.113.9";
    private static final byte[] INVITE = udpPacket(Sip.invite("one"));

    /** The headers of an IPv4 packet and of the datagram in it. */
    private static final int HEADERS = 28;

    private static byte[] error(String from, int type, int code, byte[] quote) {
        return error(from, type, code, 0, quote);
    }

    private static byte[] error(String from, int type, int code, long rest, byte[] quote) {
        return ipv4(from, ALICE, ICMP, message(type, code, rest, quote));
    }

    private static byte[] message(int type, int code, long rest, byte[] quote) {
        return Octets.of()
                .octet(type)
                .octet(code)
                .word(0)
                .doubleWord(rest)
                .raw(quote)
                .bytes();
    }

    private static byte[] portUnreachable(byte[] quote) {
        return error(BOB, 3, 3, quote);
    }

    @Test
    void thatNothingListensAtThePortIsToldOfTheMessageQuoted() {
        Reading reading = Reading.ofFrames(RAW, INVITE, portUnreachable(INVITE));

        assertThat(reading.undelivered()).containsExactly("one INVITE, 192.0.2.2: ICMP port unreachable (refused)");
        assertThat(reading.failures().get(0).message()).isSameAs(reading.only().message());
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void eightBytesOfTheDatagramAreEnough() {
        byte[] ping = udpPacket(Sip.request("OPTIONS", "ping", ""));

        Reading reading = Reading.ofFrames(RAW, ping, INVITE, portUnreachable(part(ping, 0, HEADERS)));

        assertThat(reading.undelivered()).containsExactly("ping OPTIONS, 192.0.2.2: ICMP port unreachable (refused)");
    }

    @Test
    void ofMessagesOfOneLengthTheQuotedBeginningTellsWhichItIs() {
        byte[] quote = part(udpPacket(Sip.invite("one")), 0, HEADERS + 100);
        byte[] other = udpPacket(Sip.invite("two"));

        Reading reading = Reading.ofFrames(RAW, INVITE, other, portUnreachable(quote));

        assertThat(reading.undelivered()).containsExactly("one INVITE, 192.0.2.2: ICMP port unreachable (refused)");
    }

    @Test
    void ofRepeatsItIsTheLatest() {
        Reading reading = Reading.ofFrames(RAW, INVITE, INVITE, portUnreachable(INVITE));

        assertThat(reading.failures().get(0).message())
                .isSameAs(reading.messages().get(1).message());
    }

    @Test
    void manyErrorsAmongManyLongMessagesAreReadInStep() {
        byte[][] frames = new byte[3_000][];
        for (int i = 0; i < 1_000; i++) {
            frames[i] = udpPacket(Sip.request("MESSAGE", String.format("long-%04d", i), "x".repeat(40_000)));
        }
        for (int i = 1_000; i < frames.length; i++) {
            frames[i] = portUnreachable(part(frames[0], 0, HEADERS + 300));
        }

        Reading reading = assertTimeout(Duration.ofSeconds(6), () -> Reading.ofFrames(RAW, frames));

        assertThat(reading.failures())
                .hasSize(2_000)
                .allMatch(failure -> failure.message().callId().equals(Optional.of("long-0000")));
    }

    @Test
    void aResponseIsToldOfToo() {
        byte[] ringing = ipv4(BOB, ALICE, UDP, udp(5060, 5060, Octets.text(Sip.response("180 Ringing", "one"))));
        byte[] error = ipv4(ALICE, BOB, ICMP, message(3, 3, 0, ringing));

        assertThat(Reading.ofFrames(RAW, INVITE, ringing, error).undelivered())
                .containsExactly("one INVITE, 192.0.2.1: ICMP port unreachable (refused)");
    }

    @ParameterizedTest(name = "type {0} code {1}")
    @CsvSource({
        "3, 0, ICMP network unreachable (unreachable)",
        "3, 1, ICMP host unreachable (unreachable)",
        "3, 2, ICMP protocol unreachable (unreachable)",
        "3, 5, ICMP source route failed (unreachable)",
        "3, 6, ICMP network unknown (unreachable)",
        "3, 7, ICMP host unknown (unreachable)",
        "3, 9, ICMP network administratively prohibited (prohibited)",
        "3, 10, ICMP host administratively prohibited (prohibited)",
        "3, 11, ICMP network unreachable (unreachable)",
        "3, 12, ICMP host unreachable (unreachable)",
        "3, 13, ICMP communication administratively prohibited (prohibited)",
        "11, 0, ICMP time exceeded in transit (time-exceeded)",
        "11, 1, ICMP fragment reassembly time exceeded (fragments-lost)",
    })
    void everyErrorHasItsKindAndWords(int type, int code, String told) {
        assertThat(Reading.ofFrames(RAW, INVITE, error(ROUTER, type, code, INVITE))
                        .undelivered())
                .containsExactly("one INVITE, 198.51.100.254: " + told);
    }

    @ParameterizedTest(name = "type {0} code {1}")
    @CsvSource({
        "1, 0, ICMPv6 no route to destination (unreachable)",
        "1, 1, ICMPv6 communication administratively prohibited (prohibited)",
        "1, 3, ICMPv6 address unreachable (unreachable)",
        "1, 4, ICMPv6 port unreachable (refused)",
        "1, 5, ICMPv6 source address refused by policy (prohibited)",
        "1, 6, ICMPv6 route rejected (prohibited)",
        "2, 0, 'ICMPv6 packet too big, MTU 1280 (too-big)'",
        "3, 0, ICMPv6 time exceeded in transit (time-exceeded)",
        "3, 1, ICMPv6 fragment reassembly time exceeded (fragments-lost)",
    })
    void everyErrorOfVersion6HasItsKindAndWords(int type, int code, String told) {
        byte[] invite = ipv6("2001:db8::1", "2001:db8::2", UDP, udp(5060, 5060, Octets.text(Sip.invite("six"))));
        byte[] error =
                ipv6("2001:db8::f", "2001:db8::1", ICMP_VERSION_6, message(type, code, type == 2 ? 1280 : 0, invite));

        assertThat(Reading.ofFrames(RAW, invite, error).undelivered())
                .containsExactly("six INVITE, [2001:db8::f]: " + told);
    }

    @Test
    void extensionHeadersInTheQuoteArePassedOver() {
        byte[] datagram = udp(5060, 5060, Octets.text(Sip.invite("six")));
        byte[] fragment =
                Octets.of().hex("1100 0001 00000007").raw(part(datagram, 0, 64)).bytes();
        byte[] quote = ipv6("2001:db8::1", "2001:db8::2", 44, fragment);
        byte[] invite = ipv6("2001:db8::1", "2001:db8::2", UDP, datagram);
        byte[] error = ipv6("2001:db8::2", "2001:db8::1", ICMP_VERSION_6, message(3, 1, 0, quote));

        assertThat(Reading.ofFrames(RAW, invite, error).undelivered())
                .containsExactly(
                        "six INVITE, [2001:db8::2]: ICMPv6 fragment reassembly time exceeded (fragments-lost)");
    }

    @Test
    void aLinkThatIsTooSmallIsToldWithItsSize() {
        byte[] invite = udpPacket(Sip.longInvite("long"));

        Reading named = Reading.ofFrames(RAW, invite, error(ROUTER, 3, 4, 1400, part(invite, 0, 548)));
        Reading unnamed = Reading.ofFrames(RAW, invite, error(ROUTER, 3, 4, part(invite, 0, HEADERS)));

        assertThat(named.undelivered())
                .containsExactly("long INVITE, 198.51.100.254: ICMP fragmentation needed, MTU 1400 (too-big)");
        assertThat(unnamed.undelivered())
                .containsExactly("long INVITE, 198.51.100.254: ICMP fragmentation needed (too-big)");
    }

    @Test
    void whatFollowsAQuoteOfToldLengthIsNoPartOfIt() {
        byte[] quote = Octets.of()
                .raw(part(INVITE, 0, 128))
                .hex("2000 0000 0008 0101 00012140")
                .bytes();

        assertThat(Reading.ofFrames(RAW, INVITE, error(BOB, 3, 3, 32 << 16, quote))
                        .undelivered())
                .hasSize(1);
    }

    @Test
    void behindANatTheCallIdOfTheQuoteTellsTheMessage() {
        byte[] sent = ipv4(OUTSIDE, BOB, UDP, udp(61_000, 5060, Octets.text(Sip.invite("one"))));

        assertThat(Reading.ofFrames(RAW, INVITE, portUnreachable(sent)).undelivered())
                .hasSize(1);
        assertThat(Reading.ofFrames(RAW, INVITE, portUnreachable(part(sent, 0, HEADERS + 100)))
                        .undelivered())
                .isEmpty();
    }

    @Test
    void ofAMessageThatTheCaptureCutTheCallIdOfTheQuoteTells() {
        byte[] cut = part(INVITE, 0, INVITE.length - 24);

        assertThat(Reading.ofFrames(RAW, cut, portUnreachable(INVITE)).undelivered())
                .hasSize(1);
    }

    @Test
    void theErrorAboutASegmentIsToldWhereItQuotesTheMessage() {
        byte[] invite = ipv4(ALICE, BOB, TCP, tcp(40_000, 5060, 1, ACK, Octets.text(Sip.invite("stream"))));
        byte[] acknowledgement = ipv4(ALICE, BOB, TCP, tcp(40_000, 5060, 1, ACK, new byte[0]));

        assertThat(Reading.ofFrames(RAW, invite, error(ROUTER, 3, 1, part(invite, 0, 60)))
                        .undelivered())
                .containsExactly("stream INVITE, 198.51.100.254: ICMP host unreachable (unreachable)");
        assertThat(Reading.ofFrames(
                                RAW,
                                invite,
                                error(ROUTER, 3, 1, part(invite, 0, HEADERS)),
                                error(ROUTER, 3, 1, acknowledgement))
                        .undelivered())
                .isEmpty();
    }

    @Test
    void aStreamThatLearnsHowLargeItsPacketsMayBeLosesNothing() {
        byte[] invite = ipv4(ALICE, BOB, TCP, tcp(40_000, 5060, 1, ACK, Octets.text(Sip.longInvite("stream"))));

        assertThat(Reading.ofFrames(RAW, invite, error(ROUTER, 3, 4, 1400, invite))
                        .undelivered())
                .isEmpty();
    }

    @Test
    void theErrorAboutAnSctpPacketIsTold() {
        byte[] text = Octets.text(Sip.invite("sctp"));
        byte[] invite = ipv4(
                ALICE,
                BOB,
                SCTP,
                Octets.of()
                        .word(5060)
                        .word(5060)
                        .doubleWord(7)
                        .doubleWord(0)
                        .hex("0003")
                        .word(16 + text.length)
                        .doubleWord(1)
                        .doubleWord(0)
                        .doubleWord(0)
                        .raw(text)
                        .bytes());

        assertThat(Reading.ofFrames(RAW, invite, error(BOB, 3, 2, invite)).undelivered())
                .containsExactly("sctp INVITE, 192.0.2.2: ICMP protocol unreachable (unreachable)");
    }

    @Test
    void anErrorInATunnelIsToldByItsInnerAddress() {
        byte[] error = ethernet(0x0800, ipv4("10.0.0.1", "10.0.0.2", 4, portUnreachable(INVITE)));

        assertThat(Reading.ofFrames(1, ethernet(0x0800, INVITE), error).undelivered())
                .containsExactly("one INVITE, 192.0.2.2: ICMP port unreachable (refused)");
    }

    @Test
    void anErrorAboutMediaIsNotAboutSip() {
        byte[] media = ipv4(
                ALICE,
                BOB,
                UDP,
                udp(4000, 4002, Octets.of().hex("8000").zeros(170).bytes()));
        byte[] mediaFromThePortOfSip = ipv4(
                ALICE,
                BOB,
                UDP,
                udp(5060, 5060, Octets.of().hex("8000").zeros(170).bytes()));

        assertThat(Reading.ofFrames(
                                RAW,
                                INVITE,
                                portUnreachable(media),
                                portUnreachable(part(media, 0, HEADERS)),
                                portUnreachable(mediaFromThePortOfSip))
                        .undelivered())
                .isEmpty();
    }

    @Test
    void anErrorAboutAKeepAliveIsNotAboutTheMessageBefore() {
        byte[] keepAlive = ipv4(ALICE, BOB, UDP, udp(5060, 5060, Octets.text("\r\n\r\n")));

        assertThat(Reading.ofFrames(
                                RAW, INVITE, portUnreachable(keepAlive), portUnreachable(part(keepAlive, 0, HEADERS)))
                        .undelivered())
                .isEmpty();
    }

    @Test
    void anErrorAboutAnotherPortIsNotAboutTheMessage() {
        byte[] other = ipv4(ALICE, BOB, UDP, udp(5060, 5080, Octets.text(Sip.invite("one"))));

        assertThat(Reading.ofFrames(RAW, INVITE, portUnreachable(part(other, 0, HEADERS)))
                        .undelivered())
                .isEmpty();
    }

    @Test
    void anErrorAboutALaterFragmentTellsNoPorts() {
        byte[] fragment = ipv4(ALICE, BOB, UDP, 7, 185, part(INVITE, 20, 80));

        assertThat(Reading.ofFrames(RAW, INVITE, error(ROUTER, 11, 0, fragment)).undelivered())
                .isEmpty();
    }

    @Test
    void whatIsNoErrorIsPassedOver() {
        byte[] echo = error(BOB, 8, 0, INVITE);
        byte[] redirect = error(ROUTER, 5, 1, INVITE);
        byte[] sourceQuench = error(ROUTER, 4, 0, INVITE);

        assertThat(Reading.ofFrames(RAW, INVITE, echo, redirect, sourceQuench).undelivered())
                .isEmpty();
    }

    @Test
    void noCutOfAnErrorReadsBeyondItsEnd() {
        byte[] invite = ipv6("2001:db8::1", "2001:db8::2", UDP, udp(5060, 5060, Octets.text(Sip.invite("six"))));
        byte[] version4 = message(3, 3, 0, INVITE);
        byte[] version6 = message(1, 4, 0, invite);
        for (int length = 0; length < 120; length++) {
            byte[] cut4 = ipv4(BOB, ALICE, ICMP, part(version4, 0, length));
            byte[] cut6 = ipv6("2001:db8::2", "2001:db8::1", ICMP_VERSION_6, part(version6, 0, length));

            assertThat(Reading.ofFrames(RAW, INVITE, cut4).undelivered()).hasSize(length < 8 + HEADERS ? 0 : 1);
            assertThat(Reading.ofFrames(RAW, invite, cut6).undelivered()).hasSize(length < 8 + HEADERS + 20 ? 0 : 1);
        }
    }
}
