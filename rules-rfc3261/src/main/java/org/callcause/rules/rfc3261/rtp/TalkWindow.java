package org.callcause.rules.rfc3261.rtp;

import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * A time in which the same sides might talk: from the answer that agreed on it to the next offer that changed it, or to the BYE.
 *
 * @param fromCaller whether the caller's side may send audio in it (RFC 3264 5.1)
 * @param fromCalled whether the called side may
 * @param isLast whether it ends with the call
 * @param isResumed whether one of them might not before, as on hold
 */
record TalkWindow(
        Instant begin, Instant end, boolean fromCaller, boolean fromCalled, boolean isLast, boolean isResumed) {

    private record Windows(List<TalkWindow> all) {}

    /** An answered call of which this is true. */
    static Trigger answered(String sentence, Predicate<Call> predicate) {
        return ended(Disposition.Kind.ANSWERED).and(method(Method.INVITE)).and(where(sentence, predicate));
    }

    /** Those of an answered call, in order; none without times. */
    static List<TalkWindow> of(Call call) {
        return call.reading(Windows.class, any -> new Windows(read(any))).all();
    }

    private static List<TalkWindow> read(Call call) {
        Optional<Instant> answered = call.finalResponse()
                .filter(response -> response.hasTime() && response.status() / 100 == 2)
                .map(TrackedMessage::time);
        List<OfferAnswer> exchanges = Sessions.of(call).exchanges();
        boolean timed = exchanges.stream()
                .allMatch(exchange -> exchange.offer().message().hasTime()
                        && exchange.answer().message().hasTime());
        if (answered.isEmpty() || exchanges.isEmpty() || !timed) {
            return List.of();
        }
        Instant end = end(call);
        List<TalkWindow> windows = new ArrayList<>(1);
        for (int i = 0; i < exchanges.size(); i++) {
            OfferAnswer exchange = exchanges.get(i);
            Instant begin = exchange.initial()
                    ? answered.get()
                    : exchange.answer().message().time();
            boolean last = i == exchanges.size() - 1;
            Instant until = last ? end : exchanges.get(i + 1).offer().message().time();
            if (begin.isBefore(until)) {
                add(windows, window(call, exchange, begin, until, last));
            }
        }
        return windows;
    }

    /** A refresh of the session, or a change of codec or address, does not interrupt the talk. */
    private static void add(List<TalkWindow> windows, TalkWindow next) {
        if (windows.isEmpty()) {
            windows.add(next);
            return;
        }
        TalkWindow before = windows.get(windows.size() - 1);
        if (before.fromCaller == next.fromCaller && before.fromCalled == next.fromCalled) {
            windows.set(
                    windows.size() - 1,
                    new TalkWindow(
                            before.begin, next.end, next.fromCaller, next.fromCalled, next.isLast, before.isResumed));
        } else {
            windows.add(new TalkWindow(next.begin, next.end, next.fromCaller, next.fromCalled, next.isLast, true));
        }
    }

    private static TalkWindow window(Call call, OfferAnswer exchange, Instant begin, Instant end, boolean last) {
        boolean offeredByCaller = Sides.isFromCaller(call, exchange.offer().message());
        Optional<OfferAnswer.Stream> audio = exchange.agreed().stream()
                .filter(stream -> isRtpAudio(stream.offered()))
                .findFirst();
        boolean byOfferer = audio.filter(stream -> maySend(stream.offered(), stream.answered()))
                .isPresent();
        boolean byAnswerer = audio.filter(stream -> maySend(stream.answered(), stream.offered()))
                .isPresent();
        return new TalkWindow(
                begin,
                end,
                offeredByCaller ? byOfferer : byAnswerer,
                offeredByCaller ? byAnswerer : byOfferer,
                last,
                false);
    }

    static boolean isRtpAudio(Media media) {
        return media.type().equals("audio")
                && media.protocol().toUpperCase(Locale.ROOT).contains("RTP");
    }

    private static boolean maySend(Media own, Media other) {
        return !List.of("recvonly", "inactive").contains(own.direction())
                && !List.of("sendonly", "inactive").contains(other.direction())
                && HostKind.of(other.connectionAddress().orElse("")) != HostKind.NULL;
    }

    /** What follows a REFER is the matter of another call. */
    private static Instant end(Call call) {
        Instant last = Stream.concat(
                        call.end().stream(), call.rtp().streams().stream().map(RtpStream::last))
                .max(Instant::compareTo)
                .orElseThrow();
        return call.messages().stream()
                .filter(message -> message.isRequest() && message.hasTime())
                .filter(message -> message.message().sequenceMethod().equals(Method.REFER)
                        || call.bye().filter(message::equals).isPresent())
                .map(TrackedMessage::time)
                .findFirst()
                .orElse(last);
    }

    Duration length() {
        return Duration.between(begin, end);
    }

    /** How much of a stream lies within, its pauses included; negative where none does. */
    Duration within(RtpStream stream) {
        return within(stream, begin, end);
    }

    /** The same of any time. */
    static Duration within(RtpStream stream, Instant begin, Instant end) {
        Instant first = stream.first().isBefore(begin) ? begin : stream.first();
        Instant last = stream.last().isAfter(end) ? end : stream.last();
        return Duration.between(first, last);
    }

    /** Whether both sides may talk. */
    boolean isTwoWay() {
        return fromCaller && fromCalled;
    }
}
