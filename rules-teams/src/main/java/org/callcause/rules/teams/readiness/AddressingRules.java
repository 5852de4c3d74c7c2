package org.callcause.rules.teams.readiness;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.NameAddress;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.AddressRanges;
import org.callcause.rules.teams.recognition.ProxyNames;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/**
 * How the SBC names itself, the called number and Microsoft's proxy. What Microsoft accepted is not reported: only a call
 * that failed shows that it mattered.
 */
public final class AddressingRules {

    private static final Pattern NAME_NOT_ALLOWED = Pattern.compile(
            "trunk fqdn '(?<given>[^']+)' is not allowed\\.?\\s*connection allows following fqdns:(?<allowed>[^\"]*)",
            Pattern.CASE_INSENSITIVE);

    private AddressingRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/403-contact-address")
                        .title("The SBC names itself by an address in place of its name")
                        .cites(Documents.SIP_PROTOCOL)
                        .supersedes("rfc3261/403-forbidden")
                        .on(status(403)
                                .and(TeamsCall.directRouting(
                                        "Microsoft refuses a request whose Contact or Record-Route has an IP address",
                                        teams -> teams.isRefusedByMicrosoft()
                                                && teams.requestToMicrosoft()
                                                        .flatMap(AddressingRules::addressWhereANameBelongs)
                                                        .isPresent())))
                        .check(AddressingRules::contactAddress),
                Rule.named("teams/403-trunk-name")
                        .title("The SBC calls itself by a name that its certificate does not have")
                        .cites(Documents.SIP_PROTOCOL)
                        .cites(Documents.PLAN)
                        .supersedes("rfc3261/403-forbidden")
                        .supersedes("rfc3261/q850-release")
                        .on(status(403)
                                .and(carries("Reason"))
                                .and(TeamsCall.directRouting(
                                        "Microsoft's Reason says that the trunk's name is not allowed, and which are",
                                        teams -> teams.isRefusedByMicrosoft()
                                                && teams.requestToMicrosoft().isPresent()
                                                && refusedName(teams.call()).isPresent())))
                        .check(AddressingRules::trunkName),
                Rule.named("teams/404-number-format")
                        .title("The called number does not begin with a plus")
                        .cites(Documents.SIP_PROTOCOL)
                        .cites("Microsoft: Direct Routing, SIP response code 404 (2023-10-30)")
                        .supersedes("rfc3261/404-not-found")
                        .on(status(404)
                                .and(TeamsCall.directRouting(
                                        "Microsoft does not know a number that is not in E.164 form",
                                        teams -> teams.isRefusedByMicrosoft()
                                                && teams.requestToMicrosoft()
                                                        .flatMap(AddressingRules::numberWithoutPlus)
                                                        .isPresent())))
                        .check(AddressingRules::numberFormat),
                Rule.named("teams/signalling-port")
                        .title("The SBC calls Microsoft where its proxies do not listen")
                        .cites(Documents.PLAN)
                        .supersedes("rfc3261/no-response")
                        .on(ended(Disposition.Kind.UNREACHABLE)
                                .and(TeamsCall.directRouting(
                                        "nobody answers at a port other than 5061",
                                        teams -> wrongPort(teams).isPresent())))
                        .check(AddressingRules::signallingPort));
    }

    private static Optional<NameAddress> addressWhereANameBelongs(TrackedMessage request) {
        return Stream.concat(
                        request.message().contacts().stream().limit(1),
                        request.message().recordRoutes().stream().limit(1))
                .filter(address -> AddressRanges.isAddress(address.uri().host()))
                .findFirst();
    }

    /** The name that Microsoft took from the SBC's request, beside those that the connection's certificate proves. */
    private record RefusedName(String given, String allowed) {}

    private static Optional<RefusedName> refusedName(Call call) {
        return call.reasons().stream()
                .flatMap(reason -> reason.text().stream())
                .map(NAME_NOT_ALLOWED::matcher)
                .filter(Matcher::find)
                .map(found -> new RefusedName(found.group("given"), distinct(found.group("allowed"))))
                .filter(name -> !AddressRanges.isAddress(name.given()))
                .findFirst();
    }

    /** The names as Microsoft lists them, each once: it repeats the subject among the alternative names. */
    private static String distinct(String names) {
        return Stream.of(names.split("[,\\s]+"))
                .map(name -> name.replaceFirst("\\.$", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> numberWithoutPlus(TrackedMessage request) {
        return ((SipRequest) request.message())
                .uri()
                .user()
                .filter(user -> user.length() > 2 && user.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    private static Optional<TrackedMessage> wrongPort(TeamsCall teams) {
        return teams.requestToMicrosoft()
                .filter(request -> request.to().port() > 0 && request.to().port() != Defaults.signallingPort());
    }

    private static Finding begin(Findings findings, Cause cause, Likelihood likelihood, TeamsCall teams) {
        TrackedMessage request = teams.requestToMicrosoft().orElseThrow();
        return findings.diagnose(cause, likelihood)
                .origin(teams.sender(request, "written by the SBC " + request.from()))
                .evidence(request);
    }

    private static boolean foundNoTrunk(Call call) {
        return call.reasons().stream()
                .flatMap(reason -> reason.text().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("trunk config"));
    }

    private static void contactAddress(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage request = teams.requestToMicrosoft().orElseThrow();
        String host = addressWhereANameBelongs(request).orElseThrow().uri().host();
        boolean lookedUp = foundNoTrunk(call);
        Finding finding = begin(findings, Cause.AUTHORIZATION_REFUSED, lookedUp ? CERTAIN : LIKELY, teams)
                .because(Telling.ending(teams) + "; the SBC's request names it as " + host);
        if (lookedUp) {
            finding.because("its Reason header says that it found no trunk, which it had looked up by that");
        }
        finding.because("Microsoft finds the tenant and checks the certificate by the SBC's name in Contact and in the"
                        + " top Record-Route; an IP address there is refused with 403")
                .evidence(request, "Contact")
                .evidence(request, "Record-Route")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(
                        ADMIN,
                        "Let the SBC write the full name of the gateway, the one in its certificate, into Contact and"
                                + " Record-Route of INVITE and OPTIONS")
                .confirm(Places.administrator(
                        "the SBC's log only: a call refused at this stage appears in no report of Teams"))
                .confirm(Places.administrator(
                        "the certificate's subject names: the gateway's name, or a wildcard of one level"))
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static void trunkName(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage request = teams.requestToMicrosoft().orElseThrow();
        RefusedName name = refusedName(call).orElseThrow();
        Finding finding = begin(findings, Cause.CERTIFICATE_MISMATCH, LIKELY, teams)
                .because(Telling.ending(teams) + ", and its Reason header says that the name " + name.given()
                        + " is not allowed on this connection");
        if (name.allowed().isEmpty()) {
            finding.because("it names none that is");
        } else {
            finding.because("what is allowed is " + name.allowed()
                    + ", by the certificate that the SBC showed when the connection was made");
        }
        finding.because("no call of the telephone network released this one: Microsoft's proxy refused it by the SBC's"
                        + " name alone, before any user was looked up")
                .evidence(request, "Contact")
                .evidence(request, "Record-Route")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(
                        ADMIN,
                        "Let the SBC write into Contact and Record-Route the name of the gateway that its certificate"
                                + " has, or give it a certificate with " + name.given())
                .remedy(
                        ADMIN,
                        "Where the SBC holds several certificates, check which one its interface towards Teams shows")
                .confirm(Places.administrator("the certificate that the SBC shows Microsoft: " + name.given()
                        + " as its common name, or covered by a wildcard of one level"))
                .confirm(Places.administrator(
                        "the SBC's log only: a call refused at this stage appears in no report of Teams"))
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static void numberFormat(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        String number = teams.requestToMicrosoft()
                .flatMap(AddressingRules::numberWithoutPlus)
                .orElseThrow();
        begin(findings, Cause.INVALID_NUMBER_FORMAT, LIKELY, teams)
                .because(Telling.ending(teams) + "; the Request-URI calls " + number + ", without a plus")
                .because("Microsoft looks users up by E.164 numbers, which begin with a plus and the country code")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(ADMIN, "Let the SBC write the called number in E.164 with a plus, and add user=phone")
                .confirm(Places.USAGE_REPORT + "; 404 with 511404 is expected")
                .confirm(Places.administrator("whether the number, with its plus, is assigned to a user"))
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static void signallingPort(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage request = wrongPort(teams).orElseThrow();
        begin(findings, Cause.NO_RESPONSE, LIKELY, teams)
                .because("the SBC sent its " + call.method().name() + " to port "
                        + request.to().port()
                        + " of Microsoft's proxy and got no answer; the proxies listen at "
                        + Defaults.signallingPort() + " over TLS")
                .remedy(
                        ADMIN,
                        "Send to " + ProxyNames.inOrder() + ", port " + Defaults.signallingPort() + ", over TLS 1.2; "
                                + ProxyNames.retired())
                .confirm(Places.administrator("the SBC's proxy set for Teams: name, port and transport"))
                .confirm(Places.OUTSIDE_CALLER);
    }
}
