package org.callcause.capture.text.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.capture.path.Addresses;
import org.callcause.capture.source.Direction;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.source.UndeliveredMessage;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.PartialTime;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TransportFailure.Kind;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/**
 * A line of a log by which the element that wrote it says that it could not send a message. Which one, it says by naming the
 * message or where it was to go. Where a client that has one connection names neither, it is the message just before.
 * Whatever a response came for was delivered.
 */
public final class Complaint implements UndeliveredMessage {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    // Linux takes this long to give up a connection; nothing else takes longer than a transaction (RFC 3261 17.1.1.2,
    // timer B).
    private static final long MOST_FOR_CONNECTION = 130 * SECOND;
    private static final long MOST_FOR_TRANSACTION = 40 * SECOND;
    private static final long MOST_FOR_HOST = 10 * SECOND;
    private static final long MOST_JUST_BEFORE = 5 * SECOND;

    // A line may be without the fraction of its second.
    private static final long TOLERANCE = 2 * SECOND;

    // Without times, lines and messages tell how long ago something was.
    private static final int MOST_LINES = 40;
    private static final int MOST_MESSAGES_UNTIMED = 8;
    private static final int MOST_MESSAGES = 64;

    private final ComplaintLine line;
    private final long nanos;
    private final int linesBehindMessage;
    private final Complaints complaints;
    private final List<SipMessage> responses = new ArrayList<>();
    private int asked;
    private boolean found;

    Complaint(ComplaintLine line, long nanos, int linesBehindMessage, Complaints complaints) {
        this.line = line;
        this.nanos = nanos;
        this.linesBehindMessage = linesBehindMessage;
        this.complaints = complaints;
    }

    /** What went wrong. */
    public Kind kind() {
        return line.kind();
    }

    /** What the line says. */
    public String words() {
        return line.text();
    }

    @Override
    public boolean mayBe(CapturedMessage message) {
        return mayBe(message, Direction.UNKNOWN);
    }

    @Override
    public boolean mayBe(CapturedMessage message, Direction direction) {
        asked++;
        if (found || asked > MOST_MESSAGES) {
            return false;
        }
        found = direction != Direction.RECEIVED && !isAnswered(message.message()) && isMeant(message, direction);
        if (!(message.message() instanceof SipRequest)) {
            responses.add(message.message());
        }
        return found && complaints.isNew(message, line.kind());
    }

    @Override
    public Optional<FailedConnection> connection() {
        if (found || nanos == RawMessageSink.NO_TIME) {
            return Optional.empty();
        }
        Instant time = EpochNanos.toInstant(nanos);
        return line.destination()
                .flatMap(server -> line.connectionKind().map(how -> failed(server, how, time)))
                .filter(complaints::isNew);
    }

    private FailedConnection failed(Endpoint server, FailedConnection.Kind how, Instant time) {
        Optional<TlsAlert> alert = how.isOfTls() ? line.receivedAlert() : Optional.empty();
        return FailedConnection.once(
                Endpoint.UNKNOWN,
                server,
                alert.isPresent() ? FailedConnection.Kind.TLS_ALERT : how,
                alert.isPresent() ? server : Endpoint.UNKNOWN,
                how.isOfTls() && alert.isEmpty() ? line.reason() : "",
                alert,
                Optional.empty(),
                time,
                time);
    }

    private boolean isAnswered(SipMessage message) {
        return responses.stream()
                .anyMatch(response -> response.hasSameBranch(message)
                        && response.sequenceMethod().equals(message.sequenceMethod()));
    }

    private boolean isMeant(CapturedMessage message, Direction direction) {
        long most = line.kind() == Kind.TIMED_OUT ? MOST_FOR_CONNECTION : MOST_FOR_TRANSACTION;
        if (line.isNumbered()) {
            return line.isNumberOf(message.message()) && goesWhereTheLineSays(message) && isWithin(most, message);
        }
        if (!(message.message() instanceof SipRequest request) || !line.fits(message.transport())) {
            return false;
        }
        boolean identified = line.identifies(request);
        // Nothing comes back for an ACK, so that silence does not show that it was lost.
        if (request.method().equals(Method.ACK) && !identified) {
            return false;
        }
        return switch (naming(message, request)) {
            case HOST_AND_PORT -> !isPerhapsReceived(message, direction) && isWithin(most, message);
            case HOST ->
                !isPerhapsReceived(message, direction)
                        && (identified || line.isEnoughWithHost())
                        && isWithin(identified ? most : MOST_FOR_HOST, message);
            case OTHER_PORT -> false;
            case NOT ->
                direction == Direction.SENT
                        && (identified ? isOnlyIdentified(request, message, most) : isJustBefore(message, request));
        };
    }

    /** Two calls may have the same number. */
    private boolean goesWhereTheLineSays(CapturedMessage message) {
        Naming naming =
                message.message() instanceof SipRequest request ? naming(message, request) : line.naming(message.to());
        return naming == Naming.HOST || naming == Naming.HOST_AND_PORT || !line.namesSomeEndpointBut(message.message());
    }

    /** Where the request was sent, or was to be sent. */
    private Naming naming(CapturedMessage message, SipRequest request) {
        Naming told = line.naming(message.to());
        Naming next = line.naming(Addresses.nextHop(request, message.from()));
        return told.compareTo(next) >= 0 ? told : next;
    }

    /** A connection has two ends, and a line about one names both: of such a line it must be known who sent the request. */
    private boolean isPerhapsReceived(CapturedMessage message, Direction direction) {
        return direction == Direction.UNKNOWN && line.naming(message.from()) != Naming.NOT;
    }

    private boolean isOnlyIdentified(SipRequest request, CapturedMessage message, long most) {
        return !line.namesSomeEndpointBut(request) && isWithin(most, message);
    }

    private boolean isJustBefore(CapturedMessage message, SipRequest request) {
        // A browser does not know the address at the other end of its WebSocket.
        boolean elsewhere = line.namesSomeEndpointBut(request) && (message.to().isKnown() || !line.isAboutWebSocket());
        return asked == 1 && line.isOfClient() && !elsewhere && isWithin(MOST_JUST_BEFORE, message);
    }

    private boolean isWithin(long most, CapturedMessage message) {
        if (nanos == RawMessageSink.NO_TIME || !message.hasTime()) {
            return linesBehindMessage <= MOST_LINES && asked <= MOST_MESSAGES_UNTIMED;
        }
        long apart = nanos - message.nanos();
        if (isPartial(nanos) != isPartial(message.nanos())) {
            apart = Math.floorMod(apart + TOLERANCE, DAY) - TOLERANCE;
        }
        return apart >= -TOLERANCE && apart <= most;
    }

    private static boolean isPartial(long nanos) {
        return PartialTime.isPartial(EpochNanos.toInstant(nanos));
    }
}
