package org.callcause.rules.rfc3261.transfer;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.message.Sdp;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;

/** A call that is left on hold when its transfer failed. */
final class TransferHoldRules {

    private TransferHoldRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/transfer-left-on-hold")
                .title("After the failed transfer the call stayed on hold")
                .cites("RFC 5589 6")
                .on(sent(Method.REFER)
                        .and(where(
                                "a transfer failed, and the transferor never took the call off hold",
                                TransferHoldRules::leftOnHold)))
                .check(TransferHoldRules::tellLeftOnHold));
    }

    private static boolean leftOnHold(Call call) {
        Optional<TrackedMessage> failure = Referral.failed(call).flatMap(Referral::outcome);
        if (failure.isEmpty()) {
            return false;
        }
        Optional<TrackedMessage> hold = held(call, failure.get());
        return hold.isPresent() && !offers(call, failure.get(), hold.get(), "sendrecv");
    }

    /** The last re-INVITE before the failure, where it put the call on hold. */
    private static Optional<TrackedMessage> held(Call call, TrackedMessage failure) {
        return reinvites(call)
                .filter(offer -> offer.index() < failure.index())
                .reduce((earlier, later) -> later)
                .filter(TransferHoldRules::isHold);
    }

    private static boolean offers(Call call, TrackedMessage after, TrackedMessage hold, String direction) {
        return reinvites(call)
                .filter(offer -> offer.index() > after.index()
                        && offer.message().fromTag().equals(hold.message().fromTag()))
                .flatMap(offer -> media(offer).stream())
                .anyMatch(line -> line.direction().equals(direction));
    }

    private static Stream<TrackedMessage> reinvites(Call call) {
        return call.transactions(Method.INVITE).stream()
                .filter(one -> !one.isInitial())
                .map(Transaction::request)
                .flatMap(Optional::stream)
                .filter(one -> one.message().sdp().isPresent());
    }

    private static List<Media> media(TrackedMessage message) {
        return message.message().sdp().map(Sdp::media).orElse(List.of());
    }

    private static boolean isHold(TrackedMessage offer) {
        return media(offer).stream()
                .anyMatch(line ->
                        line.direction().equals("sendonly") || line.direction().equals("inactive"));
    }

    private static void tellLeftOnHold(Call call, Findings findings) {
        TrackedMessage failure =
                Referral.failed(call).flatMap(Referral::outcome).orElseThrow();
        TrackedMessage hold = held(call, failure).orElseThrow();
        findings.diagnose(new Cause("left-on-hold"), POSSIBLE)
                .origin(new Origin(
                        "transferor", hold.from(), Origin.Basis.SEEN, "it held the call and did not take it back"))
                .because(hold.from() + " put the call on hold, the transfer failed in message #" + failure.index()
                        + ", and no re-INVITE took the call off hold afterwards")
                .because("the held person heard music or nothing until the call ended; a person may have decided so")
                .evidence(hold)
                .evidenceInBody(hold, "a=" + media(hold).get(0).direction())
                .evidence(failure)
                .remedy(ADMIN, "Let the transferor's system return to the held call when a transfer fails")
                .remedy(USER, "Resume the held call when a transfer fails")
                .confirm("Ask the transferor whether the phone showed the failure and a way back");
    }
}
