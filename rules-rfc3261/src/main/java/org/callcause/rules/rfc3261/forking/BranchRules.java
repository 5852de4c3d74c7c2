package org.callcause.rules.rfc3261.forking;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** What a forking proxy makes of its branches. A branch that fails while another answers is healthy. */
final class BranchRules {

    /** A branch that fails so much later than the others held the call up. */
    private static final Duration LONG_DELAY = Duration.ofSeconds(10);

    /** How long a proxy may take to send its CANCELs, with a look at a busy one. */
    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(2);

    private static final Trigger REFUSED_CALL =
            method(Method.INVITE).and(statusClass(4).or(statusClass(5)).or(statusClass(6)));

    private BranchRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/branch-not-cancelled")
                        .title("A branch was left ringing after the call was decided")
                        .cites("RFC 3261 16.7")
                        .on(method(Method.INVITE)
                                .and(where(
                                        "a branch that rang got no CANCEL after the final response went to the caller",
                                        call -> notCancelled(call).isPresent()))
                                .and(timed(
                                        "there was time for a CANCEL",
                                        call -> Branches.of(call)
                                                .flatMap(Branches::told)
                                                .filter(told -> wasWatched(call, told))
                                                .isPresent())))
                        .needs(Trait.SEVERAL_HOPS)
                        .check(BranchRules::leftRinging),
                Rule.named("rfc3261/6xx-ended-fork")
                        .title("One device refused for all, and the other devices stopped ringing")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 21.6")
                        .on(method(Method.INVITE)
                                .and(statusClass(6))
                                .and(where(
                                        "one branch answered 6xx while another rang",
                                        call -> refusedForAll(call).isPresent())))
                        .needs(Trait.SEVERAL_HOPS)
                        .check(BranchRules::refusedByOne),
                Rule.named("rfc3261/fork-best-response")
                        .title("The branches failed for different reasons, and the caller was told one")
                        .cites("RFC 3261 16.7")
                        .on(REFUSED_CALL.and(where(
                                "two branches ended with different codes",
                                call -> differing(call).isPresent())))
                        .needs(Trait.SEVERAL_HOPS)
                        .check(BranchRules::bestResponse),
                Rule.named("rfc3261/fork-dead-branch")
                        .title("A branch without anybody behind it held the refusal up")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 16.8")
                        .on(REFUSED_CALL.and(timed(
                                "one branch was silent or timed out, and the others had failed long before",
                                call -> dead(call).isPresent())))
                        .needs(Trait.SEVERAL_HOPS)
                        .check(BranchRules::deadBranch));
    }

    private static boolean isCancelled(Call call, Hop branch) {
        return call.transactions(Method.CANCEL).stream()
                .flatMap(cancel -> cancel.hops().stream())
                .anyMatch(hop -> hop.to().equals(branch.to()));
    }

    private static Optional<Hop> notCancelled(Call call) {
        return Branches.of(call)
                .flatMap(branches -> branches.told()
                        .flatMap(told -> branches.all().stream()
                                .filter(branch -> Branches.rang(branch)
                                        && branch.finalResponse().isEmpty())
                                .filter(branch -> branch.responses().get(0).index() < told.index())
                                .filter(branch -> !isCancelled(call, branch) && !answered(call, branch))
                                .findFirst()));
    }

    /** Whether a 2xx that was passed on comes from this branch, on which it was not captured. */
    private static boolean answered(Call call, Hop branch) {
        return Traffic.responses(call)
                .filter(response -> response.status() / 100 == 2)
                .anyMatch(success -> success.message().hasToTag()
                        && branch.responses().stream()
                                .anyMatch(response -> response.message().hasSameToTag(success.message())));
    }

    private static boolean wasWatched(Call call, TrackedMessage told) {
        boolean after = call.observedAfterEnd()
                .filter(seen -> seen.compareTo(TIME_TO_CANCEL) > 0)
                .isPresent();
        return after
                || call.messages().stream()
                        .anyMatch(later -> Traffic.between(told, later)
                                .filter(gap -> gap.compareTo(TIME_TO_CANCEL) > 0)
                                .isPresent());
    }

    private static Origin forking(Branches branches) {
        return new Origin(Origin.NETWORK, branches.forking(), Origin.Basis.SEEN, "it forks the call");
    }

    private static void leftRinging(Call call, Findings findings) {
        Branches branches = Branches.of(call).orElseThrow();
        Hop branch = notCancelled(call).orElseThrow();
        findings.violation()
                .origin(forking(branches))
                .because(branches.forking() + " passed the "
                        + branches.told().map(TrackedMessage::status).orElse(0)
                        + " on to the caller, and sent no CANCEL"
                        + " to " + branch.to() + ", which goes on ringing for a call that is over")
                .evidence(branch.request())
                .evidence(branch.responses().stream()
                        .filter(response -> response.status() > 100)
                        .findFirst())
                .evidence(branches.told())
                .remedy(ADMIN, "Update the forking element, or see why it lost that branch")
                .confirm("See how long " + branch.to() + " rang");
    }

    private static Optional<Hop> refusedForAll(Call call) {
        return Branches.of(call)
                .flatMap(branches -> branches.all().stream()
                        .filter(branch -> branch.finalStatus() / 100 == 6)
                        .filter(branch -> branches.all().stream()
                                .anyMatch(other -> !other.equals(branch)
                                        && Branches.rang(other)
                                        && (other.finalStatus() == 487 || isCancelled(call, other))))
                        .findFirst());
    }

    private static void refusedByOne(Call call, Findings findings) {
        Branches branches = Branches.of(call).orElseThrow();
        Hop branch = refusedForAll(call).orElseThrow();
        TrackedMessage refusal = branch.finalResponse().orElseThrow();
        findings.diagnose(Cause.DECLINED, LIKELY)
                .origin(new Origin(Origin.CALLEE, branch.to(), Origin.Basis.SEEN, "it refused for all devices"))
                .because("the call rang at " + branches.all().size() + " places, and " + branch.to() + " answered "
                        + refusal.status() + ", which speaks for all of them: the forking element stopped the others")
                .evidence(refusal)
                .evidence(branches.told())
                .remedy(
                        USER,
                        "Let the call ring out, or let it refuse with 486 (busy), if only this device shall"
                                + " stop ringing")
                .remedy(ADMIN, "Set the refusing device or its proxy to answer 486 or 480 in place of a 6xx")
                .remedy(CALLER, "Try again later")
                .confirm("Ask which device was used to refuse");
    }

    private static Optional<Branches> differing(Call call) {
        return Branches.of(call)
                .filter(branches -> branches.ended().stream()
                                .map(Hop::finalStatus)
                                .filter(status -> status != 487)
                                .distinct()
                                .count()
                        > 1);
    }

    private static String told(Hop branch) {
        return branch.to() + ": "
                + branch.finalResponse()
                        .map(response -> Telling.answer(response))
                        .orElse("no final response");
    }

    private static void bestResponse(Call call, Findings findings) {
        Branches branches = differing(call).orElseThrow();
        Finding finding = findings.diagnose(Cause.DOWNSTREAM_FAILURE, POSSIBLE)
                .origin(forking(branches))
                .because("the call went to " + branches.all().size() + " places and failed at each in its own way ("
                        + String.join(
                                "; ",
                                branches.all().stream().map(BranchRules::told).toList())
                        + "), of which the caller was told " + Telling.answer(call))
                .because("a forking proxy tells the caller one code: a 6xx before all others, else of the lowest class,"
                        + " and there 401, 407, 415, 420 and 484 first; the reason that matters may be another");
        branches.all().forEach(branch -> finding.evidence(branch.finalResponse()));
        finding.evidence(branches.told())
                .remedy(ADMIN, "Look at the branch that should have been answered, not at the code the caller got")
                .confirm("Ask which of the devices the callee expected to ring");
    }

    private record Dead(Branches branches, Hop branch, Duration delay) {}

    private static Optional<Dead> dead(Call call) {
        return Branches.of(call)
                .flatMap(branches -> branches.all().stream()
                        .filter(branch -> !Branches.rang(branch))
                        .filter(branch -> branch.finalResponse().isEmpty() || branch.finalStatus() == 408)
                        .map(branch -> new Dead(branches, branch, delay(branches, branch)))
                        .filter(dead -> dead.delay().compareTo(LONG_DELAY) >= 0)
                        .findFirst());
    }

    /** From the last failure of the other branches to the final response to the caller. */
    private static Duration delay(Branches branches, Hop dead) {
        List<TrackedMessage> others = branches.all().stream()
                .filter(branch -> !branch.equals(dead))
                .flatMap(branch -> branch.finalResponse().stream())
                .toList();
        if (others.size() < branches.all().size() - 1 || others.isEmpty()) {
            return Duration.ZERO;
        }
        TrackedMessage last = others.stream()
                .reduce((one, other) -> one.nanos() > other.nanos() ? one : other)
                .orElseThrow();
        return branches.told().flatMap(told -> Traffic.between(last, told)).orElse(Duration.ZERO);
    }

    private static void deadBranch(Call call, Findings findings) {
        Dead dead = dead(call).orElseThrow();
        Finding finding = findings.diagnose(Cause.REGISTRATION_EXPIRED, POSSIBLE)
                .origin(new Origin(
                        Origin.CALLEE, dead.branch().to(), Origin.Basis.INFERRED, "nobody answers at that address"))
                .because("the other branches had failed " + Sentences.time(dead.delay())
                        + " before the caller was told, and " + dead.branch().to()
                        + (dead.branch().finalResponse().isPresent() ? " timed out with 408" : " never answered at all")
                        + ": most likely a registration of a device that is gone");
        finding.evidence(dead.branch().request()).evidence(dead.branch().finalResponse());
        dead.branches().ended().forEach(branch -> finding.evidence(branch.finalResponse()));
        finding.evidence(dead.branches().told())
                .remedy(
                        ADMIN,
                        "Remove the dead binding, shorten registrations, or let the registrar watch its contacts"
                                + " (OPTIONS, outbound)")
                .confirm("Look up " + dead.branch().to() + " among the registrar's bindings: when was it refreshed");
    }
}
