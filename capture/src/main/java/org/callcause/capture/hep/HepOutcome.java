package org.callcause.capture.hep;

/** What became of one HEP packet. */
public enum HepOutcome {
    /** It holds a payload that may be SIP. */
    PAYLOAD,
    /** It holds something else: RTCP reports, log lines, DNS, or nothing at all, as a keep-alive does. */
    OTHER,
    /** It is not HEP, or its lengths contradict each other. */
    MALFORMED,
    /** Its authentication key is missing or is not ours. */
    WRONG_KEY,
    /** Its compressed payload is damaged, or longer than a message may be when unpacked. */
    NOT_UNPACKED
}
