package org.callcause.rules.rfc3261.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Share;

/** How many registrations a registrar got in each half minute of the last half hour, and the rushes among them. */
final class Registrar {

    private static final int SLOTS = 60;
    private static final long SLOT = 30 * Saying.SECOND;
    private static final int FEWEST_SLOTS_BEFORE = 4;
    private static final int MOST_OVER = 10;

    private final Slots slots = new Slots(SLOTS, SLOT);
    private final List<Rush> over = new ArrayList<>(0);
    private Rush rush = new Rush(Rush.NEVER);
    private long begin = Long.MAX_VALUE;
    private long slotBegin = Long.MIN_VALUE;
    private long gotBefore;
    private long failedBefore;

    void add(EndedCall registration, boolean failure) {
        long time = registration.moments().start();
        int place = slots.add(time, failure);
        if (place < 0) {
            return;
        }
        if (slots.begin(place) > slotBegin) {
            enter(slots.begin(place));
        }
        rush.add(registration, time, failure);
    }

    private void enter(long time) {
        boolean goesOn = rush.isOn() && time - slotBegin <= 2 * SLOT && rush.entersAnother();
        if (!goesOn) {
            leave();
            rush = new Rush(usualBefore(time));
        }
        begin = Math.min(begin, time);
        slotBegin = time;
    }

    private void leave() {
        if (!rush.isOn()) {
            gotBefore += rush.during().whole();
            failedBefore += rush.during().part();
        } else if (rush.isStormAfter(before()) && over.size() < MOST_OVER) {
            over.add(rush);
        }
    }

    private double usualBefore(long time) {
        long slotsBefore = begin == Long.MAX_VALUE ? 0 : (time - begin) / SLOT;
        if (slotsBefore < FEWEST_SLOTS_BEFORE) {
            return Rush.NEVER;
        }
        long got = 0;
        for (int i = 0; i < SLOTS; i++) {
            got += slots.begin(i) < time && slots.begin(i) >= Math.max(begin, time - SLOTS * SLOT) ? slots.all(i) : 0;
        }
        return (double) got / Math.min(slotsBefore, SLOTS - 1);
    }

    /** How many of the registrations outside of rushes failed. */
    Share before() {
        return new Share(failedBefore, gotBefore);
    }

    /** The storm that goes on. */
    Optional<Rush> storm() {
        return Optional.of(rush).filter(now -> now.isStormAfter(before()));
    }

    /** Begins anew where nobody registered for a while. */
    void settle(long now, long quiet) {
        if (rush.isOn() && now - rush.last() > quiet) {
            leave();
            rush = new Rush(Rush.NEVER);
        }
    }

    /** The storms that are over and were not told. */
    List<Rush> over() {
        List<Rush> told = List.copyOf(over);
        over.clear();
        return told;
    }
}
