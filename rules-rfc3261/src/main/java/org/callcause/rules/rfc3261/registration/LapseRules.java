package org.callcause.rules.rfc3261.registration;

import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;

/** Registrations that have run out, seen from the calls that then fail. */
final class LapseRules {

    private LapseRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/registration-lapsed")
                .title("Whether the callee's registration had run out")
                .cites("RFC 3261 10.2.4")
                .cites("RFC 3261 10.3")
                .cites("RFC 3261 21.4.18")
                .on(status(404, 408, 480).and(method(Method.INVITE)).and(not(responded(180, 181, 182, 183))))
                .check(LapseRules::lapsed));
    }

    private static void lapsed(Call call, Findings findings) {
        String callee = call.to().map(NameAddress::uri).map(uri -> uri.raw()).orElse("the callee");
        findings.notChecked("whether the registration of " + callee
                + " had run out, as registrations are exchanges of their own: the last REGISTER of that address before"
                + " the call, and the expiry that its 200 grants, would tell; a device that sleeps, a NAT that closed"
                + " or refused refreshes let one run out");
    }
}
