package org.callcause.capture.text.line;

import java.util.regex.Pattern;

/**
 * What programs for mails and forums do to a line so that it looks well: typographic quotation marks, and behind an address
 * the link that they made of it.
 */
public final class Typesetting {

    private static final int LONGEST = 4000;

    // alice@example.com<mailto:sip%3Aalice@example.com>, 192.0.2.1:5060 <http://192.0.2.1:5060>
    private static final Pattern LINK =
            Pattern.compile("(?<text>[\\w.+:@-]{3,80}) ?<(?:mailto:(?:sips?(?:%3A|:))?|https?://)\\k<text>/?>");
    // One angle bracket inside of another is no address.
    private static final Pattern NESTED_LINK =
            Pattern.compile("(?<text><[^<>\"]{1,200}?) ?<(?:mailto:|https?://)[^<>\\s]*>");
    // Each of their bytes in UTF-8 is one char.
    private static final Pattern QUOTATION_MARK = Pattern.compile("\u00E2\u0080[\u009C\u009D\u009E]");

    private Typesetting() {}

    /** The line as it was written. */
    public static String undone(String line) {
        if (line.length() > LONGEST) {
            return line;
        }
        String text = hasLink(line) ? withoutLinks(line) : line;
        // A quoted name may have others inside, and a line of SDP may be long as it is.
        boolean quoted = text.indexOf('\u00E2') >= 0 && text.indexOf('"') < 0 && text.indexOf('=') != 1;
        return quoted ? QUOTATION_MARK.matcher(text).replaceAll("\"") : text;
    }

    private static boolean hasLink(String line) {
        for (int at = line.indexOf('<'); at >= 0; at = line.indexOf('<', at + 1)) {
            if (line.startsWith("mailto:", at + 1) || line.startsWith("http", at + 1)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutLinks(String line) {
        String text = LINK.matcher(line).replaceAll("${text}");
        return NESTED_LINK.matcher(text).replaceAll("${text}");
    }
}
