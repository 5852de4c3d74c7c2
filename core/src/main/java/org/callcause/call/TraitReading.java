package org.callcause.call;

import java.time.Duration;
import java.util.List;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Glance;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/** Finds the {@link Trait}s of a call, as bits. */
final class TraitReading {

    /** How many earlier requests one is compared with: enough for what is under way at once. */
    private static final int LOOK_BACK = 8;

    private static final long LONG_TALK = Duration.ofMinutes(10).toNanos();

    private final MessageNotes notes;
    private final TraitCollector traits = new TraitCollector();

    private TraitReading(MessageNotes notes) {
        this.notes = notes;
    }

    /** The traits of the call, with what was noted of its messages. */
    static TraitSet of(Call call, MessageNotes notes) {
        TraitReading reading = new TraitReading(notes);
        reading.traits.addAll(notes.traits());
        reading.messages(call.messages());
        List<Transaction> transactions = call.transactions();
        reading.credentials(transactions);
        for (int i = 0; i < transactions.size(); i++) {
            reading.transaction(transactions.get(i));
            reading.order(transactions, i);
        }
        reading.traits.addIf(call.earlierRefusal().isPresent(), Trait.FOLLOWS_REFUSAL);
        reading.traits.addIf(call.talkTimeNanos() >= LONG_TALK || !call.hasTimes(), Trait.LASTED_LONG);
        return reading.traits.set();
    }

    private void messages(List<TrackedMessage> messages) {
        AnswerTraits answer = new AnswerTraits(traits, notes);
        SessionTraits session = new SessionTraits();
        for (int i = 0; i < messages.size(); i++) {
            TrackedMessage tracked = messages.get(i);
            traits.addIf(tracked.sighting() == Sighting.RETRANSMISSION, Trait.SENT_AGAIN);
            session.message(tracked);
            if (tracked.message() instanceof SipRequest request) {
                answer.request(tracked, request);
            } else if (tracked.status() / 100 == 2) {
                answer.success(tracked);
            }
        }
        traits.addIf(session.isUnusual(), Trait.UNUSUAL_SESSION);
        if (!messages.isEmpty()) {
            answer.end(messages.get(messages.size() - 1));
        }
    }

    private void add(Trait trait) {
        traits.add(trait);
    }

    private void transaction(Transaction transaction) {
        List<Hop> hops = transaction.hops();
        if (hops.size() > 1) {
            severalHops();
        }
        if (transaction.isInferred()) {
            add(Trait.STRAY_RESPONSE);
        }
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            responses(hop);
            way(hop, transaction.method());
        }
    }

    private void credentials(List<Transaction> transactions) {
        int carrying = 0;
        for (int i = 0; i < transactions.size(); i++) {
            SipMessage request =
                    transactions.get(i).request().map(TrackedMessage::message).orElse(null);
            if (request != null
                    && (request.has(HeaderName.AUTHORIZATION) || request.has(HeaderName.PROXY_AUTHORIZATION))) {
                carrying++;
            }
        }
        traits.addIf(carrying > 1, Trait.SEVERAL_CREDENTIALS);
    }

    /** What elements on the way change makes a call look unusual, and which hop a rule looks at is its own affair. */
    private void severalHops() {
        add(Trait.SEVERAL_HOPS);
        add(Trait.UNUSUAL_ACK);
        add(Trait.UNUSUAL_TARGET);
        add(Trait.UNUSUAL_SESSION);
    }

    private void way(Hop hop, Method method) {
        TrackedMessage request = hop.request().orElse(null);
        if (request == null) {
            traits.addIf(hop.finalResponse().isPresent(), Trait.REFUSAL_INSIDE);
            return;
        }
        if (hop.responses().isEmpty()) {
            add(Trait.UNANSWERED_REQUEST);
            return;
        }
        TrackedMessage first = hop.responses().get(0);
        TrackedMessage last = hop.finalResponse().orElse(first);
        boolean invite = method.equals(Method.INVITE);
        traits.addIf(!first.from().equals(hop.to()), Trait.OTHER_SOCKET);
        traits.addIf(!invite && AnswerTraits.isLate(request, last), Trait.LATE_RESPONSE);
        if (notes.isSentElsewhere() && (invite || method.equals(Method.REGISTER))) {
            traits.addIf(!Glance.tellsReturnPath(first.message()), Trait.UNUSUAL_VIA);
        }
        if (last.status() >= 300) {
            refused(hop, request.message(), last.message());
        } else if (method.equals(Method.REGISTER)) {
            traits.addIf(!Glance.listsPlainBinding(last.message()), Trait.UNUSUAL_BINDING);
        }
    }

    private void refused(Hop hop, SipMessage request, SipMessage refusal) {
        traits.addIf(request.hasToTag(), Trait.REFUSAL_INSIDE);
        SipMessage acknowledgement =
                hop.acknowledgement().map(TrackedMessage::message).orElse(null);
        boolean fits = acknowledgement == null
                || (acknowledgement.hasSameBranch(request)
                        && acknowledgement.viaCount() == request.viaCount()
                        && acknowledgement.hasSameToTag(refusal)
                        && Glance.haveSameTarget(acknowledgement, request));
        traits.addIf(!fits, Trait.UNUSUAL_REFUSAL_ACK);
    }

    private void responses(Hop hop) {
        SipMessage request = hop.request().map(TrackedMessage::message).orElse(null);
        if (request == null && !hop.responses().isEmpty()) {
            add(Trait.STRAY_RESPONSE);
        }
        int vias = request == null ? 0 : request.viaCount();
        TrackedMessage tagged = null;
        int lastFinal = 0;
        List<TrackedMessage> responses = hop.responses();
        for (int i = 0; i < responses.size(); i++) {
            TrackedMessage response = responses.get(i);
            SipMessage message = response.message();
            if (request != null
                    && (!message.hasSameFromTag(request)
                            || !message.hasSameBranch(request)
                            || message.viaCount() != vias
                            || !response.to().equals(hop.from()))) {
                add(Trait.STRAY_RESPONSE);
            }
            if (message.hasToTag()) {
                if (tagged != null && !message.hasSameToTag(tagged.message())) {
                    add(Trait.TO_TAGS);
                }
                tagged = response;
            }
            if (response.status() >= 200) {
                if (lastFinal != 0 && lastFinal != response.status()) {
                    add(Trait.SEVERAL_FINAL_RESPONSES);
                }
                lastFinal = response.status();
            }
        }
    }

    private void order(List<Transaction> transactions, int current) {
        Transaction later = transactions.get(current);
        if (later.method().equals(Method.CANCEL) || later.request().isEmpty()) {
            return;
        }
        for (int i = current - 1; i >= Math.max(0, current - LOOK_BACK); i--) {
            Transaction earlier = transactions.get(i);
            if (earlier.method().equals(Method.CANCEL)) {
                continue;
            }
            if (earlier.firstHop().hasSameBranchAs(later.firstHop())) {
                add(Trait.SHARED_BRANCH);
            }
            if (earlier.sequence() >= later.sequence() && earlier.isFromSameSideAs(later)) {
                add(Trait.SEQUENCE_NOT_RAISED);
            }
        }
    }
}
