package org.callcause.incident;

/**
 * What is drawn from the INVITE of a call when it comes, and used at the answer and at the end: by then it takes longer to
 * get at the message than to read it.
 *
 * @param started when it came, or {@link CallMoments#ABSENT}
 * @param parties who it is between, as far as is known
 */
record BegunCall(long started, CallParties parties) {}
