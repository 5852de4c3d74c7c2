package org.callcause.dialog;

/**
 * The reason that one side of a TLS session gives for ending it.
 *
 * @param number what stands for it on the wire (RFC 8446 section 6, RFC 5246 section 7.2), 0 to 255
 */
public record TlsAlert(int number) {

    /** The side that sends it will send nothing more: the usual end of a session, no failure. */
    public static final int CLOSE_NOTIFY = 0;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it does not fit into a byte
     */
    public TlsAlert {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("alert " + number);
        }
    }

    /** The name in IANA's registry of TLS alerts; {@code unassigned} for a number that has none. */
    public String name() {
        return switch (number) {
            case CLOSE_NOTIFY -> "close_notify";
            case 10 -> "unexpected_message";
            case 20 -> "bad_record_mac";
            case 21 -> "decryption_failed";
            case 22 -> "record_overflow";
            case 30 -> "decompression_failure";
            case 40 -> "handshake_failure";
            case 41 -> "no_certificate";
            case 42 -> "bad_certificate";
            case 43 -> "unsupported_certificate";
            case 44 -> "certificate_revoked";
            case 45 -> "certificate_expired";
            case 46 -> "certificate_unknown";
            case 47 -> "illegal_parameter";
            case 48 -> "unknown_ca";
            case 49 -> "access_denied";
            case 50 -> "decode_error";
            case 51 -> "decrypt_error";
            case 60 -> "export_restriction";
            case 70 -> "protocol_version";
            case 71 -> "insufficient_security";
            case 80 -> "internal_error";
            case 86 -> "inappropriate_fallback";
            case 90 -> "user_canceled";
            case 100 -> "no_renegotiation";
            case 109 -> "missing_extension";
            case 110 -> "unsupported_extension";
            case 111 -> "certificate_unobtainable";
            case 112 -> "unrecognized_name";
            case 113 -> "bad_certificate_status_response";
            case 114 -> "bad_certificate_hash_value";
            case 115 -> "unknown_psk_identity";
            case 116 -> "certificate_required";
            case 120 -> "no_application_protocol";
            case 121 -> "ech_required";
            default -> "unassigned";
        };
    }

    /** Whether it speaks of the other side's certificate, and so refuses that. */
    public boolean refusesCertificate() {
        return switch (number) {
            case 42, 43, 44, 45, 46, 48 -> true;
            default -> false;
        };
    }

    /** {@code alert 48, unknown_ca}. */
    @Override
    public String toString() {
        return "alert " + number + ", " + name();
    }
}
