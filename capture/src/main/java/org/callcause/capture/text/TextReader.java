package org.callcause.capture.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.capture.source.InputBuffer;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.dialect.Announcement;
import org.callcause.capture.text.dialect.LogFormats;
import org.callcause.capture.text.document.Documents;
import org.callcause.capture.text.line.LineReader;
import org.callcause.capture.text.line.Markup;
import org.callcause.capture.text.line.PackedLines;
import org.callcause.capture.text.line.Typesetting;
import org.jspecify.annotations.Nullable;

/**
 * Finds the SIP messages in text: pasted one after another, printed by ngrep or sngrep, or written to a log, with other
 * lines between them. A message begins at its start line wherever that stands; what was announced in the lines before
 * tells its time and its ends.
 */
public final class TextReader {

    // Lines between an announcement and its message: blank lines, rulers, a word or two.
    private static final int MAX_LINES_BETWEEN = 4;

    // What announces a message stands at the beginning of its line; lines of a megabyte are not searched for it.
    private static final int MAX_ANNOUNCEMENT = 1000;

    // How far to look for a line that gives the zone of the log.
    private static final int BEGINNING = 1 << 16;

    // How many lines of others may stand between two lines of a message.
    private static final int MAX_INTERRUPTIONS = 20;

    // AudioCodes numbers its lines as (N  7001). The rest of a branch may begin with dashes.
    private static final Pattern RULER = Pattern.compile(
            "^\\s*(?:```|~~~|--(?!\\S*;)|==|\\*\\*\\*|<---|##|\\]\\]|\\(N +\\d+\\) |\\{(?:code|noformat|quote|panel)\\b).*",
            Pattern.UNIX_LINES);

    private final LineReader lines;
    private final PrintedPackets printed;
    private final LoggedMessageSink sink;
    private final HeldMessage held;
    private final LogClock clock = new LogClock();
    private final Wrapping wrapping = new Wrapping();
    private final BrokenStartLine broken = new BrokenStartLine();
    private final Documents documents;
    private final PacketDetails details;
    private final HexDump dump;
    private Announcement announced = Announcement.NONE;
    private int linesSince;

    /** The time of the line before, for which the message before it is still held. */
    private long lineNanos = RawMessageSink.NO_TIME;

    private Announcement current = Announcement.NONE;
    private int interruptions;
    private @Nullable MessageText message;
    private boolean endsWithinMessage;

    /** A reader that counts in {@code losses} what the text does not show as it was. */
    public TextReader(InputBuffer input, LoggedMessageSink sink, Losses losses) {
        this.lines = new LineReader(input);
        this.printed = new PrintedPackets(TextReader::clean, losses);
        this.documents = new Documents(lines, sink, clock);
        this.sink = sink;
        this.held = new HeldMessage(sink);
        this.details = new PacketDetails(sink, clock);
        this.dump = new HexDump(sink);
    }

    /**
     * Reads to the end of the input.
     *
     * @return whether that is the end of a message too, or stands outside of any
     */
    public boolean read() throws IOException {
        String beginning = lines.ahead(BEGINNING);
        clock.lookAhead(beginning);
        wrapping.lookAhead(beginning);
        for (String line = lines.next(true); line != null; line = lines.next(message == null)) {
            if (!printed.takes(line)) {
                releasePrinted();
                if (!printed.begins(line, lines.endedInCarriageReturn())) {
                    unpack(line, lines.endedInCarriageReturn());
                }
            }
        }
        releasePrinted();
        endOfInput();
        handOver();
        documents.finish();
        details.finish();
        dump.finish();
        return !endsWithinMessage;
    }

    private void releasePrinted() throws IOException {
        for (String line : printed.release()) {
            unpack(line, printed.endedInCarriageReturn());
        }
    }

