package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.MediaSockets;
import org.callcause.dialog.RtpStream;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.HangUps;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.SeenMedia;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Where the two sides ask each other to send media. */
final class MediaAddressRules {

    private static final int INCOMPATIBLE_ADDRESS_FORMAT = 301;

    private MediaAddressRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/private-media-address")
                        .title("A side behind NAT asks for media at its private address")
                        .cites("RFC 3264 5.1")
                        .cites("RFC 3264 6.1")
                        .cites("RFC 1918 3")
                        .on(AnsweredSessions.answered(
                                "a description from a public address names a private one for media",
                                call -> unreachable(call).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(MediaAddressRules::privateAddress),
                Rule.named("rfc3261/loopback-media-address")
                        .title("A side asks for media at the address by which a machine reaches itself")
                        .cites("RFC 3264 5.1")
                        .cites("RFC 1122 3.2.1.3")
                        .on(AnsweredSessions.answered(
                                "a description that came from another machine names a loopback address for media",
                                call -> toItself(call).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(MediaAddressRules::loopback),
                Rule.named("rfc3261/media-address-family")
                        .title("One side expects media over IPv6 and the other over IPv4")
                        .cites("RFC 3264 6")
                        .cites("RFC 3261 20.43")
                        .supersedes("rfc3261/offer-not-acceptable")
                        .on(AnsweredSessions.answered(
                                        "offer and answer name addresses of different IP versions",
                                        call -> Sessions.of(call)
                                                .initial()
                                                .filter(MediaAddressRules::differsInFamily)
                                                .isPresent())
                                .and(timed(
                                        "it did not last for a talk",
                                        call -> call.start().isPresent() && !HangUps.lasted(call)))
                                .or(status(488, 606)
                                        .and(method(Method.INVITE))
                                        .and(where(
                                                "a Warning 301 says incompatible network address formats",
                                                MediaAddressRules::warnsOfFormat))))
                        .needs(has(Trait.UNUSUAL_SESSION).or(carries("Warning")))
                        .check(MediaAddressRules::family));
    }

    /**
     * The description of a side whose messages come from a public address: a relay there would have put its own address
     * in. Where the capture stands inside the private network, its packets have private addresses too.
     */
    private static Optional<Described> unreachable(Call call) {
        Sessions sessions = Sessions.of(call);
        return Stream.concat(sessions.answer().stream(), sessions.request().stream())
                .filter(MediaAddressRules::asksForPrivate)
                .filter(described -> !isReached(call, described))
                .findFirst();
    }

    /** Whether packets show that media are sent to that side elsewhere than to its private address. */
    private static boolean isReached(Call call, Described described) {
        List<Endpoint> named = described.activeMedia().stream()
                .flatMap(media -> MediaSockets.of(media).stream())
                .toList();
        List<RtpStream> seen = call.rtp().streams();
        return seen.stream()
                .filter(stream -> HostKind.of(stream.to().host()) == HostKind.PUBLIC)
                .anyMatch(stream -> seen.stream()
                        .anyMatch(back -> back.from().equals(stream.to())
                                && back.to().equals(stream.from())
                                && !named.contains(back.from())
                                && back.from()
                                        .host()
                                        .equals(described.message().from().host())));
    }

    /** The description of a side that is not on the machine of the other and names 127.0.0.1 or ::1. */
    private static Optional<Described> toItself(Call call) {
        Sessions sessions = Sessions.of(call);
        return Stream.concat(sessions.answer().stream(), sessions.request().stream())
                .filter(MediaAddressRules::asksForItself)
                .findFirst();
    }

    private static boolean asksForItself(Described described) {
        return isOnNetwork(described.message().from())
                && isOnNetwork(described.message().to())
                && !HostKind.isSame(
                        described.message().from().host(),
                        described.message().to().host())
                && described.activeMedia().stream()
                        .anyMatch(media -> HostKind.of(media.connectionAddress().orElse("")) == HostKind.LOOPBACK
                                && media.attribute("candidate").isEmpty());
    }

    private static boolean isOnNetwork(Endpoint endpoint) {
        HostKind kind = HostKind.of(endpoint.host());
        return kind == HostKind.PUBLIC || kind == HostKind.PRIVATE;
    }

    private static void loopback(Call call, Findings findings) {
        Described described = toItself(call).orElseThrow();
        if (!HangUps.lasted(call)) {
            loopback(
                    call,
                    described,
                    findings.diagnose(Cause.PRIVATE_MEDIA_ADDRESS, HangUps.soon(call) ? LIKELY : POSSIBLE));
        }
        loopback(call, described, findings.violation());
    }

    private static void loopback(Call call, Described described, Finding finding) {
        finding.origin(Sides.senderOf(call, described.message()))
                .because(Sides.name(call, described.message()) + " sent its description from "
                        + described.message().from()
                        + " and asks for media at a loopback address: whoever goes by it sends them to itself")
                .because("only where the other side sends media back to where they come from does that side hear"
                        + " anything")
                .evidenceInBody(described.message(), "c=")
                .evidenceInBody(described.message(), "m=")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Set the local address of " + described.message().from()
                                + ": a device writes this one when it finds no network, or its own name resolves to"
                                + " it")
                .confirm("Capture the RTP at the other side: where does it send");
    }

    private static boolean asksForPrivate(Described described) {
        return isPublic(described.message().from())
                && described.activeMedia().stream()
                        .anyMatch(media -> isPrivate(media)
                                && !isNear(
                                        media.connectionAddress().orElse(""),
                                        described.message().to().host()))
                && !hasPublicCandidate(described);
    }

    private static boolean isPublic(Endpoint endpoint) {
        return HostKind.of(endpoint.host()) == HostKind.PUBLIC;
    }

    /** Whether two addresses may lie in one private network, as a relay with one foot in each does. */
    private static boolean isNear(String one, String other) {
        int dot = one.indexOf('.', one.indexOf('.') + 1);
        return dot > 0 && other.startsWith(one.substring(0, dot + 1));
    }

    private static boolean isPrivate(Media media) {
        return HostKind.of(media.connectionAddress().orElse("")) == HostKind.PRIVATE;
    }

    private static boolean hasPublicCandidate(Described described) {
        return described.sdp().media().stream()
                .flatMap(media -> MediaSockets.candidates(media).stream())
                .anyMatch(socket -> HostKind.of(socket.host()) == HostKind.PUBLIC);
    }

    private static void privateAddress(Call call, Findings findings) {
        Described described = unreachable(call).orElseThrow();
        String address = described.activeMedia().stream()
                .filter(MediaAddressRules::isPrivate)
                .flatMap(media -> media.connectionAddress().stream())
                .findFirst()
                .orElse("");
        boolean knowsItsAddress = !HangUps.lasted(call)
                && signalsFromPublic(described)
                && (call.bye().isEmpty() || isPublic(described.message().to()));
        if (!HangUps.soon(call) && !knowsItsAddress) {
            if (!SeenMedia.isThere(call)) {
                findings.notChecked(
                        "whether media reached " + Sides.name(call, described.message()) + ": its messages come from "
                                + described.message().from() + " and it asks for media at " + address
                                + ", which works only where the other side or a relay answers to the address that the"
                                + " media come from; the RTP of the call would show it");
            }
            return;
        }
        Finding finding = findings.diagnose(Cause.PRIVATE_MEDIA_ADDRESS, POSSIBLE)
                .origin(Sides.senderOf(call, described.message()))
                .because(Sides.name(call, described.message()) + " sent its messages from "
                        + described.message().from() + " and asks for media at " + address
                        + ", an address that only its own network reaches")
                .because("unless a relay on the way, or the other side, sends media back to where they come from,"
                        + " that side heard nothing; "
                        + (knowsItsAddress
                                ? "its Contact names its public address, so it knows that one and left it out of the"
                                        + " session description"
                                : HangUps.told(call) + ", which fits"))
                .because("the media were not captured, so this stays a possibility");
        if (knowsItsAddress) {
            finding.evidence(described.message(), "Contact");
        }
        finding.evidenceInBody(described.message(), "c=")
                .evidenceInBody(described.message(), "m=")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Tell the device its public address (NAT setting, STUN), or put a border element in front of it"
                                + " that relays media")
                .remedy(ADMIN, "Switch off the SIP helper (ALG) of the router if it rewrites only part of a message")
                .remedy(USER, "Say which of the two sides heard nothing: that side's network is the one to look at")
                .confirm("Capture the RTP at the other side: is it sent to " + address);
    }

