package org.callcause.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one pass over the bytes of a message: finds the lines, names the headers and notes what is wrong with the
 * structure. Its arrays grow with the largest message seen and are used again, so that a message costs little more than
 * an index of its own size.
 */
final class MessageScanner {
    private static final int NONE = -1;

    private final ParserLimits limits;
    private int[] lines = new int[64];
    private final int[] firstLines = new int[HeaderSet.IDS];
    private final List<Fault> faults = new ArrayList<>();
    private int lineCount;
    private long headersLow;
    private long headersHigh;
    private int start;

    MessageScanner(ParserLimits limits) {
        this.limits = limits;
    }

    /** The message in {@code [from, to)}, with a copy of its bytes if it is to be its own; null if this is not SIP. */
    @Nullable
    SipMessage scan(byte[] bytes, int from, int to, boolean own) {
        lineCount = 0;
        headersLow = 0;
        headersHigh = 0;
        faults.clear();
        start = skipLineEnds(bytes, from, to);
        int end = to - start > limits.messageBytes() ? start + limits.messageBytes() : to;
        int lineFeed = Words.indexOfLineFeed(bytes, start, end);
        StartLine.Kind kind = StartLine.kindOf(bytes, start, withoutReturn(bytes, start, lineFeed));
        if (kind == StartLine.Kind.NONE) {
            lineFeed = endOfFolds(bytes, lineFeed, end);
            kind = StartLine.kindOf(bytes, start, withoutReturn(bytes, start, lineFeed));
            if (kind == StartLine.Kind.NONE) {
                return null;
            }
            fault(DefectKind.FOLDED_REQUEST_LINE, start, lineFeed);
        }
        int startLineEnd = withoutReturn(bytes, start, lineFeed);
        int status = kind == StartLine.Kind.RESPONSE ? readStatusLine(bytes, startLineEnd) : NONE;
        if (kind == StartLine.Kind.REQUEST) {
            checkRequestLine(bytes, startLineEnd);
        }
        int bodyStart = readHeaders(bytes, lineFeed, end);
        int bodyEnd = endOfBody(bytes, bodyStart, end);
        if (end < to) {
            fault(DefectKind.LIMIT_EXCEEDED, end, to);
        }
        int origin = own ? start : 0;
        MessageIndex index = new MessageIndex(
                own ? Arrays.copyOfRange(bytes, start, bodyEnd) : bytes,
                start - origin,
                startLineEnd - origin,
                bodyStart - origin,
                bodyEnd - origin,
                Arrays.copyOf(lines, lineCount + 1),
                List.copyOf(faults),
                headersLow,
                headersHigh,
                limits.headerValueBytes());
        DialogKeys keys = DialogKeys.of(index, firstLines);
        return kind == StartLine.Kind.RESPONSE
                ? new SipResponse(index, keys, own, status)
                : new SipRequest(
                        index, keys, own, Method.of(bytes, start, StartLine.endOfToken(bytes, start, startLineEnd)));
    }

    /** The status code, or 0. */
    private int readStatusLine(byte[] bytes, int end) {
        int version = StartLine.endOfVersion(bytes, start, end);
        checkVersion(bytes, start, version);
        int code = version;
        while (StartLine.isBlank(bytes[code])) {
            code++;
        }
        int codeEnd = code;
        while (codeEnd < end && !StartLine.isBlank(bytes[codeEnd])) {
            codeEnd++;
        }
        if (codeEnd == end || code - version != 1) {
            fault(DefectKind.BAD_STATUS_LINE, start, end);
        }
        int status = 0;
        for (int i = code; i < codeEnd && status >= 0; i++) {
            int digit = bytes[i] - '0';
            status = digit < 0 || digit > 9 || status > 99 ? NONE : status * 10 + digit;
        }
        if (codeEnd - code == 3 && status >= 100 && status <= 699) {
            return status;
        }
        fault(DefectKind.BAD_STATUS_CODE, code, codeEnd);
        return 0;
    }

