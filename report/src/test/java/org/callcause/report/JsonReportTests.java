package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callcause.contract.Contract;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TransportFailure;
import org.callcause.rule.LoadProblem;
import org.callcause.rule.RuleFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class JsonReportTests {

    @Test
    void aDeclinedCallHasItsNumbersMessagesAndDiagnosis() {
        JsonNode document =
                Contract.validated(Scenes.declined().rule(Scenes.DECLINED).json());

        assertThat(document.get("schema").asString()).isEqualTo("callcause/1");
        JsonNode call = document.get("calls").get(0);
        assertThat(call.get("callIds").get(0).asString()).isEqualTo("call-1");
        assertThat(call.get("from").asString()).isEqualTo("sip:1000@example.com");
        assertThat(call.get("start").asString()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(call.get("disposition").asString()).isEqualTo("DECLINED");
        assertThat(call.get("finalStatus").asInt()).isEqualTo(603);
        assertThat(call.get("postDialDelay").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(call.get("ringTime").decimalValue()).isEqualByComparingTo("4.25");
        assertThat(call.has("talkTime")).isFalse();
        assertThat(call.get("endedBy").asString()).isEqualTo("CALLEE");
        assertThat(call.get("messages")).hasSize(5);
        assertThat(call.get("messages").get(3).get("start").asString()).isEqualTo("SIP/2.0 603 Decline");

        JsonNode diagnosis = call.get("diagnoses").get(0);
        assertThat(diagnosis.get("cause").asString()).isEqualTo("declined");
        assertThat(diagnosis.get("likelihood").asString()).isEqualTo("LIKELY");
        assertThat(diagnosis.get("origin").get("address").asString()).isEqualTo("192.0.2.2:5060");
        assertThat(diagnosis.get("evidence").get(1).get("message").asInt()).isEqualTo(4);
        assertThat(diagnosis.get("evidence").get(1).get("quote").asString())
                .isEqualTo("Reason: Q.850;cause=21;text=\"Call Rejected\"");
        assertThat(diagnosis.get("remedies").get(0).get("audience").asString()).isEqualTo("ADMIN");
        assertThat(diagnosis.get("references").get(0).asString()).isEqualTo("RFC 3261 21.6.2");
    }

    @Test
    void whatSurroundedACallStandsBesideItsDiagnoses() {
        JsonNode document = Contract.validated(Scenes.declined()
                .circumstance("test/trunk", "The trunk had not been seen for 6 min.")
                .json());

        JsonNode known = document.get("calls").get(0).get("circumstances");
        assertThat(known).hasSize(1);
        assertThat(known.get(0).get("rule").asString()).isEqualTo("test/trunk");
        assertThat(known.get(0).get("text").asString()).isEqualTo("The trunk had not been seen for 6 min.");
    }

    @Test
    void whatTheTransportSaysNamesTheMessageThatItIsAbout() {
        JsonNode document = Contract.validated(Scene.begin()
                .request(0, "INVITE")
                .request(0.5, "INVITE")
                .undelivered(
                        TransportFailure.Kind.PROHIBITED,
                        Optional.of(new Endpoint("198.51.100.254", 0)),
                        "ICMP communication administratively prohibited")
                .request(1.5, "INVITE")
                .undelivered(TransportFailure.Kind.TIMED_OUT, Optional.empty(), "connect: timed out")
                .json());

        JsonNode said = document.get("calls").get(0).get("transportFailures");
        assertThat(said).hasSize(2);
        assertThat(said.get(0).get("message").asInt()).isEqualTo(2);
        assertThat(said.get(0).get("kind").asString()).isEqualTo("prohibited");
        assertThat(said.get(0).get("reporter").asString()).isEqualTo("198.51.100.254");
        assertThat(said.get(0).get("words").asString()).isEqualTo("ICMP communication administratively prohibited");
        assertThat(said.get(1).get("message").asInt()).isEqualTo(3);
        assertThat(said.get(1).get("kind").asString()).isEqualTo("timed-out");
        assertThat(said.get(1).has("reporter")).isFalse();
    }

    @Test
    void whereNothingWasSaidOfTheTransportNothingStands() {
        JsonNode call =
                Contract.validated(Scenes.declined().json()).get("calls").get(0);

        assertThat(call.has("transportFailures")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfTransportFailureIsPartOfTheContract(TransportFailure.Kind kind) {
        JsonNode document = Contract.validated(Scene.begin()
                .request(0, "INVITE")
                .undelivered(kind, Optional.empty(), "words")
                .json());

        assertThat(document.get("calls").get(0).get("transportFailures")).hasSize(1);
    }

    @Test
    void theKeysOfACallStandInTheOrderOfTheContract() {
        String json = Scenes.declined().rule(Scenes.DECLINED).json();

        assertThat(json)
                .containsSubsequence(
                        "\"sources\"",
                        "\"calls\"",
                        "\"id\"",
                        "\"callIds\"",
                        "\"method\"",
                        "\"from\"",
                        "\"to\"",
                        "\"start\"",
                        "\"end\"",
                        "\"disposition\"",
                        "\"finalStatus\"",
                        "\"finalPhrase\"",
                        "\"postDialDelay\"",
                        "\"ringTime\"",
                        "\"endedBy\"",
                        "\"context\"",
                        "\"closedBecause\"",
                        "\"messages\"",
                        "\"diagnoses\"",
                        "\"violations\"",
                        "\"notChecked\"",
                        "\"registrations\"",
                        "\"incidents\"",
                        "\"limits\"");
    }

    @Test
    void aHealthyCallHasEmptyLists() {
        JsonNode call =
                Contract.validated(Scenes.answered().json()).get("calls").get(0);

        assertThat(call.get("disposition").asString()).isEqualTo("ANSWERED");
        assertThat(call.get("talkTime").decimalValue()).isEqualByComparingTo("65.05");
        assertThat(call.get("endedBy").asString()).isEqualTo("CALLER");
        assertThat(call.get("diagnoses")).isEmpty();
        assertThat(call.get("violations")).isEmpty();
    }

    @Test
    void registrationsAndOtherExchangesHaveTheirOwnListsAndAnOutcome() {
        JsonNode document = Contract.validated(Scenes.refusedRegistration()
                .call("ping")
                .request(1, "OPTIONS")
                .response(1.01, "200 OK", "OPTIONS", 1)
                .json());

        assertThat(document.get("calls")).isEmpty();
        JsonNode registration = document.get("registrations").get(0);
        assertThat(registration.get("outcome").asString()).isEqualTo("REJECTED");
        assertThat(registration.has("disposition")).isFalse();
        assertThat(document.get("exchanges").get(0).get("outcome").asString()).isEqualTo("SUCCEEDED");
    }

    @Test
    void whatTheSourceDoesNotTellIsLeftOut() {
        JsonNode call = Contract.validated(Scene.begin()
                        .withoutTimes()
                        .withoutAddresses()
                        .request(0, "INVITE")
                        .response(0, "486 Busy Here")
                        .json())
                .get("calls")
                .get(0);

        assertThat(call.has("start")).isFalse();
        assertThat(call.has("ringTime")).isFalse();
        assertThat(call.get("messages").get(0).has("time")).isFalse();
        assertThat(call.get("messages").get(0).has("from")).isFalse();
        assertThat(call.get("disposition").asString()).isEqualTo("BUSY");
    }

    @Test
    void repeatsAreTold() {
        JsonNode messages = Contract.validated(Scene.begin()
                        .request(0, "INVITE")
                        .request(0.001, "INVITE")
                        .request(0.500, "INVITE")
                        .json())
                .get("calls")
                .get(0)
                .get("messages");

        assertThat(messages.get(0).get("retransmission").asBoolean()).isFalse();
        assertThat(messages.get(1).get("duplicate").asBoolean()).isTrue();
        assertThat(messages.get(2).get("retransmission").asBoolean()).isTrue();
        assertThat(messages.get(2).has("duplicate")).isFalse();
    }

    @Test
    void aDiagnosisThatRefinesTheOutcomeLeavesThePlainOneVisible() {
        JsonNode call = Contract.validated(
                        Scenes.declined().rule(Scenes.RINGS_OUT).json())
                .get("calls")
                .get(0);

        assertThat(call.get("disposition").asString()).isEqualTo("NO_ANSWER");
        assertThat(call.get("refinedFrom").asString()).isEqualTo("DECLINED");
    }

    @Test
    void brokenRulesSuppressionsAndViolationsAreNamed() {
        JsonNode call = Contract.validated(Scenes.declined()
                        .rule(Scenes.DECLINED)
                        .rule(Scenes.RINGS_OUT)
                        .rule(Scenes.BROKEN)
                        .rule(Scenes.OLD_AGENT)
                        .suppress("test/rang-out", "known phone")
                        .json())
                .get("calls")
                .get(0);

        assertThat(call.get("diagnoses")).hasSize(1);
        assertThat(call.get("ruleFailures").get(0).get("rule").asString()).isEqualTo("test/broken");
        assertThat(call.get("suppressed").get(0).get("reason").asString()).isEqualTo("known phone");
        assertThat(call.get("violations").get(0).get("rule").asString()).isEqualTo("test/max-forwards-missing");
        assertThat(call.get("violations").get(0).has("cause")).isFalse();
    }

    @Test
    void callsStandInTheOrderOfTheirFirstMessage() {
        Scene scene = Scene.begin()
                .call("long")
                .request(0, "INVITE")
                .response(0.1, "180 Ringing")
                .call("short")
                .request(1, "INVITE")
                .response(1.1, "404 Not Found")
                .call("late")
                .request(60, "INVITE")
                .response(60.1, "404 Not Found")
                .call("long")
                .response(61, "480 Gone");

        JsonNode calls = Contract.validated(scene.json()).get("calls");

        assertThat(calls)
                .extracting(call -> call.get("callIds").get(0).asString())
                .containsExactly("long", "short", "late");
    }

    @Test
    void sourcesLimitsAndLoadProblemsAreWritten() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        SourceReport encrypted = new SourceReport(
                "a.pcap",
                "pcap",
                2,
                214,
                Optional.of(Instant.parse("2026-11-21T10:00:00.123456Z")),
                Optional.empty(),
                true,
                List.of(new SourceReport.Note(
                        "encrypted-sip", "encrypted SIP on port 5061", 214, "record", "get it in clear")),
                List.of(),
                Optional.empty(),
                Optional.empty());
        new JsonReport(output)
                .finish(new AnalysisSummary(
                                List.of(encrypted, SourceReport.unreadable("b.pcap", "no such file")),
                                new AnalysisLimits(1, 2, 3, 214, 4, 5),
                                List.of(new LoadProblem("acme", "no class")))
                        .withIncidents(List.of(), List.of(new RuleFailure("acme/broken", "lost", false))));

        JsonNode document = Contract.validated(output.toString(StandardCharsets.UTF_8));
        assertThat(document.get("sources").get(0).get("undecoded").asInt()).isEqualTo(214);
        assertThat(document.get("sources").get(0).get("firstTime").asString()).isEqualTo("2026-11-21T10:00:00.123456Z");
        assertThat(document.get("sources").get(1).get("problem").asString()).isEqualTo("no such file");
        assertThat(document.get("limits").get("droppedMessages").asInt()).isEqualTo(2);
        assertThat(document.get("limits").get("crowdedIdentifiers").asInt()).isEqualTo(4);
        assertThat(document.get("limits").get("legsReleasedEarly").asInt()).isEqualTo(5);
        assertThat(document.get("incidentRuleFailures").get(0).get("rule").asString())
                .isEqualTo("acme/broken");
        assertThat(document.get("loadProblems").get(0).get("what").asString()).isEqualTo("acme");
    }

    @Test
    void aYearThatTheLogDoesNotGiveIsNotClaimed() {
        String json = Scene.begin()
                .beginning(Instant.parse("1972-03-02T09:14:05.120Z"))
                .request(0, "INVITE")
                .response(0.1, "486 Busy Here")
                .request(0.2, "ACK")
                .json();

        JsonNode call = Contract.validated(json).get("calls").get(0);
        assertThat(call.get("startAsLogged").asString()).isEqualTo("--03-02T09:14:05.12");
        assertThat(call.get("messages").get(1).get("timeAsLogged").asString()).isEqualTo("--03-02T09:14:05.22");
        assertThat(json).doesNotContain("\"time\"", "\"start\": \"1972", "197");
    }

    @Test
    void bytesThatAreNoTextStillMakeADocument() {
        Contract.validated(Scene.begin()
                .request(0, "INVITE", "Subject: \u0000\u001b[31m\uFFFE\uD83D\uDE00")
                .response(0.1, "603 De\u0007cline\u2028")
                .rule(Scenes.DECLINED)
                .json());
    }

    @Test
    void theSchemaRefusesAnOutcomeThatIsNotInTheTable() {
        String json = Scenes.declined().json();

        assertThat(Contract.violations(json.replace("\"DECLINED\"", "\"REFUSED\"")))
                .isNotEmpty();
        assertThat(Contract.violations(json.replace("\"disposition\"", "\"outcome\"")))
                .isNotEmpty();
        assertThat(Contract.violations(json.replace("\"limits\"", "\"bounds\"")))
                .isNotEmpty();
    }

    @Test
    void theSchemaInTheJarIsThePublishedOne() throws IOException {
        Path published = Path.of(System.getProperty("callcause.root")).resolve("docs/schema/callcause-1.schema.json");

        try (InputStream schema = JsonReport.schema()) {
            assertThat(schema.readAllBytes()).isEqualTo(Files.readAllBytes(published));
        }
    }
}
