package org.callcause.capture.text.complaint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.callcause.capture.source.SipPorts;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure.Kind;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipResponse;

/** A line of a log that says that something could not be sent, and what it says of what that was. */
final class ComplaintLine {

    // What else a program that speaks SIP connects to; NAPTR and SRV records may be absent (RFC 3263 4).
    private static final Pattern OTHER_THINGS = Pattern.compile(
            "\\b(?:s?rtc?p\\w*|dtls\\w*|stun\\w*|turn(?:_\\w+)?|ice(?:tp\\w*|_\\w+)?|https?\\w*|ldaps?"
                    + "|\\w*sql\\w*|mariadb|odbc|database|db_?\\w*|redis\\w*|mongo\\w*|cassandra|amqps?|rabbitmq|kafka|nats|mqtt|ntp"
                    + "|snmp|smtp|t?ftp|radius|diameter|cdp|xmpp|msrp|ami|agi|curl\\w*|xcap|h323|iax2?|hep|homer|naptr|srv)\\b");

    // What failed before and does no more, or is tried again: what came of it, another line says.
    private static final Pattern PAST = Pattern.compile("(?<![\\w.@-])(?:re-?tr(?:y|ying|ies|ied)"
            + "|again|no longer|(?:last|previous|prior|earlier) (?:\\w+ )?(?:error|failure|attempt|result|status|state)"
            + "|(?:was|were|had been)\\b.{0,80}\\bbefore|previously|cleared|recover(?:ed|y|s)|restored|resumed|reconnected"
            + "|re-?established|(?<!not |n't |never )reachable|(?<!not |no |without )succe(?:ss\\w*|ed|eds|eded)"
            + "|(?<!\\d )ok(?![:=])|message repeated|cached|statistics|history)(?![\\w@-]|\\.\\w)");

    private static final Pattern RESOLVING =
            Pattern.compile("\\b(?:cannot|can't|could not|unable to|failed to) resolve\\b");
    private static final Pattern RESOLVING_NAME = Pattern.compile(
            RESOLVING + "\\W{0,3}(?:(?:the|an?|its|remote|sip|via|uri|ip|next|hop|outbound|peer|for)[ :]+){0,4}"
                    + "(?:[\"'<\\[(]{1,2}\\w|\\w*host|\\w*name|domain|dns|fqdn|address|server|destination|target|proxy"
                    + "|registrar|uri|sips?:|[\\w-]+(?:\\.[\\w-]+)+|[\\w-]+:\\d)");

    // The parts of programs that send SIP and nothing else.
    private static final Pattern SIP_TRANSPORT =
            Pattern.compile("\\b(?:(?:__)?sip_xmit|chan_sip|(?:res|chan)_pjsip\\w*|pjsip|pjsua_(?:core|app|acc)"
                    + "|(?:tcp|tls)c(?:0x)?[0-9a-f]{6,16}|tport\\w*|nta|udp_send|tcp_send|tcpconn_\\w+|tcp_do_connect|tcp_connect_blocking\\w*|sip socket"
                    + "|proto_(?:udp|tcp|tls|wss?)\\w*|belle-sip|sip[._]?transport|transport_sip|sipgo|websocketinterface"
                    + "|gov\\.nist\\.javax\\.sip)\\b");

    // Those of programs that have one connection, to their server.
    private static final Pattern CLIENT = Pattern.compile("\\b(?:belle-sip|sip\\.transport|websocketinterface)\\b");

    // PJSIP and the Sofia stack name what they send by its method and the number of its CSeq.
    private static final Pattern NUMBERED =
            Pattern.compile("\\bmsg (?:(?<status>\\d{3})/)?(?<method>[A-Z]{3,12})/cseq=(?<number>\\d{1,10})\\b"
                    + "|\\bnta: (?<request>[A-Z]{3,12}) \\((?<sequence>\\d{1,10})\\):");

    private static final Pattern METHOD = Pattern.compile(
            "\\b(?:INVITE|ACK|BYE|CANCEL|OPTIONS|REGISTER|UPDATE|INFO|REFER|NOTIFY|SUBSCRIBE|MESSAGE)\\b");

