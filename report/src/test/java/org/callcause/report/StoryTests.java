package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.junit.jupiter.api.Test;

class StoryTests {

    private static String told(Scene scene) {
        CallReport report = scene.report();
        return new Story(report.call(), report.disposition()).tell();
    }

    private static String brief(Scene scene) {
        CallReport report = scene.report();
        return new Story(report.call(), report.disposition()).brief();
    }

    @Test
    void anAnsweredCallIsToldToItsEnd() {
        assertThat(told(Scenes.answered()))
                .isEqualTo("The call was answered after ringing for 5.0 s, lasted 65 s, and the caller hung up.");
    }

    @Test
    void anAnsweredCallMayGoOnBeyondTheCapture() {
        Scene scene = Scene.begin().request(0, "INVITE").response(2, "200 OK").request(2.1, "ACK");

        assertThat(told(scene)).isEqualTo("The call was answered after 2.0 s; the capture does not show its end.");
        assertThat(brief(scene)).isEqualTo("answered, end not captured");
    }

    @Test
    void aRefusalTellsWhetherItRang() {
        assertThat(told(Scenes.declined())).isEqualTo("It began to ring after 250 ms and rang for 4.3 s.");
        assertThat(told(Scene.begin().request(0, "INVITE").response(0.017, "603 Decline")))
                .isEqualTo("No ringing was seen; the final response came after 17 ms.");
    }

    @Test
    void aCaptureThatBeginsAtTheFinalResponseDoesNotTellWhetherItRang() {
        assertThat(told(Scene.begin().response(0, "603 Decline").request(0.01, "ACK")))
                .isEqualTo("The final response is all that the capture shows.");
        assertThat(told(Scene.begin().response(0, "403 Forbidden", "REGISTER", 1)))
                .isEqualTo("The final response is all that the capture shows.");
    }

    @Test
    void aSourceWithoutTimesStillShowsTheRequest() {
        assertThat(told(Scene.begin().withoutTimes().request(0, "INVITE").response(1, "603 Decline")))
                .isEqualTo("No ringing was seen.");
        assertThat(told(Scene.begin()
                        .withoutTimes()
                        .request(0, "REGISTER")
                        .response(1, "403 Forbidden", "REGISTER", 1)))
                .isEqualTo("A final response came.");
    }

    @Test
    void progressIsNotCalledRinging() {
        assertThat(told(Scene.begin()
                        .request(0, "INVITE")
                        .response(0.4, "183 Session Progress")
                        .response(3.4, "503 Service Unavailable")))
                .isEqualTo("Progress was reported (183) after 400 ms, and the final response came 3.0 s later.");
    }

    @Test
    void aChallengeIsAnEarlierAttempt() {
        assertThat(told(Scene.begin()
                        .request(0, "INVITE", 1)
                        .response(0.1, "407 Proxy Authentication Required")
                        .request(0.2, "ACK")
                        .request(0.3, "INVITE", 2)
                        .response(0.5, "403 Forbidden", "INVITE", 2)))
                .isEqualTo("The first attempt was asked for credentials (407) and the caller tried again. "
                        + "No ringing was seen; the final response came after 200 ms.");
    }

    @Test
    void aCancelledCallTellsHowLongTheCallerWaited() {
        Scene scene = Scene.begin()
                .request(0, "INVITE")
                .response(0.5, "180 Ringing")
                .request(12.5, "CANCEL")
                .response(12.6, "200 OK", "CANCEL", 1)
                .response(12.7, "487 Request Terminated");

        assertThat(told(scene)).isEqualTo("The caller gave up after 12 s of ringing.");
        assertThat(brief(scene)).isEqualTo("cancelled by the caller, rang 12 s");
    }

    @Test
    void aCallTakenElsewhereIsNotGivenUp() {
        assertThat(told(Scene.begin()
                        .request(0, "INVITE")
                        .response(0.5, "180 Ringing")
                        .request(3.5, "CANCEL", "Reason: SIP;cause=200;text=\"Call completed elsewhere\"")
                        .response(3.6, "200 OK", "CANCEL", 1)
                        .response(3.7, "487 Request Terminated")))
                .isEqualTo("The calling side withdrew the call after 3.0 s of ringing, because another device had "
                        + "taken it.");
    }

    @Test
    void aRequestThatNobodyAnsweredTellsHowOftenItWasSent() {
        Scene scene = Scene.begin();
        for (double time : new double[] {0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5}) {
            scene.request(time, "INVITE");
        }

        assertThat(told(scene)).isEqualTo("The INVITE was sent to 192.0.2.2:5060 7 times and nothing came back.");
        assertThat(brief(scene)).isEqualTo("unreachable");
    }

    @Test
    void silentAttemptsCountTogether() {
        Scene scene = Scene.begin();
        for (int attempt = 1; attempt <= 2; attempt++) {
            for (double time : new double[] {0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5}) {
                scene.request(40 * attempt + time, "REGISTER", attempt);
            }
        }

        assertThat(told(scene)).isEqualTo("The REGISTER was sent to 192.0.2.2:5060 22 times and nothing came back.");
    }

    @Test
    void anEndOfTheCaptureIsNotAnEndOfTheCall() {
        Scene ringing = Scene.begin().request(0, "INVITE").response(0.5, "180 Ringing");
        Scene challenged = Scene.begin().request(0, "INVITE").response(0.1, "401 Unauthorized");
        Scene middle = Scene.begin().request(0, "BYE", 2).response(0.1, "200 OK", "BYE", 2);

        assertThat(told(ringing)).isEqualTo("The capture ends while it rings.");
        assertThat(brief(ringing)).isEqualTo("rings when the capture ends");
        assertThat(told(challenged)).isEqualTo("It was asked for credentials (401) when the capture ended.");
        assertThat(brief(challenged)).isEqualTo("asked for credentials when the capture ended");
        assertThat(told(middle))
                .isEqualTo("The capture does not show how the call was set up. Alice <1000@example.com> hung up.");
        assertThat(brief(middle)).isEqualTo("begins before the capture");
    }
}
