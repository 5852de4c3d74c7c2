package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.junit.jupiter.api.Test;

/** Who sent what to whom, where the log does not tell. */
class PathInferenceTests {

    private static String message(String start, String vias, String toTag, String cseq, String more) {
        String via = "Via: SIP/2.0/UDP ";
        String stack = via + vias.replace(", ", "\n" + via);
        return """
            %s
            %s
            From: <sip:alice@example.com>;tag=a1
            To: <sip:bob@example.com>%s
            Call-ID: path
            CSeq: %s
            %sContent-Length: 0

            """.formatted(start, stack, toTag, cseq, more);
    }

    private static List<String> paths(String... messages) {
        return Reading.of(String.join("\n", messages)).messages().stream()
                .map(message -> message.from() + " > " + message.to())
                .toList();
    }

    @Test
    void theViasShowTheProxyThatPassedARequestOn() {
        assertThat(paths(
                        message(
                                "INVITE sip:bob@example.com SIP/2.0",
                                "192.0.2.10;branch=z9hG4bK-a",
                                "",
                                "1 INVITE",
                                ""),
                        message(
                                "INVITE sip:bob@198.51.100.20 SIP/2.0",
                                "192.0.2.1;branch=z9hG4bK-b, 192.0.2.10;branch=z9hG4bK-a",
                                "",
                                "1 INVITE",
                                ""),
                        message(
                                "SIP/2.0 486 Busy Here",
                                "192.0.2.1;branch=z9hG4bK-b, 192.0.2.10;branch=z9hG4bK-a",
                                ";tag=b1",
                                "1 INVITE",
                                ""),
                        message("SIP/2.0 486 Busy Here", "192.0.2.10;branch=z9hG4bK-a", ";tag=b1", "1 INVITE", "")))
                .containsExactly(
                        "192.0.2.10:5060 > 192.0.2.1:5060",
                        "192.0.2.1:5060 > 198.51.100.20:5060",
                        "198.51.100.20:5060 > 192.0.2.1:5060",
                        "192.0.2.1:5060 > 192.0.2.10:5060");
    }

    @Test
    void theContactOfTheAnswerShowsWhoIsBehindADomain() {
        assertThat(paths(
                        message(
                                "INVITE sip:bob@example.com SIP/2.0",
                                "192.0.2.10;branch=z9hG4bK-a",
                                "",
                                "1 INVITE",
                                ""),
                        message(
                                "SIP/2.0 200 OK",
                                "192.0.2.10;branch=z9hG4bK-a",
                                ";tag=b1",
                                "1 INVITE",
                                "Contact: <sip:bob@198.51.100.20:5070>\n")))
                .containsExactly("192.0.2.10:5060 > 198.51.100.20:5070", "198.51.100.20:5070 > 192.0.2.10:5060");
    }

    @Test
    void aProxyInTheRouteIsOneMachineWithTheNameItWasAskedUnder() {
        assertThat(paths(
                        message(
                                "INVITE sip:bob@example.com SIP/2.0",
                                "192.0.2.10;branch=z9hG4bK-a",
                                "",
                                "1 INVITE",
                                ""),
                        message(
                                "SIP/2.0 407 Proxy Authentication Required",
                                "192.0.2.10;branch=z9hG4bK-a",
                                ";tag=p1",
                                "1 INVITE",
                                ""),
                        message(
                                "INVITE sip:bob@example.com SIP/2.0",
                                "192.0.2.10;branch=z9hG4bK-b",
                                "",
                                "2 INVITE",
                                ""),
                        message(
                                "SIP/2.0 200 OK",
                                "192.0.2.10;branch=z9hG4bK-b",
                                ";tag=b1",
                                "2 INVITE",
                                "Record-Route: <sip:192.0.2.1;lr>\nContact: <sip:bob@198.51.100.20>\n")))
                .containsExactly(
                        "192.0.2.10:5060 > 192.0.2.1:5060",
                        "192.0.2.1:5060 > 192.0.2.10:5060",
                        "192.0.2.10:5060 > 192.0.2.1:5060",
                        "192.0.2.1:5060 > 192.0.2.10:5060");
    }

