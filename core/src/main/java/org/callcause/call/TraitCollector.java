package org.callcause.call;

/** The traits found so far. */
final class TraitCollector {

    private long bits;

    void add(Trait trait) {
        bits |= trait.bit();
    }

    void addIf(boolean found, Trait trait) {
        if (found) {
            bits |= trait.bit();
        }
    }

    void addAll(long others) {
        bits |= others;
    }

    TraitSet set() {
        return new TraitSet(bits);
    }
}
