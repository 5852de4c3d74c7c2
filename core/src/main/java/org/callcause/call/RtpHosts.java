package org.callcause.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;

/** Between which hosts RTP was seen, and which of them were sent some and never seen to send: what no single call tells. */
final class RtpHosts {

    private static final int MOST = 16_384;

    /** A host that was sent media once may be the silent end of a faulty call; one that always is may not have been captured. */
    private static final int SEVERAL_TIMES = 2;

    private static final class Host {
        private int receptions;
        private boolean sent;
    }

    private final Map<String, Host> hosts = new LatestUsed<>();

    /** From when to when media were seen between two hosts. */
    private final Map<Set<String>, RtpStream> pairs = new LatestUsed<>();

    private boolean seenBothDirections;

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

    /**
     * Takes a part of a stream.
     *
     * @param begins whether nothing had come that way shortly before
     */
    void add(RtpStream seen, boolean begins) {
        hosts.computeIfAbsent(seen.from().host(), any -> new Host()).sent = true;
        hosts.computeIfAbsent(seen.to().host(), any -> new Host()).receptions += begins ? 1 : 0;
        pairs.merge(between(seen.from(), seen.to()), seen, RtpStream::and);
    }

    private static Set<String> between(Endpoint one, Endpoint other) {
        return one.host().equals(other.host()) ? Set.of(one.host()) : Set.of(one.host(), other.host());
    }

    /** Takes note that two sockets sent to each other. */
    void sawBothDirections() {
        seenBothDirections = true;
    }

    boolean hasSeenBothDirections() {
        return seenBothDirections;
    }

    /** Whether several streams went there and none was ever seen from there. */
    boolean isNeverHeard(String host) {
        Host known = hosts.get(host);
        return known != null && !known.sent && known.receptions >= SEVERAL_TIMES;
    }

    /** Whether media were seen between these two hosts before the one time and after the other. */
    boolean wereBusyAround(Endpoint one, Endpoint other, Instant begin, Instant end) {
        RtpStream seen = one.host().equals(other.host()) ? null : pairs.get(between(one, other));
        return seen != null && seen.first().isBefore(begin) && seen.last().isAfter(end);
    }
}
