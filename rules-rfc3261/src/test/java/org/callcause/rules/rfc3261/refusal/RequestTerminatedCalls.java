package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended with 487. */
final class RequestTerminatedCalls {

    private RequestTerminatedCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/cancelled-by-ring-timer", "A call centre takes the call back from an agent", """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        18.10 caller -> callee CANCEL | Reason: SIP;cause=408;text="Agent no answer timeout"
                        18.12 callee -> caller 200 (CANCEL)
                        18.14 callee -> caller 487 (INVITE)
                        18.16 caller -> callee ACK
                        """),
                fires("rfc3261/cancelled-by-ring-timer", "A PBX names the cause of telephone networks", """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        30.10 caller -> callee CANCEL | Reason: Q.850;cause=19;text="NO_ANSWER"
                        30.12 callee -> caller 200 (CANCEL)
                        30.14 callee -> caller 487 (INVITE)
                        30.16 caller -> callee ACK
                        """),
                silent("rfc3261/cancelled-by-ring-timer", "A caller gives up, and the PBX says so", """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        18.10 caller -> callee CANCEL | Reason: SIP;cause=487;text="ORIGINATOR_CANCEL"
                        18.12 callee -> caller 200 (CANCEL)
                        18.14 callee -> caller 487 (INVITE)
                        18.16 caller -> callee ACK
                        """),
                silent("rfc3261/cancelled-by-ring-timer", "No phone had rung when the time was over", """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 100
                        8.100 caller -> callee CANCEL | Reason: SIP;cause=408;text="Timeout"
                        8.120 callee -> caller 200 (CANCEL)
                        8.140 callee -> caller 487 (INVITE)
                        8.160 caller -> callee ACK
                        """),
                fires("rfc3261/487-without-cancel", "The far side ends the ringing after a minute", """
                        0.000 caller -> proxy  INVITE
                        0.300 proxy  -> caller 180
                        60.10 proxy  -> caller 487
                        60.11 caller -> proxy  ACK
                        """),
                fires("rfc3261/487-without-cancel", "A 487 comes soon, and the CANCEL was not captured", """
                        0.000 caller -> proxy  INVITE
                        0.300 proxy  -> caller 180
                        4.100 proxy  -> caller 487
                        4.110 caller -> proxy  ACK
                        """),
                fires("rfc3261/487-without-cancel", "A proxy stops waiting for the phone that it lets ring", """
                        0.000 caller -> proxy  INVITE
                        0.005 proxy  -> callee INVITE
                        0.300 callee -> proxy  180
                        0.301 proxy  -> caller 180
                        15.00 proxy  -> callee CANCEL
                        15.01 callee -> proxy  200 to CANCEL
                        15.02 callee -> proxy  487 to INVITE
                        15.02 proxy  -> callee ACK
                        15.03 proxy  -> caller 487 to INVITE
                        15.04 caller -> proxy  ACK
                        """),
                silent("rfc3261/487-without-cancel", "The caller gives up, and the proxy passes that on", """
                        0.000 caller -> proxy  INVITE
                        0.005 proxy  -> callee INVITE
                        0.300 callee -> proxy  180
                        0.301 proxy  -> caller 180
                        14.99 caller -> proxy  CANCEL
                        14.99 proxy  -> caller 200 to CANCEL
                        15.00 proxy  -> callee CANCEL
                        15.01 callee -> proxy  200 to CANCEL
                        15.02 callee -> proxy  487 to INVITE
                        15.02 proxy  -> callee ACK
                        15.03 proxy  -> caller 487 to INVITE
                        15.04 caller -> proxy  ACK
                        """),
                silent("rfc3261/487-without-cancel", "The caller gives up", """
                        0.000 caller -> proxy  INVITE
                        0.300 proxy  -> caller 180
                        8.000 caller -> proxy  CANCEL
                        8.010 proxy  -> caller 200 to CANCEL
                        8.012 proxy  -> caller 487 to INVITE
                        8.020 caller -> proxy  ACK
                        """),
                silent("rfc3261/487-without-cancel", "The caller gives up with a BYE in the early dialog", """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        30.30 caller -> callee BYE
                        30.31 callee -> caller 200 to BYE
                        30.32 callee -> caller 487 to INVITE
                        30.33 caller -> callee ACK
                        """));
    }
}
