package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;

/**
 * Why the nearest other readings stand behind the first one. What the first reading's own rule says comes first, then the
 * readings near that rule; of the other diagnoses the engine knows how sure they are and what their own rules would look
 * at, and says that.
 */
final class Differential {

    /** More than this many other readings help nobody. */
    private static final int MOST_ALTERNATIVES = 6;

    private Differential() {}

    /** The first of the ranked diagnoses with all its alternatives, and the others with none. */
    static List<Diagnosis> told(
            List<Diagnosis> ranked, List<Diagnosis> superseded, Function<Diagnosis, List<Alternative>> nearby) {
        if (ranked.isEmpty()) {
            return ranked;
        }
        List<Diagnosis> told = new ArrayList<>(ranked.size());
        Diagnosis first = ranked.get(0);
        told.add(first.withAlternatives(
                alternatives(first, nearby.apply(first), ranked.subList(1, ranked.size()), superseded)));
        for (Diagnosis other : ranked.subList(1, ranked.size())) {
            told.add(other.alternatives().isEmpty() ? other : other.withAlternatives(List.of()));
        }
        return told;
    }

    private static List<Alternative> alternatives(
            Diagnosis first, List<Alternative> nearby, List<Diagnosis> others, List<Diagnosis> superseded) {
        Nearest nearest = new Nearest(first.cause());
        first.alternatives().forEach(nearest::add);
        nearby.forEach(nearest::add);
        for (Diagnosis other : others) {
            if (nearest.wants(other.cause())) {
                behind(first, other).ifPresent(why -> nearest.add(new Alternative(other.cause(), other.title(), why)));
            }
        }
        for (Diagnosis other : superseded) {
            nearest.add(new Alternative(
                    other.cause(), other.title(), "A reading that rests on more of what this call shows replaces it."));
        }
        return nearest.readings;
    }

    /** The readings that are told, each cause once. */
    private static final class Nearest {

        private final Cause first;
        private final List<Alternative> readings = new ArrayList<>(MOST_ALTERNATIVES);

        private Nearest(Cause first) {
            this.first = first;
        }

        private boolean wants(Cause cause) {
            return readings.size() < MOST_ALTERNATIVES && !cause.equals(first) && !isTold(cause);
        }

        private boolean isTold(Cause cause) {
            for (Alternative told : readings) {
                if (told.cause().equals(cause)) {
                    return true;
                }
            }
            return false;
        }

        private void add(Alternative reading) {
            if (wants(reading.cause())) {
                readings.add(reading);
            }
        }
    }

    /** How sure it is, and what would make it the first reading; nothing where its rule does not say what to look at. */
    private static Optional<String> behind(Diagnosis first, Diagnosis other) {
        if (other.confirm().isEmpty()) {
            return Optional.empty();
        }
        String likelihood = first.likelihood() == other.likelihood()
                ? "It is just as " + word(other) + " by what was captured."
                : "It is only " + word(other) + ", and the first reading " + word(first) + ".";
        return Optional.of(
                likelihood + " What would show it: " + other.confirm().get(0));
    }

    private static String word(Diagnosis diagnosis) {
        return switch (diagnosis.likelihood()) {
            case CERTAIN -> "certain";
            case LIKELY -> "likely";
            case POSSIBLE -> "possible";
        };
    }
}