    private void unpack(String packed, boolean carriageReturn) throws IOException {
        Optional<String> time = PacketEnd.time(packed);
        for (String line : PackedLines.unpack(time.isPresent() ? PacketEnd.without(packed) : packed)) {
            if (!line.isBlank()) {
                handOver();
            }
            read(line, carriageReturn);
        }
        time.map(clock::find).ifPresent(this::stamp);
    }

    private void handOver() {
        held.handOver();
        if (lineNanos != RawMessageSink.NO_TIME) {
            sink.lineAt(lineNanos);
            lineNanos = RawMessageSink.NO_TIME;
        }
    }

    /** Takes the time of a packet, which stands at its end, for the message in it or for the one that it announces. */
    private void stamp(long nanos) {
        if (message != null) {
            current = current.refinedTo(nanos);
        } else if (!held.stamp(nanos)) {
            announced = announced.refinedTo(nanos);
        }
    }

    private void read(String raw, boolean carriageReturn) throws IOException {
        MessageText open = message;
        String line = open != null && open.hasOpaqueBody() ? raw : clean(raw);
        wrapping.next(line.length());
        if (open != null && takes(open, line, carriageReturn)) {
            return;
        }
        if (open != null) {
            finishMessage();
        }
        Optional<String> text = documents.take(raw);
        if (text.isPresent()) {
            outside(text.get().equals(raw) ? line : clean(text.get()));
        }
    }

    /** Whether a line belongs to the message before it, or to others while more of the message is to come. */
    private boolean takes(MessageText open, String line, boolean carriageReturn) {
        if (open.hasOnlyStartLine() && HexDump.begins(line)) {
            return false;
        }
        Optional<String> reason = open.restOfReason(line).filter(text -> isApart(line, text));
        if (reason.isPresent()) {
            open.join(reason.get());
            return true;
        }
        Optional<String> stripped = open.strip(line);
        if (stripped.isEmpty()) {
            if (isRest(open, line, line)) {
                open.join(line);
                return true;
            }
            return StartLines.find(line, 0) < 0 && interrupts(line);
        }
        if (open.hasPrefix()) {
            interruptions = 0;
        }
        String text = stripped.get();
        if (interruptions > 0) {
            if (open.goesOnWith(text)) {
                interruptions = 0;
                open.add(text, carriageReturn);
                return true;
            }
            return LogClock.begins(text) && StartLines.find(text, 0) < 0 && interrupts(line);
        }
        Optional<String> continuation =
                open.continuation(line).filter(rest -> announcement(line).isEmpty() && StartLines.find(line, 0) < 0);
        if (continuation.isPresent()) {
            open.goOn(continuation.get(), carriageReturn);
        } else if (!open.hasPrefix() && isRest(open, line, text)) {
            open.join(text);
        } else if (!ends(open, line, text)) {
            open.add(text, carriageReturn);
        } else {
            boolean interrupted = open.isCut() && LogClock.begins(text) && StartLines.find(text, 0) < 0;
            return interrupted && interrupts(line);
        }
        if (open.isComplete()) {
            finishMessage();
        }
        return true;
    }

    /** Whether a mail program or a terminal broke this off the line before. */
    private boolean isRest(MessageText open, String line, String text) {
        return open.isRest(text) && isApart(line, text);
    }

    /** Whether a line says nothing by itself. */
    private boolean isApart(String line, String text) {
        return !LogClock.begins(text)
                && !RULER.matcher(text).matches()
                && StartLines.find(text, 0) < 0
                && !BrokenStartLine.isOne(text)
                && announcement(line).isEmpty();
    }

    /** Other threads write between the lines of a message; what they say may be about the next one. */
    private boolean interrupts(String line) {
        interruptions++;
        if (interruptions > MAX_INTERRUPTIONS) {
            return false;
        }
        listen(line);
        return true;
    }

    private static String clean(String raw) {
        String line = Markup.withoutColours(raw);
        return Typesetting.undone(Markup.isEscaped(line) ? Markup.shown(line) : line);
    }

