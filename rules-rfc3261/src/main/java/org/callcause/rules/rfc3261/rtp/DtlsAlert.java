package org.callcause.rules.rfc3261.rtp;

import java.util.Map;

/** What a fatal alert says (RFC 8446 6, RFC 5246 7.2). */
record DtlsAlert(int description) {

    private static final Map<Integer, String> CERTIFICATE = Map.of(
            42, "bad_certificate",
            43, "unsupported_certificate",
            44, "certificate_revoked",
            45, "certificate_expired",
            46, "certificate_unknown",
            48, "unknown_ca");

    private static final Map<Integer, String> OTHERS = Map.of(
            10, "unexpected_message",
            40, "handshake_failure",
            47, "illegal_parameter",
            50, "decode_error",
            51, "decrypt_error",
            70, "protocol_version",
            71, "insufficient_security",
            80, "internal_error",
            110, "unsupported_extension");

    /** Whether its sender did not take the certificate of the other side; for DTLS-SRTP its fingerprint counts (RFC 8122 5). */
    boolean isOfCertificate() {
        return CERTIFICATE.containsKey(description);
    }

    /** {@code handshake_failure (40)}. */
    @Override
    public String toString() {
        String name = CERTIFICATE.getOrDefault(description, OTHERS.getOrDefault(description, "of an unknown kind"));
        return name + " (" + description + ")";
    }
}
