package org.callcause.call;

/** Why a call is reported now. */
public enum CloseReason {
    /** It is over and nothing that may still come can change the report. */
    OVER,
    /** The limit of open calls or of messages was reached, and this call was the oldest. */
    EVICTED,
    /** The input ended while the call was open. */
    END_OF_INPUT,
    /** Messages of it were lost before they could be read, so that what it lacks says nothing, and no rule is asked. */
    MESSAGES_LOST
}
