package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose media addresses cannot be reached. */
final class MediaAddressCalls {

    private MediaAddressCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/private-media-address",
                        "The callee behind NAT names its private address, and the caller hangs up",
                        """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU; at 192.168.1.20
                        2.010 caller -> callee ACK
                        8.000 caller -> callee BYE
                        8.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/private-media-address",
                        "The callee behind NAT names its private address, and the call lasts",
                        """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU; at 192.168.1.20
                        2.010 caller -> callee ACK
                        120.000 caller -> callee BYE
                        120.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/private-media-address",
                        "The callee signals with its public address and names its private one for media",
                        """
                        party caller = 172.31.32.218:5060
                        party callee = 203.0.113.105:5060
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU; at 10.0.44.7 | Contact: <sip:203.0.113.105:5060>
                        2.010 caller -> callee ACK
                        """),
                fires(
                        "rfc3261/private-media-address",
                        "A log without times: the callee's Contact is public, its media address private",
                        """
                        party caller = 198.51.100.60:5060
                        party callee = 203.0.113.120:5060
                        caller -> callee INVITE
                        callee -> caller 200 | sdp: PCMU; at 172.17.0.3 | Contact: <sip:8000@203.0.113.120:5060>
                        caller -> callee ACK
                        caller -> callee BYE
                        callee -> caller 200
                        """),
                silent("rfc3261/private-media-address", "Both sides are in one private network", """
                    party caller = 192.168.1.5:5060
                    party callee = 192.168.1.20:5060
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/loopback-media-address",
                        "A phone without network names itself, in a log without times",
                        """
                    party caller = 192.168.1.5:5060
                    party callee = 192.168.1.20:5060
                    caller -> callee INVITE
                    callee -> caller 200 | sdp: PCMU; at 127.0.0.1
                    caller -> callee ACK
                    caller -> callee BYE
                    callee -> caller 200
                    """),
                silent("rfc3261/loopback-media-address", "Both are on one machine", """
                    party caller = 127.0.0.1:5060
                    party callee = 127.0.0.1:5070
                    0.000 caller -> callee INVITE | sdp: PCMU; at 127.0.0.1
                    2.000 callee -> caller 200 | sdp: PCMU; at 127.0.0.1
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/loopback-media-address", "Both are on one machine, which has a network", """
                    party caller = 192.0.2.10:5062
                    party callee = 192.0.2.10:5060
                    0.000 caller -> callee INVITE | sdp: PCMU; at 127.0.0.1
                    2.000 callee -> caller 200 | sdp: PCMU; at 127.0.0.1
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/media-address-family", "IPv4 is offered and IPv6 answered", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; at 2001:db8::20
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/media-address-family", "The callee cannot use IPv6", """
                    0.000 caller -> callee INVITE | sdp: PCMU; at 2001:db8::1
                    0.030 callee -> caller 488 | Warning: 301 callee "Incompatible network address formats"
                    0.032 caller -> callee ACK
                    """),
                silent(
                        "rfc3261/media-address-family",
                        "A relay joins IPv4 and IPv6, and the two talk for a minute",
                        """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU; at 2001:db8::20
                        2.010 caller -> callee ACK
                        62.000 caller -> callee BYE
                        62.010 callee -> caller 200
                        """),
                silent("rfc3261/media-address-family", "Both sides name IPv4 addresses", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """));
    }
}
