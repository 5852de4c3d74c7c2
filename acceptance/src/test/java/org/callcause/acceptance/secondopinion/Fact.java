package org.callcause.acceptance.secondopinion;

/** A thing that a message says and both parsers can be asked for. */
enum Fact {
    METHOD,
    REQUEST_URI,
    STATUS,
    REASON_PHRASE,
    CALL_ID,
    CSEQ,
    FROM,
    FROM_TAG,
    TO,
    TO_TAG,
    VIA,
    CONTACT,
    ROUTE,
    RECORD_ROUTE,
    REFER_TO,
    MAX_FORWARDS,
    EXPIRES,
    CONTENT_LENGTH,
    CONTENT_TYPE,
    RETRY_AFTER,
    REASON,
    WARNING,
    SESSION_EXPIRES,
    CHALLENGE,
    CREDENTIALS
}
