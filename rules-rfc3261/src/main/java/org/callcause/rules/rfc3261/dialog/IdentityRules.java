package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.Sdp;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Edited;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Branches and tags: what tells one transaction, and one dialog, from another. */
final class IdentityRules {

    private static final String COOKIE = "z9hG4bK";
    private static final int LOOK_BACK = 32;

    private record Two(TrackedMessage first, TrackedMessage second) {}

    private static final Search<TrackedMessage> NO_COOKIE = new Search<>(
            "its branch is missing, without the cookie, or the cookie alone", IdentityRules::withoutCookie);
    private static final Search<Two> BRANCH_TWICE =
            new Search<>("one branch stands in two different requests", IdentityRules::branchTwice);
    private static final Search<Two> TAG_CHANGED =
            new Search<>("both describe one session, so they are of one device", IdentityRules::tagChanged);
    private static final Search<TrackedMessage> NO_TO_TAG = new Search<>(
            "it is above 100",
            call -> unedited(Traffic.responses(call)
                    .filter(response ->
                            response.status() > 100 && response.message().lacksToTag())));
    private static final Search<TrackedMessage> NO_FROM_TAG = new Search<>(
            "it is the From tag",
            call -> unedited(Traffic.requests(call)
                    .filter(request ->
                            !Traffic.isBye(request) && request.message().lacksFromTag())));
    private static final Search<TrackedMessage> BYE_WITHOUT_TAGS = new Search<>(
            "it is a BYE, and one of its tags",
            call -> unedited(Traffic.requests(call)
                    .filter(request -> Traffic.isBye(request)
                            && (request.message().lacksFromTag()
                                    || request.message().lacksToTag()))));

