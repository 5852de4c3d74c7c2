package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callcause.CallReport;

/**
 * Failures that are told in full, except that of many of one kind only the first ones are, and the others get a line
 * each, and past some lines a count.
 */
final class AlikeCalls {

    private static final byte[] BETWEEN_SECTIONS = "\n".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_LINES = 10;

    private final int most;
    private final int whole;
    private final Function<CallReport, String> section;
    private final Spool sections = new Spool();
    private final Map<Object, Kind> kinds = new LinkedHashMap<>();

    /**
     * No failures yet.
     *
     * @param most how many of a kind are told in full when there are no more than these
     * @param whole how many of a kind are told in full when there are more
     * @param section tells one in full
     */
    AlikeCalls(int most, int whole, Function<CallReport, String> section) {
        this.most = most;
        this.whole = whole;
        this.section = section;
    }

    private final class Kind {
        private final boolean diagnosed;
        private final TreeMap<Long, String> first = new TreeMap<>();
        private long all;

        Kind(boolean diagnosed) {
            this.diagnosed = diagnosed;
        }

        /** Whether it may yet be told in full: reports come in any order, the earliest calls are told. */
        boolean add(long order, Supplier<String> line) {
            all++;
            if (first.size() >= most + MOST_LINES) {
                if (order > first.lastKey()) {
                    return false;
                }
                first.pollLastEntry();
            }
            first.put(order, line.get());
            return first.headMap(order).size() < most;
        }

        boolean isFolded() {
            return all > most;
        }

        List<Long> inFull() {
            return first.keySet().stream().limit(isFolded() ? whole : most).toList();
        }

        String folded() {
            String same = diagnosed ? " (same diagnosis)" : "";
            StringBuilder text = new StringBuilder();
            text.append("  ")
                    .append(Wording.grouped(all - whole))
                    .append(" more like this")
                    .append(same);
            text.append(":\n");
            first.values().stream()
                    .skip(whole)
                    .limit(MOST_LINES)
                    .forEach(line -> text.append("    ").append(line).append('\n'));
            if (all > whole + MOST_LINES) {
                text.append("    ... and ")
                        .append(Wording.grouped(all - whole - MOST_LINES))
                        .append(" more\n");
            }
            return text.toString();
        }
    }

    /** Adds a failure; those with equal keys are of one kind. */
    void add(CallReport report, Object key) {
        long order = report.call().firstIndex();
        Kind kind =
                kinds.computeIfAbsent(key, any -> new Kind(report.diagnosis().isPresent()));
        if (kind.add(order, () -> BriefCalls.who(report))) {
            sections.add(order, section.apply(report).getBytes(StandardCharsets.UTF_8));
        }
    }

    boolean isEmpty() {
        return sections.isEmpty();
    }

    /** Writes them, the earliest first. To be called once. */
    void writeTo(OutputStream output) throws IOException {
        Set<Long> told = new HashSet<>();
        for (Kind kind : kinds.values()) {
            List<Long> inFull = kind.inFull();
            told.addAll(inFull);
            if (kind.isFolded()) {
                // Entries of one order stay in the order in which they were added.
                sections.add(inFull.get(inFull.size() - 1), kind.folded().getBytes(StandardCharsets.UTF_8));
            }
        }
        sections.writeTo(output, BETWEEN_SECTIONS, told::contains);
    }
}
