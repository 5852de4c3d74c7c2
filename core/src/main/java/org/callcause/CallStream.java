package org.callcause;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.call.Call;
import org.callcause.call.CallLimits;
import org.callcause.call.CallProgress;
import org.callcause.call.CallTracker;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.incident.AnsweredCall;
import org.callcause.leg.LegJoiner;
import org.callcause.leg.LegSettings;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleEngine;

/**
 * A running analysis: messages go in, and each call comes out once, when nothing can change its report any more: 32 s
 * (64·T1) after its refusal or its BYE, three minutes after a challenge, an hour after a BYE that was refused, 212 s
 * after a 100 that nothing follows, and a quarter of an hour after it last rang, to the second. Time is the messages'
 * own. Messages may come out of order: those of one call are read in the order of their times, as long as each comes
 * within those 32 s; what comes later is counted and makes no call of its own. Two things follow the order in which
 * messages come: what other methods than those of a call (such as NOTIFY and OPTIONS) ask within a dialog
 * belongs to the call if any message of that came before, and which of several calls was the earlier one. Not safe for
 * use by several threads: feed each stream from one, or hold a lock.
 */
public final class CallStream implements AutoCloseable {

    private final SipParser parser = new SipParser();
    private final RuleEngine engine;
    private final Optional<Incidents> incidents;
    private final Consumer<? super Judgement> judging;
    private final CallTracker tracker;
    private final LegJoiner<CallReport> legs;
    private final Optional<CountedLegs> counted;
    private long messages;
    private long clock = Long.MIN_VALUE;
    private boolean closed;
    private boolean finished;

    CallStream(
            RuleEngine engine,
            CallLimits limits,
            LegSettings settings,
            Consumer<CallReport> listener,
            Optional<Incidents> incidents,
            Consumer<? super Judgement> judging) {
        Objects.requireNonNull(listener, "listener");
        this.engine = engine;
        this.incidents = incidents;
        this.judging = Objects.requireNonNull(judging, "judging");
        this.counted = incidents.map(CountedLegs::new);
        this.legs = new LegJoiner<>(settings, new JoinedReports(engine, listener, counted));
        this.tracker = new CallTracker(
                limits, this::over, incidents.<CallProgress>map(Answers::new).orElse(CallProgress.UNHEARD));
    }

    /** Tells the incidents of answers, with what was drawn from the beginning of the call. */
    private final class Answers implements CallProgress {

        private final Incidents seen;

        private Answers(Incidents seen) {
            this.seen = seen;
        }

        @Override
        public Optional<?> begins(CapturedMessage first) {
            return seen.distillation().begins(first);
        }

        @Override
        public void answered(Optional<?> kept, CapturedMessage first, CapturedMessage answer) {
            AnsweredCall call = seen.distillation().answered(kept, first, answer);
            long now = clock;
            handOver(() -> {
                tellLegsTime(now);
                seen.answered(call);
            });
        }
    }

    private void tellLegsTime(long now) {
        if (counted.isPresent()) {
            counted.get().advance(now);
        }
    }

    private void handOver(Judgement judgement) {
        judging.accept(judgement);
    }

    private void over(Call call) {
        handOver(new CallJudgement(call, clock));
    }

    private final class CallJudgement implements Judgement {

        private final Call call;
        private final long clock;

        private CallJudgement(Call call, long clock) {
            this.call = call;
            this.clock = clock;
        }

        @Override
        public void prepare() {
            engine.prepare(call);
        }

        @Override
        public void run() {
            tellLegsTime(clock);
            legs.over(call, new CallReport(call, engine.examine(call)));
        }
    }

    /**
     * Reads one message as it was received or sent. The bytes are copied where they are kept.
     *
     * @param transport if {@link Transport#UNKNOWN}, the topmost Via of the message tells
     * @return whether the bytes are a SIP message; others are ignored
     * @throws IllegalStateException if the stream is closed
     */
    public boolean add(Instant time, Endpoint from, Endpoint to, Transport transport, byte[] bytes) {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(bytes, "bytes");
        expectOpen();
        Optional<SipMessage> message = parser.parseCopy(bytes, 0, bytes.length);
        if (message.isEmpty()) {
            return false;
        }
        add(CapturedMessage.of(messages + 1, time, from, to, transport, message.get()));
        return true;
    }

