package org.callcause.call;

import java.util.Locale;
import java.util.Optional;
import org.callcause.message.Reason;
import org.callcause.message.SipResponse;

/** The two marks of 603+, with which a network says that its analytics blocked the call (ATIS-1000099 4.1). */
public final class NetworkBlock {

    private NetworkBlock() {}

    /** Whether the final response has one of the marks. */
    public static boolean isSaid(Call call) {
        return isNamed(call) || reason(call).isPresent();
    }

    /** Whether the phrase of the final response is Network Blocked. */
    public static boolean isNamed(Call call) {
        return call.finalResponse()
                .filter(response -> isNamed((SipResponse) response.message()))
                .isPresent();
    }

    /** The Reason of the final response whose text begins with {@code v=analytics1} and says whom to ask for redress. */
    public static Optional<Reason> reason(Call call) {
        return call.finalResponse().flatMap(response -> reason((SipResponse) response.message()));
    }

    static boolean isSaid(SipResponse response) {
        return isNamed(response) || reason(response).isPresent();
    }

    private static boolean isNamed(SipResponse response) {
        return response.reasonPhrase().equalsIgnoreCase("Network Blocked");
    }

    private static Optional<Reason> reason(SipResponse response) {
        return response.reasons().stream()
                .filter(reason -> reason.text()
                        .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("v=analytics1"))
                        .isPresent())
                .findFirst();
    }
}
