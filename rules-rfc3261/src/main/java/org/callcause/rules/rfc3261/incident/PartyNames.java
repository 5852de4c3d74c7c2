package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.CallParties;
import org.callcause.incident.IncidentScope.Extent;

/** Under which name a call counts for a party of each extent. */
final class PartyNames {

    private static final int LAST_DIGITS = 4;
    private static final int FEWEST_DIGITS = 9;
    private static final int GROUPS_OF_A_NETWORK = 4;

    /** The key of no party. */
    static final String NONE = "";

    private PartyNames() {}

    /** A key of the party, quickly made; {@link #NONE} where the call has none. Equal keys have equal names. */
    static Object key(Extent extent, CallParties parties) {
        return switch (extent) {
            case CALLER -> parties.caller();
            case CALLEE -> parties.callee();
            case NUMBER_RANGE -> beginning(parties.callee(), rangeEnd(parties.callee()));
            case PEER -> parties.peer().isKnown() ? parties.peer() : NONE;
            case SITE ->
                beginning(parties.source().host(), networkEnd(parties.source().host()));
            case ALL -> NONE;
        };
    }

    /** The hash code of {@link #key}, without the key. */
    static int hash(Extent extent, CallParties parties) {
        return switch (extent) {
            case CALLER -> parties.caller().hashCode();
            case CALLEE -> parties.callee().hashCode();
            case NUMBER_RANGE -> Beginning.hash(parties.callee(), rangeEnd(parties.callee()));
            case PEER -> parties.peer().hashCode();
            case SITE ->
                Beginning.hash(
                        parties.source().host(), networkEnd(parties.source().host()));
            case ALL -> NONE.hashCode();
        };
    }

    /** The name of a party with this key. */
    static String name(Extent extent, Object key) {
        return extent == Extent.SITE ? named(key.toString()) : key.toString();
    }

    /** The number without its last four digits, of numbers long enough to have an area or a block of their own. */
    private static int rangeEnd(String number) {
        return number.length() >= FEWEST_DIGITS && CallParties.isNumber(number) ? number.length() - LAST_DIGITS : 0;
    }

    /** The network of 256 addresses for IPv4, of the first four groups for IPv6; empty for a name. */
    static String site(String host) {
        int end = networkEnd(host);
        return end == 0 ? NONE : named(host.substring(0, end));
    }

    private static int networkEnd(String host) {
        if (host.indexOf(':') >= 0) {
            int end = -1;
            for (int group = 0; group < GROUPS_OF_A_NETWORK && (group == 0 || end >= 0); group++) {
                end = host.indexOf(':', end + 1);
            }
            int zeros = host.indexOf("::");
            return Math.max(0, zeros >= 0 && (end < 0 || zeros < end) ? zeros : end);
        }
        int dot = host.lastIndexOf('.');
        return dot > 0 && Character.isDigit(host.charAt(host.length() - 1)) ? dot : 0;
    }

    private static Object beginning(String text, int end) {
        return end == 0 ? NONE : new Beginning(text, end);
    }

    private static String named(String network) {
        return network + (network.indexOf('.') >= 0 ? ".0/24" : "::/64");
    }
}