    /**
     * Takes a message that was read already, also where the listener throws at a call which this message shows to be over.
     *
     * @throws IllegalStateException if the stream is closed
     */
    public void add(CapturedMessage message) {
        Objects.requireNonNull(message, "message");
        expectOpen();
        messages++;
        try {
            if (message.hasTime()) {
                clock = Math.max(clock, message.nanos());
                tracker.advanceTo(message.nanos());
            }
        } finally {
            // The listener may have closed the stream.
            if (!closed) {
                follow(message);
            }
        }
    }

    /**
     * Says that a message was lost on the way to this stream, as where a queue before it was full. Its call is reported as
     * {@link org.callcause.call.CloseReason#MESSAGES_LOST} and not judged: what it lacks says nothing.
     *
     * @param callId its {@link org.callcause.message.Fingerprint#ofCallId Call-ID}
     * @throws IllegalStateException if the stream is closed
     */
    public void lost(long callId) {
        expectOpen();
        tracker.lost(callId);
    }

    /**
     * Takes what the network or a log says of a message that could not be delivered, after the message itself. What is told of
     * a call that is not open, or no longer, is forgotten.
     *
     * @throws IllegalStateException if the stream is closed
     */
    public void undelivered(TransportFailure failure) {
        Objects.requireNonNull(failure, "failure");
        expectOpen();
        tracker.undelivered(failure);
    }

    /**
     * Takes RTP that was seen, or a signal beside it, of whichever call: its session descriptions tell whose it is. A stream
     * may be told in parts, as every two seconds what came since; a part is to be told before the end of its call is
     * reported. It does not move the clock. Of 65,536 parts of streams, those of the ways unheard of for the longest make
     * room.
     *
     * @throws IllegalStateException if the stream is closed
     */
    public void rtp(MediaSighting seen) {
        Objects.requireNonNull(seen, "seen");
        expectOpen();
        tracker.rtp(seen);
    }

    /**
     * Takes a connection to a SIP server that failed, of whichever call: a call is told of those that a host which took one of
     * its requests tried to open meanwhile, if they are told before its end is reported. It does not move the clock. The latest
     * 64 of each of 4,096 hosts are kept.
     *
     * @throws IllegalStateException if the stream is closed
     */
    public void failed(FailedConnection failure) {
        Objects.requireNonNull(failure, "failure");
        expectOpen();
        tracker.failed(failure);
    }

    private void follow(CapturedMessage message) {
        CapturedMessage own = message.detach();
        if (LegJoiner.concerns(own.message())) {
            handOver(() -> legs.add(own));
        }
        tracker.add(own);
    }

    /**
     * Moves the clock on while nothing comes in, so that calls that are over are reported. Never moves it back.
     *
     * @throws IllegalStateException if the stream is closed
     */
    public void advanceTo(Instant time) {
        Objects.requireNonNull(time, "time");
        expectOpen();
        clock = Math.max(clock, EpochNanos.of(time));
        tracker.advanceTo(time);
        if (incidents.isPresent()) {
            long now = clock;
            handOver(() -> {
                tellLegsTime(now);
                incidents.get().advanceTo(time);
            });
        }
    }

    /** The messages taken so far. */
    public long messages() {
        return messages;
    }

    /** The calls that are followed now. */
    public int openCalls() {
        return tracker.openCalls();
    }

    /** The calls that were reported early because too many were open. */
    public long evictedCalls() {
        return tracker.evictedCalls();
    }

    /** The messages that were not kept: their call had too many, or they were cut before they named one. */
    public long droppedMessages() {
        return tracker.droppedMessages();
    }

    /** The messages that came after their call had been reported; they are in no report. */
    public long lateMessages() {
        return tracker.lateMessages();
    }

    /** How often calls shared an identifier with more others than one call has legs, so that it was none. */
    public long crowdedIdentifiers() {
        return legs.crowdedIdentifiers();
    }

    /** How often legs were reported before all legs of their call were over, because too many waited. */
    public long legsReleasedEarly() {
        return legs.releasedEarly();
    }

    /**
     * Reports the calls that are still open. The counts can still be read; nothing more is taken. Again, it does nothing,
     * unless the listener threw: then it reports the rest.
     */
    @Override
    public void close() {
        closed = true;
        if (finished) {
            return;
        }
        // At once, so that a listener may close again from within.
        finished = true;
        try {
            tracker.finish();
            handOver(legs::finish);
        } catch (RuntimeException | Error thrown) {
            finished = false;
            throw thrown;
        }
    }

    private void expectOpen() {
        if (closed) {
            throw new IllegalStateException("the stream is closed");
        }
    }
}
