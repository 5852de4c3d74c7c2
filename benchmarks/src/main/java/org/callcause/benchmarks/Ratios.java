package org.callcause.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What a run says beyond bare times: each figure against another of the same run, in processor time. */
final class Ratios {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Map<String, RunResult> results = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private Ratios() {}

    static List<String> of(Collection<RunResult> results) {
        Ratios ratios = new Ratios();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            for (String parameter : result.getParams().getParamsKeys()) {
                name += " " + result.getParams().getParam(parameter);
            }
            ratios.results.put(name, result);
        }
        ratios.parsing();
        ratios.pipeline();
        ratios.dispatch();
        return ratios.lines;
    }

    private void parsing() {
        for (String messages : new String[] {"mixed", "INVITE", "200"}) {
            String ours = "callcause " + messages;
            compare("parse + keys, " + messages + ", JAIN-SIP / Callcause", "jain " + messages, ours);
            compare("parse + keys, " + messages + ", pkts.io / Callcause", "pkts " + messages, ours);
            compare("Callcause / bare line-feed scan, " + messages, ours, "lineFeeds " + messages);
            if (results.containsKey(ours)) {
                add("parse + keys, " + messages + ", bytes of garbage a message", allocation(ours));
            }
        }
    }

    private void pipeline() {
        for (int calls : new int[] {1_000, 10_000}) {
            String name = "inTurns " + calls;
            if (results.containsKey(name)) {
                double several = secondary(name, "severalTimes") / secondary(name, "followed");
                double atOnce = secondary(name, "atOnce") / secondary(name, "followed");
                double jain = secondary(name, "jain") / secondary(name, "parsed");
                int many = PipelineBenchmark.TIMES * calls;
                follow(calls, several, jain);
                follow(many, atOnce, jain);
                add(many + " calls / " + calls + " calls, time", PipelineBenchmark.TIMES * atOnce / several);
            }
        }
    }

    private void follow(int calls, double nanos, double jain) {
        add("messages a second and core, " + calls + " calls", 1e9 / nanos);
        add("JAIN-SIP's parsing alone / Callcause, " + calls + " calls", jain / nanos);
    }

    private void dispatch() {
        compare("healthy call, 200 rules / 20 rules", "healthyCall 200", "healthyCall 20");
        compare("failed call, 200 rules / 20 rules", "failedCall 200", "failedCall 20");
        compare("healthy call from bytes on, all rules / none", "healthyCall all", "healthyCall none");
    }

    private void compare(String what, String one, String other) {
        if (results.containsKey(one) && results.containsKey(other)) {
            add(what, processorNanos(one) / processorNanos(other));
        }
    }

    private void add(String what, double value) {
        lines.add(String.format(Locale.ROOT, "%-60s %,14.2f", what, value));
    }

    private double processorNanos(String name) {
        return secondary(name, ProcessorTime.NAME);
    }

    private double allocation(String name) {
        return secondary(name, ALLOCATION);
    }

    private double secondary(String name, String figure) {
        Result<?> result = result(name).getSecondaryResults().get(figure);
        return result == null ? Double.NaN : result.getScore();
    }

    private RunResult result(String name) {
        RunResult result = results.get(name);
        if (result == null) {
            throw new IllegalArgumentException(name);
        }
        return result;
    }
}
