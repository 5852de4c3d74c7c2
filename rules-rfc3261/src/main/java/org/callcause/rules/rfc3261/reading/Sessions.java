package org.callcause.rules.rfc3261.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;

/**
 * The session descriptions of a call, on the hop nearest the caller: what lies behind may describe the sessions of other
 * elements. Read once a call.
 *
 * @param request the deciding INVITE's description
 * @param early those of its provisional responses, in order
 * @param answer that of its 2xx
 * @param acknowledgement that of the ACK of the 2xx
 * @param exchanges every offer with its answer, in order
 */
public record Sessions(
        Optional<Described> request,
        List<Described> early,
        Optional<Described> answer,
        Optional<Described> acknowledgement,
        List<OfferAnswer> exchanges) {

    private static final Sessions NONE =
            new Sessions(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());

    /** Those of this call. */
    public static Sessions of(Call call) {
        return call.reading(Sessions.class, Sessions::read);
    }

    /** The exchange that set the session up. */
    public Optional<OfferAnswer> initial() {
        return exchanges.stream().filter(OfferAnswer::initial).findFirst();
    }

    /** The re-INVITEs and UPDATEs of the call, in order. */
    public static List<Transaction> changes(Call call) {
        return call.transactions().size() < 2
                ? List.of()
                : call.transactions().stream().filter(Sessions::isChange).toList();
    }

    /** Whether this is a request inside the dialog that changes the session. */
    public static boolean isChange(Transaction transaction) {
        return transaction.method().equals(Method.UPDATE)
                || (transaction.method().equals(Method.INVITE) && !transaction.isInitial());
    }

    private static Sessions read(Call call) {
        Optional<Transaction> decisive = call.decisiveAttempt();
        if (decisive.isEmpty() || !call.method().equals(Method.INVITE)) {
            return NONE;
        }
        Transaction attempt = decisive.get();
        Hop hop = attempt.firstHop();
        Optional<Described> request = hop.request().flatMap(Sessions::describe);
        List<Described> early = new ArrayList<>(1);
        for (TrackedMessage response : hop.responses()) {
            if (response.status() < 200) {
                describe(response).ifPresent(early::add);
            }
        }
        Optional<Described> answer = hop.finalResponse()
                .filter(response -> response.status() / 100 == 2)
                .flatMap(Sessions::describe);
        Optional<Described> acknowledgement =
                attempt.acknowledgements().stream().findFirst().flatMap(Sessions::describe);
        List<OfferAnswer> exchanges = new ArrayList<>(1);
        Optional<Described> first = answer.or(() -> early.stream()
                .filter(described -> ReliableResponses.isReliable(described.message()))
                .findFirst());
        pair(request.or(() -> answer), request.isPresent() ? first : acknowledgement, true)
                .ifPresent(exchanges::add);
        if (call.transactions().size() > 2) {
            for (Transaction change : call.transactions()) {
                later(change).ifPresent(exchanges::add);
            }
        }
        return new Sessions(request, List.copyOf(early), answer, acknowledgement, List.copyOf(exchanges));
    }

    /** What a re-INVITE or an UPDATE agreed on. */
    private static Optional<OfferAnswer> later(Transaction change) {
        if (!isChange(change) || change.finalStatus() / 100 != 2) {
            return Optional.empty();
        }
        Optional<Described> request = change.request().flatMap(Sessions::describe);
        Optional<Described> answer = change.firstHop().finalResponse().flatMap(Sessions::describe);
        return request.isPresent()
                ? pair(request, answer, false)
                : pair(answer, change.acknowledgements().stream().findFirst().flatMap(Sessions::describe), false);
    }

    private static Optional<OfferAnswer> pair(Optional<Described> offer, Optional<Described> answer, boolean initial) {
        return offer.flatMap(offered -> answer.map(answered -> new OfferAnswer(offered, answered, initial)));
    }

    private static Optional<Described> describe(TrackedMessage message) {
        SipMessage sip = message.message();
        return sip.sdp().filter(sdp -> !sdp.media().isEmpty()).map(sdp -> new Described(message, sdp));
    }
}
