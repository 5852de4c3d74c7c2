package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A Call-ID as a key: the same for the same bytes, in order of the bytes, and cheaper than a string. It reads from the
 * array of its message until it is {@linkplain #detach() detached}. Empty where a message has no Call-ID.
 */
public final class CallId implements Comparable<CallId> {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int hash;

    CallId(byte[] bytes, int from, int to, int hash) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.hash = hash;
    }

    /** The same with its own copy of the bytes, for keeping longer than the message. */
    public CallId detach() {
        return new CallId(Arrays.copyOfRange(bytes, from, to), 0, to - from, hash);
    }

    /** The number of its bytes. */
    public int length() {
        return to - from;
    }

    /** Copies its bytes into an array. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /** {@link Fingerprint#of} its text. */
    long fingerprint() {
        return Fingerprint.of(bytes, from, to);
    }

    @Override
    public int compareTo(CallId other) {
        return Arrays.compare(bytes, from, to, other.bytes, other.from, other.to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallId callId
                && hash == callId.hash
                && Arrays.equals(bytes, from, to, callId.bytes, callId.from, callId.to);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The Call-ID as text. */
    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
