package org.callcause.dialog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/**
 * One request and the responses to it, on every hop where the capture shows it (RFC 3261 17). The ACK of a 2xx is kept
 * with the INVITE that it answers, though the RFC does not count it to the transaction (13.2.2.4).
 */
public final class Transaction {

    private static final Comparator<Hop> NEAREST_THE_CLIENT =
            Comparator.comparingInt(Hop::depth).thenComparingInt(Hop::number);

    private final Method method;
    private final long sequence;
    private final SipMessage first;
    private final List<Hop> hops = new ArrayList<>(1);
    private final List<TrackedMessage> acknowledgements = new ArrayList<>(0);
    private boolean inferred;

    /** Nearly always none; each element on the way makes one of its own (RFC 3261 9.1, 16.10). */
    private List<Transaction> cancels = List.of();

    /**
     * A transaction without hops.
     *
     * @param first the message that opens it, whichever that is
     */
    Transaction(Method method, long sequence, SipMessage first) {
        this.method = method;
        this.sequence = sequence;
        this.first = first;
    }

    /** The method of the request. */
    public Method method() {
        return method;
    }

    /** The number in the CSeq header; -1 when it could not be read. */
    public long sequence() {
        return sequence;
    }

    /** The tag of the side that sent the request; empty when it sent none. */
    public String fromTag() {
        return first.fromTag().orElse("");
    }

    /** The stretches of the path that the capture shows, the one nearest the client first. Never empty. */
    public List<Hop> hops() {
        return hops.size() == 1
                ? List.of(hops.get(0))
                : hops.stream().sorted(NEAREST_THE_CLIENT).toList();
    }

    /** The hop nearest the client that sent the request. */
    public Hop firstHop() {
        Hop first = hops.get(0);
        for (int i = 1; i < hops.size(); i++) {
            if (NEAREST_THE_CLIENT.compare(hops.get(i), first) < 0) {
                first = hops.get(i);
            }
        }
        return first;
    }

    /** The request as it was first seen on the hop nearest the client; absent when the capture began later. */
    public Optional<TrackedMessage> request() {
        if (hops.size() == 1) {
            return hops.get(0).request();
        }
        for (Hop hop : hops()) {
            if (hop.request().isPresent()) {
                return hop.request();
            }
        }
        return Optional.empty();
    }

    /** The request itself; absent when the capture began later. */
    public Optional<SipRequest> requestMessage() {
        return request().map(seen -> (SipRequest) seen.message());
    }

    /** How often the request left, repeats included, on the hop where it left most often. */
    public int sendings() {
        int most = 0;
        for (Hop hop : hops) {
            if (hop.request().isPresent()) {
                most = Math.max(most, hop.requestRetransmissions() + 1);
            }
        }
        return most;
    }

    /** Every response seen for the first time on its hop, in the order of capture. */
    public List<TrackedMessage> responses() {
        if (hops.size() == 1) {
            return hops.get(0).responses();
        }
        return hops.stream()
                .flatMap(hop -> hop.responses().stream())
                .sorted(TrackedMessage.IN_TIME)
                .toList();
    }

    /**
     * The final response as the client got it. Where the capture does not show the client's own hop, or not to its
     * end, the best response of the hops behind stands in: a 2xx, else a 6xx, else the lowest code (RFC 3261 16.7 step 6).
     * A refusal does not while another way has no final response yet.
     */
    public Optional<TrackedMessage> finalResponse() {
        Optional<TrackedMessage> received = firstHop().finalResponse();
        if (received.isPresent() || hops.size() == 1) {
            return received;
        }
        return hops.stream()
                .flatMap(hop -> hop.finalResponse().stream())
                .min(Comparator.comparingInt(response -> preference(response.status())))
                .filter(best -> best.status() / 100 == 2 || hops.stream().noneMatch(hop -> mayEndOtherwise(hop, best)));
    }

    /**
     * Whether this is a way beside the refused one that has no end yet. Where a hop leads on, the ways behind tell, and of what
     * lies behind a hop that is over, nothing more comes.
     */
    private boolean mayEndOtherwise(Hop hop, TrackedMessage refusal) {
        Hop refused = hops.get(refusal.hop() - 1);
        return hop.finalResponse().isEmpty()
                && !hop.equals(firstHop())
                && !hop.hasSameBranchAs(refused)
                && hop.depth() >= refused.depth()
                && hops.stream()
                        .noneMatch(other ->
                                hop.leadsTo(other) || (other.finalResponse().isPresent() && other.leadsTo(hop)));
    }

    private static int preference(int status) {
        int statusClass = status / 100;
        return statusClass == 2 ? 0 : statusClass == 6 ? 1 : status;
    }

    /**
     * The same answer on the hop furthest from the client where it was seen: nearest to whoever made it, and before proxies on
     * the way could change its words.
     */
    public Optional<TrackedMessage> furthestFinalResponse() {
        Optional<TrackedMessage> received = finalResponse();
        if (received.isEmpty() || hops.size() == 1) {
            return received;
        }
        int status = received.get().status();
        return hops().stream()
                .flatMap(hop -> hop.finalResponse().stream())
                .filter(response -> response.status() == status)
                .reduce((nearer, further) -> further);
    }

