package org.callcause.report;

import java.util.Locale;
import org.callcause.call.Call;
import org.callcause.message.Method;

/** Who turned to whom. */
final class Parties {

    private static final String SOMEBODY = "somebody unknown";

    private Parties() {}

    /** {@code alice@example.com to bob@example.com}. */
    static String pair(Call call) {
        return from(call) + " to " + to(call);
    }

    /** {@code alice@example.com called bob@example.com (video)}. */
    static String sentence(Call call) {
        if (call.method().equals(Method.REGISTER)) {
            return to(call) + " registering" + (call.nextHop().isKnown() ? " with " + call.nextHop() : "");
        }
        if (!call.method().equals(Method.INVITE)) {
            return pair(call);
        }
        String context = switch (call.context()) {
            case VOICE, UNKNOWN, SIGNALLING -> "";
            default -> " (" + call.context().name().toLowerCase(Locale.ROOT) + ")";
        };
        return from(call) + " called " + to(call) + context;
    }

    private static String from(Call call) {
        return call.from().map(Wording::party).orElse(SOMEBODY);
    }

    private static String to(Call call) {
        return call.to().map(Wording::party).orElse(SOMEBODY);
    }
}
