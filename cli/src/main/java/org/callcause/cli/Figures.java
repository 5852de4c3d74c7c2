package org.callcause.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.callcause.CallReport;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.message.Method;
import org.callcause.rule.RuleFailure;

/** Counts what was reported, by outcome, rule and cause: a call of several legs once, and so what is said of it. */
final class Figures implements Consumer<CallReport> {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    @Override
    public void accept(CallReport report) {
        String disposition = report.disposition().kind().name().toLowerCase(Locale.ROOT);
        count(PrometheusText.sample(name(report), "disposition", disposition));
        for (RuleFailure failure : report.verdict().failures()) {
            count(sample(failure));
        }
        if (report.isPassedOn()) {
            return;
        }
        for (Diagnosis diagnosis : report.diagnoses()) {
            count(PrometheusText.sample(
                    "callcause_diagnoses_total",
                    "rule",
                    diagnosis.rule(),
                    "cause",
                    diagnosis.cause().toString()));
        }
    }

    private static String sample(RuleFailure failure) {
        return PrometheusText.sample("callcause_rule_failures_total", "rule", failure.rule());
    }

    private static String name(CallReport report) {
        Method method = report.call().method();
        if (method.equals(Method.INVITE)) {
            return report.isFurtherLeg() ? "callcause_further_legs_total" : "callcause_calls_total";
        }
        return method.equals(Method.REGISTER) ? "callcause_registrations_total" : "callcause_exchanges_total";
    }

    private void count(String sample) {
        counts.computeIfAbsent(sample, any -> new LongAdder()).increment();
    }

    /**
     * Every count by its name with its labels, in their order.
     *
     * @param ofIncidents what the rules about many calls threw, which no report of a call tells
     */
    Map<String, Long> counts(List<RuleFailure> ofIncidents) {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((sample, count) -> sorted.put(sample, count.sum()));
        ofIncidents.forEach(failure -> sorted.merge(sample(failure), 1L, Long::sum));
        return sorted;
    }
}
