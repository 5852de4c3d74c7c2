package org.callcause.capture.text.line;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a web page as it shows them, which its tags make: {@code <br>}, and where a {@code <p>} or {@code <div>}
 * ends. Outside of a page nothing is changed: a message may carry HTML, and its addresses stand in angle brackets.
 */
final class WebPage {

    private static final String REST_OF_TAG = "(?:/|\\s[^<>]*+)?+>";
    private static final Pattern TAG = Pattern.compile(
            "<(/?)(?:(br)|(p|pre|div|tr|li|ul|ol|table|tbody|blockquote|html|head|body|h[1-6]|hr)"
                    + "|code|span|td|th|font|tt|b|i|u|a|em|strong|o:p)" + REST_OF_TAG,
            Pattern.CASE_INSENSITIVE);

    private boolean begun;

    /** Whether the text has shown itself to be a page. */
    boolean hasBegun() {
        return begun;
    }

    /**
     * What the page shows of one line of its source; the line itself where this is no page.
     *
     * @param outside whether the line stands outside of messages, so that a tag in it is one of a page
     */
    List<String> lines(String source, boolean outside) {
        begun |= outside && isOfPage(source);
        return begun ? shown(source) : List.of(source);
    }

    /** Whether the line begins with a tag, or ends with a line break. */
    private static boolean isOfPage(String line) {
        int last = line.lastIndexOf('<');
        if (last < 0) {
            return false;
        }
        int first = 0;
        while (line.charAt(first) == ' ' || line.charAt(first) == '\t') {
            first++;
        }
        Matcher tag = TAG.matcher(line);
        if (tag.region(first, line.length()).lookingAt() && tag.group(1).isEmpty()) {
            return true;
        }
        return tag.region(last, line.length()).lookingAt()
                && tag.group(2) != null
                && line.substring(tag.end()).isBlank();
    }

    private static List<String> shown(String source) {
        if (source.indexOf('<') < 0) {
            return List.of(Markup.unescaped(source));
        }
        List<String> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher tag = TAG.matcher(source);
        boolean opened = false;
        boolean tagged = false;
        int from = 0;
        while (tag.find()) {
            text.append(source, from, tag.start());
            from = tag.end();
            tagged = true;
            boolean block = tag.group(3) != null;
            boolean closing = block && !tag.group(1).isEmpty();
            // What opens and closes at once shows an empty line; what holds a line break shows no other beside it.
            if (tag.group(2) != null || (block && !text.toString().isBlank()) || (closing && opened)) {
                lines.add(Markup.unescaped(text.toString()));
                text.setLength(0);
                opened = false;
            }
            opened = block ? !closing : opened;
        }
        text.append(source, from, source.length());
        if (!tagged || !text.toString().isBlank()) {
            lines.add(Markup.unescaped(text.toString()));
        }
        return lines;
    }
}
