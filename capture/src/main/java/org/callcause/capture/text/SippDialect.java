package org.callcause.capture.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.dialog.Endpoint;

/**
 * SIPp's message log: a line of dashes with the time, then {@code UDP message sent (600 bytes):}. It names neither
 * end.
 */
final class SippDialect implements AnnouncementDialect {

    private static final Pattern LINE = Pattern.compile("^(\\w+) message (?:sent|received) [(\\[]\\d+");

    @Override
    public Optional<Announcement> read(String line) {
        if (!line.contains(" message ")) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(line);
        return matcher.find()
                ? Optional.of(new Announcement(
                        RawMessageSink.NO_TIME,
                        Endpoint.UNKNOWN,
                        Endpoint.UNKNOWN,
                        EndpointText.transport(matcher.group(1))))
                : Optional.empty();
    }
}
