package org.callcause.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "2:Bad usage, or an input or a rule that cannot be read; the report is of the others.",
            "3:What was asked for is not there: a SIP message in any input, or a call with a Call-ID that was given.",
            "70:A defect of Callcause.",
            "74:The report could not be written."
        },
        footer = {
            "",
            "Of several, 2 goes before 3, and 3 before 1.",
            "What the words of a report mean: docs/reading-a-report.md"
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
                            + " outcomes and causes of all calls.")
    private boolean summary;

    @Option(
            names = "--call-id",
            paramLabel = "ID",
            description =
                    "Show only the call with this Call-ID, in full, also where nothing is wrong. May be given again.")
    private List<String> callIds = new ArrayList<>();

    @Option(
            names = "--full",
            description = "Tell every call in full with its ladder, also the healthy ones and those that fail alike."
                    + " JSON always does.")
    private boolean full;

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
        if (summary && (only.isPresent() || full || !callIds.isEmpty())) {
            throw CommandException.badInput("--summary counts all calls and shows none of them:"
                    + " leave it out, or else --only, --call-id and --full");
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
        WantedCalls wanted = new WantedCalls(callIds);
        TrunkFigures trunks = new TrunkFigures();
        Analysis analysis = new Analysis(callcause, console, report -> {
            teamsRecords.witness(report);
            trunks.add(report);
            take(report, wanted, writer);
        });
        boolean complete = analysis.read(files);
        complete &= teamsRecords.read(console);
        complete &= options.haveAllRules();
        if (!analysis.hasReadSomething() && !teamsRecords.hasReadSomething()) {
            return complete && analysis.hasTextWithoutSip() ? ExitStatus.NOT_THERE : ExitStatus.BAD_INPUT;
        }
        writer.finish(TeamsSupplements.beside(teamsRecords.beside(analysis.summary()), trunks.reviews()));
        boolean found = isThere(analysis, wanted);
        if (!complete) {
            return ExitStatus.BAD_INPUT;
        }
        if (!found) {
            return ExitStatus.NOT_THERE;
        }
        return failOn.isPresent() && diagnosed ? ExitStatus.FOUND : ExitStatus.OK;
    }

    /** Complains of what was asked for and is not in what was read. */
    private boolean isThere(Analysis analysis, WantedCalls wanted) {
        if (analysis.hasReadSomething() && analysis.messages() == 0) {
            console.complain(
                    analysis.hasFailedConnections()
                            ? "no SIP message in what was read, but connections that failed; the report says why"
                            : "no SIP message in what was read; the report says what is there");
            return false;
        }
        List<String> missing = wanted.missing();
        missing.forEach(console::complain);
        return missing.isEmpty();
    }

    private void take(CallReport report, WantedCalls wanted, ReportWriter writer) {
        boolean named = wanted.include(report);
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
        if (summary) {
            return new SummaryReport(output, options);
        }
        return full || !callIds.isEmpty() ? TextReport.inFull(output, options) : new TextReport(output, options);
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
