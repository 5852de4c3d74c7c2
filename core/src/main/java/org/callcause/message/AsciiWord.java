package org.callcause.message;

/**
 * An ASCII word of up to sixteen characters, to be found in bytes in any case: it is compared in two steps of eight bytes.
 * Only a letter is taken in either case, so nothing else is mistaken for one. A record, because the compiler takes the
 * parts of a constant one for constants.
 *
 * @param head the first eight characters, the first one lowest, in lower case
 * @param headLetters a bit for each letter among them, the one that tells lower case from upper
 * @param tail what follows them
 * @param tailLetters the same for the letters there
 */
record AsciiWord(int length, long head, long headLetters, long tail, long tailLetters) {

    private static final int LONGEST = 2 * Long.BYTES;
    private static final long CASE = 0x20;

    /** The word, given in lower case. */
    static AsciiWord of(String lowerCase) {
        int length = lowerCase.length();
        if (length == 0 || length > LONGEST) {
            throw new IllegalArgumentException(lowerCase);
        }
        int middle = Math.min(length, Long.BYTES);
        String head = lowerCase.substring(0, middle);
        String tail = lowerCase.substring(middle);
        return new AsciiWord(length, Words.head(head), letters(head), Words.head(tail), letters(tail));
    }

    private static long letters(String text) {
        long letters = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char character = text.charAt(i);
            letters = letters << Byte.SIZE | (character >= 'a' && character <= 'z' ? CASE : 0);
        }
        return letters;
    }

    /** Whether the word stands at this place and before {@code to}. */
    boolean isAt(byte[] bytes, int from, int to) {
        if (from < 0 || to - from < length) {
            return false;
        }
        if (length <= Long.BYTES) {
            return (Words.head(bytes, from, from + length) | headLetters) == head;
        }
        int middle = from + Long.BYTES;
        return (Words.at(bytes, from) | headLetters) == head
                && (Words.head(bytes, middle, from + length) | tailLetters) == tail;
    }

    /** Where the word first stands, or -1. */
    int find(byte[] bytes, int from, int to) {
        int last = to - length;
        byte first = (byte) head;
        long either = headLetters & CASE;
        for (int i = from; i <= last; i++) {
            if ((bytes[i] | either) == first && isAt(bytes, i, to)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the word, and nothing else, stands between these places. */
    boolean is(byte[] bytes, int from, int to) {
        return to - from == length && isAt(bytes, from, to);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            long part = i < Long.BYTES ? head : tail;
            text.append((char) ((part >>> (Byte.SIZE * (i % Long.BYTES))) & 0x7F));
        }
        return text.toString();
    }
}
