package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.call.CallLimits;
import org.callcause.call.CallProgress;
import org.callcause.call.CallTracker;
import org.callcause.call.CloseReason;
import org.callcause.call.Disposition;
import org.callcause.call.Party;
import org.callcause.dialog.CapturedMessage;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** Two devices answer a call: the caller ends one dialog at once, and the call goes on in the other (RFC 3261 13.2.2.4). */
class SeveralAnswersTests {

    private static final String TWO_ANSWERS = """
        0.000 caller -> proxy INVITE
        0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
        0.310 proxy -> caller 180 | To: <sip:bob@example.com>;tag=two
        2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
        2.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=one
        2.030 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
        2.040 caller -> proxy ACK | To: <sip:bob@example.com>;tag=two
        """;

    private static final String SECOND_IS_ENDED = TWO_ANSWERS + """
        2.050 caller -> proxy BYE | To: <sip:bob@example.com>;tag=two
        2.060 proxy -> caller 200
        """;

    private static final String CALLER_HANGS_UP = """
        602.000 caller -> proxy BYE | To: <sip:bob@example.com>;tag=one
        602.010 proxy -> caller 200
        """;

    private final List<CallReport> reports = new ArrayList<>();

    private CallStream stream(CallLimits limits) {
        return Callcause.with(RuleSet.builder().build(), limits).stream(reports::add);
    }

    private static void assertTalked(Call call, Duration talk, Party endedBy) {
        assertThat(call.disposition().kind()).isEqualTo(Disposition.Kind.ANSWERED);
        assertThat(call.talkTime()).contains(talk);
        assertThat(call.disposition().endedBy()).isEqualTo(endedBy);
    }

    @Test
    void callerTalksForTenMinutesAndHangsUp() {
        Call call = Calls.one(SECOND_IS_ENDED + CALLER_HANGS_UP);

        assertTalked(call, Duration.ofMinutes(10), Party.CALLER);
        assertThat(call.bye().orElseThrow().message().toTag()).contains("one");
    }

    @Test
    void calleeHangsUpAfterTenMinutes() {
        Call call = Calls.one(SECOND_IS_ENDED + """
            602.000 proxy -> caller BYE | From: <sip:bob@example.com>;tag=one
            602.010 caller -> proxy 200
            """);

        assertTalked(call, Duration.ofMinutes(10), Party.CALLEE);
        assertThat(call.bye().orElseThrow().message().fromTag()).contains("one");
    }

    @Test
    void callerGoesOnWithTheDeviceThatAnsweredSecond() {
        Call call = Calls.one(TWO_ANSWERS + """
            2.050 caller -> proxy BYE | To: <sip:bob@example.com>;tag=one
            2.060 proxy -> caller 200
            602.000 proxy -> caller BYE | From: <sip:bob@example.com>;tag=two
            602.010 caller -> proxy 200
            """);

        assertTalked(call, Duration.ofMinutes(10), Party.CALLEE);
    }

    @Test
    void callIsReportedOnlyAfterTheDialogThatWentOnHasEnded() {
        List<CapturedMessage> messages =
                CallScript.of(SECOND_IS_ENDED + CALLER_HANGS_UP).messages();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.subList(0, 9).forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(600));
            assertThat(reports).isEmpty();

