package org.callcause.rules.teams.records;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** The cells of one record by their names. A cell of another type than documented is named as a problem and left out. */
final class Row {

    /** Graph writes an absent time so. */
    private static final String NO_TIME = "0001-01-01T00:00:00Z";

    private static final List<DateTimeFormatter> LOCAL_TIMES = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSSS][.SSS]", Locale.ROOT),
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSSSSSS][.SSS]", Locale.ROOT),
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH:mm:ss", Locale.ROOT));

    private final RecordPlace place;
    private final Function<String, Optional<String>> cells;
    private final List<RecordProblem> problems;

    Row(RecordPlace place, Function<String, Optional<String>> cells, List<RecordProblem> problems) {
        this.place = place;
        this.cells = cells;
        this.problems = problems;
    }

    RecordPlace place() {
        return place;
    }

    /** The first of these columns that the record has and fills; exports and Graph name the same thing differently. */
    Optional<String> text(String... names) {
        for (String name : names) {
            Optional<String> value = cells.apply(name).map(String::strip).filter(cell -> !cell.isEmpty());
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    OptionalInt number(String... names) {
        Optional<Integer> value = read("a whole number", Integer::valueOf, names);
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    /** With a point or, in countries that write so, a comma. */
    OptionalDouble decimal(String... names) {
        Optional<Double> value = read("a number", Row::parseDecimal, names);
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    static double parseDecimal(String text) {
        double value = Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text.replace(",", ""));
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    Optional<Boolean> flag(String... names) {
        return read("yes or no", Row::flag, names);
    }

    private static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    Optional<Instant> time(String... names) {
        return read("a time", Row::time, names).flatMap(Function.identity());
    }

    private static Optional<Instant> time(String text) {
        if (text.equals(NO_TIME)) {
            return Optional.empty();
        }
        return LOCAL_TIMES.stream()
                .flatMap(format -> local(text, format).stream())
                .findFirst()
                .or(() -> Optional.of(OffsetDateTime.parse(text).toInstant()));
    }

    private static Optional<Instant> local(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException anotherFormat) {
            return Optional.empty();
        }
    }

    /** A number of seconds. */
    Optional<Duration> seconds(String... names) {
        return read("a number of seconds", text -> Duration.ofMillis(Math.round(parseDecimal(text) * 1000)), names);
    }

    /** A number of milliseconds. */
    Optional<Duration> milliseconds(String... names) {
        return read("a number of milliseconds", text -> Duration.ofNanos(Math.round(parseDecimal(text) * 1e6)), names);
    }

    /** As ISO 8601 writes it: {@code PT0.061S}. */
    Optional<Duration> isoDuration(String... names) {
        return read("a duration of ISO 8601", Duration::parse, names);
    }

    private <T> Optional<T> read(String what, Function<String, T> reader, String... names) {
        Optional<String> text = text(names);
        try {
            return text.map(reader);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException unreadable) {
            problem(names[0] + " is to be " + what + ", and is \"" + text.orElse("") + "\"");
            return Optional.empty();
        }
    }

    void problem(String what) {
        problems.add(new RecordProblem(place, what));
    }
}
