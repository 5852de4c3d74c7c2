package org.callcause.jainsip;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.core.CommonLogger;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.ServerLog;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transport;
import org.callcause.live.LiveCalls;
import org.callcause.rule.RuleSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real stacks on loopback, which get nothing from us but the one property. */
class RunningStackTests {

    private static final String SERVER_LOGGER = "gov.nist.javax.sip.SERVER_LOGGER";
    private static final String PARSER_FACTORY = "gov.nist.javax.sip.MESSAGE_PARSER_FACTORY";
    private static final Callcause CALLCAUSE = Callcause.with(RuleSet.builder().build());

    private final List<CallReport> reports = new ArrayList<>();
    private LiveCalls calls = LiveCalls.with(CALLCAUSE).listener(reports::add).start();

    @BeforeEach
    void setTheFlag() {
        System.setProperty(SERVER_LOGGER, CallcauseServerLogger.class.getName());
        JainSipCalls.use(calls);
    }

    @AfterEach
    void clearTheFlags() {
        System.clearProperty(SERVER_LOGGER);
        System.clearProperty(PARSER_FACTORY);
        System.clearProperty(CallcauseServerLogger.DELEGATE);
        CommonLogger.useLegacyLogger = true;
        calls.close();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 1_000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** Both ends are in this machine, so each message is seen where it is sent and where it arrives. */
    private void assertSeen(int messages, Stack... stacks) throws InterruptedException {
        await(() -> calls.counts().taken() >= messages);
        Thread.sleep(300);
        assertThat(calls.counts().taken()).isEqualTo(messages);
        for (Stack stack : stacks) {
            assertThat(stack.tap().faults()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void everyMessageOfAnAnsweredCallIsSeenOnceAtEachEnd(String transport) throws Exception {
        try (Called called = new Called(transport, 200, new Properties());
                Caller caller = new Caller(transport, new Properties())) {
            caller.invite(called.port);
            caller.awaitEnd();

            // INVITE, 100, 180, 200, ACK, BYE, 200.
            assertSeen(14, caller, called);
            assertThat(caller.tap().observed()).isEqualTo(7);
            assertThat(called.tap().observed()).isEqualTo(7);
            assertThat(caller.tap().repeated()).isEqualTo(transport.equals("udp") ? 4 : 0);
        }
        calls.close();
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).disposition().kind()).isEqualTo(Disposition.Kind.ANSWERED);
        assertThat(reports.get(0).call().messages())
                .extracting(TrackedMessage::transport)
                .containsOnly(Transport.valueOf(transport.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void theAcknowledgementOfARefusalIsSeenThoughTheProgramNeverSeesIt(String transport) throws Exception {
        try (Called called = new Called(transport, 486, new Properties());
                Caller caller = new Caller(transport, new Properties())) {
            caller.invite(called.port);
            caller.awaitEnd();

            assertSeen(6, caller, called);
        }
        calls.close();
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).disposition().kind()).isEqualTo(Disposition.Kind.BUSY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void bothLegsOfABackToBackAgentAreSeen(String transport) throws Exception {
        try (Called called = new Called(transport, 200, new Properties());
                BackToBack between = new BackToBack(transport, called.port, new Properties());
                Caller caller = new Caller(transport, new Properties())) {
            caller.invite(between.port);
            caller.awaitEnd();
            between.awaitEnd();

            assertSeen(28, caller, between, called);
            assertThat(between.tap().observed()).isEqualTo(14);
        }
        calls.close();
        assertThat(reports).hasSize(2);
        assertThat(reports).allMatch(report -> report.disposition().kind() == Disposition.Kind.ANSWERED);
    }

    @Test
    void aRetransmissionIsSeenEachTime() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Caller caller = new Caller("udp", new Properties())) {
            caller.invite(silent.getLocalPort());

            await(() -> caller.tap().observed() >= 3);
        }
        calls.close();
        assertThat(reports.get(0).call().messages()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theCallGoesWellThoughNobodyReadsAndTheQueueIsFull() throws Exception {
        LiveCalls stuck =
                LiveCalls.with(CALLCAUSE).queue(3, 1 << 20).executor(task -> {}).start();
        JainSipCalls.use(stuck);
        try (Called called = new Called("udp", 200, new Properties());
                Caller caller = new Caller("udp", new Properties())) {
            caller.invite(called.port);
            caller.awaitEnd();

            await(() -> stuck.counts().dropped() == 11);
            assertThat(caller.finalStatus).isEqualTo(200);
            assertThat(stuck.counts().taken()).isEqualTo(3);
        }
    }

    @Test
    void theCallGoesWellThoughWhatHearsItThrows() throws Exception {
        System.setProperty(CallcauseServerLogger.DELEGATE, ThrowingLogger.class.getName());
        Properties info = new Properties();
        info.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "INFO");
        LiveCalls broken = LiveCalls.with(CALLCAUSE)
                .executor(task -> {
                    throw new AssertionError("planted");
                })
                .start();
        JainSipCalls.use(broken);
        try (Called called = new Called("tcp", 200, info);
                Caller caller = new Caller("tcp", info)) {
            caller.invite(called.port);
            caller.awaitEnd();

            assertThat(caller.finalStatus).isEqualTo(200);
            await(() -> caller.tap().faults() > 0);
        }
    }

    /** A server logger that a program might have had. */
    public static final class ThrowingLogger extends ServerLog {

        /** Made by name. */
        public ThrowingLogger() {}

        @Override
        public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
            throw new IllegalStateException("planted");
        }
    }

    /** A server logger that a program might have had. */
    public static final class CountingLogger extends ServerLog {
        static final AtomicInteger MESSAGES = new AtomicInteger();

        /** Made by name. */
        public CountingLogger() {}

        @Override
        public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
            MESSAGES.incrementAndGet();
        }
    }

    /** The messages of a refused call that the program's own server logger heard. */
    private int heardByTheProgramsLogger(Properties program) throws Exception {
        program.setProperty(SERVER_LOGGER, CountingLogger.class.getName());
        CountingLogger.MESSAGES.set(0);
        try (Called called = new Called("tcp", 486, program);
                Caller caller = new Caller("tcp", program)) {
            caller.invite(called.port);
            caller.awaitEnd();
            assertSeen(6, caller, called);
        }
        return CountingLogger.MESSAGES.get();
    }

    @Test
    void theProgramsOwnServerLoggerIsServedAsBefore() throws Exception {
        Properties program = new Properties();
        program.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "INFO");

        // A response that arrives is logged by another method, with its status.
        assertThat(heardByTheProgramsLogger(program)).isEqualTo(5);
    }

    @Test
    void aServerLoggerThatHeardNothingBeforeHearsNothingNow() throws Exception {
        assertThat(heardByTheProgramsLogger(new Properties())).isZero();
    }

    @Test
    void whatTheStackCannotReadIsShownByTheSecondLine() throws Exception {
        System.setProperty(PARSER_FACTORY, CallcauseParserFactory.class.getName());
        String broken = """
            OPTIONS sip:called@127.0.0.1 SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:5999;branch=z9hG4bK-broken
            From: <sip:caller@127.0.0.1>;tag=1
            To: <sip:called@127.0.0.1
            Call-ID: broken
            CSeq: 1 OPTIONS
            Content-Length: 0

            """.replace("\n", "\r\n");
        try (Called called = new Called("udp", 200, new Properties());
                DatagramSocket socket = new DatagramSocket()) {
            byte[] bytes = broken.getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), called.port));

