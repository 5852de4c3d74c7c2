package org.callcause.capture.text.wrapped;

import java.util.ArrayList;
import java.util.List;

/** A row of a table in text (RFC 4180): a cell in quotes may hold line ends, and quotes that are doubled. */
final class TableRow {

    private final char separator;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private int length;

    TableRow(char separator) {
        this.separator = separator;
    }

    List<String> cells() {
        return cells;
    }

    /** How much of it has been read. */
    int length() {
        return length;
    }

    /** Whether the line that was read last ended within quotes. */
    boolean isOpen() {
        return quoted;
    }

    /** Takes a line. */
    void add(String line) {
        length += line.length() + 1;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quoted && c == '"') {
                if (line.startsWith("\"", at + 1)) {
                    cell.append(c);
                    at++;
                } else {
                    quoted = false;
                }
            } else if (!quoted && c == separator) {
                endCell();
            } else if (!quoted && c == '"' && cell.length() == 0) {
                quoted = true;
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            cell.append('\n');
        } else {
            endCell();
        }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell.setLength(0);
    }
}
