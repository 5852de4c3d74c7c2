package org.callcause.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the next start must know of this run if it is killed: when it was last alive, and how many calls were open then. A
 * run that ends in order says so.
 */
final class RunRecord {

    private final Path file;
    private final Instant begun;

    RunRecord(Path file, Instant begun) {
        this.file = file;
        this.begun = begun;
    }

    /** The file beside the output that holds the record. */
    static Path beside(Path output) {
        return output.resolveSibling(output.getFileName() + ".run");
    }

    /** What is to be said of the run before, if it did not end in order. */
    static Optional<String> unfinished(Path file) {
        Properties record = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            record.load(reader);
        } catch (IOException | IllegalArgumentException none) {
            return Optional.empty();
        }
        if (record.containsKey("ended") || !record.containsKey("alive")) {
            return Optional.empty();
        }
        return Optional.of("the run that began " + record.getProperty("begun")
                + " did not end in order; it was last alive " + record.getProperty("alive") + ", "
                + record.getProperty("reported") + " calls were reported by then, and the "
                + record.getProperty("open") + " that were open are lost, or come as incomplete");
    }

    void alive(Instant now, long open, long reported) throws IOException {
        write(now, open, reported, false);
    }

    void ended(Instant now, long reported) throws IOException {
        write(now, 0, reported, true);
    }

    private void write(Instant now, long open, long reported, boolean ended) throws IOException {
        Properties record = new Properties();
        record.setProperty("begun", begun.toString());
        record.setProperty("alive", now.toString());
        record.setProperty("open", Long.toString(open));
        record.setProperty("reported", Long.toString(reported));
        if (ended) {
            record.setProperty("ended", now.toString());
        }
        StringWriter text = new StringWriter();
        record.store(text, null);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text.toString());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
