package org.callcause.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.call.MediaParts;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Fingerprint;
import org.callcause.vantage.JoinedCaptures;
import org.callcause.vantage.NamedCapture;

/**
 * Holds what several inputs have until all are read, so that captures of the same calls at several places can be told from
 * parts of one long capture, and joined. Past a number of messages nothing is held any more, and each call is reported as
 * its capture has it.
 */
final class HeldCaptures implements Consumer<CallReport> {

    /** About 100 MB of calls. */
    private static final int MOST_MESSAGES = 60_000;

    /** As many as a call keeps. */
    private static final int MOST_FAILURES = 16;

    private final Consumer<CallReport> receiver;
    private final List<CallReport> reports = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    /** By the Call-ID of the message. */
    private final Map<Long, List<TransportFailure>> failures = new HashMap<>();

    private int messages;
    private volatile boolean full;
    private boolean handedOn;

    /** One input, and whether it goes on where the one before it ended. */
    private record Input(String name, boolean goesOn, List<CapturedMessage> messages, MediaParts media) {}

    HeldCaptures(Consumer<CallReport> receiver) {
        this.receiver = receiver;
    }

    /** A report of the analysis that goes on while the inputs are read. */
    @Override
    public void accept(CallReport report) {
        if (!full) {
            reports.add(report);
            return;
        }
        handOn();
        receiver.accept(report);
    }

    /**
     * What comes from here on is of another input.
     *
     * @param goesOn whether it begins where the one before it ended
     */
    void next(String name, boolean goesOn) {
        inputs.add(new Input(name, goesOn && !inputs.isEmpty(), new ArrayList<>(), new MediaParts()));
    }

    void take(CapturedMessage message) {
        if (full) {
            return;
        }
        messages++;
        inputs.get(inputs.size() - 1).messages().add(message);
        if (messages > MOST_MESSAGES) {
            full = true;
            inputs.clear();
            failures.clear();
        }
    }

    void take(MediaSighting seen) {
        if (!full) {
            inputs.get(inputs.size() - 1).media().add(seen);
        }
    }

    void take(TransportFailure failure) {
        if (!full) {
            List<TransportFailure> ofCall =
                    failures.computeIfAbsent(Fingerprint.ofCallId(failure.message()), any -> new ArrayList<>(1));
            if (ofCall.size() < MOST_FAILURES) {
                ofCall.add(failure);
            }
        }
    }

    /** What an input said of the delivery of this message, whichever of several captures had it; each thing once. */
    List<TransportFailure> failuresOf(CapturedMessage message) {
        List<TransportFailure> ofCall = failures.getOrDefault(Fingerprint.ofCallId(message.message()), List.of());
        List<TransportFailure> told = ofCall.stream()
                .filter(failure -> failure.concerns(message.message()))
                .toList();
        if (!told.isEmpty()) {
            ofCall.removeAll(told);
        }
        return told;
    }

    /** The captures by what they have in common; empty where none has anything in common with another. */
    List<JoinedCaptures> joined() {
        List<JoinedCaptures> groups = full ? List.of() : JoinedCaptures.of(captures());
        return groups.stream().anyMatch(JoinedCaptures::areSeveral) ? groups : List.of();
    }

    /** The parts of one capture, which follow each other, as one. */
    private List<NamedCapture> captures() {
        List<NamedCapture> captures = new ArrayList<>();
        // Of media that are known in part one side may seem silent.
        boolean withMedia = inputs.stream().map(Input::media).allMatch(MediaParts::isComplete);
        for (Input input : inputs) {
            List<MediaSighting> media = withMedia ? input.media().all() : List.of();
            NamedCapture last = captures.isEmpty() ? null : captures.get(captures.size() - 1);
            if (last != null
                    && input.goesOn()
                    && !JoinedCaptures.isSameTrafficLater(last.messages(), input.messages())) {
                captures.set(
                        captures.size() - 1,
                        new NamedCapture(
                                last.name(), both(last.messages(), input.messages()), both(last.media(), media)));
            } else {
                captures.add(new NamedCapture(input.name(), input.messages(), media));
            }
        }
        return captures;
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Hands on the reports of each capture by itself. */
    void handOn() {
        if (!handedOn) {
            handedOn = true;
            reports.forEach(receiver);
            reports.clear();
        }
    }

    /** Whether there were captures that could not be compared, because they are too large together. */
    boolean isFull() {
        return full;
    }
}
