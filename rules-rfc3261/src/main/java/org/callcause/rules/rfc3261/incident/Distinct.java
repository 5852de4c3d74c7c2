package org.callcause.rules.rfc3261.incident;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How many different names there were, up to a fixed number of them. Most parties that fail once have one of each. */
final class Distinct {

    private static final int MOST = 100;

    private @Nullable Object first;
    private @Nullable Set<Object> all;

    void add(Object name) {
        if (first == null) {
            first = name;
        } else if (all != null) {
            if (all.size() < MOST) {
                all.add(name);
            }
        } else if (!first.equals(name)) {
            all = new HashSet<>();
            all.add(first);
            all.add(name);
        }
    }

    int count() {
        return all != null ? all.size() : first == null ? 0 : 1;
    }

    boolean contains(Object name) {
        return all != null ? all.contains(name) : name.equals(first);
    }

    /** {@code 1 caller}, {@code 12 callers}, {@code 100 or more callers}. */
    String of(String singular) {
        return of(singular, singular + "s");
    }

    String of(String singular, String plural) {
        int count = count();
        return count + (count == MOST ? " or more " : " ") + (count == 1 ? singular : plural);
    }
}
