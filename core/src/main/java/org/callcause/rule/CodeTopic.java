package org.callcause.rule;

/** What there is to say of a code, in the order in which it is told. */
public enum CodeTopic {
    /** What one must know before one reads the rest, such as that the code is none of any standard. */
    NOTE,
    /** What the sender says with it: one clause that can follow "means that", such as "the callee refuses the call". */
    MEANING,
    /** When it is met. */
    WHEN,
    /** Which side makes it. */
    MADE_BY,
    /** What it means for who called, and what this person can do. */
    CALLER,
    /** What the person in charge of the equipment looks at and does. */
    OPERATOR,
    /** Whether the sender may say when to try again. */
    RETRY_AFTER,
    /** What it does to a dialog that stands already. */
    IN_DIALOG,
    /** What gateways make of it in another protocol, and from what they make it. */
    INTERWORKING
}
