package org.callcause.capture.text;

/** The end of a message that stands in a string, from which people and programs take off the line ends. */
public final class MessageEnd {

    private static final String CRLF = "\r\n";

    private MessageEnd() {}

    /**
     * The message with the end of its last line, and with the empty line behind its headers where nothing can be missing: a
     * Content-Length of 0 mostly stands last, and says that no body follows.
     */
    public static String restored(String text) {
        if (text.contains("\n\r\n") || text.contains("\n\n")) {
            return text;
        }
        String ended = text.endsWith("\n") ? text : text + CRLF;
        boolean withoutBody = text.lines().anyMatch(line -> HeaderLines.contentLength(line) == 0);
        return withoutBody ? ended + CRLF : ended;
    }
}