    @Test
    void theContactsOfARegistrationAreNotTheRegistrar() {
        assertThat(paths(
                        message(
                                "REGISTER sip:example.com SIP/2.0",
                                "192.0.2.10;branch=z9hG4bK-a",
                                "",
                                "1 REGISTER",
                                "Contact: <sip:bob@192.0.2.10>\n"),
                        message(
                                "SIP/2.0 200 OK",
                                "192.0.2.10;branch=z9hG4bK-a",
                                ";tag=b1",
                                "1 REGISTER",
                                "Contact: <sip:bob@192.0.2.10>;expires=300\n")))
                .containsExactly("192.0.2.10:5060 > example.com:5060", "example.com:5060 > 192.0.2.10:5060");
    }

    @Test
    void theContactOfARedirectionIsNotTheServerThatRedirects() {
        assertThat(paths(
                        message(
                                "INVITE sip:bob@example.com SIP/2.0",
                                "192.0.2.10;branch=z9hG4bK-a",
                                "",
                                "1 INVITE",
                                ""),
                        message(
                                "SIP/2.0 302 Moved Temporarily",
                                "192.0.2.10;branch=z9hG4bK-a",
                                ";tag=b1",
                                "1 INVITE",
                                "Contact: <sip:bob@198.51.100.20>\n")))
                .containsExactly("192.0.2.10:5060 > example.com:5060", "example.com:5060 > 192.0.2.10:5060");
    }

    @Test
    void theReceivedParameterShowsTheAddressBehindANat() {
        assertThat(paths(
                        message(
                                "INVITE sip:bob@192.0.2.1 SIP/2.0",
                                "10.0.0.5;branch=z9hG4bK-a;rport",
                                "",
                                "1 INVITE",
                                ""),
                        message(
                                "SIP/2.0 200 OK",
                                "10.0.0.5;branch=z9hG4bK-a;received=203.0.113.7;rport=40001",
                                ";tag=b1",
                                "1 INVITE",
                                "Contact: <sip:bob@192.0.2.1>\n"),
                        message(
                                "BYE sip:alice@10.0.0.5 SIP/2.0",
                                "192.0.2.1;branch=z9hG4bK-c",
                                ";tag=b1",
                                "7 BYE",
                                "")))
                .containsExactly(
                        "203.0.113.7:40001 > 192.0.2.1:5060",
                        "192.0.2.1:5060 > 203.0.113.7:40001",
                        "192.0.2.1:5060 > 203.0.113.7:40001");
    }

    @Test
    void theFirstRouteIsTheNextHop() {
        assertThat(paths(message(
                        "INVITE sip:bob@example.com SIP/2.0",
                        "192.0.2.10;branch=z9hG4bK-a",
                        "",
                        "1 INVITE",
                        "Route: <sip:192.0.2.1;lr>\n")))
                .containsExactly("192.0.2.10:5060 > 192.0.2.1:5060");
    }

    @Test
    void aLogThatNamesTheFarEndLeavesOnlyTheNearOneToBeInferred() {
        String invite = message("INVITE sip:bob@192.0.2.1 SIP/2.0", "192.0.2.10;branch=z9hG4bK-a", "", "1 INVITE", "");

        CapturedMessage message = Reading.of("<--- SIP read from UDP:192.0.2.10:5062 --->\n" + invite)
                .only();

        assertThat(message.from()).hasToString("192.0.2.10:5062");
        assertThat(message.isFromInferred()).isFalse();
        assertThat(message.to()).hasToString("192.0.2.1:5060");
        assertThat(message.isToInferred()).isTrue();
    }

    @Test
    void whatTheLogTellsIsNeverChanged() {
        String invite = message("INVITE sip:bob@192.0.2.1 SIP/2.0", "10.0.0.5;branch=z9hG4bK-a", "", "1 INVITE", "");

        CapturedMessage message =
                Reading.of("U 203.0.113.7:40001 -> 192.0.2.2:5060\n" + invite).only();

        assertThat(message.from() + " > " + message.to()).isEqualTo("203.0.113.7:40001 > 192.0.2.2:5060");
        assertThat(message.isFromInferred() || message.isToInferred()).isFalse();
    }
}
