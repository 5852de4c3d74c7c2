package org.callcause.rules.teams.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.rules.teams.records.RecordPatterns.Pattern;
import org.callcause.rules.teams.records.StreamQuality.Classification;

/**
 * What Microsoft's records say in words: how each call ended by them, beside what the SBC saw; quality apart. Made by
 * {@link #of}.
 *
 * @param notes what is to be said of the whole
 * @param entries what is said of each
 */
public record RecordOverview(List<String> notes, List<Entry> entries) {

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_EXAMPLES = 5;

    /** Copies the lists. */
    public RecordOverview {
        notes = List.copyOf(notes);
        entries = List.copyOf(entries);
    }

    /**
     * What is said of one thing.
     *
     * @param heading one line
     * @param facts values by name, in the order in which they are to stand
     * @param sentences the findings
     * @param timeline what happened, a line each, in order; columns are kept
     */
    public record Entry(String heading, Map<String, String> facts, List<String> sentences, List<String> timeline) {

        /** Copies the parts. */
        public Entry {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
            sentences = List.copyOf(sentences);
            timeline = List.copyOf(timeline);
        }
    }

    /** Reads the records beside what captures show of the same calls. */
    public static RecordOverview of(TeamsRecords records, List<SipWitness> witnesses) {
        RecordJoin join = RecordJoin.of(records.calls(), witnesses);
        List<Entry> entries = new ArrayList<>();
        join.joined().forEach(call -> entries.add(joined(call)));
        join.alone().stream()
                .filter(record -> !RecordReading.isHealthy(record))
                .forEach(record -> entries.add(alone(record, !witnesses.isEmpty())));
        RecordPatterns.of(records.calls()).forEach(pattern -> entries.add(pattern(pattern)));
        records.failures().forEach(failure -> entries.add(failure(failure)));
        records.streams().stream()
                .filter(stream -> stream.classification() == Classification.POOR || stream.connectivityFailed())
                .forEach(stream -> entries.add(stream(stream)));
        records.measurements().stream()
                .filter(row -> !row.missedTargets().isEmpty())
                .forEach(row -> entries.add(measurement(row)));
        return new RecordOverview(notes(records, join, !witnesses.isEmpty()), entries);
    }

    private static List<String> notes(TeamsRecords records, RecordJoin join, boolean compared) {
        List<String> notes = new ArrayList<>();
        String beside = compared
                ? join.joined().size()
                        + " joined with a call of the captures; those that ended normally and stand alone"
                : "and no captured call to set beside them; those that ended normally";
        notes.add(count(records.calls().size(), "call record") + ", " + beside + " are only counted.");
        if (join.clock().calls() > 0) {
            notes.add("Microsoft's clock is " + offset(join.clock()) + ", by "
                    + count(join.clock().calls(), "call") + ".");
        }
        notes.addAll(RecordPatterns.effectiveness(records.calls()));
        if (!records.streams().isEmpty()) {
            notes.add(quality(records.streams()));
        }
        if (!records.measurements().isEmpty()) {
            notes.add(count(records.measurements().size(), "measurement")
                    + " of the path to a relay, held against Microsoft's planning targets, which are stricter"
                    + " than what makes a call poor.");
        }
        records.problems().stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> notes.add("Not as documented: " + problem + "."));
        if (records.problems().size() > MOST_PROBLEMS) {
            notes.add("And " + (records.problems().size() - MOST_PROBLEMS) + " more such places.");
        }
        return notes;
    }

    private static String quality(List<StreamQuality> streams) {
        Map<Classification, Integer> counts = new LinkedHashMap<>();
        streams.forEach(stream -> counts.merge(stream.classification(), 1, Integer::sum));
        return count(streams.size(), "stream") + " by the rules of the Call Quality Dashboard: "
                + counts.getOrDefault(Classification.GOOD, 0) + " good, "
                + counts.getOrDefault(Classification.POOR, 0) + " poor, "
                + counts.getOrDefault(Classification.UNCLASSIFIED, 0)
                + " unclassified, which is not good. Quality says how the path fared; it explains no refusal.";
    }

    private static Entry joined(WitnessedCall call) {
        Map<String, String> facts = facts(call.record());
        facts.put("Call-ID", call.witness().callId());
        facts.put("joined because", call.basis().sentence());
        List<String> sentences = new ArrayList<>(call.findings());
        sentences.addAll(call.reading());
        String verdict = switch (call.agreement()) {
            case AGREE -> "the witnesses agree";
            case CONTRADICT -> "THE WITNESSES CONTRADICT EACH OTHER";
            case OPEN -> "one witness does not say how it ended";
        };
        return new Entry(heading(call.record()) + ": " + verdict, facts, sentences, call.timeline());
    }

    private static Entry alone(CallRecord record, boolean compared) {
        String verdict = compared ? ": no call of the captures fits" : "";
        return new Entry(heading(record) + verdict, facts(record), RecordReading.of(record), List.of());
    }

    private static String heading(CallRecord record) {
        String who = record.caller().isKnown() || record.callee().isKnown()
                ? record.caller() + " to " + record.callee()
                : "A call without numbers";
        return who + ", " + record.result();
    }

    private static Map<String, String> facts(CallRecord record) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("record", record.place().toString());
        put(facts, "user", record.user());
        put(facts, "type", record.callType());
        put(facts, "SBC", record.sbc());
        put(facts, "phrase", record.phrase());
        record.correlationId().ifPresent(id -> facts.put("correlation id", id));
        return facts;
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private static Entry pattern(Pattern pattern) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "records",
                pattern.records().stream()
                        .limit(MOST_EXAMPLES)
                        .map(record -> record.place().toString())
                        .collect(Collectors.joining(" ")));
        return new Entry(pattern.heading(), facts, pattern.sentences(), List.of());
    }

    private static Entry failure(SessionFailure failure) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("record", failure.place().toString());
        put(facts, "call", failure.call());
        put(facts, "reason", failure.reason());
        return new Entry(
                "A session failed " + failure.stage().sentence(),
                facts,
                List.of("The failureInfo of " + failure.part() + " says so. It tells when the session failed and not"
                        + " which SIP code ended it: that stands in the usage report."),
                List.of());
    }

    private static Entry stream(StreamQuality stream) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("record", stream.place().toString());
        put(facts, "call", stream.call());
        put(facts, "codec", stream.codec());
        return new Entry(
                (stream.connectivityFailed() ? "No path was found for stream " : "Poor stream ") + stream.stream(),
                facts,
                Stream.concat(
                                Stream.of(
                                        stream.connectivityFailed()
                                                ? "Its connectivity checks failed, so it is unclassified."
                                                : "Poor by " + String.join("; ", stream.reasons()) + "."),
                                stream.besideOutcome().stream())
                        .toList(),
                List.of());
    }

    private static Entry measurement(NetworkMeasurement row) {
        return new Entry(
                "Path to " + row.remote() + " at " + row.time(),
                Map.of("record", row.place().toString()),
                List.of("Missed planning targets: " + String.join("; ", row.missedTargets()) + "."),
                List.of());
    }

    private static String offset(RecordClock clock) {
        Duration ahead = clock.ahead();
        if (ahead.abs().toMillis() < 1_000) {
            return "within a second of the capture's";
        }
        return ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " the capture's";
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
