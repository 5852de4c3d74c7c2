package org.callcause.capture.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.dialect.EndpointText;
import org.callcause.capture.text.line.LinePrefix;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * The packet details that Wireshark and {@code tshark -V} print: each header of a message with its decoded parts
 * indented under it, each SDP line with its meaning written out. The message is put together from the headers and
 * SDP lines.
 */
final class PacketDetails {

    private static final int MAX_LINE = 1 << 14;
    private static final int MAX_MESSAGE = 1 << 16;
    private static final int SHORTEST_LISTED = 40;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final DateTimeFormatter WITH_FRACTION =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);
    private static final String SIP = "Session Initiation Protocol";
    private static final Pattern FRAME =
            Pattern.compile("^(.{0,200}?)(?:Frame \\d+[:, (]|" + SIP + ")", Pattern.UNIX_LINES);
    private static final Pattern EPOCH_TIME =
            Pattern.compile("^    Epoch (?:Arrival )?Time: (\\d{1,10}\\.\\d{1,9})\\b");
    /** A line of the packet list, which may stand before the details: its time, by the clock or since the capture began. */
    private static final Pattern LISTED = Pattern.compile(
            "^ *\\d{1,10} +(?:(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)|(\\d{1,5}\\.\\d{3,9}))"
                    + " +[0-9A-Fa-f.:]+ +[0-9A-Fa-f.:]+ +[A-Z]\\S+ +\\d+ ");

    private static final Pattern ADDRESSES = Pattern.compile(
            "^Internet Protocol.*?, Src: (?:\\S+ \\()?([0-9A-Fa-f.:]+)\\)?, Dst: (?:\\S+ \\()?([0-9A-Fa-f.:]+)",
            Pattern.UNIX_LINES);
    private static final Pattern PORTS = Pattern.compile(
            "^(User Datagram|Transmission Control) Protocol, Src Port: (?:\\S+ \\()?(\\d{1,10})\\)?, Dst Port: (?:\\S+"
                    + " \\()?(\\d{1,10})");
    private static final Pattern SDP_LINE =
            Pattern.compile("^ {12}[^\\s\\[].*? \\(([a-z])\\): (.*)$", Pattern.UNIX_LINES);

    private enum Section {
        OTHER,
        START,
        HEADERS,
        BODY
    }

    private final RawMessageSink sink;
    private final LogClock clock;
    private final StringBuilder message = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private LinePrefix prefix = LinePrefix.NONE;
    private Section section = Section.OTHER;
    private long nanos = RawMessageSink.NO_TIME;
    private long listed = RawMessageSink.NO_TIME;
    private String source = "";
    private String destination = "";
    private Endpoint from = Endpoint.UNKNOWN;
    private Endpoint to = Endpoint.UNKNOWN;
    private Transport transport = Transport.UNKNOWN;
    private boolean delivered;

    PacketDetails(RawMessageSink sink, LogClock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    /** Whether the last message had this form, so that its bytes, printed behind it, are another copy. */
    boolean hasDelivered() {
        return delivered;
    }

    /** Packets are announced in another form from here on. */
    void leave() {
        delivered = false;
    }

    /** Takes a line; false when it is not part of a message in this form. */
    boolean takes(String whole) {
        if (whole.length() > MAX_LINE) {
            return false;
        }
        String line = withoutPrefix(whole);
        if (section == Section.HEADERS && LogClock.begins(line) && StartLines.find(line, 0) < 0) {
            // A line of others between those of the message.
            return false;
        }
        if (section != Section.OTHER && (!line.startsWith("    ") || message.length() + body.length() > MAX_MESSAGE)) {
            finish();
        }
        if (section == Section.OTHER) {
            return learn(line);
        }
        if (line.startsWith("    Request-Line: ") || line.startsWith("    Status-Line: ")) {
            message.append(line, line.indexOf(": ") + 2, line.length()).append("\r\n");
        } else if (line.equals("    Message Header")) {
            section = Section.HEADERS;
        } else if (line.equals("    Message Body")) {
            section = Section.BODY;
        } else if (section == Section.HEADERS && indentation(line) == 8 && line.charAt(8) != '[') {
            message.append(line, 8, line.length()).append("\r\n");
        } else if (section == Section.BODY) {
            Matcher sdp = SDP_LINE.matcher(line);
            if (sdp.matches()) {
                body.append(sdp.group(1)).append('=').append(sdp.group(2)).append("\r\n");
            }
        }
        return true;
    }

    /** What stands before the line of a frame, marks of a quotation or what a log writes, stands before its details too. */
    private String withoutPrefix(String line) {
        if (section == Section.OTHER && (line.contains("Frame ") || line.contains(SIP))) {
            Matcher frame = FRAME.matcher(line);
            LinePrefix before = frame.find() ? new LinePrefix(frame.group(1)) : prefix;
            prefix = before.isDecoration() || before.isNumbered() ? before : prefix;
        }
        int end = prefix.endIn(line);
        return end < 0 ? line : line.substring(end);
    }

    /** Hands over the message whose lines are over. */
    void finish() {
        if (section == Section.HEADERS || section == Section.BODY) {
            message.append("\r\n").append(body);
            byte[] bytes = message.toString().getBytes(StandardCharsets.ISO_8859_1);
            sink.message(nanos, from, to, transport, bytes, 0, bytes.length);
            delivered = true;
        }
        section = Section.OTHER;
        message.setLength(0);
        body.setLength(0);
    }

    private boolean learn(String line) {
        if (line.startsWith("    Arrival Time:")) {
            nanos = clock.find(line);
            return true;
        }
        if (line.startsWith("    Epoch ")) {
            // The arrival time is that of some time zone; this one is not.
            Matcher epoch = EPOCH_TIME.matcher(line);
            nanos = epoch.find()
                    ? new BigDecimal(epoch.group(1)).movePointRight(9).longValue()
                    : nanos;
            return true;
        }
        if (line.startsWith("Frame ")) {
            nanos = listed;
            listed = RawMessageSink.NO_TIME;
            return false;
        }
        if (line.startsWith(" ") && line.length() > SHORTEST_LISTED) {
            listed = timeInList(line);
            return false;
        }
        Matcher matcher = ADDRESSES.matcher(line);
        if (matcher.find()) {
            source = matcher.group(1);
            destination = matcher.group(2);
            return true;
        }
        matcher = PORTS.matcher(line);
        if (matcher.find()) {
            transport = matcher.group(1).startsWith("User") ? Transport.UDP : Transport.TCP;
            from = EndpointText.parse(source, matcher.group(2));
            to = EndpointText.parse(destination, matcher.group(3));
            return true;
        }
        if (line.startsWith(SIP)) {
            section = Section.START;
            return true;
        }
        return false;
    }

    private long timeInList(String line) {
        Matcher row = LISTED.matcher(line);
        if (!row.find()) {
            return listed;
        }
        if (row.group(1) != null) {
            return clock.find(row.group(1));
        }
        BigDecimal seconds = new BigDecimal(row.group(2));
        LocalTime sinceBegin =
                LocalTime.MIDNIGHT.plusNanos(seconds.movePointRight(9).longValue());
        return seconds.intValue() < SECONDS_OF_DAY
                ? clock.find(WITH_FRACTION.format(sinceBegin))
                : RawMessageSink.NO_TIME;
    }

    private static int indentation(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < line.length() ? at : 0;
    }
}
