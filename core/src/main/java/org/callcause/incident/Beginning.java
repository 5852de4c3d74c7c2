package org.callcause.incident;

/** What several texts have in common: a key for tables that copies nothing. */
final class Beginning {

    private final String whole;
    private final int length;
    private final int hash;

    /** The first {@code length} characters of a text. */
    Beginning(String whole, int length) {
        this.whole = whole;
        this.length = length;
        this.hash = hash(whole, length);
    }

    /** The hash code of the beginning of a text, without the beginning. */
    static int hash(String whole, int length) {
        int mixed = 0;
        for (int i = 0; i < length; i++) {
            mixed = mixed * 31 + whole.charAt(i);
        }
        return mixed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Beginning same
                && length == same.length
                && whole.regionMatches(0, same.whole, 0, length);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return whole.substring(0, length);
    }
}
