package org.callcause.rules.teams.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Disposition;
import org.callcause.rules.teams.records.SipWitness.Moment;
import org.callcause.rules.teams.records.SipWitness.OtherLeg;
import org.callcause.rules.teams.records.WitnessedCall.Agreement;
import org.callcause.rules.teams.records.WitnessedCall.Basis;
import org.junit.jupiter.api.Test;

class RecordJoinTests {

    private static final String ID = "11111111-2222-3333-4444-555555555555";

    private static CallRecord record(String id, String time, String caller, String callee, int code, int subcode) {
        return RecordReaderTests.read("""
            CorrelationId,Invite time,Success,Caller Number,Callee Number,Call type,Final SIP code,Final Microsoft subcode
            %s,%s,No,%s,%s,dr_out,%d,%d
            """.formatted(id, time, caller, callee, code, subcode))
                .calls()
                .get(0);
    }

    private static SipWitness witness(
            String callId, Set<String> ids, String time, String caller, String callee, int status, int furthest) {
        return witness(callId, ids, time, caller, callee, status, furthest, Optional.empty());
    }

    private static SipWitness witness(
            String callId,
            Set<String> ids,
            String time,
            String caller,
            String callee,
            int status,
            int furthest,
            Optional<OtherLeg> otherLeg) {
        Instant start = Instant.parse(time);
        return new SipWitness(
                callId,
                ids,
                caller,
                callee,
                List.of(
                        new Moment(start, "INVITE from Microsoft's side"),
                        new Moment(start.plusSeconds(3), furthest + " from your SBC")),
                Optional.of(start),
                Optional.of(start.plusSeconds(3)),
                Disposition.Kind.DECLINED,
                status,
                furthest,
                !callId.startsWith("carrier"),
                otherLeg,
                "");
    }

    @Test
    void microsoftsIdInTheSipJoinsWhateverTheNumbersSay() {
        RecordJoin join = RecordJoin.of(
                List.of(record(ID, "2026-03-02T09:14:05Z", "", "", 603, 560603)),
                List.of(witness("a", Set.of(ID), "2026-03-02T09:14:04Z", "x", "y", 603, 603)));

        assertThat(join.joined()).singleElement().satisfies(call -> {
            assertThat(call.basis()).isEqualTo(Basis.CORRELATION_ID);
            assertThat(call.agreement()).isEqualTo(Agreement.AGREE);
            assertThat(call.reading()).isEqualTo(RecordReading.of(call.record()));
        });
    }

    @Test
    void maskedNumbersAndAClockThatIsMinutesAheadJoin() {
        RecordJoin join = RecordJoin.of(
                List.of(
                        record("a", "2026-03-02T09:20:05Z", "+1202555****", "+13125550199", 603, 560603),
                        record("b", "2026-03-02T09:26:01Z", "+1202555****", "+13125550177", 480, 560480),
                        record("c", "2026-03-02T09:36:30Z", "+1202555****", "+13125550155", 486, 560486)),
                List.of(
                        witness("1", Set.of(), "2026-03-02T09:14:05Z", "+12025550101", "13125550199", 603, 603),
                        witness("2", Set.of(), "2026-03-02T09:20:00Z", "+12025550101", "+13125550177", 480, 480),
                        witness("3", Set.of(), "2026-03-02T09:30:30Z", "+12025550101", "0013125550155", 486, 486)));

        assertThat(join.clock().ahead()).hasMinutes(6);
        assertThat(join.joined())
                .extracting(call -> call.record().correlationId().orElseThrow()
                        + call.witness().callId())
                .containsExactly("a1", "b2", "c3");
        assertThat(join.joined()).extracting(WitnessedCall::basis).containsOnly(Basis.NUMBERS_AND_TIME);
    }

    @Test
    void twoCallsThatFitAlikeAreNotJoined() {
        RecordJoin join = RecordJoin.of(
                List.of(record("a", "2026-03-02T09:14:05Z", "+12025550101", "+13125550199", 603, 560603)),
                List.of(
                        witness("1", Set.of(), "2026-03-02T09:14:04Z", "+12025550101", "+13125550199", 603, 603),
                        witness("2", Set.of(), "2026-03-02T09:14:06Z", "+12025550101", "+13125550199", 603, 603)));

        assertThat(join.joined()).isEmpty();
        assertThat(join.alone()).hasSize(1);
    }

    @Test
    void otherNumbersOrAnotherHourDoNotJoin() {
        RecordJoin join = RecordJoin.of(
                List.of(record("a", "2026-03-02T09:14:05Z", "+12025550101", "+13125550199", 603, 560603)),
                List.of(
                        witness("1", Set.of(), "2026-03-02T09:14:04Z", "+12025550101", "+13125550198", 603, 603),
                        witness("2", Set.of(), "2026-03-02T10:14:06Z", "+12025550101", "+13125550199", 603, 603)));

        assertThat(join.joined()).isEmpty();
    }

