package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls to an address that is wrong in some way. */
final class AddressCalls {

    private AddressCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/404-not-found", "A wrong number is dialled", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 404
                        0.022 caller -> proxy  ACK
                        """),
                silent("rfc3261/404-not-found", "The first target says 404, and the next one answers", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> old    INVITE
                        0.050 old    -> proxy  404
                        0.051 proxy  -> old    ACK
                        0.060 proxy  -> callee INVITE
                        0.400 callee -> proxy  180
                        0.401 proxy  -> caller 180
                        3.000 callee -> proxy  200
                        3.001 proxy  -> caller 200
                        3.010 caller -> callee ACK
                        9.000 caller -> callee BYE
                        9.020 callee -> caller 200
                        """),
                fires("rfc3261/604-nowhere", "A directory knows that the name exists nowhere", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 604
                        0.022 caller -> proxy  ACK
                        """),
                silent("rfc3261/604-nowhere", "The first target says 604, and the next one answers", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> old    INVITE
                        0.050 old    -> proxy  604
                        0.051 proxy  -> old    ACK
                        0.060 proxy  -> callee INVITE
                        0.400 callee -> proxy  180
                        0.401 proxy  -> caller 180
                        3.000 callee -> proxy  200
                        3.001 proxy  -> caller 200
                        3.010 caller -> callee ACK
                        9.000 caller -> callee BYE
                        9.020 callee -> caller 200
                        """),
                fires("rfc3261/410-gone", "The number was given up", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 410
                        0.022 caller -> proxy  ACK
                        """),
                silent("rfc3261/410-gone", "The first target says 410, and the next one answers", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> old    INVITE
                        0.050 old    -> proxy  410
                        0.051 proxy  -> old    ACK
                        0.060 proxy  -> callee INVITE
                        0.400 callee -> proxy  180
                        0.401 proxy  -> caller 180
                        3.000 callee -> proxy  200
                        3.001 proxy  -> caller 200
                        3.010 caller -> callee ACK
                        9.000 caller -> callee BYE
                        9.020 callee -> caller 200
                        """),
                fires("rfc3261/484-incomplete", "Too few digits were dialled", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 484
                        0.022 caller -> proxy  ACK
                        """),
                silent("rfc3261/484-incomplete", "The first target says 484, and the next one answers", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> old    INVITE
                        0.050 old    -> proxy  484
                        0.051 proxy  -> old    ACK
                        0.060 proxy  -> callee INVITE
                        0.400 callee -> proxy  180
                        0.401 proxy  -> caller 180
                        3.000 callee -> proxy  200
                        3.001 proxy  -> caller 200
                        3.010 caller -> callee ACK
                        9.000 caller -> callee BYE
                        9.020 callee -> caller 200
                        """),
                fires("rfc3261/485-ambiguous", "A short name fits two people", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 485
                        0.022 caller -> proxy  ACK
                        """),
                silent("rfc3261/485-ambiguous", "The first target says 485, and the next one answers", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> old    INVITE
                        0.050 old    -> proxy  485
                        0.051 proxy  -> old    ACK
                        0.060 proxy  -> callee INVITE
                        0.400 callee -> proxy  180
                        0.401 proxy  -> caller 180
                        3.000 callee -> proxy  200
                        3.001 proxy  -> caller 200
                        3.010 caller -> callee ACK
                        9.000 caller -> callee BYE
                        9.020 callee -> caller 200
                        """));
    }
}
