package org.callcause.capture.hep;

/**
 * What a receiver has taken and refused since it began. Made by the library.
 *
 * @param messages SIP messages handed over
 * @param other packets with something else in them than SIP, and keep-alives
 * @param malformed packets that are not HEP, or whose lengths contradict each other
 * @param wrongKey packets without the right authentication key
 * @param notUnpacked packets whose compressed payload is damaged or too long
 * @param notSip payloads that are announced as SIP and are none
 * @param wrongClock messages whose time was too far from ours and was set right
 * @param failures messages that whoever receives them threw at
 * @param lostByKernel datagrams that the operating system dropped because we were too slow to take them; 0 where it does
 *     not say (it does on Linux)
 * @param connections streams open now
 * @param slow streams closed because a packet or a TLS handshake was not complete in time
 * @param evicted streams closed because too many were open, those first that were silent longest
 * @param broken streams closed because what came was not HEP, or TLS failed
 */
public record HepCounts(
        long messages,
        long other,
        long malformed,
        long wrongKey,
        long notUnpacked,
        long notSip,
        long wrongClock,
        long failures,
        long lostByKernel,
        long connections,
        long slow,
        long evicted,
        long broken) {}
