package org.callcause.report;

import org.callcause.CallReport;
import org.callcause.dialog.TrackedMessage;

/** The place of a call in a report. */
final class CallOrder {

    private CallOrder() {}

    /** The number of the call's first message. */
    static long of(CallReport report) {
        return report.call().messages().stream()
                .mapToLong(TrackedMessage::index)
                .min()
                .orElse(0);
    }
}
