package org.callcause.rules.rfc3261.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callcause.diagnosis.Cause;

/** What the words of a 503 name, and what is then to be done. */
@SuppressWarnings("ImmutableEnumChecker") // a cause is a record of one word
public enum UnavailableWords {
    MAINTENANCE(
            Cause.MAINTENANCE,
            "the server is being maintained",
            "maintenance|upgrad|shutting down|shutdown|draining|restart",
            "Take the server out of the routes before maintenance, and ask its operator when it is back"),
    RATE(
            Cause.RATE_LIMITED,
            "requests come faster than the server allows",
            RefusalWords.TOO_FAST,
            "Send at most as many requests a second as was agreed with whoever runs the server"),
    BANDWIDTH(
            Cause.CAPACITY_EXCEEDED,
            "the bandwidth set aside for calls is used up",
            "(?:insufficient|not enough|no) bandwidth|bandwidth (?:limit|exceeded)|admission control",
            "Compare the calls that were up on that link or at that site with the bandwidth that its call admission"
                    + " control allows, and use codecs that need less"),
    LICENCE(
            Cause.CAPACITY_EXCEEDED,
            "a limit of licences, channels or calls is reached",
            "licen[cs]e|capacity|all (circuit|channel|port|line|trunk)s|no (free"
                    + " )?(circuit|channel|port|line|trunk)|(max|too many|limit).*(call|session|channel)|call"
                    + " limit|congestion|resource unavailable|out of resources",
            "Compare the calls that were up with the licence and the channels, then raise the limit or add an"
                    + " overflow route"),
    DATABASE(
            Cause.SERVER_ERROR,
            "the server could not reach its database",
            "database|\\bdb\\b|sql|ldap|radius",
            "Look in the server's log for errors of the database, and check its connection pool and credentials"),
    TLS(
            Cause.TLS_FAILED,
            "a secure connection could not be made",
            "\\btls\\b|\\bssl\\b|certificate|handshake",
            "Check the certificates' dates and names, and that both sides share a TLS version and cipher suite"),
    DNS(
            Cause.DNS_FAILED,
            "a name could not be resolved",
            "\\bdns\\b|resol(v|ution)|nxdomain|unknown host|host not found|\\bsrv\\b|enotfound",
            "Look up the SRV and A records of the next hop from that server, and check its resolver"),
    GATEWAY(
            Cause.DOWNSTREAM_FAILURE,
            "no gateway or trunk behind the server could take the call",
            "gateway|next hop|no"
                    + " route|destination.*(down|unavailable|unreachable)|trunk|upstream|unreachable|carrier",
            "Check that the gateways and trunks behind this server are up and answer OPTIONS, and add a second"
                    + " route"),
    OVERLOAD(
            Cause.OVERLOAD_TRANSIENT,
            "the server is overloaded",
            "overload|too busy|server busy|high load|throttl|cpu",
            "Look at the load at that moment, and spread the calls over more servers"),
    POLICY(
            Cause.BLOCKED_BY_POLICY,
            "a rule there does not let the call through",
            "\\bnot (?:allowed|permitted|authori[sz]ed)\\b|\\bblocked\\b|blacklist|blocklist|\\bdenied\\b",
            "Look for the rule or the list on that server that this call met; if it is meant, let it answer 403");

    private static final Pattern LETTER = Pattern.compile("[a-z]");

    private final Cause cause;
    private final String meaning;
    private final Pattern words;
    private final String remedy;

    UnavailableWords(Cause cause, String meaning, String words, String remedy) {
        this.cause = cause;
        this.meaning = meaning;
        this.words = Pattern.compile(words);
        this.remedy = remedy;
    }

    /** What these words, in small letters, name first. */
    public static Optional<UnavailableWords> in(String words) {
        // A bare number of seconds, the most frequent case, names nothing.
        if (!LETTER.matcher(words).find()) {
            return Optional.empty();
        }
        return Stream.of(values())
                .filter(one -> one.words.matcher(words).find())
                .findFirst();
    }

    /** The word for it. */
    public Cause cause() {
        return cause;
    }

    /** The same as a clause. */
    public String meaning() {
        return meaning;
    }

    /** What whoever runs the system can do. */
    public String remedy() {
        return remedy;
    }
}