    private static final Pattern CONNECTING =
            Pattern.compile("\\bconnect(?!ion)|_connect|\\bdial\\b|\\bconnection to\\b");

    // A connection that another host opened, or that was in use.
    private static final Pattern INCOMING = Pattern.compile(
            "(?:\\b|_)accept|\\bincoming\\b|\\binbound\\b|\\bfrom:? ?\\[?\\d|\\bsrc\\b|\\bsource\\b|\\bread(?:ing)?\\b|\\brecv");

    // Of OpenSSL, and of Java: a received one is told from one that was sent.
    private static final Pattern RECEIVED_ALERT =
            Pattern.compile("(?:\\b(?:sslv3|tlsv1|tlsv13) alert |received fatal alert: )([a-z]+(?:[ _][a-z]+){0,2})");

    private static final int MOST_ALERT = 255;
    private static final String NO_ALERT = "unassigned";

    private static final Pattern SECURE =
            Pattern.compile("(?:\\b|proto_)(?:tls|ssl)(?:c(?:0x)?[0-9a-f]{6,16})?(?![a-z])");
    private static final Pattern STREAM = Pattern.compile("(?:\\b|proto_)tcp(?:c(?:0x)?[0-9a-f]{6,16})?(?![a-z])");
    private static final Pattern DATAGRAM = Pattern.compile("(?:\\b|proto_)(?:udp|sip_xmit)(?![a-z])");

    private final String text;
    private final String lowerCase;
    private final String lineBefore;
    private final Kind kind;
    private final String reason;
    private final boolean fromSipTransport;
    private final Optional<Numbered> numbered;

    private record Numbered(int status, Method method, long sequence) {}

    ComplaintLine(String text, String lineBefore, FailureWords.Words words) {
        this.text = text;
        this.lineBefore = lineBefore;
        this.lowerCase = text.toLowerCase(Locale.ROOT);
        this.kind = words.kind();
        this.reason = words.text();
        this.fromSipTransport = SIP_TRANSPORT.matcher(lowerCase).find();
        this.numbered = numbered(text);
    }

    private static Optional<Numbered> numbered(String text) {
        Matcher matcher = NUMBERED.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        boolean sofia = matcher.group("request") != null;
        String status = matcher.group("status");
        return Optional.of(new Numbered(
                status == null ? 0 : Integer.parseInt(status),
                Method.of(matcher.group(sofia ? "request" : "method")),
                Long.parseLong(matcher.group(sofia ? "sequence" : "number"))));
    }

    String text() {
        return text;
    }

    Kind kind() {
        return kind;
    }

    /** Its words that say why. */
    String reason() {
        return reason;
    }

    /** How a connection failed of which it complains; none where it did not fail while it was opened. */
    Optional<FailedConnection.Kind> connectionKind() {
        return switch (kind) {
            case REFUSED -> Optional.of(FailedConnection.Kind.REFUSED);
            case UNREACHABLE -> Optional.of(FailedConnection.Kind.UNREACHABLE);
            case PROHIBITED -> Optional.of(FailedConnection.Kind.PROHIBITED);
            case TIMED_OUT -> Optional.of(FailedConnection.Kind.TIMED_OUT);
            case TLS_FAILED -> Optional.of(FailedConnection.Kind.TLS_FAILED);
            case CERTIFICATE_REFUSED -> Optional.of(FailedConnection.Kind.CERTIFICATE_REFUSED);
            default -> Optional.empty();
        };
    }

    /**
     * The only server that it names, where it is sure to speak of SIP over a connection: a part of a program that sends nothing
     * else writes it, or the port is one of SIP. Where such a part names none, the line before may have said where it connects.
     */
    Optional<Endpoint> destination() {
        boolean connecting = CONNECTING.matcher(lowerCase).find();
        boolean inUse = INCOMING.matcher(lowerCase).find() || (kind == Kind.TIMED_OUT && !connecting);
        if (inUse || DATAGRAM.matcher(lowerCase).find()) {
            return Optional.empty();
        }
        List<Endpoint> named = Naming.all(lowerCase);
        String before = lineBefore.toLowerCase(Locale.ROOT);
        return named.isEmpty() && fromSipTransport && CONNECTING.matcher(before).find()
                ? only(Naming.all(before))
                : only(named);
    }

