package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.incident.CallParties;
import org.callcause.incident.CallSigns;
import org.callcause.incident.EndedCall;

/**
 * The two ends between which a call or another exchange with Microsoft went. Of a call that is over no messages are left,
 * so that Microsoft is known by its address ranges alone: where a capture hides addresses, there is no trunk.
 *
 * @param sbc the end of the customer
 * @param microsoft the other end
 * @param isFromMicrosoft whether Microsoft began
 */
public record Trunk(Endpoint sbc, Endpoint microsoft, boolean isFromMicrosoft) {

    /** The trunk that the call went over, if it went over one. */
    public static Optional<Trunk> of(EndedCall call) {
        List<CallSigns.Route> routes = call.signs().routes();
        for (int i = 0; i < routes.size(); i++) {
            Optional<Trunk> trunk = between(routes.get(i).from(), routes.get(i).to());
            if (trunk.isPresent()) {
                return trunk;
            }
        }
        CallParties parties = call.parties();
        return between(parties.source(), parties.peer());
    }

    private static Optional<Trunk> between(Endpoint from, Endpoint to) {
        boolean fromMicrosoft = AddressRanges.hold(from.host());
        if (fromMicrosoft == AddressRanges.hold(to.host())) {
            return Optional.empty();
        }
        return Optional.of(fromMicrosoft ? new Trunk(to, from, true) : new Trunk(from, to, false));
    }
}
