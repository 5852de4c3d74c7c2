package org.callcause.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.CallLimits;
import org.callcause.call.CloseReason;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Incident;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentWatch;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

class LiveCallsTests {

    static final Callcause CALLCAUSE = Callcause.with(RuleSet.builder().build(), CallLimits.DEFAULT);
    static final Instant LATER = CallScript.BEGIN.plusSeconds(60);

    private final BlockingQueue<CallReport> reports = new LinkedBlockingQueue<>();

    private LiveCalls.Builder live() {
        return LiveCalls.with(CALLCAUSE).listener(reports::add);
    }

    private CallReport next() throws InterruptedException {
        CallReport report = reports.poll(20, TimeUnit.SECONDS);
        assertThat(report).as("a report within 20 s").isNotNull();
        return report;
    }

    static List<String> callIds(Iterable<CallReport> reports) {
        List<String> ids = new ArrayList<>();
        reports.forEach(report -> ids.addAll(report.call().callIds()));
        return ids;
    }

    @Test
    void callsFedFromManyThreadsAreReportedOnceEach() throws InterruptedException {
        int threads = 8;
        int callsOfEach = 500;
        LiveCalls calls = live().shards(4).start();
        List<Thread> feeders = IntStream.range(0, threads)
                .mapToObj(thread -> new Thread(() -> {
                    for (int i = 0; i < callsOfEach; i++) {
                        Traffic.refused("call-" + thread + "-" + i).forEach(calls::offer);
                    }
                }))
                .toList();
        feeders.forEach(Thread::start);
        for (Thread feeder : feeders) {
            feeder.join();
        }

        Closing closing = calls.close(Duration.ofSeconds(30));

        assertThat(closing.isComplete()).isTrue();
        assertThat(callIds(reports)).hasSize(threads * callsOfEach).doesNotHaveDuplicates();
        assertThat(reports).allMatch(report -> report.call().finalStatus() == 486);
        assertThat(calls.counts().taken()).isEqualTo(3L * threads * callsOfEach);
        assertThat(calls.counts().read()).isEqualTo(calls.counts().taken());
        assertThat(calls.counts().dropped()).isZero();
    }

    @Test
    void incidentsAreFoundAcrossShardsAndAListenerThatThrowsHurtsNoOther() {
        List<Incident> incidents = new ArrayList<>();
        IncidentRule refusals = IncidentRule.named("test/refusals", IncidentKind.SIGNATURE)
                .title("Calls are refused")
                .watch(() -> new IncidentWatch() {
                    private int refused;

                    @Override
                    public void ended(EndedCall call) {
                        refused += call.status() == 486 ? 1 : 0;
                    }

                    @Override
                    public void review(Instant now, IncidentFindings findings) {
                        findings.incident(Cause.BUSY, Likelihood.CERTAIN)
                                .count(refused)
                                .between(EpochNanos.of(now), EpochNanos.of(now));
                    }
                });
        LiveCalls calls = LiveCalls.with(
                        Callcause.with(RuleSet.builder().add(refusals).build()))
                .shards(4)
                .incidents(incident -> {
                    throw new IllegalStateException("not in the mood");
                })
                .incidents(incidents::add)
                .start();
        for (int i = 0; i < 40; i++) {
            Traffic.refused("call-" + i).forEach(calls::offer);
        }

        calls.close();

        assertThat(incidents).extracting(Incident::count).containsExactly(40L);
        assertThat(calls.counts().listenerFailures()).isPositive();
    }

    @Test
    void theMessagesOfOneCallMayComeFromSeveralThreads() throws InterruptedException {
        LiveCalls calls = live().shards(4).start();
        for (CapturedMessage message : Traffic.refused("shared")) {
            Thread thread = new Thread(() -> calls.offer(message));
            thread.start();
            thread.join();
        }

        calls.close();

        assertThat(callIds(reports)).containsExactly("shared");
    }

    @Test
    void aQuietHostMovesTheClockOn() throws InterruptedException {
        try (LiveCalls calls = live().start()) {
            Traffic.refused("over").forEach(calls::offer);
            Traffic.answered("goes-on").forEach(calls::offer);

            calls.advanceTo(LATER);

            assertThat(next().call().closedBecause()).isEqualTo(CloseReason.OVER);
            assertThat(reports).isEmpty();
        }
    }

    @Test
    void aMessageThatComesAfterTheReportIsCounted() throws InterruptedException {
        List<CapturedMessage> refused = Traffic.refused("over");
        LiveCalls calls = live().start();
        refused.forEach(calls::offer);
        calls.advanceTo(LATER);
        next();

        calls.offer(refused.get(2));
        calls.close();

        assertThat(calls.counts().late()).isEqualTo(1);
        assertThat(reports).isEmpty();
    }

