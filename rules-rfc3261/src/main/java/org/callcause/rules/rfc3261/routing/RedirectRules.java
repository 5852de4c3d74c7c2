package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Targets;
import org.callcause.rules.rfc3261.reading.Telling;

/** Redirections that lead nowhere, or back. */
final class RedirectRules {

    private record Back(TrackedMessage tried, TrackedMessage redirect, SipUri target, boolean followed) {}

    private static final Search<TrackedMessage> NO_CONTACT =
            new Search<>("a 3xx other than 380 names no other address", RedirectRules::withoutContact);
    private static final Search<Back> BACK =
            new Search<>("it leads to an address that was tried before", RedirectRules::back);

    /** Also inside a multipart body. */
    private static final Pattern BODY_MAY_BE_3GPP =
            Pattern.compile("^\\s*(?:application/3gpp-ims\\+xml|multipart/)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TYPE_EMERGENCY = Pattern.compile("<(?:\\w{1,20}:)?type>\\s*emergency\\s*</");
    private static final Pattern ACTION = Pattern.compile("<(?:\\w{1,20}:)?action>\\s*([\\w-]{1,40})\\s*</");

    private RedirectRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/redirect-without-contact")
                        .title("The redirection names no address")
                        .cites("RFC 3261 21.3")
                        .cites("RFC 3261 13.3.1.2")
                        .on(has(Trait.REFUSAL).and(method(Method.INVITE)).and(NO_CONTACT.found()))
                        .needs(responded(300, 301, 302, 305))
                        .check(NO_CONTACT.then(RedirectRules::tellWithoutContact)),
                Rule.named("rfc3261/redirect-loop")
                        .title("The redirection leads back")
                        .cites("RFC 3261 8.1.3.4")
                        .on(statusClass(3)
                                .or(statusClass(4))
                                .or(statusClass(5))
                                .or(statusClass(6))
                                .and(method(Method.INVITE))
                                .and(BACK.found()))
                        .needs(responded(300, 301, 302, 303, 305, 380))
                        .check(BACK.then(RedirectRules::tellBack)),
                Rule.named("rfc3261/redirected")
                        .title("The caller was told to call elsewhere")
                        .cites("RFC 3261 8.1.3.4")
                        .cites("RFC 3261 21.3")
                        .on(statusClass(3).and(method(Method.INVITE)).and(not(status(380))))
                        .check(RedirectRules::tellRedirected),
                Rule.named("rfc3261/380-alternative-service")
                        .title("The call cannot be made this way, and another service is offered")
                        .cites("RFC 3261 21.3.5")
                        .on(status(380).and(method(Method.INVITE)))
                        .check(RedirectRules::tellAlternative),
                Rule.named("rfc3261/380-emergency")
                        .title("The mobile network wants the call made as an emergency call")
                        .cites("3GPP TS 24.229 5.1.3.1")
                        .cites("3GPP TS 24.229 7.6")
                        .supersedes("rfc3261/380-alternative-service")
                        .on(status(380)
                                .and(method(Method.INVITE))
                                .and(header("Content-Type"))
                                .and(where(
                                        "its body names emergency as the alternative service of a 3GPP network",
                                        call -> emergency(call).isPresent())))
                        .check(RedirectRules::tellEmergency));
    }

    /** A redirection that gives an address did its duty; what came of it may stand under another Call-ID. */
    private static void tellRedirected(Call call, Findings findings) {
        List<String> targets = call.furthestFinalResponse().stream()
                .flatMap(redirect -> redirect.message().contacts().stream())
                .map(contact -> contact.uri().raw())
                .toList();
        if (targets.isEmpty()) {
            return;
        }
        findings.notChecked("what came of the redirection: the called side answered " + Telling.answerAndTime(call)
                + " and named " + Sentences.all(targets)
                + "; the caller may call there under another Call-ID, which only a capture of that call shows");
    }

    private static void tellAlternative(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.BLOCKED_BY_POLICY, POSSIBLE)
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ": the call cannot be made the way it was asked for, and the body of the response says what"
                        + " is offered in its place");
        finding.because("mobile networks answer so to an emergency number that was dialled as an ordinary call")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Content-Type")
                .evidence(call.furthestFinalResponse(), "Contact")
                .remedy(ADMIN, "Read the body of the response, and see whether the calling device can act on it")
                .remedy(CALLER, "Call another way")
                .confirm("Whether the device called once more by the service that was offered");
    }

    private static Optional<TrackedMessage> emergency(Call call) {
        return call.furthestFinalResponse()
                .filter(response -> response.message()
                        .contentType()
                        .filter(type -> BODY_MAY_BE_3GPP.matcher(type).find())
                        .isPresent())
                .filter(response ->
                        TYPE_EMERGENCY.matcher(response.message().bodyText()).find());
    }

    private static void tellEmergency(Call call, Findings findings) {
        TrackedMessage response = emergency(call).orElseThrow();
        Matcher action = ACTION.matcher(response.message().bodyText());
        findings.diagnose(Cause.EMERGENCY_OR_PREEMPTION, LIKELY)
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ", and the body says that the number called is one of an emergency service, which the network"
                        + " takes only as an emergency call"
                        + (action.find() ? ": it asks for " + action.group(1) : ""))
                .because("the device sent it as an ordinary call, as it does where it does not know the number for one"
                        + " of an emergency service there; it then has to call again by itself, after registering for"
                        + " emergency calls, or over the circuit-switched network")
                .evidence(call.decisiveAttempt().flatMap(Transaction::request))
                .evidence(response)
                .evidence(response, "Content-Type")
                .evidenceInBody(response, "<")
                .remedy(
                        CALLER,
                        "If the phone does not call again by itself, dial the emergency number once more at once,"
                                + " or take another phone")
                .remedy(
                        ADMIN,
                        "Check that the device reacts to this response: its software, its settings for emergency calls"
                                + " over IMS, and the emergency numbers that its card and the network give it")
                .remedy(
                        CARRIER,
                        "Give the local emergency numbers to devices when they attach, and check that emergency"
                                + " registration and the way to the emergency centre work")
                .confirm(
                        "Whether the same device registers for emergency calls (Contact with sos) or calls urn:service:sos"
                                + " within the next seconds");
    }

    private static Optional<TrackedMessage> withoutContact(Call call) {
        return call.attempts().stream()
                .flatMap(attempt -> attempt.responses().stream())
                .filter(response -> asksForContact(response.status()))
                .filter(response -> response.message().lacks(HeaderName.CONTACT)
                        && response.message().hasIntactStructure())
                .findFirst();
    }

    private static boolean asksForContact(int status) {
        return status / 100 == 3 && status != 380;
    }

    private static void tellWithoutContact(Call call, Findings findings, TrackedMessage redirect) {
        boolean last = call.finalStatus() == redirect.status();
        String what = redirect.from() + " answered " + Telling.answer(redirect)
                + " without a Contact, which is where the new address belongs";
        Finding finding = last
                ? findings.diagnose(Cause.MALFORMED_MESSAGE, LIKELY)
                        .because(what)
                        .because("so there is nothing the caller could try, and the call ended there")
                : findings.violation().because(what).because("the call went on otherwise");
        finding.origin(Sides.senderOf(call, redirect))
                .evidence(redirect)
                .evidence(redirect, "CSeq")
                .remedy(
                        ADMIN,
                        "Set the target of the forwarding on " + redirect.from()
                                + ", or look for an SBC on the way that takes the Contact out")
                .remedy(CALLER, "Ask for the new number or address")
                .confirm("The forwarding that " + redirect.from() + " has for the called number");
    }

    /** What was tried, in order; a redirection to one of these, or a second try of the same, is a circle. */
    private static Optional<Back> back(Call call) {
        List<TrackedMessage> tried = new ArrayList<>();
        Optional<Back> found = Optional.empty();
        for (Transaction attempt : call.attempts()) {
            Optional<TrackedMessage> request = attempt.request();
            Optional<TrackedMessage> redirect =
                    attempt.finalResponse().filter(response -> response.status() / 100 == 3);
            request.ifPresent(tried::add);
            if (redirect.isPresent() && asksForContact(redirect.get().status())) {
                for (NameAddress contact : redirect.get().message().contacts()) {
                    Optional<Back> back = tried.stream()
                            .filter(sent -> isTo(sent, contact.uri()))
                            .findFirst()
                            .map(sent -> new Back(sent, redirect.get(), contact.uri(), false));
                    found = found.or(() -> back);
                }
            }
        }
        return found.map(back -> new Back(
                back.tried(),
                back.redirect(),
                back.target(),
                tried.stream().anyMatch(sent -> sent.index() > back.redirect().index() && isTo(sent, back.target()))));
    }

    private static boolean isTo(TrackedMessage sent, SipUri target) {
        return sent.message() instanceof SipRequest request
                && !target.host().isEmpty()
                && Targets.same(request.uri(), target)
                && request.uri().user().equals(target.user())
                && sameWay(request.uri(), target);
    }

    /** A redirection that asks for another transport or names another host on the way is a new try (RFC 3261 19.1.4). */
    private static boolean sameWay(SipUri one, SipUri other) {
        return one.scheme().equals(other.scheme())
                && other.parameters().value("maddr").equals(one.parameters().value("maddr"))
                && other.parameters()
                        .value("transport")
                        .filter(asked -> one.parameters()
                                .value("transport")
                                .filter(asked::equalsIgnoreCase)
                                .isEmpty())
                        .isEmpty();
    }

    private static void tellBack(Call call, Findings findings, Back back) {
        findings.diagnose(Cause.FORWARDING_LOOP, LIKELY)
                .origin(Sides.likelySender(call, back.redirect(), "or the forwarding of the address it names"))
                .because(back.redirect().from() + " answered "
                        + Telling.answer(back.redirect()) + " and sends the caller to "
                        + back.target().raw() + ", which had been tried before")
                .because(
                        back.followed()
                                ? "the caller tried it once more, which it must not, and got no further"
                                : "a client must not try one address twice for one call, so it ended there with "
                                        + Telling.answer(call))
                .because("two forwardings that point at each other, or one that points at itself, do this")
                .evidence(back.tried())
                .evidence(back.redirect())
                .evidence(back.redirect(), "Contact")
                .remedy(USER, "Take one of the two forwardings out")
                .remedy(ADMIN, "Let the server refuse a forwarding that leads back to its owner")
                .confirm("The forwardings of both addresses");
    }
}
