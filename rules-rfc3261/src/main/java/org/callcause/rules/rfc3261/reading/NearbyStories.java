package org.callcause.rules.rfc3261.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.Method;

/**
 * The stories that are told of calls which ended like this one, and what in this call speaks against each. They go with
 * every diagnosis of a call that failed; the one whose cause the diagnosis itself names is left out where it is told.
 */
public final class NearbyStories {

    /** Those told so far. */
    private record Stories(List<Alternative> told) {

        void add(Cause cause, String title, String why) {
            told.add(new Alternative(cause, title, Sentences.finished(why)));
        }
    }

    private NearbyStories() {}

    /** Those near this call. */
    public static List<Alternative> of(Call call) {
        Stories stories = new Stories(new ArrayList<>(4));
        tell(call, stories);
        return stories.told();
    }

    /**
     * Of a call that began before the capture, nothing shows how it was set up. One that the capture cut off has not failed,
     * but what a rule found in it may be mistaken for the same stories.
     */
    private static void tell(Call call, Stories stories) {
        Disposition.Kind kind = call.disposition().kind();
        if (call.attempts().isEmpty() || (!kind.isFailure() && kind != Disposition.Kind.INCOMPLETE)) {
            return;
        }
        int status = call.finalStatus();
        if (status == 0) {
            silence(call, stories);
        } else if (call.method().equals(Method.REGISTER)) {
            registration(status, stories);
        } else if (call.method().equals(Method.INVITE)) {
            refusal(call, status, stories);
        }
    }

    private static void silence(Call call, Stories stories) {
        stories.add(
                Cause.STRUCTURAL_UNAVAILABLE,
                "A server refused the call",
                "no 503 or other final response was captured; a caller's own log may still say 503, which its software"
                        + " writes by itself when the transport fails (RFC 3261 8.1.3.1)");
        stories.add(
                Cause.NOT_REGISTERED,
                "The callee had no phone that could ring",
                "the server that knows that answers 480, and no final answer was captured");
        if (!Refusals.rang(call)) {
            stories.add(Cause.NO_ANSWER, "Nobody picked up", "no ringing was captured");
        }
    }

    private static void registration(int status, Stories stories) {
        stories.add(Cause.NO_RESPONSE, "The registrar could not be reached", "an answer came, the " + status);
        if (status != 401 && status != 407 && status != 403) {
            stories.add(
                    Cause.AUTHENTICATION_FAILED,
                    "The password was wrong",
                    "a registrar says that with 401, 407 or 403, and the last answer was " + status);
        }
    }

    private static void refusal(Call call, int status, Stories stories) {
        switch (status) {
            case 408, 480, 503, 430, 500, 502, 504 -> unavailable(call, status, stories);
            case 486, 600, 603, 607, 608 -> personal(call, status, stories);
            case 404, 410, 484, 485, 604 -> address(call, status, stories);
            case 401, 403, 407 -> permission(call, status, stories);
            case 415, 488, 606 -> offer(status, stories);
            default -> others(call, status, stories);
        }
    }

    /** 503, 480 and 408 are taken for each other, and each sends people to another place. */
    private static void unavailable(Call call, int status, Stories stories) {
        if (status != 503 && !Refusals.hides(call, 503)) {
            stories.add(
                    Cause.STRUCTURAL_UNAVAILABLE,
                    "A server on the way could not serve (503)",
                    status / 100 == 5
                            ? "that is the word for a server that takes no calls now, and this one answered " + status
                            : "the answer was " + status
                                    + ", which speaks of the callee or of time, not of the server");
        }
        if (status != 480) {
            stories.add(
                    Cause.NOT_REGISTERED,
                    "The callee could not be reached just then (480)",
                    Refusals.rang(call)
                            ? Refusals.alerted(call)
                                    ? "a phone rang, so the callee had been found"
                                    : "progress was signalled (183), so the request had been taken further than the"
                                            + " question whether the callee is there"
                            : "the answer was " + status
                                    + ", which does not speak of the callee; nothing here shows that"
                                    + " the callee had no phone");
        }
        if (status != 408) {
            stories.add(
                    Cause.NO_RESPONSE,
                    "Nothing answered in time (408)",
                    "an answer came" + Telling.after(call)
                            + ", so the element that sent it was reached and had decided");
        }
        ringing(call, stories);
    }

    private static void ringing(Call call, Stories stories) {
        if (!Refusals.rang(call) || !call.rangOut()) {
            stories.add(Cause.NO_ANSWER, "It rang and nobody picked up", whatRingingLacks(call));
        }
    }

