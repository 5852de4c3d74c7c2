package org.callcause.capture.text.wrapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.dialect.LogFormats;

/** An object or array of JSON that is being read: what of it may be an entry of a log. */
final class JsonLevel {

    private static final int LONGEST = 1 << 17;
    private static final int LONGEST_REMARK = 200;
    private static final int MOST_REMARKS = 16;
    private static final Pattern BYTE = Pattern.compile("\\d{1,3}");
    private static final int NO_BYTE = 256;

    private final boolean array;
    private final String name;
    private final List<String> elements = new ArrayList<>();
    private final StringBuilder bytes = new StringBuilder();
    private final List<String> remarks = new ArrayList<>();
    private final EntryEnds ends = new EntryEnds();
    private boolean onlyBytes = true;
    private long nanos = RawMessageSink.NO_TIME;
    private String stream = "";
    private Optional<String> lines = Optional.empty();
    private Optional<String> message = Optional.empty();

    JsonLevel(boolean array, String name) {
        this.array = array;
        this.name = name;
    }

    boolean isArray() {
        return array;
    }

    String name() {
        return name;
    }

    List<String> elements() {
        return elements;
    }

    /** Whether it is a time and a line, as Loki has them. */
    boolean hasPair() {
        return elements.size() == 2;
    }

    /** Takes a string of an array; false when it is neither of the two that may be a time and a line. */
    boolean element(String text) {
        onlyBytes = false;
        return elements.size() < 2 && elements.add(cut(text));
    }

    /** Takes a number of an array. */
    void number(String digits) {
        int value = BYTE.matcher(digits).matches() ? Integer.parseInt(digits) : NO_BYTE;
        onlyBytes &= value < NO_BYTE && bytes.length() < LONGEST;
        if (onlyBytes) {
            bytes.append((char) value);
        }
    }

    /** The text whose bytes the array lists, as journald shows text with control characters. */
    Optional<String> bytes() {
        return onlyBytes && bytes.length() > 0 ? Optional.of(bytes.toString()) : Optional.empty();
    }

    /** Takes a value of an object. */
    void put(String key, String text, EntryTime time) {
        if (EntryNames.isText(key) && lines.isEmpty()) {
            lines = Optional.of(cut(text));
        } else if (holdsMessage(text)) {
            message = message.or(() -> Optional.of(cut(text)));
        } else if (EntryNames.isTime(key)) {
            nanos = nanos == RawMessageSink.NO_TIME ? time.of(text) : nanos;
        } else if (EntryNames.isStream(key, text)) {
            stream = text;
        } else if (text.length() <= LONGEST_REMARK) {
            // Elasticsearch has the ends as "source": { "ip": ... }.
            ends.put(name.isEmpty() ? key : name + '.' + key, text);
            if (remarks.size() < MOST_REMARKS) {
                remarks.add(text);
            }
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Takes what an object within this one told. */
    void takeOver(JsonLevel inner) {
        nanos = nanos == RawMessageSink.NO_TIME ? inner.nanos : nanos;
        lines = lines.or(() -> inner.lines);
        message = message.or(() -> inner.message);
        ends.putAll(inner.ends);
        remarks.addAll(inner.remarks.subList(0, Math.min(inner.remarks.size(), MOST_REMARKS - remarks.size())));
    }

    /** Whether it is a message of several lines, and no line of one. */
    static boolean holdsMessage(String text) {
        int end = text.indexOf('\n');
        return end > 0 && end < text.length() - 1 && text.contains("SIP/2.0");
    }

    /** The entry that the object is, if it is one. */
    Optional<LogEntry> entry() {
        return text().map(text -> new LogEntry(nanos, stream, holdsMessage(text) ? told() : "", text));
    }

    /** What the other values tell of a message. */
    private String told() {
        String both = ends.text();
        return both.isEmpty()
                ? remarks.stream()
                        .filter(remark -> LogFormats.announcement(remark).isPresent())
                        .findFirst()
                        .orElse("")
                : both;
    }

    /** What was logged: with a message that stands beside the line that announces it. */
    private Optional<String> text() {
        if (message.isEmpty() || lines.filter(text -> text.contains("SIP/2.0")).isPresent()) {
            return lines;
        }
        return lines.map(text -> text + '\n' + message.get()).or(() -> message);
    }
}
