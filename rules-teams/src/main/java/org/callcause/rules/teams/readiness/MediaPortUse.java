package org.callcause.rules.teams.readiness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * How many calls an SBC carried at a time, and over how many media ports, over all calls that were shown. Feed it calls;
 * the newest {@value #MOST_CALLS} of an SBC are kept.
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

    private final Map<String, List<Talk>> talks = new TreeMap<>();

    /** Takes a call; one that is not with Teams, not answered or without times says nothing. */
    public void add(Call call) {
        if (call.talkTime().isEmpty()) {
            return;
        }
        TeamsCall.of(call).filter(TeamsCall::isDirectRouting).ifPresent(teams -> {
            Endpoint sbc = teams.sbcEndpoint();
            Optional<TrackedMessage> answer = call.finalResponse().filter(TrackedMessage::hasTime);
            Optional<Integer> port = call.messages().stream()
                    .filter(message -> message.from().host().equals(sbc.host()))
                    .flatMap(message -> Offers.audio(message).stream())
                    .map(audio -> audio.port())
                    .filter(number -> number > 0)
                    .findFirst();
            if (answer.isPresent() && port.isPresent()) {
                Instant from = answer.get().time();
                List<Talk> ofSbc = talks.computeIfAbsent(sbc.host(), fresh -> new ArrayList<>());
                if (ofSbc.size() == MOST_CALLS) {
                    ofSbc.remove(0);
                }
                ofSbc.add(new Talk(from, from.plus(call.talkTime().get()), port.get()));
            }
        });
    }

    /** What an SBC did, if it was seen. */
    public Optional<Use> of(String sbcHost) {
        List<Talk> ofSbc = talks.getOrDefault(sbcHost, List.of());
        return ofSbc.isEmpty()
                ? Optional.empty()
                : Optional.of(new Use(
                        peak(ofSbc),
                        ofSbc.stream().mapToInt(Talk::port).min().getAsInt(),
                        ofSbc.stream().mapToInt(Talk::port).max().getAsInt()));
    }

    private static int peak(List<Talk> ofSbc) {
        record Step(Instant at, int change) {}
        List<Step> steps = new ArrayList<>();
        for (Talk talk : ofSbc) {
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
