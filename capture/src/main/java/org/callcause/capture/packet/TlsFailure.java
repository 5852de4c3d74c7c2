package org.callcause.capture.packet;

import java.util.Optional;
import org.callcause.dialog.FailedConnection.Kind;
import org.callcause.dialog.TlsAlert;

/**
 * How a handshake failed.
 *
 * @param kind in which way
 * @param byServer whether the server ended it or is silent, and not the client
 * @param alert what it ended with
 * @param nanos when
 */
record TlsFailure(Kind kind, boolean byServer, Optional<TlsAlert> alert, long nanos) {

    static TlsFailure closed(boolean byServer, long nanos) {
        return new TlsFailure(Kind.TLS_CLOSED, byServer, Optional.empty(), nanos);
    }

    static TlsFailure unanswered(boolean byServer, long nanos) {
        return new TlsFailure(Kind.TLS_UNANSWERED, byServer, Optional.empty(), nanos);
    }
}
