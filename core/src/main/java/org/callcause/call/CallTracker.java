package org.callcause.call;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Fingerprint;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.message.SipResponse;
import org.jspecify.annotations.Nullable;

/**
 * Follows every call of a stream of messages and hands each over once, when it can no longer change. Its clock is the
 * time of the messages: a quiet host calls {@link #advanceTo}. Not safe for use by several threads.
 */
public final class CallTracker {

    /** Calls that are over may stand in a queue until they outnumber the open ones by so many. */
    private static final int FEW = 1_024;

    private final CallLimits limits;
    private final Consumer<Call> finished;
    private final CallProgress progress;
    private final BlankCalls blank = new BlankCalls();
    private final OpenCalls open = new OpenCalls();
    private final ReportedCalls reported = new ReportedCalls();
    private final DeadlineWheel deadlines = new DeadlineWheel();
    private final RecentRefusals refusals = new RecentRefusals();
    private final LossyCalls lossy = new LossyCalls();
    private final Surroundings surroundings = new Surroundings();
    private final Consumer<List<OpenCall>> settling = this::settle;
    private final ReadAhead readAhead = new ReadAhead(open, reported, refusals);
    private final MessagePacker packer = new MessagePacker();
    /** Calls that were answered and not packed since; some may be over. */
    private final ArrayDeque<OpenCall> answered = new ArrayDeque<>();

    private long retainedBytes;
    /** The latest time of a message; {@link Long#MIN_VALUE} before the first. */
    private long clock = Long.MIN_VALUE;

    private long evictedCalls;
    private long droppedMessages;
    private long lateMessages;

    /**
     * Makes a tracker that has seen nothing.
     *
     * @param finished gets each call once; what it throws comes out of the method that was called. It may {@link #finish}
     */
    public CallTracker(CallLimits limits, Consumer<Call> finished) {
        this(limits, finished, CallProgress.UNHEARD);
    }