    private static String whatRingingLacks(Call call) {
        if (!Refusals.rang(call)) {
            return "no ringing was captured";
        }
        Optional<String> time = call.ringTime().map(Sentences::time);
        if (!Refusals.alerted(call)) {
            return "progress was signalled (183), which does not show that a phone rang"
                    + time.map(rung -> ", and for " + rung + " only").orElse("");
        }
        return time.map(rung -> "it rang for " + rung + " only, which is short for a timer")
                .orElse(
                        "a timer lets a phone ring for 20 s or more, and without times nothing shows that it rang so long");
    }

    private static void personal(Call call, int status, Stories stories) {
        ringing(call, stories);
        if (Refusals.fasterThanAPerson(call)) {
            stories.add(
                    Cause.DECLINED,
                    "A person declined",
                    "the answer came" + Telling.after(call) + ", before anybody could");
        } else if (status == 486 || status == 600) {
            stories.add(
                    Cause.DECLINED,
                    "A person declined",
                    "the answer says busy; some phones say so too when their user presses decline, which only the"
                            + " callee can tell");
        }
        boolean rang = Refusals.rang(call);
        if (rang || (call.responseTime().isPresent() && !Refusals.fasterThanAPerson(call))) {
            stories.add(
                    Cause.BLOCKED_BY_POLICY,
                    "A machine refused by a rule",
                    rang
                            ? Refusals.alerted(call)
                                    ? "it was let ring first, and a rule mostly refuses before that"
                                    : "progress was signalled first (183), and a rule mostly refuses before that"
                            : "the answer took "
                                    + call.responseTime().map(Sentences::time).orElseThrow()
                                    + ", longer than a rule needs");
        }
        if (status != 486 && status != 600) {
            stories.add(
                    Cause.BUSY, "The callee was in another call", "that is 486 or 600, and the answer was " + status);
        }
    }

    private static void address(Call call, int status, Stories stories) {
        stories.add(
                Cause.NOT_REGISTERED,
                "The callee exists and had no phone that could ring",
                "that is 480, and " + status
                        + " says that the address itself is not served; a few registrars mix the two");
        stories.add(
                Cause.BLOCKED_BY_POLICY,
                "The caller may not call there",
                "that is 403, and nothing in the answer speaks of permission");
        if (status != 484) {
            stories.add(
                    Cause.INVALID_NUMBER_FORMAT,
                    "The number was incomplete",
                    "that is 484, and the answer was " + status);
        }
        if (Refusals.q850Cause(call).isPresent()) {
            stories.add(
                    Cause.PSTN_RELEASE,
                    "The telephone network released the call for another reason",
                    "its Q.850 cause " + Refusals.q850Cause(call).get() + " is told beside");
        }
    }

    private static void permission(Call call, int status, Stories stories) {
        if (status == 403) {
            stories.add(
                    Cause.AUTHENTICATION_FAILED,
                    "The caller's password was wrong",
                    Refusals.refusedCredentials(call).isPresent()
                            ? "most servers ask for a wrong one again with 401 or 407; a few answer it with 403, and"
                                    + " the log of the server tells"
                            : "no credentials were seen that could be wrong");
            stories.add(Cause.UNALLOCATED_NUMBER, "The number does not exist", "that is 404, and the answer was 403");
        } else {
            stories.add(
                    Cause.AUTHORIZATION_REFUSED,
                    "The caller may not do this",
                    "that is 403, and " + status + " asks for credentials");
            stories.add(Cause.NO_RESPONSE, "The server could not be reached", "it answered with a challenge");
        }
    }

    private static void offer(int status, Stories stories) {
        stories.add(
                Cause.DECLINED,
                "The callee refused the call",
                status + " speaks of what was offered, and another offer may be taken");
        stories.add(
                Cause.SERVER_ERROR,
                "A server failed",
                "that is a 5xx, and " + status + " was made by a side that had read the request");
    }

    private static void others(Call call, int status, Stories stories) {
        int statusClass = status / 100;
        Optional<String> after = call.responseTime().map(Sentences::time);
        if (statusClass == 5) {
            unavailable(call, status, stories);
            return;
        }
        if (statusClass == 4) {
            stories.add(
                    Cause.SERVER_ERROR,
                    "A server failed",
                    "that is a 5xx, and a 4xx says that this request cannot be served as it is");
        }
        if (statusClass == 6) {
            stories.add(
                    Cause.NOT_REGISTERED,
                    "The callee could not be reached at this place",
                    "that is 480, and a 6xx speaks for every place of the callee");
        }
        stories.add(
                Cause.NO_RESPONSE,
                "Nothing answered in time",
                "an answer came" + after.map(time -> " after " + time).orElse(""));
    }
}
