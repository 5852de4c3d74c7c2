package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls refused with a code that their own words contradict. */
final class NamedOutcomeCalls {

    private NamedOutcomeCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/outcome-stated", "The phone is set to refuse with 480 when decline is pressed", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    6.200 callee -> caller 480 | Reason: SIP;cause=480;text="Rejected by the user"
                    6.210 caller -> callee ACK
                    """),
                fires("rfc3261/outcome-stated", "A telephony server forbids the call because the user is busy", """
                    0.000 caller -> proxy  INVITE
                    0.120 proxy  -> caller 403 | Warning: 399 tas.example.com "User is busy"
                    0.130 caller -> proxy  ACK
                    """),
                fires("rfc3261/outcome-stated", "A border element has no route and calls that unavailable", """
                    0.000 caller -> border INVITE
                    0.004 border -> caller 480 No route available
                    0.010 caller -> border ACK
                    """),
                fires("rfc3261/outcome-stated", "Two phones forward to each other, until the server has enough", """
                    0.000 caller -> proxy  INVITE
                    0.260 proxy  -> caller 480 | Reason: SIP;cause=480;text="Too many diversions"
                    0.270 caller -> proxy  ACK
                    """),
                fires("rfc3261/outcome-stated", "The carrier wants a plus and a country code", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 400 | X-Twilio-Error: 13223 Dial: Invalid phone number format
                    0.060 caller -> trunk  ACK
                    """),
                silent("rfc3261/outcome-stated", "It is the number shown that is not valid", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 403 Calling number is invalid
                    0.060 caller -> trunk  ACK
                    """),
                silent("rfc3261/outcome-stated", "The number in the From is not valid", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 403 From number is not a valid E.164 number
                    0.060 caller -> trunk  ACK
                    """),
                silent("rfc3261/outcome-stated", "It is how many of something there are that is wrong", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 488 Wrong number of media streams
                    0.060 caller -> trunk  ACK
                    """),
                silent("rfc3261/outcome-stated", "The phone rings, and nobody rejects anything", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    30.20 callee -> caller 480 | Reason: SIP;cause=480;text="No answer by the user"
                    30.21 caller -> callee ACK
                    """),
                silent("rfc3261/outcome-stated", "The code says busy by itself", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 486 User is busy
                    0.310 caller -> callee ACK
                    """),
                silent("rfc3261/outcome-stated", "The server is busy, not the user", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 500 Server busy
                    0.030 caller -> proxy  ACK
                    """));
    }
}
