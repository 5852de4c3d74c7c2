package org.callcause.capture.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.text.line.LinePrefix;

/** What stands before the lines of a message. Learnt from the message's first two lines. */
final class MessagePrefix {

    // AudioCodes numbers what it sends to syslog, and cuts long messages between two of them.
    private static final Pattern NUMBERED =
            Pattern.compile("^[^\\[]{0,80}\\[S=\\d+\\] ?(?:\\[[SB]ID=[^\\]]{1,40}\\] ?)?(?:\\(N +\\d+\\) ?)?");

    private static final String CDATA = "<![CDATA[";

    private static final int LONGEST = 400;

    private LinePrefix first;
    private boolean decoration;
    private boolean learnt;
    private boolean repeated;

    /** The prefix of a message whose start line stands behind this text. */
    MessagePrefix(String first) {
        this.first = new LinePrefix(beforeMark(first));
        this.decoration = this.first.isDecoration();
    }

    /** Without what stands before the first line only: a mark, or the bytes of a packet's headers. */
    private static String beforeMark(String first) {
        if (first.length() > LONGEST) {
            return "";
        }
        if (first.endsWith(CDATA)) {
            return first.substring(0, first.length() - CDATA.length());
        }
        int packet = StartLines.packetStart(first, first.length());
        return packet < 0 ? first : first.substring(0, packet);
    }

    /** The line without the prefix; empty when it has the prefix of another log line and is not of this message. */
    Optional<String> strip(String line) {
        if (!learnt && line.isBlank()) {
            return Optional.of(line);
        }
        if (!learnt && learnsIndentation(line)) {
            return strip(line);
        }
        if (decoration) {
            learnt = true;
            return Optional.of(first.isEmpty() ? line : first.stripDecoration(line));
        }
        if (!learnt) {
            int end = first.endIn(line);
            if (end < 0 && learnsShorter(line)) {
                return strip(line);
            }
            if (end < 0 && LogClock.begins(line)) {
                return Optional.empty();
            }
            learnt = true;
            repeated = end >= 0 && HeaderLines.isHeader(line.substring(end));
        }
        if (!repeated || line.isBlank()) {
            return Optional.of(line);
        }
        int end = first.endIn(line);
        return end < 0 ? Optional.empty() : Optional.of(line.substring(end));
    }

    /** Words that stand before the start line alone are no part of what stands before every line. */
    private boolean learnsShorter(String line) {
        int common = first.commonEnd(line);
        String rest = line.substring(common);
        int end = line.length() - rest.stripLeading().length();
        if (common == 0 || !HeaderLines.isKnown(line.substring(end))) {
            return false;
        }
        first = new LinePrefix(line.substring(0, end));
        decoration = first.isDecoration();
        learnt = true;
        repeated = !decoration;
        return true;
    }

    /** The lines behind the first may be indented, or more than it is. */
    private boolean learnsIndentation(String line) {
        String rest = decoration ? first.stripDecoration(line) : line;
        int blanks = rest.length() - rest.stripLeading().length();
        if (blanks == 0 || !HeaderLines.isKnown(rest.substring(blanks))) {
            return false;
        }
        first = new LinePrefix(line.substring(0, line.length() - rest.length() + blanks));
        decoration = true;
        learnt = true;
        return true;
    }

    /** A line without its indentation or quote marks; empty when it has words of what stands before the first one. */
    Optional<String> withoutDecoration(String line) {
        if (decoration) {
            return Optional.of(first.stripDecoration(line));
        }
        return first.commonEnd(line) == 0 ? Optional.of(line) : Optional.empty();
    }

    boolean isRepeated() {
        return repeated;
    }

    /** What a log goes on with in a new line of its own, behind the prefix that the first line had or a number. */
    Optional<String> continuation(String line) {
        if (repeated || (decoration && !first.isEmpty())) {
            return Optional.empty();
        }
        int end = first.isNumbered() ? first.endIn(line) : -1;
        if (end < 0) {
            Matcher matcher = NUMBERED.matcher(line);
            end = line.contains("[S=") && matcher.find() ? matcher.end() : -1;
        }
        return end < 0 ? Optional.empty() : Optional.of(line.substring(end));
    }
}
