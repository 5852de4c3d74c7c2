package org.callcause.rules.teams;

import java.util.List;
import java.util.stream.IntStream;
import org.callcause.call.Call;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallAssertion;
import org.callcause.testkit.CallAssertions;
import org.callcause.testkit.CallScript;

/** The calls of a script, as a listener gets them. */
public final class Shown {

    private Shown() {}

    /** So many calls, in the order of their first messages. */
    public static List<Call> calls(int count, String script) {
        CallAssertion all = CallAssertions.assertThat(CallScript.of(script))
                .examinedBy(RuleSet.builder().build())
                .hasCalls(count);
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> all.call(number).report().call())
                .toList();
    }
}
