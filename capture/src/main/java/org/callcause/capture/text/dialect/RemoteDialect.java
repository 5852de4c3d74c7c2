package org.callcause.capture.text.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * Lines of an element that says what it sent and received. Each pattern may have the groups {@code transport},
 * {@code address} (the far end) and {@code local} (its own end).
 *
 * @param hint what stands in each such line; it is looked for before the patterns, because it costs less
 */
record RemoteDialect(String hint, Pattern sent, Pattern received) implements Dialect {

    /** For patterns: a transport. */
    static final String TRANSPORT = "(?<transport>udp|tcp|tls|ssl|wss|ws|sctp)";

    /** For patterns: an address with a port, which may be masked, or too large to be one: then it is seen to be none. */
    static final String ADDRESS = address("address");

    /** In UTF-8 many a letter has the byte 85, which is a line end to a pattern unless it is told otherwise. */
    static RemoteDialect of(String hint, String sent, String received) {
        return new RemoteDialect(
                hint,
                Pattern.compile(sent, Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES),
                Pattern.compile(received, Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES));
    }

    static String address(String group) {
        return "(?<" + group + ">\\[[0-9A-Fa-f:.%]+\\]:\\d{1,10}|[0-9A-Za-z\\x80-\\xFF._*:-]{1,255}:[0-9*xX]{1,10})";
    }

    @Override
    public Optional<Announcement> read(String line) {
        if (!line.contains(hint)) {
            return Optional.empty();
        }
        Matcher matcher = sent.matcher(line);
        if (matcher.find()) {
            return Optional.of(
                    Announcement.sent(endpoint(matcher, "local"), endpoint(matcher, "address"), transport(matcher)));
        }
        matcher = received.matcher(line);
        return matcher.find()
                ? Optional.of(Announcement.received(
                        endpoint(matcher, "address"), endpoint(matcher, "local"), transport(matcher)))
                : Optional.empty();
    }

    private static Endpoint endpoint(Matcher matcher, String name) {
        return group(matcher, name).map(EndpointText::parse).orElse(Endpoint.UNKNOWN);
    }

    private static Transport transport(Matcher matcher) {
        return group(matcher, "transport").map(EndpointText::transport).orElse(Transport.UNKNOWN);
    }

    private static Optional<String> group(Matcher matcher, String name) {
        // A pattern need not have the group, and a line need not fill it.
        return matcher.pattern().pattern().contains("(?<" + name + ">")
                ? Optional.ofNullable(matcher.group(name))
                : Optional.empty();
    }
}
