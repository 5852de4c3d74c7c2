package org.callcause.capture.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.path.LogLines.at;
import static org.callcause.capture.path.LogLines.between;
import static org.callcause.capture.path.LogLines.message;

import java.util.ArrayList;
import java.util.List;
import org.callcause.capture.source.Direction;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.junit.jupiter.api.Test;

/** When messages are handed on, and what is worked out for those that name no end or one. */
class PathInferenceTests {

    private static final String VIA = "Via: 192.0.2.10;branch=z9hG4bK-a";
    private static final String BUSY = "486 Busy Here";

    private final List<CapturedMessage> received = new ArrayList<>();
    private final PathInference inference = new PathInference(received::add, failure -> {}, connection -> {});

    private List<String> paths() {
        inference.finish();
        return received.stream()
                .map(message -> message.from() + " > " + message.to())
                .toList();
    }

    @Test
    void aLaterMessageTellsOfAnEarlierOne() {
        inference.add(message("INVITE sip:bob@example.com", VIA), Direction.UNKNOWN);
        inference.add(message("200 OK", VIA, "Contact: <sip:bob@192.0.2.20>"), Direction.UNKNOWN);

        assertThat(received).isEmpty();
        assertThat(paths()).containsExactly("192.0.2.10:5060 > 192.0.2.20:5060", "192.0.2.20:5060 > 192.0.2.10:5060");
    }

    @Test
    void messagesAreHandedOnInTheirOrderAndNoMoreAreHeldThanTheWindow() {
        for (int i = 0; i <= PathInference.WINDOW; i++) {
            inference.add(message("INVITE sip:bob@example.com", VIA + i), Direction.UNKNOWN);
        }

        assertThat(received).hasSize(1);
        assertThat(received.get(0).message().topVia().orElseThrow().branch()).contains("z9hG4bK-a0");
        assertThat(paths()).hasSize(PathInference.WINDOW + 1);
    }

    @Test
    void whatTheLogToldStaysAndIsNotCalledInferred() {
        Endpoint near = at("203.0.113.7", 40001);
        inference.add(between(near, at("192.0.2.2", 5060), "INVITE sip:bob@192.0.2.1", VIA), Direction.UNKNOWN);

        assertThat(paths()).containsExactly("203.0.113.7:40001 > 192.0.2.2:5060");
        assertThat(received).noneMatch(message -> message.isFromInferred() || message.isToInferred());
    }

    @Test
    void theOneEndThatIsToldGivesTheWayOfTheResponseToo() {
        inference.add(
                between(at("203.0.113.7", 40001), Endpoint.UNKNOWN, "INVITE sip:bob@192.0.2.1", VIA),
                Direction.UNKNOWN);
        inference.add(message(BUSY, VIA), Direction.UNKNOWN);

        assertThat(paths()).containsExactly("203.0.113.7:40001 > 192.0.2.1:5060", "192.0.2.1:5060 > 203.0.113.7:40001");
    }

    @Test
    void theWriterOfTheLogReceivesAtTheAddressItSendsFrom() {
        inference.add(message("INVITE sip:bob@198.51.100.20", "Via: 192.0.2.1;branch=z9hG4bK-b"), Direction.SENT);
        inference.add(message("BYE sip:alice@203.0.113.1", VIA), Direction.RECEIVED);

        assertThat(paths()).containsExactly("192.0.2.1:5060 > 198.51.100.20:5060", "192.0.2.10:5060 > 192.0.2.1:5060");
    }

    @Test
    void aPortThatNoHostHasGivesNoEnd() {
        inference.add(message("INVITE sip:bob@192.0.2.1:99999", VIA.replace(";", ":70000;")), Direction.UNKNOWN);
        inference.add(message(BUSY, VIA.replace(";", ":70000;")), Direction.UNKNOWN);

        assertThat(paths()).containsExactly("unknown > unknown", "unknown > unknown");
    }

    @Test
    void aResponseWithoutViaIsHandedOnAsItIs() {
        inference.add(message(BUSY), Direction.UNKNOWN);

        assertThat(paths()).containsExactly("unknown > unknown");
    }
}
