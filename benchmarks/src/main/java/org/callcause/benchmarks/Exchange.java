package org.callcause.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.callcause.dialog.Endpoint;

/** Writes the messages of one exchange between a phone and its server. The same number always gives the same bytes. */
final class Exchange {

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
    private static final long MILLISECOND = 1_000_000;

    private final Story story;
    private final Instant start;
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
    private final List<Sent> messages = new ArrayList<>(8);
    private long elapsed;

    private Exchange(int number, Story story, Instant start) {
        this.story = story;
        this.start = start;
        this.random = new Random(number * 0x9E3779B97F4A7C15L);
        int host = random.nextInt(2_000);
        this.phone = new Endpoint("10.20." + host / 250 + "." + (host % 250 + 1), 5060 + host % 3);
        this.server = new Endpoint("192.0.2." + (random.nextInt(20) + 1), 5060);
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

    static List<Sent> messages(int number, Story story, Instant start) {
        Exchange exchange = new Exchange(number, story, start);
        switch (story) {
            case REGISTRATION -> exchange.registration();
            case PROBE -> exchange.probe();
            default -> exchange.call();
        }
        return exchange.messages;
    }

    private void call() {
        String branch = branch();
        int sequence = firstSequence;
        String target = "sip:" + callee + "@" + domain + ";user=phone";
        request(
                "INVITE",
                target,
                branch,
                sequence,
                false,
                headers(
                        "Max-Forwards: 70",
                        contact(),
                        allow(),
                        "Supported: replaces, timer, 100rel",
                        "Session-Expires: 1800;refresher=uac",
                        "Min-SE: 90",
                        "P-Preferred-Identity: <sip:" + caller + "@" + domain + ">"),
                session(phone, "9 8 0 101", "a=rtpmap:9 G722/8000", "a=rtpmap:8 PCMA/8000", "a=rtpmap:0 PCMU/8000"));
        pass(8 + random.nextInt(10));
        response(100, "Trying", "INVITE", branch, sequence, false, "", "");
        if (story.rings()) {
            pass(300 + random.nextInt(900));
            response(180, "Ringing", "INVITE", branch, sequence, true, headers(target(), allow()), "");
            pass(2_000 + random.nextInt(6_000));
        } else {
            pass(30 + random.nextInt(200));
        }
        if (story != Story.ANSWERED) {
            String more = story == Story.OVERLOADED ? headers("Retry-After: " + (5 + random.nextInt(60))) : "";
            response(story.status(), story.phrase(), "INVITE", branch, sequence, true, more, "");
            pass(5);
            request("ACK", target, branch, sequence, true, headers("Max-Forwards: 70"), "");
            return;
        }
        response(
                200,
                "OK",
                "INVITE",
                branch,
                sequence,
                true,
                headers(
                        target(),
                        allow(),
                        "Supported: replaces, timer",
                        "Require: timer",
                        "Session-Expires: 1800;refresher=uac"),
                session(server, "8 101", "a=rtpmap:8 PCMA/8000"));
        pass(10);
        request(
                "ACK",
                "sip:" + callee + "@" + server.host() + ":5060",
                branch(),
                sequence,
                true,
                headers("Max-Forwards: 70", contact()),
                "");
        pass(5_000 + random.nextInt(40_000));
        String ending = branch();
        request(
                "BYE",
                "sip:" + callee + "@" + server.host() + ":5060",
                ending,
                sequence + 1,
                true,
                headers("Max-Forwards: 70", "Reason: Q.850;cause=16;text=\"Normal call clearing\""),
                "");
        pass(6);
        response(200, "OK", "BYE", ending, sequence + 1, true, "", "");
    }

    private void registration() {
        String branch = branch();
        String registrar = "sip:" + domain;
        request(
                "REGISTER",
                registrar,
                branch,
                firstSequence,
                false,
                headers("Max-Forwards: 70", contact(), "Expires: 3600", allow()),
                "");
        pass(4);
        String nonce = hexadecimal(20);
        response(
                401,
                "Unauthorized",
                "REGISTER",
                branch,
                firstSequence,
                true,
                headers("WWW-Authenticate: Digest realm=\"" + domain + "\", nonce=\"" + nonce
                        + "\", algorithm=MD5, qop=\"auth\""),
                "");
        pass(5);
        String second = branch();
        request(
                "REGISTER",
                registrar,
                second,
                firstSequence + 1,
                false,
                headers(
                        "Max-Forwards: 70",
                        contact(),
                        "Expires: 3600",
                        allow(),
                        "Authorization: Digest username=\"" + caller + "\", realm=\"" + domain
                                + "\", nonce=\"" + nonce + "\", uri=\"" + registrar + "\", response=\""
                                + hexadecimal(16)
                                + "\", algorithm=MD5, cnonce=\"" + hexadecimal(4) + "\", qop=auth, nc=00000001"),
                "");
        pass(4);
        response(
                200,
                "OK",
                "REGISTER",
                second,
                firstSequence + 1,
                true,
                headers(contact() + ";expires=3600", "Date: Sat, 21 Nov 2026 10:00:00 GMT"),
                "");
    }

    private void probe() {
        String branch = branch();
        request(
                "OPTIONS",
                "sip:" + server.host() + ":5060",
                branch,
                firstSequence,
                false,
                headers("Max-Forwards: 70", contact(), "Accept: application/sdp"),
                "");
        pass(3);
        response(
                200,
                "OK",
                "OPTIONS",
                branch,
                firstSequence,
                true,
                headers(allow(), "Accept: application/sdp", "Supported: replaces, timer"),
                "");
    }

    private void request(
            String method, String target, String branch, int sequence, boolean withToTag, String more, String body) {
        String text = method + " " + target + " SIP/2.0\r\n"
                + via(branch, "")
                + common(method, sequence, withToTag) + more + headers("User-Agent: " + userAgent) + end(body);
        send(phone, server, text);
    }

    private void response(
            int status,
            String phrase,
            String method,
            String branch,
            int sequence,
            boolean withToTag,
            String more,
            String body) {
        String text = "SIP/2.0 " + status + " " + phrase + "\r\n"
                + via(branch, ";received=" + phone.host())
                + common(method, sequence, withToTag) + more + headers("Server: " + serverName) + end(body);
        send(server, phone, text);
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

    private String contact() {
        return "Contact: <sip:" + caller + "@" + phone.host() + ":" + phone.port() + ";ob>";
    }

    private String target() {
        return "Contact: <sip:" + callee + "@" + server.host() + ":5060>";
    }

    private static String allow() {
        return "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK, REFER, NOTIFY";
    }

    private String session(Endpoint side, String formats, String... mappings) {
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

    private static String headers(String... lines) {
        StringBuilder text = new StringBuilder(512);
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return text.toString();
    }

    private String branch() {
        return "z9hG4bK" + hexadecimal(8);
    }

    private String hexadecimal(int bytes) {
        StringBuilder text = new StringBuilder(2 * bytes);
        for (int i = 0; i < 2 * bytes; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    private void pass(int milliseconds) {
        elapsed += milliseconds * MILLISECOND + random.nextInt(900_000);
    }

    private void send(Endpoint from, Endpoint to, String text) {
        messages.add(new Sent(start.plusNanos(elapsed), from, to, text.getBytes(StandardCharsets.US_ASCII)));
    }
}