    /** The status code of {@link #finalResponse()}, 0 without one. */
    public int finalStatus() {
        return finalResponse().map(TrackedMessage::status).orElse(0);
    }

    /** Whether a final 2xx was seen on any hop. */
    public boolean isSuccessful() {
        for (Hop hop : hops) {
            if (hop.finalStatus() / 100 == 2) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a final 2xx was seen that went back to who asked, as far as the capture shows: not one behind an element that
     * refused the request itself, as where the caller gave up while the callee answered.
     */
    public boolean isAccepted() {
        for (Hop hop : hops) {
            if (hop.finalStatus() / 100 == 2 && !isRefusedBefore(hop)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRefusedBefore(Hop hop) {
        for (Hop before : hops) {
            if (before.finalStatus() >= 300
                    && before.to().isKnown()
                    && before.to().equals(hop.from())) {
                return true;
            }
        }
        return false;
    }

    /** The ACKs of a 2xx, in the order of capture, repeated ones included. */
    public List<TrackedMessage> acknowledgements() {
        return List.copyOf(acknowledgements);
    }

    /** Whether the client acknowledged the final response of this INVITE, on any hop. */
    public boolean isAcknowledged() {
        if (!acknowledgements.isEmpty()) {
            return true;
        }
        for (Hop hop : hops) {
            if (hop.acknowledgement().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The first CANCEL of this INVITE that was captured, else one that only its response shows. */
    public Optional<Transaction> cancelledBy() {
        if (cancels.isEmpty()) {
            return Optional.empty();
        }
        for (Transaction cancel : cancels) {
            if (cancel.request().isPresent()) {
                return Optional.of(cancel);
            }
        }
        return Optional.of(cancels.get(0));
    }

    /**
     * Whether a CANCEL came from where the request came from, as far as the capture shows: a proxy cancels what rings behind it
     * by itself, too (RFC 3261 16.7 step 10, 16.8).
     */
    public boolean isCancelledByClient() {
        return cancels.stream().flatMap(cancel -> cancel.hops().stream()).anyMatch(this::comesFromClient);
    }

    private boolean comesFromClient(Hop cancel) {
        Endpoint client = firstHop().from();
        return !client.isKnown()
                || !cancel.from().isKnown()
                || client.host().equals(cancel.from().host());
    }

    /** Whether the request stands outside any dialog: it has no To tag. A request that was not captured counts as such. */
    public boolean isInitial() {
        Optional<TrackedMessage> request = request();
        return request.isEmpty() || !request.get().message().hasToTag();
    }

    /**
     * Whether some message was counted to this transaction by Call-ID and CSeq alone, because its branch matched none:
     * logs with masked branches need this, and what rests on it is a little less sure.
     */
    public boolean isInferred() {
        return inferred;
    }

    /** Whether both requests carry the same From tag: one side of a call sent both. */
    public boolean isFromSameSideAs(Transaction other) {
        return first.hasSameFromTag(other.first);
    }

    /** Whether the request is one of this transaction, by method and number. */
    public boolean isOf(SipRequest request) {
        return isOf(request.method(), request.sequence());
    }

    boolean isOf(Method otherMethod, long otherSequence) {
        return sequence == otherSequence && method.equals(otherMethod);
    }

    /** Whether the message carries the From tag of the request: one side sent both. */
    public boolean isFromSenderOf(SipMessage message) {
        return first.hasSameFromTag(message);
    }

    List<Hop> hopsByAppearance() {
        return hops;
    }

    Hop addHop(CapturedMessage captured, boolean sentByClient) {
        Endpoint from = sentByClient ? captured.from() : captured.to();
        Endpoint to = sentByClient ? captured.to() : captured.from();
        Hop hop = new Hop(hops.size() + 1, method.equals(Method.INVITE), captured, from, to);
        hops.add(hop);
        return hop;
    }

    TrackedMessage addAcknowledgement(CapturedMessage captured) {
        int hop = acknowledgementHop(captured);
        TrackedMessage tracked = new TrackedMessage(captured, Repetition.sighting(sameHop(captured), captured), hop);
        acknowledgements.add(tracked);
        return tracked;
    }

    private List<TrackedMessage> sameHop(CapturedMessage captured) {
        List<TrackedMessage> sameHop = new ArrayList<>(acknowledgements.size());
        for (TrackedMessage other : acknowledgements) {
            if (other.from().equals(captured.from()) && other.to().equals(captured.to())) {
                sameHop.add(other);
            }
        }
        return sameHop;
    }

    private int acknowledgementHop(CapturedMessage captured) {
        for (Hop hop : hops) {
            if (hop.connects(captured.from(), captured.to())) {
                return hop.number();
            }
        }
        return 1;
    }

    void cancelBy(Transaction cancel) {
        List<Transaction> all = new ArrayList<>(cancels);
        all.add(cancel);
        cancels = List.copyOf(all);
    }

    void markInferred() {
        inferred = true;
    }
}
