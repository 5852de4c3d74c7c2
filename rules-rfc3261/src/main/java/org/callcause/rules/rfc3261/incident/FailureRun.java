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
    private final Share everything;
    private Share everythingSince = Share.NONE;
    private final Distinct callers = new Distinct();
    private final Distinct callees = new Distinct();
    private final Distinct peers = new Distinct();
    private final Distinct sources = new Distinct();
    private final Tally answers = new Tally();
    private final Tally causes = new Tally();
    private final Exemplars exemplars = new Exemplars();
    private long count;
    private long hard;
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
     * @param everything how many calls of all had failed by then
     */
    FailureRun(Share before, long lastGotThrough, Share everything) {
        this.before = before;
        this.lastGotThrough = lastGotThrough;
        this.everything = everything;
    }

    /**
     * Takes the next failure.
     *
     * @param everythingBefore how many calls of all had failed before it
     */
    void add(EndedCall call, Share everythingBefore) {
        everythingSince = new Share(
                everythingBefore.part() + 1 - everything.part(), everythingBefore.whole() + 1 - everything.whole());
        long settled = call.moments().settled();
        first = count == 0 ? settled : Math.min(first, settled);
        last = Math.max(last, settled);
        count++;
        recovered = 0;
        hard += SetUp.isHardFailure(call) ? 1 : 0;
        callers.add(call.parties().caller());
        callees.add(call.parties().callee());
        peers.add(call.parties().peer());
        sources.add(call.parties().source().host());
        answers.addAnswer(call);
        call.reading().ifPresent(reading -> causes.add(reading.cause().word()));
        exemplars.add(call);
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
        long whole = Math.max(0, everythingSince.whole() - count);
        return new Share(Math.min(whole, Math.max(0, everythingSince.part() - count)), whole);
    }

    long lastGotThrough() {
        return lastGotThrough;
    }

    long count() {
        return count;
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
        return sources.count() == 1 && sources.contains(host);
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
