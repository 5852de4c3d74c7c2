package org.callcause.capture.text.wrapped;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.document.Documents;
import org.callcause.capture.text.document.JsonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Logs of which each entry is a value in JSON, with its time beside it: an object for each ({@code docker},
 * {@code journalctl -o json}, {@code logcli -o jsonl}, programs that log JSON), or all in one ({@code aws logs}, Loki).
 */
final class JsonEntries implements EntrySource {

    private static final int LINES_BEFORE = 3;

    private static final Pattern BEGIN = Pattern.compile("\\{|\\[(?:\\s*$|\\s*[\\[{])");
    private static final Pattern NAME = Pattern.compile(
            "\"(?:log|@?message|msg|line|textpayload|_raw)\"\\s*:\\s*[\"\\[]|\"values\"\\s*:\\s*\\[\\s*\\[");

    private final EntryTime time = new EntryTime();
    private final Consumer<LogEntry> receiver;
    private final Deque<JsonLevel> open = new ArrayDeque<>();
    private JsonText json = new JsonText();

    /** How much of the line stands behind the last entry in it. */
    private int left;

    JsonEntries(Consumer<LogEntry> receiver) {
        this.receiver = receiver;
    }

    /** Whether it begins so; where the ends of messages have values of their own, there is more to read than a log. */
    static boolean recognises(String beginning) {
        // What an entry quotes is read once it is unwrapped.
        String names = beginning.replace("\\\"", "").toLowerCase(Locale.ROOT);
        return beginning
                        .lines()
                        .filter(line -> !line.isBlank())
                        .limit(LINES_BEFORE)
                        .anyMatch(JsonEntries::begins)
                && NAME.matcher(names).find()
                && !Documents.nameEnds(names);
    }

    /** Whether a line begins as JSON does. */
    static boolean begins(String line) {
        return BEGIN.matcher(line).lookingAt();
    }

    @Override
    public void add(String line, boolean whole) {
        if (open.isEmpty() && !begins(line)) {
            receiver.accept(LogEntry.unwrapped(line));
            return;
        }
        String piece = whole ? line + '\n' : line;
        left = piece.length();
        try {
            json.read(piece, this::take);
        } catch (JacksonException notJson) {
            handOnText(line.substring(Math.min(piece.length() - left, line.length())));
            json = new JsonText();
            open.clear();
        }
    }

    /** Hands on what is no JSON, but not the brackets that stand behind an entry. */
    private void handOnText(String text) {
        if (text.chars().anyMatch(Character::isLetterOrDigit)) {
            receiver.accept(LogEntry.unwrapped(text));
        }
    }

    private void handOn(LogEntry entry) {
        receiver.accept(entry);
        left = json.left();
    }

    private void take(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> open.push(new JsonLevel(token == JsonToken.START_ARRAY, nameOf(parser)));
            case END_OBJECT -> closeObject(open.pop());
            case END_ARRAY -> closeArray(open.pop());
            case VALUE_STRING -> value(nameOf(parser), bytesOf(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(nameOf(parser), parser.getString());
            default -> {}
        }
    }

    private static String nameOf(JsonParser parser) {
        String name = parser.currentName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static String bytesOf(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void value(String name, String text) {
        JsonLevel level = open.peek();
        if (level != null && level.isArray()) {
            if (!level.element(text) && JsonLevel.holdsMessage(text)) {
                handOn(LogEntry.unwrapped(text));
            }
        } else if (level != null) {
            level.put(name, text, time);
        }
    }

    private void number(String name, String digits) {
        JsonLevel level = open.peek();
        if (level != null && level.isArray()) {
            level.number(digits);
        } else if (level != null && !EntryNames.isText(name)) {
            level.put(name, digits, time);
        }
    }

    private void closeObject(JsonLevel closed) {
        JsonLevel around = open.peek();
        if (around == null || around.isArray()) {
            closed.entry().ifPresent(this::handOn);
        } else {
            around.takeOver(closed);
        }
    }

    private void closeArray(JsonLevel closed) {
        JsonLevel around = open.peek();
        Optional<String> bytes = closed.bytes();
        if (bytes.isPresent() && around != null && !around.isArray()) {
            around.put(closed.name(), bytes.get(), time);
            return;
        }
        long nanos = closed.hasPair() ? time.of(closed.elements().get(0)) : RawMessageSink.NO_TIME;
        if (nanos != RawMessageSink.NO_TIME) {
            handOn(LogEntry.at(nanos, closed.elements().get(1)));
        } else {
            closed.elements().stream()
                    .filter(JsonLevel::holdsMessage)
                    .forEach(text -> handOn(LogEntry.unwrapped(text)));
        }
    }

    @Override
    public void finish() {
        json.close();
    }
}
