package org.callcause.capture.text.line;

import java.util.regex.Pattern;

/** What terminals and web pages add within a line: colours, tags, characters written as entities. */
public final class Markup {

    private static final char ESCAPE = '\u001B';
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");
    private static final Pattern TAGS = Pattern.compile("</?(?:br|p|pre|code|span|div|td|tr|li)\\b[^<>]*>");

    private Markup() {}

    /** The line without the colours of a terminal. */
    public static String withoutColours(String line) {
        return line.indexOf(ESCAPE) < 0 ? line : COLOURS.matcher(line).replaceAll("");
    }

    /** Whether characters are written as entities, so that the line comes from a web page. */
    public static boolean isEscaped(String line) {
        return line.indexOf('&') >= 0
                && (line.contains("&lt;")
                        || line.contains("&gt;")
                        || line.contains("&quot;")
                        || line.contains("&#34;"));
    }

    /** The line of a web page as it is shown: without its tags, with the characters that its entities stand for. */
    public static String shown(String line) {
        return unescaped(TAGS.matcher(line).replaceAll(""));
    }

    /** The text with the characters that its entities stand for. */
    static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&#34;", "\"")
                        .replace("&#39;", "'")
                        .replace("&nbsp;", " ")
                        .replace("&amp;", "&");
    }
}
