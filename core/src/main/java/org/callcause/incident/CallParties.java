package org.callcause.incident;

import java.util.Objects;
import org.callcause.dialog.Endpoint;
import org.callcause.message.PartyName;
import org.callcause.message.SipMessage;

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

    /** Reads them from a message that has both addresses. */
    static CallParties of(SipMessage message, Endpoint source, Endpoint peer) {
        return new CallParties(message.fromParty(), message.toParty(), source, peer);
    }

    /** Whether the address is a telephone number of six digits or more, with or without a plus sign. */
    public static boolean isNumber(String address) {
        return PartyName.isNumber(address);
    }
}