    /** One blank between the parts, none within them, none behind them (RFC 3261 section 7.1). */
    private void checkRequestLine(byte[] bytes, int end) {
        int version = StartLine.versionOfRequest(bytes, start, end);
        int versionEnd = StartLine.endOfVersion(bytes, version, end);
        checkVersion(bytes, version, versionEnd);
        int uri = StartLine.endOfToken(bytes, start, end) + 1;
        int uriEnd = version - 1;
        boolean wellFormed = versionEnd == end
                && uri < uriEnd
                && bytes[uri - 1] == ' '
                && bytes[uriEnd] == ' '
                && Words.indexOf(' ', bytes, uri, uriEnd) == uriEnd
                && Words.indexOf('\t', bytes, uri, uriEnd) == uriEnd
                && Words.indexOf('<', bytes, uri, uriEnd) == uriEnd;
        if (!wellFormed) {
            fault(DefectKind.BAD_REQUEST_LINE, start, end);
        }
    }

    private void checkVersion(byte[] bytes, int from, int to) {
        if (to - from != 7 || bytes[from + 4] != '2' || bytes[from + 6] != '0') {
            fault(DefectKind.BAD_VERSION, from, to);
        }
    }

    /** Indexes the lines behind the line feed of the start line, and says where the body starts. */
    private int readHeaders(byte[] bytes, int startLineFeed, int end) {
        int bare = isBare(bytes, startLineFeed, end) ? startLineFeed : NONE;
        int endOfIndex = NONE;
        int line = Math.min(startLineFeed + 1, end);
        int body = NONE;
        while (line < end && body == NONE) {
            byte first = bytes[line];
            int lineFeed;
            if (first == '\n' || (first == '\r' && (line + 1 == end || bytes[line + 1] == '\n'))) {
                lineFeed = first == '\n' ? line : line + 1;
                body = Math.min(lineFeed + 1, end);
            } else if (endOfIndex == NONE && lineCount > 0 && StartLine.isBlank(first)) {
                lines[lineCount - 1] |= MessageIndex.FOLDED;
                lineFeed = Words.indexOfLineFeed(bytes, line, end);
            } else if (endOfIndex == NONE && lineCount < limits.headers()) {
                lineFeed = readHeader(bytes, line, end);
            } else {
                if (endOfIndex == NONE) {
                    fault(DefectKind.LIMIT_EXCEEDED, line, line);
                    endOfIndex = line;
                }
                lineFeed = Words.indexOfLineFeed(bytes, line, end);
            }
            if (bare == NONE && isBare(bytes, lineFeed, end)) {
                bare = lineFeed;
            }
            if (body == NONE) {
                if (endOfIndex == NONE && isUnfinished(bytes, lineFeed, end)) {
                    endOfIndex = line;
                }
                line = Math.min(lineFeed + 1, end);
            }
        }
        endOfIndex = endOfIndex == NONE ? line : endOfIndex;
        closeLine(endOfIndex);
        lines[lineCount] = MessageIndex.entry(endOfIndex - start, 0);
        if (bare != NONE) {
            fault(DefectKind.BARE_LINE_FEED, bare, bare + 1);
        }
        if (body == NONE) {
            fault(DefectKind.NO_END_OF_HEADERS, end, end);
        }
        return body == NONE ? end : body;
    }

    /** Adds the header that starts at {@code line}, unless the message ends in it, and gives the place of its line feed. */
    private int readHeader(byte[] bytes, int line, int end) {
        int id = KnownHeaders.beforeColon(bytes, line, end);
        if (id == 0) {
            return readUnusualHeader(bytes, line, end);
        }
        int lineFeed = Words.indexOfLineFeed(bytes, line + KnownHeaders.length(id), end);
        if (!isUnfinished(bytes, lineFeed, end)) {
            add(line, id);
        }
        return lineFeed;
    }

    private int readUnusualHeader(byte[] bytes, int line, int end) {
        int name = line;
        while (name < end && StartLine.isBlank(bytes[name])) {
            // Only the first line can get here with blanks: there is no header yet which it could continue.
            name++;
        }
        int nameEnd = Words.endOfName(bytes, name, end);
        int colon = nameEnd;
        while (colon < end && StartLine.isBlank(bytes[colon])) {
            colon++;
        }
        boolean named = nameEnd > name && colon < end && bytes[colon] == ':';
        int lineFeed = Words.indexOfLineFeed(bytes, nameEnd, end);
        if (isUnfinished(bytes, lineFeed, end)) {
            return lineFeed;
        }
        if (name > line) {
            fault(DefectKind.FOLDED_REQUEST_LINE, line, lineFeed);
        }
        if (!named) {
            fault(DefectKind.HEADER_WITHOUT_COLON, line, withoutReturn(bytes, line, lineFeed));
        }
        add(name, named ? KnownHeaders.find(bytes, name, nameEnd) : MessageIndex.NO_COLON);
        return lineFeed;
    }

