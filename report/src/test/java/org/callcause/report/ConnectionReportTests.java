package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.callcause.contract.Contract;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.FailedConnection.Kind;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TlsCertificate;
import org.callcause.dialog.TlsHandshake;
import org.callcause.dialog.TlsHandshake.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a report says of connections that failed. */
class ConnectionReportTests {

    private static final Endpoint CLIENT = new Endpoint("192.0.2.10", 0);
    private static final Endpoint SERVER = new Endpoint("198.51.100.4", 5061);
    private static final Instant FIRST = Instant.parse("2026-03-02T09:10:02Z");
    private static final Instant LAST = Instant.parse("2026-03-02T09:14:40Z");

    private static TlsCertificate certificate(String name, boolean selfSigned, String until, int chain) {
        return new TlsCertificate(
                name,
                List.of(name),
                selfSigned ? name : "Example CA",
                selfSigned,
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse(until),
                chain);
    }

    private static TlsHandshake handshake(Optional<TlsCertificate> server, Optional<TlsCertificate> client) {
        return new TlsHandshake(
                client.isPresent() ? Step.CLIENT_ANSWER : Step.SERVER_HELLO,
                Optional.of("sip.example.com"),
                Optional.of("TLS 1.3"),
                Optional.of("TLS 1.2"),
                server,
                client,
                client.isPresent(),
                false);
    }

    private static FailedConnection failure(Kind kind, Endpoint by, int alert, Optional<TlsHandshake> handshake) {
        return FailedConnection.once(
                CLIENT,
                SERVER,
                kind,
                by,
                "",
                alert < 0 ? Optional.empty() : Optional.of(new TlsAlert(alert)),
                handshake,
                FIRST,
                LAST);
    }

    private static FailedConnection certificateRefused(int alert, TlsCertificate ofClient) {
        return failure(Kind.TLS_ALERT, SERVER, alert, Optional.of(handshake(Optional.empty(), Optional.of(ofClient))));
    }

    private static FailedConnection many(FailedConnection failure, long clients) {
        return failure.joinedWith(failure, clients);
    }

    private static AnalysisSummary summary(FailedConnection... failures) {
        SourceReport source = new SourceReport(
                "a.pcap",
                "pcap",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(failures),
                Optional.of("None of its packets holds SIP."),
                Optional.empty());
        return new AnalysisSummary(List.of(source), AnalysisLimits.NONE, List.of());
    }

