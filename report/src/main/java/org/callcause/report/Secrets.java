package org.callcause.report;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.diagnosis.Evidence;

/**
 * Keeps out of a report what a password can be guessed from. A digest response with all that went into it can be tried
 * against a list of passwords without asking the server (RFC 7616 5.12); the nonce alone gives nothing away.
 */
final class Secrets {

    private static final Pattern CARRIER =
            Pattern.compile("(?:Proxy-)?(?:Authorization|Authentication-Info)\\s*:.*", insensitive());
    private static final Pattern DIGEST_VALUE = Pattern.compile(
            "(\\b(?:response|cnonce|rspauth)\\s*=\\s*)(?:\"([^\"]{0,4})[^\"]*\"?|([^\",\\s]{0,4})[^\",\\s]*)",
            insensitive());
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(:\\s*(?:Basic|Bearer)\\s+\\S{0,4})\\S*", insensitive());

    private Secrets() {}

    private static int insensitive() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }

    /** The quote, of whose credentials only the first four characters are left. */
    static String quote(Evidence evidence) {
        String quote = evidence.quote();
        if (!CARRIER.matcher(quote.stripLeading()).matches()) {
            return quote;
        }
        String shortened = DIGEST_VALUE.matcher(quote).replaceAll(Secrets::shortened);
        return OTHER_SCHEME.matcher(shortened).replaceFirst("$1…");
    }

    private static String shortened(MatchResult value) {
        String start = value.group(2) == null ? value.group(3) + "…" : "\"" + value.group(2) + "…\"";
        return Matcher.quoteReplacement(value.group(1) + start);
    }
}
