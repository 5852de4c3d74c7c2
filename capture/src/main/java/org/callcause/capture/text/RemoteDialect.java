package org.callcause.capture.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/**
 * Lines of a server that names the other end only, "sent to" or "received from": the server's own address is not
 * told. A dialect is two patterns, each with a group {@code transport} (which may be absent in the line) and a group
 * {@code address}.
 */
record RemoteDialect(String hint, Pattern sent, Pattern received) implements AnnouncementDialect {

    private static final String TRANSPORT = "(?<transport>udp|tcp|tls|wss|ws|sctp)";
    private static final String ADDRESS = "(?<address>\\[[0-9A-Fa-f:.%]+\\]:\\d{1,5}|[0-9A-Za-z._:-]+:\\d{1,5})";

    /** FreeSWITCH's sofia: {@code recv 512 bytes from udp/[192.0.2.1]:5060 at 04:05:06.070809:}. */
    private static final RemoteDialect SOFIA = of(
            " bytes ",
            "\\bsend \\d+ bytes to " + TRANSPORT + "/" + ADDRESS,
            "\\brecv \\d+ bytes from " + TRANSPORT + "/" + ADDRESS);

    /** Asterisk's PJSIP: {@code <--- Received SIP request (640 bytes) from UDP:192.0.2.1:5060 --->}. */
    private static final RemoteDialect ASTERISK_PJSIP = of(
            "<--- ",
            "<--- Transmitting SIP (?:request|response) .*?to (?:" + TRANSPORT + ":)?" + ADDRESS,
            "<--- Received SIP (?:request|response) .*?from (?:" + TRANSPORT + ":)?" + ADDRESS);

    /** Asterisk's chan_sip: {@code <--- SIP read from UDP:192.0.2.1:5060 --->}, {@code Transmitting (NAT) to …}. */
    private static final RemoteDialect ASTERISK_CHAN_SIP = of(
            "",
            "(?:Ret|T)ransmitting (?:#\\d+ )?\\((?:no )?NAT\\) to (?:" + TRANSPORT + ":)?" + ADDRESS,
            "<--- SIP read from (?:" + TRANSPORT + ":)?" + ADDRESS);

    /** PJSIP's own log: {@code TX 333 bytes Request msg ACK/cseq=7 (tdta0x1f) to UDP 192.0.2.1:5060:}. */
    private static final RemoteDialect PJSIP = of(
            " bytes ",
            "\\bTX \\d+ bytes .*? to " + TRANSPORT + " " + ADDRESS,
            "\\bRX \\d+ bytes .*? from " + TRANSPORT + " " + ADDRESS);

    /** AudioCodes: {@code ---- Outgoing SIP Message to 192.0.2.1:5060 from SIPInterface #1}. */
    private static final RemoteDialect AUDIOCODES = of(
            "---- ",
            "---- Outgoing SIP Message to " + ADDRESS + "(?: .*?" + TRANSPORT + ")?",
            "---- Incoming SIP Message from " + ADDRESS + "(?: .*?" + TRANSPORT + ")?");

    /** All of them. */
    static final List<AnnouncementDialect> ALL = List.of(SOFIA, ASTERISK_PJSIP, ASTERISK_CHAN_SIP, PJSIP, AUDIOCODES);

    private static RemoteDialect of(String hint, String sent, String received) {
        return new RemoteDialect(
                hint,
                Pattern.compile(sent, Pattern.CASE_INSENSITIVE),
                Pattern.compile(received, Pattern.CASE_INSENSITIVE));
    }

    @Override
    public Optional<Announcement> read(String line) {
        if (!line.contains(hint)) {
            return Optional.empty();
        }
        Matcher matcher = sent.matcher(line);
        if (matcher.find()) {
            return Optional.of(
                    new Announcement(RawMessageSink.NO_TIME, Endpoint.UNKNOWN, address(matcher), transport(matcher)));
        }
        matcher = received.matcher(line);
        if (matcher.find()) {
            return Optional.of(
                    new Announcement(RawMessageSink.NO_TIME, address(matcher), Endpoint.UNKNOWN, transport(matcher)));
        }
        return Optional.empty();
    }

    private static Endpoint address(Matcher matcher) {
        return EndpointText.parse(matcher.group("address"));
    }

    private static Transport transport(Matcher matcher) {
        String word = matcher.group("transport");
        return word == null ? Transport.UNKNOWN : EndpointText.transport(word);
    }
}
