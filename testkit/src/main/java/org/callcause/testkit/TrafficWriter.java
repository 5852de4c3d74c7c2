package org.callcause.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.message.StatusCode;

/** Writes the messages of one exchange of a {@link TrafficScript}. */
final class TrafficWriter {

    private static final double SECOND = 1e9;
    private static final double RINGS = 3;
    private static final double T1 = 0.5;
    private static final double T2 = 4;

    private final TrafficLine line;
    private final Endpoint source;
    private final String from;
    private final String to;
    private final int number;
    private final List<CapturedMessage> messages = new ArrayList<>(8);
    private double time;
    private Endpoint peer;
    private int branch;
    private int sequence = 1;
    private boolean credentials;

    private TrafficWriter(TrafficLine line, int turn, int number, Endpoint source, Endpoint peer) {
        this.line = line;
        this.number = number;
        this.source = source;
        this.peer = peer;
        this.from = TrafficLine.inTurn(line.from(), turn);
        this.to = line.method().equals(Method.REGISTER) ? from : TrafficLine.inTurn(line.to(), turn);
        this.time = line.start() + turn * line.every();
    }

    /** The messages of the exchange of this turn of a line. */
    static List<CapturedMessage> messages(TrafficLine line, int turn, int number, Places places) {
        Endpoint source = places.of(TrafficLine.inTurn(line.at(), turn));
        List<Endpoint> ways = line.over().stream()
                .map(way -> places.of(TrafficLine.inTurn(way, turn)))
                .toList();
        TrafficWriter writer = new TrafficWriter(line, turn, number, source, ways.get(0));
        for (int i = 0; i < line.outcomes().size(); i++) {
            writer.peer = ways.get(Math.min(i, ways.size() - 1));
            writer.exchange(line.outcomes().get(i), i == line.outcomes().size() - 1);
        }
        return writer.messages;
    }

    private void exchange(TrafficLine.Outcome outcome, boolean last) {
        Method method = line.method();
        branch++;
        request(method);
        if (outcome.way() == TrafficLine.Way.NOTHING) {
            sendAgain(method);
            return;
        }
        if (method.equals(Method.INVITE)) {
            pass(0.01);
            response(method, 100, "", false);
        }
        if (outcome.challenged()) {
            pass(0.02);
            response(
                    method,
                    401,
                    "",
                    false,
                    "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n" + number + "\"");
            acknowledge(method);
            branch++;
            sequence++;
            credentials = true;
            request(method);
        }
        switch (outcome.way()) {
            case ANSWERED -> answered(outcome);
            case CANCELLED -> cancelled(outcome.seconds());
            default -> refused(method, outcome, last);
        }
    }

    private void refused(Method method, TrafficLine.Outcome outcome, boolean last) {
        pass(0.05);
        if (outcome.seconds() > 0) {
            response(method, 180, "", false);
            pass(outcome.seconds());
        }
        boolean registered = method.equals(Method.REGISTER) && outcome.status() == 200 && !has("Contact");
        if (registered) {
            response(method, 200, outcome.phrase(), last, contact() + ";expires=" + header("Expires", "3600"));
        } else {
            response(method, outcome.status(), outcome.phrase(), last);
        }
        acknowledge(method);
    }

    private void acknowledge(Method method) {
        if (method.equals(Method.INVITE)) {
            pass(0.005);
            request(Method.ACK);
        }
        pass(0.005);
    }

    private void answered(TrafficLine.Outcome outcome) {
        pass(1);
        response(Method.INVITE, 180, "", false);
        pass(RINGS);
        response(Method.INVITE, 200, "", true, contactOf(to, peer), session());
        pass(0.02);
        branch++;
        request(Method.ACK);
        pass(outcome.seconds() - 0.02);
        branch++;
        sequence++;
        if (outcome.byCallee()) {
            send(
                    peer,
                    source,
                    start(Method.BYE, from, source) + headers(Method.BYE, peer, to, from, true) + "Max-Forwards: 70\r\n"
                            + end(""));
            pass(0.02);
            send(source, peer, "SIP/2.0 200 OK\r\n" + headers(Method.BYE, peer, to, from, true) + end(""));
        } else {
            request(Method.BYE);
            pass(0.02);
            response(Method.BYE, 200, "", false);
        }
    }

    private void cancelled(double wait) {
        pass(1);
        response(Method.INVITE, 180, "", false);
        pass(wait);
        request(Method.CANCEL);
        pass(0.01);
        response(Method.CANCEL, 200, "", false);
        response(Method.INVITE, 487, "", true);
        acknowledge(Method.INVITE);
    }

