package org.callcause.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;

/**
 * Why the nearest other readings stand behind the first one. What the first reading's own rule says comes first, then the
 * readings near that rule; of the other diagnoses the engine knows how sure they are and what their own rules would look
 * at, and says that.
 */
final class Differential {

    /** More than this many other readings help nobody. */
    private static final int MOST_ALTERNATIVES = 6;

    private Differential() {}

    /**
     * The first of the ranked diagnoses with all its alternatives, and the others with none.
     *
     * @param replaces whether the rule of the first takes the place of that of the second
     */
    static List<Diagnosis> told(
            List<Diagnosis> ranked,
            List<Diagnosis> superseded,
            BiPredicate<Diagnosis, Diagnosis> replaces,
            Function<Diagnosis, List<Alternative>> nearby) {
        if (ranked.isEmpty()) {
            return ranked;
        }
        List<Diagnosis> told = new ArrayList<>(ranked.size());
        Diagnosis first = ranked.get(0);
        Nearest nearest = new Nearest(first.cause());
        first.alternatives().forEach(nearest::add);
        nearby.apply(first).forEach(nearest::add);
        addLowerRanked(first, ranked.subList(1, ranked.size()), nearest);
        for (Diagnosis other : superseded) {
            Diagnosis instead = ranked.stream()
                    .filter(one -> replaces.test(one, other))
                    .findFirst()
                    .orElse(first);
            nearest.add(new Alternative(other.cause(), other.title(), overlooked(other, instead)));
        }
        told.add(first.withAlternatives(nearest.readings));
        for (Diagnosis other : ranked.subList(1, ranked.size())) {
            told.add(other.alternatives().isEmpty() ? other : other.withAlternatives(List.of()));
        }
        return told;
    }

    private static void addLowerRanked(Diagnosis first, List<Diagnosis> others, Nearest nearest) {
        for (Diagnosis other : others) {
            if (nearest.wants(other.cause())) {
                behind(first, other).ifPresent(why -> nearest.add(new Alternative(other.cause(), other.title(), why)));
            }
        }
    }

    /** What the reading in its place rests on and it does not. */
    private static String overlooked(Diagnosis replaced, Diagnosis instead) {
        return instead.evidence().stream()
                .filter(line -> !replaced.evidence().contains(line))
                .findFirst()
                .map(line -> "It takes no account of " + named(line) + ", on which the reading in its place rests.")
                .orElse("The reading in its place explains the same lines more closely.");
    }

    private static String named(Evidence line) {
        return switch (line.header()) {
            case Evidence.TRANSPORT -> "what is said of the delivery of message " + line.message();
            case Evidence.CONNECTION -> "the connection that failed after message " + line.message();
            default -> "the " + line.header() + " of message " + line.message();
        };
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
