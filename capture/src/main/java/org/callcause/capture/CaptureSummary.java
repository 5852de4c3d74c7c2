package org.callcause.capture;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.dialog.FailedConnection;

/**
 * What one input held.
 *
 * @param name the name it was given
 * @param kind what it was recognised as
 * @param messages how many SIP messages were delivered
 * @param undecodedFrames how many things were lost, without those that are {@linkplain Undecoded#isUnrelated()
 *     unrelated}
 * @param firstTime the earliest time of a message; empty when no message has a time
 * @param lastTime the latest time of a message; empty when no message has a time
 * @param observedUntil the time of its last packet, or of the last line of the log that begins with one, messages or not, so
 *     that silence up to then is known to be silence; empty when no message has a time
 * @param undecoded what was lost and how often
 * @param truncated whether it ends in the middle, or is damaged from some place on; what stands before was delivered
 * @param failedConnections the connections to SIP servers that failed, equal ones together, the most frequent first; not
 *     those that a second attempt made good within seconds, and not those of a host that tries port after port
 * @param hint of a capture file without SIP what is in it, and what to try; empty otherwise
 */
public record CaptureSummary(
        String name,
        CaptureKind kind,
        long messages,
        long undecodedFrames,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime,
        Optional<Instant> observedUntil,
        List<Undecoded> undecoded,
        boolean truncated,
        List<FailedConnection> failedConnections,
        Optional<String> hint) {

    /** Keeps the parts as they are, with copies of the lists. */
    public CaptureSummary {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(firstTime, "firstTime");
        Objects.requireNonNull(lastTime, "lastTime");
        Objects.requireNonNull(observedUntil, "observedUntil");
        undecoded = List.copyOf(undecoded);
        failedConnections = List.copyOf(failedConnections);
        Objects.requireNonNull(hint, "hint");
    }
}
