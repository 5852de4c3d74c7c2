package org.callcause.rules.rfc3261.incident;

import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Likelihood;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentScope.Extent;
import org.callcause.incident.Share;

/** Puts a failing party into words. */
final class FailingPartyTelling {

    private FailingPartyTelling() {}

    static void tell(IncidentFindings findings, FailingParty party, Share everything, boolean ongoing) {
        Share others = party.others(everything);
        boolean all = party.extent() == Extent.ALL;
        IncidentScope scope = all
                ? IncidentScope.all()
                : IncidentScope.of(party.extent(), party.name()).comparedTo(population(party.extent()), others);
        IncidentFinding finding = findings.incident(party.failures().cause(), Likelihood.LIKELY)
                .scope(scope)
                .title(title(party))
                .between(party.first(), party.last())
                .count(party.failed())
                .during(party.share())
                .exemplars(party.failures().exemplars())
                .ongoing(ongoing)
                .because(who(party) + " " + party.share() + " calls failed from " + Saying.at(party.first()) + " to "
                        + Saying.at(party.last()) + ", from "
                        + party.failures().callers().of("caller") + " to "
                        + party.failures().callees().of("called address", "called addresses") + " over "
                        + party.failures().peers().of("peer") + ": "
                        + party.failures().answers());
        if (party.failures().titles().words() > 0) {
            finding.because(
                    "the reading of most of them: " + party.failures().titles().top());
        }
        finding.because(
                all
                        ? "nobody's calls got through often enough to compare with, so what all have in common comes"
                                + " first"
                        : "of " + Saying.count(others.whole(), "call") + " " + others(party.extent())
                                + " in the same time " + others.part() + " failed (" + others.percent() + ")");
        if (party.hasRecovered()) {
            finding.because("since then ten in a row got through");
        }
        if (party.failures().titles().top().isEmpty() || !party.failures().isMostlyAlike()) {
            finding.remedy(Audience.ADMIN, remedy(party));
        } else {
            finding.remedy(
                            Audience.ADMIN,
                            "do what the diagnosis of " + example(party) + " says, which nearly all of them have")
                    .remedy(Audience.ADMIN, "where that does not help, " + remedy(party));
        }
        finding.confirm(confirm(party));
    }

    private static String who(FailingParty party) {
        return switch (party.extent()) {
            case CALLER -> "of the calls of " + party.name();
            case CALLEE -> "of the calls to " + party.name();
            case NUMBER_RANGE -> "of the calls to numbers that begin with " + party.name();
            case PEER -> "of the calls over " + party.name();
            case SITE -> "of the calls from " + party.name();
            case ALL -> "of all calls";
        };
    }

    private static String title(FailingParty party) {
        return switch (party.extent()) {
            case CALLER -> "The calls of one user fail: " + party.name();
            case CALLEE -> "Calls to one address fail: " + party.name();
            case NUMBER_RANGE -> "Calls to one range of numbers fail: " + party.name();
            case PEER -> "Calls over one peer fail: " + party.name();
            case SITE -> "The calls of one site fail: " + party.name();
            case ALL -> "Nearly all calls fail";
        };
    }

    private static String population(Extent extent) {
        return switch (extent) {
            case CALLER -> "other callers";
            case CALLEE -> "calls to other addresses";
            case NUMBER_RANGE -> "calls to other numbers";
            case PEER -> "calls over other peers";
            case SITE -> "other sites";
            case ALL -> "nobody else";
        };
    }

    /** The same behind "call". */
    private static String others(Extent extent) {
        return switch (extent) {
            case CALLER -> "of other callers";
            case CALLEE -> "to other addresses";
            case NUMBER_RANGE -> "to other numbers";
            case PEER -> "over other peers";
            case SITE -> "of other sites";
            case ALL -> "of others";
        };
    }

    private static String remedy(FailingParty party) {
        return switch (party.extent()) {
            case CALLER ->
                "compare this user's account, permissions, codecs and device with those of a user whose calls go"
                        + " through";
            case CALLEE -> "look at this address where it is hosted: account, registration, forwarding, device";
            case NUMBER_RANGE ->
                "look at the routes and the number format for " + party.name() + "…, and try the range over another"
                        + " carrier";
            case PEER ->
                "look at " + party.name() + " and at what is behind it, and send its calls another way meanwhile";
            case SITE ->
                "look at what the site's phones have in common: its line, firewall, NAT, DNS, and the server's rules"
                        + " for its network";
            case ALL ->
                "look at what all calls have in common: the element nearest the capture, its licence, its routes";
        };
    }

    private static String confirm(FailingParty party) {
        return "the diagnosis of one of them, such as " + example(party) + ", beside a call " + others(party.extent())
                + " that got through in the same minutes";
    }

    private static String example(FailingParty party) {
        return party.failures().exemplars().ids().stream().findFirst().orElse("");
    }
}
