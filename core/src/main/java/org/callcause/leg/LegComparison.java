package org.callcause.leg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipUri;

/** Compares the invitation that an element got with the one it sent on, and tells of the headers what can hurt. */
final class LegComparison {

    /** Numbers are compared without their prefixes, which elements are meant to change. */
    private static final int LAST_DIGITS = 7;

    private final Endpoint element;
    private final TrackedMessage before;
    private final TrackedMessage after;
    private final List<LegChange> changes = new ArrayList<>();

    private LegComparison(TrackedMessage before, TrackedMessage after) {
        this.element = after.from().isKnown() ? after.from() : before.to();
        this.before = before;
        this.after = after;
    }

    static List<LegChange> of(Call leg, Call onward) {
        Optional<TrackedMessage> sent = onward.initialRequest();
        Optional<TrackedMessage> received = sent.flatMap(invite -> receivedBy(invite.from(), leg));
        if (sent.isEmpty() || received.isEmpty()) {
            return List.of();
        }
        LegComparison comparison = new LegComparison(received.get(), sent.get());
        comparison.identity();
        comparison.numbers();
        comparison.dropped(
                HeaderName.DIVERSION,
                "a carrier that lets only its own numbers call may refuse a diverted call without it");
        comparison.dropped(HeaderName.HISTORY_INFO, "the next element cannot tell that the call was diverted");
        comparison.required();
        comparison.changes.addAll(OfferComparison.of(comparison.element, received.get(), sent.get()));
        return List.copyOf(comparison.changes);
    }

    /** The invitation as it reached this element: on the hop that leads to it, else on the last one seen. */
    private static Optional<TrackedMessage> receivedBy(Endpoint element, Call leg) {
        List<Hop> hops = leg.decisiveAttempt().map(Transaction::hops).orElse(List.of());
        return hops.stream()
                .filter(hop -> hop.to().host().equals(element.host()))
                .flatMap(hop -> hop.request().stream())
                .findFirst()
                .or(() -> hops.stream().flatMap(hop -> hop.request().stream()).reduce((nearer, further) -> further));
    }

    private SipMessage got() {
        return before.message();
    }

    private SipMessage sent() {
        return after.message();
    }

    private void add(String what, String explanation) {
        changes.add(new LegChange(element, before.index(), after.index(), what, explanation));
    }

    private void dropped(HeaderName header, String harm) {
        if (got().has(header) && !sent().has(header)) {
            add(header.canonical(), header.canonical() + " was not passed on: " + harm);
        }
    }

    private void identity() {
        if (got().has(HeaderName.IDENTITY) && !sent().has(HeaderName.IDENTITY)) {
            add("Identity", "the signed Identity was not passed on: nobody behind can verify the caller (RFC 8224)");
        }
        if (sent().has(HeaderName.IDENTITY)
                && got().headers(HeaderName.IDENTITY).stream()
                        .map(Objects::toString)
                        .toList()
                        .equals(sent().headers(HeaderName.IDENTITY).stream()
                                .map(Objects::toString)
                                .toList())
                && (!sameUser(got().from(), sent().from()) || !sameUser(got().to(), sent().to()))) {
            add(
                    "Identity",
                    "the Identity was passed on although a number it signs was changed: it no longer verifies (RFC"
                            + " 8224)");
        }
        boolean hidden = sent().header(HeaderName.PRIVACY)
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("id"))
                .isPresent();
        if (!hidden) {
            dropped(HeaderName.P_ASSERTED_IDENTITY, "the next network does not learn who is vouched for as the caller");
        }
    }

    private void numbers() {
        number("From", got().from(), sent().from(), "the callee sees another caller, and a carrier may not allow it");
        number("To", got().to(), sent().to(), "another number than the dialled one was called");
    }

    private void number(String what, Optional<NameAddress> got, Optional<NameAddress> sent, String harm) {
        String was = user(got);
        String is = user(sent);
        if (!was.isEmpty() && !is.isEmpty() && !lastDigits(was).equals(lastDigits(is))) {
            add(
                    what,
                    "the " + (what.equals("From") ? "calling" : "called") + " number went in as " + was + " and out as "
                            + is + ": " + harm);
        }
    }

    private static boolean sameUser(Optional<NameAddress> one, Optional<NameAddress> other) {
        return user(one).equals(user(other));
    }

    private static String user(Optional<NameAddress> address) {
        return address.map(NameAddress::uri).flatMap(SipUri::user).orElse("");
    }

    private static String lastDigits(String user) {
        return user.substring(Math.max(0, user.length() - LAST_DIGITS));
    }

    private void required() {
        List<String> more = sent().headerValues(HeaderName.REQUIRE).stream()
                .filter(tag -> got().headerValues(HeaderName.REQUIRE).stream().noneMatch(tag::equalsIgnoreCase))
                .toList();
        if (!more.isEmpty()) {
            add(
                    "Require",
                    "the element requires " + String.join(", ", more)
                            + ", which the caller did not: who does not support it refuses with 420");
        }
    }
}
