package org.callcause.testkit.mangled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;

/**
 * A captured message taken apart, so that single parts can be changed. Text stands for bytes, one character each.
 *
 * @param nanos when it was seen, if the source says so
 * @param from who sent it
 * @param to who it was sent to
 * @param transport what carried it
 * @param start the request line or status line
 * @param headers the lines between it and the body
 * @param body what stands behind the empty line
 */
record Sheet(
        OptionalLong nanos,
        Endpoint from,
        Endpoint to,
        Transport transport,
        String start,
        List<HeaderLine> headers,
        String body) {

    private static final SipParser PARSER = new SipParser();
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final String EMPTY_LINE = "\r\n\r\n";

    Sheet {
        headers = List.copyOf(headers);
    }

    static Sheet of(CapturedMessage captured) {
        String text = new String(captured.message().toBytes(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf(EMPTY_LINE);
        String head = end < 0 ? text : text.substring(0, end);
        List<String> lines = head.lines().toList();
        return new Sheet(
                captured.hasTime() ? OptionalLong.of(captured.nanos()) : OptionalLong.empty(),
                captured.from(),
                captured.to(),
                captured.transport(),
                lines.get(0),
                lines.stream().skip(1).map(HeaderLine::of).toList(),
                end < 0 ? "" : text.substring(end + EMPTY_LINE.length()));
    }

    /** The message that these parts make; none where they are no SIP message any more. */
    Optional<CapturedMessage> captured(long index) {
        StringBuilder text = new StringBuilder(start).append("\r\n");
        headers.forEach(line -> text.append(line.text()).append("\r\n"));
        text.append("\r\n").append(body);
        Optional<SipMessage> message = PARSER.parse(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        return message.map(read -> nanos.isPresent()
                ? CapturedMessage.of(index, nanos.getAsLong(), from, to, transport, read)
                : CapturedMessage.untimed(index, from, to, transport, read));
    }

    boolean isResponse() {
        return start.startsWith("SIP/");
    }

    /** The value of the first header of this name. */
    Optional<String> value(String name) {
        int at = find(name);
        return at < 0 ? Optional.empty() : Optional.of(headers.get(at).value());
    }

    private int find(String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    Sheet at(OptionalLong time) {
        return new Sheet(time, from, to, transport, start, headers, body);
    }

    /** Seen so much later. */
    Sheet delayed(long delay) {
        return nanos.isPresent() ? at(OptionalLong.of(nanos.getAsLong() + delay)) : this;
    }

    Sheet between(Endpoint sender, Endpoint receiver) {
        return new Sheet(nanos, sender, receiver, transport, start, headers, body);
    }

    Sheet over(Transport other) {
        return new Sheet(nanos, from, to, other, start, headers, body);
    }

    Sheet beginning(String line) {
        return new Sheet(nanos, from, to, transport, line, headers, body);
    }

    Sheet with(List<HeaderLine> lines) {
        return new Sheet(nanos, from, to, transport, start, lines, body);
    }

    /** With this value in the first header of the name, or with such a header where there was none. */
    Sheet with(String name, String value) {
        List<HeaderLine> lines = new ArrayList<>(headers);
        int at = find(name);
        if (at < 0) {
            lines.add(new HeaderLine(name, value));
        } else {
            lines.set(at, new HeaderLine(name, value));
        }
        return with(lines);
    }

    /** Without any header of the name. */
    Sheet without(String name) {
        return with(headers.stream()
                .filter(line -> !line.name().equalsIgnoreCase(name))
                .toList());
    }

    /** With another body, whatever is said of its length. */
    Sheet carryingUnsaid(String text) {
        return new Sheet(nanos, from, to, transport, start, headers, text);
    }

    /** With another body, and its length said where one was said. */
    Sheet carrying(String text) {
        Sheet other = carryingUnsaid(text);
        return find(CONTENT_LENGTH) < 0 ? other : other.with(CONTENT_LENGTH, String.valueOf(text.length()));
    }
}
