package org.callcause.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.callcause.call.Disposition;
import org.callcause.call.EarlierRefusal;
import org.callcause.call.Party;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Endpoint;
import org.callcause.incident.AnsweredCall;
import org.callcause.incident.CallMoments;
import org.callcause.incident.CallParties;
import org.callcause.incident.CallReading;
import org.callcause.incident.CallSigns;
import org.callcause.incident.EndedCall;
import org.callcause.message.Method;
import org.callcause.rule.IncidentEngine;
import org.callcause.rule.RuleSet;

/**
 * The heap that the incident rules hold after many calls, at their worst: each call has a caller, a called number, a host
 * and a peer of its own, half of all fail, and all of it happens so fast that nothing is old enough to be forgotten. Ten
 * times the calls should take no more.
 */
public final class IncidentMemory {

    private static final long BEGIN = 1_767_225_600_000_000_000L;
    private static final long MILLISECOND = 1_000_000;
    private static final Method[] METHODS = {
        Method.INVITE,
        Method.INVITE,
        Method.INVITE,
        Method.INVITE,
        Method.REGISTER,
        Method.REGISTER,
        Method.OPTIONS,
        Method.SUBSCRIBE
    };
    private static final int[] REFUSALS = {0, 403, 404, 408, 423, 480, 486, 500, 503, 603};

    private final Random random = new Random(5_060);
    private final IncidentEngine engine = new IncidentEngine(RuleSet.discovered(), incident -> {});

    private IncidentMemory() {}

    /** Takes the numbers of calls; 100,000 and 1,000,000 without. */
    public static void main(String[] arguments) {
        int[] sizes = arguments.length == 0
                ? new int[] {100_000, 1_000_000}
                : List.of(arguments).stream().mapToInt(Integer::parseInt).toArray();
        for (int calls : sizes) {
            long before = used();
            IncidentMemory memory = new IncidentMemory();
            for (int call = 0; call < calls; call++) {
                memory.take(call);
            }
            long held = used() - before;
            System.out.printf(
                    Locale.ROOT,
                    "%,d calls: the incident rules hold %.1f MiB, %d incidents told at the end%n",
                    calls,
                    held / 1048576.0,
                    memory.engine.finish().size());
        }
    }

    private void take(int number) {
        Method method = METHODS[random.nextInt(METHODS.length)];
        boolean call = method.equals(Method.INVITE);
        boolean success = random.nextBoolean();
        long start = BEGIN + number * MILLISECOND;
        CallParties parties = new CallParties(
                "+4915" + (10_000_000 + number),
                (random.nextInt(10) == 0 ? "+88161" : "+4930") + (1_000_000 + number),
                new Endpoint(host(number), 5060),
                new Endpoint(host(-number), 5060));
        if (call && success) {
            engine.answered(new AnsweredCall(start, start + MILLISECOND, parties));
        }
        engine.ended(new EndedCall(
                "call-" + number + "@" + parties.source().host(),
                number,
                method,
                parties,
                new CallMoments(
                        start,
                        start + MILLISECOND,
                        start + 2 * MILLISECOND,
                        MILLISECOND,
                        CallMoments.ABSENT,
                        call && success ? random.nextInt(4_000) * 1_000_000_000L : CallMoments.ABSENT,
                        (90 + random.nextInt(3_600)) * 1_000_000_000L),
                success ? call ? Disposition.Kind.ANSWERED : Disposition.Kind.SUCCEEDED : Disposition.Kind.FAILED,
                success ? 200 : REFUSALS[random.nextInt(REFUSALS.length)],
                Party.CALLER,
                success
                        ? Optional.empty()
                        : Optional.of(new CallReading(
                                "rfc3261/rule-" + random.nextInt(300),
                                Cause.SERVER_ERROR,
                                "Title " + random.nextInt(300),
                                parties.peer())),
                signs(number, parties),
                false));
    }

    private CallSigns signs(int number, CallParties parties) {
        return new CallSigns(
                random.nextInt(4) == 0 ? "friendly-scanner" : "Phone " + number,
                random.nextInt(60),
                300,
                2,
                1,
                0,
                List.of(
                        new CallSigns.Route(parties.source(), parties.peer(), 503, false, 0, 1),
                        new CallSigns.Route(parties.source(), new Endpoint(host(number * 31), 5060), 603, false, 2, 3),
                        new CallSigns.Route(parties.source(), new Endpoint(host(number * 37), 5060), 200, false, 4, 5)),
                Optional.of(new EarlierRefusal(
                        "earlier", 1, 603, parties.peer(), parties.source(), Duration.ofMillis(random.nextInt(900)))));
    }

    private static String host(int number) {
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
