package org.callcause.capture.text;

import java.math.BigDecimal;
import org.callcause.capture.source.RawMessageSink;

/** Times written as a number since 1970, of which the size tells whether it counts seconds or parts of them. */
public final class SinceEpoch {

    private static final int LONGEST = 30;
    private static final int MOST_DIGITS = 20;
    private static final BigDecimal LATEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private SinceEpoch() {}

    /** The number in nanoseconds, or {@link RawMessageSink#NO_TIME} where the text is none. */
    public static long nanos(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !StartLines.isDigit(text.charAt(0))) {
            return RawMessageSink.NO_TIME;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            long digits = (long) number.precision() - number.scale();
            if (Math.abs(digits) > MOST_DIGITS) {
                return RawMessageSink.NO_TIME;
            }
            int shift = digits <= 11 ? 9 : digits <= 14 ? 6 : digits <= 17 ? 3 : 0;
            BigDecimal nanos = number.movePointRight(shift);
            return nanos.compareTo(LATEST) > 0 ? RawMessageSink.NO_TIME : nanos.longValue();
        } catch (NumberFormatException notANumber) {
            return RawMessageSink.NO_TIME;
        }
    }
}
