package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.EpochNanos;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallEvent;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFinding;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentHashes;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;
import org.callcause.message.Method;

/** Passwords or extensions are guessed. */
final class AttackRule {

    private AttackRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/password-or-extension-guessing", IncidentKind.ATTACK)
                .title("Passwords or extensions are guessed")
                .when("one address sends 5 requests or more with the User-Agent of a known scanner; or is refused"
                        + " with credentials 20 times for one user, 10 times a minute or more; or is refused for"
                        + " 20 users or more, 10 times a minute or more, with at most one in ten of its requests"
                        + " accepted and none of these users accepted before; calls to unknown numbers count only"
                        + " from where no call was answered. A phone with a wrong password tries"
                        + " more slowly, and for one user")
                .cites("RFC 3261 22.1")
                .cites("RFC 3261 26.1.4")
                .cites("RFC 7616 5")
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .supersedes("rfc3261/calls-to-costly-numbers")
                .hears(
                        CallEvent.ANSWERED,
                        CallEvent.UNANSWERED_CALL_OVER,
                        CallEvent.REGISTRATION_OVER,
                        CallEvent.OPTIONS_OVER,
                        CallEvent.OTHER_EXCHANGE_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_SOURCES = 5_000;
        private static final int MOST_USER_AGENTS = 256;
        private static final int MOST_HOSTS = 1 << 12;
        private static final long QUIET = 10 * Saying.MINUTE;

        private final RecentMap<String, GuessingSource> sources = new RecentMap<>(MOST_SOURCES);

        /** Whether a User-Agent is that of a scanner: most are known, and long. */
        private final RecentMap<String, Boolean> scanners = new RecentMap<>(MOST_USER_AGENTS);

        /** The hosts whose calls were answered. */
        private final RecentHashes gotThrough = new RecentHashes(MOST_HOSTS);

        private long accepted;
        private long refused;

        @Override
        public void answered(AnsweredCall call) {
            accepted++;
            String host = call.parties().source().host();
            gotThrough.add(host.hashCode());
            GuessingSource source = sources.get(host);
            if (source != null) {
                source.accepts(call.parties().caller(), call.answered(), Optional.empty());
            }
        }

        @Override
        public void ended(EndedCall call) {
            String host = call.parties().source().host();
            if (host.isEmpty() || call.wasAnswered()) {
                return;
            }
            boolean scanner = scanners.get(call.signs().userAgent(), GuessingSource::isScanner);
            boolean success = call.outcome() == Disposition.Kind.SUCCEEDED;
            if (isRefusedForWhoAsks(call) && !isWrongNumber(call)) {
                refused++;
                sources.get(host, any -> new GuessingSource()).refuses(call, triedUser(call), scanner);
                return;
            }
            accepted += success ? 1 : 0;
            GuessingSource source = scanner ? sources.get(host, any -> new GuessingSource()) : sources.get(host);
            if (source == null) {
                return;
            }
            if (success && call.method().equals(Method.REGISTER)) {
                source.accepts(call.parties().callee(), call.moments().settled(), Optional.of(call));
            } else if (scanner) {
                source.scans(call);
            }
        }

        /** For a registration and an attempt to log in, the user that asks; for a call, whom it tries to reach. */
        private static String triedUser(EndedCall call) {
            return call.isCall() && call.status() == 404
                    ? call.parties().callee()
                    : call.isCall() ? call.parties().caller() : call.parties().callee();
        }

        /** Who gets through to others and then to a number that does not exist has an old list, and guesses nothing. */
        private boolean isWrongNumber(EndedCall call) {
            return call.isCall()
                    && call.status() == 404
                    && gotThrough.contains(call.parties().source().host().hashCode());
        }

        private static boolean isRefusedForWhoAsks(EndedCall call) {
            return switch (call.status()) {
                case 401, 403, 404, 407 -> call.isCall() || call.method().equals(Method.REGISTER);
                default -> false;
            };
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            long clock = EpochNanos.of(now);
            for (Map.Entry<String, GuessingSource> entry : sources.entries()) {
                entry.getValue()
                        .finding()
                        .ifPresent(what -> say(
                                findings,
                                entry.getKey(),
                                entry.getValue(),
                                what,
                                clock - entry.getValue().last() <= QUIET));
            }
            sources.removeIf((host, source) -> clock - source.last() > QUIET);
        }

        private void say(
                IncidentFindings findings,
                String host,
                GuessingSource source,
                GuessingSource.Finding what,
                boolean ongoing) {
            List<String> found = source.foundPasswords();
            boolean broken = !found.isEmpty();
            Share others = new Share(
                    Math.max(0, refused - source.refused()),
                    Math.max(0, refused - source.refused()) + Math.max(0, accepted - source.accepted()));
            IncidentFinding finding = findings.incident(
                            Cause.AUTHENTICATION_FAILED,
                            broken || what == GuessingSource.Finding.SCANNER ? Likelihood.CERTAIN : Likelihood.LIKELY)
                    .scope(IncidentScope.of(IncidentScope.Extent.SITE, host)
                            .comparedTo("requests from other addresses that were refused", others))
                    .title(
                            broken
                                    ? "A password was found from " + host + " after many wrong ones"
                                    : host + what.title())
                    .between(source.first(), source.last())
                    .count(source.tries())
                    .hurting(found.size())
                    .during(new Share(source.refused(), Math.max(source.refused(), source.tries())))
                    .exemplars(source.exemplars())
                    .ongoing(ongoing)
                    .because(Saying.count(source.tries(), "request") + " came from " + host + " in "
                            + Saying.lasting(source.last() - source.first()) + ", for "
                            + source.users().of("user") + ", " + source.withCredentials()
                            + " of them with credentials; " + source.refused() + " were refused: " + source.answers())
                    .because("it calls itself " + source.userAgents());
            finding.because("of the requests from other addresses " + others + " were refused for who asked");
            if (broken) {
                finding.because("then the password of " + String.join(", ", found)
                        + " was accepted: whoever tried can now call at its expense");
            }
            if (broken) {
                finding.remedy(
                        Audience.ADMIN,
                        "change the password of " + String.join(", ", found)
                                + " now, end its registrations and calls, and look at what it called since");
            }
            finding.remedy(
                            Audience.ADMIN,
                            "block " + host + " at the border, limit refused requests a minute and address, and let a"
                                    + " refusal say the same for users that exist and for those that do not")
                    .confirm("whether " + host + " belongs to anybody you know, and whether the users it tries follow"
                            + " each other or are common names");
        }
    }
}
