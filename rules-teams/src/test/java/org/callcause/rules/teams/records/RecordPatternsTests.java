package org.callcause.rules.teams.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callcause.rules.teams.records.RecordPatterns.Pattern;
import org.junit.jupiter.api.Test;

class RecordPatternsTests {

    private static List<CallRecord> records(String... rows) {
        return RecordReaderTests.read("""
            Invite time,Failure time,Success,Caller Number,Callee Number,Call type,Final SIP code,\
            Final Microsoft subcode,SBC FQDN
            """ + String.join("\n", rows) + "\n").calls();
    }

    private static String inbound(int from, int to, String caller, int code) {
        return "2026-03-02T09:00:%02dZ,2026-03-02T09:00:%02dZ,No,%s,+13125550199,dr_in,%d,0,sbc.example.com"
                .formatted(from, to, caller, code);
    }

    @Test
    void callsThatFollowADeclineWithinSecondsAreOneCallTriedAgain() {
        List<Pattern> patterns = RecordPatterns.of(records(
                inbound(0, 4, "+12025550101", 603),
                inbound(5, 8, "+12025550101", 603),
                inbound(10, 12, "+12025550101", 603)));

        assertThat(patterns).singleElement().satisfies(pattern -> {
            assertThat(pattern.heading()).contains("One refused call became several");
            assertThat(pattern.records()).hasSize(3);
            assertThat(String.join(" ", pattern.sentences())).contains("3 missed calls", "Take 603 out of the codes");
        });
    }

    @Test
    void callsThatFollowABusyAreTheCauseThatCarriersTakeForCongestion() {
        List<Pattern> patterns =
                RecordPatterns.of(records(inbound(0, 1, "+12025550101", 486), inbound(2, 3, "+12025550101", 486)));

        assertThat(patterns)
                .singleElement()
                .satisfies(pattern -> assertThat(String.join(" ", pattern.sentences()))
                        .contains("Q.850 cause 34", "rewrite its cause to 17"));
    }

    @Test
    void aPersonWhoDialsAgainAfterHalfAMinuteAndTwoCallersAreNoRetry() {
        assertThat(RecordPatterns.of(records(
                        inbound(0, 4, "+12025550101", 603),
                        inbound(34, 38, "+12025550101", 603),
                        inbound(39, 40, "+12025550102", 603))))
                .isEmpty();
    }

    @Test
    void refusalsOfManyCalleesSpeakForTheCarrierAndOneCalleeForItself() {
        String[] spread = new String[6];
        String[] one = new String[6];
        for (int i = 0; i < 6; i++) {
            String row =
                    "2026-03-02T09:0%d:00Z,2026-03-02T09:0%d:01Z,No,+1202555010%d,+1312555%04d,dr_out,603,560603,sbc";
            spread[i] = row.formatted(i / 2, i / 2, i % 2, i);
            one[i] = row.formatted(i / 2, i / 2, i % 2, 0);
        }

        assertThat(RecordPatterns.of(records(spread)))
                .singleElement()
                .extracting(Pattern::heading)
                .isEqualTo("Calls of 2 callers to 6 callees are refused");
        assertThat(RecordPatterns.of(records(one)))
                .singleElement()
                .extracting(Pattern::heading)
                .isEqualTo("One callee refuses every call from Teams");
    }

    @Test
    void busyAndDeclinedCallsWereDeliveredAndOneThatTheSbcCouldNotCarryWasNot() {
        assertThat(RecordPatterns.effectiveness(records(
                        inbound(0, 1, "+12025550101", 486),
                        inbound(10, 14, "+12025550102", 603),
                        "2026-03-02T09:00:20Z,,Yes,+12025550103,+13125550199,dr_in,0,540000,sbc.example.com",
                        "2026-03-02T09:00:30Z,,No,+12025550103,+13125550199,dr_in,504,560504,sbc.example.com")))
                .singleElement()
                .asString()
                .startsWith("sbc.example.com: 75.0 % of 4 calls delivered")
                .contains("unreliable");
    }
}
