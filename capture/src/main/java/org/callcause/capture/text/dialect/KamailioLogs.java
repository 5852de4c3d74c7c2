package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * Kamailio and OpenSIPS: what scripts write by xlog, the debug log of the core, and rows of the {@code sip_trace} table,
 * in which the ends stand in columns of their own.
 */
final class KamailioLogs {

    private static final Pattern COLUMN = Pattern.compile(
            "^\\s*(?<end>fromip|toip|from_ip|to_ip)\\s*[:=|]\\s*(?:(?<transport>udp|tcp|tls|sctp|wss?):)?(?<address>\\S+)");

    private KamailioLogs() {}

    static List<LogFormat> formats() {
        return List.of(
                LogFormat.of(
                        "Kamailio and OpenSIPS xlog",
                        "INFO: <script>: received from udp:192.0.2.10:5060 to udp:192.0.2.1:5060",
                        RemoteDialect.of(
                                "socket: (", "(?!)", "received on " + TRANSPORT + " socket: \\(\\d+/\\d+/\\d+\\)")),
                LogFormat.of(
                        "Kamailio and OpenSIPS sip_trace rows", "fromip: udp:192.0.2.10:5060", KamailioLogs::column));
    }

    private static Optional<Announcement> column(String line) {
        if (!line.contains("ip") || line.length() > 200) {
            return Optional.empty();
        }
        Matcher matcher = COLUMN.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Endpoint endpoint = EndpointText.parse(matcher.group("address"));
        String word = matcher.group("transport");
        Transport transport = word == null ? Transport.UNKNOWN : EndpointText.transport(word);
        return Optional.of(
                matcher.group("end").startsWith("from")
                        ? Announcement.between(endpoint, Endpoint.UNKNOWN, transport)
                        : Announcement.between(Endpoint.UNKNOWN, endpoint, transport));
    }
}
