package org.callcause.capture.packet;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.callcause.capture.tls.HandshakeMessages;
import org.callcause.capture.tls.RecordReader;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.FailedConnection.Kind;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TransportFailure;
import org.jspecify.annotations.Nullable;

/**
 * Follows TCP connections to sockets where SIP is expected until they have come about, with TLS until the handshake is over,
 * and tells of those that fail. Who connects and says nothing, as load balancers do, has not failed; of a connection whose
 * beginning was not captured, nothing is said.
 */
final class ConnectionAttempts {

    private static final int MOST_ATTEMPTS = 2048;

    /** Longer than a host repeats its SYN. */
    private static final long LONGEST_NANOS = 180_000_000_000L;

    private static final int MOST_WORDS = 80;

    private static final long INTERVAL_NANOS = 2_000_000_000L;

    private final Packet packet;
    private final SipPayloads payloads;
    /** By the direction from client to server; the oldest first. */
    private final Map<FlowKey, ConnectionAttempt> attempts = new LinkedHashMap<>();

    private final SipServers servers;

    private final FlowKey probe = new FlowKey();
    private long lookedAt;

    ConnectionAttempts(Packet packet, SipPayloads payloads) {
        this.packet = packet;
        this.payloads = payloads;
        this.servers = new SipServers(packet, payloads);
    }

    boolean isEmpty() {
        return attempts.isEmpty();
    }

    /** Moves the clock of the capture on: who has not repeated a SYN for so long has given up. */
    void advance() {
        if (packet.nanos - lookedAt < INTERVAL_NANOS) {
            return;
        }
        lookedAt = packet.nanos;
        Iterator<ConnectionAttempt> all = attempts.values().iterator();
        while (all.hasNext()) {
            ConnectionAttempt attempt = all.next();
            if (attempt.isGivenUp(packet.nanos)) {
                all.remove();
                settle(attempt);
            }
        }
    }

    /** Takes a SYN. */
    void opening(int sequence) {
        probe.set(packet);
        ConnectionAttempt known = attempts.get(probe);
        if (known != null && known.beganWith(sequence)) {
            known.repeated(packet.nanos);
            return;
        }
        if (known != null) {
            attempts.remove(probe);
            settle(known);
        }
        if (servers.isExpected()) {
            add(sequence);
        }
    }

    private ConnectionAttempt add(int sequence) {
        Iterator<ConnectionAttempt> oldest = attempts.values().iterator();
        while (oldest.hasNext()) {
            ConnectionAttempt attempt = oldest.next();
            if (attempts.size() < MOST_ATTEMPTS && packet.nanos - attempt.lastNanos() < LONGEST_NANOS) {
                break;
            }
            oldest.remove();
            settle(attempt);
        }
        probe.set(packet);
        FlowKey key = probe.copy();
        ConnectionAttempt attempt = new ConnectionAttempt(
                payloads.destination(),
                payloads.sourceHost(),
                sequence,
                packet.nanos,
                new TlsOpening(new TlsSide(() -> progress(key, false)), new TlsSide(() -> progress(key, true))));
        attempts.put(key, attempt);
        return attempt;
    }

    /** Takes a SYN with an ACK. */
    void accepted() {
        ConnectionAttempt attempt = ofServer();
        if (attempt != null && !attempt.isOpen()) {
            attempt.opened();
            attempt.serverSeen();
            payloads.connected(attempt.clientHost(), attempt.server(), false);
        }
    }

    /** Takes what a segment acknowledges: a client that goes on was answered, captured or not. */
    void acknowledged(int sequence) {
        ConnectionAttempt attempt = ofServer();
        if (attempt != null) {
            attempt.serverSeen();
            attempt.tls().fromClient().acknowledged(sequence);
            return;
        }
        ConnectionAttempt own = ofClient();
        if (own != null) {
            own.opened();
            own.tls().fromServer().acknowledged(sequence);
        }
    }

    /**
     * Takes the first data of one direction.
     *
     * @param known what it carries in clear
     * @return what it carries: that, or a handshake that is to be followed
     */
    @Nullable
    StreamContent begin(@Nullable StreamContent known, byte[] bytes, int offset, int end) {
        boolean hello = RecordReader.beginsWithHandshake(bytes, offset, end, HandshakeMessages.CLIENT_HELLO);
        if (known instanceof SipStream) {
            servers.heard(bytes, offset, end);
        }
        if (attempts.isEmpty() && !hello) {
            return known;
        }
        ConnectionAttempt attempt = ofClient();
        if (attempt == null && hello && !isOfFailure() && servers.isExpected(bytes, offset, end)) {
            attempt = add(0);
            attempt.opened();
        }
        if (attempt != null) {
            if (known instanceof SipStream) {
                attempt.speaksPlain();
            }
            return known == null && hello ? attempt.tls().fromClient() : known;
        }
        attempt = ofServer();
        if (attempt == null) {
            return known;
        }
        StreamContent followed = answer(attempt, bytes, offset, end);
        return known == null ? followed : known;
    }

    /** Takes data of one direction whose beginning was not seen yet. */
    void unread() {
        ConnectionAttempt byClient = ofClient();
        if (byClient != null) {
            byClient.tls().fromClient().unread();
        }
        ConnectionAttempt byServer = ofServer();
        if (byServer != null) {
            byServer.tls().fromServer().unread();
        }
    }

    /** Whether the current packet is of a connection whose failure was told. */
    boolean isOfFailure() {
        if (attempts.isEmpty()) {
            return false;
        }
        probe.set(packet);
        ConnectionAttempt own = attempts.get(probe);
        probe.setReverse(packet);
        ConnectionAttempt other = attempts.get(probe);
        return (own != null && own.hasFailed()) || (other != null && other.hasFailed());
    }

