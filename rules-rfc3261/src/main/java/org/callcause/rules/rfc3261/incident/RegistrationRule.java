package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.Map;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.CallSigns;
import org.callcause.incident.EndedCall;
import org.callcause.incident.Exemplars;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.PartyKeys;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;
import org.callcause.message.Method;

/** Registrations ran out or were refused, and calls to those users failed. */
final class RegistrationRule {

    private RegistrationRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/lapsed-before-failures", IncidentKind.REGISTRATION_LAPSE)
                .title("Registrations had run out before calls failed")
                .when("two calls or more to a user fail as they do when no device is registered, after the time that"
                        + " the user's last 200 to REGISTER granted; who took the registration away has signed out;"
                        + " three users or more are told together")
                .cites("RFC 3261 10.2.4")
                .cites("RFC 3261 10.3")
                .cites("RFC 3261 21.4.18")
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .hears(CallEvent.ANSWERED, CallEvent.UNANSWERED_CALL_OVER, CallEvent.REGISTRATION_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_USERS = 20_000;
        private static final int MOST_LAPSED = 2_000;
        private static final int TOGETHER = 3;
        private static final long FEWEST_FAILED = 2;

        /** Clocks differ, and a refresh takes its time. */
        private static final long GRACE = 2 * Saying.SECOND;

        private static final long QUIET = 30 * Saying.MINUTE;

        private record Binding(long granted, long seconds, String site) {
            private long until() {
                return granted + seconds * Saying.SECOND;
            }
        }

        private static final class Lapse {
            private Binding binding = new Binding(0, 0, "");
            private long refusedRefreshes;
            private long lostRefreshes;
            private long failed;
            private long first;
            private long last;
            private final Tally answers = new Tally();
            private final Tally refusals = new Tally();
            private final Exemplars exemplars = new Exemplars();
        }

        private final RecentMap<String, Binding> bindings = new RecentMap<>(MOST_USERS);
        private final RecentMap<String, Lapse> lapses = new RecentMap<>(MOST_LAPSED);

        @Override
        public void answered(AnsweredCall call) {
            if (lapses.size() > 0) {
                lapses.remove(user(call.parties().callee()));
            }
        }

        @Override
        public void ended(EndedCall call) {
            String user = user(call.parties().callee());
            if (call.method().equals(Method.REGISTER)) {
                registered(call, user);
            } else if (call.isCall() && failedAsIfAbsent(call)) {
                Binding binding = bindings.get(user);
                if (binding != null && binding.seconds() > 0 && call.moments().start() > binding.until() + GRACE) {
                    Lapse lapse = lapses.get(user, any -> new Lapse());
                    lapse.binding = binding;
                    lapse.first = lapse.failed == 0 ? call.moments().start() : lapse.first;
                    lapse.last = call.moments().start();
                    lapse.failed++;
                    lapse.answers.addAnswer(call);
                    lapse.exemplars.add(call);
                }
            }
        }

        /** A user has one name under several hosts: that of the domain and that of the server. */
        private static String user(String address) {
            int at = address.indexOf('@');
            return at < 0 ? address : address.substring(0, at);
        }

        private void registered(EndedCall call, String user) {
            long seconds = call.signs().registeredFor();
            if (seconds != CallSigns.ABSENT) {
                bindings.put(
                        user,
                        new Binding(
                                call.moments().settled(),
                                seconds,
                                PartyKeys.site(call.parties().source().host())));
                if (seconds > 0) {
                    lapses.remove(user);
                }
            } else if (call.status() >= 300 && bindings.get(user) != null) {
                Lapse lapse = lapses.get(user, any -> new Lapse());
                lapse.refusedRefreshes++;
                lapse.refusals.addAnswer(call);
            } else if (call.outcome() == Disposition.Kind.UNREACHABLE && bindings.get(user) != null) {
                lapses.get(user, any -> new Lapse()).lostRefreshes++;
            }
        }

        private static boolean failedAsIfAbsent(EndedCall call) {
            return switch (call.outcome()) {
                case UNAVAILABLE, UNREACHABLE -> true;
                case NOT_FOUND -> call.status() == 404 || call.status() == 410;
                default -> false;
            };
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            int users = 0;
            for (Map.Entry<String, Lapse> entry : lapses.entries()) {
                users += entry.getValue().failed > 0 ? 1 : 0;
            }
            if (users >= TOGETHER) {
                sayTogether(findings, users, EpochNanos.of(now));
            } else {
                for (Map.Entry<String, Lapse> entry : lapses.entries()) {
                    if (entry.getValue().failed >= FEWEST_FAILED) {
                        say(findings, entry.getKey(), entry.getValue(), EpochNanos.of(now));
                    }
                }
            }
            lapses.removeIf((user, lapse) -> lapse.failed > 0 && EpochNanos.of(now) - lapse.last > QUIET);
        }

        private static void say(IncidentFindings findings, String user, Lapse lapse, long now) {
            Binding binding = lapse.binding;
            IncidentFinding finding = findings.incident(cause(lapse.refusedRefreshes), Likelihood.LIKELY)
                    .scope(IncidentScope.of(IncidentScope.Extent.CALLEE, user))
                    .title("The registration of " + user + " had run out when calls to it failed")
                    .between(lapse.first, lapse.last)
                    .count(lapse.failed)
                    .exemplars(lapse.exemplars)
                    .ongoing(now - lapse.last <= QUIET)
                    .because(user + " registered at " + Saying.at(binding.granted()) + " for " + binding.seconds()
                            + " s, which ended at " + Saying.at(binding.until()))
                    .because(refreshes(lapse.refusedRefreshes, lapse.lostRefreshes, lapse.refusals))
                    .because(Saying.count(lapse.failed, "call") + " to it from " + Saying.at(lapse.first)
                            + " on failed: " + lapse.answers);
            advise(finding, user);
        }

        private void sayTogether(IncidentFindings findings, int users, long now) {
            long failed = 0;
            long refused = 0;
            long lost = 0;
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            long earliest = Long.MAX_VALUE;
            Distinct sites = new Distinct();
            Exemplars exemplars = new Exemplars();
            Tally refusals = new Tally();
            String site = "";
            for (Map.Entry<String, Lapse> entry : lapses.entries()) {
                Lapse lapse = entry.getValue();
                if (lapse.failed > 0) {
                    failed += lapse.failed;
                    refused += lapse.refusedRefreshes;
                    lost += lapse.lostRefreshes;
                    first = Math.min(first, lapse.first);
                    last = Math.max(last, lapse.last);
                    earliest = Math.min(earliest, lapse.binding.until());
                    site = lapse.binding.site();
                    sites.add(site.hashCode());
                    lapse.exemplars.ids().forEach(exemplars::add);
                    if (lapse.refusals.words() > 0) {
                        refusals.add(lapse.refusals.top());
                    }
                }
            }
            boolean ofOneSite = sites.count() == 1 && !site.isEmpty();
            IncidentScope scope = ofOneSite ? IncidentScope.of(IncidentScope.Extent.SITE, site) : IncidentScope.all();
            IncidentFinding finding = findings.incident(cause(refused), Likelihood.LIKELY)
                    .scope(scope.comparedTo(
                            "all users that registered", new Share(users, Math.max(users, bindings.size()))))
                    .title("The registrations of " + users + " users had run out when calls to them failed")
                    .between(first, last)
                    .count(failed)
                    .exemplars(exemplars)
                    .ongoing(now - last <= QUIET)
                    .because("the registrations of " + users + " of " + bindings.size()
                            + " users that had registered ran out, the first at " + Saying.at(earliest)
                            + (ofOneSite ? ", all from " + site : ", from " + sites.of("network")))
                    .because(refreshes(refused, lost, refusals))
                    .because(Saying.count(failed, "call") + " to them from " + Saying.at(first) + " to "
                            + Saying.at(last) + " failed");
            advise(finding, ofOneSite ? "the phones of " + site : "these phones");
        }

        private static Cause cause(long refused) {
            return refused > 0 ? Cause.REGISTRATION_REJECTED : Cause.REGISTRATION_EXPIRED;
        }

        private static String refreshes(long refused, long lost, Tally refusals) {
            if (refused > 0) {
                return Saying.count(refused, "attempt") + " to refresh was refused: " + refusals;
            }
            return lost > 0
                    ? Saying.count(lost, "attempt") + " to refresh got no answer"
                    : "no attempt to refresh was seen, though 1 would have been due before the end";
        }

        private static void advise(IncidentFinding finding, String who) {
            finding.remedy(
                            Audience.ADMIN,
                            "find out why " + who
                                    + " did not refresh in time: power, network, NAT, a changed password, or a"
                                    + " registrar that did not answer; a shorter expiry shows such a loss earlier")
                    .remedy(
                            Audience.USER,
                            "restart the phone or sign in again, and see whether it says it is registered")
                    .confirm("the registrar's list of contacts at the time of the first failed call, and the log of "
                            + who);
        }
    }
}
