package org.callcause.capture.hep;

import java.io.IOException;

/** What a stream carries is not HEP, and where the next packet begins cannot be told. */
final class NotHepException extends IOException {

    private static final long serialVersionUID = 1L;

    NotHepException() {
        super("not HEP");
    }
}