            messages.subList(9, 11).forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(635));
            assertThat(stream.lateMessages()).isZero();
            assertThat(stream.openCalls()).isZero();
        }
        assertThat(reports).extracting(report -> report.call().closedBecause()).containsExactly(CloseReason.OVER);
    }

    @Test
    void surplusDeviceHangsUpItselfWhileTheOthersTalk() {
        Call call = Calls.one(TWO_ANSWERS + """
            9.000 proxy -> caller BYE | From: <sip:bob@example.com>;tag=two
            9.010 caller -> proxy 200
            """ + CALLER_HANGS_UP);

        assertTalked(call, Duration.ofMinutes(10), Party.CALLER);
    }

    @Test
    void deviceWhoseAnswerGotNoAckGivesUpAfter32Seconds() {
        Call call = Calls.one("""
            0.000 caller -> proxy INVITE
            2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
            2.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=one
            2.030 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
            2.530 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
            34.030 proxy -> caller BYE | From: <sip:bob@example.com>;tag=two
            34.040 caller -> proxy 200
            """ + CALLER_HANGS_UP);

        assertTalked(call, Duration.ofMinutes(10), Party.CALLER);
    }

    @Test
    void callerWhoHadGivenUpEndsBoth() {
        Call call = Calls.one(TWO_ANSWERS + """
            2.050 caller -> proxy BYE | To: <sip:bob@example.com>;tag=one
            2.055 proxy -> caller 200
            2.060 caller -> proxy BYE | To: <sip:bob@example.com>;tag=two
            2.070 proxy -> caller 200
            """);

        assertTalked(call, Duration.ofMillis(60), Party.CALLER);
    }

    @Test
    void ofThreeDevicesTwoAreEnded() {
        Call call = Calls.one(SECOND_IS_ENDED + """
            3.030 proxy -> caller 200 to INVITE | To: <sip:bob@example.com>;tag=three | sdp: PCMU; at 192.0.2.23
            3.040 caller -> proxy ACK | To: <sip:bob@example.com>;tag=three
            3.050 caller -> proxy BYE | To: <sip:bob@example.com>;tag=three
            3.060 proxy -> caller 200
            """ + CALLER_HANGS_UP);

        assertTalked(call, Duration.ofMinutes(10), Party.CALLER);
    }

    @Test
    void lostByeOfTheSurplusDialogKeepsNoCallOpen() {
        List<CapturedMessage> messages =
                CallScript.of(TWO_ANSWERS + CALLER_HANGS_UP).messages();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(635));
            assertThat(stream.openCalls()).isZero();
        }
        assertTalked(reports.get(0).call(), Duration.ofMinutes(10), Party.CALLER);
    }

    @Test
    void captureThatEndsWithTheSurplusByeDoesNotShowTheEndOfTheCall() {
        Call call = Calls.one(SECOND_IS_ENDED);

        assertThat(call.disposition().kind()).isEqualTo(Disposition.Kind.ANSWERED);
        assertThat(call.talkTime()).isEmpty();
        assertThat(call.bye()).isEmpty();
        assertThat(call.disposition().endedBy()).isEqualTo(Party.UNKNOWN);
    }

    @Test
    void messagesThatTheCaptureSwappedChangeNothing() {
        List<CapturedMessage> messages =
                CallScript.of(SECOND_IS_ENDED + CALLER_HANGS_UP).messages();
        for (int first = 3; first < 7; first++) {
            for (int second = first + 1; second < 8; second++) {
                reports.clear();
                List<CapturedMessage> swapped = new ArrayList<>(messages);
                Collections.swap(swapped, first, second);
                try (CallStream stream = stream(CallLimits.DEFAULT)) {
                    swapped.subList(0, 9).forEach(stream::add);
                    stream.advanceTo(CallScript.BEGIN.plusSeconds(600));
                    swapped.subList(9, 11).forEach(stream::add);
                }
                assertThat(reports).hasSize(1);
                assertTalked(reports.get(0).call(), Duration.ofMinutes(10), Party.CALLER);
            }
        }
    }

    @Test
    void callThatWasHungUpBeforeTheSecondAnswerEndedThen() {
        Call call = Calls.one("""
            0.000 caller -> proxy INVITE
            2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
            2.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=one
            7.000 proxy -> caller BYE | From: <sip:bob@example.com>;tag=one
            7.010 caller -> proxy 200
            9.000 proxy -> caller 200 to INVITE | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
            9.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=two
            9.020 caller -> proxy BYE | To: <sip:bob@example.com>;tag=two
            9.030 proxy -> caller 200
            """);

        assertTalked(call, Duration.ofSeconds(5), Party.CALLEE);
    }

    @Test
    void dialogsThatAreSeenBeforeAndBehindTheForkingProxyAreTheSame() {
        Call call = Calls.one("""
            0.000 caller -> proxy INVITE
            0.010 proxy -> desk INVITE
            0.011 proxy -> mobile INVITE
            0.200 desk -> proxy 180
            0.201 proxy -> caller 180
            0.300 mobile -> proxy 180
            0.301 proxy -> caller 180
            2.000 desk -> proxy 200
            2.001 proxy -> caller 200
            2.002 mobile -> proxy 200
            2.003 proxy -> caller 200
            2.010 caller -> proxy ACK
            2.011 proxy -> desk ACK
            2.020 caller -> proxy ACK
            2.021 proxy -> mobile ACK
            2.030 caller -> proxy BYE
            2.031 proxy -> mobile BYE
            2.040 mobile -> proxy 200
            2.041 proxy -> caller 200
            602.000 desk -> proxy BYE
            602.001 proxy -> caller BYE
            602.010 caller -> proxy 200
            602.011 proxy -> desk 200
            """);

        assertThat(call.dialogs()).hasSize(2);
        assertThat(call.bye().orElseThrow().message().fromTag())
                .contains(call.dialogs().get(0).calleeTag());
        assertThat(call.disposition().endedBy()).isEqualTo(Party.CALLEE);
        assertThat(call.talkTime().orElseThrow()).isGreaterThan(Duration.ofSeconds(599));
    }

    @Test
    void answerThatAnElementGivesAnotherTagIsNoSecondOne() {
        List<CapturedMessage> messages = CallScript.of("""
            0.000 caller -> sbc INVITE
            0.010 sbc -> callee INVITE
            2.000 callee -> sbc 200 | To: <sip:bob@example.com>;tag=behind
            2.001 sbc -> caller 200 | To: <sip:bob@example.com>;tag=before
            2.010 caller -> sbc ACK | To: <sip:bob@example.com>;tag=before
            2.011 sbc -> callee ACK | To: <sip:bob@example.com>;tag=behind
            9.000 caller -> sbc BYE | To: <sip:bob@example.com>;tag=before
            9.001 sbc -> caller 200
            """).messages();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(42));
            assertThat(stream.openCalls()).isZero();
        }
        assertThat(reports.get(0).call().dialogs()).hasSize(2);
        assertThat(reports.get(0).call().bye()).isPresent();
    }

    @Test
    void deviceThatRepeatsItsAnswerWithAnotherTagIsOneDevice() {
        List<CapturedMessage> messages = CallScript.of("""
            0.000 caller -> callee INVITE
            2.000 callee -> caller 200 | To: <sip:bob@example.com>;tag=one
            2.500 callee -> caller 200 | To: <sip:bob@example.com>;tag=two
            2.510 caller -> callee ACK | To: <sip:bob@example.com>;tag=one
            2.520 caller -> callee ACK | To: <sip:bob@example.com>;tag=two
            9.000 caller -> callee BYE | To: <sip:bob@example.com>;tag=two
            9.010 callee -> caller 200
            """).messages();
        try (CallStream stream = stream(CallLimits.DEFAULT)) {
            messages.forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(43));
            assertThat(stream.openCalls()).isZero();
        }
        assertTalked(reports.get(0).call(), Duration.ofSeconds(7), Party.CALLER);
    }

    @Test
    void withoutTimesTheLaterByeTellsThatTheCallWentOn() {
        String untimed = (SECOND_IS_ENDED + CALLER_HANGS_UP).replaceAll("(?m)^[0-9.]+ ", "");

        Call call = Calls.one(untimed);

        assertThat(call.bye().orElseThrow().message().toTag()).contains("one");
    }

    @Test
    void callIsToldAsAnsweredOnce() {
        List<CapturedMessage> messages =
                CallScript.of(SECOND_IS_ENDED + CALLER_HANGS_UP).messages();
        List<CapturedMessage> swapped = new ArrayList<>(messages);
        Collections.swap(swapped, 5, 7);
        Answered answered = new Answered();
        CallTracker tracker = new CallTracker(CallLimits.DEFAULT, call -> {}, answered);
        swapped.forEach(tracker::add);

        assertThat(answered.count).isEqualTo(1);
    }

    private static final class Answered implements CallProgress {

        private int count;

        @Override
        public Optional<?> begins(CapturedMessage first) {
            return Optional.empty();
        }

        @Override
        public void answered(Optional<?> kept, CapturedMessage first, CapturedMessage answer) {
            count++;
        }
    }

    @Test
    void messagesOfSuchACallStayAtHandWhereOthersArePacked() {
        StringBuilder script = new StringBuilder("call forked\n").append(SECOND_IS_ENDED);
        for (int i = 0; i < 20; i++) {
            script.append("call plain").append(i).append('\n');
            script.append("3.000 caller -> callee INVITE\n4.000 callee -> caller 200\n4.010 caller -> callee ACK\n");
        }
        script.append("call forked\n").append(CALLER_HANGS_UP);
        try (CallStream stream = stream(CallLimits.DEFAULT.withTotalBytes(80_000))) {
            CallScript.of(script.toString()).messages().forEach(stream::add);
            assertThat(stream.evictedCalls()).isZero();
            assertThat(reports).isEmpty();
        }
        assertThat(reports)
                .filteredOn(report -> report.call().dialogs().size() > 1)
                .singleElement()
                .satisfies(report -> assertTalked(report.call(), Duration.ofMinutes(10), Party.CALLER));
    }
}
