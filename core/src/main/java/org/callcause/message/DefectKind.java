package org.callcause.message;

/** What is wrong with a message. */
public enum DefectKind {
    /** No Call-ID header (RFC 3261 section 8.1.1). */
    MISSING_CALL_ID("no Call-ID header"),
    /** No CSeq header (RFC 3261 section 8.1.1). */
    MISSING_CSEQ("no CSeq header"),
    /** No From header (RFC 3261 section 8.1.1). */
    MISSING_FROM("no From header"),
    /** No To header (RFC 3261 section 8.1.1). */
    MISSING_TO("no To header"),
    /** No Via header (RFC 3261 section 8.1.1). */
    MISSING_VIA("no Via header"),
    /** A Call-ID header without a value. */
    BAD_CALL_ID("the Call-ID is empty"),
    /** A CSeq that is not a number of 32 bits and a method (RFC 3261 section 20.16). */
    BAD_CSEQ("the CSeq is not a 32-bit number and a method"),
    /** The CSeq names another method than the request line (RFC 3261 section 8.1.1.5). */
    CSEQ_METHOD_MISMATCH("the CSeq names another method than the request line"),
    /** A status code that is not three digits from 100 to 699. */
    BAD_STATUS_CODE("the status code is not a number from 100 to 699"),
    /** A status line with missing or extra blanks. */
    BAD_STATUS_LINE("the status line does not follow the grammar"),
    /** A request line with missing, extra or illegal parts. */
    BAD_REQUEST_LINE("the request line does not follow the grammar"),
    /** Another version than SIP/2.0. */
    BAD_VERSION("the version is not SIP/2.0"),
    /** The request line goes on in a second line, which only headers may (RFC 3261 section 7.1). */
    FOLDED_REQUEST_LINE("the start line is continued on the next line"),
    /** A line among the headers which has no name of ASCII characters followed by a colon; it is no header. */
    HEADER_WITHOUT_COLON("a line among the headers has no name and colon"),
    /** A header that may stand only once stands several times (RFC 3261 section 7.3.1). */
    DUPLICATE_SINGLE_HEADER("a header which may stand only once is repeated"),
    /** Several Content-Length headers with different values. */
    CONTENT_LENGTH_MISMATCH("several Content-Length headers contradict each other"),
    /** A Content-Length that is not a number. */
    BAD_CONTENT_LENGTH("the Content-Length is not a number"),
    /** Fewer bytes than Content-Length says: the rest was lost or cut off. */
    TRUNCATED_BODY("the body is shorter than its Content-Length"),
    /** More bytes than Content-Length says; they are no part of the message (RFC 3261 section 18.3). */
    BYTES_AFTER_BODY("bytes follow the body"),
    /**
     * No empty line ends the headers (RFC 3261 section 7): the sender left it out, or the rest was lost. A last line
     * without a line end may be half of one and is not read as a header.
     */
    NO_END_OF_HEADERS("no empty line ends the headers"),
    /** Lines that end in a line feed without a carriage return. */
    BARE_LINE_FEED("a line ends without a carriage return"),
    /** A Via without protocol, transport, sent-by or with an impossible port. */
    BAD_VIA("a Via does not follow the grammar"),
    /** An address that is not a name-addr or addr-spec. */
    BAD_ADDRESS("an address does not follow the grammar"),
    /** A quoted string that does not end. */
    UNBALANCED_QUOTES("a quoted string does not end"),
    /** A Max-Forwards that is not a number from 0 to 255. */
    BAD_MAX_FORWARDS("the Max-Forwards is not a number from 0 to 255"),
    /** An Expires that is not a number of seconds below 2^32. */
    BAD_EXPIRES("the Expires is not a number of seconds below 2^32"),
    /** A Retry-After that is not a number of seconds. */
    BAD_RETRY_AFTER("the Retry-After is not a number of seconds"),
    /** A Session-Expires that is not a number of seconds. */
    BAD_SESSION_EXPIRES("the Session-Expires is not a number of seconds"),
    /** A Warning without a code of three digits, agent and quoted text. */
    BAD_WARNING("a Warning does not follow the grammar"),
    /** A Reason without a protocol, or with a cause that is not a number. */
    BAD_REASON("a Reason does not follow the grammar"),
    /** A Date in another time zone than GMT (RFC 3261 section 20.17). */
    BAD_DATE("the Date is not in GMT"),
    /** A bound of {@link ParserLimits} was reached; the message was read up to it. */
    LIMIT_EXCEEDED("a limit of the parser was reached");

    private final String meaning;

    DefectKind(String meaning) {
        this.meaning = meaning;
    }

    /** Whether only a reading of header values finds it; all others are found with the lines of the message. */
    public boolean isOfValue() {
        return ValueDefects.KINDS.contains(this);
    }

    /** What it means, a phrase without a full stop. */
    public String meaning() {
        return meaning;
    }
}
