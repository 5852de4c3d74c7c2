package org.callcause.rules.rfc3261.media;

import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.rules.rfc3261.reading.Refusals;

/** What the Warnings of a refused offer blame beside its codecs (RFC 3261 20.43). */
final class OfferWarnings {

    private OfferWarnings() {}

    /** The part of the offer that the first known Warning blames; absent where there is none. */
    static Optional<Cause> cause(Call call) {
        if (Refusals.warns(call, 304)) {
            return Optional.of(Cause.MEDIA_TYPE_UNSUPPORTED);
        }
        if (Refusals.warns(call, 302)) {
            return Optional.of(Cause.SRTP_MISMATCH);
        }
        if (Refusals.warns(call, 303, 370)) {
            return Optional.of(Cause.CAPACITY_EXCEEDED);
        }
        return Refusals.warns(call, 300, 301, 306, 307) ? Optional.of(Cause.INTERWORKING) : Optional.empty();
    }
}
