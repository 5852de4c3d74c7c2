package org.callcause.capture.text.line;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines that a program wrote into one, with something else in the place of each line end: {@code #015#012} as rsyslog
 * writes it, {@code <013><010>} as Kiwi does, {@code ..} as ngrep does.
 */
public final class PackedLines {

    // Behind a line end stands what can begin a line; a star code such as *31#0123 is dialled, and no line end.
    private static final String LINE = "(?=#0|<|\\s|$|\\[|--|\\.\\.|\\(N |[A-Za-z][A-Za-z0-9-]{0,40}:|[a-z]=|SIP/2\\.0"
            + "|[A-Z]{3,15} (?:sips?|tel):)";
    private static final Pattern LOGGED = Pattern.compile("(?:#015|<013>)?(?:#012|<010>)" + LINE);
    // A row of a dump shows dots as well, and is too short for all of this.
    private static final Pattern START =
            Pattern.compile("(?:\\b[A-Z]{3,15} \\S{3,300} SIP/2\\.0|\\bSIP/2\\.0 \\d{3}[^.]{0,80})\\.\\.(?:Via|v): ");
    private static final Pattern PRINTED = Pattern.compile("\\.\\." + LINE);

    private PackedLines() {}

    /** The lines that stand in one, mostly itself. */
    public static List<String> unpack(String line) {
        if (line.contains("#012") || line.contains("<010>")) {
            return List.of(LOGGED.split(line, -1));
        }
        boolean printed = line.contains("SIP/2.0") && (line.contains("..Via: ") || line.contains("..v: "));
        return printed && START.matcher(line).find() ? List.of(PRINTED.split(line, -1)) : List.of(line);
    }
}
