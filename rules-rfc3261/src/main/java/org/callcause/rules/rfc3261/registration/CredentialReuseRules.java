package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.where;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Challenge;
import org.callcause.message.Credentials;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sides;

/** Credentials that were sent more than once: a nonce that was not counted up, and a refused answer once more. */
final class CredentialReuseRules {

    private CredentialReuseRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/nonce-count")
                        .title("A nonce was used again without counting up, and refused")
                        .cites("RFC 7616 3.4")
                        .cites("RFC 2617 3.2.2")
                        .on(responded(400, 401, 403, 407)
                                .and(CredentialRules.HAS_CREDENTIALS)
                                .and(where(
                                        "a refused request has the nonce of an earlier one and no higher nc",
                                        call -> replay(call).isPresent())))
                        .needs(Trait.SEVERAL_CREDENTIALS)
                        .check(CredentialReuseRules::nonceCount),
                Rule.named("rfc3261/auth-repeated")
                        .title("The same refused credentials were sent again")
                        .cites("RFC 3261 22.1")
                        .on(responded(401, 403, 407)
                                .and(CredentialRules.HAS_CREDENTIALS)
                                .and(where(
                                        "a new request has the nonce and response of a refused one",
                                        call -> repeated(call).isPresent())))
                        .needs(Trait.SEVERAL_CREDENTIALS)
                        .check(CredentialReuseRules::repeatedCredentials));
    }

    private record Use(Transaction earlier, Transaction later) {}

    private static List<Transaction> requests(Call call) {
        return call.transactions().stream()
                .filter(transaction -> !transaction.method().equals(Method.CANCEL))
                .toList();
    }

    private static boolean isRefused(Transaction transaction) {
        return List.of(400, 401, 403, 407).contains(transaction.finalStatus());
    }

    private static Optional<Use> replay(Call call) {
        Map<String, Transaction> last = new HashMap<>();
        Map<String, Long> highest = new HashMap<>();
        for (Transaction transaction : requests(call)) {
            for (Credentials credentials : CredentialRules.credentials(transaction)) {
                String nonce = credentials.nonce().orElse("");
                long count = hexadecimal(credentials.nonceCount().orElse(""));
                if (nonce.isEmpty() || count < 0) {
                    continue;
                }
                Transaction before = last.get(nonce);
                boolean repeated = before != null && count <= highest.getOrDefault(nonce, -1L);
                if (before != null
                        && repeated
                        && before != transaction
                        && isRefused(transaction)
                        && CredentialRules.challenges(transaction).stream().noneMatch(Challenge::stale)) {
                    return Optional.of(new Use(before, transaction));
                }
                last.put(nonce, transaction);
                highest.merge(nonce, count, Math::max);
            }
        }
        return Optional.empty();
    }

    private static long hexadecimal(String text) {
        return text.matches("[0-9a-fA-F]{1,8}") ? Long.parseLong(text, 16) : -1;
    }

    private static void nonceCount(Call call, Findings findings) {
        Use use = replay(call).orElseThrow();
        TrackedMessage later = use.later().request().orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, later))
                .because(
                        "the nonce count nc has to go up with each request that uses a nonce again, or the server takes"
                                + " the request for a replay; here it did not, and the answer was "
                                + use.later().finalStatus())
                .evidence(use.earlier().request(), "Authorization")
                .evidence(use.earlier().request(), "Proxy-Authorization")
                .evidence(later, "Authorization")
                .evidence(later, "Proxy-Authorization")
                .evidence(use.later().finalResponse())
                .remedy(ADMIN, "Update the device, or let the server give a new nonce for each request")
                .confirm("The server's log says whether it took the request for a replay");
    }

    private static Optional<Use> repeated(Call call) {
        List<Transaction> refused = new ArrayList<>();
        Set<Transaction> seen = new HashSet<>();
        for (Transaction transaction : requests(call)) {
            for (Transaction earlier : refused) {
                if (sameResponse(earlier, transaction) && seen.add(transaction)) {
                    return Optional.of(new Use(earlier, transaction));
                }
            }
            if (isRefused(transaction)
                    && !CredentialRules.credentials(transaction).isEmpty()) {
                refused.add(transaction);
            }
        }
        return Optional.empty();
    }

    private static boolean sameResponse(Transaction earlier, Transaction later) {
        if (!earlier.method().equals(later.method())) {
            return false;
        }
        List<Credentials> before = CredentialRules.credentials(earlier);
        List<Credentials> now = CredentialRules.credentials(later);
        // Where further ones stand beside them, the refused ones may have been in order.
        return !now.isEmpty()
                && now.stream()
                        .allMatch(one -> one.response().isPresent()
                                && before.stream()
                                        .anyMatch(other -> other.response().equals(one.response())
                                                && other.nonce().equals(one.nonce())));
    }

    private static void repeatedCredentials(Call call, Findings findings) {
        Use use = repeated(call).orElseThrow();
        TrackedMessage later = use.later().request().orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, later))
                .because("the credentials that were refused with "
                        + use.earlier().finalStatus()
                        + " were sent once more, unchanged, in a new request; a client must not do that, as the answer"
                        + " cannot be another one and the account may get locked")
                .evidence(use.earlier().finalResponse())
                .evidence(later)
                .remedy(ADMIN, "Correct the account in the device; until then lengthen its retry interval")
                .confirm("The device's log says whether it took the refusal for a lost answer");
    }
}
