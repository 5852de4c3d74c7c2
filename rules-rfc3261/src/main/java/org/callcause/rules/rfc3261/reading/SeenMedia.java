package org.callcause.rules.rfc3261.reading;

import org.callcause.call.Call;

/** What a rule says of media that the capture may show itself. */
public final class SeenMedia {

    private SeenMedia() {}

    /** Whether any of the call were seen: then the rules about RTP tell whether both sides were heard. */
    public static boolean isThere(Call call) {
        return !call.rtp().streams().isEmpty();
    }

    /** How to be sure: by the media that were seen, else by a capture of them. */
    public static String confirm(Call call, String withoutAny) {
        return isThere(call) ? "See below the ladder which media were seen, and when" : withoutAny;
    }
}
