package org.callcause.capture.pcap;

import org.callcause.capture.source.RawMessageSink;

/** The unit in which an interface of a pcapng file counts time (options if_tsresol and if_tsoffset). */
record TimestampUnit(boolean binary, int exponent, long offsetSeconds) {

    static final TimestampUnit MICROSECONDS = new TimestampUnit(false, 6, 0);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int MAX_DECIMAL_EXPONENT = 18;

    /** The unit that the byte of if_tsresol stands for. */
    TimestampUnit withResolution(int value) {
        return new TimestampUnit((value & 0x80) != 0, value & 0x7F, offsetSeconds);
    }

    TimestampUnit withOffset(long seconds) {
        return new TimestampUnit(binary, exponent, seconds);
    }

    /** A count of this unit as nanoseconds since 1970; one outside the years 1678 to 2262 is no time. */
    long nanos(long ticks) {
        long seconds;
        long fraction;
        if (binary) {
            int bits = Math.min(exponent, 63);
            seconds = ticks >>> bits;
            long rest = ticks & ((1L << bits) - 1);
            fraction = bits <= 32
                    ? (rest * NANOS_PER_SECOND) >>> bits
                    : ((rest >>> (bits - 32)) * NANOS_PER_SECOND) >>> 32;
        } else {
            long perSecond = 1;
            for (int i = 0; i < Math.min(exponent, MAX_DECIMAL_EXPONENT); i++) {
                perSecond *= 10;
            }
            seconds = Long.divideUnsigned(ticks, perSecond);
            long rest = Long.remainderUnsigned(ticks, perSecond);
            fraction = perSecond <= NANOS_PER_SECOND
                    ? rest * (NANOS_PER_SECOND / perSecond)
                    : rest / (perSecond / NANOS_PER_SECOND);
        }
        try {
            return Math.addExact(Math.multiplyExact(Math.addExact(seconds, offsetSeconds), NANOS_PER_SECOND), fraction);
        } catch (ArithmeticException e) {
            return RawMessageSink.NO_TIME;
        }
    }
}
