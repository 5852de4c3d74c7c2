package org.callcause.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.callcause.CallStream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.SipMessage;

/**
 * A call told in a few words a message; the rest of each message is filled in as the RFCs say.
 *
 * <pre>{@code
 * CallScript.of("""
 *     0.000 caller -> proxy  INVITE
 *     0.004 proxy  -> caller 100
 *     0.005 proxy  -> callee INVITE
 *     0.250 callee -> proxy  180
 *     0.252 proxy  -> caller 180
 *     4.100 callee -> proxy  603 Decline | Retry-After: 20
 *     4.101 proxy  -> callee ACK
 *     4.102 proxy  -> caller 603
 *     4.103 caller -> proxy  ACK
 *     """);
 * }</pre>
 *
 * <p>The form is described with the package {@link org.callcause.testkit}. Immutable.
 */
public final class CallScript {

    /** The time that the scripts' seconds are counted from. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final long MIRROR_DELAY = 1_000_000;
    private static final DateTimeFormatter TRACE_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSSSSS ", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private record Sighting(
            OptionalLong nanos,
            Endpoint from,
            Endpoint to,
            Transport transport,
            SipMessage message,
            Optional<TransportFailure> failure) {}

    private final String text;
    private final List<Scene> scenes;
    private final Parties parties;
    private final List<CapturedMessage> messages;
    private final Map<CapturedMessage, TransportFailure> failures = new HashMap<>();
    private final List<MediaSighting> media;
    private final List<FailedConnection> connections;
    private final Optional<Instant> observedUntil;

    private CallScript(String text, Stage stage) {
        this.text = text;
        this.scenes = List.copyOf(stage.scenes());
        this.parties = stage.parties();
        this.messages = play();
        this.media = stage.media();
        this.connections = stage.connections();
        this.observedUntil = stage.until().stream().mapToObj(BEGIN::plusNanos).findFirst();
    }

    /**
     * Reads a script and makes its messages.
     *
     * @throws IllegalArgumentException naming the line, if one has no known form or makes no sense where it stands
     */
    public static CallScript of(String text) {
        Objects.requireNonNull(text, "text");
        Stage stage = new Stage();
        stage.play(ScriptReader.read(text));
        return new CallScript(text, stage);
    }

    private List<CapturedMessage> play() {
        List<Sighting> sightings = new ArrayList<>();
        for (Scene scene : scenes) {
            Statement.Sending sending = scene.sending();
            for (int copy = 0; sending.captured() && copy < sending.copies(); copy++) {
                sightings.add(new Sighting(
                        later(sending.nanos(), copy * MIRROR_DELAY),
                        source(sending, parties),
                        parties.endpoint(sending.to()),
                        scene.transport(),
                        scene.message(),
                        scene.failure()));
            }
        }
        sightings.sort(Comparator.comparingLong(sighting -> sighting.nanos().orElse(0)));
        List<CapturedMessage> messages = new ArrayList<>(sightings.size());
        for (Sighting sighting : sightings) {
            CapturedMessage message = captured(messages.size() + 1, sighting);
            messages.add(message);
            sighting.failure().ifPresent(failure -> failures.put(message, failure));
        }
        return List.copyOf(messages);
    }

    private static Endpoint source(Statement.Sending sending, Parties parties) {
        Endpoint usual = parties.endpoint(sending.from());
        return new Endpoint(
                usual.host(), sending.additions().number(Additions.PORT).orElse(usual.port()));
    }

    private static OptionalLong later(OptionalLong nanos, long delay) {
        return nanos.isPresent() ? OptionalLong.of(nanos.getAsLong() + delay) : nanos;
    }

    private static CapturedMessage captured(long index, Sighting seen) {
        return seen.nanos().isPresent()
                ? CapturedMessage.of(
                        index,
                        BEGIN.plusNanos(seen.nanos().getAsLong()),
                        seen.from(),
                        seen.to(),
                        seen.transport(),
                        seen.message())
                : CapturedMessage.untimed(index, seen.from(), seen.to(), seen.transport(), seen.message());
    }

    /** The messages that the capture shows, by time, numbered from 1. */
    public List<CapturedMessage> messages() {
        return messages;
    }

    /** Gives a stream what was seen beside the messages, and these, each followed by what the transport says of it. */
    public void playTo(CallStream stream) {
        playTo(stream, UnaryOperator.identity());
    }

    void playTo(CallStream stream, UnaryOperator<CapturedMessage> seen) {
        media.forEach(stream::rtp);
        connections.forEach(stream::failed);
        for (CapturedMessage message : messages) {
            stream.add(seen.apply(message));
            failureOf(message).ifPresent(stream::undelivered);
        }
    }

    Optional<TransportFailure> failureOf(CapturedMessage message) {
        return Optional.ofNullable(failures.get(message));
    }

    /** What the capture shows of media. */
    List<MediaSighting> media() {
        return media;
    }

    /** The connections that failed. */
    List<FailedConnection> connections() {
        return connections;
    }

    /** Whether it tells what only packets show, and those have times. */
    boolean isOfPackets() {
        return !media.isEmpty() || !connections.isEmpty();
    }

    /** Until when the capture went on, where the script says so with {@code until}. */
    public Optional<Instant> observedUntil() {
        return observedUntil;
    }

    /**
     * Where a party is.
     *
     * @throws IllegalArgumentException if no line names the party
     */
    public Endpoint endpoint(String party) {
        return party(party).orElseThrow(() -> new IllegalArgumentException("no line names " + party));
    }

    Optional<Endpoint> party(String name) {
        return Optional.ofNullable(parties.endpoints().get(name));
    }

    /**
     * The captured messages as arrows between the parties, in plain text, then the lines of the script that tell what was seen
     * beside them; each line ended.
     */
    public String ladder() {
        return Ladder.of(scenes)
                + text.lines()
                        .map(String::strip)
                        .filter(ScriptReader::isBesideMessages)
                        .map(line -> line + "\n")
                        .collect(Collectors.joining());
    }

    /**
     * All messages as a trace that can be pasted: a line with the time, both endpoints and the transport, then the
     * message, then an empty line. Lines end with a line feed alone.
     */
    public String trace() {
        return trace(messages);
    }

    static String trace(List<CapturedMessage> messages) {
        StringBuilder trace = new StringBuilder();
        for (CapturedMessage message : messages) {
            if (message.hasTime()) {
                TRACE_TIME.formatTo(message.time(), trace);
            }
            trace.append(message.from()).append(" -> ").append(message.to());
            trace.append(" (").append(message.transport()).append(")\n");
            trace.append(new String(message.message().toBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
            trace.append(trace.charAt(trace.length() - 1) == '\n' ? "\n" : "\n\n");
        }
        return trace.toString();
    }

    /** The script as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
