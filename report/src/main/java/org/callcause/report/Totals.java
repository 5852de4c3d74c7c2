package org.callcause.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callcause.CallReport;
import org.callcause.call.Disposition;
import org.callcause.message.Method;

/** Counts calls by their outcome. */
final class Totals {

    /** What the dialog tracker calls the method of a response without a readable CSeq. */
    private static final String UNREADABLE = "unknown";

    private final Map<String, Map<Disposition.Kind, Long>> byMethod = new TreeMap<>();
    private long hidden;
    private long furtherLegs;

    void add(CallReport report) {
        if (report.isFurtherLeg()) {
            furtherLegs++;
            return;
        }
        byMethod.computeIfAbsent(report.call().method().name(), method -> new EnumMap<>(Disposition.Kind.class))
                .merge(report.disposition().kind(), 1L, Long::sum);
    }

    void skip(CallReport report) {
        add(report);
        hidden += report.isFurtherLeg() ? 0 : 1;
    }

    /** How many of those counted are not shown. */
    long hidden() {
        return hidden;
    }

    /** The legs of these calls that came of others of their legs. */
    long furtherLegs() {
        return furtherLegs;
    }

    boolean isEmpty() {
        return byMethod.isEmpty();
    }

    String calls() {
        return sentence(Method.INVITE.name(), "call", "calls");
    }

    /** One sentence a method, registrations first; empty where there were calls only. */
    Iterable<String> exchanges() {
        return byMethod.keySet().stream()
                .filter(method -> !method.equals(Method.INVITE.name()))
                .sorted((one, other) ->
                        Boolean.compare(other.equals(Method.REGISTER.name()), one.equals(Method.REGISTER.name())))
                .map(method -> method.equals(Method.REGISTER.name())
                        ? sentence(method, "registration", "registrations")
                        : exchanges(method))
                .toList();
    }

    private String exchanges(String method) {
        if (method.equals(UNREADABLE)) {
            String seen = " seen only in responses without a readable CSeq";
            return sentence(method, "exchange" + seen, "exchanges" + seen);
        }
        String name = Wording.printable(method) + " exchange";
        return sentence(method, name, name + "s");
    }

    private String sentence(String method, String singular, String plural) {
        Map<Disposition.Kind, Long> outcomes = byMethod.getOrDefault(method, Map.of());
        long all = outcomes.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return "No " + plural + ".";
        }
        String parts = outcomes.entrySet().stream()
                .map(outcome -> Wording.grouped(outcome.getValue()) + " " + Wording.ended(outcome.getKey()))
                .collect(Collectors.joining(", "));
        return Wording.count(all, singular, plural) + ": " + parts + ".";
    }
}
