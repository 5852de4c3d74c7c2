package org.callcause.dialog;

import java.time.Duration;

/** The timer values that decide when nothing more can come (RFC 3261 table 4, with its default values). */
public final class SipTimers {

    /** The round-trip estimate from which the other timers are made. */
    public static final Duration T1 = Duration.ofMillis(500);

    /** The longest gap between two sendings of a non-INVITE request or of a response to INVITE. */
    public static final Duration T2 = Duration.ofSeconds(4);

    /** How long a message may stay in the network. */
    public static final Duration T4 = Duration.ofSeconds(5);

    /** 64·T1: timers B, F, H and J, and L and M of RFC 6026. After it a transaction has nothing more to say. */
    public static final Duration TRANSACTION_LIFETIME = T1.multipliedBy(64);

    /** Timer C: a proxy lets an INVITE ring for more than three minutes (RFC 3261 16.6 step 11). */
    public static final Duration TIMER_C = Duration.ofMinutes(3);

    /**
     * The same bytes between the same endpoints within this time are one message that the capture saw twice. It lies
     * well below T1, the shortest gap between a message and its retransmission.
     */
    public static final Duration MIRROR_WINDOW = Duration.ofMillis(100);

    private SipTimers() {}
}
