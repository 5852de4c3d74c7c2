package org.callcause.capture.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The lines of a body. Text may have changed the line ends that were sent, so they are those that give the body the
 * length that the message says: as they were found, all CR LF, all LF; when none does, CR LF.
 */
final class BodyLines {

    private static final String CRLF = "\r\n";
    private static final String LF = "\n";

    private final List<String> lines = new ArrayList<>();
    private final BitSet carriageReturns = new BitSet();
    private int characters;

    /** Adds a line, with whether a carriage return was seen at its end. */
    void add(String line, boolean carriageReturn) {
        carriageReturns.set(lines.size(), carriageReturn);
        lines.add(line);
        characters += line.length();
    }

    /** Replaces the line that was added last. */
    void joinLast(UnaryOperator<String> joined) {
        int last = lines.size() - 1;
        characters -= lines.get(last).length();
        lines.set(last, joined.apply(lines.get(last)));
        characters += lines.get(last).length();
    }

    /** Whether some line ends, with or without the last, give this length. */
    boolean canHaveLength(long length) {
        return hasLength(foundLength(), foundEnd(lines.size() - 1).length(), length)
                || hasLength(lengthWith(CRLF), CRLF.length(), length)
                || hasLength(lengthWith(LF), LF.length(), length);
    }

    /** Whether it is shorter than this with any line ends. */
    boolean isShorterThan(long length) {
        return lengthWith(CRLF) < length;
    }

    /** Whether it is longer than this with any line ends. */
    boolean isLongerThan(long length) {
        return lengthWith(LF) - LF.length() > length;
    }

    private static boolean hasLength(int whole, int lastEnd, long length) {
        return whole == length || whole - lastEnd == length;
    }

    private int lengthWith(String end) {
        return characters + lines.size() * end.length();
    }

    private int foundLength() {
        return lengthWith(LF) + carriageReturns.cardinality();
    }

    private String foundEnd(int line) {
        return carriageReturns.get(Math.max(line, 0)) ? CRLF : LF;
    }

    /** Writes the body, of the given length if that can be. */
    void appendTo(StringBuilder text, long length) {
        if (lines.isEmpty()) {
            return;
        }
        int last = lines.size() - 1;
        boolean asFound = hasLength(foundLength(), foundEnd(last).length(), length);
        boolean bare = !hasLength(lengthWith(CRLF), CRLF.length(), length) && hasLength(lengthWith(LF), 1, length);
        String end = bare ? LF : CRLF;
        int start = text.length();
        String lastEnd = end;
        for (int i = 0; i <= last; i++) {
            lastEnd = asFound ? foundEnd(i) : end;
            text.append(lines.get(i)).append(lastEnd);
        }
        if (text.length() - start - lastEnd.length() == length) {
            text.setLength(text.length() - lastEnd.length());
        }
    }
}
