package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.CallEvent;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;
import org.callcause.message.Method;

/** Registrations come faster than the registrar bears: of all phones at once, or of one that asks again and again. */
final class RegistrationStormRule {

    private RegistrationStormRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/registration-storm", IncidentKind.REGISTRATION_STORM)
                .title("Registrations come faster than they are taken")
                .when("a registrar gets 20 registrations or more in half a minute, four times as many as it had on"
                        + " average in the half hour before (two minutes at least), from ten users or more, and of"
                        + " these 10 or more, and two in ten, fail with a 5xx or get no answer, which is by chance"
                        + " less than once in a million; or one client is refused 20 times in a row with 423 or a 5xx,"
                        + " or with a challenge that it never answers, six times a minute or more. Forty phones that"
                        + " register at once after a power cut, and are taken, are none")
                .cites("RFC 3261 10.2.8")
                .cites("RFC 3261 10.3")
                .cites("RFC 5390 (avalanche restart)")
                .supersedes("rfc3261/exchange-outage")
                .hears(CallEvent.REGISTRATION_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_REGISTRARS = 200;
        private static final int MOST_CLIENTS = 5_000;
        private static final long QUIET = 2 * Saying.MINUTE;
        private static final long FORGOTTEN_AFTER = 10 * Saying.MINUTE;

        private record Client(String user, String host) {}

        private final RecentMap<Endpoint, Registrar> registrars = new RecentMap<>(MOST_REGISTRARS);
        private final RecentMap<Client, RefusedClient> clients = new RecentMap<>(MOST_CLIENTS);

        @Override
        public void ended(EndedCall call) {
            if (!call.method().equals(Method.REGISTER) || call.outcome() == Disposition.Kind.INCOMPLETE) {
                return;
            }
            registrars
                    .get(call.parties().peer(), any -> new Registrar())
                    .add(call, call.outcome().isHardFailure());
            if (isAnsweredWithTheSame(call)) {
                clients.get(client(call), any -> new RefusedClient(call)).refuse(call);
            } else if (clients.size() > 0) {
                clients.remove(client(call));
            }
        }

        private static Client client(EndedCall call) {
            return new Client(call.parties().callee(), call.parties().source().host());
        }

        /** An answer after which the same request again is no use: it has to be changed, or to wait. */
        private static boolean isAnsweredWithTheSame(EndedCall call) {
            return switch (call.status()) {
                case 401, 407 -> call.signs().credentials() == 0;
                default -> call.status() == 423 || call.status() / 100 == 5;
            };
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            long clock = EpochNanos.of(now);
            for (Map.Entry<Endpoint, Registrar> entry : registrars.entries()) {
                Registrar registrar = entry.getValue();
                registrar.settle(clock, QUIET);
                registrar.storm().ifPresent(rush -> say(findings, entry.getKey(), rush, registrar.before(), true));
                registrar.over().forEach(rush -> say(findings, entry.getKey(), rush, registrar.before(), false));
            }
            for (Map.Entry<Client, RefusedClient> entry : clients.entries()) {
                if (entry.getValue().isLoop()) {
                    say(
                            findings,
                            entry.getKey(),
                            entry.getValue(),
                            clock - entry.getValue().last() <= FORGOTTEN_AFTER);
                }
            }
            clients.removeIf((client, refused) -> clock - refused.last() > FORGOTTEN_AFTER);
        }

        private static void say(
                IncidentFindings findings, Endpoint registrar, Rush rush, Share before, boolean ongoing) {
            findings.incident(Cause.OVERLOAD_TRANSIENT, Likelihood.LIKELY)
                    .scope(IncidentScope.of(IncidentScope.Extent.PEER, registrar.toString())
                            .comparedTo("the registrations there before", before))
                    .title("More phones register at " + registrar + " at once than it bears")
                    .between(rush.first(), rush.last())
                    .count(rush.during().whole())
                    .hurting(0)
                    .during(rush.during())
                    .before(before)
                    .exemplars(rush.exemplars())
                    .ongoing(ongoing)
                    .because("from " + Saying.at(rush.first()) + " to " + Saying.at(rush.last()) + " "
                            + rush.users().of("user") + " sent " + rush.during().whole() + " registrations, up to "
                            + rush.most() + " in half a minute, where there had been "
                            + String.format(Locale.ROOT, "%.1f", rush.usual()) + " on average")
                    .because(rush.during() + " failed: " + rush.answers() + "; of those before " + before)
                    .because("who is refused tries again soon, so the rush feeds itself until phones wait longer each"
                            + " time (RFC 5626 4.5)")
                    .remedy(
                            Audience.ADMIN,
                            "find out what made all phones register at " + Saying.at(rush.first())
                                    + ": a restart of the registrar, a power or network cut, a provisioning run; let"
                                    + " the border limit registrations a second and answer the rest with 503 and a"
                                    + " Retry-After that differs from phone to phone")
                    .remedy(
                            Audience.ADMIN,
                            "let phones wait a random time after they start, and longer after each failure")
                    .confirm("the start time of " + registrar + " and of a few phones, and its load in these minutes");
        }

        private static void say(IncidentFindings findings, Client client, RefusedClient refused, boolean ongoing) {
            String who = client.user() + " at " + client.host();
            long lasted = refused.last() - refused.first();
            IncidentFinding finding = findings.incident(Cause.REGISTRATION_REJECTED, Likelihood.CERTAIN)
                    .scope(IncidentScope.of(IncidentScope.Extent.CALLER, client.user()))
                    .title("The device of " + who + " registers again and again after the same refusal")
                    .between(refused.first(), refused.last())
                    .count(refused.requests())
                    .hurting(0)
                    .exemplars(refused.exemplars())
                    .ongoing(ongoing)
                    .because(who + " sent " + refused.requests() + " REGISTER requests in " + Saying.lasting(lasted)
                            + ", one every " + Saying.lasting(lasted / Math.max(1, refused.requests() - 1))
                            + ", and none was accepted: " + refused.answers())
                    .because(
                            switch (refused.status()) {
                                case 423 ->
                                    "423 asks for a longer expiry, at least that of its Min-Expires (RFC 3261 10.3);"
                                            + " the same request gets the same answer";
                                case 401, 407 ->
                                    "it never sends credentials, as if it had none or did not understand the challenge"
                                            + " (RFC 3261 22.2)";
                                default ->
                                    "a server that cannot take a registration now is asked again so soon that it has"
                                            + " one more request to refuse";
                            });
            finding.remedy(
                            Audience.ADMIN,
                            switch (refused.status()) {
                                case 423 ->
                                    "set the registration time of the device to the registrar's minimum or more";
                                case 401, 407 ->
                                    "give the device its user name and password, or take it off the network";
                                default -> "lengthen the time that the device waits after a failed registration";
                            })
                    .confirm("the configuration and the software version of the device at " + client.host());
        }
    }
}
