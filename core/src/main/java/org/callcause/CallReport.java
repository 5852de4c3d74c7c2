package org.callcause;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.NotChecked;
import org.callcause.diagnosis.Violation;
import org.callcause.incident.Circumstance;
import org.callcause.leg.JoinedCall;
import org.callcause.rule.Verdict;
import org.callcause.vantage.PlaceOfCapture;

/**
 * A call, how it ended and why. Made by the library.
 *
 * @param call the call
 * @param verdict what the rules say of it
 * @param joined the call of several Call-IDs that this one is a leg of, or the calls of a transfer; present too where
 *     there is no more than a guess of another leg
 * @param circumstances what incident rules knew of the moment of a call that was not answered, to be read before any
 *     diagnosis: that its trunk was not healthy, for one; empty where calls are not looked at together
 * @param places where the call was captured, if that is more than one place
 */
public record CallReport(
        Call call,
        Verdict verdict,
        Optional<JoinedCall> joined,
        List<Circumstance> circumstances,
        List<PlaceOfCapture> places) {

    /** Keeps the parts as they are. */
    public CallReport {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(joined, "joined");
        circumstances = List.copyOf(circumstances);
        places = List.copyOf(places);
    }

    /** The report of a call that is no leg of another. */
    public CallReport(Call call, Verdict verdict) {
        this(call, verdict, Optional.empty(), List.of(), List.of());
    }

    CallReport with(Verdict other) {
        return new CallReport(call, other, joined, circumstances, places);
    }

    CallReport with(JoinedCall all) {
        return new CallReport(call, verdict, Optional.of(all), circumstances, places);
    }

    CallReport with(List<Circumstance> known) {
        return known.isEmpty() ? this : new CallReport(call, verdict, joined, known, places);
    }

    CallReport seenAt(List<PlaceOfCapture> all) {
        return new CallReport(call, verdict, joined, circumstances, all);
    }

    /** Whether this call failed, and the call it is a leg of was answered by another way, or rang there. */
    public boolean isOvercome() {
        return joined.filter(all -> all.isOvercome(call)).isPresent();
    }

    /** Whether this call is a leg that came of another leg of its call, and so no call of its own. */
    public boolean isFurtherLeg() {
        return joined.flatMap(all -> all.linkBefore(call)).isPresent();
    }

    /** Whether an earlier leg of its call passed its failure on, and so tells it too. */
    public boolean isPassedOn() {
        return joined.filter(all -> all.legs().stream()
                        .anyMatch(leg -> leg != call && all.failurePath(leg).contains(call)))
                .isPresent();
    }

    /** How the call ended: the RFC reading, refined by the first-ranked diagnosis where that knows better. */
    public Disposition disposition() {
        List<Diagnosis> all = verdict.diagnoses();
        return all.isEmpty() || all.get(0).refinedDisposition().isEmpty()
                ? call.disposition()
                : call.disposition().withKind(all.get(0).refinedDisposition().get());
    }

    /** The best reading; absent for a healthy call. */
    public Optional<Diagnosis> diagnosis() {
        List<Diagnosis> all = verdict.diagnoses();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** All readings that count, the best first; empty for a healthy call. */
    public List<Diagnosis> diagnoses() {
        return verdict.diagnoses();
    }

    /** The rules of RFCs that were broken, whether or not it hurt the call. */
    public List<Violation> violations() {
        return verdict.violations();
    }

    /** What could not be decided, which is not the same as clean. */
    public List<NotChecked> notChecked() {
        return verdict.notChecked();
    }

    /** The outcome and the best reading in one line, for logs. */
    public String summary() {
        String outcome = call.id() + " " + disposition().kind();
        return diagnosis().map(best -> outcome + ": " + best.title()).orElse(outcome);
    }
}
