package org.callcause.vantage;

import java.util.List;
import java.util.Objects;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.MediaSighting;

/**
 * One of several captures.
 *
 * @param name what reports call it, such as the name of its file
 * @param messages in their order, with numbers that no other capture has
 * @param media what it shows of media, with each pause
 */
public record NamedCapture(String name, List<CapturedMessage> messages, List<MediaSighting> media) {

    /** Copies the list. */
    public NamedCapture {
        Objects.requireNonNull(name, "name");
        messages = List.copyOf(messages);
        media = List.copyOf(media);
    }
}
