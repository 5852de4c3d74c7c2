package org.callcause.rules.teams.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callcause.rules.teams.records.JoinedCall.Basis;

/**
 * Joins Microsoft's records with the calls that the SBC saw: by Microsoft's id where the SIP carries it, else by both
 * numbers and the time, with the difference of the clocks solved over all calls. Where two calls fit a record alike,
 * neither is taken.
 */
public final class RecordJoin {

    /** Without a solved clock, calls between the same numbers so near each other are taken for one. */
    private static final Duration NEAR_WITHOUT_CLOCK = Duration.ofMinutes(2);

    private final List<JoinedCall> joined = new ArrayList<>();
    private final List<CallRecord> alone = new ArrayList<>();
    private final ClockOffset clock;

    private RecordJoin(List<CallRecord> records, List<SipWitness> witnesses) {
        Map<String, SipWitness> byId = new HashMap<>();
        witnesses.forEach(witness -> witness.correlationIds().forEach(id -> byId.putIfAbsent(id, witness)));
        Set<SipWitness> taken = new HashSet<>();
        Map<CallRecord, SipWitness> certain = new HashMap<>();
        for (CallRecord record : records) {
            record.correlationId()
                    .map(id -> byId.get(id.toLowerCase(Locale.ROOT)))
                    .ifPresent(witness -> {
                        certain.put(record, witness);
                        taken.add(witness);
                    });
        }
        this.clock = clock(records, witnesses, certain);
        List<SipWitness> free =
                witnesses.stream().filter(witness -> !taken.contains(witness)).toList();
        List<CallRecord> open =
                records.stream().filter(record -> !certain.containsKey(record)).toList();
        for (CallRecord record : records) {
            Optional<JoinedCall> call = Optional.ofNullable(certain.get(record))
                    .map(witness -> new JoinedCall(record, witness, Basis.CORRELATION_ID, clock))
                    .or(() -> byNumbers(record, free, open)
                            .map(witness -> new JoinedCall(record, witness, Basis.NUMBERS_AND_TIME, clock)));
            call.ifPresentOrElse(joined::add, () -> alone.add(record));
        }
    }

    /** Joins what fits together. */
    public static RecordJoin of(List<CallRecord> records, List<SipWitness> witnesses) {
        return new RecordJoin(records, witnesses);
    }

    /** Calls with two witnesses, in the order of the records. */
    public List<JoinedCall> joined() {
        return List.copyOf(joined);
    }

    /** Records of which the captures show no call, or more than one that fits. */
    public List<CallRecord> alone() {
        return List.copyOf(alone);
    }

    /** How far Microsoft's clock is ahead. */
    public ClockOffset clock() {
        return clock;
    }

    private static ClockOffset clock(
            List<CallRecord> records, List<SipWitness> witnesses, Map<CallRecord, SipWitness> certain) {
        List<Duration> known = certain.entrySet().stream()
                .flatMap(pair -> ClockOffset.difference(pair.getKey(), pair.getValue()).stream())
                .toList();
        return ClockOffset.of(known.isEmpty() ? ClockOffset.differences(records, witnesses) : known);
    }

    private Optional<SipWitness> byNumbers(CallRecord record, List<SipWitness> free, List<CallRecord> open) {
        Set<SipWitness> fitting = new LinkedHashSet<>();
        free.stream().filter(witness -> fits(record, witness)).forEach(fitting::add);
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        SipWitness witness = fitting.iterator().next();
        boolean alone = open.stream().filter(other -> fits(other, witness)).count() == 1;
        return alone ? Optional.of(witness) : Optional.empty();
    }

    private boolean fits(CallRecord record, SipWitness witness) {
        Duration most = clock.calls() > 1 ? ClockOffset.NEAR : NEAR_WITHOUT_CLOCK;
        return numbersMatch(record, witness)
                && ClockOffset.difference(record, witness)
                        .map(difference -> difference.minus(clock.calls() > 1 ? clock.ahead() : Duration.ZERO))
                        .filter(rest -> rest.abs().compareTo(most) <= 0)
                        .isPresent();
    }

    static boolean numbersMatch(CallRecord record, SipWitness witness) {
        return record.caller().matches(witness.caller()) && record.callee().matches(witness.callee());
    }
}
