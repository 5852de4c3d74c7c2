package org.callcause.message;

import java.util.Arrays;

/**
 * A Call-ID as a key: the same for the same bytes, and cheaper than a string. It reads from the array of its message. Empty
 * where a message has no Call-ID.
 */
public final class CallId {

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final long fingerprint;

    CallId(byte[] bytes, int from, int to, long fingerprint) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.fingerprint = fingerprint;
    }

    /** The number of its bytes. */
    public int length() {
        return to - from;
    }

    /** Copies its bytes into an array. */
    public void copyTo(byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /** {@link Fingerprint#of} its text; {@link Fingerprint#NONE} of an empty one. */
    public long fingerprint() {
        return fingerprint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallId callId
                && fingerprint == callId.fingerprint
                && Arrays.equals(bytes, from, to, callId.bytes, callId.from, callId.to);
    }

    /** The same in every run, unlike the {@link #fingerprint()}. */
    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** The Call-ID as text. */
    @Override
    public String toString() {
        return Lexical.text(bytes, from, to);
    }
}
