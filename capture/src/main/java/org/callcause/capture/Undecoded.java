package org.callcause.capture;

import java.util.Objects;
import org.callcause.capture.source.Loss;

/**
 * Something in an input that could not be turned into SIP messages, or not just as they were, with how often it was met.
 *
 * @param reason a word in kebab case that stays the same: {@code encrypted-sip}, {@code encrypted},
 *     {@code unknown-link-type}, {@code malformed-frame}, {@code damaged-file}, {@code incomplete-fragments},
 *     {@code tcp-gap}, {@code tcp-evicted}, {@code cut-message}, {@code incomplete-message}, {@code compressed-websocket},
 *     {@code dotted-bytes}, {@code unreadable-sip}; others may be added
 * @param detail what it is in words, {@code encrypted SIP on port 5061}
 * @param count how often
 * @param unit what is counted, in the singular: {@code record}, {@code frame}, {@code packet}, …
 * @param advice what to do about it
 */
public record Undecoded(String reason, String detail, long count, String unit, String advice) {

    /** Keeps the parts as they are. */
    public Undecoded {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(advice, "advice");
    }

    /** Whether it may be no loss at all: encrypted traffic on a port where SIP is not expected. */
    public boolean isUnrelated() {
        return reason.equals(Loss.ENCRYPTED.word());
    }

    /** One sentence for people: {@code encrypted SIP on port 5061, 214 records: get it in clear from the server}. */
    @Override
    public String toString() {
        return detail + ", " + count + " " + unit + (count == 1 ? "" : "s") + ": " + advice;
    }
}
