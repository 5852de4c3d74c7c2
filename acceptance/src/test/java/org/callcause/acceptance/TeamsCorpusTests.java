package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.capture.CaptureReader;
import org.callcause.capture.UnreadableCaptureException;
import org.callcause.rule.RuleSet;
import org.callcause.rules.teams.TeamsRules;
import org.junit.jupiter.api.Test;

/** The Teams pack on captures that other people made, nearly all of which have nothing to do with Teams. */
class TeamsCorpusTests {

    private static final Callcause TEAMS_ALONE =
            Callcause.with(RuleSet.builder().add(new TeamsRules()).build());

    private static final List<String> FOLDERS = List.of("text", "pcap", "hep", "flows");

    @Test
    void rulesAreSilentWhereTeamsTakesNoPart() throws IOException {
        String corpus = System.getProperty("callcause.corpus", "");
        assumeTrue(!corpus.isEmpty(), "without -Dcallcause.corpus=DIR there is nothing to read");
        List<String> alarms = new ArrayList<>();
        int calls = 0;
        for (Path file : captures(Path.of(corpus))) {
            for (CallReport report : reports(file, alarms)) {
                calls++;
                boolean silent = report.diagnoses().isEmpty()
                        && report.violations().isEmpty()
                        && report.notChecked().isEmpty()
                        && report.verdict().failures().isEmpty();
                if (!silent) {
                    alarms.add(file.getFileName() + ": " + report.call() + " " + report.verdict());
                }
            }
        }
        assertThat(calls).isGreaterThan(1_000);
        assertThat(alarms).isEmpty();
    }

    private static List<Path> captures(Path corpus) throws IOException {
        List<Path> captures = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path place = corpus.resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().contains("teams"))
                            .sorted()
                            .forEach(captures::add);
                }
            }
        }
        return captures;
    }

    private static List<CallReport> reports(Path capture, List<String> alarms) throws IOException {
        List<CallReport> reports = new ArrayList<>();
        Incidents incidents =
                TEAMS_ALONE.incidents(incident -> alarms.add(capture.getFileName() + ": " + incident.title()));
        try (InputStream input = Files.newInputStream(capture);
                CallStream calls = TEAMS_ALONE.stream(reports::add, incidents)) {
            CaptureReader.create().read(capture.toString(), input, calls::add);
        } catch (UnreadableCaptureException notACapture) {
            return List.of();
        }
        incidents.finish();
        return reports;
    }
}
