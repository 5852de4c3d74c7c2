package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;

/** What the devices of an answered call say of the RTP that they sent and received. */
final class MediaCounterRules {

    /** The first packets may take a while to find their way through NATs, ICE or the keys. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    /** Three seconds of speech at the usual 20 ms a packet: counters begin anew when the session is changed. */
    private static final long ENOUGH_PACKETS = 150;

    private static final double HEARD = 0.05;
    private static final double HARD_TO_FOLLOW = 0.10;

    /** At the usual 20 ms; what a sender of longer packets gets may be as many. */
    private static final long PACKETS_A_SECOND = 50;

    private static final Trigger ANSWERED =
            ended(Disposition.Kind.ANSWERED).and(method(Method.INVITE)).and(MediaCounters.CARRIED);

    private static final Search<MediaCounters> NOTHING = new Search<>(
            "a side says that it sent packets throughout the call and received none", MediaCounterRules::nothing);

    private static final Search<MediaCounters> MUCH_LOST = new Search<>(
            "a side says that at least a twentieth of the packets to it was lost", MediaCounterRules::muchLost);

    private MediaCounterRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/nothing-received")
                        .title("One side sent its audio and received none")
                        .cites("RFC 3264 5.1")
                        .cites("RFC 3550 6.4.1")
                        .on(ANSWERED.and(NOTHING.found()))
                        .check(NOTHING.then(MediaCounterRules::tellNothing)),
                Rule.named("rfc3261/packets-lost")
                        .title("Much of the audio was lost on its way")
                        .cites("RFC 3550 6.4.1")
                        .on(ANSWERED.and(MUCH_LOST.found()))
                        .check(MUCH_LOST.then(MediaCounterRules::tellLoss)));
    }

    private static boolean lasted(Call call) {
        return call.talkTime().map(talk -> talk.compareTo(LONG_ENOUGH) >= 0).orElse(true);
    }

    private static Optional<MediaCounters> nothing(Call call) {
        if (!lasted(call) || !Sessions.of(call).exchanges().stream().allMatch(MediaCounterRules::isTwoWayAudio)) {
            return Optional.empty();
        }
        return MediaCounters.of(call).stream()
                .filter(MediaCounterRules::heardNothing)
                .findFirst();
    }

    private static boolean heardNothing(MediaCounters counters) {
        return counters.received() == 0 && counters.sent() >= ENOUGH_PACKETS;
    }

    /** Who is on hold, only listens, or went over to fax, rightly receives nothing. */
    private static boolean isTwoWayAudio(OfferAnswer exchange) {
        List<OfferAnswer.Stream> audio = exchange.agreed().stream()
                .filter(stream -> stream.offered().type().equalsIgnoreCase("audio"))
                .toList();
        return !audio.isEmpty()
                && !DirectionRules.hasNullAddress(exchange.offer())
                && !DirectionRules.hasNullAddress(exchange.answer())
                && audio.stream()
                        .allMatch(stream -> stream.offered().direction().equals("sendrecv")
                                && stream.answered().direction().equals("sendrecv"));
    }

    private static void tellNothing(Call call, Findings findings, MediaCounters deaf) {
        Endpoint place = deaf.message().from();
        Optional<MediaCounters> other = MediaCounters.of(call).stream()
                .filter(each -> each.message().index() != deaf.message().index())
                .findFirst();
        boolean bothDeaf = other.filter(MediaCounterRules::heardNothing).isPresent();
        Finding finding = findings.diagnose(
                        bothDeaf ? Cause.NO_MEDIA : Cause.ONE_WAY_MEDIA,
                        Sessions.of(call).exchanges().isEmpty() ? POSSIBLE : LIKELY)
                .because(counted(call, deaf) + " and received none: who was there heard nothing");
        if (bothDeaf) {
            finding.title("Both sides sent their audio, and neither received any")
                    .origin(onTheWay("between the two sides, for both did send"))
                    .because("the other side says the same of itself");
        } else {
            finding.origin(Sides.receiverOf(call, deaf.message(), "or the way of its media to " + place));
        }
        other.filter(each -> !heardNothing(each))
                .ifPresent(heard -> finding.because("the other side counts " + heard.sent() + " sent and "
                        + heard.received() + " received, so "
                        + (heard.sent() == 0 ? "it is silent itself" : "its audio was lost on the way")));
        evidence(finding, deaf);
        other.ifPresent(each -> evidence(finding, each));
        finding.evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Compare the addresses in both session descriptions with where the media really come from, and"
                                + " check NAT and firewalls for UDP towards " + place)
                .remedy(
                        ADMIN,
                        "Where the media are encrypted, check that both sides use the same keys: a device may"
                                + " count only what it can read")
                .remedy(USER, "Say whether the other side heard you; call again and note the time")
                .confirm("Capture the RTP at " + place + ": whether packets arrive there at all");
    }

    private static String counted(Call call, MediaCounters counters) {
        return Sides.name(call, counters.message()) + " (" + counters.message().from()
                + ") says at the end that it sent " + counters.sent() + " packets of media";
    }

    private static Origin onTheWay(String where) {
        return new Origin(Origin.NETWORK, Endpoint.UNKNOWN, Origin.Basis.INFERRED, where);
    }

    private static void evidence(Finding finding, MediaCounters counters) {
        counters.headers().forEach(header -> finding.evidence(counters.message(), header));
    }

    private static Optional<MediaCounters> muchLost(Call call) {
        if (!lasted(call)) {
            return Optional.empty();
        }
        return MediaCounters.of(call).stream()
                .filter(counters -> counters.shareLost() >= HEARD && isLikely(call, counters))
                .max(Comparator.comparingDouble(MediaCounters::shareLost));
    }

    /**
     * Losses are told by gaps in the sequence numbers, and a sender that begins anew with another number leaves a gap
     * without a loss: then more packets would have been sent than there was time for.
     */
    private static boolean isLikely(Call call, MediaCounters counters) {
        long expected = counters.received() + counters.lost().orElse(0);
        long inThatTime = call.talkTime().map(Duration::toSeconds).orElse(0L) * PACKETS_A_SECOND;
        return expected >= ENOUGH_PACKETS && expected <= Math.max(counters.sent(), inThatTime) * 6 / 5;
    }

    private static void tellLoss(Call call, Findings findings, MediaCounters counters) {
        Endpoint place = counters.message().from();
        long lost = counters.lost().orElse(0);
        Finding finding = findings.diagnose(
                        Cause.POOR_AUDIO, counters.shareLost() >= HARD_TO_FOLLOW ? LIKELY : POSSIBLE)
                .origin(onTheWay("on the way of the media to " + place))
                .because(Sides.name(call, counters.message()) + " (" + place + ") says at the end that it received "
                        + counters.received() + " packets of media and that " + lost + " were lost, "
                        + Math.round(counters.shareLost() * 100)
                        + " % of all: from 5 % on gaps are heard, from 10 % on speech is hard to follow");
        counters.missedByOther()
                .ifPresent(missed -> finding.because(
                        "of the " + counters.sent() + " that it sent, the other side missed " + missed));
        counters.jitter()
                .ifPresent(jitter -> finding.because("it gives the jitter as " + jitter
                        + ", which some makers count in milliseconds and others in units of the timestamp"));
        evidence(finding, counters);
        finding.evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Look for a full or faulty line on the way to " + place + ": wireless networks, upload of a"
                                + " small line, duplex of a switch port; give voice priority (DSCP 46) on all of it")
                .remedy(USER, "If you are on a wireless network, try the cable, and see whether it is better")
                .confirm("Capture the RTP at " + place + " and at the border of that network: where the gaps begin");
    }
}
