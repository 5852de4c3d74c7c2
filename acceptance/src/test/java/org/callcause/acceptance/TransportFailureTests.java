package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.TransportFailure;
import org.callcause.dialog.TransportFailure.Kind;
import org.callcause.message.SipMessage;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the transport says of messages that it could not deliver, on its way to the call that they are of. */
class TransportFailureTests {

    private static final String UNANSWERED = """
            0.000 caller -> callee INVITE
            0.500 caller -> callee INVITE
            """;

    private final List<CallReport> reports = new ArrayList<>();

    private CallStream stream() {
        return Callcause.with(RuleSet.builder().build()).stream(reports::add);
    }

    private static SipMessage first(CallScript script) {
        return script.messages().get(0).message();
    }

    private static TransportFailure refused(SipMessage message) {
        return new TransportFailure(message, Kind.REFUSED, Optional.empty(), "refused");
    }

    @Test
    void aCallKeepsWhatIsToldOfItsMessages() {
        CallScript script = CallScript.of(UNANSWERED);
        TransportFailure failure = refused(first(script));
        try (CallStream stream = stream()) {
            script.messages().forEach(stream::add);
            stream.undelivered(failure);
        }

        assertThat(reports).singleElement().satisfies(report -> {
            assertThat(report.call().transportFailures()).containsExactly(failure);
            assertThat(report.call().has(Trait.TRANSPORT_FAILURE)).isTrue();
            assertThat(report.disposition().kind()).isEqualTo(Disposition.Kind.UNREACHABLE);
        });
    }

    @Test
    void withoutItTheSameCaptureIsTooShortToTell() {
        try (CallStream stream = stream()) {
            CallScript.of(UNANSWERED).messages().forEach(stream::add);
        }

        assertThat(reports.get(0).call().transportFailures()).isEmpty();
        assertThat(reports.get(0).disposition().kind()).isEqualTo(Disposition.Kind.INCOMPLETE);
    }

    @Test
    void anAnswerCountsMoreThanAnEarlierFailure() {
        CallScript script = CallScript.of("""
            0.000 caller -> callee INVITE
            0.500 caller -> callee INVITE
            0.600 callee -> caller 180
            """);
        try (CallStream stream = stream()) {
            stream.add(script.messages().get(0));
            stream.undelivered(refused(first(script)));
            script.messages().stream().skip(1).forEach(stream::add);
        }

        assertThat(reports.get(0).disposition().kind()).isEqualTo(Disposition.Kind.INCOMPLETE);
    }

    @Test
    void ofACallThatWasNeverSeenItIsForgotten() {
        try (CallStream stream = stream()) {
            stream.undelivered(refused(first(CallScript.of(UNANSWERED))));
        }

        assertThat(reports).isEmpty();
    }

    @Test
    void ofManyTheFirstSixteenAreKept() {
        CallScript script = CallScript.of(UNANSWERED);
        try (CallStream stream = stream()) {
            script.messages().forEach(stream::add);
            for (int i = 0; i < 1_000; i++) {
                stream.undelivered(
                        new TransportFailure(first(script), Kind.TIME_EXCEEDED, Optional.empty(), Integer.toString(i)));
            }
        }

        assertThat(reports.get(0).call().transportFailures())
                .hasSize(16)
                .extracting(TransportFailure::words)
                .startsWith("0", "1");
    }

    @Test
    void wordsStandOnOneLine() {
        TransportFailure failure = TransportFailure.of(first(CallScript.of(UNANSWERED)), new IOException("one\ntwo"));

        assertThat(failure.words()).isEqualTo("java.io.IOException: one two");
    }

    @Test
    void whatTheSenderOvercomesByItselfIsNoEnd() {
        CallScript script = CallScript.of(UNANSWERED);
        try (CallStream stream = stream()) {
            script.messages().forEach(stream::add);
            stream.undelivered(
                    new TransportFailure(first(script), Kind.TOO_BIG, Optional.empty(), "fragmentation needed"));
        }

        assertThat(reports.get(0).disposition().kind()).isEqualTo(Disposition.Kind.INCOMPLETE);
    }

    @Test
    void wordsAreCut() {
        String words = "x".repeat(TransportFailure.MOST_WORDS + 1);
        TransportFailure failure =
                new TransportFailure(first(CallScript.of(UNANSWERED)), Kind.TLS_FAILED, Optional.empty(), words);

        assertThat(failure.words()).hasSize(TransportFailure.MOST_WORDS);
    }

    @Test
    void itConcernsItsMessageAndNoOtherOfTheCall() {
        CallScript script = CallScript.of("""
            0.000 caller -> callee INVITE
            0.500 caller -> callee INVITE
            0.600 callee -> caller 180
            2.000 callee -> caller 200
            2.010 caller -> callee ACK
            """);
        TransportFailure failure = refused(first(script));

        assertThat(script.messages().stream()
                        .map(CapturedMessage::message)
                        .filter(failure::concerns)
                        .toList())
                .containsExactly(first(script), script.messages().get(1).message());
    }

    @Test
    void aClosedStreamTakesNone() {
        CallStream stream = stream();
        stream.close();
        TransportFailure failure = refused(first(CallScript.of(UNANSWERED)));

        assertThatIllegalStateException().isThrownBy(() -> stream.undelivered(failure));
    }

    static Stream<Arguments> whatSendingThrows() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), Kind.REFUSED),
                Arguments.of(new ConnectException("Connection timed out"), Kind.TIMED_OUT),
                Arguments.of(new PortUnreachableException(), Kind.REFUSED),
                Arguments.of(new NoRouteToHostException("No route to host"), Kind.UNREACHABLE),
                Arguments.of(new UnknownHostException("sip.example.com"), Kind.NAME_NOT_RESOLVED),
                Arguments.of(new SocketTimeoutException("connect timed out"), Kind.TIMED_OUT),
                Arguments.of(new SocketException("Network is unreachable (sendto failed)"), Kind.UNREACHABLE),
                Arguments.of(new SocketException("Message too long"), Kind.TOO_BIG),
                Arguments.of(new IOException("Operation not permitted"), Kind.PROHIBITED),
                Arguments.of(new IOException("wrapped", new ConnectException("Connection refused")), Kind.REFUSED),
                Arguments.of(new SSLHandshakeException("no cipher suites in common"), Kind.TLS_FAILED),
                Arguments.of(
                        new SSLException("Tag mismatch!", new AEADBadTagException("Tag mismatch!")), Kind.TLS_FAILED),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: bad_certificate"), Kind.CERTIFICATE_REFUSED),
                Arguments.of(new SSLHandshakeException("PKIX path building failed"), Kind.CERTIFICATE_REFUSED),
                Arguments.of(
                        new SSLHandshakeException("expired").initCause(new CertificateException("expired")),
                        Kind.CERTIFICATE_REFUSED),
                Arguments.of(new SocketException("Broken pipe"), Kind.CONNECTION_LOST));
    }

    @ParameterizedTest
    @MethodSource("whatSendingThrows")
    void whatSendingThrowsTellsTheKind(IOException thrown, Kind kind) {
        TransportFailure failure = TransportFailure.of(first(CallScript.of(UNANSWERED)), thrown);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.words()).isEqualTo(thrown.toString());
    }
}
