package org.callcause.capture.text.line;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the bytes of a line stand for, each of which {@link LineReader} gives as one char. */
public final class Characters {

    private Characters() {}

    /** The characters: those of UTF-8, or of Latin-1 where the bytes are not UTF-8. */
    public static String of(String bytes) {
        if (bytes.chars().allMatch(c -> c < 0x80) || bytes.chars().anyMatch(c -> c > 0xFF)) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return bytes;
        }
    }
}
