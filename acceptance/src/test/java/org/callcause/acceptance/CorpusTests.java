package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.capture.CaptureReader;
import org.callcause.message.Method;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real captures that other people made and labelled, call by call. */
class CorpusTests {

    private record Label(String file, String callId, String kind, List<String> dispositions, String causes) {

        static Label of(String line) {
            String[] cells = line.split(",", 8);
            return new Label(cells[0], cells[1], cells[2], List.of(cells[3].split("\\|")), cells[4]);
        }

        boolean isCall() {
            return kind.equals("INVITE");
        }

        boolean isHealthy() {
            return causes.equals("healthy");
        }
    }

    private static final Callcause CALLCAUSE = Callcause.create();
    private static final Map<Label, Optional<CallReport>> REPORTED = new HashMap<>();

    @BeforeAll
    static void analyzeTheLabelledCaptures() throws IOException {
        String corpus = System.getProperty("callcause.corpus", "");
        assumeTrue(!corpus.isEmpty(), "without -Dcallcause.corpus=DIR there is nothing to read");
        Path folder = Path.of(corpus);
        Map<String, List<Label>> labels = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("labels.csv"))) {
            if (line.startsWith("pcap/")) {
                Label label = Label.of(line);
                labels.computeIfAbsent(label.file(), absent -> new ArrayList<>())
                        .add(label);
            }
        }
        for (Map.Entry<String, List<Label>> file : labels.entrySet()) {
            List<CallReport> reports = reports(folder.resolve(file.getKey()));
            file.getValue().forEach(label -> REPORTED.put(label, reportOf(label, reports)));
        }
    }

    private static List<CallReport> reports(Path capture) throws IOException {
        List<CallReport> reports = new ArrayList<>();
        try (InputStream input = Files.newInputStream(capture);
                CallStream calls = CALLCAUSE.stream(reports::add)) {
            CaptureReader.create().read(capture.toString(), input, calls::add);
        }
        return reports;
    }

    private static Optional<CallReport> reportOf(Label label, List<CallReport> reports) {
        return reports.stream()
                .filter(report -> report.call().callIds().contains(label.callId()))
                .filter(report -> !label.isCall() || report.call().method().equals(Method.INVITE))
                .findFirst();
    }

    @Test
    void noLabelledCallIsLost() {
        assertThat(REPORTED).isNotEmpty();
        assertThat(REPORTED.entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void noHealthyCallIsDiagnosed() {
        assertThat(REPORTED.entrySet().stream()
                        .filter(entry -> entry.getKey().isHealthy())
                        .filter(entry ->
                                entry.getValue().flatMap(CallReport::diagnosis).isPresent())
                        .map(entry ->
                                entry.getKey() + " " + entry.getValue().get().summary()))
                .isEmpty();
    }

    /** 99 % when this was written; the rest is mangled on purpose. */
    @Test
    void theOutcomeIsReadAsThePersonWhoLabelledItDid() {
        List<Map.Entry<Label, Optional<CallReport>>> calls = REPORTED.entrySet().stream()
                .filter(entry -> entry.getKey().isCall())
                .toList();
        long right = calls.stream()
                .filter(entry -> entry.getValue()
                        .filter(report -> entry.getKey()
                                .dispositions()
                                .contains(report.disposition().kind().name()))
                        .isPresent())
                .count();

        assertThat(right).isGreaterThanOrEqualTo(calls.size() * 97L / 100);
    }
}
