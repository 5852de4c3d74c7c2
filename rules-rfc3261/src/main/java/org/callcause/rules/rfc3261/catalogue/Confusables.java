package org.callcause.rules.rfc3261.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.callcause.rule.ConfusableCode;

/** The pairs of codes that are easily taken for each other. The test of a pair is the same from both sides. */
final class Confusables {

    private static final Map<Locale, Confusables> READ = new ConcurrentHashMap<>();

    private final Map<String, List<ConfusableCode>> codes = new TreeMap<>();

    private Confusables(Texts texts) {
        for (String pair : texts.keys()) {
            int dash = pair.indexOf('-');
            String one = pair.substring(0, dash);
            String other = pair.substring(dash + 1);
            add(one, other, texts.get(pair));
            add(other, one, texts.get(pair));
        }
    }

    static Confusables in(Locale language) {
        return READ.computeIfAbsent(Texts.known(language), known -> new Confusables(Texts.of("apart", known)));
    }

    private void add(String one, String other, String test) {
        codes.computeIfAbsent(one, none -> new ArrayList<>()).add(new ConfusableCode(other, test));
    }

    /** Those of this reference, as {@code 603}, {@code Q.850/34} or {@code warning/305}. */
    List<ConfusableCode> of(String reference) {
        return List.copyOf(codes.getOrDefault(reference, List.of()));
    }
}
