package org.callcause.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TransportFailure;
import org.callcause.incident.Incident;
import org.callcause.report.AnalysisLimits;
import org.callcause.rule.RuleFailure;

/** Calls and incidents of one capture after another, each with a clock of its own, and what was counted. */
final class RunningAnalysis {

    private final Callcause callcause;
    private final JudgingThread judging;
    private final List<Incident> found = new ArrayList<>();
    private final List<RuleFailure> incidentFailures = new ArrayList<>();
    private Incidents incidents;
    private CallStream calls;
    private Optional<Instant> observedUntil = Optional.empty();
    private long evictedCalls;
    private long droppedMessages;
    private long lateMessages;
    private long crowdedIdentifiers;
    private long legsReleasedEarly;

    RunningAnalysis(Callcause callcause, JudgingThread judging, Consumer<CallReport> receiver) {
        this.callcause = callcause;
        this.judging = judging;
        this.incidents = callcause.incidents(incident -> {});
        this.calls = callcause.stream(receiver, incidents, judging);
    }

    void take(CapturedMessage message) {
        calls.add(message);
    }

    void take(TransportFailure failure) {
        calls.undelivered(failure);
    }

    void take(MediaSighting seen) {
        calls.rtp(seen);
    }

    void take(FailedConnection failure) {
        calls.failed(failure);
    }

    /** The capture went on until then, with or without messages. */
    void observedUntil(Instant time) {
        observedUntil = Optional.of(time);
    }

    /** What comes from here on is of another capture, in which the clock starts again. */
    void startAgain(Consumer<CallReport> receiver) {
        finish();
        incidents = callcause.incidents(incident -> {});
        calls = callcause.stream(receiver, incidents, judging);
    }

    /** Reports what is still open. */
    void finish() {
        observedUntil.ifPresent(calls::advanceTo);
        observedUntil = Optional.empty();
        calls.close();
        judging.finish();
        found.addAll(incidents.finish());
        incidentFailures.addAll(incidents.failures());
        evictedCalls += calls.evictedCalls();
        droppedMessages += calls.droppedMessages();
        lateMessages += calls.lateMessages();
        crowdedIdentifiers += calls.crowdedIdentifiers();
        legsReleasedEarly += calls.legsReleasedEarly();
    }

    /** Those that hurt the most calls first. */
    List<Incident> incidents() {
        return found.stream()
                .sorted(Comparator.comparingLong(Incident::callsHurt).reversed())
                .toList();
    }

    List<RuleFailure> incidentFailures() {
        return incidentFailures;
    }

    AnalysisLimits limits(long undecodedFrames) {
        return new AnalysisLimits(
                evictedCalls, droppedMessages, lateMessages, undecodedFrames, crowdedIdentifiers, legsReleasedEarly);
    }
}
