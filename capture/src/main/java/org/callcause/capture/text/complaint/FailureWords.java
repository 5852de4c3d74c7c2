package org.callcause.capture.text.complaint;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callcause.dialog.TransportFailure.Kind;

/**
 * The words that say why sending failed, as operating systems, TLS libraries and run-time environments write them; programs
 * pass these on as they are. Every line of a log is searched for them, so one step through it has to do.
 */
final class FailureWords {

    /**
     * Some of them.
     *
     * @param text in small letters
     * @param kind what they mean
     */
    record Words(String text, Kind kind) {}

    /** Where a line has several, the first counts: what is said of a certificate is more than what is said of its session. */
    private static final Words[] ALL = Stream.of(
                    words(
                            Kind.CERTIFICATE_REFUSED,
                            "certificate verify failed",
                            "certificate_verify_failed",
                            "certificate verification error",
                            "certificate verification failed",
                            "certificate has expired",
                            "certificate expired",
                            "certificate has been revoked",
                            "certificate is untrusted",
                            "certificate is not yet valid",
                            "certificate unknown",
                            "certificate required",
                            "bad certificate",
                            "self signed certificate",
                            "self-signed certificate",
                            "self_signed_cert",
                            "cert_has_expired",
                            "cert_altname_invalid",
                            "ecertverif",
                            "unable_to_verify_leaf",
                            "unable to get local issuer",
                            "unknown ca",
                            "unknown authority",
                            "x509: certificate",
                            "pkix path",
                            "identities specified in the certificate",
                            "no subject alternative"),
                    words(
                            Kind.TLS_FAILED,
                            "handshake fail",
                            "handshake_fail",
                            "handshake error",
                            "handshake timed out",
                            "does not look like a tls",
                            "sslhandshake",
                            "ssl_error_ssl",
                            "sslv3 alert",
                            "tlsv1 alert",
                            "wrong version number",
                            "no shared cipher",
                            "tls setup failed"),
                    words(
                            Kind.NAME_NOT_RESOLVED,
                            "no such host",
                            "enotfound",
                            "eai_again",
                            "name or service not known",
                            "name resolution",
                            "unknownhost",
                            "nodename nor servname",
                            "could not be resolved",
                            "could not resolve",
                            "cannot resolve",
                            "can't resolve",
                            "unable to resolve",
                            "failed to resolve",
                            "dns error",
                            "nxdomain",
                            "dns \"name error\""),
                    words(Kind.TOO_BIG, "message too long", "emsgsize"),
                    words(Kind.PROHIBITED, "operation not permitted"),
                    words(Kind.REFUSED, "connection refused", "econnrefused", "actively refused", "port unreachable"),
                    words(
                            Kind.UNREACHABLE,
                            "no route to host",
                            "noroutetohost",
                            "network is unreachable",
                            "network unreachable",
                            "host is unreachable",
                            "host unreachable",
                            "unreachable host",
                            "unreachable network",
                            "ehostunreach",
                            "enetunreach"),
                    words(
                            Kind.TIMED_OUT,
                            "connection timed out",
                            "connect timed out",
                            "tcp_connect_blocking: timeout",
                            "failed (timeout)",
                            "i/o timeout",
                            "etimedout"),
                    words(
                            Kind.CONNECTION_LOST,
                            "connection reset",
                            "econnreset",
                            "broken pipe",
                            "forcibly closed",
                            "connection abort",
                            "closed unexpectedly",
                            "abrupt disconnection",
                            "code: 1006",
                            "code 1006"))
            .flatMap(words -> words)
            .toArray(Words[]::new);

    // Both cases of a letter are the same in these bits.
    private static final int LETTER_BITS = 5;
    private static final int LETTER = (1 << LETTER_BITS) - 1;
    private static final int BEGINNING = (1 << (3 * LETTER_BITS)) - 1;

    /** The places of those that begin with three letters. */
    private static final int[][] BY_BEGINNING = new int[BEGINNING + 1][];

    // The same again, small enough for the fastest memory.
    private static final boolean[] BEGINS = new boolean[BEGINNING + 1];

    static {
        Arrays.fill(BY_BEGINNING, new int[0]);
        IntStream.range(0, ALL.length)
                .boxed()
                .collect(Collectors.groupingBy(place -> beginning(ALL[place].text())))
                .forEach((beginning, places) -> {
                    BY_BEGINNING[beginning] =
                            places.stream().mapToInt(Integer::intValue).toArray();
                    BEGINS[beginning] = true;
                });
    }

    private FailureWords() {}

    private static Stream<Words> words(Kind kind, String... texts) {
        return Stream.of(texts).map(text -> new Words(text, kind));
    }

    private static int beginning(String text) {
        return next(next(next(0, text.charAt(0)), text.charAt(1)), text.charAt(2));
    }

    /** The beginning that a character ends, of the one before. */
    private static int next(int beginning, char c) {
        return (beginning << LETTER_BITS | (c & LETTER)) & BEGINNING;
    }

    /** What went wrong, where the line says that something did. */
    static Optional<Words> in(String line) {
        int first = ALL.length;
        int beginning = 0;
        for (int i = 0; i < line.length(); i++) {
            beginning = next(beginning, line.charAt(i));
            if (BEGINS[beginning] && i >= 2) {
                first = Math.min(first, firstAt(line, i - 2, beginning));
            }
        }
        return first == ALL.length ? Optional.empty() : Optional.of(read(ALL[first], line));
    }

    private static int firstAt(String line, int at, int beginning) {
        boolean inWord = at > 0 && Character.isLetter(line.charAt(at - 1));
        for (int place : BY_BEGINNING[beginning]) {
            String text = ALL[place].text();
            if (!inWord && line.regionMatches(true, at, text, 0, text.length())) {
                return place;
            }
        }
        return ALL.length;
    }

    private static Words read(Words words, String line) {
        // Go says in this way that the server of names did not answer, or refused to.
        boolean looking = words.kind() != Kind.CERTIFICATE_REFUSED && line.contains(": lookup ");
        return looking ? new Words(words.text(), Kind.NAME_NOT_RESOLVED) : words;
    }
}
