package org.callcause.rules.teams.recognition;

import java.util.Locale;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;

/** Clauses that several rules tell a call with. */
public final class Telling {

    private Telling() {}

    /** {@code 603 Decline}. */
    public static String answer(Call call) {
        return (call.finalStatus() + " " + call.finalPhrase()).strip();
    }

    /** {@code Microsoft's side answered 603 Decline after 3.1 s of ringing}. */
    public static String ending(TeamsCall teams) {
        Call call = teams.call();
        String who = teams.answerer().party();
        return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1) + " answered " + answer(call) + " "
                + ringing(call);
    }

    private static String ringing(Call call) {
        return call.ringTime()
                .map(time -> "after " + Sentences.time(time) + " of ringing")
                .orElseGet(() -> call.ringing().isPresent()
                        ? "after ringing"
                        : call.responseTime()
                                .map(time -> Sentences.time(time) + " after the INVITE, without any ringing")
                                .orElse("without any ringing"));
    }
}
