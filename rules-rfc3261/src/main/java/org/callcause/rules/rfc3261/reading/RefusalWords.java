package org.callcause.rules.rfc3261.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.SipResponse;
import org.callcause.message.Warning;
import org.callcause.rule.Finding;

/** What the author of a refusal says in words of its own, beside the code: where to look first, and no more than that. */
public final class RefusalWords {

    /** That calls or other requests come too fast, in any refusal's words: a regular expression over small letters. */
    public static final String TOO_FAST =
            "(?:call|invite|request|attempt)s? ?(?:per|/) ?s(?:ec(?:ond)?)?\\b|\\bcps\\b|too many"
                    + " requests|rate.?limit|slow down";

    /** Where servers explain themselves, beside the phrase. */
    private static final List<HeaderName> HEADERS = List.of(
            HeaderName.REASON,
            HeaderName.WARNING,
            HeaderName.RETRY_AFTER,
            HeaderName.of("X-Reason"),
            HeaderName.of("X-Twilio-Error"),
            HeaderName.ERROR_INFO);

    /** The number shown as the caller's, by the names that servers give it. */
    private static final Pattern OF_THE_CALLER =
            Pattern.compile("caller|calling (?:party|number)|\\bcli\\b|\\bani\\b|originat|\\bsource"
                    + "|\\bpresent(?:ed|ation)|asserted|\\bpai\\b|\\bfrom (?:header|field|number|user|uri)");

    private static final Pattern Q850 = Pattern.compile("\\s*Q\\.850\\b", Pattern.CASE_INSENSITIVE);

    private RefusalWords() {}

    /** All of them in small letters, those of each header on a line of their own. */
    public static String of(Call call) {
        return of(call, true);
    }

    /** The same without those beside a Q.850 cause, which mostly are the name of its number. */
    public static String besideCauses(Call call) {
        return of(call, false);
    }

    /** Those of one refusal, wherever on the way. */
    public static String besideCauses(TrackedMessage refusal) {
        return words((SipResponse) refusal.message(), false);
    }

    private static String of(Call call, boolean withCauses) {
        return call.furthestFinalResponse()
                .map(response -> words((SipResponse) response.message(), withCauses))
                .orElse("");
    }

    private static String words(SipResponse refusal, boolean withCauses) {
        StringBuilder words = new StringBuilder();
        String phrase = refusal.reasonPhrase();
        if (!phrase.equalsIgnoreCase(refusal.statusCode().standardPhrase().orElse(""))) {
            words.append(phrase);
        }
        for (HeaderName name : HEADERS) {
            for (String value : refusal.headerValues(name)) {
                if (withCauses || !Q850.matcher(value).lookingAt()) {
                    words.append('\n').append(name.equals(HeaderName.WARNING) ? text(value) : value);
                }
            }
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    /** The host that warns is no word of the warning. */
    private static String text(String warning) {
        String text = Warning.parse(warning).text();
        return text.isBlank() ? warning : text;
    }

    /** Whether words in small letters speak of the caller, or of the number that is shown as his. */
    public static boolean speakOfTheCaller(String words) {
        return OF_THE_CALLER.matcher(words).find();
    }

    /** The refusal with all that it says, as evidence. */
    public static void quote(Call call, Finding finding) {
        call.furthestFinalResponse().ifPresent(refusal -> quote(refusal, finding));
    }

    /** The same of one refusal, wherever on the way. */
    public static void quote(TrackedMessage refusal, Finding finding) {
        finding.evidence(refusal);
        HEADERS.forEach(name -> finding.evidence(refusal, name.canonical()));
    }
}