    private IdentityRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/branch-without-cookie")
                        .title("The branch of a request does not begin with z9hG4bK")
                        .cites("RFC 3261 8.1.1.7")
                        .cites("RFC 3261 17.2.3")
                        .on(has(Trait.INCOMPLETE_REQUEST).and(NO_COOKIE.found()))
                        .check(NO_COOKIE.then(IdentityRules::tellNoCookie)),
                Rule.named("rfc3261/branch-reused")
                        .title("Two different requests carry one branch")
                        .cites("RFC 3261 8.1.1.7")
                        .on(has(Trait.SHARED_BRANCH).and(BRANCH_TWICE.found()))
                        .check(BRANCH_TWICE.then(IdentityRules::tellBranchTwice)),
                Rule.named("rfc3261/to-tag-changes")
                        .title("One device answered one request with two To tags")
                        .cites("RFC 3261 8.2.6.2")
                        .on(has(Trait.TO_TAGS).and(TAG_CHANGED.found()))
                        .check(TAG_CHANGED.then(IdentityRules::tellTagChanged)),
                Rule.named("rfc3261/missing-to-tag")
                        .title("A response has no To tag")
                        .cites("RFC 3261 8.2.6.2")
                        .on(has(Trait.NO_TO_TAG).and(NO_TO_TAG.found()))
                        .check(NO_TO_TAG.then(IdentityRules::tellNoToTag)),
                Rule.named("rfc3261/missing-from-tag")
                        .title("A request has no From tag")
                        .cites("RFC 3261 8.1.1.3")
                        .on(has(Trait.INCOMPLETE_REQUEST).and(NO_FROM_TAG.found()))
                        .check(NO_FROM_TAG.then(IdentityRules::tellNoFromTag)),
                Rule.named("rfc3261/bye-without-tags")
                        .title("A BYE lacks a tag of its dialog")
                        .cites("RFC 3261 15.1.2")
                        .cites("RFC 3261 12.2.1.1")
                        .on(has(Trait.INCOMPLETE_REQUEST).and(BYE_WITHOUT_TAGS.found()))
                        .check(BYE_WITHOUT_TAGS.then(IdentityRules::tellByeWithoutTags)));
    }

    private static Optional<TrackedMessage> withoutCookie(Call call) {
        return unedited(Traffic.requests(call)
                .filter(request -> request.message().has("Via"))
                .filter(request -> !request.message().hasBranchCookie()
                        || request.message().topBranch().filter(COOKIE::equals).isPresent()));
    }

    /** The first one of which nobody has taken anything away. */
    private static Optional<TrackedMessage> unedited(Stream<TrackedMessage> messages) {
        return messages.filter(message -> !Edited.is(message.message())).findFirst();
    }

    private static void tellNoCookie(Call call, Findings findings, TrackedMessage request) {
        String branch = request.message().topBranch().orElse("");
        findings.violation()
                .origin(Sides.senderOf(call, request))
                .because(
                        branch.isEmpty()
                                ? "the top Via has no branch"
                                : branch.equals(COOKIE)
                                        ? "the branch is the cookie alone, so it tells no transaction from another"
                                        : "the branch is " + branch + ", without the cookie z9hG4bK in front")
                .because("its sender follows RFC 2543 or is mistaken; servers then have to compare Request-URI, tags,"
                        + " Call-ID, CSeq and Via to know a request again, and some do not")
                .evidence(request)
                .evidence(request, "Via")
                .remedy(ADMIN, "Update or report " + request.from())
                .confirm("Whether its repeats are answered as such, or taken for new requests");
    }

    /** The ACK of a refusal and the CANCEL share the branch of their INVITE; nothing else may. */
    private static Optional<Two> branchTwice(Call call) {
        List<Transaction> all = call.transactions();
        for (int i = 1; i < all.size(); i++) {
            for (int j = Math.max(0, i - LOOK_BACK); j < i; j++) {
                Optional<Two> two = branchTwice(all.get(j), all.get(i));
                if (two.isPresent()) {
                    return two;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Two> branchTwice(Transaction earlier, Transaction later) {
        if (earlier.method().equals(Method.CANCEL)
                || later.method().equals(Method.CANCEL)
                || earlier.request().isEmpty()
                || later.request().isEmpty()) {
            return Optional.empty();
        }
        TrackedMessage first = earlier.request().get();
        TrackedMessage second = later.request().get();
        boolean same = first.message().hasBranchCookie() && first.message().hasSameBranch(second.message());
        boolean different =
                earlier.sequence() != later.sequence() || !earlier.method().equals(later.method());
        return same && different && first.from().equals(second.from())
                ? Optional.of(new Two(first, second))
                : Optional.empty();
    }

    private static void tellBranchTwice(Call call, Findings findings, Two two) {
        findings.violation()
                .origin(Sides.senderOf(call, two.second()))
                .because("two different requests of " + two.second().from() + " have the branch "
                        + two.second().message().topBranch().orElse("") + ": "
                        + two.first().message().cseq().map(Object::toString).orElse("one") + " and "
                        + two.second().message().cseq().map(Object::toString).orElse("another"))
                .because("a server may take the second for a repeat of the first and answer it with the old response")
                .evidence(two.first(), "Via")
                .evidence(two.first(), "CSeq")
                .evidence(two.second(), "Via")
                .evidence(two.second(), "CSeq")
                .remedy(ADMIN, "Report it to the maker of " + two.second().from())
                .confirm("Whether the second request got an answer of its own");
    }

    /**
     * Each phone of a fork has a tag of its own, and an SBC or PBX in front of several phones gives its own Contact for
     * all: so only a session that both describe, which is unique (RFC 8866 5.2), speaks for one device.
     */
    private static Optional<Two> tagChanged(Call call) {
        return call.transactions().stream()
                .flatMap(transaction -> transaction.hops().stream()
                        .filter(hop -> Traffic.isLast(hop, transaction))
                        .flatMap(hop -> tagChanged(hop).stream()))
                .findFirst();
    }

    private static Optional<Two> tagChanged(Hop hop) {
        TrackedMessage tagged = null;
        for (TrackedMessage response : hop.responses()) {
            SipMessage message = response.message();
            if (!message.hasToTag() || session(message).isEmpty()) {
                continue;
            }
            if (tagged != null
                    && !message.hasSameToTag(tagged.message())
                    && session(message).equals(session(tagged.message()))
                    && tagged.from().equals(response.from())) {
                return Optional.of(new Two(tagged, response));
            }
            tagged = response;
        }
        return Optional.empty();
    }

    /** What names a session in its {@code o=} line: all of it but the version. */
    private static Optional<String> session(SipMessage message) {
        return message.sdp()
                .flatMap(Sdp::origin)
                .map(origin -> origin.split(" "))
                .filter(words -> words.length == 6 && !words[1].equals("0"))
                .map(words -> words[0] + " " + words[1] + " " + words[5]);
    }

    private static void tellTagChanged(Call call, Findings findings, Two two) {
        findings.violation()
                .origin(Sides.senderOf(call, two.second()))
                .because("the " + two.first().status() + " and the "
                        + two.second().status()
                        + " to one request describe one session and have different To tags, "
                        + two.first().message().toTag().orElse("") + " and "
                        + two.second().message().toTag().orElse(""))
                .because("for the caller these are two dialogs, and what belongs to the first is lost with the second")
                .evidence(two.first())
                .evidence(two.first(), "To")
                .evidence(two.second())
                .evidence(two.second(), "To")
                .evidenceInBody(two.second(), "o=")
                .remedy(ADMIN, "Report it to the maker of " + two.second().from())
                .confirm("Whether the caller answers PRACK, ACK and BYE with the second tag");
    }

    private static void tellNoToTag(Call call, Findings findings, TrackedMessage response) {
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("the " + Telling.answer(response) + " has no To tag; every response but 100 needs one")
                .because(
                        "without it a dialog cannot be told from another, and an ACK of a refusal has no tag to repeat")
                .evidence(response)
                .evidence(response, "To")
                .remedy(ADMIN, "Update or report " + response.from())
                .confirm("Whether the client took the response: some drop it");
    }

    private static void tellNoFromTag(Call call, Findings findings, TrackedMessage request) {
        findings.violation()
                .origin(Sides.senderOf(call, request))
                .because("the " + method(request) + " has no From tag; its sender follows RFC 2543, or is mistaken")
                .because("a dialog is known by both tags, so requests inside it may be refused with 481")
                .evidence(request)
                .evidence(request, "From")
                .remedy(ADMIN, "Update or report " + request.from())
                .confirm("Whether the other side takes it all the same, as RFC 3261 12.1.1 asks for old clients");
    }

    private static void tellByeWithoutTags(Call call, Findings findings, TrackedMessage bye) {
        findings.violation()
                .origin(Sides.senderOf(call, bye))
                .because("the BYE has no " + (bye.message().hasFromTag() ? "To" : "From")
                        + " tag, so it names no dialog and has to be refused with 481; the other side keeps the call")
                .evidence(bye)
                .evidence(bye, "From")
                .evidence(bye, "To")
                .remedy(ADMIN, "Report it to the maker of " + bye.from())
                .confirm("How the BYE was answered");
    }

    private static String method(TrackedMessage request) {
        return ((SipRequest) request.message()).method().name();
    }
}
