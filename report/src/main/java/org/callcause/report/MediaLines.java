package org.callcause.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Codec;
import org.callcause.message.Method;
import org.callcause.message.Sdp;

/** Lists the media that were seen of a call, by the seconds of its ladder. */
final class MediaLines {

    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";

    /** More is what changes of codec and keys make of a long call. */
    private static final int MOST = 12;

    /** A phone that opens its door or its line first may take two. */
    private static final Duration LATE = Duration.ofSeconds(3);

    private record Kind(Endpoint from, Endpoint to, OptionalInt payloadType, Optional<RtpStream.Refusal> refusal) {}

    private final Call call;
    private final Prose prose;

    MediaLines(Call call, Prose prose) {
        this.call = call;
        this.prose = prose;
    }

    void write() {
        Optional<Instant> start = call.start();
        if (call.rtp().streams().isEmpty() || start.isEmpty()) {
            return;
        }
        Map<Kind, List<RtpStream>> kinds = new LinkedHashMap<>();
        for (RtpStream part : call.rtp().streams()) {
            kinds.computeIfAbsent(
                            new Kind(part.from(), part.to(), part.payloadType(), part.refusal()),
                            any -> new ArrayList<>(1))
                    .add(part);
        }
        Map<String, String> names = codecNames();
        prose.blank();
        prose.line(INDENT + "Media seen, by the seconds of the ladder:");
        kinds.entrySet().stream()
                .limit(MOST)
                .forEach(kind -> prose.paragraph(
                        DEEPER,
                        DEEPER + INDENT,
                        line(kind.getKey(), kind.getValue(), names, start.get())
                                + late(kind.getValue().get(0))));
        if (kinds.size() > MOST) {
            prose.line(DEEPER + "and " + (kinds.size() - MOST) + " more");
        }
    }

    private static String line(Kind kind, List<RtpStream> parts, Map<String, String> names, Instant start) {
        long packets = parts.stream().mapToLong(RtpStream::packets).sum();
        StringBuilder line = new StringBuilder()
                .append(kind.from())
                .append(" -> ")
                .append(kind.to())
                .append(
                        kind.payloadType().isPresent()
                                ? ", " + format(kind.payloadType().getAsInt(), names)
                                : "")
                .append(", ")
                .append(packets)
                .append(packets == 1 ? " packet" : " packets");
        kind.refusal()
                .ifPresent(why -> line.append(" not delivered (")
                        .append(why.kind().word())
                        .append(')'));
        Instant first = parts.get(0).first();
        Instant last = parts.get(parts.size() - 1).last();
        line.append(", ").append(seconds(start, first));
        if (packets > 1) {
            line.append(" to ").append(seconds(start, last));
        }
        if (parts.size() > 1) {
            line.append(parts.size() == 2 ? " with a pause" : " with " + (parts.size() - 1) + " pauses");
        }
        return line.toString();
    }

    /**
     * Of a stream that began well after the answer, though both sides might speak at once and the other did between the same
     * sockets. What came before it may not have been captured.
     */
    private String late(RtpStream first) {
        Optional<Instant> answered = call.finalResponse()
                .filter(answer -> answer.hasTime() && answer.status() / 100 == 2)
                .map(TrackedMessage::time);
        List<RtpStream> streams = call.rtp().streams();
        boolean begins = streams.stream()
                .filter(other -> !other.isRefused() && other.from().equals(first.from()))
                .noneMatch(other -> other.first().isBefore(first.first()));
        return answered.filter(answer -> begins && !first.isRefused() && mayBothSpeakUntil(first.first()))
                .flatMap(answer -> streams.stream()
                        .filter(other ->
                                other.from().equals(first.to()) && other.to().equals(first.from()))
                        .map(other -> other.first().isAfter(answer) ? other.first() : answer)
                        .min(Comparator.naturalOrder())
                        .filter(spoken ->
                                Duration.between(spoken, first.first()).compareTo(LATE) > 0)
                        .map(spoken -> "; first seen " + Sentences.time(Duration.between(answer, first.first()))
                                + " after the answer"))
                .orElse("");
    }

    private boolean mayBothSpeakUntil(Instant time) {
        List<Sdp> agreed = call.messages().stream()
                .filter(message -> message.hasTime() && message.time().isBefore(time))
                .flatMap(message -> message.message().sdp().stream())
                .toList();
        boolean changed = call.transactions().stream()
                .filter(transaction ->
                        (!transaction.isInitial() && transaction.method().equals(Method.INVITE))
                                || transaction.method().equals(Method.UPDATE))
                .flatMap(transaction -> transaction.request().stream())
                .anyMatch(request -> request.hasTime() && request.time().isBefore(time));
        return !changed
                && agreed.stream()
                        .flatMap(sdp -> sdp.media().stream())
                        .allMatch(media -> media.direction().equals("sendrecv"));
    }

    private static String format(int payloadType, Map<String, String> names) {
        String name = names.getOrDefault(
                String.valueOf(payloadType), Codec.ofPayloadType(payloadType).name());
        return name.isEmpty() ? "payload type " + payloadType : Wording.printable(name);
    }

    /** As the session descriptions name the payload types; the first one counts. */
    private Map<String, String> codecNames() {
        Map<String, String> names = new HashMap<>();
        call.messages().stream()
                .flatMap(message -> message.message().sdp().stream())
                .flatMap(sdp -> sdp.media().stream())
                .flatMap(media -> media.codecs().stream())
                .filter(codec -> !codec.name().isEmpty())
                .forEach(codec -> names.putIfAbsent(codec.format(), codec.name()));
        return names;
    }

    private static String seconds(Instant start, Instant time) {
        return String.format(Locale.ROOT, "%.3f", Duration.between(start, time).toNanos() / 1e9);
    }
}
