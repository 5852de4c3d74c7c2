package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls to where the caller may not call. */
final class BarredDestinationCalls {

    private BarredDestinationCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/destination-barred", "The country is not among those that the account may call", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 407
                    0.060 caller -> trunk  ACK
                    0.070 caller -> trunk  INVITE
                    0.300 trunk  -> caller 403 Dialled number is not in an allowed country
                    0.310 caller -> trunk  ACK
                    """),
                fires("rfc3261/destination-barred", "The Warning of a 603 says that the range is barred", """
                    0.000 caller -> trunk  INVITE
                    0.300 trunk  -> caller 603 | Warning: 399 trunk.example.com "Destination prefix barred"
                    0.310 caller -> trunk  ACK
                    """),
                fires("rfc3261/destination-barred", "International calls are not enabled", """
                    0.000 caller -> trunk  INVITE
                    0.300 trunk  -> caller 403 No international permission
                    0.310 caller -> trunk  ACK
                    """),
                fires("rfc3261/destination-barred", "The carrier has a number for it in a header of its own", """
                    0.000 caller -> trunk  INVITE
                    0.300 trunk  -> caller 403 | X-Twilio-Error: 32205
                    0.310 caller -> trunk  ACK
                    """),
                silent("rfc3261/destination-barred", "The number shown is not allowed", """
                    0.000 caller -> trunk  INVITE
                    0.300 trunk  -> caller 403 Caller ID not allowed for this destination
                    0.310 caller -> trunk  ACK
                    """),
                silent(
                        "rfc3261/destination-barred",
                        "Nothing but the standard phrase beside a Warning of a destination",
                        """
                    0.000 caller -> trunk  INVITE
                    0.300 trunk  -> caller 403 | Warning: 399 trunk.example.com "Destination number is invalid"
                    0.310 caller -> trunk  ACK
                    """),
                silent("rfc3261/destination-barred", "The account is blocked", """
                    0.000 caller -> trunk  INVITE
                    0.300 trunk  -> caller 403 Account blocked
                    0.310 caller -> trunk  ACK
                    """));
    }
}
