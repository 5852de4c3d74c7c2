package org.callcause.leg;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.callcause.message.CallId;

/** The last Call-IDs as text, the oldest overwritten by the newest: one of thousands is ever asked for. */
final class RecentNames {

    /** The place of no name. */
    static final long NONE = -1;

    private static final int BYTES = 1 << 16;
    private static final int LONGEST = 255;

    /** Each behind its length. */
    private final byte[] names = new byte[BYTES];

    private long written;

    /** Keeps a Call-ID for a while; its place is counted from the first ever kept. */
    long write(CallId callId) {
        int length = callId.length() > LONGEST ? 0 : callId.length();
        int at = (int) (written & BYTES - 1);
        if (at + 1 + length > BYTES) {
            written += BYTES - at;
            at = 0;
        }
        names[at] = (byte) length;
        if (length > 0) {
            callId.copyTo(names, at + 1);
        }
        long place = written;
        written += 1 + length;
        return place;
    }

    /** The Call-ID that was kept there; empty where it is overwritten or was too long. */
    Optional<String> read(long place) {
        int at = (int) (place & BYTES - 1);
        int length = names[at] & 0xFF;
        return place == NONE || place < written - BYTES || length == 0
                ? Optional.empty()
                : Optional.of(new String(names, at + 1, length, StandardCharsets.UTF_8));
    }
}
