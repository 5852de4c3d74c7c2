package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** The numbers in CSeq. A gap in them is no fault: a request in between may have gone another way (RFC 3261 12.2.2). */
final class SequenceRules {

    /** RFC 3261 8.1.1.5. */
    private static final long BOUND = 1L << 31;

    /** Over UDP, requests that follow each other closely may change places on the way. */
    private static final Duration REORDERING = Duration.ofMillis(500);

    private static final int LOOK_BACK = 32;

    /** Two requests of one side, of which the second does not count on from the first. */
    record Pair(Transaction before, Transaction after) {
        TrackedMessage earlier() {
            return before.request().orElseThrow();
        }

        TrackedMessage later() {
            return after.request().orElseThrow();
        }

        Optional<TrackedMessage> answer() {
            return after.finalResponse();
        }
    }

    private static final Search<Pair> TOO_LOW = new Search<>(
            "a request inside a dialog has a lower number than one before it from the same side",
            SequenceRules::tooLow);
    private static final Search<Pair> SAME =
            new Search<>("two different requests inside a dialog have one number", SequenceRules::sameNumber);
    private static final Search<Pair> AFTER_CHALLENGE = new Search<>(
            "the request that answers a challenge has the number of the challenged one", SequenceRules::afterChallenge);
    private static final Search<TrackedMessage> OUT_OF_RANGE =
            new Search<>("its number is 2^31 or above, or none at all", SequenceRules::outOfRange);
    private static final Search<TrackedMessage> OTHER_METHOD =
            new Search<>("it names another method than the request line", SequenceRules::otherMethod);

