package org.callcause.report;

import org.callcause.CallReport;
import org.callcause.call.Disposition;

/** How much room a call needs in a report for people. */
public enum Weight {
    /** It has a diagnosis, or ended in a way nobody wanted. */
    FAILED,
    /** The capture does not show all of it, and no rule found a reason to worry. */
    INCOMPLETE,
    /** It was answered, by this leg or another, or withdrawn by who made it, and has no diagnosis. */
    HEALTHY;

    /** The weight of a call. */
    public static Weight of(CallReport report) {
        if (report.diagnosis().isPresent()) {
            return FAILED;
        }
        if (report.isOvercome()) {
            return HEALTHY;
        }
        return of(report.disposition().kind());
    }

    static Weight of(Disposition.Kind kind) {
        if (kind.isFailure()) {
            return FAILED;
        }
        return kind == Disposition.Kind.INCOMPLETE ? INCOMPLETE : HEALTHY;
    }
}
