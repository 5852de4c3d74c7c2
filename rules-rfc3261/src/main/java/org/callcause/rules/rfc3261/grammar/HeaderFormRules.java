package org.callcause.rules.rfc3261.grammar;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.MessagePattern.message;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Glance;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Edited;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;

/** Headers that can be read, and say something else than their sender meant. */
final class HeaderFormRules {

    private static final String SESSION_ID = "Session-ID";
    private static final String ASSERTED = "P-Asserted-Identity";
    private static final int UUID_DIGITS = 32;

    private static final List<HeaderName> ADDRESS_HEADERS = List.of(HeaderName.FROM, HeaderName.TO, HeaderName.CONTACT);

    /** Parameters of an address, which behind a bare one belong to the header (RFC 3261 section 20). */
    private static final Set<String> OF_THE_ADDRESS =
            Set.of("transport", "user", "method", "ttl", "maddr", "lr", "ob", "gr", "phone-context");

    private record Bare(TrackedMessage message, String header, String clause) {}

    private static final Search<Bare> BARE = new Search<>(
            "an address without angle brackets has a comma, a question mark or parameters of its own",
            HeaderFormRules::bare);

    private HeaderFormRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/bare-address")
                        .title("An address without angle brackets means something else")
                        .cites("RFC 3261 20")
                        .cites("RFC 3261 20.10")
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .or(statusClass(6))
                                .and(CALL_OR_REGISTRATION)
                                .and(BARE.found()))
                        .check(BARE.then(HeaderFormRules::tellBare)),
                Rule.named("rfc3261/session-id-form")
                        .title("A Session-ID does not have the form by which legs are joined")
                        .cites("RFC 7989 5")
                        .cites("RFC 7989 11")
                        .on(some(message()
                                .with(SESSION_ID)
                                .where("gives no UUID of 32 lower-case digits", HeaderFormRules::hasOddSessionId)))
                        .check((call, findings) -> first(call, HeaderFormRules::hasOddSessionId)
                                .ifPresent(seen -> tellSessionId(call, findings, seen))),
                Rule.named("rfc3261/asserted-identity-form")
                        .title("The asserted identity has a form that it may not have")
                        .cites("RFC 3325 9.1")
                        .on(some(message()
                                .with(ASSERTED)
                                .where(
                                        "asserts more than one sip and one tel address, or has parameters behind one",
                                        HeaderFormRules::hasOddIdentity)))
                        .check((call, findings) -> first(call, HeaderFormRules::hasOddIdentity)
                                .ifPresent(seen -> tellIdentity(call, findings, seen))));
    }

    private static Optional<TrackedMessage> first(Call call, Predicate<SipMessage> wanted) {
        return call.messages().stream()
                .filter(seen -> seen.isFirst() && wanted.test(seen.message()))
                .findFirst();
    }

    private static Optional<Bare> bare(Call call) {
        for (TrackedMessage request : call.messages()) {
            if (request.isRequest() && request.isFirst()) {
                for (HeaderName header : ADDRESS_HEADERS) {
                    Optional<Bare> found = bare(request, header);
                    if (found.isPresent() && !Edited.is(request.message())) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Bare> bare(TrackedMessage request, HeaderName header) {
        if (Glance.isBracketed(request.message(), header)) {
            return Optional.empty();
        }
        return request.message()
                .header(header)
                .flatMap(HeaderFormRules::clause)
                .map(clause -> new Bare(request, header.canonical(), clause));
    }

    private static Optional<String> clause(String value) {
        if (value.indexOf('<') >= 0 || value.indexOf('"') >= 0 || value.strip().equals("*")) {
            return Optional.empty();
        }
        int semicolon = value.indexOf(';');
        String address = semicolon < 0 ? value : value.substring(0, semicolon);
        if (address.indexOf('?') >= 0 || address.indexOf(',') >= 0) {
            return Optional.of("holds a comma or a question mark, which ends the address for some readers");
        }
        String parameters = semicolon < 0 ? "" : value.substring(semicolon + 1);
        for (String parameter : parameters.split(";", -1)) {
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).strip();
            if (OF_THE_ADDRESS.contains(name.toLowerCase(Locale.ROOT))) {
                return Optional.of("has the parameter " + name + " behind it, which then belongs to the header and not"
                        + " to the address");
            }
        }
        return Optional.empty();
    }

    private static void tellBare(Call call, Findings findings, Bare bare) {
        findings.violation()
                .origin(Sides.senderOrWay(call, bare.message()))
                .because("the address in " + bare.header() + " stands without angle brackets and " + bare.clause())
                .because("it does harm only where somebody uses that address, as for the way back or a transport")
                .evidence(bare.message())
                .evidence(bare.message(), bare.header())
                .remedy(ADMIN, "Let the sender put angle brackets around the address")
                .confirm("Whether later requests go to that address as it was meant");
    }

    private static boolean hasOddSessionId(SipMessage message) {
        return message.header(SESSION_ID)
                .map(HeaderFormRules::uuid)
                .filter(uuid -> !isPlain(uuid))
                .isPresent();
    }

    private static String uuid(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }

    private static boolean isPlain(String uuid) {
        return uuid.length() == UUID_DIGITS
                && uuid.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static void tellSessionId(Call call, Findings findings, TrackedMessage seen) {
        String uuid = uuid(seen.message().header(SESSION_ID).orElse(""));
        String why = uuid.length() == UUID_DIGITS
                ? "its digits are not all lower-case hexadecimal ones"
                : "it has " + uuid.length() + " characters and not 32";
        findings.violation()
                .origin(Sides.senderOrWay(call, seen))
                .because("the Session-ID begins with a value that is no UUID in the form of RFC 7989: " + why)
                .because("tools that join the legs of a call by it compare text, and do not find the other leg")
                .evidence(seen)
                .evidence(seen, SESSION_ID)
                .remedy(ADMIN, "Update the sender; devices older than RFC 7989 write forms of their own")
                .confirm("Whether the other leg carries the same value");
    }

    /** Two values at most, one of them sip or sips and the other tel, and nothing behind an address in brackets. */
    private static boolean hasOddIdentity(SipMessage message) {
        List<String> values = message.headerValues(ASSERTED);
        long numbers = values.stream().filter(HeaderFormRules::isNumber).count();
        boolean parameters = values.stream().anyMatch(value -> {
            int end = value.lastIndexOf('>');
            return end >= 0 && value.indexOf(';', end) >= 0;
        });
        return parameters || numbers > 1 || values.size() - numbers > 1;
    }

    private static boolean isNumber(String value) {
        return value.toLowerCase(Locale.ROOT).contains("tel:");
    }

    private static void tellIdentity(Call call, Findings findings, TrackedMessage seen) {
        findings.violation()
                .origin(Sides.senderOrWay(call, seen))
                .because("P-Asserted-Identity holds one sip address, or one tel address, or one of each, and no"
                        + " parameters behind them; this one is otherwise")
                .because("whoever trusts it may take the wrong number for the caller's, or none")
                .evidence(seen)
                .evidence(seen, ASSERTED)
                .remedy(ADMIN, "Let the element that asserts the identity write each address once, in angle brackets")
                .confirm("Which number the called side shows");
    }
}
