package org.callcause.report;

import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;

/** The calls that several tests look at. */
final class Scenes {

    static final Rule DECLINED = Rule.named("test/declined")
            .title("The callee refused the call")
            .cites("RFC 3261 21.6.2")
            .on(Trigger.status(603))
            .check((call, findings) -> findings.diagnose(Cause.DECLINED, Likelihood.LIKELY)
                    .because("the phone rang and then said no")
                    .evidence(call.finalResponse())
                    .evidence(call.finalResponse(), "Reason")
                    .remedy(Audience.ADMIN, "look at the phone's rules")
                    .remedy(Audience.CALLER, "call later")
                    .confirm("ask the callee"));

    static final Rule RINGS_OUT = Rule.named("test/rang-out")
            .title("It rang out")
            .on(Trigger.status(603))
            .check((call, findings) -> findings.diagnose(Cause.NO_ANSWER, Likelihood.POSSIBLE)
                    .because("a timer may have ended it")
                    .evidence(call.finalResponse())
                    .refines(Disposition.Kind.NO_ANSWER));

    static final Rule BROKEN = Rule.named("test/broken")
            .title("Fails on every call")
            .check((call, findings) -> {
                throw new IllegalStateException("no table of numbers");
            });

    static final Rule OLD_AGENT = Rule.named("test/max-forwards-missing")
            .title("The request has no Max-Forwards")
            .cites("RFC 3261 8.1.1.6")
            .on(Trigger.where(
                    "the request has no Max-Forwards",
                    call -> call.initialRequest()
                            .filter(request -> !request.message().has("Max-Forwards"))
                            .isPresent()))
            .check((call, findings) -> findings.violation()
                    .because("Nothing limits how far it is handed on.")
                    .evidence(call.initialRequest()));

    private Scenes() {}

    static Scene declined() {
        return Scene.begin()
                .request(0, "INVITE")
                .response(0.010, "100 Trying")
                .response(0.250, "180 Ringing")
                .response(4.500, "603 Decline", "Reason: Q.850;cause=21;text=\"Call Rejected\"")
                .request(4.510, "ACK");
    }

    static Scene answered() {
        return Scene.begin()
                .request(0, "INVITE")
                .response(0.200, "180 Ringing")
                .response(5.200, "200 OK")
                .request(5.250, "ACK")
                .request(70.250, "BYE", 2)
                .response(70.260, "200 OK", "BYE", 2);
    }

    static Scene refusedRegistration() {
        return Scene.begin()
                .call("registration")
                .request(0, "REGISTER")
                .response(0.010, "401 Unauthorized", "REGISTER", 1, "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"")
                .request(0.020, "REGISTER", 2, "Authorization: Digest username=\"1000\", realm=\"r\", nonce=\"n\"")
                .response(0.030, "403 Forbidden", "REGISTER", 2);
    }
}
