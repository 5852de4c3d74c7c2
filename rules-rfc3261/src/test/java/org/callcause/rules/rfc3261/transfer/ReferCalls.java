package org.callcause.rules.rfc3261.transfer;

import static org.callcause.rules.rfc3261.transfer.HeldCall.HELD;
import static org.callcause.rules.rfc3261.transfer.HeldCall.HUNG_UP;
import static org.callcause.rules.rfc3261.transfer.HeldCall.REACHED;
import static org.callcause.rules.rfc3261.transfer.HeldCall.REFERRED;
import static org.callcause.rules.rfc3261.transfer.HeldCall.TRANSFERRED;
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
                fires("rfc3261/refer-to-count", "A REFER names two targets", HELD + """
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com> | +Refer-To: <sip:dave@example.com>
                    4.010 callee -> caller 400
                    """ + HUNG_UP),
                silent("rfc3261/refer-to-count", "A REFER names one target", TRANSFERRED),
                fires(
                        "rfc3261/refer-notify-id",
                        "The second transfer of a call is reported without its number",
                        HELD + """
                            3.200 caller -> callee REFER | Refer-To: <sip:dave@example.com>
                            3.210 callee -> caller 200
                            3.220 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 486 Busy Here
                            3.230 caller -> callee 200
                            4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com> | new
                            4.010 callee -> caller 200
                            """ + REACHED + HUNG_UP),
                silent("rfc3261/refer-notify-id", "The only transfer of a call needs no number", TRANSFERRED),
                fires(
                        "rfc3261/refer-final-notify",
                        "The outcome comes with a subscription left open",
                        HELD + REFERRED + """
                            4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 200 OK
                            4.510 caller -> callee 200
                            """ + HUNG_UP),
                silent("rfc3261/refer-final-notify", "The outcome ends the subscription", TRANSFERRED),
                fires("rfc3261/notify-refused", "The notifier goes on after a 481", HELD + """
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 200
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 481
                    4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                    4.510 caller -> callee 481
                    """ + HUNG_UP),
                fires(
                        "rfc3261/notify-refused",
                        "The transferor has forgotten the transfer when its outcome comes",
                        HELD + REFERRED + """
                            4.500 callee -> caller NOTIFY | Event: refer | Subscription-State: terminated;reason=noresource | sipfrag: 200 OK
                            4.510 caller -> callee 481
                            """ + HUNG_UP),
                silent("rfc3261/notify-refused", "The notifications are taken", TRANSFERRED),
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
                fires("rfc3261/accepted-202", "The transfer is accepted with 202", HELD + """
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 202
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    """ + HUNG_UP),
                silent(
                        "rfc3261/accepted-202",
                        "The last notification says that the target was reached",
                        HELD + """
                    4.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                    4.010 callee -> caller 202
                    4.020 callee -> caller NOTIFY | Event: refer | Subscription-State: active;expires=60 | sipfrag: 100 Trying
                    4.030 caller -> callee 200
                    """ + REACHED + HUNG_UP),
                silent("rfc3261/accepted-202", "The transfer is accepted with 200", TRANSFERRED));
    }
}
