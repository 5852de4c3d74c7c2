package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.Chance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.Share;

/** Registrations that follow each other faster than usual, from the half minute on in which they began to. */
final class Rush {

    /** Usual for who was not watched long enough: no number is a rush. */
    static final double NEVER = Double.POSITIVE_INFINITY;

    /** So many times as many as usual are a rush. */
    private static final int TIMES = 4;

    private static final int FEWEST = 20;
    private static final int FEWEST_USERS = 10;
    private static final long FEWEST_FAILED = 10;
    private static final double SMALLEST_SHARE = 0.2;
    private static final double BY_CHANCE = -6;

    private final double usual;
    private final Distinct users = new Distinct();
    private final Tally answers = new Tally();
    private final Exemplars exemplars = new Exemplars();
    private boolean on;
    private int inSlot;
    private int most;
    private long count;
    private long failed;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** None yet, where half a minute usually has so many. */
    Rush(double usual) {
        this.usual = usual;
    }

    void add(EndedCall registration, long time, boolean failure) {
        users.add(registration.parties().calleeHash());
        if (failure) {
            failed++;
            answers.addAnswer(registration);
            exemplars.add(registration);
        }
        count++;
        inSlot++;
        most = Math.max(most, inSlot);
        on |= inSlot >= FEWEST && inSlot >= TIMES * usual;
        first = Math.min(first, time);
        last = Math.max(last, time);
    }

    boolean isOn() {
        return on;
    }

    /** Goes on to the next half minute, if this one had half of what makes a rush. */
    boolean entersAnother() {
        boolean goesOn = inSlot * 2 >= Math.max(FEWEST, TIMES * usual);
        inSlot = 0;
        return goesOn;
    }

    /** Whether it was more than the registrar bears, of which usually so many fail. */
    boolean isStormAfter(Share before) {
        return on
                && users.count() >= FEWEST_USERS
                && failed >= FEWEST_FAILED
                && during().value() >= SMALLEST_SHARE
                && Chance.logOfAtLeast(failed, count, Chance.expected(before)) <= BY_CHANCE;
    }

    Share during() {
        return new Share(failed, count);
    }

    /** The most in half a minute. */
    int most() {
        return most;
    }

    /** How many half a minute usually has. */
    double usual() {
        return usual;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Distinct users() {
        return users;
    }

    Tally answers() {
        return answers;
    }

    Exemplars exemplars() {
        return exemplars;
    }
}
