package org.callcause.call;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.Reason;
import org.callcause.message.RetryAfter;
import org.callcause.message.SipMessage;
import org.callcause.message.SipResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a person calls a call: an invitation with everything that belongs to it, or a registration or another exchange.
 * Complete and immutable once a rule or a listener sees it. Made by the library.
 */
public final class Call {

    private final long firstIndex;
    private final Method method;
    private final Leg leg;
    private final List<TrackedMessage> messages;
    private final List<Transaction> attempts;
    private final Optional<Transaction> decisiveAttempt;
    private final Optional<TrackedMessage> finalResponse;
    private final Optional<TrackedMessage> bye;
    private final CallTimes times;
    private final Optional<EarlierRefusal> earlierRefusal;
    private final CloseReason closedBecause;
    private final Disposition disposition;
    private final Map<Class<?>, Object> readings = new HashMap<>(0);
    private final MessageTally tally;
    private final MessageNotes notes;
    private @Nullable TraitSet traits;
    private Optional<?> kept = Optional.empty();
    private Optional<Call> withinLimits = Optional.empty();

    Call(
            long firstIndex,
            Method method,
            Leg leg,
            List<Transaction> attempts,
            Optional<Transaction> decisiveAttempt,
            Optional<TrackedMessage> bye,
            CallTimes times,
            Optional<EarlierRefusal> earlierRefusal,
            CloseReason closedBecause,
            Disposition disposition,
            MessageTally tally,
            MessageNotes notes) {
        this.firstIndex = firstIndex;
        this.method = method;
        this.leg = leg;
        this.messages = leg.messages();
        this.attempts = List.copyOf(attempts);
        this.decisiveAttempt = decisiveAttempt;
        this.finalResponse = decisiveAttempt.flatMap(Transaction::finalResponse);
        this.bye = bye;
        this.times = times;
        this.earlierRefusal = earlierRefusal;
        this.closedBecause = closedBecause;
        this.disposition = disposition;
        this.tally = tally;
        this.notes = notes;
    }

    /** A name that is unique within the input: the Call-ID and the number of the call's first message. */
    public String id() {
        return id(leg.callId(), firstIndex);
    }

    /** The {@link #id()} of the call with this Call-ID whose first message has this number. */
    public static String id(String callId, long firstMessage) {
        return callId + "#" + firstMessage;
    }

    /** The number of the call's first message, which gives the calls of an input their order. */
    public long firstIndex() {
        return firstIndex;
    }

    /** INVITE for a call; otherwise the method of the exchange's first request. */
    public Method method() {
        return method;
    }

    /** The call as it was seen under its Call-ID: one leg. Calls that are legs of one are joined elsewhere. */
    public Leg leg() {
        return leg;
    }

    /** The Call-ID; none where the messages carry none. */
    public List<String> callIds() {
        return leg.callId().isEmpty() ? List.of() : List.of(leg.callId());
    }

    /** All messages in the order of capture. */
    public List<TrackedMessage> messages() {
        return messages;
    }

    /** All transactions in the order of their first message. */
    public List<Transaction> transactions() {
        return leg.transactions();
    }

    /** The transactions of one method, in order. */
    public List<Transaction> transactions(Method wanted) {
        return transactions().stream()
                .filter(transaction -> transaction.method().equals(wanted))
                .toList();
    }

    /** The dialogs in the order of their first response. */
    public List<Dialog> dialogs() {
        return leg.dialogs();
    }

    /**
     * The tries to get through, in order: each INVITE outside a dialog (or each request of another exchange). A
     * challenged INVITE and the one that answers the challenge are two attempts of one call.
     */
    public List<Transaction> attempts() {
        return attempts;
    }

    /** The attempt that decided: the answered one, else the last. Absent when the capture shows no attempt. */
    public Optional<Transaction> decisiveAttempt() {
        return decisiveAttempt;
    }

    /** The request of the first attempt. */
    public Optional<TrackedMessage> initialRequest() {
        return CallTimes.firstRequest(attempts);
    }

    /** The final response that decided, as the calling side got it. */
    public Optional<TrackedMessage> finalResponse() {
        return finalResponse;
    }

