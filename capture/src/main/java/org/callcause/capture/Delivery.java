package org.callcause.capture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callcause.capture.path.PathInference;
import org.callcause.capture.source.Direction;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.UndeliveredMessage;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.PartialTime;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;

/** Parses and numbers the messages of one input on their way out. */
final class Delivery implements LoggedMessageSink {

    /** A line that is later by more has its time from elsewhere, or nobody knows what the log left out before it. */
    private static final long LONGEST_SILENCE = 3_600_000_000_000L;

    private final SipParser parser;
    private final Losses losses;
    private final CaptureListener listener;
    private final boolean tellsEnds;
    private final PathInference paths;
    private final FailedConnections failedConnections = new FailedConnections();
    private final LatestMessages latest = new LatestMessages();
    private final long numberedBefore;
    private long messages;
    private long firstNanos = NO_TIME;
    private long lastNanos = NO_TIME;
    private long observedUntil = NO_TIME;

    /**
     * Hands on to this listener.
     *
     * @param tellsEnds whether the source tells both ends of each message, as packets do; else they are worked out
     */
    Delivery(SipParser parser, Losses losses, CaptureListener listener, boolean tellsEnds, long numberedBefore) {
        this.parser = parser;
        this.losses = losses;
        this.listener = listener;
        this.tellsEnds = tellsEnds;
        this.paths = new PathInference(listener::message, listener::undelivered, this::failed);
        this.numberedBefore = numberedBefore;
    }

    /** Hands on what is still held back. */
    void finish() {
        paths.finish();
    }

    @Override
    public void message(
            long nanos, Endpoint from, Endpoint to, Transport transport, byte[] bytes, int offset, int length) {
        deliver(Direction.UNKNOWN, nanos, from, to, transport, bytes, offset, length);
    }

    @Override
    public void message(
            Direction direction, long nanos, Endpoint from, Endpoint to, Transport transport, byte[] bytes) {
        deliver(direction, nanos, from, to, transport, bytes, 0, bytes.length);
    }

    private void deliver(
            Direction direction,
            long nanos,
            Endpoint from,
            Endpoint to,
            Transport transport,
            byte[] bytes,
            int offset,
            int length) {
        // A message looks into the bytes it was parsed from, and those here are overwritten by the next packet.
        Optional<SipMessage> parsed = parser.parseCopy(bytes, offset, length);
        if (parsed.isEmpty()) {
            losses.count(Loss.UNREADABLE_SIP);
            return;
        }
        SipMessage message = parsed.get();
        messages++;
        long index = numberedBefore + messages;
        if (nanos == NO_TIME) {
            deliver(CapturedMessage.untimed(index, from, to, transport, message), direction);
        } else {
            firstNanos = firstNanos == NO_TIME ? nanos : Math.min(firstNanos, nanos);
            lastNanos = Math.max(lastNanos, nanos);
            deliver(CapturedMessage.of(index, nanos, from, to, transport, message), direction);
        }
    }

    private void deliver(CapturedMessage message, Direction direction) {
        latest.add(message, direction);
        failedConnections.message(message);
        if (tellsEnds) {
            listener.message(message);
        } else {
            paths.add(message, direction);
        }
    }

    @Override
    public void undelivered(UndeliveredMessage which, TransportFailure.Kind kind, Endpoint reporter, String words) {
        latest.find(which)
                .map(found -> new TransportFailure(
                        found.message(), kind, Optional.of(reporter).filter(Endpoint::isKnown), words))
                .ifPresentOrElse(this::undelivered, () -> which.connection().ifPresent(paths::add));
    }

    private void undelivered(TransportFailure failure) {
        if (tellsEnds) {
            listener.undelivered(failure);
        } else {
            paths.add(failure);
        }
    }

    @Override
    public void rtp(MediaSighting seen) {
        listener.rtp(seen);
    }

    @Override
    public void failed(FailedConnection failure) {
        // Who writes a log of SIP speaks it.
        failedConnections.add(failure, tellsEnds ? latest::areOf : host -> true);
        listener.failed(failure);
    }

    @Override
    public void connected(long nanos, Endpoint client, Endpoint server, boolean secured) {
        failedConnections.connected(EpochNanos.toInstant(nanos), client, server, secured);
    }

    @Override
    public void observedUntil(long nanos) {
        observedUntil = Math.max(observedUntil, nanos);
    }

    @Override
    public void lineAt(long nanos) {
        long before = Math.max(observedUntil, lastNanos);
        if (lastNanos != NO_TIME && nanos - before <= LONGEST_SILENCE && isPartial(nanos) == isPartial(before)) {
            observedUntil = Math.max(observedUntil, nanos);
        }
    }

    private static boolean isPartial(long nanos) {
        return PartialTime.isPartial(EpochNanos.toInstant(nanos));
    }

    List<FailedConnection> failedConnections() {
        return failedConnections.told(messages > 0);
    }

    long messages() {
        return messages;
    }

    Optional<Instant> firstTime() {
        return instant(firstNanos);
    }

    Optional<Instant> lastTime() {
        return instant(lastNanos);
    }

    /** Not before the last message: a line of a log may stand a little late. */
    Optional<Instant> observedUntil() {
        return instant(lastNanos == NO_TIME ? NO_TIME : Math.max(observedUntil, lastNanos));
    }

    private static Optional<Instant> instant(long nanos) {
        return nanos == NO_TIME ? Optional.empty() : Optional.of(EpochNanos.toInstant(nanos));
    }
}
