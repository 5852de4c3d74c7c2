package org.callcause.rules.teams.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * How many calls an SBC carried at a time, and over how many media ports. Feed it the calls of one SBC; the newest
 * {@value #MOST_CALLS} are kept.
 */
public final class MediaPortUse {

    private static final int MOST_CALLS = 10_000;

    private record Talk(Instant from, Instant to, int port) {}

    /**
     * What one SBC did.
     *
     * @param peak the most calls at a time
     * @param lowestPort the lowest media port that it named
     * @param highestPort the highest
     */
    public record Use(int peak, int lowestPort, int highestPort) {

        /** How many ports lie between the lowest and the highest that were seen; the SBC may have more. */
        public int span() {
            return highestPort - lowestPort + 2;
        }

        /** Whether the ports that were seen suffice for the peak, by Microsoft's rule of two ports a call. */
        public boolean isEnoughForPeak() {
            return span() >= peak * Defaults.mediaPortsPerCall();
        }
    }

    private final Deque<Talk> talks = new ArrayDeque<>();

    /** Takes a call; one that was not answered, or is without times or ports, says nothing. */
    public void add(TeamsCall teams) {
        Call call = teams.call();
        Optional<Duration> talked = call.talkTime();
        Optional<TrackedMessage> answer = call.finalResponse().filter(TrackedMessage::hasTime);
        if (talked.isEmpty() || answer.isEmpty()) {
            return;
        }
        String sbc = teams.sbcEndpoint().host();
        call.messages().stream()
                .filter(message -> message.from().host().equals(sbc))
                .flatMap(message -> Offers.audio(message).stream())
                .map(audio -> audio.port())
                .filter(number -> number > 0)
                .findFirst()
                .ifPresent(port -> add(answer.get().time(), talked.get(), port));
    }

    private void add(Instant from, Duration talked, int port) {
        if (talks.size() == MOST_CALLS) {
            talks.removeFirst();
        }
        talks.addLast(new Talk(from, from.plus(talked), port));
    }

    /** What the SBC did, if it was seen. */
    public Optional<Use> use() {
        return talks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Use(
                        peak(talks),
                        talks.stream().mapToInt(Talk::port).min().getAsInt(),
                        talks.stream().mapToInt(Talk::port).max().getAsInt()));
    }

    private static int peak(Deque<Talk> talks) {
        record Step(Instant at, int change) {}
        List<Step> steps = new ArrayList<>();
        for (Talk talk : talks) {
            steps.add(new Step(talk.from(), 1));
            steps.add(new Step(talk.to(), -1));
        }
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::change));
        int now = 0;
        int most = 0;
        for (Step step : steps) {
            now += step.change();
            most = Math.max(most, now);
        }
        return most;
    }
}
