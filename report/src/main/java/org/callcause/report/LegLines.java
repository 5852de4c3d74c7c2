package org.callcause.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegChange;
import org.callcause.leg.LegGuess;
import org.callcause.leg.LegLink;
import org.callcause.leg.LegProof;
import org.callcause.leg.LegRelation;
import org.callcause.message.Reason;

/** Tells of the legs of a call: which there are, how that is known, the way of a failure, and what was changed. */
final class LegLines {

    private static final String INDENT = "  ";
    private static final String DEEPER = "    ";
    private static final String DEEPEST = "       ";

    private final JoinedCall joined;
    private final Call told;
    private final Prose prose;

    LegLines(JoinedCall joined, Call told, Prose prose) {
        this.joined = joined;
        this.told = told;
        this.prose = prose;
    }

    void write() {
        if (joined.legs().size() > 1) {
            prose.line(INDENT + (isTransfer() ? "Legs, and calls of the transfer:" : "Legs of this call:"));
            joined.legs().forEach(this::leg);
            way();
            changes();
        }
        joined.guesses().stream()
                .filter(guess -> guess.leg().equals(told) || joined.legs().size() > 1)
                .forEach(guess -> guess(guess.guess()));
    }

    private boolean isTransfer() {
        return joined.links().stream()
                .map(LegLink::relation)
                .anyMatch(relation -> relation == LegRelation.REFERRED || relation == LegRelation.REPLACED);
    }

    private void leg(Call leg) {
        prose.paragraph(
                DEEPER,
                DEEPEST,
                joined.number(leg) + ". " + leg.caller() + " to " + leg.nextHop() + ": "
                        + ended(leg) + (joined.isOvercome(leg) ? ", and the call went on another way" : "")
                        + ". Call-ID "
                        + Wording.printable(String.join(", ", leg.callIds())));
        joined.links().stream()
                .filter(link -> link.laterCall().equals(leg.id()))
                .forEach(link -> prose.paragraph(DEEPEST, DEEPEST, link(link)));
    }

    private String link(LegLink link) {
        String further = link.further().isEmpty()
                ? ""
                : ", and by " + link.further().stream().map(LegProof::words).collect(Collectors.joining(", "));
        return "Leg " + joined.number(link.earlierCall()) + " "
                + link.relation().words() + " this one, by "
                + link.proof().words() + " (score " + link.score() + " of 100)" + further + ": "
                + Wording.printable(link.detail()) + ".";
    }

    private static String ended(Call leg) {
        return leg.furthestFinalResponse().map(LegLines::status).orElse("no final response");
    }

    private static String status(TrackedMessage answer) {
        String line = Wording.printable(answer.codeAndPhrase());
        String reasons = answer.message().reasons().stream()
                .filter(reason -> reason.cause().isPresent())
                .map(LegLines::cause)
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? line : line + " (" + reasons + ")";
    }

    private static String cause(Reason reason) {
        return Wording.printable(reason.protocol()) + " cause " + reason.cause().orElse(0);
    }

    private void way() {
        List<Call> path = joined.failurePath(told);
        if (path.size() < 2) {
            return;
        }
        List<String> steps = new ArrayList<>();
        for (int i = path.size() - 1; i >= 0; i--) {
            Call leg = path.get(i);
            String element = leg.furthestFinalResponse()
                    .map(answer -> answer.from().toString())
                    .orElse(leg.nextHop().toString());
            steps.add(element + " " + ended(leg) + " on leg " + joined.number(leg));
        }
        prose.paragraph(INDENT, DEEPER, "Way of the failure: " + String.join(", then ", steps) + ".");
    }

    private void changes() {
        if (joined.changes().isEmpty()) {
            return;
        }
        prose.line(INDENT + "What was changed between the legs and can hurt:");
        for (LegChange change : joined.changes()) {
            prose.paragraph(
                    DEEPER,
                    DEEPEST,
                    change.element() + " (#" + change.before() + " to #" + change.after() + "): "
                            + Wording.printable(change.explanation()) + ".");
        }
    }

    private void guess(LegGuess guess) {
        prose.paragraph(
                INDENT,
                DEEPER,
                "A guess: Call-ID " + Wording.printable(guess.callId()) + " may be "
                        + (guess.later() ? "this call sent on" : "the call that this one came of")
                        + ". The last digits of both numbers agree, the element between them fits, and "
                        + Sentences.time(guess.gap())
                        + " lie between the invitations. Nothing here rests on it.");
    }
}
