package org.callcause.diagnosis;

import java.util.Objects;
import org.callcause.dialog.Endpoint;

/**
 * Where the evidence points.
 *
 * @param party the side in plain words, such as {@code caller}, {@code called side} or {@code network}
 * @param address the endpoint, or {@link Endpoint#UNKNOWN}
 * @param basis how this is known
 * @param explanation one clause that says what is known of the place, such as {@code generated at or beyond
 *     192.0.2.1:5060}; may be empty
 */
public record Origin(String party, Endpoint address, Basis basis, String explanation) {

    /** The side that made the call. */
    public static final String CALLER = "caller";

    /** The callee, or something on the way that answers in the callee's place. */
    public static final String CALLED_SIDE = "called side";

    /** The callee's own device or the person. */
    public static final String CALLEE = "callee";

    /** An element between the two sides. */
    public static final String NETWORK = "network";

    /** Nothing is known of the place. */
    public static final Origin UNKNOWN = new Origin("unknown", Endpoint.UNKNOWN, Basis.INFERRED, "");

    /** How an origin is known. */
    public enum Basis {
        /** The capture shows it. */
        SEEN,
        /** It follows from what the capture shows. */
        INFERRED
    }

    /** Keeps the parts as they are. */
    public Origin {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(explanation, "explanation");
    }

    /** The same with a further clause on the place. */
    public Origin adding(String clause) {
        return new Origin(party, address, basis, explanation.isEmpty() ? clause : explanation + "; " + clause);
    }
}
