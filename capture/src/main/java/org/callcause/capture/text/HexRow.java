package org.callcause.capture.text;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * A row of a dump in hexadecimal: where its bytes stand in the packet, then the bytes, alone or in groups, as tcpdump,
 * tshark, Wireshark, hexdump, od and xxd print them. Wireshark's K12 text has all bytes of a packet in one row.
 */
final class HexRow {

    private static final int MOST_BYTES = 16;
    private static final int GROUP = 8;
    private static final int MIN_DIGITS = 4;
    private static final int MAX_DIGITS = 8;
    // A blank alone behind fewer digits is found in other tables as well.
    private static final int DIGITS_BEFORE_BLANK = 6;
    // Where the text begins in a row without a number.
    private static final int UNNUMBERED_TEXT = 56;
    private static final String K12 = "|0   |";

    private final int start;
    private final long offset;
    private final byte[] bytes;

    private HexRow(int start, long offset, byte[] bytes) {
        this.start = start;
        this.offset = offset;
        this.bytes = bytes;
    }

    /** Where the row begins in its line. */
    int start() {
        return start;
    }

    /** Where its bytes stand in the packet. */
    long offset() {
        return offset;
    }

    /** Its bytes, which are not copied. */
    byte[] bytes() {
        return bytes;
    }

    /** The row that begins here, behind blanks. */
    static Optional<HexRow> at(String line, int from) {
        int start = from;
        while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
            start++;
        }
        int digits = line.startsWith("0x", start) ? start + 2 : start;
        int end = digits;
        while (end < line.length() && end - digits <= MAX_DIGITS && Character.digit(line.charAt(end), 16) >= 0) {
            end++;
        }
        int count = end - digits;
        if (count < MIN_DIGITS || count > MAX_DIGITS || end == line.length()) {
            return Optional.empty();
        }
        boolean separated = line.charAt(end) == ':'
                || line.startsWith("  ", end)
                || (line.charAt(end) == ' ' && count >= DIGITS_BEFORE_BLANK);
        if (!separated) {
            return Optional.empty();
        }
        int at = end;
        while (at < line.length() && ": \t".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return Optional.of(new HexRow(start, Long.parseLong(line.substring(digits, end), 16), bytes(line, at)));
    }

    /** The first row of a dump, behind any prefix. */
    static Optional<HexRow> first(String line) {
        int k12 = line.indexOf(K12);
        if (k12 >= 0) {
            return Optional.of(new HexRow(k12, 0, barred(line, k12 + K12.length())))
                    .filter(row -> row.bytes.length >= MOST_BYTES);
        }
        for (int at = line.indexOf("0000"); at >= 0; at = line.indexOf("0000", at)) {
            int end = at;
            while (end < line.length() && line.charAt(end) == '0') {
                end++;
            }
            int start = at >= 2 && line.startsWith("0x", at - 2) ? at - 2 : at;
            boolean alone = start == 0 || " \t>|:".indexOf(line.charAt(start - 1)) >= 0;
            if (alone && end - at <= MAX_DIGITS) {
                Optional<HexRow> row =
                        at(line, start).filter(found -> found.offset == 0 && found.bytes.length >= GROUP);
                if (row.isPresent()) {
                    return row;
                }
            }
            at = end;
        }
        return Optional.empty();
    }

    /**
     * A row of {@code ngrep -x}, which does not say where its bytes stand in the packet: two halves of up to eight bytes,
     * then the same as text. That these agree tells the row from any other line.
     *
     * @param offset where the bytes stand that follow those of the row before
     */
    static Optional<HexRow> unnumbered(String line, int offset) {
        if (line.length() < UNNUMBERED_TEXT || !line.startsWith("  ") || !isPair(line, 2)) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(MOST_BYTES);
        String text = line.substring(UNNUMBERED_TEXT);
        for (int i = 0; i < MOST_BYTES; i++) {
            int at = 2 + 3 * i + (i < GROUP ? 0 : 3);
            if (!isPair(line, at)) {
                break;
            }
            int value = Integer.parseInt(line, at, at + 2, 16);
            char shown = i < text.length() ? text.charAt(i) : ' ';
            if (shown != value && shown != '.') {
                return Optional.empty();
            }
            bytes.write(value);
        }
        boolean rest = line.substring(2 + 3 * bytes.size() + (bytes.size() > GROUP ? 3 : 0), UNNUMBERED_TEXT)
                .isBlank();
        return rest && text.stripTrailing().length() <= bytes.size()
                ? Optional.of(new HexRow(0, offset, bytes.toByteArray()))
                : Optional.empty();
    }

    /** Pairs of digits, with or without a blank between them, with two in the middle of the row. */
    private static byte[] bytes(String line, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(MOST_BYTES);
        int at = from;
        while (bytes.size() < MOST_BYTES && isPair(line, at)) {
            bytes.write(Integer.parseInt(line, at, at + 2, 16));
            at += 2;
            boolean middle = bytes.size() == GROUP && line.startsWith("  ", at) && isPair(line, at + 2);
            if (at < line.length() && line.charAt(at) == ' ') {
                at += middle ? 2 : 1;
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] barred(String line, int from) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = from; isPair(line, at) && line.startsWith("|", at + 2); at += 3) {
            bytes.write(Integer.parseInt(line, at, at + 2, 16));
        }
        return bytes.toByteArray();
    }

    private static boolean isPair(String line, int at) {
        return at + 1 < line.length()
                && Character.digit(line.charAt(at), 16) >= 0
                && Character.digit(line.charAt(at + 1), 16) >= 0;
    }
}
