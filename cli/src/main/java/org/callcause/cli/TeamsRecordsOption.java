package org.callcause.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callcause.CallReport;
import org.callcause.report.AnalysisSummary;
import org.callcause.report.SourceReport;
import org.callcause.rules.teams.records.RecordOverview;
import org.callcause.rules.teams.records.RecordReader;
import org.callcause.rules.teams.records.SipWitness;
import org.callcause.rules.teams.records.TeamsRecords;
import picocli.CommandLine.Option;

/** The option that sets Microsoft's own records beside the calls. */
final class TeamsRecordsOption {

    private static final int BEGINNING = 1 << 20;

    @Option(
            names = "--teams-records",
            paramLabel = "FILE",
            description = {
                "Microsoft's records of the same calls: the PSTN usage export (csv or zip), rows or call records of"
                        + " Graph (json), CQD streams, the Network Assessment Tool. May be given again, also without a"
                        + " capture."
            })
    private List<Path> files = new ArrayList<>();

    private final List<SipWitness> witnesses = new ArrayList<>();
    private final List<SourceReport> sources = new ArrayList<>();
    private TeamsRecords records = TeamsRecords.NONE;
    private boolean readSomething;

    boolean isGiven() {
        return !files.isEmpty();
    }

    boolean hasReadSomething() {
        return readSomething;
    }

    /** Keeps what the records are compared with. */
    void witness(CallReport report) {
        if (isGiven()) {
            SipWitness.of(report).ifPresent(witnesses::add);
        }
    }

    /**
     * Reads the files. One that cannot be read is complained of, and the others are read.
     *
     * @return whether all could be read
     */
    boolean read(Console console) {
        boolean complete = true;
        for (Path file : files) {
            try (InputStream input = Files.newInputStream(file)) {
                TeamsRecords read = RecordReader.read(file.toString(), input);
                if (read.isEmpty() && !read.problems().isEmpty()) {
                    complete = complain(
                            file,
                            "no records of Microsoft's: "
                                    + read.problems().get(0).what(),
                            console);
                    continue;
                }
                records = records.and(read);
                sources.add(SourceReport.records(file.toString(), "Microsoft's records, " + read.content()));
                readSomething = true;
            } catch (NoSuchFileException missing) {
                complete = complain(file, "no such file", console);
            } catch (IOException unreadable) {
                complete = complain(file, OneLine.of(unreadable), console);
            }
        }
        return complete;
    }

    private boolean complain(Path file, String problem, Console console) {
        console.complain(file + ": " + problem);
        sources.add(SourceReport.unreadable(file.toString(), problem));
        return false;
    }

    /** Whether a file that is no capture holds such records, by its beginning. */
    static boolean fits(Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            InputStream beginning = new ByteArrayInputStream(input.readNBytes(BEGINNING));
            return !RecordReader.read(file.toString(), beginning).isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The summary with the records as a part of its own, where there are any. */
    AnalysisSummary beside(AnalysisSummary summary) {
        return isGiven()
                ? TeamsSupplements.beside(summary.withSources(sources), RecordOverview.of(records, witnesses))
                : summary;
    }
}
