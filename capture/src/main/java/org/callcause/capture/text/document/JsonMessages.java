package org.callcause.capture.text.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.LogClock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Messages in JSON: {@code tshark -T json}, exports of Homer, and others that keep a message in a string and the ends
 * and the time beside it. A record is an object that stands in an array or by itself; what objects within it say
 * belongs to it.
 */
final class JsonMessages {

    private static final int LONGEST_STRING = 1 << 20;
    private static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    private final LoggedMessageSink sink;
    private final LogClock clock;
    private final Deque<MessageFields> open = new ArrayDeque<>();
    private final Deque<Boolean> inArray = new ArrayDeque<>();

    JsonMessages(LoggedMessageSink sink, LogClock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** Reads as far as it is JSON; what is behind that is returned, to be read as text. */
    InputStream read(InputStream input) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new Unclosed(input))) {
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    take(token, parser);
                }
                return InputStream.nullInputStream();
            } catch (JacksonException notJson) {
                ByteArrayOutputStream buffered = new ByteArrayOutputStream();
                parser.releaseBuffered(buffered);
                return new SequenceInputStream(new ByteArrayInputStream(buffered.toByteArray()), input);
            }
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
