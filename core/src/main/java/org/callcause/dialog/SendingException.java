package org.callcause.dialog;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.callcause.dialog.TransportFailure.Kind;

/** Tells by the exceptions of the JDK why sending or connecting failed. */
final class SendingException {

    /** The causes of an exception that are looked at: a chain may be closed to a ring. */
    private static final int LONGEST_CHAIN = 8;

    /** What the system says: the JDK has a class of its own for few of its errors, and others for the same at other places. */
    private static final List<Map.Entry<String, Kind>> WORDS = List.of(
            Map.entry("timed out", Kind.TIMED_OUT),
            Map.entry("connection refused", Kind.REFUSED),
            Map.entry("no route to host", Kind.UNREACHABLE),
            Map.entry("network is unreachable", Kind.UNREACHABLE),
            Map.entry("host is unreachable", Kind.UNREACHABLE),
            Map.entry("message too long", Kind.TOO_BIG),
            Map.entry("operation not permitted", Kind.PROHIBITED));

    private SendingException() {}

    static Kind kindOf(IOException thrown) {
        List<Throwable> chain = Stream.iterate((Throwable) thrown, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .toList();
        if (chain.stream().anyMatch(SendingException::isOfCertificate)) {
            return Kind.CERTIFICATE_REFUSED;
        }
        return chain.stream().flatMap(one -> kindOf(one).stream()).findFirst().orElse(Kind.CONNECTION_LOST);
    }

    private static Optional<Kind> kindOf(Throwable thrown) {
        String said = said(thrown);
        Optional<Kind> named = WORDS.stream()
                .filter(words -> said.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        if (thrown instanceof ConnectException || thrown instanceof PortUnreachableException) {
            return Optional.of(Kind.REFUSED);
        }
        if (thrown instanceof NoRouteToHostException) {
            return Optional.of(Kind.UNREACHABLE);
        }
        if (thrown instanceof UnknownHostException) {
            return Optional.of(Kind.NAME_NOT_RESOLVED);
        }
        if (thrown instanceof SocketTimeoutException) {
            return Optional.of(Kind.TIMED_OUT);
        }
        return thrown instanceof SSLException ? Optional.of(Kind.TLS_FAILED) : Optional.empty();
    }

    /** The other side says of a certificate that it did not accept no more than the name of an alert (RFC 8446 6.2). */
    private static boolean isOfCertificate(Throwable thrown) {
        boolean alert = thrown instanceof SSLException
                && (said(thrown).contains("certificate")
                        || said(thrown).contains("unknown_ca")
                        || said(thrown).contains("pkix path"));
        return alert
                || thrown instanceof CertificateException
                || thrown instanceof CertPathBuilderException
                || thrown instanceof CertPathValidatorException
                || thrown instanceof SSLPeerUnverifiedException;
    }

    private static String said(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), "").toLowerCase(Locale.ROOT);
    }
}
