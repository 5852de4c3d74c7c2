package org.callcause.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.call.Disposition;

/** Calls that get a line each, and past some lines a count. */
final class BriefCalls {

    private static final int MOST_LINES = 20;

    private final TreeMap<Long, CallLine> first = new TreeMap<>();
    private final Map<Disposition.Kind, Long> more = new EnumMap<>(Disposition.Kind.class);

    private record CallLine(Disposition.Kind kind, String text) {}

    void add(CallReport report) {
        Disposition.Kind kind = report.disposition().kind();
        long order = report.call().firstIndex();
        if (first.size() == MOST_LINES && order > first.lastKey()) {
            more.merge(kind, 1L, Long::sum);
            return;
        }
        first.put(order, new CallLine(kind, line(report)));
        if (first.size() > MOST_LINES) {
            CallLine later = first.pollLastEntry().getValue();
            more.merge(later.kind(), 1L, Long::sum);
        }
    }

    private static String line(CallReport report) {
        return who(report) + "  " + new Story(report.call(), report.disposition()).brief() + legs(report);
    }

    private static String legs(CallReport report) {
        int legs = report.joined().map(joined -> joined.legs().size()).orElse(1);
        return legs == 1 ? "" : ", " + legs + " legs";
    }

    /** The time and the two sides. */
    static String who(CallReport report) {
        Call call = report.call();
        String when =
                call.start().map(Wording::second).orElse("#" + report.call().firstIndex());
        return when + "  " + Parties.brief(call);
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    /** A line a call, the earliest first, and what is more than that as counts. */
    String text() {
        StringBuilder text = new StringBuilder();
        first.values().forEach(line -> text.append(line.text()).append('\n'));
        if (!more.isEmpty()) {
            text.append("... and ")
                    .append(more.entrySet().stream()
                            .map(kind -> Wording.grouped(kind.getValue()) + " more " + Wording.ended(kind.getKey()))
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        return text.toString();
    }
}