    /** {@link Transaction#furthestFinalResponse} of the attempt that decided. */
    public Optional<TrackedMessage> furthestFinalResponse() {
        if (decisiveAttempt.isEmpty() || decisiveAttempt.get().hops().size() == 1) {
            return finalResponse;
        }
        return decisiveAttempt.flatMap(Transaction::furthestFinalResponse);
    }

    /** The status code of {@link #finalResponse()}, 0 without one. */
    public int finalStatus() {
        return finalResponse.isPresent() ? finalResponse.get().status() : 0;
    }

    /** The reason phrase of {@link #finalResponse()}, empty without one. */
    public String finalPhrase() {
        return finalResponse()
                .map(response -> ((SipResponse) response.message()).reasonPhrase())
                .orElse("");
    }

    /** The Retry-After header of {@link #finalResponse()}. */
    public Optional<RetryAfter> retryAfter() {
        return finalResponse().flatMap(response -> response.message().retryAfter());
    }

    /** The Reason header values of {@link #finalResponse()}. */
    public List<Reason> reasons() {
        return finalResponse().map(response -> response.message().reasons()).orElse(List.of());
    }

    /** How often the request was sent in vain. Silent attempts count together: some clients begin a new one to repeat it. */
    public int unansweredSendings() {
        return attempts.stream()
                .filter(attempt -> attempt.responses().isEmpty())
                .mapToInt(Transaction::sendings)
                .sum();
    }

    /** The first CANCEL of the deciding attempt. */
    public Optional<TrackedMessage> cancel() {
        return decisiveAttempt.flatMap(Transaction::cancelledBy).flatMap(Transaction::request);
    }

    /**
     * The BYE that ended the call: the first, but for those of surplus dialogs, where several devices answered and the call
     * went on with one (RFC 3261 13.2.2.4).
     */
    public Optional<TrackedMessage> bye() {
        return bye;
    }

    /** Whether this BYE ended a surplus dialog and no more: what it says is not about the call. See {@link #bye()}. */
    public boolean endsSurplusDialog(SipMessage bye) {
        return leg.endsSurplusDialog(bye);
    }

    /** The first response that says the callee's phone rings: 180, or without one 183, with which gateways play ringing. */
    public Optional<TrackedMessage> ringing() {
        return decisiveAttempt.flatMap(CallTimes::ringing);
    }

    /**
     * From the first INVITE to the first sign of ringing or progress, or to the answer. Absent without times, and of what is
     * no call.
     */
    public Optional<Duration> postDialDelay() {
        return times.postDialDelay();
    }

    /** {@link #postDialDelay()} in nanoseconds, or -1: the same without an object. */
    public long postDialDelayNanos() {
        return times.postDialDelayNanos();
    }

    /** From {@link #ringing()} to the answer, the refusal or the CANCEL. Absent when it did not ring. */
    public Optional<Duration> ringTime() {
        return times.ringTime();
    }

    /** {@link #ringTime()} in nanoseconds, or -1. */
    public long ringTimeNanos() {
        return times.ringTimeNanos();
    }

    /** Whether it rang for 20 s or more: so late, a refusal is a timer's rather than a person's. */
    public boolean rangOut() {
        return times.rangOut();
    }

    /** From the answer to the BYE. Absent when it was not answered, or the capture does not show the end. */
    public Optional<Duration> talkTime() {
        return times.talkTime();
    }

    /** {@link #talkTime()} in nanoseconds, or -1. */
    public long talkTimeNanos() {
        return times.talkTimeNanos();
    }

    /** From the deciding request to its final response. */
    public Optional<Duration> responseTime() {
        return times.responseTime();
    }

