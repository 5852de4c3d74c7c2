package org.callcause;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.TrackedMessage;
import org.callcause.leg.JoinedCall;
import org.callcause.rule.Verdict;
import org.callcause.vantage.Observation;
import org.callcause.vantage.TwoCaptures;

/**
 * What two captures of the same calls at two places show together: a message that left one and never reached the other, one
 * that was changed on the way, one that arrived and got no answer. Added to the reports of the calls concerned, as diagnoses
 * where it explains why a call failed.
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

    private final TwoCaptures captures;

    private CaptureComparison(TwoCaptures captures) {
        this.captures = captures;
    }

    /** The comparison of two captures; empty where they are not of the same traffic at two places. */
    public static Optional<CaptureComparison> of(List<CallReport> first, List<CallReport> second) {
        return TwoCaptures.of(calls(first), calls(second)).map(CaptureComparison::new);
    }

    private static List<Call> calls(List<CallReport> reports) {
        return reports.stream().map(CallReport::call).toList();
    }

    /** One sentence on the clocks and the way between the two places. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "The captures show the same traffic at two places, %s ms apart; the clock of the later one given is %s"
                        + " s %s.",
                milliseconds(captures.delay()),
                seconds(captures.clockOffset().abs()),
                captures.clockOffset().isNegative() ? "behind" : "ahead");
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toNanos() / 1e6);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }

    /** The report of a call of the first capture, with what the second adds. */
    public CallReport ofFirst(CallReport report) {
        return with(report, captures::ofFirst);
    }

    /** The report of a call of the second capture, with what the first adds. */
    public CallReport ofSecond(CallReport report) {
        return with(report, captures::ofSecond);
    }

    private CallReport with(CallReport report, Function<Call, List<Observation>> reader) {
        List<Observation> observations = reader.apply(report.call());
        if (observations.isEmpty()) {
            return report;
        }
        boolean hurt = report.diagnosis().isPresent()
                || JoinedCall.hasFailed(report.call())
                || report.call().finalResponse().isEmpty();
        Verdict verdict = report.verdict();
        List<Diagnosis> diagnoses = new ArrayList<>();
        List<Violation> violations = new ArrayList<>(verdict.violations());
        one(observations, Observation.Kind.UNANSWERED)
                .filter(one -> hurt)
                .map(this::unanswered)
                .ifPresent(diagnoses::add);
        one(observations, Observation.Kind.LOST)
                .filter(one -> hurt)
                .map(one -> lost(one, report))
                .ifPresent(diagnoses::add);
        all(observations, Observation.Kind.ALTERED).stream()
                .limit(MOST_TOLD)
                .map(this::altered)
                .forEach(violations::add);
        diagnoses.addAll(verdict.diagnoses());
        return report.with(new Verdict(
                diagnoses,
                verdict.superseded(),
                violations,
                verdict.notChecked(),
                verdict.suppressed(),
                verdict.failures()));
    }

    private static List<Observation> all(List<Observation> observations, Observation.Kind kind) {
        return observations.stream().filter(one -> one.kind() == kind).toList();
    }

    private static Optional<Observation> one(List<Observation> observations, Observation.Kind kind) {
        return all(observations, kind).stream().findFirst();
    }

    private static Evidence quote(TrackedMessage message) {
        return new Evidence(
                message.index(), Evidence.START_LINE, message.message().startLine());
    }

    private static String name(TrackedMessage message) {
        return message.isRequest()
                ? message.message().sequenceMethod().name().equals("ACK")
                        ? "ACK"
                        : message.message().sequenceMethod().name()
                : message.status() + " to the "
                        + message.message().sequenceMethod().name();
    }

    private static String times(int times) {
        return times == 1 ? "once" : times + " times";
    }

    private Diagnosis lost(Observation lost, CallReport report) {
        TrackedMessage sent = lost.sent();
        return new Diagnosis(
                LOST,
                Cause.TRANSPORT_FAILED,
                lost.times() == 1 ? Likelihood.LIKELY : Likelihood.CERTAIN,
                new Origin(
                        Origin.NETWORK,
                        sent.to(),
                        Origin.Basis.SEEN,
                        "between " + sent.from() + " and " + sent.to() + ", behind the one place of capture and before"
                                + " the other"),
                "The " + name(sent) + " was lost on the way",
                "The " + name(sent) + " left " + sent.from() + " " + times(lost.times()) + ", from message #"
                        + sent.index()
                        + " on, and the other capture, which was running and shows other messages of the same two"
                        + " hosts, does not have it. " + summary(),
                List.of(quote(sent)),
                List.of(
                        new Remedy(
                                Audience.ADMIN,
                                "Look at what stands between the two places: firewalls, SIP inspection, NAT timeouts,"
                                        + " and fragments of messages larger than a packet ("
                                        + sent.message().length() + " bytes here)."),
                        new Remedy(
                                Audience.CARRIER,
                                "Check the interface and the filters where the way enters your network.")),
                List.of("Capture on both sides of each element on the way: the one that gets it and does not send it on"
                        + " is the one."),
                List.of(new Reference("RFC 3261 17.1.1.2")),
                List.of(),
                report.diagnosis().flatMap(Diagnosis::refinedDisposition));
    }

    private Diagnosis unanswered(Observation silent) {
        TrackedMessage sent = silent.sent();
        TrackedMessage arrived = silent.arrived().get(0);
        return new Diagnosis(
                UNANSWERED,
                Cause.NO_RESPONSE,
                Likelihood.CERTAIN,
                new Origin(
                        Origin.CALLED_SIDE,
                        arrived.to(),
                        Origin.Basis.SEEN,
                        "the request passed the place of capture nearer to it, and nothing came back there"),
                "The " + name(sent) + " arrived and was never answered",
                "The " + name(sent) + " left " + sent.from() + " " + times(silent.times()) + " and was seen "
                        + times(silent.arrived().size()) + " at the other place, next to " + arrived.to()
                        + "; neither capture has any response to it. The network between the two places did its part. "
                        + summary(),
                List.of(quote(sent), quote(arrived)),
                List.of(new Remedy(
                        Audience.ADMIN,
                        "Look at " + arrived.to()
                                + " itself: whether the service runs and listens on this port, its own"
                                + " firewall, and its log at the time of message #" + arrived.index() + ".")),
                List.of("The log of " + arrived.to() + ": whether it shows the request at all."),
                List.of(new Reference("RFC 3261 8.2"), new Reference("RFC 3261 17.2.1")),
                List.of(),
                Optional.empty());
    }

    private Violation altered(Observation altered) {
        TrackedMessage sent = altered.sent();
        TrackedMessage arrived = altered.arrived().get(0);
        String what = altered.differences().stream()
                .map(Observation.Difference::what)
                .distinct()
                .collect(Collectors.joining(", "));
        List<Evidence> evidence = new ArrayList<>();
        for (Observation.Difference difference : altered.differences()) {
            if (!difference.sent().isEmpty()) {
                evidence.add(new Evidence(sent.index(), difference.what(), line(difference.what(), difference.sent())));
            }
            if (!difference.arrived().isEmpty()) {
                evidence.add(new Evidence(
                        arrived.index(), difference.what(), line(difference.what(), difference.arrived())));
            }
        }
        return new Violation(
                ALTERED,
                new Origin(
                        Origin.NETWORK,
                        arrived.from(),
                        Origin.Basis.SEEN,
                        "between " + sent.from() + " and " + arrived.to() + ", by something that is no SIP element of"
                                + " this hop"),
                "The " + name(sent) + " was altered on the way: " + what,
                "Message #" + sent.index() + " left " + sent.from() + " and arrived as message #" + arrived.index()
                        + " with other words in " + what + ", although no SIP element shows between the two places."
                        + " SIP inspection in routers and firewalls does this, and what it leaves half changed makes"
                        + " calls fail. " + summary(),
                evidence,
                List.of(new Remedy(
                        Audience.ADMIN,
                        "Switch SIP inspection (SIP ALG) off in the routers and firewalls between the two places.")),
                List.of("Capture on both sides of each router on the way."),
                List.of(new Reference("RFC 3261 16.6")));
    }

    private static String line(String what, String value) {
        return what.equals(Evidence.START_LINE) || what.equals(Evidence.BODY) ? value : what + ": " + value;
    }
}
