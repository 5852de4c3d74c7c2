package org.callcause.rules.teams.health;

import java.time.Duration;
import org.callcause.diagnosis.Sentences;
import org.callcause.incident.CallMoments;
import org.callcause.incident.EndedCall;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.health.OptionsTimeline.Health;

/** What the silence of an SBC says of a call that failed meanwhile. */
final class HealthSentences {

    private HealthSentences() {}

    /** To be read in the report of the call, before anybody is blamed for its end. */
    static String ofCall(EndedCall call, String sbc, Duration silence, long refusedOptions) {
        return "When this call was made, Microsoft had answered no OPTIONS of the SBC " + sbc + " for "
                + Sentences.time(silence) + ", where there is to be one each minute. "
                + refused(refusedOptions) + " "
                + demotion(OptionsTimeline.after(silence)) + " "
                + (rang(call)
                        ? "This call rang all the same, so the trunk carried it: its end has a reason of its own."
                        : "Look at this trunk before the phone, the user or the carrier is blamed.")
                + " " + Places.HEALTH_DASHBOARD + ".";
    }

    private static String refused(long options) {
        return switch ((int) Math.min(options, 2)) {
            case 0 -> "None was captured in that time: the SBC sent none, or the capture missed them.";
            case 1 -> "One that it sent in that time was refused or not answered.";
            default -> options + " that it sent in that time were refused or not answered.";
        };
    }

    private static String demotion(Health health) {
        return health == Health.DEMOTED
                ? "After more than " + Defaults.optionsDemoted().toMinutes()
                        + " minutes every edition of Microsoft's documents has the SBC demoted: it gets calls last, or"
                        + " not at all."
                : "By Microsoft's older documents an SBC is demoted after "
                        + Defaults.optionsHealthy().toMinutes() + " minutes, by the newer ones after "
                        + Defaults.optionsDemoted().toMinutes() + ": between them it is not sure.";
    }

    private static boolean rang(EndedCall call) {
        CallMoments moments = call.moments();
        return moments.ringTime() != CallMoments.ABSENT || moments.postDialDelay() != CallMoments.ABSENT;
    }
}
