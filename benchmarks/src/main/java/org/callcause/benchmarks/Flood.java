package org.callcause.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.CloseReason;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * What an attacker sends: INVITEs that all belong to different calls, or to one. Every call must be accounted for, and
 * the heap must do; run it with {@code -Xmx256m}.
 */
public final class Flood {

    private static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");
    private static final Endpoint ATTACKER = new Endpoint("192.0.2.66", 5060);
    private static final Endpoint SERVER = new Endpoint("192.0.2.1", 5060);

    private final Callcause callcause = Callcause.create();
    private long reported;
    private long evicted;

    private Flood() {}

    /** Takes the number of different Call-IDs and the number of messages under one; ten millions and one without. */
    public static void main(String[] arguments) {
        int callIds = arguments.length < 1 ? 10_000_000 : Integer.parseInt(arguments[0]);
        int messages = arguments.length < 2 ? 1_000_000 : Integer.parseInt(arguments[1]);
        new Flood().ofCallIds(callIds);
        new Flood().underOneCallId(messages);
    }

    private void ofCallIds(int count) {
        long started = System.nanoTime();
        try (CallStream stream = stream()) {
            for (int i = 0; i < count; i++) {
                send(stream, i, i);
            }
            long open = stream.openCalls();
            expect(stream.evictedCalls() == evicted, "counts of evicted calls differ");
            expect(reported + open == count, "calls are missing");
            System.out.printf(
                    Locale.ROOT,
                    "%,d Call-IDs: %,d evicted, %,d reported otherwise, %,d open at the end; %.1f µs a message%n",
                    count,
                    evicted,
                    reported - evicted,
                    open,
                    (System.nanoTime() - started) / 1e3 / count);
        }
        expect(reported == count, "calls are missing at the end");
    }

    private void underOneCallId(int count) {
        long started = System.nanoTime();
        try (CallStream stream = stream()) {
            for (int i = 0; i < count; i++) {
                send(stream, i, 0);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d messages of one Call-ID: %,d dropped; %.1f µs a message%n",
                    count,
                    stream.droppedMessages(),
                    (System.nanoTime() - started) / 1e3 / count);
            expect(stream.messages() == count && stream.openCalls() == 1, "a message is missing");
        }
        expect(reported == 1, "one call was expected");
    }

    private CallStream stream() {
        return callcause.stream(report -> {
            reported++;
            evicted += report.call().closedBecause() == CloseReason.EVICTED ? 1 : 0;
        });
    }

    /** A hundred thousand messages a second, as long as no transaction lives. */
    private static void send(CallStream stream, int number, int callId) {
        String text = "INVITE sip:" + number + "@example.com SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP 192.0.2.66:5060;branch=z9hG4bK" + number + "\r\n"
                + "From: <sip:scan@example.com>;tag=" + number + "\r\n"
                + "To: <sip:" + number + "@example.com>\r\n"
                + "Call-ID: " + callId + "@192.0.2.66\r\n"
                + "CSeq: " + (1 + number) + " INVITE\r\n"
                + "Max-Forwards: 70\r\nContact: <sip:scan@192.0.2.66>\r\nContent-Length: 0\r\n\r\n";
        Instant time = BEGIN.plusNanos(number * 10_000L);
        stream.add(time, ATTACKER, SERVER, Transport.UDP, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