    /** Whether the message ends in the middle of this line: half a tag or half a Call-ID is another one. */
    private static boolean isUnfinished(byte[] bytes, int lineFeed, int end) {
        return lineFeed == end && bytes[end - 1] != '\r';
    }

    private void add(int name, int id) {
        closeLine(name);
        if (lineCount + 2 > lines.length) {
            lines = Arrays.copyOf(lines, lines.length * 2);
        }
        if (!HeaderSet.bit(headersLow, headersHigh, id)) {
            firstLines[id] = lineCount;
        }
        if (id < Long.SIZE) {
            headersLow |= 1L << id;
        } else {
            headersHigh |= 1L << id;
        }
        lines[lineCount++] = MessageIndex.entry(name - start, id);
    }

    /** The first line of this header, one of the known, or -1. */
    private int firstLine(HeaderName name) {
        return HeaderSet.bit(headersLow, headersHigh, name.id()) ? firstLines[name.id()] : NONE;
    }

    private void closeLine(int next) {
        if (lineCount > 0) {
            int line = start + MessageIndex.place(lines[lineCount - 1]);
            if (next - line > limits.headerValueBytes()) {
                fault(DefectKind.LIMIT_EXCEEDED, line + limits.headerValueBytes(), next);
            }
        }
    }

    private int endOfBody(byte[] bytes, int body, int end) {
        long declared = NONE;
        boolean contradiction = false;
        int first = firstLine(HeaderName.CONTENT_LENGTH);
        for (int i = first == NONE ? lineCount : first; i < lineCount; i++) {
            if (MessageIndex.idOf(lines[i]) == HeaderName.CONTENT_LENGTH.id()) {
                int from = start + MessageIndex.place(lines[i]);
                int to = start + MessageIndex.place(lines[i + 1]);
                long length = ContentLength.read(bytes, from, to);
                if (length == ContentLength.UNREADABLE) {
                    fault(DefectKind.BAD_CONTENT_LENGTH, from, to);
                } else if (declared != NONE && declared != length) {
                    fault(DefectKind.CONTENT_LENGTH_MISMATCH, from, to);
                    contradiction = true;
                } else {
                    declared = length;
                }
            }
        }
        if (declared == NONE || contradiction) {
            return end;
        }
        if (declared > end - body) {
            if (declared > end - body + bareLineFeeds(bytes, body, end)) {
                fault(DefectKind.TRUNCATED_BODY, body, end);
            }
            return end;
        }
        int bodyEnd = body + (int) declared;
        if (skipLineEnds(bytes, bodyEnd, end) < end) {
            fault(DefectKind.BYTES_AFTER_BODY, bodyEnd, end);
        }
        return bodyEnd;
    }

    /** A log that writes line feeds only has shortened the body by one byte a line. */
    private static int bareLineFeeds(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] != '\r') {
                count++;
            }
        }
        return count;
    }

    private void fault(DefectKind kind, int from, int to) {
        faults.add(new Fault(kind, from - start, to - from));
    }

    static int skipLineEnds(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        return i;
    }

    /** The end of a line's text, given the place of its line feed. */
    static int withoutReturn(byte[] bytes, int from, int lineFeed) {
        return lineFeed > from && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    }

    private static boolean isBare(byte[] bytes, int lineFeed, int end) {
        return lineFeed < end && bytes[lineFeed - 1] != '\r';
    }

    /** The line feed of the last line that continues the one with this line feed. */
    static int endOfFolds(byte[] bytes, int lineFeed, int end) {
        int last = lineFeed;
        while (last + 1 < end && StartLine.isBlank(bytes[last + 1])) {
            last = Words.indexOfLineFeed(bytes, last + 1, end);
        }
        return last;
    }
}
