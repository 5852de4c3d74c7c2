package org.callcause.capture.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.callcause.dialog.TlsCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a certificate says of itself. */
final class CertificateText {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateText.class);
    private static final int DNS_NAME = 2;
    private static final int URI = 6;
    private static final int IP_ADDRESS = 7;
    private static final int MOST_CHARACTERS = 255;

    private CertificateText() {}

    static Optional<TlsCertificate> read(byte[] bytes, int offset, int length, int chain) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes, offset, length));
            X500Principal subject = certificate.getSubjectX500Principal();
            X500Principal issuer = certificate.getIssuerX500Principal();
            return Optional.of(new TlsCertificate(
                    name(subject),
                    names(certificate),
                    name(issuer),
                    subject.equals(issuer),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    chain));
        } catch (CertificateException notOne) {
            LOG.debug("not a certificate that can be read", notOne);
            return Optional.empty();
        }
    }

    private static String name(X500Principal principal) {
        String whole = principal.getName();
        try {
            return cut(new LdapName(whole)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .reduce((broader, narrower) -> narrower)
                            .orElse(whole));
        } catch (InvalidNameException unusual) {
            return cut(whole);
        }
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            return all == null
                    ? List.of()
                    : all.stream()
                            .filter(entry -> isForServer(entry.get(0), String.valueOf(entry.get(1))))
                            .map(entry -> cut(String.valueOf(entry.get(1))))
                            .toList();
        } catch (CertificateParsingException unusual) {
            return List.of();
        }
    }

    /** A certificate of a SIP domain names it by a URI (RFC 5922 7.1). */
    private static boolean isForServer(Object kind, String name) {
        return kind.equals(DNS_NAME) || kind.equals(IP_ADDRESS) || (kind.equals(URI) && name.startsWith("sip"));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }
}
