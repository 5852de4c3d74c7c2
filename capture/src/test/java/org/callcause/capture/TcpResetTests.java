package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ACK;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.FIN;
import static org.callcause.capture.Frames.RST;
import static org.callcause.capture.Frames.SYN;
import static org.callcause.capture.Frames.TCP;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.tcp;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class TcpResetTests {

    private static final int RAW = 101;
    private static final byte[] NOTHING = {};
    private static final int AFTER_INVITE = 1 + Sip.invite("one").length();

    private static byte[] fromAlice(long sequence, int flags, String sip) {
        return ipv4(ALICE, BOB, TCP, tcp(40_000, 5060, sequence, flags, Octets.text(sip)));
    }

    private static byte[] fromBob(int flags, String sip) {
        return ipv4(BOB, ALICE, TCP, tcp(5060, 40_000, 1, flags, Octets.text(sip)));
    }

    private static byte[] reset() {
        return ipv4(BOB, ALICE, TCP, tcp(5060, 40_000, 1, RST, NOTHING));
    }

    @Test
    void aRequestOnAConnectionThatThePeerResetsIsNotDelivered() {
        assertThat(Reading.ofFrames(RAW, fromAlice(1, ACK, Sip.invite("one")), reset())
                        .undelivered())
                .containsExactly("one INVITE, 192.0.2.2:5060: TCP connection reset (connection-lost)");
    }

    @Test
    void aPeerThatHadClosedItsSideLosesWhatIsSentToIt() {
        assertThat(Reading.ofFrames(RAW, fromBob(ACK | FIN, ""), fromAlice(1, ACK, Sip.invite("one")), reset())
                        .undelivered())
                .hasSize(1);
    }

    @Test
    void furtherResetsTellNothingNew() {
        assertThat(Reading.ofFrames(RAW, fromAlice(1, ACK, Sip.invite("one")), reset(), reset())
                        .undelivered())
                .hasSize(1);
    }

    @Test
    void aRequestThatHadAnAnswerWasDelivered() {
        assertThat(Reading.ofFrames(
                                RAW,
                                fromAlice(1, ACK, Sip.invite("one")),
                                fromBob(ACK, Sip.response("100 Trying", "one")),
                                reset())
                        .undelivered())
                .isEmpty();
    }

    @Test
    void theLatestRequestWithoutAnAnswerIsTheOne() {
        assertThat(Reading.ofFrames(
                                RAW,
                                fromAlice(1, ACK, Sip.invite("one")),
                                fromBob(ACK, Sip.response("486 Busy Here", "one")),
                                fromAlice(AFTER_INVITE, ACK, Sip.request("ACK", "one", "") + Sip.invite("two")),
                                reset())
                        .undelivered())
                .containsExactly("two INVITE, 192.0.2.2:5060: TCP connection reset (connection-lost)");
    }

    @Test
    void anAckHasNoAnswer() {
        assertThat(Reading.ofFrames(RAW, fromAlice(1, ACK, Sip.request("ACK", "one", "")), reset())
                        .undelivered())
                .isEmpty();
    }

    @Test
    void aSenderThatCloseOrResetItsConnectionWaitsForNothing() {
        byte[] invite = fromAlice(1, ACK, Sip.invite("one"));

        assertThat(Reading.ofFrames(RAW, invite, fromAlice(AFTER_INVITE, ACK | FIN, ""), reset())
                        .undelivered())
                .isEmpty();
        assertThat(Reading.ofFrames(RAW, invite, fromAlice(AFTER_INVITE, RST, ""))
                        .undelivered())
                .isEmpty();
    }

    @Test
    void aConnectionThatIsRefusedHadNoMessage() {
        assertThat(Reading.ofFrames(RAW, fromAlice(0, SYN, ""), reset()).undelivered())
                .isEmpty();
    }

    @Test
    void aConnectionThatIsResetLongAfterItsLastRequestLosesNothing() {
        CaptureFiles capture = CaptureFiles.pcapng(ByteOrder.LITTLE_ENDIAN).microsecondInterface(RAW);
        byte[] late = capture.packet(0, 0, fromAlice(1, ACK, Sip.invite("one")))
                .packet(0, 33_000_000, reset())
                .bytes();

        assertThat(Reading.of(late).undelivered()).isEmpty();
    }
}
