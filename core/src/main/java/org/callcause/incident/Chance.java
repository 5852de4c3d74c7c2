package org.callcause.incident;

/** How likely it is that figures came about by chance, so that a rule speaks only when they did not. */
public final class Chance {

    private Chance() {}

    /**
     * A bound on the chance that at least so many of so many calls have something that each has with this probability
     * (Chernoff 1952): never above the truth's own exponent, so that a rule which waits for it is late rather than wrong.
     *
     * @param part how many have it
     * @param whole of how many
     * @param probability of each, for instance the share in the time before; taken to be at least 1 in 1,000
     * @return the decimal logarithm, such as -6 for one in a million; 0 where nothing is out of the ordinary
     */
    public static double logOfAtLeast(long part, long whole, double probability) {
        double expected = Math.max(probability, 0.001);
        double seen = whole == 0 ? 0 : (double) part / whole;
        if (seen <= expected) {
            return 0;
        }
        double divergence = seen * Math.log(seen / expected);
        if (seen < 1) {
            divergence += (1 - seen) * Math.log((1 - seen) / (1 - expected));
        }
        return -whole * divergence / Math.log(10);
    }

    /** The share that is to be expected where so many of so many had it before: a little above it, more so of few. */
    public static double expected(Share before) {
        return (before.part() + 1.0) / (before.whole() + 2.0);
    }
}
