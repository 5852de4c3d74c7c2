package org.callcause.capture.text.dialect;

import static org.callcause.capture.text.dialect.RemoteDialect.ADDRESS;
import static org.callcause.capture.text.dialect.RemoteDialect.TRANSPORT;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * Cisco: {@code debug ccsip messages} of IOS and CUBE, where a line alone says {@code Sent:} or {@code Received:}, and
 * the SDL trace of Unified CM, the logs of phones and adapters, and the diagnostic log of Expressway.
 */
final class CiscoLogs {

    private static final Pattern UNIFIED_CM = Pattern.compile(
            "(?<way>Incoming|Outgoing) SIP " + TRANSPORT
                    + " message (?:from|to) (?<host>[0-9A-Fa-f.:xX*]+) on port (?<port>\\d{1,10})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern EXPRESSWAY = Pattern.compile(
            "Action=\"(?<way>Received|Sent)\"\\s+Local-ip=\"(?<local>[^\"]{1,60})\"\\s+Local-port=\"(?<localport>\\d{1,10})\"\\s+"
                    + "(?:Src|Dst)-ip=\"(?<host>[^\"]{1,60})\"\\s+(?:Src|Dst)-port=\"(?<port>\\d{1,10})\"");

    private CiscoLogs() {}

    static List<LogFormat> formats() {
        return List.of(
                LogFormat.of(
                        "Cisco IOS and CUBE, debug ccsip messages",
                        "Mar  2 09:14:05.120: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg: then Received:",
                        RemoteDialect.of("Sent:", "^\\W*Sent:\\s*$", "(?!)"),
                        RemoteDialect.of("Received:", "(?!)", "^\\W*Received:\\s*$"),
                        RemoteDialect.of("ccsipDisplayMsg:", "Msg:\\s*Sent:\\s*$", "Msg:\\s*Received:\\s*$")),
                LogFormat.of(
                        "Cisco Unified CM SDL trace",
                        "Incoming SIP TCP message from 192.0.2.10 on port 5060 index 12 with 640 bytes:",
                        CiscoLogs::unifiedCm),
                LogFormat.of(
                        "Cisco IP phones 7800 and 8800, console log; Jabber",
                        "0611 DEB Mar 02 09:14:05.120000 JAVA-sipio-recv<--- INVITE sip:bob@example.com SIP/2.0",
                        RemoteDialect.of("sipio-", "\\bsipio-sent-", "\\bsipio-recv<")),
                LogFormat.of(
                        "Cisco SPA and ATA (Linksys, Sipura) syslog",
                        "Mar  2 09:14:05 192.0.2.1 [0:5060]<<192.0.2.10:5060",
                        RemoteDialect.of("]->", "\\[\\d(?::\\d{1,5})?\\]->" + ADDRESS, "(?!)"),
                        RemoteDialect.of("]<<", "(?!)", "\\[\\d(?::\\d{1,5})?\\]<<" + ADDRESS)),
                LogFormat.of(
                        "Cisco Expressway diagnostic log",
                        "Module=\"network.sip\" Level=\"DEBUG\": Action=\"Received\" Local-ip=\"192.0.2.1\""
                                + " Local-port=\"5060\" Src-ip=\"192.0.2.10\" Src-port=\"5060\"",
                        CiscoLogs::expressway));
    }

    private static Optional<Announcement> unifiedCm(String line) {
        if (!line.contains(" SIP ") || !line.contains(" on port ")) {
            return Optional.empty();
        }
        Matcher matcher = UNIFIED_CM.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Endpoint far = EndpointText.parse(matcher.group("host"), matcher.group("port"));
        Transport transport = EndpointText.transport(matcher.group("transport"));
        return Optional.of(
                matcher.group("way").startsWith("I")
                        ? Announcement.received(far, Endpoint.UNKNOWN, transport)
                        : Announcement.sent(Endpoint.UNKNOWN, far, transport));
    }

    private static Optional<Announcement> expressway(String line) {
        if (!line.contains("Local-ip=")) {
            return Optional.empty();
        }
        Matcher matcher = EXPRESSWAY.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        Endpoint local = EndpointText.parse(matcher.group("local"), matcher.group("localport"));
        Endpoint far = EndpointText.parse(matcher.group("host"), matcher.group("port"));
        return Optional.of(
                matcher.group("way").equals("Received")
                        ? Announcement.received(far, local, Transport.UNKNOWN)
                        : Announcement.sent(local, far, Transport.UNKNOWN));
    }
}
