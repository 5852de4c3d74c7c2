package org.callcause.rules.rfc3261.incident;

import java.util.HashSet;
import java.util.Set;

/** How many different words there were, up to a fixed number of them. */
final class Distinct {

    private static final int MOST = 100;

    private final Set<String> words = new HashSet<>();

    void add(String word) {
        if (words.size() < MOST) {
            words.add(word);
        }
    }

    int count() {
        return words.size();
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    /** {@code 1 caller}, {@code 12 callers}, {@code 100 or more callers}. */
    String of(String singular) {
        return of(singular, singular + "s");
    }

    String of(String singular, String plural) {
        String more = words.size() == MOST ? " or more" : "";
        return words.size() + more + " " + (words.size() == 1 ? singular : plural);
    }
}
