package org.callcause.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.DialogTracker;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Glance;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;
import org.jspecify.annotations.Nullable;

/**
 * A call that may still change: its messages as they came, and the time from which nothing more is to be expected. What
 * the messages mean is found out once, at the end and in the order of their times, so that it does not matter in which
 * order a capture delivers them.
 */
final class OpenCall {

    /** About what the objects of one call, and of one message besides its bytes, take of the heap. */
    private static final int CALL_OVERHEAD = 500;

    private static final int MESSAGE_OVERHEAD = 400;

    private long fingerprint;
    private CallGroup group = CallGroup.OTHER;
    private final ArrayList<CapturedMessage> messages = new ArrayList<>(8);
    private final MessageNotes notes = new MessageNotes();
    private byte @Nullable [] packed;
    private @Nullable SipRequest latestInvite;

    /** Nearly always absent. */
    private @Nullable SeveralAnswers several;

    /** That of {@link #latestInvite}, at hand for every message that comes. */
    private long latestSequence;

    private CallPhase phase = CallPhase.WAITING;
    private boolean closed;
    private int messageCount;
    private int messageBytes;
    private int beyondLimits;

    /**
     * How many messages came before the first that the limits did not leave room for; more than there are where all found
     * some.
     */
    private int withinLimits = Integer.MAX_VALUE;

    private long retainedBytes = CALL_OVERHEAD;
    private long lastNanos = Long.MIN_VALUE;

    /** The time of the message that the phase is owed to. */
    private long settledAt = Long.MIN_VALUE;

    /** The neighbours in the order of first messages, which {@link OpenCalls} keeps while it is open. */
    @Nullable
    OpenCall older;

    @Nullable
    OpenCall newer;

    /** Where {@link DeadlineWheel} keeps this call, and until when. */
    int slot = DeadlineWheel.NONE;

    int position;
    long waitsUntil;

    /** What whoever hears of calls keeps with this one. */
    private @Nullable Object kept;

    /** Written only; see {@link #fetch}. */
    @SuppressWarnings("UnusedVariable")
    private boolean fetched;

    /** A call without a message; see {@link BlankCalls}. */
    OpenCall() {}

    /**
     * Says which call it is; to be called once, before anything else.
     *
     * @param fingerprint that of its Call-ID
     */
    void name(long fingerprint, CallGroup group) {
        this.fingerprint = fingerprint;
        this.group = group;
    }

    /**
     * Has the processor fetch this object while it goes on with what does not need it: what is read has to be waited for,
     * what is written has not.
     */
    void fetch() {
        fetched = true;
    }

    /** Of its Call-ID. */
    long fingerprint() {
        return fingerprint;
    }

    CallGroup group() {
        return group;
    }

    /** Whether it was reported. */
    boolean isClosed() {
        return closed;
    }

    /** The latest time of its messages; {@link Long#MIN_VALUE} where none has one. */
    long lastNanos() {
        return lastNanos;
    }

    boolean isAnswered() {
        return phase == CallPhase.ANSWERED;
    }

    /** Whether it is a call that goes on: nothing has refused or ended it. */
    boolean isUnderWay() {
        return group == CallGroup.CALL && (isAnswered() || phase.isUndecided());
    }

    /** Whether the end of a call came, which may turn out to be that of a surplus dialog, or was refused. */
    boolean isEnded() {
        return phase == CallPhase.ENDED || phase == CallPhase.BYE_REFUSED;
    }

    /** The first message that came; not to be asked for once the messages are packed. */
    CapturedMessage firstMessage() {
        return messages.get(0);
    }

    /** Whether no message was taken yet. */
    boolean isEmpty() {
        return messageCount == 0;
    }

    void keep(Optional<?> something) {
        kept = something.orElse(null);
    }

    /** A hash of who calls whom. */
    long partiesHash() {
        return notes.partiesHash();
    }

    Optional<?> kept() {
        return Optional.ofNullable(kept);
    }

