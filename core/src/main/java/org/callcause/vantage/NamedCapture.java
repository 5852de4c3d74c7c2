package org.callcause.vantage;

import java.util.List;
import java.util.Objects;
import org.callcause.dialog.CapturedMessage;

/**
 * One of several captures.
 *
 * @param name what reports call it, such as the name of its file
 * @param messages in their order, with numbers that no other capture has
 */
public record NamedCapture(String name, List<CapturedMessage> messages) {

    /** Copies the list. */
    public NamedCapture {
        Objects.requireNonNull(name, "name");
        messages = List.copyOf(messages);
    }
}
