package org.callcause.dialog;

/**
 * How far a transaction came on one hop, as its messages show (RFC 3261 figures 5 to 8, RFC 6026 7). The end by timers
 * is not a state here: it depends on how long the capture went on.
 */
public enum TransactionState {
    /** A request and no response. */
    TRYING,
    /** A provisional response and no final one. */
    PROCEEDING,
    /** A 2xx to an INVITE: more of them may come, from other forks or sent again (RFC 6026 7.1). */
    ACCEPTED,
    /** A final response; of an INVITE, one that is not a 2xx and has not been acknowledged. */
    COMPLETED,
    /** A final response to an INVITE that is not a 2xx, and its ACK. */
    CONFIRMED
}
