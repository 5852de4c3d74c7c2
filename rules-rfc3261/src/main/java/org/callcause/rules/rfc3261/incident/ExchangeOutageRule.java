package org.callcause.rules.rfc3261.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.Endpoint;
import org.callcause.incident.CallEvent;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.incident.IncidentScope;
import org.callcause.incident.IncidentWatch;
import org.callcause.incident.RecentMap;
import org.callcause.incident.Share;
import org.callcause.message.Method;

/** A server took registrations, subscriptions or messages, and from one moment on it takes none. */
final class ExchangeOutageRule {

    private ExchangeOutageRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/exchange-outage", IncidentKind.OUTAGE)
                .title("A server took registrations or other requests, and from one moment on it takes none")
                .when("after ten exchanges or more of one method with a server (REGISTER, SUBSCRIBE, NOTIFY, PUBLISH"
                        + " or MESSAGE), of which at most three in ten failed, so many in a row, of three users or"
                        + " more, get a 5xx or no answer that the share before would give it by chance less than"
                        + " once in 100 million, over half a minute or more; it is over when three in a row succeed."
                        + " What the server refuses for other reasons counts neither way")
                .cites("RFC 3261 8.1.3.1")
                .cites("RFC 3261 21.5")
                .hears(CallEvent.REGISTRATION_OVER, CallEvent.OTHER_EXCHANGE_OVER)
                .watch(Watch::new);
    }

    private static final class Watch implements IncidentWatch {

        private static final int MOST_PLACES = 500;

        /** Requests that are lost all at once are one loss, such as that of a client which comes back. */
        private static final long SHORTEST = 30 * Saying.SECOND;

        private static final Set<Method> METHODS =
                Set.of(Method.REGISTER, Method.SUBSCRIBE, Method.NOTIFY, Method.PUBLISH, Method.MESSAGE);

        private record Place(Endpoint server, Method method) {}

        private record Over(Place place, FailureRun run) {}

        private final RecentMap<Place, Course> places = new RecentMap<>(MOST_PLACES);
        private final List<Over> over = new ArrayList<>();

        @Override
        public void ended(EndedCall call) {
            if (METHODS.contains(call.method())) {
                take(call, SetUp.ofExchange(call));
            }
        }

        private void take(EndedCall exchange, SetUp success) {
            if (success == SetUp.SAYS_NOTHING) {
                return;
            }
            Place place = new Place(exchange.parties().peer(), exchange.method());
            Course course = places.get(place, any -> new Course());
            if (success == SetUp.FAILED) {
                course.fails(exchange, 0, 0);
            } else {
                course.getsThrough(exchange.moments().settled()).ifPresent(run -> over.add(new Over(place, run)));
            }
        }

        @Override
        public void review(Instant now, IncidentFindings findings) {
            over.removeIf(outage -> !lasted(outage.run()));
            over.forEach(outage -> say(findings, outage.place(), outage.run(), false));
            over.clear();
            for (Map.Entry<Place, Course> entry : places.entries()) {
                entry.getValue()
                        .outage()
                        .filter(Watch::lasted)
                        .ifPresent(run -> say(findings, entry.getKey(), run, true));
            }
        }

        private static boolean lasted(FailureRun run) {
            return run.last() - run.first() >= SHORTEST;
        }

        private static void say(IncidentFindings findings, Place place, FailureRun run, boolean ongoing) {
            Share before = run.before();
            String method = place.method().name();
            findings.incident(run.cause(), Likelihood.LIKELY)
                    .scope(IncidentScope.of(
                            IncidentScope.Extent.PEER, place.server().toString()))
                    .title("No " + method + " at " + place.server() + " succeeds")
                    .between(run.first(), run.last())
                    .count(run.count())
                    .hurting(0)
                    .during(new Share(run.count(), run.count()))
                    .before(before)
                    .exemplars(run.exemplars())
                    .ongoing(ongoing)
                    .because("of " + Saying.count(before.whole(), method + " exchange") + " with " + place.server()
                            + " before, " + before.part() + " failed; the last one succeeded at "
                            + Saying.at(run.lastGotThrough()) + ". From " + Saying.at(run.first()) + " to "
                            + Saying.at(run.last()) + ", " + run.count() + " of "
                            + run.callers().of("user") + " failed in a row: " + run.answers())
                    .because(
                            ongoing
                                    ? "none has succeeded since"
                                    : "they succeed again from " + Saying.at(run.recoveredAt()) + " on")
                    .because(consequence(place.method()))
                    .remedy(
                            Audience.ADMIN,
                            "look at " + place.server() + " and at what changed at " + Saying.at(run.first())
                                    + ": its process, its database, the link to it; send " + method
                                    + " to another server until it is back")
                    .confirm("OPTIONS to " + place.server() + " and its log around " + Saying.at(run.first()));
        }

        private static String consequence(Method method) {
            if (method.equals(Method.REGISTER)) {
                return "when the registrations run out that it had taken, calls to these users fail as well";
            }
            return method.equals(Method.MESSAGE)
                    ? "what these messages said did not arrive"
                    : "lamps, presence and message waiting of these users show what was true before";
        }
    }
}
