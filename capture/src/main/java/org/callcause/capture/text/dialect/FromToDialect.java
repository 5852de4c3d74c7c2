package org.callcause.capture.text.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** A line that says {@code from 192.0.2.10:5060 to 192.0.2.1:5060}, as scripts and programs of all kinds do. */
final class FromToDialect implements Dialect {

    private static final String END = "(?:(?<%1$stransport>udp|tcp|tls|sctp|wss|ws)[:/ ])?%2$s";
    private static final Pattern LINE = Pattern.compile(
            "\\bfrom[ =:]+" + END.formatted("left", RemoteDialect.address("from")) + ",? to[ =:]+"
                    + END.formatted("right", RemoteDialect.address("to")),
            Pattern.CASE_INSENSITIVE);

    @Override
    public Optional<Announcement> read(String line) {
        if (!line.contains("rom") || !line.contains(" to")) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Endpoint from = EndpointText.parse(matcher.group("from"));
        Endpoint to = EndpointText.parse(matcher.group("to"));
        if (!from.isKnown() || !to.isKnown()) {
            return Optional.empty();
        }
        String word = matcher.group("lefttransport");
        return Optional.of(
                Announcement.between(from, to, word == null ? Transport.UNKNOWN : EndpointText.transport(word)));
    }
}
