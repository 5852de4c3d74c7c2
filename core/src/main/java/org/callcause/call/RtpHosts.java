package org.callcause.call;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;

/** Between which hosts RTP was seen, and which of them were sent some and never seen to send: what no single call tells. */
final class RtpHosts {

    private static final int MOST = 16_384;

    /** A quarter of all other packets look like RTP too, such as those of DNS; few come in such numbers. */
    private static final int CERTAINLY_MEDIA = 10;

    /** A host that was sent media once may be the silent end of a faulty call; one that always is may not have been captured. */
    private static final int SEVERAL_TIMES = 2;

    /** A hold or a pause of one call is shorter, mostly. */
    private static final Duration ANOTHER_TIME = Duration.ofSeconds(20);

    private static final class Host {
        private int receptions;
        private String sender = "";
        private Instant heardUntil = Instant.MIN;
        private boolean sent;

        private void receive(RtpStream seen) {
            boolean same = sender.equals(seen.from().host()) && !seen.first().isAfter(heardUntil.plus(ANOTHER_TIME));
            receptions += same ? 0 : 1;
            sender = seen.from().host();
            heardUntil = seen.last().isAfter(heardUntil) ? seen.last() : heardUntil;
        }
    }

    private record Span(Instant first, Instant last) {
        Span and(Span other) {
            return new Span(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    private static final class LatestUsed<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        private LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    private final Map<String, Host> hosts = new LatestUsed<>();

    /** From when to when media were seen between two hosts. */
    private final Map<Set<String>, Span> pairs = new LatestUsed<>();

    private boolean seenBothDirections;

    /**
     * Takes a part of a stream.
     *
     * @param answered whether something came the other way between the same sockets
     */
    void add(RtpStream seen, boolean answered) {
        if (seen.packets() < CERTAINLY_MEDIA) {
            return;
        }
        hosts.computeIfAbsent(seen.from().host(), any -> new Host()).sent = true;
        hosts.computeIfAbsent(seen.to().host(), any -> new Host()).receive(seen);
        pairs.merge(between(seen.from(), seen.to()), new Span(seen.first(), seen.last()), Span::and);
        seenBothDirections |= answered;
    }

    private static Set<String> between(Endpoint one, Endpoint other) {
        return one.host().equals(other.host()) ? Set.of(one.host()) : Set.of(one.host(), other.host());
    }

    /** Whether media passed between two sockets in both directions. */
    boolean hasSeenBothDirections() {
        return seenBothDirections;
    }

    /** Whether media went there from several hosts, or at several times, and none was ever seen from there. */
    boolean isNeverHeard(String host) {
        Host known = hosts.get(host);
        return known != null && !known.sent && known.receptions >= SEVERAL_TIMES;
    }

    /** Whether media were seen between these two hosts before the one time and after the other. */
    boolean wereBusyAround(Endpoint one, Endpoint other, Instant begin, Instant end) {
        Span seen = one.host().equals(other.host()) ? null : pairs.get(between(one, other));
        return seen != null && seen.first().isBefore(begin) && seen.last().isAfter(end);
    }
}
