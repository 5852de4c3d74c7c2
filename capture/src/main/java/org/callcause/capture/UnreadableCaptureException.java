package org.callcause.capture;

import java.io.IOException;

/** Thrown for an input that is empty or is nothing that {@link CaptureReader} reads. The message is one line. */
public final class UnreadableCaptureException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean textWithoutSip;

    UnreadableCaptureException(String message) {
        this(message, false);
    }

    private UnreadableCaptureException(String message, boolean textWithoutSip) {
        super(message);
        this.textWithoutSip = textWithoutSip;
    }

    /** For text that was read to its end. */
    static UnreadableCaptureException ofTextWithoutSip(String message) {
        return new UnreadableCaptureException(message, true);
    }

    /** Whether the input is text and was read to its end, and no SIP message stands in it. */
    public boolean isTextWithoutSip() {
        return textWithoutSip;
    }
}
