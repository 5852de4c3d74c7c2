package org.callcause.rules.teams.health;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/** One OPTIONS that did not do what Microsoft and the SBC ask of it: to be answered with 200. */
public final class OptionsRules {

    private OptionsRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/options-unanswered")
                        .title("An OPTIONS between the SBC and Microsoft was not answered")
                        .cites(Documents.MONITORING)
                        .cites(Documents.NEWS)
                        .supersedes("rfc3261/no-response")
                        .on(ended(Disposition.Kind.UNREACHABLE)
                                .and(method(Method.OPTIONS))
                                .and(TeamsCall.directRouting()))
                        .check(OptionsRules::unanswered),
                Rule.named("teams/options-refused")
                        .title("An OPTIONS between the SBC and Microsoft was refused")
                        .cites(Documents.MONITORING)
                        .cites(Documents.SIP_PROTOCOL)
                        .supersedes("rfc3261/403-forbidden")
                        .supersedes("rfc3261/refused")
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .or(statusClass(6))
                                .and(method(Method.OPTIONS))
                                .and(TeamsCall.directRouting()))
                        .check(OptionsRules::refused));
    }

    private static void unanswered(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        boolean toMicrosoft = teams.requestToMicrosoft().isPresent();
        Endpoint silent = toMicrosoft ? teams.microsoftEndpoint() : teams.sbcEndpoint();
        findings.diagnose(Cause.NO_RESPONSE, LIKELY)
                .origin(new Origin(
                        teams.role(silent).party(), silent, Origin.Basis.INFERRED, "nothing came back from " + silent))
                .because((toMicrosoft ? "the SBC's" : "Microsoft's") + " OPTIONS got no answer from " + silent)
                .because("Microsoft takes an SBC as healthy while its last OPTIONS is younger than "
                        + Defaults.optionsHealthy().toMinutes() + " minutes, in newer documents "
                        + Defaults.optionsDemoted().toMinutes() + "; after that it gets calls last or not at all")
                .evidence(call.initialRequest())
                .remedy(
                        ADMIN,
                        toMicrosoft
                                ? "Check name, port 5061 and certificate of the SBC, and that its Contact carries its"
                                        + " name: Microsoft does not answer who it cannot check"
                                : "Open the firewall to the SBC's port for all of Microsoft's signalling ranges, and"
                                        + " let the SBC answer OPTIONS with 200")
                .confirm(Places.HEALTH_DASHBOARD)
                .confirm(Places.administrator("the OPTIONS before and after this one: a single lost one does no harm"))
                .confirm(Places.COLLEAGUE);
    }

    private static void refused(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        boolean byMicrosoft = teams.isRefusedByMicrosoft();
        findings.diagnose(byMicrosoft ? Cause.AUTHORIZATION_REFUSED : Cause.UNAVAILABLE_UNDETERMINED, LIKELY)
                .origin(teams.answerer())
                .because((byMicrosoft ? "Microsoft" : "the SBC") + " answered OPTIONS with " + Telling.answer(call)
                        + ", where 200 says that the trunk is up")
                .because(
                        byMicrosoft
                                ? "Microsoft looks for the SBC's name in Contact and in the certificate and did not"
                                        + " find the gateway"
                                : "an SBC that refuses Microsoft's OPTIONS gets calls last or not at all")
                .evidence(call.initialRequest())
                .evidence(call.initialRequest(), "Contact")
                .evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        byMicrosoft
                                ? "Let the SBC write its own full name into Contact, the name of the gateway and of the"
                                        + " certificate"
                                : "Let the SBC answer OPTIONS from all of Microsoft's signalling ranges with 200")
                .confirm(Places.HEALTH_DASHBOARD)
                .confirm(Places.COLLEAGUE);
    }
}
