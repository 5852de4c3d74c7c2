package org.callcause.message;

import java.nio.charset.StandardCharsets;

/**
 * A request method. Methods are compared letter by letter: {@code invite} is not {@code INVITE} (RFC 3261 section 7.1).
 */
public final class Method {
    /** Starts or changes a session (RFC 3261). */
    public static final Method INVITE = known("INVITE");

    /** Confirms that the final response to an INVITE has arrived (RFC 3261). */
    public static final Method ACK = known("ACK");

    /** Ends a session (RFC 3261). */
    public static final Method BYE = known("BYE");

    /** Takes back a request which has no final response yet (RFC 3261). */
    public static final Method CANCEL = known("CANCEL");

    /** Binds an address of record to contacts (RFC 3261). */
    public static final Method REGISTER = known("REGISTER");

    /** Asks for capabilities; widely used to see whether a peer is alive (RFC 3261). */
    public static final Method OPTIONS = known("OPTIONS");

    /** Confirms a reliable provisional response (RFC 3262). */
    public static final Method PRACK = known("PRACK");

    /** Changes a session without a new INVITE (RFC 3311). */
    public static final Method UPDATE = known("UPDATE");

    /** Carries application data within a dialog (RFC 6086). */
    public static final Method INFO = known("INFO");

    /** Asks for notifications (RFC 6665). */
    public static final Method SUBSCRIBE = known("SUBSCRIBE");

    /** Delivers a notification (RFC 6665). */
    public static final Method NOTIFY = known("NOTIFY");

    /** Asks the receiver to contact a third party, as in a call transfer (RFC 3515). */
    public static final Method REFER = known("REFER");

    /** Carries an instant message (RFC 3428). */
    public static final Method MESSAGE = known("MESSAGE");

    /** Publishes event state (RFC 3903). */
    public static final Method PUBLISH = known("PUBLISH");

    // The most frequent ones come first: this array is searched for every request line and CSeq.
    private static final Method[] KNOWN = {
        INVITE, ACK, BYE, OPTIONS, REGISTER, CANCEL, PRACK, UPDATE, INFO, SUBSCRIBE, NOTIFY, REFER, MESSAGE, PUBLISH
    };

    private final String name;
    private final int length;

    private final long head;
    private final byte last;

    /** Whether this is one of the constants, of which there is one each. */
    private final boolean known;

    private Method(String name, boolean known) {
        this.name = name;
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        this.length = bytes.length;
        this.head = Words.head(bytes, 0, length);
        this.last = length == 0 ? 0 : bytes[length - 1];
        this.known = known;
    }

    private static Method known(String name) {
        return new Method(name, true);
    }

    /** The method of this name; the constant where there is one. */
    public static Method of(String name) {
        for (Method method : KNOWN) {
            if (method.name.equals(name)) {
                return method;
            }
        }
        return new Method(name, false);
    }

    static Method of(byte[] bytes, int from, int to) {
        long head = Words.head(bytes, from, to);
        for (Method method : KNOWN) {
            // No known method has more than nine letters.
            if (method.head == head && method.length == to - from && method.last == bytes[to - 1]) {
                return method;
            }
        }
        return new Method(new String(bytes, from, to - from, StandardCharsets.UTF_8), false);
    }

    /** The name as it stands in the message. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        // Asked many times of every message, nearly always of two constants.
        return this == other || (!known && other instanceof Method method && !method.known && name.equals(method.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
