package org.callcause.message;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * One value of a Reason header (RFC 3326): {@code Q.850;cause=16;text="Normal call clearing"}.
 *
 * @param protocol which list of causes the number is from: {@code SIP}, {@code Q.850}, {@code STIR} and others
 * @param cause the number, where there is a readable one
 * @param text the text without quotes
 * @param parameters all parameters, cause and text among them
 * @param raw the whole value
 */
public record Reason(String protocol, OptionalInt cause, Optional<String> text, Parameters parameters, String raw) {

    /** Reads one value, leniently. */
    public static Reason parse(String value) {
        String raw = value.trim();
        int semicolon = raw.indexOf(';');
        String protocol = semicolon < 0 ? raw : raw.substring(0, semicolon).trim();
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(raw.substring(semicolon));
        long cause = parameters.value("cause").map(Lexical::number).orElse(-1L);
        return new Reason(
                protocol,
                cause < 0 || cause > Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of((int) cause),
                parameters.value("text"),
                parameters,
                raw);
    }

    /** The causes of this protocol, in their order. */
    public static IntStream causes(List<Reason> reasons, String protocol) {
        return reasons.stream()
                .filter(reason -> reason.isOf(protocol))
                .map(Reason::cause)
                .flatMapToInt(OptionalInt::stream);
    }

    /** Whether the cause is of this protocol, in any case. */
    public boolean isOf(String otherProtocol) {
        return protocol.equalsIgnoreCase(otherProtocol);
    }

    @Override
    public String toString() {
        return raw;
    }
}
