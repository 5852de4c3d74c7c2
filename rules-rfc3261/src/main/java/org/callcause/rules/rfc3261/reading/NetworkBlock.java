package org.callcause.rules.rfc3261.reading;

import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.message.Reason;

/** The two marks of 603+, with which a network says that its analytics blocked the call (ATIS-1000099 4.1). */
public final class NetworkBlock {

    private NetworkBlock() {}

    /** Whether the phrase of the final response is Network Blocked. */
    public static boolean isNamed(Call call) {
        return call.finalPhrase().equalsIgnoreCase("Network Blocked");
    }

    /** The Reason of the final response whose text begins with {@code v=analytics1} and says whom to ask for redress. */
    public static Optional<Reason> reason(Call call) {
        return call.reasons().stream()
                .filter(reason -> reason.text()
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("v=analytics1"))
                        .isPresent())
                .findFirst();
    }
}
