package org.callcause.capture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.text.line.LinePrefix;

/**
 * A message printed with dots for its line ends, in one line or in rows as wide as the terminal was: what ngrep shows
 * unless it is told to go by lines. Rows are cut anywhere, and all but the last are equally long.
 */
final class PrintedRows {

    private static final String ARROW = "->";

    private static final Pattern START_LINE =
            Pattern.compile("\\b(?:[A-Z]{3,15} [^\\s.]\\S{2,300} SIP/2\\.0|SIP/2\\.0 \\d{3}[^.]{0,80})\\.\\.");
    private static final Pattern MESSAGE = Pattern.compile(START_LINE.pattern() + "[A-Za-z][A-Za-z0-9-]{0,40} ?:");
    // The terminal may be narrower than the request line is long.
    private static final Pattern CUT_REQUEST_LINE = Pattern.compile(
            "^(?<before>.{0,200}?)\\b[A-Z]{3,15} (?:sips?|tel|urn):\\S{1,300}(?: (?:S|SI|SIP|SIP/|SIP/2|SIP/2\\.)?)?$",
            Pattern.UNIX_LINES);

    // Those of a hex dump have 16 characters, or 32.
    private static final int NARROWEST = 36;
    private static final int WIDEST = 500;
    private static final int MOST_ROWS = 2000;
    private static final int LONGEST_BEFORE = 400;

    private final String before;
    private final LinePrefix prefix;
    private final String indentation;
    private final List<String> rows = new ArrayList<>();

    private PrintedRows(String before, String row) {
        this.before = before;
        int words = before.stripTrailing().length();
        this.prefix = new LinePrefix(before.substring(0, words));
        this.indentation = before.substring(words);
        rows.add(row);
    }

    /** The first row of a message, when the line is one; the line before it tells when it is too short to be sure. */
    static Optional<PrintedRows> begin(String line, String lineBefore) {
        if (line.contains("SIP/2.0")) {
            Matcher start = START_LINE.matcher(line);
            boolean begins = line.contains("..") && start.find() && line.length() - start.start() >= NARROWEST;
            return begins ? begin(line, start.start()) : Optional.empty();
        }
        if (!lineBefore.contains(ARROW) || line.length() < NARROWEST || line.length() > WIDEST) {
            return Optional.empty();
        }
        Matcher cut = CUT_REQUEST_LINE.matcher(line);
        return cut.matches() ? begin(line, cut.end("before")) : Optional.empty();
    }

    private static Optional<PrintedRows> begin(String line, int at) {
        String before = at > LONGEST_BEFORE ? "" : line.substring(0, at);
        return Optional.of(new PrintedRows(before, line.substring(at)));
    }

    /** What stands in the line of the first row before the message. */
    String before() {
        return before;
    }

    /** Takes the line when it is the next row. */
    boolean takes(String line) {
        String first = rows.get(0);
        if (before.contains(ARROW) || first.length() > WIDEST || rows.size() >= MOST_ROWS) {
            return false;
        }
        int end = prefix.endIn(line);
        if (end < 0 || !line.startsWith(indentation, end)) {
            return false;
        }
        String row = line.substring(end + indentation.length());
        boolean next = !row.isBlank()
                && row.length() <= WIDEST
                && !START_LINE.matcher(row).lookingAt();
        if (!next || (indentation.isEmpty() && !isFull(row))) {
            return false;
        }
        rows.add(row);
        return true;
    }

    /** Whether a line is that of another log, which may stand between two rows. */
    boolean isBetween(String line) {
        return LogClock.begins(line) && (prefix.isEmpty() || prefix.endIn(line) < 0);
    }

    /** Where nothing stands before a row, it goes on the row before only if that was full. */
    private boolean isFull(String row) {
        boolean full = rows.get(rows.size() - 1).length() == rows.get(0).length();
        return full && row.charAt(0) != '#' && !row.contains(ARROW) && !LogClock.begins(row);
    }

    /** The message; empty when what was printed is none. */
    Optional<DottedLines> message() {
        String printed = joined();
        return MESSAGE.matcher(printed).lookingAt() ? Optional.of(DottedLines.of(printed)) : Optional.empty();
    }

    /** The rows in one. A blank at the end of a row gets lost in mails and editors, which shows in its length. */
    private String joined() {
        int last = rows.size() - 1;
        int width = 0;
        int full = 0;
        for (String row : rows.subList(0, last)) {
            full = row.length() > width ? 1 : row.length() == width ? full + 1 : full;
            width = Math.max(width, row.length());
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i <= last; i++) {
            String row = rows.get(i);
            joined.append(row);
            if (full > 1 && i < last && row.length() == width - 1) {
                joined.append(' ');
            }
        }
        return joined.toString();
    }
}
