package org.callcause.acceptance;

import java.util.ArrayList;
import java.util.List;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.dialog.CapturedMessage;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;

/** Runs a script, through the tracker alone or with rules. */
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
        return reports(script, script.messages(), Callcause.with(rules));
    }

    /** The reports of these messages of the script, in the order in which the calls were over. */
    static List<CallReport> reports(CallScript script, List<CapturedMessage> messages, Callcause callcause) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = callcause.stream(reports::add)) {
            messages.forEach(stream::add);
            script.observedUntil().ifPresent(stream::advanceTo);
        }
        return List.copyOf(reports);
    }
}
