package org.callcause.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Draws a ladder with characters. */
final class LadderText {

    private static final int MOST_ROWS = 40;
    private static final int FIRST_ROWS = 26;
    private static final int LAST_ROWS = 12;
    private static final int WIDE = 36;
    private static final int WIDEST = 46;
    private static final int NARROWEST = 14;
    private static final int AROUND_TEXT = 6;
    private static final int MOST_COLUMNS = 6;
    private static final String MARGIN = "    ";

    private final Ladder ladder;
    private final Style style;
    private final int width;
    private final int numberWidth;
    private final int timeWidth;
    private final int spacing;
    private final boolean lettered;

    LadderText(Ladder ladder, Style style, int width) {
        this.ladder = ladder;
        this.style = style;
        this.width = width;
        this.numberWidth = ladder.rows().stream()
                .mapToInt(row -> String.valueOf(row.message()).length() + 1)
                .max()
                .orElse(2);
        this.timeWidth = ladder.rows().stream()
                .mapToInt(row -> offset(row).length())
                .max()
                .orElse(0);
        int gaps = Math.max(1, columns() - 1);
        int longest =
                ladder.rows().stream().mapToInt(row -> text(row).length()).max().orElse(0);
        int widest = Math.max(WIDE, Math.min(WIDEST, longest + AROUND_TEXT));
        int room = width - lead() - 2;
        int lastName = ladder.columns().isEmpty() ? 0 : name(columns() - 1).length();
        this.spacing = Math.max(NARROWEST, Math.min(widest, (room - Math.min(lastName, room / 3)) / gaps));
        this.lettered =
                IntStream.range(0, columns()).anyMatch(column -> name(column).length() >= spacing);
    }

    private int columns() {
        return Math.min(MOST_COLUMNS, ladder.columns().size());
    }

    private String name(int column) {
        boolean others = column == MOST_COLUMNS - 1 && ladder.columns().size() > MOST_COLUMNS;
        return others ? "others" : ladder.columns().get(column);
    }

    private int lead() {
        return MARGIN.length() + numberWidth + 1 + (timeWidth == 0 ? 0 : timeWidth + 1) + 1;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (lettered) {
            for (int column = 0; column < columns(); column++) {
                lines.add(MARGIN + letter(column) + " = " + name(column));
            }
        }
        lines.add(heading());
        List<Ladder.Row> rows = ladder.rows();
        if (rows.size() <= MOST_ROWS) {
            rows.forEach(row -> lines.addAll(drawn(row)));
            return lines;
        }
        rows.subList(0, FIRST_ROWS).forEach(row -> lines.addAll(drawn(row)));
        int hidden = rows.size() - FIRST_ROWS - LAST_ROWS;
        lines.add(" ".repeat(lead()) + style.dim("... " + Wording.count(hidden, "more message") + " ..."));
        rows.subList(rows.size() - LAST_ROWS, rows.size()).forEach(row -> lines.addAll(drawn(row)));
        return lines;
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    private String heading() {
        StringBuilder line = new StringBuilder(" ".repeat(lead()));
        for (int column = 0; column < columns(); column++) {
            String shown = lettered ? letter(column) : name(column);
            line.append(shown);
            if (column < columns() - 1) {
                line.append(" ".repeat(spacing - shown.length()));
            }
        }
        return line.toString();
    }

    /** The arrow, and below it what was said of its delivery. */
    private List<String> drawn(Ladder.Row row) {
        List<String> lines = new ArrayList<>();
        lines.add(arrow(row));
        row.undelivered().forEach(said -> lines.add(below(row, said)));
        return lines;
    }

    private String below(Ladder.Row row, String said) {
        int column = Math.min(Math.min(row.from(), row.to()), columns() - 1);
        int start = column * spacing + 2;
        String shown = cut("x " + said, Math.max(NARROWEST, width - lead() - start));
        StringBuilder line = new StringBuilder(" ".repeat(lead()));
        for (int i = 0; i <= column; i++) {
            line.append('│').append(" ".repeat(i < column ? spacing - 1 : 1));
        }
        line.append(style.red(shown));
        int end = start + shown.length();
        for (int i = column + 1; i < columns(); i++) {
            if (i * spacing > end) {
                line.append(" ".repeat(i * spacing - end)).append('│');
                end = i * spacing + 1;
            }
        }
        return line.toString();
    }

    private static String cut(String text, int room) {
        return text.length() <= room ? text : text.substring(0, Math.max(1, room - 1)) + "…";
    }

    private String arrow(Ladder.Row row) {
        int from = Math.min(row.from(), columns() - 1);
        int to = Math.min(row.to(), columns() - 1);
        String text = text(row);
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns(); column++) {
            line.append('│');
            if (column == columns() - 1) {
                break;
            }
            if (column == Math.min(from, to) && from != to) {
                int length = Math.abs(from - to) * spacing - 1;
                line.append(arrow(text, length, from < to, row));
                column = Math.max(from, to) - 1;
            } else {
                line.append(" ".repeat(spacing - 1));
            }
        }
        String itself = from == to ? "  " + name(from) + " to itself: " + text : "";
        String number = String.format(Locale.ROOT, "%" + numberWidth + "s ", "#" + row.message());
        String time = timeWidth == 0 ? "" : String.format(Locale.ROOT, "%" + timeWidth + "s ", offset(row));
        return MARGIN + style.dim(number + time) + " " + line + itself;
    }

    private String arrow(String text, int length, boolean rightwards, Ladder.Row row) {
        int room = length - AROUND_TEXT + 1;
        String shown = cut(text, room);
        int dashes = length - shown.length() - 3;
        String before = "─".repeat(Math.max(0, dashes / 2));
        String after = "─".repeat(Math.max(0, dashes - dashes / 2));
        String coloured = colour(shown, row);
        return rightwards ? before + " " + coloured + " " + after + ">" : "<" + before + " " + coloured + " " + after;
    }

    private String colour(String text, Ladder.Row row) {
        if (row.status() >= 300 && row.status() != 401 && row.status() != 407) {
            return style.red(text);
        }
        return row.status() / 100 == 2 ? style.green(text) : text;
    }

    private static String text(Ladder.Row row) {
        String copies = row.copies() > 1 ? " x" + row.copies() : "";
        if (!row.again()) {
            return row.label() + copies;
        }
        String until = row.copies() > 1
                ? row.until().map(last -> " to " + seconds(last)).orElse("")
                : "";
        return row.label() + " again" + copies + until;
    }

    private static String offset(Ladder.Row row) {
        return row.offset().map(LadderText::seconds).orElse("");
    }

    private static String seconds(Duration offset) {
        return String.format(Locale.ROOT, "%.3f", offset.toNanos() / 1e9);
    }
}
