package org.callcause.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.message.DefectKind;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;

/**
 * When a rule applies: data that the engine indexes and the catalogue prints. {@link #where} is the way out for what
 * the vocabulary lacks; it comes with a sentence, so that the catalogue can still say it.
 */
public sealed interface Trigger
        permits OutcomeTrigger,
                MessageTrigger,
                Trigger.Always,
                Trigger.And,
                Trigger.Or,
                Trigger.Not,
                Trigger.Needing,
                Trigger.Where {

    /** Whether it applies to the call. */
    boolean matches(Call call);

    /** What it asks for, as a clause that can follow "when". */
    String describe();

    /** Both. */
    default Trigger and(Trigger other) {
        return new And(this, other);
    }

    /** Either. */
    default Trigger or(Trigger other) {
        return new Or(this, other);
    }

    /**
     * The same trigger, which can only match where the other does. The engine knows that one beforehand or finds it at
     * less cost; as it says nothing new, neither the catalogue nor the ranking counts it.
     */
    default Trigger needs(Trigger necessary) {
        return new Needing(necessary, this);
    }

    /** The same trigger, which can only match a call with this trait; see {@link #needs(Trigger)}. */
    default Trigger needs(Trait trait) {
        return needs(has(trait));
    }

    private static <T> List<T> named(String what, List<T> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a " + what + " is needed: without one no call would do");
        }
        return values;
    }

    /** Every call. */
    static Trigger always() {
        return new Always();
    }

    /**
     * The final response that decided has one of these status codes.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Trigger status(int... codes) {
        return new OutcomeTrigger.Status(
                named("status code", Arrays.stream(codes).boxed().toList()));
    }

    /**
     * The final response that decided has a status code of this class.
     *
     * @throws IllegalArgumentException if it is not 2 to 6
     */
    static Trigger statusClass(int statusClass) {
        if (statusClass < 2 || statusClass > 6) {
            throw new IllegalArgumentException("no final response is a " + statusClass + "xx");
        }
        return new OutcomeTrigger.StatusClass(statusClass);
    }

    /** The call ended so, by the RFC reading. */
    static Trigger ended(Disposition.Kind kind) {
        return new OutcomeTrigger.Ended(Objects.requireNonNull(kind, "kind"));
    }

    /** The final response that decided carries this header, whatever it says; its value is for {@link #where} to ask. */
    static Trigger header(String name) {
        return new OutcomeTrigger.Header(HeaderName.of(name));
    }

    /** The call is an exchange of this method; INVITE for what people call a call. */
    static Trigger method(Method method) {
        return new OutcomeTrigger.OfMethod(Objects.requireNonNull(method, "method"));
    }

    /**
     * Some request of the call, in or out of a dialog, has one of these methods.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Trigger sent(Method... methods) {
        return new MessageTrigger.Sent(named("method", List.of(methods)));
    }

    /**
     * Some response of the call, to whatever request, has one of these status codes.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Trigger responded(int... codes) {
        return new MessageTrigger.Responded(
                named("status code", Arrays.stream(codes).boxed().toList()));
    }

    /** Some message of the call carries this header, whatever it says. */
    static Trigger carries(String header) {
        return new MessageTrigger.Carries(HeaderName.of(header));
    }

    /** Some message of the call is like this. */
    static Trigger some(MessagePattern pattern) {
        return new MessageTrigger.Some(Objects.requireNonNull(pattern, "pattern"));
    }

    /**
     * Some User-Agent or Server header of the call contains this text, in any case.
     *
     * @throws IllegalArgumentException if it is blank
     */
    static Trigger userAgent(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a text is needed: every User-Agent contains nothing");
        }
        return new OutcomeTrigger.UserAgent(text);
    }

    /** Some message of the call has this defect. */
    static Trigger defect(DefectKind kind) {
        return new MessageTrigger.HasDefect(Objects.requireNonNull(kind, "kind"));
    }

    /**
     * The request that decided was sent again at least so often on one hop.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    static Trigger retransmitted(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("every request was sent again at least " + times + " times");
        }
        return new OutcomeTrigger.Retransmitted(times);
    }

    /** The call has what an ordinary one has not. */
    static Trigger has(Trait trait) {
        return new OutcomeTrigger.Has(Objects.requireNonNull(trait, "trait"));
    }

    /** The opposite. */
    static Trigger not(Trigger other) {
        return new Not(other);
    }

    /** Whatever the predicate says, in the words of the sentence, which can follow "when". */
    static Trigger where(String sentence, Predicate<Call> predicate) {
        return new Where(sentence, predicate, false);
    }

    /** The same for a predicate that reads times: a source that gives none cannot decide it. */
    static Trigger timed(String sentence, Predicate<Call> predicate) {
        return new Where(sentence, predicate, true);
    }

    /**
     * Whether it may match a call without times: what reads times counts as met where that makes it match, and as not
     * met where it must not be.
     */
    default boolean mayMatch(Call call) {
        return assuming(call, true);
    }

    /** Whether it reads times anywhere. */
    default boolean readsTimes() {
        if (this instanceof And and) {
            return and.first().readsTimes() || and.second().readsTimes();
        }
        if (this instanceof Or or) {
            return or.first().readsTimes() || or.second().readsTimes();
        }
        if (this instanceof Not not) {
            return not.other().readsTimes();
        }
        if (this instanceof Needing needing) {
            return needing.trigger().readsTimes();
        }
        return this instanceof Where where && where.timed();
    }

    /** Whether it matches when what reads times is assumed to be met, or assumed not to be. */
    private boolean assuming(Call call, boolean met) {
        if (this instanceof Where where && where.timed()) {
            return met;
        }
        if (this instanceof And and) {
            return and.first().assuming(call, met) && and.second().assuming(call, met);
        }
        if (this instanceof Or or) {
            return or.first().assuming(call, met) || or.second().assuming(call, met);
        }
        if (this instanceof Not not) {
            return !not.other().assuming(call, !met);
        }
        if (this instanceof Needing needing) {
            return needing.necessary().matches(call) && needing.trigger().assuming(call, met);
        }
        return matches(call);
    }

    /** See {@link Trigger#always()}. */
    record Always() implements Trigger {
        @Override
        public boolean matches(Call call) {
            return true;
        }

        @Override
        public String describe() {
            return "always";
        }
    }

    /** See {@link Trigger#and(Trigger)}. */
    record And(Trigger first, Trigger second) implements Trigger {
        /** Keeps both. */
        public And {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
        }

        @Override
        public boolean matches(Call call) {
            return first.matches(call) && second.matches(call);
        }

        @Override
        public String describe() {
            return first.describe() + " and " + second.describe();
        }
    }

    /** See {@link Trigger#or(Trigger)}. */
    record Or(Trigger first, Trigger second) implements Trigger {
        /** Keeps both. */
        public Or {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
        }

        @Override
        public boolean matches(Call call) {
            return first.matches(call) || second.matches(call);
        }

        @Override
        public String describe() {
            return "(" + first.describe() + " or " + second.describe() + ")";
        }
    }

    /** See {@link Trigger#not(Trigger)}. */
    record Not(Trigger other) implements Trigger {
        /** Keeps it. */
        public Not {
            Objects.requireNonNull(other, "other");
        }

        @Override
        public boolean matches(Call call) {
            return !other.matches(call);
        }

        @Override
        public String describe() {
            return "not (" + other.describe() + ")";
        }
    }

    /** See {@link Trigger#needs(Trigger)}. */
    record Needing(Trigger necessary, Trigger trigger) implements Trigger {
        /** Keeps both. */
        public Needing {
            Objects.requireNonNull(necessary, "necessary");
            Objects.requireNonNull(trigger, "trigger");
        }

        @Override
        public boolean matches(Call call) {
            return necessary.matches(call) && trigger.matches(call);
        }

        @Override
        public String describe() {
            return trigger.describe();
        }
    }

    /** See {@link Trigger#where(String, Predicate)} and {@link Trigger#timed(String, Predicate)}. */
    record Where(String sentence, Predicate<Call> predicate, boolean timed) implements Trigger {
        /** Keeps the parts. */
        public Where {
            Objects.requireNonNull(sentence, "sentence");
            Objects.requireNonNull(predicate, "predicate");
        }

        @Override
        public boolean matches(Call call) {
            return predicate.test(call);
        }

        @Override
        public String describe() {
            return sentence;
        }
    }
}
