package org.callcause;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Violation;
import org.callcause.rule.RuleSet;
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
 *     CaptureComparison comparison = new CaptureComparison(captures, callcause.rules());
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

    /** Those of {@link #FINDINGS} that this rule set has not dropped. */
    public static List<Finding> findings(RuleSet rules) {
        return FINDINGS.stream()
                .filter(finding -> !rules.isWithout(finding.id()))
                .toList();
    }

    private final JoinedCaptures captures;
    private final RuleSet rules;

    /** Compares these. What the rule set drops, suppresses or weighs by the ids above is dropped, suppressed or weighed. */
    public CaptureComparison(JoinedCaptures captures, RuleSet rules) {
        this.captures = captures;
        this.rules = rules;
    }

    /** The report of a call with where it was captured, and with what the captures show together. */
    public CallReport told(CallReport report) {
        List<String> callIds = report.call().callIds();
        List<JoinedCaptures.Seen> seen = captures.observations(callIds);
        return (seen.isEmpty() ? report : report.with(verdict(report, seen))).seenAt(captures.places(callIds));
    }

    private Verdict verdict(CallReport report, List<JoinedCaptures.Seen> seen) {
        Verdict verdict = report.verdict();
        if (isHurt(report)) {
            // of two that are equally likely the one that is told last is the first
            for (JoinedCaptures.Seen lost : found(seen, LOST, Observation.Kind.LOST, 1)) {
                verdict = with(verdict, CaptureFindings.lost(lost));
            }
            for (JoinedCaptures.Seen unanswered : found(seen, UNANSWERED, Observation.Kind.UNANSWERED, 1)) {
                verdict = with(verdict, CaptureFindings.unanswered(unanswered));
            }
        }
        for (JoinedCaptures.Seen altered : found(seen, ALTERED, Observation.Kind.ALTERED, MOST_TOLD)) {
            Violation violation = CaptureFindings.altered(altered);
            Optional<Verdict.Suppressed> suppressed = suppressed(ALTERED, violation.title());
            verdict = suppressed.isPresent() ? verdict.with(suppressed.get()) : verdict.with(violation);
        }
        return verdict;
    }

    private Verdict with(Verdict verdict, Diagnosis found) {
        return suppressed(found.rule(), found.title())
                .map(verdict::with)
                .orElseGet(() -> verdict.with(
                        rules.weightOf(found.rule()).map(found::withLikelihood).orElse(found)));
    }

    private Optional<Verdict.Suppressed> suppressed(String id, String title) {
        return rules.suppressionOf(id).map(suppression -> new Verdict.Suppressed(id, title, suppression.reason()));
    }

    private static boolean isHurt(CallReport report) {
        Call call = report.call();
        return report.diagnosis().isPresent()
                || call.disposition().kind().isFailure()
                || call.finalResponse().isEmpty();
    }

    private List<JoinedCaptures.Seen> found(
            List<JoinedCaptures.Seen> seen, String id, Observation.Kind kind, int most) {
        return seen.stream()
                .filter(one -> one.observation().kind() == kind && !rules.isWithout(id))
                .limit(most)
                .toList();
    }
}
