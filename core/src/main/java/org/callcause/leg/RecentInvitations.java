package org.callcause.leg;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;

/**
 * The invitations that may still be sent on, by numbers from 1. Nearly all calls have no partner, so an invitation is no
 * object but some words in a ring, and a mark of it one word in a table: its number beside half of the mark, the rest of
 * which stands in the ring. Nothing is ever taken out: what has become too old is passed over.
 */
final class RecentInvitations {

    /** The number of no invitation. */
    static final long NONE = 0;

    /** At more than a thousand calls a second, invitations are forgotten sooner. */
    private static final int MOST = 1 << 17;

    private static final int FEWEST = 64;

    private static final int CALL_ID = 0;
    private static final int NANOS = 1;
    private static final int FROM = 2;
    private static final int TO = 3;
    private static final int LEG = 4;
    private static final int NAME = 5;
    private static final int FIRST_MARK = 6;
    private static final int WORDS = FIRST_MARK + OnwardMark.KINDS;

    private static final long EMPTY = 0;
    private static final int HALF = Integer.SIZE;

    private final RecentNames names = new RecentNames();
    private int capacity = FEWEST;
    private long[] ring = new long[WORDS * FEWEST];
    private long[] table = new long[4 * FEWEST];
    private int used;
    private long first = 1;
    private long next = 1;
    private long clock = Long.MIN_VALUE;

    /** The number that the next invitation will get. */
    long next() {
        return next;
    }

    /**
     * Keeps an invitation.
     *
     * @param callId the fingerprint of its Call-ID
     * @param leg the number of the first invitation of its call
     * @return its own number
     */
    long add(CapturedMessage invite, long callId, long leg) {
        clock = Math.max(clock, invite.nanos());
        makeRoom();
        int at = at(next);
        ring[at + CALL_ID] = callId;
        ring[at + NANOS] = invite.nanos();
        ring[at + FROM] = end(invite.from());
        ring[at + TO] = end(invite.to());
        ring[at + LEG] = leg;
        ring[at + NAME] = names.write(invite.message().callIdKey());
        Arrays.fill(ring, at + FIRST_MARK, at + WORDS, 0);
        return next++;
    }

    private void makeRoom() {
        while (first != next && ring[at(first) + NANOS] < clock - ProofSearch.LONGEST_ONWARD) {
            first++;
        }
        if (next - first < capacity) {
            return;
        }
        if (capacity == MOST) {
            first++;
            return;
        }
        long[] smaller = ring;
        int mask = capacity - 1;
        capacity *= 2;
        ring = new long[WORDS * capacity];
        for (long number = first; number != next; number++) {
            System.arraycopy(smaller, (int) (number & mask) * WORDS, ring, at(number), WORDS);
        }
    }

    private int at(long number) {
        return (int) (number & capacity - 1) * WORDS;
    }

    /** A number made of what stands where these marks belong, which the processor fetches for that. */
    long readAhead(long origin, long branch, long numbers) {
        int mask = table.length - 1;
        return table[half(OnwardMark.ORIGIN, origin) & mask]
                + table[half(OnwardMark.BRANCH, branch) & mask]
                + table[half(OnwardMark.NUMBERS, numbers) & mask];
    }

    /** The invitation that has the mark; {@link #NONE} without one. */
    long find(OnwardMark kind, long mark) {
        long cell = table[cell(kind, mark)];
        return cell == EMPTY ? NONE : number(cell);
    }

    /** Gives a mark to an invitation, and takes it from the one that had it. */
    void put(OnwardMark kind, long mark, long invitation) {
        int cell = cell(kind, mark);
        if (table[cell] == EMPTY) {
            used++;
        }
        table[cell] = (long) half(kind, mark) << HALF | (invitation & 0xFFFF_FFFFL);
        ring[at(invitation) + FIRST_MARK + kind.place()] = mark;
        if (2 * used > table.length) {
            cleanUp();
        }
    }

