package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipUri;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.ReliableResponses;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** What a registration asks for and what the registrar makes of it (RFC 3261 10). */
final class BindingRules {

    private static final Trigger REGISTRATION = method(Method.REGISTER);
    private static final Trigger REGISTERED = REGISTRATION.and(statusClass(2));

    private BindingRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/binding-not-returned")
                        .title("The registrar does not confirm the binding it was asked for")
                        .cites("RFC 3261 10.3")
                        .on(REGISTERED.and(where(
                                "the 200 has no Contact, or none of them says how long it holds",
                                call -> !missingOfBinding(call).isEmpty())))
                        .needs(Trait.UNUSUAL_BINDING)
                        .check(BindingRules::notReturned),
                Rule.named("rfc3261/stale-bindings")
                        .title("The registrar keeps several bindings of one device")
                        .cites("RFC 5626 6")
                        .cites("RFC 3261 10.2")
                        .on(REGISTERED.and(where(
                                "the 200 lists several contacts of one instance, or of one user and host",
                                call -> !duplicates(call).isEmpty())))
                        .needs(Trait.UNUSUAL_BINDING)
                        .check(BindingRules::staleBindings),
                Rule.named("rfc3261/register-6xx")
                        .title("A registration was refused with a global failure")
                        .cites("RFC 3261 10.3")
                        .on(REGISTRATION.and(statusClass(6)))
                        .check(BindingRules::globalFailure),
                Rule.named("rfc3261/register-order")
                        .title("A registration does not count its requests up")
                        .cites("RFC 3261 10.2")
                        .cites("RFC 3261 10.3")
                        .on(REGISTRATION.and(where(
                                "a new REGISTER under the same Call-ID has no higher CSeq",
                                call -> outOfOrder(call).isPresent())))
                        .check(BindingRules::order),
                Rule.named("rfc3261/register-star")
                        .title("Contact: * stands in a REGISTER that does not remove all bindings")
                        .cites("RFC 3261 10.2.2")
                        .cites("RFC 3261 10.3")
                        .on(REGISTRATION.and(where(
                                "Contact is * beside other contacts or without Expires: 0",
                                call -> badStar(call).isPresent())))
                        .needs(Trait.UNUSUAL_BINDING)
                        .check(BindingRules::star),
                Rule.named("rfc3261/439-no-outbound")
                        .title("The first hop does not support connections that the client keeps open")
                        .cites("RFC 5626 11.6")
                        .cites("RFC 5626 6")
                        .on(REGISTRATION.and(status(439)))
                        .check(BindingRules::noOutbound),
                Rule.named("rfc3261/outbound-not-confirmed")
                        .title("The registrar did not confirm that it reaches the device over its own connection")
                        .cites("RFC 5626 4.2.1")
                        .on(REGISTERED.and(where(
                                "the REGISTER has a reg-id, and the 200 does not require outbound",
                                BindingRules::isNotConfirmed)))
                        .needs(Trait.UNUSUAL_BINDING)
                        .check((call, findings) -> findings.notChecked(
                                "whether calls reach this device: it asked to be reached over the connection it keeps"
                                        + " open (reg-id), and the registrar did not say that it does (Require:"
                                        + " outbound); a capture of a call to this device would show it")));
    }

    private static Optional<SipMessage> request(Transaction attempt) {
        return attempt.request().map(TrackedMessage::message);
    }

    private static Optional<SipMessage> lastRequest(Call call) {
        return call.decisiveAttempt().flatMap(BindingRules::request);
    }

    private static String missingOfBinding(Call call) {
        Optional<SipMessage> request = lastRequest(call)
                .filter(register -> register.has(HeaderName.CONTACT) && !Bindings.areRemovedBy(register));
        Optional<SipMessage> response = call.finalResponse().map(TrackedMessage::message);
        if (request.isEmpty() || response.isEmpty()) {
            return "";
        }
        List<NameAddress> contacts = response.get().contacts();
        if (contacts.isEmpty()) {
            return "it lists no Contact at all";
        }
        boolean timed = response.get().expires().isPresent()
                || contacts.stream()
                        .anyMatch(contact -> Bindings.expiry(contact).isPresent());
        return timed ? "" : "no Contact in it says when the binding expires, and there is no Expires header either";
    }

    private static void notReturned(Call call, Findings findings) {
        TrackedMessage response = call.finalResponse().orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("the registrar answered " + response.status() + ", and " + missingOfBinding(call)
                        + "; the device cannot know whether and how long it is registered, and may refresh too late")
                .evidence(response)
                .evidence(response, "Contact")
                .remedy(ADMIN, "Let the registrar list the current bindings with their expiry")
                .confirm("Look up the binding in the registrar's database");
    }

    private static List<NameAddress> duplicates(Call call) {
        List<NameAddress> contacts = call.finalResponse()
                .map(response -> response.message().contacts())
                .orElse(List.of());
        if (contacts.size() < 2) {
            return List.of();
        }
        Map<String, NameAddress> seen = new HashMap<>();
        for (NameAddress contact : contacts) {
            SipUri uri = contact.uri();
            String key = isOfOneFlow(contact)
                    ? contact.parameters().value("+sip.instance").orElse("") + " "
                            + contact.parameters().value("reg-id").orElse("")
                    : uri.user().orElse("") + "@" + uri.host();
            NameAddress other = seen.putIfAbsent(key, contact);
            if (other != null && !other.uri().equals(uri)) {
                return List.of(other, contact);
            }
        }
        return List.of();
    }

    /** Only with a reg-id beside its instance does a new binding of a device replace the old one (RFC 5626 6). */
    private static boolean isOfOneFlow(NameAddress contact) {
        return contact.parameters().has("+sip.instance") && contact.parameters().has("reg-id");
    }

    private static void staleBindings(Call call, Findings findings) {
        List<NameAddress> found = duplicates(call);
        boolean instance = isOfOneFlow(found.get(0));
        TrackedMessage response = call.finalResponse().orElseThrow();
        String both = found.get(0).uri().raw() + " and " + found.get(1).uri().raw();
        if (!instance) {
            findings.notChecked("which bindings are still alive: the registrar lists " + both
                    + ", two ports of one user at one host; if one is left over from before a restart or a NAT"
                    + " change, calls ring there in vain and take longer to fail; a capture of a call to this"
                    + " user would show it");
            return;
        }
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("the registrar lists " + both + " for one device (the same +sip.instance and reg-id); a new"
                        + " binding of a device has to replace its old one, or calls ring at an address that is dead")
                .evidence(response, "Contact")
                .remedy(ADMIN, "Switch on RFC 5626 (outbound) in the registrar, or limit the contacts of a user")
                .remedy(ADMIN, "Let the device remove its old binding when it starts")
                .confirm("Call the user and see whether one branch gets no response");
    }

    private static void globalFailure(Call call, Findings findings) {
        TrackedMessage response = call.finalResponse().orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("a registrar must not answer with a 6xx, which speaks for all places, and it answered "
                        + Telling.answer(call))
                .evidence(response)
                .remedy(ADMIN, "Let the registrar answer with 403 or 404, according to what it means")
                .confirm("The registrar's log says why it refused");
    }

    private record Pair(Transaction earlier, Transaction later) {}

    private static Optional<Pair> outOfOrder(Call call) {
        List<Transaction> attempts = call.attempts();
        for (int i = 1; i < attempts.size(); i++) {
            Transaction earlier = attempts.get(i - 1);
            Transaction later = attempts.get(i);
            if (earlier.sequence() >= 0
                    && later.sequence() <= earlier.sequence()
                    && later.fromTag().equals(earlier.fromTag())
                    && later.firstHop().from().equals(earlier.firstHop().from())
                    && later.request().isPresent()
                    && earlier.request().isPresent()) {
                return Optional.of(new Pair(earlier, later));
            }
        }
        return Optional.empty();
    }

    private static void order(Call call, Findings findings) {
        Pair pair = outOfOrder(call).orElseThrow();
        boolean refused = call.finalStatus() == 500 || call.finalStatus() == 400;
        Finding finding = refused ? findings.diagnose(Cause.CSEQ_ERROR, LIKELY) : findings.violation();
        finding.origin(Sides.senderOf(call, pair.later().request().orElseThrow()))
                .because("a REGISTER with CSeq " + pair.later().sequence() + " follows one with "
                        + pair.earlier().sequence()
                        + " under the same Call-ID; the registrar has to take it for an old one and refuse the update")
                .evidence(pair.earlier().request(), "CSeq")
                .evidence(pair.later().request(), "CSeq")
                .evidence(pair.later().finalResponse())
                .remedy(ADMIN, "Update the device, or let it use a new Call-ID after a restart")
                .confirm("Look up in the registrar's database whether the binding was updated");
    }

    private static Optional<TrackedMessage> badStar(Call call) {
        return call.attempts().stream()
                .flatMap(attempt -> attempt.request().stream())
                .filter(register -> Bindings.areAllMeantBy(register.message()))
                .filter(register -> register.message().contacts().size() > 1
                        || register.message().expires().orElse(-1) != 0)
                .findFirst();
    }

    private static void star(Call call, Findings findings) {
        TrackedMessage register = badStar(call).orElseThrow();
        Finding finding = call.finalStatus() == 400
                ? findings.diagnose(Cause.REGISTRATION_REJECTED, CERTAIN)
                : findings.violation();
        finding.origin(Sides.senderOf(call, register))
                .because("Contact: * asks to remove all bindings, and may stand only alone and with Expires: 0; the"
                        + " registrar has to refuse anything else with 400")
                .evidence(register, "Contact")
                .evidence(register, "Expires")
                .evidence(call.finalResponse())
                .remedy(ADMIN, "Update the device, or switch off that it removes old bindings when it starts")
                .confirm("See whether the device registers after this request");
    }

    private static void noOutbound(Call call, Findings findings) {
        findings.diagnose(Cause.REGISTRATION_REJECTED, CERTAIN)
                .because("the registrar answered " + Telling.answer(call)
                        + ": the device asked to be reached over the connection it keeps open, and the first proxy on"
                        + " the way does not support that")
                .evidence(call.decisiveAttempt().flatMap(Transaction::request), "Contact")
                .evidence(call.decisiveAttempt().flatMap(Transaction::request), "Supported")
                .evidence(call.furthestFinalResponse())
                .remedy(ADMIN, "Switch on RFC 5626 in the first proxy, or switch off outbound (reg-id) in the device")
                .confirm("See whether the first proxy adds ob to its Path header");
    }

    private static boolean isNotConfirmed(Call call) {
        Optional<SipMessage> register = lastRequest(call).filter(request -> !Bindings.areRemovedBy(request));
        Set<String> named = new HashSet<>();
        register.ifPresent(request -> request.contacts()
                .forEach(contact -> contact.parameters().value("reg-id").ifPresent(named::add)));
        return !named.isEmpty()
                && call.finalResponse()
                        .filter(response -> !ReliableResponses.requires(response.message(), "outbound"))
                        .isPresent();
    }
}
