package org.callcause.rules.rfc3261.media;

import java.util.List;
import java.util.Locale;
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
        if (Refusals.warns(call, 302) || nameEncryption(call)) {
            return Optional.of(Cause.SRTP_MISMATCH);
        }
        if (Refusals.warns(call, 303, 370)) {
            return Optional.of(Cause.CAPACITY_EXCEEDED);
        }
        return Refusals.warns(call, 300, 301, 306, 307) ? Optional.of(Cause.INTERWORKING) : Optional.empty();
    }

    /** Whether one of them speaks of encryption, whatever its code. */
    static boolean nameEncryption(Call call) {
        return call.finalResponse().map(response -> response.message().warnings()).orElse(List.of()).stream()
                .map(warning -> warning.text().toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.contains("srtp") || text.contains("encrypt") || text.contains("savp"));
    }
}
