package org.callcause.capture.text.document;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.json.JsonFactory;

/** JSON that is read piece by piece. Each char of a piece is one byte. */
public final class JsonText {

    private static final int LONGEST_STRING = 1 << 20;
    private static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .maxNestingDepth(DEEPEST)
                    .maxDocumentLength(-1)
                    .build())
            .build();

    private final JsonParser parser = FACTORY.createNonBlockingByteArrayParser(ObjectReadContext.empty());

    /**
     * Hands over the tokens that end in this piece.
     *
     * @throws JacksonException where it is no JSON
     */
    public void read(String piece, BiConsumer<JsonToken, JsonParser> receiver) {
        byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
        ((ByteArrayFeeder) parser.nonBlockingInputFeeder()).feedInput(bytes, 0, bytes.length);
        for (JsonToken token = parser.nextToken(); token != JsonToken.NOT_AVAILABLE; token = parser.nextToken()) {
            receiver.accept(token, parser);
        }
    }

    /** How much of the last piece stands behind the last token, or behind the place where it stopped to be JSON. */
    public int left() {
        return Math.max(parser.releaseBuffered(OutputStream.nullOutputStream()), 0);
    }

    /** Takes the end. What is cut off is not handed over: it may be half of a value. */
    public void close() {
        parser.close();
    }
}
