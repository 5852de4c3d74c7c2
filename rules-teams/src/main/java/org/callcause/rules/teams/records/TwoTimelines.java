package org.callcause.rules.teams.records;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The times of a record in one column and those of the SIP in another, all by the clock of the capture. */
final class TwoTimelines {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String MICROSOFT = "Microsoft's record";
    private static final int TIME_WIDTH = 14;
    private static final int WIDTH = 26;

    private record Event(Instant time, boolean isMicrosofts, String text) {}

    private TwoTimelines() {}

    static List<String> of(WitnessedCall call) {
        List<Event> events = new ArrayList<>();
        CallRecord.Times times = call.record().times();
        recorded(call, times.invite(), "INVITE", events);
        recorded(call, times.start(), "start", events);
        recorded(call, times.failure(), "failure " + call.record().result(), events);
        recorded(call, times.end(), "end " + call.record().result(), events);
        Stream.concat(Stream.of(call.witness()), call.behind().map(WitnessedCall.LegBehind::leg).stream())
                .flatMap(witness -> witness.moments().stream())
                .forEach(moment -> events.add(new Event(moment.time(), false, moment.text())));
        List<String> lines = new ArrayList<>();
        lines.add(line("UTC", MICROSOFT, "the SBC's SIP"));
        events.stream()
                .sorted(Comparator.comparing(Event::time))
                .map(event -> line(
                        TIME.format(event.time()),
                        event.isMicrosofts() ? event.text() : "",
                        event.isMicrosofts() ? "" : event.text()))
                .forEach(lines::add);
        return lines;
    }

    private static void recorded(WitnessedCall call, Optional<Instant> time, String text, List<Event> events) {
        time.ifPresent(known -> events.add(new Event(call.clock().toCapture(known), true, text)));
    }

    private static String line(String time, String theirs, String ours) {
        return (padded(time, TIME_WIDTH) + padded(theirs, WIDTH) + "| " + ours).stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
