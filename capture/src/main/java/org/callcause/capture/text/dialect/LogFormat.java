package org.callcause.capture.text.dialect;

import java.util.List;

/**
 * A kind of text in which SIP messages are found.
 *
 * @param name what writes it, as people call it
 * @param example the line by which it is known
 * @param dialects how it announces messages; none where the messages themselves, or a form of their own, do
 */
public record LogFormat(String name, String example, List<Dialect> dialects) {

    /** Copies the list. */
    public LogFormat {
        dialects = List.copyOf(dialects);
    }

    static LogFormat of(String name, String example, Dialect... dialects) {
        return new LogFormat(name, example, List.of(dialects));
    }
}
