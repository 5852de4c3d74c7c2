package org.callcause.capture.source;

import org.callcause.dialog.CapturedMessage;

/** Which message it is that was not delivered, as far as whoever tells of it says. */
@FunctionalInterface
public interface UndeliveredMessage {

    /** Whether it may be this message, one of the latest of the input. The latest one that may be it is taken. */
    boolean mayBe(CapturedMessage message);
}
