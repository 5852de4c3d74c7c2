package org.callcause.incident;

import java.util.Objects;
import java.util.Optional;

/**
 * Whom an incident concerns, and whom it was compared to: that one user fails says something only when others tried in
 * the same time and did not.
 *
 * @param extent how far it reaches
 * @param name who: an address of record, the digits of a range, an endpoint or a network; empty for all
 * @param comparison the others; absent where there were none
 */
public record IncidentScope(Extent extent, String name, Optional<Comparison> comparison) {

    /** How far an incident reaches. */
    public enum Extent {
        /** One address that calls. */
        CALLER("caller"),
        /** One address that is called. */
        CALLEE("callee"),
        /** Called numbers that begin alike. */
        NUMBER_RANGE("number-range"),
        /** One trunk, gateway, server or other element. */
        PEER("peer"),
        /** The phones of one network. */
        SITE("site"),
        /** Every party that was seen. */
        ALL("all");

        private final String word;

        Extent(String word) {
            this.word = word;
        }

        /** The extent as one kebab-case word. */
        public String word() {
            return word;
        }
    }

    /**
     * The calls of others in the same time.
     *
     * @param population who they are, in words that can follow "compared to"
     * @param share how many of their calls it is true of
     */
    public record Comparison(String population, Share share) {

        /** Keeps the parts as they are. */
        public Comparison {
            Objects.requireNonNull(population, "population");
            Objects.requireNonNull(share, "share");
        }
    }

    /** Keeps the parts as they are. */
    public IncidentScope {
        Objects.requireNonNull(extent, "extent");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(comparison, "comparison");
    }

    /** One party, compared to nobody. */
    public static IncidentScope of(Extent extent, String name) {
        return new IncidentScope(extent, name, Optional.empty());
    }

    /** Everybody. */
    public static IncidentScope all() {
        return of(Extent.ALL, "");
    }

    /** The same compared to these others. */
    public IncidentScope comparedTo(String population, Share share) {
        return new IncidentScope(extent, name, Optional.of(new Comparison(population, share)));
    }

    /** Whether both concern the same party, whomever they were compared to. */
    public boolean isSameAs(IncidentScope other) {
        return extent == other.extent && name.equals(other.name);
    }

    /** {@code peer 192.0.2.1:5060}, {@code all}. */
    @Override
    public String toString() {
        return name.isEmpty() ? extent.word() : extent.word() + " " + name;
    }
}
