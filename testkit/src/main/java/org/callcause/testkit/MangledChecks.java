package org.callcause.testkit;

import static org.callcause.testkit.ContractChecks.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.CallLimits;
import org.callcause.call.CallTracker;
import org.callcause.dialog.CapturedMessage;
import org.callcause.rule.RuleEngine;
import org.callcause.rule.RuleFailure;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.mangled.MangledCalls;
import org.callcause.testkit.mangled.Shrinking;

/** What the contract of a rule module asks of calls that are not as anybody would tell them. */
final class MangledChecks {

    /** The system property that says in how many ways each call is mangled. */
    static final String ROUNDS = "callcause.mangled";

    private static final int USUAL_ROUNDS = 25;

    private MangledChecks() {}

    static void noFailure(List<RuleExample> examples, RuleSet rules) {
        MangledCalls calls = MangledCalls.of(Stream.concat(
                        HealthyCalls.all().stream().map(HealthyCall::script),
                        examples.stream().map(RuleExample::call))
                .map(CallScript::messages)
                .toList());
        RuleEngine engine = new RuleEngine(rules);
        long count = (long) calls.size() * Integer.getInteger(ROUNDS, USUAL_ROUNDS);
        for (long number = 0; number < count; number++) {
            List<CapturedMessage> messages = calls.get(number);
            Optional<RuleFailure> failure = failure(messages, engine);
            if (failure.isPresent()) {
                require(false, inWords(number, failure.get(), messages, rules));
            }
        }
    }

    private static Optional<RuleFailure> failure(List<CapturedMessage> messages, RuleEngine engine) {
        List<RuleFailure> failures = new ArrayList<>();
        CallTracker tracker = new CallTracker(
                CallLimits.DEFAULT, call -> failures.addAll(engine.examine(call).failures()));
        messages.forEach(tracker::add);
        tracker.finish();
        return failures.stream().findFirst();
    }

    private static String inWords(long number, RuleFailure failure, List<CapturedMessage> messages, RuleSet rules) {
        List<CapturedMessage> fewest = Shrinking.of(
                messages,
                fewer -> failure(fewer, new RuleEngine(rules))
                        .filter(other -> other.rule().equals(failure.rule()))
                        .isPresent());
        return failure.rule() + " failed with " + failure.problem() + " in mangled call " + number
                + ", of which this is enough:\n\n" + CallScript.trace(fewest);
    }
}
