package org.callcause.rules.teams.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.callcause.rules.teams.facts.Defaults;

/**
 * When an SBC last sent an OPTIONS that Microsoft answered with 200. The newest {@value #MOST_REMEMBERED}, half a day of
 * one a minute, are kept.
 */
public final class OptionsTimeline {

    private static final int MOST_REMEMBERED = 720;

    /** How Microsoft takes an SBC at a time. */
    public enum Health {
        /** Seen within the time that every edition of the documents names. */
        HEALTHY,
        /** Between the times of the older and the newer documents: some calls may go elsewhere. */
        GREY_ZONE,
        /** Not seen for longer than any document allows: tried last, or not at all. */
        DEMOTED,
        /** Outside of what was captured. */
        UNKNOWN
    }

    /**
     * A stretch in which the SBC was not healthy throughout: from one OPTIONS to a later one, with none, or too few,
     * between.
     *
     * @param from the last OPTIONS before it
     * @param to the OPTIONS that ends it; what was last seen where none has
     * @param longest the longest time without one within it
     * @param isOpen whether no OPTIONS has ended it
     */
    public record Gap(Instant from, Instant to, Duration longest, boolean isOpen) {

        /** How far it came. */
        public Health worst() {
            return after(longest);
        }

        /** How long it lasted. */
        public Duration length() {
            return Duration.between(from, to);
        }

        /** Whether a time lies in it. */
        public boolean holds(Instant time) {
            return time.isAfter(from) && time.isBefore(to);
        }

        private Gap and(Gap next) {
            Duration most = longest.compareTo(next.longest) >= 0 ? longest : next.longest;
            return new Gap(from, next.to, most, next.isOpen);
        }
    }

    private final Deque<Instant> seen = new ArrayDeque<>();

    /** Takes an OPTIONS that was answered. One that is not later than those before says nothing new. */
    public void add(Instant time) {
        if (seen.isEmpty() || time.isAfter(seen.getLast())) {
            seen.addLast(time);
        }
        if (seen.size() > MOST_REMEMBERED) {
            seen.removeFirst();
        }
    }

    /** How many are known. */
    public int size() {
        return seen.size();
    }

    /** The newest; absent before the first. */
    public Optional<Instant> last() {
        return Optional.ofNullable(seen.peekLast());
    }

    /** How Microsoft took the SBC at this time. */
    public Health at(Instant time) {
        if (seen.isEmpty() || time.isBefore(seen.getFirst())) {
            return Health.UNKNOWN;
        }
        Instant last = seen.getFirst();
        for (Instant each : seen) {
            if (!each.isAfter(time)) {
                last = each;
            }
        }
        boolean captureEndsBefore = last.equals(seen.getLast());
        Health health = after(Duration.between(last, time));
        return captureEndsBefore && health != Health.HEALTHY ? Health.UNKNOWN : health;
    }

    /**
     * For how long at a time none had been seen, by one who knows no later one. Absent where fewer than two had: they
     * make no rhythm that could have stopped.
     */
    Optional<Duration> silenceBefore(Instant time) {
        int before = 0;
        Instant last = Instant.MIN;
        for (Iterator<Instant> newestFirst = seen.descendingIterator(); before < 2 && newestFirst.hasNext(); ) {
            Instant each = newestFirst.next();
            if (!each.isAfter(time)) {
                before++;
                last = before == 1 ? each : last;
            }
        }
        return before < 2 ? Optional.empty() : Optional.of(Duration.between(last, time));
    }

    /**
     * The stretches in which the SBC was not healthy, in order; those that follow on each other are one.
     *
     * @param now until when the capture goes: without an OPTIONS for long, a rhythm that was seen before has stopped
     */
    public List<Gap> gaps(Instant now) {
        List<Gap> gaps = new ArrayList<>();
        Optional<Instant> before = Optional.empty();
        for (Instant time : seen) {
            before.ifPresent(last -> add(gap(last, time, false), gaps));
            before = Optional.of(time);
        }
        if (seen.size() > 1) {
            before.ifPresent(last -> add(gap(last, now, true), gaps));
        }
        return List.copyOf(gaps);
    }

    private static Gap gap(Instant from, Instant to, boolean isOpen) {
        return new Gap(from, to, Duration.between(from, to), isOpen);
    }

    private static void add(Gap gap, List<Gap> gaps) {
        if (gap.worst() == Health.HEALTHY) {
            return;
        }
        int newest = gaps.size() - 1;
        if (newest >= 0 && gaps.get(newest).to().equals(gap.from())) {
            gaps.set(newest, gaps.get(newest).and(gap));
        } else {
            gaps.add(gap);
        }
    }

    /** How Microsoft takes an SBC that it has not seen for so long. */
    static Health after(Duration silence) {
        if (silence.compareTo(Defaults.optionsHealthy()) <= 0) {
            return Health.HEALTHY;
        }
        return silence.compareTo(Defaults.optionsDemoted()) <= 0 ? Health.GREY_ZONE : Health.DEMOTED;
    }
}
