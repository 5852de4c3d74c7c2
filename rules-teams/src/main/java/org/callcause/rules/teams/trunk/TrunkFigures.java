package org.callcause.rules.teams.trunk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rules.teams.health.NetworkEffectiveness;
import org.callcause.rules.teams.health.OptionsTimeline;
import org.callcause.rules.teams.health.OptionsTimeline.Gap;
import org.callcause.rules.teams.readiness.MediaPortUse;
import org.callcause.rules.teams.readiness.MediaPortUse.Use;
import org.callcause.rules.teams.readiness.MediaRanges;
import org.callcause.rules.teams.readiness.MediaRanges.Place;
import org.callcause.rules.teams.recognition.AddressRanges;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * Gathers, over all calls of an analysis, what they say of each SBC that is paired with Microsoft: how many were
 * delivered, how many there were at a time and over how many media ports, where Microsoft's media were, and when OPTIONS
 * were seen. A call that went to other addresses costs it next to nothing. Keeps {@value #MOST_TRUNKS} SBCs.
 */
public final class TrunkFigures {

    private static final int MOST_TRUNKS = 256;

    /** Fewer calls are looked at one by one, and fewer OPTIONS make no timeline. */
    private static final int FEW_CALLS = 20;

    private static final int FEW_OPTIONS = 3;

    private static final class Figures {

        private final NetworkEffectiveness effectiveness = new NetworkEffectiveness();
        private final OptionsTimeline timeline = new OptionsTimeline();
        private final MediaPortUse ports = new MediaPortUse();
        private final Map<Place, Integer> media = new EnumMap<>(Place.class);
        private String name = "";
        private Instant last = Instant.MIN;

        boolean sayMoreThanTheirCalls() {
            return effectiveness.calls() >= FEW_CALLS
                    || timeline.size() >= FEW_OPTIONS
                    || !timeline.gaps(last).isEmpty()
                    || ports.use().filter(use -> !use.isEnoughForPeak()).isPresent();
        }

        TrunkReview review(String sbc) {
            List<Gap> gaps = timeline.gaps(last);
            List<String> sentences = new ArrayList<>();
            if (effectiveness.calls() > 0) {
                sentences.add("Calls: " + effectiveness.say() + ".");
            }
            ports.use().map(TrunkSentences::ports).ifPresent(sentences::add);
            if (!media.isEmpty()) {
                sentences.add(TrunkSentences.media(media));
            }
            if (timeline.size() > 0) {
                sentences.add(TrunkSentences.health(timeline.size(), gaps));
            }
            return new TrunkReview(
                    sbc,
                    name,
                    effectiveness.calls(),
                    effectiveness.percent(),
                    effectiveness.isReliable(),
                    ports.use().map(Use::peak).orElse(0),
                    timeline.size(),
                    sentences,
                    gaps.stream().map(TrunkSentences::line).toList());
        }
    }

    private final Map<String, Figures> trunks = new TreeMap<>();

    /** Nothing yet. */
    public TrunkFigures() {}

    /** Takes a call or another exchange. */
    public void add(CallReport report) {
        Call call = report.call();
        if (touchesMicrosoft(call)) {
            TeamsCall.of(call)
                    .filter(TeamsCall::isDirectRouting)
                    .ifPresent(teams -> add(teams, report.disposition().kind()));
        }
    }

    private static boolean touchesMicrosoft(Call call) {
        if (isMicrosoft(call.caller()) || isMicrosoft(call.nextHop())) {
            return true;
        }
        return call.has(Trait.SEVERAL_HOPS)
                && call.messages().stream()
                        .anyMatch(message -> isMicrosoft(message.from()) || isMicrosoft(message.to()));
    }

    private static boolean isMicrosoft(Endpoint endpoint) {
        return AddressRanges.hold(endpoint.host());
    }

    private void add(TeamsCall teams, Disposition.Kind outcome) {
        String sbc = teams.sbcEndpoint().host();
        if (trunks.size() == MOST_TRUNKS && !trunks.containsKey(sbc)) {
            return;
        }
        Call call = teams.call();
        Figures figures = trunks.computeIfAbsent(sbc, fresh -> new Figures());
        if (figures.name.isEmpty()) {
            figures.name = teams.sbcName().orElse("");
        }
        call.end().filter(figures.last::isBefore).ifPresent(end -> figures.last = end);
        if (call.method().equals(Method.OPTIONS)) {
            if (call.finalStatus() / 100 == 2) {
                teams.requestToMicrosoft()
                        .filter(TrackedMessage::hasTime)
                        .ifPresent(request -> figures.timeline.add(request.time()));
            }
        } else if (call.method().equals(Method.INVITE)) {
            if (outcome != Disposition.Kind.INCOMPLETE && outcome != Disposition.Kind.CANCELLED) {
                figures.effectiveness.add(isDelivered(outcome));
            }
            figures.ports.add(teams);
            MediaRanges.ofMicrosoft(teams).ifPresent(place -> figures.media.merge(place, 1, Integer::sum));
        }
    }

    /** Microsoft counts answered, busy, unanswered and rejected calls; 504 and the like are not delivered. */
    private static boolean isDelivered(Disposition.Kind kind) {
        return switch (kind) {
            case ANSWERED, ANSWERED_ELSEWHERE, BUSY, NO_ANSWER, DECLINED, DO_NOT_DISTURB, REDIRECTED -> true;
            default -> false;
        };
    }

    /** A review of each SBC of which there is more to say than its calls say one by one, by address. */
    public List<TrunkReview> reviews() {
        return trunks.entrySet().stream()
                .filter(trunk -> trunk.getValue().sayMoreThanTheirCalls())
                .map(trunk -> trunk.getValue().review(trunk.getKey()))
                .toList();
    }
}