    /** Timers A and B of an INVITE, E and F of another request (RFC 3261 17.1). */
    private void sendAgain(Method method) {
        double begin = time;
        double interval = T1;
        time += interval;
        while (time < begin + 64 * T1) {
            request(method);
            interval = method.equals(Method.INVITE) ? 2 * interval : Math.min(2 * interval, T2);
            time += interval;
        }
        time = begin + 64 * T1;
    }

    private void pass(double seconds) {
        time += seconds;
    }

    private void request(Method method) {
        boolean tagged = method.equals(Method.BYE) || method.equals(Method.ACK);
        String target = start(method, method.equals(Method.REGISTER) ? "" : to, peer);
        StringBuilder more = new StringBuilder();
        more.append("Max-Forwards: 70\r\n");
        if (method.equals(Method.INVITE) || method.equals(Method.REGISTER)) {
            more.append(contact()).append("\r\n");
        }
        if (method.equals(Method.REGISTER)) {
            more.append("Expires: ").append(header("Expires", "3600")).append("\r\n");
        }
        if (credentials && (method.equals(Method.INVITE) || method.equals(Method.REGISTER))) {
            more.append("Authorization: Digest username=\"")
                    .append(from)
                    .append("\", realm=\"example.com\", nonce=\"n")
                    .append(number)
                    .append("\", uri=\"sip:example.com\", response=\"")
                    .append(String.format("%032x", number + 1))
                    .append("\"\r\n");
        }
        more.append("User-Agent: ")
                .append(header("User-Agent", "ExamplePhone 1.0"))
                .append("\r\n");
        String body = method.equals(Method.INVITE) ? session() : "";
        send(source, peer, target + headers(method, source, from, to, tagged) + more + end(body));
    }

    private void response(Method method, int status, String phrase, boolean last, String... more) {
        StringBuilder text = new StringBuilder();
        String words =
                phrase.isEmpty() ? new StatusCode(status).standardPhrase().orElse("Unassigned") : phrase;
        text.append("SIP/2.0 ").append(status).append(' ').append(words).append("\r\n");
        text.append(headers(method, source, from, to, status > 100));
        String body = "";
        for (String part : more) {
            if (part.startsWith("v=0")) {
                body = part;
            } else {
                text.append(part).append("\r\n");
            }
        }
        if (last) {
            line.headers().stream()
                    .filter(header -> !header.startsWith("User-Agent:") && !header.startsWith("Expires:"))
                    .forEach(header -> text.append(header).append("\r\n"));
        }
        send(peer, source, text + end(body));
    }

    private static String start(Method method, String user, Endpoint at) {
        String who = user.isEmpty() ? "" : user + "@";
        return method.name() + " sip:" + who + (at.port() == 5060 ? at.host() : at.toString()) + " SIP/2.0\r\n";
    }

    private String headers(Method method, Endpoint sender, String caller, String callee, boolean tagged) {
        boolean reversed = caller.equals(to) && !to.equals(from);
        String tag = tagged ? ";tag=" + (reversed ? "a" : "b") + number : "";
        return "Via: SIP/2.0/UDP " + sender + ";branch=z9hG4bK-" + number + "-" + branch + "\r\n"
                + "From: <sip:" + caller + "@example.com>;tag=" + (reversed ? "b" : "a") + number + "\r\n"
                + "To: <sip:" + callee + "@example.com>" + tag + "\r\n"
                + "Call-ID: exchange-" + number + "@" + source.host() + "\r\n"
                + "CSeq: " + sequence + " " + method.name() + "\r\n";
    }

    private String contact() {
        return contactOf(from, source);
    }

    private static String contactOf(String user, Endpoint at) {
        return "Contact: <sip:" + user + "@" + at + ">";
    }

    private boolean has(String name) {
        return line.headers().stream().anyMatch(header -> header.startsWith(name + ":"));
    }

    private String header(String name, String otherwise) {
        return line.headers().stream()
                .filter(header -> header.startsWith(name + ":"))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }

    private String session() {
        return "v=0\r\no=- " + number + " 1 IN IP4 " + source.host() + "\r\ns=-\r\nc=IN IP4 " + source.host()
                + "\r\nt=0 0\r\nm=audio 40000 RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
    }

    private static String end(String body) {
        return (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private void send(Endpoint sender, Endpoint receiver, String text) {
        SipMessage message = new SipParser()
                .parse(text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("not a message: " + text));
        messages.add(CapturedMessage.of(
                messages.size() + 1,
                CallScript.BEGIN.plusNanos(Math.round(time * SECOND)),
                sender,
                receiver,
                Transport.UDP,
                message));
    }
}
