package org.callcause.capture.text.line;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that a program wrote into one, with something else in the place of each line end: {@code #015#012} as rsyslog
 * writes it, {@code <013><010>} as Kiwi does.
 */
public final class PackedLines {

    // Behind a line end stands what can begin a line; a star code such as *31#0123 is dialled, and no line end.
    private static final String LINE =
            "(?=#0|<|\\s|$|\\[|--|\\(N |[A-Za-z][A-Za-z0-9-]{0,40}:|[a-z]=|SIP/2\\.0|[A-Z]{3,15} (?:sips?|tel):)";
    private static final Pattern LOGGED = Pattern.compile("(?:#015|<013>)?(?:#012|<010>)" + LINE);

    private PackedLines() {}

    /** The lines that stand in one, mostly itself. */
    public static List<String> unpack(String line) {
        if (line.contains("#012") || line.contains("<010>")) {
            return List.of(LOGGED.split(line, -1));
        }
        return List.of(line);
    }
}
