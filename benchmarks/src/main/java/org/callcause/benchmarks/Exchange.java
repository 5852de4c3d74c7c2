package org.callcause.benchmarks;

import static org.callcause.benchmarks.ExchangeText.allow;
import static org.callcause.benchmarks.ExchangeText.headers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;

/** Writes the messages of one exchange between a phone and its server. The same number always gives the same bytes. */
final class Exchange {

    private static final long MILLISECOND = 1_000_000;

    private final Story story;
    private final long start;
    private final ExchangeText text;
    private final Random random;
    private final List<Sent> messages = new ArrayList<>(8);
    private long elapsed;

    private Exchange(int number, Story story, Instant start) {
        this.story = story;
        this.start = EpochNanos.of(start);
        this.random = new Random(number * 0x9E3779B97F4A7C15L);
        this.text = new ExchangeText(random);
    }

    static List<Sent> messages(int number, Story story, Instant start) {
        Exchange exchange = new Exchange(number, story, start);
        switch (story) {
            case REGISTRATION -> exchange.registration();
            case PROBE -> exchange.probe();
            default -> exchange.call();
        }
        return exchange.messages;
    }

    private void call() {
        String branch = text.branch();
        int sequence = text.firstSequence();
        String target = text.dialled();
        request(
                "INVITE",
                target,
                branch,
                sequence,
                false,
                headers(
                        "Max-Forwards: 70",
                        text.contact(),
                        allow(),
                        "Supported: replaces, timer, 100rel",
                        "Session-Expires: 1800;refresher=uac",
                        "Min-SE: 90",
                        text.preferredIdentity()),
                text.session(
                        text.phone(),
                        "9 8 0 101",
                        "a=rtpmap:9 G722/8000",
                        "a=rtpmap:8 PCMA/8000",
                        "a=rtpmap:0 PCMU/8000"));
        pass(8 + random.nextInt(10));
        response(100, "Trying", "INVITE", branch, sequence, false, "", "");
        if (story.rings()) {
            pass(300 + random.nextInt(900));
            response(180, "Ringing", "INVITE", branch, sequence, true, headers(text.target(), allow()), "");
            pass(2_000 + random.nextInt(6_000));
        } else {
            pass(30 + random.nextInt(200));
        }
        if (story != Story.ANSWERED) {
            String more = story == Story.OVERLOADED ? headers("Retry-After: " + (5 + random.nextInt(60))) : "";
            response(story.status(), story.phrase(), "INVITE", branch, sequence, true, more, "");
            pass(5);
            request("ACK", target, branch, sequence, true, headers("Max-Forwards: 70"), "");
            return;
        }
        response(
                200,
                "OK",
                "INVITE",
                branch,
                sequence,
                true,
                headers(
                        text.target(),
                        allow(),
                        "Supported: replaces, timer",
                        "Require: timer",
                        "Session-Expires: 1800;refresher=uac"),
                text.session(text.server(), "8 101", "a=rtpmap:8 PCMA/8000"));
        pass(10);
        request(
                "ACK",
                text.remoteTarget(),
                text.branch(),
                sequence,
                true,
                headers("Max-Forwards: 70", text.contact()),
                "");
        pass(5_000 + random.nextInt(40_000));
        String ending = text.branch();
        request(
                "BYE",
                text.remoteTarget(),
                ending,
                sequence + 1,
                true,
                headers("Max-Forwards: 70", "Reason: Q.850;cause=16;text=\"Normal call clearing\""),
                "");
        pass(6);
        response(200, "OK", "BYE", ending, sequence + 1, true, "", "");
    }

    private void registration() {
        String branch = text.branch();
        String registrar = text.registrar();
        request(
                "REGISTER",
                registrar,
                branch,
                text.firstSequence(),
                false,
                headers("Max-Forwards: 70", text.contact(), "Expires: 3600", allow()),
                "");
        pass(4);
        String nonce = text.hexadecimal(20);
        response(
                401,
                "Unauthorized",
                "REGISTER",
                branch,
                text.firstSequence(),
                true,
                headers(text.challenge(nonce)),
                "");
        pass(5);
        String second = text.branch();
        request(
                "REGISTER",
                registrar,
                second,
                text.firstSequence() + 1,
                false,
                headers("Max-Forwards: 70", text.contact(), "Expires: 3600", allow(), text.credentials(nonce)),
                "");
        pass(4);
        response(
                200,
                "OK",
                "REGISTER",
                second,
                text.firstSequence() + 1,
                true,
                headers(text.contact() + ";expires=3600", "Date: Sat, 21 Nov 2026 10:00:00 GMT"),
                "");
    }

    private void probe() {
        String branch = text.branch();
        request(
                "OPTIONS",
                "sip:" + text.server().host() + ":5060",
                branch,
                text.firstSequence(),
                false,
                headers("Max-Forwards: 70", text.contact(), "Accept: application/sdp"),
                "");
        pass(3);
        response(
                200,
                "OK",
                "OPTIONS",
                branch,
                text.firstSequence(),
                true,
                headers(allow(), "Accept: application/sdp", "Supported: replaces, timer"),
                "");
    }

    private void request(
            String method, String target, String branch, int sequence, boolean withToTag, String more, String body) {
        send(text.phone(), text.server(), text.request(method, target, branch, sequence, withToTag, more, body));
    }

    private void response(
            int status,
            String phrase,
            String method,
            String branch,
            int sequence,
            boolean withToTag,
            String more,
            String body) {
        send(
                text.server(),
                text.phone(),
                text.response(status + " " + phrase, method, branch, sequence, withToTag, more, body));
    }

    private void pass(int milliseconds) {
        elapsed += milliseconds * MILLISECOND + random.nextInt(900_000);
    }

    private void send(Endpoint from, Endpoint to, String message) {
        messages.add(new Sent(start + elapsed, from, to, message.getBytes(StandardCharsets.US_ASCII)));
    }
}
