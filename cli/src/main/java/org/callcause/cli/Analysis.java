package org.callcause.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.capture.CaptureReader;
import org.callcause.capture.CaptureSummary;
import org.callcause.dialog.CapturedMessage;
import org.callcause.incident.Incident;
import org.callcause.report.AnalysisLimits;
import org.callcause.report.AnalysisSummary;
import org.callcause.report.SourceReport;
import org.callcause.rule.RuleFailure;

/** Reads the inputs one after another into one analysis. */
final class Analysis {

    /** The file name that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private final Callcause callcause;
    private final Console console;
    private final Consumer<CallReport> receiver;
    private Optional<HeldCaptures> held = Optional.empty();
    private final CaptureReader reader = CaptureReader.create();
    private final List<SourceReport> sources = new ArrayList<>();
    private final List<Incident> found = new ArrayList<>();
    private final List<RuleFailure> incidentFailures = new ArrayList<>();
    private final JudgingThread judging = new JudgingThread();
    private Incidents incidents;
    private CallStream calls;
    private boolean readSomething;
    private boolean atStartOfSource;
    private boolean severalCaptures;
    private long latestNanos = Long.MIN_VALUE;
    private long undecodedFrames;
    private long evictedCalls;
    private long droppedMessages;
    private long lateMessages;
    private long crowdedIdentifiers;
    private long legsReleasedEarly;

    Analysis(Callcause callcause, Console console, Consumer<CallReport> receiver) {
        this.callcause = callcause;
        this.console = console;
        this.receiver = receiver;
        this.incidents = callcause.incidents(incident -> {});
        this.calls = callcause.stream(this::report, incidents, judging);
    }

    private void report(CallReport report) {
        if (held.isPresent()) {
            held.get().accept(report);
        } else {
            receiver.accept(report);
        }
    }

    /**
     * Reads the inputs. One that cannot be read is complained of, and the others are read.
     *
     * @return whether all could be read
     */
    boolean read(List<String> files) {
        boolean complete = true;
        held = files.size() > 1 ? Optional.of(new HeldCaptures(receiver)) : Optional.empty();
        for (String file : files) {
            complete &= read(file);
        }
        endOfCalls();
        judging.close();
        held.ifPresent(this::compare);
        return complete;
    }

    private void compare(HeldCaptures captures) {
        captures.finish().forEach(console::complain);
        if (captures.isFull() && severalCaptures) {
            console.complain("the captures are too large to be compared with each other; each is reported by itself");
        }
    }

    private boolean read(String file) {
        String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
        Progress progress = Progress.of(console, name, sizeOf(file));
        try (InputStream input = progress.watch(open(file))) {
            atStartOfSource = true;
            CaptureSummary summary = reader.read(name, input, this::take);
            sources.add(Sources.report(summary));
            undecodedFrames += summary.undecodedFrames();
            readSomething = true;
            return true;
        } catch (IOException unreadable) {
            progress.clear();
            String problem = problem(unreadable, name);
            console.complain(name + ": " + problem);
            sources.add(SourceReport.unreadable(name, problem));
            return false;
        } finally {
            progress.clear();
        }
    }

    /**
     * The parts of one long capture follow each other in time, and calls go on from one to the next. A source that
     * begins before the one before it ended is another capture, in which the clock starts again.
     */
    private void take(CapturedMessage message) {
        if (message.hasTime()) {
            if (atStartOfSource && message.nanos() < latestNanos) {
                endOfCalls();
                incidents = callcause.incidents(incident -> {});
                held.ifPresent(HeldCaptures::next);
                severalCaptures = true;
                calls = callcause.stream(this::report, incidents, judging);
                latestNanos = message.nanos();
            }
            atStartOfSource = false;
            latestNanos = Math.max(latestNanos, message.nanos());
        }
        calls.add(message);
    }

    private void endOfCalls() {
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

    private InputStream open(String file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return console.input();
        }
        Path path = path(file);
        if (Files.isDirectory(path)) {
            throw new IOException("is a folder, not a capture; name the files in it, as in " + path.resolve("*"));
        }
        return Files.newInputStream(path);
    }

    private static Path path(String file) throws IOException {
        try {
            return Path.of(file);
        } catch (InvalidPathException notAName) {
            throw new IOException("not a file name", notAName);
        }
    }

    private static long sizeOf(String file) {
        try {
            return file.equals(STANDARD_INPUT) ? 0 : Files.size(path(file));
        } catch (IOException unknown) {
            return 0;
        }
    }

    /** The reason alone: the exceptions of files say it in their class, and give the name as the message. */
    private static String problem(IOException unreadable, String name) {
        if (unreadable instanceof NoSuchFileException) {
            return "no such file";
        }
        if (unreadable instanceof AccessDeniedException) {
            return "permission denied";
        }
        String message = OneLine.of(unreadable);
        String prefix = name + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    /** Whether there is an input to report of. */
    boolean hasReadSomething() {
        return readSomething;
    }

    AnalysisSummary summary() {
        found.sort(Comparator.comparingLong(Incident::callsHurt).reversed());
        return new AnalysisSummary(
                        sources,
                        new AnalysisLimits(
                                evictedCalls,
                                droppedMessages,
                                lateMessages,
                                undecodedFrames,
                                crowdedIdentifiers,
                                legsReleasedEarly),
                        callcause.rules().problems())
                .withIncidents(found, incidentFailures);
    }
}
