package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.CallParties;
import org.callcause.incident.IncidentScope.Extent;

/** Under which name a call counts for a party of each extent. */
final class PartyNames {

    private static final int LAST_DIGITS = 4;
    private static final int FEWEST_DIGITS = 9;

    private PartyNames() {}

    /** The name; empty where the call has none of that extent. */
    static String of(Extent extent, CallParties parties) {
        return switch (extent) {
            case CALLER -> parties.caller();
            case CALLEE -> parties.callee();
            case NUMBER_RANGE -> range(parties.callee());
            case PEER -> parties.peer().isKnown() ? parties.peer().toString() : "";
            case SITE -> site(parties.source().host());
            case ALL -> "";
        };
    }

    /** The number without its last four digits, of numbers long enough to have an area or a block of their own. */
    static String range(String number) {
        return CallParties.isNumber(number) && number.length() >= FEWEST_DIGITS
                ? number.substring(0, number.length() - LAST_DIGITS)
                : "";
    }

    /** The network of 256 addresses for IPv4, of the first four groups for IPv6; empty for a name. */
    static String site(String host) {
        int colon = host.indexOf(':');
        if (colon >= 0) {
            int end = colon;
            for (int groups = 1; groups < 4 && end >= 0; groups++) {
                end = host.indexOf(':', end + 1);
            }
            return end < 0 ? host : host.substring(0, end) + "::/64";
        }
        int dot = host.lastIndexOf('.');
        return dot > 0 && Character.isDigit(host.charAt(host.length() - 1)) ? host.substring(0, dot) + ".0/24" : "";
    }
}
