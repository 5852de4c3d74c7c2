package org.callcause.rules.teams.records;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was read of one or several files.
 *
 * @param calls a call as Microsoft saw it, in the order of the files
 * @param failures sessions of call records that failed
 * @param streams the quality of a media stream
 * @param measurements the rows of the Network Assessment Tool
 * @param problems what could not be read, with file and line
 */
public record TeamsRecords(
        List<CallRecord> calls,
        List<SessionFailure> failures,
        List<StreamQuality> streams,
        List<NetworkMeasurement> measurements,
        List<RecordProblem> problems) {

    /** Nothing. */
    public static final TeamsRecords NONE = new TeamsRecords(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public TeamsRecords {
        calls = List.copyOf(calls);
        failures = List.copyOf(failures);
        streams = List.copyOf(streams);
        measurements = List.copyOf(measurements);
        problems = List.copyOf(problems);
    }

    /** Whether nothing was read but problems. */
    public boolean isEmpty() {
        return calls.isEmpty() && failures.isEmpty() && streams.isEmpty() && measurements.isEmpty();
    }

    /** What there is, in words: {@code 12 call records, 3 streams}. */
    public String content() {
        List<String> parts = new ArrayList<>();
        count(parts, calls.size(), "call record", "call records");
        count(parts, failures.size(), "failed session", "failed sessions");
        count(parts, streams.size(), "stream", "streams");
        count(parts, measurements.size(), "measurement", "measurements");
        return parts.isEmpty() ? "nothing that can be read" : String.join(", ", parts);
    }

    private static void count(List<String> parts, int number, String one, String several) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : several));
        }
    }

    /** Both, one after the other. */
    public TeamsRecords and(TeamsRecords other) {
        return new TeamsRecords(
                joined(calls, other.calls),
                joined(failures, other.failures),
                joined(streams, other.streams),
                joined(measurements, other.measurements),
                joined(problems, other.problems));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
