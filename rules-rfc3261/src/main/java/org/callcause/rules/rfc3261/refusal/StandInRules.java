package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.catalogue.StatusCatalogue;
import org.callcause.rules.rfc3261.catalogue.StatusEntry;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** A refusal whose Reason has another SIP status: the one that its sender had got from behind. */
final class StandInRules {

    private static final StatusCatalogue CATALOGUE = StatusCatalogue.in(Locale.ENGLISH);

    private static final Search<Integer> BEHIND =
            new Search<>("its Reason has the SIP status of another refusal", StandInRules::behind);

    private StandInRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/refusal-stands-for-another")
                .title("The refusal stands for another one that came from behind")
                .cites("RFC 3326 2")
                .supersedes("rfc3261/480-not-registered")
                .supersedes("rfc3261/480-rang-out")
                .supersedes("rfc3261/403-forbidden")
                .supersedes("rfc3261/404-not-found")
                .supersedes("rfc3261/busy")
                .supersedes("rfc3261/refused-by-machine")
                .on(statusClass(4).or(statusClass(5)).and(method(Method.INVITE)).and(BEHIND.found()))
                .needs(header("Reason"))
                .check(BEHIND.then(StandInRules::tell)));
    }

    /**
     * 487 and 603 are read with the outcome. A challenge that a caller is to answer is passed on as it is: in a server's
     * failure it is one that the server itself had no answer to.
     */
    private static Optional<Integer> behind(Call call) {
        return Reason.causes(call.reasons(), "SIP")
                .filter(status -> status != call.finalStatus())
                .filter(status ->
                        status >= 400 && status < 700 && CATALOGUE.entry(status).isRegistered())
                .filter(status -> status != 487 && status != 603)
                .filter(status -> (status != 401 && status != 407) || call.finalStatus() / 100 == 5)
                .boxed()
                .findFirst();
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 401, 407 -> Cause.AUTHENTICATION_NOT_ANSWERED;
            case 403 -> Cause.AUTHORIZATION_REFUSED;
            case 404, 604 -> Cause.UNALLOCATED_NUMBER;
            case 408, 504 -> Cause.NO_RESPONSE;
            case 415, 488, 606 -> Cause.CODEC_MISMATCH;
            case 480 -> Cause.UNAVAILABLE_UNDETERMINED;
            case 482, 483 -> Cause.LOOP;
            case 484 -> Cause.INVALID_NUMBER_FORMAT;
            case 486, 600 -> Cause.BUSY;
            default -> Cause.DOWNSTREAM_FAILURE;
        };
    }

    private static void tell(Call call, Findings findings, int status) {
        StatusEntry entry = CATALOGUE.entry(status);
        Finding finding = findings.diagnose(cause(status), LIKELY)
                .title("The refusal stands for a " + status + " " + entry.phrase() + " from behind")
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ", and its Reason says that this is" + " for a SIP " + status + ", which means that "
                        + entry.meaning())
                .because("the element that answered changed the code on the way, so what it says of the callee does not"
                        + " hold");
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(ADMIN, "Look at the leg behind the element that answered, for the " + status)
                .remedy(CALLER, "Go by the code in the Reason, and not by that of the answer")
                .confirm("A capture behind the element that answered, or its log");
    }
}
