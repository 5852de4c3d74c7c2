package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.call.CallLimits;
import org.callcause.call.CallTracker;
import org.callcause.call.CloseReason;
import org.callcause.call.Disposition;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.Fingerprint;
import org.callcause.message.SipParser;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

class CallStreamTests {

    private static final String BUSY_AT_ZERO = """
        0.000 caller -> callee INVITE
        0.030 callee -> caller 486
        0.040 caller -> callee ACK
        """;

    private final List<CallReport> reports = new ArrayList<>();

    private CallStream stream(CallLimits limits) {
        return Callcause.with(RuleSet.builder().build(), limits).stream(reports::add);
    }

    @Test
    void aRefusedCallIsReportedOnceNothingCanChangeIt() {
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            CallScript.of(BUSY_AT_ZERO).messages().forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(31));
            assertThat(reports).isEmpty();

            stream.advanceTo(CallScript.BEGIN.plusSeconds(33));
            assertThat(reports).hasSize(1);
            assertThat(reports.get(0).call().closedBecause()).isEqualTo(CloseReason.OVER);
            assertThat(stream.openCalls()).isZero();
        }
        assertThat(reports).hasSize(1);
    }

    @Test
    void aMessageThatIsCutBeforeItTellsItsCallMakesNone() {
        List<CapturedMessage> messages =
                new ArrayList<>(CallScript.of(BUSY_AT_ZERO).messages());
        CapturedMessage acknowledgement = messages.remove(2);
        String text = acknowledgement.message().text();
        for (String end : List.of("Via:", "Call-ID:", "CSeq:")) {
            try (CallStream stream = stream(CallLimits.DEFAULT)) {
                messages.forEach(stream::add);
                stream.add(CapturedMessage.of(
                        3,
                        acknowledgement.nanos(),
                        acknowledgement.from(),
                        acknowledgement.to(),
                        acknowledgement.transport(),
                        new SipParser()
                                .parse(text.substring(0, text.indexOf(end) + 9))
                                .orElseThrow()));
                assertThat(stream.droppedMessages()).as(end).isOne();
            }
            assertThat(reports).as(end).hasSize(1);
            assertThat(reports.get(0).call().messages()).as(end).hasSize(2);
            reports.clear();
        }
    }

    @Test
    void aClosedStreamTakesNothingMoreAndStillSaysItsCounts() {
        List<CapturedMessage> messages = CallScript.of(BUSY_AT_ZERO).messages();
        CallStream stream = stream(CallLimits.DEFAULT);
        messages.forEach(stream::add);
        stream.close();
        stream.close();

        assertThatIllegalStateException().isThrownBy(() -> stream.add(messages.get(0)));
        assertThatIllegalStateException().isThrownBy(() -> stream.advanceTo(CallScript.BEGIN));
        assertThat(reports).hasSize(1);
        assertThat(stream.messages()).isEqualTo(3);
    }

    @Test
    void anAnsweredCallWaitsForItsByeHoweverLong() {
        List<CapturedMessage> messages = CallScript.of("""
            0.000 caller -> callee INVITE
            1.000 callee -> caller 200
            1.010 caller -> callee ACK
            7200.000 caller -> callee BYE
            7200.010 callee -> caller 200
            """).messages();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.subList(0, 3).forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(7_000));
            assertThat(reports).isEmpty();
            messages.subList(3, 5).forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(7_233));
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).call().talkTime()).contains(Duration.ofSeconds(7_199));
    }

    @Test
    void theOldestCallIsEvictedWhenTooManyAreOpenAndCounted() {
        try (CallStream stream = stream(CallLimits.DEFAULT.withOpenCalls(1))) {
            CallScript.of("""
                call one
                0.000 caller -> callee INVITE
                call two
                0.100 caller -> callee INVITE
                """).messages().forEach(stream::add);
            assertThat(stream.evictedCalls()).isEqualTo(1);
            assertThat(reports.get(0).call().closedBecause()).isEqualTo(CloseReason.EVICTED);
        }
        assertThat(reports)
                .extracting(report -> report.call().closedBecause())
                .containsExactly(CloseReason.EVICTED, CloseReason.END_OF_INPUT);
    }

    @Test
    void messagesBeyondTheLimitOfACallAreDroppedAndCounted() {
        try (CallStream stream = stream(CallLimits.DEFAULT.withMessagesPerCall(2))) {
            CallScript.of(BUSY_AT_ZERO).messages().forEach(stream::add);
            assertThat(stream.droppedMessages()).isEqualTo(1);
        }
        Call call = reports.get(0).call();
        assertThat(call.messages()).hasSize(2);
        assertThat(call.finalStatus()).isEqualTo(486);
    }

    @Test
    void aCallBeyondItsLimitStillShowsHowItEnded() {
        StringBuilder call = new StringBuilder("""
            0.000 caller -> callee INVITE
            1.000 callee -> caller 200
            1.010 caller -> callee ACK
            """);
        for (int second = 2; second < 60; second++) {
            call.append(second + ".000 caller -> callee INFO\n" + second + ".100 callee -> caller 200\n");
        }
        call.append("""
            61.000 caller -> callee BYE
            61.100 callee -> caller 200
            """);
        try (CallStream stream = stream(CallLimits.DEFAULT.withMessagesPerCall(20))) {
            CallScript.of(call.toString()).messages().forEach(stream::add);
            assertThat(stream.droppedMessages()).isEqualTo(119 - 20);
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).call().talkTime()).contains(Duration.ofSeconds(60));
        assertThat(reports.get(0).call().messages()).hasSize(22);
    }

    @Test
    void aFloodOfByesIsDroppedBeyondTheLimit() {
        StringBuilder call = new StringBuilder("0.000 caller -> callee INVITE\n");
        for (int second = 1; second < 60; second++) {
            call.append(second + ".000 caller -> callee BYE\n");
        }
        try (CallStream stream = stream(CallLimits.DEFAULT.withMessagesPerCall(1))) {
            CallScript.of(call.toString()).messages().forEach(stream::add);
            assertThat(stream.droppedMessages()).isEqualTo(59 - 16);
        }
    }

    @Test
    void aCallWhoseAnswerOnlyAnAckShowsWaitsForItsBye() {
        List<CapturedMessage> sentByTheCaller = CallScript.of("""
            0.000 caller -> callee INVITE
            3.000 callee -> caller 200
            3.010 caller -> callee ACK
            120.000 caller -> callee BYE
            """).messages().stream()
                .filter(captured -> captured.message() instanceof SipRequest)
                .toList();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            sentByTheCaller.forEach(stream::add);
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).call().bye()).isPresent();
    }

    @Test
    void theAckOfARefusalIsNoSignOfAnAnswer() {
        List<CapturedMessage> sentByTheCaller = CallScript.of(BUSY_AT_ZERO).messages().stream()
                .filter(captured -> captured.message() instanceof SipRequest)
                .toList();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            sentByTheCaller.forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(33));
            assertThat(reports).hasSize(1);
        }
    }

    @Test
    void aCallMayRingForLongAfterOneProvisionalResponse() {
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            CallScript.of("""
                0.000 caller -> callee INVITE
                0.100 callee -> caller 183
                800.000 callee -> caller 200
                800.010 caller -> callee ACK
                """).messages().forEach(stream::add);
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).call().finalStatus()).isEqualTo(200);
    }

    @Test
    void aCallThatOnlyGot100IsGivenUpAfterTimerC() {
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            CallScript.of("""
                0.000 caller -> callee INVITE
                0.100 callee -> caller 100
                """).messages().forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(213));
            assertThat(reports).hasSize(1);
        }
    }

    @Test
    void aCallThatLostMessagesOnTheWayHereIsNotJudged() {
        CallScript unanswered = CallScript.of("""
            call lossy
            0.000 caller -> callee INVITE
            0.010 callee -> caller 100
            call whole
            1.000 caller -> callee INVITE
            1.010 callee -> caller 100
            """);
        try (CallStream stream = Callcause.create().stream(reports::add)) {
            unanswered.messages().forEach(stream::add);
            stream.lost(Fingerprint.ofCallId(unanswered.messages().get(0).message()));
            stream.advanceTo(CallScript.BEGIN.plusSeconds(600));
        }

        assertThat(reports)
                .extracting(
                        report -> report.call().closedBecause(),
                        report -> report.disposition().kind(),
                        report -> report.diagnosis().isPresent())
                .containsExactly(
                        tuple(CloseReason.MESSAGES_LOST, Disposition.Kind.INCOMPLETE, false),
                        tuple(CloseReason.OVER, Disposition.Kind.UNREACHABLE, true));
    }

    @Test
    void aByeThatIsRefusedIsNotTheEnd() {
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            CallScript.of("""
                0.000 caller -> callee INVITE
                1.000 callee -> caller 200
                1.010 caller -> callee ACK
                20.000 caller -> callee BYE
                20.010 callee -> caller 407
                3620.000 callee -> caller BYE
                3620.010 caller -> callee 200
                """).messages().forEach(stream::add);
            assertThat(stream.lateMessages()).isZero();
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).call().messages()).hasSize(7);
    }

    @Test
    void afterAByeThatIsRefusedNoOtherIsWaitedForForLongerThanAnHour() {
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            CallScript.of("""
                0.000 caller -> callee INVITE
                1.000 callee -> caller 200
                1.010 caller -> callee ACK
                20.000 caller -> callee BYE
                20.010 callee -> caller 500
                """).messages().forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(3_600));
            assertThat(reports).isEmpty();
            stream.advanceTo(CallScript.BEGIN.plusSeconds(3_660));
            assertThat(reports).hasSize(1);
        }
    }

    @Test
    void bytesThatAreNotSipAreIgnored() {
        Endpoint here = new Endpoint("192.0.2.1", 5060);
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            boolean taken = stream.add(
                    Instant.EPOCH,
                    here,
                    here,
                    Transport.UDP,
                    "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(taken).isFalse();
            assertThat(stream.messages()).isZero();
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void theSameInputGivesTheSameReport() {
        List<String> first = Calls.of(BUSY_AT_ZERO).stream().map(Call::toString).toList();
        List<String> second =
                Calls.of(BUSY_AT_ZERO).stream().map(Call::toString).toList();

        assertThat(first).isEqualTo(second);
    }

    @Test
    void whatComesAfterACallWasReportedIsCountedAndIsNoCallOfItsOwn() {
        List<CapturedMessage> messages = CallScript.of("""
            0.000  caller -> callee INVITE
            0.030  callee -> caller 486
            0.040  caller -> callee ACK
            50.000 callee -> caller 486
            50.010 caller -> callee ACK
            """).messages();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.forEach(stream::add);

            assertThat(stream.lateMessages()).isEqualTo(2);
            assertThat(stream.openCalls()).isZero();
        }
        assertThat(reports).hasSize(1);
    }

    @Test
    void anInvitationThatArrivesLateIsNoneOfAnotherCall() {
        List<CapturedMessage> messages = CallScript.of("""
            0.000  caller -> callee INVITE
            0.500  caller -> callee INVITE
            0.530  callee -> caller 486
            0.540  caller -> callee ACK
            """).messages();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.stream().skip(1).forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(40));
            stream.add(messages.get(0));

            assertThat(stream.lateMessages()).isEqualTo(1);
        }
        assertThat(reports).hasSize(1);
    }

    @Test
    void theRestOfAnEvictedCallIsNoCallOfItsOwn() {
        try (CallStream stream = stream(CallLimits.DEFAULT.withOpenCalls(1))) {
            CallScript.of("""
                call one
                0.000 caller -> callee INVITE
                call two
                0.100 caller -> callee INVITE
                call one
                0.200 callee -> caller 486
                """).messages().forEach(stream::add);

            assertThat(stream.lateMessages()).isEqualTo(1);
        }
        assertThat(reports).hasSize(2);
    }

    @Test
    void aCallIdThatIsUsedAgainLaterIsAnotherCall() {
        List<Call> calls = Calls.of("""
            0.000 caller -> callee INVITE
            0.030 callee -> caller 486
            0.040 caller -> callee ACK
            60.00 caller -> callee INVITE | new
            60.03 callee -> caller 486
            60.04 caller -> callee ACK
            """);

        assertThat(calls).hasSize(2);
        assertThat(calls).extracting(Call::id).doesNotHaveDuplicates();
    }

    @Test
    void aCallIsKnownToFollowARefusalThoughARequestOfTheCalleeWasDeliveredFirst() {
        List<CapturedMessage> messages = new ArrayList<>(CallScript.of("""
            call one
            0.000  caller -> callee INVITE
            0.020  callee -> caller 183
            0.500  callee -> caller INFO
            0.510  caller -> callee 200 to INFO
            1.000  callee -> caller 486
            1.010  caller -> callee ACK
            call two
            9.000  caller -> callee INVITE
            9.020  callee -> caller 486
            9.030  caller -> callee ACK
            """).messages());
        Collections.swap(messages, 0, 2);
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.forEach(stream::add);
        }

        assertThat(reports.get(1).call().earlierRefusal()).isPresent();
    }

    /** Each is busy 5 ms after the one before; the last numbers end first. */
    private static List<CapturedMessage> twentyCallsThatEndInReverse() {
        StringBuilder script = new StringBuilder();
        for (int i = 19; i >= 0; i--) {
            String end = String.format(Locale.ROOT, "%.3f", 0.005 * (20 - i));
            script.append("call number").append(i).append('\n');
            script.append("0.000 caller -> callee INVITE\n");
            script.append(end).append(" callee -> caller 486\n");
        }
        return CallScript.of(script.toString()).messages();
    }

    private List<String> reportedIds() {
        return reports.stream().map(report -> report.call().leg().callId()).toList();
    }

    @Test
    void callsThatAreOverInOneSecondAreReportedInTheOrderOfTheirEnds() {
        List<CapturedMessage> messages = twentyCallsThatEndInReverse();
        List<String> byEnd = messages.stream()
                .filter(message -> message.message() instanceof SipResponse)
                .sorted(Comparator.comparingLong(CapturedMessage::nanos))
                .map(message -> message.message().callId().orElseThrow())
                .toList();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(34));

            assertThat(reportedIds()).hasSize(20).isEqualTo(byEnd);
        }
    }

    /** Its listener keeps every report, and throws at the one of this number. */
    private CallStream streamThatThrowsOnce(int number, String message) {
        return Callcause.with(RuleSet.builder().build()).stream(report -> {
            reports.add(report);
            if (reports.size() == number) {
                throw new IllegalStateException(message);
            }
        });
    }

    @Test
    void aListenerThatThrowsMissesNoOtherCall() {
        CallStream stream = streamThatThrowsOnce(3, "the third call");
        twentyCallsThatEndInReverse().forEach(stream::add);

        assertThatIllegalStateException()
                .isThrownBy(() -> stream.advanceTo(CallScript.BEGIN.plusSeconds(40)))
                .withMessage("the third call");
        assertThat(reports).hasSize(3);

        stream.advanceTo(CallScript.BEGIN.plusSeconds(42));
        assertThat(reportedIds()).hasSize(20).doesNotHaveDuplicates();
        stream.close();
    }

    @Test
    void aListenerMayCloseTheStreamAndHearsOfEachCallOnce() {
        CallStream[] stream = new CallStream[1];
        stream[0] = Callcause.with(RuleSet.builder().build()).stream(report -> {
            reports.add(report);
            stream[0].close();
        });
        List<CapturedMessage> messages = twentyCallsThatEndInReverse();
        messages.forEach(stream[0]::add);
        CapturedMessage muchLater =
                messages.get(0).seenAs(messages.get(0).nanos() + 40_000_000_000L, Endpoint.UNKNOWN, Endpoint.UNKNOWN);
        stream[0].add(muchLater);

        assertThat(reportedIds()).hasSize(20).doesNotHaveDuplicates();
        assertThat(stream[0].openCalls()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> stream[0].add(muchLater));
    }

    @Test
    void theFirstMessageOfACallIsKeptWhateverTheLimitOfBytes() {
        CallStream stream = stream(CallLimits.DEFAULT.withBytesPerCall(10));
        CallScript.of("""
            0.000 caller -> callee INVITE
            0.030 callee -> caller 180
            """).messages().forEach(stream::add);
        stream.close();

        assertThat(stream.droppedMessages()).isEqualTo(1);
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).call().messages()).hasSize(1);
    }

    @Test
    void whoseListenerThrewAtTheEndGetsTheRestByClosingAgain() {
        CallStream stream = streamThatThrowsOnce(1, "the first call");
        twentyCallsThatEndInReverse().forEach(stream::add);

        assertThatIllegalStateException().isThrownBy(stream::close).withMessage("the first call");
        stream.close();
        stream.close();

        assertThat(reportedIds()).hasSize(20).doesNotHaveDuplicates();
    }

    /** Shows that {@link #BUSY_AT_ZERO} is over. */
    private static CapturedMessage nextCall() {
        return CallScript.of("60.000 caller -> callee INVITE | Call-ID: next")
                .messages()
                .get(0);
    }

    @Test
    void theMessageAtWhichTheListenerThrewIsTaken() {
        CallStream stream = streamThatThrowsOnce(1, "the first call");
        CallScript.of(BUSY_AT_ZERO).messages().forEach(stream::add);

        assertThatIllegalStateException()
                .isThrownBy(() -> stream.add(nextCall()))
                .withMessage("the first call");
        assertThat(stream.openCalls()).isEqualTo(1);
        stream.close();

        assertThat(reportedIds()).hasSize(2).endsWith("next");
    }

    @Test
    void aTrackerTakesTheMessageAtWhichItsListenerThrew() {
        List<Call> calls = new ArrayList<>();
        CallTracker tracker = new CallTracker(CallLimits.DEFAULT, call -> {
            calls.add(call);
            if (calls.size() == 1) {
                throw new IllegalStateException("the first call");
            }
        });
        CallScript.of(BUSY_AT_ZERO).messages().forEach(tracker::add);

        assertThatIllegalStateException()
                .isThrownBy(() -> tracker.add(nextCall()))
                .withMessage("the first call");
        tracker.finish();

        assertThat(calls).extracting(call -> call.leg().callId()).hasSize(2).endsWith("next");
    }

    @Test
    void theOtherLegsOfACallAreReportedThoughTheListenerThrewAtTheFirst() {
        CallStream stream = streamThatThrowsOnce(1, "the first call");
        CallScript.of(JoinedLegs.CARRIER_CONGESTED.formatted(JoinedLegs.SESSION, JoinedLegs.SESSION))
                .messages()
                .forEach(stream::add);

        assertThatIllegalStateException().isThrownBy(stream::close).withMessage("the first call");

        assertThat(reportedIds()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aListenerMayThrowTheSameExceptionAtEveryLeg() {
        IllegalStateException always = new IllegalStateException("always");
        CallStream stream = Callcause.with(RuleSet.builder().build()).stream(report -> {
            reports.add(report);
            throw always;
        });
        CallScript.of(JoinedLegs.CARRIER_CONGESTED.formatted(JoinedLegs.SESSION, JoinedLegs.SESSION))
                .messages()
                .forEach(stream::add);

        assertThatIllegalStateException().isThrownBy(stream::close).isSameAs(always);
        assertThat(reportedIds()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aClosedStreamIsNotToldOfLossesEither() {
        CallStream stream = Callcause.with(RuleSet.builder().build()).stream(report -> {});
        stream.close();

        assertThatIllegalStateException().isThrownBy(() -> stream.lost(1));
    }

    @Test
    void whereTheTransportIsNotSaidTheMessageTells() {
        CapturedMessage invite =
                CallScript.of("0.000 caller -> callee INVITE").messages().get(0);
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(RuleSet.builder().build()).stream(reports::add)) {
            stream.add(
                    invite.time(),
                    invite.from(),
                    invite.to(),
                    Transport.UNKNOWN,
                    invite.message().toBytes());
        }

        assertThat(reports)
                .singleElement()
                .satisfies(report ->
                        assertThat(report.call().messages().get(0).transport()).isEqualTo(Transport.UDP));
    }
}
