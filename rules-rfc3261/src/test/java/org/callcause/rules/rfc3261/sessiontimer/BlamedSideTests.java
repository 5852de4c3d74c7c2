package org.callcause.rules.rfc3261.sessiontimer;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.Callcause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Violation;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

class BlamedSideTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static Origin blamed(String refresh) {
        return STANDARD.analyze(CallScript.of("""
            0.000 caller -> callee INVITE
            0.200 callee -> caller 180
            2.000 callee -> caller 200
            2.010 caller -> callee ACK
            """ + refresh).messages()).get(0).violations().stream()
                .filter(violation -> violation.rule().equals("rfc3261/session-timer-below-90"))
                .map(Violation::origin)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCalledSideIsBlamedForARefreshItSends() {
        assertThat(blamed("""
            20.000 callee -> caller INVITE | Session-Expires: 60
            20.100 caller -> callee 200
            20.110 callee -> caller ACK
            """).party()).isEqualTo(Origin.CALLED_SIDE);
    }

    @Test
    void theCallerIsBlamedForItsAnswerToARefresh() {
        assertThat(blamed("""
            20.000 callee -> caller INVITE
            20.100 caller -> callee 200 | Session-Expires: 60;refresher=uac
            20.110 callee -> caller ACK
            """).party()).isEqualTo(Origin.CALLER);
    }
}
