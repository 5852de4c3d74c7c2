package org.callcause.diagnosis;

/** Makes sentences of what rules say, so that rules need not care for the capital and the full stop. */
public final class Sentences {

    private Sentences() {}

    /** With a capital first letter and a full stop, where the text has none. */
    public static String finished(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return trimmed;
        }
        char last = trimmed.charAt(trimmed.length() - 1);
        boolean ended = last == '.' || last == '!' || last == '?' || last == ':';
        char first = trimmed.charAt(0);
        if (first == Character.toUpperCase(first)) {
            return ended ? trimmed : trimmed + ".";
        }
        return Character.toUpperCase(first) + trimmed.substring(1) + (ended ? "" : ".");
    }
}
