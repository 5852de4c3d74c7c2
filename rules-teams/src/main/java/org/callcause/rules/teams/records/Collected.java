package org.callcause.rules.teams.records;

import java.util.ArrayList;
import java.util.List;

/** What the readers of one input have found so far. */
final class Collected {

    private final List<CallRecord> calls = new ArrayList<>();
    private final List<SessionFailure> failures = new ArrayList<>();
    private final List<StreamQuality> streams = new ArrayList<>();
    private final List<NetworkMeasurement> measurements = new ArrayList<>();
    private final List<RecordProblem> problems = new ArrayList<>();

    void call(CallRecord record) {
        calls.add(record);
    }

    void failure(SessionFailure failure) {
        failures.add(failure);
    }

    void stream(StreamQuality stream) {
        streams.add(stream);
    }

    void measurement(NetworkMeasurement measurement) {
        measurements.add(measurement);
    }

    void problem(RecordPlace place, String what) {
        problems.add(new RecordProblem(place, what));
    }

    List<RecordProblem> problems() {
        return problems;
    }

    TeamsRecords records() {
        return new TeamsRecords(calls, failures, streams, measurements, problems);
    }
}