    /** The cell of the mark, else the free one where it would stand. */
    private int cell(OnwardMark kind, long mark) {
        int half = half(kind, mark);
        int mask = table.length - 1;
        int cell = half & mask;
        while (table[cell] != EMPTY && !isOf(table[cell], half, kind, mark)) {
            cell = cell + 1 & mask;
        }
        return cell;
    }

    private boolean isOf(long cell, int half, OnwardMark kind, long mark) {
        if ((int) (cell >>> HALF) != half) {
            return false;
        }
        long number = number(cell);
        return number >= first && ring[at(number) + FIRST_MARK + kind.place()] == mark;
    }

    /** The number whose lower half the cell holds: one below {@link #first} is forgotten. */
    private long number(long cell) {
        return next + ((int) cell - (int) next);
    }

    /** Never 0, so that no cell in use is empty. */
    private static int half(OnwardMark kind, long mark) {
        long mixed = mark + kind.place();
        int half = (int) (mixed ^ mixed >>> HALF);
        return half == 0 ? 1 : half;
    }

    /** Leaves out the marks of invitations that are forgotten. */
    private void cleanUp() {
        long[] full = table;
        int live = 0;
        for (long cell : full) {
            live += isLive(cell) ? 1 : 0;
        }
        table = new long[4 * live > full.length ? 2 * full.length : full.length];
        used = live;
        int mask = table.length - 1;
        for (long cell : full) {
            if (isLive(cell)) {
                int free = (int) (cell >>> HALF) & mask;
                while (table[free] != EMPTY) {
                    free = free + 1 & mask;
                }
                table[free] = cell;
            }
        }
    }

    private boolean isLive(long cell) {
        return cell != EMPTY && number(cell) >= first;
    }

    /** The number of the first invitation of the call that this one belongs to. */
    long leg(long invitation) {
        return ring[at(invitation) + LEG];
    }

    /** The fingerprint of the Call-ID. */
    long callId(long invitation) {
        return ring[at(invitation) + CALL_ID];
    }

    /** Leaves the invitation without a name, so that nothing is guessed of it. */
    void forgetName(long invitation) {
        ring[at(invitation) + NAME] = RecentNames.NONE;
    }

    /** The Call-ID, where it is not too long ago. */
    Optional<String> name(long invitation) {
        return names.read(ring[at(invitation) + NAME]);
    }

    /** The time between two invitations. */
    Duration gap(long earlier, long later) {
        return Duration.ofNanos(Math.abs(ring[at(later) + NANOS] - ring[at(earlier) + NANOS]));
    }

    /** Whether the ways and times of the two allow that one is the other sent on: as {@link LegWay}, by hashes. */
    boolean mayBeSentOnAs(long earlier, long later) {
        int at = at(earlier);
        int other = at(later);
        long from = ring[at + FROM];
        long to = ring[at + TO];
        long laterFrom = ring[other + FROM];
        if (ring[other + NANOS] - ring[at + NANOS] > ProofSearch.LONGEST_ONWARD) {
            return false;
        }
        if (from == 0 || laterFrom == 0) {
            return true;
        }
        if (from == laterFrom) {
            return false;
        }
        if (to == laterFrom) {
            return true;
        }
        return to != ring[other + TO] && (isSameHost(from, to) || !isSameHost(from, laterFrom));
    }

    /** Whether the element that got the earlier one sent the later one to somebody else. */
    boolean isSentOnAs(long earlier, long later) {
        int at = at(earlier);
        int other = at(later);
        return isSameHost(ring[at + TO], ring[other + FROM])
                && ring[at + FROM] != ring[other + FROM]
                && ring[at + TO] != ring[other + TO];
    }

    /** A hash of the host above the port: 0 for an unknown end. */
    private static long end(Endpoint endpoint) {
        return (long) endpoint.host().hashCode() << HALF | endpoint.port();
    }

    private static boolean isSameHost(long end, long other) {
        return end >>> HALF == other >>> HALF;
    }
}
