package org.callcause.rules.rfc3261;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One table of known faults and the rules that find them: {@code coverage/NAME.csv} among the test resources. */
record CoverageTable(String name, List<Line> lines) {

    private static final String HEADER = "id,name,rules,note";

    /** A fault, the ids of the rules that find it, and what is to be known of the pair. */
    record Line(String id, String name, List<String> rules, String note) {}

    /** The table; absent where there is none of this name. */
    static Optional<CoverageTable> read(String name) {
        try (InputStream resource = CoverageTable.class.getResourceAsStream("/coverage/" + name + ".csv")) {
            if (resource == null) {
                return Optional.empty();
            }
            List<String> lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            if (!lines.get(0).equals(HEADER)) {
                throw new IllegalArgumentException(name + ".csv begins with " + lines.get(0) + ", not " + HEADER);
            }
            return Optional.of(new CoverageTable(
                    name, lines.stream().skip(1).map(CoverageTable::line).toList()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Line line(String text) {
        List<String> fields = fields(text);
        if (fields.size() != 4) {
            throw new IllegalArgumentException("not four fields: " + text);
        }
        List<String> rules = Stream.of(fields.get(2).split("[ ;|]+"))
                .filter(rule -> !rule.isBlank())
                .map(rule -> rule.contains("/") ? rule : "rfc3261/" + rule)
                .toList();
        return new Line(fields.get(0), fields.get(1), rules, fields.get(3));
    }

    private static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
