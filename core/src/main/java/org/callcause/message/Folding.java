package org.callcause.message;

import java.io.ByteArrayOutputStream;

/** Values that go on in further lines, which start with a blank (RFC 3261 section 7.3.1). */
final class Folding {

    private Folding() {}

    static boolean isLinearSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** The text of these bytes, each fold with the blanks around it as one space. */
    static String unfold(byte[] bytes, int from, int to) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(to - from);
        int i = from;
        while (i < to) {
            int space = i;
            boolean fold = false;
            while (space < to && isLinearSpace(bytes[space])) {
                fold |= bytes[space] == '\n';
                space++;
            }
            if (fold) {
                plain.write(' ');
                i = space;
            } else {
                int next = Math.max(space, i + 1);
                plain.write(bytes, i, next - i);
                i = next;
            }
        }
        return Lexical.text(plain.toByteArray(), 0, plain.size());
    }
}
