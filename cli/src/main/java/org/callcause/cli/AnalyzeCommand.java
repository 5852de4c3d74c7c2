package org.callcause.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.CallLimits;
import org.callcause.report.JsonReport;
import org.callcause.report.ReportWriter;
import org.callcause.report.SummaryReport;
import org.callcause.report.TextOptions;
import org.callcause.report.TextReport;
import org.callcause.report.Weight;
import org.callcause.rules.teams.trunk.TrunkFigures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads captures and reports their calls. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Reads captures (pcap, pcapng, or SIP messages as text) and says for every call how it ended and why.",
            ""
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:The input was read and reported.",
            "1:There is a diagnosis, and --fail-on diagnosis was given.",
            "2:Bad usage, or an input that cannot be read.",
            "70:A defect of Callcause.",
            "74:The report could not be written."
        })
final class AnalyzeCommand implements Callable<Integer> {

    /** What --only takes. */
    enum Selection {
        FAILED
    }

    /** What --fail-on takes. */
    enum FailOn {
        DIAGNOSIS
    }

    private final Console console;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "A capture; - is standard input. The parts of one long capture are given in their order.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "How to write the report (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(
            names = "--only",
            paramLabel = "failed",
            description = "Show only calls with a diagnosis, and those that were neither answered nor withdrawn.")
    private Optional<Selection> only = Optional.empty();

    @Option(
            names = "--summary",
            description =
                    "Leave the calls out: what is wrong across them, and for each peer the attempts, ratios, times,"
                            + " outcomes and causes.")
    private boolean summary;

    @Option(
            names = "--call-id",
            paramLabel = "ID",
            description = "Show only the call with this Call-ID. May be given again.")
    private List<String> callIds = new ArrayList<>();

    @Mixin
    private TeamsRecordsOption teamsRecords = new TeamsRecordsOption();

    @Mixin
    private AnalysisOptions options = new AnalysisOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "diagnosis",
            description = "Return exit status 1 when a call that is shown has a diagnosis.")
    private Optional<FailOn> failOn = Optional.empty();

    @Option(names = "--output", paramLabel = "FILE", description = "Write the report to this file.")
    private Optional<Path> outputFile = Optional.empty();

    @Mixin
    private ColourOption colour = new ColourOption();

    private boolean diagnosed;

    AnalyzeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (files.isEmpty() && !teamsRecords.isGiven()) {
            throw CommandException.badInput("nothing to read: give a capture, or - for standard input");
        }
        Callcause callcause = options.callcause(console, CallLimits.DEFAULT);
        refuseToOverwriteInput();
        try (OutputStream output = outputFile.map(Outputs::file).orElseGet(() -> Outputs.standard(console))) {
            return analyze(callcause, writer(output));
        } catch (IOException notWritten) {
            return Outputs.failed(notWritten);
        }
    }

    private int analyze(Callcause callcause, ReportWriter writer) throws IOException {
        Set<String> wanted = new HashSet<>(callIds);
        Set<String> missing = new LinkedHashSet<>(callIds);
        TrunkFigures trunks = new TrunkFigures();
        Analysis analysis = new Analysis(callcause, console, report -> {
            if (!missing.isEmpty()) {
                report.call().callIds().forEach(missing::remove);
            }
            teamsRecords.witness(report);
            trunks.add(report);
            take(report, wanted, writer);
        });
        boolean complete = analysis.read(files);
        complete &= teamsRecords.read(console);
        if (!analysis.hasReadSomething() && !teamsRecords.hasReadSomething()) {
            return ExitStatus.BAD_INPUT;
        }
        missing.forEach(callId -> console.complain("no call has the Call-ID " + callId));
        writer.finish(TeamsSupplements.beside(teamsRecords.beside(analysis.summary()), trunks.reviews()));
        if (!complete) {
            return ExitStatus.BAD_INPUT;
        }
        return failOn.isPresent() && diagnosed ? ExitStatus.FOUND : ExitStatus.OK;
    }

    private void take(CallReport report, Set<String> wanted, ReportWriter writer) {
        boolean named = wanted.isEmpty() || report.call().callIds().stream().anyMatch(wanted::contains);
        boolean chosen = only.isEmpty() || Weight.of(report) != Weight.HEALTHY;
        if (named && chosen) {
            diagnosed |= report.diagnosis().isPresent();
            writer.add(report);
        } else {
            writer.skip(report);
        }
    }

    private ReportWriter writer(OutputStream output) {
        if (format == Format.JSON) {
            return summary ? JsonReport.summary(output) : new JsonReport(output);
        }
        TextOptions options = outputFile.isPresent() ? TextOptions.PLAIN : colour.options(console);
        return summary ? new SummaryReport(output, options) : new TextReport(output, options);
    }

    private void refuseToOverwriteInput() {
        for (String file : files) {
            if (outputFile.filter(output -> isSame(output, file)).isPresent()) {
                throw CommandException.badInput("--output " + file + ": this is an input");
            }
        }
    }

    private static boolean isSame(Path output, String input) {
        try {
            return !input.equals(Analysis.STANDARD_INPUT)
                    && Files.exists(output)
                    && Files.isSameFile(output, Path.of(input));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
