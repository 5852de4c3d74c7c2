package org.callcause.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Calls, registrations and other exchanges with which nothing is wrong. A rule that diagnoses one of them raises a
 * false alarm.
 */
public final class HealthyCalls {

    private static final String RESOURCE = "healthy-calls.txt";
    private static final String HEADING = "=== ";

    private static final List<HealthyCall> ALL = read();

    private HealthyCalls() {}

    /** All of them, always in the same order. */
    public static List<HealthyCall> all() {
        return ALL;
    }

    private static List<HealthyCall> read() {
        List<HealthyCall> calls = new ArrayList<>();
        for (String part : resource().split("(?m)^" + HEADING, -1)) {
            int end = part.indexOf('\n');
            if (!part.isBlank() && end > 0) {
                calls.add(new HealthyCall(part.substring(0, end).strip(), CallScript.of(part.substring(end + 1))));
            }
        }
        return List.copyOf(calls);
    }

    private static String resource() {
        try (InputStream stream = Objects.requireNonNull(HealthyCalls.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
