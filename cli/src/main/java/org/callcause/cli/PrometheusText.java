package org.callcause.cli;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Writes figures in the text format of Prometheus, version 0.0.4. */
final class PrometheusText {

    private final StringBuilder text = new StringBuilder();
    private final Set<String> announced = new HashSet<>();

    /** A name with labels, given as name and value in turn. */
    static String sample(String name, String... labels) {
        StringBuilder sample = new StringBuilder(name);
        for (int i = 0; i < labels.length; i += 2) {
            sample.append(i == 0 ? '{' : ',')
                    .append(labels[i])
                    .append("=\"")
                    .append(labels[i + 1]
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append('"');
        }
        return labels.length == 0 ? name : sample.append('}').toString();
    }

    PrometheusText counter(String help, String sample, long value) {
        return line("counter", help, sample, value);
    }

    PrometheusText gauge(String help, String sample, long value) {
        return line("gauge", help, sample, value);
    }

    /** A count of events and the seconds that they took together. */
    PrometheusText summary(String help, String name, long count, double seconds) {
        announce("summary", help, name);
        return value(name + "_count", Long.toString(count))
                .value(name + "_sum", String.format(Locale.ROOT, "%.9f", seconds));
    }

    private PrometheusText line(String type, String help, String sample, long value) {
        int labels = sample.indexOf('{');
        announce(type, help, labels < 0 ? sample : sample.substring(0, labels));
        return value(sample, Long.toString(value));
    }

    private void announce(String type, String help, String name) {
        if (announced.add(name)) {
            text.append("# HELP ").append(name).append(' ').append(help).append('\n');
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        }
    }

    private PrometheusText value(String sample, String value) {
        text.append(sample).append(' ').append(value).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
