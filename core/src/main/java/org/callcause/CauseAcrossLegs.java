package org.callcause;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.callcause.call.Call;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.incident.Circumstance;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegLink;
import org.callcause.leg.LegProof;
import org.callcause.message.Reason;
import org.callcause.rule.RuleEngine;
import org.callcause.rule.Verdict;

/**
 * What the legs of a call know of each other: a leg that only passed a failure on gets the reading of the leg where it
 * began, and a leg that failed while the call was answered, or rang, by another way is no failure.
 */
final class CauseAcrossLegs {

    private static final String OVERCOME = "the call was answered, or rang, by another way (another leg of it)";

    private final RuleEngine engine;
    private final JoinedCall joined;
    private final List<CallReport> reports;

    CauseAcrossLegs(RuleEngine engine, JoinedCall joined, List<CallReport> reports) {
        this.engine = engine;
        this.joined = joined;
        this.reports = reports;
    }

    /** The reports with what follows from the others, in the same order. */
    List<CallReport> told() {
        return reports.stream().map(this::told).toList();
    }

    private CallReport told(CallReport own) {
        CallReport report = own.with(joined);
        Call leg = report.call();
        Verdict verdict = report.verdict();
        if (joined.isOvercome(leg)) {
            return report.with(overcome(verdict));
        }
        List<Call> path = joined.failurePath(leg);
        if (path.size() > 1) {
            Call deepest = path.get(path.size() - 1);
            CallReport began = reportOf(deepest);
            Optional<Diagnosis> cause = causeOf(deepest).map(there -> knownCloser(report, there));
            if (cause.isPresent()) {
                return report.with(first(passedOn(report, path, cause.get()), verdict))
                        .with(circumstances(path));
            }
            if (!began.verdict().suppressed().isEmpty()) {
                return report.with(engine.explained(verdict, began.verdict().suppressed()))
                        .with(circumstances(path));
            }
        }
        if (path.size() == 1) {
            return report.with(new EndedBetweenLegs(joined, leg).told(withCauseOf(leg, verdict)));
        }
        return transfer(report).map(report::with).orElse(report);
    }

    /**
     * The reading of the leg where the failure began; the leg's own, where its rule is known to say the same more closely,
     * with what that other leg shows.
     */
    private static Diagnosis knownCloser(CallReport report, Diagnosis there) {
        return report.verdict().superseded().stream().anyMatch(one -> one.rule().equals(there.rule()))
                ? report.diagnosis().map(own -> shownBy(there, own)).orElse(there)
                : there;
    }

    private static Diagnosis shownBy(Diagnosis there, Diagnosis own) {
        List<Evidence> evidence = new ArrayList<>(there.evidence());
        evidence.addAll(own.evidence());
        return new Diagnosis(
                own.rule(),
                own.cause(),
                own.likelihood(),
                inWordsOf(own, there),
                own.title(),
                own.explanation(),
                evidence,
                own.remedies(),
                own.confirm(),
                own.references(),
                own.alternatives(),
                own.refinedDisposition());
    }

    /** Whose side it is in the words of another module, which knows what the element between the legs is. */
    private static Origin inWordsOf(Diagnosis own, Diagnosis there) {
        Origin origin = there.origin();
        return own.origin().equals(Origin.UNKNOWN) || module(own).equals(module(there))
                ? origin
                : new Origin(
                        "the side behind " + own.origin().party(),
                        origin.address(),
                        origin.basis(),
                        origin.explanation());
    }

    private static String module(Diagnosis diagnosis) {
        return diagnosis.rule().substring(0, diagnosis.rule().indexOf('/') + 1);
    }

    /** Of every leg that the failure came through: what surrounded one surrounded the call. */
    private List<Circumstance> circumstances(List<Call> path) {
        return path.stream()
                .flatMap(leg -> reportOf(leg).circumstances().stream())
                .distinct()
                .toList();
    }

    /** The first reading of a leg, with what the call that it was to replace shows. */
    private Optional<Diagnosis> causeOf(Call leg) {
        return reportOf(leg).diagnosis().map(own -> new SwappedTags(joined, leg).told(own));
    }

    private Verdict withCauseOf(Call leg, Verdict verdict) {
        List<Diagnosis> diagnoses = new ArrayList<>(verdict.diagnoses());
        causeOf(leg).ifPresent(cause -> diagnoses.set(0, cause));
        return verdict.withDiagnoses(diagnoses);
    }

    private CallReport reportOf(Call leg) {
        return reports.get(joined.number(leg) - 1);
    }

    private static Verdict overcome(Verdict verdict) {
        List<Verdict.Suppressed> suppressed = new ArrayList<>(verdict.suppressed());
        verdict.diagnoses().forEach(one -> suppressed.add(new Verdict.Suppressed(one.rule(), one.title(), OVERCOME)));
        return new Verdict(
                List.of(),
                verdict.superseded(),
                verdict.violations(),
                verdict.notChecked(),
                suppressed,
                verdict.failures());
    }

