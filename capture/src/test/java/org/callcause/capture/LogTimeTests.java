package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.PartialTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The times of logs: zones, midnight, the new year, and lines that come a little late. */
class LogTimeTests {

    /** Messages, each behind the line that announces it. */
    private static List<Instant> times(String... lines) {
        StringBuilder log = new StringBuilder();
        for (String line : lines) {
            log.append(line)
                    .append('\n')
                    .append(Sip.lineFeeds(Sip.invite("told")))
                    .append('\n');
        }
        return Reading.of(log.toString()).messages().stream()
                .map(CapturedMessage::time)
                .toList();
    }

    private static List<Long> milliseconds(List<Instant> times) {
        return times.stream()
                .map(time -> Duration.between(times.get(0), time).toMillis())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T09:14:05.120Z 192.0.2.1:5060 -> 192.0.2.2:5060 | 09:14:05.120",
                "2026-03-02 09:14:05.120+02:00 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "2026-03-02 09:14:05.120 +0200 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "2026-03-02 09:14:05.120+02 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "2026-03-02 09:14:05.120-0330 192.0.2.1:5060 -> 192.0.2.2:5060 | 12:44:05.120",
                "2026/03/02 09:14:05.120 UTC+02:00 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "20260302T091405.120Z 192.0.2.1:5060 -> 192.0.2.2:5060 | 09:14:05.120",
                "20260302T091405.120+0200 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "[02/Mar/2026:09:14:05.120 +0200] 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "Mon, 02 Mar 2026 09:14:05.120 +0200 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "02/03/2026 09:14:05.120 +02:00 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                "Mar 2 2026 09:14:05.120 GMT+0200 192.0.2.1:5060 -> 192.0.2.2:5060 | 07:14:05.120",
                // The name of a zone may mean several.
                "2026-03-02 09:14:05.120 CEST 192.0.2.1:5060 -> 192.0.2.2:5060 | 09:14:05.120",
                // No zones.
                "2026-03-02 09:14:05.120 -1234 192.0.2.1:5060 -> 192.0.2.2:5060 | 09:14:05.120",
                "2026-03-02 09:14:05.120 +20 192.0.2.1:5060 -> 192.0.2.2:5060 | 09:14:05.120"
            })
    void anOffsetIsReadInEveryFormOfDates(String line, String utc) {
        assertThat(times(line)).containsExactly(Instant.parse("2026-03-02T" + utc + "Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "02.03.2026 09:14:05.120 192.0.2.1:5060 -> 192.0.2.2:5060",
                "2.3.2026, 09:14:05.120 192.0.2.1:5060 -> 192.0.2.2:5060",
                "02-03-2026 09:14:05.120 192.0.2.1:5060 -> 192.0.2.2:5060",
                "3/2/2026, 9:14:05.120 AM 192.0.2.1:5060 -> 192.0.2.2:5060",
                // A narrow blank that does not break, in UTF-8.
                "[3/2/2026, 9:14:05.120\u00E2\u0080\u00AFam] 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Mar 2, 2026 @ 09:14:05.120 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Mar 2, 2026, 9:14:05.120 AM 192.0.2.1:5060 -> 192.0.2.2:5060",
                "02 Mar 2026, 9:14:05.120 AM 192.0.2.1:5060 -> 192.0.2.2:5060",
            })
    void aDateIsReadAsItsCountryWritesIt(String line) {
        assertThat(times(line)).containsExactly(Instant.parse("2026-03-02T09:14:05.120Z"));
    }

    static Stream<Arguments> orders() {
        String call = " 192.0.2.1:5060 -> 192.0.2.2:5060";
        String date = "Date: Mon, 02 Mar 2026 09:14:05 GMT";
        return Stream.of(
                Arguments.of("a day above 12", List.of("03/12/2026 23:59:59" + call, "03/13/2026 00:00:01" + call), 12),
                Arguments.of("the next day", List.of("03/02/2026 23:59:59" + call, "03/03/2026 00:00:01" + call), 2),
                Arguments.of("a date in words", List.of("03/02/2026 09:14:05" + call, date), 2),
                Arguments.of("a half of the day", List.of("03/02/2026 9:14:05 PM" + call), 2),
                Arguments.of(
                        "Cisco Unified CM",
                        List.of("03/02/2026 09:14:05.120 CCM|//SIP/SIPUdp/wait_UdpDataInd: Incoming SIP UDP message"
                                + " from 192.0.2.1 on port 5060 index 12 with 640 bytes:"),
                        2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void theMonthStandsFirstWhereTheLogShowsIt(String by, List<String> lines, int day) {
        List<Instant> times = times(lines.toArray(String[]::new));

        assertThat(times.get(0).toString()).startsWith(String.format(Locale.ROOT, "2026-03-%02dT", day));
        assertThat(milliseconds(times)).allMatch(after -> after <= 2_000);
    }

    static Stream<Arguments> daysFirst() {
        String call = " 192.0.2.1:5060 -> 192.0.2.2:5060";
        return Stream.of(
                Arguments.of("nothing", List.of("02/03/2026 09:14:05" + call)),
                Arguments.of("the next day", List.of("02/03/2026 23:59:59" + call, "03/03/2026 00:00:01" + call)),
                Arguments.of("a day above 12", List.of("02/03/2026 9:14:05 AM" + call, "13/03/2026 9:14:05 AM" + call)),
                Arguments.of(
                        "a date in words", List.of("02/03/2026 9:14:05 AM" + call, "Date: 02 Mar 2026 09:14:05 GMT")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("daysFirst")
    void theDayStandsFirstWhereTheLogShowsItOrNothing(String by, List<String> lines) {
        assertThat(times(lines.toArray(String[]::new)).get(0).toString()).startsWith("2026-03-02T");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mar  2 09:14:05 sbc 812: 004412: *Mar  2 09:14:05.120: 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Mar  2 09:14:06 sbc 812: 004412: Mar  2 08:14:05.120 CET: 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Mar  2 09:14:05 phone app[33]: pjsip: 09:14:05.120 192.0.2.1:5060 -> 192.0.2.2:5060"
            })
    void theFractionOfTheDeviceBelongsToTheTimeOfTheServerThatTookTheLine(String line) {
        assertThat(times(line).get(0).toString()).endsWith("-03-02T09:14:05.120Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mar  2 09:14:05 sbc sip: timer 00:32:00.500 is set, 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Mar  2 09:14:05 sbc sip: last seen 09:12:01.300, 192.0.2.1:5060 -> 192.0.2.2:5060"
            })
    void anotherTimeInTheLineIsNoneOfTheDevice(String line) {
        assertThat(times(line).get(0).toString()).endsWith("-03-02T09:14:05Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sip.log:09:14:05.120 192.0.2.1:5060 -> 192.0.2.2:5060 | 1970-01-01T09:14:05.120Z",
                "12:09:14:05.120 192.0.2.1:5060 -> 192.0.2.2:5060 | 1970-01-01T09:14:05.120Z",
                "sip.log:12:09:14:05 192.0.2.1:5060 -> 192.0.2.2:5060 | 1970-01-01T09:14:05Z",
                "12:2026-03-02 09:14:05:120 192.0.2.1:5060 -> 192.0.2.2:5060 | 2026-03-02T09:14:05.120Z"
            })
    void whatGrepWritesBeforeALineIsNoPartOfItsTime(String line, String time) {
        assertThat(times(line)).containsExactly(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Certificate of 192.0.2.1 valid until 2027-05-05 12:00:00",
                "Certificate of 192.0.2.1 valid from 2026-03-02 09:14:30",
                "2026-03-02 09:14:06 tls: certificate of 192.0.2.1 valid until 2027-05-05 12:00:00",
                "2027-05-05 12:00:00 is when the certificate of 192.0.2.1 expires",
                "2026-03-02 10:20:00 the log goes on, but nobody knows what it left out",
                "09:14:30 is a time without a date",
                "2026-03-02 09:14:01 a line that comes late",
            })
    void aTimeThatALineIsNotWrittenAtDoesNotShowThatTheLogWentOn(String line) {
        Reading reading = Reading.of(logEnding(line));

        assertThat(reading.summary().observedUntil().orElseThrow())
                .isBefore(Instant.parse("2026-03-02T09:14:06.001Z"))
                .isAfterOrEqualTo(reading.only().time());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02 09:14:45 idle",
                "\n2026-03-02 09:14:45 idle",
                "2026-03-02 09:14:30 idle\n2027-05-05 12:00:00 expires\n2026-03-02 09:14:45 idle\nidle",
            })
    void linesThatBeginWithTheirTimeShowThatTheLogWentOn(String lines) {
        assertThat(Reading.of(logEnding(lines)).summary().observedUntil())
                .contains(Instant.parse("2026-03-02T09:14:45Z"));
    }

    private static String logEnding(String lines) {
        return "2026-03-02 09:00:00 started\n2026-03-02 09:14:05.120 sent to 192.0.2.1:5060\n"
                + Sip.lineFeeds(Sip.invite("fresh")) + lines + "\n";
    }

    @Test
    void aPhoneOfPolycomWritesTheDateInDigits() {
        List<Instant> times =
                times("0302235959.900|sip  |1|00|<<< Data received", "0303000000|sip  |1|00|>>> Data sent");

        assertThat(times.get(0).toString()).endsWith("-03-02T23:59:59.900Z");
        assertThat(milliseconds(times)).containsExactly(0L, 100L);
    }

    @Test
    void secondsSince1970MayStandBeforeABar() {
        assertThat(times("1772442845.120|192.0.2.1:5060 -> 192.0.2.2:5060"))
                .containsExactly(Instant.parse("2026-03-02T09:14:05.120Z"));
    }

    static Stream<Arguments> mixed() {
        return Stream.of(
                Arguments.of("2026-03-02T09:14:05.%s+02:00 sbc sip[1]: ", "2026-03-02 09:14:05.%s sbc sip[1]: "),
                Arguments.of("2026-03-02T09:14:05.%s+02:00 sbc sip[1]: ", "2026-03-02 09:14:05.%s CEST sbc sip[1]: "),
                Arguments.of("[02/Mar/2026:09:14:05.%s +0200] ", "[2026-03-02 09:14:05.%s] VERBOSE[412]: "),
                Arguments.of("20260302T091405.%s+0200 ", "02/03/2026 09:14:05.%s "));
    }

    @ParameterizedTest
    @MethodSource("mixed")
    void linesWithoutAZoneAreInThatOfTheOthers(String zoned, String bare) {
        String ends = "192.0.2.1:5060 -> 192.0.2.2:5060";
        for (boolean zonedFirst : List.of(true, false)) {
            List<String> lines = new ArrayList<>();
            for (String fraction : List.of("100", "200", "300", "400")) {
                boolean isZoned = lines.size() % 2 == 0 == zonedFirst;
                lines.add(String.format(Locale.ROOT, isZoned ? zoned : bare, fraction) + ends);
            }
            if (!zonedFirst && !zoned.startsWith("2026-")) {
                // Only a line that begins as a log does is looked for ahead.
                continue;
            }

            List<Instant> times = times(lines.toArray(String[]::new));

            assertThat(times.get(0)).isEqualTo(Instant.parse("2026-03-02T07:14:05.100Z"));
            assertThat(milliseconds(times)).containsExactly(0L, 100L, 200L, 300L);
        }
    }

    @Test
    void aStrayTimeOfAnotherZoneDoesNotMoveTheLog() {
        List<Instant> times = times(
                "2026-03-02 09:14:05.1+02:00 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Mon, 02 Mar 2026 07:14:05.2 GMT 192.0.2.1:5060 -> 192.0.2.2:5060",
                "2026-03-02 09:14:05.3 192.0.2.1:5060 -> 192.0.2.2:5060");

        assertThat(milliseconds(times)).containsExactly(0L, 100L, 200L);
    }

    @Test
    void whatWasTakenAsUtcGoesOnToBe() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add(String.format(Locale.ROOT, "2026-03-02 09:14:05.%03d 192.0.2.1:5060 -> 192.0.2.2:5060", i));
        }
        lines.add("2026-03-02 12:14:05.300+03:00 192.0.2.1:5060 -> 192.0.2.2:5060");
        lines.add("2026-03-02 09:14:05.301 192.0.2.1:5060 -> 192.0.2.2:5060");

        assertThat(milliseconds(times(lines.toArray(String[]::new)))).isSorted().endsWith(299L, 300L, 301L);
    }

    @Test
    void theZoneOfATimeOfDayIsThatOfTheClockThatIsShown() {
        List<Instant> times = times(
                "23:59:59.900+02:00 192.0.2.1:5060 -> 192.0.2.2:5060",
                "00:00:00.100 192.0.2.1:5060 -> 192.0.2.2:5060",
                "22:00:00.200Z 192.0.2.1:5060 -> 192.0.2.2:5060");

        assertThat(times.get(0)).isEqualTo(Instant.parse("1970-01-01T23:59:59.900Z"));
        assertThat(milliseconds(times)).containsExactly(0L, 200L, 300L);
        assertThat(times).allMatch(PartialTime::isTimeOfDay);
    }

    static Stream<Arguments> timesOfDay() {
        return Stream.of(
                        "%s 192.0.2.1:5060 -> 192.0.2.2:5060",
                        "[%s INF] Received: udp:192.0.2.2:5080<-udp:192.0.2.1:5060: INVITE",
                        "recv 512 bytes from udp/[192.0.2.1]:5060 at %s:",
                        "%s IP 192.0.2.1.5060 > 192.0.2.2.5080: SIP: INVITE",
                        "%s   pjsua_core.c  .RX 640 bytes Request msg INVITE/cseq=1 (rdata0x1f) from UDP 192.0.2.1:5060:",
                        "%s 192.0.2.2 local0.notice [S=1001] [SID=2ed1c8:96:5] (N 7001) ---- Incoming SIP Message from"
                                + " 192.0.2.10:5060 to SIPInterface #0 (LAN) UDP ----")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("timesOfDay")
    void aLineThatComesLateIsOnItsOwnSideOfMidnight(String line) {
        List<Instant> times = times(Stream.of(
                        "23:59:59.900", "00:00:00.100", "23:59:59.950", "00:00:00.200", "00:00:00.150", "00:00:00.300")
                .map(time -> String.format(Locale.ROOT, line, time))
                .toArray(String[]::new));

        assertThat(milliseconds(times)).containsExactly(0L, 200L, 50L, 300L, 250L, 400L);
    }

    @Test
    void aLogMayBeginBehindALineThatComesLate() {
        List<Instant> times = times(
                "00:00:00.100 192.0.2.1:5060 -> 192.0.2.2:5060",
                "23:59:59.900 192.0.2.1:5060 -> 192.0.2.2:5060",
                "00:00:00.200 192.0.2.1:5060 -> 192.0.2.2:5060");

        assertThat(milliseconds(times)).containsExactly(0L, -200L, 100L);
    }

    @Test
    void halvesOfTheDayRunOverMidnightToo() {
        List<Instant> times =
                times("11:59:59 PM 192.0.2.1:5060 -> 192.0.2.2:5060", "12:00:01 AM 192.0.2.1:5060 -> 192.0.2.2:5060");

        assertThat(milliseconds(times)).containsExactly(0L, 2_000L);
    }

    @Test
    void aSmallStepBackIsNotMidnightAndALongPauseIsNoStepBack() {
        List<Instant> times = times(
                "08:00:00.500 192.0.2.1:5060 -> 192.0.2.2:5060",
                "08:00:00.400 192.0.2.1:5060 -> 192.0.2.2:5060",
                "21:30:00.000 192.0.2.1:5060 -> 192.0.2.2:5060",
                "07:00:00.000 192.0.2.1:5060 -> 192.0.2.2:5060");

        assertThat(times)
                .containsExactly(
                        Instant.parse("1970-01-01T08:00:00.500Z"),
                        Instant.parse("1970-01-01T08:00:00.400Z"),
                        Instant.parse("1970-01-01T21:30:00Z"),
                        Instant.parse("1970-01-02T07:00:00Z"));
    }

    @Test
    void aLineOfTheOldYearThatComesLateIsOfTheOldYear() {
        List<Instant> times = times(
                "Dec 31 23:59:59.900 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Jan  1 00:00:00.100 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Dec 31 23:59:59.950 192.0.2.1:5060 -> 192.0.2.2:5060",
                "Jan  1 00:00:00.200 192.0.2.1:5060 -> 192.0.2.2:5060");

        assertThat(milliseconds(times)).containsExactly(0L, 200L, 50L, 300L);
    }
}
