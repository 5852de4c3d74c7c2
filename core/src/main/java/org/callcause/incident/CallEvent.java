package org.callcause.incident;

/** What a stream of calls tells its watches; a rule names what it needs, for most of it is of no interest to most rules. */
public enum CallEvent {
    /** A call was answered. */
    ANSWERED,
    /** A call is over that was answered. */
    ANSWERED_CALL_OVER,
    /** A call is over that was not answered, or never showed its answer. */
    UNANSWERED_CALL_OVER,
    /** A registration is over, whether or not it was accepted. */
    REGISTRATION_OVER,
    /** An exchange of OPTIONS is over. */
    OPTIONS_OVER,
    /** Another exchange is over, such as a SUBSCRIBE or a MESSAGE. */
    OTHER_EXCHANGE_OVER
}