    /** Whether a line shows that the message before it is over. */
    private boolean ends(MessageText open, String line, String text) {
        if (open.isBeyondBody(text)
                || open.isNotSpaced(text)
                || open.isBehindEnd(text)
                || (open.hasOnlyStartLine() && !HeaderLines.isHeader(text) && BrokenStartLine.begins(text))) {
            return true;
        }
        if (open.inHeaders() || open.hasOpaqueBody()) {
            if (open.endsAtRulers() && RULER.matcher(text).matches()) {
                return true;
            }
            if (!open.mayHoldStartLines() && !HeaderLines.isHeader(text) && StartLines.find(text, 0) >= 0) {
                return true;
            }
            return LogClock.begins(text)
                    || (!HeaderLines.isHeader(text) && announcement(line).isPresent());
        }
        return false;
    }

    private void outside(String read) {
        String line = broken.mended(read);
        if (details.takes(line) || (!details.hasDelivered() && dump.takes(line, this::takeAnnounced))) {
            return;
        }
        int start = StartLines.find(line, 0);
        if (start < 0) {
            listen(line);
            return;
        }
        if (start > 0) {
            listen(line.substring(0, start));
        }
        EscapedText.Line whole = new EscapedText.Line(line);
        int at = start;
        while (at >= 0) {
            if (!whole.isEscapedAt(at)) {
                begin(new MessageText(line.substring(0, at), line.substring(at), wrapping));
                return;
            }
            EscapedText escaped = whole.read(at);
            current = announced;
            deliverIfMessage(escaped.text());
            at = StartLines.find(line, escaped.end());
        }
        announced = Announcement.NONE;
    }

    private void begin(MessageText begun) {
        message = begun;
        current = takeAnnounced();
    }

    private Announcement takeAnnounced() {
        Announcement told = announced;
        announced = Announcement.NONE;
        return told;
    }

    /** Takes what a line outside messages tells about the next one. */
    private void listen(String line) {
        if (line.isBlank()) {
            return;
        }
        if (message == null) {
            held.hear(head(line), clock);
        }
        Optional<Announcement> told = announcement(line);
        if (told.isPresent()) {
            announced = announced.and(told.get());
            linesSince = 0;
            details.leave();
            return;
        }
        long nanos = clock.find(head(line));
        lineNanos = LogClock.begins(line) ? nanos : RawMessageSink.NO_TIME;
        if (nanos != RawMessageSink.NO_TIME && !announced.isComplete()) {
            announced = announced.and(Announcement.at(nanos));
        } else if (!RULER.matcher(line).matches()) {
            linesSince++;
        }
        if (linesSince > MAX_LINES_BETWEEN) {
            announced = Announcement.at(nanos == RawMessageSink.NO_TIME ? announced.nanos() : nanos);
        }
    }

    private static String head(String line) {
        return line.length() > MAX_ANNOUNCEMENT ? line.substring(0, MAX_ANNOUNCEMENT) : line;
    }

    private Optional<Announcement> announcement(String whole) {
        String line = head(whole);
        return LogFormats.announcement(line).map(told -> told.and(Announcement.at(clock.find(line))));
    }

    private void deliverIfMessage(String text) {
        MessageText written = new MessageText("", text.lines().findFirst().orElse(""), Wrapping.NONE);
        text.lines().skip(1).forEach(line -> written.add(line, true));
        if (written.isMessage()) {
            held.replace(MessageEnd.restored(text).getBytes(StandardCharsets.ISO_8859_1), current);
        }
    }

    private void endOfInput() {
        if (message != null && lines.isCut() && interruptions == 0) {
            endsWithinMessage = message.endOfInput();
        }
        finishMessage();
    }

    private void finishMessage() {
        if (message != null && message.isMessage()) {
            held.replace(message.bytes(), current);
        } else if (message != null) {
            // tcpdump repeats the start line in its own line, which announces the message.
            announced = current.isComplete() ? current : current.and(announced);
        }
        message = null;
        interruptions = 0;
    }
}
