package org.callcause.rules.rfc3261.incident;

import org.callcause.diagnosis.Cause;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.Share;

/** Calls that fail one after the other. */
final class FailureRun {

    private static final int SEVERAL = 3;

    private final Share before;
    private final long lastGotThrough;
    private final long failedOfAll;
    private final long all;
    private long failedSince;
    private long allSince;
    private final Distinct callers = new Distinct();
    private final Distinct callees = new Distinct();
    private final Distinct peers = new Distinct();
    private final Distinct sources = new Distinct();
    private final Tally answers = new Tally();
    private final Tally causes = new Tally();
    private final Exemplars exemplars = new Exemplars();
    private long count;
    private long hard;
    private long wentOn;
    private long first;
    private long last;
    private boolean outage;
    private int recovered;
    private long recoveredAt;

    /**
     * No call yet.
     *
     * @param before how many of the calls before failed
     * @param lastGotThrough when the last one got through
     * @param failedOfAll how many calls of all had failed by then
     * @param all of how many
     */
    FailureRun(Share before, long lastGotThrough, long failedOfAll, long all) {
        this.before = before;
        this.lastGotThrough = lastGotThrough;
        this.failedOfAll = failedOfAll;
        this.all = all;
    }

    /**
     * Takes the next failure.
     *
     * @param failedBefore how many calls of all had failed before it
     * @param allBefore of how many
     */
    void add(EndedCall call, long failedBefore, long allBefore) {
        failedSince = failedBefore + 1 - failedOfAll;
        allSince = allBefore + 1 - all;
        long settled = call.moments().settled();
        first = count == 0 ? settled : Math.min(first, settled);
        last = Math.max(last, settled);
        count++;
        recovered = 0;
        hard += call.outcome().isHardFailure() ? 1 : 0;
        wentOn += call.wentOn() ? 1 : 0;
        callers.add(call.parties().callerHash());
        callees.add(call.parties().calleeHash());
        peers.add(call.parties().peer());
        sources.add(call.parties().source().host().hashCode());
        answers.addAnswer(call);
        call.reading().ifPresent(reading -> causes.add(reading.cause().word()));
        exemplars.add(call);
    }

    void addPeer(EndedCall call) {
        peers.add(call.parties().peer());
    }

    /** How many in a row got through again. */
    int recovers(long time) {
        if (recovered == 0) {
            recoveredAt = time;
        }
        return ++recovered;
    }

    /** Whether it is not the bad luck of one caller or one number. */
    boolean isOfSeveral() {
        return callers.count() >= SEVERAL || (callees.count() >= SEVERAL && hard * 2 >= count);
    }

    void becomeOutage() {
        outage = true;
    }

    boolean isOutage() {
        return outage;
    }

    Share before() {
        return before;
    }

    /** The calls of others from the first failure to the last. */
    Share others() {
        long whole = Math.max(0, allSince - count);
        return new Share(Math.min(whole, Math.max(0, failedSince - count)), whole);
    }

    long lastGotThrough() {
        return lastGotThrough;
    }

    long count() {
        return count;
    }

    /** How many of them went on by another way. */
    long wentOn() {
        return wentOn;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long recoveredAt() {
        return recoveredAt;
    }

    Distinct callers() {
        return callers;
    }

    Distinct peers() {
        return peers;
    }

    /** Whether all came from this host: it is who passes the failures on. */
    boolean isFrom(String host) {
        return sources.count() == 1 && sources.contains(host.hashCode());
    }

    Tally answers() {
        return answers;
    }

    Cause cause() {
        return causes.topCause(Cause.UNAVAILABLE_UNDETERMINED);
    }

    Exemplars exemplars() {
        return exemplars;
    }
}
