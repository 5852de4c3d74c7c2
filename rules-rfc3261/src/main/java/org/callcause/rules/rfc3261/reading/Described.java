package org.callcause.rules.rfc3261.reading;

import java.util.List;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Media;
import org.callcause.message.Sdp;

/**
 * A message with the session it describes.
 *
 * @param message the message
 * @param sdp its session description
 */
public record Described(TrackedMessage message, Sdp sdp) {

    /** The streams that are not switched off. */
    public List<Media> activeMedia() {
        return sdp.media().stream().filter(media -> !media.rejected()).toList();
    }
}
