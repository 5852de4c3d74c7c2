package org.callcause.rules.rfc3261.reading;

import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.HumanPace;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Credentials;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.message.Warning;
import org.callcause.rule.Finding;
import org.callcause.rule.Trigger;

/** What rules ask of a refused call. */
public final class Refusals {

    private Refusals() {}

    /** An INVITE whose last word was one of these codes. */
    public static Trigger callRefusedWith(int... codes) {
        return status(codes).and(method(Method.INVITE));
    }

    /** Whether ringing or other progress was captured: a 180 or a 183. */
    public static boolean rang(Call call) {
        return call.ringing().isPresent();
    }

    /** Whether a phone rang for sure: 180. A 183 may as well carry an announcement (RFC 3960 3). */
    public static boolean alerted(Call call) {
        return call.ringing().filter(response -> response.status() == 180).isPresent();
    }

    /** Whether the capture shows the request that was refused; without it, nothing before the refusal is known. */
    public static boolean requestCaptured(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request).isPresent();
    }

    /**
     * Whether no person can have done it: at once, or at the very moment it began to ring. A 183 does not tell when it
     * did: a phone may have rung for long before a gateway sent one.
     */
    public static boolean fasterThanAPerson(Call call) {
        if (alerted(call)) {
            return call.ringTime()
                    .filter(time -> time.compareTo(HumanPace.LEAST_TO_REACT) < 0)
                    .isPresent();
        }
        return requestCaptured(call)
                && call.responseTime()
                        .filter(time -> time.compareTo(HumanPace.LEAST_TO_DECLINE) < 0)
                        .isPresent();
    }

    /** The Q.850 cause in the final response. */
    public static Optional<Integer> q850Cause(Call call) {
        return Reason.causes(call.reasons(), "Q.850").boxed().findFirst();
    }

    /** Whether the Q.850 cause in the final response is one of these. */
    public static boolean hasQ850Cause(Call call, int... causes) {
        return q850Cause(call)
                .filter(cause -> Arrays.stream(causes).anyMatch(wanted -> wanted == cause))
                .isPresent();
    }

    /** Whether a Warning of the final response has one of these codes. */
    public static boolean warns(Call call, int... codes) {
        List<Warning> warnings = call.finalResponse()
                .map(response -> response.message().warnings())
                .orElse(List.of());
        for (Warning warning : warnings) {
            for (int code : codes) {
                if (warning.code() == code) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the reason phrase, or the text of a Reason header, contains one of these words, in any case. */
    public static boolean says(Call call, String... words) {
        StringBuilder said = new StringBuilder(call.finalPhrase());
        for (Reason reason : call.reasons()) {
            reason.text().ifPresent(text -> said.append(' ').append(text));
        }
        String lower = said.toString().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What the refused request carries for logging in: the first of it. */
    public static Optional<Credentials> refusedCredentials(Call call) {
        return call
                .decisiveAttempt()
                .flatMap(Transaction::request)
                .map(request -> request.message().credentials())
                .orElse(List.of())
                .stream()
                .findFirst();
    }

    /** Whether the refusal blames the credentials in its own words. */
    public static boolean namesTheCredentials(Call call) {
        return says(
                call,
                "password",
                "credential",
                "authentication fail",
                "auth failed",
                "bad auth",
                "auth id",
                "username");
    }

    /**
     * A phone behind an element of the way that rang and was not picked up is the place, whoever stopped waiting for it.
     * Where several rang, or none is known to be behind, the finding stays as it is.
     */
    public static Finding fromPhoneNotPickedUp(Finding finding, Call call) {
        List<Hop> ringing = call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream().filter(hop -> Traffic.isLast(hop, attempt)))
                .filter(hop -> hop.responses().stream().anyMatch(response -> response.status() == 180))
                .toList();
        if (ringing.size() != 1 || ringing.get(0).number() == 1) {
            return finding;
        }
        Hop phone = ringing.get(0);
        return finding.origin(new Origin(
                Origin.CALLEE,
                phone.to(),
                Origin.Basis.SEEN,
                "it rang for " + phone.from() + " and was not picked up"));
    }

    /** Whether a way behind the element that answered the caller had ended with this status. */
    public static boolean hides(Call call, int status) {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream().filter(hop -> hop != attempt.firstHop()))
                .anyMatch(hop -> hop.finalStatus() == status);
    }

    /** Credentials are the caller's to give; who refused them is told beside. */
    public static Origin callerRefusedBy(Call call) {
        String by = call.furthestFinalResponse()
                .map(TrackedMessage::from)
                .filter(Endpoint::isKnown)
                .map(endpoint -> "refused by " + endpoint)
                .orElse("");
        return new Origin(Origin.CALLER, call.caller(), Origin.Basis.INFERRED, by);
    }
}
