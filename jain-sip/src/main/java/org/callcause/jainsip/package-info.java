/**
 * Hears every message of a running JAIN-SIP stack, without a change to the program that runs it:
 *
 * <pre>{@code
 * -Dgov.nist.javax.sip.SERVER_LOGGER=org.callcause.jainsip.CallcauseServerLogger
 * }</pre>
 *
 * <p>Every call that ends is then logged, on the slf4j logger {@value org.callcause.jainsip.JainSipCalls#LOGGER}.
 * {@link org.callcause.jainsip.JainSipCalls#use} puts an analysis of the host's own in its place.
 */
@NullMarked
package org.callcause.jainsip;

import org.jspecify.annotations.NullMarked;
