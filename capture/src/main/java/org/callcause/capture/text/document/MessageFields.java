package org.callcause.capture.text.document;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callcause.capture.source.Direction;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.HeaderLines;
import org.callcause.capture.text.LogClock;
import org.callcause.capture.text.MessageEnd;
import org.callcause.capture.text.SinceEpoch;
import org.callcause.capture.text.StartLines;
import org.callcause.capture.text.dialect.EndpointText;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** What the named values of one record tell of one message. Names that tell nothing are passed over. */
final class MessageFields {

    private static final int LONGEST_MESSAGE = 1 << 17;
    private static final int LONGEST_VALUE = 200;
    private static final String CRLF = "\r\n";
    private static final String EMPTY_LINE = CRLF + CRLF;

    private static final Map<String, String> SDP_LINES = Map.ofEntries(
            Map.entry("sdp.version", "v"),
            Map.entry("sdp.owner", "o"),
            Map.entry("sdp.session_name", "s"),
            Map.entry("sdp.session_info", "i"),
            Map.entry("sdp.connection_info", "c"),
            Map.entry("sdp.bandwidth", "b"),
            Map.entry("sdp.time", "t"),
            Map.entry("sdp.repeat_time", "r"),
            Map.entry("sdp.timezone", "z"),
            Map.entry("sdp.encryption_key", "k"),
            Map.entry("sdp.media", "m"),
            Map.entry("sdp.media_title", "i"),
            Map.entry("sdp.media_attr", "a"),
            Map.entry("sdp.session_attr", "a"));

    private final Map<MessageField, String> values = new EnumMap<>(MessageField.class);
    private final StringBuilder body = new StringBuilder();
    private String whole = "";
    private String startLine = "";
    private String headers = "";
    private String rest = "";

    /** Takes a named value as it stands in the document, each character one of text. */
    void put(String name, String value) {
        String key = dotted(name.toLowerCase(Locale.ROOT));
        Optional<MessageField> field = MessageField.named(key);
        if (field.isPresent() && value.length() <= LONGEST_VALUE) {
            // An IP header number that is no transport, as that of a tunnel, must not hide one.
            if (field.get() != MessageField.TRANSPORT || transport(value) != Transport.UNKNOWN) {
                values.put(field.get(), value);
            }
        } else if (key.equals("sip.request-line") || key.equals("sip.status-line")) {
            startLine = value;
        } else if (key.equals("sip.msg_hdr")) {
            // Some versions of tshark have the rest of the message here too.
            int end = value.indexOf(EMPTY_LINE);
            headers = end < 0 ? value : value.substring(0, end);
            rest = end < 0 ? "" : value.substring(end + EMPTY_LINE.length());
        } else if (SDP_LINES.containsKey(key)) {
            bodyLine(SDP_LINES.get(key) + "=" + value);
        } else if (isMessage(value)) {
            whole = value.stripLeading();
        }
    }

    /** The name as tshark writes it elsewhere: {@code -T ek} writes {@code ip_ip_src} for {@code ip.src}. */
    private static String dotted(String name) {
        int end = name.indexOf('_');
        boolean repeated = end > 0 && name.startsWith(name.substring(0, end + 1), end + 1);
        return repeated ? name.substring(0, end) + '.' + name.substring(2 * end + 2) : name;
    }

    void bodyLine(String line) {
        if (body.length() + line.length() < LONGEST_MESSAGE) {
            body.append(line).append(CRLF);
        }
    }

    /** Whether the record holds a message. */
    boolean hasMessage() {
        return !whole.isEmpty() || (!startLine.isEmpty() && !headers.isEmpty());
    }

    /** Takes over what a record within this one told. */
    void putAll(MessageFields inner) {
        values.putAll(inner.values);
        body.append(inner.body);
        whole = inner.whole.isEmpty() ? whole : inner.whole;
        startLine = inner.startLine.isEmpty() ? startLine : inner.startLine;
        headers = inner.headers.isEmpty() ? headers : inner.headers;
        rest = inner.rest.isEmpty() ? rest : inner.rest;
    }

    static boolean isMessage(String value) {
        if (value.length() < 40 || value.length() > LONGEST_MESSAGE || !value.contains("SIP/2.0")) {
            return false;
        }
        String text = value.stripLeading();
        String first = text.lines().findFirst().orElse("");
        return StartLines.find(first, 0) == 0
                && text.lines().skip(1).filter(HeaderLines::isTelling).limit(2).count() == 2;
    }

    void deliver(LoggedMessageSink sink, LogClock clock) {
        byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
        Endpoint from = EndpointText.parse(value(MessageField.FROM_HOST), value(MessageField.FROM_PORT));
        Endpoint to = EndpointText.parse(value(MessageField.TO_HOST), value(MessageField.TO_PORT));
        sink.message(direction(), nanos(clock), from, to, transport(value(MessageField.TRANSPORT)), bytes);
    }

    private String text() {
        if (!whole.isEmpty()) {
            return MessageEnd.restored(whole);
        }
        StringBuilder text = new StringBuilder(startLine.strip()).append(CRLF);
        headers.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append(line).append(CRLF));
        return text.append(CRLF).append(rest.isEmpty() ? body : rest).toString();
    }

    private String value(MessageField field) {
        return values.getOrDefault(field, "");
    }

    private Direction direction() {
        return switch (value(MessageField.DIRECTION).toLowerCase(Locale.ROOT)) {
            case "in", "incoming", "received", "recv", "rx" -> Direction.RECEIVED;
            case "out", "outgoing", "sent", "send", "tx" -> Direction.SENT;
            default -> Direction.UNKNOWN;
        };
    }

    /** The number of the protocol in an IP header, or its name. */
    private static Transport transport(String value) {
        return switch (value) {
            case "6" -> Transport.TCP;
            case "17" -> Transport.UDP;
            case "132" -> Transport.SCTP;
            default -> EndpointText.transport(value);
        };
    }

    private long nanos(LogClock clock) {
        String seconds = value(MessageField.SECONDS);
        if (!seconds.isEmpty()) {
            String micros = value(MessageField.MICROSECONDS);
            long whole = nanos(seconds, clock);
            long rest = micros.isEmpty() ? 0 : nanos(micros, clock);
            boolean valid = whole != RawMessageSink.NO_TIME && rest != RawMessageSink.NO_TIME;
            // Read as a number of seconds, a million of microseconds is a million seconds.
            return valid ? whole + rest / 1_000_000 : whole;
        }
        return nanos(value(MessageField.TIME), clock);
    }

    /** A date and time, or a number since 1970 of which the size tells whether it counts seconds or parts of them. */
    private static long nanos(String value, LogClock clock) {
        if (value.isEmpty() || value.length() > 30) {
            return RawMessageSink.NO_TIME;
        }
        if (!value.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'))) {
            return clock.find(value);
        }
        return SinceEpoch.nanos(value);
    }
}
