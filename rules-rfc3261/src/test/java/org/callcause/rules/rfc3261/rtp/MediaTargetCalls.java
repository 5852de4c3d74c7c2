package org.callcause.rules.rfc3261.rtp;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose media go to the wrong place, or in the wrong form. */
final class MediaTargetCalls {

    private MediaTargetCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/rtp-astray",
                        "The callee names its public address of yesterday, hears nothing and hangs up",
                        """
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200 | sdp: PCMU; at 203.0.113.99
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller -> 203.0.113.99
                        rtp 2.1 to 14.0 callee -> caller
                        14.000 callee -> caller BYE
                        14.010 caller -> callee 200
                        """),
                fires(
                        "rfc3261/rtp-astray",
                        "The callee's media come from its public address, and it asks for its own at the private one",
                        """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200 | sdp: PCMU; at 192.168.1.20
                        2.010 caller -> callee ACK
                        rtp 2.1 to 60.0 caller -> 192.168.1.20
                        rtp 2.1 to 60.0 198.51.100.20:50312 -> caller
                        60.000 caller -> callee BYE
                        60.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/rtp-astray",
                        "The first packets go to the private address, all others to where the media come from",
                        """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200 | sdp: PCMU; at 192.168.1.20
                        2.010 caller -> callee ACK
                        rtp 2.1 to 2.5 caller -> 192.168.1.20
                        rtp 2.5 to 14.0 caller -> 198.51.100.20:50312
                        rtp 2.1 to 14.0 198.51.100.20:50312 -> caller
                        14.000 callee -> caller BYE
                        14.010 caller -> callee 200
                        """),
                silent(
                        "rfc3261/rtp-astray",
                        "A gateway sends from one of its addresses and listens at another, and the talk lasts",
                        """
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200 | sdp: PCMU; at 198.51.100.99
                        2.010 caller -> callee ACK
                        rtp 2.1 to 90.0 caller -> 198.51.100.99
                        rtp 2.1 to 90.0 callee -> caller
                        90.000 callee -> caller BYE
                        90.010 caller -> callee 200
                        """),
                fires("rfc3261/rtp-refused", "Nothing listens at the callee's media port, and it hangs up", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller -> callee
                        rtp 2.1 to 14.0 caller -> callee refused
                        rtp 2.1 to 14.0 callee -> caller
                        14.000 callee -> caller BYE
                        14.010 caller -> callee 200
                        """),
                silent(
                        "rfc3261/rtp-refused",
                        "The callee closes its socket before the caller knows that the call is over",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.4 caller -> callee
                        rtp 13.9 to 16.5 caller -> callee refused
                        rtp 2.1 to 13.9 callee -> caller
                        14.000 callee -> caller BYE
                        14.500 caller -> callee 200
                        """),
                fires(
                        "rfc3261/rtp-not-moved",
                        "The caller moves its media, and the callee goes on sending to the socket of before",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 25.0 caller -> callee
                        rtp 2.1 to 25.0 callee -> caller
                        10.000 caller -> callee INVITE | sdp: PCMU; port 41000
                        10.020 callee -> caller 200 | sdp: PCMU; port 40000
                        10.040 caller -> callee ACK
                        25.000 caller -> callee BYE
                        25.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-not-moved", "The caller goes on sending to the server of the early media", """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 183 | sdp: PCMU; port 42000
                        4.000 callee -> caller 200 | sdp: PCMU; port 40000
                        4.010 caller -> callee ACK
                        rtp 0.3 to 20.0 caller -> callee:42000
                        rtp 4.1 to 20.0 callee -> caller
                        20.000 callee -> caller BYE
                        20.010 caller -> callee 200
                        """),
                silent("rfc3261/rtp-not-moved", "The callee refuses to move, and the talk goes on as it was", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 25.0 caller -> callee
                        rtp 2.1 to 25.0 callee -> caller
                        10.000 caller -> callee INVITE | sdp: PCMU; port 41000
                        10.020 callee -> caller 488
                        10.040 caller -> callee ACK
                        25.000 caller -> callee BYE
                        25.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/rtp-wrong-port",
                        "The callee sends to the port of an earlier call, and the caller hangs up",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller -> callee
                        rtp 2.1 to 14.0 callee -> caller:39998
                        14.000 caller -> callee BYE
                        14.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/rtp-wrong-port",
                        "A NAT chose the port from which the caller sends and at which it is answered",
                        """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller:51234 -> callee
                        rtp 2.1 to 14.0 callee -> caller:51234
                        14.000 caller -> callee BYE
                        14.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-refused", "Early media come before the caller listens, and the talk is heard", """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 183
                        6.000 callee -> caller 200
                        6.010 caller -> callee ACK
                        rtp 0.4 to 30.0 callee -> caller
                        rtp 0.4 to 5.9 callee -> caller refused
                        rtp 6.1 to 30.0 caller -> callee
                        30.000 caller -> callee BYE
                        30.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-payload-type", "Packets that keep a NAT open come now and then", """
                        0.000 caller -> callee INVITE | sdp: PCMU
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller -> callee
                        rtp 2.1 to 14.0 callee -> caller
                        rtp 3.0 to 3.01 callee -> caller type 18
                        rtp 7.0 to 7.01 callee -> caller type 18
                        14.000 caller -> callee BYE
                        14.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-payload-type", "Both change to PCMU, and the callee goes on with G.722", """
                        0.000 caller -> callee INVITE | sdp: G722 PCMU
                        2.000 callee -> caller 200 | sdp: G722
                        2.010 caller -> callee ACK
                        10.000 caller -> callee INVITE | sdp: PCMU
                        10.020 callee -> caller 200 | sdp: PCMU
                        10.040 caller -> callee ACK
                        rtp 2.1 to 10.0 caller -> callee type 9
                        rtp 10.0 to 25.0 caller -> callee type 0
                        rtp 2.1 to 25.0 callee -> caller type 9
                        25.000 caller -> callee BYE
                        25.010 callee -> caller 200
                        """),
                silent("rfc3261/rtp-not-moved", "The callee follows a moment later", """
                        0.000 caller -> callee INVITE
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 25.0 caller -> callee
                        rtp 2.1 to 11.0 callee -> caller
                        rtp 11.0 to 25.0 callee -> caller:41000
                        10.000 caller -> callee INVITE | sdp: PCMU; port 41000
                        10.020 callee -> caller 200 | sdp: PCMU; port 40000
                        10.040 caller -> callee ACK
                        25.000 caller -> callee BYE
                        25.010 callee -> caller 200
                        """),
                fires("rfc3261/rtp-payload-type", "The callee sends G.729, which nobody offered", """
                        0.000 caller -> callee INVITE | sdp: PCMU
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller -> callee
                        rtp 2.1 to 14.0 callee -> caller type 18
                        14.000 caller -> callee BYE
                        14.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/rtp-payload-type",
                        "The next call at the same socket, which agreed on another codec, begins",
                        """
                        0.000 caller -> callee INVITE | sdp: PCMU
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller -> callee
                        rtp 2.1 to 14.0 callee -> caller
                        rtp 14.0 to 24.0 callee:41000 -> caller type 8
                        14.000 caller -> callee BYE
                        14.010 callee -> caller 200
                        """),
                silent(
                        "rfc3261/rtp-payload-type",
                        "Comfort noise needs no agreement, and a dynamic number may be the sender's own",
                        """
                        0.000 caller -> callee INVITE | sdp: PCMU
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        rtp 2.1 to 14.0 caller -> callee
                        rtp 2.1 to 14.0 callee -> caller
                        rtp 2.1 to 14.0 callee -> caller type 13
                        rtp 2.1 to 14.0 callee -> caller type 111
                        14.000 caller -> callee BYE
                        14.010 callee -> caller 200
                        """));
    }
}
