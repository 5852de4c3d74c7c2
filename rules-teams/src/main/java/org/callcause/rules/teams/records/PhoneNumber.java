package org.callcause.rules.teams.records;

/**
 * A number as a record shows it: with or without {@code +}, and in many countries with its last digits masked by stars
 * (Microsoft: PSTN usage report, 2022).
 *
 * @param text as it stands; empty when not told
 */
public record PhoneNumber(String text) {

    /** Fewer digits than these, which an extension has, say too little to join calls by. */
    private static final int FEWEST_DIGITS = 4;

    /** Whether the source tells it. */
    public boolean isKnown() {
        return !text.isBlank();
    }

    /** Whether the end is masked. */
    public boolean isMasked() {
        return text.endsWith("*");
    }

    /** Whether the same digits stand here as in a number of a SIP message, as far as they are not masked. */
    public boolean matches(String other) {
        String mine = digits(text);
        String theirs = digits(other);
        int masked = (int) text.chars().filter(character -> character == '*').count();
        if (mine.length() < FEWEST_DIGITS || theirs.length() < FEWEST_DIGITS) {
            return !mine.isEmpty() && masked == 0 && mine.equals(theirs);
        }
        String open = theirs.substring(0, Math.max(0, theirs.length() - masked));
        return open.length() >= FEWEST_DIGITS && (mine.equals(open) || endsAlike(mine, open));
    }

    /** One side may lack the country's code, or show a zero in its place. */
    private static boolean endsAlike(String one, String other) {
        String first = withoutZeros(one);
        String second = withoutZeros(other);
        int shorter = Math.min(first.length(), second.length());
        return shorter > FEWEST_DIGITS && (first.endsWith(second) || second.endsWith(first));
    }

    private static String withoutZeros(String digits) {
        return digits.replaceFirst("^0+", "");
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
