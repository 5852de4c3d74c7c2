package org.callcause.rules.rfc3261.rtp;

import java.time.Duration;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * That no media of one side were seen while both might talk.
 *
 * @param section where
 * @param window when
 * @param byCaller whether it is the caller's side that sent none
 */
record Unheard(MediaSection section, TalkWindow window, boolean byCaller) {

    /** Shorter, a call may be over before a device that is slow to begin sends anything. */
    static final Duration NOTICED = Duration.ofSeconds(5);

    /** Those of the call. */
    static Stream<Unheard> of(Call call) {
        return TalkWindow.of(call).stream()
                .filter(window -> window.isTwoWay() && window.length().compareTo(NOTICED) >= 0)
                .flatMap(window -> MediaSection.of(call).stream()
                        .flatMap(section -> Stream.of(true, false)
                                .map(byCaller -> new Unheard(section, window, byCaller))
                                .filter(unheard -> unheard.isSilent(unheard.byCaller))));
    }

    private boolean isSilent(boolean caller) {
        return section.sent(caller).stream().noneMatch(stream -> stream.overlaps(window.begin(), window.end()));
    }

    /** {@code no media came from the called side in 9.5 s of talk}. */
    String inWords(Call call) {
        return "no media came "
                + (isSilent(!byCaller)
                        ? ""
                        : "from " + Sides.name(call, section.side(byCaller).description()) + " ")
                + "in " + Sentences.time(window.length()) + " of talk";
    }
}
