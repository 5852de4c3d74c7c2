package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * A number that is refused as wrong, and that is not the one which the caller had dialled. Prefixes come and go on the way
 * as they should; here digits are missing or added where no prefix ends.
 */
final class ChangedNumberRules {

    /** Shorter ones are extensions and services. */
    private static final int FEWEST_DIGITS = 8;

    /** A number within its area, which goes without the code of that, has up to eight digits, and nine in Brazil. */
    private static final int MOST_LOCAL_DIGITS = 9;

    /** A global number begins with a plus and is complete without anything else (RFC 3966 5.1.4). */
    private static final Pattern GLOBAL = Pattern.compile("\\+[0-9]+");

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");

    private static final Pattern SEPARATORS = Pattern.compile("[-.() ]");

    /** The country codes of two digits (ITU-T E.164); of one digit are 1 and 7, and all others have three. */
    private static final Set<String> TWO_DIGITS = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    /** Country codes with the digit that stands behind them before mobile numbers, and only where they are dialled abroad. */
    private static final Set<String> MOBILE_ABROAD = Set.of("521", "549");

    private record Changed(TrackedMessage dialled, TrackedMessage sent, TrackedMessage refusal, String how) {}

    private static final Search<Changed> CHANGED = new Search<>(
            "an element on the way had cut or added digits of the number where no prefix ends",
            ChangedNumberRules::changed);

    private ChangedNumberRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/number-changed-on-the-way")
                .title("The number was changed on the way, and what was made of it is refused")
                .cites("RFC 3261 16.6")
                .cites("RFC 3966 5.1.4")
                .supersedes("rfc3261/404-not-found")
                .supersedes("rfc3261/484-incomplete")
                .supersedes("rfc3261/604-nowhere")
                .supersedes("rfc3261/q850-release")
                .on(status(404, 484, 604)
                        .and(method(Method.INVITE))
                        .and(has(Trait.SEVERAL_HOPS))
                        .and(CHANGED.found()))
                .check(CHANGED.then(ChangedNumberRules::tell)));
    }

    private static Optional<Changed> changed(Call call) {
        List<Hop> hops = call.decisiveAttempt().map(Transaction::hops).orElse(List.of());
        Optional<TrackedMessage> dialled =
                hops.isEmpty() ? Optional.empty() : hops.get(0).request();
        Optional<String> before = dialled.flatMap(ChangedNumberRules::number)
                .filter(number -> GLOBAL.matcher(number).matches());
        Optional<TrackedMessage> refusal = call.furthestFinalResponse();
        if (before.isEmpty() || refusal.isEmpty()) {
            return Optional.empty();
        }
        return hops.stream()
                .filter(hop -> hop.finalStatus() == call.finalStatus())
                .flatMap(hop -> hop.request().stream())
                .filter(request -> request.to().equals(refusal.get().from()))
                .flatMap(request -> number(request)
                        .flatMap(after -> how(before.get(), after))
                        .map(how -> new Changed(dialled.get(), request, refusal.get(), how))
                        .stream())
                .findFirst();
    }

    private static Optional<String> number(TrackedMessage request) {
        return ((SipRequest) request.message())
                .uri()
                .user()
                .map(user -> SEPARATORS.matcher(user.replaceFirst(";.*", "")).replaceAll(""))
                .filter(user -> NUMBER.matcher(user).matches());
    }

    private static Optional<String> how(String global, String after) {
        String before = global.substring(1);
        String digits = after.replaceFirst("\\+", "");
        if (before.length() < FEWEST_DIGITS || digits.equals(before)) {
            return Optional.empty();
        }
        if (digits.startsWith(before)) {
            return Optional.of("added " + digits.substring(before.length()) + " at its end");
        }
        if (!digits.isEmpty() && before.startsWith(digits)) {
            return Optional.of("cut " + before.substring(digits.length()) + " off its end");
        }
        if (digits.isEmpty() || !before.endsWith(digits)) {
            return Optional.empty();
        }
        String cut = before.substring(0, before.length() - digits.length());
        String country = countryCode(before);
        return cut.length() < country.length()
                        || (digits.length() > MOST_LOCAL_DIGITS && !cut.equals(country) && !MOBILE_ABROAD.contains(cut))
                ? Optional.of("cut " + cut + " off its beginning, which is no country code")
                : Optional.empty();
    }

    private static String countryCode(String digits) {
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return digits.substring(0, 1);
        }
        return TWO_DIGITS.contains(digits.substring(0, 2)) ? digits.substring(0, 2) : digits.substring(0, 3);
    }

    private static void tell(Call call, Findings findings, Changed found) {
        String by = found.sent().from().toString();
        findings.diagnose(Cause.INVALID_NUMBER_FORMAT, LIKELY)
                .origin(new Origin(
                        Origin.NETWORK,
                        found.sent().from(),
                        Origin.Basis.INFERRED,
                        "which made " + number(found.sent()).orElse("") + " of "
                                + number(found.dialled()).orElse("")))
                .because("the caller dialled " + number(found.dialled()).orElse("")
                        + ", which is whole by its plus, and " + by + " sent "
                        + number(found.sent()).orElse("") + " on: it " + found.how())
                .because(found.refusal().from() + " refused that number with " + Telling.answer(found.refusal())
                        + " and never saw the one that was dialled")
                .evidence(found.dialled())
                .evidence(found.sent())
                .evidence(found.refusal())
                .evidence(found.refusal(), "Reason")
                .ratherThan(
                        Cause.UNALLOCATED_NUMBER,
                        "The caller dialled a wrong number",
                        "what was refused is another number than the one dialled")
                .remedy(ADMIN, "Look at the translation of numbers in " + by + ": the rule that this number met")
                .remedy(CALLER, "The number need not be wrong: try again when the translation is mended")
                .confirm("Send the dialled number unchanged to " + found.sent().to());
    }
}
