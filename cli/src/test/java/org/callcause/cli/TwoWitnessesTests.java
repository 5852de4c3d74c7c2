package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture made at an SBC, with both of its legs, and Microsoft's export of the same minutes from a clock 7 s ahead. */
class TwoWitnessesTests {

    private static final String TEAMS = "52.114.76.76:5061";
    private static final String SBC = "198.51.100.7:5061";
    private static final String SBC_INSIDE = "198.51.100.7:5060";
    private static final String CARRIER = "203.0.113.9:5060";

    private static final String EXPORT = """
        CorrelationId,UPN,Invite time,Start time,Failure time,End time,Duration (seconds),Success,Caller Number,\
        Callee Number,Call type,Final SIP code,Final Microsoft subcode,Final SIP Phrase,SBC FQDN
        a,ann@example.com,2026-03-02T09:14:12.0Z,,2026-03-02T09:14:13.3Z,,1,No,\
        +1202555****,+13125550199,dr_out,603,560603,Decline,sbc1.example.com
        b,ann@example.com,2026-03-02T09:15:07.0Z,2026-03-02T09:15:12.1Z,,2026-03-02T09:15:42.1Z,35,Yes,\
        +1202555****,+13125550177,dr_out,0,560000,BYE,sbc1.example.com
        """;

    @TempDir
    private Path folder;

    private final CaptureFile capture = new CaptureFile();

    private void message(String time, String from, String to, String callee, String start, String sequence, String more)
            throws IOException {
        String callId = callee.substring(callee.length() - 3) + (TEAMS.equals(from) || TEAMS.equals(to) ? "e" : "c");
        boolean begins = start.startsWith("INVITE");
        boolean fromTeamsSide = from.equals(TEAMS) || to.equals(CARRIER);
        String requester = start.startsWith("SIP/2.0") == fromTeamsSide ? to : from;
        capture.add(
                Instant.parse("2026-03-02T09:" + time + "Z"),
                from,
                to,
                start + "\nVia: SIP/2.0/UDP " + requester + ";branch=z9hG4bK" + callId
                        + sequence.replaceAll("ACK|INVITE", "").replace(' ', '-')
                        + "\nFrom: <sip:+12025550101@example.com>;tag=a\nTo: <sip:" + callee + "@example.com>"
                        + (begins ? "" : ";tag=b")
                        + "\nCall-ID: " + callId + "\nCSeq: " + sequence + "\nMax-Forwards: 70\n" + more
                        + "Content-Length: 0\n\n");
    }

    private Run run() throws IOException {
        String busy = "+13125550199";
        String proxy = """
            USER-AGENT: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
            CONTACT: <sip:api-du-a-euno.pstnhub.microsoft.com:443>
            """;
        String sbc = "Contact: <sip:sbc1.example.com:5061>\n";
        message("14:05.000", TEAMS, SBC, busy, "INVITE sip:" + busy + "@sbc1.example.com SIP/2.0", "1 INVITE", proxy);
        message("14:05.020", SBC, TEAMS, busy, "SIP/2.0 100 Trying", "1 INVITE", "");
        message("14:05.060", SBC_INSIDE, CARRIER, busy, "INVITE sip:" + busy + "@carrier SIP/2.0", "1 INVITE", sbc);
        message(
                "14:06.200",
                CARRIER,
                SBC_INSIDE,
                busy,
                "SIP/2.0 486 Busy Here",
                "1 INVITE",
                "Reason: Q.850;cause=17\n");
        message("14:06.210", SBC_INSIDE, CARRIER, busy, "ACK sip:" + busy + "@carrier SIP/2.0", "1 ACK", "");
        message("14:06.230", SBC, TEAMS, busy, "SIP/2.0 603 Decline", "1 INVITE", "");
        message("14:06.260", TEAMS, SBC, busy, "ACK sip:" + busy + "@sbc1.example.com SIP/2.0", "1 ACK", "");
        String good = "+13125550177";
        message("15:00.000", TEAMS, SBC, good, "INVITE sip:" + good + "@sbc1.example.com SIP/2.0", "1 INVITE", proxy);
        message("15:02.000", SBC, TEAMS, good, "SIP/2.0 180 Ringing", "1 INVITE", sbc);
        message("15:05.100", SBC, TEAMS, good, "SIP/2.0 200 OK", "1 INVITE", sbc);
        message("15:05.130", TEAMS, SBC, good, "ACK sip:sbc1.example.com SIP/2.0", "1 ACK", "");
        message("15:35.100", TEAMS, SBC, good, "BYE sip:sbc1.example.com SIP/2.0", "2 BYE", "");
        message("15:35.140", SBC, TEAMS, good, "SIP/2.0 200 OK", "2 BYE", "");
        Path pcap = Files.write(folder.resolve("sbc.pcap"), capture.bytes());
        Path export = Files.writeString(folder.resolve("DirectRouting.calls.2026-03-02.csv"), EXPORT);
        return Run.of("analyze", pcap, "--teams-records", export);
    }

    @Test
    void aBusyThatTheSbcTurnedIntoADeclineIsSaidAgainstMicrosoftsRecord() throws IOException {
        Run run = run();

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .containsIgnoringWhitespaces("2 call records, 2 joined with a call of the captures")
                .containsIgnoringWhitespaces("Microsoft's clock is 7 s ahead of the capture's, by 2 calls")
                .contains("+1202555**** to +13125550199, 603/560603: THE WITNESSES CONTRADICT EACH OTHER")
                .contains("486 from behind the SBC and 603 to Microsoft")
                .containsIgnoringWhitespaces("603/560603 is only what was made of it")
                .contains("09:14:05.000  INVITE                    |")
                .contains("09:14:06.200                            | 486 from 203.0.113.9:5060")
                .contains("09:14:06.230                            | 603 from your SBC")
                .contains("09:14:06.300  failure 603/560603        |")
                .contains("+1202555**** to +13125550177, 0/560000: the witnesses agree");
    }

    @Test
    void aFailedCallOfAnSbcWhoseOptionsMicrosoftMissedSaysSoBeforeItBlamesAnybody() throws IOException {
        String options = "OPTIONS sip:sip.pstnhub.microsoft.com SIP/2.0";
        String sbc = "Contact: <sip:sbc1.example.com:5061>\n";
        for (String minute : new String[] {"00", "01", "02"}) {
            message(minute + ":00.000", SBC, TEAMS, "+13125550" + minute + "1", options, "1 OPTIONS", sbc);
            message(minute + ":00.050", TEAMS, SBC, "+13125550" + minute + "1", "SIP/2.0 200 OK", "1 OPTIONS", "");
        }
        String callee = "+13125550199";
        message("10:00.000", TEAMS, SBC, callee, "INVITE sip:" + callee + "@sbc1.example.com SIP/2.0", "1 INVITE", "");
        message("10:00.200", SBC, TEAMS, callee, "SIP/2.0 503 Service Unavailable", "1 INVITE", "");
        message("10:00.230", TEAMS, SBC, callee, "ACK sip:" + callee + "@sbc1.example.com SIP/2.0", "1 ACK", "");

        Run run = Run.of("analyze", Files.write(folder.resolve("unhealthy.pcap"), capture.bytes()));

        assertThat(run.output().replaceAll("\\s+", " "))
                .containsSubsequence(
                        "FAILED 503 Service Unavailable",
                        "First of all: When this call was made, Microsoft had answered no OPTIONS of the SBC"
                                + " 198.51.100.7 for 8 min",
                        "(rule teams/sbc-unhealthy)",
                        "Whose side:");
    }
}
