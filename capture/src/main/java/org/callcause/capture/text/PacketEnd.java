package org.callcause.capture.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time that AudioCodes devices write at the end of each packet they send to a syslog server. */
final class PacketEnd {

    private static final String BEGIN = "[Time:";
    private static final Pattern END =
            Pattern.compile("^\\[Time:(\\d\\d-\\d\\d@[\\d:.]{8,18})\\]\\s*$", Pattern.UNIX_LINES);

    private PacketEnd() {}

    /** The time, when the line ends with one. */
    static Optional<String> time(String line) {
        int begin = line.lastIndexOf(BEGIN);
        if (begin < 0) {
            return Optional.empty();
        }
        Matcher matcher = END.matcher(line.substring(begin));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The line without it. */
    static String without(String line) {
        int begin = line.lastIndexOf(BEGIN);
        return begin > 0 && line.charAt(begin - 1) == ' ' ? line.substring(0, begin - 1) : line.substring(0, begin);
    }
}
