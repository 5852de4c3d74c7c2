package org.callcause.call;

/** Which {@link Trait}s a call has, in one machine word. */
public final class TraitSet {

    private final long bits;

    TraitSet(long bits) {
        this.bits = bits;
    }

    /** Whether the trait is one of them. */
    public boolean has(Trait trait) {
        return (bits & trait.bit()) != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TraitSet set && bits == set.bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits);
    }
}
