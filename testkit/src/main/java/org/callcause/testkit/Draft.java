package org.callcause.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.message.HeaderName;

/** A message that is being put together. The body's type and length are written last. */
final class Draft {

    private record Line(String name, HeaderName header, String value) {}

    private final List<Line> lines = new ArrayList<>(16);
    private String startLine;
    private String body = "";
    private boolean withLength = true;
    private boolean inCapitals;

    Draft(String startLine) {
        this.startLine = startLine;
    }

    String startLine() {
        return startLine;
    }

    void startLine(String text) {
        startLine = text;
    }

    void body(String text) {
        body = text;
    }

    String body() {
        return body;
    }

    Draft add(String name, String value) {
        lines.add(new Line(name, HeaderName.of(name), value));
        return this;
    }

    Draft addAll(String name, List<String> values) {
        values.forEach(value -> add(name, value));
        return this;
    }

    /** Puts a line above the first one of its name, or at the end where there is none. */
    void push(String name, String value) {
        HeaderName header = HeaderName.of(name);
        int first = 0;
        while (first < lines.size() && !lines.get(first).header().equals(header)) {
            first++;
        }
        lines.add(first, new Line(name, header, value));
    }

    /** Puts a line in the place of all of its name, or at the end. */
    void set(String name, String value) {
        HeaderName header = HeaderName.of(name);
        int first = 0;
        while (first < lines.size() && !lines.get(first).header().equals(header)) {
            first++;
        }
        lines.removeIf(line -> line.header().equals(header));
        lines.add(Math.min(first, lines.size()), new Line(name, header, value));
    }

    void remove(String name) {
        HeaderName header = HeaderName.of(name);
        lines.removeIf(line -> line.header().equals(header));
        if (header.equals(HeaderName.CONTENT_LENGTH)) {
            withLength = false;
        }
    }

    void removeFirst(String name) {
        HeaderName header = HeaderName.of(name);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).header().equals(header)) {
                lines.remove(i);
                return;
            }
        }
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        HeaderName header = HeaderName.of(name);
        return lines.stream()
                .filter(line -> line.header().equals(header))
                .map(Line::value)
                .toList();
    }

    void writeNamesInCapitals() {
        inCapitals = true;
    }

    /** Takes over the lines of the other message whose names are not here yet, and its body. */
    void takeOver(Draft other) {
        List<Line> taken = other.lines.stream()
                .filter(line -> lines.stream().noneMatch(own -> own.header().equals(line.header())))
                .toList();
        lines.addAll(taken);
        body = other.body;
        withLength = other.withLength;
    }

    Draft copy() {
        Draft copy = new Draft(startLine);
        copy.lines.addAll(lines);
        copy.inCapitals = inCapitals;
        copy.body = body;
        copy.withLength = withLength;
        return copy;
    }

    /** Adds a header that has no meaning, so that the message has this many bytes. */
    void fillUpTo(int size) {
        String name = "X-Filler";
        int missing = size - bytes().length - name.length() - ": \r\n".length();
        if (missing > 0) {
            add(name, "x".repeat(missing));
        }
    }

    byte[] bytes() {
        byte[] bodyBytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        List<Line> last = new ArrayList<>(2);
        for (Line line : lines) {
            if (line.header().equals(HeaderName.CONTENT_TYPE) || line.header().equals(HeaderName.CONTENT_LENGTH)) {
                last.add(line);
            } else {
                append(text, line.name(), line.value());
            }
        }
        last.forEach(line -> append(text, line.name(), line.value()));
        if (withLength && !has("Content-Length")) {
            append(text, "Content-Length", String.valueOf(bodyBytes.length));
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(StringBuilder text, String name, String value) {
        text.append(inCapitals ? name.toUpperCase(Locale.ROOT) : name)
                .append(": ")
                .append(value)
                .append("\r\n");
    }
}
