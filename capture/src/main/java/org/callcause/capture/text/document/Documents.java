package org.callcause.capture.text.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.LogClock;
import org.callcause.capture.text.StartLines;
import org.callcause.capture.text.line.LinePrefix;
import org.callcause.capture.text.line.LineReader;
import org.callcause.capture.text.line.Markup;
import org.jspecify.annotations.Nullable;

/**
 * Finds the documents in text. They may stand in a mail, a web page or a log: what is around their lines, and the lines
 * of others between them, is taken off before they are read.
 */
public final class Documents {

    // How far to look for the names that tell JSON with messages from other JSON.
    private static final int AHEAD = 1 << 14;

    private static final int MOST_INTERRUPTIONS = 20;

    // Other JSON is read as text, where a message in a string is found as well.
    private static final List<String> NAMES = List.of(
            "\"frame.time",
            "\"ip.src\"",
            "\"srcip\"",
            "\"src_ip\"",
            "\"source_ip\"",
            "\"sip.msg_hdr\"",
            "\"sip_sip_",
            "\"ip_ip_src\"");

    private final LineReader lines;
    private final LoggedMessageSink sink;
    private final LogClock clock;

    private @Nullable Document document;
    private LinePrefix prefix = LinePrefix.NONE;
    private boolean repeated;
    private boolean escaped;
    private boolean inLine;
    private int interruptions;
    private long read;
    private long nothingBefore;

    /** Documents among these lines. */
    public Documents(LineReader lines, LoggedMessageSink sink, LogClock clock) {
        this.lines = lines;
        this.sink = sink;
        this.clock = clock;
    }

    /**
     * Takes a line that is no part of a message, as it was read.
     *
     * @return what is left of it to be read as text; empty when all of it belongs to a document
     */
    public Optional<String> take(String raw) throws IOException {
        read += raw.length() + 1;
        Document open = document;
        if (open == null) {
            return begin(raw);
        }
        boolean goesOn = inLine;
        inLine = lines.isCut();
        String line = shown(raw);
        if (goesOn) {
            return added(open, line);
        }
        if (!open.isOpen()) {
            Optional<String> text = stripped(line).filter(open::goesOnWith);
            if (text.isPresent()) {
                return added(open, text.get());
            }
            close();
            return begin(raw);
        }
        Optional<String> text = LogClock.begins(line) && prefix.endIn(line) < 0 ? Optional.empty() : stripped(line);
        if (text.isEmpty() || LogClock.begins(text.get())) {
            interruptions++;
            if (interruptions <= MOST_INTERRUPTIONS && StartLines.find(line, 0) < 0) {
                return Optional.empty();
            }
            close();
            return Optional.of(raw);
        }
        interruptions = 0;
        return added(open, text.get());
    }

    private Optional<String> added(Document open, String text) {
        Optional<String> left = open.add(text);
        if (left.isPresent()) {
            close();
        }
        return left;
    }

    private Optional<String> begin(String raw) throws IOException {
        String element = element(raw);
        boolean xml = !element.isEmpty();
        int start = xml || read < nothingBefore ? -1 : JsonMessages.start(raw);
        if (!xml && start < 0) {
            return Optional.of(raw);
        }
        String ahead = lines.ahead(AHEAD);
        escaped = xml ? raw.contains("&lt;" + element) : isEscaped(raw.substring(start)) || isEscaped(ahead);
        String line = shown(raw);
        start = xml ? line.indexOf("<" + element) : JsonMessages.start(line);
        if (start < 0) {
            return Optional.of(raw);
        }
        prefix = new LinePrefix(line.substring(0, start));
        repeated = false;
        if (xml ? !isXmlWithMessages(element, line, ahead) : !isJsonWithMessages(line, start, ahead)) {
            return Optional.of(raw);
        }
        Document begun = xml
                ? new XmlRecords(
                        element, element.equals(PacketXml.ELEMENT) ? PacketXml::take : EventXml::take, sink, clock)
                : new JsonMessages(sink, clock);
        document = begun;
        interruptions = 0;
        inLine = lines.isCut();
        return added(begun, line.substring(start));
    }

    /** The XML element that a line begins and that may hold a message; else an empty string. */
    private static String element(String line) {
        if (line.contains("<packet") || line.contains("&lt;packet")) {
            return PacketXml.ELEMENT;
        }
        boolean event = line.contains("<eventEntry>") || line.contains("&lt;eventEntry&gt;");
        return event ? EventXml.ELEMENT : "";
    }

    private static boolean isXmlWithMessages(String element, String line, String ahead) {
        return element.equals(EventXml.ELEMENT) || (line + ahead).contains("proto");
    }

    private boolean isJsonWithMessages(String line, int start, String ahead) {
        String text = line.substring(start, Math.min(line.length(), start + AHEAD)) + '\n' + ahead;
        String names = (escaped ? Markup.shown(text) : text).toLowerCase(Locale.ROOT);
        if (!nameEnds(names)) {
            nothingBefore = read + AHEAD / 2;
            return false;
        }
        return line.length() > start + 1 || isJson(ahead);
    }

    /** Whether the names in JSON, in small letters, are those of the ends of messages. */
    public static boolean nameEnds(String names) {
        return NAMES.stream().anyMatch(names::contains);
    }

    /** Whether lines go on as JSON does, behind the same prefix as the first or behind none. */
    private boolean isJson(String ahead) {
        return ahead.lines()
                .map(next -> shown(withoutReturn(next)))
                .filter(next -> !next.isBlank())
                .map(next -> stripped(next).orElse("").strip())
                .filter(next -> !LogClock.begins(next))
                .findFirst()
                .filter(next -> !next.isEmpty() && "\"{[]}".indexOf(next.charAt(0)) >= 0)
                .isPresent();
    }

    private static String withoutReturn(String line) {
        return line.endsWith("^M") ? line.substring(0, line.length() - 2) : line;
    }

    /** Whether the first quotation mark is written as an entity. */
    private static boolean isEscaped(String text) {
        int entity = text.indexOf("&quot;");
        int mark = text.indexOf('"');
        return entity >= 0 && (mark < 0 || entity < mark);
    }

    private String shown(String raw) {
        String line = Markup.withoutColours(raw);
        return escaped ? Markup.shown(line) : line;
    }

    /** The line without its prefix; empty when every line but this one has one. */
    private Optional<String> stripped(String line) {
        if (prefix.isDecoration()) {
            return Optional.of(prefix.stripDecoration(line));
        }
        int end = prefix.endIn(line);
        if (end >= 0) {
            repeated = true;
            return Optional.of(line.substring(end));
        }
        return repeated && !line.isBlank() ? Optional.empty() : Optional.of(line);
    }

    private void close() {
        if (document != null) {
            document.finish();
        }
        document = null;
        inLine = false;
    }

    /** Hands over what is still waiting. */
    public void finish() {
        close();
    }
}
