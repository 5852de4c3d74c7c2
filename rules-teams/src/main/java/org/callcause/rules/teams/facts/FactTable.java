package org.callcause.rules.teams.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of facts that change, kept as a resource: a line of column names, then one line a row, cells parted by tabs.
 * No cell holds a tab or a line end, so nothing is quoted.
 */
public final class FactTable {

    private static final String TAB = "\t";

    private FactTable() {}

    /**
     * The rows, each from column name to cell, in the order of the file.
     *
     * @param place a class of the package that the resource lies in
     * @throws IllegalStateException if the file is not there, or a row has another number of cells than the first line
     */
    public static List<Map<String, String>> rows(Class<?> place, String name) {
        List<String> lines = text(place, name).lines().toList();
        List<String> columns = List.of(lines.get(0).split(TAB, -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(TAB, -1);
            if (cells.length != columns.size()) {
                throw new IllegalStateException(
                        name + ": " + cells.length + " cells in place of " + columns.size() + ": " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns.get(i), cells[i]);
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    /** The cell of a column that the table has. */
    public static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static String text(Class<?> place, String name) {
        try (InputStream stream = place.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
