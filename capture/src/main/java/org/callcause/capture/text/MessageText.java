package org.callcause.capture.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines of one message as they are collected. */
final class MessageText {

    private static final int MAX_LENGTH = 1 << 17;
    private static final int MIN_TELLING_HEADERS = 2;
    private static final String CRLF = "\r\n";
    private static final String SDP_BEGIN = "v=0";

    private enum Part {
        HEADERS,
        SDP,
        OTHER_BODY,
        COMPLETE
    }

    private final MessagePrefix prefix;
    private final Wrapping wrapping;
    private final boolean dotted;
    private final List<String> headers = new ArrayList<>();
    private final BodyLines body = new BodyLines();
    private Part part = Part.HEADERS;
    private long contentLength = -1;
    private String contentType = "";
    private int tellingHeaders;
    private boolean doubled;
    private boolean afterLine;
    private boolean ended;
    private boolean cutInLastLine;
    // What was taken off the end of the last line, should it go on.
    private String lost;
    private int length;

    /**
     * Begins with a start line.
     *
     * @param before what stands in its line before it
     */
    MessageText(String before, String startLine, Wrapping wrapping) {
        prefix = new MessagePrefix(before);
        this.wrapping = wrapping;
        // ngrep shows the carriage return at the end of each line as a dot.
        dotted = startLine.endsWith(".") && (startLine.endsWith("SIP/2.0.") || startLine.startsWith("SIP/2.0 "));
        String text = undot(startLine).stripTrailing();
        lost = startLine.endsWith(" ") ? " " : "";
        headers.add(text);
        length = text.length();
    }

    /** The line without its prefix; empty when it is a line of the log that does not belong to the message. */
    Optional<String> strip(String line) {
        return prefix.strip(line);
    }

    /** Whether each of its lines has the prefix of the log, which tells it from lines of others. */
    boolean hasPrefix() {
        return prefix.isRepeated();
    }

    /** Whether the log cuts the message here and goes on with it in a line of its own: what that line adds. */
    Optional<String> continuation(String line) {
        return isCut() && !isBehindEnd(line) ? prefix.continuation(line) : Optional.empty();
    }

    /** Whether more of it must follow, as far as can be told. */
    boolean isCut() {
        return part == Part.HEADERS || (part == Part.SDP && contentLength > 0 && body.isShorterThan(contentLength));
    }

    /** Whether a line that stands behind lines of others can be its next. */
    boolean goesOnWith(String text) {
        if (part == Part.HEADERS) {
            return HeaderLines.isKnown(text) || text.equals(SDP_BEGIN) || (text.isBlank() && bodyFollows());
        }
        return isSdpLine(undot(text));
    }

    /** Takes what a log wrote in a new line of its own: the rest of the line before, or a line by itself. */
    void goOn(String text, boolean carriageReturn) {
        boolean line = text.isBlank() || (part == Part.HEADERS ? HeaderLines.isKnown(text) : isSdpLine(undot(text)));
        if (line || part != Part.HEADERS) {
            add(text, carriageReturn);
        } else {
            String last = headers.remove(headers.size() - 1);
            length += text.length();
            replaceLast(last, last + undot(text));
        }
    }

    private void replaceLast(String last, String whole) {
        if (headers.isEmpty()) {
            headers.add(whole);
        } else {
            tellingHeaders -= HeaderLines.isTelling(last) ? 1 : 0;
            addHeader(whole, false);
        }
    }

    /** Whether it is what a mail program or a terminal broke off the line before. */
    boolean isRest(String line) {
        if (!wrapping.isRest(line) || line.isBlank() || hasOnlyStartLine()) {
            return false;
        }
        String text = undot(line);
        boolean word = StartLines.isToken(line.charAt(0));
        boolean odd = part == Part.HEADERS
                ? !HeaderLines.isPlain(text)
                        && !text.startsWith(" ")
                        && !text.startsWith("\t")
                        && !text.equals(SDP_BEGIN)
                : part == Part.SDP && !isSdpLine(text) && (word || wrapping.isBehindLongLine());
        return odd && !isBehindEnd(text);
    }

    /** What the line has of the words behind a status, when they were broken off; empty when it is none of them. */
    Optional<String> restOfReason(String line) {
        if (!hasOnlyStartLine() || !headers.get(0).startsWith("SIP/2.0 ")) {
            return Optional.empty();
        }
        return prefix.withoutDecoration(line)
                .filter(text -> !text.isEmpty() && StartLines.isLetter(text.charAt(0)) && !HeaderLines.isHeader(text))
                .filter(wrapping::isRest);
    }

    /** Takes what was broken off the line before. */
    void join(String rest) {
        length += rest.length();
        String end = lost;
        lost = dotted && rest.endsWith(".") ? "." : "";
        if (part == Part.SDP) {
            body.joinLast(last -> wrapping.joined(last + end, undot(rest)));
        } else {
            String last = headers.remove(headers.size() - 1);
            replaceLast(last, wrapping.joined(last + end, undot(rest)));
        }
    }

