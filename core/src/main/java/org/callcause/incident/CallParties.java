package org.callcause.incident;

import java.util.Objects;
import org.callcause.dialog.Endpoint;
import org.callcause.message.PartyName;
import org.callcause.message.PartyNames;

/**
 * Who a call was between. What most look-ups of a call end at is kept beside the names and was made when these were at
 * hand: hash codes, and where a number is. Of a call that went well most rules look at nothing else.
 */
public final class CallParties {

    /** Stands for the country of what is no international number. */
    public static final int NO_COUNTRY = -1;

    private static final int FEWEST_INTERNATIONAL = 7;

    private final PartyNames names;
    private final Endpoint source;
    private final Endpoint peer;
    private final int rangeHash;
    private final int siteHash;
    private final int country;

    /**
     * Keeps the parts as they are.
     *
     * @param caller the calling address: a number, or user and host; empty when not known
     * @param callee the called address in the same form
     * @param source the endpoint that sent the first request
     * @param peer the endpoint nearest the callee that the capture shows: the trunk, gateway or phone that answered
     */
    public CallParties(String caller, String callee, Endpoint source, Endpoint peer) {
        this(PartyNames.of(caller, callee), source, peer);
    }

    CallParties(PartyNames names, Endpoint source, Endpoint peer) {
        String callee = names.callee();
        this.names = names;
        this.source = Objects.requireNonNull(source, "source");
        this.peer = Objects.requireNonNull(peer, "peer");
        this.rangeHash = PartyKeys.rangeHash(callee);
        this.siteHash = PartyKeys.siteHash(source.host());
        int first = firstDigit(callee);
        this.country = first < 0 ? NO_COUNTRY : (callee.charAt(first) - '0') * 10 + callee.charAt(first + 1) - '0';
    }

    private CallParties(CallParties same, Endpoint source, Endpoint peer) {
        this.names = same.names;
        this.source = source;
        this.peer = peer;
        this.rangeHash = same.rangeHash;
        this.siteHash = source.host().equals(same.source.host()) ? same.siteHash : PartyKeys.siteHash(source.host());
        this.country = same.country;
    }

    /** The same caller and callee between these ends. */
    CallParties between(Endpoint from, Endpoint to) {
        return new CallParties(this, from, to);
    }

    /** The calling address: a number, or user and host; empty when not known. Made anew each time. */
    public String caller() {
        return names.caller();
    }

    /** The called address in the same form. Made anew each time. */
    public String callee() {
        return names.callee();
    }

    /** The endpoint that sent the first request. */
    public Endpoint source() {
        return source;
    }

    /** The endpoint nearest the callee that the capture shows: the trunk, gateway or phone that answered. */
    public Endpoint peer() {
        return peer;
    }

    /** The hash code of the calling address. */
    public int callerHash() {
        return names.callerHash();
    }

    /** The hash code of the called address. */
    public int calleeHash() {
        return names.calleeHash();
    }

    /** The hash code of the party of this extent, without its key ({@link PartyKeys#of}). */
    public int hash(IncidentScope.Extent extent) {
        return switch (extent) {
            case CALLER -> names.callerHash();
            case CALLEE -> names.calleeHash();
            case NUMBER_RANGE -> rangeHash;
            case PEER -> peer.hashCode();
            case SITE -> siteHash;
            case ALL -> PartyKeys.NONE.hashCode();
        };
    }

    /**
     * The first two digits of the called number, which tell the country or the zone (ITU-T E.164), 0 to 99;
     * {@link #NO_COUNTRY} where it is not in international form.
     */
    public int country() {
        return country;
    }

    /** Where the digits of an international number of eight digits or more begin, after its prefix; -1 of what is not one. */
    public static int firstDigit(String callee) {
        if (callee.length() <= FEWEST_INTERNATIONAL) {
            return -1;
        }
        int prefix = callee.charAt(0) == '+'
                ? 1
                : callee.startsWith("00") ? 2 : callee.startsWith("011") ? 3 : Integer.MAX_VALUE;
        return callee.length() - FEWEST_INTERNATIONAL >= prefix && isNumber(callee) ? prefix : -1;
    }

    /** Whether the address is a telephone number of six digits or more, with or without a plus sign. */
    public static boolean isNumber(String address) {
        return PartyName.isNumber(address);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallParties same
                && names.equals(same.names)
                && source.equals(same.source)
                && peer.equals(same.peer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(names, source, peer);
    }

    /** {@code +49301@192.0.2.1:5060 to +49302@198.51.100.7:5060}. */
    @Override
    public String toString() {
        return caller() + "@" + source + " to " + callee() + "@" + peer;
    }
}
