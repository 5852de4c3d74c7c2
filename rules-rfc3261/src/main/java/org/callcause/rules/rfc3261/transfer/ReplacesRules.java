package org.callcause.rules.rfc3261.transfer;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** INVITEs that are to take the place of another call (RFC 3891). */
final class ReplacesRules {

    private static final Trigger REPLACING =
            where("the INVITE has Replaces", call -> replaces(call).isPresent());

    private ReplacesRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/replaces-no-match")
                        .title("The call that was to be replaced does not exist there")
                        .cites("RFC 3891 3")
                        .on(Refusals.callRefusedWith(481).and(REPLACING))
                        .check(ReplacesRules::noMatch),
                Rule.named("rfc3261/replaces-terminated")
                        .title("The call that was to be replaced had just ended")
                        .cites("RFC 3891 3")
                        .supersedes("rfc3261/603-declined")
                        .supersedes("rfc3261/603-without-ringing")
                        .on(Refusals.callRefusedWith(603).and(REPLACING))
                        .check(ReplacesRules::terminated),
                Rule.named("rfc3261/replaces-already-answered")
                        .title("The call that was to be picked up had been answered already")
                        .cites("RFC 3891 3")
                        .supersedes("rfc3261/busy")
                        .on(Refusals.callRefusedWith(486)
                                .and(where("the INVITE has Replaces with early-only", ReplacesRules::isEarlyOnly)))
                        .check(ReplacesRules::alreadyAnswered),
                Rule.named("rfc3261/replaces-misplaced")
                        .title("Replaces stands where it may not")
                        .cites("RFC 3891 3")
                        .cites("RFC 3891 6.1")
                        .on(carries("Replaces")
                                .and(where(
                                        "a request has several Replaces, or one that is no INVITE has it",
                                        call -> misplaced(call).isPresent())))
                        .check(ReplacesRules::tellMisplaced));
    }

    private static Optional<TrackedMessage> invite(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request);
    }

    private static Optional<String> replaces(Call call) {
        return invite(call).flatMap(request -> request.message().header(HeaderName.REPLACES));
    }

    private static boolean isEarlyOnly(Call call) {
        return replaces(call)
                .filter(value -> value.toLowerCase(Locale.ROOT).contains("early-only"))
                .isPresent();
    }

    private static Finding refused(Call call, Finding finding) {
        return finding.evidence(invite(call), "Replaces")
                .evidence(invite(call), "Referred-By")
                .evidence(call.furthestFinalResponse());
    }

    private static String replaced(Call call) {
        return replaces(call)
                .map(value -> value.replaceFirst(";.*", "").strip())
                .orElse("");
    }

    private static void noMatch(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.REPLACES_NO_MATCH, CERTAIN)
                .because("the INVITE was to take the place of the call " + replaced(call) + ", and the answer "
                        + Telling.answer(call) + " says that this call is not known there")
                .because("usual reasons: the two tags are swapped or were not unescaped from the Refer-To, the INVITE"
                        + " came to another node than the one that has the call, a border element gave the call"
                        + " another Call-ID, or the call had ended long before");
        refused(call, finding)
                .ratherThan(
                        Cause.DIALOG_UNKNOWN,
                        "The INVITE came in a dialog that the far side has forgotten",
                        "this INVITE has no To tag: 481 is about the call named in Replaces")
                .remedy(
                        ADMIN,
                        "Compare Call-ID, to-tag and from-tag in Replaces with the call as the answering side has it;"
                                + " border elements must translate them")
                .remedy(USER, "Take both calls back and try the transfer again")
                .confirm("The log of the answering element: which calls it had at that moment");
    }

    private static void terminated(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.REPLACES_NO_MATCH, LIKELY)
                .because("the INVITE was to take the place of the call " + replaced(call) + ", and the answer "
                        + Telling.answer(call) + " says, after RFC 3891, that this call had ended meanwhile");
        refused(call, finding)
                .ratherThan(
                        Cause.DECLINED,
                        "A person declined the call",
                        "the INVITE carries Replaces, where 603 tells of the other call and not of a person")
                .remedy(USER, "Call again: the person whom the call was transferred to had hung up")
                .remedy(ADMIN, "If it happens often, see whether the transferor hangs up before the transfer is done")
                .confirm("When the replaced call ended, in the log of the answering element");
    }

    private static void alreadyAnswered(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.ANSWERED_ELSEWHERE, LIKELY)
                .because("the INVITE was to pick up the ringing call " + replaced(call)
                        + " and no other (early-only), and the answer " + Telling.answer(call)
                        + " says that it had been answered");
        refused(call, finding)
                .ratherThan(
                        Cause.BUSY,
                        "The callee is busy",
                        "with Replaces and early-only, 486 says that the call rings no more")
                .remedy(USER, "Nothing to do: somebody else took the call first")
                .remedy(ADMIN, "If nobody took it, check how the PBX chooses the call for a pickup")
                .confirm("When and by whom the replaced call was answered");
    }

    private static Optional<TrackedMessage> misplaced(Call call) {
        return call.messages().stream()
                .filter(message -> message.message() instanceof SipRequest request
                        && request.has(HeaderName.REPLACES)
                        && (!request.method().equals(Method.INVITE)
                                || request.headers().stream()
                                                .filter(line -> line.name().equals(HeaderName.REPLACES))
                                                .count()
                                        > 1))
                .findFirst();
    }

    private static void tellMisplaced(Call call, Findings findings) {
        TrackedMessage message = misplaced(call).orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, message))
                .because(
                        "Replaces may stand once in an INVITE and nowhere else, and the answer to anything else is 400")
                .evidence(message)
                .evidence(message, "Replaces")
                .remedy(ADMIN, "Mend the software of " + message.from() + " that writes Replaces");
    }
}
