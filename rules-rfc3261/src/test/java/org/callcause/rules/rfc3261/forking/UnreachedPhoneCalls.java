package org.callcause.rules.rfc3261.forking;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that the switch answered itself. */
final class UnreachedPhoneCalls {

    private UnreachedPhoneCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/answered-for-silent-phones",
                        "The adapter is down, and the switch plays an announcement",
                        """
                        0.000 caller -> pbx    INVITE
                        0.001 pbx    -> caller 100
                        0.004 pbx    -> phone  INVITE
                        0.504 pbx    -> phone  INVITE
                        1.504 pbx    -> phone  INVITE
                        3.504 pbx    -> phone  INVITE
                        14.00 pbx    -> caller 200
                        14.01 caller -> pbx    ACK
                        18.00 pbx    -> caller BYE
                        18.01 caller -> pbx    200
                        until 60
                        """),
                fires(
                        "rfc3261/answered-for-silent-phones",
                        "The capture begins behind the caller's INVITE, and the phone is off",
                        """
                        0.000 caller -> pbx    INVITE | not captured
                        0.004 pbx    -> phone  INVITE
                        0.504 pbx    -> phone  INVITE
                        1.504 pbx    -> phone  INVITE
                        3.504 pbx    -> phone  INVITE
                        14.00 pbx    -> caller 200
                        14.01 caller -> pbx    ACK
                        18.00 pbx    -> caller BYE
                        18.01 caller -> pbx    200
                        until 60
                        """),
                silent("rfc3261/answered-for-silent-phones", "The phone rings, and the mailbox answers", """
                    0.000 caller -> pbx    INVITE
                    0.001 pbx    -> caller 100
                    0.004 pbx    -> phone  INVITE
                    0.504 pbx    -> phone  INVITE
                    1.504 pbx    -> phone  INVITE
                    1.600 phone  -> pbx    180
                    1.601 pbx    -> caller 180
                    20.00 pbx    -> caller 200
                    20.01 caller -> pbx    ACK
                    58.00 caller -> pbx    BYE
                    58.01 pbx    -> caller 200
                    until 90
                    """),
                silent("rfc3261/answered-for-silent-phones", "One phone is off, and the other answers", """
                    0.000 caller -> pbx    INVITE
                    0.001 pbx    -> caller 100
                    0.004 pbx    -> desk   INVITE
                    0.005 pbx    -> mobile INVITE
                    0.300 mobile -> pbx    180
                    0.301 pbx    -> caller 180
                    0.504 pbx    -> desk   INVITE
                    1.504 pbx    -> desk   INVITE
                    3.504 pbx    -> desk   INVITE
                    5.000 mobile -> pbx    200
                    5.001 pbx    -> caller 200
                    5.010 caller -> pbx    ACK
                    5.011 pbx    -> mobile ACK
                    60.00 caller -> pbx    BYE
                    60.01 pbx    -> mobile BYE
                    60.02 mobile -> pbx    200
                    60.03 pbx    -> caller 200
                    """));
    }
}
