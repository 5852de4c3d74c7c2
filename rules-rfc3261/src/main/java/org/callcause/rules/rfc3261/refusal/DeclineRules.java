package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.NetworkBlock;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.Reason;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** 603 Decline: a person, a timer, a machine or a carrier's spam filter. */
final class DeclineRules {

    private DeclineRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/603-declined")
                        .title("The call was declined")
                        .cites("RFC 3261 21.6.2")
                        .on(Refusals.callRefusedWith(603)
                                .and(where("nothing speaks for a timer or a machine", DeclineRules::byPerson)))
                        .check(DeclineRules::declined),
                Rule.named("rfc3261/603-rang-out")
                        .title("The call rang out, and the far side ended it with 603")
                        .cites("RFC 3261 21.6.2")
                        .on(Refusals.callRefusedWith(603).and(timed("it had rung for 20 s or more", Call::rangOut)))
                        .check(DeclineRules::rangOut),
                Rule.named("rfc3261/603-without-ringing")
                        .title("A machine declined the call before anybody could")
                        .cites("RFC 3261 21.6.2")
                        .on(Refusals.callRefusedWith(603)
                                .and(timed("it came faster than a person can react", Refusals::fasterThanAPerson)))
                        .check(DeclineRules::byMachine),
                Rule.named("rfc3261/603-network-blocked")
                        .title("A carrier's call analytics blocked the call (603+)")
                        .cites("ATIS-1000099 4.1")
                        .cites("47 CFR 64.1200(k)(9)")
                        .supersedes("rfc3261/603-declined")
                        .supersedes("rfc3261/603-without-ringing")
                        .supersedes("rfc3261/603-rang-out")
                        .on(Refusals.callRefusedWith(603)
                                .and(where(
                                        "the phrase is Network Blocked or a Reason text begins with v=analytics1",
                                        NetworkBlock::isSaid)))
                        .check(DeclineRules::networkBlocked));
    }

    private static boolean byPerson(Call call) {
        return !Refusals.fasterThanAPerson(call) && !call.rangOut();
    }

    private static void declined(Call call, Findings findings) {
        boolean ringingSeen = call.ringTime().isPresent() && Refusals.alerted(call);
        Finding finding = findings.diagnose(Cause.DECLINED, ringingSeen ? LIKELY : POSSIBLE)
                .because("the called side answered " + Telling.answerAndRinging(call));
        if (ringingSeen) {
            finding.because("that is long enough for a person to press decline and too short for a ring timer");
        } else {
            finding.because(undecided(call));
        }
        if (call.start().isEmpty()) {
            findings.notChecked("whether a person, a timer or a machine declined: the source gives no times");
        }
        finding.because("603 speaks for every device of the callee: nothing may try further (RFC 3261 16.7, 21.6)");
        call.retryAfter().ifPresent(retry -> finding.because("the callee suggests to try again after " + retry));
        finding.evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .remedy(CALLER, "Respect it: leave a message or write, and call again only when asked to")
                .remedy(USER, "If nobody pressed decline, look for a rule on a phone, a headset or an app that does")
                .confirm("Ask the callee whether the call was seen and declined, and on which device");
    }

    /** What keeps a timer or a machine possible beside a person. */
    private static String undecided(Call call) {
        String notExcluded = ", so a timer or a machine is not excluded";
        if (Refusals.alerted(call)) {
            return "a phone rang, and for how long the source does not tell" + notExcluded;
        }
        if (Refusals.rang(call)) {
            return "a 183 is no proof that a phone rang" + notExcluded;
        }
        return Refusals.requestCaptured(call)
                ? "no ringing came before it" + notExcluded
                : "the beginning of the call was not captured, and with it whether a phone rang" + notExcluded;
    }

    private static void rangOut(Call call, Findings findings) {
        findings.diagnose(Cause.NO_ANSWER, Refusals.alerted(call) ? LIKELY : POSSIBLE)
                .because("the called side answered " + Telling.answerAndRinging(call))
                .because("people decline within a few rings; so late, it is a timer of the phone or of the system"
                        + " before it that gave up, and it says so with 603 where the RFC would have it say 408 or"
                        + " 480")
                .because("a late press of the decline button is not excluded")
                .evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(
                        ADMIN,
                        "Let the ring timer lead to voicemail or forwarding rather than to 603,"
                                + " which forbids every other destination")
                .confirm("Compare the ring time with the no-answer timers set on the phone and in the PBX");
    }

    private static void byMachine(Call call, Findings findings) {
        String course = Refusals.alerted(call)
                ? ", only " + call.ringTime().map(Sentences::time).orElse("a moment") + " after it began to ring"
                : Refusals.rang(call)
                        ? ", with no ringing before it but a 183, which may be an announcement"
                        : ", without any ringing";
        Finding finding = findings.diagnose(Cause.BLOCKED_BY_POLICY, LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call) + course);
        finding.because("no person decides so fast: a machine refused by a rule, such as call blocking, do not disturb,"
                        + " a limit, or a callee with no registered device")
                .evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning")
                .evidence(call.furthestFinalResponse(), "Server")
                .remedy(ADMIN, "Read the log of the element that sent it for the rule that applied to this call")
                .remedy(CALLER, "Do not take it for a person's answer: try another way to reach the callee")
                .confirm("See whether the callee had a registered device at that time, and whether block lists or"
                        + " do-not-disturb apply to this caller");
    }

    private static void networkBlocked(Call call, Findings findings) {
        Optional<Reason> analytics = NetworkBlock.reason(call);
        boolean both = NetworkBlock.isNamed(call) && analytics.isPresent();
        Finding finding = findings.diagnose(Cause.NETWORK_BLOCKED_ANALYTICS, both ? CERTAIN : LIKELY)
                .refines(Disposition.Kind.REJECTED)
                .because("a network between the two sides answered " + Telling.answerAndTime(call)
                        + ": its analytics took the call for unwanted and blocked it");
        if (!both) {
            finding.because("only one of the two marks of 603+ is there, the phrase or the Reason text");
        }
        analytics
                .flatMap(Reason::text)
                .map(DeclineRules::contacts)
                .filter(contacts -> !contacts.isEmpty())
                .ifPresent(contacts ->
                        finding.remedy(CALLER, "Ask the blocking network for redress: " + Sentences.all(contacts)));
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CALLER, "Check the reputation of the calling number and that the calls are signed")
                .remedy(CARRIER, "Pass the response on unchanged and do not route the call another way")
                .confirm("The location parameter of the Reason header tells whose network blocked (RFC 8606)");
    }

    /** The ways of contact in the text of a 603+ Reason: a list of name=value, separated by semicolons. */
    private static List<String> contacts(String text) {
        return List.of(text.split(";")).stream()
                .map(String::strip)
                .filter(part -> part.startsWith("url=") || part.startsWith("tel=") || part.startsWith("email="))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .filter(contact -> !contact.isBlank())
                .toList();
    }
}
