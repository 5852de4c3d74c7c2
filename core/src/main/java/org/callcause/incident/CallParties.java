package org.callcause.incident;

import java.util.Objects;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipUri;

/**
 * Who a call was between.
 *
 * @param caller the calling address: a number, or user and host; empty when not known
 * @param callee the called address in the same form
 * @param source the endpoint that sent the first request
 * @param peer the endpoint nearest the callee that the capture shows: the trunk, gateway or phone that answered
 */
public record CallParties(String caller, String callee, Endpoint source, Endpoint peer) {

    /** Keeps the parts as they are. */
    public CallParties {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(callee, "callee");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(peer, "peer");
    }

    static CallParties of(Optional<SipMessage> message, Endpoint source, Endpoint peer) {
        return new CallParties(
                message.flatMap(SipMessage::from).map(CallParties::who).orElse(""),
                message.flatMap(SipMessage::to).map(CallParties::who).orElse(""),
                source,
                peer);
    }

    /** A telephone number is the same at every host; any other user is one of its host. */
    private static String who(NameAddress address) {
        SipUri uri = address.uri();
        String user = uri.user().orElse("");
        if (user.isEmpty()) {
            return uri.host().isEmpty() ? uri.raw() : uri.host();
        }
        return uri.host().isEmpty() || isNumber(user) ? user : user + "@" + uri.host();
    }

    /** Whether the address is a telephone number of six digits or more, with or without a plus sign. */
    public static boolean isNumber(String address) {
        int from = address.startsWith("+") ? 1 : 0;
        for (int i = from; i < address.length(); i++) {
            char digit = address.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return address.length() - from >= 6;
    }
}