    /** Whether any message has a time. */
    public boolean hasTimes() {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).hasTime()) {
                return true;
            }
        }
        return false;
    }

    /** The time of the first message. */
    public Optional<Instant> start() {
        return CallTimes.first(messages);
    }

    /** The time of the last message. */
    public Optional<Instant> end() {
        return CallTimes.last(messages);
    }

    /** How it ended. */
    public Disposition disposition() {
        return disposition;
    }

    /** What the call is for. */
    public CallContext context() {
        return ContextReading.read(method, attempts);
    }

    /** The refusal of an earlier call between the same two addresses that this call followed within a minute. */
    public Optional<EarlierRefusal> earlierRefusal() {
        return earlierRefusal;
    }

    /** Why it is reported now. */
    public CloseReason closedBecause() {
        return closedBecause;
    }

    /** How long the capture went on after the call's last message. Absent without times. */
    public Optional<Duration> observedAfterEnd() {
        return times.observedAfterEnd();
    }

    /** Before anybody sees the call. */
    Call keeping(Optional<?> something) {
        kept = something;
        return this;
    }

    /** Before anybody sees the call. */
    Call within(Optional<Call> intact) {
        withinLimits = intact;
        return this;
    }

    /**
     * The call before the first message that the limits of a call left out ({@link CallLimits}), as if the capture had ended
     * there; this one where they left none out. What rules judge: what was left out would look as if nobody had sent it.
     */
    public Call withinLimits() {
        return withinLimits.orElse(this);
    }

    /** What whoever heard of its beginning keeps with it ({@link CallProgress#begins}), if it is of this kind. */
    public <T> Optional<T> kept(Class<T> kind) {
        Object something = kept.orElse(null);
        return kind.isInstance(something) ? Optional.of(kind.cast(something)) : Optional.empty();
    }

    /** The endpoint that sent the first request; {@link Endpoint#UNKNOWN} when not known. */
    public Endpoint caller() {
        return attempts.isEmpty()
                ? Endpoint.UNKNOWN
                : attempts.get(0).firstHop().from();
    }

    /** The endpoint that the first request was sent to; {@link Endpoint#UNKNOWN} when not known. */
    public Endpoint nextHop() {
        return attempts.isEmpty()
                ? Endpoint.UNKNOWN
                : attempts.get(0).firstHop().to();
    }

    /**
     * The address in the From header of the first message, seen from the calling side. Where the capture shows no attempt,
     * who called is not known, and this and {@link #to()} may have changed places.
     */
    public Optional<NameAddress> from() {
        return CallParties.naming(attempts, messages).flatMap(SipMessage::from);
    }

    /** The address in the To header of the first message, seen from the calling side; see {@link #from()}. */
    public Optional<NameAddress> to() {
        return CallParties.naming(attempts, messages).flatMap(SipMessage::to);
    }

    /** Every distinct User-Agent and Server value, in the order of first appearance. */
    public Set<String> userAgents() {
        return CallParties.software(messages);
    }

    /**
     * What several rules read of this call alike, such as its session descriptions: read once, when a rule first asks.
     *
     * @param kind the type of what is read; one reader a type
     * @param reader reads it from this call and nothing else
     */
    public <T> T reading(Class<T> kind, Function<Call, T> reader) {
        synchronized (readings) {
            Object known = readings.get(kind);
            if (known == null) {
                known = Objects.requireNonNull(reader.apply(this), "reading");
                readings.put(kind, known);
            }
            return kind.cast(known);
        }
    }

    /** Whether the call has what an ordinary one has not. */
    public boolean has(Trait trait) {
        return traits().has(trait);
    }

    /** What the call has that an ordinary one has not. Found when first asked for: several threads find the same. */
    public TraitSet traits() {
        TraitSet known = traits;
        if (known == null) {
            known = TraitReading.of(this, notes);
            traits = known;
        }
        return known;
    }

    /** What the network or a log says of messages that could not be delivered; the first 16, in the order they came. */
    public List<TransportFailure> transportFailures() {
        return notes.failures();
    }

    /**
     * The connections that hosts which took a request of the call tried to open while it lasted, and that failed, each by
     * itself; of whichever call, and at most 16.
     */
    public List<FailedConnection> failedConnections() {
        return notes.connections();
    }

    /** What the input shows of its media. */
    public SeenRtp rtp() {
        return notes.rtp();
    }

    /** What its messages have, taken together. */
    public MessageTally tally() {
        return tally;
    }

    /** The id, the disposition and the final status in one line, for logs. */
    @Override
    public String toString() {
        return id() + " " + disposition.kind() + (finalStatus() == 0 ? "" : " " + finalStatus() + " " + finalPhrase());
    }
}
