package org.callcause.rules.rfc3261.network;

import java.util.Locale;
import java.util.Optional;
import org.callcause.message.Reason;

/** Whose network released a call, as the location parameter of a Q.850 Reason says (RFC 8606). */
final class ReleaseLocation {

    private ReleaseLocation() {}

    /** The place in words that can follow "the"; absent where the Reason names none that is known. */
    static Optional<String> of(Reason reason) {
        return reason.parameters().value("location").flatMap(ReleaseLocation::named);
    }

    private static Optional<String> named(String code) {
        return Optional.ofNullable(
                switch (code.replace("\"", "").toUpperCase(Locale.ROOT)) {
                    case "U" -> "user's own equipment";
                    case "LPN" -> "private network of the local user";
                    case "LN" -> "public network of the local user";
                    case "TN" -> "transit network";
                    case "RLN" -> "public network of the remote user";
                    case "RPN" -> "private network of the remote user";
                    case "INTL" -> "international network";
                    case "BI" -> "network beyond the interworking point";
                    default -> null;
                });
    }
}
