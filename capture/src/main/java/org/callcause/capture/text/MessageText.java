package org.callcause.capture.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lines of one message as they are collected. Text loses the line ends that were sent, so they are restored:
 * CR LF, except in a body that has the length which the message says only with bare line feeds.
 */
final class MessageText {

    private static final int MAX_LENGTH = 1 << 17;
    private static final int MIN_TELLING_HEADERS = 2;
    private static final String CRLF = "\r\n";

    private enum Part {
        HEADERS,
        SDP,
        OTHER_BODY,
        COMPLETE
    }

    private final LinePrefix prefix;
    private final boolean dotted;
    private final List<String> headers = new ArrayList<>();
    private final List<String> body = new ArrayList<>();
    private Part part = Part.HEADERS;
    private long contentLength = -1;
    private String contentType = "";
    private int tellingHeaders;
    private int length;
    private int lineFeeds;
    private int bodyLength;

    /**
     * Begins with a start line.
     *
     * @param before what stands in its line before it
     */
    MessageText(String before, String startLine) {
        prefix = new LinePrefix(before);
        // ngrep shows the carriage return at the end of each line as a dot.
        dotted = startLine.endsWith(".") && (startLine.endsWith("SIP/2.0.") || startLine.startsWith("SIP/2.0 "));
        String text = undot(startLine).stripTrailing();
        headers.add(text);
        length = text.length();
    }

    String strip(String line) {
        return prefix.strip(line);
    }

    boolean isComplete() {
        return part == Part.COMPLETE || length > MAX_LENGTH;
    }

    boolean inHeaders() {
        return part == Part.HEADERS;
    }

    /** Whether the body is one in which a line that looks like a SIP start line may stand. */
    boolean mayHoldStartLines() {
        return part == Part.OTHER_BODY && (contentType.startsWith("message/") || contentType.startsWith("multipart/"));
    }

    /** Whether only the length of the body tells where it ends. */
    boolean hasOpaqueBody() {
        return part == Part.OTHER_BODY;
    }

    /** Whether this line cannot belong to the body any more; always false in the headers. */
    boolean isBeyondBody(String text) {
        return part == Part.SDP && !isSdpLine(undot(text));
    }

    /** Adds a line that belongs to the message, without its prefix. */
    void add(String text) {
        String line = undot(text);
        length += line.length() + 2;
        switch (part) {
            case HEADERS -> addHeader(line);
            case SDP -> addToBody(line);
            case OTHER_BODY -> {
                addToBody(line);
                if (bodyHasLength(2) || bodyHasLength(1) || bodyLength + lineFeeds > contentLength) {
                    part = Part.COMPLETE;
                }
            }
            case COMPLETE -> {}
        }
    }

    private String undot(String text) {
        return dotted && text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private void addHeader(String line) {
        if (line.isBlank()) {
            part = bodyFollows() ? Part.OTHER_BODY : Part.COMPLETE;
            if (part == Part.OTHER_BODY && (contentType.contains("/sdp") || contentType.isEmpty())) {
                part = Part.SDP;
            }
            return;
        }
        headers.add(line);
        if (HeaderLines.isTelling(line)) {
            tellingHeaders++;
        }
        String value = HeaderLines.value(line, "Content-Length", "l");
        if (!value.isEmpty()) {
            contentLength = digits(value);
        }
        value = HeaderLines.value(line, "Content-Type", "c");
        if (!value.isEmpty()) {
            contentType = value.toLowerCase(Locale.ROOT);
        }
    }

    private boolean bodyFollows() {
        return contentLength > 0 || (contentLength < 0 && !contentType.isEmpty());
    }

    private static long digits(String value) {
        long number = 0;
        for (int i = 0; i < value.length() && number < Integer.MAX_VALUE; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return i == 0 ? -1 : number;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private void addToBody(String line) {
        body.add(line);
        bodyLength += line.length();
        lineFeeds++;
    }

    private static boolean isSdpLine(String line) {
        return line.length() >= 2 && line.charAt(1) == '=' && line.charAt(0) >= 'a' && line.charAt(0) <= 'z';
    }

    /** Whether the body has the length it should have with line ends of so many bytes, with or without the last. */
    private boolean bodyHasLength(int lineEnd) {
        long whole = bodyLength + (long) lineEnd * lineFeeds;
        return whole == contentLength || whole - lineEnd == contentLength;
    }

    /** Whether it has the headers of a SIP message, not only a line that looks like the start of one. */
    boolean isMessage() {
        return tellingHeaders >= MIN_TELLING_HEADERS;
    }

    /** The bytes of the message. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(length + 64);
        for (String header : headers) {
            text.append(header).append(CRLF);
        }
        text.append(CRLF);
        String lineEnd = !bodyHasLength(2) && bodyHasLength(1) ? "\n" : CRLF;
        for (String line : body) {
            text.append(line).append(lineEnd);
        }
        if (!body.isEmpty() && bodyLength + (long) lineEnd.length() * (lineFeeds - 1) == contentLength) {
            text.setLength(text.length() - lineEnd.length());
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
