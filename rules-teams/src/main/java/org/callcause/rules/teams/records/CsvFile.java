package org.callcause.rules.teams.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A CSV file whose columns are found by their names in the first line, in any order, with more or fewer than documented. */
final class CsvFile {

    /** Takes the records of a kind of file. */
    interface RecordSink {
        void take(Row row, List<String> fields);
    }

    private final String name;
    private final Collected collected;

    CsvFile(String name, Collected collected) {
        this.name = name;
        this.collected = collected;
    }

    void read(InputStream input) throws IOException {
        try {
            // Closing the reader would close the input, which is the caller's.
            Iterator<CsvRecord> records = CsvReader.builder()
                    .detectBomHeader(true)
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .fieldSeparator(Separators.of(input))
                    .ofCsvRecord(input)
                    .iterator();
            if (records.hasNext()) {
                read(records.next().getFields(), records);
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            collected.problem(new RecordPlace(name, 0), "reading ends: " + broken.getMessage());
        }
    }

    private void read(List<String> header, Iterator<CsvRecord> records) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(key(header.get(i)), i);
        }
        Optional<RecordSink> sink = sinkFor(columns);
        if (sink.isEmpty()) {
            collected.problem(
                    new RecordPlace(name, 1),
                    "the columns are those of no known record: "
                            + String.join(", ", header.subList(0, Math.min(6, header.size()))));
            return;
        }
        while (records.hasNext()) {
            CsvRecord csv = records.next();
            RecordPlace place = new RecordPlace(name, csv.getStartingLineNumber());
            List<String> fields = csv.getFields();
            Row row = new Row(place, column -> cell(columns, fields, column), collected.problems());
            if (fields.size() < header.size()) {
                row.problem("the row has " + fields.size() + " of " + header.size()
                        + " columns; what is missing is left out");
            }
            sink.get().take(row, fields);
        }
    }

    private Optional<RecordSink> sinkFor(Map<String, Integer> columns) {
        if (has(columns, CallRows.DIRECT_ROUTING_COLUMNS)) {
            return Optional.of((row, fields) -> collected.call(CallRows.directRouting(row)));
        }
        if (has(columns, CallRows.CALLING_PLAN_COLUMNS)) {
            return Optional.of((row, fields) -> collected.call(CallRows.callingPlan(row)));
        }
        if (has(columns, AssessmentRows.COLUMNS)) {
            return Optional.of((row, fields) -> AssessmentRows.read(row, fields).ifPresent(collected::measurement));
        }
        if (StreamRows.COLUMNS.stream().anyMatch(column -> columns.containsKey(key(column)))) {
            return Optional.of((row, fields) -> collected.stream(StreamRows.ofDashboard(row)));
        }
        return Optional.empty();
    }

    private static boolean has(Map<String, Integer> columns, List<String> names) {
        return names.stream().allMatch(column -> columns.containsKey(key(column)));
    }

    private static Optional<String> cell(Map<String, Integer> columns, List<String> fields, String column) {
        Integer index = columns.get(key(column));
        return index == null || index >= fields.size() ? Optional.empty() : Optional.of(fields.get(index));
    }

    private static String key(String column) {
        return column.strip().toLowerCase(Locale.ROOT);
    }
}
