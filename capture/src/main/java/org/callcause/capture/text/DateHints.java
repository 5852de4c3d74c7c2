package org.callcause.capture.text;

/** What can be seen of a date at a glance. */
final class DateHints {

    /** The names of the months in their first three letters. */
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private static final int LETTERS = 3;

    private DateHints() {}

    /** The number of a month. */
    static int month(String name) {
        return MONTHS.indexOf(name) / LETTERS + 1;
    }

    /** Whether there is a number of so many digits with one of these characters behind it. */
    static boolean hasNumber(String line, int digits, String behind) {
        int length = 0;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (StartLines.isDigit(c)) {
                length++;
            } else {
                if (length == digits && behind.indexOf(c) >= 0) {
                    return true;
                }
                length = 0;
            }
        }
        return false;
    }

    /** Whether there is the name of a month, in its first three letters at least. */
    static boolean hasMonth(String line) {
        for (int at = 0; at + LETTERS <= line.length(); at++) {
            char c = line.charAt(at);
            if (c >= 'A' && c <= 'S' && isMonth(line, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMonth(String line, int at) {
        for (int month = 0; month < MONTHS.length(); month += LETTERS) {
            if (line.regionMatches(at, MONTHS, month, LETTERS)) {
                return true;
            }
        }
        return false;
    }
}
