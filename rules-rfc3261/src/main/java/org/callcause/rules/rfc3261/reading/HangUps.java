package org.callcause.rules.rfc3261.reading;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.Reason;
import org.callcause.message.SipMessage;

/** How an answered call came to its end: people who hear nothing hang up soon. */
public final class HangUps {

    /** People say "hello?" a few times, and hang up. Media timers of devices fire later, at 30 s or more. */
    private static final Duration NOT_WORTH_A_TALK = Duration.ofSeconds(20);

    /** Switches and border elements name it in words of their own; the stream comes first and then what became of it. */
    private static final Pattern MEDIA_TIMEOUT = Pattern.compile(
            "(?i)\\b(rtp(/rtcp)?|media|rtpproxy)[ _-]?(stream )?(time[ -]?out|inactiv|broken|connection lost)");

    private HangUps() {}

    /** Whether the Reason of this BYE, or a Warning beside it, says that its sender received no media for too long. */
    public static boolean isMediaTimeout(SipMessage bye) {
        return Stream.concat(
                        bye.reasons().stream().flatMap(reason -> reason.text().stream()),
                        bye.headerValues(HeaderName.WARNING).stream())
                .anyMatch(text -> MEDIA_TIMEOUT.matcher(text).find());
    }

    /** Whether the call lasted less than a talk in which both hear each other does. */
    public static boolean soon(Call call) {
        return call.talkTime()
                .filter(talk -> talk.compareTo(NOT_WORTH_A_TALK) <= 0)
                .isPresent();
    }

    /** Whether the side that sent this message ended the call. */
    public static boolean isBySenderOf(Call call, TrackedMessage message) {
        return call.bye().filter(bye -> Sides.same(call, bye, message)).isPresent();
    }

    /** Whether the BYE gives the status of a session that cannot be used as its reason (RFC 3326): 415, 488 or 606. */
    public static boolean forSession(Call call) {
        return Reason.causes(call.bye().map(bye -> bye.message().reasons()).orElse(List.of()), "SIP")
                .anyMatch(status -> status == 415 || status == 488 || status == 606);
    }

    /** Whether the call went on for longer than people do who do not hear each other. */
    public static boolean lasted(Call call) {
        return call.talkTime().isPresent() && !soon(call);
    }

    /** {@code the call was ended 4.1 s after the answer}. */
    public static String told(Call call) {
        return "the call was ended "
                + call.talkTime().map(Sentences::time).orElse("an unknown time")
                + " after the answer";
    }
}
