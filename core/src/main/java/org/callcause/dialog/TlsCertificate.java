package org.callcause.dialog;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a certificate says of itself (RFC 5280), as one side of a TLS handshake sent it in clear. Nothing of it was verified.
 *
 * @param subject the common name of its subject, or all of the subject where it has none
 * @param names the names, addresses and SIP URIs of its subjectAltName extension, at most {@link #MOST_NAMES}
 * @param issuer the common name of its issuer, or all of the issuer where it has none
 * @param selfSigned whether subject and issuer are the same, as in one that is signed by its own key
 * @param validFrom when it begins to be valid
 * @param validUntil when it ends to be valid
 * @param chain how many certificates were sent, itself among them; 1 where no issuer came with it
 */
public record TlsCertificate(
        String subject,
        List<String> names,
        String issuer,
        boolean selfSigned,
        Instant validFrom,
        Instant validUntil,
        int chain) {

    /** The most names that are kept. A certificate of a hosting provider may have a hundred. */
    public static final int MOST_NAMES = 128;

    /**
     * Copies the list, and cuts it.
     *
     * @throws IllegalArgumentException if there is no certificate in the chain
     */
    public TlsCertificate {
        Objects.requireNonNull(subject, "subject");
        names = List.copyOf(names.subList(0, Math.min(names.size(), MOST_NAMES)));
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(validFrom, "validFrom");
        Objects.requireNonNull(validUntil, "validUntil");
        if (chain < 1) {
            throw new IllegalArgumentException("a chain of " + chain);
        }
    }

    /** Whether this time lies within its validity. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && !time.isAfter(validUntil);
    }

    /**
     * Whether it may be for this host (RFC 6125 6.4): one of its names, or its subject where it has none, is the same, has a
     * {@code *} for the first label, or is its SIP URI (RFC 5922 7.1); or it has more names than are kept.
     */
    public boolean isFor(String host) {
        String wanted = host.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        String wildcard = dot < 0 ? wanted : "*" + wanted.substring(dot);
        List<String> wantedNames = List.of(wanted, wildcard, "sip:" + wanted, "sips:" + wanted);
        return names.size() == MOST_NAMES
                || (names.isEmpty() ? List.of(subject) : names)
                        .stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(wantedNames::contains);
    }
}
