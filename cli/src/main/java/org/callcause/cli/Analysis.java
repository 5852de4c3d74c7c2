package org.callcause.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.CaptureComparison;
import org.callcause.capture.CaptureListener;
import org.callcause.capture.CaptureReader;
import org.callcause.capture.CaptureSummary;
import org.callcause.capture.UnreadableCaptureException;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.TransportFailure;
import org.callcause.report.AnalysisSummary;
import org.callcause.report.SourceReport;
import org.callcause.vantage.JoinedCaptures;

/** Reads the inputs one after another into one analysis. */
final class Analysis implements CaptureListener {

    /** The file name that stands for standard input. */
    static final String STANDARD_INPUT = "-";

    private static final int MOST_BEFORE_FIRST_MESSAGE = 65_536;

    private final Callcause callcause;
    private final Console console;
    private final Consumer<CallReport> receiver;
    private Optional<HeldCaptures> held = Optional.empty();
    private final CaptureReader reader = CaptureReader.create();
    private final List<SourceReport> sources = new ArrayList<>();
    private final JudgingThread judging = new JudgingThread();
    /** It is not known yet whether the clock starts again with this input. */
    private final List<MediaSighting> beforeFirstMessage = new ArrayList<>();

    private RunningAnalysis running;
    private boolean readSomething;
    private boolean withoutSip;
    private String source = "";
    private boolean atStartOfSource;
    private boolean severalCaptures;
    private long latestNanos = Long.MIN_VALUE;
    private long undecodedFrames;
    private long messages;

    Analysis(Callcause callcause, Console console, Consumer<CallReport> receiver) {
        this.callcause = callcause;
        this.console = console;
        this.receiver = receiver;
        this.running = new RunningAnalysis(callcause, judging, this::report);
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
    boolean read(List<String> given) {
        boolean complete = true;
        List<String> files = eachOnce(given);
        held = files.size() > 1 ? Optional.of(new HeldCaptures(receiver)) : Optional.empty();
        for (String file : files) {
            complete &= read(file);
        }
        running.finish();
        held.ifPresent(this::join);
        judging.close();
        return complete;
    }

    /** A file that is given again is the same calls again. */
    private List<String> eachOnce(List<String> given) {
        Set<Object> seen = new HashSet<>();
        Set<Object> told = new HashSet<>();
        List<String> files = new ArrayList<>();
        for (String file : given) {
            Object place = place(file);
            if (seen.add(place)) {
                files.add(file);
            } else if (told.add(place)) {
                console.complain(displayName(file) + " is given more than once; it is read once");
            }
        }
        return files;
    }

    /** Where a file really is, as far as that can be told. */
    private static Object place(String file) {
        try {
            return file.equals(STANDARD_INPUT) ? file : path(file).toRealPath();
        } catch (IOException unreadable) {
            return file;
        }
    }

    private static String displayName(String file) {
        return file.equals(STANDARD_INPUT) ? "standard input" : file;
    }

    /** Where captures have calls in common, what they show together is what counts. */
    private void join(HeldCaptures captures) {
        List<JoinedCaptures> joined = captures.joined();
        if (joined.isEmpty()) {
            captures.handOn();
        } else {
            running = new RunningAnalysis(callcause, judging, receiver);
            joined.forEach(this::analyse);
            running.finish();
        }
        if (captures.isFull() && severalCaptures) {
            console.complain(
                    "the captures are too large to be compared with each other; each is reported by itself, and a"
                            + " call that several of them show is counted in each");
        }
    }

    private void analyse(JoinedCaptures captures) {
        CaptureComparison comparison = new CaptureComparison(captures, callcause.rules());
        running.startAgain(report -> receiver.accept(comparison.told(report)));
        captures.media().forEach(running::take);
        for (CapturedMessage message : captures.messages()) {
            running.take(message);
            held.ifPresent(all -> all.failuresOf(message).forEach(running::take));
        }
        captures.sentences().forEach(sentence -> console.complain(sentence + " A call that both show is told once."));
    }

    private boolean read(String file) {
        String name = displayName(file);
        Progress progress = Progress.of(console, name, sizeOf(file));
        try (InputStream input = progress.watch(open(file))) {
            atStartOfSource = true;
            beforeFirstMessage.clear();
            source = name;
            CaptureSummary summary = reader.read(name, input, this);
            summary.observedUntil().ifPresent(running::observedUntil);
            sources.add(Sources.report(summary));
            undecodedFrames += summary.undecodedFrames();
            messages += summary.messages();
            readSomething = true;
            return true;
        } catch (IOException unreadable) {
            progress.clear();
            boolean records = isOfTeamsRecords(unreadable, file);
            String problem = records
                    ? "holds Microsoft's records of calls and no SIP messages: give it with --teams-records"
                    : problem(unreadable, name);
            console.complain(name + ": " + problem);
            if (!records && isTextWithoutSip(unreadable)) {
                sources.add(Sources.textWithoutSip(name, problem));
                withoutSip = true;
                return true;
            }
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
    @Override
    public void message(CapturedMessage message) {
        CapturedMessage own = message.detach();
        if (atStartOfSource) {
            begin(own);
        }
        if (own.hasTime()) {
            latestNanos = Math.max(latestNanos, own.nanos());
        }
        held.ifPresent(captures -> captures.take(own));
        running.take(own);
    }

    @Override
    public void undelivered(TransportFailure failure) {
        held.ifPresent(captures -> captures.take(failure));
        running.take(failure);
    }

    @Override
    public void rtp(MediaSighting seen) {
        if (!atStartOfSource) {
            takeMedia(seen);
        } else if (beforeFirstMessage.size() < MOST_BEFORE_FIRST_MESSAGE) {
            beforeFirstMessage.add(seen);
        }
    }

    /** One from before the first message is for no call. */
    @Override
    public void failed(FailedConnection connection) {
        if (!atStartOfSource) {
            running.take(connection);
        }
    }

    private void takeMedia(MediaSighting seen) {
        held.ifPresent(captures -> captures.take(seen));
        running.take(seen);
    }

    private void begin(CapturedMessage first) {
        atStartOfSource = false;
        boolean another = first.hasTime() && first.nanos() < latestNanos;
        held.ifPresent(captures -> captures.next(source, !another));
        if (another) {
            running.startAgain(this::report);
            severalCaptures = true;
            latestNanos = first.nanos();
        }
        beforeFirstMessage.forEach(this::takeMedia);
        beforeFirstMessage.clear();
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

    private static boolean isTextWithoutSip(IOException unreadable) {
        return unreadable instanceof UnreadableCaptureException exception && exception.isTextWithoutSip();
    }

    /** Asked of what was opened and held no message, so that it names a file. */
    private static boolean isOfTeamsRecords(IOException unreadable, String file) {
        return unreadable instanceof UnreadableCaptureException
                && !file.equals(STANDARD_INPUT)
                && TeamsRecordsOption.fits(Path.of(file));
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

    /** Whether there is a text that was read and complained of because it holds no SIP message. */
    boolean hasTextWithoutSip() {
        return withoutSip;
    }

    /** Whether an input shows connections to a SIP server that failed. */
    boolean hasFailedConnections() {
        return sources.stream().anyMatch(source -> !source.failedConnections().isEmpty());
    }

    /** The SIP messages of all inputs. */
    long messages() {
        return messages;
    }

    AnalysisSummary summary() {
        return new AnalysisSummary(
                        sources,
                        running.limits(undecodedFrames),
                        callcause.rules().problems())
                .withIncidents(running.incidents(), running.incidentFailures());
    }
}