    /**
     * Takes a message unless the limits of a call are reached; the first always, as nothing could be said of a call without.
     *
     * @param traits those of the message
     */
    boolean add(CapturedMessage captured, long traits, CallLimits limits) {
        if (captured.hasTime()) {
            lastNanos = Math.max(lastNanos, captured.nanos());
        }
        int length = captured.message().length();
        boolean full = messageCount >= limits.messagesPerCall()
                || (messageCount > 0 && messageBytes + length > limits.bytesPerCall());
        if (full) {
            withinLimits = Math.min(withinLimits, messageCount);
        }
        if (full && !isTakenBeyondLimits(captured.message())) {
            follow(captured);
            return false;
        }
        beyondLimits += full ? 1 : 0;
        CapturedMessage own = captured.detach();
        messages.add(own);
        messageCount++;
        messageBytes += length;
        retainedBytes += length + MESSAGE_OVERHEAD;
        notes.add(own, traits);
        follow(own);
        if (own.message() instanceof SipRequest request
                && request.method().equals(Method.INVITE)
                && !isOfEarlierAttempt(request)) {
            latestInvite = request;
            latestSequence = request.sequence();
        }
        return true;
    }

    /** Takes what the network or a log says of one of its messages. */
    void add(TransportFailure failure) {
        notes.add(failure);
    }

    /** A report that lacks what ended the call would not only tell less, but something wrong. */
    private boolean isTakenBeyondLimits(SipMessage message) {
        boolean decides = group != CallGroup.CALL
                || (message instanceof SipResponse response
                        && response.status() >= 200
                        && message.sequenceMethod().equals(Method.INVITE)
                        && phase.isUndecided());
        return (decides || message.sequenceMethod().equals(Method.BYE)) && beyondLimits < CallLimits.BEYOND;
    }

    /** A number made of what lies nearest to this object; see {@link ReadAhead}. */
    int readSelf() {
        return (int) (fingerprint + notes.traits()) + messages.size();
    }

    /** The same of what lies in the messages, and of a refused call all their bytes: many rules look at those. */
    int readMessages() {
        int sum = 0;
        for (int i = 0; i < messages.size(); i++) {
            CapturedMessage captured = messages.get(i);
            SipMessage message = captured.message();
            sum += (int) (captured.nanos() + message.sequence()) + message.viaCount();
            if (phase == CallPhase.REFUSED) {
                sum += Glance.through(message);
            }
        }
        return sum;
    }

    /** About how many bytes of heap this call takes. */
    long retainedBytes() {
        return retainedBytes;
    }

    /** Keeps the messages in a form that takes less room until they are needed again, unless that would lose something. */
    void pack(MessagePacker packer) {
        if (several != null) {
            return;
        }
        List<CapturedMessage> all = allMessages(packer);
        for (CapturedMessage message : all) {
            if (!message.message().hasIntactStructure()) {
                return;
            }
        }
        byte[] smaller = packer.pack(all);
        packed = smaller;
        messages.clear();
        messages.trimToSize();
        latestInvite = null;
        retainedBytes = (long) CALL_OVERHEAD + smaller.length;
    }

    private List<CapturedMessage> allMessages(MessagePacker packer) {
        if (packed == null) {
            return messages;
        }
        List<CapturedMessage> all = packer.unpack(packed);
        all.addAll(messages);
        return all;
    }

    /** A message that comes late changes nothing that later ones have settled, unless it tells more than they do. */
    private void follow(CapturedMessage captured) {
        SipMessage message = captured.message();
        CallPhase next = phaseAfter(captured);
        boolean settles = next != phase || (message instanceof SipResponse response && response.status() >= 300);
        boolean late = captured.nanos() < settledAt;
        if (settles && (!late || next == CallPhase.ANSWERED || next == CallPhase.ENDED)) {
            phase = next;
            settledAt = Math.max(settledAt, captured.nanos());
        }
    }

    private CallPhase phaseAfter(CapturedMessage captured) {
        SipMessage message = captured.message();
        if (group != CallGroup.CALL) {
            return CallPhase.ofExchange(message);
        }
        SeveralAnswers answers = severalAnswersWith(captured);
        if (answers != null) {
            return answers.areOver() ? CallPhase.ENDED : CallPhase.ANSWERED;
        }
        if (phase == CallPhase.ENDED) {
            return CallPhase.afterEnd(message);
        }
        if (message instanceof SipRequest request) {
            return phaseAfterRequest(request);
        }
        boolean toInvite = message.sequenceMethod().equals(Method.INVITE);
        if (!toInvite || phase == CallPhase.ANSWERED) {
            return phase;
        }
        int status = ((SipResponse) message).status();
        return status / 100 != 2 && isOfEarlierAttempt(message) ? phase : phase.afterResponse(status);
    }

