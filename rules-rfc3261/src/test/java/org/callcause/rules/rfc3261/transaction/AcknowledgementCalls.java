package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Answered calls whose ACK is missing, goes astray or does not fit. */
final class AcknowledgementCalls {

    private AcknowledgementCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/missing-ack", "The 200 is repeated for 32 s, and the called side hangs up", """
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 100
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.500 callee -> caller 200
                    6.500 callee -> caller 200
                    8.500 callee -> caller 200
                    12.50 callee -> caller 200
                    16.50 callee -> caller 200
                    20.50 callee -> caller 200
                    24.50 callee -> caller 200
                    28.50 callee -> caller 200
                    32.50 callee -> caller 200
                    36.50 callee -> caller 200
                    37.00 callee -> caller BYE
                    37.01 caller -> callee 200
                    """),
                fires("rfc3261/missing-ack", "The proxy keeps the ACK to itself", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK
                    6.600 callee -> proxy  200
                    7.600 callee -> proxy  200
                    9.600 callee -> proxy  200
                    13.60 callee -> proxy  200
                    17.60 callee -> proxy  200
                    21.60 callee -> proxy  200
                    25.60 callee -> proxy  200
                    29.60 callee -> proxy  200
                    33.60 callee -> proxy  200
                    37.60 callee -> proxy  200
                    38.10 callee -> proxy  BYE
                    38.11 proxy  -> caller BYE
                    38.12 caller -> proxy  200
                    38.13 proxy  -> callee 200
                    """),
                fires(
                        "rfc3261/missing-ack",
                        "The ACK goes elsewhere than to the Contact, and the 200 is repeated",
                        """
                        caller -> callee INVITE
                        callee -> caller 200
                        caller -> callee ACK | start: ACK sip:bob@192.0.2.85:5066 SIP/2.0
                        callee -> caller 200
                        callee -> caller 200
                        callee -> caller 200
                        callee -> caller BYE
                        """),
                silent("rfc3261/missing-ack", "A second device gets no ACK, and the call goes on with the first", """
                    0.000 caller -> proxy INVITE
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=one
                    2.020 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    2.520 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    3.520 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    5.520 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    9.520 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    13.52 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    17.52 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    21.52 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    25.52 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    29.52 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    33.52 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    34.02 proxy -> caller BYE | From: <sip:bob@example.com>;tag=two
                    34.03 caller -> proxy 200
                    602.0 caller -> proxy BYE | To: <sip:bob@example.com>;tag=one
                    602.01 proxy -> caller 200
                    """),
                silent("rfc3261/missing-ack", "One device is busy and says so three times, and another answers", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> desk   INVITE
                    0.020 proxy  -> mobile INVITE
                    0.200 mobile -> proxy  180
                    0.210 proxy  -> caller 180
                    0.300 desk   -> proxy  486
                    0.800 desk   -> proxy  486
                    1.800 desk   -> proxy  486
                    1.810 proxy  -> desk   ACK
                    4.000 mobile -> proxy  200
                    4.010 proxy  -> caller 200
                    4.020 caller -> proxy  ACK
                    4.030 proxy  -> mobile ACK
                    60.00 caller -> proxy  BYE
                    60.01 proxy  -> mobile BYE
                    60.02 mobile -> proxy  200
                    60.03 proxy  -> caller 200
                    """),
                silent("rfc3261/missing-ack", "Two ACKs are lost, and the third one arrives", """
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    5.500 callee -> caller 200
                    5.510 caller -> callee ACK
                    6.500 callee -> caller 200
                    6.510 caller -> callee ACK
                    60.00 caller -> callee BYE
                    60.01 callee -> caller 200
                    """),
                silent("rfc3261/missing-ack", "A person hangs up after 32 s", """
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    37.00 callee -> caller BYE
                    37.01 caller -> callee 200
                    """),
                fires(
                        "rfc3261/dropped-without-ack",
                        "The ACK goes to a wrong address, and the called side hangs up after 32 s",
                        """
                        0.000 caller -> callee INVITE
                        0.210 callee -> caller 180
                        5.000 callee -> caller 200
                        5.010 caller -> callee ACK sip:bob@203.0.113.99
                        37.00 callee -> caller BYE
                        37.01 caller -> callee 200
                        """),
                silent(
                        "rfc3261/dropped-without-ack",
                        "The called side hangs up after 32 s of an acknowledged call",
                        """
                        0.000 caller -> callee INVITE
                        0.210 callee -> caller 180
                        5.000 callee -> caller 200
                        5.010 caller -> callee ACK
                        37.00 callee -> caller BYE
                        37.01 caller -> callee 200
                        """),
                silent(
                        "rfc3261/dropped-without-ack",
                        "The caller hangs up after 32 s, and the ACK was not captured",
                        """
                        0.000 caller -> callee INVITE
                        0.210 callee -> caller 180
                        5.000 callee -> caller 200
                        37.00 caller -> callee BYE
                        37.01 callee -> caller 200
                        """),
                fires("rfc3261/missing-ack-of-reinvite", "Hold is answered and never acknowledged", """
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    60.00 caller -> callee INVITE
                    60.01 callee -> caller 200
                    60.50 callee -> caller 200
                    61.50 callee -> caller 200
                    63.50 callee -> caller 200
                    67.50 callee -> caller 200
                    71.50 callee -> caller 200
                    92.00 callee -> caller BYE
                    92.01 caller -> callee 200
                    """),
                silent("rfc3261/missing-ack-of-reinvite", "Hold is acknowledged", """
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    60.00 caller -> callee INVITE
                    60.01 callee -> caller 200
                    60.50 callee -> caller 200
                    60.51 caller -> callee ACK
                    92.00 callee -> caller BYE
                    92.01 caller -> callee 200
                    """),
                fires("rfc3261/bad-ack", "The ACK goes to an address that is not the Contact", """
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK sip:bob@203.0.113.99
                    20.00 caller -> callee BYE
                    20.01 callee -> caller 200
                    """),
                fires("rfc3261/bad-ack", "The ACK has the branch of its INVITE", """
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-one
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-one
                    20.00 caller -> callee BYE
                    20.01 callee -> caller 200
                    """),
                fires("rfc3261/bad-ack", "The ACK counts on instead of repeating the number of the INVITE", """
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK | CSeq: 2 ACK
                    20.00 caller -> callee BYE
                    20.01 callee -> caller 200
                    """),
                fires("rfc3261/bad-ack", "The ACK has no Route through the proxy that asked for it", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    6.100 callee -> proxy  200
                    6.102 proxy  -> caller 200
                    6.120 caller -> proxy  ACK | -Route
                    6.121 proxy  -> callee ACK
                    90.00 caller -> proxy  BYE
                    90.01 proxy  -> callee BYE
                    90.03 callee -> proxy  200
                    90.04 proxy  -> caller 200
                    """),
                silent(
                        "rfc3261/bad-ack",
                        "The capture lost the 200 of a second device, whose dialog ends at once",
                        """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180 | To: <sip:bob@example.com>;tag=desk
                    0.310 proxy  -> caller 180 | To: <sip:bob@example.com>;tag=mobile
                    2.000 proxy  -> caller 200 | To: <sip:bob@example.com>;tag=desk
                    2.001 caller -> proxy  ACK | To: <sip:bob@example.com>;tag=mobile
                    2.010 caller -> proxy  ACK | To: <sip:bob@example.com>;tag=desk
                    2.020 caller -> proxy  BYE | To: <sip:bob@example.com>;tag=mobile
                    2.030 proxy  -> caller 200
                    30.00 caller -> proxy  BYE | To: <sip:bob@example.com>;tag=desk | CSeq: 3 BYE
                    30.01 proxy  -> caller 200
                    """),
                silent("rfc3261/bad-ack", "A NAT helper sends the ACK to where the 200 came from", """
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200 | Contact: <sip:bob@10.0.0.5:5060>
                    5.010 caller -> callee ACK sip:bob@198.51.100.20:5060
                    20.00 caller -> callee BYE
                    20.01 callee -> caller 200
                    """),
                silent("rfc3261/bad-ack", "The ACK goes through two proxies", """
                    0.000 caller -> edge   INVITE
                    0.004 edge   -> proxy  INVITE
                    0.008 proxy  -> callee INVITE
                    0.300 callee -> proxy  180
                    0.302 proxy  -> edge   180
                    0.304 edge   -> caller 180
                    4.000 callee -> proxy  200
                    4.002 proxy  -> edge   200
                    4.004 edge   -> caller 200
                    4.020 caller -> edge   ACK
                    4.022 edge   -> proxy  ACK
                    4.024 proxy  -> callee ACK
                    31.00 callee -> proxy  BYE
                    31.01 proxy  -> edge   BYE
                    31.02 edge   -> caller BYE
                    31.03 caller -> edge   200
                    31.04 edge   -> proxy  200
                    31.05 proxy  -> callee 200
                    """),
                fires(
                        "rfc3261/ack-missing-credentials",
                        "The INVITE answers the challenge, and the ACK leaves the credentials out",
                        """
                        0.000 caller -> proxy  INVITE
                        0.010 proxy  -> caller 407
                        0.020 caller -> proxy  ACK
                        0.030 caller -> proxy  INVITE
                        0.034 proxy  -> caller 100
                        0.400 proxy  -> caller 180
                        5.000 proxy  -> caller 200
                        5.020 caller -> proxy  ACK | -Proxy-Authorization
                        35.00 caller -> proxy  BYE
                        35.03 proxy  -> caller 200
                        """),
                silent("rfc3261/ack-missing-credentials", "The ACK repeats the credentials", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> caller 407
                    0.020 caller -> proxy  ACK
                    0.030 caller -> proxy  INVITE
                    0.034 proxy  -> caller 100
                    0.400 proxy  -> caller 180
                    5.000 proxy  -> caller 200
                    5.020 caller -> proxy  ACK
                    35.00 caller -> proxy  BYE
                    35.03 proxy  -> caller 200
                    """));
    }
}
