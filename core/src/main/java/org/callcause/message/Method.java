package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request method. Methods are compared letter by letter: {@code invite} is not {@code INVITE} (RFC 3261 section 7.1).
 */
public final class Method {
    /** Starts or changes a session (RFC 3261). */
    public static final Method INVITE = new Method("INVITE");

    /** Confirms that the final response to an INVITE has arrived (RFC 3261). */
    public static final Method ACK = new Method("ACK");

    /** Ends a session (RFC 3261). */
    public static final Method BYE = new Method("BYE");

    /** Takes back a request which has no final response yet (RFC 3261). */
    public static final Method CANCEL = new Method("CANCEL");

    /** Binds an address of record to contacts (RFC 3261). */
    public static final Method REGISTER = new Method("REGISTER");

    /** Asks for capabilities; widely used to see whether a peer is alive (RFC 3261). */
    public static final Method OPTIONS = new Method("OPTIONS");

    /** Confirms a reliable provisional response (RFC 3262). */
    public static final Method PRACK = new Method("PRACK");

    /** Changes a session without a new INVITE (RFC 3311). */
    public static final Method UPDATE = new Method("UPDATE");

    /** Carries application data within a dialog (RFC 6086). */
    public static final Method INFO = new Method("INFO");

    /** Asks for notifications (RFC 6665). */
    public static final Method SUBSCRIBE = new Method("SUBSCRIBE");

    /** Delivers a notification (RFC 6665). */
    public static final Method NOTIFY = new Method("NOTIFY");

    /** Asks the receiver to contact a third party, as in a call transfer (RFC 3515). */
    public static final Method REFER = new Method("REFER");

    /** Carries an instant message (RFC 3428). */
    public static final Method MESSAGE = new Method("MESSAGE");

    /** Publishes event state (RFC 3903). */
    public static final Method PUBLISH = new Method("PUBLISH");

    // The most frequent ones come first: this array is searched for every request line and CSeq.
    private static final Method[] KNOWN = {
        INVITE, ACK, BYE, OPTIONS, REGISTER, CANCEL, PRACK, UPDATE, INFO, SUBSCRIBE, NOTIFY, REFER, MESSAGE, PUBLISH
    };

    private final String name;
    private final byte[] bytes;

    private Method(String name) {
        this.name = name;
        this.bytes = name.getBytes(StandardCharsets.UTF_8);
    }

    /** The method of this name; the constant where there is one. */
    public static Method of(String name) {
        for (Method method : KNOWN) {
            if (method.name.equals(name)) {
                return method;
            }
        }
        return new Method(name);
    }

    static Method of(byte[] bytes, int from, int to) {
        for (Method method : KNOWN) {
            if (Arrays.equals(method.bytes, 0, method.bytes.length, bytes, from, to)) {
                return method;
            }
        }
        return new Method(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    /** The name as it stands in the message. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Method method && name.equals(method.name));
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
