package org.callcause.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.CallLimits;
import org.callcause.dialog.Transport;
import org.callcause.rule.RuleSet;

/** Opens many calls, all answered and none hung up, and tells how much heap they take after a full collection. */
public final class OpenCallsMemory {

    private static final Instant BEGIN = Instant.parse("2026-11-01T08:00:00Z");
    private static final int CALLS = 1_000_000;

    /** INVITE, 100, 180, 200 and ACK: a call that is running. */
    private static final int MESSAGES = 5;

    private OpenCallsMemory() {}

    /** Takes the number of calls; a million without. Run it with {@code -Xmx3g}. */
    public static void main(String[] arguments) {
        int calls = arguments.length == 0 ? CALLS : Integer.parseInt(arguments[0]);
        long before = usedAfterCollection();
        CallLimits limits = CallLimits.DEFAULT.withOpenCalls(calls);
        CallStream stream = Callcause.with(RuleSet.discovered(), limits).stream(report -> {});
        for (int number = 0; number < calls; number++) {
            Instant start = BEGIN.plus(Duration.ofMillis(10).multipliedBy(number));
            List<Sent> messages =
                    Exchange.messages(number, Story.ANSWERED, start).subList(0, MESSAGES);
            messages.forEach(sent -> stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes()));
        }
        long taken = usedAfterCollection() - before;
        System.out.printf(
                Locale.ROOT,
                "%,d calls open, %,d evicted: %,d MiB of heap, %,d bytes a call%n",
                stream.openCalls(),
                stream.evictedCalls(),
                taken >> 20,
                taken / calls);
        if (stream.openCalls() != calls || stream.evictedCalls() != 0) {
            throw new IllegalStateException("some calls were not kept");
        }
    }

    private static long usedAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
