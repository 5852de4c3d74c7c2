package org.callcause.capture.text.dialect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * JAIN-SIP's own trace ({@code gov.nist.javax.sip.SERVER_LOG}): attributes of a {@code message} element, each on a line
 * or all on one, with the time in milliseconds since 1970, before the message in a CDATA section.
 */
final class JavaStackLogs {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\b(?<name>from|to|time) ?= ?\"(?<value>[^\"]{1,100})\"");
    private static final Pattern ELEMENT = Pattern.compile(
            "<message\\b|(?:^|\\s)(?:from|to|time|isSender|transactionId|callId|firstLine) ?="
                    + " ?\"[^\"]{0,200}\"\\s*>?\\s*$",
            Pattern.UNIX_LINES);
    private static final int LONGEST = 400;
    private static final long NANOS_PER_MILLISECOND = 1_000_000L;

    private JavaStackLogs() {}

    static List<LogFormat> formats() {
        return List.of(LogFormat.of(
                "JAIN-SIP trace",
                "<message from=\"192.0.2.10:5060\" to=\"192.0.2.1:5060\" time=\"1772442845120\" isSender=\"false\"",
                JavaStackLogs::attributes));
    }

    private static Optional<Announcement> attributes(String line) {
        boolean mayBe = line.indexOf('"') >= 0 || line.contains("<message");
        if (!mayBe || line.length() > LONGEST || !ELEMENT.matcher(line).find()) {
            return Optional.empty();
        }
        Endpoint from = Endpoint.UNKNOWN;
        Endpoint to = Endpoint.UNKNOWN;
        long nanos = RawMessageSink.NO_TIME;
        Matcher matcher = ATTRIBUTE.matcher(line);
        while (matcher.find()) {
            String value = matcher.group("value");
            switch (matcher.group("name")) {
                case "from" -> from = EndpointText.parse(value);
                case "to" -> to = EndpointText.parse(value);
                default -> nanos = nanos(value);
            }
        }
        return Optional.of(Announcement.between(from, to, Transport.UNKNOWN).and(Announcement.at(nanos)));
    }

    private static long nanos(String value) {
        boolean number = value.length() <= 13 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(value) * NANOS_PER_MILLISECOND : RawMessageSink.NO_TIME;
    }
}
