package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Who a message is from and whom it is to, each in the short form of {@link PartyName}. Both names are kept in one array,
 * and their hash codes beside it: of most calls nobody asks for more.
 */
public final class PartyNames {

    private final byte[] utf8;
    private final int callerLength;
    private final int callerHash;
    private final int calleeHash;

    private PartyNames(byte[] utf8, int callerLength, int callerHash, int calleeHash) {
        this.utf8 = utf8;
        this.callerLength = callerLength;
        this.callerHash = callerHash;
        this.calleeHash = calleeHash;
    }

    /** These two, each empty when not known. */
    public static PartyNames of(String caller, String callee) {
        byte[] from = caller.getBytes(StandardCharsets.UTF_8);
        byte[] to = callee.getBytes(StandardCharsets.UTF_8);
        return new PartyNames(
                joined(from, 0, from.length, to, 0, to.length), from.length, caller.hashCode(), callee.hashCode());
    }

    static PartyNames of(MessageIndex index) {
        long caller = PartyName.plain(index, HeaderName.FROM);
        long callee = PartyName.plain(index, HeaderName.TO);
        if (caller == Range.UNUSUAL || callee == Range.UNUSUAL) {
            return of(PartyName.of(index, HeaderName.FROM), PartyName.of(index, HeaderName.TO));
        }
        int callerLength = Range.to(caller) - Range.from(caller);
        byte[] names = joined(
                index.bytes, Range.from(caller), Range.to(caller), index.bytes, Range.from(callee), Range.to(callee));
        return new PartyNames(
                names, callerLength, hash(names, 0, callerLength), hash(names, callerLength, names.length));
    }

    private static byte[] joined(byte[] one, int from, int to, byte[] other, int otherFrom, int otherTo) {
        byte[] joined = new byte[to - from + otherTo - otherFrom];
        System.arraycopy(one, from, joined, 0, to - from);
        System.arraycopy(other, otherFrom, joined, to - from, otherTo - otherFrom);
        return joined;
    }

    /** That of the text which these ASCII characters are. */
    private static int hash(byte[] ascii, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + ascii[i];
        }
        return hash;
    }

    /** The calling address; empty when not known. Made anew each time. */
    public String caller() {
        return new String(utf8, 0, callerLength, StandardCharsets.UTF_8);
    }

    /** The called address; empty when not known. Made anew each time. */
    public String callee() {
        return new String(utf8, callerLength, utf8.length - callerLength, StandardCharsets.UTF_8);
    }

    /** The hash code of {@link #caller()}. */
    public int callerHash() {
        return callerHash;
    }

    /** The hash code of {@link #callee()}. */
    public int calleeHash() {
        return calleeHash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartyNames same && callerLength == same.callerLength && Arrays.equals(utf8, same.utf8);
    }

    @Override
    public int hashCode() {
        return callerHash * 31 + calleeHash;
    }

    /** {@code +49301 to +49302}. */
    @Override
    public String toString() {
        return caller() + " to " + callee();
    }
}
