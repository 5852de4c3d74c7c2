package org.callcause.rules.rfc3261.transport;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.defect;
import static org.callcause.rule.Trigger.where;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.message.Defect;
import org.callcause.message.DefectKind;
import org.callcause.message.Sdp;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Edited;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** A Content-Length that is too small: what follows in the datagram is thrown away (RFC 3261 18.3). */
final class CutBodyRules {

    /** Which refusals a description that ends too early may have caused. */
    private static final List<Integer> REFUSED_FOR_THE_BODY = List.of(400, 415, 488, 606);

    private CutBodyRules() {}

    /**
     * A description that is longer than declared.
     *
     * @param surplus how many bytes follow what is declared
     */
    private record Cut(TrackedMessage message, int surplus) {

        String kept() {
            return message.message().bodyText();
        }

        boolean lostAllMedia() {
            return kept().lines().noneMatch(line -> line.startsWith("m="));
        }

        String lastLine() {
            return kept().lines().reduce("", (before, line) -> line);
        }

        /** What a receiver is left with, as a clause. What was thrown away is not kept, only its length is. */
        String loss() {
            return kept().isEmpty()
                    ? "so that nothing of the session description is left"
                    : "so that the description ends in or behind the line \"" + lastLine() + "\""
                            + (lostAllMedia() ? " and has no m= line" : "");
        }
    }

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/body-cut-by-length")
                .title("Content-Length cuts the session description short")
                .cites("RFC 3261 18.3")
                .cites("RFC 3261 20.14")
                .supersedes("rfc3261/offer-not-acceptable")
                .on(defect(DefectKind.BYTES_AFTER_BODY)
                        .and(where(
                                "a session description goes on behind its declared end in a datagram",
                                call -> cut(call).isPresent())))
                .check(CutBodyRules::tell));
    }

    private static Optional<Cut> cut(Call call) {
        if (isOfTheText(call)) {
            return Optional.empty();
        }
        for (TrackedMessage message : call.messages()) {
            if (goesOn(message)) {
                return message.message().defects().stream()
                        .filter(defect -> defect.kind() == DefectKind.BYTES_AFTER_BODY)
                        .map(Defect::length)
                        .findFirst()
                        .map(surplus -> new Cut(message, surplus));
            }
        }
        return Optional.empty();
    }

    private static boolean goesOn(TrackedMessage message) {
        boolean datagram = message.transport() == Transport.UDP || message.transport() == Transport.UNKNOWN;
        return datagram
                && message.message().hasDefect(DefectKind.BYTES_AFTER_BODY)
                && message.message()
                        .contentType()
                        .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/sdp"))
                        .isPresent();
    }

    /**
     * Whether the text of the capture was altered rather than a message: it shows that, or two senders would each have told
     * a length that is too small for a description of its own.
     */
    private static boolean isOfTheText(Call call) {
        Set<String> senders = new HashSet<>();
        Set<String> origins = new HashSet<>();
        for (TrackedMessage message : call.messages()) {
            if (goesOn(message)) {
                if (Edited.is(message.message())) {
                    return true;
                }
                senders.add(message.from().host());
                origins.add(message.message().sdp().flatMap(Sdp::origin).orElse(""));
            }
        }
        return senders.size() > 1 && origins.size() > 1;
    }

    private static boolean wasRefused(Call call, Cut cut) {
        return REFUSED_FOR_THE_BODY.contains(call.finalStatus())
                && call.decisiveAttempt().map(Transaction::hops).orElse(List.of()).stream()
                        .map(Hop::request)
                        .flatMap(Optional::stream)
                        .anyMatch(request -> request.index() == cut.message().index());
    }

    private static void tell(Call call, Findings findings) {
        Cut cut = cut(call).orElseThrow();
        boolean plain = cut.lostAllMedia() || cut.lastLine().startsWith("m=");
        // With all its media there, an offer is refused for what they are; half a last line makes it malformed at most.
        boolean refused = wasRefused(call, cut) && (plain || call.finalStatus() == 400);
        Finding finding =
                refused ? findings.diagnose(Cause.MALFORMED_MESSAGE, plain ? LIKELY : POSSIBLE) : findings.violation();
        finding.origin(Sides.senderOrWay(call, cut.message()))
                .because("message " + cut.message().index() + " declares a body of "
                        + cut.kept().length() + " bytes, and " + cut.surplus()
                        + " more follow; over UDP a receiver throws them away, " + cut.loss());
        if (refused) {
            finding.because("the other side answered " + Telling.answerAndTime(call) + ", which fits that")
                    .ratherThan(
                            Cause.CODEC_MISMATCH,
                            "The offered media were not acceptable",
                            "that the description was cut is seen, and whether the whole of it would have been taken is"
                                    + " not")
                    .evidence(call.furthestFinalResponse());
        }
        finding.evidence(cut.message())
                .evidence(cut.message(), "Content-Length")
                .remedy(
                        ADMIN,
                        "See which element changed the body without the length (SIP ALG of a router, media rewriting of"
                                + " a proxy), and switch that off or update it")
                .confirm("Capture where the message is made: if its Content-Length fits there, something on the way"
                        + " changed it")
                .confirm("Ask whether addresses were replaced in the log before it was handed over: then its lengths"
                        + " say nothing");
    }
}