    private static String text(FailedConnection... failures) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new TextReport(output, TextOptions.PLAIN).finish(summary(failures));
        return output.toString(StandardCharsets.UTF_8);
    }

    private static String words(FailedConnection failure) throws IOException {
        return text(failure).replaceAll("\\s+", " ");
    }

    @Test
    void theFailureStandsBeforeWhatElseIsInTheCapture() throws IOException {
        FailedConnection refused =
                many(certificateRefused(48, certificate("sbc.example.net", false, "2027-01-01T00:00:00Z", 1)), 1);

        assertThat(text(refused)).startsWith("""
                a.pcap: pcap, 0 SIP messages
                  Failed connection: 192.0.2.10 could not open a TLS connection to 198.51.100.4:5061, 2 times
                    (2026-03-02 09:10:02 to 09:14:40 UTC): 198.51.100.4 refused the certificate of 192.0.2.10 (alert
                    48, unknown_ca).
                    The client asked for sip.example.com; the client offered up to TLS 1.3; the server chose TLS
                      1.2; the server asked for a certificate of the client.
                    Certificate of 192.0.2.10: for sbc.example.net; issued by Example CA, sent without a
                      certificate of its issuer; valid from 2025-01-01 00:00:00 to 2027-01-01 00:00:00 UTC.
                    What to do: 192.0.2.10 sends no certificate of the issuer, Example CA: unless that is a root
                      that 198.51.100.4 has, install the whole chain at 192.0.2.10. Otherwise 198.51.100.4 lacks the
                      root of that chain in its trust store.
                  None of its packets holds SIP.
                """);
    }

    @Test
    void aCertificateThatHadExpiredIsTheReasonWhateverTheAlertIsCalled() throws IOException {
        TlsCertificate expired = certificate("sbc.example.net", false, "2026-01-01T00:00:00Z", 2);

        for (int alert : new int[] {42, 45, 46, 48}) {
            assertThat(words(certificateRefused(alert, expired)))
                    .contains("and so not when it was sent")
                    .contains("It had expired on 2026-01-01 00:00:00 UTC: renew it at 192.0.2.10.");
        }
    }

    @Test
    void aCertificateForAnotherNameIsTheReasonWhereTheServerShowsIt() throws IOException {
        TlsCertificate other = certificate("pbx.example.net", false, "2027-01-01T00:00:00Z", 2);
        FailedConnection refused =
                failure(Kind.TLS_ALERT, CLIENT, 46, Optional.of(handshake(Optional.of(other), Optional.empty())));

        assertThat(words(refused))
                .contains("192.0.2.10 refused the certificate of 198.51.100.4 (alert 46, certificate_unknown)")
                .contains("It is not for sip.example.com, which 192.0.2.10 asked for");
    }

    @Test
    void aCertificateOfOnesOwnIsTrustedByNobodyElse() throws IOException {
        assertThat(words(certificateRefused(48, certificate("sbc", true, "2027-01-01T00:00:00Z", 1))))
                .contains("signed by itself; valid")
                .contains("or put it into the trust store of 198.51.100.4");
    }

    @Test
    void aClientWithoutTheCertificateThatIsAskedForIsToldSo() throws IOException {
        TlsHandshake none = new TlsHandshake(
                Step.CLIENT_ANSWER,
                Optional.empty(),
                Optional.empty(),
                Optional.of("TLS 1.2"),
                Optional.empty(),
                Optional.empty(),
                true,
                true);

        assertThat(words(failure(Kind.TLS_ALERT, SERVER, 40, Optional.of(none))))
                .contains("198.51.100.4 wants a certificate of the client (mutual TLS), and 192.0.2.10 sent none");
        assertThat(words(failure(Kind.TLS_CLOSED, SERVER, -1, Optional.of(none))))
                .contains("198.51.100.4 wants a certificate of the client (mutual TLS), and 192.0.2.10 sent none");
    }

    @ParameterizedTest
    @CsvSource({
        "40, found nothing in common",
        "43, must allow client authentication",
        "44, to be revoked",
        "45, at the clock of 198.51.100.4",
        "49, does not admit it",
        "70, takes none of the TLS versions of 192.0.2.10 (192.0.2.10 offers up to TLS 1.3)",
        "71, wants stronger ciphers",
        "112, has no certificate for sip.example.com",
        "116, wants a certificate of the client",
        "120, by ALPN",
        "50, The log of 198.51.100.4 at that time"
    })
    void eachAlertHasItsAdvice(int alert, String advice) throws IOException {
        assertThat(words(failure(
                        Kind.TLS_ALERT, SERVER, alert, Optional.of(handshake(Optional.empty(), Optional.empty())))))
                .contains(advice);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindIsToldInTextAndInTheDocument(Kind kind) throws IOException {
        FailedConnection failure = failure(kind, SERVER, kind == Kind.TLS_ALERT ? 48 : -1, Optional.empty());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new JsonReport(output).finish(summary(failure));

        JsonNode told = Contract.validated(output.toString(StandardCharsets.UTF_8))
                .get("sources")
                .get(0)
                .get("failedConnections")
                .get(0);

        assertThat(told.get("kind").asString()).isEqualTo(kind.word());
        assertThat(words(failure))
                .contains("Failed connection: " + told.get("summary").asString())
                .contains("What to do: " + told.get("advice").asString());
    }

    @Test
    void theDocumentHasWhatTheHandshakeShows() throws IOException {
        TlsCertificate certificate = certificate("sbc.example.net", false, "2027-01-01T00:00:00Z", 2);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new JsonReport(output)
                .finish(summary(certificateRefused(48, certificate).openedAt(LAST.plusSeconds(60))));

        JsonNode told = Contract.validated(output.toString(StandardCharsets.UTF_8))
                .get("sources")
                .get(0)
                .get("failedConnections")
                .get(0);

        assertThat(told.get("alert").get("name").asString()).isEqualTo("unknown_ca");
        assertThat(told.get("endedBy").asString()).isEqualTo("198.51.100.4:5061");
        assertThat(told.get("handshake").get("serverName").asString()).isEqualTo("sip.example.com");
        assertThat(told.get("handshake").get("clientCertificate").get("issuer").asString())
                .isEqualTo("Example CA");
        assertThat(told.get("laterOpened").asString()).isEqualTo("2026-03-02T09:15:40Z");
        assertThat(told.get("summary").asString())
                .endsWith("A connection between them came about at 2026-03-02 09:15:40.000 UTC.");
    }

    @Test
    void manyClientsAreOneLineThatBlamesNoneOfThem() throws IOException {
        assertThat(words(many(failure(Kind.REFUSED, SERVER, -1, Optional.empty()), 200)))
                .contains("192.0.2.10 and 199 other hosts could not open a TCP connection to 198.51.100.4:5061")
                .contains("that the client is given the right port. Hosts among them that nobody knows are looking for"
                        + " open ports, and need nothing done.");
    }

    @Test
    void onOneHostTheSidesAreTold() throws IOException {
        FailedConnection within = FailedConnection.once(
                new Endpoint("198.51.100.4", 0),
                SERVER,
                Kind.TLS_ALERT,
                new Endpoint("198.51.100.4", 0),
                "",
                Optional.of(new TlsAlert(48)),
                Optional.of(handshake(Optional.empty(), Optional.empty())),
                FIRST,
                LAST);

        assertThat(words(within)).contains("the client refused the certificate of the server (alert 48, unknown_ca)");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 60})
    void ofManyTheFirstAreTold(int number) throws IOException {
        FailedConnection[] failures = new FailedConnection[number];
        Arrays.fill(failures, failure(Kind.REFUSED, SERVER, -1, Optional.empty()));

        List<String> lines = new ArrayList<>(text(failures).lines().toList());

        assertThat(lines)
                .filteredOn(line -> line.startsWith("  Failed connection: "))
                .hasSize(6);
        assertThat(lines).contains("  Failed connections: " + (number - 6) + " more, listed in the JSON report.");
    }
}
