package org.callcause.rules.rfc3261.reading;

import java.util.regex.Pattern;
import org.callcause.message.Header;
import org.callcause.message.SipMessage;

/**
 * Signs that a message was altered before it was shown: addresses and secrets made unreadable, angle brackets that a web page
 * took for tags, links. No machine sends these, so neither what they break nor a length that no longer fits is laid to one.
 */
public final class Edited {

    // What no address begins with: ***.***.***.***, ####, {{phone}}, <phone-ip>, [PHONE-IP], [email protected].
    private static final String PLACEHOLDER = "(?:[\\w.-]*[*#{<]|\\[(?![0-9A-Fa-f:.%]+\\]))";
    private static final Pattern OF_HEADERS =
            Pattern.compile("(?:@|\\bSIP/2\\.0/\\w+ |\\bsips?:(?=[^@;>\\s]*(?:[;>\\s]|$)))" + PLACEHOLDER
                    + "|\\]\\(sips?:|\u2026|=\"(?:[xX]{3,}|[*]{3,})\"|\\b(?i:redacted|removed|masked)\\b");
    private static final Pattern WITHOUT_URI = Pattern.compile(
            "^(?:From|f|To|t|Contact|m)\\s*:\\s*(?:\"[^\"]*\"\\s*(?:;|$)|(?:[^\"<>:;]*\\s)?;)",
            Pattern.CASE_INSENSITIVE);
    // xxx.xxx.xxx.xxx, 192.0.2.x, REDACTED
    private static final Pattern OF_DESCRIPTIONS = Pattern.compile(
            "^[co]=.*\\bIN IP[46] (?:" + PLACEHOLDER + "|(?:[\\w-]+\\.)*([xXyYnN])\\1*(?:\\.[\\w-]+)*\\s*$)"
                    + "|^c=IN IP4 [A-Za-z][\\w-]*\\s*$",
            Pattern.MULTILINE);

    private Edited() {}

    /** Whether somebody or some program on the way to the reader altered it. */
    public static boolean is(SipMessage message) {
        return OF_HEADERS.matcher(message.startLine()).find()
                || message.headers().stream().map(Header::line).anyMatch(Edited::isIn)
                || OF_DESCRIPTIONS.matcher(message.bodyText()).find();
    }

    private static boolean isIn(String line) {
        return OF_HEADERS.matcher(line).find() || WITHOUT_URI.matcher(line).find();
    }
}
