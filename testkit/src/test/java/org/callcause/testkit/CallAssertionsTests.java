package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callcause.testkit.CallAssertions.assertThat;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.junit.jupiter.api.Test;

class CallAssertionsTests {

    private final CallScript full = CallScript.of(SampleRules.FULL_CALL);
    private final CallAssertion examined = assertThat(full).examinedBy(new SampleRules());

    @Test
    void whatIsFoundCanBeAsserted() {
        examined.hasCalls(1)
                .hasDisposition(Disposition.Kind.FAILED)
                .isDiagnosedAs(Cause.CAPACITY_EXCEEDED)
                .isNotFoundBy("sample/unavailable")
                .hasNoViolation()
                .isFoundBy("sample/trunk-full")
                .isRankedFirst()
                .hasCause(Cause.CAPACITY_EXCEEDED)
                .hasLikelihood(Likelihood.LIKELY)
                .titleContains("trunk")
                .explanationContains("retry in 20 s")
                .quotes("Retry-After")
                .quotes("Retry-After", "20")
                .hasRemedyFor(Audience.ADMIN)
                .pointsAt("trunk")
                .pointsAt(Origin.CALLED_SIDE)
                .pointsAt(full.endpoint("trunk"))
                .isKnownBy(Origin.Basis.INFERRED)
                .and()
                .hasDisposition(Disposition.Kind.FAILED);
    }

    @Test
    void failuresShowTheCallAndWhatWasFound() {
        assertThatThrownBy(() -> examined.isDiagnosedAs(Cause.BUSY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("busy was expected")
                .hasMessageContaining("capacity-exceeded")
                .hasMessageContaining("|-- INVITE")
                .hasMessageContaining("sample/trunk-full");
    }

    @Test
    void whateverIsNotSoFails() {
        DiagnosisAssertion diagnosis = examined.isFoundBy("sample/trunk-full");
        fails(() -> examined.hasDisposition(Disposition.Kind.BUSY));
        fails(() -> examined.hasNoDiagnosis());
        fails(() -> examined.isFoundBy("sample/unavailable"));
        fails(() -> examined.isNotFoundBy("sample/trunk-full"));
        fails(() -> examined.hasViolation("sample/trunk-full"));
        fails(() -> examined.hasNotChecked("sample/trunk-full"));
        fails(() -> examined.hasCalls(2));
        fails(() -> examined.call(2));
        fails(() -> diagnosis.hasCause(Cause.BUSY));
        fails(() -> diagnosis.hasLikelihood(Likelihood.CERTAIN));
        fails(() -> diagnosis.titleContains("busy"));
        fails(() -> diagnosis.explanationContains("trunk", "busy"));
        fails(() -> diagnosis.quotes("Reason"));
        fails(() -> diagnosis.quotes("Retry-After", "21"));
        fails(() -> diagnosis.hasRemedyFor(Audience.CALLER));
        fails(() -> diagnosis.pointsAt("caller"));
        fails(() -> diagnosis.pointsAt(full.endpoint("proxy")));
        fails(() -> diagnosis.isKnownBy(Origin.Basis.SEEN));
        fails(() -> diagnosis.refines(Disposition.Kind.BUSY));
    }

    private static void fails(ThrowingCallable assertion) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }

    @Test
    void callOfSeveralIsChosen() {
        CallAssertion several = assertThat(CallScript.of("""
                                0.000 caller -> trunk INVITE
                                0.020 trunk -> caller 503 | Retry-After: 20
                                0.040 caller -> trunk ACK
                                call two
                                1.000 caller -> trunk INVITE
                                1.020 trunk -> caller 486
                                1.040 caller -> trunk ACK
                                """)).examinedBy(new SampleRules());

        several.hasCalls(2).hasNoViolation();
        several.call(1).isDiagnosedAs(Cause.CAPACITY_EXCEEDED);
        several.call(2).hasDisposition(Disposition.Kind.BUSY).hasNoDiagnosis();
        assertThatThrownBy(() -> several.isDiagnosedAs(Cause.BUSY))
                .hasMessageContaining("choose one with call(number)");
        fails(several::hasNoDiagnosis);
    }
}
