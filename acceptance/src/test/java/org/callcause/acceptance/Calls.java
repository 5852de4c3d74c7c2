package org.callcause.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;

/** Runs a script through the tracker without any rules. */
final class Calls {

    private Calls() {}

    static List<Call> of(String script) {
        return reports(CallScript.of(script), RuleSet.builder().build()).stream()
                .map(CallReport::call)
                .toList();
    }

    static Call one(String script) {
        List<Call> calls = of(script);
        if (calls.size() != 1) {
            throw new AssertionError("expected one call: " + calls);
        }
        return calls.get(0);
    }

    static List<CallReport> reports(CallScript script, RuleSet rules) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(rules).stream(reports::add)) {
            script.messages().forEach(stream::add);
            script.observedUntil().ifPresent(stream::advanceTo);
        }
        return List.copyOf(reports);
    }
}
