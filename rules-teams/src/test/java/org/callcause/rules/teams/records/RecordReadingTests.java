package org.callcause.rules.teams.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReadingTests {

    private static CallRecord record(String type, int seconds, int code, int subcode, String phrase) {
        return RecordReaderTests.read("""
            Invite time,Failure time,Success,Caller Number,Callee Number,Call type,Final SIP code,\
            Final Microsoft subcode,Final SIP Phrase
            2026-03-02T09:14:00Z,2026-03-02T09:%02d:%02dZ,No,+12025550101,+13125550199,%s,%d,%d,%s
            """.formatted(14 + seconds / 60, seconds % 60, type, code, subcode, phrase))
                .calls()
                .get(0);
    }

    private static String said(CallRecord record) {
        return String.join("\n", RecordReading.of(record));
    }

    @ParameterizedTest
    @CsvSource({
        "dr_out_user_transfer, 8, new leg of a transfer",
        "dr_out_user_conf, 8, the invitation was declined",
        "dr_out_user_forwarding, 8, forwarded leg",
        "dr_out, 45, long enough to have rung out",
        "dr_out, 1, no person declines so fast",
        "dr_out, 8, somebody or something declined",
    })
    void aDeclineIsReadByWhatTheCallWasForAndByTheTimeThatPassed(String type, int seconds, String reading) {
        assertThat(said(record(type, seconds, 603, 560603, "Decline")))
                .contains(reading)
                .contains("Start narrow");
    }

    @Test
    void aQuickDeclineThatMicrosoftMadeIsNotPutDownToTheCarrier() {
        assertThat(said(record("dr_in", 1, 603, 0, ""))).doesNotContain("fraud or spam");
    }

    @ParameterizedTest
    @CsvSource({"0, 540000", "0, 560000", "200, 540000", "200, 560000", "487, 540200", "487, 540487"})
    void endsThatSomebodyWishedForAreNoFaultThoughTheReportCountsThemAsFailures(int code, int subcode) {
        assertThat(RecordReading.isHealthy(record("dr_in", 8, code, subcode, "")))
                .isTrue();
        assertThat(RecordReading.of(record("dr_in", 8, code, subcode, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"603, 560603", "487, 10024", "504, 569009", "480, 10037"})
    void otherEndsAreExplained(int code, int subcode) {
        assertThat(RecordReading.isHealthy(record("dr_in", 8, code, subcode, "")))
                .isFalse();
        assertThat(RecordReading.of(record("dr_in", 8, code, subcode, ""))).isNotEmpty();
    }

    @Test
    void theSecurityStatusInAPhraseIsSaidByItsName() {
        assertThat(said(record(
                        "dr_out",
                        1,
                        504,
                        569009,
                        "Unable to deliver INVITE: TlsTransportException HRESULT=0x80090325")))
                .contains("0x80090325 is SEC_E_UNTRUSTED_ROOT")
                .contains("Microsoft's root program");
        assertThat(said(record("dr_out", 1, 504, 569009, "Gateway Timeout"))).doesNotContain("SEC_E_");
    }

    @Test
    void everyFailedRecordSaysWhereTheAdministratorAndTheUserLookNext() {
        assertThat(said(record("dr_out", 8, 486, 560486, "Busy here")))
                .contains("For the administrator:")
                .contains("For the user:");
    }

    @Test
    void whatTheCarrierAnsweredBelowTheCodeCountsMoreThanTheCode() {
        TeamsRecords records = RecordReaderTests.read("""
            {"data": {"resultInformation": {"code": 500, "subCode": 560503, "message": "Unexpected server error",
              "sipDetails": {"code": 486, "message": "Busy Here"}, "q850Details": {"code": 17}}}}
            """);

        assertThat(records.problems()).isEmpty();
        assertThat(said(records.calls().get(0)))
                .contains("Below 500/560503 the record has 486 Busy Here with Q.850 cause 17")
                .contains("contradict each other");
    }

    @Test
    void recordsOfAnOperatorSayThatThereIsNoLogToRead() {
        List<CallRecord> calls = RecordReaderTests.read("""
            UsageId,Call ID,UPN,Caller ID,Call Type,Destination Number,Start Time,End Time,Duration Seconds
            1,a@b,bo@example.com,+1,user_out,+2,2026-03-02 09:00:00,2026-03-02 09:01:00,60
            """).calls();

        assertThat(said(calls.get(0))).contains("no SIP result").contains("ask the operator");
    }
}
