package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.dialog.TrackedMessage;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegLink;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipRequest;
import org.callcause.rules.teams.recognition.CorrelationIds;
import org.callcause.rules.teams.recognition.TeamsCall;

/**
 * What the SBC's own SIP says of a call, as far as it is needed to set it beside a record: small, so that the calls of a
 * whole day can be kept.
 *
 * @param callId the Call-ID
 * @param correlationIds Microsoft's ids of the call
 * @param caller the calling number or user
 * @param callee the called number or user
 * @param moments what happened when, in order, by the clock of the capture
 * @param start the first message
 * @param end the last message
 * @param outcome how it ended
 * @param status the final status as the calling side got it, 0 without one
 * @param furthestStatus the status furthest from the caller where one was seen; another than {@code status} when an
 *     element on the way changed it
 * @param isWithMicrosoft whether Microsoft's proxy takes part; a leg behind the SBC has the same numbers without it
 * @param otherLeg the leg of the same call where its failure began, else the one next to it; absent where none is proven
 * @param diagnosis the title of the first reading; empty for a healthy call
 */
public record SipWitness(
        String callId,
        Set<String> correlationIds,
        String caller,
        String callee,
        List<Moment> moments,
        Optional<Instant> start,
        Optional<Instant> end,
        Disposition.Kind outcome,
        int status,
        int furthestStatus,
        boolean isWithMicrosoft,
        Optional<OtherLeg> otherLeg,
        String diagnosis) {

    /**
     * Something that happened.
     *
     * @param time by the clock of the capture
     * @param text in a few words
     */
    public record Moment(Instant time, String text) {}

    /**
     * Another leg of the call.
     *
     * @param callId its Call-ID
     * @param proof what proves that it is one, in a few words
     */
    public record OtherLeg(String callId, String proof) {}

    /** What the report says; empty for what is no call. */
    public static Optional<SipWitness> of(CallReport report) {
        Call call = report.call();
        if (!call.method().equals(Method.INVITE)) {
            return Optional.empty();
        }
        Optional<TeamsCall> teams = TeamsCall.of(call);
        return Optional.of(new SipWitness(
                callId(call),
                CorrelationIds.of(call),
                user(call.from()),
                user(call.to()),
                moments(call, teams),
                call.start(),
                call.end(),
                report.disposition().kind(),
                call.finalStatus(),
                call.furthestFinalResponse().map(TrackedMessage::status).orElse(0),
                teams.isPresent(),
                report.joined().flatMap(joined -> otherLeg(joined, call)),
                report.diagnosis().map(Diagnosis::title).orElse("")));
    }

    private static String callId(Call call) {
        return call.callIds().stream().findFirst().orElse("");
    }

    private static Optional<OtherLeg> otherLeg(JoinedCall joined, Call call) {
        List<Call> path = joined.failurePath(call);
        Optional<Call> onward = path.size() > 1
                ? Optional.of(path.get(path.size() - 1))
                : joined.sentOnAs(call).stream().findFirst();
        return onward.isPresent()
                ? onward.flatMap(leg -> joined.linkBefore(leg).map(link -> otherLeg(leg, link)))
                : joined.linkBefore(call)
                        .flatMap(link -> joined.legs().stream()
                                .filter(leg -> leg.id().equals(link.earlierCall()))
                                .findFirst()
                                .map(leg -> otherLeg(leg, link)));
    }

    private static OtherLeg otherLeg(Call leg, LegLink link) {
        return new OtherLeg(callId(leg), link.proof().words());
    }

    private static List<Moment> moments(Call call, Optional<TeamsCall> teams) {
        List<TrackedMessage> telling = new ArrayList<>();
        call.initialRequest().ifPresent(telling::add);
        call.ringing().ifPresent(telling::add);
        call.cancel().ifPresent(telling::add);
        call.furthestFinalResponse().ifPresent(telling::add);
        call.finalResponse().filter(last -> !telling.contains(last)).ifPresent(telling::add);
        call.bye().ifPresent(telling::add);
        return telling.stream()
                .filter(TrackedMessage::hasTime)
                .map(message -> new Moment(message.time(), what(message) + " from " + who(message, teams)))
                .toList();
    }

    private static String what(TrackedMessage message) {
        return message.message() instanceof SipRequest request
                ? request.method().name()
                : String.valueOf(message.status());
    }

    private static String who(TrackedMessage message, Optional<TeamsCall> teams) {
        return teams.map(known -> known.role(message.from()).party())
                .orElseGet(() -> message.from().toString());
    }

    private static String user(Optional<NameAddress> address) {
        return address.flatMap(known -> known.uri().user()).orElse("");
    }

    /** Whether it was answered. */
    public boolean isAnswered() {
        return outcome == Disposition.Kind.ANSWERED;
    }

    /** From the first message to the last. */
    public Optional<Duration> length() {
        return start.flatMap(first -> end.map(last -> Duration.between(first, last)));
    }
}
