package org.callcause.rule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callcause.call.Call;
import org.callcause.call.Trait;

/**
 * Which rules a call can concern at all. Most of what triggers ask follows from a few facts of a call, and calls that go
 * alike share these: so the answer for each combination is worked out once and remembered, and many rules cost a call
 * that they do not concern nothing to speak of. Safe for use by several threads.
 */
final class RuleIndex {

    /** How many answers are remembered; traffic made to have more of them pays for each call anew. */
    private static final int MOST_COMBINATIONS = 8_192;

    private final List<Rule> rules;
    private final Map<CallFacts, List<Rule>> remembered = new ConcurrentHashMap<>();

    RuleIndex(List<Rule> rules) {
        this.rules = rules;
    }

    /** The rules that may apply, in their order. */
    List<Rule> candidates(Call call) {
        if (rules.isEmpty()) {
            return rules;
        }
        CallFacts facts = CallFacts.of(call);
        List<Rule> known = remembered.get(facts);
        if (known != null) {
            return known;
        }
        List<Rule> found = rules.stream()
                .filter(rule -> Possibility.of(rule.trigger(), facts) != Possibility.NO)
                .toList();
        if (remembered.size() < MOST_COMBINATIONS) {
            remembered.put(facts, found);
        }
        return found;
    }

    /** What the facts of a call alone say of a trigger: a logic of three values, from the least to the most. */
    private enum Possibility {
        NO,
        MAYBE,
        YES;

        static Possibility of(Trigger trigger, CallFacts facts) {
            if (trigger instanceof Trigger.And and) {
                return lesser(of(and.first(), facts), of(and.second(), facts));
            }
            if (trigger instanceof Trigger.Needing needing) {
                return lesser(of(needing.necessary(), facts), of(needing.trigger(), facts));
            }
            if (trigger instanceof Trigger.Or or) {
                return greater(of(or.first(), facts), of(or.second(), facts));
            }
            if (trigger instanceof Trigger.Not not) {
                return of(not.other(), facts).opposite();
            }
            if (trigger instanceof OutcomeTrigger.Status status) {
                return certain(status.codes().contains(facts.status()));
            }
            if (trigger instanceof OutcomeTrigger.StatusClass statusClass) {
                return certain(facts.status() / 100 == statusClass.statusClass());
            }
            if (trigger instanceof OutcomeTrigger.Ended ended) {
                return certain(facts.kind() == ended.kind());
            }
            if (trigger instanceof OutcomeTrigger.OfMethod method) {
                return certain(facts.method().equals(method.method()));
            }
            if (trigger instanceof OutcomeTrigger.Has has) {
                return certain(facts.traits().has(has.trait()));
            }
            return atMost(trigger, facts);
        }

        /** What the facts can exclude but not prove. */
        private static Possibility atMost(Trigger trigger, CallFacts facts) {
            boolean possible = true;
            if (trigger instanceof MessageTrigger.Sent sent) {
                possible = facts.tally().maySend(sent.methods());
            } else if (trigger instanceof MessageTrigger.Responded responded) {
                possible = facts.tally().mayRespond(responded.codes());
            } else if (trigger instanceof MessageTrigger.Carries carries) {
                possible = facts.tally().anywhere().mayHave(carries.name());
            } else if (trigger instanceof OutcomeTrigger.Header header) {
                possible = facts.tally().anywhere().mayHave(header.name());
            } else if (trigger instanceof MessageTrigger.Some some) {
                possible = some.pattern().isPossible(facts);
            } else if (trigger instanceof OutcomeTrigger.Retransmitted retransmitted) {
                possible = retransmitted.times() <= 0 || facts.traits().has(Trait.SENT_AGAIN);
            } else if (trigger instanceof MessageTrigger.HasDefect defect) {
                possible = facts.traits().has(Trait.BROKEN_STRUCTURE)
                        || defect.kind().isOfValue();
            }
            return possible ? MAYBE : NO;
        }

        private static Possibility certain(boolean holds) {
            return holds ? YES : NO;
        }

        private static Possibility lesser(Possibility one, Possibility other) {
            return one.compareTo(other) <= 0 ? one : other;
        }

        private static Possibility greater(Possibility one, Possibility other) {
            return one.compareTo(other) >= 0 ? one : other;
        }

        private Possibility opposite() {
            return this == MAYBE ? MAYBE : this == YES ? NO : YES;
        }
    }
}
