package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.RuleId;

/**
 * One piece of knowledge: an id, what it says, when it applies, and the function that looks. Immutable. Begin with
 * {@link #named}.
 */
public final class Rule {

    private final String id;
    private final String title;
    private final List<Reference> references;
    private final List<String> superseded;
    private final Trigger trigger;
    private final boolean readsTimes;
    private final boolean fallback;
    private final Check check;
    private final NearbyReadings nearby;

    private Rule(Builder builder, Check check) {
        this.id = builder.id;
        this.title = builder.title;
        this.references = List.copyOf(builder.references);
        this.superseded = List.copyOf(builder.superseded);
        this.trigger = builder.wholeTrigger();
        this.readsTimes = trigger.readsTimes();
        this.fallback = builder.fallback;
        this.check = check;
        this.nearby = builder.nearby;
    }

    /**
     * Begins a rule.
     *
     * @param id the module's id, a slash and a name: lower-case letters, digits and single hyphens
     * @throws IllegalArgumentException if the id has another form
     */
    public static Builder named(String id) {
        return new Builder(RuleId.checked(id));
    }

    /** The stable name, {@code module/name}. */
    public String id() {
        return id;
    }

    /** The id of the module. */
    public String module() {
        return RuleId.module(id);
    }

    /** What the rule says, in one line without a full stop. */
    public String title() {
        return title;
    }

    /** Where its knowledge comes from. */
    public List<Reference> references() {
        return references;
    }

    /** The ids of the more general rules whose findings this one's replace. */
    public List<String> superseded() {
        return superseded;
    }

    /** Whether its diagnosis counts only where no other rule has one. */
    public boolean isFallback() {
        return fallback;
    }

    /** When it applies. */
    public Trigger trigger() {
        return trigger;
    }

    /** Whether its trigger reads times, which a source may not give. */
    boolean readsTimes() {
        return readsTimes;
    }

    /** What it does then. */
    public Check check() {
        return check;
    }

    /** What else calls that ended so are taken for, beside what the check itself says. */
    public NearbyReadings nearby() {
        return nearby;
    }

    /** The same rule with these readings near its own. */
    public Rule withNearby(NearbyReadings other) {
        Builder builder = copy();
        builder.nearby = Objects.requireNonNull(other, "other");
        return builder.check(check);
    }

    /** The same rule doing something else, to be given to {@link RuleSet.Builder#replace}. */
    public Rule withCheck(Check other) {
        return copy().check(other);
    }

    private Builder copy() {
        Builder builder = new Builder(id).title(title).on(trigger);
        builder.references.addAll(references);
        builder.superseded.addAll(superseded);
        builder.fallback = fallback;
        builder.nearby = nearby;
        return builder;
    }

    @Override
    public String toString() {
        return id;
    }

    /** Gathers the parts of a rule; {@link #check} makes it. */
    public static final class Builder {

        private final String id;
        private final List<Reference> references = new ArrayList<>();
        private final List<String> superseded = new ArrayList<>();
        private String title = "";
        private Trigger trigger = Trigger.always();
        private final List<Trigger> necessary = new ArrayList<>(1);
        private boolean fallback;
        private NearbyReadings nearby = call -> List.of();

        private Builder(String id) {
            this.id = id;
        }

        /** What the rule says, in one line without a full stop. A finding may say it closer. */
        public Builder title(String text) {
            title = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Where the knowledge comes from: a document and its section or date. May be called again. */
        public Builder cites(String reference) {
            references.add(new Reference(reference));
            return this;
        }

        /** The id of a more general rule whose diagnosis this one's replaces. May be called again. */
        public Builder supersedes(String otherId) {
            superseded.add(Objects.requireNonNull(otherId, "otherId"));
            return this;
        }

        /** When the rule applies; without it, to every call. */
        public Builder on(Trigger when) {
            trigger = Objects.requireNonNull(when, "when");
            return this;
        }

        /**
         * What must hold where the rule applies, though its trigger does not say so: asked first, because it costs less.
         * May be called again.
         *
         * @see Trigger#needs(Trigger)
         */
        public Builder needs(Trigger other) {
            necessary.add(Objects.requireNonNull(other, "other"));
            return this;
        }

        /** A trait that a call must have where the rule applies; see {@link #needs(Trigger)}. */
        public Builder needs(Trait trait) {
            return needs(Trigger.has(trait));
        }

        /** Makes the rule a last resort: it is asked only where no other rule has a diagnosis, suppressed or not. */
        public Builder asFallback() {
            fallback = true;
            return this;
        }

        private Trigger wholeTrigger() {
            Trigger whole = trigger;
            for (Trigger one : necessary) {
                whole = whole.needs(one);
            }
            return whole;
        }

        /** What the rule does with such a call. */
        public Rule check(Check check) {
            return new Rule(this, Objects.requireNonNull(check, "check"));
        }
    }
}
