package org.callcause.capture.text.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.LogClock;

/** Tells documents by their beginning and reads them; everything else is left as it is. */
public final class Documents {

    private static final int HEAD = 1 << 14;

    // Other JSON is read as text, where a message in a string is found as well.
    private static final List<String> JSON_NAMES =
            List.of("\"frame.time", "\"ip.src\"", "\"srcip\"", "\"src_ip\"", "\"source_ip\"", "\"sip.msg_hdr\"");

    private Documents() {}

    /** What is left to be read as text. */
    public static InputBuffer read(InputBuffer input, LoggedMessageSink sink, LogClock clock) throws IOException {
        input.require(HEAD);
        int length = Math.min(HEAD, input.available());
        String head = new String(input.bytes(), input.position(), length, StandardCharsets.ISO_8859_1)
                .replace("\u00EF\u00BB\u00BF", "")
                .stripLeading();
        if (head.startsWith("<") && head.contains("<pdml")) {
            new PacketXml(sink, clock).read(input.stream());
            return input;
        }
        boolean json = head.startsWith("{") || head.startsWith("[");
        String lower = head.toLowerCase(Locale.ROOT);
        if (json && JSON_NAMES.stream().anyMatch(lower::contains)) {
            InputStream rest = new JsonMessages(sink, clock).read(input.stream());
            return new InputBuffer(rest);
        }
        return input;
    }
}
