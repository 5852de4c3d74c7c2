package org.callcause.rules.teams.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rules.teams.Scenes.EDGE;

import org.callcause.rules.teams.Shown;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.junit.jupiter.api.Test;

class MediaTests {

    private static MediaPortUse use(int calls, int secondsApart, int portsApart) {
        StringBuilder script = new StringBuilder(EDGE);
        for (int i = 0; i < calls; i++) {
            int at = i * secondsApart;
            script.append("call n").append(i).append('\n');
            script.append(at)
                    .append(".000 sbc -> teams INVITE | sdp: PCMA; RTP/SAVP; port ")
                    .append(20_000 + i * portsApart)
                    .append('\n');
            script.append(at + 1).append(".000 teams -> sbc 200\n");
            script.append(at + 1).append(".100 sbc -> teams ACK\n");
            script.append(at + 60).append(".000 sbc -> teams BYE\n");
            script.append(at + 60).append(".100 teams -> sbc 200\n");
        }
        MediaPortUse use = new MediaPortUse();
        // Calls overlap, so their lines are not in the order of time; the script is a list of calls.
        Shown.calls(calls, script.toString()).stream()
                .flatMap(call -> TeamsCall.of(call).stream())
                .forEach(use::add);
        return use;
    }

    @Test
    void callsThatOverlapNeedTwoPortsEach() {
        MediaPortUse.Use one = use(1, 0, 0).use().orElseThrow();
        assertThat(one.peak()).isEqualTo(1);
        assertThat(one.isEnoughForPeak()).isTrue();

        MediaPortUse.Use following = use(3, 100, 2).use().orElseThrow();
        assertThat(following.peak()).isEqualTo(1);
        assertThat(following.span()).isEqualTo(6);
    }

    @Test
    void portsThatLieTooCloseAreToldAgainstThePeak() {
        MediaPortUse.Use use = use(3, 10, 0).use().orElseThrow();
        assertThat(use.peak()).isEqualTo(3);
        assertThat(use.span()).isEqualTo(2);
        assertThat(use.isEnoughForPeak()).isFalse();
    }

    @Test
    void mediaAddressesAreHeldAgainstTheDatedDocuments() {
        assertThat(MediaRanges.say("52.114.1.1", 3478)).contains("documented ranges of media processors");
        assertThat(MediaRanges.say("52.114.1.1", 53247)).contains("documented ranges of media processors");
        assertThat(MediaRanges.say("52.114.1.1", 50010)).contains("documented ranges of media processors");
        assertThat(MediaRanges.say("52.114.1.1", 55000)).contains("media bypass");
        assertThat(MediaRanges.say("52.114.1.1", 20000)).contains("no document names");
        assertThat(MediaRanges.say("192.0.2.1", 50010)).contains("outside the ranges");
    }
}
