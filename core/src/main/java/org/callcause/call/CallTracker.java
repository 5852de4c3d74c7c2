package org.callcause.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.SipMessage;
import org.jspecify.annotations.Nullable;

/**
 * Follows every call of a stream of messages and hands each over once, when it can no longer change. Its clock is the
 * time of the messages: a quiet host calls {@link #advanceTo}. Not safe for use by several threads.
 */
public final class CallTracker {

    private record Deadline(long nanos, long order, OpenCall call) {}

    private final CallLimits limits;
    private final Consumer<Call> finished;
    private final Map<CallKey, OpenCall> open = new LinkedHashMap<>();
    private final RecentRefusals refusals = new RecentRefusals();
    private final PriorityQueue<Deadline> deadlines =
            new PriorityQueue<>(Comparator.comparingLong(Deadline::nanos).thenComparingLong(Deadline::order));
    private @Nullable Long clock;
    private long order;
    private long evictedCalls;
    private long droppedMessages;

    /**
     * Makes a tracker that has seen nothing.
     *
     * @param finished gets each call once; what it throws comes out of the method that was called
     */
    public CallTracker(CallLimits limits, Consumer<Call> finished) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.finished = Objects.requireNonNull(finished, "finished");
    }

    /** Takes the next message. The message is copied, so the caller may use its bytes again. */
    public void add(CapturedMessage captured) {
        if (captured.hasTime()) {
            advance(captured.nanos());
        }
        OpenCall call = callOf(captured);
        if (!call.add(captured, limits)) {
            droppedMessages++;
        }
        expect(call);
        while (open.size() > limits.openCalls()) {
            evictOldest();
        }
    }

    /** Moves the clock of the messages on, and reports the calls that can no longer change. Never moves it back. */
    public void advanceTo(Instant time) {
        advance(Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), (long) time.getNano()));
    }

    /** Reports every call that is still open, the oldest first: the input has ended. */
    public void finish() {
        Iterator<OpenCall> remaining = open.values().iterator();
        while (remaining.hasNext()) {
            OpenCall call = remaining.next();
            remaining.remove();
            report(call, CloseReason.END_OF_INPUT);
        }
        deadlines.clear();
    }

    /** The calls that are followed now. */
    public int openCalls() {
        return open.size();
    }

    /** The calls that were reported early because the limit of open calls was reached. */
    public long evictedCalls() {
        return evictedCalls;
    }

    /** The messages that were not kept because their call had reached a limit. */
    public long droppedMessages() {
        return droppedMessages;
    }

    private OpenCall callOf(CapturedMessage captured) {
        SipMessage message = captured.message();
        String callId = message.callId().orElse("");
        CallKey key = CallKey.of(callId, message);
        if (key.group() == CallKey.Group.OTHER && open.containsKey(key.asCall())) {
            key = key.asCall();
        }
        return open.computeIfAbsent(key, fresh -> new OpenCall(fresh, callId + "#" + captured.index()));
    }

    /** A call that was answered has no deadline; one that moved on has a stale entry, which is renewed when it is due. */
    private void expect(OpenCall call) {
        if (call.needsDeadline()) {
            deadlines.add(new Deadline(call.deadline(), order++, call));
        }
    }

    private void advance(long nanos) {
        if (clock != null && nanos <= clock) {
            return;
        }
        clock = nanos;
        Deadline next = deadlines.peek();
        while (next != null && next.nanos() <= nanos) {
            deadlines.remove();
            settle(next.call(), nanos);
            next = deadlines.peek();
        }
    }

    private void settle(OpenCall call, long nanos) {
        call.deadlineReached();
        if (open.get(call.key()) != call) {
            return;
        }
        if (call.deadline() <= nanos) {
            open.remove(call.key());
            report(call, CloseReason.OVER);
        } else {
            expect(call);
        }
    }

    private void evictOldest() {
        Iterator<OpenCall> oldest = open.values().iterator();
        OpenCall call = oldest.next();
        oldest.remove();
        evictedCalls++;
        report(call, CloseReason.EVICTED);
    }

    private void report(OpenCall open, CloseReason reason) {
        Call call = open.close(refusals, reason, Optional.ofNullable(clock));
        refusals.remember(call);
        finished.accept(call);
    }
}
