package org.callcause.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.callcause.dialog.CapturedMessage;

/**
 * Many calls told in a few lines.
 *
 * <pre>{@code
 * TrafficScript.of("""
 *     0    20 calls every 5 from phone*10 to +493012340*20 over trunk: answered 60
 *     100  10 calls every 5 from phone*10 to +493012340*20 over trunk: 503 | Retry-After: 30
 *     """);
 * }</pre>
 *
 * <p>A line begins with the second of its first call, then how many {@code calls}, {@code registrations} or
 * {@code probes} (OPTIONS) there are, and how they follow each other ({@code every 5}; without it a second). {@code from}
 * and {@code to} name users: {@code phone*10} stands for ten of them in turn, {@code +493012340*20} for twenty numbers
 * that follow each other. {@code at} says where the requests come from and {@code over} where they go: a name, which gets
 * an address, or an address, both also with a star. After the colon stands what comes of it:
 *
 * <table>
 * <caption>Outcomes</caption>
 * <tr><td>{@code answered 60}</td><td>after ringing for 3 s; the caller hangs up after 60 s</td></tr>
 * <tr><td>{@code answered 60 by callee}</td><td>the called side hangs up</td></tr>
 * <tr><td>{@code 503 Overloaded}</td><td>this answer after 50 ms; the phrase may be left out</td></tr>
 * <tr><td>{@code rings 25 then 480}</td><td>this answer after 25 s of ringing</td></tr>
 * <tr><td>{@code challenged then 200}</td><td>401, the request again with credentials, and this answer</td></tr>
 * <tr><td>{@code cancelled 8}</td><td>the caller gives up after 8 s of ringing</td></tr>
 * <tr><td>{@code nothing}</td><td>no answer; the request is sent again as RFC 3261 17.1 says</td></tr>
 * <tr><td>{@code 503, answered 60}</td><td>the first place of {@code over one, two} gives the first answer, and the
 *   request goes on to the next</td></tr>
 * </table>
 *
 * <p>Behind bars stand headers: {@code User-Agent} is one of the requests, any other of the last response. Lines that
 * begin with {@code #} are passed over; {@code until 900} says how long the input went on. Immutable.
 */
public final class TrafficScript {

    private static final DateTimeFormatter TRACE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS ", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String text;
    private final List<CapturedMessage> messages;
    private final Instant observedUntil;

    private TrafficScript(String text, List<CapturedMessage> messages, Instant observedUntil) {
        this.text = text;
        this.messages = messages;
        this.observedUntil = observedUntil;
    }

    /**
     * Reads a script and makes its messages.
     *
     * @throws IllegalArgumentException naming the line, if one has no known form
     */
    public static TrafficScript of(String text) {
        Objects.requireNonNull(text, "text");
        Places places = new Places();
        List<CapturedMessage> all = new ArrayList<>();
        double until = 0;
        int exchange = 0;
        List<String> lines = text.lines().map(String::strip).toList();
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            try {
                if (line.startsWith("until ")) {
                    until = TrafficLine.number(line.substring(6).strip());
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    TrafficLine told = TrafficLine.read(line);
                    for (int i = 0; i < told.count(); i++) {
                        all.addAll(TrafficWriter.messages(told, i, exchange++, places));
                    }
                }
            } catch (IllegalArgumentException problem) {
                throw new IllegalArgumentException(
                        "line " + (number + 1) + " (" + line + "): " + problem.getMessage(), problem);
            }
        }
        all.sort(Comparator.comparingLong(CapturedMessage::nanos));
        List<CapturedMessage> numbered = new ArrayList<>(all.size());
        for (CapturedMessage message : all) {
            numbered.add(message.numbered(numbered.size() + 1));
        }
        return new TrafficScript(
                text, List.copyOf(numbered), CallScript.BEGIN.plusNanos(Math.round(until * 1_000_000_000L)));
    }

    /** The messages by time, numbered from 1. */
    public List<CapturedMessage> messages() {
        return messages;
    }

    /** Until when the input went on; the begin where the script does not say. */
    public Instant observedUntil() {
        return observedUntil;
    }

    /**
     * All messages as a trace that can be pasted: a line with the time, both endpoints and the transport, then the
     * message, then an empty line. Lines end with a line feed alone.
     */
    public String trace() {
        StringBuilder trace = new StringBuilder();
        for (CapturedMessage message : messages) {
            TRACE_TIME.formatTo(message.time(), trace);
            trace.append(message.from()).append(" -> ").append(message.to());
            trace.append(" (").append(message.transport()).append(")\n");
            trace.append(new String(message.message().toBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
            trace.append('\n');
        }
        return trace.toString();
    }

    /** The script as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
