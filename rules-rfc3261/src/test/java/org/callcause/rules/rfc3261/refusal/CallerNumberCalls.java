package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose number shown is not accepted. */
final class CallerNumberCalls {

    private CallerNumberCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/caller-number-refused", "The carrier has not verified the number", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 407
                    0.060 caller -> trunk  ACK
                    0.070 caller -> trunk  INVITE
                    0.300 trunk  -> caller 403 Unverified origination number | Reason: Q.850;cause=21
                    0.310 caller -> trunk  ACK
                    """),
                fires("rfc3261/caller-number-refused", "The number has not the form that the carrier wants", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 400 From number is not a valid E.164 number
                    0.060 caller -> trunk  ACK
                    """),
                fires("rfc3261/caller-number-refused", "A Warning names the header", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 403 | Warning: 399 trunk.example.com "Invalid number in P-Asserted-Identity"
                    0.060 caller -> trunk  ACK
                    """),
                fires("rfc3261/caller-number-refused", "A 603 says it of the CLI", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 603 CLI not permitted
                    0.060 caller -> trunk  ACK
                    """),
                fires("rfc3261/caller-number-refused", "The carrier has a number for it in a header of its own", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 403 | X-Twilio-Error: 21210 From phone number not verified
                    0.060 caller -> trunk  ACK
                    """),
                silent("rfc3261/caller-number-refused", "It is the called number that is not valid", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 403 Invalid destination number
                    0.060 caller -> trunk  ACK
                    """),
                silent("rfc3261/caller-number-refused", "The caller is blocked as unwanted", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 603 Caller blocked
                    0.060 caller -> trunk  ACK
                    """),
                silent("rfc3261/caller-number-refused", "The address that the call comes from is not known", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 403 Source IP not authorized
                    0.060 caller -> trunk  ACK
                    """));
    }
}
