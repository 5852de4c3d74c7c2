package org.callcause.rules.rfc3261.transfer;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls for transfer: REFER, its notifications, and Replaces. */
public final class TransferCalls {

    private TransferCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return List.of();
    }
}
