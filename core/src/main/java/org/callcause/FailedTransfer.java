package org.callcause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rule.Verdict;

/**
 * A call that a REFER asked for and that failed, in the report of the call in which it was asked. There it is a transfer
 * that failed, and no more: who was busy, and who should call again, are the parties of the other call.
 *
 * @param asked the call that failed
 * @param leg its number
 * @param way how it failed, in a sentence without its full stop
 * @param cause its diagnosis
 */
record FailedTransfer(Call asked, int leg, String way, Diagnosis cause) {

    private static final Set<Cause> OF_A_TRANSFER =
            Set.of(Cause.TRANSFER_FAILED, Cause.TRANSFER_TARGET_UNAVAILABLE, Cause.REPLACES_NO_MATCH);

    /** The verdict on the call of the REFER: its own reading of the transfer with what the other call shows, or a new one. */
    Verdict told(Verdict verdict) {
        List<Diagnosis> diagnoses = new ArrayList<>(verdict.diagnoses());
        int own = 0;
        while (own < diagnoses.size()
                && !OF_A_TRANSFER.contains(diagnoses.get(own).cause())) {
            own++;
        }
        if (own < diagnoses.size()) {
            diagnoses.set(own, shown(diagnoses.get(own)));
            return verdict.withDiagnoses(diagnoses);
        }
        return verdict.with(read());
    }

    private Diagnosis shown(Diagnosis own) {
        return new Diagnosis(
                own.rule(),
                own.cause(),
                own.likelihood(),
                where(own.origin()),
                own.title(),
                own.explanation() + " " + explanation(),
                Stream.concat(own.evidence().stream(), cause.evidence().stream())
                        .distinct()
                        .toList(),
                own.remedies(),
                confirm(),
                own.references(),
                own.alternatives(),
                own.refinedDisposition());
    }

    /** Who only reported the failure is not its place, where the call that failed points at one. */
    private Origin where(Origin own) {
        Origin there = cause.origin();
        if (!there.address().isKnown()) {
            return own;
        }
        String party = switch (there.party()) {
            case Origin.CALLER -> "transferee";
            case Origin.CALLED_SIDE, Origin.CALLEE -> own.party();
            default -> there.party();
        };
        return new Origin(party, there.address(), there.basis(), there.explanation())
                .adding("on leg " + leg + ", which the transfer asked for");
    }

    private Diagnosis read() {
        return new Diagnosis(
                cause.rule(),
                word(),
                cause.likelihood(),
                cause.origin().adding("on the call that the transfer asked for"),
                "The transfer failed: " + answer(),
                explanation(),
                cause.evidence(),
                List.of(
                        new Remedy(Audience.USER, "Take the call back, and call the target first before transferring."),
                        new Remedy(Audience.ADMIN, "Look at leg " + leg + ": why it failed is why the transfer did.")),
                confirm(),
                cause.references(),
                List.of(),
                Optional.empty());
    }

    private String answer() {
        return asked.furthestFinalResponse().map(TrackedMessage::codeAndPhrase).orElse("its call got no answer");
    }

    private Cause word() {
        if (OF_A_TRANSFER.contains(cause.cause())) {
            return cause.cause();
        }
        return isOfTheTarget(asked.disposition().kind()) ? Cause.TRANSFER_TARGET_UNAVAILABLE : Cause.TRANSFER_FAILED;
    }

    private static boolean isOfTheTarget(Disposition.Kind kind) {
        return switch (kind) {
            case BUSY, DECLINED, NO_ANSWER, DO_NOT_DISTURB, UNAVAILABLE, NOT_FOUND, UNREACHABLE -> true;
            default -> false;
        };
    }

    private String explanation() {
        return Sentences.finished(way) + " " + Sentences.finished("what is said of that call: " + cause.title());
    }

    private List<String> confirm() {
        return List.of("The report of leg " + leg + ", which is the call that the transfer asked for.");
    }
}
