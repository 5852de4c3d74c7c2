package org.callcause.capture.text.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.LogClock;

/** Tells documents by their beginning and reads them; everything else is left as it is. */
public final class Documents {

    private static final int HEAD = 1 << 14;

    // Other JSON is read as text, where a message in a string is found as well.
    private static final List<String> JSON_NAMES =
            List.of("\"frame.time", "\"ip.src\"", "\"srcip\"", "\"src_ip\"", "\"source_ip\"", "\"sip.msg_hdr\"");

    /** A document in a block of Markdown; what stands around it is prose. */
    private static final Pattern FENCE = Pattern.compile("(?m)^(?:```|~~~)[^\n]*\n(?=\\s*[\\[{<])");

    private Documents() {}

    private static String head(InputBuffer input) throws IOException {
        input.require(HEAD);
        int length = Math.min(HEAD, input.available());
        return new String(input.bytes(), input.position(), length, StandardCharsets.ISO_8859_1);
    }

    /** What is left to be read as text. */
    public static InputBuffer read(InputBuffer input, LoggedMessageSink sink, LogClock clock) throws IOException {
        String beginning = head(input);
        Matcher fence = FENCE.matcher(beginning);
        boolean fenced = fence.find() && !beginning.substring(0, fence.end()).contains("SIP/2.0");
        int start = fenced ? fence.end() : 0;
        String head =
                beginning.substring(start).replace("\u00EF\u00BB\u00BF", "").stripLeading();
        if (head.startsWith("<") && head.contains("<pdml")) {
            input.advance(start);
            new PacketXml(sink, clock).read(input.stream());
            return input;
        }
        boolean json = head.startsWith("{") || head.startsWith("[");
        String lower = head.toLowerCase(Locale.ROOT);
        if (json && JSON_NAMES.stream().anyMatch(lower::contains)) {
            input.advance(start);
            InputStream rest = new JsonMessages(sink, clock).read(input.stream());
            return new InputBuffer(rest);
        }
        return input;
    }
}
