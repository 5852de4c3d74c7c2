package org.callcause.benchmarks;

import com.sun.management.ThreadMXBean;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.lang.management.ManagementFactory;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.dialog.Transport;
import org.callcause.message.Fingerprint;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleSet;

/**
 * Fails when reading or following has become much slower than it was. It compares processor time within one run, never
 * with bare times, and leaves half for a noisy machine; garbage is counted exactly. Takes less than a minute.
 */
public final class RegressionCheck {

    private static final int MESSAGES = 4_096;
    private static final int ROUNDS = 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private interface Work {
        void run() throws ParseException;
    }

    private record Cost(double nanos, double bytes) {}

    private long sum;
    private boolean failed;

    private RegressionCheck() {}

    /** Takes no arguments; the exit status is 1 when a ratio is beyond its limit. */
    public static void main(String[] arguments) throws ParseException {
        RegressionCheck check = new RegressionCheck();
        check.run();
        System.exit(check.failed ? 1 : 0);
    }

    private void run() throws ParseException {
        List<Sent> mixed = Traffic.mixed(MESSAGES);
        Cost jain = cost(MESSAGES, () -> readWithJain(mixed));
        Cost reading = cost(MESSAGES, () -> read(mixed));
        atLeast("parse + keys: JAIN-SIP / Callcause, time", jain.nanos() / reading.nanos(), 6);
        atMost("parse + keys: bytes of garbage a message", reading.bytes(), 300);

        List<Sent> traffic = Traffic.ofCalls(1_000).toList();
        Callcause all = Callcause.create();
        Cost pipeline = cost(traffic.size(), () -> follow(all, traffic));
        atLeast(
                "JAIN-SIP's parsing / Callcause's parsing, tracking and diagnosing",
                jain.nanos() / pipeline.nanos(),
                0.5);
        atMost("parse + track + diagnose: bytes of garbage a message", pipeline.bytes(), 5_000);

        List<Sent> healthy = HealthyCallBenchmark.traffic(1_000);
        Callcause none = Callcause.with(RuleSet.builder().build());
        Cost bare = cost(healthy.size(), () -> follow(none, healthy));
        Cost judged = cost(healthy.size(), () -> follow(all, healthy));
        atMost("healthy calls: all rules / no rules, time", judged.nanos() / bare.nanos(), 2.5);
    }

    private void readWithJain(List<Sent> messages) throws ParseException {
        StringMsgParser parser = new StringMsgParser();
        for (Sent sent : messages) {
            sum += parser.parseSIPMessage(sent.bytes(), true, false, null)
                    .getCSeq()
                    .getSeqNumber();
        }
    }

    private void read(List<Sent> messages) {
        SipParser parser = new SipParser();
        for (Sent sent : messages) {
            SipMessage message = parser.parse(sent.bytes()).orElseThrow();
            sum += Fingerprint.ofCallId(message) + message.sequence() + (message.hasToTag() ? 1 : 0);
        }
    }

    private void follow(Callcause callcause, List<Sent> messages) {
        try (CallStream stream =
                callcause.stream(report -> sum += report.diagnoses().size())) {
            for (Sent sent : messages) {
                stream.add(sent.time(), sent.from(), sent.to(), Transport.UDP, sent.bytes());
            }
        }
    }

    /** The best of some rounds, for one message: what disturbs a measurement only ever makes it longer. */
    private static Cost cost(int messages, Work work) throws ParseException {
        double nanos = Double.MAX_VALUE;
        double bytes = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long time = THREADS.getCurrentThreadCpuTime();
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 4; i++) {
                work.run();
            }
            bytes = Math.min(bytes, (THREADS.getCurrentThreadAllocatedBytes() - allocated) / 4.0 / messages);
            nanos = Math.min(nanos, (THREADS.getCurrentThreadCpuTime() - time) / 4.0 / messages);
        }
        return new Cost(nanos, bytes);
    }

    private void atLeast(String what, double value, double limit) {
        tell(what, value, "at least", limit, value >= limit);
    }

    private void atMost(String what, double value, double limit) {
        tell(what, value, "at most", limit, value <= limit);
    }

    private void tell(String what, double value, String relation, double limit, boolean holds) {
        failed |= !holds;
        System.out.printf(
                Locale.ROOT, "%-70s %,8.1f, %s %,.1f%s%n", what, value, relation, limit, holds ? "" : "  FAILED");
    }
}