    /** Whether this is no header, and stands behind the one that says that nothing more is to come. */
    boolean isBehindEnd(String text) {
        return part == Part.HEADERS
                && contentLength == 0
                && !text.isBlank()
                && !HeaderLines.isHeader(text)
                && HeaderLines.contentLength(headers.get(headers.size() - 1)) == 0;
    }

    /** Whether a blank line among the first lines was taken for one of many, and this line shows that it was not. */
    boolean isNotSpaced(String text) {
        boolean goesOn = hasOnlyStartLine() ? HeaderLines.isKnown(text) : HeaderLines.isHeader(text);
        return doubled && !isMessage() && !text.isBlank() && !goesOn;
    }

    boolean isComplete() {
        return part == Part.COMPLETE || length > MAX_LENGTH;
    }

    boolean inHeaders() {
        return part == Part.HEADERS;
    }

    /** Whether the body is one in which a line that looks like a SIP start line may stand. */
    boolean mayHoldStartLines() {
        return part == Part.OTHER_BODY
                && contentLength >= 0
                && (contentType.startsWith("message/") || contentType.startsWith("multipart/"));
    }

    /** Whether nothing but the start line has been seen. */
    boolean hasOnlyStartLine() {
        return headers.size() == 1;
    }

    /** Whether a ruler between messages ends it: not in a body that may hold one. */
    boolean endsAtRulers() {
        return part == Part.HEADERS || (contentLength < 0 && !contentType.startsWith("multipart/"));
    }

    /** Whether only the length of the body tells where it ends. */
    boolean hasOpaqueBody() {
        return part == Part.OTHER_BODY;
    }

    /** Whether this line cannot belong to the body any more; always false in the headers. */
    boolean isBeyondBody(String text) {
        return part == Part.SDP && !isSdpLine(undot(text)) && !(doubled && text.isBlank());
    }

    /** Adds a line that belongs to the message, without its prefix. */
    void add(String text, boolean carriageReturn) {
        String line = undot(text);
        lost = line.length() < text.length() ? "." : "";
        length += line.length() + 2;
        boolean ended = carriageReturn || line.length() < text.length();
        switch (part) {
            case HEADERS -> addHeader(line, ended);
            case SDP -> {
                if (!line.isEmpty()) {
                    body.add(line, ended);
                }
            }
            case OTHER_BODY -> {
                body.add(line, ended);
                boolean known = contentLength >= 0;
                if (known && (body.canHaveLength(contentLength) || body.isLongerThan(contentLength))) {
                    part = Part.COMPLETE;
                }
            }
            case COMPLETE -> {}
        }
    }

    private String undot(String text) {
        return dotted && text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private void addHeader(String line, boolean carriageReturn) {
        if (line.isBlank()) {
            if (!isMessage() && !doubled) {
                // Some consoles and pages turn CR LF into two line ends.
                doubled = true;
                afterLine = false;
                return;
            }
            if (doubled && afterLine) {
                afterLine = false;
                return;
            }
            ended = true;
            part = bodyFollows() ? Part.OTHER_BODY : Part.COMPLETE;
            if (part == Part.OTHER_BODY && (contentType.contains("/sdp") || contentType.isEmpty())) {
                part = Part.SDP;
            }
            return;
        }
        if (line.equals(SDP_BEGIN)) {
            // Many a log drops blank lines, and with them the one before the body.
            this.ended = true;
            part = Part.SDP;
            body.add(line, carriageReturn);
            return;
        }
        headers.add(line);
        afterLine = true;
        if (HeaderLines.isTelling(line)) {
            tellingHeaders++;
        }
        long told = HeaderLines.contentLength(line);
        contentLength = told >= 0 ? told : contentLength;
        String type = HeaderLines.value(line, "Content-Type", "c");
        contentType = type.isEmpty() ? contentType : type.toLowerCase(Locale.ROOT);
    }

    private boolean bodyFollows() {
        return contentLength > 0 || (contentLength < 0 && !contentType.isEmpty());
    }

    private static boolean isSdpLine(String line) {
        return line.length() >= 2 && line.charAt(1) == '=' && line.charAt(0) >= 'a' && line.charAt(0) <= 'z';
    }

    /** Whether it has the headers of a SIP message, not only a line that looks like the start of one. */
    boolean isMessage() {
        return tellingHeaders >= MIN_TELLING_HEADERS;
    }

    /**
     * The input ends in the line that was added last, without a line end.
     *
     * @return whether the message is cut by that: many texts end without the last line end, and then with no more than that
     *     and the empty line missing
     */
    boolean endOfInput() {
        cutInLastLine = !headersEnded();
        return cutInLastLine;
    }

    /** Whether its headers are whole: text drops empty lines, the last one above all, so that no body is to follow has to do. */
    private boolean headersEnded() {
        return ended || contentLength == 0;
    }

    /** The bytes of the message; without the empty line where its headers are not whole. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(length + 64);
        for (String header : headers) {
            text.append(header).append(CRLF);
        }
        if (headersEnded()) {
            text.append(CRLF);
        } else if (cutInLastLine) {
            text.setLength(text.length() - CRLF.length());
        }
        body.appendTo(text, contentLength);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
