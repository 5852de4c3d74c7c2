package org.callcause.capture.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.callcause.capture.source.Direction;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.Via;

/**
 * Works out the ends that a log does not tell, from the Via stack (RFC 3261 18.2.1, RFC 3581), from Route and the
 * Request-URI (RFC 3261 8.1.2), from Record-Route and Contact, from what was sent or received, and from the other
 * messages of the transaction: a response goes the way of its request back. What the source told is never changed.
 *
 * <p>Messages are held back, a bounded number of them, because later ones tell of earlier ones.
 */
public final class PathInference {

    /** How many messages are held back. */
    static final int WINDOW = 1_000;

    /** How many connections may fail between two messages. */
    private static final int MOST_CONNECTIONS = 64;

    /** What was told of earlier messages comes after this one. */
    private record Waiting(
            CapturedMessage message,
            Direction direction,
            String key,
            List<TransportFailure> failures,
            List<FailedConnection> connections) {}

    private final Consumer<CapturedMessage> receiver;
    private final Consumer<TransportFailure> failures;
    private final Consumer<FailedConnection> connections;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final KnownPaths known = new KnownPaths();
    private final LogWriter writer = new LogWriter();

    /** Hands the messages on in the order in which they come. */
    public PathInference(
            Consumer<CapturedMessage> receiver,
            Consumer<TransportFailure> failures,
            Consumer<FailedConnection> connections) {
        this.receiver = receiver;
        this.failures = failures;
        this.connections = connections;
    }

    /** Takes one message. */
    public void add(CapturedMessage message, Direction direction) {
        Direction shown = direction(message, direction);
        String key = KnownPaths.key(message.message());
        known.learn(message, key, shown);
        writer.learn(message);
        waiting.add(new Waiting(message, shown, key, new ArrayList<>(0), new ArrayList<>(0)));
        if (waiting.size() > WINDOW) {
            release();
        }
    }

    /** Takes what was told of a message that came before. */
    public void add(TransportFailure failure) {
        if (waiting.isEmpty()) {
            failures.accept(failure);
        } else {
            waiting.getLast().failures().add(failure);
        }
    }

    /**
     * Takes a connection that the writer of the log could not open; it is handed on where the message before shows who that
     * is.
     */
    public void add(FailedConnection failure) {
        if (!waiting.isEmpty() && waiting.getLast().connections().size() < MOST_CONNECTIONS) {
            waiting.getLast().connections().add(failure);
        }
    }

    /** Hands on what is still held back. */
    public void finish() {
        while (!waiting.isEmpty()) {
            release();
        }
    }

    /** A log that names one end only names the far one. */
    private static Direction direction(CapturedMessage message, Direction told) {
        boolean from = message.from().isKnown();
        boolean to = message.to().isKnown();
        return from == to ? told : from ? Direction.RECEIVED : Direction.SENT;
    }

    private void release() {
        Waiting next = waiting.remove();
        CapturedMessage complete = withEnds(next);
        receiver.accept(complete);
        next.failures().forEach(failures);
        next.connections().stream()
                .flatMap(failure -> writer.tried(failure, complete, next.direction()).stream())
                .forEach(connections);
    }

    private CapturedMessage withEnds(Waiting next) {
        CapturedMessage captured = next.message();
        if (captured.from().isKnown() && captured.to().isKnown()) {
            return captured;
        }
        SipMessage message = captured.message();
        boolean request = message instanceof SipRequest;
        Path seen = request ? new Path(captured.from(), captured.to()) : new Path(captured.to(), captured.from());
        Path path = seen.or(known.pathOf(next.key())).or(guess(message, next));
        CapturedMessage complete = request
                ? captured.withInferredEnds(path.client(), path.server())
                : captured.withInferredEnds(path.server(), path.client());
        known.remember(message, next.key(), complete.from(), complete.to());
        return complete;
    }

    private Path guess(SipMessage message, Waiting waited) {
        Direction direction = waited.direction();
        boolean asClient = (message instanceof SipRequest) == (direction == Direction.SENT);
        Endpoint client = message.topVia()
                .map(via -> direction != Direction.UNKNOWN && asClient
                        ? Addresses.sentBy(via)
                        : known.sourceOf(message, via))
                .orElse(Endpoint.UNKNOWN);
        Endpoint server = message instanceof SipRequest request
                ? target(request, waited.key(), client)
                : answerer(message, waited.key());
        boolean asServer = direction != Direction.UNKNOWN && !asClient;
        return new Path(client, asServer ? known.local(server) : server);
    }

    private Endpoint target(SipRequest request, String key, Endpoint client) {
        Endpoint next = Addresses.nextHop(request, client);
        if (Addresses.isNumeric(next)) {
            return known.receiverOf(key).orElseGet(() -> known.sourceBehind(request, next));
        }
        return known.receiverOf(key)
                .or(() -> known.answererOf(key))
                .or(() -> known.proxyNamed(request, next))
                .orElseGet(() -> known.sourceBehind(request, next));
    }

    private Endpoint answerer(SipMessage response, String key) {
        List<Via> vias = response.vias();
        return vias.size() > 1
                ? known.receiverOf(key).orElse(Endpoint.UNKNOWN)
                : known.answererOf(key).orElse(Endpoint.UNKNOWN);
    }
}
