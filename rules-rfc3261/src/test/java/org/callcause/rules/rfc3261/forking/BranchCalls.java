package org.callcause.rules.rfc3261.forking;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Forked calls with their branches. */
final class BranchCalls {

    private BranchCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/branch-not-cancelled", "The mobile goes on ringing after the desk phone answered", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 desk -> proxy 180
                    0.201 proxy -> caller 180
                    0.300 mobile -> proxy 180
                    2.000 desk -> proxy 200
                    2.001 proxy -> caller 200
                    2.010 caller -> proxy ACK
                    2.011 proxy -> desk ACK
                    30.000 caller -> proxy BYE
                    30.001 proxy -> desk BYE
                    30.010 desk -> proxy 200
                    30.011 proxy -> caller 200
                    until 80
                    """),
                silent("rfc3261/branch-not-cancelled", "The capture lost the answer of the mobile", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> mobile INVITE
                    0.006 proxy  -> desk   INVITE
                    0.200 mobile -> proxy  180
                    0.202 proxy  -> caller 180
                    0.300 desk   -> proxy  486
                    0.301 proxy  -> desk   ACK
                    4.000 mobile -> proxy  200 not captured
                    4.002 proxy  -> caller 200
                    4.020 caller -> proxy  ACK
                    4.022 proxy  -> mobile ACK
                    60.00 caller -> proxy  BYE
                    60.01 proxy  -> mobile BYE
                    60.02 mobile -> proxy  200
                    60.03 proxy  -> caller 200
                    """),
                silent("rfc3261/branch-not-cancelled", "The mobile is cancelled when the desk phone answers", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 desk -> proxy 180
                    0.201 proxy -> caller 180
                    0.300 mobile -> proxy 180
                    2.000 desk -> proxy 200
                    2.001 proxy -> caller 200
                    2.002 proxy -> mobile CANCEL
                    2.004 mobile -> proxy 200 (CANCEL)
                    2.005 mobile -> proxy 487 to INVITE
                    2.006 proxy -> mobile ACK
                    2.010 caller -> proxy ACK
                    30.000 caller -> proxy BYE
                    30.001 proxy -> desk BYE
                    30.010 desk -> proxy 200
                    30.011 proxy -> caller 200
                    """),
                fires("rfc3261/6xx-ended-fork", "The mobile declines, and the desk phone stops ringing", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 desk -> proxy 180
                    0.201 proxy -> caller 180
                    0.300 mobile -> proxy 180
                    4.000 mobile -> proxy 603
                    4.001 proxy -> mobile ACK
                    4.002 proxy -> desk CANCEL
                    4.003 desk -> proxy 200 (CANCEL)
                    4.004 desk -> proxy 487 to INVITE
                    4.005 proxy -> desk ACK
                    4.010 proxy -> caller 603
                    4.015 caller -> proxy ACK
                    """),
                silent("rfc3261/6xx-ended-fork", "The mobile is busy, and the desk phone rings on", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 desk -> proxy 180
                    0.201 proxy -> caller 180
                    0.300 mobile -> proxy 486
                    0.301 proxy -> mobile ACK
                    9.000 desk -> proxy 486
                    9.001 proxy -> desk ACK
                    9.010 proxy -> caller 486
                    9.015 caller -> proxy ACK
                    """),
                fires("rfc3261/fork-best-response", "The desk phone is busy and the mobile switched off", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 desk -> proxy 486
                    0.201 proxy -> desk ACK
                    0.300 mobile -> proxy 480
                    0.301 proxy -> mobile ACK
                    0.310 proxy -> caller 480
                    0.315 caller -> proxy ACK
                    """),
                silent("rfc3261/fork-best-response", "Both phones are busy", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 desk -> proxy 486
                    0.201 proxy -> desk ACK
                    0.300 mobile -> proxy 486
                    0.301 proxy -> mobile ACK
                    0.310 proxy -> caller 486
                    0.315 caller -> proxy ACK
                    """),
                silent("rfc3261/fork-best-response", "The mobile is busy, and the desk phone answers", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 mobile -> proxy 486
                    0.201 proxy -> mobile ACK
                    0.300 desk -> proxy 180
                    0.301 proxy -> caller 180
                    2.000 desk -> proxy 200
                    2.001 proxy -> caller 200
                    2.010 caller -> proxy ACK
                    2.011 proxy -> desk ACK
                    30.000 caller -> proxy BYE
                    30.001 proxy -> desk BYE
                    30.010 desk -> proxy 200
                    30.011 proxy -> caller 200
                    """),
                fires(
                        "rfc3261/fork-dead-branch",
                        "The mobile is gone, and the refusal of the desk phone waits for it",
                        """
                        0.000 caller -> proxy INVITE
                        0.005 proxy -> caller 100
                        0.010 proxy -> desk INVITE
                        0.011 proxy -> mobile INVITE
                        0.200 desk -> proxy 486
                        0.201 proxy -> desk ACK
                        0.511 proxy -> mobile INVITE
                        1.511 proxy -> mobile INVITE
                        3.511 proxy -> mobile INVITE
                        7.511 proxy -> mobile INVITE
                        15.511 proxy -> mobile INVITE
                        31.511 proxy -> mobile INVITE
                        32.012 proxy -> caller 486
                        32.015 caller -> proxy ACK
                        """),
                silent("rfc3261/fork-dead-branch", "Both fail at once", """
                    0.000 caller -> proxy INVITE
                    0.005 proxy -> caller 100
                    0.010 proxy -> desk INVITE
                    0.011 proxy -> mobile INVITE
                    0.200 desk -> proxy 486
                    0.201 proxy -> desk ACK
                    0.300 mobile -> proxy 408
                    0.301 proxy -> mobile ACK
                    0.310 proxy -> caller 486
                    0.315 caller -> proxy ACK
                    """));
    }
}
