package org.callcause.rules.rfc3261.sessiontimer;

import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.timed;

import java.time.Duration;
import java.util.List;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;

/** Calls that end at an age at which something other than a person ends calls. */
final class RoundAgeRules {

    private static final List<Duration> ROUND_AGES =
            List.of(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2));
    private static final Duration ON_THE_DOT = Duration.ofMillis(1_500);
    private static final Duration YOUNGEST_ROUND_AGE = ROUND_AGES.get(0).minus(ON_THE_DOT);

    private RoundAgeRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/drop-at-round-age")
                .title("The call ended at an age at which timers end calls")
                .cites("RFC 4028 10")
                .on(ended(Disposition.Kind.ANSWERED)
                        .and(method(Method.INVITE))
                        .and(timed(
                                "it was hung up 15, 30, 60 or 120 min after the answer, to the second",
                                RoundAgeRules::atRoundAge))
                        .needs(Trait.LASTED_LONG))
                .check(RoundAgeRules::tellRoundAge));
    }

    private static boolean atRoundAge(Call call) {
        return call.talkTime()
                .filter(age -> age.compareTo(YOUNGEST_ROUND_AGE) >= 0)
                .filter(age -> ROUND_AGES.stream()
                        .anyMatch(round -> age.minus(round).abs().compareTo(ON_THE_DOT) <= 0))
                .isPresent();
    }

    private static void tellRoundAge(Call call, Findings findings) {
        findings.notChecked(
                "the call was hung up " + Sentences.time(call.talkTime().orElseThrow())
                        + " after the answer, where session timers, idle connections, licences and limits of duration"
                        + " end calls; one call cannot tell that from chance, and several calls of the same age can");
    }
}
