package org.callcause.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.CallReport;
import org.callcause.message.Method;

/** Calls that are told in full, every one of them, under the heading that fits how they went. */
final class WholeCalls {

    private static final byte[] BETWEEN_SECTIONS = "\n".getBytes(StandardCharsets.UTF_8);

    private final Map<String, Spool> sections = new LinkedHashMap<>();

    WholeCalls() {
        for (Weight weight : Weight.values()) {
            sections.put(calls(weight), new Spool());
            sections.put(exchanges(weight), new Spool());
        }
    }

    private static String calls(Weight weight) {
        return switch (weight) {
            case FAILED -> "Calls with a problem";
            case INCOMPLETE -> "Calls that the capture does not show in full";
            case HEALTHY -> "Calls without a problem";
        };
    }

    private static String exchanges(Weight weight) {
        return switch (weight) {
            case FAILED -> "Registrations and other exchanges with a problem";
            case INCOMPLETE -> "Registrations and other exchanges that the capture does not show in full";
            case HEALTHY -> "Registrations and other exchanges without a problem";
        };
    }

    void add(CallReport report, String text) {
        boolean call = report.call().method().equals(Method.INVITE);
        Weight weight = Weight.of(report);
        sections.getOrDefault(call ? calls(weight) : exchanges(weight), new Spool())
                .add(report.call().firstIndex(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes them, those of each heading in the order of their first message. To be called once. */
    void writeTo(OutputStream output, Style style) throws IOException {
        for (Map.Entry<String, Spool> section : sections.entrySet()) {
            if (!section.getValue().isEmpty()) {
                output.write(Titles.underlined(section.getKey(), style).getBytes(StandardCharsets.UTF_8));
                section.getValue().writeTo(output, BETWEEN_SECTIONS);
            }
        }
    }
}
