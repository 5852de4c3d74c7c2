package org.callcause.rules.teams.trunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callcause.diagnosis.Sentences;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.health.OptionsTimeline.Gap;
import org.callcause.rules.teams.health.OptionsTimeline.Health;
import org.callcause.rules.teams.readiness.MediaPortUse.Use;
import org.callcause.rules.teams.readiness.MediaRanges.Place;

/** Words for the figures of a trunk. */
final class TrunkSentences {

    private TrunkSentences() {}

    static String ports(Use use) {
        String seen = "Media: at most " + use.peak() + (use.peak() == 1 ? " call" : " calls")
                + " at a time, over ports " + use.lowestPort() + " to " + (use.highestPort() + 1);
        int needed = use.peak() * Defaults.mediaPortsPerCall();
        return use.isEnoughForPeak()
                ? seen + ": enough by Microsoft's rule of " + Defaults.mediaPortsPerCall() + " ports a call at least."
                : seen + ", which are " + use.span() + " ports where " + needed + " are needed at least ("
                        + Defaults.mediaPortsPerCall()
                        + " a call). The SBC may have more than were seen: check its media port range.";
    }

    static String media(Map<Place, Integer> places) {
        List<String> parts = new ArrayList<>();
        places.forEach((place, number) -> parts.add(number + " " + place.sentence()));
        return "Microsoft's media, by calls: " + String.join("; ", parts) + ".";
    }

    static String health(int options, List<Gap> gaps) {
        String answered = "OPTIONS: " + options + " answered by Microsoft, ";
        return gaps.isEmpty()
                ? answered + "never more than " + Defaults.optionsHealthy().toMinutes()
                        + " minutes apart: healthy throughout."
                : answered + "with " + gaps.size() + (gaps.size() == 1 ? " time" : " times")
                        + " in which the SBC was not healthy. " + Places.HEALTH_DASHBOARD + ".";
    }

    static String line(Gap gap) {
        return gap.from() + " to " + (gap.isOpen() ? "the end" : gap.to().toString()) + "  "
                + (gap.worst() == Health.DEMOTED
                        ? "demoted by every edition of the documents"
                        : "demoted by the older documents, not by the newer")
                + ", at the longest " + Sentences.time(gap.longest()) + " without an OPTIONS";
    }
}
