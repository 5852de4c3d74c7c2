package org.callcause.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.dialog.FailedConnection;

/**
 * What one input held.
 *
 * @param name the file name, or what the host calls the source
 * @param kind the kind in a word, such as {@code pcap} or {@code text}
 * @param messages the SIP messages read from it
 * @param undecoded the frames or pieces that could not be decoded
 * @param firstTime the time of the first message that has one
 * @param lastTime the time of the last message that has one
 * @param truncated whether the input ended in the middle of something
 * @param notes what could not be decoded, by reason
 * @param failedConnections the connections to SIP servers that failed, equal ones together
 * @param hint of an input without SIP what is in it, and what to try; of records what was read; empty otherwise
 * @param problem why the input could not be read at all; absent when it could
 */
public record SourceReport(
        String name,
        String kind,
        long messages,
        long undecoded,
        Optional<Instant> firstTime,
        Optional<Instant> lastTime,
        boolean truncated,
        List<Note> notes,
        List<FailedConnection> failedConnections,
        Optional<String> hint,
        Optional<String> problem) {

    /** Copies the lists. */
    public SourceReport {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(firstTime, "firstTime");
        Objects.requireNonNull(lastTime, "lastTime");
        notes = List.copyOf(notes);
        failedConnections = List.copyOf(failedConnections);
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(problem, "problem");
    }

    /** The kind of an input that holds another party's records of calls, and no SIP. */
    private static final String RECORDS = "records";

    /**
     * An input that holds another party's records of calls.
     *
     * @param content what was read: {@code 12 call records}
     */
    public static SourceReport records(String name, String content) {
        return new SourceReport(
                name,
                RECORDS,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                Optional.of(content),
                Optional.empty());
    }

    /** Whether it holds records and no SIP. */
    public boolean isOfRecords() {
        return kind.equals(RECORDS);
    }

    /** An input that could not be read. */
    public static SourceReport unreadable(String name, String problem) {
        return new SourceReport(
                name,
                "unreadable",
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(problem));
    }

    /**
     * One reason why something could not be decoded.
     *
     * @param reason a word that stays the same, such as {@code encrypted-sip}
     * @param detail the same for people
     * @param count how often
     * @param unit what is counted, in the singular
     * @param advice what to do about it; may be empty
     */
    public record Note(String reason, String detail, long count, String unit, String advice) {

        /** Keeps the parts as they are. */
        public Note {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(advice, "advice");
        }

        /** One line for people: {@code encrypted SIP on port 5061, 214 records: get it in clear from the server}. */
        @Override
        public String toString() {
            return detail + ", " + Wording.count(count, unit) + (advice.isEmpty() ? "" : ": " + advice);
        }
    }
}
