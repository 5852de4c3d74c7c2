package org.callcause.incident;

import org.callcause.incident.IncidentScope.Extent;

/** Under which key a call counts for a party of each extent. */
public final class PartyKeys {

    private static final int LAST_DIGITS = 4;
    private static final int FEWEST_DIGITS = 9;
    private static final int GROUPS_OF_A_NETWORK = 4;

    /** The key of no party. */
    public static final Object NONE = "";

    private PartyKeys() {}

    /**
     * A key of the party, quickly made, with the hash code of {@link CallParties#hash}; {@link #NONE} where the call has
     * none. Equal keys have equal names.
     */
    public static Object of(Extent extent, CallParties parties) {
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

    /** The hash code of a number's range. */
    static int rangeHash(String number) {
        return Beginning.hash(number, rangeEnd(number));
    }

    /** The hash code of the network of a host. */
    static int siteHash(String host) {
        return Beginning.hash(host, networkEnd(host));
    }

    /** The name of a party with this key. */
    public static String name(Extent extent, Object key) {
        return extent == Extent.SITE ? named(key.toString()) : key.toString();
    }

    /** The number without its last four digits, of numbers long enough to have an area or a block of their own. */
    private static int rangeEnd(String number) {
        return number.length() >= FEWEST_DIGITS && CallParties.isNumber(number) ? number.length() - LAST_DIGITS : 0;
    }

    /** The network of 256 addresses for IPv4, of the first four groups for IPv6; empty for a name. */
    public static String site(String host) {
        int end = networkEnd(host);
        return end == 0 ? "" : named(host.substring(0, end));
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
