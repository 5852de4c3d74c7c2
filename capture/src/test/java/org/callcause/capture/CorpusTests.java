package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Reads every file of a folder of real captures and texts, given by {@code -Dcallcause.corpus=DIR}. */
@EnabledIfSystemProperty(named = "callcause.corpus", matches = ".+")
class CorpusTests {

    private static final Path CORPUS = Path.of(System.getProperty("callcause.corpus", ""));
    private static final int FILE_COLUMN = 0;
    private static final int KIND_COLUMN = 1;
    private static final int MESSAGES_COLUMN = 7;

    @Test
    void noFileIsMoreThanUnreadable() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (Path file : files()) {
            softly.assertThatCode(() -> messagesOf(file)).as(file.toString()).doesNotThrowAnyException();
        }
        softly.assertAll();
    }

    @Test
    void everyCaptureOfSipGivesMessages() throws IOException {
        List<String> silent = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS.resolve("INDEX.csv"))) {
            String[] columns = line.split(",", -1);
            boolean holdsSip = columns[KIND_COLUMN].equals("pcap") && !columns[MESSAGES_COLUMN].equals("0");
            if (holdsSip && messagesOf(CORPUS.resolve(columns[FILE_COLUMN])) == 0) {
                silent.add(columns[FILE_COLUMN]);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static long messagesOf(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return CaptureReader.create()
                    .read(file.toString(), input, message -> {})
                    .messages();
        } catch (UnreadableCaptureException e) {
            return 0;
        }
    }
}
