package org.callcause.rules.rfc3261.incident;

import java.util.Arrays;
import org.callcause.incident.Chance;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.Share;

/** How many calls of a peer were up when others were answered or refused. */
final class Channels {

    private static final int MOST = 20_000;
    private static final int FEWEST_UP = 2;
    private static final long FEWEST_REFUSED = 6;
    private static final double NEARLY_ALL = 0.8;
    private static final long FEWEST_BELOW = 20;
    private static final double FEW_REFUSED = 0.1;
    private static final double BY_CHANCE = -8;
    private static final int TOLERANCE = 50;

    private long[] answered = new long[16];
    private long[] refused = new long[16];
    private Exemplars exemplars = new Exemplars();
    private Tally answers = new Tally();
    private int up;
    private int most;
    private long allRefused;
    private long answeredSinceRefusal;
    private long timesReached;
    private long timesReachedWithRefusal;
    private boolean refusedSinceReached;
    private long first;
    private long last = Long.MIN_VALUE;

    void answered() {
        count(true);
        answeredSinceRefusal += allRefused > 0 ? 1 : 0;
        up = Math.min(up + 1, MOST);
        if (up > most) {
            most = up;
            timesReached = 0;
            timesReachedWithRefusal = 0;
            refusedSinceReached = false;
        }
        if (up == most) {
            timesReached++;
            refusedSinceReached = false;
        }
    }

    void ended() {
        up = Math.max(0, up - 1);
    }

    void refused(EndedCall call) {
        count(false);
        long time = call.moments().settled();
        first = allRefused == 0 ? time : Math.min(first, time);
        last = Math.max(last, time);
        allRefused++;
        if (up >= lowest()) {
            timesReachedWithRefusal += refusedSinceReached ? 0 : 1;
            refusedSinceReached = true;
            exemplars.add(call);
            answers.addAnswer(call);
        }
    }

    private void count(boolean success) {
        if (up >= answered.length) {
            int size = Math.min(MOST + 1, Math.max(up + 1, answered.length * 2));
            answered = Arrays.copyOf(answered, size);
            refused = Arrays.copyOf(refused, size);
        }
        if (success) {
            answered[up]++;
        } else {
            refused[up]++;
        }
    }

    /** The fewest calls up that count as the limit: refusals are seen a little late. */
    private int lowest() {
        return most - most / TOLERANCE;
    }

    boolean areLimited() {
        long atLimit = refusedAtTheLimit();
        if (most < FEWEST_UP
                || atLimit < FEWEST_REFUSED
                || atLimit < NEARLY_ALL * allRefused
                || timesReachedWithRefusal < 2
                || answeredSinceRefusal < 3) {
            return false;
        }
        Share below = below();
        return below.whole() >= FEWEST_BELOW
                && below.value() <= FEW_REFUSED
                && Chance.logOfAtLeast(atLimit, triedAtTheLimit(), Chance.expected(below)) <= BY_CHANCE;
    }

    /** How many of the calls that were tried with fewer up were refused. */
    Share below() {
        long part = 0;
        long whole = 0;
        for (int i = 0; i < Math.min(lowest(), answered.length); i++) {
            part += refused[i];
            whole += refused[i] + answered[i];
        }
        return new Share(part, whole);
    }

    long refusedAtTheLimit() {
        return sumFromLowest(refused);
    }

    long triedAtTheLimit() {
        return sumFromLowest(refused) + sumFromLowest(answered);
    }

    private long sumFromLowest(long[] counts) {
        long sum = 0;
        for (int i = lowest(); i < counts.length; i++) {
            sum += counts[i];
        }
        return sum;
    }

    void forgetRefusalsOnceQuiet(long now, long quiet) {
        if (allRefused > 0 && now - last > quiet) {
            Arrays.fill(refused, 0);
            Arrays.fill(answered, 0);
            exemplars = new Exemplars();
            answers = new Tally();
            most = up;
            allRefused = 0;
            answeredSinceRefusal = 0;
            timesReached = 0;
            timesReachedWithRefusal = 0;
        }
    }

    int most() {
        return most;
    }

    long timesReached() {
        return timesReached;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    Exemplars exemplars() {
        return exemplars;
    }

    Tally answers() {
        return answers;
    }
}
