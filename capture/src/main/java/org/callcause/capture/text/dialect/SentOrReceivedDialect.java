package org.callcause.capture.text.dialect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * A line that says that a message was sent or received, as many programs write it: with the far end behind it ({@code
 * Outbound SIP message to 192.0.2.10:5061}, {@code received from ip = 192.0.2.10 port: 5061}), or at the end of the line
 * and without one.
 */
final class SentOrReceivedDialect implements Dialect {

    private static final int LONGEST = 400;
    private static final int LONGEST_WITHOUT_END = 160;

    private static final String SENT = "(?<sent>SENT|SEND|SENDING|TX|OUTGOING|OUTBOUND|TRANSMITTED|TRANSMITTING)";
    private static final String RECEIVED = "(?<received>RECEIVED|RECV|RECEIVING|RX|INCOMING|INBOUND)";
    private static final String PEER = "[:=]?\\s{0,3}(?:ip ?= ?)?(?:(?<transport>udp|tcp|tls|sctp|wss?)(?:://|[:/ ]))?"
            + "(?<host>\\[[0-9A-Fa-f:.%]{2,60}\\]|\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Za-z\\x80-\\xFF_*-]{1,60}(?:\\.[0-9A-Za-z\\x80-\\xFF_*-]{1,60}){1,8}(?=:\\d))(?:(?::|,?"
            + " (?:on )?port:? ?=? ?)(?<port>\\d{1,10}))?(?!\\w|:\\d|\\.\\w)";
    private static final Pattern WITH_END = Pattern.compile(
            "\\b(?:" + SENT + "\\b.{0,160}?\\bto|" + RECEIVED + "\\b.{0,160}?\\bfrom)" + PEER,
            Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES);
    private static final Pattern ALONE = Pattern.compile(
            "(?:^|[|\\]>] ?|\\s)(?:" + SENT + "|" + RECEIVED
                    + ")(?: (?:SIP )?(?:REQUEST|RESPONSE|MESSAGE|MSG))?\\s*(?::|-{2,})\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES);

    // One of these begins a word in every such line; looking for them costs less than the patterns.
    private static final List<String> STEMS =
            List.of("SEN", "TX", "OUTGO", "OUTBO", "TRANSMIT", "RECEIV", "RECV", "RX", "INCOM", "INBOU");
    private static final String STEM_BEGINS = "STORIstori";

    @Override
    public Optional<Announcement> read(String line) {
        if (line.length() > LONGEST || !hasStem(line)) {
            return Optional.empty();
        }
        if (line.contains("to") || line.contains("from") || line.contains("From")) {
            Matcher matcher = WITH_END.matcher(line);
            if (matcher.find()) {
                return withEnd(matcher);
            }
        }
        if (line.length() > LONGEST_WITHOUT_END || (line.indexOf(':') < 0 && line.indexOf("--") < 0)) {
            return Optional.empty();
        }
        Matcher matcher = ALONE.matcher(line);
        return matcher.find()
                ? Optional.of(announcement(matcher, Endpoint.UNKNOWN, Transport.UNKNOWN))
                : Optional.empty();
    }

    private static boolean hasStem(String line) {
        for (int i = 0; i + 1 < line.length(); i++) {
            if (STEM_BEGINS.indexOf(line.charAt(i)) < 0 || (i > 0 && isWord(line.charAt(i - 1)))) {
                continue;
            }
            for (String stem : STEMS) {
                if (line.regionMatches(true, i, stem, 0, stem.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static Optional<Announcement> withEnd(Matcher matcher) {
        String host = matcher.group("host");
        String port = matcher.group("port");
        boolean bracketed = host.startsWith("[");
        Endpoint peer =
                EndpointText.parse(bracketed ? host.substring(1, host.length() - 1) : host, port == null ? "" : port);
        String transport = matcher.group("transport");
        return peer.isKnown()
                ? Optional.of(announcement(
                        matcher, peer, transport == null ? Transport.UNKNOWN : EndpointText.transport(transport)))
                : Optional.empty();
    }

    private static Announcement announcement(Matcher matcher, Endpoint peer, Transport transport) {
        return matcher.group("sent") != null
                ? Announcement.sent(Endpoint.UNKNOWN, peer, transport)
                : Announcement.received(peer, Endpoint.UNKNOWN, transport);
    }
}
