package org.callcause.capture.text.wrapped;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.callcause.capture.text.document.MessageField;

/**
 * Tables in text, of which the first line names the columns: what Kibana, CloudWatch and Splunk export, and
 * {@code tshark -T fields}. A row is an entry.
 */
final class TableEntries implements EntrySource {

    private static final String SEPARATORS = "\t,;|";
    // With the port in the same cell.
    private static final Map<String, String> END_COLUMNS =
            Map.of("source", "source.ip", "src", "source.ip", "destination", "destination.ip", "dst", "destination.ip");

    private static final int LONGEST_ROW = 1 << 18;

    private final EntryTime time = new EntryTime();
    private final Consumer<LogEntry> receiver;
    private final char separator;
    private final List<String> names;
    private boolean begun;
    private TableRow row;
    private final StringBuilder source = new StringBuilder();

    private TableEntries(char separator, List<String> names, Consumer<LogEntry> receiver) {
        this.receiver = receiver;
        this.separator = separator;
        this.names = names;
        this.row = new TableRow(separator);
    }

    /** The table that begins so, if one does. */
    static Optional<TableEntries> of(String beginning, Consumer<LogEntry> receiver) {
        String header = beginning.lines().findFirst().orElse("");
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char separator = SEPARATORS.charAt(i);
            if (header.indexOf(separator) > 0) {
                List<String> names = names(header, separator);
                if (isOfMessages(names)) {
                    return Optional.of(new TableEntries(separator, names, receiver));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> names(String header, char separator) {
        TableRow row = new TableRow(separator);
        row.add(header);
        return row.cells().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isOfMessages(List<String> names) {
        boolean text = names.stream().anyMatch(name -> EntryNames.isText(name) || EntryNames.isBytes(name));
        return text
                && names.stream().anyMatch(name -> EntryNames.isTime(name) || isField(name, MessageField.FROM_HOST));
    }

    private static boolean isField(String name, MessageField field) {
        return MessageField.named(name).filter(field::equals).isPresent();
    }

    @Override
    public void add(String line, boolean whole) {
        if (!begun) {
            begun = true;
            return;
        }
        source.append(line).append('\n');
        row.add(line);
        if (!row.isOpen() || row.length() > LONGEST_ROW) {
            endRow();
        }
    }

    private void endRow() {
        if (row.cells().size() == names.size() && !row.isOpen()) {
            take(row.cells());
        } else {
            receiver.accept(LogEntry.unwrapped(source.toString()));
        }
        row = new TableRow(separator);
        source.setLength(0);
    }

    private void take(List<String> cells) {
        String bytes = first(cells, EntryNames::isBytes);
        String text = bytes.isEmpty() ? first(cells, EntryNames::isText) : decoded(bytes);
        long nanos = time.of(first(cells, EntryNames::isTime));
        receiver.accept(new LogEntry(nanos, "", ends(cells), text));
    }

    private String ends(List<String> cells) {
        EntryEnds ends = new EntryEnds();
        for (int i = 0; i < cells.size(); i++) {
            ends.put(END_COLUMNS.getOrDefault(names.get(i), names.get(i)), cells.get(i));
        }
        return ends.text();
    }

    /** The first cell under such a name that is not empty. */
    private String first(List<String> cells, Predicate<String> name) {
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty() && name.test(names.get(i))) {
                return cells.get(i);
            }
        }
        return "";
    }

    /** The text of bytes in hexadecimal; older versions of tshark write colons between them. */
    private static String decoded(String hexadecimal) {
        try {
            return new String(HexFormat.of().parseHex(hexadecimal.replace(":", "")), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException notHexadecimal) {
            return hexadecimal;
        }
    }

    @Override
    public void finish() {
        if (row.isOpen()) {
            endRow();
        }
    }
}
