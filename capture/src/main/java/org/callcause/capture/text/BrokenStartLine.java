package org.callcause.capture.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request line that a mail program or a terminal broke: before the version, or within the address or the version. */
final class BrokenStartLine {

    private static final Pattern BEGINNING = Pattern.compile(
            "^(?<before>.*?)(?<![\\w-])(?<method>[A-Z]{3,15})(?: (?:sips?|tel|urn):\\S{1,1000}(?: S?I?P?/?2?\\.?)?)?$",
            Pattern.UNIX_LINES);

    private static final int LONGEST = 2000;

    private String beginning = "";

    /** Whether a line is a request line up to a place within its address or behind. */
    static boolean isOne(String line) {
        int blank = line.indexOf(' ');
        return blank > 0 && StartLines.isKnownMethod(line.substring(0, blank)) && begins(line);
    }

    /** Whether a line ends within a request line, behind its method at the earliest. */
    static boolean begins(String line) {
        if (!mayBegin(line)) {
            return false;
        }
        Matcher matcher = BEGINNING.matcher(line);
        return matcher.matches() && StartLines.isKnownMethod(matcher.group("method"));
    }

    private static boolean mayBegin(String line) {
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        int word = line.lastIndexOf(' ') + 1;
        return (last >= 'A' && last <= 'Z')
                || line.startsWith("sip", word)
                || line.startsWith("tel:", word)
                || line.startsWith("urn:", word)
                || line.startsWith("SIP/", word);
    }

    /** The line, with those before when it is the rest of a request line that they begin. */
    String mended(String line) {
        String first = beginning;
        beginning = begins(line) ? line : "";
        if (first.isEmpty()) {
            return line;
        }
        String rest = line.substring(decoration(line, decoration(first, first.length())));
        for (String joint : new String[] {"", " "}) {
            String whole = first + joint + rest;
            int start = StartLines.find(whole, 0);
            if (start >= 0 && start < first.length()) {
                beginning = "";
                return whole;
            }
        }
        if (begins(first + " " + rest)) {
            beginning = first + " " + rest;
        }
        return line;
    }

    /** How much of the line is quote marks and blanks, at most. */
    private static int decoration(String line, int most) {
        int length = 0;
        while (length < Math.min(most, line.length()) && " \t>|".indexOf(line.charAt(length)) >= 0) {
            length++;
        }
        return length;
    }
}
