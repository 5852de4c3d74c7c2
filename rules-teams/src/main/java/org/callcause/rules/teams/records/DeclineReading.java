package org.callcause.rules.teams.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.HumanPace;
import org.callcause.rules.teams.facts.Places;

/** What 603 says in a record: it depends on what the call was for and on the time that passed. */
final class DeclineReading {

    private static final int DECLINE = 603;
    private static final int BY_SBC = 560_603;

    /** A ring timer is seldom shorter. */
    private static final Duration RANG_OUT = Duration.ofSeconds(20);

    private DeclineReading() {}

    /** The sentences; none for a record of another code. */
    static List<String> of(CallRecord record) {
        if (record.finalCode().orElse(0) != DECLINE) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(reading(record));
        sentences.add("603 is the outcome of a call and no sign of an outage. Start narrow: this one user, this number,"
                + " this target; look wider only if many users of one site see it.");
        return sentences;
    }

    private static String reading(CallRecord record) {
        String type = record.callType().toLowerCase(Locale.ROOT);
        if (type.contains("transfer")) {
            return "This is the new leg of a transfer (" + record.callType()
                    + "): its target was not available or did not take it, and the call that was transferred may be"
                    + " healthy. " + Places.DIRECT_OR_TRANSFER + ".";
        }
        if (type.contains("conf")) {
            return "This is a leg into a conference (" + record.callType() + "): the invitation was declined.";
        }
        if (type.contains("forward")) {
            return "This is a forwarded leg (" + record.callType() + "): where the call was forwarded to refused it. "
                    + Places.FORWARDING + ".";
        }
        return elapsed(record)
                .map(time -> byTime(record, time))
                .orElse("The called side declined or did not answer: the record has no times to tell which.");
    }

    private static String byTime(CallRecord record, Duration elapsed) {
        String passed = String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1_000.0)
                + " passed from the INVITE to the end";
        if (elapsed.compareTo(RANG_OUT) >= 0) {
            return passed + ": long enough to have rung out rather than been declined (inferred: the record does not"
                    + " show when it rang).";
        }
        if (elapsed.compareTo(HumanPace.LEAST_TO_DECLINE) < 0
                && record.subcode().orElse(0) == BY_SBC) {
            return passed + ", and 560603 is the SBC's answer: no person declines so fast. The carrier's fraud or spam"
                    + " filter, a limit of concurrent calls or the SBC's own policy refused it; sort the calls with"
                    + " 560603 by callee.";
        }
        return passed + ": short for a ring timer, so somebody or something declined. " + Places.FAR_SIDE + ".";
    }

    /** From the INVITE to the end, as far as the record tells. */
    static Optional<Duration> elapsed(CallRecord record) {
        CallRecord.Times times = record.times();
        return times.invite()
                .flatMap(from -> times.failure().map(to -> Duration.between(from, to)))
                .filter(time -> !time.isNegative())
                .or(times::duration);
    }
}