            await(() -> calls.counts().taken() == 1);
        }
    }

    @Test
    void log4jAsTheGateIsNoticedAndHarmless() throws Exception {
        Properties log4j = new Properties();
        log4j.setProperty("gov.nist.javax.sip.TRACE_LEVEL", "LOG4J");
        try (Called called = new Called("udp", 486, log4j);
                Caller caller = new Caller("udp", log4j)) {
            caller.invite(called.port);
            caller.awaitEnd();

            assertThat(caller.finalStatus).isEqualTo(486);
            assertThat(caller.tap().faults()).isZero();
        }
    }

    /** Says what the tap adds; {@code -Dcallcause.jainsip.calls=5000} for figures of a warm machine. */
    @Test
    void theTimeSpentOnAMessageIsMeasured() throws Exception {
        int count = Integer.getInteger("callcause.jainsip.calls", 50);
        try (Called called = new Called("udp", 200, new Properties());
                Caller caller = new Caller("udp", new Properties())) {
            long messages = 0;
            long nanos = 0;
            for (int half = 0; half < 2; half++) {
                messages = -caller.tap().observed();
                nanos = -caller.tap().nanos();
                for (int i = 0; i < count / 2; i++) {
                    caller.ended = new CountDownLatch(1);
                    caller.invite(called.port);
                    caller.awaitEnd();
                }
                messages += caller.tap().observed();
                nanos += caller.tap().nanos();
            }
            assertThat(messages).isGreaterThan(6L * count / 2);
            assertThat(nanos).isPositive();
            System.out.printf("%d messages, %.1f us each in the tap%n", messages, nanos / 1e3 / messages);
        }
    }
}
