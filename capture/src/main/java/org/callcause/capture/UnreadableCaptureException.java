package org.callcause.capture;

import java.io.IOException;

/** Thrown for an input that is empty or is nothing that {@link CaptureReader} reads. The message is one line. */
public final class UnreadableCaptureException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableCaptureException(String message) {
        super(message);
    }
}
