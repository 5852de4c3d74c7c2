package org.callcause.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where the parts of one message are. One {@code int} a header line: its distance from the start line in the upper 24
 * bits, whether it is folded, the id of its name in the lower 7. The next line's entry tells where a line ends, and one
 * more entry ends the last. All else is found again from the bytes when somebody asks for it, which few headers meet.
 */
final class MessageIndex {
    /** The id of a line without a name and colon. */
    static final int NO_COLON = 0x7F;

    static final int FOLDED = 0x80;
    private static final int ID = 0x7F;
    private static final int PLACE = 8;

    final byte[] bytes;
    final int start;
    final int startLineEnd;
    final int bodyStart;
    final int bodyEnd;
    private final int[] lines;
    private final List<Fault> faults;
    final long headersLow;
    final long headersHigh;
    private final int longestHeader;

    /** 0 until somebody asks. */
    private int vias;

    MessageIndex(
            byte[] bytes,
            int start,
            int startLineEnd,
            int bodyStart,
            int bodyEnd,
            int[] lines,
            List<Fault> faults,
            long headersLow,
            long headersHigh,
            int longestHeader) {
        this.bytes = bytes;
        this.start = start;
        this.startLineEnd = startLineEnd;
        this.bodyStart = bodyStart;
        this.bodyEnd = bodyEnd;
        this.lines = lines;
        this.faults = faults;
        this.headersLow = headersLow;
        this.headersHigh = headersHigh;
        this.longestHeader = longestHeader;
    }

    /** The same with these bytes of its own. */
    private MessageIndex(byte[] own, MessageIndex view) {
        this.bytes = own;
        this.start = 0;
        this.startLineEnd = view.startLineEnd - view.start;
        this.bodyStart = view.bodyStart - view.start;
        this.bodyEnd = view.bodyEnd - view.start;
        this.lines = view.lines;
        this.faults = view.faults;
        this.headersLow = view.headersLow;
        this.headersHigh = view.headersHigh;
        this.longestHeader = view.longestHeader;
        this.vias = view.vias;
    }

    static int entry(int place, int id) {
        return place << PLACE | id;
    }

    static int idOf(int entry) {
        return entry & ID;
    }

    static int place(int entry) {
        return entry >>> PLACE;
    }

    MessageIndex detach() {
        return new MessageIndex(Arrays.copyOfRange(bytes, start, bodyEnd), this);
    }

    Optional<Via> topVia() {
        for (int line = find(HeaderName.VIA, 0); line >= 0; line = find(HeaderName.VIA, line + 1)) {
            List<String> values = Lexical.list(value(line));
            if (!values.isEmpty()) {
                return Optional.of(Via.parse(values.get(0)));
            }
        }
        return Optional.empty();
    }

    HeaderSet headerSet() {
        return new HeaderSet(headersLow, headersHigh);
    }

    /** How many lines there are among the headers, those without a colon counted. */
    int lineCount() {
        return lines.length - 1;
    }

    boolean isHeader(int line) {
        return idOf(lines[line]) != NO_COLON;
    }

    /** The id of the header's name; 0 for an extension. */
    int id(int line) {
        return idOf(lines[line]);
    }

    boolean isFolded(int line) {
        return (lines[line] & FOLDED) != 0;
    }

    /** Whether there is a header of this name: of the known ones the scan has kept account. */
    boolean has(HeaderName name) {
        return name.id() == 0 ? find(name, 0) >= 0 : HeaderSet.bit(headersLow, headersHigh, name.id());
    }

    /** The line of the first header of this name from line {@code from} on, or -1. */
    int find(HeaderName name, int from) {
        int id = name.id();
        if (!HeaderSet.bit(headersLow, headersHigh, id)) {
            return -1;
        }
        for (int line = from; line < lines.length - 1; line++) {
            if (idOf(lines[line]) == id && (id != 0 || isNamed(line, name))) {
                return line;
            }
        }
        return -1;
    }

    /** How many Via values there are: a line holds one, and one more behind each comma, which nothing else in a Via has. */
    int viaCount() {
        if (vias == 0) {
            vias = countVias();
        }
        return vias;
    }

    private int countVias() {
        int count = 0;
        for (int line = find(HeaderName.VIA, 0); line >= 0; line = find(HeaderName.VIA, line + 1)) {
            int end = lineEnd(line);
            count++;
            int comma = Words.indexOf(',', bytes, lineStart(line), end);
            while (comma < end) {
                count++;
                comma = Words.indexOf(',', bytes, comma + 1, end);
            }
        }
        return count;
    }

    HeaderName name(int line) {
        int id = idOf(lines[line]);
        return id == 0 ? HeaderName.of(rawName(line)) : HeaderName.registered(id);
    }

    int lineStart(int line) {
        return start + place(lines[line]);
    }

    /** The end of a line, without the line end but with its folds. */
    int lineEnd(int line) {
        int from = lineStart(line);
        int end = lineStart(line + 1);
        if (end > from && bytes[end - 1] == '\n') {
            end--;
        }
        if (end > from && bytes[end - 1] == '\r') {
            end--;
        }
        return Math.min(end, from + longestHeader);
    }

    /** Where the value starts: behind the colon and blanks, and behind a fold if one follows at once. */
    int valueStart(int line, int end) {
        int start = lineStart(line);
        int usual = KnownHeaders.colon(id(line), bytes, start, end);
        int colon = usual < 0 ? Words.indexOf(':', bytes, start, end) : usual;
        int i = Math.min(colon + 1, end);
        while (i < end && Folding.isLinearSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    int valueEnd(int line) {
        int start = lineStart(line);
        int end = lineEnd(line);
        while (end > start && Folding.isLinearSpace(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    boolean hasQuote(int line) {
        int end = lineEnd(line);
        return Words.indexOf('"', bytes, lineStart(line), end) < end;
    }

    String rawName(int line) {
        return text(lineStart(line), nameEnd(line));
    }

    private boolean isNamed(int line, HeaderName name) {
        return KnownHeaders.equalsIgnoreCase(name.lowerCase(), bytes, lineStart(line), nameEnd(line));
    }

    private int nameEnd(int line) {
        int end = lineStart(line);
        int longest = end + longestHeader;
        // The scan has seen the colon, so this stops.
        while (isNameByte(bytes[end]) && end < longest) {
            end++;
        }
        return end;
    }

    String value(int line) {
        int end = valueEnd(line);
        int from = valueStart(line, end);
        return isFolded(line) ? Folding.unfold(bytes, from, end) : text(from, end);
    }

    /** A start line or a part of it, which may be folded although it must not. */
    String unfoldedText(int from, int to) {
        return Words.indexOfLineFeed(bytes, from, to) < to ? Folding.unfold(bytes, from, to) : text(from, to);
    }

    String text(int from, int to) {
        return Lexical.text(bytes, from, to);
    }

    boolean hasNoFaults() {
        return faults.isEmpty();
    }

    /** Whether the scan found this. */
    boolean hasFault(DefectKind kind) {
        for (Fault fault : faults) {
            if (fault.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** The faults which the scan found. */
    List<Defect> structuralDefects() {
        List<Defect> defects = new ArrayList<>();
        for (Fault fault : faults) {
            int from = start + fault.offset();
            // Bytes behind the message may be gone: a detached message has no copy of them.
            int to = Math.max(from, Math.min(from + fault.length(), bodyEnd));
            String text = text(from, Math.min(to, from + 400));
            defects.add(Defect.of(fault.kind(), text, fault.offset(), fault.length()));
        }
        return defects;
    }

    static boolean isNameByte(byte b) {
        return b > ' ' && b != ':';
    }
}
