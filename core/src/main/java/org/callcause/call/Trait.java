package org.callcause.call;

/**
 * Something that a plain call, answered and hung up, does not have. A call's traits are found in one pass over its
 * messages, so that rules about what is out of the ordinary cost an ordinary call nothing. A trait is no fault: it says
 * where one is worth looking for.
 */
public enum Trait {
    /** A message was sent again. */
    SENT_AGAIN("a message was sent again"),
    /** Some request, in or out of a dialog, was refused with a response of 300 or above. */
    REFUSAL("a request was refused"),
    /** A CANCEL was sent. */
    CANCEL("a CANCEL was sent"),
    /** A request was seen on several hops. */
    SEVERAL_HOPS("a request was seen on several hops"),
    /** A proxy put itself into the path with Record-Route. */
    RECORD_ROUTE("a message has Record-Route"),
    /** A request lacks To, Max-Forwards, Call-ID or Via, or a From tag, or the top Via lacks the cookie in its branch. */
    INCOMPLETE_REQUEST("a request lacks what every request has"),
    /** A response other than 100 lacks the To tag. */
    NO_TO_TAG("a response has no To tag"),
    /** An INVITE, or a response to it that makes a dialog, lacks its Contact. */
    NO_CONTACT("an INVITE or a response that makes a dialog has no Contact"),
    /** A CSeq is unreadable, 2^31 or above, or names another method than its request. */
    UNUSUAL_SEQUENCE("a CSeq is out of the ordinary"),
    /** A request does not count on from the one before it from the same side: its CSeq number is the same or lower. */
    SEQUENCE_NOT_RAISED("a CSeq number does not count on"),
    /** Two transactions, neither of them a CANCEL, have one branch. */
    SHARED_BRANCH("two requests have one branch"),
    /** Something other than a final response came to a request other than INVITE. */
    NON_INVITE_PROVISIONAL("a provisional response to another request than INVITE came"),
    /** One hop shows responses to one request with different To tags. */
    TO_TAGS("the responses to one request have several To tags"),
    /** One hop shows different final responses to one request. */
    SEVERAL_FINAL_RESPONSES("one request got several final responses"),
    /** A response does not match a request in branch, From tag or way, or has no request at all. */
    STRAY_RESPONSE("a response does not match its request");

    private final String sentence;

    Trait(String sentence) {
        this.sentence = sentence;
    }

    /** What it says of a call, as a clause that can follow "when". */
    public String sentence() {
        return sentence;
    }

    /** The place in a set of traits, which is never kept longer than the call. */
    @SuppressWarnings("EnumOrdinal")
    int bit() {
        return 1 << ordinal();
    }
}