    private @Nullable StreamContent answer(ConnectionAttempt attempt, byte[] bytes, int offset, int end) {
        attempt.serverSeen();
        if (attempt.tls().hasBegun()) {
            if (RecordReader.beginsWithRecord(bytes, offset, end)) {
                return attempt.tls().fromServer();
            }
            end(attempt, firstLine(bytes, offset, end).map(line -> attempt.answeredInPlainText(line, packet.nanos)));
        } else if (attempt.isPlain() && RecordReader.beginsWithAlert(bytes, offset, end)) {
            TlsAlert alert = new TlsAlert(bytes[offset + 6] & 0xFF);
            payloads.undelivered(
                    new UnansweredRequest(packet.nanos, payloads.destination(), payloads.source()),
                    TransportFailure.Kind.TLS_EXPECTED,
                    payloads.source(),
                    "TLS alert " + alert.number() + ", " + alert.name());
            end(attempt, Optional.of(attempt.answeredByAlert(alert, packet.nanos)));
        } else {
            end(attempt, Optional.empty());
        }
        return null;
    }

    /** What a server says that speaks another protocol of text. */
    private static Optional<String> firstLine(byte[] bytes, int offset, int end) {
        int at = offset;
        while (at < end && at - offset < MOST_WORDS && bytes[at] >= ' ' && bytes[at] < 0x7F) {
            at++;
        }
        boolean line =
                at - offset >= 4 && (at == end || at - offset == MOST_WORDS || bytes[at] == '\r' || bytes[at] == '\n');
        return line ? Optional.of(new String(bytes, offset, at - offset, StandardCharsets.US_ASCII)) : Optional.empty();
    }

    /**
     * Takes a FIN or a reset, after what came with it.
     *
     * @param whole whether the capture has all that was said before
     */
    void closing(boolean reset, boolean whole) {
        ConnectionAttempt byClient = ofClient();
        ConnectionAttempt attempt = byClient == null ? ofServer() : byClient;
        if (attempt == null) {
            return;
        }
        boolean byServer = byClient == null;
        if (byServer) {
            attempt.serverSeen();
        }
        if (attempt.isOpen()) {
            end(attempt, whole ? attempt.closed(byServer, packet.nanos) : Optional.empty());
        } else if (byServer) {
            end(attempt, reset ? Optional.of(attempt.refused(packet.nanos)) : Optional.empty());
        } else {
            end(attempt, attempt.silence(packet.nanos));
        }
    }

    /** Takes an ICMP error about a segment with this sequence number. */
    void refused(Packet quoted, int sequence, IcmpMeaning meaning) {
        if (attempts.isEmpty()) {
            return;
        }
        probe.set(quoted);
        ConnectionAttempt attempt = attempts.get(probe);
        if (attempt == null || attempt.hasFailed() || attempt.isOpen() || !attempt.beganWith(sequence)) {
            return;
        }
        Optional<Kind> kind = switch (meaning.kind()) {
            case REFUSED -> Optional.of(Kind.REFUSED);
            case UNREACHABLE, TIME_EXCEEDED -> Optional.of(Kind.UNREACHABLE);
            case PROHIBITED -> Optional.of(Kind.PROHIBITED);
            default -> Optional.empty();
        };
        kind.ifPresent(how -> attempt.refusedByNetwork(how, payloads.sourceHost(), meaning.words(), packet.nanos));
    }

    /** Tells of those that failed by silence, at the end of the capture. */
    void finish() {
        attempts.values().forEach(this::settle);
        attempts.clear();
    }

    private void progress(FlowKey key, boolean byServer) {
        ConnectionAttempt attempt = attempts.get(key);
        if (attempt == null || attempt.hasFailed()) {
            return;
        }
        TlsOpening tls = attempt.tls();
        if (byServer) {
            tls.heardServer();
        }
        Optional<FailedConnection> failure = attempt.brokenOff();
        if (failure.isEmpty() && tls.isSecured()) {
            payloads.connected(attempt.clientHost(), attempt.server(), true);
        }
        if (failure.isPresent() || tls.isSecured() || !tls.isReadable()) {
            end(attempt, key, failure);
        }
    }

    /** Of an attempt that is not followed any more, tells whether it failed by silence. */
    private void settle(ConnectionAttempt attempt) {
        if (!attempt.hasFailed()) {
            tell(attempt, attempt.silence(packet.nanos));
        }
    }

    private @Nullable ConnectionAttempt ofClient() {
        probe.set(packet);
        return followed();
    }

    private @Nullable ConnectionAttempt ofServer() {
        probe.setReverse(packet);
        return followed();
    }

    private @Nullable ConnectionAttempt followed() {
        ConnectionAttempt attempt = attempts.get(probe);
        return attempt == null || attempt.hasFailed() ? null : attempt;
    }

    /** Follows the attempt that was looked up last no more. */
    private void end(ConnectionAttempt attempt, Optional<FailedConnection> failure) {
        end(attempt, probe, failure);
    }

    /** One that failed is kept, without what was said on it, so that what still comes counts for nothing. */
    private void end(ConnectionAttempt attempt, FlowKey key, Optional<FailedConnection> failure) {
        tell(attempt, failure);
        if (failure.isEmpty()) {
            attempts.remove(key);
        }
    }

    private void tell(ConnectionAttempt attempt, Optional<FailedConnection> failure) {
        if (failure.isPresent()) {
            payloads.failed(failure.get());
            attempt.failed();
        } else {
            // Encrypted SIP follows a handshake, and none follows one that failed.
            payloads.encrypted(attempt.server().port(), attempt.tls().records());
            attempt.tls().end();
        }
    }
}
