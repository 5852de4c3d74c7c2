package org.callcause.capture.path;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map that forgets what was entered first when it is full. */
final class Recent<V> {

    private static final int MOST = 20_000;

    private final Map<String, V> values = new LinkedHashMap<>();

    Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    void put(String key, V value) {
        values.put(key, value);
        if (values.size() > MOST) {
            values.remove(values.keySet().iterator().next());
        }
    }
}
