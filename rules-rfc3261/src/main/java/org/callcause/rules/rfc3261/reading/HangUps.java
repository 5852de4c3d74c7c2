package org.callcause.rules.rfc3261.reading;

import java.time.Duration;
import java.util.List;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.Reason;

/** How an answered call came to its end: people who hear nothing hang up soon. */
public final class HangUps {

    /** People say "hello?" a few times, and hang up. Media timers of devices fire later, at 30 s or more. */
    private static final Duration NOT_WORTH_A_TALK = Duration.ofSeconds(20);

    private HangUps() {}

    /** Whether the call lasted less than a talk in which both hear each other does. */
    public static boolean soon(Call call) {
        return call.talkTime()
                .filter(talk -> talk.compareTo(NOT_WORTH_A_TALK) <= 0)
                .isPresent();
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
