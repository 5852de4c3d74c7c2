package org.callcause.capture.text.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** A line that ends by saying that a message was sent or received, as many programs write it, and names no end. */
final class SentOrReceivedDialect implements Dialect {

    private static final int LONGEST = 160;
    private static final Pattern LINE = Pattern.compile(
            "(?:^|[|\\]>]"
                    + " ?|\\s)(?:(?<sent>SENT|SEND|SENDING|TX|OUTGOING|OUTBOUND)|(?<received>RECEIVED|RECV|RECEIVING|RX|INCOMING|INBOUND))(?:"
                    + " (?:SIP )?(?:REQUEST|RESPONSE|MESSAGE|MSG))?\\s*:\\s*$",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Announcement> read(String line) {
        if (line.length() > LONGEST || line.indexOf(':') < 0) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(
                matcher.group("sent") != null
                        ? Announcement.sent(Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN)
                        : Announcement.received(Endpoint.UNKNOWN, Endpoint.UNKNOWN, Transport.UNKNOWN));
    }
}
