package org.callcause.rules.teams.records;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callcause.call.HumanPace;
import org.callcause.rules.teams.decline.RefusalSpread;
import org.callcause.rules.teams.decline.RefusalSpread.Reach;
import org.callcause.rules.teams.decline.RefusalSpread.Refusal;
import org.callcause.rules.teams.decline.RefusalSpread.Spread;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.health.NetworkEffectiveness;

/** What only many records together say: calls tried again, refusals spread over callees, the ratio of delivered calls. */
public final class RecordPatterns {

    /**
     * One of them.
     *
     * @param heading one line
     * @param sentences what it says, and what to do
     * @param records those that it rests on
     */
    public record Pattern(String heading, List<String> sentences, List<CallRecord> records) {

        /** Copies the lists. */
        public Pattern {
            sentences = List.copyOf(sentences);
            records = List.copyOf(records);
        }
    }

    private record Pair(String caller, String callee) {}

    private RecordPatterns() {}

    /** All that the records show, in order. */
    public static List<Pattern> of(List<CallRecord> all) {
        List<CallRecord> records = all.stream()
                .filter(record -> record.kind() == CallRecord.Kind.DIRECT_ROUTING)
                .filter(record -> record.times().begin().isPresent())
                .sorted(Comparator.comparing(RecordPatterns::begin))
                .toList();
        List<Pattern> patterns = new ArrayList<>(triedAgain(records));
        spread(records).ifPresent(patterns::add);
        return patterns;
    }

    private static Instant begin(CallRecord record) {
        return record.times().begin().orElse(Instant.MIN);
    }

    private static Instant end(CallRecord record) {
        return record.times().failure().or(record.times()::end).orElseGet(() -> begin(record));
    }

    private static boolean isRefusal(CallRecord record) {
        int code = record.finalCode().orElse(0);
        return code == 603 || code == 486;
    }

    private static List<Pattern> triedAgain(List<CallRecord> records) {
        Map<Pair, List<CallRecord>> chains = new HashMap<>();
        List<Pattern> patterns = new ArrayList<>();
        for (CallRecord record : records) {
            Pair pair = new Pair(record.caller().text(), record.callee().text());
            boolean told = !pair.caller().isEmpty() && !pair.callee().isEmpty() && !record.isOutgoing();
            if (!told) {
                continue;
            }
            List<CallRecord> chain = chains.computeIfAbsent(pair, fresh -> new ArrayList<>());
            if (!chain.isEmpty() && !follows(record, chain.get(chain.size() - 1))) {
                pattern(chain).ifPresent(patterns::add);
                chain.clear();
            }
            chain.add(record);
        }
        chains.values().forEach(chain -> pattern(chain).ifPresent(patterns::add));
        patterns.sort(Comparator.comparing(pattern -> begin(pattern.records().get(0))));
        return patterns;
    }

    private static boolean follows(CallRecord later, CallRecord earlier) {
        Duration gap = Duration.between(end(earlier), begin(later));
        return isRefusal(earlier) && !gap.isNegative() && gap.compareTo(HumanPace.LEAST_TO_REDIAL) < 0;
    }

    private static Optional<Pattern> pattern(List<CallRecord> chain) {
        if (chain.size() < 2) {
            return Optional.empty();
        }
        CallRecord first = chain.get(0);
        boolean declined = first.finalCode().orElse(0) == 603;
        List<String> sentences = new ArrayList<>();
        sentences.add(first.caller() + " reached " + first.callee() + " " + chain.size() + " times within "
                + Duration.between(begin(first), begin(chain.get(chain.size() - 1)))
                        .toSeconds()
                + " s, each time less than 5 s after the refusal before. That is a machine, and the user sees it as "
                + chain.size() + " missed calls.");
        if (first.caller().isMasked()) {
            sentences.add("The caller's number is masked, so the calls may also be those of several callers.");
        }
        sentences.add(
                declined
                        ? "The first was refused with 603, which is final: the SBC or the carrier tries again although"
                                + " nothing may. Take 603 out of the codes after which the SBC takes another route."
                        : "The first was refused with 486. Microsoft sends Q.850 cause 34, in 2019 still 63, beside it;"
                                + " a carrier that goes by the cause takes it for congestion. Let the SBC take the"
                                + " Reason header out or rewrite its cause to 17, and take 486 out of the codes after"
                                + " which it takes another route.");
        sentences.add("To be sure: the SBC's log of these calls, which element began the second INVITE.");
        return Optional.of(new Pattern(
                "One refused call became several: " + first.caller() + " to " + first.callee(), sentences, chain));
    }

    private static Optional<Pattern> spread(List<CallRecord> records) {
        RefusalSpread spread = new RefusalSpread();
        List<CallRecord> refused = records.stream()
                .filter(record -> record.isOutgoing() && record.finalCode().orElse(0) == 603)
                .sorted(Comparator.comparing(RecordPatterns::end))
                .toList();
        Optional<Spread> widest = Optional.empty();
        for (CallRecord record : refused) {
            spread.add(new Refusal(
                    end(record),
                    record.user() + record.caller(),
                    record.callee().text(),
                    DeclineReading.elapsed(record)
                            .filter(time -> time.compareTo(HumanPace.LEAST_TO_DECLINE) >= 0)
                            .isPresent()));
            Optional<Spread> now = spread.at(end(record)).filter(found -> found.reach() != Reach.NONE);
            if (now.isPresent()
                    && now.get().refusals() > widest.map(Spread::refusals).orElse(0)) {
                widest = now;
            }
        }
        return widest.map(found -> new Pattern(heading(found), sentences(found), refused));
    }

    private static String heading(Spread spread) {
        return switch (spread.reach()) {
            case ONE_CALLEE -> "One callee refuses every call from Teams";
            case ONE_CALLER -> "One caller is refused by " + spread.callees() + " callees";
            case MANY, NONE ->
                "Calls of " + spread.callers() + " callers to " + spread.callees() + " callees are refused";
        };
    }

    private static List<String> sentences(Spread spread) {
        String counted = spread.refusals() + " calls from Teams were refused with 603 within five minutes, "
                + spread.withoutRinging() + " of them sooner than a person could.";
        return switch (spread.reach()) {
            case ONE_CALLEE -> List.of(counted, "All went to one callee: that callee, or its provider, blocks them.");
            case ONE_CALLER ->
                List.of(
                        counted,
                        "One caller meets it wherever it calls: look at that caller's number first, which may be"
                                + " listed as unwanted or not be allowed to call out, and at the trunk only after it.");
            case MANY, NONE ->
                List.of(
                        counted,
                        "Many callers and callees: the carrier's fraud filter or a limit of concurrent calls."
                                + " Compare the number of calls at a time with the trunk's limit, and ask the carrier"
                                + " about a block of your numbers.",
                        Places.USAGE_REPORT + ".");
        };
    }

    /** The network effectiveness ratio of each SBC, a sentence each. */
    public static List<String> effectiveness(List<CallRecord> records) {
        Map<String, NetworkEffectiveness> ratios = new TreeMap<>();
        records.stream()
                .filter(record -> !record.sbc().isEmpty() && record.finalCode().isPresent())
                .forEach(record -> ratios.computeIfAbsent(record.sbc(), fresh -> new NetworkEffectiveness())
                        .add(RecordReading.isDelivered(record)));
        return ratios.entrySet().stream()
                .map(ratio -> ratio.getKey() + ": " + ratio.getValue().say() + ".")
                .toList();
    }
}
