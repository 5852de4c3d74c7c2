package org.callcause.capture.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.path.LogLines.at;
import static org.callcause.capture.path.LogLines.message;
import static org.callcause.capture.path.LogLines.sip;

import org.callcause.capture.source.Direction;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.message.SipMessage;
import org.callcause.message.Via;
import org.junit.jupiter.api.Test;

/** What the messages of a log teach of who sits where. */
class KnownPathsTests {

    private static final String FROM_PHONE = "Via: 192.0.2.10;branch=z9hG4bK-a";
    private static final String FROM_PROXY = "Via: 192.0.2.1;branch=z9hG4bK-b";
    private static final CapturedMessage INVITE = message("INVITE sip:bob@example.com", FROM_PHONE);

    private final KnownPaths known = new KnownPaths();

    private String learn(CapturedMessage message, Direction direction) {
        String key = KnownPaths.key(message.message());
        known.learn(message, key, direction);
        return key;
    }

    private String learn(CapturedMessage message) {
        return learn(message, Direction.UNKNOWN);
    }

    @Test
    void theMessagesOfOneTransactionHaveOneKey() {
        SipMessage ringing = sip("180 Ringing", FROM_PHONE);

        assertThat(KnownPaths.key(ringing)).isEqualTo(KnownPaths.key(INVITE.message()));
        assertThat(KnownPaths.key(sip("180 Ringing", FROM_PROXY, FROM_PHONE)))
                .isNotEqualTo(KnownPaths.key(INVITE.message()));
        assertThat(KnownPaths.key(sip("180 Ringing"))).isEmpty();
    }

    @Test
    void aSecondViaShowsWhoReceivedTheRequestBelowIt() {
        String phone = learn(INVITE);
        String proxy = learn(message("INVITE sip:bob@192.0.2.20", FROM_PROXY, FROM_PHONE));

        assertThat(known.receiverOf(phone)).contains(at("192.0.2.1", 5060));
        assertThat(known.receiverOf(proxy)).isEmpty();
    }

    @Test
    void aViaWithAPortThatNoHostHasShowsNobody() {
        String phone = learn(INVITE);
        learn(message("INVITE sip:bob@192.0.2.20", FROM_PROXY.replace(";", ":70000;"), FROM_PHONE), Direction.SENT);

        assertThat(known.receiverOf(phone)).isEmpty();
        assertThat(known.local(at("198.51.100.9", 5060))).hasToString("198.51.100.9:5060");
    }

    @Test
    void theContactOfAnAnswerShowsWhoAnswered() {
        String key = learn(INVITE);
        learn(message("200 OK", FROM_PHONE, "Contact: <sip:bob@192.0.2.20:5070>"));

        assertThat(known.answererOf(key)).contains(at("192.0.2.20", 5070));
    }

    @Test
    void aContactWithAPortThatNoHostHasShowsNobody() {
        String key = learn(INVITE);
        learn(message("200 OK", FROM_PHONE, "Contact: <sip:bob@192.0.2.20:70000>"));

        assertThat(known.answererOf(key)).isEmpty();
    }

    @Test
    void theTryingOfAProxyIsNotTheCalleesAnswer() {
        String key = learn(INVITE);
        learn(message("100 Trying", FROM_PHONE, "Contact: <sip:192.0.2.1>"));

        assertThat(known.answererOf(key)).isEmpty();
    }

    @Test
    void theLastProxyOfTheRecordRouteIsTheOneThatWasAsked() {
        String key = learn(INVITE);
        learn(message(
                "200 OK",
                FROM_PHONE,
                "Record-Route: <sip:192.0.2.2;lr>, <sip:192.0.2.1;lr>",
                "Contact: <sip:bob@192.0.2.20>"));

        assertThat(known.answererOf(key)).contains(at("192.0.2.1", 5060));
        assertThat(known.proxyNamed(INVITE.message(), at("example.com", 5060))).contains(at("192.0.2.1", 5060));
        assertThat(known.proxyNamed(INVITE.message(), at("example.net", 5060))).isEmpty();
    }

    @Test
    void whatTheReceiverSawIsRememberedForTheCall() {
        SipMessage next = sip("ACK sip:bob@192.0.2.1", "Via: 10.0.0.5;branch=z9hG4bK-c");
        Via via = next.topVia().orElseThrow();
        assertThat(known.sourceOf(next, via)).hasToString("10.0.0.5:5060");

        learn(message("180 Ringing", "Via: 10.0.0.5;branch=z9hG4bK-a;received=203.0.113.7;rport=40001"));

        assertThat(known.sourceOf(next, via)).hasToString("203.0.113.7:40001");
        assertThat(known.sourceBehind(next, at("10.0.0.5", 5060))).hasToString("203.0.113.7:40001");
        assertThat(known.sourceBehind(next, at("10.0.0.6", 5060))).hasToString("10.0.0.6:5060");
    }

    @Test
    void aPathLearnsItsSecondEndAndKeepsTheFirst() {
        String key = learn(LogLines.between(at("203.0.113.7", 40001), Endpoint.UNKNOWN, "INVITE sip:b", FROM_PHONE));
        learn(LogLines.between(at("192.0.2.1", 5060), Endpoint.UNKNOWN, "180 Ringing", FROM_PHONE));
        known.remember(sip("180 Ringing", FROM_PHONE), key, Endpoint.UNKNOWN, Endpoint.UNKNOWN);

        assertThat(known.pathOf(key)).isEqualTo(new Path(at("203.0.113.7", 40001), at("192.0.2.1", 5060)));
        assertThat(known.pathOf("another")).isEqualTo(Path.UNKNOWN);
    }

    @Test
    void theWriterOfTheLogIsKnownByWhatItSent() {
        assertThat(known.local(at("198.51.100.9", 5060))).hasToString("198.51.100.9:5060");

        learn(message("INVITE sip:bob@192.0.2.20", "Via: 192.0.2.1:5080;branch=z9hG4bK-b"), Direction.SENT);
        learn(message("INVITE sip:bob@192.0.2.20", FROM_PROXY), Direction.SENT);
        learn(message("INVITE sip:bob@192.0.2.1", FROM_PHONE), Direction.RECEIVED);

        assertThat(known.local(at("192.0.2.1", 5060))).hasToString("192.0.2.1:5060");
        assertThat(known.local(at("198.51.100.9", 5060))).hasToString("192.0.2.1:5060");
        assertThat(known.local(at("198.51.100.9", 5090))).hasToString("192.0.2.1:5080");
    }
}
