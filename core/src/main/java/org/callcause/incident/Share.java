package org.callcause.incident;

import java.util.Locale;

/**
 * A part of a whole number of calls.
 *
 * @param part how many calls it is true of; never negative and never above the whole
 * @param whole how many calls there were
 */
public record Share(long part, long whole) {

    /** None of none. */
    public static final Share NONE = new Share(0, 0);

    /**
     * Keeps the counts.
     *
     * @throws IllegalArgumentException if the part is no part of the whole
     */
    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    /** From 0 to 1; 0 of an empty whole. */
    public double value() {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** {@code 12 %}, {@code 0.4 %}: to the whole percent from 10 on, below it to one decimal. */
    public String percent() {
        double percent = value() * 100;
        boolean whole = percent >= 9.95 || percent == 0;
        return String.format(Locale.ROOT, whole ? "%.0f %%" : "%.1f %%", percent);
    }

    /** {@code 12 of 340 (3.5 %)}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d of %,d (%s)", part, this.whole, percent());
    }
}
