package org.callcause.report;

import java.util.Locale;
import org.callcause.call.Call;
import org.callcause.message.Method;

/** Who turned to whom. */
final class Parties {

    private static final String SOMEBODY = "unknown";

    private Parties() {}

    /** {@code 1000@example.com to 2000@example.com}, or the method and one address where both are the same. */
    static String brief(Call call) {
        String from = call.from().map(Wording::bareParty).orElse(SOMEBODY);
        String to = call.to().map(Wording::bareParty).orElse(SOMEBODY);
        boolean knowsCaller = !call.attempts().isEmpty() || !call.method().equals(Method.INVITE);
        String pair = from.equals(to) ? to : from + (knowsCaller ? " to " : " and ") + to;
        return call.method().equals(Method.INVITE)
                ? pair
                : Wording.printable(call.method().name()) + " " + pair;
    }

    /** {@code alice@example.com called bob@example.com (video)}. */
    static String sentence(Call call) {
        if (call.method().equals(Method.REGISTER)) {
            return to(call) + " registering" + (call.nextHop().isKnown() ? " with " + call.nextHop() : "");
        }
        if (!call.method().equals(Method.INVITE)) {
            return from(call) + " to " + to(call);
        }
        String context = switch (call.context()) {
            case VOICE, UNKNOWN, SIGNALLING -> "";
            default -> " (" + call.context().name().toLowerCase(Locale.ROOT) + ")";
        };
        // Within a dialog either side may send a request, so without an attempt nobody knows who called.
        String verb = call.attempts().isEmpty() ? " and " : " called ";
        return from(call) + verb + to(call) + context;
    }

    private static String from(Call call) {
        return call.from().map(Wording::party).orElse(SOMEBODY);
    }

    private static String to(Call call) {
        return call.to().map(Wording::party).orElse(SOMEBODY);
    }
}
