package org.callcause.rules.rfc3261.network;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Answered calls whose BYE names a SIP status. */
final class SipReasonCalls {

    private SipReasonCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/sip-reason-hang-up", "The called side cannot use the session after all", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.020 caller -> callee ACK
                    3.050 callee -> caller BYE | Reason: SIP;cause=488;text="Not Acceptable Here"
                    3.070 caller -> callee 200
                    """),
                fires("rfc3261/sip-reason-hang-up", "The browser finds no path for the media", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.020 caller -> callee ACK
                    18.00 caller -> callee BYE | Reason: SIP;cause=408;text="ICE failed"
                    18.02 callee -> caller 200
                    """),
                fires("rfc3261/sip-reason-hang-up", "The phone names the ACK that it never got", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.020 caller -> callee ACK
                    35.00 callee -> caller BYE | Reason: SIP;cause=408;text="ACK timeout"
                    35.02 caller -> callee 200
                    """),
                silent("rfc3261/sip-reason-hang-up", "The call was completed elsewhere", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.020 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: SIP;cause=200;text="Call completed elsewhere"
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/sip-reason-hang-up", "The other leg was cancelled by a person", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.020 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: SIP;cause=487;text="ORIGINATOR_CANCEL"
                    30.010 caller -> callee 200
                    """),
                silent("rfc3261/sip-reason-hang-up", "The network cleared the call normally", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    3.000 callee -> caller 200
                    3.020 caller -> callee ACK
                    30.000 callee -> caller BYE | Reason: Q.850;cause=16, SIP;cause=500
                    30.010 caller -> callee 200
                    """));
    }
}
