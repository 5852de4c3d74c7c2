package org.callcause.rules.rfc3261.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The names of the Q.850 cause values. */
public final class ReleaseCauses {

    private static final Properties NAMES = load();

    private ReleaseCauses() {}

    /** Whether the standard gives this value a meaning. */
    public static boolean isKnown(int cause) {
        return NAMES.containsKey(String.valueOf(cause));
    }

    /** The name of the value, in lower case. */
    public static String name(int cause) {
        return NAMES.getProperty(String.valueOf(cause), "unknown cause");
    }

    private static Properties load() {
        Properties names = new Properties();
        try (InputStream resource = ReleaseCauses.class.getResourceAsStream("release-causes.properties")) {
            names.load(new InputStreamReader(
                    Objects.requireNonNull(resource, "release-causes.properties"), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return names;
    }
}
