package org.callcause.capture.text.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.LogClock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Messages in JSON: {@code tshark -T json}, exports of Homer, and others that keep a message in a string and the ends
 * and the time beside it. A record is an object that stands in an array or by itself; what objects within it say
 * belongs to it.
 */
final class JsonMessages implements Document {

    private final LoggedMessageSink sink;
    private final LogClock clock;
    private final Deque<MessageFields> open = new ArrayDeque<>();
    private final Deque<Boolean> inArray = new ArrayDeque<>();
    private final JsonText json = new JsonText();

    JsonMessages(LoggedMessageSink sink, LogClock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** Where a line that may hold the beginning of a document has it: a bracket and what can follow it, or -1. */
    static int start(String line) {
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '{' || line.charAt(at) == '[') {
                int next = at + 1;
                while (next < line.length() && line.charAt(next) == ' ') {
                    next++;
                }
                if (next == line.length()
                        || "\"{[".indexOf(line.charAt(next)) >= 0
                        || line.startsWith("&quot;", next)) {
                    return at;
                }
            }
        }
        return -1;
    }

    @Override
    public boolean isOpen() {
        return !inArray.isEmpty();
    }

    @Override
    public boolean goesOnWith(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    @Override
    public Optional<String> add(String text) {
        try {
            json.read(text, this::take);
            return Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.of(text.substring(text.length() - Math.min(json.left(), text.length())));
        }
    }

    private void take(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT -> {
                open.push(new MessageFields());
                inArray.push(false);
            }
            case START_ARRAY -> inArray.push(true);
            case END_ARRAY -> inArray.poll();
            case END_OBJECT -> {
                inArray.poll();
                close(open.pop());
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(parser);
            default -> {}
        }
    }

    private void value(JsonParser parser) {
        String text = parser.getString();
        boolean element = !inArray.isEmpty() && inArray.peek();
        if (element && MessageFields.isMessage(text)) {
            MessageFields alone = new MessageFields();
            alone.put("message", text);
            alone.deliver(sink, clock);
        } else if (!open.isEmpty()) {
            String name = parser.currentName();
            open.peek().put(name == null ? "" : name, text);
        }
    }

    @Override
    public void finish() {
        json.close();
    }

    private void close(MessageFields closed) {
        boolean record = inArray.isEmpty() || inArray.peek();
        MessageFields around = open.peek();
        if (closed.hasMessage() && (record || around == null || around.hasMessage())) {
            closed.deliver(sink, clock);
        } else if (around != null && !record) {
            around.putAll(closed);
        }
    }
}
