package org.callcause.leg;

import java.util.Set;
import org.callcause.dialog.Endpoint;

/** How the ways of two invitations fit together, as far as the capture names the endpoints. */
enum LegWay {
    /** The same element sent both, or got both: neither is the other sent on. */
    BESIDE(-1),
    /** Nothing speaks for or against it. */
    UNKNOWN(0),
    /** The host that the earlier one reached sent the later one. */
    SAME_HOST(1),
    /** The very address and port. */
    SAME_ENDPOINT(2);

    private final int rank;

    LegWay(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }

    boolean isOnward() {
        return rank > 0;
    }

    static LegWay between(LegFacts earlier, LegFacts later) {
        return between(earlier.sender(), earlier.receivers(), later.sender(), later.receivers());
    }

    /** The way between two invitations by the first endpoints they were seen between. */
    static LegWay between(
            Endpoint sender, Set<Endpoint> receivers, Endpoint laterSender, Set<Endpoint> laterReceivers) {
        if (!laterSender.isKnown() || !sender.isKnown()) {
            return UNKNOWN;
        }
        if (sender.equals(laterSender)) {
            return BESIDE;
        }
        if (receivers.contains(laterSender)) {
            return SAME_ENDPOINT;
        }
        if (receivers.stream().anyMatch(laterReceivers::contains)) {
            return BESIDE;
        }
        if (hasHost(receivers, sender.host())) {
            return UNKNOWN;
        }
        if (sender.host().equals(laterSender.host())) {
            return BESIDE;
        }
        return hasHost(receivers, laterSender.host()) ? SAME_HOST : UNKNOWN;
    }

    /** On one machine that plays all parts the host tells nothing. */
    private static boolean hasHost(Set<Endpoint> endpoints, String host) {
        for (Endpoint endpoint : endpoints) {
            if (endpoint.host().equals(host)) {
                return true;
            }
        }
        return false;
    }
}
