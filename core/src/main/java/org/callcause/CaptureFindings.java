package org.callcause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Reference;
import org.callcause.diagnosis.Remedy;
import org.callcause.diagnosis.Sentences;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.SipResponse;
import org.callcause.vantage.JoinedCaptures;
import org.callcause.vantage.Observation;

/** Words what several captures show together. */
final class CaptureFindings {

    private CaptureFindings() {}

    private static Evidence quote(CapturedMessage message) {
        return new Evidence(
                message.index(), Evidence.START_LINE, message.message().startLine());
    }

    private static String name(CapturedMessage message) {
        String method = message.message().sequenceMethod().name();
        return message.message() instanceof SipResponse response ? response.status() + " to the " + method : method;
    }

    static Diagnosis lost(JoinedCaptures.Seen seen) {
        Observation lost = seen.observation();
        CapturedMessage sent = lost.sent();
        return new Diagnosis(
                CaptureComparison.LOST,
                Cause.TRANSPORT_FAILED,
                lost.times() == 1 ? Likelihood.LIKELY : Likelihood.CERTAIN,
                new Origin(
                        Origin.NETWORK,
                        sent.to(),
                        Origin.Basis.SEEN,
                        "between " + sent.from() + " and " + sent.to() + ", behind the one place of capture and before"
                                + " the other"),
                "The " + name(sent) + " was lost on the way",
                "The " + name(sent) + " left " + sent.from() + " " + Sentences.times(lost.times()) + ", from message #"
                        + sent.index()
                        + " on, and the other capture, which was running and shows other messages of the same two"
                        + " hosts, does not have it. " + seen.captures(),
                List.of(quote(sent)),
                List.of(
                        new Remedy(
                                Audience.ADMIN,
                                "Look at what stands between the two places: firewalls, SIP inspection, NAT timeouts,"
                                        + " and fragments of messages larger than a packet ("
                                        + sent.message().length() + " bytes here)."),
                        new Remedy(
                                Audience.CARRIER,
                                "Check the interface and the filters where the way enters your network.")),
                List.of("Capture on both sides of each element on the way: the one that gets it and does not send it on"
                        + " is the one."),
                List.of(new Reference("RFC 3261 17.1.1.2")),
                List.of(),
                Optional.empty());
    }

    static Diagnosis unanswered(JoinedCaptures.Seen seen) {
        Observation silent = seen.observation();
        CapturedMessage sent = silent.sent();
        CapturedMessage arrived = silent.arrived().get(0);
        return new Diagnosis(
                CaptureComparison.UNANSWERED,
                Cause.NO_RESPONSE,
                Likelihood.CERTAIN,
                new Origin(
                        Origin.CALLED_SIDE,
                        arrived.to(),
                        Origin.Basis.SEEN,
                        "the request passed the place of capture nearer to it, and nothing came back there"),
                "The " + name(sent) + " arrived and was never answered",
                "The " + name(sent) + " left " + sent.from() + " " + Sentences.times(silent.times()) + " and was seen "
                        + Sentences.times(silent.arrived().size()) + " at the other place, next to " + arrived.to()
                        + "; neither capture has any response to it. The network between the two places did its part. "
                        + seen.captures(),
                List.of(quote(sent), quote(arrived)),
                List.of(new Remedy(
                        Audience.ADMIN,
                        "Look at " + arrived.to()
                                + " itself: whether the service runs and listens on this port, its own"
                                + " firewall, and its log at the time of message #" + arrived.index() + ".")),
                List.of("The log of " + arrived.to() + ": whether it shows the request at all."),
                List.of(new Reference("RFC 3261 8.2"), new Reference("RFC 3261 17.2.1")),
                List.of(),
                Optional.empty());
    }

    static Violation altered(JoinedCaptures.Seen seen) {
        Observation altered = seen.observation();
        CapturedMessage sent = altered.sent();
        CapturedMessage arrived = altered.arrived().get(0);
        String what = altered.differences().stream()
                .map(Observation.Difference::what)
                .distinct()
                .collect(Collectors.joining(", "));
        List<Evidence> evidence = new ArrayList<>();
        for (Observation.Difference difference : altered.differences()) {
            if (!difference.sent().isEmpty()) {
                evidence.add(new Evidence(sent.index(), difference.what(), line(difference.what(), difference.sent())));
            }
            if (!difference.arrived().isEmpty()) {
                evidence.add(new Evidence(
                        arrived.index(), difference.what(), line(difference.what(), difference.arrived())));
            }
        }
        return new Violation(
                CaptureComparison.ALTERED,
                new Origin(
                        Origin.NETWORK,
                        arrived.from(),
                        Origin.Basis.SEEN,
                        "between " + sent.from() + " and " + arrived.to() + ", by something that is no SIP element of"
                                + " this hop"),
                "The " + name(sent) + " was altered on the way: " + what,
                "Message #" + sent.index() + " left " + sent.from() + " and arrived as message #" + arrived.index()
                        + " with other words in " + what + ", although no SIP element shows between the two places."
                        + " SIP inspection in routers and firewalls does this, and what it leaves half changed makes"
                        + " calls fail. " + seen.captures(),
                evidence,
                List.of(new Remedy(
                        Audience.ADMIN,
                        "Switch SIP inspection (SIP ALG) off in the routers and firewalls between the two places.")),
                List.of("Capture on both sides of each router on the way."),
                List.of(new Reference("RFC 3261 16.6")));
    }

    private static String line(String what, String value) {
        return what.equals(Evidence.START_LINE) || what.equals(Evidence.BODY) ? value : what + ": " + value;
    }
}