    /**
     * Makes a tracker that has seen nothing and also tells of calls while they last.
     *
     * @param finished gets each call once; what it throws comes out of the method that was called
     * @param progress hears of their beginnings and answers
     */
    public CallTracker(CallLimits limits, Consumer<Call> finished, CallProgress progress) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.finished = Objects.requireNonNull(finished, "finished");
        this.progress = Objects.requireNonNull(progress, "progress");
    }

    /**
     * Takes the next message, also where the listener throws at a call which this message shows to be over. The message is
     * copied, so the caller may use its bytes again.
     */
    public void add(CapturedMessage captured) {
        try {
            if (captured.hasTime()) {
                advance(captured.nanos());
            }
        } finally {
            take(captured);
        }
    }

    /** Says that a message of the call with this Call-ID, given by its fingerprint, will not come. */
    public void lost(long callId) {
        lossy.add(callId);
    }

    /** Takes what the network or a log says of a message. A call that is not open, or no longer, is not told of it. */
    public void undelivered(TransportFailure failure) {
        SipMessage message = failure.message();
        OpenCall call = find(Fingerprint.ofCallId(message), CallGroup.of(message));
        if (call != null) {
            call.add(failure);
        }
    }

    /** Takes RTP that was seen, or a signal beside it, of whichever call. */
    public void rtp(MediaSighting seen) {
        surroundings.add(seen);
    }

    /** Takes a connection that failed, for whichever call. */
    public void failed(FailedConnection failure) {
        surroundings.add(failure);
    }

    private void take(CapturedMessage captured) {
        if (!tellsWhatItBelongsTo(captured.message())) {
            droppedMessages++;
            return;
        }
        OpenCall call = callOf(captured);
        if (call == null) {
            lateMessages++;
            return;
        }
        // Before anything is asked of the call, which is being fetched. The message keeps the number of its Vias.
        captured.message().viaCount();
        long traits = MessageTraits.of(captured);
        if (call.isEmpty()) {
            call.keep(progress.begins(captured));
        }
        boolean wasAnswered = call.isAnswered() || call.isEnded();
        retainedBytes -= call.retainedBytes();
        if (!call.add(captured, traits, limits)) {
            droppedMessages++;
        }
        retainedBytes += call.retainedBytes();
        if (call.isAnswered() && !wasAnswered) {
            if (captured.hasTime() && captured.message() instanceof SipResponse) {
                progress.answered(call.kept(), call.firstMessage(), captured);
            }
            answered.add(call);
            if (answered.size() > 2 * open.size() + FEW) {
                answered.removeIf(OpenCall::isClosed);
            }
        }
        deadlines.await(call);
        while (open.size() > limits.openCalls() || retainedBytes > limits.totalBytes()) {
            makeRoom();
        }
    }

    /** Moves the clock of the messages on, and reports the calls that can no longer change. Never moves it back. */
    public void advanceTo(Instant time) {
        advance(EpochNanos.of(time));
    }

    /** The same for a time in nanoseconds since 1970-01-01T00:00:00Z. */
    public void advanceTo(long nanos) {
        advance(nanos);
    }

    /** Reports every call that is still open, the oldest first: the input has ended. */
    public void finish() {
        boolean cutsOthers = open.isAnyUnderWay();
        while (open.size() > 0) {
            List<OpenCall> oldest = open.oldest(ReadAhead.CALLS);
            readAhead.of(oldest, 0, oldest.size());
            oldest.forEach(call -> report(call, CloseReason.END_OF_INPUT, cutsOthers));
        }
        answered.clear();
        reported.clear();
    }

    /** The calls that are followed now. */
    public int openCalls() {
        return open.size();
    }

    /** The calls that were reported early because the limit of open calls was reached. */
    public long evictedCalls() {
        return evictedCalls;
    }

    /** The messages that were not kept: their call had reached a limit, or they were cut before they named one. */
    public long droppedMessages() {
        return droppedMessages;
    }

    /** The messages that came after their call had been reported. */
    public long lateMessages() {
        return lateMessages;
    }

    /** Whether a message that was cut has what a call and a transaction are known by; one that was not can be blamed. */
    private static boolean tellsWhatItBelongsTo(SipMessage message) {
        return !message.isCut() || (message.has(HeaderName.CALL_ID) && message.has(HeaderName.CSEQ));
    }

    /** The call that the message belongs to, which it may begin; none if that was reported already. */
    private @Nullable OpenCall callOf(CapturedMessage captured) {
        SipMessage message = captured.message();
        long callId = Fingerprint.ofCallId(message);
        CallGroup group = CallGroup.of(message);
        OpenCall call = find(callId, group);
        if (call == null) {
            if (group == CallGroup.CALL && reported.own(callId, captured)) {
                return null;
            }
            call = blank.take();
            call.name(callId, group);
            open.add(call);
            retainedBytes += call.retainedBytes();
        }
        return call;
    }

    private @Nullable OpenCall find(long callId, CallGroup group) {
        OpenCall call = open.find(callId, group);
        return call == null && group == CallGroup.OTHER ? open.find(callId, CallGroup.CALL) : call;
    }

    private void advance(long nanos) {
        if (nanos > clock) {
            clock = nanos;
            deadlines.advance(nanos, settling);
        }
    }

    /** Takes calls that are over. After one whose listener threw, the others are looked at the next time. */
    private void settle(List<OpenCall> over) {
        int settled = 0;
        try {
            while (settled < over.size()) {
                if (settled % ReadAhead.CALLS == 0) {
                    readAhead.of(over, settled, Math.min(settled + ReadAhead.CALLS, over.size()));
                }
                OpenCall call = over.get(settled++);
                if (call.turnsOutAnswered()) {
                    answered.add(call);
                } else {
                    report(call, CloseReason.OVER, true);
                }
            }
        } finally {
            over.subList(settled, over.size()).forEach(deadlines::await);
        }
    }

    /** Packs an answered call, which says little until its end, or gives up the oldest. */
    private void makeRoom() {
        OpenCall quiet = open.size() > limits.openCalls() ? null : answered.poll();
        if (quiet == null) {
            OpenCall oldest = open.oldest();
            if (oldest != null) {
                evictedCalls++;
                report(oldest, CloseReason.EVICTED, true);
            }
        } else if (!quiet.isClosed()) {
            retainedBytes -= quiet.retainedBytes();
            quiet.pack(packer);
            retainedBytes += quiet.retainedBytes();
        }
    }

    private void report(OpenCall over, CloseReason reason, boolean amongOthers) {
        if (over.isClosed()) {
            // A listener has ended the input from within the report of another call.
            return;
        }
        open.remove(over);
        if (over.group() == CallGroup.CALL) {
            reported.add(over.fingerprint(), over.lastNanos());
        }
        deadlines.remove(over);
        retainedBytes -= over.retainedBytes();
        Optional<Long> now = clock == Long.MIN_VALUE ? Optional.empty() : Optional.of(clock);
        CloseReason why = lossy.take(over.fingerprint()) ? CloseReason.MESSAGES_LOST : reason;
        Call call = over.close(packer, refusals, surroundings, new Closing(why, now, amongOthers));
        refusals.remember(over.partiesHash(), call);
        finished.accept(call);
    }
}
