package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.callcause.call.Call;

/**
 * Which rules a call can concern at all, and what is left to ask of it. Most of what triggers ask follows from a few facts
 * of a call, and calls that go alike share these: so the answer for each combination is worked out once and remembered,
 * and many rules cost a call that they do not concern nothing to speak of. Safe for use by several threads.
 */
final class RuleIndex {

    /** How many answers are remembered; traffic made to have more of them pays for each call anew. */
    private static final int MOST_COMBINATIONS = 8_192;

    /**
     * A rule that may apply.
     *
     * @param open what of its trigger the facts leave open
     */
    record Candidate(Rule rule, Trigger open) {}

    /**
     * The rules that may apply to calls with the same facts, in their order.
     *
     * @param fallbacks those that run only where no other has a diagnosis
     */
    record Candidates(List<Candidate> rules, List<Candidate> fallbacks) {}

    private final List<Rule> rules;
    private final Map<CallFacts, Candidates> remembered = new ConcurrentHashMap<>();

    RuleIndex(List<Rule> rules) {
        this.rules = rules;
    }

    /** The rules that may apply to this call. */
    Candidates candidates(Call call) {
        CallFacts facts = CallFacts.of(call);
        Candidates known = remembered.get(facts);
        if (known != null) {
            return known;
        }
        Candidates found = find(facts);
        if (remembered.size() < MOST_COMBINATIONS) {
            remembered.put(facts, found);
        }
        return found;
    }

    private Candidates find(CallFacts facts) {
        List<Candidate> ordinary = new ArrayList<>();
        List<Candidate> fallbacks = new ArrayList<>();
        for (Rule rule : rules) {
            Trigger open = KnownTrigger.open(rule.trigger(), facts);
            if (open != KnownTrigger.NEVER) {
                (rule.isFallback() ? fallbacks : ordinary).add(new Candidate(rule, open));
            }
        }
        return new Candidates(List.copyOf(ordinary), List.copyOf(fallbacks));
    }
}
