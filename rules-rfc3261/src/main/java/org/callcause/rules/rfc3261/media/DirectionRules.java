package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.HangUps;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.SeenMedia;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;

/** Who may send media to whom: sendrecv, sendonly, recvonly, inactive. */
final class DirectionRules {

    private DirectionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/answer-direction")
                        .title("The answer allows a direction that the offer excludes")
                        .cites("RFC 3264 6.1")
                        .on(AnsweredSessions.exchanged(
                                "the direction of a stream does not fit that of the offer",
                                exchange -> illegal(exchange).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(DirectionRules::illegalDirection),
                Rule.named("rfc3261/one-way-answer")
                        .title("The answer lets media flow in one direction only, and it stayed so")
                        .cites("RFC 3264 5.1")
                        .cites("RFC 3264 6.1")
                        .on(AnsweredSessions.answered(
                                "the answer to an offer of both directions allows one at most, and nothing changed it",
                                call -> narrowed(call).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(DirectionRules::oneWay),
                Rule.named("rfc3261/null-media-address")
                        .title("The answer says that media cannot be sent anywhere")
                        .cites("RFC 3264 8.4")
                        .cites("RFC 6337 5.3")
                        .on(AnsweredSessions.answered(
                                "the answer to an offer of both directions has the address 0.0.0.0 or ::",
                                call -> nullAnswer(call).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(DirectionRules::nullAddress));
    }

    private static Optional<OfferAnswer.Stream> illegal(OfferAnswer exchange) {
        return exchange.agreed().stream()
                .filter(stream ->
                        !fits(stream.offered().direction(), stream.answered().direction()))
                .findFirst();
    }

    private static boolean fits(String offered, String answered) {
        return switch (offered) {
            case "sendonly" -> answered.equals("recvonly") || answered.equals("inactive");
            case "recvonly" -> answered.equals("sendonly") || answered.equals("inactive");
            case "inactive" -> answered.equals("inactive");
            default -> true;
        };
    }

    private static void illegalDirection(Call call, Findings findings) {
        OfferAnswer exchange =
                AnsweredSessions.exchange(call, any -> illegal(any).isPresent()).orElseThrow();
        OfferAnswer.Stream stream = illegal(exchange).orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, exchange.answer().message()))
                .because("the " + stream.offered().type() + " was offered as "
                        + stream.offered().direction() + " and answered as "
                        + stream.answered().direction()
                        + ", which the offer does not allow: the two sides disagree on who sends, and audio may go"
                        + " one way only")
                .evidenceInBody(
                        exchange.offer().message(), "a=" + stream.offered().direction())
                .evidenceInBody(
                        exchange.answer().message(), "m=" + stream.answered().type())
                .evidenceInBody(
                        exchange.answer().message(), "a=" + stream.answered().direction())
                .remedy(ADMIN, "Update the answering device, or let the border element mend directions in answers")
                .confirm("Compare with the answer as it left its author");
    }

    /** Early media are often one-way, and a later change may open the session: only what stays counts. */
    private static Optional<OfferAnswer.Stream> narrowed(Call call) {
        Sessions sessions = Sessions.of(call);
        if (sessions.exchanges().size() != 1) {
            return Optional.empty();
        }
        return sessions.initial().flatMap(DirectionRules::narrowed);
    }

    /** The audio that was offered in both directions and answered in one at most. */
    static Optional<OfferAnswer.Stream> narrowed(OfferAnswer exchange) {
        return exchange.agreed().stream()
                .filter(stream -> stream.offered().type().equalsIgnoreCase("audio"))
                .filter(stream -> stream.offered().direction().equals("sendrecv")
                        && !stream.answered().direction().equals("sendrecv"))
                .findFirst();
    }

    /** What an answer with this direction does, as a clause. */
    static String effect(String answering, String direction) {
        return switch (direction) {
            case "sendonly" -> answering + " does not listen";
            case "recvonly" -> answering + " sends nothing";
            default -> "neither side sends";
        };
    }

    /** Who only wanted to send, and then hangs up, has said what it had to say. */
    private static boolean isAnnouncement(Call call, Described answer, String direction) {
        return direction.equals("sendonly") && HangUps.isBySenderOf(call, answer.message());
    }

    private static void oneWay(Call call, Findings findings) {
        OfferAnswer.Stream stream = narrowed(call).orElseThrow();
        Described answer = Sessions.of(call).initial().orElseThrow().answer();
        String direction = stream.answered().direction();
        String answering = Sides.name(call, answer.message());
        if (!HangUps.soon(call) || isAnnouncement(call, answer, direction)) {
            if (!SeenMedia.isThere(call)) {
                findings.notChecked("whether one side heard nothing: the answer allows audio as " + direction
                        + " only, as announcements and conferences rightly do; the RTP of the call would show it");
            }
            return;
        }
        findings.diagnose(direction.equals("inactive") ? Cause.NO_MEDIA : Cause.ONE_WAY_MEDIA, POSSIBLE)
                .origin(Sides.senderOrWay(call, answer.message()))
                .because(Sides.otherName(call, answer.message())
                        + " offered audio in both directions, and the answer allows it as " + direction + ", so "
                        + effect(answering, direction))
                .because("no later message changed that, and " + HangUps.told(call))
                .because("an announcement is answered like this too, and is then in order")
                .evidenceInBody(answer.message(), "a=" + direction)
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "See why the answering side restricts the direction: a hold that was not released, a"
                                + " media server without an input, or an element that rewrites the answer")
                .remedy(USER, "Call again; if it stays silent, tell the administrator the time of the call")
                .confirm(SeenMedia.confirm(call, "Capture the RTP in both directions"));
    }

    /** With ICE the address is found later, and the null address stands until then (RFC 8829 5.2.1). */
    static boolean hasNullAddress(Described described) {
        return described.activeMedia().stream()
                .anyMatch(media -> HostKind.of(media.connectionAddress().orElse("")) == HostKind.NULL
                        && media.attribute("ice-ufrag").isEmpty()
                        && described.sdp().attributes().stream().noneMatch(line -> line.startsWith("ice-ufrag:")));
    }

    private static Optional<OfferAnswer> nullAnswer(Call call) {
        return Sessions.of(call)
                .initial()
                .filter(exchange -> Sessions.of(call).exchanges().size() == 1)
                .filter(exchange -> hasNullAddress(exchange.answer()))
                .filter(exchange -> !hasNullAddress(exchange.offer()))
                .filter(exchange -> exchange.agreed().stream()
                        .anyMatch(stream -> stream.offered().direction().equals("sendrecv")));
    }

    private static void nullAddress(Call call, Findings findings) {
        Described answer = nullAnswer(call).orElseThrow().answer();
        Broken.tell(
                call,
                findings,
                Cause.ONE_WAY_MEDIA,
                finding -> finding.origin(Sides.senderOrWay(call, answer.message()))
                        .because("the answer to an ordinary offer has the null address in its c= line, an old way to"
                                + " put a call on hold: the audio of " + Sides.otherName(call, answer.message())
                                + " has nowhere to go")
                        .evidenceInBody(answer.message(), "c=")
                        .remedy(
                                ADMIN,
                                "See whether the answering side knows its own address (NAT settings), and whether it"
                                        + " starts calls on hold")
                        .confirm(SeenMedia.confirm(
                                call,
                                "Capture the RTP: there should be none to " + Sides.name(call, answer.message()))));
    }
}