    private SequenceRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/cseq-too-low")
                        .title("A CSeq number went backwards")
                        .cites("RFC 3261 12.2.2")
                        .on(has(Trait.SEQUENCE_NOT_RAISED).and(TOO_LOW.foundInTime()))
                        .check(TOO_LOW.then(SequenceRules::tellTooLow)),
                Rule.named("rfc3261/cseq-not-increased")
                        .title("Two different requests carry one CSeq number")
                        .cites("RFC 3261 12.2.1.1")
                        .on(has(Trait.SEQUENCE_NOT_RAISED).and(SAME.found()))
                        .check(SAME.then(SequenceRules::tellSame)),
                Rule.named("rfc3261/cseq-not-increased-after-challenge")
                        .title("The answer to the challenge kept the CSeq number")
                        .cites("RFC 3261 22.2")
                        .cites("RFC 3261 8.1.3.5")
                        .on(has(Trait.REFUSAL)
                                .and(has(Trait.SEQUENCE_NOT_RAISED))
                                .and(AFTER_CHALLENGE.found()))
                        .check(AFTER_CHALLENGE.then(SequenceRules::tellAfterChallenge)),
                Rule.named("rfc3261/cseq-out-of-range")
                        .title("A CSeq number is out of range")
                        .cites("RFC 3261 8.1.1.5")
                        .cites("RFC 4475 3.1.2.4")
                        .on(has(Trait.UNUSUAL_SEQUENCE).and(OUT_OF_RANGE.found()))
                        .check(OUT_OF_RANGE.then(SequenceRules::tellOutOfRange)),
                Rule.named("rfc3261/cseq-method-mismatch")
                        .title("The CSeq names another method than the request")
                        .cites("RFC 3261 8.1.1.5")
                        .cites("RFC 4475 3.1.2.17")
                        .on(has(Trait.UNUSUAL_SEQUENCE).and(OTHER_METHOD.found()))
                        .check(OTHER_METHOD.then(SequenceRules::tellOtherMethod)));
    }

    interface Comparison {
        boolean holds(Transaction earlier, Transaction later);
    }

    /** The first two requests of one side, in the order of capture, for which this holds. */
    static Optional<Pair> pair(Call call, Comparison comparison) {
        List<Transaction> all = call.transactions();
        for (int i = 1; i < all.size(); i++) {
            Transaction later = all.get(i);
            if (later.request().isEmpty() || later.method().equals(Method.CANCEL)) {
                continue;
            }
            for (int j = i - 1; j >= Math.max(0, i - LOOK_BACK); j--) {
                Transaction earlier = all.get(j);
                if (earlier.request().isPresent()
                        && !earlier.method().equals(Method.CANCEL)
                        && earlier.isFromSameSideAs(later)
                        && comparison.holds(earlier, later)) {
                    return Optional.of(new Pair(earlier, later));
                }
            }
        }
        return Optional.empty();
    }

    /** The earlier one may have begun the dialog, unless it was challenged or refused: then it made none. */
    static boolean inSameDialog(Transaction earlier, Transaction later) {
        SipRequest first = earlier.requestMessage().orElseThrow();
        SipRequest second = later.requestMessage().orElseThrow();
        boolean begins = !first.hasToTag() && first.method().equals(Method.INVITE);
        boolean knowsTag = earlier.responses().isEmpty()
                || earlier.responses().stream()
                        .anyMatch(response -> response.message().hasSameToTag(second));
        return second.hasToTag() && (begins ? knowsTag : first.hasSameToTag(second));
    }

    static boolean mayHaveChangedPlaces(Transaction earlier, Transaction later) {
        return later.sequence() < earlier.sequence()
                && Traffic.within(
                        earlier.request().orElseThrow(), later.request().orElseThrow(), REORDERING);
    }

    private static Optional<Pair> tooLow(Call call) {
        return pair(
                        call,
                        (earlier, later) -> later.sequence() >= 0
                                && later.sequence() < earlier.sequence()
                                && inSameDialog(earlier, later)
                                && Traffic.apart(
                                        earlier.request().orElseThrow(),
                                        later.request().orElseThrow(),
                                        REORDERING))
                .filter(pair -> isHarmless(call, pair));
    }

    /** What was refused for it has a rule of its own. */
    private static boolean isHarmless(Call call, Pair pair) {
        return RefusedSequenceRules.refused(call)
                .filter(refused -> refused.after() == pair.after())
                .isEmpty();
    }

    private static void tellTooLow(Call call, Findings findings, Pair pair) {
        boolean refused =
                pair.answer().filter(response -> response.status() == 500).isPresent();
        Finding finding = findings.violation()
                .origin(Sides.senderOf(call, pair.later()))
                .because("the " + method(pair.later()) + " has CSeq "
                        + pair.later().message().sequence() + ", after " + method(pair.earlier()) + " with "
                        + pair.earlier().message().sequence() + " from the same side; such a request has to be refused"
                        + " with 500");
        finding.because(
                        refused
                                ? "that is what happened"
                                : "requests that change places on the way, or a node that took over with an old state,"
                                        + " make such numbers")
                .evidence(pair.earlier(), "CSeq")
                .evidence(pair.later())
                .evidence(pair.later(), "CSeq")
                .evidence(pair.answer())
                .remedy(ADMIN, "Where several nodes serve one call, let them share the dialog's numbers")
                .confirm("Whether the side restarted or failed over between the two requests");
    }

    private static String method(TrackedMessage request) {
        return ((SipRequest) request.message()).method().name();
    }

    private static Optional<Pair> sameNumber(Call call) {
        return pair(
                        call,
                        (earlier, later) -> later.sequence() >= 0
                                && later.sequence() == earlier.sequence()
                                && !later.method().equals(earlier.method())
                                && !later.method().equals(Method.ACK)
                                && inSameDialog(earlier, later))
                .filter(pair -> isHarmless(call, pair));
    }

    private static void tellSame(Call call, Findings findings, Pair pair) {
        findings.violation()
                .origin(Sides.senderOf(call, pair.later()))
                .because("from one side came " + method(pair.earlier()) + " and " + method(pair.later())
                        + " with one CSeq number, " + pair.later().message().sequence()
                        + "; each request in a dialog has to count on by one")
                .because("a strict peer takes the second for an old one and refuses it with 500")
                .evidence(pair.earlier(), "CSeq")
                .evidence(pair.later())
                .evidence(pair.later(), "CSeq")
                .evidence(pair.answer())
                .remedy(ADMIN, "Report it to the maker of " + pair.later().from())
                .confirm("How the second request was answered");
    }

    private static Optional<Pair> afterChallenge(Call call) {
        return pair(
                call,
                (earlier, later) -> later.sequence() == earlier.sequence()
                        && later.method().equals(earlier.method())
                        && (earlier.finalStatus() == 401 || earlier.finalStatus() == 407)
                        && later.requestMessage()
                                .filter(request -> !request.credentials().isEmpty())
                                .isPresent());
    }

    private static void tellAfterChallenge(Call call, Findings findings, Pair pair) {
        String what = "the " + method(pair.later()) + " was challenged, and the one with credentials has the same CSeq"
                + " number " + pair.later().message().sequence();
        boolean refused = call.finalStatus() == 401 || call.finalStatus() == 407;
        Finding finding = refused
                ? findings.diagnose(Cause.CSEQ_ERROR, LIKELY)
                        .because(what)
                        .because("a server may take it for a repeat of the first and answer with the same challenge"
                                + " again, which is what it did")
                : findings.violation()
                        .because(what)
                        .because(
                                "here it was taken all the same; a stricter server takes it for a repeat of the first");
        finding.origin(Sides.senderOf(call, pair.later()))
                .evidence(pair.earlier(), "CSeq")
                .evidence(pair.later())
                .evidence(pair.later(), "CSeq")
                .evidence(pair.answer())
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + pair.later().from()
                                + ": the request that answers a challenge needs the next CSeq number")
                .confirm(
                        "Whether the server compares branches: with a new branch many servers take the request as new");
    }

    private static Optional<TrackedMessage> outOfRange(Call call) {
        return Traffic.requests(call)
                .filter(request -> request.message().has("CSeq"))
                .filter(request -> request.message().sequence() >= BOUND
                        || request.message().sequence() < 0)
                .findFirst();
    }

    private static void tellOutOfRange(Call call, Findings findings, TrackedMessage request) {
        boolean unreadable = request.message().sequence() < 0;
        findings.violation()
                .origin(Sides.senderOf(call, request))
                .because(
                        unreadable
                                ? "the CSeq of the " + method(request)
                                        + " is not a number of 32 bits and a method, so the"
                                        + " request is malformed and may be refused with 400"
                                : "the " + method(request) + " has CSeq number "
                                        + request.message().sequence()
                                        + "; a client has to keep below 2^31 = 2147483648, so that there is room to"
                                        + " count on")
                .evidence(request)
                .evidence(request, "CSeq")
                .remedy(ADMIN, "Report it to the maker of " + request.from())
                .confirm("How the request was answered");
    }

    private static Optional<TrackedMessage> otherMethod(Call call) {
        return Traffic.requests(call)
                .filter(request -> request.message().sequence() >= 0)
                .filter(request -> request.message() instanceof SipRequest message
                        && !message.sequenceMethod().equals(message.method()))
                .findFirst();
    }

    private static void tellOtherMethod(Call call, Findings findings, TrackedMessage request) {
        findings.violation()
                .origin(Sides.senderOf(call, request))
                .because("the request line says " + method(request) + " and the CSeq says "
                        + request.message().sequenceMethod().name()
                        + "; such a request has to be refused with 400, and its responses match nothing")
                .evidence(request)
                .evidence(request, "CSeq")
                .remedy(ADMIN, "Report it to the maker of " + request.from())
                .confirm("How the request was answered");
    }
}
