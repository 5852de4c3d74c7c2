package org.callcause.rules.teams.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callcause.rules.teams.records.WitnessedCall.Basis;
import org.callcause.rules.teams.records.WitnessedCall.LegBehind;

/**
 * Joins Microsoft's records with the calls that the SBC saw: by Microsoft's id where the SIP carries it, else by both
 * numbers and the time, with the difference of the clocks solved over all calls. A capture at the SBC may show the leg
 * behind it too, with the same numbers: the leg with Microsoft's proxy is the record's. Where two calls fit a record
 * alike, neither is taken.
 */
public final class RecordJoin {

    /** Without a solved clock, calls between the same numbers so near each other are taken for one. */
    private static final Duration NEAR_WITHOUT_CLOCK = Duration.ofMinutes(2);

    private final List<WitnessedCall> joined = new ArrayList<>();
    private final List<CallRecord> alone = new ArrayList<>();
    private final WitnessTimes witnesses;
    private final Map<String, SipWitness> byCallId = new HashMap<>();
    private final RecordClock clock;

    private RecordJoin(List<CallRecord> records, List<SipWitness> seen) {
        this.witnesses = new WitnessTimes(seen);
        seen.forEach(witness -> byCallId.putIfAbsent(witness.callId(), witness));
        Map<CallRecord, SipWitness> certain = byId(records, seen);
        this.clock = clock(records, certain);
        Map<CallRecord, SipWitness> pairs = new HashMap<>(certain);
        pairs.putAll(byNumbers(records, certain));
        for (CallRecord record : records) {
            Optional.ofNullable(pairs.get(record))
                    .ifPresentOrElse(
                            witness -> joined.add(new WitnessedCall(
                                    record,
                                    witness,
                                    behind(witness),
                                    certain.containsKey(record) ? Basis.CORRELATION_ID : Basis.NUMBERS_AND_TIME,
                                    clock)),
                            () -> alone.add(record));
        }
    }

    /** Joins what fits together. */
    public static RecordJoin of(List<CallRecord> records, List<SipWitness> witnesses) {
        return new RecordJoin(records, witnesses);
    }

    /** Calls with two witnesses, in the order of the records. */
    public List<WitnessedCall> joined() {
        return List.copyOf(joined);
    }

    /** Records of which the captures show no call, or more than one that fits. */
    public List<CallRecord> alone() {
        return List.copyOf(alone);
    }

    /** How far Microsoft's clock is ahead. */
    public RecordClock clock() {
        return clock;
    }

    private static Map<CallRecord, SipWitness> byId(List<CallRecord> records, List<SipWitness> seen) {
        Map<String, SipWitness> byId = new HashMap<>();
        seen.forEach(witness -> witness.correlationIds().forEach(id -> byId.putIfAbsent(id, witness)));
        Map<CallRecord, SipWitness> certain = new HashMap<>();
        for (CallRecord record : records) {
            record.correlationId()
                    .map(id -> byId.get(id.toLowerCase(Locale.ROOT)))
                    .ifPresent(witness -> certain.put(record, witness));
        }
        return certain;
    }

    private RecordClock clock(List<CallRecord> records, Map<CallRecord, SipWitness> certain) {
        List<Duration> known = certain.entrySet().stream()
                .flatMap(pair -> RecordClock.difference(pair.getKey(), pair.getValue()).stream())
                .toList();
        return RecordClock.of(known.isEmpty() ? differences(records) : known);
    }

    private List<Duration> differences(List<CallRecord> records) {
        List<Duration> differences = new ArrayList<>();
        for (CallRecord record : records) {
            List<SipWitness> fitting = witnesses.near(record.times().begin(), RecordClock.MOST).stream()
                    .filter(witness -> numbersMatch(record, witness))
                    .toList();
            withMicrosoft(fitting)
                    .forEach(witness -> RecordClock.difference(record, witness).ifPresent(differences::add));
        }
        return differences;
    }

    private Map<CallRecord, SipWitness> byNumbers(List<CallRecord> records, Map<CallRecord, SipWitness> certain) {
        Set<SipWitness> taken = new HashSet<>(certain.values());
        Map<CallRecord, SipWitness> wanted = new HashMap<>();
        Map<SipWitness, Integer> wantedBy = new HashMap<>();
        for (CallRecord record : records) {
            if (!certain.containsKey(record)) {
                Optional<SipWitness> only = onlyOne(fitting(record, taken));
                only.ifPresent(witness -> {
                    wanted.put(record, witness);
                    wantedBy.merge(witness, 1, Integer::sum);
                });
            }
        }
        wanted.values().removeIf(witness -> wantedBy.getOrDefault(witness, 0) > 1);
        return wanted;
    }

    private static Optional<SipWitness> onlyOne(List<SipWitness> fitting) {
        List<SipWitness> best = withMicrosoft(fitting);
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    /** Those with Microsoft, or all where there is none. */
    private static List<SipWitness> withMicrosoft(List<SipWitness> fitting) {
        List<SipWitness> edges =
                fitting.stream().filter(SipWitness::isWithMicrosoft).toList();
        return edges.isEmpty() ? fitting : edges;
    }

    private List<SipWitness> fitting(CallRecord record, Set<SipWitness> taken) {
        boolean solved = clock.calls() > 1 || !taken.isEmpty();
        return witnesses
                .near(
                        record.times().begin().map(time -> solved ? clock.toCapture(time) : time),
                        solved ? RecordClock.NEAR : NEAR_WITHOUT_CLOCK)
                .stream()
                .filter(witness -> !taken.contains(witness) && numbersMatch(record, witness))
                .toList();
    }

    /** The leg behind the SBC: a proven one, else the only call without Microsoft of the same numbers and time. */
    private Optional<LegBehind> behind(SipWitness edge) {
        return edge.otherLeg()
                .flatMap(proven -> Optional.ofNullable(byCallId.get(proven.callId()))
                        .map(leg -> new LegBehind(leg, Optional.of(proven.proof()))))
                .or(() -> guessed(edge).map(leg -> new LegBehind(leg, Optional.empty())));
    }

    private Optional<SipWitness> guessed(SipWitness edge) {
        List<SipWitness> legs = !edge.isWithMicrosoft()
                ? List.of()
                : witnesses.near(edge.start(), RecordClock.NEAR).stream()
                        .filter(leg -> !leg.isWithMicrosoft())
                        .filter(leg -> new PhoneNumber(edge.caller()).matches(leg.caller())
                                && new PhoneNumber(edge.callee()).matches(leg.callee()))
                        .toList();
        return legs.size() == 1 ? Optional.of(legs.get(0)) : Optional.empty();
    }

    private static boolean numbersMatch(CallRecord record, SipWitness witness) {
        return record.caller().matches(witness.caller()) && record.callee().matches(witness.callee());
    }
}
