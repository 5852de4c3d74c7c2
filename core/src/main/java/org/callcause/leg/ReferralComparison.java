package org.callcause.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.Parameter;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;

/**
 * Compares a REFER with the invitation that it asked for: whoever gets the call may know it by parameters that were to come
 * back as they were given (RFC 3515 2.4.3, RFC 3892 2.2).
 */
final class ReferralComparison {

    /** They say how to get there, and who is asked may know a better way. */
    private static final Set<String> OF_THE_WAY = Set.of("transport", "maddr", "ttl", "lr", "method", "user", "ob");

    private final Endpoint element;
    private final TrackedMessage refer;
    private final TrackedMessage invite;
    private final List<LegChange> changes = new ArrayList<>();

    private ReferralComparison(TrackedMessage refer, TrackedMessage invite) {
        this.element = invite.from().isKnown() ? invite.from() : refer.to();
        this.refer = refer;
        this.invite = invite;
    }

    static List<LegChange> of(Call asking, Call asked) {
        Optional<TrackedMessage> invite = asked.initialRequest();
        Optional<TrackedMessage> refer = invite.flatMap(first -> before(asking, first));
        if (invite.isEmpty() || refer.isEmpty() || !(invite.get().message() instanceof SipRequest request)) {
            return List.of();
        }
        ReferralComparison comparison = new ReferralComparison(refer.get(), invite.get());
        comparison.compare("Refer-To", uri(refer.get(), HeaderName.REFER_TO), Optional.of(request.uri()));
        comparison.compare(
                "Referred-By", uri(refer.get(), HeaderName.REFERRED_BY), uri(invite.get(), HeaderName.REFERRED_BY));
        return List.copyOf(comparison.changes);
    }

    /** The last REFER before the invitation. */
    private static Optional<TrackedMessage> before(Call asking, TrackedMessage invite) {
        return asking.transactions(Method.REFER).stream()
                .map(Transaction::request)
                .flatMap(Optional::stream)
                .filter(refer -> refer.index() < invite.index())
                .reduce((earlier, later) -> later);
    }

    private static Optional<SipUri> uri(TrackedMessage message, HeaderName header) {
        return message.message().nameAddresses(header).stream().findFirst().map(NameAddress::uri);
    }

    private void compare(String header, Optional<SipUri> given, Optional<SipUri> returned) {
        if (given.isEmpty() || returned.isEmpty()) {
            return;
        }
        for (Parameter parameter : given.get().parameters().all()) {
            String name = parameter.name().toLowerCase(Locale.ROOT);
            String returnedAs = returned.get().parameters().value(name).orElse("");
            if (!OF_THE_WAY.contains(name) && !returnedAs.equals(parameter.value())) {
                changes.add(new LegChange(
                        element,
                        refer.index(),
                        invite.index(),
                        header,
                        (returnedAs.isEmpty()
                                        ? name + "=" + parameter.value() + " in the " + header
                                                + " of the REFER is not in the invitation"
                                        : name + " in the " + header + " of the REFER was " + parameter.value()
                                                + ", and is " + returnedAs + " in the invitation")
                                + ": who gets the call may not find by it what the transfer is about"));
            }
        }
    }
}