    @Test
    void aSchedulerOfTheHostMovesTheClockOn() throws InterruptedException {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try (LiveCalls calls = live().executor(scheduler)
                .scheduler(scheduler)
                .clock(Clock.fixed(LATER, ZoneOffset.UTC))
                .start()) {
            Traffic.refused("over").forEach(calls::offer);

            assertThat(callIds(List.of(next()))).containsExactly("over");
        } finally {
            assertThat(scheduler.isShutdown()).as("the scheduler is the host's").isFalse();
            scheduler.shutdownNow();
        }
    }

    @Test
    void closingReadsTheQueueAndReportsWhatIsOpen() {
        Queue<Runnable> notRunYet = new ConcurrentLinkedQueue<>();
        LiveCalls calls = live().executor(notRunYet::add).start();
        Traffic.answered("open").forEach(calls::offer);
        assertThat(reports).isEmpty();

        // The host's threads never came: closing does the work itself, once it may.
        notRunYet.forEach(Runnable::run);
        Traffic.refused("queued").forEach(calls::offer);
        notRunYet.forEach(Runnable::run);
        Closing closing = calls.close(Duration.ofSeconds(30));

        assertThat(closing).isEqualTo(new Closing(2, 0, 0));
        assertThat(callIds(reports)).containsExactly("open", "queued");
        assertThat(reports).allMatch(report -> report.call().closedBecause() == CloseReason.END_OF_INPUT);
    }

    @Test
    void afterClosingMessagesAreRefusedAndCounted() {
        LiveCalls calls = live().start();
        calls.close();

        assertThat(calls.offer(Traffic.refused("late").get(0))).isFalse();
        assertThat(calls.counts().refused()).isEqualTo(1);
        assertThat(calls.close(Duration.ZERO)).isEqualTo(new Closing(0, 0, 0));
    }

    @Test
    void whoeverHasAllPatienceMayCloseWithIt() {
        LiveCalls calls = live().start();
        Traffic.answered("open").forEach(calls::offer);

        assertThat(calls.close(ChronoUnit.FOREVER.getDuration())).isEqualTo(new Closing(1, 0, 0));
    }

    @Test
    void aListenerThatClosesIsToldSoAndDoesNotWaitForItself() throws InterruptedException {
        AtomicReference<LiveCalls> calls = new AtomicReference<>();
        BlockingQueue<Throwable> thrown = new LinkedBlockingQueue<>();
        calls.set(LiveCalls.with(CALLCAUSE)
                .listener(report -> {
                    reports.add(report);
                    try {
                        calls.get().close();
                    } catch (IllegalStateException told) {
                        thrown.add(told);
                    }
                })
                .start());
        Traffic.refused("one").forEach(calls.get()::offer);
        Traffic.refused("two").forEach(calls.get()::offer);
        calls.get().advanceTo(LATER);

        assertThat(callIds(List.of(next(), next()))).containsExactlyInAnyOrder("one", "two");
        assertThat(thrown.poll(20, TimeUnit.SECONDS)).hasMessageContaining("close on another thread");
        assertThat(calls.get().close(Duration.ofSeconds(20)).isComplete()).isTrue();
    }

    @Test
    void aThreadOfTheHostMayDoTheWorkItself() {
        try (LiveCalls calls = live().executor(Runnable::run).start()) {
            Traffic.refused("one").forEach(calls::offer);
            calls.advanceTo(LATER);
            assertThat(callIds(reports)).containsExactly("one");
        }
    }

    @Test
    void bytesAreCopiedAndWhatIsNotSipIsCounted() {
        LiveCalls calls = live().executor(Runnable::run).start();
        byte[] bytes = Traffic.refused("copied").get(0).message().text().getBytes(StandardCharsets.UTF_8);
        Endpoint from = new Endpoint("192.0.2.1", 5060);
        Endpoint to = new Endpoint("192.0.2.2", 5060);

        assertThat(calls.offer(CallScript.BEGIN, from, to, Transport.UDP, bytes))
                .isTrue();
        Arrays.fill(bytes, (byte) 'x');
        assertThat(calls.offer(CallScript.BEGIN, from, to, Transport.UDP, bytes))
                .isFalse();
        calls.close();

        assertThat(callIds(reports)).containsExactly("copied");
        assertThat(calls.counts().notSip()).isEqualTo(1);
    }