    /** A device behind NAT that others repair names its private address in both places, Contact and session. */
    private static boolean signalsFromPublic(Described described) {
        String source = described.message().from().host();
        return described.message().message().contacts().stream()
                .anyMatch(contact -> HostKind.isSame(contact.uri().host(), source));
    }

    private static boolean differsInFamily(OfferAnswer exchange) {
        return exchange.agreed().stream()
                .anyMatch(stream -> hasAddress(stream.offered())
                        && hasAddress(stream.answered())
                        && isIpv6(stream.offered()) != isIpv6(stream.answered())
                        && stream.offered().attribute("candidate").isEmpty()
                        && stream.answered().attribute("candidate").isEmpty()
                        && stream.offered().attribute("altc").isEmpty());
    }

    private static boolean hasAddress(Media media) {
        HostKind kind = HostKind.of(media.connectionAddress().orElse(""));
        return kind != HostKind.NAME && kind != HostKind.NULL;
    }

    private static boolean isIpv6(Media media) {
        return HostKind.isIpv6(media.connectionAddress().orElse(""));
    }

    private static boolean warnsOfFormat(Call call) {
        return Refusals.warns(call, INCOMPATIBLE_ADDRESS_FORMAT) && !OfferWarnings.nameEncryption(call);
    }

    private static void family(Call call, Findings findings) {
        Sessions sessions = Sessions.of(call);
        if (call.finalStatus() >= 300) {
            Finding finding = findings.diagnose(Cause.INTERWORKING, CERTAIN)
                    .because("the called side answered " + Telling.answer(call)
                            + " with Warning 301: it cannot use the kind of address (IPv4 or IPv6) that the INVITE"
                            + " offers for media");
            sessions.request().ifPresent(offer -> finding.evidenceInBody(offer.message(), "c="));
            remedies(finding.evidence(call.furthestFinalResponse(), "Warning"));
            return;
        }
        OfferAnswer exchange = sessions.initial().orElseThrow();
        remedies(findings.diagnose(Cause.NO_MEDIA, LIKELY)
                .origin(Sides.senderOrWay(call, exchange.answer().message()))
                .because("the offer names an address of one IP version for media and the answer one of the other,"
                        + " with no alternative in either, so the two cannot send to each other")
                .evidenceInBody(exchange.offer().message(), "c=")
                .evidenceInBody(exchange.answer().message(), "c="));
    }

    private static void remedies(Finding finding) {
        finding.remedy(ADMIN, "Let a border element relay media between IPv4 and IPv6, or offer both with ICE")
                .confirm("Capture the RTP at both sides: is any received");
    }
}
