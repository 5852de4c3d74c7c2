package org.callcause.incident;

import java.util.Objects;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.dialog.Endpoint;

/**
 * The best reading of a call, in short.
 *
 * @param rule the id of the rule
 * @param cause the cause
 * @param title the diagnosis in one line
 * @param origin where the evidence points, or {@link Endpoint#UNKNOWN}
 */
public record CallReading(String rule, Cause cause, String title, Endpoint origin) {

    /** Keeps the parts as they are. */
    public CallReading {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(origin, "origin");
    }

    static CallReading of(Diagnosis diagnosis) {
        return new CallReading(
                diagnosis.rule(),
                diagnosis.cause(),
                diagnosis.title(),
                diagnosis.origin().address());
    }
}
