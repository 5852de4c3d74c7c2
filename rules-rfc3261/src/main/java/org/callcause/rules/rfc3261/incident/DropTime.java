package org.callcause.rules.rfc3261.incident;

import java.util.Locale;
import org.callcause.call.Party;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.Share;

/** The conversations that ended around one length. */
final class DropTime {

    private static final long FEWEST = 6;
    private static final int SEVERAL = 3;
    private static final double SMALLEST_SHARE = 0.1;
    private static final double TIMES = 4;
    private static final long SHORT = 120;
    private static final String THE_CALLER = "the caller";

    /** How many times as wide as the window the seconds around it are looked at. */
    private static final int AROUND = 8;

    private final long center;
    private final long half;
    private final Cause cause;
    private final Fingerprint fingerprint;
    private Tally endedBy = new Tally();
    private Tally readings = new Tally();
    private Distinct callers = new Distinct();
    private Distinct callees = new Distinct();
    private Exemplars exemplars = new Exemplars();
    private long hits;
    private long around;
    private long reached;
    private long proven;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    DropTime(long seconds, Cause cause, Fingerprint fingerprint) {
        this.center = seconds * Saying.SECOND;
        this.half = seconds <= SHORT ? 3 * Saying.SECOND / 4 : 3 * Saying.SECOND / 2;
        this.cause = cause;
        this.fingerprint = fingerprint;
    }

    /** Counts a conversation. Returns whether it ended just there. */
    boolean add(long talk, EndedCall call) {
        if (talk < center - half - half * AROUND) {
            return false;
        }
        reached += talk >= center - half ? 1 : 0;
        long distance = Math.abs(talk - center);
        if (distance > half) {
            around += distance <= half + half * AROUND ? 1 : 0;
            return false;
        }
        hits++;
        long end = call.moments().end();
        first = Math.min(first, end);
        last = Math.max(last, end);
        callers.add(call.parties().callerHash());
        callees.add(call.parties().calleeHash());
        exemplars.add(call);
        endedBy.add(
                call.endedBy() == Party.CALLER
                        ? THE_CALLER
                        : call.endedBy() == Party.CALLEE ? "the called side" : "not seen");
        call.reading().ifPresent(reading -> {
            readings.add(reading.title());
            proven += reading.cause().equals(cause) ? 1 : 0;
        });
        return true;
    }

    boolean standsOut() {
        return hits >= FEWEST
                && callers.count() >= SEVERAL
                && callees.count() >= SEVERAL
                && share().value() >= SMALLEST_SHARE
                && hits >= TIMES * ((double) around / AROUND) + 3
                && isEndedByWhomItShould();
    }

    /** Who waits in vain for an ACK is the called side. */
    private boolean isEndedByWhomItShould() {
        return fingerprint != Fingerprint.TRANSACTION || endedBy.count(THE_CALLER) * 2 <= hits;
    }

    boolean isQuiet(long now, long quiet) {
        return hits > 0 && now - last > quiet;
    }

    void forget() {
        endedBy = new Tally();
        readings = new Tally();
        callers = new Distinct();
        callees = new Distinct();
        exemplars = new Exemplars();
        hits = 0;
        around = 0;
        reached = 0;
        proven = 0;
        first = Long.MAX_VALUE;
        last = Long.MIN_VALUE;
    }

    /** Whether half of them have a diagnosis of their own that says the same. */
    private boolean isProven() {
        return proven * 2 >= hits;
    }

    /** How sure the cause is: a round number of minutes has others, such as the length of an announcement. */
    Likelihood likelihood() {
        return isProven() ? Likelihood.CERTAIN : fingerprint.isOfOneCause() ? Likelihood.LIKELY : Likelihood.POSSIBLE;
    }

    Share share() {
        return new Share(hits, reached);
    }

    Cause cause() {
        return cause;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    String length() {
        return Saying.lasting(center);
    }

    String tolerance() {
        return String.format(Locale.ROOT, "%.1f s", half / (double) Saying.SECOND);
    }

    String expected() {
        return String.format(Locale.ROOT, "%.1f", (double) around / AROUND);
    }

    long hits() {
        return hits;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Tally endedBy() {
        return endedBy;
    }

    Tally readings() {
        return readings;
    }

    Distinct callers() {
        return callers;
    }

    Distinct callees() {
        return callees;
    }

    Exemplars exemplars() {
        return exemplars;
    }
}
