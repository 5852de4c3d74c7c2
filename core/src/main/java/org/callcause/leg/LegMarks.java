package org.callcause.leg;

/** Keeps the fingerprints of different kinds of identifiers apart. */
final class LegMarks {

    static final long SESSION = 0x1111_0000_0000_0001L;
    static final long CORRELATION = 0x2222_0000_0000_0003L;
    static final long CHARGING = 0x3333_0000_0000_0005L;
    static final long ORIGIN = 0x4444_0000_0000_0007L;
    static final long BRANCH = 0x5555_0000_0000_0009L;

    private LegMarks() {}
}
