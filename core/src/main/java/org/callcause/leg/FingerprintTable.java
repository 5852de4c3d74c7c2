package org.callcause.leg;

/**
 * A map from fingerprints to the numbers of legs, in one array: every call has a few entries, and hardly one of them is
 * ever asked for again.
 */
final class FingerprintTable {

    /** The number of no leg. */
    static final long NOBODY = RecentInvitations.NONE;

    private static final int SMALLEST = 64;

    /** A fingerprint and its leg stand side by side. */
    private long[] cells = new long[2 * SMALLEST];

    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** The leg; {@link #NOBODY} without one. */
    long get(long fingerprint) {
        return cells[cell(fingerprint) + 1];
    }

    /** Puts the leg where none is yet, and gives the one that is there then. */
    long putIfAbsent(long fingerprint, long leg) {
        int cell = cell(fingerprint);
        long known = cells[cell + 1];
        if (known != NOBODY) {
            return known;
        }
        cells[cell] = fingerprint;
        cells[cell + 1] = leg;
        size++;
        if (4 * size > cells.length) {
            grow();
        }
        return leg;
    }

    /** Takes the entry out if it is of this leg. */
    void remove(long fingerprint, long leg) {
        int cell = cell(fingerprint);
        if (cells[cell + 1] == leg) {
            empty(cell);
        }
    }

    /** Takes the entry out, and gives the leg; {@link #NOBODY} without one. */
    long remove(long fingerprint) {
        int cell = cell(fingerprint);
        long leg = cells[cell + 1];
        if (leg != NOBODY) {
            empty(cell);
        }
        return leg;
    }

    private void empty(int cell) {
        int gap = cell;
        size--;
        int mask = cells.length - 1;
        int next = gap;
        while (true) {
            next = (next + 2) & mask;
            if (cells[next + 1] == NOBODY) {
                break;
            }
            int home = home(cells[next], mask);
            if (((next - home) & mask) >= ((next - gap) & mask)) {
                cells[gap] = cells[next];
                cells[gap + 1] = cells[next + 1];
                gap = next;
            }
        }
        cells[gap] = 0;
        cells[gap + 1] = NOBODY;
    }

    private int cell(long fingerprint) {
        int mask = cells.length - 1;
        int cell = home(fingerprint, mask);
        while (cells[cell + 1] != NOBODY && cells[cell] != fingerprint) {
            cell = (cell + 2) & mask;
        }
        return cell;
    }

    private static int home(long fingerprint, int mask) {
        return (int) (fingerprint ^ fingerprint >>> 32) << 1 & mask;
    }

    private void grow() {
        long[] old = cells;
        cells = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != NOBODY) {
                int cell = cell(old[i]);
                cells[cell] = old[i];
                cells[cell + 1] = old[i + 1];
            }
        }
    }
}
