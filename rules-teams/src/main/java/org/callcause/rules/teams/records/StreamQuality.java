package org.callcause.rules.teams.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a media stream fared, in the measures of the Call Quality Dashboard. Made by the library; what the source does not
 * tell is absent.
 *
 * @param place where it stands
 * @param call the id of the call record; empty when not told
 * @param stream what tells the stream from the others
 * @param roundTrip the average round trip
 * @param jitter the average jitter of arriving packets, not that of the network's audio
 * @param lossRate the average share of lost packets, 0.1 for 10 %
 * @param degradation the average loss of the mean opinion score by the network
 * @param concealedRatio the share of samples that the receiver made up
 * @param codec the codec; empty when not told
 * @param connectivityFailed whether no path was found for the media
 * @param outcome how the call of the stream ended, where the row says so
 */
public record StreamQuality(
        RecordPlace place,
        String call,
        String stream,
        Optional<Duration> roundTrip,
        Optional<Duration> jitter,
        OptionalDouble lossRate,
        OptionalDouble degradation,
        OptionalDouble concealedRatio,
        String codec,
        boolean connectivityFailed,
        Outcome outcome) {

    /**
     * How the call of a stream ended, as it stands beside the measures.
     *
     * @param code the SIP code
     * @param subcode Microsoft's subcode
     * @param mediaFailure the Media Failure Type; empty when not told
     */
    public record Outcome(OptionalInt code, OptionalInt subcode, String mediaFailure) {

        /** Nothing is told. */
        public static final Outcome UNTOLD = new Outcome(OptionalInt.empty(), OptionalInt.empty(), "");

        private boolean isNormal() {
            int number = code.orElse(-1);
            return number == 0 || number == 200;
        }

        /** Codes that stand for media: 410, and the media controller's subcodes. */
        private boolean isOfMedia() {
            return code.orElse(0) == 410
                    || subcode.orElse(0) / 1_000 == 531
                    || (!mediaFailure.isEmpty() && !mediaFailure.equalsIgnoreCase("NotMediaFailure"));
        }
    }

    /** Beyond each a stream counts as poor; exactly there it does not (Microsoft: stream classification in CQD, 2021). */
    public static final Duration MOST_ROUND_TRIP = QualityThresholds.milliseconds("poor-round-trip");

    /** See {@link #MOST_ROUND_TRIP}. */
    public static final Duration MOST_JITTER = QualityThresholds.milliseconds("poor-jitter");

    /** See {@link #MOST_ROUND_TRIP}. */
    public static final double MOST_LOSS = QualityThresholds.value("poor-loss");

    /** See {@link #MOST_ROUND_TRIP}; not applied to SATIN. */
    public static final double MOST_DEGRADATION = QualityThresholds.value("poor-degradation");

    /** See {@link #MOST_ROUND_TRIP}; not applied to SATIN. */
    public static final double MOST_CONCEALED = QualityThresholds.value("poor-concealed");

    /** Microsoft's three classes. Unclassified is not good. */
    public enum Classification {
        /** Measured, and no measure is beyond its threshold. */
        GOOD,
        /** At least one measure is beyond its threshold. */
        POOR,
        /** Not measured well enough to tell. */
        UNCLASSIFIED
    }

    /** The class that the Call Quality Dashboard gives an audio stream. */
    public Classification classification() {
        if (connectivityFailed) {
            return Classification.UNCLASSIFIED;
        }
        if (!reasons().isEmpty()) {
            return Classification.POOR;
        }
        boolean measured = roundTrip.isPresent() || jitter.isPresent() || lossRate.isPresent();
        return measured ? Classification.GOOD : Classification.UNCLASSIFIED;
    }

    /** Each measure beyond its threshold, in words. */
    public List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        roundTrip
                .filter(time -> time.compareTo(MOST_ROUND_TRIP) > 0)
                .ifPresent(time -> reasons.add(
                        "round trip " + time.toMillis() + " ms, more than " + MOST_ROUND_TRIP.toMillis() + " ms"));
        jitter.filter(time -> time.compareTo(MOST_JITTER) > 0)
                .ifPresent(time ->
                        reasons.add("jitter " + time.toMillis() + " ms, more than " + MOST_JITTER.toMillis() + " ms"));
        lossRate.stream()
                .filter(rate -> rate > MOST_LOSS)
                .forEach(rate -> reasons.add("loss " + percent(rate) + ", more than " + whole(MOST_LOSS)));
        if (!codec.toLowerCase(Locale.ROOT).contains("satin")) {
            degradation.stream()
                    .filter(value -> value > MOST_DEGRADATION)
                    .forEach(value ->
                            reasons.add("audio degradation " + rounded(value) + ", more than " + MOST_DEGRADATION));
            concealedRatio.stream()
                    .filter(value -> value > MOST_CONCEALED)
                    .forEach(value -> reasons.add(
                            "concealed samples " + percent(value) + ", more than " + whole(MOST_CONCEALED)));
        }
        return reasons;
    }

    /** What the path can have to do with how the call ended: two questions, kept apart. Empty where no end is told. */
    public Optional<String> besideOutcome() {
        if (outcome.isOfMedia()) {
            return Optional.of("The end of the call is one of failed media, so the path may explain it.");
        }
        if (outcome.code().isEmpty()) {
            return Optional.empty();
        }
        String code = outcome.code().getAsInt()
                + (outcome.subcode().isPresent() ? "/" + outcome.subcode().getAsInt() : "");
        return Optional.of(
                outcome.isNormal()
                        ? "The call ended normally (" + code + "): how the path fared does not show in its end."
                        : "The path cannot explain " + code
                                + ": that says how the attempt ended, and failed media have codes of their own, 410 and"
                                + " 531nnn (inferred).");
    }

    private static String whole(double share) {
        return Math.round(share * 100) + " %";
    }

    private static String percent(double share) {
        return rounded(share * 100) + " %";
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
