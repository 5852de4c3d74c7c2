package org.callcause.rules.rfc3261.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callcause.diagnosis.Cause;
import org.callcause.incident.EndedCall;
import org.callcause.message.StatusCode;
import org.callcause.rules.rfc3261.reading.Telling;

/** Counts a few words. Words beyond a fixed number are counted together. */
final class Tally {

    private static final int MOST = 24;
    private static final String OTHERS = "others";

    private final Map<String, Long> counts = new LinkedHashMap<>();

    void add(String word) {
        counts.merge(counts.size() < MOST || counts.containsKey(word) ? word : OTHERS, 1L, Long::sum);
    }

    /** Counts how a call was refused. */
    void addAnswer(EndedCall call) {
        add(answer(call.status()));
    }

    /** {@code 503 Service Unavailable}, {@code no answer}. */
    static String answer(int status) {
        return status == 0
                ? "no answer"
                : status
                        + new StatusCode(status)
                                .standardPhrase()
                                .map(phrase -> " " + phrase)
                                .orElse("");
    }

    long count(String word) {
        return counts.getOrDefault(word, 0L);
    }

    int words() {
        return counts.size();
    }

    /** The most frequent word, of several the earliest; empty where there is none. */
    String top() {
        return sorted().stream().findFirst().map(Map.Entry::getKey).orElse("");
    }

    /** The most frequent cause, or another where none was counted. */
    Cause topCause(Cause otherwise) {
        String word = top();
        return word.isEmpty() || word.equals(OTHERS) ? otherwise : new Cause(word);
    }

    private List<Map.Entry<String, Long>> sorted() {
        List<Map.Entry<String, Long>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
        return entries;
    }

    /** The three most frequent: {@code 503 Service Unavailable (10) and no answer (2)}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        sorted().stream().limit(3).forEach(entry -> words.add(entry.getKey() + " (" + entry.getValue() + ")"));
        if (counts.size() > 3) {
            words.add("others");
        }
        return Telling.list(words);
    }
}
