package org.callcause.rule;

import org.callcause.call.Trait;

/** Leaves out of a trigger what the facts of a call decide, so that only the rest has to be asked of each such call. */
final class KnownTrigger {

    /** What is left of a trigger that matches every call with the facts. */
    static final Trigger ALWAYS = Trigger.always();

    /** What is left of a trigger that matches no call with the facts. */
    static final Trigger NEVER = Trigger.not(ALWAYS);

    private KnownTrigger() {}

    /** The part of the trigger that is left open, which matches a call with these facts if and only if the trigger does. */
    static Trigger open(Trigger trigger, CallFacts facts) {
        if (trigger instanceof Trigger.And and) {
            return both(and.first(), and.second(), facts);
        }
        if (trigger instanceof Trigger.Needing needing) {
            return both(needing.necessary(), needing.trigger(), facts);
        }
        if (trigger instanceof Trigger.Or or) {
            return either(or.first(), or.second(), facts);
        }
        if (trigger instanceof Trigger.Not not) {
            Trigger other = open(not.other(), facts);
            return other == ALWAYS ? NEVER : other == NEVER ? ALWAYS : Trigger.not(other);
        }
        if (trigger instanceof Trigger.Always) {
            return ALWAYS;
        }
        if (trigger instanceof OutcomeTrigger.Status status) {
            return decided(status.codes().contains(facts.status()));
        }
        if (trigger instanceof OutcomeTrigger.StatusClass statusClass) {
            return decided(facts.status() / 100 == statusClass.statusClass());
        }
        if (trigger instanceof OutcomeTrigger.Ended ended) {
            return decided(facts.kind() == ended.kind());
        }
        if (trigger instanceof OutcomeTrigger.OfMethod method) {
            return decided(facts.method().equals(method.method()));
        }
        if (trigger instanceof OutcomeTrigger.Has has) {
            return decided(facts.traits().has(has.trait()));
        }
        return isPossible(trigger, facts) ? trigger : NEVER;
    }

    private static Trigger both(Trigger one, Trigger two, CallFacts facts) {
        Trigger first = open(one, facts);
        Trigger second = first == NEVER ? NEVER : open(two, facts);
        if (second == NEVER) {
            return NEVER;
        }
        return first == ALWAYS ? second : second == ALWAYS ? first : first.and(second);
    }

    private static Trigger either(Trigger one, Trigger two, CallFacts facts) {
        Trigger first = open(one, facts);
        Trigger second = first == ALWAYS ? ALWAYS : open(two, facts);
        if (second == ALWAYS) {
            return ALWAYS;
        }
        return first == NEVER ? second : second == NEVER ? first : first.or(second);
    }

    private static Trigger decided(boolean holds) {
        return holds ? ALWAYS : NEVER;
    }

    /** Of what the facts can exclude but not prove, whether they leave it open. */
    private static boolean isPossible(Trigger trigger, CallFacts facts) {
        if (trigger instanceof MessageTrigger.Sent sent) {
            return facts.tally().maySend(sent.methods());
        }
        if (trigger instanceof MessageTrigger.Responded responded) {
            return facts.tally().mayRespond(responded.codes());
        }
        if (trigger instanceof MessageTrigger.Carries carries) {
            return facts.tally().anywhere().mayHave(carries.name());
        }
        if (trigger instanceof OutcomeTrigger.Header header) {
            return facts.tally().anywhere().mayHave(header.name());
        }
        if (trigger instanceof MessageTrigger.Some some) {
            return some.pattern().isPossible(facts);
        }
        if (trigger instanceof OutcomeTrigger.Retransmitted retransmitted) {
            return retransmitted.times() <= 0 || facts.traits().has(Trait.SENT_AGAIN);
        }
        if (trigger instanceof MessageTrigger.HasDefect defect) {
            return facts.traits().has(Trait.BROKEN_STRUCTURE) || defect.kind().isOfValue();
        }
        return true;
    }
}
