package org.callcause.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.callcause.dialog.Endpoint;

/** The two ends of an exchange with their names and numbers, and the lines they write. */
final class ExchangeText {

    private static final String[] PHONES = {
        "Yealink SIP-T46U 108.86.0.20",
        "PolyEdge-E350-UA/8.1.3.1",
        "snomD785/10.1.184.14",
        "Zoiper v2.10.20.4",
        "MicroSIP/3.21.5"
    };
    private static final String[] SERVERS = {
        "Asterisk PBX 20.9.3", "FreeSWITCH-mod_sofia/1.10.12", "kamailio (5.8.3 (x86_64/linux))", "Oracle SBC 9.3"
    };

    /** Shared by all calls, as the readers of captures share them. */
    private static final List<Endpoint> PHONE_ENDS = IntStream.range(0, 2_000)
            .mapToObj(host -> new Endpoint("10.20." + host / 250 + "." + (host % 250 + 1), 5060 + host % 3))
            .toList();

    private static final List<Endpoint> SERVER_ENDS = IntStream.rangeClosed(1, 20)
            .mapToObj(host -> new Endpoint("192.0.2." + host, 5060))
            .toList();

    private final Random random;
    private final Endpoint phone;
    private final Endpoint server;
    private final String userAgent;
    private final String serverName;
    private final String caller;
    private final String callee;
    private final String domain;
    private final String callId;
    private final String fromTag;
    private final String toTag;
    private final int firstSequence;

    ExchangeText(Random random) {
        this.random = random;
        int host = random.nextInt(PHONE_ENDS.size());
        this.phone = PHONE_ENDS.get(host);
        this.server = SERVER_ENDS.get(random.nextInt(SERVER_ENDS.size()));
        this.userAgent = PHONES[host % PHONES.length];
        this.serverName = SERVERS[random.nextInt(SERVERS.length)];
        this.caller = "+49301" + (100_000 + random.nextInt(900_000));
        this.callee = "+4940" + (1_000_000 + random.nextInt(9_000_000));
        this.domain = "voice" + random.nextInt(10) + ".example.com";
        this.callId = hexadecimal(16) + (random.nextBoolean() ? "@" + phone.host() : "");
        this.fromTag = hexadecimal(4);
        this.toTag = hexadecimal(5);
        this.firstSequence = 1 + random.nextInt(30_000);
    }

    Endpoint phone() {
        return phone;
    }

    Endpoint server() {
        return server;
    }

    int firstSequence() {
        return firstSequence;
    }

    /** The address of the registrar. */
    String registrar() {
        return "sip:" + domain;
    }

    /** The address that the caller dials. */
    String dialled() {
        return "sip:" + callee + "@" + domain + ";user=phone";
    }

    /** The address at which the server is reached within the dialog. */
    String remoteTarget() {
        return "sip:" + callee + "@" + server.host() + ":5060";
    }

    String preferredIdentity() {
        return "P-Preferred-Identity: <sip:" + caller + "@" + domain + ">";
    }

    String challenge(String nonce) {
        return "WWW-Authenticate: Digest realm=\"" + domain + "\", nonce=\"" + nonce
                + "\", algorithm=MD5, qop=\"auth\"";
    }

    String credentials(String nonce) {
        return "Authorization: Digest username=\"" + caller + "\", realm=\"" + domain
                + "\", nonce=\"" + nonce + "\", uri=\"" + registrar() + "\", response=\""
                + hexadecimal(16)
                + "\", algorithm=MD5, cnonce=\"" + hexadecimal(4) + "\", qop=auth, nc=00000001";
    }

    String request(
            String method, String target, String branch, int sequence, boolean withToTag, String more, String body) {
        return method + " " + target + " SIP/2.0\r\n"
                + via(branch, "")
                + common(method, sequence, withToTag) + more + headers("User-Agent: " + userAgent) + end(body);
    }

    String response(
            String statusLine,
            String method,
            String branch,
            int sequence,
            boolean withToTag,
            String more,
            String body) {
        return "SIP/2.0 " + statusLine + "\r\n"
                + via(branch, ";received=" + phone.host())
                + common(method, sequence, withToTag) + more + headers("Server: " + serverName) + end(body);
    }

    private String via(String branch, String received) {
        return headers("Via: SIP/2.0/UDP " + phone.host() + ":" + phone.port() + ";branch=" + branch + ";rport"
                + (received.isEmpty() ? "" : "=" + phone.port() + received));
    }

    private String common(String method, int sequence, boolean withToTag) {
        String to = method.equals("REGISTER") ? caller : callee;
        return headers(
                "From: \"" + caller + "\" <sip:" + caller + "@" + domain + ">;tag=" + fromTag,
                "To: <sip:" + to + "@" + domain + ">" + (withToTag ? ";tag=" + toTag : ""),
                "Call-ID: " + callId,
                "CSeq: " + sequence + " " + method);
    }

    String contact() {
        return "Contact: <sip:" + caller + "@" + phone.host() + ":" + phone.port() + ";ob>";
    }

    String target() {
        return "Contact: <" + remoteTarget() + ">";
    }

    static String allow() {
        return "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK, REFER, NOTIFY";
    }

    String session(Endpoint side, String formats, String... mappings) {
        int session = random.nextInt(Integer.MAX_VALUE);
        return String.join(
                "\r\n",
                "v=0",
                "o=- " + session + " " + session + " IN IP4 " + side.host(),
                "s=call",
                "c=IN IP4 " + side.host(),
                "t=0 0",
                "m=audio " + (16_384 + 2 * random.nextInt(8_000)) + " RTP/AVP " + formats,
                String.join("\r\n", mappings),
                "a=rtpmap:101 telephone-event/8000",
                "a=fmtp:101 0-16",
                "a=ptime:20",
                "a=sendrecv",
                "");
    }

    private static String end(String body) {
        String type = body.isEmpty() ? "" : headers("Content-Type: application/sdp");
        return type + headers("Content-Length: " + body.length()) + "\r\n" + body;
    }

    static String headers(String... lines) {
        StringBuilder text = new StringBuilder(512);
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    String branch() {
        return "z9hG4bK" + hexadecimal(8);
    }

    String hexadecimal(int bytes) {
        StringBuilder text = new StringBuilder(2 * bytes);
        for (int i = 0; i < 2 * bytes; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