    @Test
    void aBusyThatBecameADeclineOnTheWayIsAContradiction() {
        RecordJoin join = RecordJoin.of(
                List.of(record(ID, "2026-03-02T09:14:05Z", "", "", 603, 560603)),
                List.of(witness("a", Set.of(ID), "2026-03-02T09:14:04Z", "x", "y", 603, 486)));

        WitnessedCall call = join.joined().get(0);
        assertThat(call.agreement()).isEqualTo(Agreement.CONTRADICT);
        assertThat(call.findings())
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("Microsoft recorded 603/560603", "486 from further on and 603 to Microsoft"));
        assertThat(call.timeline())
                .containsExactly(
                        "UTC           Microsoft's record        | the SBC's SIP",
                        "09:14:04.000  INVITE                    |",
                        "09:14:04.000                            | INVITE from Microsoft's side",
                        "09:14:07.000                            | 486 from your SBC");
    }

    @Test
    void theLegWithMicrosoftIsTheRecordsAndTheOneBehindItSaysWhatTheCarrierAnswered() {
        RecordJoin join = RecordJoin.of(
                List.of(record("a", "2026-03-02T09:14:05Z", "+12025550101", "+13125550199", 603, 560603)),
                List.of(
                        witness(
                                "carrier",
                                Set.of(),
                                "2026-03-02T09:14:04.100Z",
                                "+12025550101",
                                "+13125550199",
                                486,
                                486),
                        witness("edge", Set.of(), "2026-03-02T09:14:04Z", "+12025550101", "+13125550199", 603, 603)));

        assertThat(join.joined()).singleElement().satisfies(call -> {
            assertThat(call.witness().callId()).isEqualTo("edge");
            assertThat(call.agreement()).isEqualTo(Agreement.CONTRADICT);
            assertThat(call.findings())
                    .anyMatch(sentence -> sentence.contains("486 from behind the SBC and 603 to Microsoft"))
                    .anyMatch(sentence -> sentence.contains("a guess"));
            assertThat(call.reading())
                    .anyMatch(sentence -> sentence.startsWith("If that leg is this call's, 603/560603 is only what was"
                            + " made of it: why the call was refused, 486 says"))
                    .noneMatch(sentence -> sentence.contains("fraud"));
        });
    }

    @Test
    void aLegThatIsProvenIsTakenWhateverItsNumbersAndSaysHowItIsKnown() {
        Optional<OtherLeg> proven = Optional.of(new OtherLeg("carrier-2", "Session-ID"));
        RecordJoin join = RecordJoin.of(
                List.of(record("a", "2026-03-02T09:14:05Z", "+12025550101", "+13125550199", 603, 560603)),
                List.of(
                        witness(
                                "carrier-1",
                                Set.of(),
                                "2026-03-02T09:14:04.100Z",
                                "+12025550101",
                                "+13125550199",
                                503,
                                503),
                        witness("carrier-2", Set.of(), "2026-03-02T09:14:04.100Z", "0101", "0199", 486, 486),
                        witness(
                                "edge",
                                Set.of(),
                                "2026-03-02T09:14:04Z",
                                "+12025550101",
                                "+13125550199",
                                603,
                                603,
                                proven)));

        assertThat(join.joined())
                .singleElement()
                .satisfies(call -> assertThat(call.findings())
                        .anyMatch(sentence -> sentence.contains("486 from behind the SBC and 603 to Microsoft"))
                        .contains("The leg behind the SBC is Call-ID carrier-2, known by Session-ID."));
    }

    @Test
    void ofACallToTeamsMicrosoftsAnswerIsTheFurthestAndTheCarriersLegGetsTheLast() {
        Optional<OtherLeg> proven = Optional.of(new OtherLeg("carrier", "SDP o= line"));
        RecordJoin join = RecordJoin.of(
                List.of(record("a", "2026-03-02T09:14:05Z", "+12025550101", "+13125550199", 486, 10024)),
                List.of(
                        witness(
                                "carrier",
                                Set.of(),
                                "2026-03-02T09:14:03.900Z",
                                "+12025550101",
                                "+13125550199",
                                503,
                                503),
                        witness(
                                "edge",
                                Set.of(),
                                "2026-03-02T09:14:04Z",
                                "+12025550101",
                                "+13125550199",
                                486,
                                486,
                                proven)));

        assertThat(join.joined()).singleElement().satisfies(call -> {
            assertThat(call.agreement()).isEqualTo(Agreement.AGREE);
            assertThat(call.findings())
                    .anyMatch(sentence ->
                            sentence.contains("486 from Microsoft and 503 behind the SBC, to the calling side"))
                    .anyMatch(sentence -> sentence.startsWith("The answer 486 became 503 on the way"));
        });
    }

    @Test
    void aRecordAloneSaysWhoAnsweredAndWhatToDo() {
        List<String> sentences =
                RecordReading.of(record("a", "2026-03-02T09:14:05Z", "+12025550101", "+13125550199", 603, 560603));

        assertThat(sentences).anySatisfy(sentence -> assertThat(sentence).contains("603/560603 means that"));
        assertThat(sentences)
                .anySatisfy(
                        sentence -> assertThat(sentence).contains("the SBC, or the carrier behind it, answered 603"));
    }

    @Test
    void aSubcodeWithoutTheSbcsPrefixIsMicrosoftsOwn() {
        List<String> sentences =
                RecordReading.of(record("a", "2026-03-02T09:14:05Z", "+12025550101", "+13125550199", 403, 510532));

        assertThat(sentences).anySatisfy(sentence -> assertThat(sentence).contains("Microsoft's own"));
    }
}
