package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls refused with one code for another. */
final class StandInCalls {

    private StandInCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/refusal-stands-for-another",
                        "The PBX says unavailable where its trunk said forbidden",
                        """
                    0.000 caller -> proxy  INVITE
                    0.066 proxy  -> caller 480 | Reason: SIP;cause=403;text="refused by the trunk"
                    0.070 caller -> proxy  ACK
                    """),
                fires(
                        "rfc3261/refusal-stands-for-another",
                        "The PBX had no credentials for its trunk, and tells the phone of a bad gateway",
                        """
                    0.000 caller -> proxy  INVITE
                    0.025 proxy  -> caller 502 | Reason: SIP;cause=407;text="Proxy Authentication Required"
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/refusal-stands-for-another", "A challenge repeats that of the next proxy", """
                    0.000 caller -> proxy  INVITE
                    0.025 proxy  -> caller 401 | Reason: SIP;cause=407;text="Proxy Authentication Required"
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/refusal-stands-for-another", "The Reason repeats the code", """
                    0.000 caller -> proxy  INVITE
                    0.066 proxy  -> caller 480 | Reason: SIP;cause=480;text="not signed in"
                    0.070 caller -> proxy  ACK
                    """),
                silent("rfc3261/refusal-stands-for-another", "Another device took the call", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    5.000 proxy  -> caller 487 | Reason: SIP;cause=200;text="Call completed elsewhere"
                    5.010 caller -> proxy  ACK
                    """));
    }
}
