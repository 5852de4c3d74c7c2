package org.callcause.capture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message printed with a dot for each byte that cannot be printed, so that two dots stand for a line end, as ngrep
 * prints it. Dots may also be dots, or bytes of a name in another script. What stands behind them decides: the
 * beginning of a header, of an SDP line, or nothing; all other dots are left as they stand.
 */
final class DottedLines {

    private static final String LINE_END = "..";
    private static final String SDP = "v=0.";
    private static final Pattern NEW_HEADER = Pattern.compile("[A-Z][A-Za-z0-9-]{1,40}: ");
    private static final Pattern SDP_LINE = Pattern.compile("[a-z]=");
    private static final Pattern BODY_LINE = Pattern.compile("[a-z]=|<|--|[A-Z][A-Za-z-]{3,40}: ");
    // A program may close a bracket behind the message.
    private static final Pattern NOTHING = Pattern.compile("[^A-Za-z0-9<\"]{0,3}$", Pattern.UNIX_LINES);

    // A header that tells the length of the body is not longer.
    private static final int MOST_OF_LENGTH = 80;

    private final String printed;
    private final List<String> lines = new ArrayList<>();
    private int begin;
    private long contentLength = -1;
    private boolean typed;
    private boolean certain = true;
    private int quotesOf = -1;
    private int quotesTo;
    private boolean quoted;

    private DottedLines(String printed) {
        this.printed = printed;
    }

    /** The message that begins with this text. */
    static DottedLines of(String printed) {
        DottedLines dotted = new DottedLines(printed);
        int body = dotted.headers();
        if (body >= 0) {
            dotted.body(body);
        }
        return dotted;
    }

    /** Its lines without their ends, the empty one before the body among them. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether no dots are left that may stand for something else: two or more in a row. */
    boolean isCertain() {
        return certain;
    }

    /** Reads to the end of the headers: where the body begins, or -1 when there is none. */
    private int headers() {
        int dots = printed.indexOf(LINE_END);
        while (dots >= 0) {
            int end = endOfDots(dots);
            int count = end - dots;
            if (isNothing(end)) {
                boolean blank = count >= 4;
                line(end - (blank ? 4 : 2));
                if (blank) {
                    lines.add("");
                }
                return -1;
            }
            if (count >= 4 && isBody(end)) {
                line(end - 4);
                lines.add("");
                // What follows a message without a body is not of it.
                return contentLength == 0 ? -1 : end;
            }
            if (isHeader(end)) {
                line(end - 2);
                begin = end;
            } else if (count == 2 && isFolded(end)) {
                line(dots);
                begin = end;
            } else {
                certain = false;
            }
            dots = printed.indexOf(LINE_END, end);
        }
        line(printed.length());
        return -1;
    }

    private void body(int from) {
        begin = from;
        boolean sdp = printed.startsWith(SDP, from);
        if (sdp && printed.indexOf(LINE_END, from) < 0) {
            bareLines();
            return;
        }
        if (!sdp && !printed.startsWith("--", from)) {
            // Text of any other kind may have dots anywhere; as one line it keeps its length.
            line(printed.length());
            return;
        }
        Pattern next = sdp ? SDP_LINE : BODY_LINE;
        int dots = printed.indexOf(LINE_END, from);
        while (dots >= 0) {
            int end = endOfDots(dots);
            if (isNothing(end)) {
                line(end - 2);
                return;
            }
            if (follows(next, end)) {
                line(end - 2);
                begin = end;
            } else {
                certain = false;
            }
            dots = printed.indexOf(LINE_END, end);
        }
        line(printed.length());
    }

    /** SDP lines that end in a line feed alone. */
    private void bareLines() {
        for (int dot = printed.indexOf('.', begin); dot >= 0; dot = printed.indexOf('.', dot + 1)) {
            if (follows(SDP_LINE, dot + 1) || dot + 1 == printed.length()) {
                line(dot);
                begin = dot + 1;
            }
        }
        if (begin < printed.length()) {
            line(printed.length());
        }
    }

    private void line(int end) {
        String line = printed.substring(begin, Math.max(begin, end));
        certain &= !line.contains(LINE_END);
        lines.add(line);
        learn(line);
    }

    /** Takes what a header says of the body. */
    private void learn(String header) {
        long told = HeaderLines.contentLength(header);
        contentLength = told >= 0 ? told : contentLength;
        typed |= !HeaderLines.value(header, "Content-Type", "c").isEmpty();
    }

    /** Whether the headers are over here: a body of the length they say begins, or what can be one. */
    private boolean isBody(int at) {
        learn(printed.substring(begin, Math.min(at - 4, begin + MOST_OF_LENGTH)));
        if (printed.startsWith(SDP, at) || contentLength == printed.length() - at) {
            return true;
        }
        boolean other = isHeader(at) || isQuoted(at) || printed.charAt(at) == ' ';
        return !other && (contentLength >= 0 || typed);
    }

    /** Whether a quotation mark of this line is open here; asked of places further and further on. */
    private boolean isQuoted(int at) {
        if (quotesOf != begin) {
            quotesOf = begin;
            quotesTo = begin;
            quoted = false;
        }
        for (; quotesTo < at; quotesTo++) {
            quoted ^= printed.charAt(quotesTo) == '"';
        }
        return quoted;
    }

    private boolean isHeader(int at) {
        return HeaderLines.isKnown(printed.substring(at, Math.min(printed.length(), at + 60)))
                || follows(NEW_HEADER, at);
    }

    /** Whether the line goes on with a parameter. */
    private boolean isFolded(int at) {
        int next = at;
        while (next < printed.length() && printed.charAt(next) == ' ') {
            next++;
        }
        return next > at && next < printed.length() && ";,".indexOf(printed.charAt(next)) >= 0;
    }

    private boolean isNothing(int at) {
        return follows(NOTHING, at);
    }

    private boolean follows(Pattern pattern, int at) {
        return pattern.matcher(printed).region(at, printed.length()).lookingAt();
    }

    private int endOfDots(int from) {
        int at = from;
        while (at < printed.length() && printed.charAt(at) == '.') {
            at++;
        }
        return at;
    }
}
