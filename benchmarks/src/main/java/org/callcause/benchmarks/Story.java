package org.callcause.benchmarks;

/** How a generated exchange goes. */
enum Story {
    ANSWERED(200, "OK"),
    BUSY(486, "Busy Here"),
    NOT_FOUND(404, "Not Found"),
    OVERLOADED(503, "Service Unavailable"),
    DECLINED(603, "Decline"),
    UNAVAILABLE(480, "Temporarily Unavailable"),
    NO_COMMON_CODEC(488, "Not Acceptable Here"),
    SERVER_ERROR(500, "Server Internal Error"),
    FORBIDDEN(403, "Forbidden"),
    REGISTRATION(200, "OK"),
    PROBE(200, "OK");

    private static final Story[] FAILURES = {
        BUSY, NOT_FOUND, OVERLOADED, DECLINED, UNAVAILABLE, NO_COMMON_CODEC, SERVER_ERROR, FORBIDDEN
    };

    private final int status;
    private final String phrase;

    Story(int status, String phrase) {
        this.status = status;
        this.phrase = phrase;
    }

    int status() {
        return status;
    }

    String phrase() {
        return phrase;
    }

    boolean rings() {
        return this == ANSWERED || this == BUSY || this == DECLINED || this == UNAVAILABLE;
    }

    /** The story of the call of this number: four of five are answered, the others fail in turn. */
    static Story ofCall(int number) {
        return number % 5 == 4 ? FAILURES[number / 5 % FAILURES.length] : ANSWERED;
    }

    /** The story of an exchange in mixed traffic: also registrations and probes. */
    static Story ofExchange(int number) {
        return switch (number % 6) {
            case 4 -> REGISTRATION;
            case 5 -> PROBE;
            default -> ofCall(number / 6 * 4 + number % 6);
        };
    }
}
