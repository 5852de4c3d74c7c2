package org.callcause;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Disposition;
import org.callcause.call.Party;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.message.CSeq;
import org.callcause.message.Defect;
import org.callcause.message.DefectKind;
import org.callcause.rule.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A part that is missing is named where a value is made, and not where it is read. */
@SuppressWarnings("NullAway")
class NullPartsTests {

    private static void diagnosis(@Nullable Likelihood likelihood, @Nullable Origin origin, @Nullable String title) {
        new Diagnosis(
                "test/busy",
                Cause.BUSY,
                likelihood,
                origin,
                title,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void aMissingPartOfAResultIsNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> diagnosis(null, null, "Busy"))
                .withMessage("likelihood");
        assertThatNullPointerException()
                .isThrownBy(() -> diagnosis(Likelihood.LIKELY, null, "Busy"))
                .withMessage("origin");
        assertThatNullPointerException()
                .isThrownBy(() -> new Disposition(Disposition.Kind.BUSY, 486, null, Optional.empty(), Party.CALLER))
                .withMessage("ringTime");
        assertThatNullPointerException()
                .isThrownBy(() -> new Verdict.Suppressed("test/busy", "Busy", null))
                .withMessage("reason");
    }

    @Test
    void aMissingPartOfAMessageIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> new CSeq(1, null)).withMessage("method");
        assertThatNullPointerException()
                .isThrownBy(() -> new Defect(DefectKind.MISSING_CSEQ, null, 0, 0))
                .withMessage("detail");
    }
}
