package org.callcause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Violation;
import org.callcause.rule.Verdict;
import org.callcause.vantage.JoinedCaptures;
import org.callcause.vantage.Observation;

/**
 * What several captures of the same calls at different places show together: a message that left one and never reached
 * another, one that was changed on the way, one that arrived and got no answer. Added to the reports of the calls concerned,
 * as diagnoses where it explains why a call failed.
 *
 * <pre>{@code
 * for (JoinedCaptures captures : JoinedCaptures.of(List.of(atThePhone, atTheServer))) {
 *     CaptureComparison comparison = new CaptureComparison(captures);
 *     try (CallStream calls = callcause.stream(report -> show(comparison.told(report)))) {
 *         captures.messages().forEach(calls::add);
 *     }
 * }
 * }</pre>
 */
public final class CaptureComparison {

    /** The rule of a message that passed one place and never reached the other. */
    public static final String LOST = "captures/lost-on-the-way";

    /** The rule of a message that is not the same at both places. */
    public static final String ALTERED = "captures/altered-on-the-way";

    /** The rule of a request that passed both places and got no answer. */
    public static final String UNANSWERED = "captures/arrived-never-answered";

    /** What can be found, for lists of rules: no rule module has these, because no rule sees two captures. */
    public static final List<Finding> FINDINGS = List.of(
            new Finding(
                    LOST,
                    "A message was lost on the way",
                    "the call failed, and a message that left one place of capture, however often, is missing at the"
                            + " other, which was running",
                    List.of(new Reference("RFC 3261 17.1.1.2"))),
            new Finding(
                    ALTERED,
                    "A message was altered on the way",
                    "a message arrives at the other place of capture with another start line, other headers or another"
                            + " body, although no SIP element is between the two",
                    List.of(new Reference("RFC 3261 16.6"))),
            new Finding(
                    UNANSWERED,
                    "A request arrived and was never answered",
                    "the call failed, and a request passed both places of capture, and neither has a response to it",
                    List.of(new Reference("RFC 3261 8.2"), new Reference("RFC 3261 17.2.1"))));

    private static final int MOST_TOLD = 3;

    /**
     * Something that two captures can show together.
     *
     * @param id what the report names as the rule
     * @param title in a few words
     * @param when the condition, to be read after "when"
     * @param references the sections of the standard
     */
    public record Finding(String id, String title, String when, List<Reference> references) {

        /** Copies the list. */
        public Finding {
            references = List.copyOf(references);
        }
    }

    private final JoinedCaptures captures;

    /** Compares these. */
    public CaptureComparison(JoinedCaptures captures) {
        this.captures = captures;
    }

    /** The report of a call with where it was captured, and with what the captures show together. */
    public CallReport told(CallReport report) {
        List<String> callIds = report.call().callIds();
        List<JoinedCaptures.Seen> seen = captures.observations(callIds);
        return (seen.isEmpty() ? report : report.with(verdict(report, seen))).seenAt(captures.places(callIds));
    }

    private static Verdict verdict(CallReport report, List<JoinedCaptures.Seen> seen) {
        Verdict verdict = report.verdict();
        List<Diagnosis> diagnoses = new ArrayList<>();
        List<Violation> violations = new ArrayList<>(verdict.violations());
        if (isHurt(report)) {
            first(seen, Observation.Kind.UNANSWERED).stream()
                    .map(CaptureFindings::unanswered)
                    .forEach(diagnoses::add);
            first(seen, Observation.Kind.LOST).stream()
                    .map(one -> CaptureFindings.lost(one, report))
                    .forEach(diagnoses::add);
        }
        seen.stream()
                .filter(is(Observation.Kind.ALTERED))
                .limit(MOST_TOLD)
                .map(CaptureFindings::altered)
                .forEach(violations::add);
        diagnoses.addAll(verdict.diagnoses());
        return new Verdict(
                diagnoses,
                verdict.superseded(),
                violations,
                verdict.notChecked(),
                verdict.suppressed(),
                verdict.failures());
    }

    private static boolean isHurt(CallReport report) {
        Call call = report.call();
        return report.diagnosis().isPresent()
                || call.disposition().kind().isFailure()
                || call.finalResponse().isEmpty();
    }

    private static List<JoinedCaptures.Seen> first(List<JoinedCaptures.Seen> seen, Observation.Kind kind) {
        return seen.stream().filter(is(kind)).limit(1).toList();
    }

    private static Predicate<JoinedCaptures.Seen> is(Observation.Kind kind) {
        return one -> one.observation().kind() == kind;
    }
}
