package org.callcause.rule;

import org.callcause.call.Call;

/**
 * What a rule does with a call that its trigger chose. It keeps no state and may run on several threads at once.
 */
@FunctionalInterface
public interface Check {

    /**
     * Looks at the call and says what it finds, or nothing. What it throws loses what it said of this call, and is
     * named in the report.
     */
    void examine(Call call, Findings findings);
}
