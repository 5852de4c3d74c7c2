package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Telling;

/** 503 where the response itself, or the hop behind it, says which of its many causes it was. */
final class ServiceUnavailableCauseRules {

    /** What the words of a 503 name, and what is then to be done. */
    @SuppressWarnings("ImmutableEnumChecker") // a cause is a record of one word
    private enum Named {
        MAINTENANCE(
                Cause.MAINTENANCE,
                "the server is being maintained",
                "maintenance|upgrad|shutting down|shutdown|draining|restart",
                "Take the server out of the routes before maintenance, and ask its operator when it is back"),
        RATE(
                Cause.RATE_LIMITED,
                "calls come faster than the server allows",
                LimitRules.TOO_FAST,
                "Send at most as many calls a second as was agreed with whoever runs the server"),
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
        POLICY(
                Cause.BLOCKED_BY_POLICY,
                "a rule there does not let the call through",
                "\\bnot (?:allowed|permitted|authori[sz]ed)\\b|\\bblocked\\b|blacklist|blocklist|\\bdenied\\b",
                "Look for the rule or the list on that server that this call met; if it is meant, let it answer 403"),
        OVERLOAD(
                Cause.OVERLOAD_TRANSIENT,
                "the server is overloaded",
                "overload|too busy|server busy|high load|throttl|cpu",
                "Look at the load at that moment, and spread the calls over more servers");

        private final Cause cause;
        private final String meaning;
        private final Pattern words;
        private final String remedy;

        Named(Cause cause, String meaning, String words, String remedy) {
            this.cause = cause;
            this.meaning = meaning;
            this.words = Pattern.compile(words);
            this.remedy = remedy;
        }
    }

    private static final Pattern LETTER = Pattern.compile("[a-z]");

    private ServiceUnavailableCauseRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/503-says-why")
                .title("The server says itself why it is unavailable")
                .cites("RFC 3261 21.5.4")
                .supersedes("rfc3261/503-at-once")
                .supersedes("rfc3261/503-structural")
                .supersedes("rfc3261/503-undetermined")
                .on(status(503)
                        .and(CALL_OR_REGISTRATION)
                        .and(where(
                                "its own words name the cause",
                                call -> named(call).isPresent())))
                .check(ServiceUnavailableCauseRules::tellNamed));
    }

    private static Optional<Named> named(Call call) {
        String words = RefusalWords.besideCauses(call);
        // A bare number of seconds, the most frequent case, names nothing.
        if (!LETTER.matcher(words).find()) {
            return Optional.empty();
        }
        return Stream.of(Named.values())
                .filter(cause -> cause.words.matcher(words).find())
                .findFirst();
    }

    private static void tellNamed(Call call, Findings findings) {
        Named named = named(call).orElseThrow();
        Finding finding = findings.diagnose(named.cause, LIKELY)
                .title("The server is unavailable, and says why: " + named.meaning)
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                        + ", and its words say that " + named.meaning)
                .because("words are its author's and not the standard's, so they show where to look first");
        RefusalWords.quote(call, finding);
        finding.remedy(ADMIN, named.remedy)
                .remedy(CALLER, "Try again later or another way")
                .confirm("The log of the server that answered, at the time of this call");
    }
}
