package org.callcause.message;

/**
 * Which headers a message has, in two machine words: for asking much of many messages at little cost. Names that are
 * not among the constants of {@link HeaderName} count as one.
 */
public final class HeaderSet {

    /** How many ids of names fit in. */
    static final int IDS = 2 * Long.SIZE;

    private final long low;
    private final long high;

    HeaderSet(long low, long high) {
        this.low = low;
        this.high = high;
    }

    /** The headers that are in one of the two. */
    public HeaderSet or(HeaderSet other) {
        return new HeaderSet(low | other.low, high | other.high);
    }

    /** Whether the header may be there: certain for the constants of {@link HeaderName}, a guess for other names. */
    public boolean mayHave(HeaderName name) {
        return bit(low, high, name.id());
    }

    /** Whether the header is there for certain. */
    public boolean has(HeaderName name) {
        return name.id() != 0 && mayHave(name);
    }

    static boolean bit(long low, long high, int id) {
        return ((id < Long.SIZE ? low : high) >>> id & 1) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderSet set && low == set.low && high == set.high;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(low * 31 + high);
    }
}
