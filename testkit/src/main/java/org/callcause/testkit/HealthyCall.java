package org.callcause.testkit;

import java.util.Objects;

/**
 * A call, or another exchange, with which nothing is wrong.
 *
 * @param name what happens in it
 * @param script the call
 */
public record HealthyCall(String name, CallScript script) {

    /** Keeps the parts as they are. */
    public HealthyCall {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(script, "script");
    }

    @Override
    public String toString() {
        return name;
    }
}
