package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.junit.jupiter.api.Test;

class HeldCapturesTests {

    private final HeldCaptures captures = new HeldCaptures(report -> {});

    private static CapturedMessage invite(long index) {
        SipMessage message =
                new SipParser().parse("""
                        INVITE sip:bob@example.com SIP/2.0
                        Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1
                        From: <sip:alice@example.com>;tag=a
                        To: <sip:bob@example.com>
                        Call-ID: one
                        CSeq: 1 INVITE
                        Content-Length: 0

                        """.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return CapturedMessage.of(
                index,
                Instant.EPOCH,
                new Endpoint("192.0.2.1", 5060),
                new Endpoint("192.0.2.2", 5060),
                Transport.UDP,
                message);
    }

    @Test
    void whatOneCaptureSaysOfAMessageIsToldOfTheCopyInAnother() {
        CapturedMessage here = invite(1);
        CapturedMessage there = invite(2);
        TransportFailure failure =
                new TransportFailure(there.message(), TransportFailure.Kind.REFUSED, Optional.empty(), "refused");
        captures.next("here", false);
        captures.take(here);
        captures.next("there", false);
        captures.take(there);
        captures.take(failure);

        assertThat(captures.failuresOf(here)).containsExactly(failure);
        assertThat(captures.failuresOf(here)).as("told once").isEmpty();
    }

    @Test
    void ofOneCallTheFirstSixteenAreHeld() {
        captures.next("here", false);
        captures.take(invite(1));
        for (int i = 0; i < 100; i++) {
            captures.take(new TransportFailure(
                    invite(1).message(), TransportFailure.Kind.REFUSED, Optional.empty(), "refused " + i));
        }

        assertThat(captures.failuresOf(invite(1))).hasSize(16);
    }
}