    @Test
    void whatWasReadFromAnArrayThatChangesKeepsItsCall() {
        List<Runnable> waiting = new ArrayList<>();
        LiveCalls calls = live().executor(waiting::add).start();
        CapturedMessage invite = Traffic.refused("mine").get(0);
        byte[] bytes = invite.message().toBytes();
        byte[] others = Traffic.refused("your").get(0).message().toBytes();
        SipMessage view = new SipParser().parse(bytes).orElseThrow();

        calls.offer(CapturedMessage.of(1, invite.nanos(), invite.from(), invite.to(), Transport.UDP, view));
        calls.undelivered(TransportFailure.of(view, new ConnectException("Connection refused")));
        System.arraycopy(others, 0, bytes, 0, bytes.length);
        waiting.forEach(Runnable::run);
        calls.close();

        assertThat(callIds(reports)).containsExactly("mine");
        assertThat(reports.remove().call().transportFailures())
                .extracting(failure -> failure.message().callId().orElseThrow())
                .containsExactly("mine");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsNullIsNamedAndNothingElseThrows() {
        try (LiveCalls calls = live().executor(Runnable::run).start()) {
            Endpoint end = Endpoint.UNKNOWN;
            byte[] bytes = {'x'};
            isNamed("time", () -> calls.offer(null, end, end, Transport.UDP, bytes));
            isNamed("from", () -> calls.offer(CallScript.BEGIN, null, end, Transport.UDP, bytes));
            isNamed("to", () -> calls.offer(CallScript.BEGIN, end, null, Transport.UDP, bytes));
            isNamed("transport", () -> calls.offer(CallScript.BEGIN, end, end, null, bytes));
            isNamed("bytes", () -> calls.offer(CallScript.BEGIN, end, end, Transport.UDP, null));
            isNamed("message", () -> calls.offer(null));
            isNamed("time", () -> calls.advanceTo(null));

            assertThat(calls.offer(Instant.MAX, end, end, Transport.UDP, new byte[0]))
                    .isFalse();
            assertThat(calls.counts().notSip()).isEqualTo(1);
        }
    }

    private static void isNamed(String parameter, ThrowingCallable feeding) {
        assertThatNullPointerException().isThrownBy(feeding).withMessage(parameter);
    }

    @Test
    void whereTheTransportIsNotSaidTheMessageTells() {
        LiveCalls calls = live().executor(Runnable::run).start();
        byte[] bytes = Traffic.refused("via").get(0).message().text().getBytes(StandardCharsets.UTF_8);

        calls.offer(CallScript.BEGIN, Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN, bytes);
        calls.close();

        assertThat(reports).allMatch(report -> report.call().messages().get(0).transport() == Transport.UDP);
        assertThat(reports).hasSize(1);
    }

    @Test
    void endsThatWereWorkedOutStayMarkedSo() {
        CapturedMessage invite = Traffic.refused("logged").get(0);
        CapturedMessage logged = CapturedMessage.untimed(
                        7, invite.from(), Endpoint.UNKNOWN, Transport.UDP, invite.message())
                .withInferredEnds(Endpoint.UNKNOWN, invite.to());
        LiveCalls calls = live().executor(Runnable::run).start();

        calls.offer(logged);
        calls.close();

        CapturedMessage reported = reports.remove().call().messages().get(0).captured();
        assertThat(reported.index()).isEqualTo(1);
        assertThat(reported.hasTime()).isFalse();
        assertThat(reported.to()).isEqualTo(invite.to());
        assertThat(reported.isFromInferred()).isFalse();
        assertThat(reported.isToInferred()).isTrue();
    }

    @Test
    void whatTheTransportSaysOfAMessageReachesItsCall() throws InterruptedException {
        CallScript script = CallScript.of("""
            0.000 caller -> callee INVITE
            0.500 caller -> callee INVITE
            """);
        SipMessage invite = script.messages().get(0).message();
        TransportFailure failure = TransportFailure.of(invite, new ConnectException("Connection refused"));
        LiveCalls calls = live().shards(3).start();
        script.messages().forEach(calls::offer);
        calls.undelivered(failure);
        calls.close();
        calls.undelivered(failure);

        assertThat(next().call().transportFailures()).containsExactly(failure);
    }

    @Test
    void theMediaOfACallReachItInWhicheverShard() throws InterruptedException {
        CallScript script = CallScript.of("""
            0.000 caller -> callee INVITE
            1.000 callee -> caller 200
            1.010 caller -> callee ACK
            9.000 caller -> callee BYE
            9.010 callee -> caller 200
            """);
        RtpStream seen = RtpStream.of(
                new Endpoint("192.0.2.1", 40_000),
                new Endpoint("192.0.2.20", 40_000),
                0,
                50,
                CallScript.BEGIN.plusSeconds(2),
                CallScript.BEGIN.plusSeconds(3));
        LiveCalls calls = live().shards(3).start();
        script.messages().forEach(calls::offer);

        assertThat(calls.rtp(seen)).isTrue();
        calls.close();
        assertThat(calls.rtp(seen)).isFalse();
        assertThat(next().call().rtp().streams()).containsExactly(seen);
    }
}
