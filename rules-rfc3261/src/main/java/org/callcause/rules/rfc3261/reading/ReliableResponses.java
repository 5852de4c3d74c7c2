package org.callcause.rules.rfc3261.reading;

import java.util.OptionalLong;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;

/** Provisional responses that are repeated until a PRACK comes (RFC 3262). */
public final class ReliableResponses {

    private ReliableResponses() {}

    /** Whether a provisional response is reliable: it has a number and asks for the extension (RFC 3262 3). */
    public static boolean isReliable(TrackedMessage response) {
        return response.status() > 100
                && response.status() < 200
                && response.message().has(HeaderName.RSEQ)
                && requires(response.message(), "100rel");
    }

    /** Whether Require names the extension. */
    public static boolean requires(SipMessage message, String extension) {
        return names(message, HeaderName.REQUIRE, extension);
    }

    /** Whether Supported or Require names the extension. */
    public static boolean supports(SipMessage message, String extension) {
        return names(message, HeaderName.SUPPORTED, extension) || requires(message, extension);
    }

    /** The number of a reliable response. */
    public static OptionalLong number(TrackedMessage response) {
        String value = response.message().header(HeaderName.RSEQ).orElse("").strip();
        return value.matches("[0-9]{1,10}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** Whether this PRACK acknowledges the response; one that was cut may. */
    public static boolean isAcknowledgedBy(TrackedMessage response, TrackedMessage prack) {
        String number = String.valueOf(number(response).orElse(-1));
        return prack.message().isCut()
                || prack.message()
                        .header(HeaderName.RACK)
                        .filter(value -> value.strip().split("\\s+", 2)[0].equals(number))
                        .isPresent();
    }

    private static boolean names(SipMessage message, HeaderName header, String extension) {
        return message.has(header) && message.headerValues(header).stream().anyMatch(extension::equalsIgnoreCase);
    }
}
