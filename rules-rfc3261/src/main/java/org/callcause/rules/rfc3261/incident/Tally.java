package org.callcause.rules.rfc3261.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.incident.EndedCall;
import org.callcause.message.StatusCode;

/** Counts a few words. Words beyond a fixed number are counted together. */
final class Tally {

    private static final int MOST = 24;
    private static final String OTHERS = "others";
    private static final int FIRST_STATUS = 100;
    private static final int FEW = 1;
    private static final String[] NO_WORDS = {};
    private static final long[] NO_COUNTS = {};

    /** By status code: that every refusal is counted is no reason to spell it each time. */
    private static final String[] ANSWERS =
            IntStream.range(0, 700).mapToObj(Tally::spelled).toArray(String[]::new);

    private String[] words = NO_WORDS;
    private long[] counts = NO_COUNTS;
    private int size;

    void add(String word) {
        int place = placeOf(word);
        if (place < 0) {
            place = size < MOST ? newPlace(word) : placeOfOthers();
        }
        counts[place]++;
    }

    private int placeOf(String word) {
        for (int i = 0; i < size; i++) {
            if (words[i].equals(word)) {
                return i;
            }
        }
        return -1;
    }

    private int placeOfOthers() {
        int place = placeOf(OTHERS);
        return place < 0 ? newPlace(OTHERS) : place;
    }

    private int newPlace(String word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size + FEW);
            counts = Arrays.copyOf(counts, 2 * size + FEW);
        }
        words[size] = word;
        return size++;
    }

    /** Counts how a call was refused. */
    void addAnswer(EndedCall call) {
        add(answer(call.status()));
    }

    /** {@code 503 Service Unavailable}, {@code no answer}. */
    static String answer(int status) {
        return status >= 0 && status < ANSWERS.length ? ANSWERS[status] : spelled(status);
    }

    private static String spelled(int status) {
        return status < FIRST_STATUS
                ? "no answer"
                : status
                        + new StatusCode(status)
                                .standardPhrase()
                                .map(phrase -> " " + phrase)
                                .orElse("");
    }

    long count(String word) {
        int place = placeOf(word);
        return place < 0 ? 0 : counts[place];
    }

    int words() {
        return size;
    }

    /** The most frequent word, of several the earliest; empty where there is none. */
    String top() {
        int top = 0;
        for (int i = 1; i < size; i++) {
            top = counts[i] > counts[top] ? i : top;
        }
        return size == 0 ? "" : words[top];
    }

    /** The most frequent cause, or another where none was counted. */
    Cause topCause(Cause otherwise) {
        String word = top();
        return word.isEmpty() || word.equals(OTHERS) ? otherwise : new Cause(word);
    }

    /** The three most frequent: {@code 503 Service Unavailable (10) and no answer (2)}. */
    @Override
    public String toString() {
        List<String> told = new ArrayList<>();
        IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingLong((Integer place) -> -counts[place]))
                .limit(3)
                .forEach(place -> told.add(words[place] + " (" + counts[place] + ")"));
        if (size > 3) {
            told.add("others");
        }
        return Sentences.all(told);
    }
}
