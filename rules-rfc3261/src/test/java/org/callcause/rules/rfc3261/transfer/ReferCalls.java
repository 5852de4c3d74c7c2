package org.callcause.rules.rfc3261.transfer;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls for the rules on how a REFER is written and reported. */
public final class ReferCalls {

    private ReferCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/refer-to-count", "A REFER names two targets", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com> | +Refer-To: <sip:dave@example.com>
                    4.010 callee -> caller 400
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                silent("rfc3261/refer-to-count", "A REFER names one target", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                fires("rfc3261/refer-notify-id", "The second transfer of a call is reported without its number", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    3.200 caller -> callee REFER | Refer-To: <sip:dave@example.com>
                    3.210 callee -> caller 200
                    3.220 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 486 Busy Here
                    3.230 caller -> callee 200
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com> | new
                    4.010 callee -> caller 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                silent("rfc3261/refer-notify-id", "The only transfer of a call needs no number", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                fires("rfc3261/refer-final-notify", "The outcome comes with a subscription left open", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                silent("rfc3261/refer-final-notify", "The outcome ends the subscription", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                fires("rfc3261/notify-refused", "The notifier goes on after a 481", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 481
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 481
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/notify-refused",
                        "The transferor has forgotten the transfer when its outcome comes",
                        """
                        0.000 caller -> callee INVITE
                        0.200 callee -> caller 180
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                        3.010 callee -> caller 200 | sdp: PCMU; recvonly
                        3.020 caller -> callee ACK
                        4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                        4.010 callee -> caller 200
                        4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                        4.030 caller -> callee 200
                        4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                        4.510 caller -> callee 481
                        6.000 caller -> callee BYE
                        6.010 callee -> caller 200
                        """),
                silent("rfc3261/notify-refused", "The notifications are taken", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                fires("rfc3261/subscription-lost", "The server ends the subscription for want of leave", """
                    0.000 phone -> server SUBSCRIBE | Event: presence | Expires: 600
                    0.010 server -> phone 200 | Expires: 600
                    0.020 server -> phone NOTIFY | Event: presence | Subscription-State: terminated;reason=giveup
                    0.030 phone -> server 200
                    """),
                silent("rfc3261/subscription-lost", "The phone ends the subscription itself", """
                    0.000 phone -> server SUBSCRIBE | Event: presence | Expires: 0
                    0.010 server -> phone 200 | Expires: 0
                    0.020 server -> phone NOTIFY | Event: presence | Subscription-State: terminated;reason=timeout
                    0.030 phone -> server 200
                    """),
                fires("rfc3261/accepted-202", "The transfer is accepted with 202", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 202
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """),
                silent("rfc3261/accepted-202", "The transfer is accepted with 200", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    3.000 caller -> callee INVITE | sdp: PCMU; sendonly
                    3.010 callee -> caller 200 | sdp: PCMU; recvonly
                    3.020 caller -> callee ACK
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 200
                    6.000 caller -> callee BYE
                    6.010 callee -> caller 200
                    """));
    }
}