    /** The verdict with this diagnosis before the others; an equal reading of the leg itself is not told twice. */
    private static Verdict first(Diagnosis cause, Verdict verdict) {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(cause);
        verdict.diagnoses().stream()
                .filter(own -> !own.rule().equals(cause.rule()))
                .map(own -> own.withAlternatives(List.of()))
                .forEach(diagnoses::add);
        return verdict.withDiagnoses(diagnoses);
    }

    private Diagnosis passedOn(CallReport report, List<Call> path, Diagnosis cause) {
        Likelihood likelihood = cause.likelihood();
        StringBuilder way = new StringBuilder();
        List<Evidence> evidence = new ArrayList<>(cause.evidence());
        for (int i = path.size() - 1; i > 0; i--) {
            Call behind = path.get(i);
            Call before = path.get(i - 1);
            likelihood = noMoreThan(likelihood, joined.linkBefore(behind).map(LegLink::proof));
            way.append(step(behind, before)).append(' ');
            before.furthestFinalResponse()
                    .ifPresent(answer -> evidence.add(new Evidence(
                            answer.index(),
                            Evidence.START_LINE,
                            answer.message().startLine())));
        }
        Call deepest = path.get(path.size() - 1);
        Origin origin = cause.origin()
                .adding("on leg " + joined.number(deepest) + ", Call-ID " + String.join(", ", deepest.callIds()));
        Origin there = new Origin(
                partyAsSeenFromTheFirstLeg(origin, path), origin.address(), origin.basis(), origin.explanation());
        return carried(
                report,
                cause,
                likelihood,
                there,
                way + cause.explanation(),
                evidence.stream().distinct().toList());
    }

    /** The caller of a leg behind is not the caller, but an element on the way or somebody before it. */
    private String partyAsSeenFromTheFirstLeg(Origin origin, List<Call> path) {
        return origin.party().equals(Origin.CALLER)
                ? "the side that made leg " + joined.number(path.get(path.size() - 1))
                : origin.party();
    }

    /** What a leg proves by an o= line or a branch is as good as certain, and a diagnosis built on it says likely. */
    private static Likelihood noMoreThan(Likelihood likelihood, Optional<LegProof> proof) {
        boolean weaker = proof.filter(one -> one.score() < LegProof.DIALOG_REFERENCE.score())
                .isPresent();
        return weaker && likelihood == Likelihood.CERTAIN ? Likelihood.LIKELY : likelihood;
    }

    private String step(Call behind, Call before) {
        String onLeg = " on leg " + joined.number(behind);
        Optional<TrackedMessage> answer = behind.finalResponse();
        Optional<TrackedMessage> passedOn = before.furthestFinalResponse();
        if (passedOn.isEmpty()) {
            return Sentences.finished(behind.nextHop() + ended(behind) + onLeg);
        }
        String element = String.valueOf(passedOn.get().from());
        String after = answer.filter(TrackedMessage::hasTime)
                .filter(response -> passedOn.get().hasTime())
                .map(response -> Sentences.time(
                                Duration.ofNanos(Math.max(0, passedOn.get().nanos() - response.nanos())))
                        + " after ")
                .orElse("after ");
        return Sentences.finished(element + " answered " + status(passedOn.get()) + " " + after + behind.nextHop()
                + ended(behind) + onLeg);
    }

    private static String ended(Call leg) {
        return leg.furthestFinalResponse()
                .map(answer -> " answered " + status(answer))
                .orElse(" had not answered");
    }

    /** The code and the phrase, and the cause that a Reason names. */
    private static String status(TrackedMessage answer) {
        String line = answer.codeAndPhrase();
        for (Reason reason : answer.message().reasons()) {
            OptionalInt cause = reason.cause();
            if (cause.isPresent() && !reason.isOf("SIP")) {
                return line + " (" + reason.protocol() + " cause " + cause.getAsInt() + ")";
            }
        }
        return line;
    }

    /** The failure of a call that a REFER of this leg asked for: the last one, unless a later one did better. */
    private Optional<Verdict> transfer(CallReport report) {
        List<Call> asked = joined.referredFrom(report.call());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Call last = asked.get(asked.size() - 1);
        List<Call> path = joined.failurePath(last);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String way = "The call that the transfer asked for (leg " + joined.number(last) + ", Call-ID "
                + String.join(", ", last.callIds()) + ") failed: " + last.nextHop() + ended(last);
        return causeOf(path.get(path.size() - 1))
                .map(cause -> new FailedTransfer(last, joined.number(last), way, cause).told(report.verdict()));
    }

    private static Diagnosis carried(
            CallReport report,
            Diagnosis cause,
            Likelihood likelihood,
            Origin origin,
            String explanation,
            List<Evidence> evidence) {
        return new Diagnosis(
                cause.rule(),
                cause.cause(),
                likelihood,
                origin,
                cause.title(),
                explanation,
                evidence,
                cause.remedies(),
                cause.confirm(),
                cause.references(),
                cause.alternatives(),
                report.diagnosis().flatMap(Diagnosis::refinedDisposition));
    }
}
