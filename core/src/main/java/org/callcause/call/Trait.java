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
    STRAY_RESPONSE("a response does not match its request"),
    /** The lines or lengths of a message are broken. */
    BROKEN_STRUCTURE("the structure of a message is broken"),
    /** An INVITE or UPDATE was sent inside the dialog. */
    CHANGE("the session was changed or refreshed"),
    /**
     * The descriptions are not one offer of one unencrypted audio stream over IPv4, in both directions and with one meaning
     * for each payload type, and an answer that agrees with it; or an answered call lacks one of the two.
     */
    UNUSUAL_SESSION("the session is not one plain audio stream that both sides describe alike"),
    /** A 2xx to an INVITE has no ACK that fits its dialog, or a BYE came before it. */
    UNUSUAL_ACK("the answer has no fitting ACK before the end"),
    /** A request of the caller inside the dialog goes elsewhere than the Contact of the answer says, word for word. */
    UNUSUAL_TARGET("a request inside the dialog does not go to the Contact of the answer"),
    /** A Reason names something else than a normal end or an answer elsewhere. */
    UNUSUAL_REASON("a Reason names more than a normal end"),
    /**
     * A session timer is below 90 s, longer than was asked for, leaves open who refreshes, or had half its time to run
     * out; or there are no times to tell that.
     */
    UNUSUAL_SESSION_TIMER("a session timer is unusual or had time to run out"),
    /** The top Via of a request names another transport, address or port than it came by, and the answer does not tell. */
    UNUSUAL_VIA("a Via does not name where its request came from"),
    /** A response came from elsewhere than its request went to. */
    OTHER_SOCKET("a response came from another socket"),
    /** A request line asks for a sips address. */
    SIPS("a sips address is asked for"),
    /** A request other than ACK got no response on a hop. */
    UNANSWERED_REQUEST("a request got no response"),
    /** A final response to another request than INVITE came 32 s after it or later, or there are no times to tell. */
    LATE_RESPONSE("a final response to another request than INVITE came late"),
    /** It was hung up ten minutes after its answer or later, or there are no times to tell. */
    LASTED_LONG("it lasted ten minutes or more"),
    /** The same caller had been refused by the same callee within the minute before. */
    FOLLOWS_REFUSAL("an earlier call between the same two had been refused"),
    /** A request with a To tag was refused, or one that the capture does not show. */
    REFUSAL_INSIDE("a request inside the dialog was refused"),
    /** The ACK of a refusal differs from the INVITE in branch, Vias or Request-URI, or from the refusal in the To tag. */
    UNUSUAL_REFUSAL_ACK("the ACK of a refusal does not fit it"),
    /** Two requests of different transactions carry credentials. */
    SEVERAL_CREDENTIALS("several requests carry credentials"),
    /** A REGISTER has no Contact, several, * or a reg-id, or its 2xx does not list one contact and how long it holds. */
    UNUSUAL_BINDING("a registration is not of one contact that the registrar lists with its time"),
    /** The network or a log says that a message could not be delivered. */
    TRANSPORT_FAILURE("the network or a log says that a message could not be delivered"),
    /** A host that took a request of the call could not open a connection to another while it lasted. */
    FAILED_CONNECTION("a connection of a host that took a request failed meanwhile"),
    /** The input shows RTP of the call, or that of other calls between two hosts that it names for media. */
    RTP_SEEN(
            "RTP of the call was seen, or checks or handshakes on its sockets, or the RTP of other calls at its media address");

    private final String sentence;

    Trait(String sentence) {
        this.sentence = sentence;
    }

    /** What it says of a call, as a clause that can follow "when". */
    public String sentence() {
        return sentence;
    }

    /** The place in a {@link TraitSet}, which is never kept longer than the process. */
    @SuppressWarnings("EnumOrdinal")
    long bit() {
        return 1L << ordinal();
    }

    /** The {@link #bit()} where the call has it, else none. */
    long bitIf(boolean found) {
        return found ? bit() : 0;
    }
}
