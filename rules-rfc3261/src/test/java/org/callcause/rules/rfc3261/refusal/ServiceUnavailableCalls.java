package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended with 503, and some that did not. */
final class ServiceUnavailableCalls {

    private ServiceUnavailableCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/503-overload", "The trunk is overloaded and asks for 20 s", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503  | Retry-After: 20
                    0.410 caller -> trunk  ACK
                    """),
                silent("rfc3261/503-overload", "The first server is overloaded, and the second answers", """
                    0.000 caller -> first  INVITE
                    0.020 first  -> caller 503 | Retry-After: 20
                    0.022 caller -> first  ACK
                    0.030 caller -> second INVITE
                    0.300 second -> caller 180
                    2.000 second -> caller 200
                    2.010 caller -> second ACK
                    8.000 caller -> second BYE
                    8.010 second -> caller 200
                    """),
                silent("rfc3261/503-overload", "The trunk asks for half an hour", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503  | Retry-After: 1800
                    0.410 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-structural", "The trunk asks for half an hour", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503  | Retry-After: 1800
                    0.410 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-structural", "The trunk does not say when to try again", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503
                    0.410 caller -> trunk  ACK
                    """),
                silent("rfc3261/503-structural", "The trunk is overloaded and asks for 20 s", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503  | Retry-After: 20
                    0.410 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-says-why", "The server says that its licence is used up", """
                    0.000 caller -> trunk  INVITE
                    0.040 trunk  -> caller 503 License limit reached | Retry-After: 1800 (all in use);duration=600
                    0.050 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-says-why", "A PBX keeps calls off a link that is full", """
                    0.000 caller -> pbx    INVITE
                    0.010 pbx    -> caller 100
                    0.040 pbx    -> caller 503 | Warning: 370 pbx.example.com "Insufficient Bandwidth"
                    0.050 caller -> pbx    ACK
                    """),
                fires("rfc3261/503-says-why", "The server counts the calls of a second, and takes no more", """
                    0.000 caller -> trunk  INVITE
                    0.040 trunk  -> caller 503 Max calls per second exceeded
                    0.050 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-says-why", "The server cannot resolve the name of the next hop", """
                    0.000 caller -> trunk  INVITE
                    0.010 trunk  -> caller 100
                    3.400 trunk  -> caller 503 | X-Reason: DNS lookup failed
                    3.410 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-says-why", "A list of the server blocks the number", """
                    0.000 caller -> trunk  INVITE
                    0.050 trunk  -> caller 503 Call not allowed | Warning: 399 trunk.example.com "number blocked"
                    0.060 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-says-why", "An overloaded server denies calls for some seconds", """
                    0.000 caller -> trunk  INVITE
                    0.002 trunk  -> caller 503 | Retry-After: 30 | Warning: 399 trunk.example.com "CPU load 92%, call admission denied"
                    0.010 caller -> trunk  ACK
                    """),
                silent("rfc3261/503-says-why", "The text is the name of the Q.850 cause before it", """
                    0.000 caller -> trunk  INVITE
                    0.040 trunk  -> caller 503 | Reason: Q.850;cause=34;text="No circuit/channel available"
                    0.050 caller -> trunk  ACK
                    """),
                silent("rfc3261/503-says-why", "The server says nothing but the code", """
                    0.000 caller -> trunk  INVITE
                    0.040 trunk  -> caller 503
                    0.050 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-undetermined", "The trunk asks for two minutes", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503  | Retry-After: 120
                    0.410 caller -> trunk  ACK
                    """),
                silent("rfc3261/503-undetermined", "The trunk asks for exactly 60 s", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503  | Retry-After: 60
                    0.410 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-at-once", "The trunk refuses 5 ms after the INVITE", """
                    0.000 caller -> trunk  INVITE
                    0.005 trunk  -> caller 503
                    0.015 caller -> trunk  ACK
                    """),
                silent("rfc3261/503-at-once", "The refusal takes 400 ms", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503
                    0.410 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-after-trying", "The trunk refuses after six seconds", """
                    0.000 caller -> trunk  INVITE
                    0.010 trunk  -> caller 100
                    6.100 trunk  -> caller 503 | X-Reason: No more gateways
                    6.110 caller -> trunk  ACK
                    """),
                silent("rfc3261/503-after-trying", "The refusal takes 400 ms", """
                    0.000 caller -> trunk  INVITE
                    0.400 trunk  -> caller 503
                    0.410 caller -> trunk  ACK
                    """),
                fires("rfc3261/503-passed-on", "The proxy passes the 503 of the gateway on", """
                    0.000 caller -> proxy   INVITE
                    0.004 proxy  -> caller  100
                    0.005 proxy  -> gateway INVITE
                    0.050 gateway -> proxy  503
                    0.051 proxy  -> gateway ACK
                    0.052 proxy  -> caller  503
                    0.060 caller -> proxy   ACK
                    """),
                silent("rfc3261/503-passed-on", "The proxy makes a 500 of it", """
                    0.000 caller -> proxy   INVITE
                    0.004 proxy  -> caller  100
                    0.005 proxy  -> gateway INVITE
                    0.050 gateway -> proxy  503
                    0.051 proxy  -> gateway ACK
                    0.052 proxy  -> caller  500
                    0.060 caller -> proxy   ACK
                    """));
    }
}
