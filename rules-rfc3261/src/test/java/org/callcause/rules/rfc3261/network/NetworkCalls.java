package org.callcause.rules.rfc3261.network;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls that a telephone network or a filter ended. */
public final class NetworkCalls {

    private NetworkCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        others(),
                        AsteriskCauseCalls.examples(),
                        MediaTimeoutCalls.examples(),
                        SipReasonCalls.examples(),
                        EarlyReleaseCalls.examples())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RuleExample> others() {
        return List.of(
                fires("rfc3261/q850-conflict", "A 404 comes with the cause of a full trunk", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 404 | Reason: Q.850;cause=34
                    0.910 caller -> gateway ACK
                    """),
                silent("rfc3261/q850-conflict", "A 503 comes with the cause of a full trunk", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 503 | Reason: Q.850;cause=34
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/q850-interworking", "The gateway was given no reason", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 500 | Reason: Q.850;cause=127
                    0.910 caller -> gateway ACK
                    """),
                silent("rfc3261/q850-interworking", "The gateway passes the reason on", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 500 | Reason: Q.850;cause=41
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/q850-hang-up", "The network fails in the middle of the call", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: Q.850;cause=38;location=TN
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/q850-hang-up", "The callee hangs up, and the network says so", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: Q.850;cause=16
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/q850-hang-up", "Of two devices that answered, the gateway gives one up", """
                    0.000 gateway -> proxy INVITE
                    0.300 proxy -> gateway 180 | To: <sip:bob@example.com>;tag=one
                    2.000 proxy -> gateway 200 | To: <sip:bob@example.com>;tag=one
                    2.010 gateway -> proxy ACK | To: <sip:bob@example.com>;tag=one
                    2.030 proxy -> gateway 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
                    2.040 gateway -> proxy ACK | To: <sip:bob@example.com>;tag=two
                    2.050 gateway -> proxy BYE | To: <sip:bob@example.com>;tag=two | Reason: Q.850;cause=44
                    2.060 proxy -> gateway 200
                    60.000 gateway -> proxy BYE | To: <sip:bob@example.com>;tag=one | Reason: Q.850;cause=16
                    60.010 proxy -> gateway 200
                    """),
                fires("rfc3261/preempted", "An emergency call takes the line", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: preemption;cause=2
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/preempted", "The callee hangs up, and the network says so", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: Q.850;cause=16
                    30.010 caller -> callee 200
                    """),
                fires("rfc3261/3gpp-release", "The mobile network gets no media any more", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: RELEASE_CAUSE;cause=2
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/3gpp-release", "The mobile user hangs up", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: RELEASE_CAUSE;cause=1
                    30.010 caller -> callee 200
                    """),
                fires("rfc3261/607-unwanted", "The callee marks the ringing call as unwanted", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    4.200 callee -> caller 607
                    4.210 caller -> callee ACK
                    """),
                silent("rfc3261/607-unwanted", "The callee declines", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    4.200 callee -> caller 603
                    4.210 caller -> callee ACK
                    """),
                fires("rfc3261/unwanted-hang-up", "The callee hangs up with the mark", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: SIP;cause=607;text="Unwanted"
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/unwanted-hang-up", "The callee hangs up", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: SIP;cause=200;text="Done"
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/unwanted-hang-up", "The caller hangs up on whom it did not want to reach", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 caller -> callee BYE | Reason: SIP;cause=607;text="Unwanted"
                    30.010 callee -> caller 200
                    """),
                fires("rfc3261/608-blocked", "A network blocks the call and names whom to ask", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 608 | Call-Info: <https://block.example.net/card.jws>;purpose=jwscard
                    0.910 caller -> gateway ACK
                    """),
                silent("rfc3261/608-blocked", "The callee marks the call itself", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    4.200 callee -> caller 607
                    4.210 caller -> callee ACK
                    """),
                fires("rfc3261/603plus-incomplete", "A border element put its own phrase in", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 603 Decline | Reason: Q.850;cause=21;text="v=analytics1;url=https://redress.example.net"
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/603plus-incomplete", "A border element took the Reason out", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 603 Network Blocked
                    0.910 caller -> gateway ACK
                    """),
                silent("rfc3261/603plus-incomplete", "Both marks are there", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 603 Network Blocked | Reason: Q.850;cause=21;text="v=analytics1;url=https://redress.example.net"
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/refused-by-machine", "The call is refused after 40 ms", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.040 gateway -> caller 403
                    0.050 caller -> gateway ACK
                    """),
                silent("rfc3261/refused-by-machine", "The call is refused after two seconds", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    2.000 gateway -> caller 403
                    2.010 caller -> gateway ACK
                    """),
                fires("rfc3261/identity-refused", "The signature does not fit", """
                    0.000 caller -> gateway INVITE | Identity: eyJhbGciOiJFUzI1NiJ9.e30.c2ln;info=<https://cert.example.net/a.pem>
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 438
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/identity-refused", "The clock of the signing element is wrong", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 403 Stale Date
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/identity-refused", "A signature that is not in the capture does not fit", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 438
                    0.910 caller -> gateway ACK
                    """),
                silent("rfc3261/identity-refused", "The call is forbidden for another reason", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 403 Forbidden
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/identity-doubted", "The certificate cannot be fetched, and the phone rings", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180 | Reason: STIR;cause=436;text="Bad Identity Info"
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/identity-doubted", "Nobody complains of the identity", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    30.000 callee -> caller BYE
                    30.010 caller -> callee 200
                    """),
                fires("rfc3261/forwarding-loop", "Two numbers forward to each other", """
                    0.000 caller -> gateway INVITE | Diversion: <sip:200@example.com>;reason=unconditional | +Diversion: <sip:300@example.com>;reason=unconditional | +Diversion: <sip:200@example.com>;reason=unconditional
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 482
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/forwarding-loop", "The call comes back to the number that was dialled", """
                    0.000 caller -> gateway INVITE sip:+4930555014@example.com | History-Info: <sip:+4930555014@example.com>;index=1, <sip:+4930555015@example.com;cause=302>;index=1.1, <sip:+4930555014@example.com;cause=302>;index=1.1.1
                    0.030 gateway -> caller 100
                    0.500 gateway -> caller 500 | Reason: Q.850;cause=41;text="Loop detected"
                    0.510 caller -> gateway ACK
                    """),
                silent(
                        "rfc3261/forwarding-loop",
                        "A queue gets its call back from an agent, and is closed by then",
                        """
                    0.000 caller -> gateway INVITE sip:600@example.com | History-Info: <sip:600@example.com>;index=1, <sip:201@example.com;cause=302>;index=1.1, <sip:600@example.com;cause=408>;index=1.1.1
                    0.030 gateway -> caller 100
                    0.500 gateway -> caller 480
                    0.510 caller -> gateway ACK
                    """),
                silent("rfc3261/forwarding-loop", "One number forwards, and the other is busy", """
                    0.000 caller -> gateway INVITE | Diversion: <sip:200@example.com>;reason=unconditional
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 486
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/diverted-to-failure", "The number that the call was forwarded to does not exist", """
                    0.000 caller -> gateway INVITE | Diversion: <sip:200@example.com>;reason=unconditional
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 404
                    0.910 caller -> gateway ACK
                    """),
                silent("rfc3261/diverted-to-failure", "The number that was dialled does not exist", """
                    0.000 caller -> gateway INVITE
                    0.030 gateway -> caller 100
                    0.900 gateway -> caller 404
                    0.910 caller -> gateway ACK
                    """),
                fires("rfc3261/tried-after-6xx", "The caller tries the second trunk after a decline", """
                    0.000 caller -> first  INVITE
                    0.200 first  -> caller 180
                    4.000 first  -> caller 603
                    4.010 caller -> first  ACK
                    4.020 caller -> second INVITE
                    4.200 second -> caller 180
                    9.000 second -> caller 603
                    9.010 caller -> second ACK
                    """),
                silent("rfc3261/tried-after-6xx", "The caller tries both trunks at once, and one declines", """
                    0.000 caller -> first  INVITE
                    0.010 caller -> second INVITE | CSeq: 2 INVITE
                    0.200 second -> caller 180
                    4.000 first  -> caller 603
                    4.010 caller -> first  ACK
                    9.000 second -> caller 486
                    9.010 caller -> second ACK
                    """),
                silent("rfc3261/tried-after-6xx", "The caller tries the second trunk after a 503", """
                    0.000 caller -> first  INVITE
                    0.200 first  -> caller 503
                    0.210 caller -> first  ACK
                    0.220 caller -> second INVITE
                    0.400 second -> caller 180
                    9.000 second -> caller 603
                    9.010 caller -> second ACK
                    """),
                silent("rfc3261/preempted", "A first attempt found every line taken, and the second was answered", """
                    0.000 caller -> callee INVITE
                    0.030 callee -> caller 503 | Reason: Q.850;cause=46
                    0.032 caller -> callee ACK
                    0.100 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    300.000 callee -> caller BYE
                    300.010 caller -> callee 200
                    """),
                silent("rfc3261/forwarding-loop", "Two elements note one forwarding", """
                    0.000 caller -> callee INVITE | Diversion: <sip:100@example.com>;reason=unconditional;counter=1 | Diversion: <sip:100@pbx.example.com>;reason=unconditional;counter=1
                    3.030 callee -> caller 486
                    3.032 caller -> callee ACK
                    """),
                silent("rfc3261/diverted-to-failure", "A trunk notes the number that it calls as forwarding", """
                    0.000 caller -> gateway INVITE sip:4930123456@example.com | Diversion: <sip:+4930123456@example.com>;reason=unconditional
                    0.900 gateway -> caller 404
                    0.910 caller -> gateway ACK
                    """),
                silent("rfc3261/q850-conflict", "Cause 88 says of a refused offer what 488 says", """
                    0.000 caller -> gateway INVITE
                    0.050 gateway -> caller 488 | Reason: Q.850;cause=88
                    0.052 caller -> gateway ACK
                    """),
                silent("rfc3261/q850-conflict", "RFC 3398 has no status for cause 44", """
                    0.000 caller -> gateway INVITE
                    0.050 gateway -> caller 503 | Reason: Q.850;cause=44
                    0.052 caller -> gateway ACK
                    """));
    }
}
