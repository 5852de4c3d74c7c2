package org.callcause.rules.teams.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * When each SBC last sent an OPTIONS that Microsoft answered with 200, over all exchanges that were shown. Feed it calls in
 * the order of their ends and ask for any time between the first and the last OPTIONS; the newest
 * {@value #MOST_REMEMBERED} of an SBC, half a day of one a minute, are kept.
 */
public final class OptionsTimeline {

    private static final int MOST_REMEMBERED = 720;

    /** How Microsoft takes an SBC at a time. */
    public enum Health {
        /** Seen within the time that every edition of the documents names. */
        HEALTHY,
        /** Between the times of the older and the newer documents: some calls may go elsewhere. */
        GREY_ZONE,
        /** Not seen for longer than any document allows: tried last, or not at all. */
        DEMOTED,
        /** Outside of what was captured. */
        UNKNOWN
    }

    /**
     * A stretch without a healthy OPTIONS.
     *
     * @param from the last OPTIONS before it
     * @param to the next one
     * @param worst how far it came
     */
    public record Gap(Instant from, Instant to, Health worst) {

        /** How long it lasted. */
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    private final Map<String, Deque<Instant>> seen = new TreeMap<>();

    /** Takes an exchange; anything but an answered OPTIONS from an SBC to Microsoft says nothing. */
    public void add(Call call) {
        if (!call.method().equals(Method.OPTIONS) || call.finalStatus() / 100 != 2) {
            return;
        }
        TeamsCall.of(call)
                .flatMap(TeamsCall::requestToMicrosoft)
                .filter(TrackedMessage::hasTime)
                .ifPresent(request -> remember(request.from().host(), request.time()));
    }

    private void remember(String sbc, Instant time) {
        Deque<Instant> times = seen.computeIfAbsent(sbc, fresh -> new ArrayDeque<>());
        if (times.isEmpty() || time.isAfter(times.getLast())) {
            times.addLast(time);
        }
        if (times.size() > MOST_REMEMBERED) {
            times.removeFirst();
        }
    }

    /** The SBCs that were seen, by address. */
    public List<String> sbcs() {
        return List.copyOf(seen.keySet());
    }

    /** How Microsoft took the SBC at this time. */
    public Health at(String sbc, Instant time) {
        Deque<Instant> times = seen.getOrDefault(sbc, new ArrayDeque<>());
        if (times.isEmpty() || time.isBefore(times.getFirst())) {
            return Health.UNKNOWN;
        }
        Instant last = times.getFirst();
        for (Instant each : times) {
            if (!each.isAfter(time)) {
                last = each;
            }
        }
        boolean captureEndsBefore = last.equals(times.getLast());
        Health health = after(Duration.between(last, time));
        return captureEndsBefore && health != Health.HEALTHY ? Health.UNKNOWN : health;
    }

    /** The stretches in which the SBC was not healthy, in order. */
    public List<Gap> gaps(String sbc) {
        List<Gap> gaps = new ArrayList<>();
        Instant before = null;
        for (Instant time : seen.getOrDefault(sbc, new ArrayDeque<>())) {
            if (before != null && after(Duration.between(before, time)) != Health.HEALTHY) {
                gaps.add(new Gap(before, time, after(Duration.between(before, time))));
            }
            before = time;
        }
        return List.copyOf(gaps);
    }

    /**
     * What is to be said of a failed call before anybody blames the endpoint: that its SBC was not healthy at the time.
     * Empty if it was, or if that is not known.
     */
    public Optional<String> beside(Call call) {
        if (call.finalStatus() / 100 == 2 || call.start().isEmpty()) {
            return Optional.empty();
        }
        return TeamsCall.of(call).flatMap(teams -> {
            String sbc = teams.sbcEndpoint().host();
            Health health = at(sbc, call.start().get());
            return switch (health) {
                case HEALTHY, UNKNOWN -> Optional.empty();
                case GREY_ZONE ->
                    Optional.of("the SBC " + sbc + " had sent no OPTIONS for more than "
                            + Defaults.optionsHealthy().toMinutes()
                            + " minutes: by the older documents it was demoted, by the"
                            + " newer not yet");
                case DEMOTED ->
                    Optional.of("the SBC " + sbc + " had sent no OPTIONS for more than "
                            + Defaults.optionsDemoted().toMinutes() + " minutes: Microsoft had demoted it");
            };
        });
    }

    private static Health after(Duration silence) {
        if (silence.compareTo(Defaults.optionsHealthy()) <= 0) {
            return Health.HEALTHY;
        }
        return silence.compareTo(Defaults.optionsDemoted()) <= 0 ? Health.GREY_ZONE : Health.DEMOTED;
    }
}