    /** Several devices hardly ever answer, so that only another 2xx is a reason to look for them. */
    private @Nullable SeveralAnswers severalAnswersWith(CapturedMessage captured) {
        if (several != null) {
            several.add(captured);
        } else if ((phase == CallPhase.ANSWERED || phase == CallPhase.ENDED)
                && SeveralAnswers.isAnswer(captured.message())) {
            several = SeveralAnswers.begunBy(captured, messages);
            if (several != null) {
                messages.forEach(several::add);
            }
        }
        return several;
    }

    private boolean isOfEarlierAttempt(SipMessage message) {
        return latestInvite != null && message.sequence() < latestSequence;
    }

    private CallPhase phaseAfterRequest(SipRequest request) {
        if (request.method().equals(Method.BYE)) {
            return CallPhase.ENDED;
        }
        if (!request.method().equals(Method.INVITE)) {
            return phase;
        }
        if (request.hasToTag()) {
            return CallPhase.ANSWERED;
        }
        boolean repeated =
                latestInvite != null && latestSequence == request.sequence() && latestInvite.hasSameBranch(request);
        boolean tryingAgain =
                (phase == CallPhase.REFUSED || phase == CallPhase.CHALLENGED) && !isOfEarlierAttempt(request);
        return tryingAgain && !repeated ? CallPhase.WAITING : phase;
    }

    /**
     * Whether an ACK shows that it was answered, though the 2xx was not captured: then it goes on until its BYE. To be asked
     * when nothing more was expected, for what was delivered after the ACK is there too by then.
     */
    boolean turnsOutAnswered() {
        if (!phase.isUndecided() || !UnseenAnswer.isAcknowledged(messages)) {
            return false;
        }
        phase = CallPhase.ANSWERED;
        return true;
    }

    /** Nanoseconds since 1970 from which nothing more can change the report; {@link CallPhase#NEVER} while the call runs. */
    long deadline() {
        if (lastNanos == Long.MIN_VALUE || phase == CallPhase.ANSWERED) {
            return CallPhase.NEVER;
        }
        return lastNanos + phase.patience();
    }

    Call close(MessagePacker packer, RecentRefusals refusals, Surroundings surroundings, Closing closing) {
        closed = true;
        List<CapturedMessage> all = allMessages(packer);
        surroundings.note(all, notes);
        Optional<Call> intact = withinLimits < all.size()
                ? Optional.of(intact(new ArrayList<>(all.subList(0, withinLimits)), refusals))
                : Optional.empty();
        Call call = assemble(all, refusals, closing).keeping(kept()).within(intact);
        forgetMessages();
        return call;
    }

    /** The call before anything is missing, as if the capture had ended there. */
    private Call intact(List<CapturedMessage> messages, RecentRefusals refusals) {
        long last = messages.stream()
                .filter(CapturedMessage::hasTime)
                .mapToLong(CapturedMessage::nanos)
                .max()
                .orElse(Long.MIN_VALUE);
        Optional<Long> clock = last == Long.MIN_VALUE ? Optional.empty() : Optional.of(last);
        return assemble(messages, refusals, new Closing(CloseReason.END_OF_INPUT, clock, true));
    }

    private Call assemble(List<CapturedMessage> messages, RecentRefusals refusals, Closing closing) {
        List<CapturedMessage> all = inTime(messages);
        DialogTracker tracker = new DialogTracker();
        all.forEach(tracker::add);
        String callId = all.get(0).message().callId().orElse("");
        return CallAssembly.assemble(firstIndex(all), callId, tracker, MessageTally.of(all), notes, refusals, closing);
    }

    /** Queues may hold this object for a while yet; the messages are the call's now. */
    private void forgetMessages() {
        kept = null;
        messages.clear();
        messages.trimToSize();
        packed = null;
        latestInvite = null;
        several = null;
    }

    private static long firstIndex(List<CapturedMessage> messages) {
        long first = messages.get(0).index();
        for (CapturedMessage message : messages) {
            first = Math.min(first, message.index());
        }
        return first;
    }

    /** By time where all have one; nearly always they came so. */
    private static List<CapturedMessage> inTime(List<CapturedMessage> messages) {
        boolean sorted = true;
        for (int i = 0; i < messages.size(); i++) {
            if (!messages.get(i).hasTime()) {
                return messages;
            }
            sorted &= i == 0 || messages.get(i - 1).nanos() <= messages.get(i).nanos();
        }
        if (!sorted) {
            messages.sort(Comparator.comparingLong(CapturedMessage::nanos));
        }
        return messages;
    }
}
