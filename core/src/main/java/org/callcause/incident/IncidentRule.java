package org.callcause.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.RuleId;

/**
 * One piece of knowledge about many calls: an id, what it says, and what watches a stream of calls for it. Immutable.
 * Begin with {@link #named}.
 */
public final class IncidentRule {

    private final String id;
    private final IncidentKind kind;
    private final String title;
    private final String condition;
    private final List<Reference> references;
    private final List<String> superseded;
    private final Set<CallEvent> events;
    private final Supplier<IncidentWatch> watch;

    private IncidentRule(Builder builder, Supplier<IncidentWatch> watch) {
        this.id = builder.id;
        this.kind = builder.kind;
        this.title = builder.title;
        this.condition = builder.condition;
        this.references = List.copyOf(builder.references);
        this.superseded = List.copyOf(builder.superseded);
        this.events = Collections.unmodifiableSet(EnumSet.copyOf(builder.events));
        this.watch = watch;
    }

    /**
     * Begins a rule.
     *
     * @param id the module's id, a slash and a name: lower-case letters, digits and single hyphens
     * @throws IllegalArgumentException if the id has another form
     */
    public static Builder named(String id, IncidentKind kind) {
        return new Builder(RuleId.checked(id), Objects.requireNonNull(kind, "kind"));
    }

    /** The stable name, {@code module/name}. */
    public String id() {
        return id;
    }

    /** The id of the module. */
    public String module() {
        return RuleId.module(id);
    }

    /** What it finds. */
    public IncidentKind kind() {
        return kind;
    }

    /** What the rule says, in one line without a full stop. */
    public String title() {
        return title;
    }

    /** From when on it speaks, in words that can follow "when": how many calls, how sure, compared to what. */
    public String condition() {
        return condition;
    }

    /** Where its knowledge comes from. */
    public List<Reference> references() {
        return references;
    }

    /** The ids of the rules whose incidents this one's explain: of the same calls, only this is told. */
    public List<String> superseded() {
        return superseded;
    }

    /** What its watches are told of. */
    public Set<CallEvent> events() {
        return events;
    }

    /** A watch that has seen nothing. */
    public IncidentWatch watch() {
        return watch.get();
    }

    @Override
    public String toString() {
        return id;
    }

    /** Gathers the parts of a rule; {@link #watch} makes it. */
    public static final class Builder {

        private final String id;
        private final IncidentKind kind;
        private final List<Reference> references = new ArrayList<>();
        private final List<String> superseded = new ArrayList<>();
        private String title = "";
        private String condition = "";
        private Set<CallEvent> events = EnumSet.allOf(CallEvent.class);

        private Builder(String id, IncidentKind kind) {
            this.id = id;
            this.kind = kind;
        }

        /** What the rule says, in one line without a full stop. A finding may say it closer. */
        public Builder title(String text) {
            title = Objects.requireNonNull(text, "text");
            return this;
        }

        /** From when on it speaks, in words that can follow "when". */
        public Builder when(String text) {
            condition = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Where the knowledge comes from: a document and its section or date. May be called again. */
        public Builder cites(String reference) {
            references.add(new Reference(reference));
            return this;
        }

        /** The id of a more general rule whose incidents of the same calls this one's replace. May be called again. */
        public Builder supersedes(String otherId) {
            superseded.add(Objects.requireNonNull(otherId, "otherId"));
            return this;
        }

        /** What its watches are told of, and nothing else; of everything where this is not said. */
        public Builder hears(CallEvent first, CallEvent... more) {
            events = EnumSet.of(first, more);
            return this;
        }

        /**
         * What watches a stream of calls.
         *
         * @param begin makes a watch that has seen nothing; called once a stream
         */
        public IncidentRule watch(Supplier<IncidentWatch> begin) {
            return new IncidentRule(this, Objects.requireNonNull(begin, "begin"));
        }
    }
}
