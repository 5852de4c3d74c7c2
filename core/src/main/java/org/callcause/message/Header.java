package org.callcause.message;

/** One header line of a message; a view, which reads the message when asked. */
public final class Header {
    private final MessageIndex index;
    private final int line;

    Header(MessageIndex index, int line) {
        this.index = index;
        this.line = line;
    }

    /** The name, whichever form stands in the message. */
    public HeaderName name() {
        return index.name(line);
    }

    /** The name as it stands in the message. */
    public String rawName() {
        return index.rawName(line);
    }

    /** The value, trimmed, each fold one space. */
    public String value() {
        return index.value(line);
    }

    /** The line as it stands in the message with its folds, without the line end. */
    public String line() {
        return index.text(index.lineStart(line), index.lineEnd(line));
    }

    /** Where the line starts, in bytes from the start line. */
    public int offset() {
        return index.lineStart(line) - index.start;
    }

    @Override
    public String toString() {
        return line();
    }
}