    private Optional<Endpoint> only(List<Endpoint> named) {
        List<Endpoint> ofSip = named.stream()
                .filter(endpoint -> SipPorts.isSip(endpoint.port()))
                .toList();
        List<Endpoint> meant = fromSipTransport && ofSip.isEmpty() ? named : ofSip;
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** The alert that the other side sent, as TLS libraries call it. */
    Optional<TlsAlert> receivedAlert() {
        Matcher received = RECEIVED_ALERT.matcher(lowerCase);
        if (!received.find()) {
            return Optional.empty();
        }
        String name = received.group(1).replace(' ', '_');
        return IntStream.rangeClosed(1, MOST_ALERT)
                .mapToObj(TlsAlert::new)
                .filter(alert -> !alert.name().equals(NO_ALERT) && name.startsWith(alert.name()))
                .findFirst();
    }

    boolean isAboutOtherThings() {
        return OTHER_THINGS.matcher(lowerCase).find()
                || PAST.matcher(lowerCase).find()
                || (RESOLVING.matcher(lowerCase).find()
                        && !RESOLVING_NAME.matcher(lowerCase).find());
    }

    /** Whether it is of a program that has one connection, to its server, and of the part that sends SIP over it. */
    boolean isOfClient() {
        return CLIENT.matcher(lowerCase).find();
    }

    /** Whether it need not name a port: a host does more than SIP, but a name that leads nowhere does not. */
    boolean isEnoughWithHost() {
        return fromSipTransport || kind == Kind.NAME_NOT_RESOLVED;
    }

    /** Whether it names what it complains of by method and number. */
    boolean isNumbered() {
        return numbered.isPresent();
    }

    /** Whether that is this message. */
    boolean isNumberOf(SipMessage message) {
        int status = message instanceof SipResponse response ? response.status() : 0;
        return numbered.filter(named -> named.status() == status
                        && named.sequence() == message.sequence()
                        && named.method().equals(message.sequenceMethod()))
                .isPresent();
    }

    /** Whether it gives the Call-ID or the branch of the message, and no method but that of the message. */
    boolean identifies(SipMessage message) {
        boolean given = message.callId().filter(text::contains).isPresent()
                || (message.hasBranchCookie()
                        && message.topBranch().filter(text::contains).isPresent());
        if (!given) {
            return false;
        }
        Matcher method = METHOD.matcher(text);
        return method.find() ? message.sequenceMethod().name().equals(method.group()) : fromSipTransport;
    }

    Naming naming(Endpoint endpoint) {
        return Naming.of(endpoint, lowerCase);
    }

    /** Whether it names an endpoint outside the Call-ID of the message. */
    boolean namesSomeEndpointBut(SipMessage message) {
        String rest = message.callId().map(callId -> text.replace(callId, " ")).orElse(text);
        return Naming.ofAny(rest.toLowerCase(Locale.ROOT));
    }

    boolean isAboutWebSocket() {
        return lowerCase.contains("websocket");
    }

    /** Whether it says of no other transport that it failed. */
    boolean fits(Transport transport) {
        if (isAboutWebSocket()) {
            return transport == Transport.WS || transport == Transport.WSS;
        }
        boolean secure = kind == Kind.TLS_FAILED
                || kind == Kind.CERTIFICATE_REFUSED
                || SECURE.matcher(lowerCase).find();
        if (secure) {
            return transport == Transport.TLS || transport == Transport.WSS;
        }
        if (STREAM.matcher(lowerCase).find()) {
            return transport.isReliable() && transport != Transport.SCTP;
        }
        return transport == Transport.UDP || !DATAGRAM.matcher(lowerCase).find();
    }
}
