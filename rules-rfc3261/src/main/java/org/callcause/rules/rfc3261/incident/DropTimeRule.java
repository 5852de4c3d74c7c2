package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
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

/** Conversations end after the same time, which is a timer's and not people's. */
final class DropTimeRule {

    private DropTimeRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/same-drop-time", IncidentKind.DROP_TIME)
                .title("Conversations end after the same time")
                .when("6 conversations or more with three callers and three called addresses or more end within a"
                        + " second or two of 30 s, 32 s, 60 s, 15, 30 or 60 minutes, or of what their own session"
                        + " interval makes likely; these are a tenth or more of the conversations that lasted so"
                        + " long, and four times as many as the seconds around it would let expect; after 32 s it is"
                        + " not the caller who hangs up most of them")
                .cites("RFC 3261 13.3.1.4")
                .cites("RFC 4028 10")
                .cites("RFC 4028 7.2")
                .hears(CallEvent.ANSWERED_CALL_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_INTERVALS = 16;
        private static final long QUIET = 60 * Saying.MINUTE;
        private static final long LONGEST_REPLY = 32;

        /** The shortest interval that may be asked for (RFC 4028 4). */
        private static final long SHORTEST_INTERVAL = 90;

        /** Of half an interval, at which its first point is: who talked for so much less, no point of it counts. */
        private static final long AROUND = 15 * Saying.SECOND;

        private final List<DropTime> usual = List.of(
                new DropTime(30, Cause.NO_MEDIA, Fingerprint.HALF_MINUTE),
                new DropTime(32, Cause.MISSING_ACK, Fingerprint.TRANSACTION),
                new DropTime(60, Cause.NO_MEDIA, Fingerprint.MINUTE),
                new DropTime(900, Cause.SESSION_TIMER_EXPIRED, Fingerprint.QUARTER),
                new DropTime(1_800, Cause.SESSION_TIMER_EXPIRED, Fingerprint.HALF_HOUR),
                new DropTime(3_600, Cause.SESSION_TIMER_EXPIRED, Fingerprint.HOUR));

        private final RecentMap<Long, List<DropTime>> bySession = new RecentMap<>(MOST_INTERVALS);

        @Override
        public void ended(EndedCall call) {
            long talk = call.moments().talkTime();
            if (!call.wasAnswered() || talk < 20 * Saying.SECOND) {
                return;
            }
            long interval = call.moments().sessionInterval() / Saying.SECOND;
            boolean counted = false;
            if (interval >= SHORTEST_INTERVAL && talk >= interval * Saying.SECOND / 2 - AROUND) {
                for (DropTime point : bySession.get(interval, Watch::ofSession)) {
                    counted |= point.add(talk, call);
                }
            }
            for (DropTime point : usual) {
                if (!counted || point.fingerprint() == Fingerprint.TRANSACTION) {
                    point.add(talk, call);
                }
            }
        }

        /**
         * The refresher sends its refresh at half the interval (RFC 4028 7.2) and, unanswered, gives up 32 s later; the
         * other side hangs up 32 s, or a third of the interval, before its end (RFC 4028 10).
         */
        private static List<DropTime> ofSession(long interval) {
            List<DropTime> points = new ArrayList<>();
            points.add(new DropTime(
                    interval - Math.min(32, interval / 3), Cause.SESSION_TIMER_EXPIRED, Fingerprint.NO_REFRESH));
            points.add(new DropTime(interval, Cause.SESSION_TIMER_EXPIRED, Fingerprint.NO_REFRESH));
            points.add(new DropTime(interval / 2, Cause.SESSION_TIMER_EXPIRED, Fingerprint.REFRESH_REFUSED));
            points.add(
                    new DropTime(interval / 2 + LONGEST_REPLY, Cause.SESSION_TIMER_EXPIRED, Fingerprint.REFRESH_LOST));
            return points;
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            long clock = EpochNanos.of(now);
            usual.forEach(point -> review(findings, point, -1, clock));
            for (Map.Entry<Long, List<DropTime>> entry : bySession.entries()) {
                entry.getValue().forEach(point -> review(findings, point, entry.getKey(), clock));
            }
        }

        private static void review(IncidentFindings findings, DropTime point, long interval, long now) {
            boolean quiet = point.isQuiet(now, QUIET);
            if (point.standsOut()) {
                say(findings, point, interval, !quiet);
            }
            if (quiet) {
                point.forget();
            }
        }

        private static void say(IncidentFindings findings, DropTime point, long interval, boolean ongoing) {
            Fingerprint fingerprint = point.fingerprint();
            Share share = point.share();
            IncidentFinding finding = findings.incident(point.cause(), point.likelihood())
                    .scope(IncidentScope.all())
                    .title("Conversations end after " + point.length() + ": " + fingerprint.title())
                    .between(point.first(), point.last())
                    .count(point.hits())
                    .during(share)
                    .exemplars(point.exemplars())
                    .ongoing(ongoing)
                    .because(point.hits() + " conversations between "
                            + point.callers().of("caller") + " and "
                            + point.callees().of("called address", "called addresses") + " ended within "
                            + point.tolerance() + " of " + point.length() + "; " + point.expected()
                            + " would be expected from the seconds around it. They are " + share.percent() + " of the "
                            + share.whole() + " that lasted so long")
                    .because("who hung up: " + point.endedBy());
            if (interval > 0) {
                finding.because("their Session-Expires was " + interval + " s");
            }
            if (point.readings().words() > 0) {
                finding.because("the reading of those that have one: "
                        + point.readings().top());
            }
            finding.because(fingerprint.usualCause())
                    .remedy(Audience.ADMIN, fingerprint.remedy())
                    .confirm(fingerprint.proof());
        }
    }
}
