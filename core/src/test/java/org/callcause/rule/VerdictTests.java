package org.callcause.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.junit.jupiter.api.Test;

/** One more reading takes its place among those that are there. */
class VerdictTests {

    private static final Alternative ALTERNATIVE = new Alternative(Cause.BUSY, "Busy", "The answer was another.");

    private static Diagnosis reading(String rule, Likelihood likelihood, Optional<Disposition.Kind> refined) {
        return new Diagnosis(
                rule,
                Cause.NO_RESPONSE,
                likelihood,
                Origin.UNKNOWN,
                rule,
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(ALTERNATIVE),
                refined);
    }

    private static Verdict of(Diagnosis reading) {
        return new Verdict(List.of(reading), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void aLikelierReadingComesFirstAndKeepsTheOutcomeThatWasKnown() {
        Diagnosis own = reading("test/own", Likelihood.LIKELY, Optional.of(Disposition.Kind.NO_ANSWER));
        Diagnosis likelier = reading("test/likelier", Likelihood.CERTAIN, Optional.empty());

        List<Diagnosis> ranked = of(own).with(likelier).diagnoses();

        assertThat(ranked).extracting(Diagnosis::rule).containsExactly("test/likelier", "test/own");
        assertThat(ranked.get(0).refinedDisposition()).contains(Disposition.Kind.NO_ANSWER);
        assertThat(ranked.get(0).alternatives()).containsExactly(ALTERNATIVE);
        assertThat(ranked.get(1).alternatives()).isEmpty();
    }

    @Test
    void aReadingThatIsLessLikelyStandsBehindWithoutAlternatives() {
        Diagnosis own = reading("test/own", Likelihood.CERTAIN, Optional.of(Disposition.Kind.NO_ANSWER));
        Diagnosis lessLikely = reading("test/less", Likelihood.LIKELY, Optional.of(Disposition.Kind.BUSY));

        List<Diagnosis> ranked = of(own).with(lessLikely).diagnoses();

        assertThat(ranked).extracting(Diagnosis::rule).containsExactly("test/own", "test/less");
        assertThat(ranked.get(0)).isEqualTo(own);
        assertThat(ranked.get(1).alternatives()).isEmpty();
    }
}
